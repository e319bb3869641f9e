//! `%` formatting and `str.format`.
//!
//! Both go through their template natively. Where a value needs Python code for its text, the prelude does that one
//! thing, notes the result, and the template is gone through again with the results so far.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::names;
use crate::vm::natives::arguments::rest;
use crate::vm::natives::strings::receiver;
use crate::vm::natives::{Table, lists};
use crate::vm::object::Kind;
use crate::vm::operations::{MAX_OBJECT, Number, number};
use crate::vm::signal::{Answer, Signal};
use crate::vm::text::brace::{self, Accessor, First, Numbering};
use crate::vm::text::percent::{self as text, Conversion, Settled, Size};
use crate::vm::text::{Error, float, quote};
use crate::vm::value::Value;
use num_bigint::BigInt;
use std::rc::Rc;

/// What the prelude's loops call.
pub const TABLE: Table = &[
    ("builtins._format_step", |vm, args| {
        let [template, items, mapping, done] =
            vm.parse(args, "_format_step", ["/t", "/a", "/m", "/d"], 4)?;
        let mut helped = Helped::from(vm, done);
        let result = format_all(vm, template, items, mapping, &mut helped);
        step(vm, result)
    }),
    ("builtins._percent_step", |vm, args| {
        let [left, right, done] = vm.parse(args, "_percent_step", ["/l", "/r", "/d"], 3)?;
        let mut helped = Helped::from(vm, done);
        let result = percent_all(vm, left, right, &mut helped);
        step(vm, result)
    }),
];

/// What the prelude is asked for: the numbers of `_format_ask`.
#[derive(Clone, Copy)]
enum Ask {
    Attribute,
    Item,
    Str,
    Repr,
    Format,
    Int,
    Index,
    Float,
    Bytes,
}

/// Why there is no text yet.
enum Stop {
    Fails(Signal),
    Needs(Ask, Value, Value),
}

impl From<Signal> for Stop {
    fn from(signal: Signal) -> Self {
        Stop::Fails(signal)
    }
}

/// What Python code has answered so far, in the order of asking.
#[derive(Default)]
struct Helped {
    done: Vec<Value>,
    next: usize,
}

impl Helped {
    fn from(vm: &Vm, done: Value) -> Self {
        Helped {
            done: lists::items(vm, done),
            next: 0,
        }
    }

    /// A native answer, or Python's if that was needed.
    fn ask(&mut self, answer: Answer, ask: Ask, a: Value, b: Value) -> Result<Value, Stop> {
        match answer {
            Ok(value) => Ok(value),
            Err(Signal::Call(_)) => self.python(ask, a, b),
            Err(other) => Err(Stop::Fails(other)),
        }
    }

    fn python(&mut self, ask: Ask, a: Value, b: Value) -> Result<Value, Stop> {
        self.next += 1;
        match self.done.get(self.next - 1) {
            Some(value) => Ok(*value),
            None => Err(Stop::Needs(ask, a, b)),
        }
    }
}

/// The result for the prelude: the text, or a tuple that says what is needed.
fn step(vm: &mut Vm, result: Result<Value, Stop>) -> Answer {
    match result {
        Ok(value) => Ok(value),
        Err(Stop::Fails(signal)) => Err(signal),
        Err(Stop::Needs(ask, a, b)) => Ok(vm.tuple(vec![Value::Int(ask as i64), a, b])),
    }
}

fn fail(vm: &mut Vm, error: &Error) -> Stop {
    Stop::Fails(vm.text_error(error))
}

fn string(vm: &Vm, value: Value) -> String {
    vm.heap
        .str(value)
        .map_or_else(String::new, |t| t.s.to_string())
}

// ---- str.format

/// `template.format(*args, **keywords)`
pub fn format(vm: &mut Vm, args: &Args) -> Answer {
    let template = vm.arg(args, 0).unwrap_or(Value::None);
    receiver(vm, template, "format")?;
    let items = vm.positional(&rest(args));
    let items = vm.tuple(items);
    let mapping = vm.dict_of_names(&args.keywords);
    formatted(vm, template, items, mapping)
}

/// `template.format_map(mapping)`
pub fn format_map(vm: &mut Vm, args: &Args) -> Answer {
    let (template, [mapping]) = vm.method(args, "str.format_map", ["/mapping"], 1)?;
    receiver(vm, template, "format_map")?;
    formatted(vm, template, Value::None, mapping)
}

fn formatted(vm: &mut Vm, template: Value, items: Value, mapping: Value) -> Answer {
    match format_all(vm, template, items, mapping, &mut Helped::default()) {
        Err(Stop::Needs(..)) => vm.in_python("_format_all", &[template, items, mapping]),
        Err(Stop::Fails(signal)) => Err(signal),
        Ok(value) => Ok(value),
    }
}

fn format_all(
    vm: &mut Vm,
    template: Value,
    items: Value,
    mapping: Value,
    helped: &mut Helped,
) -> Result<Value, Stop> {
    let text = string(vm, template);
    let mut numbering = Numbering::default();
    let mut source = Source { items, mapping };
    let out = fill(
        vm,
        &text,
        &mut source,
        &mut numbering,
        brace::MAX_DEPTH,
        helped,
    )?;
    Ok(vm.string(out))
}

/// Where fields take their values from.
struct Source {
    /// A tuple, or None for `format_map`.
    items: Value,
    mapping: Value,
}

fn fill(
    vm: &mut Vm,
    template: &str,
    source: &mut Source,
    numbering: &mut Numbering,
    depth: usize,
    helped: &mut Helped,
) -> Result<String, Stop> {
    if depth == 0 {
        return Err(fail(vm, &brace::recursion_exceeded()));
    }
    let mut out = String::new();
    for piece in brace::pieces(template) {
        let field = match piece {
            Ok(brace::Piece::Literal(text)) => {
                out.push_str(text);
                continue;
            }
            Ok(brace::Piece::Field(field)) => field,
            Err(error) => return Err(fail(vm, &error)),
        };
        let mut value = first(vm, &field, source, numbering, helped)?;
        for accessor in field.accessors() {
            let accessor = accessor.map_err(|error| fail(vm, &error))?;
            value = access(vm, value, accessor, helped)?;
        }
        if let Some(conversion) = field.conversion {
            brace::check_conversion(conversion).map_err(|error| fail(vm, &error))?;
            value = convert(vm, value, conversion, helped)?;
        }
        let spec = if field.nested {
            fill(vm, field.spec, source, numbering, depth - 1, helped)?
        } else {
            field.spec.to_string()
        };
        let spec = vm.string(spec);
        let answer = vm.format_value(value, Some(spec));
        let formatted = helped.ask(answer, Ask::Format, value, spec)?;
        out.push_str(&string(vm, formatted));
        vm.check_size(out.len() as u64)?;
    }
    Ok(out)
}

fn first(
    vm: &mut Vm,
    field: &brace::Field,
    source: &Source,
    numbering: &mut Numbering,
    helped: &mut Helped,
) -> Result<Value, Stop> {
    match field.first(numbering).map_err(|error| fail(vm, &error))? {
        First::Index(_) if source.items == Value::None => {
            Err(fail(vm, &brace::positional_in_map()))
        }
        First::Index(index) => match lists::items(vm, source.items).get(index) {
            Some(value) => Ok(*value),
            None => Err(fail(vm, &brace::index_out_of_range(index))),
        },
        First::Name(name) => {
            let key = vm.new_str(name);
            let answer = vm.get_item(source.mapping, key);
            helped.ask(answer, Ask::Item, source.mapping, key)
        }
    }
}

fn access(
    vm: &mut Vm,
    value: Value,
    accessor: Accessor,
    helped: &mut Helped,
) -> Result<Value, Stop> {
    match accessor {
        Accessor::Attribute(name) => {
            let text = vm.new_str(name);
            let name = vm.name_of(text);
            let answer = vm.get_attribute(value, name);
            helped.ask(answer, Ask::Attribute, value, text)
        }
        Accessor::Index(index) => {
            let key = Value::Int(i64::try_from(index).unwrap_or(i64::MAX));
            let answer = vm.get_item(value, key);
            helped.ask(answer, Ask::Item, value, key)
        }
        Accessor::Key(key) => {
            let key = vm.new_str(key);
            let answer = vm.get_item(value, key);
            helped.ask(answer, Ask::Item, value, key)
        }
    }
}

/// `!s`, `!r`, `!a`.
fn convert(
    vm: &mut Vm,
    value: Value,
    conversion: char,
    helped: &mut Helped,
) -> Result<Value, Stop> {
    if conversion == 's' {
        let answer = vm.str_of(value);
        return helped.ask(answer, Ask::Str, value, Value::None);
    }
    let answer = vm.repr_of(value);
    let text = helped.ask(answer, Ask::Repr, value, Value::None)?;
    if conversion == 'r' {
        return Ok(text);
    }
    let text = quote::ascii_of_repr(&string(vm, text));
    Ok(vm.string(text))
}

// ---- the % operator

/// `left % right` for a string or bytes on the left.
pub fn percent(vm: &mut Vm, left: Value, right: Value) -> Answer {
    match percent_all(vm, left, right, &mut Helped::default()) {
        Err(Stop::Needs(..)) => vm.in_python("_percent_all", &[left, right]),
        Err(Stop::Fails(signal)) => Err(signal),
        Ok(value) => Ok(value),
    }
}

/// The arguments of a format: a tuple's items one by one, or one value.
struct Operands {
    items: Option<Rc<[Value]>>,
    one: Value,
    used: usize,
}

impl Operands {
    fn next(&mut self, vm: &mut Vm) -> Result<Value, Stop> {
        let value = match &self.items {
            Some(items) => items.get(self.used).copied(),
            None if self.used == 0 => Some(self.one),
            None => None,
        };
        self.used += 1;
        value.ok_or_else(|| fail(vm, &text::not_enough_arguments()))
    }

    fn is_used_up(&self) -> bool {
        self.used >= self.items.as_ref().map_or(1, |items| items.len())
    }
}

fn percent_all(vm: &mut Vm, left: Value, right: Value, helped: &mut Helped) -> Result<Value, Stop> {
    let bytes = vm.bytes_of(left);
    let array = matches!(
        left.object().map(|id| &vm.heap.get(id).kind),
        Some(Kind::ByteArray(_))
    );
    let template = match &bytes {
        Some(data) => data.iter().map(|b| char::from(*b)).collect(),
        None => string(vm, left),
    };
    let items = match right.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Tuple(items)) => Some(Rc::clone(items)),
        _ => None,
    };
    let set = matches!(
        right.object().map(|id| &vm.heap.get(id).kind),
        Some(Kind::Set(_) | Kind::DictView { .. })
    );
    let mapping = items.is_none()
        && !set
        && vm.heap.str(right).is_none()
        && (vm.native_len(right).is_some() || vm.special(right, names::GETITEM).is_some());
    let mut operands = Operands {
        items,
        one: right,
        used: 0,
    };
    let mut out = String::new();
    for piece in text::pieces(&template, mapping) {
        match piece {
            Ok(text::Piece::Literal(text)) => out.push_str(text),
            Ok(text::Piece::Conversion(conversion)) => {
                if let Some(key) = conversion.key {
                    if !mapping {
                        return Err(fail(vm, &text::requires_mapping()));
                    }
                    let key = match &bytes {
                        Some(_) => vm.new_bytes(key.chars().map(|c| c as u8).collect::<Vec<u8>>()),
                        None => vm.new_str(key),
                    };
                    let answer = vm.get_item(right, key);
                    operands.one = helped.ask(answer, Ask::Item, right, key)?;
                    operands.used = 0;
                }
                let piece = converted(vm, &conversion, &mut operands, bytes.is_some(), helped)?;
                out.push_str(&piece);
                vm.check_size(out.len() as u64)?;
            }
            Err(error) => return Err(fail(vm, &error)),
        }
    }
    if !operands.is_used_up() && !mapping {
        let kind = if bytes.is_some() { "bytes" } else { "string" };
        return Err(fail(vm, &text::not_all_converted(kind)));
    }
    if bytes.is_none() {
        return Ok(vm.string(out));
    }
    let data: Vec<u8> = out.chars().map(|c| c as u8).collect();
    Ok(if array {
        let class = crate::vm::types::BYTEARRAY;
        vm.heap.make(class, Kind::ByteArray(Rc::new(data)))
    } else {
        vm.new_bytes(data)
    })
}

/// One conversion with its arguments.
fn converted(
    vm: &mut Vm,
    conversion: &Conversion,
    operands: &mut Operands,
    bytes: bool,
    helped: &mut Helped,
) -> Result<String, Stop> {
    let mut star = |vm: &mut Vm, size: Option<Size>| -> Result<i64, Stop> {
        if size != Some(Size::Star) {
            return Ok(0);
        }
        let value = operands.next(vm)?;
        vm.index(value)
            .ok_or_else(|| fail(vm, &text::star_wants_int()))
    };
    let width = star(vm, conversion.width)?;
    let precision = star(vm, conversion.precision)?;
    let settled = conversion
        .settle(width, precision)
        .map_err(|error| fail(vm, &error))?;
    let value = operands.next(vm)?;
    let result = match settled.code {
        's' | 'b' if bytes => {
            let piece = bytes_piece(vm, value, helped)?;
            text::format_str(&piece, &settled, MAX_OBJECT)
        }
        'r' if bytes => {
            let piece = convert(vm, value, 'a', helped)?;
            text::format_str(&string(vm, piece), &settled, MAX_OBJECT)
        }
        's' | 'r' | 'a' => {
            let piece = convert(vm, value, settled.code, helped)?;
            text::format_str(&string(vm, piece), &settled, MAX_OBJECT)
        }
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
            let value = integer(vm, value, &settled, helped)?;
            text::format_int(&value, &settled, MAX_OBJECT)
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let value = real(vm, value, bytes, helped)?;
            text::format_float(value, &settled, MAX_OBJECT)
        }
        'c' => {
            let c = character(vm, value, bytes)?;
            text::format_str(&c, &settled, MAX_OBJECT)
        }
        _ => Err(text::unsupported_character(conversion)),
    };
    result.map_err(|error| fail(vm, &error))
}

/// `%s` of a bytes format, as Latin-1.
fn bytes_piece(vm: &mut Vm, value: Value, helped: &mut Helped) -> Result<String, Stop> {
    let data = match vm.bytes_of(value) {
        Some(data) => data,
        None if vm.special(value, names::BYTES).is_some() => {
            let made = helped.python(Ask::Bytes, value, Value::None)?;
            vm.bytes_of(made).unwrap_or_default()
        }
        None => {
            let name = vm.type_name(value);
            return Err(fail(vm, &text::wrong_bytes(&name)));
        }
    };
    Ok(data.iter().map(|b| char::from(*b)).collect())
}

fn integer(
    vm: &mut Vm,
    value: Value,
    settled: &Settled,
    helped: &mut Helped,
) -> Result<BigInt, Stop> {
    let strict = matches!(settled.code, 'o' | 'x' | 'X');
    let value = if number(vm.heap, value).is_some() {
        value
    } else if vm.special(value, names::INDEX).is_some() {
        helped.python(Ask::Index, value, Value::None)?
    } else if !strict && vm.special(value, names::INT).is_some() {
        helped.python(Ask::Int, value, Value::None)?
    } else {
        value
    };
    match number(vm.heap, value) {
        Some(Number::Float(x)) if !strict => {
            float::float_to_int(x).map_err(|error| fail(vm, &error))
        }
        Some(Number::Float(_)) | None => {
            let name = vm.type_name(value);
            Err(fail(vm, &text::wrong_number(settled.code, &name)))
        }
        Some(other) => Ok(other.big().unwrap_or_default()),
    }
}

fn real(vm: &mut Vm, value: Value, bytes: bool, helped: &mut Helped) -> Result<f64, Stop> {
    let value = if number(vm.heap, value).is_none() && vm.special(value, names::FLOAT).is_some() {
        helped.python(Ask::Float, value, Value::None)?
    } else {
        value
    };
    if number(vm.heap, value).is_none() {
        let name = vm.type_name(value);
        let error = if bytes {
            text::wrong_float_in_bytes(&name)
        } else {
            text::wrong_float(&name)
        };
        return Err(fail(vm, &error));
    }
    Ok(vm.float_arg(value)?)
}

fn character(vm: &mut Vm, value: Value, bytes: bool) -> Result<String, Stop> {
    let error = if bytes {
        match (vm.bytes_of(value).as_deref(), vm.index(value)) {
            (Some([byte]), _) => return Ok(char::from(*byte).to_string()),
            (_, Some(i)) => match u8::try_from(i) {
                Ok(byte) => return Ok(char::from(byte).to_string()),
                Err(_) => text::byte_out_of_range(),
            },
            _ => text::wrong_byte(),
        }
    } else {
        match (vm.heap.str(value), vm.index(value)) {
            (Some(text), _) if text.chars == 1 => return Ok(text.s.to_string()),
            (None, Some(i)) => match text::character(Some(i)) {
                Ok(c) => return Ok(c.to_string()),
                Err(error) => error,
            },
            _ => text::wrong_character(),
        }
    };
    Err(fail(vm, &error))
}
