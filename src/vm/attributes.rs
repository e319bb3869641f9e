//! Attributes: looking them up as Python does, binding methods, setting and deleting.

use crate::vm::classes::{HAS_DESCRIPTORS, HAS_GETATTRIBUTE, HAS_SETATTR};
use crate::vm::exec::{Variable, Vm};
use crate::vm::frame::Ret;
use crate::vm::heap::Access;
use crate::vm::name_map::NameMap;
use crate::vm::names;
use crate::vm::object::{Kind, Layout, Object};
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::types;
use crate::vm::value::{NameId, ObjectId, Value};
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
            Value::Object(id) => {
                let object = self.heap.get(id);
                match &object.kind {
                    Kind::Class(class) => class.metaclass.unwrap_or(types::TYPE),
                    _ => object.class,
                }
            }
        }
    }

    /// `__name__` of the class of a value.
    pub fn type_name(&self, value: Value) -> String {
        if let Some(Kind::Method {
            function: Value::Native(_),
            ..
        }) = value.object().map(|id| &self.heap.get(id).kind)
        {
            return "builtin_function_or_method".into();
        }
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
        if found == Value::None {
            return None;
        }
        match found.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::StaticMethod(function)) => Some((*function, Value::Null)),
            Some(Kind::ClassMethod(function)) => Some((*function, Value::Object(class))),
            Some(Kind::Function(_)) => Some((found, value)),
            None if matches!(found, Value::Native(_)) => Some((found, value)),
            _ => Some((found, Value::Null)),
        }
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
        self.heap
            .make(types::METHOD, Kind::Method { function, receiver })
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
                }
                Kind::Module(_) => return self.module_attribute(id, name),
                Kind::Class(_) => return self.attribute_of_class(id, name),
                Kind::Super { class, receiver } => {
                    let (class, receiver) = (*class, *receiver);
                    return self.super_attribute(class, receiver, name);
                }
                _ => {}
            }
        }
        let class = self.class_of(owner);
        if self.has_special(class, HAS_GETATTRIBUTE)
            && let Some(getter) = self.class_lookup(class, names::GETATTRIBUTE)
            && !matches!(getter, Value::Native(_))
        {
            return self.in_python("_getattribute", &[owner, Value::Int(i64::from(name.0))]);
        }
        self.generic_attribute(owner, class, name)
    }

    /// `object.__getattribute__`, with `__getattr__` as the last resort.
    pub fn generic_attribute(
        &mut self,
        owner: Value,
        class: ObjectId,
        name: NameId,
    ) -> Answer<Bound> {
        match self.own_attribute(owner, class, name)? {
            Some(bound) => Ok(bound),
            None => {
                if let Some(getter) = self.class_lookup(class, names::GETATTR) {
                    let text = self.name_str(name);
                    let bound = self.bind_method(getter, owner);
                    return self.in_python("_call1", &[bound, text]);
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
                return Ok(Some((value, Value::Null)));
            }
            if let Some(value) = self.in_own_dict(id, name) {
                return Ok(Some((value, Value::Null)));
            }
        }
        if let Some(found) = found {
            return self.bind_class_attribute(found, owner, class).map(Some);
        }
        let built_in = self.built_in_attribute(owner, name)?;
        Ok(built_in.map(|value| (value, Value::Null)))
    }

    /// The dict that holds the attributes of an object, if the program has set its `__dict__`.
    pub fn own_dict(&self, id: ObjectId) -> Option<ObjectId> {
        let attrs = self.heap.get(id).attrs.as_ref()?;
        attrs.get(names::OWN_DICT)?.object()
    }

    fn in_own_dict(&self, id: ObjectId, name: NameId) -> Option<Value> {
        let dict = self.own_dict(id)?;
        self.dict_get_str(dict, self.names.get(name))
    }

    /// Whether a class has one of the flags in [`crate::vm::classes`].
    #[inline]
    fn has_special(&self, class: ObjectId, flag: u32) -> bool {
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
                Some(self.in_python("_call2", &[bound, owner, Value::Object(class)]))
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
            let bind = matches!(found, Value::Native(_));
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
                        self.in_python("_call2", &[bound, owner, Value::Object(class)])
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

    fn attribute_of_class(&mut self, id: ObjectId, name: NameId) -> Answer<Bound> {
        let metaclass = self.class_of(Value::Object(id));
        if metaclass != types::TYPE
            && let Some(found) = self.class_lookup(metaclass, name)
            && let Some(answer) = self.data_descriptor(found, Value::Object(id), metaclass, name)
        {
            return answer;
        }
        if let Some(found) = self.class_lookup(id, name) {
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
            names::DOC => Value::None,
            names::CLASS => Value::Object(self.class_of(Value::Object(id))),
            names::MRO => self.tuple(class.mro.iter().map(|c| Value::Object(*c)).collect()),
            names::BASES => self.tuple(class.bases.iter().map(|c| Value::Object(*c)).collect()),
            names::BASE => Value::Object(*class.bases.first()?),
            names::DICT => {
                let items: Vec<_> = class.attrs.iter().collect();
                self.dict_of_names(&items)
            }
            names::ANNOTATIONS => self.new_dict(),
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
        let text = self.names.get(name).clone();
        let message = format!("'super' object has no attribute '{text}'");
        Err(self.attribute_error(receiver, name, &message))
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
        Signal::Raise(exception)
    }

    /// Names of the attributes that `dir` would list, for suggestions.
    pub fn known_attributes(&self, owner: Value) -> Vec<String> {
        let mut found: Vec<NameId> = Vec::new();
        let mut list: Vec<String> = Vec::new();
        if let Some(id) = owner.object() {
            let object = self.heap.get(id);
            if let Some(attrs) = &object.attrs {
                found.extend(attrs.iter().map(|(n, _)| n));
            }
            let own = self.own_dict(id).and_then(|dict| self.dict_data(dict));
            let keys = own.iter().flat_map(|dict| dict.iter().map(|e| e.key));
            list.extend(keys.filter_map(|key| self.heap.str(key).map(|t| t.s.to_string())));
            if let Kind::Module(module) = &object.kind {
                let unit = &self.program.units[module.unit as usize];
                found.extend(
                    unit.slots
                        .iter()
                        .zip(&module.slots)
                        .filter(|(_, v)| !v.is_null())
                        .map(|(n, _)| *n),
                );
                found.extend(module.extra.iter().map(|(n, _)| n));
            }
        }
        let (class, module) = match owner.object().map(|id| (id, &self.heap.get(id).kind)) {
            Some((id, Kind::Class(_))) => (id, false),
            Some((_, Kind::Module(_))) => (types::MODULE, true),
            _ => (self.class_of(owner), false),
        };
        // A module lists its own names only.
        if !module && let Kind::Class(c) = &self.heap.get(class).kind {
            for base in c.mro.iter() {
                if let Kind::Class(base) = &self.heap.get(*base).kind {
                    found.extend(base.attrs.iter().map(|(n, _)| n));
                }
            }
        }
        list.extend(found.iter().map(|n| self.names.get(*n).to_string()));
        list.retain(|n| !n.starts_with("__lockstep"));
        list.sort();
        list.dedup();
        list
    }

    /// STORE_ATTR.
    pub fn set_attribute(&mut self, owner: Value, name: NameId, value: Value) -> Answer<()> {
        let Value::Object(id) = owner else {
            return Err(self.read_only(owner, name));
        };
        let class = self.class_of(owner);
        if class.0 as usize >= types::TYPES.len() {
            if self.has_special(class, HAS_SETATTR)
                && let Some(setter) = self.class_lookup(class, names::SETATTR)
                && !matches!(setter, Value::Native(_))
            {
                let text = self.name_str(name);
                let bound = self.bind_method(setter, owner);
                return self.discard(bound, vec![text, value]);
            }
            if self.has_special(class, HAS_DESCRIPTORS)
                && let Some(found) = self.class_lookup(class, name)
                && let Some(answer) = self.set_through_descriptor(found, owner, name, value)
            {
                return answer;
            }
        }
        self.set_generic(owner, id, name, value)
    }

    fn set_through_descriptor(
        &mut self,
        found: Value,
        owner: Value,
        name: NameId,
        value: Value,
    ) -> Option<Answer<()>> {
        let object = self.heap.get(found.object()?);
        match &object.kind {
            Kind::Property(parts) => {
                let setter = parts[1];
                if setter == Value::None {
                    let (kind, text) = (self.type_name(owner), self.names.get(name).clone());
                    let message = format!("property '{text}' of '{kind}' object has no setter");
                    return Some(Err(self.error(types::ATTRIBUTE_ERROR, &message)));
                }
                Some(self.discard(setter, vec![owner, value]))
            }
            _ if object.class.0 as usize >= types::TYPES.len() => {
                let set = self.class_lookup(object.class, names::SET)?;
                let bound = self.bind_method(set, found);
                Some(self.discard(bound, vec![owner, value]))
            }
            _ => None,
        }
    }

    /// Sets an attribute without `__setattr__` and descriptors.
    pub fn set_generic(
        &mut self,
        owner: Value,
        id: ObjectId,
        name: NameId,
        value: Value,
    ) -> Answer<()> {
        if matches!(
            name,
            names::CAUSE
                | names::CONTEXT
                | names::NOTES
                | names::ARGS
                | names::SUPPRESS_CONTEXT
                | names::TRACEBACK
        ) && let Some(data) = self.exception_data(owner)
        {
            match name {
                names::CAUSE => {
                    data.cause = value;
                    data.suppress_context = true;
                }
                names::CONTEXT => data.context = value,
                names::NOTES => data.notes = value,
                names::ARGS => data.args = value,
                names::SUPPRESS_CONTEXT => data.suppress_context = value == Value::Bool(true),
                _ if value == Value::None => data.traceback.clear(),
                _ => {
                    let function = self.prelude("_use_traceback");
                    return self.discard(function, vec![owner, value]);
                }
            }
            return Ok(());
        }
        if name == names::CLASS {
            return self.set_class(id, value);
        }
        let slots = self.allowed_slots(self.heap.get(id).class);
        let text = match &self.heap.get(id).kind {
            Kind::Class(_) => self.heap.str(value).cloned(),
            _ => None,
        };
        let object = self.heap.get_mut(id);
        match &mut object.kind {
            Kind::Module(module) => {
                let unit = &self.program.units[module.unit as usize];
                let module = Rc::make_mut(module);
                match unit.slot_of.get(&name) {
                    Some(slot) => module.slots[*slot as usize] = value,
                    None => module.extra.set(name, value),
                }
                self.note_in_module(id, name, value, true);
                Ok(())
            }
            Kind::Class(class) if class.heap => {
                let class = Rc::make_mut(class);
                match (name, text) {
                    (names::NAME, Some(text)) => class.name = (*text.s).into(),
                    (names::QUALNAME, Some(text)) => class.qualname = (*text.s).into(),
                    (names::MODULE, Some(text)) => class.module = (*text.s).into(),
                    _ => class.attrs.set(name, value),
                }
                crate::vm::classes::refresh(self.heap, id);
                Ok(())
            }
            Kind::Function(function) => {
                let function = Rc::make_mut(function);
                match name {
                    names::NAME => function.name = value,
                    names::QUALNAME => function.qualname = value,
                    names::DOC => function.doc = value,
                    names::DEFAULTS => function.defaults = value,
                    names::KWDEFAULTS => function.kwdefaults = value,
                    names::ANNOTATIONS => function.annotations = value,
                    _ => Rc::make_mut(object.attrs.get_or_insert_with(Default::default))
                        .set(name, value),
                }
                Ok(())
            }
            Kind::Class(_) => {
                let text = self.names.get(name).clone();
                let class = self.class_name(id);
                Err(self.type_error(&format!(
                    "cannot set '{text}' attribute of immutable type '{class}'"
                )))
            }
            _ => {
                if let Some(slots) = &slots
                    && !slots.contains(&name)
                {
                    let (kind, text) = (self.type_name(owner), self.names.get(name).clone());
                    let message = format!(
                        "'{kind}' object has no attribute '{text}' and no __dict__ for setting new attributes"
                    );
                    return Err(self.attribute_error(owner, name, &message));
                }
                if name == names::DICT && slots.is_none() && self.heap.get(id).attrs.is_some() {
                    let function = self.prelude("_share_dict");
                    return self.discard(function, vec![owner, value]);
                }
                if let Some(dict) = self.own_dict(id) {
                    let key = self.name_str(name);
                    return self.dict_set(dict, key, value);
                }
                self.heap.note(id, Access::Attribute(name, true));
                let Some(attrs) = &mut self.heap.get_mut(id).attrs else {
                    return Err(self.read_only(owner, name));
                };
                Rc::make_mut(attrs).set(name, value);
                self.heap.charge(24);
                if self.log.is_some() {
                    self.note(Variable::Attribute(id, name), value, true);
                }
                Ok(())
            }
        }
    }

    fn read_only(&mut self, owner: Value, name: NameId) -> Signal {
        let class = self.class_of(owner);
        let (kind, text) = (self.type_name(owner), self.names.get(name).clone());
        if self.class_lookup(class, name).is_some() {
            let message = format!("'{kind}' object attribute '{text}' is read-only");
            return self.error(types::ATTRIBUTE_ERROR, &message);
        }
        let message = format!(
            "'{kind}' object has no attribute '{text}' and no __dict__ for setting new attributes"
        );
        self.attribute_error(owner, name, &message)
    }

    fn set_class(&mut self, id: ObjectId, value: Value) -> Answer<()> {
        let Some(class) = value.object() else {
            return Err(self.type_error("__class__ must be set to a class"));
        };
        // Every look at the object depends on it.
        self.heap.note(id, Access::Attributes);
        self.heap.get_mut(id).class = class;
        Ok(())
    }

    /// The class of the mro whose `__slots__` have that name.
    pub fn slot_owner(&self, class: ObjectId, name: NameId) -> Option<ObjectId> {
        let Kind::Class(c) = &self.heap.get(class).kind else {
            return None;
        };
        let text = self.names.get(name);
        c.mro.iter().copied().find(|base| {
            let Kind::Class(base) = &self.heap.get(*base).kind else {
                return false;
            };
            let slots = base.attrs.get(names::SLOTS).unwrap_or(Value::None);
            let named = |value: Value| self.heap.str(value).is_some_and(|t| *t.s == **text);
            named(slots)
                || crate::vm::natives::lists::items_in(self.heap, slots)
                    .into_iter()
                    .any(named)
        })
    }

    /// The names in `__slots__`, if every class of the mro (but `object`) has them.
    fn allowed_slots(&self, class: ObjectId) -> Option<Vec<NameId>> {
        let Kind::Class(c) = &self.heap.get(class).kind else {
            return None;
        };
        if c.specials & crate::vm::classes::HAS_SLOTS == 0 {
            return None;
        }
        let mut allowed = Vec::new();
        for base in c.mro.iter() {
            let Kind::Class(base) = &self.heap.get(*base).kind else {
                continue;
            };
            if !base.heap {
                continue;
            }
            let slots = base.attrs.get(names::SLOTS)?;
            let items: Vec<Value> = match slots.object().map(|id| &self.heap.get(id).kind) {
                Some(Kind::Tuple(items)) => items.to_vec(),
                Some(Kind::List(items)) => items.to_vec(),
                Some(Kind::Str(_)) => vec![slots],
                _ => return None,
            };
            for item in items {
                let text = self.heap.str(item)?;
                if &*text.s == "__dict__" {
                    return None;
                }
                if let Some(name) = self.names.lookup(&text.s) {
                    allowed.push(name);
                }
            }
        }
        Some(allowed)
    }

    /// DELETE_ATTR.
    pub fn delete_attribute(&mut self, owner: Value, name: NameId) -> Answer<()> {
        let class = self.class_of(owner);
        if class.0 as usize >= types::TYPES.len() {
            if let Some(method) = self.class_lookup(class, names::DELATTR)
                && !matches!(method, Value::Native(_))
            {
                let text = self.name_str(name);
                let bound = self.bind_method(method, owner);
                return self.discard(bound, vec![text]);
            }
            if let Some(found) = self.class_lookup(class, name).and_then(Value::object) {
                match &self.heap.get(found).kind {
                    Kind::Property(parts) => {
                        let deleter = parts[2];
                        if deleter == Value::None {
                            let (kind, text) =
                                (self.type_name(owner), self.names.get(name).clone());
                            let message =
                                format!("property '{text}' of '{kind}' object has no deleter");
                            return Err(self.error(types::ATTRIBUTE_ERROR, &message));
                        }
                        return self.discard(deleter, vec![owner]);
                    }
                    _ => {
                        let kind = self.heap.get(found).class;
                        if kind.0 as usize >= types::TYPES.len()
                            && let Some(method) = self.class_lookup(kind, names::DELETE)
                        {
                            let bound = self.bind_method(method, Value::Object(found));
                            return self.discard(bound, vec![owner]);
                        }
                    }
                }
            }
        }
        let Some(id) = owner.object() else {
            return Err(self.read_only(owner, name));
        };
        if let Kind::Class(class) = &self.heap.get(id).kind
            && !class.heap
        {
            let (class, text) = (class.name.clone(), self.names.get(name).clone());
            return Err(self.type_error(&format!(
                "cannot set '{text}' attribute of immutable type '{class}'"
            )));
        }
        if let Some(dict) = self.own_dict(id) {
            if self.in_own_dict(id, name).is_none() {
                return Err(self.no_attribute(owner, name));
            }
            let key = self.name_str(name);
            return self.delete_item(Value::Object(dict), key);
        }
        if !matches!(self.heap.look(id).kind, Kind::Module(_)) {
            self.heap.note(id, Access::Attribute(name, true));
        }
        let object = self.heap.get_mut(id);
        let removed = match &mut object.kind {
            Kind::Class(class) if class.heap => Rc::make_mut(class).attrs.remove(name),
            Kind::Module(module) => {
                let unit = &self.program.units[module.unit as usize];
                let module = Rc::make_mut(module);
                let slot = unit
                    .slot_of
                    .get(&name)
                    .map(|s| &mut module.slots[*s as usize]);
                match slot {
                    Some(slot) => {
                        Some(std::mem::replace(slot, Value::Null)).filter(|v| !v.is_null())
                    }
                    None => module.extra.remove(name),
                }
            }
            _ => object
                .attrs
                .as_mut()
                .and_then(|a| Rc::make_mut(a).remove(name)),
        };
        match removed {
            Some(_) => {
                if matches!(self.heap.get(id).kind, Kind::Class(_)) {
                    crate::vm::classes::refresh(self.heap, id);
                }
                self.note_in_module(id, name, Value::Null, true);
                Ok(())
            }
            None => match &self.heap.get(id).kind {
                Kind::Class(class) => {
                    let (class, text) = (class.name.clone(), self.names.get(name).clone());
                    let message = format!("type object '{class}' has no attribute '{text}'");
                    Err(self.attribute_error(owner, name, &message))
                }
                Kind::Module(_) | Kind::Function(_) => Err(self.no_attribute(owner, name)),
                _ if self.heap.get(id).attrs.is_none() => Err(self.read_only(owner, name)),
                _ => Err(self.no_attribute(owner, name)),
            },
        }
    }

    /// Attributes that objects of built-in kinds have besides methods.
    fn built_in_attribute(&mut self, owner: Value, name: NameId) -> Answer<Option<Value>> {
        let class = self.class_of(owner);
        if name == names::CLASS {
            return Ok(Some(Value::Object(class)));
        }
        if let Some(value) = self.number_attribute(owner, name) {
            return Ok(Some(value));
        }
        if let Value::Native(id) = owner {
            let full = crate::vm::natives::name(id);
            let (module, own) = full.rsplit_once('.').unwrap_or(("builtins", full));
            return Ok(match name {
                names::NAME => Some(self.new_str(own)),
                names::QUALNAME => Some(self.new_str(own)),
                names::MODULE => Some(self.new_str(module)),
                names::DOC => Some(Value::None),
                _ => None,
            });
        }
        let Some(id) = owner.object() else {
            return Ok(None);
        };
        let object = self.heap.get(id).clone();
        if name == names::DICT
            && object.attrs.is_some()
            && self.allowed_slots(object.class).is_none()
        {
            if let Some(dict) = self.own_dict(id) {
                return Ok(Some(Value::Object(dict)));
            }
            return self.in_python("_instance_dict", &[owner]);
        }
        Ok(match &object.kind {
            Kind::Function(f) if name == names::GLOBALS => {
                return self.in_python("_module_dict", &[Value::Object(f.module)]);
            }
            Kind::Function(_) if name == names::DICT => return Ok(Some(self.new_dict())),
            Kind::Function(_) if name == names::CALL => Some(owner),
            Kind::Function(_) if name == names::GET => {
                let function = self.prelude("_function_get");
                Some(self.bind_method(function, owner))
            }
            Kind::Function(f) => self.function_attribute(f, name),
            Kind::Method { function, receiver } => match name {
                names::SELF => Some(*receiver),
                names::FUNC => Some(*function),
                _ => return self.get_attribute(*function, name).map(Some),
            },
            Kind::Cell(value) if &**self.names.get(name) == "cell_contents" => {
                if value.is_null() {
                    return Err(self.value_error("cell is empty"));
                }
                Some(*value)
            }
            Kind::Slice(parts) => match name {
                names::START => Some(parts[0]),
                names::STOP => Some(parts[1]),
                names::STEP => Some(parts[2]),
                _ => None,
            },
            Kind::Range(r) => match name {
                names::START => Some(Value::Int(r[0])),
                names::STOP => Some(Value::Int(r[1])),
                names::STEP => Some(Value::Int(r[2])),
                _ => None,
            },
            Kind::Property(parts) => match name {
                names::FGET => Some(parts[0]),
                names::FSET => Some(parts[1]),
                names::FDEL => Some(parts[2]),
                names::DOC => Some(parts[3]),
                _ => None,
            },
            Kind::StaticMethod(f) | Kind::ClassMethod(f) => match name {
                names::FUNC | names::WRAPPED => Some(*f),
                _ => None,
            },
            Kind::Exception(e) => match name {
                names::ARGS => Some(e.args),
                names::CAUSE => Some(e.cause),
                names::CONTEXT => Some(e.context),
                names::SUPPRESS_CONTEXT => Some(Value::Bool(e.suppress_context)),
                names::NOTES if e.notes != Value::None => Some(e.notes),
                names::TRACEBACK => return Ok(Some(self.traceback_object(owner))),
                // What an exception of these classes has even if nobody set it.
                names::NAME_ATTR
                    if [
                        types::ATTRIBUTE_ERROR,
                        types::NAME_ERROR,
                        types::IMPORT_ERROR,
                    ]
                    .iter()
                    .any(|class| self.is_instance(owner, *class)) =>
                {
                    Some(Value::None)
                }
                names::OBJ if self.is_instance(owner, types::ATTRIBUTE_ERROR) => Some(Value::None),
                _ if self.is_instance(owner, types::IMPORT_ERROR)
                    && matches!(&**self.names.get(name), "msg" | "path" | "name_from") =>
                {
                    let first = crate::vm::natives::lists::items(self, e.args)
                        .first()
                        .copied();
                    match &**self.names.get(name) {
                        "msg" => Some(first.unwrap_or(Value::None)),
                        _ => Some(Value::None),
                    }
                }
                _ => None,
            },
            Kind::Code(code) => self.code_attribute(*code, name),
            Kind::Generator(g) => {
                let code = &self.program.code(g.code).code;
                let (own, qualname) = (code.name.clone(), code.qualname.clone());
                let text = self.names.get(name).clone();
                match name {
                    names::NAME => Some(self.new_str(&own)),
                    names::QUALNAME => Some(self.new_str(&qualname)),
                    _ => match text.split_once('_') {
                        Some(("gi" | "cr" | "ag", "running")) => Some(Value::Bool(g.running)),
                        Some(("gi" | "cr" | "ag", "code")) => {
                            Some(self.heap.make(types::CODE, Kind::Code(g.code)))
                        }
                        Some(("gi" | "cr" | "ag", "frame")) if g.frame.is_none() && !g.running => {
                            Some(Value::None)
                        }
                        Some(("gi" | "cr" | "ag", "frame")) => {
                            let line = g.frame.as_ref().and_then(|f| {
                                let positions = &self.program.code(f.code).code.positions;
                                positions
                                    .get(f.pc.saturating_sub(1) as usize)
                                    .map(|p| p.line)
                            });
                            let line = Value::Int(i64::from(line.unwrap_or(0)));
                            let code = self.heap.make(types::CODE, Kind::Code(g.code));
                            let module = self.program.code(g.code).unit;
                            let module = self.program.units[module as usize].module;
                            let frame = [
                                ("_module", Value::Object(module)),
                                ("f_code", code),
                                ("f_lineno", line),
                                ("f_lasti", Value::Int(0)),
                            ];
                            Some(self.instance_with("_Frame", &frame))
                        }
                        _ => None,
                    },
                }
            }
            _ if name == names::DOC => Some(Value::None),
            _ if name == names::MODULE => {
                let module = match &self.heap.get(class).kind {
                    Kind::Class(c) => c.module.clone(),
                    _ => "builtins".into(),
                };
                Some(self.new_str(&module))
            }
            _ => None,
        })
    }

    fn number_attribute(&self, owner: Value, name: NameId) -> Option<Value> {
        let number = crate::vm::operations::number(self.heap, owner)?;
        let float = matches!(number, crate::vm::operations::Number::Float(_));
        match name {
            names::REAL => Some(owner),
            names::IMAG if float => Some(Value::Float(0.0)),
            names::IMAG => Some(Value::Int(0)),
            names::NUMERATOR if !float => Some(owner),
            names::DENOMINATOR if !float => Some(Value::Int(1)),
            _ => None,
        }
    }

    fn function_attribute(
        &mut self,
        f: &Rc<crate::vm::object::Function>,
        name: NameId,
    ) -> Option<Value> {
        let code = self.program.code(f.code);
        let or = |vm: &mut Self, value: Value, text: &str| {
            if value.is_null() {
                vm.new_str(text)
            } else {
                value
            }
        };
        Some(match name {
            names::NAME => or(self, f.name, &code.code.name),
            names::QUALNAME => or(self, f.qualname, &code.code.qualname),
            names::MODULE => {
                let module = self.program.units[code.unit as usize].name.clone();
                self.new_str(&module)
            }
            names::DOC => match (&code.code.doc, f.doc.is_null()) {
                (Some(doc), true) => self.new_str(doc),
                (None, true) => Value::None,
                _ => f.doc,
            },
            names::DEFAULTS => f.defaults,
            names::KWDEFAULTS => f.kwdefaults,
            names::ANNOTATIONS => self.annotations(f.annotations),
            names::CODE => self.heap.make(types::CODE, Kind::Code(f.code)),
            names::CLOSURE if f.closure.is_empty() => Value::None,
            names::CLOSURE => self.tuple(f.closure.iter().map(|c| Value::Object(*c)).collect()),
            _ => return None,
        })
    }

    fn annotations(&mut self, stored: Value) -> Value {
        let items = match stored.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Tuple(items)) => Rc::clone(items),
            Some(_) => return stored,
            None => return self.new_dict(),
        };
        let mut pairs: Vec<(NameId, Value)> = Vec::new();
        for pair in items.chunks(2) {
            if let [key, value] = pair {
                pairs.push((self.name_of(*key), *value));
            }
        }
        self.dict_of_names(&pairs)
    }

    /// A built-in by name.
    pub fn builtin(&self, name: &str) -> Value {
        self.names
            .lookup(name)
            .and_then(|id| self.program.builtins.get(id))
            .unwrap_or(Value::None)
    }

    /// A fresh instance of a class with that layout's attributes dictionary, if it has one.
    pub fn attrs_for(&self, class: ObjectId) -> Option<Rc<NameMap>> {
        match &self.heap.get(class).kind {
            Kind::Class(c) if c.heap || c.layout == Layout::Exception => {
                Some(Rc::new(NameMap::new()))
            }
            _ => None,
        }
    }
}
