//! Methods of strings. Their results come from the pure functions of `text`.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::natives::{Table, formatting};
use crate::vm::object::{Kind, Text};
use crate::vm::operations::MAX_OBJECT;
use crate::vm::signal::{Answer, Signal};
use crate::vm::text::codecs::{self, Encoding};
use crate::vm::text::strings::{self as text, Translation};
use crate::vm::text::{Error, case};
use crate::vm::types;
use crate::vm::value::Value;
use std::rc::Rc;

pub use crate::vm::natives::formatting::percent;

/// Methods of strings.
pub const TABLE: Table = &[
    ("str.__new__", new),
    ("str.join", join),
    ("str.upper", |vm, args| map(vm, args, "upper", case::upper)),
    ("str.lower", |vm, args| map(vm, args, "lower", case::lower)),
    ("str.casefold", |vm, args| {
        map(vm, args, "casefold", case::casefold)
    }),
    ("str.capitalize", |vm, args| {
        map(vm, args, "capitalize", case::capitalize)
    }),
    ("str.title", |vm, args| map(vm, args, "title", case::title)),
    ("str.swapcase", |vm, args| {
        map(vm, args, "swapcase", case::swapcase)
    }),
    ("str.isalpha", |vm, args| {
        test(vm, args, "isalpha", case::isalpha)
    }),
    ("str.isalnum", |vm, args| {
        test(vm, args, "isalnum", case::isalnum)
    }),
    ("str.isdecimal", |vm, args| {
        test(vm, args, "isdecimal", case::isdecimal)
    }),
    ("str.isdigit", |vm, args| {
        test(vm, args, "isdigit", case::isdigit)
    }),
    ("str.isnumeric", |vm, args| {
        test(vm, args, "isnumeric", case::isnumeric)
    }),
    ("str.isspace", |vm, args| {
        test(vm, args, "isspace", case::isspace)
    }),
    ("str.isascii", |vm, args| {
        test(vm, args, "isascii", case::isascii)
    }),
    ("str.isprintable", |vm, args| {
        test(vm, args, "isprintable", case::isprintable)
    }),
    ("str.isidentifier", |vm, args| {
        test(vm, args, "isidentifier", case::isidentifier)
    }),
    ("str.isupper", |vm, args| {
        test(vm, args, "isupper", case::isupper)
    }),
    ("str.islower", |vm, args| {
        test(vm, args, "islower", case::islower)
    }),
    ("str.istitle", |vm, args| {
        test(vm, args, "istitle", case::istitle)
    }),
    ("str.strip", |vm, args| {
        strip(vm, args, "strip", text::strip)
    }),
    ("str.lstrip", |vm, args| {
        strip(vm, args, "lstrip", text::lstrip)
    }),
    ("str.rstrip", |vm, args| {
        strip(vm, args, "rstrip", text::rstrip)
    }),
    ("str.split", |vm, args| {
        split(vm, args, "split", text::split)
    }),
    ("str.rsplit", |vm, args| {
        split(vm, args, "rsplit", text::rsplit)
    }),
    ("str.splitlines", |vm, args| {
        let (this, [keepends]) = vm.method(args, "splitlines", ["keepends"], 0)?;
        let this = receiver(vm, this, "splitlines")?;
        let keepends = !keepends.is_null() && vm.truth(keepends)?;
        vm.list_of_str(&text::splitlines(&this.s, keepends))
    }),
    ("str.find", |vm, args| {
        find(vm, args, "find", text::find, false)
    }),
    ("str.rfind", |vm, args| {
        find(vm, args, "rfind", text::rfind, false)
    }),
    ("str.index", |vm, args| {
        find(vm, args, "index", text::find, true)
    }),
    ("str.rindex", |vm, args| {
        find(vm, args, "rindex", text::rfind, true)
    }),
    ("str.count", |vm, args| {
        let (this, sub, start, end) = search(vm, args, "count")?;
        Ok(Value::Int(text::count(&this.s, &sub.s, start, end) as i64))
    }),
    ("str.startswith", |vm, args| {
        affix(vm, args, "startswith", text::startswith)
    }),
    ("str.endswith", |vm, args| {
        affix(vm, args, "endswith", text::endswith)
    }),
    ("str.removeprefix", |vm, args| {
        cut_affix(vm, args, "removeprefix", |s, affix| {
            s.strip_prefix(affix).unwrap_or(s)
        })
    }),
    ("str.removesuffix", |vm, args| {
        cut_affix(vm, args, "removesuffix", |s, affix| {
            s.strip_suffix(affix).unwrap_or(s)
        })
    }),
    ("str.replace", |vm, args| {
        let (this, [old, new, count]) = vm.method(args, "replace", ["/old", "/new", "count"], 2)?;
        let this = receiver(vm, this, "replace")?;
        let old = text_arg(vm, old, "replace() argument 1 must be str, not ")?;
        let new = text_arg(vm, new, "replace() argument 2 must be str, not ")?;
        let count = if count.is_null() {
            -1
        } else {
            vm.int_arg(count)?
        };
        let result = text::replace(&this.s, &old.s, &new.s, count, MAX_OBJECT);
        vm.text_result(result)
    }),
    ("str.ljust", |vm, args| pad(vm, args, "ljust", text::ljust)),
    ("str.rjust", |vm, args| pad(vm, args, "rjust", text::rjust)),
    ("str.center", |vm, args| {
        pad(vm, args, "center", text::center)
    }),
    ("str.zfill", |vm, args| {
        let (this, [width]) = vm.method(args, "str.zfill", ["/width"], 1)?;
        let this = receiver(vm, this, "zfill")?;
        let width = vm.int_arg(width)?;
        let result = text::zfill(&this.s, width, MAX_OBJECT);
        vm.text_result(result)
    }),
    ("str.expandtabs", |vm, args| {
        let (this, [tabsize]) = vm.method(args, "expandtabs", ["tabsize"], 0)?;
        let this = receiver(vm, this, "expandtabs")?;
        let tabsize = if tabsize.is_null() {
            8
        } else {
            vm.int_arg(tabsize)?
        };
        let result = text::expandtabs(&this.s, tabsize, MAX_OBJECT);
        vm.text_result(result)
    }),
    ("str.partition", |vm, args| {
        partition(vm, args, "partition", text::partition)
    }),
    ("str.rpartition", |vm, args| {
        partition(vm, args, "rpartition", text::rpartition)
    }),
    ("str.translate", translate),
    ("str.maketrans", maketrans),
    ("str.encode", |vm, args| {
        let (this, [encoding, errors]) = vm.method(args, "encode", ["encoding", "errors"], 0)?;
        let text = receiver(vm, this, "encode")?;
        let (encoding, errors) = codec(vm, "encode", encoding, errors)?;
        let result = Encoding::named(&encoding).and_then(|e| codecs::encode(&text.s, e, &errors));
        match result {
            Ok(data) => Ok(vm.new_bytes(data)),
            Err(refusal) => Err(vm.codec_error(refusal, this, types::UNICODE_ENCODE_ERROR)),
        }
    }),
    ("str.format", formatting::format),
    ("str.format_map", formatting::format_map),
];

/// The characters of the receiver of a method.
pub fn receiver(vm: &mut Vm, this: Value, method: &str) -> Answer<Rc<Text>> {
    match vm.heap.str(this) {
        Some(text) => Ok(Rc::clone(text)),
        None => {
            let name = vm.type_name(this);
            Err(vm.type_error(&format!(
                "descriptor '{method}' for 'str' objects doesn't apply to a '{name}' object"
            )))
        }
    }
}

/// A string argument; the complaint ends with the type's name.
pub fn text_arg(vm: &mut Vm, value: Value, complaint: &str) -> Answer<Rc<Text>> {
    match vm.heap.str(value) {
        Some(text) => Ok(Rc::clone(text)),
        None => {
            let name = vm.name_of_given(value, complaint);
            Err(vm.type_error(&format!("{complaint}{name}")))
        }
    }
}

/// The arguments of `encode` and `decode`.
pub fn codec(
    vm: &mut Vm,
    method: &str,
    encoding: Value,
    errors: Value,
) -> Answer<(String, String)> {
    let mut part = |value: Value, name: &str, default: &str| -> Answer<String> {
        if value.is_null() {
            return Ok(default.into());
        }
        let complaint = format!("{method}() argument '{name}' must be str, not ");
        Ok(text_arg(vm, value, &complaint)?.s.to_string())
    };
    Ok((
        part(encoding, "encoding", "utf-8")?,
        part(errors, "errors", "strict")?,
    ))
}

fn new(vm: &mut Vm, args: &Args) -> Answer {
    let [value, encoding, errors] = vm.parse(args, "str", ["object", "encoding", "errors"], 0)?;
    if value.is_null() {
        return Ok(vm.new_str(""));
    }
    if encoding.is_null() && errors.is_null() {
        return vm.str_of(value);
    }
    let (encoding, errors) = codec(vm, "str", encoding, errors)?;
    match vm.bytes_of(value) {
        Some(data) => decode(vm, value, &data, &encoding, &errors),
        None if vm.heap.str(value).is_some() => Err(vm.type_error("decoding str is not supported")),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(&format!(
                "decoding to str: need a bytes-like object, {name} found"
            )))
        }
    }
}

/// Bytes as a string.
pub fn decode(vm: &mut Vm, object: Value, data: &[u8], encoding: &str, errors: &str) -> Answer {
    let result = Encoding::named(encoding).and_then(|e| codecs::decode(data, e, errors));
    match result {
        Ok(text) => Ok(vm.string(text)),
        Err(refusal) => Err(vm.codec_error(refusal, object, types::UNICODE_DECODE_ERROR)),
    }
}

fn join(vm: &mut Vm, args: &Args) -> Answer {
    let (this, [iterable]) = vm.method(args, "str.join", ["/iterable"], 1)?;
    let separator = receiver(vm, this, "join")?;
    let items = match vm.items_of(args, 1, "str.join") {
        Ok(items) => items,
        Err(Signal::Raise(_)) if !vm.is_iterable(iterable) => {
            return Err(vm.type_error("can only join an iterable"));
        }
        Err(other) => return Err(other),
    };
    vm.works(2 * items.len() as u64)?;
    let mut out = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            out.push_str(&separator.s);
        }
        match vm.heap.str(*item) {
            Some(text) => out.push_str(&text.s),
            None => {
                let name = vm.type_name(*item);
                return Err(vm.type_error(&format!(
                    "sequence item {i}: expected str instance, {name} found"
                )));
            }
        }
        vm.check_size(out.len() as u64)?;
    }
    Ok(vm.string(out))
}

impl Vm<'_> {
    /// Whether `iter` has a chance with a value.
    pub fn is_iterable(&mut self, value: Value) -> bool {
        !matches!(self.iterator(value), Err(Signal::Raise(_)))
    }
}

fn map(vm: &mut Vm, args: &Args, name: &str, function: fn(&str) -> String) -> Answer {
    let (this, []) = vm.method(args, &format!("str.{name}"), [], 0)?;
    let this = receiver(vm, this, name)?;
    Ok(vm.string(function(&this.s)))
}

fn test(vm: &mut Vm, args: &Args, name: &str, function: fn(&str) -> bool) -> Answer {
    let (this, []) = vm.method(args, &format!("str.{name}"), [], 0)?;
    let this = receiver(vm, this, name)?;
    Ok(Value::Bool(function(&this.s)))
}

type Strip = for<'a> fn(&'a str, Option<&str>) -> &'a str;

fn strip(vm: &mut Vm, args: &Args, name: &str, function: Strip) -> Answer {
    let (this, [chars]) = vm.method(args, name, ["/chars"], 0)?;
    let this = receiver(vm, this, name)?;
    if chars.is_null() || chars == Value::None {
        return Ok(vm.new_str(function(&this.s, None)));
    }
    let Some(chars) = vm.heap.str(chars).cloned() else {
        return Err(vm.type_error(&format!("{name} arg must be None or str")));
    };
    Ok(vm.new_str(function(&this.s, Some(&chars.s))))
}

type Split = for<'a> fn(&'a str, Option<&str>, i64) -> Result<Vec<&'a str>, Error>;

fn split(vm: &mut Vm, args: &Args, name: &str, function: Split) -> Answer {
    let (this, [sep, maxsplit]) = vm.method(args, name, ["sep", "maxsplit"], 0)?;
    let this = receiver(vm, this, name)?;
    let maxsplit = if maxsplit.is_null() {
        -1
    } else {
        vm.int_arg(maxsplit)?
    };
    let sep = if sep.is_null() || sep == Value::None {
        None
    } else {
        Some(text_arg(vm, sep, "must be str or None, not ")?)
    };
    let parts = function(&this.s, sep.as_ref().map(|s| &*s.s), maxsplit);
    let parts = vm.checked(parts)?;
    vm.check_size((parts.len() * 80) as u64)?;
    vm.list_of_str(&parts)
}

type Bounds = (Rc<Text>, Rc<Text>, Option<i64>, Option<i64>);

fn search(vm: &mut Vm, args: &Args, name: &str) -> Answer<Bounds> {
    let (this, [sub, start, end]) = vm.method(args, name, ["/sub", "/start", "/end"], 1)?;
    let this = receiver(vm, this, name)?;
    let complaint = format!("{name}() argument 1 must be str, not ");
    let sub = text_arg(vm, sub, &complaint)?;
    Ok((this, sub, vm.bound(start)?, vm.bound(end)?))
}

/// What a look through a text costs, in instructions' worth.
pub fn work_of(text: &Text) -> u64 {
    text.s.len() as u64 / 8
}

type Find = fn(&str, &str, Option<i64>, Option<i64>) -> Option<usize>;

fn find(vm: &mut Vm, args: &Args, name: &str, function: Find, must: bool) -> Answer {
    let (this, sub, start, end) = search(vm, args, name)?;
    vm.works(work_of(&this))?;
    let from = start.unwrap_or(0).max(0) as usize;
    let found = if start.is_some_and(|start| start > 0) && end.is_none() && from <= this.chars {
        // What lies before the start is not counted through, however often a loop asks.
        let rest = &this.s[this.byte_at(from)..];
        function(rest, &sub.s, None, None).map(|at| at + from)
    } else {
        function(&this.s, &sub.s, start, end)
    };
    match found {
        Some(at) => Ok(Value::Int(at as i64)),
        None if must => Err(vm.text_error(&text::substring_not_found())),
        None => Ok(Value::Int(-1)),
    }
}

type Affix = fn(&str, &str, Option<i64>, Option<i64>) -> bool;

fn affix(vm: &mut Vm, args: &Args, name: &str, function: Affix) -> Answer {
    let (this, [affix, start, end]) = vm.method(args, name, ["/affix", "/start", "/end"], 1)?;
    let this = receiver(vm, this, name)?;
    let (start, end) = (vm.bound(start)?, vm.bound(end)?);
    if let Some(Kind::Tuple(items)) = affix.object().map(|id| &vm.heap.get(id).kind) {
        for item in Rc::clone(items).iter() {
            let complaint = format!("tuple for {name} must only contain str, not ");
            let item = text_arg(vm, *item, &complaint)?;
            if function(&this.s, &item.s, start, end) {
                return Ok(Value::Bool(true));
            }
        }
        return Ok(Value::Bool(false));
    }
    let complaint = format!("{name} first arg must be str or a tuple of str, not ");
    let affix = text_arg(vm, affix, &complaint)?;
    Ok(Value::Bool(function(&this.s, &affix.s, start, end)))
}

type Cut = for<'a> fn(&'a str, &str) -> &'a str;

fn cut_affix(vm: &mut Vm, args: &Args, name: &str, function: Cut) -> Answer {
    let (this, [affix]) = vm.method(args, &format!("str.{name}"), ["/affix"], 1)?;
    let this = receiver(vm, this, name)?;
    let complaint = format!("{name}() argument must be str, not ");
    let affix = text_arg(vm, affix, &complaint)?;
    Ok(vm.new_str(function(&this.s, &affix.s)))
}

type Pad = fn(&str, i64, char, usize) -> Result<String, Error>;

fn pad(vm: &mut Vm, args: &Args, name: &str, function: Pad) -> Answer {
    let (this, [width, fill]) = vm.method(args, name, ["/width", "/fillchar"], 1)?;
    let this = receiver(vm, this, name)?;
    let width = vm.int_arg(width)?;
    let fill = if fill.is_null() {
        ' '
    } else {
        let fill = text_arg(
            vm,
            fill,
            "The fill character must be a unicode character, not ",
        )?;
        let mut chars = fill.s.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => c,
            _ => {
                return Err(vm.type_error("The fill character must be exactly one character long"));
            }
        }
    };
    let result = function(&this.s, width, fill, MAX_OBJECT);
    vm.text_result(result)
}

type Partition = for<'a> fn(&'a str, &'a str) -> Result<(&'a str, &'a str, &'a str), Error>;

fn partition(vm: &mut Vm, args: &Args, name: &str, function: Partition) -> Answer {
    let (this, [sep]) = vm.method(args, &format!("str.{name}"), ["/sep"], 1)?;
    let this = receiver(vm, this, name)?;
    let sep = text_arg(vm, sep, "must be str, not ")?;
    let parts = function(&this.s, &sep.s);
    let (a, b, c) = vm.checked(parts)?;
    let parts = [a, b, c].map(|part| vm.new_str(part));
    Ok(vm.tuple(parts.to_vec()))
}

fn translate(vm: &mut Vm, args: &Args) -> Answer {
    let (this, [table]) = vm.method(args, "str.translate", ["/table"], 1)?;
    let this = receiver(vm, this, "translate")?;
    let mut failure = None;
    let result = text::translate(&this.s, MAX_OBJECT, |c| {
        if failure.is_some() {
            return Translation::Keep;
        }
        match translation(vm, table, c) {
            Ok(translation) => translation,
            Err(signal) => {
                failure = Some(signal);
                Translation::Keep
            }
        }
    });
    match failure {
        None => vm.text_result(result),
        Some(Signal::Call(_)) => {
            let this = vm.string(this.s.to_string());
            vm.in_python("_str_translate", &[this, table])
        }
        Some(signal) => Err(signal),
    }
}

fn translation(vm: &mut Vm, table: Value, c: char) -> Answer<Translation> {
    let value = match vm.get_item(table, Value::Int(i64::from(c as u32))) {
        Ok(value) => value,
        Err(Signal::Raise(e)) if vm.is_instance(e, types::LOOKUP_ERROR) => {
            return Ok(Translation::Keep);
        }
        Err(other) => return Err(other),
    };
    if value == Value::None {
        return Ok(Translation::Delete);
    }
    if let Some(text) = vm.heap.str(value) {
        return Ok(Translation::Replace(text.s.to_string()));
    }
    match vm.index(value) {
        Some(i) => match u32::try_from(i).ok().and_then(char::from_u32) {
            Some(c) => Ok(Translation::Replace(c.to_string())),
            None => Err(vm.value_error("character mapping must be in range(0x110000)")),
        },
        None => Err(vm.type_error("character mapping must return integer, None or str")),
    }
}

fn maketrans(vm: &mut Vm, args: &Args) -> Answer {
    let [x, y, z] = vm.parse(args, "maketrans", ["/x", "/y", "/z"], 1)?;
    if y.is_null() {
        return vm.in_python("_maketrans", &[x]);
    }
    let from = text_arg(
        vm,
        x,
        "first maketrans argument must be a string if there is a second argument, not ",
    );
    let Ok(from) = from else {
        return Err(vm.type_error(
            "first maketrans argument must be a string if there is a second argument",
        ));
    };
    let to = text_arg(vm, y, "maketrans() argument 2 must be str, not ")?;
    if from.chars != to.chars {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    let dict = vm.new_dict();
    let Some(id) = dict.object() else {
        return Ok(dict);
    };
    let code = |c: char| Value::Int(i64::from(c as u32));
    for (a, b) in from.s.chars().zip(to.s.chars()) {
        vm.dict_set(id, code(a), code(b))?;
    }
    if !z.is_null() {
        let gone = text_arg(vm, z, "maketrans() argument 3 must be str, not ")?;
        for c in gone.s.chars() {
            vm.dict_set(id, code(c), Value::None)?;
        }
    }
    Ok(dict)
}
