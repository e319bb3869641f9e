//! `str()`, `repr()` and formatting of values. What a program's classes define in Python is done by
//! the prelude.

use crate::vm::classes::{HAS_FORMAT, HAS_REPR, HAS_STR};
use crate::vm::exec::Vm;
use crate::vm::names;
use crate::vm::object::{DictPart, Kind, Layout};
use crate::vm::operations::{MAX_OBJECT, Number, number};
use crate::vm::signal::{Answer, Signal};
use crate::vm::text::{float, int, quote, spec};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// Why a repr cannot be written without Python code.
enum NeedsPython {
    Yes,
    Fails(Signal),
}

impl Vm<'_> {
    /// `str(value)`
    pub fn str_of(&mut self, value: Value) -> Answer {
        if let Value::Object(id) = value {
            let object = self.heap.get(id);
            if object.class == types::STR {
                return Ok(value);
            }
            let specials = self.specials(value);
            if specials & HAS_STR != 0 {
                return self.in_python("_str", &[value]);
            }
            match &object.kind {
                Kind::Str(text) => {
                    let text = Rc::clone(text);
                    return Ok(self.heap.make(types::STR, Kind::Str(text)));
                }
                Kind::Exception(_) => return self.str_of_exception(value),
                _ => {}
            }
        }
        self.repr_of(value)
    }

    fn specials(&self, value: Value) -> u32 {
        match &self.heap.get(self.class_of(value)).kind {
            Kind::Class(class) => class.specials,
            _ => 0,
        }
    }

    /// `str(exception)`
    pub fn str_of_exception(&mut self, value: Value) -> Answer {
        let Some(data) = self.exception_data(value) else {
            return Ok(value);
        };
        let args = data.args;
        if let Some(text) = self.str_of_syntax_error(value) {
            return Ok(self.string(text));
        }
        let items: Rc<[Value]> = match args.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Tuple(items)) => Rc::clone(items),
            _ => Rc::new([]),
        };
        match &items[..] {
            [] => Ok(self.new_str("")),
            [encoding, object, start, end, reason]
                if self.is_instance(value, types::UNICODE_DECODE_ERROR)
                    || self.is_instance(value, types::UNICODE_ENCODE_ERROR) =>
            {
                let parts = [*encoding, *object, *start, *end, *reason];
                let text = self.codec_message(parts);
                Ok(self.string(text))
            }
            [one] if self.is_instance(value, types::KEY_ERROR) => self.repr_of(*one),
            [one] => self.str_of(*one),
            _ if self.is_instance(value, types::OS_ERROR)
                && self.plain_attr(value, names::ERRNO).is_some() =>
            {
                let part = |vm: &mut Self, name| vm.plain_attr(value, name).unwrap_or(Value::None);
                let parts = [names::ERRNO, names::STRERROR].map(|name| part(self, name));
                let [number, what] = parts.map(|v| match self.heap.str(v) {
                    Some(text) => text.s.to_string(),
                    None => self.plain_repr(v),
                });
                let mut text = format!("[Errno {number}] {what}");
                let files = [names::FILENAME, names::FILENAME2].map(|name| part(self, name));
                for (before, file) in [": ", " -> "].into_iter().zip(files) {
                    if file != Value::None {
                        text.push_str(before);
                        text.push_str(&self.plain_repr(file));
                    }
                }
                Ok(self.string(text))
            }
            _ => self.repr_of(args),
        }
    }

    /// `repr(value)`
    pub fn repr_of(&mut self, value: Value) -> Answer {
        self.repr_as(value, value)
    }

    /// The repr of what lies in an instance of a subclass; `this` is the instance.
    pub fn repr_as(&mut self, value: Value, this: Value) -> Answer {
        let mut out = String::new();
        let mut path = Vec::new();
        match self.write_repr(value, &mut out, &mut path) {
            Ok(()) => Ok(self.string(out)),
            Err(NeedsPython::Yes) if this == value => self.in_python("_repr", &[value]),
            Err(NeedsPython::Yes) => self.in_python("_repr", &[value, this]),
            Err(NeedsPython::Fails(signal)) => Err(signal),
        }
    }

    /// The repr if no Python code is needed for it; otherwise the bare form of the object.
    pub fn plain_repr(&mut self, value: Value) -> String {
        let mut out = String::new();
        match self.write_repr(value, &mut out, &mut Vec::new()) {
            Ok(()) => out,
            Err(_) => format!("<{} object>", self.type_name(value)),
        }
    }

    fn write_repr(
        &mut self,
        value: Value,
        out: &mut String,
        path: &mut Vec<ObjectId>,
    ) -> Result<(), NeedsPython> {
        match value {
            Value::None => out.push_str("None"),
            Value::Ellipsis => out.push_str("Ellipsis"),
            Value::NotImplemented => out.push_str("NotImplemented"),
            Value::Bool(true) => out.push_str("True"),
            Value::Bool(false) => out.push_str("False"),
            Value::Int(i) => out.push_str(&i.to_string()),
            Value::Float(x) => out.push_str(&float::repr_float(x)),
            Value::Null => out.push_str("<NULL>"),
            Value::Native(id) => {
                let name = crate::vm::natives::name(id);
                let own = name.rsplit('.').next().unwrap_or(name);
                if crate::vm::natives::is_method(id) {
                    let class = name.split('.').next().unwrap_or(name);
                    let word = if is_slot(class, own) {
                        "slot wrapper"
                    } else {
                        "method"
                    };
                    out.push_str(&format!("<{word} '{own}' of '{class}' objects>"));
                } else {
                    out.push_str(&format!("<built-in function {own}>"));
                }
            }
            Value::Object(id) => return self.write_object(id, out, path),
        }
        Ok(())
    }

    fn write_object(
        &mut self,
        id: ObjectId,
        out: &mut String,
        path: &mut Vec<ObjectId>,
    ) -> Result<(), NeedsPython> {
        let value = Value::Object(id);
        if self.specials(value) & HAS_REPR != 0 {
            return Err(NeedsPython::Yes);
        }
        if let Kind::Method { function, receiver } = self.heap.get(id).kind
            && !matches!(function, Value::Native(_))
            && self.specials(receiver) & HAS_REPR != 0
        {
            return Err(NeedsPython::Yes);
        }
        if path.len() > 200 && self.is_nested_deeper(value, C_RECURSION) {
            let text = "maximum recursion depth exceeded while getting the repr of an object";
            let error = self.error(types::RECURSION_ERROR, text);
            return Err(NeedsPython::Fails(error));
        }
        if out.len() > MAX_OBJECT || path.len() > 200 {
            return Err(NeedsPython::Fails(Signal::Limit(
                "memory",
                "a repr that is larger or deeper than the machine allows".into(),
            )));
        }
        let object = self.heap.get(id).clone();
        let class = self.class_of(value);
        let subclass = class.0 as usize >= types::TYPES.len();
        if path.contains(&id) {
            out.push_str(match &object.kind {
                Kind::List(_) => "[...]",
                Kind::Tuple(_) => "(...)",
                Kind::Dict(_) => "{...}",
                _ => "...",
            });
            return Ok(());
        }
        path.push(id);
        match &object.kind {
            Kind::Str(text) => out.push_str(&quote::repr_str(&text.s)),
            Kind::BigInt(big) => match int::int_to_str(big) {
                Ok(text) => {
                    self.work += (text.len() as u64 / 20).pow(2) / 4;
                    out.push_str(&text);
                }
                Err(error) => return Err(NeedsPython::Fails(self.text_error(&error))),
            },
            Kind::Number(v) => self.write_repr(*v, out, path)?,
            Kind::Bytes(data) => out.push_str(&quote::repr_bytes(data)),
            Kind::ByteArray(data) => {
                out.push_str(&format!("bytearray({})", quote::repr_bytes(data)));
            }
            Kind::Tuple(items) => {
                out.push('(');
                self.write_items(items, out, path)?;
                out.push_str(if items.len() == 1 { ",)" } else { ")" });
            }
            Kind::List(items) => {
                out.push('[');
                self.write_items(items, out, path)?;
                out.push(']');
            }
            Kind::Dict(dict) => {
                out.push('{');
                self.works(dict.len() as u64 * 8)
                    .map_err(NeedsPython::Fails)?;
                for (i, entry) in dict.iter().enumerate() {
                    if i > 0 {
                        out.push_str(", ");
                    }
                    self.write_repr(entry.key, out, path)?;
                    out.push_str(": ");
                    self.write_repr(entry.value, out, path)?;
                }
                out.push('}');
            }
            Kind::Set(set) => self.write_set(class, set, out, path)?,
            Kind::Range(r) if r[2] == 1 => out.push_str(&format!("range({}, {})", r[0], r[1])),
            Kind::Range(r) => out.push_str(&format!("range({}, {}, {})", r[0], r[1], r[2])),
            Kind::Slice(parts) => {
                out.push_str("slice(");
                self.write_items(&parts[..], out, path)?;
                out.push(')');
            }
            Kind::Exception(e) => {
                out.push_str(&self.class_name(class));
                let args = e.args;
                let items: Rc<[Value]> = match args.object().map(|id| &self.heap.get(id).kind) {
                    Some(Kind::Tuple(items)) => Rc::clone(items),
                    _ => Rc::new([]),
                };
                out.push('(');
                self.write_items(&items, out, path)?;
                out.push(')');
            }
            Kind::DictView { dict, part } => {
                let items = self.view_items(*dict, *part);
                out.push_str(&format!("{}([", self.class_name(class)));
                self.write_items(&items, out, path)?;
                out.push_str("])");
            }
            _ => {
                let text = self.opaque_repr(id, class, subclass);
                out.push_str(&text);
            }
        }
        path.pop();
        Ok(())
    }

    fn write_items(
        &mut self,
        items: &[Value],
        out: &mut String,
        path: &mut Vec<ObjectId>,
    ) -> Result<(), NeedsPython> {
        self.works(items.len() as u64 * 4)
            .map_err(NeedsPython::Fails)?;
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                out.push_str(", ");
            }
            self.write_repr(*item, out, path)?;
        }
        Ok(())
    }

    fn write_set(
        &mut self,
        class: ObjectId,
        set: &crate::vm::set::Set,
        out: &mut String,
        path: &mut Vec<ObjectId>,
    ) -> Result<(), NeedsPython> {
        let items: Vec<Value> = set.iter().map(|(_, v)| v).collect();
        let name = self.class_name(class);
        if items.is_empty() {
            out.push_str(&format!("{name}()"));
            return Ok(());
        }
        let wrapped = class != types::SET;
        if wrapped {
            out.push_str(&format!("{name}("));
        }
        out.push('{');
        self.write_items(&items, out, path)?;
        out.push('}');
        if wrapped {
            out.push(')');
        }
        Ok(())
    }

    /// What a view of a dict shows.
    pub fn view_items(&mut self, dict: ObjectId, part: DictPart) -> Vec<Value> {
        let Some(data) = self.dict_data(dict) else {
            return Vec::new();
        };
        data.iter()
            .map(|entry| match part {
                DictPart::Keys => entry.key,
                DictPart::Values => entry.value,
                DictPart::Items => self.tuple(vec![entry.key, entry.value]),
            })
            .collect()
    }

    /// The qualified name of a class, with its module unless that is `builtins`.
    pub fn full_class_name(&self, class: ObjectId) -> String {
        match &self.heap.get(class).kind {
            Kind::Class(c) if &*c.module == "builtins" => c.qualname.to_string(),
            Kind::Class(c) => format!("{}.{}", c.module, c.qualname),
            _ => "object".into(),
        }
    }

    /// An address that is the same in every run: objects are numbered, not placed.
    pub fn address(id: ObjectId) -> String {
        format!("0x{:012x}", 0x7f00_0000_0000_u64 + u64::from(id.0) * 16)
    }

    fn opaque_repr(&mut self, id: ObjectId, class: ObjectId, _subclass: bool) -> String {
        let address = Self::address(id);
        let object = self.heap.get(id);
        match &object.kind {
            Kind::Class(_) => format!("<class '{}'>", self.full_class_name(id)),
            Kind::Function(f) => {
                let name = match self.heap.str(f.qualname) {
                    Some(text) => text.s.to_string(),
                    None => self.program.code(f.code).code.qualname.to_string(),
                };
                if class == crate::vm::types::NATIVE {
                    return format!("<built-in function {name}>");
                }
                format!("<function {name} at {address}>")
            }
            Kind::Method { function, receiver } => {
                let (function, receiver) = (*function, *receiver);
                if let Value::Native(native) = function {
                    let name = crate::vm::natives::name(native);
                    let own = name.rsplit('.').next().unwrap_or(name);
                    let kind = self.type_name(receiver);
                    return format!("<built-in method {own} of {kind} object at {address}>");
                }
                let name = match function.object().map(|f| &self.heap.get(f).kind) {
                    Some(Kind::Function(f)) => self.program.code(f.code).code.qualname.to_string(),
                    _ => "?".into(),
                };
                let name = match function.object().map(|f| &self.heap.get(f).kind) {
                    Some(Kind::Function(f)) => match self.heap.str(f.qualname) {
                        Some(text) => text.s.to_string(),
                        None => name,
                    },
                    _ => name,
                };
                format!("<bound method {name} of {}>", self.plain_repr(receiver))
            }
            Kind::StaticMethod(inner) | Kind::ClassMethod(inner) => {
                let (name, inner) = (self.class_name(class), *inner);
                format!("<{name}({})>", self.plain_repr(inner))
            }
            Kind::Module(m) => {
                let unit = &self.program.units[m.unit as usize];
                if unit.library {
                    format!("<module '{}' from '{}'>", unit.name, unit.unit.file)
                } else {
                    format!("<module '{}'>", unit.name)
                }
            }
            Kind::Generator(g) => {
                let name = &self.program.code(g.code).code.qualname;
                format!("<{} object {name} at {address}>", self.class_name(class))
            }
            Kind::Code(code) => {
                let linked = self.program.code(*code);
                let file = &self.program.units[linked.unit as usize].unit.file;
                format!(
                    "<code object {} at {address}, file \"{file}\", line {}>",
                    linked.code.name, linked.code.first_line
                )
            }
            Kind::Lock { owner } => {
                let owner = *owner;
                self.note_tried(id);
                let state = if owner.is_some() {
                    "locked"
                } else {
                    "unlocked"
                };
                format!("<{state} _thread.lock object at {address}>")
            }
            Kind::RLock { owner, count } => {
                let (owner, count) = (*owner, *count);
                self.note_tried(id);
                let state = if owner.is_some() {
                    "locked"
                } else {
                    "unlocked"
                };
                let owner = owner.map_or(0, u64::from);
                format!("<{state} _thread.RLock object owner={owner} count={count} at {address}>")
            }
            Kind::Super { class, receiver } => {
                let kind = self.type_name(*receiver);
                format!(
                    "<super: <class '{}'>, <{kind} object>>",
                    self.class_name(*class)
                )
            }
            _ => format!("<{} object at {address}>", self.full_class_name(class)),
        }
    }

    /// `format(value, spec)`
    pub fn format_value(&mut self, value: Value, spec: Option<Value>) -> Answer {
        let text = match spec.and_then(|s| self.heap.str(s)) {
            Some(text) => text.s.to_string(),
            None => String::new(),
        };
        if self.specials(value) & HAS_FORMAT != 0 {
            let spec = self.string(text);
            return self.in_python("_format", &[value, spec]);
        }
        if text.is_empty() {
            return self.str_of(value);
        }
        let kind = self.type_name(value);
        if let Some(number) = number(self.heap, value) {
            let formatted = spec::FormatSpec::parse(&text, &kind).and_then(|spec| match number {
                Number::Int(i) => spec::format_i64(i, &spec, MAX_OBJECT),
                Number::Big(b) => spec::format_int(&b, &spec, MAX_OBJECT),
                Number::Float(x) => spec::format_float(x, &spec, MAX_OBJECT),
            });
            return match formatted {
                Ok(text) => Ok(self.string(text)),
                Err(error) => Err(self.text_error(&error)),
            };
        }
        if let Some(s) = self.heap.str(value) {
            let s = Rc::clone(s);
            let formatted = spec::FormatSpec::parse(&text, &kind)
                .and_then(|spec| spec::format_str(&s.s, &spec, MAX_OBJECT));
            return match formatted {
                Ok(text) => Ok(self.string(text)),
                Err(error) => Err(self.text_error(&error)),
            };
        }
        Err(self.type_error(&format!(
            "unsupported format string passed to {kind}.__format__"
        )))
    }

    /// `len(value)` where that needs no Python code.
    pub fn native_len(&self, value: Value) -> Option<u64> {
        let id = value.object()?;
        let object = self.heap.get(id);
        if object.class.0 as usize >= types::TYPES.len()
            && let Some(method) = self.class_lookup(object.class, names::LEN)
            && self.is_own(object.class, names::LEN, method)
        {
            return None;
        }
        let stored = match &object.kind {
            Kind::Str(text) => text.chars,
            Kind::Bytes(data) => data.len(),
            Kind::ByteArray(data) => data.len(),
            Kind::Tuple(items) => items.len(),
            Kind::List(items) => items.len(),
            Kind::Dict(dict) => dict.len(),
            Kind::Set(set) => set.len(),
            Kind::Range(r) => return Some(crate::vm::containers::range_len(r)),
            Kind::DictView { dict, .. } => match &self.heap.get(*dict).kind {
                Kind::Dict(dict) => dict.len(),
                _ => 0,
            },
            _ => return None,
        };
        Some(stored as u64)
    }

    /// Whether a class is one of the program whose instances have that layout.
    pub fn layout(&self, class: ObjectId) -> Layout {
        match &self.heap.get(class).kind {
            Kind::Class(c) => c.layout,
            _ => Layout::Plain,
        }
    }

    /// Whether containers lie within each other, each first in the last, deeper than that.
    fn is_nested_deeper(&self, value: Value, limit: usize) -> bool {
        let mut next = value;
        for _ in 0..limit {
            let inner = match next.object().map(|id| &self.heap.get(id).kind) {
                Some(Kind::List(items)) => items.first().copied(),
                Some(Kind::Tuple(items)) => items.first().copied(),
                Some(Kind::Dict(dict)) => dict.iter().next().map(|entry| entry.value),
                _ => None,
            };
            match inner {
                Some(inner) => next = inner,
                None => return false,
            }
        }
        true
    }
}

/// How deep CPython's functions in C may call each other.
const C_RECURSION: usize = 9_000;

/// Whether CPython has this special method in a slot of the type rather than among its methods.
fn is_slot(class: &str, name: &str) -> bool {
    let methods = [
        "__new__",
        "__format__",
        "__sizeof__",
        "__reduce__",
        "__reduce_ex__",
        "__getnewargs__",
        "__dir__",
        "__init_subclass__",
        "__subclasshook__",
        "__class_getitem__",
        "__reversed__",
        "__length_hint__",
        "__round__",
        "__trunc__",
        "__floor__",
        "__ceil__",
        "__getstate__",
        "__enter__",
        "__exit__",
    ];
    let method = methods.contains(&name)
        || (name == "__getitem__" && matches!(class, "list" | "dict"))
        || (name == "__contains__" && matches!(class, "dict" | "set" | "frozenset"));
    name.starts_with("__") && name.ends_with("__") && !method
}
