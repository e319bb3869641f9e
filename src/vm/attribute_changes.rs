//! Attributes: set and deleted as Python does, slots and read-only ones included.

use crate::vm::classes::{HAS_DELATTR, HAS_DESCRIPTORS, HAS_SETATTR, linearise, refresh};
use crate::vm::effects::Variable;
use crate::vm::exec::Vm;
use crate::vm::heap::Access;
use crate::vm::object::Kind;
use crate::vm::signal::{Answer, Signal};
use crate::vm::value::{NameId, ObjectId, Value};
use crate::vm::{names, types};
use std::borrow::Cow;
use std::rc::Rc;

impl Vm<'_> {
    /// STORE_ATTR.
    pub fn set_attribute(&mut self, owner: Value, name: NameId, value: Value) -> Answer<()> {
        let class = self.class_of(owner);
        if class.0 as usize >= types::TYPES.len()
            && self.has_special(class, HAS_SETATTR)
            && let Some(setter) = self.class_lookup(class, names::SETATTR)
            && self.is_own(class, names::SETATTR, setter)
            && let Some((setter, receiver)) = self.special(owner, names::SETATTR)
        {
            let text = self.name_str(name);
            let bound = self.bind_method(setter, receiver);
            return self.discard(bound, vec![text, value]);
        }
        self.set_plainly(owner, name, value)
    }

    /// `object.__setattr__`
    pub fn set_plainly(&mut self, owner: Value, name: NameId, value: Value) -> Answer<()> {
        let Value::Object(id) = owner else {
            return Err(self.read_only(owner, name));
        };
        let class = self.class_of(owner);
        if class.0 as usize >= types::TYPES.len()
            && self.has_special(class, HAS_DESCRIPTORS)
            && let Some(found) = self.class_lookup(class, name)
            && let Some(answer) = self.set_through_descriptor(found, owner, name, value)
        {
            return answer;
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
            Kind::Function(_) => return self.change_function(id, name, value),
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
            Kind::Class(class) if class.heap && name == names::BASES => self.set_bases(id, value),
            Kind::Class(class) if class.heap => {
                let class = Rc::make_mut(class);
                match (name, text) {
                    (names::NAME, Some(text)) => class.name = (*text.s).into(),
                    (names::QUALNAME, Some(text)) => class.qualname = (*text.s).into(),
                    (names::MODULE, Some(text)) => {
                        class.module = (*text.s).into();
                        class.attrs.set(name, value);
                    }
                    _ => class.attrs.set(name, value),
                }
                refresh(self.heap, id);
                if self.exploring.is_some() {
                    self.note(Variable::Attribute(id, name), value, true);
                }
                Ok(())
            }
            Kind::Cell(_) if &**self.names.get(name) == "cell_contents" => {
                object.kind = Kind::Cell(value);
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
                    return Err(self.read_only(owner, name));
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

    fn change_function(&mut self, id: ObjectId, name: NameId, value: Value) -> Answer<()> {
        let Kind::Function(function) = &self.heap.get(id).kind else {
            return Ok(());
        };
        let mut function = Rc::clone(function);
        let changed = Rc::make_mut(&mut function);
        let kind = value.object().map(|id| &self.heap.get(id).kind);
        let wanted = match (name, kind) {
            (names::NAME | names::QUALNAME, Some(Kind::Str(_))) => "",
            (names::NAME | names::QUALNAME, _) => "string",
            (names::DEFAULTS, Some(Kind::Tuple(_))) | (names::KWDEFAULTS, Some(Kind::Dict(_))) => {
                ""
            }
            (names::DEFAULTS, _) if value != Value::None => "tuple",
            (names::KWDEFAULTS, _) if value != Value::None => "dict",
            (names::CODE, Some(Kind::Code(code))) => {
                let code = *code;
                for name in [names::NAME, names::QUALNAME] {
                    let text = self.get_attribute(Value::Object(id), name)?;
                    match name {
                        names::NAME => changed.name = text,
                        _ => changed.qualname = text,
                    }
                }
                changed.code = code;
                ""
            }
            (names::CODE, _) => "code",
            (names::GLOBALS | names::CLOSURE, _) => {
                return Err(self.error(types::ATTRIBUTE_ERROR, "readonly attribute"));
            }
            _ => "",
        };
        if !wanted.is_empty() {
            let message = format!("{} must be set to a {wanted} object", self.names.get(name));
            return Err(self.type_error(&message));
        }
        let code = self.program.code(changed.code);
        let (own, free) = (changed.closure.len(), code.code.free_count as usize);
        if own != free {
            let name = self.get_attribute(Value::Object(id), names::NAME)?;
            let name = self.str_arg(name, "__name__")?.s.to_string();
            let message =
                format!("{name}() requires a code object with {own} free vars, not {free}");
            return Err(self.value_error(&message));
        }
        let object = self.heap.get_mut(id);
        match name {
            names::NAME => changed.name = value,
            names::QUALNAME => changed.qualname = value,
            names::DOC => changed.doc = value,
            names::DEFAULTS => changed.defaults = value,
            names::KWDEFAULTS => changed.kwdefaults = value,
            names::ANNOTATIONS => changed.annotations = value,
            names::CODE => {}
            _ => {
                Rc::make_mut(object.attrs.get_or_insert_with(Default::default)).set(name, value);
            }
        }
        object.kind = Kind::Function(function);
        if self.exploring.is_some() {
            self.note(Variable::Attribute(id, name), value, true);
        }
        Ok(())
    }

    /// What `setattr` and its like get as a name must be one.
    pub fn attribute_name(&mut self, name: Value) -> Answer<()> {
        if self.heap.str(name).is_some() {
            return Ok(());
        }
        let kind = self.type_name(name);
        Err(self.type_error(&format!("attribute name must be string, not '{kind}'")))
    }

    fn read_only(&mut self, owner: Value, name: NameId) -> Signal {
        let class = self.class_of(owner);
        let (kind, text) = (self.type_name(owner), self.names.get(name).clone());
        let number = matches!(owner, Value::Int(_) | Value::Float(_));
        if number && matches!(&*text, "real" | "imag" | "numerator" | "denominator") {
            let message = format!("attribute '{text}' of '{kind}' objects is not writable");
            return self.error(types::ATTRIBUTE_ERROR, &message);
        }
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
        let is_class = |id: &ObjectId| matches!(self.heap.get(*id).kind, Kind::Class(_));
        let Some(class) = value.object().filter(is_class) else {
            let kind = self.type_name(value);
            return Err(self.type_error(&format!(
                "__class__ must be set to a class, not '{kind}' object"
            )));
        };
        if self.heap.get(id).class == types::OBJECT || (class.0 as usize) < types::TYPES.len() {
            return Err(self.type_error(
                "__class__ assignment only supported for mutable types or ModuleType subclasses",
            ));
        }
        // Every look at the object depends on it.
        self.heap.note(id, Access::Attributes);
        self.heap.get_mut(id).class = class;
        Ok(())
    }

    /// `cls.__bases__ = …`: the method resolution orders of it and of all that inherit from it are made anew.
    fn set_bases(&mut self, id: ObjectId, value: Value) -> Answer<()> {
        let bases = crate::vm::natives::lists::items_in(self.heap, value);
        let bases: Vec<ObjectId> = bases.iter().filter_map(|base| base.object()).collect();
        let Kind::Class(class) = &self.heap.get(id).kind else {
            return Ok(());
        };
        let (class, name) = (Rc::clone(class), class.name.clone());
        if bases.is_empty() {
            return Err(self.type_error(&format!(
                "can only assign non-empty tuple to {name}.__bases__, not ()"
            )));
        }
        if self.layout_of(&bases)? != class.layout {
            let (old, new) = (self.class_name(class.bases[0]), self.class_name(bases[0]));
            return Err(self.type_error(&format!(
                "__bases__ assignment: '{new}' object layout differs from '{old}'"
            )));
        }
        let Some(_) = linearise(self.heap, id, &bases) else {
            return Err(self.no_order(&bases));
        };
        let mut heirs: Vec<(u32, ObjectId)> = (0..self.heap.len())
            .map(ObjectId)
            .filter_map(|heir| match &self.heap.get(heir).kind {
                Kind::Class(c) if c.mro.contains(&id) => Some((c.serial, heir)),
                _ => None,
            })
            .collect();
        // A class is made after those that it inherits from.
        heirs.sort_unstable();
        if let Kind::Class(class) = &mut self.heap.get_mut(id).kind {
            Rc::make_mut(class).bases = bases;
        }
        for (_, heir) in heirs {
            let Kind::Class(class) = &self.heap.get(heir).kind else {
                continue;
            };
            let Some(mro) = linearise(self.heap, heir, &class.bases) else {
                let bases = class.bases.clone();
                return Err(self.no_order(&bases));
            };
            if let Kind::Class(class) = &mut self.heap.get_mut(heir).kind {
                Rc::make_mut(class).mro = mro.into();
            }
            refresh(self.heap, heir);
        }
        Ok(())
    }

    /// The class of the mro whose `__slots__` have that name.
    pub fn slot_owner(&self, class: ObjectId, name: NameId) -> Option<ObjectId> {
        let Kind::Class(c) = &self.heap.get(class).kind else {
            return None;
        };
        let mut bases = c.mro.iter().copied();
        bases.find(|base| {
            let slots = self.own_slots(*base);
            slots.is_some_and(|slots| slots.contains(&name))
        })
    }

    /// The names in the `__slots__` of a class itself, private ones as the compiler mangles them.
    pub fn own_slots(&self, class: ObjectId) -> Option<Vec<NameId>> {
        let Kind::Class(c) = &self.heap.get(class).kind else {
            return None;
        };
        let slots = c.attrs.get(names::SLOTS)?;
        let items = match slots.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Str(_)) => vec![slots],
            Some(Kind::Dict(items)) => items.iter().map(|entry| entry.key).collect(),
            Some(Kind::Set(items)) => items.iter().map(|(_, item)| item).collect(),
            Some(Kind::List(_) | Kind::Tuple(_)) => {
                crate::vm::natives::lists::items_in(self.heap, slots)
            }
            _ => return None,
        };
        let name_of = |item: &Value| {
            let text = self.heap.str(*item)?;
            self.names.lookup(&mangled(&c.name, &text.s))
        };
        Some(items.iter().filter_map(name_of).collect())
    }

    /// The names in `__slots__`, if every class of the mro (but `object`) has them.
    pub fn allowed_slots(&self, class: ObjectId) -> Option<Vec<NameId>> {
        let Kind::Class(c) = &self.heap.get(class).kind else {
            return None;
        };
        if c.specials & crate::vm::classes::HAS_SLOTS == 0
            // Exceptions have a `__dict__` anyway.
            || c.layout == crate::vm::object::Layout::Exception
        {
            return None;
        }
        let mut allowed = Vec::new();
        for id in c.mro.iter() {
            let Kind::Class(base) = &self.heap.get(*id).kind else {
                continue;
            };
            if base.heap {
                allowed.extend(self.own_slots(*id)?);
            }
        }
        if allowed.contains(&names::DICT) {
            return None;
        }
        Some(allowed)
    }

    /// DELETE_ATTR.
    pub fn delete_attribute(&mut self, owner: Value, name: NameId) -> Answer<()> {
        let class = self.class_of(owner);
        if self.has_special(class, HAS_DELATTR)
            && let Some(method) = self.class_lookup(class, names::DELATTR)
            && self.is_own(class, names::DELATTR, method)
            && let Some((method, receiver)) = self.special(owner, names::DELATTR)
        {
            let text = self.name_str(name);
            let bound = self.bind_method(method, receiver);
            return self.discard(bound, vec![text]);
        }
        self.delete_plainly(owner, name)
    }

    /// `object.__delattr__`
    pub fn delete_plainly(&mut self, owner: Value, name: NameId) -> Answer<()> {
        let class = self.class_of(owner);
        if class.0 as usize >= types::TYPES.len()
            && let Some(found) = self.class_lookup(class, name).and_then(Value::object)
        {
            match &self.heap.get(found).kind {
                Kind::Property(parts) => {
                    let deleter = parts[2];
                    if deleter == Value::None {
                        let (kind, text) = (self.type_name(owner), self.names.get(name).clone());
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
        if matches!(self.heap.look(id).kind, Kind::Function(_))
            && matches!(name, names::DEFAULTS | names::KWDEFAULTS)
        {
            return self.change_function(id, name, Value::None);
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
        self.note_if_exploring(Variable::Attribute(id, name), true);
        match removed {
            Some(_) => {
                if matches!(self.heap.get(id).kind, Kind::Class(_)) {
                    refresh(self.heap, id);
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
                // An empty slot says its name alone.
                _ if self.slot_owner(self.heap.get(id).class, name).is_some() => {
                    let text = self.names.get(name).clone();
                    Err(self.error(types::ATTRIBUTE_ERROR, &text))
                }
                _ => Err(self.no_attribute(owner, name)),
            },
        }
    }
}

/// A private name of a class as the compiler writes it.
fn mangled<'a>(class: &str, name: &'a str) -> Cow<'a, str> {
    match name.starts_with("__") && !name.ends_with("__") {
        true => Cow::Owned(format!("_{}{name}", class.trim_start_matches('_'))),
        false => Cow::Borrowed(name),
    }
}
