//! What natives of strings, bytes and numbers have in common: reading arguments, making results.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::object::Kind;
use crate::vm::operations::{Number, number};
use crate::vm::signal::{Answer, Signal};
use crate::vm::text::Error;
use crate::vm::text::codecs::Refusal;
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use num_bigint::BigInt;
use std::rc::Rc;

/// The arguments behind the first one.
pub fn rest(args: &Args) -> Args {
    let taken = args.len.min(1);
    Args {
        start: args.start + taken,
        len: args.len - taken,
        keywords: args.keywords.clone(),
    }
}

impl Vm<'_> {
    /// The receiver of a method and its arguments, which are counted without the receiver.
    pub fn method<const N: usize>(
        &mut self,
        args: &Args,
        name: &str,
        names: [&str; N],
        required: usize,
    ) -> Answer<(Value, [Value; N])> {
        let Some(this) = self.arg(args, 0) else {
            return Err(self.type_error(&format!("unbound method {name}() needs an argument")));
        };
        let values = self.parse(&rest(args), name, names, required)?;
        Ok((this, values))
    }

    /// `None`, or an int as a bound of a slice.
    pub fn bound(&mut self, value: Value) -> Answer<Option<i64>> {
        if value.is_null() || value == Value::None {
            return Ok(None);
        }
        match self.index(value) {
            Some(i) => Ok(Some(i)),
            None => Err(self
                .type_error("slice indices must be integers or None or have an __index__ method")),
        }
    }

    /// An int of any size.
    pub fn big_arg(&mut self, value: Value) -> Answer<BigInt> {
        if let Some(big) = number(self.heap, value).and_then(|n| n.big()) {
            return Ok(big);
        }
        let name = self.type_name(value);
        Err(self.type_error(&format!(
            "'{name}' object cannot be interpreted as an integer"
        )))
    }

    /// A float, or an int as one.
    pub fn float_arg(&mut self, value: Value) -> Answer<f64> {
        match number(self.heap, value) {
            Some(Number::Int(i)) => Ok(i as f64),
            Some(Number::Float(x)) => Ok(x),
            Some(Number::Big(b)) => match crate::vm::text::float::int_to_float(&b) {
                Some(x) => Ok(x),
                None => Err(self.text_error(&crate::vm::text::float::int_too_large())),
            },
            None => {
                let name = self.type_name(value);
                Err(self.type_error(&format!("must be real number, not {name}")))
            }
        }
    }

    /// The bytes of a bytes-like object.
    pub fn bytes_of(&self, value: Value) -> Option<Rc<[u8]>> {
        match &self.heap.get(value.object()?).kind {
            Kind::Bytes(data) => Some(Rc::clone(data)),
            Kind::ByteArray(data) => Some(data.as_slice().into()),
            _ => None,
        }
    }

    /// New bytes.
    pub fn new_bytes(&mut self, data: impl Into<Rc<[u8]>>) -> Value {
        self.heap.make(types::BYTES, Kind::Bytes(data.into()))
    }

    /// A result of the pure functions, as a string.
    pub fn text_result(&mut self, result: Result<String, Error>) -> Answer {
        match result {
            Ok(text) => {
                self.check_size(text.len() as u64)?;
                Ok(self.string(text))
            }
            Err(error) => Err(self.text_error(&error)),
        }
    }

    /// A result of the pure functions, whatever it is.
    pub fn checked<T>(&mut self, result: Result<T, Error>) -> Answer<T> {
        result.map_err(|error| self.text_error(&error))
    }

    /// A list of strings.
    pub fn list_of_str(&mut self, parts: &[&str]) -> Answer {
        let before = self.heap.made_bytes;
        let mut items = Vec::new();
        for part in parts {
            items.push(self.new_str(part));
            self.check_growth((self.heap.made_bytes - before) as usize)?;
        }
        Ok(self.list(items))
    }

    /// The instance of a built-in class that an instance of a subclass is at heart; other values as they are.
    pub fn base_value(&mut self, value: Value) -> Value {
        let Value::Object(id) = value else {
            return value;
        };
        let object = self.heap.get(id);
        if (object.class.0 as usize) < types::TYPES.len() {
            return value;
        }
        let kind = object.kind.clone();
        let class = match &kind {
            Kind::Number(v) => return *v,
            Kind::Str(_) => types::STR,
            Kind::BigInt(_) => types::INT,
            Kind::Bytes(_) => types::BYTES,
            Kind::ByteArray(_) => types::BYTEARRAY,
            Kind::Tuple(_) => types::TUPLE,
            Kind::List(_) => types::LIST,
            Kind::Dict(_) => types::DICT,
            Kind::Set(_) if self.layout(object.class) == crate::vm::object::Layout::FrozenSet => {
                types::FROZENSET
            }
            Kind::Set(_) => types::SET,
            _ => return value,
        };
        self.heap.make(class, kind)
    }

    /// The exception for data that does not fit an encoding.
    pub fn codec_error(&mut self, refusal: Refusal, object: Value, class: ObjectId) -> Signal {
        match refusal {
            Refusal::Unsupported => Signal::Unsupported(
                "this encoding or error handler is not supported: use utf-8, ascii or latin-1"
                    .into(),
            ),
            Refusal::Lookup(message) => self.error(types::LOOKUP_ERROR, &message),
            Refusal::Data(failure) => {
                let items = vec![
                    self.new_str(failure.encoding),
                    object,
                    Value::Int(failure.start as i64),
                    Value::Int(failure.end as i64),
                    self.new_str(failure.reason),
                ];
                let error = self.exception_of(class, items.clone());
                for (name, value) in ["encoding", "object", "start", "end", "reason"]
                    .into_iter()
                    .zip(items)
                {
                    let name = self.intern(name);
                    self.set_plain_attr(error, name, value);
                }
                Signal::Raise(error)
            }
        }
    }

    /// `str()` of a `UnicodeError` with these attributes: encoding, object, start, end, reason.
    pub fn codec_message(&mut self, parts: [Value; 5]) -> String {
        let [encoding, object, start, end, reason] = parts;
        let (start, end) = (
            self.index(start).unwrap_or(0).max(0) as usize,
            self.index(end).unwrap_or(0).max(0) as usize,
        );
        let bytes = self.bytes_of(object);
        let what = match (&bytes, end == start + 1) {
            (Some(data), true) => {
                let byte = data.get(start).copied().unwrap_or(0);
                format!("decode byte 0x{byte:02x} in position {start}")
            }
            (Some(_), false) => {
                let last = end.saturating_sub(1);
                format!("decode bytes in position {start}-{last}")
            }
            (None, true) => {
                let c = self.heap.str(object).and_then(|t| t.s.chars().nth(start));
                let c = c.map_or(0, |c| c as u32);
                let shown = match c {
                    0..=0xff => format!("\\x{c:02x}"),
                    0x100..=0xffff => format!("\\u{c:04x}"),
                    _ => format!("\\U{c:08x}"),
                };
                format!("encode character '{shown}' in position {start}")
            }
            (None, false) => {
                let last = end.saturating_sub(1);
                format!("encode characters in position {start}-{last}")
            }
        };
        let text = |value: Value| match self.heap.str(value) {
            Some(text) => text.s.to_string(),
            None => String::new(),
        };
        format!("'{}' codec can't {what}: {}", text(encoding), text(reason))
    }
}
