//! Attributes: looking them up as Python does, binding methods.

use crate::lang::code::Op;
use crate::vm::classes::{HAS_BORROWED, HAS_DESCRIPTORS, HAS_GETATTRIBUTE};
use crate::vm::comparison::class_in;
use crate::vm::effects::Variable;
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::heap::Access;
use crate::vm::listed_attributes::no_docs;
use crate::vm::object::{Kind, Object};
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::value::{NameId, ObjectId, Value};
use crate::vm::{names, natives, types};
use std::rc::Rc;

/// An attribute and what it is to be bound to: `NULL` if it needs no receiver.
pub type Bound = (Value, Value);

impl Vm<'_> {
    /// The class of a value.
    pub fn class_of(&self, value: Value) -> ObjectId {
        match value {
            Value::None => types::NONE_TYPE,
            Value::Ellipsis => types::ELLIPSIS_TYPE,
            Value::NotImplemented => types::NOT_IMPLEMENTED_TYPE,
            Value::Bool(_) => types::BOOL,
            Value::Int(_) => types::INT,
            Value::Float(_) => types::FLOAT,
            Value::Native(_) => types::NATIVE,
            Value::Null => types::OBJECT,
            Value::Object(id) => class_in(self.heap, id),
        }
    }

    /// `__name__` of the class of a value.
    pub fn type_name(&self, value: Value) -> String {
        self.name_in_errors(self.class_of(value))
    }

    /// `__name__` of a class; those of C outside of `builtins` are named with their module.
    pub fn name_in_errors(&self, class: ObjectId) -> String {
        if let Kind::Class(found) = &self.heap.get(class).kind {
            if !found.heap && &*found.module == "_thread" {
                return format!("_thread.{}", found.name);
            }
            if let Some(name) = crate::vm::library::c_class(&found.module, &found.name) {
                return name.to_string();
            }
        }
        self.class_name(class)
    }

    /// `__name__` of a class.
    pub fn class_name(&self, class: ObjectId) -> String {
        match &self.heap.get(class).kind {
            Kind::Class(class) => class.name.to_string(),
            _ => "object".into(),
        }
    }

    /// An attribute of a class or one of its bases, unbound.
    pub fn class_lookup(&self, class: ObjectId, name: NameId) -> Option<Value> {
        let Kind::Class(c) = &self.heap.get(class).kind else {
            return None;
        };
        if let Some(value) = c.attrs.get(name) {
            return Some(value);
        }
        c.mro[1..]
            .iter()
            .find_map(|base| match &self.heap.get(*base).kind {
                Kind::Class(c) => c.attrs.get(name),
                _ => None,
            })
    }

    /// A special method, looked up on the class as the interpreter does.
    pub fn special(&mut self, value: Value, name: NameId) -> Option<Bound> {
        let class = self.class_of(value);
        let found = self.class_lookup(class, name)?;
        if found == Value::None && matches!(name, names::ITER | names::CONTAINS | names::HASH) {
            return None;
        }
        match found.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::StaticMethod(function)) => Some((*function, Value::Null)),
            Some(Kind::ClassMethod(function)) => Some((*function, Value::Object(class))),
            Some(Kind::Function(_)) => Some((found, value)),
            None => match found {
                Value::Native(id) if natives::binds(id) => Some((found, value)),
                _ => Some((found, Value::Null)),
            },
            _ => Some(self.described(found, value)),
        }
    }

    /// What a special method is that some descriptor has to give: a helper asks it when it is called.
    fn described(&mut self, found: Value, owner: Value) -> Bound {
        let object = found.object().map(|id| self.heap.get(id));
        let asks = object.is_some_and(|object| match object.kind {
            Kind::Property(_) => true,
            Kind::Class(_) | Kind::Method { .. } => false,
            _ => {
                object.class.0 as usize >= types::TYPES.len()
                    && self.class_lookup(object.class, names::GET).is_some()
            }
        });
        if !asks {
            return (found, Value::Null);
        }
        let parts = self.tuple(vec![found, owner]);
        (self.prelude("_call_described"), parts)
    }

    /// Whether a special method of a class is the program's own, and not what a built-in base has under that name.
    #[inline]
    pub fn is_own(&self, class: ObjectId, name: NameId, method: Value) -> bool {
        !matches!(method, Value::Native(_))
            || self.has_special(class, HAS_BORROWED)
                && crate::vm::classes::built_in(self.heap, class, name) != Some(method)
    }

    /// LOAD_ATTR.
    pub fn load_attr(&mut self, owner: Value, name: NameId, method: bool) -> Answer<()> {
        let (value, receiver) = match self.attribute(owner, name) {
            Ok(found) => found,
            // A property gives the function that is about to be called.
            Err(Signal::Call(mut call)) if method && call.ret == Ret::Push => {
                call.ret = Ret::Method;
                return Err(Signal::Call(call));
            }
            Err(signal) => return Err(signal),
        };
        if method {
            self.push(value);
            self.push(receiver);
        } else {
            let value = self.bind_method(value, receiver);
            self.push(value);
        }
        Ok(())
    }

    /// A bound method, unless there is nothing to bind.
    pub fn bind_method(&mut self, function: Value, receiver: Value) -> Value {
        if receiver.is_null() {
            return function;
        }
        let class = match function {
            Value::Native(_) => types::NATIVE,
            _ => types::METHOD,
        };
        self.heap.make(class, Kind::Method { function, receiver })
    }

    /// An attribute as a plain value.
    pub fn get_attribute(&mut self, owner: Value, name: NameId) -> Answer {
        let (value, receiver) = self.attribute(owner, name)?;
        Ok(self.bind_method(value, receiver))
    }

    /// An attribute, not yet bound.
    pub fn attribute(&mut self, owner: Value, name: NameId) -> Answer<Bound> {
        if let Value::Object(id) = owner {
            let object = self.heap.get(id);
            match &object.kind {
                Kind::Plain | Kind::Exception(_) => {
                    self.heap.note(id, Access::Attribute(name, false));
                    if let Some(attrs) = &object.attrs
                        && let Some(value) = attrs.get(name)
                        && !self.has_special(object.class, HAS_GETATTRIBUTE)
                        && !(self.has_special(object.class, HAS_DESCRIPTORS)
                            && self.has_data_descriptor(object.class, name))
                    {
                        if self.log.is_some() {
                            self.note(Variable::Attribute(id, name), value, false);
                        }
                        return Ok((value, Value::Null));
                    }
                    if let Some(method) = self.plain_method(object, name) {
                        return Ok((method, owner));
                    }
                }
                Kind::Module(_) => return self.module_attribute(id, name),
                Kind::Class(_) => return self.attribute_of_class(id, name),
                Kind::Super { class, receiver } => {
                    let (class, receiver) = (*class, *receiver);
                    if let Some(own) = self.attribute_of_super(class, receiver, name) {
                        return Ok((own, Value::Null));
                    }
                    return self.super_attribute(class, receiver, name);
                }
                _ => {}
            }
        }
        let class = self.class_of(owner);
        if (class.0 as usize) < types::TYPES.len()
            && let Some(found @ Value::Native(method)) = self.class_lookup(class, name)
            && natives::binds(method)
            && owner
                .object()
                .is_none_or(|id| self.heap.look(id).attrs.is_none())
        {
            if let Some(id) = owner.object() {
                self.heap.note(id, Access::Attribute(name, false));
            }
            return Ok((found, owner));
        }
        if self.has_special(class, HAS_GETATTRIBUTE)
            && let Some(getter) = self.class_lookup(class, names::GETATTRIBUTE)
            && self.is_own(class, names::GETATTRIBUTE, getter)
        {
            return self.in_python("_getattribute", &[owner, Value::Int(i64::from(name.0))]);
        }
        self.generic_attribute(owner, class, name)
    }

    /// What nearly every look for a method comes to: a function of the class, of an object that has nothing under that
    /// name itself.
    fn plain_method(&self, object: &Object, name: NameId) -> Option<Value> {
        let attrs = object.attrs.as_ref();
        let own = |name| attrs.is_some_and(|attrs| attrs.get(name).is_some());
        if self.has_special(object.class, HAS_GETATTRIBUTE) || own(names::OWN_DICT) {
            return None;
        }
        let found = self.class_lookup(object.class, name)?;
        let function = self.heap.look(found.object()?);
        let plain = matches!(function.kind, Kind::Function(_)) && function.class != types::NATIVE;
        (plain && !own(name)).then_some(found)
    }

    /// `object.__getattribute__`, with `__getattr__` as the last resort.
    pub fn generic_attribute(
        &mut self,
        owner: Value,
        class: ObjectId,
        name: NameId,
    ) -> Answer<Bound> {
        // A descriptor may raise an AttributeError, and then `__getattr__` is asked as well.
        if self.has_special(class, HAS_DESCRIPTORS)
            && self.class_lookup(class, names::GETATTR).is_some()
            && let Some(found) = self.class_lookup(class, name).and_then(Value::object)
            && (matches!(self.heap.get(found).kind, Kind::Property(_))
                || self.heap.get(found).class.0 as usize >= types::TYPES.len()
                    && self
                        .class_lookup(self.heap.get(found).class, names::GET)
                        .is_some())
        {
            return self.in_python("_getattribute", &[owner, Value::Int(i64::from(name.0))]);
        }
        match self.own_attribute(owner, class, name)? {
            Some(bound) => Ok(bound),
            None => {
                if let Some((getter, receiver)) = self.special(owner, names::GETATTR) {
                    let text = self.name_str(name);
                    let bound = self.bind_method(getter, receiver);
                    return self.in_python("_getattr", &[owner, bound, text]);
                }
                Err(self.no_attribute(owner, name))
            }
        }
    }

    /// `object.__getattribute__` alone; `None` if there is no such attribute.
    pub fn own_attribute(
        &mut self,
        owner: Value,
        class: ObjectId,
        name: NameId,
    ) -> Answer<Option<Bound>> {
        let found = self.class_lookup(class, name);
        if let Some(found) = found
            && let Some(answer) = self.data_descriptor(found, owner, class, name)
        {
            return answer.map(Some);
        }
        if let Some(id) = owner.object() {
            self.heap.note(id, Access::Attribute(name, false));
            if let Some(attrs) = &self.heap.get(id).attrs
                && let Some(value) = attrs.get(name)
            {
                if self.exploring.is_some() {
                    self.note(Variable::Attribute(id, name), value, false);
                }
                return Ok(Some((value, Value::Null)));
            }
            if let Some(value) = self.in_own_dict(id, name) {
                return Ok(Some((value, Value::Null)));
            }
            if self.heap.look(id).attrs.is_some() && found.is_none_or(|f| self.is_data(f)) {
                self.note_if_exploring(Variable::Attribute(id, name), false);
            }
        }
        if let Some(found) = found {
            self.note_class_attribute(class, name, found);
            return self.bind_class_attribute(found, owner, class).map(Some);
        }
        let built_in = self.built_in_attribute(owner, name)?;
        let found = built_in.or_else(|| self.hidden_attribute(class, name));
        Ok(found.map(|value| (value, Value::Null)))
    }

    /// The dict that holds the attributes of an object, if the program has set its `__dict__`.
    pub fn own_dict(&self, id: ObjectId) -> Option<ObjectId> {
        let attrs = self.heap.get(id).attrs.as_ref()?;
        attrs.get(names::OWN_DICT)?.object()
    }

    pub fn in_own_dict(&self, id: ObjectId, name: NameId) -> Option<Value> {
        let dict = self.own_dict(id)?;
        self.dict_get_str(dict, self.names.get(name))
    }

    /// The object whose `__dict__` a value is, where the machine makes one up to be looked into.
    pub fn attributes_owner(&self, value: Value) -> Option<ObjectId> {
        let object = self.heap.get(value.object()?);
        match &object.kind {
            Kind::Dict(_) => object.attrs.as_ref()?.get(names::OWNER)?.object(),
            _ => None,
        }
    }

    /// Whether a class has one of the flags in [`crate::vm::classes`].
    #[inline]
    pub fn has_special(&self, class: ObjectId, flag: u32) -> bool {
        matches!(&self.heap.get(class).kind, Kind::Class(c) if c.specials & flag != 0)
    }

    fn has_data_descriptor(&self, class: ObjectId, name: NameId) -> bool {
        let Some(found) = self.class_lookup(class, name) else {
            return false;
        };
        match found.object().map(|id| self.heap.get(id)) {
            Some(Object {
                kind: Kind::Property(_),
                ..
            }) => true,
            Some(object) => {
                object.class.0 as usize >= types::TYPES.len()
                    && self.class_lookup(object.class, names::SET).is_some()
            }
            None => false,
        }
    }

    /// What a property or another data descriptor gives; `None` if it is none.
    fn data_descriptor(
        &mut self,
        found: Value,
        owner: Value,
        class: ObjectId,
        name: NameId,
    ) -> Option<Answer<Bound>> {
        let object = self.heap.get(found.object()?);
        match &object.kind {
            Kind::Property(parts) => {
                let getter = parts[0];
                if getter == Value::None {
                    let (kind, text) = (self.type_name(owner), self.names.get(name).clone());
                    let message = format!("property '{text}' of '{kind}' object has no getter");
                    return Some(Err(self.error(types::ATTRIBUTE_ERROR, &message)));
                }
                Some(Err(Signal::Call(Box::new(Call {
                    function: getter,
                    args: vec![owner],
                    keywords: Vec::new(),
                    ret: crate::vm::frame::Ret::Push,
                }))))
            }
            _ if object.class.0 as usize >= types::TYPES.len()
                && self.class_lookup(object.class, names::SET).is_some() =>
            {
                let get = self.class_lookup(object.class, names::GET)?;
                let bound = self.bind_method(get, found);
                Some(self.in_python("_get", &[owner, bound, Value::Object(class)]))
            }
            _ => None,
        }
    }

    /// What an attribute of the class gives through an instance.
    fn bind_class_attribute(
        &mut self,
        found: Value,
        owner: Value,
        class: ObjectId,
    ) -> Answer<Bound> {
        let Value::Object(id) = found else {
            let bind = matches!(found, Value::Native(id) if natives::binds(id));
            return Ok((found, if bind { owner } else { Value::Null }));
        };
        let object = self.heap.get(id);
        match &object.kind {
            // A built-in function is no method of the class that it is put into.
            Kind::Function(_) if object.class == types::NATIVE => Ok((found, Value::Null)),
            Kind::Function(_) => Ok((found, owner)),
            Kind::StaticMethod(function) => Ok((*function, Value::Null)),
            Kind::ClassMethod(function) => Ok((*function, Value::Object(class))),
            _ if object.class.0 as usize >= types::TYPES.len() => {
                match self.class_lookup(object.class, names::GET) {
                    Some(get) => {
                        let bound = self.bind_method(get, found);
                        self.in_python("_get", &[owner, bound, Value::Object(class)])
                    }
                    None => Ok((found, Value::Null)),
                }
            }
            _ => Ok((found, Value::Null)),
        }
    }

    fn module_attribute(&mut self, id: ObjectId, name: NameId) -> Answer<Bound> {
        let Kind::Module(module) = &self.heap.get(id).kind else {
            return Ok((Value::None, Value::Null));
        };
        let unit = &self.program.units[module.unit as usize];
        if let Some(value) = self.module_value(id, name) {
            return Ok((value, Value::Null));
        }
        // A submodule that was imported.
        let full = format!("{}.{}", unit.name, self.names.get(name));
        if let Some(sub) = self.program.modules.get(full.as_str())
            && matches!(&self.heap.get(*sub).kind, Kind::Module(m) if m.imported)
        {
            return Ok((Value::Object(*sub), Value::Null));
        }
        if name == names::DICT {
            return self.in_python("_module_dict", &[Value::Object(id)]);
        }
        let (module, text) = (unit.name.clone(), self.names.get(name).clone());
        if let Some(reason) = crate::vm::library::missing(&module, &text) {
            return Err(Signal::Unsupported(reason.into()));
        }
        if let Some(getter) = self.module_getter(id) {
            let text = self.name_str(name);
            return self.in_python("_call1", &[getter, text]);
        }
        if matches!(&*text, "__loader__" | "__builtins__" | "__cached__") {
            return Ok((crate::vm::natives::by_name("builtins._hidden"), Value::Null));
        }
        let message = format!("module '{module}' has no attribute '{text}'");
        Err(self.attribute_error(Value::Object(id), name, &message))
    }

    /// What a module has under a name.
    pub fn module_value(&mut self, id: ObjectId, name: NameId) -> Option<Value> {
        let Kind::Module(module) = &self.heap.get(id).kind else {
            return None;
        };
        let unit = &self.program.units[module.unit as usize];
        let slot = unit.slot_of.get(&name).map(|s| module.slots[*s as usize]);
        let value = slot
            .filter(|v| !v.is_null())
            .or_else(|| module.extra.get(name));
        // In exploration it also matters that there is nothing yet.
        self.note_in_module(id, name, value.unwrap_or(Value::Null), false);
        value
    }

    /// Notes that a name of a module is used by way of the module, not as a global.
    pub fn note_in_module(&mut self, id: ObjectId, name: NameId, value: Value, write: bool) {
        let Kind::Module(module) = &self.heap.look(id).kind else {
            return;
        };
        let number = module.unit;
        let unit = &self.program.units[number as usize];
        let Some(slot) = unit.slot_of.get(&name).copied() else {
            self.heap.note(id, Access::Attribute(name, write));
            if write {
                self.note_more_names(id, true);
            }
            return;
        };
        if let Some(exploring) = &mut self.exploring
            && self.heap.is_watching()
        {
            exploring.touched.global(number, slot, write);
        }
        if self.log.is_some() && !value.is_null() {
            self.note_global(id, number, slot as usize, value, write);
        }
    }

    /// Notes, in exploration, that a module gets names that its text does not have, or that somebody asks for all.
    pub fn note_more_names(&self, id: ObjectId, write: bool) {
        self.heap.note(id, Access::Attribute(names::DICT, write));
    }

    /// The function `__getattr__` of a module, if it has one.
    pub fn module_getter(&self, id: ObjectId) -> Option<Value> {
        let Kind::Module(module) = &self.heap.get(id).kind else {
            return None;
        };
        let unit = &self.program.units[module.unit as usize];
        let slot = unit.slot_of.get(&names::GETATTR)?;
        let getter = module.slots[*slot as usize];
        (!getter.is_null()).then_some(getter)
    }

    /// Whether what a class holds is neither a method nor a property.
    fn is_data(&self, found: Value) -> bool {
        let kind = found.object().map(|id| &self.heap.look(id).kind);
        !matches!(found, Value::Native(_))
            && !matches!(
                kind,
                Some(
                    Kind::Function(_)
                        | Kind::StaticMethod(_)
                        | Kind::ClassMethod(_)
                        | Kind::Property(_)
                )
            )
    }

    /// Notes that data of a class is read, for the races that an exploration finds.
    fn note_class_attribute(&mut self, class: ObjectId, name: NameId, found: Value) {
        if self.exploring.is_none() || self.log.is_none() {
            return;
        }
        let is_data = self.is_data(found);
        let Kind::Class(c) = &self.heap.look(class).kind else {
            return;
        };
        let owner = c.mro.iter().copied().find(|base| {
            matches!(&self.heap.look(*base).kind, Kind::Class(b) if b.attrs.get(name).is_some())
        });
        if let Some(owner) = owner.filter(|_| is_data) {
            self.note(Variable::Attribute(owner, name), found, false);
        }
    }

    fn attribute_of_class(&mut self, id: ObjectId, name: NameId) -> Answer<Bound> {
        let (owner, metaclass) = (Value::Object(id), self.class_of(Value::Object(id)));
        if metaclass != types::TYPE
            && self.has_special(metaclass, HAS_GETATTRIBUTE)
            && let Some(getter) = self.class_lookup(metaclass, names::GETATTRIBUTE)
            && self.is_own(metaclass, names::GETATTRIBUTE, getter)
        {
            return self.in_python("_getattribute", &[owner, Value::Int(i64::from(name.0))]);
        }
        self.attribute_in_class(id, name)
    }

    /// `type.__getattribute__`
    pub fn attribute_in_class(&mut self, id: ObjectId, name: NameId) -> Answer<Bound> {
        let metaclass = self.class_of(Value::Object(id));
        if metaclass != types::TYPE
            && let Some(found) = self.class_lookup(metaclass, name)
            && let Some(answer) = self.data_descriptor(found, Value::Object(id), metaclass, name)
        {
            return answer;
        }
        // Annotations are not inherited.
        if name == names::ANNOTATIONS
            && matches!(&self.heap.get(id).kind, Kind::Class(c) if c.attrs.get(name).is_none())
        {
            return Ok((self.new_dict(), Value::Null));
        }
        if let Some(found) = self.class_lookup(id, name) {
            self.note_class_attribute(id, name, found);
            return match found.object().map(|f| self.heap.get(f)) {
                Some(Object {
                    kind: Kind::StaticMethod(function),
                    ..
                }) => Ok((*function, Value::Null)),
                Some(Object {
                    kind: Kind::ClassMethod(function),
                    ..
                }) => Ok((*function, Value::Object(id))),
                Some(object)
                    if object.class.0 as usize >= types::TYPES.len()
                        && !matches!(object.kind, Kind::Class(_)) =>
                {
                    match self.class_lookup(object.class, names::GET) {
                        Some(get) => {
                            let bound = self.bind_method(get, found);
                            self.in_python("_call2", &[bound, Value::None, Value::Object(id)])
                        }
                        None => Ok((found, Value::Null)),
                    }
                }
                _ => Ok((found, Value::Null)),
            };
        }
        if let Some(value) = self.attribute_of_type(id, name) {
            return Ok((value, Value::Null));
        }
        if name == names::DOC {
            return Err(no_docs());
        }
        if let Some(hidden) = self.hidden_attribute(id, name) {
            return Ok((hidden, Value::Null));
        }
        if let Some(found) = self.class_lookup(metaclass, name) {
            return self.bind_class_attribute(found, Value::Object(id), metaclass);
        }
        if let Some(getter) = self.class_lookup(metaclass, names::GETATTR) {
            let text = self.name_str(name);
            let bound = self.bind_method(getter, Value::Object(id));
            return self.in_python("_call1", &[bound, text]);
        }
        if let Some(owner) = self.slot_owner(id, name) {
            let text = self.name_str(name);
            let class = self.prelude("_Member");
            return Err(Signal::Call(Box::new(Call {
                function: class,
                args: vec![Value::Object(owner), text],
                keywords: Vec::new(),
                ret: Ret::Push,
            })));
        }
        let (class, text) = (self.name_in_errors(id), self.names.get(name).clone());
        let message = format!("type object '{class}' has no attribute '{text}'");
        Err(self.attribute_error(Value::Object(id), name, &message))
    }

    fn attribute_of_type(&mut self, id: ObjectId, name: NameId) -> Option<Value> {
        let Kind::Class(class) = &self.heap.get(id).kind else {
            return None;
        };
        let class = Rc::clone(class);
        Some(match name {
            names::NAME => self.new_str(&class.name),
            names::QUALNAME => self.new_str(&class.qualname),
            names::MODULE => self.new_str(&class.module),
            names::DOC if self.is_foreign(&class.module) => return None,
            names::DOC => Value::None,
            names::CLASS => Value::Object(self.class_of(Value::Object(id))),
            names::MRO => self.tuple(class.mro.iter().map(|c| Value::Object(*c)).collect()),
            names::BASES => self.tuple(class.bases.iter().map(|c| Value::Object(*c)).collect()),
            names::BASE => Value::Object(*class.bases.first()?),
            names::DICT => {
                let items = self.class_dict(id, &class);
                self.instance_with("_MappingProxy", &[(names::HIDDEN_MAPPING, items)])
            }
            names::ANNOTATIONS => self.new_dict(),
            _ if class.heap && &**self.names.get(name) == "__weakref__" => {
                let of = [
                    (names::OBJCLASS, Value::Object(id)),
                    (names::NAME, self.name_str(name)),
                ];
                self.instance_with("_Attribute", &of)
            }
            _ => return None,
        })
    }

    /// Attribute of `super(class, receiver)`.
    pub fn super_attribute(
        &mut self,
        class: ObjectId,
        receiver: Value,
        name: NameId,
    ) -> Answer<Bound> {
        // In a class method the receiver is a class.
        let (start, as_class) = match receiver.object().map(|id| (id, &self.heap.get(id).kind)) {
            Some((id, Kind::Class(_))) if self.is_subclass(id, class) => (id, true),
            _ => (self.class_of(receiver), false),
        };
        let mro: Rc<[ObjectId]> = match &self.heap.get(start).kind {
            Kind::Class(c) => Rc::clone(&c.mro),
            _ => Rc::new([]),
        };
        let after = mro.iter().position(|c| *c == class).map_or(0, |i| i + 1);
        for base in &mro[after..] {
            let Kind::Class(c) = &self.heap.get(*base).kind else {
                continue;
            };
            let Some(found) = c.attrs.get(name) else {
                continue;
            };
            if as_class {
                return Ok(match found.object().map(|id| &self.heap.get(id).kind) {
                    Some(Kind::StaticMethod(function)) => (*function, Value::Null),
                    Some(Kind::ClassMethod(function)) => (*function, receiver),
                    _ => (found, Value::Null),
                });
            }
            if let Some(answer) = self.data_descriptor(found, receiver, start, name) {
                return answer;
            }
            return self.bind_class_attribute(found, receiver, start);
        }
        if let Some(hidden) = self.hidden_attribute(types::OBJECT, name) {
            return Ok((hidden, Value::Null));
        }
        let text = self.names.get(name).clone();
        let message = format!("'super' object has no attribute '{text}'");
        Err(self.attribute_error(receiver, name, &message))
    }

    /// What `super(class, receiver)` says of itself.
    fn attribute_of_super(&self, class: ObjectId, receiver: Value, name: NameId) -> Option<Value> {
        Some(match &**self.names.get(name) {
            "__class__" => Value::Object(types::SUPER),
            "__self__" => receiver,
            "__thisclass__" => Value::Object(class),
            "__self_class__" => match receiver.object() {
                Some(id) if self.is_subclass(id, class) => receiver,
                _ => Value::Object(self.class_of(receiver)),
            },
            _ => return None,
        })
    }

    /// AttributeError for a missing attribute.
    pub fn no_attribute(&mut self, owner: Value, name: NameId) -> Signal {
        let (kind, text) = (self.type_name(owner), self.names.get(name).clone());
        let message = format!("'{kind}' object has no attribute '{text}'");
        self.attribute_error(owner, name, &message)
    }

    /// AttributeError with its attributes; a traceback finds the suggestion by them.
    pub fn attribute_error(&mut self, owner: Value, name: NameId, message: &str) -> Signal {
        let exception = self.exception(types::ATTRIBUTE_ERROR, message);
        let text = self.name_str(name);
        self.set_plain_attr(exception, names::NAME_ATTR, text);
        self.set_plain_attr(exception, names::OBJ, owner);
        // Where `self` is the object, names with an underscore may be suggested.
        if self.own_self() == Some(owner) {
            self.set_hint(exception, Value::None);
        }
        Signal::Raise(exception)
    }

    /// What an AttributeError that comes out of a call for an attribute says of it, if it says nothing itself.
    pub fn complete_attribute_error(&mut self, exception: Value, owner: Value) {
        let Some(frame) = self.stack.frames.last() else {
            return;
        };
        let code = self.program.code(frame.code);
        let at = frame.pc.saturating_sub(1) as usize;
        let asked = code.instructions.get(at).copied();
        if let Some(asked) = asked.filter(|i| i.op == Op::LoadAttr)
            && self.is_instance(exception, types::ATTRIBUTE_ERROR)
            && self.plain_attr(exception, names::NAME_ATTR).is_none()
            && self.plain_attr(exception, names::OBJ).is_none()
        {
            let text = self.name_str(NameId(asked.arg >> 1));
            self.set_plain_attr(exception, names::NAME_ATTR, text);
            self.set_plain_attr(exception, names::OBJ, owner);
            self.set_hint(exception, Value::None);
        }
    }
}
