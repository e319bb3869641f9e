//! The generator behind `random`; what is Python in CPython's module is Python in `library/random.py` too.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::natives::{Table, lists};
use crate::vm::object::Kind;
use crate::vm::operations::{MAX_INT_BITS, MAX_OBJECT, Number, number};
use crate::vm::signal::Answer;
use crate::vm::text::random::Random;
use crate::vm::text::{Error, hash};
use crate::vm::types;
use crate::vm::value::Value;
use num_bigint::BigInt;
use num_traits::Signed;
use std::rc::Rc;

/// The state of a generator.
#[derive(Clone, Debug)]
pub struct Generator {
    /// CPython's generator, bit for bit.
    pub random: Random,
}

/// Methods of generators.
pub const TABLE: Table = &[
    ("_random.unsupported", |vm, args| {
        let sentence = vm.arg(args, 0).and_then(|v| vm.heap.str(v).cloned());
        let sentence = sentence.map(|t| t.s.clone()).unwrap_or_default();
        Err(crate::vm::signal::Signal::Unsupported(sentence))
    }),
    ("Random.__new__", |vm, _| {
        let random = Random::from_int(&BigInt::default());
        let kind = Kind::Random(Rc::new(Generator { random }));
        Ok(vm.heap.make(types::RANDOM, kind))
    }),
    ("Random._seed", |vm, args| {
        let (this, [seed]) = vm.method(args, "seed", ["/seed"], 1)?;
        let random = if let Some(text) = vm.heap.str(seed) {
            Random::from_bytes(text.s.as_bytes())
        } else if let Some(data) = vm.bytes_of(seed) {
            Random::from_bytes(&data)
        } else {
            match number(vm.heap, seed) {
                Some(Number::Float(x)) => Random::from_hash(hash::hash_float(x).unwrap_or(0)),
                Some(other) => Random::from_int(&other.big().unwrap_or_default().abs()),
                None => {
                    return Err(vm.type_error(
                        "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.",
                    ));
                }
            }
        };
        with(vm, this, |own| *own = random);
        Ok(Value::None)
    }),
    ("Random.random", |vm, args| {
        let (this, []) = vm.method(args, "Random.random", [], 0)?;
        Ok(Value::Float(with(vm, this, Random::random).unwrap_or(0.0)))
    }),
    ("Random.getrandbits", |vm, args| {
        let (this, [count]) = vm.method(args, "Random.getrandbits", ["/k"], 1)?;
        let count = vm.int_arg(count)?;
        let bits = with(vm, this, |r| r.getrandbits(count, MAX_INT_BITS));
        vm.int_result(bits.unwrap_or(Err(Error::Memory)))
    }),
    ("Random.randbytes", |vm, args| {
        let (this, [count]) = vm.method(args, "randbytes", ["n"], 1)?;
        let count = vm.int_arg(count)?;
        let Ok(count) = usize::try_from(count) else {
            return Err(vm.value_error("number of bits must be non-negative"));
        };
        let data = with(vm, this, |r| r.randbytes(count, MAX_OBJECT));
        let data = vm.checked(data.unwrap_or(Err(Error::Memory)))?;
        Ok(vm.new_bytes(data))
    }),
    ("Random._below", |vm, args| {
        let (this, [n]) = vm.method(args, "_below", ["/n"], 1)?;
        let n = vm.int_arg(n)?.max(1) as u64;
        let at = with(vm, this, |r| r.below(n)).unwrap_or(0);
        Ok(Value::Int(at as i64))
    }),
    ("Random._randrange", |vm, args| {
        let (this, [start, stop, step]) =
            vm.method(args, "randrange", ["/start", "/stop", "/step"], 3)?;
        let start = vm.big_arg(start)?;
        let mut optional = |value: Value| -> Answer<Option<BigInt>> {
            if value == Value::None {
                Ok(None)
            } else {
                vm.big_arg(value).map(Some)
            }
        };
        let (stop, step) = (optional(stop)?, optional(step)?);
        let number = with(vm, this, |r| {
            r.randrange(&start, stop.as_ref(), step.as_ref())
        });
        vm.int_result(number.unwrap_or(Err(Error::Memory)))
    }),
    ("Random._sample", |vm, args| {
        let (this, [len, count]) = vm.method(args, "sample", ["/n", "/k"], 2)?;
        let (len, count) = (vm.int_arg(len)?.max(0) as u64, vm.int_arg(count)?);
        let picked = with(vm, this, |r| r.sample(len, count, MAX_OBJECT / 16));
        positions(vm, picked)
    }),
    ("Random._choices", |vm, args| {
        let (this, [len, weights, count]) = vm.method(args, "choices", ["/n", "/w", "/k"], 3)?;
        let (len, count) = (vm.int_arg(len)?.max(0) as u64, vm.int_arg(count)?);
        let weights = if weights == Value::None {
            None
        } else {
            let mut floats = Vec::new();
            for weight in lists::items(vm, weights) {
                floats.push(vm.float_arg(weight)?);
            }
            Some(floats)
        };
        let picked = with(vm, this, |r| {
            r.choices(len, weights.as_deref(), count, MAX_OBJECT / 16)
        });
        positions(vm, picked)
    }),
    ("Random.uniform", |vm, args| {
        two(vm, args, "uniform", ["a", "b"], None, |r, a, b| {
            Ok(r.uniform(a, b))
        })
    }),
    ("Random.triangular", |vm, args| {
        let (this, [low, high, mode]) =
            vm.method(args, "triangular", ["low", "high", "mode"], 0)?;
        let low = if low.is_null() {
            0.0
        } else {
            vm.float_arg(low)?
        };
        let high = if high.is_null() {
            1.0
        } else {
            vm.float_arg(high)?
        };
        let mode = if mode.is_null() || mode == Value::None {
            None
        } else {
            Some(vm.float_arg(mode)?)
        };
        let x = with(vm, this, |r| r.triangular(low, high, mode));
        Ok(Value::Float(x.unwrap_or(0.0)))
    }),
    ("Random.gauss", |vm, args| {
        two(
            vm,
            args,
            "gauss",
            ["mu", "sigma"],
            Some((0.0, 1.0)),
            |r, a, b| Ok(r.gauss(a, b)),
        )
    }),
    ("Random.normalvariate", |vm, args| {
        let defaults = Some((0.0, 1.0));
        two(
            vm,
            args,
            "normalvariate",
            ["mu", "sigma"],
            defaults,
            |r, a, b| Ok(r.normalvariate(a, b)),
        )
    }),
    ("Random.lognormvariate", |vm, args| {
        two(
            vm,
            args,
            "lognormvariate",
            ["mu", "sigma"],
            None,
            Random::lognormvariate,
        )
    }),
    ("Random.weibullvariate", |vm, args| {
        two(
            vm,
            args,
            "weibullvariate",
            ["alpha", "beta"],
            None,
            Random::weibullvariate,
        )
    }),
    ("Random.expovariate", |vm, args| {
        let (this, [lambd]) = vm.method(args, "expovariate", ["lambd"], 0)?;
        let lambd = if lambd.is_null() {
            1.0
        } else {
            vm.float_arg(lambd)?
        };
        let x = with(vm, this, |r| r.expovariate(lambd));
        vm.checked(x.unwrap_or(Ok(0.0))).map(Value::Float)
    }),
    ("Random.paretovariate", |vm, args| {
        let (this, [alpha]) = vm.method(args, "paretovariate", ["alpha"], 1)?;
        let alpha = vm.float_arg(alpha)?;
        let x = with(vm, this, |r| r.paretovariate(alpha));
        vm.checked(x.unwrap_or(Ok(0.0))).map(Value::Float)
    }),
    ("Random._words", |vm, args| {
        let this = vm.arg(args, 0).unwrap_or(Value::None);
        let state = with(vm, this, |r| (r.to_words(), r.gauss_next()));
        let (words, next) = state.unwrap_or_default();
        let words = words.into_iter().map(|w| Value::Int(i64::from(w)));
        let words = words.collect();
        let words = vm.tuple(words);
        Ok(vm.tuple(vec![words, next.map_or(Value::None, Value::Float)]))
    }),
    ("Random._set_words", |vm, args| {
        let (this, [words, next]) = vm.method(args, "setstate", ["/words", "/next"], 2)?;
        let mut list = Vec::new();
        for word in lists::items(vm, words) {
            list.push(vm.int_arg(word)? as u32);
        }
        let next = if next == Value::None {
            None
        } else {
            Some(vm.float_arg(next)?)
        };
        match Random::from_words(&list, next) {
            Some(random) => with(vm, this, |own| *own = random),
            None => return Err(vm.value_error("invalid state")),
        };
        Ok(Value::None)
    }),
];

/// The generator of a receiver.
fn with<T>(vm: &mut Vm, this: Value, how: impl FnOnce(&mut Random) -> T) -> Option<T> {
    match &mut vm.heap.get_mut(this.object()?).kind {
        Kind::Random(generator) => Some(how(&mut Rc::make_mut(generator).random)),
        _ => None,
    }
}

fn positions(vm: &mut Vm, picked: Option<Result<Vec<u64>, Error>>) -> Answer {
    let picked = vm.checked(picked.unwrap_or(Err(Error::Memory)))?;
    let items = picked.into_iter().map(|i| Value::Int(i as i64)).collect();
    Ok(vm.list(items))
}

/// A distribution with two parameters.
fn two(
    vm: &mut Vm,
    args: &Args,
    name: &str,
    names: [&str; 2],
    defaults: Option<(f64, f64)>,
    function: fn(&mut Random, f64, f64) -> Result<f64, Error>,
) -> Answer {
    let required = if defaults.is_some() { 0 } else { 2 };
    let (this, [a, b]) = vm.method(args, name, names, required)?;
    let (first, second) = defaults.unwrap_or_default();
    let a = if a.is_null() { first } else { vm.float_arg(a)? };
    let b = if b.is_null() {
        second
    } else {
        vm.float_arg(b)?
    };
    let x = with(vm, this, |r| function(r, a, b));
    vm.checked(x.unwrap_or(Ok(0.0))).map(Value::Float)
}
