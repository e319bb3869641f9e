//! What `dir()` and `vars()` list of classes and objects, and what is listed though the machine keeps it elsewhere than
//! among the attributes, or lacks it. Must not know how an attribute that is there is looked up.

use crate::lang::code::Op;
use crate::vm::exec::Vm;
use crate::vm::heap::Access;
use crate::vm::object::Kind;
use crate::vm::signal::Signal;
use crate::vm::value::{NameId, ObjectId, Value};
use crate::vm::{names, types};

impl Vm<'_> {
    /// Names of the attributes that `dir` lists; the program looks at all of them.
    pub fn listed_attributes(&self, owner: Value) -> Vec<String> {
        if let Some(id) = owner.object() {
            self.heap.note(id, Access::Attributes);
        }
        self.known_attributes(owner)
    }

    /// The same for suggestions: no look of the program.
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
        self.extend_with_hidden(&mut list, class, owner, module);
        list.retain(|n| !n.starts_with("__lockstep"));
        list.sort();
        list.dedup();
        list
    }

    /// Adds what CPython lists and the machine keeps elsewhere than among the attributes.
    pub fn extend_with_hidden(
        &self,
        list: &mut Vec<String>,
        class: ObjectId,
        owner: Value,
        module: bool,
    ) {
        let mut add = |names: &str| list.extend(names.split(' ').map(String::from));
        if let Some(Kind::Module(found)) = owner.object().map(|id| &self.heap.get(id).kind) {
            let name = &self.program.units[found.unit as usize].name;
            add("__loader__");
            if &**name == "concurrent.futures" {
                // Made when first asked for.
                add("ProcessPoolExecutor ThreadPoolExecutor");
            }
            if &**name == "__main__" {
                add("__annotations__");
            }
            if crate::vm::library::has_file(name) {
                add("__builtins__ __cached__");
            }
        }
        let Kind::Class(c) = &self.heap.get(class).kind else {
            return;
        };
        for base in c.mro.iter().filter(|_| !module) {
            let Kind::Class(base) = &self.heap.get(*base).kind else {
                continue;
            };
            if base.heap && &*base.module != "builtins" {
                add("__module__");
                if base.attrs.get(names::SLOTS).is_none() {
                    add("__dict__ __weakref__");
                }
            }
            for (_, names) in HIDDEN.iter().filter(|(classes, _)| {
                !base.heap && classes.split(' ').any(|class| *class == *base.name)
            }) {
                add(names);
            }
        }
    }

    /// The attributes of a class, with what CPython makes of its slots, or of its lacking any.
    pub fn class_dict(&mut self, id: ObjectId, class: &crate::vm::object::Class) -> Value {
        let mut items: Vec<_> = class.attrs.iter().collect();
        let mut made = self.own_slots(id).map(|names| ("_Member", names));
        let has_dict = |base: &ObjectId| match &self.heap.get(*base).kind {
            Kind::Class(c) => c.heap && c.attrs.get(names::SLOTS).is_none(),
            _ => false,
        };
        if class.heap && made.is_none() && !class.mro[1..].iter().any(has_dict) {
            made = Some(("_Attribute", vec![names::DICT, self.intern("__weakref__")]));
        }
        let (kind, slots) = made.unwrap_or_default();
        for slot in slots {
            if class.attrs.get(slot).is_none() && (kind != "_Member" || slot != names::DICT) {
                let of = [
                    (names::OBJCLASS, Value::Object(id)),
                    (names::NAME, self.name_str(slot)),
                ];
                items.push((slot, self.instance_with(kind, &of)));
            }
        }
        if class.heap && class.attrs.get(names::DOC).is_none() {
            items.push((names::DOC, Value::None));
        }
        self.dict_of_names(&items)
    }

    /// What `getattr` gives of what `dir` lists and nothing holds: something that cannot be called.
    pub fn hidden_attribute(&self, class: ObjectId, name: NameId) -> Option<Value> {
        let (name, Kind::Class(c)) = (self.names.get(name), &self.heap.get(class).kind) else {
            return None;
        };
        if &**name == "__weakref__" && c.heap && self.allowed_slots(class).is_none() {
            return Some(Value::None);
        }
        // No list has a private name; the library often asks for one in vain.
        if name.starts_with('_') && !name.starts_with("__") {
            return None;
        }
        let has = |names: &str, wanted: &str| names.split(' ').any(|n| n == wanted);
        let holds = |classes: &str| {
            c.mro.iter().any(|base| match &self.heap.get(*base).kind {
                Kind::Class(base) => !base.heap && has(classes, &base.name),
                _ => false,
            })
        };
        // Names in front: most are in none of the lists.
        let listed = HIDDEN
            .iter()
            .any(|(classes, names)| has(names, name) && holds(classes));
        let gives = match &**name {
            // These are asked for by their names, and have to be there or not.
            "__self__" | "__isabstractmethod__" | "__abstractmethods__" => return None,
            "__subclasshook__" | "__lt__" | "__le__" | "__gt__" | "__ge__" => {
                "builtins._not_implemented"
            }
            _ => "builtins._hidden",
        };
        listed.then(|| crate::vm::natives::by_name(gives))
    }

    /// Whether the docstrings of a module are CPython's, and a program asks for one by its name.
    pub fn is_foreign(&self, module: &str) -> bool {
        let asks = |f: &crate::vm::frame::Frame| {
            let code = self.program.code(f.code);
            let at = f.pc.saturating_sub(1) as usize;
            !code.library
                && code
                    .instructions
                    .get(at)
                    .is_some_and(|i| i.op == Op::LoadAttr)
        };
        self.stack.frames.last().is_some_and(asks)
            && (module == "builtins" || crate::vm::library::exists(module))
    }
}

/// Why there are no docstrings of built-ins.
pub fn no_docs() -> Signal {
    Signal::Unsupported(
        "docstrings of what is built in are not supported: look them up in Python's documentation"
            .into(),
    )
}

/// Built-in classes, and what `dir()` lists of them besides the attributes that they have here.
const HIDDEN: &[(&str, &str)] = &[
    (
        "object",
        "__class__ __doc__ __ge__ __gt__ __le__ __lt__ __sizeof__ __subclasshook__",
    ),
    ("str tuple int float bytes", "__getnewargs__"),
    ("str bytes bytearray", "__rmod__"),
    (
        "list dict tuple set frozenset generator enumerate",
        "__class_getitem__",
    ),
    ("list bytearray", "__imul__"),
    (
        "dict range dict_keys dict_values dict_items",
        "__reversed__",
    ),
    ("int float", "__rdivmod__ imag real"),
    ("int", "denominator numerator"),
    ("float", "__getformat__"),
    (
        "set frozenset dict_keys dict_items",
        "__rand__ __ror__ __rsub__ __rxor__",
    ),
    (
        "dict_keys dict_items",
        "__and__ __contains__ __or__ __sub__ __xor__",
    ),
    (
        "dict_keys dict_values dict_items",
        "__iter__ __len__ mapping",
    ),
    ("bytes bytearray", "__buffer__"),
    (
        "bytearray",
        "__alloc__ __delitem__ __iadd__ __mod__ __release_buffer__",
    ),
    ("range slice", "start step stop"),
    ("range NoneType", "__bool__"),
    (
        "property",
        "__delete__ __isabstractmethod__ __name__ __set__ __set_name__ fdel fget fset",
    ),
    (
        "type",
        "__abstractmethods__ __annotations__ __base__ __bases__ __basicsize__ __dict__ __dictoffset__ __flags__ \
      __itemsize__ __module__ __mro__ __name__ __or__ __prepare__ __qualname__ __ror__ __text_signature__ \
      __type_params__ __weakrefoffset__",
    ),
    (
        "BaseException",
        "__cause__ __context__ __dict__ __suppress_context__ __traceback__ args",
    ),
    ("StopIteration", "value"),
    ("OSError", "characters_written"),
    ("SystemExit", "code"),
    ("ImportError", "msg name name_from path"),
    ("NameError AttributeError", "name"),
    ("AttributeError", "obj"),
    (
        "SyntaxError",
        "end_lineno end_offset filename lineno msg offset print_file_and_line text",
    ),
    (
        "UnicodeDecodeError UnicodeEncodeError",
        "encoding end object reason start",
    ),
    ("function method builtin_function_or_method", "__call__"),
    ("function method", "__get__"),
    (
        "function generator builtin_function_or_method",
        "__name__ __qualname__",
    ),
    ("function builtin_function_or_method", "__module__"),
    ("method builtin_function_or_method", "__self__"),
    (
        "function",
        "__annotations__ __builtins__ __closure__ __code__ __defaults__ __dict__ __globals__ \
      __kwdefaults__ __type_params__",
    ),
    ("method", "__func__"),
    ("builtin_function_or_method", "__text_signature__"),
    (
        "generator",
        "__del__ gi_code gi_frame gi_running gi_suspended gi_yieldfrom",
    ),
    ("list_iterator", "__length_hint__"),
];
