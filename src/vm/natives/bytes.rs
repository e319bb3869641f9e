//! Methods of bytes and bytearrays.
//!
//! Searching and padding go through the functions for strings: bytes as Latin-1 text keep their positions.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::names;
use crate::vm::natives::Table;
use crate::vm::natives::strings::{codec, decode};
use crate::vm::object::Kind;
use crate::vm::operations::MAX_OBJECT;
use crate::vm::signal::Answer;
use crate::vm::text::codecs::{self, Encoding};
use crate::vm::text::{Error, strings as text};
use crate::vm::types;
use crate::vm::value::Value;
use std::rc::Rc;

macro_rules! methods {
    ($($name:literal => $function:expr,)*) => {
        /// Methods of bytes.
        pub const TABLE: Table = &[$((concat!("bytes.", $name), $function),)*];
        /// The same methods of bytearrays.
        pub const ARRAY_TABLE: Table = &[$((concat!("bytearray.", $name), $function),)*];
    };
}

methods! {
    "decode" => |vm, args| {
        let (this, [encoding, errors]) = vm.method(args, "decode", ["encoding", "errors"], 0)?;
        let data = receiver(vm, this)?;
        let (encoding, errors) = codec(vm, "decode", encoding, errors)?;
        decode(vm, this, &data, &encoding, &errors)
    },
    "hex" => |vm, args| {
        let (this, [sep, group]) = vm.method(args, "hex", ["sep", "bytes_per_sep"], 0)?;
        let data = receiver(vm, this)?;
        let sep = separator(vm, sep)?;
        let group = if group.is_null() { 1 } else { vm.int_arg(group)? };
        Ok(vm.string(hex(&data, &sep, group)))
    },
    "fromhex" => |vm, args| {
        let (class, [string]) = vm.method(args, "fromhex", ["/string"], 1)?;
        let string = vm.str_arg(string, "fromhex() argument")?;
        let data = match from_hex(&string.s) {
            Ok(data) => data,
            Err(at) => {
                return Err(vm.value_error(&format!(
                    "non-hexadecimal number found in fromhex() arg at position {at}"
                )));
            }
        };
        Ok(if class == Value::Object(types::BYTEARRAY) {
            array(vm, data)
        } else {
            vm.new_bytes(data)
        })
    },
    "join" => join,
    "split" => |vm, args| split(vm, args, "split"),
    "rsplit" => |vm, args| split(vm, args, "rsplit"),
    "splitlines" => |vm, args| {
        let (this, [keepends]) = vm.method(args, "splitlines", ["keepends"], 0)?;
        let data = receiver(vm, this)?;
        let keep = !keepends.is_null() && vm.truth(keepends)?;
        let mut parts = Vec::new();
        let mut rest = &data[..];
        while !rest.is_empty() {
            let end = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
            let ending = if rest[end..].starts_with(b"\r\n") { 2 } else { usize::from(end < rest.len()) };
            parts.push(rest[..if keep { end + ending } else { end }].to_vec());
            rest = &rest[end + ending..];
        }
        let items = parts.into_iter().map(|part| like(vm, this, part)).collect();
        Ok(vm.list(items))
    },
    "find" => |vm, args| find(vm, args, "find", text::find, false),
    "rfind" => |vm, args| find(vm, args, "rfind", text::rfind, false),
    "index" => |vm, args| find(vm, args, "index", text::find, true),
    "rindex" => |vm, args| find(vm, args, "rindex", text::rfind, true),
    "count" => |vm, args| {
        let (data, sub, start, end) = search(vm, args, "count")?;
        Ok(Value::Int(text::count(&data, &sub, start, end) as i64))
    },
    "startswith" => |vm, args| affix(vm, args, "startswith", text::startswith),
    "endswith" => |vm, args| affix(vm, args, "endswith", text::endswith),
    "removeprefix" => |vm, args| {
        let (this, [prefix]) = vm.method(args, "removeprefix", ["/prefix"], 1)?;
        let (data, prefix) = (receiver(vm, this)?, like_bytes(vm, prefix)?);
        Ok(like(vm, this, data.strip_prefix(&prefix[..]).unwrap_or(&data).to_vec()))
    },
    "removesuffix" => |vm, args| {
        let (this, [suffix]) = vm.method(args, "removesuffix", ["/suffix"], 1)?;
        let (data, suffix) = (receiver(vm, this)?, like_bytes(vm, suffix)?);
        Ok(like(vm, this, data.strip_suffix(&suffix[..]).unwrap_or(&data).to_vec()))
    },
    "replace" => |vm, args| {
        let (this, [old, new, count]) = vm.method(args, "replace", ["/old", "/new", "/count"], 2)?;
        let data = wide(&receiver(vm, this)?);
        let (old, new) = (wide(&like_bytes(vm, old)?), wide(&like_bytes(vm, new)?));
        let count = if count.is_null() { -1 } else { vm.int_arg(count)? };
        let result = text::replace(&data, &old, &new, count, MAX_OBJECT);
        let result = vm.checked(result)?;
        Ok(like(vm, this, narrow(&result)))
    },
    "strip" => |vm, args| strip(vm, args, "strip", true, true),
    "lstrip" => |vm, args| strip(vm, args, "lstrip", true, false),
    "rstrip" => |vm, args| strip(vm, args, "rstrip", false, true),
    "partition" => |vm, args| partition(vm, args, "partition", text::partition),
    "rpartition" => |vm, args| partition(vm, args, "rpartition", text::rpartition),
    "ljust" => |vm, args| pad(vm, args, "ljust", text::ljust),
    "rjust" => |vm, args| pad(vm, args, "rjust", text::rjust),
    "center" => |vm, args| pad(vm, args, "center", text::center),
    "zfill" => |vm, args| {
        let (this, [width]) = vm.method(args, "zfill", ["/width"], 1)?;
        let (data, width) = (wide(&receiver(vm, this)?), vm.int_arg(width)?);
        let result = text::zfill(&data, width, MAX_OBJECT);
        let result = vm.checked(result)?;
        Ok(like(vm, this, narrow(&result)))
    },
    "upper" => |vm, args| map(vm, args, |b, _| b.to_ascii_uppercase()),
    "lower" => |vm, args| map(vm, args, |b, _| b.to_ascii_lowercase()),
    "swapcase" => |vm, args| map(vm, args, |b, _| if b.is_ascii_lowercase() {
        b.to_ascii_uppercase()
    } else {
        b.to_ascii_lowercase()
    }),
    "capitalize" => |vm, args| map(vm, args, |b, before| match before {
        None => b.to_ascii_uppercase(),
        Some(_) => b.to_ascii_lowercase(),
    }),
    "title" => |vm, args| map(vm, args, |b, before| {
        if before.is_some_and(|b| b.is_ascii_alphabetic()) {
            b.to_ascii_lowercase()
        } else {
            b.to_ascii_uppercase()
        }
    }),
    "expandtabs" => |vm, args| {
        let (this, [size]) = vm.method(args, "expandtabs", ["tabsize"], 0)?;
        let data = wide(&receiver(vm, this)?);
        let size = if size.is_null() { 8 } else { vm.int_arg(size)? };
        let result = text::expandtabs(&data, size, MAX_OBJECT);
        let result = vm.checked(result)?;
        Ok(like(vm, this, narrow(&result)))
    },
    "maketrans" => maketrans,
    "translate" => translate,
    "istitle" => |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        let (mut before, mut cased) = (false, false);
        for b in receiver(vm, this)?.iter() {
            // A word begins with a large letter, and goes on with small ones.
            if b.is_ascii_alphabetic() && b.is_ascii_uppercase() == before {
                return Ok(Value::Bool(false));
            }
            before = b.is_ascii_alphabetic();
            cased |= before;
        }
        Ok(Value::Bool(cased))
    },
    "isalpha" => |vm, args| all(vm, args, |b| b.is_ascii_alphabetic()),
    "isalnum" => |vm, args| all(vm, args, |b| b.is_ascii_alphanumeric()),
    "isdigit" => |vm, args| all(vm, args, |b| b.is_ascii_digit()),
    "isspace" => |vm, args| all(vm, args, is_space),
    "isascii" => |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        Ok(Value::Bool(receiver(vm, this)?.is_ascii()))
    },
    "isupper" => |vm, args| cased(vm, args, |b| b.is_ascii_uppercase()),
    "islower" => |vm, args| cased(vm, args, |b| b.is_ascii_lowercase()),
}

fn maketrans(vm: &mut Vm, args: &Args) -> Answer {
    let [from, to] = vm.parse(args, "maketrans", ["/from", "/to"], 2)?;
    let (from, to) = (like_bytes(vm, from)?, like_bytes(vm, to)?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (a, b) in from.iter().zip(to.iter()) {
        table[usize::from(*a)] = *b;
    }
    Ok(vm.new_bytes(table))
}

fn translate(vm: &mut Vm, args: &Args) -> Answer {
    let (this, [table, delete]) = vm.method(args, "translate", ["/table", "delete"], 1)?;
    let data = receiver(vm, this)?;
    let table = match table {
        Value::None => None,
        table => Some(like_bytes(vm, table)?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let gone = if delete.is_null() {
        Rc::from([])
    } else {
        like_bytes(vm, delete)?
    };
    let kept = data.iter().filter(|b| !gone.contains(b));
    let result = kept.map(|b| table.as_ref().map_or(*b, |table| table[usize::from(*b)]));
    Ok(like(vm, this, result.collect()))
}

pub(super) fn receiver(vm: &mut Vm, this: Value) -> Answer<Rc<[u8]>> {
    match vm.bytes_of(this) {
        Some(data) => {
            vm.works(data.len() as u64 / 2)?;
            Ok(data)
        }
        None => {
            let name = vm.type_name(this);
            Err(vm.type_error(&format!(
                "this method of 'bytes' objects doesn't apply to a '{name}' object"
            )))
        }
    }
}

fn like_bytes(vm: &mut Vm, value: Value) -> Answer<Rc<[u8]>> {
    match vm.bytes_of(value) {
        Some(data) => Ok(data),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(&format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

pub(super) fn array(vm: &mut Vm, data: Vec<u8>) -> Value {
    vm.heap
        .make(types::BYTEARRAY, Kind::ByteArray(Rc::new(data)))
}

/// A result of the receiver's type.
fn like(vm: &mut Vm, this: Value, data: Vec<u8>) -> Value {
    match this.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::ByteArray(_)) => array(vm, data),
        _ => vm.new_bytes(data),
    }
}

pub(super) fn change(vm: &mut Vm, this: Value, how: impl FnOnce(&mut Vec<u8>)) {
    if let Some(id) = this.object()
        && let Kind::ByteArray(data) = &mut vm.heap.get_mut(id).kind
    {
        let data = Rc::make_mut(data);
        let before = data.len();
        how(data);
        let grown = data.len().saturating_sub(before);
        vm.work += before as u64 / 256;
        vm.heap.charge(grown);
    }
}

fn wide(data: &[u8]) -> String {
    data.iter().map(|b| char::from(*b)).collect()
}

fn narrow(text: &str) -> Vec<u8> {
    text.chars().map(|c| c as u8).collect()
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

pub(super) fn byte_arg(vm: &mut Vm, value: Value, array: bool) -> Answer<u8> {
    let i = vm.int_arg(value)?;
    u8::try_from(i).map_err(|_| {
        let what = if array { "byte" } else { "bytes" };
        vm.value_error(&format!("{what} must be in range(0, 256)"))
    })
}

pub(super) fn contents(vm: &mut Vm, args: &Args, array: bool) -> Answer<Vec<u8>> {
    let name = if array { "bytearray" } else { "bytes" };
    let [source, encoding, errors] = vm.parse(args, name, ["source", "encoding", "errors"], 0)?;
    if source.is_null() {
        return Ok(Vec::new());
    }
    if let Some(text) = vm.heap.str(source).cloned() {
        if encoding.is_null() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let (encoding, errors) = codec(vm, name, encoding, errors)?;
        let result = Encoding::named(&encoding).and_then(|e| codecs::encode(&text.s, e, &errors));
        return result.map_err(|e| vm.codec_error(e, source, types::UNICODE_ENCODE_ERROR));
    }
    if !encoding.is_null() || !errors.is_null() {
        return Err(vm.type_error("encoding without a string argument"));
    }
    if let Some(data) = vm.bytes_of(source) {
        return Ok(data.to_vec());
    }
    if !array && vm.special(source, names::BYTES).is_some() {
        return vm.in_python("_bytes", &[source]);
    }
    if let Some(count) = vm.index(source) {
        let Ok(count) = u64::try_from(count) else {
            return Err(vm.value_error("negative count"));
        };
        vm.check_size(count)?;
        return Ok(vec![0; count as usize]);
    }
    if !vm.is_iterable(source) {
        let kind = vm.type_name(source);
        return Err(vm.type_error(&format!("cannot convert '{kind}' object to {name}")));
    }
    let this = if array {
        "bytearray.__new__"
    } else {
        "bytes.__new__"
    };
    let mut data = Vec::new();
    for item in vm.items_of(args, 0, this)? {
        data.push(byte_arg(vm, item, array)?);
    }
    Ok(data)
}

/// What stands between the digits of `hex`.
fn separator(vm: &mut Vm, sep: Value) -> Answer<String> {
    if sep.is_null() {
        return Ok(String::new());
    }
    match vm.native_len(sep) {
        Some(1) => {}
        Some(_) => return Err(vm.value_error("sep must be length 1.")),
        None => {
            let message = format!("object of type '{}' has no len()", vm.type_name(sep));
            return Err(vm.type_error(&message));
        }
    }
    let text = match (vm.heap.str(sep), vm.bytes_of(sep)) {
        (Some(text), _) => text.s.to_string(),
        (_, Some(data)) => data.iter().map(|byte| char::from(*byte)).collect(),
        _ => return Err(vm.type_error("sep must be str or bytes.")),
    };
    match text.is_ascii() {
        true => Ok(text),
        false => Err(vm.value_error("sep must be ASCII.")),
    }
}

fn hex(data: &[u8], sep: &str, group: i64) -> String {
    let digits: Vec<String> = data.iter().map(|b| format!("{b:02x}")).collect();
    let size = group.unsigned_abs() as usize;
    if sep.is_empty() || size == 0 {
        return digits.concat();
    }
    let mut out = String::new();
    for (i, digit) in digits.iter().enumerate() {
        let boundary = if group > 0 {
            (digits.len() - i).is_multiple_of(size)
        } else {
            i.is_multiple_of(size)
        };
        if i > 0 && boundary {
            out.push_str(sep);
        }
        out.push_str(digit);
    }
    out
}

/// The bytes, or the position of what is no digit.
fn from_hex(text: &str) -> Result<Vec<u8>, usize> {
    let chars: Vec<char> = text.chars().collect();
    let mut data = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if chars[at].is_ascii_whitespace() || chars[at] == '\x0b' {
            at += 1;
            continue;
        }
        let digit = |at: usize| chars.get(at).and_then(|c| c.to_digit(16)).ok_or(at);
        data.push((digit(at)? * 16 + digit(at + 1)?) as u8);
        at += 2;
    }
    Ok(data)
}

fn join(vm: &mut Vm, args: &Args) -> Answer {
    let (this, [iterable]) = vm.method(args, "join", ["/iterable"], 1)?;
    let separator = receiver(vm, this)?;
    if !vm.is_iterable(iterable) {
        return Err(vm.type_error("can only join an iterable"));
    }
    let mut out = Vec::new();
    for (i, item) in vm.items_of(args, 1, "bytes.join")?.into_iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(&separator);
        }
        match vm.bytes_of(item) {
            Some(data) => out.extend_from_slice(&data),
            None => {
                let name = vm.type_name(item);
                return Err(vm.type_error(&format!(
                    "sequence item {i}: expected a bytes-like object, {name} found"
                )));
            }
        }
        vm.check_size(out.len() as u64)?;
    }
    Ok(like(vm, this, out))
}

fn split(vm: &mut Vm, args: &Args, name: &str) -> Answer {
    let (this, [sep, maxsplit]) = vm.method(args, name, ["sep", "maxsplit"], 0)?;
    let data = receiver(vm, this)?;
    let maxsplit = if maxsplit.is_null() {
        -1
    } else {
        vm.int_arg(maxsplit)?
    };
    let sep = if sep.is_null() || sep == Value::None {
        None
    } else {
        Some(wide(&like_bytes(vm, sep)?))
    };
    // Among the blanks of strings are some that bytes do not count: those become letters for a while.
    let plain: String = if sep.is_some() {
        wide(&data)
    } else {
        data.iter()
            .map(|b| match b {
                0x1c..=0x1f | 0x85 | 0xa0 => char::from_u32(u32::from(*b) + 0x100).unwrap_or('?'),
                b => char::from(*b),
            })
            .collect()
    };
    let parts = match name {
        "split" => text::split(&plain, sep.as_deref(), maxsplit),
        _ => text::rsplit(&plain, sep.as_deref(), maxsplit),
    };
    let parts = vm.checked(parts)?;
    vm.check_size((parts.len() * 80) as u64)?;
    let parts: Vec<Vec<u8>> = parts.into_iter().map(narrow).collect();
    let items = parts.into_iter().map(|part| like(vm, this, part)).collect();
    Ok(vm.list(items))
}

type Bounds = (String, String, Option<i64>, Option<i64>);

fn search(vm: &mut Vm, args: &Args, name: &str) -> Answer<Bounds> {
    let (this, [sub, start, end]) = vm.method(args, name, ["/sub", "/start", "/end"], 1)?;
    let data = wide(&receiver(vm, this)?);
    let sub = match (vm.bytes_of(sub), vm.index(sub)) {
        (Some(sub), _) => wide(&sub),
        (None, Some(i)) => match u8::try_from(i) {
            Ok(byte) => char::from(byte).to_string(),
            Err(_) => return Err(vm.value_error("byte must be in range(0, 256)")),
        },
        _ => {
            let name = vm.type_name(sub);
            return Err(vm.type_error(&format!(
                "argument should be integer or bytes-like object, not '{name}'"
            )));
        }
    };
    Ok((data, sub, vm.bound(start)?, vm.bound(end)?))
}

type Find = fn(&str, &str, Option<i64>, Option<i64>) -> Option<usize>;

fn find(vm: &mut Vm, args: &Args, name: &str, function: Find, must: bool) -> Answer {
    let (data, sub, start, end) = search(vm, args, name)?;
    match function(&data, &sub, start, end) {
        Some(at) => Ok(Value::Int(at as i64)),
        None if must => Err(vm.value_error("subsection not found")),
        None => Ok(Value::Int(-1)),
    }
}

type Affix = fn(&str, &str, Option<i64>, Option<i64>) -> bool;

fn affix(vm: &mut Vm, args: &Args, name: &str, function: Affix) -> Answer {
    let (this, [affix, start, end]) = vm.method(args, name, ["/affix", "/start", "/end"], 1)?;
    let data = wide(&receiver(vm, this)?);
    let (start, end) = (vm.bound(start)?, vm.bound(end)?);
    let choices: Vec<Value> = match affix.object().map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Tuple(items)) => items.to_vec(),
        _ => vec![affix],
    };
    for choice in choices {
        let Some(part) = vm.bytes_of(choice) else {
            let kind = vm.type_name(choice);
            let message = if choice == affix {
                format!("{name} first arg must be bytes or a tuple of bytes, not {kind}")
            } else {
                format!("a bytes-like object is required, not '{kind}'")
            };
            return Err(vm.type_error(&message));
        };
        if function(&data, &wide(&part), start, end) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn strip(vm: &mut Vm, args: &Args, name: &str, left: bool, right: bool) -> Answer {
    let (this, [bytes]) = vm.method(args, name, ["/bytes"], 0)?;
    let data = receiver(vm, this)?;
    let chosen = if bytes.is_null() || bytes == Value::None {
        None
    } else {
        Some(like_bytes(vm, bytes)?)
    };
    let gone = |b: &u8| match &chosen {
        None => is_space(*b),
        Some(chosen) => chosen.contains(b),
    };
    let mut rest = &data[..];
    while left && rest.first().is_some_and(gone) {
        rest = &rest[1..];
    }
    while right && rest.last().is_some_and(gone) {
        rest = &rest[..rest.len() - 1];
    }
    Ok(like(vm, this, rest.to_vec()))
}

type Partition = for<'a> fn(&'a str, &'a str) -> Result<(&'a str, &'a str, &'a str), Error>;

fn partition(vm: &mut Vm, args: &Args, name: &str, function: Partition) -> Answer {
    let (this, [sep]) = vm.method(args, name, ["/sep"], 1)?;
    let (data, sep) = (wide(&receiver(vm, this)?), wide(&like_bytes(vm, sep)?));
    let parts = function(&data, &sep);
    let (a, b, c) = vm.checked(parts)?;
    let parts = [a, b, c].map(|part| like(vm, this, narrow(part)));
    Ok(vm.tuple(parts.to_vec()))
}

type Pad = fn(&str, i64, char, usize) -> Result<String, Error>;

fn pad(vm: &mut Vm, args: &Args, name: &str, function: Pad) -> Answer {
    let (this, [width, fill]) = vm.method(args, name, ["/width", "/fillbyte"], 1)?;
    let data = wide(&receiver(vm, this)?);
    let width = vm.int_arg(width)?;
    let fill = match vm.bytes_of(fill).as_deref() {
        _ if fill.is_null() => ' ',
        Some([byte]) => char::from(*byte),
        _ => {
            let kind = vm.type_name(fill);
            return Err(vm.type_error(&format!(
                "{name}() argument 2 must be a byte string of length 1, not {kind}"
            )));
        }
    };
    let result = function(&data, width, fill, MAX_OBJECT);
    let result = vm.checked(result)?;
    Ok(like(vm, this, narrow(&result)))
}

fn map(vm: &mut Vm, args: &Args, function: fn(u8, Option<u8>) -> u8) -> Answer {
    let this = vm.arg(args, 0).unwrap_or(Value::None);
    let data = receiver(vm, this)?;
    let mut before = None;
    let mapped = data
        .iter()
        .map(|b| {
            let mapped = function(*b, before);
            before = Some(*b);
            mapped
        })
        .collect();
    Ok(like(vm, this, mapped))
}

fn all(vm: &mut Vm, args: &Args, function: fn(u8) -> bool) -> Answer {
    let this = vm.arg(args, 0).unwrap_or(Value::None);
    let data = receiver(vm, this)?;
    let yes = !data.is_empty() && data.iter().all(|b| function(*b));
    Ok(Value::Bool(yes))
}

fn cased(vm: &mut Vm, args: &Args, function: fn(u8) -> bool) -> Answer {
    let this = vm.arg(args, 0).unwrap_or(Value::None);
    let data = receiver(vm, this)?;
    let mut letters = data.iter().filter(|b| b.is_ascii_alphabetic()).peekable();
    let some = letters.peek().is_some();
    let yes = some && letters.all(|b| function(*b));
    Ok(Value::Bool(yes))
}
