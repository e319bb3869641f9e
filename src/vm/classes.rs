//! Making classes: the class statement, method resolution order, what special methods they have.

use crate::vm::exec::Vm;
use crate::vm::frame::{PendingClass, Ret};
use crate::vm::heap::{Access, Heap};
use crate::vm::name_map::NameMap;
use crate::vm::names;
use crate::vm::object::{Class, Kind, Layout, Object};
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::types;
use crate::vm::value::{NameId, ObjectId, Value};
use std::rc::Rc;

/// The class or a base defines `__init__` in Python.
pub const HAS_INIT: u32 = 1;
/// … `__new__`.
pub const HAS_NEW: u32 = 2;
/// … `__hash__` (or `__eq__`, which takes the hash away).
pub const HAS_HASH: u32 = 4;
/// … `__eq__`.
pub const HAS_EQ: u32 = 8;
/// … `__slots__`.
pub const HAS_SLOTS: u32 = 16;
/// … `__str__`.
pub const HAS_STR: u32 = 32;
/// … `__repr__`.
pub const HAS_REPR: u32 = 64;
/// … `__format__`.
pub const HAS_FORMAT: u32 = 128;
/// … `__getattribute__`.
pub const HAS_GETATTRIBUTE: u32 = 256;
/// … `__setattr__`.
pub const HAS_SETATTR: u32 = 512;
/// Some attribute of the class or a base may be a data descriptor.
pub const HAS_DESCRIPTORS: u32 = 1024;
/// The class or a base has a built-in as a special method that is not that of its built-in base.
pub const HAS_BORROWED: u32 = 2048;
/// The class or a base defines `__delattr__` in Python.
pub const HAS_DELATTR: u32 = 4096;

const FLAGS: [(NameId, u32); 11] = [
    (names::INIT, HAS_INIT),
    (names::NEW, HAS_NEW),
    (names::HASH, HAS_HASH),
    (names::EQ, HAS_EQ | HAS_HASH),
    (names::SLOTS, HAS_SLOTS),
    (names::STR, HAS_STR),
    (names::REPR, HAS_REPR),
    (names::FORMAT, HAS_FORMAT),
    (names::GETATTRIBUTE, HAS_GETATTRIBUTE),
    (names::SETATTR, HAS_SETATTR),
    (names::DELATTR, HAS_DELATTR),
];

/// Brings the flags of a class and of those that inherit from it up to date.
pub fn refresh(heap: &mut Heap, id: ObjectId) {
    let Kind::Class(class) = &heap.get(id).kind else {
        return;
    };
    let (was, is) = (class.specials, specials(heap, &class.mro));
    if was == is {
        return;
    }
    if let Kind::Class(class) = &mut heap.get_mut(id).kind {
        Rc::make_mut(class).specials = is;
    }
    for other in (0..heap.len()).map(ObjectId) {
        let Kind::Class(class) = &heap.get(other).kind else {
            continue;
        };
        if class.mro.contains(&id) {
            let is = specials(heap, &class.mro);
            if let Kind::Class(class) = &mut heap.get_mut(other).kind {
                Rc::make_mut(class).specials = is;
            }
        }
    }
}

/// The flags of a class with that method resolution order.
fn specials(heap: &Heap, mro: &[ObjectId]) -> u32 {
    let mut specials = 0;
    for base in mro.iter() {
        let Kind::Class(base) = &heap.get(*base).kind else {
            continue;
        };
        if base
            .attrs
            .iter()
            .any(|(_, value)| may_describe(heap, value))
        {
            specials |= HAS_DESCRIPTORS;
        }
        if !base.heap {
            continue;
        }
        let borrowed = |name, value| {
            matches!(value, Value::Native(_)) && built_in_of(heap, mro, name) != Some(value)
        };
        if base.attrs.iter().any(|(name, value)| borrowed(name, value)) {
            specials |= HAS_BORROWED;
        }
        for (name, flag) in FLAGS {
            if base
                .attrs
                .get(name)
                .is_some_and(|v| !matches!(v, Value::Native(_)) || borrowed(name, v))
            {
                specials |= flag;
            }
        }
    }
    specials
}

/// What the built-in bases of a class have under a name.
pub fn built_in(heap: &Heap, class: ObjectId, name: NameId) -> Option<Value> {
    match &heap.get(class).kind {
        Kind::Class(class) => built_in_of(heap, &class.mro, name),
        _ => None,
    }
}

fn built_in_of(heap: &Heap, mro: &[ObjectId], name: NameId) -> Option<Value> {
    mro.iter().find_map(|base| match &heap.get(*base).kind {
        Kind::Class(base) if !base.heap => base.attrs.get(name),
        _ => None,
    })
}

/// Whether a value may be a data descriptor: a property, or an instance of a program's class.
fn may_describe(heap: &Heap, value: Value) -> bool {
    let Value::Object(id) = value else {
        return false;
    };
    let object = heap.get(id);
    match object.kind {
        Kind::Property(_) => true,
        Kind::Class(_) | Kind::Function(_) => false,
        _ => object.class.0 as usize >= types::TYPES.len(),
    }
}

/// C3 linearisation; `None` if the bases contradict each other.
pub fn linearise(heap: &Heap, id: ObjectId, bases: &[ObjectId]) -> Option<Vec<ObjectId>> {
    let mut lists: Vec<Vec<ObjectId>> = bases
        .iter()
        .map(|base| match &heap.get(*base).kind {
            Kind::Class(c) => c.mro.to_vec(),
            _ => vec![],
        })
        .collect();
    lists.push(bases.to_vec());
    let mut result = vec![id];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(result);
        }
        let next = lists
            .iter()
            .map(|list| list[0])
            .find(|head| !lists.iter().any(|list| list[1..].contains(head)))?;
        result.push(next);
        for list in &mut lists {
            if list[0] == next {
                list.remove(0);
            }
        }
    }
}

/// Said of bases whose metaclasses do not fit.
pub const METACLASS_CONFLICT: &str = "metaclass conflict: the metaclass of a derived class must be a (non-strict) \
    subclass of the metaclasses of all its bases";

impl Vm<'_> {
    /// `__build_class__(function, name, *bases, **keywords)`: runs the body.
    pub fn build_class(&mut self, args: &[Value], keywords: Vec<(NameId, Value)>) -> Answer {
        let bases: Vec<ObjectId> = args[2..].iter().filter_map(|b| b.object()).collect();
        let pending = PendingClass {
            name: args[1],
            bases: args[2..].to_vec(),
            keywords: keywords.clone(),
        };
        if let Some(meta) = self.metaclass_of(&pending, &bases)?
            && let Some(prepare) = self.class_lookup(meta, names::PREPARE)
            && Some(prepare) != self.class_lookup(types::TYPE, names::PREPARE)
        {
            return Err(Signal::Call(Box::new(Call {
                function: self.prelude("_build_class_prepared"),
                args: [vec![Value::Object(meta)], args.to_vec()].concat(),
                keywords,
                ret: Ret::Push,
            })));
        }
        self.build_class_in(args, keywords, NameMap::new())
    }

    /// As `build_class`, with what is in the namespace from the beginning.
    pub fn build_class_in(
        &mut self,
        args: &[Value],
        keywords: Vec<(NameId, Value)>,
        begin: NameMap,
    ) -> Answer {
        let (function, name, bases) = (args[0], args[1], &args[2..]);
        for base in bases {
            if let Some(id) = base.object()
                && matches!(self.heap.get(id).kind, Kind::Class(_))
            {
                continue;
            }
            if keywords.iter().any(|(n, _)| *n == names::METACLASS) {
                continue;
            }
            return Err(Signal::Call(Box::new(Call {
                function: self.prelude("_build_class_with_entries"),
                args: args.to_vec(),
                keywords,
                ret: Ret::Push,
            })));
        }
        if !matches!(
            function.object().map(|id| &self.heap.get(id).kind),
            Some(Kind::Function(_))
        ) {
            return Err(self.type_error("__build_class__: func must be a function"));
        }
        let namespace = self
            .heap
            .make(types::NAMESPACE, Kind::Namespace(Rc::new(begin)));
        let pending = PendingClass {
            name,
            bases: bases.to_vec(),
            keywords,
        };
        self.stack.classes.push(Rc::new(pending));
        Err(Signal::Call(Box::new(Call {
            function,
            args: vec![namespace],
            keywords: Vec::new(),
            ret: Ret::ClassBody,
        })))
    }

    /// Runs the body of a class with a namespace of its own; `Ret::ClassBody` makes the class.
    pub fn enter_class_body(&mut self, function: Value, namespace: Value) {
        if let Some(id) = function.object()
            && let Kind::Function(f) = &self.heap.get(id).kind
        {
            let (code, module) = (f.code, f.module);
            self.enter(code, module, Some(id), namespace, Ret::ClassBody);
        }
    }

    /// Makes the class when its body has returned the `__class__` cell (or `None`).
    pub fn finish_class(&mut self, namespace: Value) -> Answer<()> {
        let Some(pending) = self.stack.classes.pop() else {
            return Ok(());
        };
        let attrs = match namespace.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Namespace(map)) => (**map).clone(),
            _ => NameMap::new(),
        };
        let bases: Vec<ObjectId> = pending.bases.iter().filter_map(|b| b.object()).collect();
        if let Some(meta) = self.metaclass_of(&pending, &bases)?
            && let Some(call) = self.metaclass_call(meta, &pending, &attrs)
        {
            return Err(call);
        }
        let class = self.new_class(&pending, attrs)?;
        self.push(class);
        let hooks = self.class_hooks(class, &pending.keywords);
        if hooks {
            // `__set_name__` and `__init_subclass__` run in Python; the class stays on the stack.
            let keywords: Vec<(NameId, Value)> = pending
                .keywords
                .iter()
                .copied()
                .filter(|(n, _)| *n != names::METACLASS)
                .collect();
            return Err(Signal::Call(Box::new(Call {
                function: self.prelude("_class_hooks"),
                args: vec![class],
                keywords,
                ret: Ret::Discard,
            })));
        }
        Ok(())
    }

    /// The call of a metaclass that makes or initialises classes in Python.
    fn metaclass_call(
        &mut self,
        meta: ObjectId,
        pending: &PendingClass,
        attrs: &NameMap,
    ) -> Option<Signal> {
        let specials = match &self.heap.get(meta).kind {
            Kind::Class(class) => class.specials,
            // A function as metaclass.
            _ => HAS_NEW,
        };
        if specials & (HAS_NEW | HAS_INIT) == 0 {
            return None;
        }
        let items: Vec<_> = attrs.iter().collect();
        let namespace = self.dict_of_names(&items);
        let bases = self.tuple(pending.bases.clone());
        let keywords = pending.keywords.iter().copied();
        let is_class = matches!(self.heap.get(meta).kind, Kind::Class(_));
        let name = if is_class {
            "_instantiate"
        } else {
            "_call_with"
        };
        let args = vec![pending.name, bases, namespace];
        let args = if is_class {
            [vec![Value::Object(meta)], args].concat()
        } else {
            vec![Value::Object(meta), self.tuple(args)]
        };
        Some(Signal::Call(Box::new(Call {
            function: self.prelude(name),
            args,
            keywords: keywords.filter(|(n, _)| *n != names::METACLASS).collect(),
            ret: Ret::Push,
        })))
    }

    /// Whether `__set_name__` or `__init_subclass__` has to run for a new class.
    pub fn class_hooks(&mut self, class: Value, keywords: &[(NameId, Value)]) -> bool {
        let Some(id) = class.object() else {
            return false;
        };
        let Kind::Class(c) = &self.heap.get(id).kind else {
            return false;
        };
        let c = Rc::clone(c);
        let inherits = c.mro[1..]
            .iter()
            .any(|base| match &self.heap.get(*base).kind {
                Kind::Class(base) => base.heap && base.attrs.get(names::INIT_SUBCLASS).is_some(),
                _ => false,
            });
        let named = c.attrs.iter().any(|(_, value)| {
            let class = self.class_of(value);
            class.0 as usize >= types::TYPES.len()
                && self.class_lookup(class, names::SET_NAME).is_some()
        });
        inherits || named || keywords.iter().any(|(n, _)| *n != names::METACLASS)
    }

    /// A class from its parts, as `type(name, bases, namespace)`.
    pub fn new_class(&mut self, pending: &PendingClass, mut attrs: NameMap) -> Answer {
        let name: Rc<str> = match self.heap.str(pending.name) {
            Some(text) => (*text.s).into(),
            None => return Err(self.type_error("type.__new__() argument 1 must be str")),
        };
        let mut bases: Vec<ObjectId> = pending.bases.iter().filter_map(|b| b.object()).collect();
        if bases.is_empty() {
            bases.push(types::OBJECT);
        }
        let in_python = self.prelude("_Property").object();
        for base in &mut bases {
            // A subclass of `property` may override anything: it inherits from one in Python.
            if *base == types::PROPERTY {
                *base = in_python.unwrap_or(*base);
            }
        }
        let layout = self.layout_of(&bases)?;
        let metaclass = self.metaclass_of(pending, &bases)?;
        for (i, base) in bases.iter().enumerate() {
            if bases[..i].contains(base) {
                let name = self.class_name(*base);
                return Err(self.type_error(&format!("duplicate base class {name}")));
            }
        }
        let text = |vm: &Self, attrs: &mut NameMap, key: NameId, other: &Rc<str>| -> Rc<str> {
            let value = attrs.remove(key);
            value
                .and_then(|v| vm.heap.str(v).map(|t| (*t.s).into()))
                .unwrap_or_else(|| other.clone())
        };
        let module = attrs.get(names::MODULE);
        let module: Rc<str> = module
            .and_then(|v| self.heap.str(v).map(|t| (*t.s).into()))
            .unwrap_or_else(|| self.running_module());
        let qualname = text(self, &mut attrs, names::QUALNAME, &name);
        if crate::vm::library::exists(&module) {
            attrs.remove(names::STATIC_ATTRIBUTES);
            attrs.remove(names::FIRSTLINENO);
        }
        let cell = attrs.remove(names::CLASSCELL);
        if attrs.get(names::DEL).is_some() {
            return Err(Signal::Unsupported(
                "__del__ is not supported: when objects die is not simulated; use `with` or `try`/`finally`"
                    .into(),
            ));
        }
        if attrs.get(names::EQ).is_some() && attrs.get(names::HASH).is_none() {
            attrs.set(names::HASH, Value::None);
        }
        self.check_slots(&attrs, layout)?;
        self.wrap_implicit(&mut attrs);
        let class = Class {
            name: name.clone(),
            qualname,
            module,
            bases: bases.clone(),
            mro: Rc::new([]),
            attrs,
            layout,
            heap: true,
            specials: 0,
            serial: self.heap.classes,
            metaclass,
        };
        self.heap.classes += 1;
        for base in bases
            .iter()
            .filter(|base| base.0 as usize >= types::TYPES.len())
        {
            self.heap.note(*base, Access::Write);
        }
        let id = self.heap.alloc(Object {
            class: types::TYPE,
            kind: Kind::Class(Rc::new(class)),
            attrs: None,
        });
        let Some(mro) = linearise(self.heap, id, &bases) else {
            return Err(self.no_order(&bases));
        };
        // Nobody inherits from it yet: no other class is to be looked at.
        let specials = specials(self.heap, &mro);
        if let Kind::Class(class) = &mut self.heap.get_mut(id).kind {
            let class = Rc::make_mut(class);
            (class.mro, class.specials) = (mro.into(), specials);
        }
        if let Some(cell) = cell.and_then(Value::object) {
            self.heap.get_mut(cell).kind = Kind::Cell(Value::Object(id));
        }
        Ok(Value::Object(id))
    }

    pub(super) fn no_order(&mut self, bases: &[ObjectId]) -> Signal {
        let list: Vec<String> = bases.iter().map(|b| self.class_name(*b)).collect();
        self.type_error(&format!(
            "Cannot create a consistent method resolution order (MRO) for bases {}",
            list.join(", ")
        ))
    }

    /// What `__slots__` may not say.
    fn check_slots(&mut self, attrs: &NameMap, layout: Layout) -> Answer<()> {
        let Some(slots) = attrs.get(names::SLOTS) else {
            return Ok(());
        };
        if slots.object().is_none() {
            return Err(self.not_iterable(slots));
        }
        let slots = match self.heap.str(slots) {
            Some(_) => vec![slots],
            None => crate::vm::natives::lists::items_in(self.heap, slots),
        };
        if matches!(layout, Layout::Int | Layout::Bytes | Layout::Tuple) && !slots.is_empty() {
            let base = match layout {
                Layout::Int => "int",
                Layout::Bytes => "bytes",
                _ => "tuple",
            };
            return Err(self.type_error(&format!(
                "nonempty __slots__ not supported for subtype of '{base}'"
            )));
        }
        for slot in &slots {
            let Some(text) = self.heap.str(*slot).map(|t| t.s.to_string()) else {
                let kind = self.type_name(*slot);
                return Err(
                    self.type_error(&format!("__slots__ items must be strings, not '{kind}'"))
                );
            };
            if !crate::vm::text::case::isidentifier(&text) {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
        }
        for slot in slots {
            let name = self.name_of(slot);
            if attrs.get(name).is_some() {
                let text = self.names.get(name).clone();
                return Err(self.value_error(&format!(
                    "'{text}' in __slots__ conflicts with class variable"
                )));
            }
        }
        Ok(())
    }

    /// A name of a class body was set for the second time: members of an enumeration may not.
    pub fn name_set_again(&mut self, name: NameId, was: Value, is: Value) -> Answer<()> {
        let base = self
            .stack
            .classes
            .last()
            .and_then(|pending| pending.bases.last().copied());
        let meta = base.map(|base| self.class_of(base));
        if meta.is_none_or(|meta| self.class_name(meta) != "EnumType")
            || self.names.get(name).starts_with('_')
            || self.is_descriptor(was) && self.is_descriptor(is)
        {
            return Ok(());
        }
        let text = self.name_str(name);
        self.in_python("_already_defined", &[text, was])
    }

    /// Whether a value is a function, a property or the like.
    fn is_descriptor(&self, value: Value) -> bool {
        matches!(
            value.object().map(|id| &self.heap.get(id).kind),
            Some(
                Kind::Function(_)
                    | Kind::Property(_)
                    | Kind::StaticMethod(_)
                    | Kind::ClassMethod(_)
            )
        )
    }

    /// The name of the module whose code runs.
    fn running_module(&self) -> Rc<str> {
        let module = self.stack.frames.last().map(|frame| frame.module);
        match module.map(|id| &self.heap.get(id).kind) {
            Some(Kind::Module(m)) => Rc::clone(&self.program.units[m.unit as usize].name),
            _ => "builtins".into(),
        }
    }

    /// `__new__` is a static method, `__init_subclass__` and `__class_getitem__` are class methods.
    fn wrap_implicit(&mut self, attrs: &mut NameMap) {
        for (name, is_static) in [
            (names::NEW, true),
            (names::INIT_SUBCLASS, false),
            (names::CLASS_GETITEM, false),
        ] {
            if let Some(value) = attrs.get(name)
                && let Some(Kind::Function(_)) = value.object().map(|id| &self.heap.get(id).kind)
            {
                let wrapped = if is_static {
                    self.heap
                        .make(types::STATICMETHOD, Kind::StaticMethod(value))
                } else {
                    self.heap.make(types::CLASSMETHOD, Kind::ClassMethod(value))
                };
                attrs.set(name, wrapped);
            }
        }
    }

    pub(super) fn layout_of(&mut self, bases: &[ObjectId]) -> Answer<Layout> {
        let mut layout = Layout::Plain;
        let mut slotted: Option<ObjectId> = None;
        for base in bases {
            // Of two bases with slots one has to inherit from the other.
            if let Some(other) = self.slotted(*base) {
                match slotted {
                    Some(first) if self.is_subclass(first, other) => {}
                    Some(first) if !self.is_subclass(other, first) => {
                        return Err(
                            self.type_error("multiple bases have instance lay-out conflict")
                        );
                    }
                    _ => slotted = Some(other),
                }
            }
            let Kind::Class(c) = &self.heap.get(*base).kind else {
                continue;
            };
            let final_class = !c.heap
                && (matches!(c.layout, Layout::Internal | Layout::Lock) || *base == types::BOOL)
                && ![types::OBJECT, types::PROPERTY].contains(base);
            if final_class {
                let name = self.name_in_errors(*base);
                return Err(
                    self.type_error(&format!("type '{name}' is not an acceptable base type"))
                );
            }
            if c.layout != Layout::Plain {
                if layout != Layout::Plain && layout != c.layout {
                    return Err(self.type_error("multiple bases have instance lay-out conflict"));
                }
                layout = c.layout;
            }
        }
        Ok(layout)
    }

    /// The first class of a class's mro that has slots of its own.
    fn slotted(&self, class: ObjectId) -> Option<ObjectId> {
        let Kind::Class(class) = &self.heap.get(class).kind else {
            return None;
        };
        let is_slot = |name: &NameId| {
            let text = self.names.get(*name);
            !matches!(&**text, "__dict__" | "__weakref__")
        };
        class.mro.iter().copied().find(|base| {
            let slots = self.own_slots(*base).unwrap_or_default();
            slots.iter().any(is_slot)
        })
    }

    /// The metaclass of a class statement: the one that is given, or that of a base, whichever inherits from all
    /// the others. `None` for `type`, and what is given may be any callable.
    pub fn metaclass_of(
        &mut self,
        pending: &PendingClass,
        bases: &[ObjectId],
    ) -> Answer<Option<ObjectId>> {
        let given = pending
            .keywords
            .iter()
            .find(|(n, _)| *n == names::METACLASS);
        let given = given.map(|(_, value)| *value);
        if let Some(Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None) = given {
            let kind = self.type_name(given.unwrap_or_default());
            return Err(self.type_error(&format!("'{kind}' object is not callable")));
        }
        let mut winner = given.and_then(Value::object).unwrap_or(types::TYPE);
        if !matches!(self.heap.get(winner).kind, Kind::Class(_)) {
            return Ok(Some(winner));
        }
        for base in bases {
            let meta = match &self.heap.get(*base).kind {
                Kind::Class(c) => c.metaclass.unwrap_or(types::TYPE),
                _ => continue,
            };
            if self.is_subclass(winner, meta) {
                continue;
            }
            if !self.is_subclass(meta, winner) {
                return Err(self.type_error(METACLASS_CONFLICT));
            }
            winner = meta;
        }
        Ok((winner != types::TYPE).then_some(winner))
    }
}
