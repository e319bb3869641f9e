//! The built-in classes as objects, and how their instances are made.

use crate::vm::calls::Args;
use crate::vm::classes::linearise;
use crate::vm::exec::Vm;
use crate::vm::frame::PendingClass;
use crate::vm::heap::{Access, Heap};
use crate::vm::name_map::NameMap;
use crate::vm::names::{self, Names};
use crate::vm::natives::core::as_value;
use crate::vm::natives::requests::call_prelude;
use crate::vm::natives::{Table, by_name, of_module};
use crate::vm::object::{Class, Kind, Layout, Object};
use crate::vm::signal::{Answer, Signal};
use crate::vm::types::{self, TYPES};
use crate::vm::unwind::is_os_error;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// Whether a built-in class has a name that programs can see without importing anything.
pub fn is_visible(name: &str) -> bool {
    !matches!(
        name,
        "NoneType"
            | "ellipsis"
            | "NotImplementedType"
            | "function"
            | "method"
            | "builtin_function_or_method"
            | "code"
            | "cell"
            | "module"
            | "namespace"
            | "generator"
            | "coroutine"
            | "async_generator"
            | "iterator"
    ) && !name.ends_with("iterator")
        && !name.starts_with("dict_")
}

/// Puts the built-in classes into an empty heap: their ids are their numbers in `types`.
pub fn bootstrap(heap: &mut Heap, names: &mut Names) {
    for info in TYPES {
        let mut attrs = NameMap::new();
        for (method, value) in of_module(info.name) {
            // Static and class methods are objects; those can only be made once all classes are there.
            if !matches!(
                method,
                "__new__" | "maketrans" | "fromkeys" | "from_bytes" | "fromhex" | "__prepare__"
            ) {
                attrs.set(names.intern(method), value);
            }
        }
        let class = Class {
            name: info.name.into(),
            qualname: info.name.into(),
            module: info.module.into(),
            bases: if info.name == "object" {
                vec![]
            } else {
                vec![info.base]
            },
            mro: Rc::new([]),
            attrs,
            layout: info.layout,
            heap: false,
            specials: 0,
            serial: 0,
            metaclass: None,
        };
        heap.alloc(Object {
            class: types::TYPE,
            kind: Kind::Class(Rc::new(class)),
            attrs: None,
        });
    }
    for (index, info) in TYPES.iter().enumerate() {
        let id = ObjectId(index as u32);
        let bases = if info.name == "object" {
            vec![]
        } else {
            vec![info.base]
        };
        let mro = linearise(heap, id, &bases).unwrap_or_default();
        for (method, value) in of_module(info.name) {
            let kind = match method {
                // Called with the class in front, which the constructors do not take.
                "__new__" if !matches!(info.name, "type" | "BaseException") => {
                    Kind::StaticMethod(by_name("object.__new__"))
                }
                "__new__" | "maketrans" => Kind::StaticMethod(value),
                "fromkeys" | "from_bytes" | "fromhex" | "__prepare__" | "__init_subclass__" => {
                    Kind::ClassMethod(value)
                }
                _ => continue,
            };
            let class = match kind {
                Kind::StaticMethod(_) => types::STATICMETHOD,
                _ => types::CLASSMETHOD,
            };
            let wrapped = heap.make(class, kind);
            let name = names.intern(method);
            if let Kind::Class(class) = &mut heap.get_mut(id).kind {
                Rc::make_mut(class).attrs.set(name, wrapped);
            }
        }
        if let Kind::Class(class) = &mut heap.get_mut(id).kind {
            let class = Rc::make_mut(class);
            class.mro = mro.into();
            if [types::LIST, types::DICT, types::SET, types::BYTEARRAY].contains(&id) {
                class.attrs.set(names::HASH, Value::None);
            }
            if id == types::OS_ERROR {
                // What an error says that was made without a number.
                for name in ["errno", "strerror", "filename", "filename2"] {
                    class.attrs.set(names.intern(name), Value::None);
                }
            }
        }
    }
}

/// Makes an instance of a class that is (or inherits from) a built-in one other than `object`.
pub fn construct(vm: &mut Vm, id: ObjectId, class: &Class, args: &Args, has_init: bool) -> Answer {
    let base = class
        .mro
        .iter()
        .copied()
        .find(|c| (c.0 as usize) < TYPES.len());
    let base = base.unwrap_or(types::OBJECT);
    let value = match class.layout {
        Layout::Exception => return new_exception(vm, id, args, has_init),
        Layout::Class => return new_type(vm, id, args),
        Layout::List | Layout::Dict | Layout::Set if has_init => {
            let empty = Args {
                start: args.start,
                len: 0,
                keywords: Vec::new(),
            };
            constructor(vm, base, &empty)?
        }
        // Keywords are for the `__init__` of the program.
        Layout::Float | Layout::Tuple | Layout::FrozenSet | Layout::ByteArray
            if has_init && !args.keywords.is_empty() =>
        {
            let args = Args {
                start: args.start,
                len: args.len,
                keywords: Vec::new(),
            };
            constructor(vm, base, &args)?
        }
        _ => match constructor(vm, base, args) {
            // Python code makes the value, which then becomes one of the subclass.
            Err(Signal::Call(call)) if id != base => {
                let args = vm.tuple(call.args.clone());
                return Err(Signal::Call(Box::new(crate::vm::signal::Call {
                    function: vm.prelude("_built"),
                    args: vec![Value::Object(id), call.function, args],
                    keywords: call.keywords,
                    ret: crate::vm::frame::Ret::Push,
                })));
            }
            other => other?,
        },
    };
    if id == base {
        return Ok(value);
    }
    Ok(rewrap(vm, value, id))
}

/// A value as an instance of a subclass of its class.
pub fn rewrap(vm: &mut Vm, value: Value, class: ObjectId) -> Value {
    let kind = match value {
        Value::Object(object) => vm.heap.get(object).kind.clone(),
        other => Kind::Number(other),
    };
    Value::Object(vm.heap.alloc(Object {
        class,
        kind,
        attrs: Some(Rc::new(NameMap::new())),
    }))
}

fn constructor(vm: &mut Vm, base: ObjectId, args: &Args) -> Answer {
    let name = TYPES[base.0 as usize].name;
    match by_name(&format!("{name}.__new__")) {
        Value::Native(native) => crate::vm::natives::function(native)(vm, args),
        _ => Err(vm.type_error(&format!("cannot create '{name}' instances"))),
    }
}

/// The subclass of `OSError` for an error number.
fn os_error_class(vm: &Vm, items: &[Value]) -> ObjectId {
    let number = if is_os_error(items.len()) {
        vm.index(items[0])
    } else {
        None
    };
    match number {
        Some(2) => types::FILE_NOT_FOUND_ERROR,
        Some(1 | 13) => types::PERMISSION_ERROR,
        Some(3) => types::PROCESS_LOOKUP_ERROR,
        Some(4) => types::INTERRUPTED_ERROR,
        Some(10) => types::CHILD_PROCESS_ERROR,
        Some(11) => types::BLOCKING_IO_ERROR,
        Some(17) => types::FILE_EXISTS_ERROR,
        Some(20) => types::NOT_A_DIRECTORY_ERROR,
        Some(21) => types::IS_A_DIRECTORY_ERROR,
        Some(32) => types::BROKEN_PIPE_ERROR,
        Some(103) => types::CONNECTION_ABORTED_ERROR,
        Some(104) => types::CONNECTION_RESET_ERROR,
        Some(110) => types::TIMEOUT_ERROR,
        Some(111) => types::CONNECTION_REFUSED_ERROR,
        _ => types::OS_ERROR,
    }
}

fn new_exception(vm: &mut Vm, id: ObjectId, args: &Args, has_init: bool) -> Answer {
    let items = vm.positional(args);
    let id = if id == types::OS_ERROR {
        os_error_class(vm, &items)
    } else {
        id
    };
    if !args.keywords.is_empty() && !has_init {
        let known = [names::NAME_ATTR, names::OBJ, names::PATH];
        if args.keywords.iter().any(|(n, _)| !known.contains(n)) {
            let name = vm.class_name(id);
            return Err(vm.type_error(&format!("{name}() takes no keyword arguments")));
        }
    }
    // An OSError with an `__init__` of the program has nothing before that hands it on.
    let given = match has_init && vm.is_subclass(id, types::OS_ERROR) {
        true => Vec::new(),
        false => items.clone(),
    };
    let value = vm.exception_of(id, given);
    if vm.is_subclass(id, types::STOP_ITERATION) {
        let first = items.first().copied().unwrap_or(Value::None);
        vm.set_plain_attr(value, names::VALUE, first);
    }
    if vm.is_subclass(id, types::SYSTEM_EXIT) {
        let code = match items.as_slice() {
            [] => Value::None,
            [one] => *one,
            _ => vm.tuple(items.clone()),
        };
        vm.set_plain_attr(value, names::CODE_ATTR, code);
    }
    if !has_init {
        for (name, keyword) in &args.keywords {
            vm.set_plain_attr(value, *name, *keyword);
        }
    }
    Ok(value)
}

fn new_type(vm: &mut Vm, meta: ObjectId, args: &Args) -> Answer {
    let items = vm.positional(args);
    match items.as_slice() {
        // As far as anybody can tell, `obj.__dict__` is a dict.
        [value] if vm.attributes_owner(*value).is_some() => Ok(Value::Object(types::DICT)),
        [value] => Ok(Value::Object(vm.class_of(*value))),
        [name, bases, namespace] => type_from_parts(vm, meta, [*name, *bases, *namespace], args),
        _ => Err(vm.type_error("type() takes 1 or 3 arguments")),
    }
}

fn type_from_parts(vm: &mut Vm, meta: ObjectId, parts: [Value; 3], args: &Args) -> Answer {
    let [name, bases, namespace] = parts;
    let bases = match bases.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Tuple(items)) => items.to_vec(),
        _ => return Err(vm.type_error("type.__new__() argument 2 must be tuple")),
    };
    let mut attrs = NameMap::new();
    match namespace.object().map(|id| vm.heap.get(id).kind.clone()) {
        Some(Kind::Dict(dict)) => {
            for entry in dict.iter() {
                let key = vm.name_of(entry.key);
                // Of the `__dict__` of another class.
                let made = vm.prelude("_Attribute") == Value::Object(vm.class_of(entry.value));
                if !made {
                    attrs.set(key, entry.value);
                }
            }
        }
        Some(Kind::Namespace(map)) => attrs = (*map).clone(),
        _ => return Err(vm.type_error("type.__new__() argument 3 must be dict")),
    }
    let pending = PendingClass {
        name,
        bases,
        keywords: args.keywords.clone(),
    };
    let ids: Vec<ObjectId> = pending.bases.iter().filter_map(|b| b.object()).collect();
    if ids.len() < pending.bases.len() {
        return Err(vm.type_error(crate::vm::classes::METACLASS_CONFLICT));
    }
    if meta == types::TYPE
        && let Some(winner) = vm.metaclass_of(&pending, &ids)?
        && let Some(new) = vm.class_lookup(winner, names::NEW)
        && !matches!(new, Value::Native(_))
    {
        // The metaclass of a base makes the class.
        let made = crate::vm::natives::lists::call(Value::Object(winner), parts.to_vec());
        return Err(made);
    }
    let class = vm.new_class(&pending, attrs)?;
    if meta != types::TYPE
        && let Some(id) = class.object()
        && let Kind::Class(class) = &mut vm.heap.get_mut(id).kind
    {
        Rc::make_mut(class).metaclass = Some(meta);
    }
    if vm.class_hooks(class, &args.keywords) {
        return Err(call_prelude(vm, "_hooked", vec![class], args));
    }
    Ok(class)
}

/// Built-ins about classes.
pub const TABLE: Table = &[
    ("builtins.__build_class__", |vm, args| {
        let items = vm.positional(args);
        if items.len() < 2 {
            return Err(vm.type_error("__build_class__: not enough arguments"));
        }
        vm.build_class(&items, args.keywords.clone())
    }),
    ("builtins._build_prepared", |vm, args| {
        let items = vm.positional(args);
        let [namespace, rest @ ..] = items.as_slice() else {
            return Ok(Value::None);
        };
        let pairs: Vec<(Value, Value)> = match namespace.object().map(|id| &vm.heap.get(id).kind) {
            Some(Kind::Dict(dict)) => dict.iter().map(|e| (e.key, e.value)).collect(),
            _ => Vec::new(),
        };
        let mut begin = NameMap::new();
        for (key, value) in pairs {
            begin.set(vm.name_of(key), value);
        }
        vm.build_class_in(rest, args.keywords.clone(), begin)
    }),
    ("type.__call__", |vm, args| {
        // `type.__call__(cls, *args)`: what a metaclass calls through super().
        let items = vm.positional(args);
        Err(Signal::Call(Box::new(crate::vm::signal::Call {
            function: vm.prelude("_type_call"),
            args: items,
            keywords: args.keywords.clone(),
            ret: crate::vm::frame::Ret::Push,
        })))
    }),
    ("type.__new__", |vm, args| {
        let items = vm.positional(args);
        let [meta, name, bases, namespace] = items.as_slice() else {
            return Err(vm.type_error("type.__new__() takes exactly 3 arguments"));
        };
        let meta = meta.object().unwrap_or(types::TYPE);
        type_from_parts(vm, meta, [*name, *bases, *namespace], args)
    }),
    ("type.__init__", |_, _| Ok(Value::None)),
    ("type.__prepare__", |vm, _| Ok(vm.new_dict())),
    ("type.__instancecheck__", |vm, args| {
        let [cls, value] = vm.parse(args, "__instancecheck__", ["/self", "/instance"], 2)?;
        Ok(Value::Bool(
            vm.is_instance(value, cls.object().unwrap_or(types::OBJECT)),
        ))
    }),
    ("type.__subclasscheck__", |vm, args| {
        let [cls, sub] = vm.parse(args, "__subclasscheck__", ["/self", "/subclass"], 2)?;
        Ok(Value::Bool(match (sub.object(), cls.object()) {
            (Some(sub), Some(cls)) => vm.is_subclass(sub, cls),
            _ => false,
        }))
    }),
    ("type.mro", |vm, args| {
        let class = vm.arg(args, 0).unwrap_or(Value::None);
        let mro = vm.get_attribute(class, names::MRO)?;
        let items = vm.native_items(mro)?.unwrap_or_default();
        Ok(vm.list(items))
    }),
    ("type.__subclasses__", |vm, args| {
        let Some(base) = vm.arg(args, 0).and_then(Value::object) else {
            return Err(vm.type_error("unbound method type.__subclasses__() needs an argument"));
        };
        vm.heap.note(base, Access::Read);
        // CPython's own come in the order of their names, as far as they are exceptions.
        let mut found: Vec<(u32, Rc<str>, ObjectId)> = vm
            .heap
            .objects()
            .filter_map(|(id, object)| match &object.kind {
                Kind::Class(class) if class.bases.contains(&base) => {
                    let name = match class.serial == 0 && base.0 >= types::BASE_EXCEPTION.0 {
                        true => class.name.clone(),
                        false => "".into(),
                    };
                    Some((class.serial, name, id))
                }
                _ => None,
            })
            .collect();
        found.sort();
        let items = found.into_iter().map(|(.., id)| Value::Object(id));
        let items = items.collect();
        Ok(vm.list(items))
    }),
    ("object.__new__", |vm, args| {
        let Some(id) = vm.arg(args, 0).and_then(Value::object) else {
            return Err(vm.type_error("object.__new__(): not enough arguments"));
        };
        let Kind::Class(class) = &vm.heap.get(id).kind else {
            return Err(vm.type_error("object.__new__(X): X is not a type object"));
        };
        let class = Rc::clone(class);
        if class.layout == Layout::Plain {
            if let Some(signal) = vm.abstract_class(id, &class) {
                return Err(signal);
            }
            if id == types::OBJECT && (args.len > 1 || !args.keywords.is_empty()) {
                return Err(vm.type_error("object() takes no arguments"));
            }
            if class.heap && (args.len > 1 || !args.keywords.is_empty()) {
                if class.specials & crate::vm::classes::HAS_NEW != 0 {
                    return Err(vm.type_error(
                        "object.__new__() takes exactly one argument (the type to instantiate)",
                    ));
                }
                if class.specials & crate::vm::classes::HAS_INIT == 0 {
                    let name = class.name.clone();
                    return Err(vm.type_error(&format!("{name}() takes no arguments")));
                }
            }
            return Ok(vm.new_instance(id));
        }
        let rest = Args {
            start: args.start + 1,
            len: args.len.saturating_sub(1),
            keywords: args.keywords.clone(),
        };
        construct(vm, id, &class, &rest, false)
    }),
    ("object.__init__", |vm, args| {
        let class = match vm.arg(args, 0) {
            Some(this) if args.len > 1 || !args.keywords.is_empty() => vm.class_of(this),
            _ => return Ok(Value::None),
        };
        let Kind::Class(found) = &vm.heap.get(class).kind else {
            return Ok(Value::None);
        };
        // What inherits from a built-in class gets here where that has no `__init__` of its own.
        if found.layout != Layout::Plain || !found.heap {
            return Ok(Value::None);
        }
        let (name, specials) = (found.name.clone(), found.specials);
        if specials & crate::vm::classes::HAS_INIT != 0 {
            return Err(vm.type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ));
        }
        if specials & crate::vm::classes::HAS_NEW == 0 {
            return Err(vm.type_error(&format!("{name}() takes no arguments")));
        }
        Ok(Value::None)
    }),
    ("object.__init_subclass__", |vm, args| {
        if args.keywords.is_empty() {
            return Ok(Value::None);
        }
        let class = match vm.arg(args, 0).and_then(Value::object) {
            Some(id) => match &vm.heap.get(id).kind {
                Kind::Class(class) => class.qualname.clone(),
                _ => "object".into(),
            },
            None => return Ok(Value::None),
        };
        Err(vm.type_error(&format!(
            "{class}.__init_subclass__() takes no keyword arguments"
        )))
    }),
    ("object.__getattribute__", |vm, args| {
        let [owner, name] = vm.parse(args, "__getattribute__", ["/self", "/name"], 2)?;
        let name = vm.name_of(name);
        let class = vm.class_of(owner);
        if let Some(id) = owner.object()
            && matches!(vm.heap.get(id).kind, Kind::Class(_))
        {
            let (value, receiver) = vm.attribute_in_class(id, name)?;
            return Ok(vm.bind_method(value, receiver));
        }
        match vm.own_attribute(owner, class, name)? {
            Some((value, receiver)) => Ok(vm.bind_method(value, receiver)),
            None => Err(vm.no_attribute(owner, name)),
        }
    }),
    ("object.__setattr__", |vm, args| {
        let [owner, name, value] =
            vm.parse(args, "__setattr__", ["/self", "/name", "/value"], 3)?;
        let name = vm.name_of(name);
        as_value(vm.set_plainly(owner, name, value))
    }),
    ("object.__delattr__", |vm, args| {
        let [owner, name] = vm.parse(args, "__delattr__", ["/self", "/name"], 2)?;
        let name = vm.name_of(name);
        as_value(vm.delete_plainly(owner, name))
    }),
    ("object.__repr__", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        let class = vm.class_of(value);
        let name = vm.full_class_name(class);
        let address = value.object().map_or_else(String::new, Vm::address);
        Ok(vm.string(format!("<{name} object at {address}>")))
    }),
    ("object.__str__", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        vm.repr_of(value)
    }),
    ("object.__format__", |vm, args| {
        let [value, spec] = vm.parse(args, "__format__", ["/self", "/spec"], 2)?;
        if vm.heap.str(spec).is_some_and(|t| t.s.is_empty()) {
            return vm.str_of(value);
        }
        let name = vm.type_name(value);
        Err(vm.type_error(&format!(
            "unsupported format string passed to {name}.__format__"
        )))
    }),
    ("object.__eq__", |vm, args| {
        let [a, b] = vm.parse(args, "__eq__", ["/self", "/other"], 2)?;
        Ok(if vm.is_same(a, b) {
            Value::Bool(true)
        } else {
            Value::NotImplemented
        })
    }),
    ("object.__ne__", |vm, args| {
        let [a, b] = vm.parse(args, "__ne__", ["/self", "/other"], 2)?;
        if vm.has_special(vm.class_of(a), crate::vm::classes::HAS_EQ) {
            return vm.in_python("_unequal", &[a, b]);
        }
        Ok(if vm.is_same(a, b) {
            Value::Bool(false)
        } else {
            Value::NotImplemented
        })
    }),
    ("object.__hash__", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        let id = value.object().map_or(0, |id| id.0);
        Ok(Value::Int(0x5000_0000 + i64::from(id) * 16))
    }),
    ("object.__dir__", |vm, args| {
        let value = vm.arg(args, 0).unwrap_or(Value::None);
        let names = vm.listed_attributes(value);
        let items = names.into_iter().map(|n| vm.string(n)).collect();
        Ok(vm.list(items))
    }),
    ("property.__new__", |vm, args| {
        let [get, set, delete, doc] =
            vm.parse(args, "property", ["fget", "fset", "fdel", "doc"], 0)?;
        let none = |v: Value| if v.is_null() { Value::None } else { v };
        let doc = match (doc.is_null(), none(get)) {
            (true, Value::None) => Value::None,
            (true, getter) => vm.get_attribute(getter, names::DOC).unwrap_or(Value::None),
            _ => doc,
        };
        let parts = [none(get), none(set), none(delete), doc];
        Ok(vm
            .heap
            .make(types::PROPERTY, Kind::Property(Rc::new(parts))))
    }),
    ("property.__get__", described),
    ("classmethod.__get__", described),
    ("staticmethod.__get__", described),
    ("property.getter", |vm, args| with_accessor(vm, args, 0)),
    ("property.setter", |vm, args| with_accessor(vm, args, 1)),
    ("property.deleter", |vm, args| with_accessor(vm, args, 2)),
    ("staticmethod.__new__", |vm, args| {
        let [function] = vm.parse(args, "staticmethod", ["/function"], 1)?;
        Ok(vm
            .heap
            .make(types::STATICMETHOD, Kind::StaticMethod(function)))
    }),
    ("staticmethod.__call__", |vm, args| {
        let items = vm.positional(args);
        let function = match items[0].object().map(|id| &vm.heap.get(id).kind) {
            Some(Kind::StaticMethod(function)) => *function,
            _ => Value::None,
        };
        Err(Signal::Call(Box::new(crate::vm::signal::Call {
            function,
            args: items[1..].to_vec(),
            keywords: args.keywords.clone(),
            ret: crate::vm::frame::Ret::Push,
        })))
    }),
    ("classmethod.__new__", |vm, args| {
        let [function] = vm.parse(args, "classmethod", ["/function"], 1)?;
        Ok(vm
            .heap
            .make(types::CLASSMETHOD, Kind::ClassMethod(function)))
    }),
    ("super.__new__", |vm, args| {
        let (class, receiver) = match args.len {
            0 => super_of_frame(vm)?,
            _ => {
                let [class, receiver] = vm.parse(args, "super", ["/type", "/object"], 1)?;
                (class, receiver)
            }
        };
        let class = super_class(vm, class, receiver)?;
        Ok(vm.heap.make(types::SUPER, Kind::Super { class, receiver }))
    }),
];

fn described(vm: &mut Vm, args: &Args) -> Answer {
    let [this, owner, class] = vm.parse(args, "__get__", ["/self", "/owner", "/cls"], 2)?;
    let class = if class.is_null() { Value::None } else { class };
    vm.in_python("_described", &[this, owner, class])
}

fn with_accessor(vm: &mut Vm, args: &Args, which: usize) -> Answer {
    let [this, function] = vm.parse(args, "accessor", ["/self", "/function"], 2)?;
    let mut parts = match this.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Property(parts)) => **parts,
        _ => return Err(vm.type_error("not a property")),
    };
    parts[which] = function;
    Ok(vm
        .heap
        .make(types::PROPERTY, Kind::Property(Rc::new(parts))))
}

/// The class given to `super`, if the other argument is one of its objects or subclasses.
pub fn super_class(vm: &mut Vm, class: Value, receiver: Value) -> Answer<ObjectId> {
    let id = class.object();
    let Some(class) = id.filter(|id| matches!(vm.heap.get(*id).kind, Kind::Class(_))) else {
        let name = vm.type_name(class);
        return Err(vm.type_error(&format!("super() argument 1 must be a type, not {name}")));
    };
    if receiver.is_null() || receiver == Value::None {
        return Ok(class);
    }
    let of = vm.class_of(receiver);
    let is_type = receiver
        .object()
        .filter(|id| matches!(vm.heap.get(*id).kind, Kind::Class(_)));
    if !vm.is_subclass(of, class) && !is_type.is_some_and(|id| vm.is_subclass(id, class)) {
        let (name, kind) = (vm.class_name(class), vm.type_name(receiver));
        let what = match is_type {
            Some(id) => format!("type {}", vm.class_name(id)),
            None => format!("instance of {kind}"),
        };
        return Err(vm.type_error(&format!(
            "super(type, obj): obj ({what}) is not an instance or subtype of type ({name})."
        )));
    }
    Ok(class)
}

/// `super()` without arguments: the `__class__` cell and the first local of the calling frame.
fn super_of_frame(vm: &mut Vm) -> Answer<(Value, Value)> {
    let frame = *vm.frame();
    let code = vm.program.code(frame.code);
    let base = frame.base as usize;
    if code.code.arg_count == 0 {
        return Err(vm.error(types::RUNTIME_ERROR, "super(): no arguments"));
    }
    let cell = code
        .local_names
        .iter()
        .position(|n| *n == names::CLASS)
        .and_then(|i| vm.stack.values[base + i].object());
    let class = match cell.map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Cell(value)) => *value,
        _ => return Err(vm.error(types::RUNTIME_ERROR, "super(): __class__ cell not found")),
    };
    let first = vm.stack.values[base];
    let receiver = match first.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Cell(value)) => *value,
        _ => first,
    };
    Ok((class, receiver))
}
