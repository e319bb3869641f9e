//! Refusals before anything runs: what a program surely comes to, found in its code without running it.
//!
//! Sure is what no condition, loop or handler stands before, and nothing that may have left: at the top level of the
//! program, and in the functions that it calls there without arguments. Must not know what is refused, nor why.

use crate::lang::code::{Code, Const, Instruction, Intrinsic1, Op, Unit};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;

/// Something that the program surely uses.
pub enum Use<'a> {
    /// A built-in is called.
    Builtin(&'a str),
    /// An attribute of a module is taken.
    Attribute(&'a str, &'a str),
}

/// What comes of a piece of code.
enum Way {
    /// It comes to something that is refused: the line, and why.
    Refused(u32, String),
    /// It may end the program, or raise.
    MayLeave,
    /// It goes on behind it.
    GoesOn,
}

/// Names whose call ends the program.
const EXITS: [&str; 5] = ["exit", "quit", "_exit", "abort", "SystemExit"];

/// How deep functions that call each other are followed.
const MOST_CALLS: usize = 8;

/// The line and the refusal of the first use that is refused.
pub fn refusal(unit: &Unit, refuse: impl Fn(Use) -> Option<String>) -> Option<(u32, String)> {
    let all = || unit.codes.iter().flat_map(|code| &code.instructions);
    // After `from … import *` nobody knows what a name stands for.
    if all().any(|i| i.op == Op::CallIntrinsic1 && i.arg == Intrinsic1::ImportStar as u32) {
        return None;
    }
    let mut bindings = FxHashMap::<u32, Vec<(&Code, usize)>>::default();
    for code in &unit.codes {
        for (at, i) in code.instructions.iter().enumerate() {
            if matches!(i.op, Op::StoreName | Op::StoreGlobal) {
                bindings.entry(i.arg).or_default().push((code, at));
            }
        }
    }
    let search = Search {
        unit,
        refuse,
        bindings,
        seen: RefCell::default(),
    };
    match search.within(unit.codes.first()?, MOST_CALLS) {
        Way::Refused(line, reason) => Some((line, reason)),
        Way::MayLeave | Way::GoesOn => None,
    }
}

struct Search<'a, F> {
    unit: &'a Unit,
    refuse: F,
    /// Where names are bound, anywhere in the program: the code and the place in it, by index of the name.
    bindings: FxHashMap<u32, Vec<(&'a Code, usize)>>,
    /// Functions that have been looked at: once is enough, however often they are called.
    seen: RefCell<FxHashSet<u32>>,
}

impl<F: Fn(Use) -> Option<String>> Search<'_, F> {
    fn within(&self, code: &Code, calls: usize) -> Way {
        let all = &code.instructions;
        // Up to here a jump may lead.
        let mut unsure = 0;
        for (at, i) in all.iter().enumerate() {
            match i.op {
                Op::JumpForward
                | Op::PopJumpIfTrue
                | Op::PopJumpIfNone
                | Op::PopJumpIfNotNone
                | Op::ForIter
                | Op::Send => unsure = unsure.max(i.arg as usize),
                Op::PopJumpIfFalse if !self.asks_for_main(code, at) => {
                    unsure = unsure.max(i.arg as usize);
                }
                _ => {}
            }
            match i.op {
                Op::ReturnValue => return Way::GoesOn,
                Op::RaiseVarargs => return Way::MayLeave,
                _ if self.exits(*i) => return Way::MayLeave,
                _ if at < unsure => continue,
                Op::Reraise => return Way::MayLeave,
                _ => {}
            }
            let line = code.positions[at].line;
            let Some(index) = global(*i) else {
                continue;
            };
            let name = self.unit.name(index);
            let next = all.get(at + 1);
            let called = i.op == Op::LoadGlobal && i.arg & 1 == 1
                || next.is_some_and(|next| next.op == Op::PushNull);
            let reason = match next {
                Some(next) if next.op == Op::LoadAttr && self.is_module(index) => {
                    let attribute = self.unit.name(next.arg >> 1);
                    (self.refuse)(Use::Attribute(name, attribute))
                }
                _ if called && self.bindings(index).is_empty() => (self.refuse)(Use::Builtin(name)),
                _ => None,
            };
            if let Some(reason) = reason {
                return Way::Refused(line, reason);
            }
            let call = all[at + 1..].iter().find(|i| i.op != Op::PushNull);
            let plain = called && call.is_some_and(|i| i.op == Op::Call && i.arg == 0);
            if plain
                && calls > 0
                && let Some(function) = self.function(index)
            {
                match self.within(function, calls - 1) {
                    Way::GoesOn => {}
                    found => return found,
                }
            }
        }
        Way::GoesOn
    }

    /// Whether an instruction loads what ends the program when it is called.
    fn exits(&self, i: Instruction) -> bool {
        let name = match i.op {
            Op::LoadAttr => Some(i.arg >> 1),
            _ => global(i),
        };
        name.is_some_and(|name| EXITS.contains(&&**self.unit.name(name)))
    }

    /// Whether the jump at that place is that of `if __name__ == "__main__"`.
    fn asks_for_main(&self, code: &Code, at: usize) -> bool {
        let Some([name, text, compare]) = at.checked_sub(3).map(|from| {
            let i = &code.instructions;
            [i[from], i[from + 1], i[from + 2]]
        }) else {
            return false;
        };
        let is_main = |c: &Const| matches!(c, Const::Str(s) if &**s == "__main__");
        global(name).is_some_and(|index| &**self.unit.name(index) == "__name__")
            && text.op == Op::LoadConst
            && is_main(&code.consts[text.arg as usize])
            && compare.op == Op::CompareOp
            && compare.arg >> 5 == 2
    }

    fn bindings(&self, index: u32) -> &[(&Code, usize)] {
        self.bindings.get(&index).map_or(&[], Vec::as_slice)
    }

    /// Whether a name stands for the module of that name alone.
    fn is_module(&self, index: u32) -> bool {
        let bindings = self.bindings(index);
        let imports = |(code, at): &(&Code, usize)| {
            let before = at.checked_sub(1).map(|at| code.instructions[at]);
            before.is_some_and(|i| i.op == Op::ImportName && i.arg == index)
        };
        !bindings.is_empty() && bindings.iter().all(imports)
    }

    /// The code of the function that a name stands for, if it is bound once, without decorators, is no generator, and
    /// has not been looked at.
    fn function(&self, index: u32) -> Option<&Code> {
        let [(code, at)] = self.bindings(index) else {
            return None;
        };
        let before = code.instructions[..*at].iter().rev();
        let mut made = before.skip_while(|i| i.op == Op::SetFunctionAttribute);
        if made.next()?.op != Op::MakeFunction {
            return None;
        }
        let load = made.next().filter(|i| i.op == Op::LoadConst)?;
        let Const::Code(id) = code.consts[load.arg as usize] else {
            return None;
        };
        if !self.seen.borrow_mut().insert(id.0) {
            return None;
        }
        let function = &self.unit.codes[id.0 as usize];
        let flags = &function.flags;
        (!flags.generator && !flags.async_generator).then_some(function)
    }
}

/// The index of the name that an instruction loads, if it is a global.
fn global(i: Instruction) -> Option<u32> {
    match i.op {
        Op::LoadName => Some(i.arg),
        Op::LoadGlobal => Some(i.arg >> 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Use, refusal};

    fn line(source: &str) -> Option<u32> {
        let unit = crate::lang::compile("p.py", source.as_bytes()).expect("a program");
        let refused = |used: Use| match used {
            Use::Builtin(name) => (name == "input").then(String::new),
            Use::Attribute(module, name) => (module == "os" && name == "mkdir").then(String::new),
        };
        refusal(&unit, refused).map(|(line, _)| line)
    }

    #[test]
    fn what_surely_comes_is_found() {
        assert_eq!(line("print(1)\nx = input()\n"), Some(2));
        assert_eq!(
            line("def f():\n    if x:\n        return\n\nf()\ninput()\n"),
            Some(6)
        );
        assert_eq!(line("for i in range(3):\n    pass\ninput()\n"), Some(3));
        assert_eq!(
            line("try:\n    input()\nexcept EOFError:\n    pass\n"),
            Some(2)
        );
        assert_eq!(
            line("import os\nwith x:\n    pass\nos.mkdir('a')\n"),
            Some(4)
        );
        let main = "def main(n=1):\n    input()\n\nif __name__ == '__main__':\n    main()\n";
        assert_eq!(line(main), Some(2));
        let coroutine = "import asyncio\nasync def main():\n    input()\n\nasyncio.run(main())\n";
        assert_eq!(line(coroutine), Some(3));
    }

    #[test]
    fn what_may_not_come_is_left_alone() {
        assert_eq!(line("if x:\n    input()\n"), None);
        assert_eq!(line("for i in x:\n    input()\n"), None);
        assert_eq!(line("x and input()\n"), None);
        assert_eq!(line("try:\n    f()\nexcept E:\n    input()\n"), None);
        assert_eq!(line("def f():\n    input()\n"), None);
        assert_eq!(line("def input(): return 1\ninput()\n"), None);
        assert_eq!(line("f(input)\n"), None);
        assert_eq!(line("raise SystemExit\ninput()\n"), None);
        assert_eq!(line("from x import *\ninput()\n"), None);
        assert_eq!(line("os = 1\nos.mkdir\n"), None);
        assert_eq!(line("if x:\n    sys.exit()\ninput()\n"), None);
        assert_eq!(line("if x:\n    raise E\ninput()\n"), None);
        let main = "def main():\n    if x:\n        return\n    input()\n\nmain()\n";
        assert_eq!(line(main), None);
        let main = "def main():\n    while True:\n        if x:\n            break\n        input()\n\nmain()\n";
        assert_eq!(line(main), None);
        assert_eq!(line("def f():\n    raise E\n\nf()\ninput()\n"), None);
        assert_eq!(line("def f():\n    input()\n    yield\n\nf()\n"), None);
        assert_eq!(line("def f():\n    f()\n\nf()\n"), None);
    }
}
