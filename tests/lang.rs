//! The compiler against recordings: listings of CPython 3.14, syntax errors of CPython 3.13, and limits.

use lockstep::lang::code::{Code, Const, Op, Unit};
use lockstep::lang::dis::{arg_text, disassemble};
use lockstep::lang::{CompileError, compile};
use std::fmt::Write;
use std::path::Path;

fn unit(source: &str) -> Unit {
    compile("test.py", source.as_bytes()).unwrap_or_else(|e| panic!("{e:?}\n{source}"))
}

fn is_jump(op: Op) -> bool {
    let name = op.name();
    name.contains("JUMP") || matches!(op, Op::ForIter | Op::Send)
}

/// The listing of a code object in the form of the recordings.
fn listing(unit: &Unit, code: &Code, out: &mut String) {
    let _ = writeln!(out, "== {}, line {}", code.qualname, code.first_line);
    for (index, instruction) in code.instructions.iter().enumerate() {
        let line = match code.positions[index].line {
            0 => "-".to_owned(),
            line => line.to_string(),
        };
        let text = match instruction.op {
            Op::EndAsyncFor => String::new(),
            op if is_jump(op) => format!("-> {}", instruction.arg),
            _ => arg_text(unit, code, index),
        };
        let name = instruction.op.name();
        let plain = plain_operand(name, instruction.arg);
        let text = if text.is_empty() && instruction.op != Op::EndAsyncFor {
            plain
        } else {
            text
        };
        let _ = writeln!(out, "{}", format!("{line} {name} {text}").trim_end());
    }
    for entry in &code.exception_table {
        let lasti = if entry.lasti { " lasti" } else { "" };
        let _ = writeln!(
            out,
            "{}..{} -> {} [{}]{lasti}",
            entry.start, entry.end, entry.target, entry.depth
        );
    }
    for value in &code.consts {
        if let Const::Code(id) = value {
            listing(unit, &unit.codes[id.0 as usize], out);
        }
    }
}

/// The operand of an operation whose operand is a plain number.
fn plain_operand(name: &str, arg: u32) -> String {
    const NUMBERED: [&str; 24] = [
        "RESUME",
        "LOAD_SMALL_INT",
        "COPY",
        "SWAP",
        "CALL",
        "CALL_KW",
        "BUILD_TUPLE",
        "BUILD_LIST",
        "BUILD_SET",
        "BUILD_MAP",
        "BUILD_STRING",
        "BUILD_SLICE",
        "LIST_APPEND",
        "SET_ADD",
        "MAP_ADD",
        "LIST_EXTEND",
        "SET_UPDATE",
        "DICT_UPDATE",
        "DICT_MERGE",
        "UNPACK_SEQUENCE",
        "UNPACK_EX",
        "RAISE_VARARGS",
        "RERAISE",
        "YIELD_VALUE",
    ];
    let others = ["GET_AWAITABLE", "COPY_FREE_VARS", "MATCH_CLASS"];
    if NUMBERED.contains(&name) || others.contains(&name) {
        arg.to_string()
    } else {
        String::new()
    }
}

#[test]
fn listings_are_those_of_cpython() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lang/dis");
    let mut compared = 0;
    let mut different = String::new();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    for file in files
        .iter()
        .filter(|f| f.extension().is_some_and(|e| e == "py"))
    {
        let source = std::fs::read(file).unwrap();
        let name = file.file_name().unwrap().to_str().unwrap();
        let unit = compile(name, &source).unwrap();
        let mut ours = String::new();
        listing(&unit, &unit.codes[0], &mut ours);
        let recorded = std::fs::read_to_string(file.with_extension("txt")).unwrap();
        if let Some((a, b)) = ours.lines().zip(recorded.lines()).find(|(a, b)| a != b) {
            let _ = writeln!(different, "{name}: {a:?}, CPython has {b:?}");
        }
        assert_eq!(
            ours.lines().count(),
            recorded.lines().count(),
            "{name}\n{different}"
        );
        compared += 1;
    }
    assert!(compared >= 30, "{compared} programs compared");
    assert!(different.is_empty(), "{different}");
}

#[test]
fn syntax_errors_are_those_of_cpython() {
    let table = include_str!("lang/errors.txt");
    let mut wrong = String::new();
    let mut compared = 0;
    for block in table.trim_end_matches('\n').split("\n---\n") {
        let (program, expected) = block
            .rsplit_once("\n=> ")
            .expect("every program has a recording");
        let ours = match compile("errors.txt", program.as_bytes()) {
            Ok(_) => "fine".to_owned(),
            Err(CompileError::Syntax(e)) => {
                format!(
                    "{} {} {} {} {}",
                    e.kind, e.line, e.column, e.end_column, e.message
                )
            }
            Err(other) => format!("{other:?}"),
        };
        compared += 1;
        if ours != expected {
            let _ = writeln!(
                wrong,
                "{program:?}\n  CPython: {expected}\n  here:    {ours}"
            );
        }
    }
    assert!(compared >= 300, "{compared} programs compared");
    assert!(
        wrong.is_empty(),
        "{} of {compared}:\n{wrong}",
        wrong.matches("CPython:").count()
    );
}

/// Compiles with the stack that a worker in a browser has.
fn compile_on_small_stack(source: String) -> Result<(), CompileError> {
    let work = move || compile("deep.py", source.as_bytes()).map(|_| ());
    std::thread::Builder::new()
        .stack_size(1 << 20)
        .spawn(work)
        .unwrap()
        .join()
        .expect("no overflow")
}

fn nested(open: &str, middle: &str, close: &str, depth: usize) -> String {
    format!(
        "x = {}{middle}{}\n",
        open.repeat(depth),
        close.repeat(depth)
    )
}

fn blocks(header: &str, depth: usize) -> String {
    let mut source = String::new();
    for level in 0..depth {
        let _ = writeln!(source, "{}{header}", " ".repeat(level));
    }
    source + &" ".repeat(depth) + "pass\n"
}

#[test]
fn deep_nesting_within_the_limits_compiles() {
    let mut sources = vec![
        nested("(", "1", ")", 200),
        nested("[", "1", "]", 200),
        nested("{1: ", "1", "}", 200),
        nested("f(", "1", ")", 200),
        nested("a[", "1", "]", 200),
        nested("[a for b in ", "c", "]", 199),
        nested("(a for b in ", "c", ")", 199),
        nested("lambda: ", "1", "", 200),
        nested("not ", "1", "", 200),
        nested("-", "1", "", 200),
        nested("2 ** ", "a", "", 200),
        nested("a + ", "a", "", 1000),
        nested("a and ", "a", "", 1000),
        nested("a < ", "a", "", 999),
        format!("x = a{}\n", ".b".repeat(999)),
        format!("x = a{}\n", "()".repeat(999)),
        format!("if x: pass\n{}", "elif y: pass\n".repeat(1000)),
        format!(
            "match x:\n case {}a{}: pass\n",
            "[".repeat(150),
            "]".repeat(150)
        ),
        blocks("if x:", 99) + &" ".repeat(99) + &nested("(", "1", ")", 100),
    ];
    sources.extend(["def f():", "class C:", "if x:"].map(|header| blocks(header, 99)));
    for source in sources {
        let start: String = source.chars().take(60).collect();
        if let Err(error) = compile_on_small_stack(source) {
            panic!("{start}: {error:?}");
        }
    }
}

#[test]
fn nesting_beyond_the_limits_is_refused() {
    let limits = [
        nested("not ", "1", "", 201),
        nested("a + ", "a", "", 1001),
        format!("y = 1\nx = a{}\n", ".b".repeat(1001)),
        blocks("if x:", 99) + &" ".repeat(99) + &nested("(", "1", ")", 102),
        format!("if x: pass\n{}", "elif y: pass\n".repeat(1001)),
        "x = 1\n".repeat(1 << 18),
    ];
    for source in limits {
        assert!(matches!(
            compile_on_small_stack(source),
            Err(CompileError::Limit { .. })
        ));
    }
    let errors = [
        (nested("(", "1", ")", 201), "too many nested parentheses"),
        (blocks("if x:", 101), "too many levels of indentation"),
        (
            blocks("for a in b:", 22),
            "too many statically nested blocks",
        ),
    ];
    for (source, message) in errors {
        match compile_on_small_stack(source) {
            Err(CompileError::Syntax(error)) => assert_eq!(error.message, message),
            other => panic!("{message}: {other:?}"),
        }
    }
}

#[test]
fn what_is_missing_is_refused_with_its_line() {
    let sources = [
        ("# coding: koi8-r\nx = 1\n", 1),
        ("x = 1\ny = '\\N{BULLET}'\n", 2),
        ("x = r'\\ud800'\ny = 'a\\ud800'\n", 2),
    ];
    for (source, expected) in sources {
        match compile("x.py", source.as_bytes()) {
            Err(CompileError::Unsupported { line, .. }) => assert_eq!(line, expected, "{source}"),
            other => panic!("{source}: {other:?}"),
        }
    }
}

#[test]
fn bytes_are_decoded_as_cpython_does() {
    assert!(compile("x.py", b"\xef\xbb\xbfx = 1\r\ny = '''a\r\nb'''\r\n").is_ok());
    let unit = unit("x = '''a\r\nb'''\r");
    assert!(unit.codes[0].consts.contains(&Const::Str("a\nb".into())));
    for (source, expected) in [
        (
            &b"x = '\xff'\n"[..],
            "Non-UTF-8 code starting with '\\xff' in file x.py on line 1",
        ),
        (b"x = 1\0\n", "null bytes"),
        (
            b"#!/usr/bin/python\n# -*- coding: nope -*-\n",
            "encoding problem: nope",
        ),
        (
            b"\xef\xbb\xbf# coding: latin-1\n",
            "encoding problem: iso-8859-1 with BOM",
        ),
    ] {
        match compile("x.py", source) {
            Err(CompileError::Syntax(error)) => {
                assert!(error.message.contains(expected), "{}", error.message)
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn sources_in_latin_1_say_so() {
    let unit = compile("x.py", b"# coding: latin-1\nx = '\xe9'\n").expect("it is Latin-1");
    assert!(unit.codes[0].consts.contains(&Const::Str("\u{e9}".into())));
}

#[test]
fn nothing_jumps_out_of_the_handlers_of_groups() {
    for (jump, around) in [
        ("return", "def f():"),
        ("break", "while x:"),
        ("continue", "for x in y:"),
    ] {
        let source = format!("{around}\n  try: pass\n  except* E:\n    {jump}\n");
        match compile("x.py", source.as_bytes()) {
            Err(CompileError::Syntax(error)) => assert_eq!(
                (error.line, error.message.as_str()),
                (
                    4,
                    "'break', 'continue' and 'return' cannot appear in an except* block"
                )
            ),
            other => panic!("{source}: {other:?}"),
        }
    }
}

#[test]
fn the_compiler_warns_once_for_a_line() {
    let source = "x = 1\ndef f():\n    try: pass\n    finally: x is 'a'\nprint('\\d', '\\d')\n";
    let unit = unit(source);
    let found: Vec<(u32, &str)> = unit
        .warnings
        .iter()
        .map(|w| (w.line, w.message.as_str()))
        .collect();
    let expected = [
        (5, "invalid escape sequence '\\d'"),
        (4, "\"is\" with 'str' literal. Did you mean \"==\"?"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_listing_has_the_layout_of_dis() {
    let unit = unit("def f(x):\n    for i in x:\n        print(i)\n");
    let text = disassemble(&unit);
    assert!(
        text.starts_with("  0           RESUME                   0\n\n  1           LOAD_CONST"),
        "{text}"
    );
    assert!(
        text.contains("\nDisassembly of <code object f, file \"test.py\", line 1>:\n"),
        "{text}"
    );
    assert!(
        text.contains("  2           LOAD_FAST_BORROW         0 (x)\n"),
        "{text}"
    );
    assert!(text.contains("\n      L1:     FOR_ITER "), "{text}");
    assert!(text.contains(" (to L2)\n"), "{text}");
}
