//! What the module `re` is built on: `vm/text/regex` with values in and out.

use crate::vm::exec::Vm;
use crate::vm::natives::Table;
use crate::vm::signal::Signal;
use crate::vm::text::regex::{Failure, Found, Mode, Regex};
use crate::vm::value::Value;

/// Built-ins of the module `_re`.
pub const TABLE: Table = &[
    ("_re.info", |vm, args| {
        // `(groups, flags, [(name, number), …])`, or what is wrong: `(message, position or None)`.
        let [pattern, flags] = vm.parse(args, "info", ["/pattern", "/flags"], 2)?;
        let pattern = vm.str_arg(pattern, "pattern")?;
        let flags = vm.int_arg(flags)? as u32;
        match Regex::new(&pattern.s, flags) {
            Ok(regex) => {
                let mut names = Vec::new();
                for (name, number) in &regex.names {
                    let name = vm.new_str(name);
                    names.push(vm.tuple(vec![name, Value::Int(*number as i64)]));
                }
                let names = vm.list(names);
                Ok(vm.tuple(vec![
                    Value::Int(regex.groups as i64),
                    Value::Int(i64::from(regex.flags)),
                    names,
                ]))
            }
            Err(Failure::Pattern(message, at)) => {
                let message = vm.new_str(&message);
                let at = if at == usize::MAX {
                    Value::None
                } else {
                    Value::Int(at as i64)
                };
                Ok(vm.tuple(vec![message, at]))
            }
            Err(other) => Err(signal(other)),
        }
    }),
    ("_re.find", |vm, args| {
        // A list of `(spans, lastindex)`; kind 0 search, 1 match, 2 fullmatch, 3 all.
        let names = [
            "/pattern", "/flags", "/text", "/pos", "/endpos", "/kind", "/limit",
        ];
        let [pattern, flags, text, pos, endpos, kind, limit] = vm.parse(args, "find", names, 7)?;
        let pattern = vm.str_arg(pattern, "pattern")?;
        let flags = vm.int_arg(flags)? as u32;
        let text = vm.str_arg(text, "string")?;
        let chars: Vec<char> = text.s.chars().collect();
        let bound = |n: i64| n.clamp(0, chars.len() as i64) as usize;
        let (pos, endpos) = (bound(vm.int_arg(pos)?), bound(vm.int_arg(endpos)?));
        let mode = match vm.int_arg(kind)? {
            1 => Mode::Match,
            2 => Mode::Full,
            _ => Mode::Search,
        };
        vm.works(chars.len() as u64 / 2)?;
        let limit = vm.int_arg(limit)?.max(0) as usize;
        let most = vm.heap_limit / MATCH;
        let limit = if limit == 0 {
            most + 1
        } else {
            limit.min(most + 1)
        };
        let found = Regex::new(&pattern.s, flags).and_then(|regex| {
            if vm.int_arg(kind).unwrap_or(0) == 3 {
                regex.find_all(&chars, pos, endpos, limit)
            } else {
                let one = regex.find(&chars, pos, endpos, mode, false)?;
                Ok(one.into_iter().collect())
            }
        });
        match found {
            Ok(all) => {
                vm.check_growth(all.len() * MATCH)?;
                let items = all.into_iter().map(|found| matched(vm, &found)).collect();
                Ok(vm.list(items))
            }
            Err(failure) => Err(signal(failure)),
        }
    }),
];

/// Bytes that a match takes, roughly.
const MATCH: usize = 256;

fn matched(vm: &mut Vm, found: &Found) -> Value {
    let mut spans = Vec::new();
    for span in &found.spans {
        let (from, to) = span.map_or((-1, -1), |(a, b)| (a as i64, b as i64));
        spans.push(vm.tuple(vec![Value::Int(from), Value::Int(to)]));
    }
    let spans = vm.tuple(spans);
    let last = found.last.map_or(Value::None, |n| Value::Int(n as i64));
    vm.tuple(vec![spans, last])
}

fn signal(failure: Failure) -> Signal {
    match failure {
        Failure::Pattern(message, _) => Signal::Unsupported(message.into()),
        Failure::Unsupported(sentence) => Signal::Unsupported(sentence.into()),
        Failure::Limit(sentence) => Signal::Limit("regular expression", sentence.into()),
    }
}
