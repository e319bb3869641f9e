//! Built-in functions and methods, by qualified name: `len` is `builtins.len`, a method is
//! `str.join`, a function of a module `math.sqrt`.
//!
//! A native never calls Python code: it answers with a signal that does (see [`crate::vm::signal`]).

pub mod arguments;
pub mod arity;
pub mod bytearrays;
pub mod bytes;
pub mod classes;
pub mod core;
pub mod dates;
pub mod dicts;
pub mod exceptions;
pub mod formatting;
pub mod frames;
pub mod introspection;
pub mod iterating;
pub mod lists;
pub mod locks;
pub mod math;
pub mod numbers;
pub mod pickling;
pub mod prelude;
pub mod printing;
pub mod processes;
pub mod random;
pub mod regex;
pub mod requests;
pub mod sets;
pub mod special;
pub mod strings;

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::natives::arity::Arity;
use crate::vm::signal::Answer;
use crate::vm::types;
use crate::vm::value::{NameId, NativeId, Value};
use rustc_hash::FxHashMap as HashMap;
use std::sync::{LazyLock, OnceLock};

/// A built-in: gets where its arguments are, gives a value or a signal.
pub type NativeFn = fn(&mut Vm, &Args) -> Answer;

/// Some built-ins with their qualified names.
pub type Table = &'static [(&'static str, NativeFn)];

/// Where built-ins come from.
const TABLES: &[Table] = &[
    core::TABLE,
    bytes::TABLE,
    bytes::ARRAY_TABLE,
    bytearrays::CHANGES,
    classes::TABLE,
    dates::TABLE,
    dicts::TABLE,
    exceptions::TABLE,
    formatting::TABLE,
    frames::TABLE,
    introspection::TABLE,
    lists::TABLE,
    locks::TABLE,
    math::TABLE,
    math::UNARY,
    numbers::TABLE,
    pickling::TABLE,
    prelude::TABLE,
    processes::TABLE,
    random::TABLE,
    regex::TABLE,
    requests::TABLE,
    sets::TABLE,
    sets::FROZEN_TABLE,
    sets::CHANGES,
    special::ITERATORS,
    special::ORDERED,
    special::HASHED,
    special::SIZED,
    special::SEQUENCE,
    special::ARITHMETIC,
    special::INT,
    special::FLOAT,
    special::STR,
    special::BYTES,
    special::TUPLE,
    special::BYTEARRAY,
    special::LIST,
    special::DICT,
    special::SET,
    special::FROZENSET,
    special::RANGE,
    strings::TABLE,
];

/// All built-ins; a [`NativeId`] is an index.
static NATIVES: LazyLock<Vec<(&'static str, NativeFn, OnceLock<Arity>)>> = LazyLock::new(|| {
    TABLES
        .iter()
        .flat_map(|table| table.iter().copied())
        .map(|(name, function)| (name, function, OnceLock::new()))
        .collect()
});

static BY_NAME: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    NATIVES
        .iter()
        .enumerate()
        .map(|(i, (name, ..))| (*name, i as u16))
        .collect()
});

static BY_MODULE: LazyLock<HashMap<&'static str, Vec<(&'static str, u16)>>> = LazyLock::new(|| {
    let mut modules: HashMap<_, Vec<_>> = HashMap::default();
    for (i, (name, ..)) in NATIVES.iter().enumerate() {
        if let Some((module, own)) = name.rsplit_once('.') {
            modules.entry(module).or_default().push((own, i as u16));
        }
    }
    modules
});

/// Built-ins that CPython's interpreter specialises away, so that their call is no point where it
/// hands over the GIL: those that lose no update, measured on 3.11 to 3.13 (`tests/explore/switch_points.py`). Of
/// `str(x)` and `tuple(x)`, which it specialises too, it does hand over behind the call. `list.append` is none of them
/// either: until a call of it has run for some time CPython does hand over there, and between an append and the next
/// look at the list that is seen.
const SPECIALISED: &[&str] = &["builtins.len", "builtins.isinstance"];

static IS_SPECIALISED: LazyLock<Vec<bool>> = LazyLock::new(|| {
    NATIVES
        .iter()
        .map(|(name, ..)| SPECIALISED.contains(name))
        .collect()
});

/// The function of a built-in.
#[inline]
pub fn function(id: NativeId) -> NativeFn {
    NATIVES[id.0 as usize].1
}

/// What a call of a built-in gives, if its arguments are as many as it takes.
#[inline]
pub fn call(vm: &mut Vm, id: NativeId, args: &Args) -> Answer {
    let (name, function, arity) = &NATIVES[id.0 as usize];
    let arity = arity.get_or_init(|| Arity::of(name));
    if !arity.is_for(vm, args) {
        return Err(arity::stranger(vm, name, args));
    }
    if !arity.allows(args) {
        return Err(arity::complaint(vm, name, *arity, args));
    }
    function(vm, args)
}

/// The qualified name of a built-in.
pub fn name(id: NativeId) -> &'static str {
    NATIVES[id.0 as usize].0
}

/// Whether a built-in is specialised away by CPython's interpreter.
pub fn is_specialised(id: NativeId) -> bool {
    IS_SPECIALISED[id.0 as usize]
}

static BINDS: LazyLock<Vec<bool>> = LazyLock::new(|| {
    (0..NATIVES.len())
        .map(|i| {
            let own = NATIVES[i].0.rsplit('.').next().unwrap_or_default();
            is_method(NativeId(i as u16)) && !matches!(own, "maketrans" | "__new__")
        })
        .collect()
});

/// Whether a built-in is bound by the instance whose class has it: a method of a class, not a function like `print`.
#[inline]
pub fn binds(id: NativeId) -> bool {
    BINDS[id.0 as usize]
}

/// Whether a built-in is a method of a class.
pub fn is_method(id: NativeId) -> bool {
    let class = name(id).split('.').next().unwrap_or_default();
    types::TYPES.iter().any(|t| t.name == class)
}

/// A built-in by qualified name; `None` of Python if there is none.
pub fn by_name(name: &str) -> Value {
    BY_NAME
        .get(name)
        .map_or(Value::None, |i| Value::Native(NativeId(*i)))
}

/// The built-ins of a module or class, in the order of the tables.
pub fn of_module(module: &str) -> impl Iterator<Item = (&'static str, Value)> {
    let all = BY_MODULE.get(module).map_or(&[][..], Vec::as_slice);
    all.iter()
        .map(|(own, id)| (*own, Value::Native(NativeId(*id))))
}

impl Vm<'_> {
    /// The i-th positional argument.
    pub fn arg(&self, args: &Args, i: usize) -> Option<Value> {
        if i < args.len {
            Some(self.stack.values[args.start + i])
        } else {
            None
        }
    }

    /// All positional arguments.
    pub fn positional(&self, args: &Args) -> Vec<Value> {
        self.stack.values[args.start..args.start + args.len].to_vec()
    }

    /// Arguments by position or name; `NULL` for those left out. `name` and `names` are as in CPython's
    /// messages; a name that begins with `/` is positional-only.
    pub fn parse<const N: usize>(
        &mut self,
        args: &Args,
        name: &str,
        names: [&str; N],
        required: usize,
    ) -> Answer<[Value; N]> {
        let mut values = [Value::Null; N];
        let plain = |n: &str| n.trim_start_matches('/').to_string();
        if args.len > N {
            let keywordless = names.iter().all(|n| n.starts_with('/'));
            let count = if required == N {
                match N {
                    0 => "no arguments".to_string(),
                    1 => "exactly one argument".to_string(),
                    n => format!("exactly {n} arguments"),
                }
            } else {
                format!("at most {N} argument{}", if N == 1 { "" } else { "s" })
            };
            let message = if keywordless && required == N && N > 1 {
                format!("{name} expected {N} arguments, got {}", args.len)
            } else if keywordless && required != N {
                format!("{name} expected {count}, got {}", args.len)
            } else {
                format!("{name}() takes {count} ({} given)", args.len)
            };
            return Err(self.type_error(&message));
        }
        values[..args.len].copy_from_slice(&self.stack.values[args.start..args.start + args.len]);
        for (keyword, value) in &args.keywords {
            let text = self.names.get(*keyword).clone();
            let slot = names
                .iter()
                .position(|n| !n.starts_with('/') && **n == *text);
            match slot {
                Some(i) if values[i].is_null() => values[i] = *value,
                Some(i) => {
                    return Err(self.type_error(&format!(
                        "argument for {name}() given by name ('{text}') and position ({})",
                        i + 1
                    )));
                }
                None if names.iter().all(|n| n.starts_with('/')) => {
                    return Err(self.type_error(&format!("{name}() takes no keyword arguments")));
                }
                None => {
                    let known = names.iter().copied().filter(|n| !n.starts_with('/'));
                    return Err(self.no_parameter(name, &text, &known.collect::<Vec<_>>()));
                }
            }
        }
        if let Some(missing) = (0..required).find(|&i| values[i].is_null()) {
            let message = if names.iter().all(|n| n.starts_with('/')) {
                let given = args.len;
                if required == N && N == 1 {
                    format!("{name}() takes exactly one argument ({given} given)")
                } else if required == N {
                    format!("{name} expected {N} arguments, got {given}")
                } else {
                    let s = if required == 1 { "" } else { "s" };
                    format!("{name} expected at least {required} argument{s}, got {given}")
                }
            } else {
                format!(
                    "{name}() missing required argument '{}' (pos {})",
                    plain(names[missing]),
                    missing + 1
                )
            };
            return Err(self.type_error(&message));
        }
        Ok(values)
    }

    /// A keyword argument.
    pub fn keyword(&self, args: &Args, name: NameId) -> Option<Value> {
        args.keywords
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, v)| *v)
    }

    /// The items of an argument; if Python code has to make them, that runs and then this built-in
    /// again, with a list in the argument's place.
    pub fn items_of(&mut self, args: &Args, i: usize, this: &str) -> Answer<Vec<Value>> {
        let value = self.arg(args, i).unwrap_or(Value::None);
        match self.native_items(value)? {
            Some(items) => Ok(items),
            None => {
                let mut all = vec![by_name(this), Value::Int(i as i64)];
                all.extend(self.positional(args));
                Err(crate::vm::signal::Signal::Call(Box::new(
                    crate::vm::signal::Call {
                        function: self.prelude("_collect_then"),
                        args: all,
                        keywords: args.keywords.clone(),
                        ret: crate::vm::frame::Ret::Push,
                    },
                )))
            }
        }
    }

    /// How a complaint calls what was given: `None` by its name where it is about an argument
    /// (`_PyArg_BadArgument`), else by its type.
    pub fn name_of_given(&self, value: Value, complaint: &str) -> String {
        match value {
            Value::None if complaint.contains("() argument") => "None".into(),
            other => self.type_name(other),
        }
    }

    /// A string argument.
    pub fn str_arg(
        &mut self,
        value: Value,
        what: &str,
    ) -> Answer<std::rc::Rc<crate::vm::object::Text>> {
        match self.heap.str(value) {
            Some(text) => Ok(std::rc::Rc::clone(text)),
            None => {
                let name = self.name_of_given(value, what);
                Err(self.type_error(&format!("{what} must be str, not {name}")))
            }
        }
    }

    /// An int argument that fits in 64 bits.
    pub fn int_arg(&mut self, value: Value) -> Answer<i64> {
        match self.index(value) {
            Some(i) => Ok(i),
            None => {
                let name = self.type_name(value);
                Err(self.type_error(&format!(
                    "'{name}' object cannot be interpreted as an integer"
                )))
            }
        }
    }
}
