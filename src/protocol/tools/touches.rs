//! Which of the known differences from CPython a program comes near: those that the page's badge names.
//!
//! Looks at the words of the source alone, outside of strings and comments: it would rather name one too many.

use crate::machine::options::{Preemption, StartMethod};
use crate::protocol::listing::{Class, listing};
use crate::protocol::setup::Setup;
use crate::trace::json;
use std::collections::BTreeSet;

/// The names of those differences, in the order in which they are told. The page has a sentence for each.
pub const ALL: [&str; 9] = [
    "bytecode",
    "free-threaded",
    "time",
    "print",
    "library",
    "next",
    "start",
    "identity",
    "math",
];

/// The names of those that a setup touches.
pub fn touches(setup: &Setup) -> String {
    let words = words(&setup.program.source);
    let has = |names: &[&str]| names.iter().any(|name| words.contains(*name));
    let threads = has(&["threading", "_thread", "ThreadPoolExecutor", "asyncio"]);
    let processes = has(&["multiprocessing", "ProcessPoolExecutor"]);
    let touched = |name: &str| match name {
        "bytecode" => threads && setup.options.preemption == Preemption::Bytecode,
        "free-threaded" => threads && setup.options.preemption == Preemption::FreeThreaded,
        "time" => {
            processes
                || has(&[
                    "time",
                    "sleep",
                    "timeout",
                    "datetime",
                    "perf_counter",
                    "monotonic",
                ])
        }
        "print" => has(&["print"]) && (threads || processes),
        "library" => threads || processes || has(&["queue"]),
        "next" => threads,
        "start" => processes && setup.options.start_method == StartMethod::Fork,
        "identity" => has(&["is", "id"]),
        "math" => has(&["math", "statistics"]),
        _ => false,
    };
    let names = ALL.into_iter().filter(|name| touched(name));
    json::object(&[("touches", json::list(names.map(json::string)))])
}

fn words(source: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for (class, text) in listing(source).into_iter().flatten() {
        if matches!(class, Class::Plain | Class::Keyword) {
            let cut = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
            words.extend(cut.filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str, options: &str) -> Vec<String> {
        let setup = Setup::from_text(&format!("v=1&{options}")).expect("a setup");
        let program = crate::protocol::Program {
            source: source.into(),
            ..setup.program.clone()
        };
        let answer = touches(&Setup { program, ..setup });
        let value: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        serde_json::from_value(value["touches"].clone()).expect("a list")
    }

    #[test]
    fn a_program_touches_what_it_uses() {
        assert_eq!(names("x = 1\nprint('time', x)  # id\n", ""), [""; 0]);
        assert_eq!(
            names("import threading\nprint(1 is 2)\n", "preemption=bytecode"),
            ["bytecode", "print", "library", "next", "identity"]
        );
        assert_eq!(
            names("from multiprocessing import Pool\nimport math\n", ""),
            ["time", "library", "start", "math"]
        );
    }
}
