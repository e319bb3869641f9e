//! What an object is reduced to when it is pickled: a name to look up, or a call that makes it again
//! and the state to give to the result. As `copyreg` and the `__reduce_ex__` of CPython's classes do.

use crate::vm::exec::Vm;
use crate::vm::names;
use crate::vm::natives::{self, lists::items};
use crate::vm::object::{Kind, Layout};
use crate::vm::pickle::{Pickler, own_attributes};
use crate::vm::signal::{Answer, Signal};
use crate::vm::types;
use crate::vm::value::{NameId, NativeId, ObjectId, Value};
use std::rc::Rc;

/// The hooks of a class that are Python code.
const HOOKS: [&str; 5] = [
    "__reduce_ex__",
    "__reduce__",
    "__getnewargs_ex__",
    "__getnewargs__",
    "__getstate__",
];

/// A function or class, by name.
pub struct Global {
    /// The module.
    pub module: Rc<str>,
    /// The qualified name.
    pub name: Rc<str>,
    /// Whether equal names are one string.
    pub shared: bool,
    /// Whether it is a function of C.
    pub native: bool,
}

impl Global {
    /// Something built in.
    pub fn new(module: &str, name: &str) -> Self {
        Global {
            module: module.into(),
            name: name.into(),
            shared: false,
            native: false,
        }
    }
}

/// A call that makes the object again.
#[derive(Default)]
pub struct Parts {
    /// `copyreg.__newobj__`: `cls.__new__(cls, *args)`.
    pub new: bool,
    /// What is called.
    pub function: Value,
    /// With what.
    pub args: Vec<Value>,
    /// The same as a tuple that exists already, else `NULL`.
    pub tuple: Value,
    /// What the result is given: `__setstate__` or its attributes.
    pub state: Option<Value>,
    /// What is appended to it.
    pub items: Option<Vec<Value>>,
    /// What is set in it.
    pub pairs: Option<Vec<(Value, Value)>>,
}

/// What an object is reduced to.
pub enum Reduction {
    /// A name to look up.
    Global(Global),
    /// A call.
    Parts(Box<Parts>),
    /// Python code has to say.
    Ask,
}

fn call(function: Value, args: Vec<Value>) -> Reduction {
    Reduction::Parts(Box::new(Parts {
        function,
        args,
        tuple: Value::Null,
        ..Parts::default()
    }))
}

/// Whether a class reduces its instances in Python.
pub fn has_hooks(vm: &Vm, class: ObjectId) -> bool {
    HOOKS.iter().any(|name| {
        vm.names
            .lookup(name)
            .and_then(|name| vm.class_lookup(class, name))
            .is_some_and(|hook| !matches!(hook, Value::Native(_) | Value::None))
    })
}

/// The module or attribute of modules and classes that a dotted name means.
pub fn resolve(vm: &mut Vm, module: &str, name: &str) -> Option<Value> {
    let module = match module {
        "__mp_main__" => "__main__",
        "_pickle" => "pickle",
        other => other,
    };
    let mut parts = name.split('.');
    let mut value = match vm.program.modules.get(module) {
        Some(module) => Value::Object(*module),
        None if module == "builtins" => {
            let first = vm.intern(parts.next()?);
            vm.program.builtins.get(first)?
        }
        None => return None,
    };
    for part in parts {
        let part = vm.intern(part);
        value = vm.get_attribute(value, part).ok()?;
    }
    Some(value)
}

impl Pickler {
    /// A function or method of C.
    pub(crate) fn native(&mut self, vm: &mut Vm, id: NativeId) -> Answer<Reduction> {
        let full = natives::name(id);
        let (owner, name) = full.rsplit_once('.').unwrap_or(("builtins", full));
        if natives::is_method(id) {
            let class = types::TYPES.iter().position(|t| t.name == owner);
            let class = Value::Object(ObjectId(class.unwrap_or(0) as u32));
            let name = vm.new_str(name);
            return Ok(call(vm.builtin("getattr"), vec![class, name]));
        }
        Ok(Reduction::Global(Global {
            native: true,
            ..Global::new(owner, name)
        }))
    }

    /// A function or class of the program or the library.
    fn global(&mut self, vm: &mut Vm, id: ObjectId) -> Answer<Reduction> {
        let value = Value::Object(id);
        let text = |vm: &mut Vm, name: NameId| -> Rc<str> {
            let found = vm.get_attribute(value, name).unwrap_or(Value::None);
            vm.heap
                .str(found)
                .map_or_else(|| "".into(), |t| (*t.s).into())
        };
        let (module, name) = (text(vm, names::MODULE), text(vm, names::QUALNAME));
        if name.split('.').any(|part| part == "<locals>") {
            let message = format!("Can't get local object '{name}'");
            return Err(vm.error(types::ATTRIBUTE_ERROR, &message));
        }
        self.check(vm, value, &module, &name);
        let built_in = matches!(&vm.heap.get(id).kind, Kind::Class(c) if !c.heap);
        Ok(Reduction::Global(Global {
            shared: !built_in,
            ..Global::new(&module, &name)
        }))
    }

    /// Refuses an object that its name does not lead to.
    fn check(&mut self, vm: &mut Vm, value: Value, module: &str, name: &str) {
        let found = resolve(vm, module, name);
        if found == Some(value) {
            return;
        }
        let shown = vm.plain_repr(value);
        self.refused = Some(match found {
            Some(_) => {
                format!("Can't pickle {shown}: it's not the same object as {module}.{name}")
            }
            None => format!("Can't pickle {shown}: attribute lookup {name} on {module} failed"),
        });
    }

    /// What Rust knows how to reduce; the rest it asks for.
    pub(crate) fn reduce(&mut self, vm: &mut Vm, id: ObjectId) -> Answer<Reduction> {
        let object = vm.heap.get(id);
        match &object.kind {
            Kind::Class(_) => {
                let singleton = match id {
                    types::NONE_TYPE => Value::None,
                    types::ELLIPSIS_TYPE => Value::Ellipsis,
                    types::NOT_IMPLEMENTED_TYPE => Value::NotImplemented,
                    _ => return self.global(vm, id),
                };
                Ok(call(Value::Object(types::TYPE), vec![singleton]))
            }
            Kind::Function(_) => self.global(vm, id),
            _ if has_hooks(vm, object.class) => Ok(Reduction::Ask),
            _ => default(vm, id).map(|parts| Reduction::Parts(Box::new(parts))),
        }
    }

    /// A reduction that Python code gave.
    pub(crate) fn given(&mut self, vm: &mut Vm, whole: Value, given: Value) -> Answer<Reduction> {
        if let Some(text) = vm.heap.str(given) {
            let name: Rc<str> = (*text.s).into();
            let module = vm
                .get_attribute(whole, names::MODULE)
                .unwrap_or(Value::None);
            let module = vm
                .heap
                .str(module)
                .map_or("__main__".into(), |t| t.s.clone());
            self.check(vm, whole, &module, &name);
            return Ok(Reduction::Global(Global {
                shared: true,
                ..Global::new(&module, &name)
            }));
        }
        let parts = items(vm, given);
        let at = |i: usize| parts.get(i).copied().unwrap_or(Value::None);
        let optional = |i: usize| (at(i) != Value::None).then(|| at(i));
        let new = matches!(at(0), Value::Native(id) if natives::name(id) == "copyreg.__newobj__");
        let pairs = optional(4).map(|list| {
            items(vm, list)
                .into_iter()
                .map(|pair| {
                    let pair = items(vm, pair);
                    (pair[0], pair[1])
                })
                .collect()
        });
        Ok(Reduction::Parts(Box::new(Parts {
            new,
            function: at(0),
            args: items(vm, at(1)),
            tuple: at(1),
            state: optional(2),
            items: optional(3).map(|list| items(vm, list)),
            pairs,
        })))
    }
}

/// What `object.__reduce_ex__(2)` and the `__reduce__` of built-in classes give.
pub fn default(vm: &mut Vm, id: ObjectId) -> Answer<Parts> {
    let value = Value::Object(id);
    let object = vm.heap.get(id).clone();
    let class = Value::Object(object.class);
    let built_in = (object.class.0 as usize) < types::TYPES.len();
    let simple = |function: Value, args: Vec<Value>| Parts {
        function,
        args,
        tuple: Value::Null,
        ..Parts::default()
    };
    let mut parts = match &object.kind {
        Kind::Exception(_) => {
            let args = vm.exception_args(value);
            let mut parts = simple(class, items(vm, args));
            parts.tuple = args;
            parts.state = exception_state(vm, id);
            return Ok(parts);
        }
        Kind::ByteArray(data) if built_in => {
            if data.is_empty() {
                return Ok(simple(class, vec![]));
            }
            let data = vm.new_bytes(data.as_slice());
            return Ok(simple(class, vec![data]));
        }
        Kind::Bytes(_) if built_in => {
            return Err(Signal::Unsupported(
                "bytes can be pickled with protocol 3 and newer only".into(),
            ));
        }
        Kind::Range(r) => return Ok(simple(class, r.iter().map(|i| Value::Int(*i)).collect())),
        Kind::Slice(s) => return Ok(simple(class, s.to_vec())),
        Kind::Method { function, receiver } => {
            let name = vm.get_attribute(*function, names::NAME)?;
            return Ok(simple(vm.builtin("getattr"), vec![*receiver, name]));
        }
        Kind::Set(set) => {
            let list = set.iter().map(|(_, v)| v).collect();
            let list = vm.list(list);
            let mut parts = simple(class, vec![list]);
            parts.state = state(vm, id);
            return Ok(parts);
        }
        Kind::Plain | Kind::List(_) | Kind::Dict(_) => new_object(vec![class]),
        Kind::Str(_) | Kind::BigInt(_) | Kind::Number(_) | Kind::Bytes(_) | Kind::Tuple(_)
            if !built_in =>
        {
            let inner = vm.base_value(value);
            new_object(vec![class, inner])
        }
        _ => return Err(unpicklable(vm, id)),
    };
    if vm.layout(object.class) == Layout::Internal {
        return Err(unpicklable(vm, id));
    }
    parts.state = state(vm, id);
    match &object.kind {
        Kind::List(list) => parts.items = Some(list.to_vec()),
        Kind::Dict(dict) => parts.pairs = Some(dict.iter().map(|e| (e.key, e.value)).collect()),
        _ => {}
    }
    Ok(parts)
}

fn new_object(args: Vec<Value>) -> Parts {
    Parts {
        new: true,
        function: natives::by_name("copyreg.__newobj__"),
        args,
        tuple: Value::Null,
        ..Parts::default()
    }
}

fn unpicklable(vm: &mut Vm, id: ObjectId) -> Signal {
    let object = vm.heap.get(id);
    let name = match &object.kind {
        Kind::Lock { .. } => "_thread.lock".to_string(),
        Kind::RLock { .. } => "_thread.RLock".to_string(),
        Kind::Code(_) => return vm.type_error("cannot pickle code objects"),
        Kind::Iterator(_) => {
            return Signal::Unsupported(
                "an iterator cannot be pickled here: make a list of it".into(),
            );
        }
        _ => vm.class_name(object.class),
    };
    vm.type_error(&format!("cannot pickle '{name}' object"))
}

/// What `object.__getstate__` gives: the attributes, and those in `__slots__` apart.
pub fn state(vm: &mut Vm, id: ObjectId) -> Option<Value> {
    let attrs = own_attributes(vm, id);
    let slots = slot_names(vm, vm.heap.get(id).class);
    let (slotted, plain): (Vec<_>, Vec<_>) = attrs
        .into_iter()
        .partition(|(name, _)| slots.contains(name));
    let dict = match plain.is_empty() {
        true => Value::None,
        false => vm.dict_of_names(&plain),
    };
    if !slotted.is_empty() {
        let slotted = vm.dict_of_names(&slotted);
        return Some(vm.tuple(vec![dict, slotted]));
    }
    (dict != Value::None).then_some(dict)
}

fn slot_names(vm: &Vm, class: ObjectId) -> Vec<NameId> {
    let Kind::Class(class) = &vm.heap.get(class).kind else {
        return Vec::new();
    };
    let own = class.mro.iter().filter_map(|base| vm.own_slots(*base));
    own.flatten().collect()
}

/// The attributes of an exception of a class that C does not keep in its `__dict__`.
pub fn kept_apart(vm: &Vm, class: ObjectId) -> &'static [NameId] {
    let kept: [(ObjectId, &[NameId]); 6] = [
        (types::STOP_ITERATION, &[names::VALUE]),
        (types::SYSTEM_EXIT, &[names::CODE_ATTR]),
        (
            types::OS_ERROR,
            &[
                names::ERRNO,
                names::STRERROR,
                names::FILENAME,
                names::FILENAME2,
            ],
        ),
        (types::NAME_ERROR, &[names::NAME_ATTR]),
        (types::ATTRIBUTE_ERROR, &[names::NAME_ATTR, names::OBJ]),
        (
            types::IMPORT_ERROR,
            &[names::MSG, names::NAME_ATTR, names::PATH],
        ),
    ];
    let found = kept.iter().find(|(of, _)| vm.is_subclass(class, *of));
    found.map_or(&[], |(_, names)| names)
}

/// The attributes of an exception, without those that C keeps elsewhere.
fn exception_state(vm: &mut Vm, id: ObjectId) -> Option<Value> {
    let class = vm.heap.get(id).class;
    let args = match &vm.heap.get(id).kind {
        Kind::Exception(e) => e.args,
        _ => Value::None,
    };
    let hidden: &[NameId] = if vm.is_subclass(class, types::ATTRIBUTE_ERROR) {
        &[names::OBJ]
    } else if vm.is_subclass(class, types::IMPORT_ERROR) {
        &[names::MSG]
    } else {
        kept_apart(vm, class)
    };
    let mut attrs = own_attributes(vm, id);
    attrs.retain(|(name, value)| !hidden.contains(name) && *value != Value::Null);
    if vm.is_subclass(class, types::ATTRIBUTE_ERROR) && !attrs.is_empty() {
        attrs.push((names::ARGS, args));
    }
    match attrs.is_empty() {
        true => None,
        false => Some(vm.dict_of_names(&attrs)),
    }
}
