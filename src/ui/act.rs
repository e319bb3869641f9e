//! What instructions are about, in a verb: for sentences about steps that nobody else notices.

use crate::ui::narrate::short;
use crate::ui::text::code;

/// What an instruction is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Load,
    Store,
    Compute,
    Call,
    Return,
    Begin,
    Test,
    Jump,
    Iterate,
    Import,
    Make,
    Drop,
    Other,
}

/// What an instruction is about, by its name.
pub fn act(op: &str) -> Act {
    match op {
        "RESUME" | "RETURN_GENERATOR" => Act::Begin,
        "RETURN_VALUE" | "RETURN_CONST" | "YIELD_VALUE" => Act::Return,
        "IMPORT_NAME" | "IMPORT_FROM" => Act::Import,
        "FOR_ITER" | "GET_ITER" => Act::Iterate,
        "POP_TOP" | "NOP" | "NOT_TAKEN" | "END_FOR" | "POP_ITER" | "PUSH_NULL" | "COPY"
        | "SWAP" | "CACHE" => Act::Drop,
        "BINARY_OP" | "COMPARE_OP" | "CONTAINS_OP" | "IS_OP" | "UNARY_NEGATIVE" | "UNARY_NOT"
        | "UNARY_INVERT" | "BINARY_SLICE" | "TO_BOOL" => Act::Compute,
        _ if op.starts_with("CALL") => Act::Call,
        _ if op.starts_with("LOAD") => Act::Load,
        _ if op.starts_with("STORE") => Act::Store,
        _ if op.starts_with("POP_JUMP") => Act::Test,
        _ if op.starts_with("JUMP") => Act::Jump,
        _ if op.starts_with("BUILD")
            || op.starts_with("MAKE")
            || op.starts_with("FORMAT")
            || op.starts_with("CONVERT") =>
        {
            Act::Make
        }
        _ => Act::Other,
    }
}

impl Act {
    /// The verb in the present tense, in Russian and English.
    pub fn now(self) -> (&'static str, &'static str) {
        match self {
            Act::Load => ("берёт на стек", "loads"),
            Act::Store => ("запоминает", "stores"),
            Act::Compute => ("вычисляет", "computes"),
            Act::Call => ("делает вызов", "makes a call"),
            Act::Return => ("выходит из функции", "leaves the function"),
            Act::Begin => ("начинает выполнять код", "begins to run the code"),
            Act::Test => ("проверяет условие", "tests the condition"),
            Act::Jump => ("переходит", "jumps"),
            Act::Iterate => (
                "готовит следующий проход цикла",
                "prepares the next round of the loop",
            ),
            Act::Import => ("импортирует", "imports"),
            Act::Make => ("создаёт объект", "makes an object"),
            Act::Drop => ("наводит порядок на стеке", "tidies its stack"),
            Act::Other => ("выполняет", "executes"),
        }
    }

    /// The verb in the future tense, in Russian and English.
    pub fn future(self) -> (&'static str, &'static str) {
        match self {
            Act::Load => ("возьмёт на стек", "will load"),
            Act::Store => ("запомнит", "will store"),
            Act::Compute => ("вычислит", "will compute"),
            Act::Call => ("сделает вызов", "will make the call"),
            Act::Return => ("выйдет из функции", "will leave the function"),
            Act::Begin => ("начнёт выполнять код", "will begin to run the code"),
            Act::Test => ("проверит условие", "will test the condition"),
            Act::Jump => ("перейдёт", "will jump"),
            Act::Iterate => (
                "подготовит следующий проход цикла",
                "will prepare the next round of the loop",
            ),
            Act::Import => ("импортирует", "will import"),
            Act::Make => ("создаст объект", "will make an object"),
            Act::Drop => ("наведёт порядок на стеке", "will tidy its stack"),
            Act::Other => ("пойдёт дальше", "will go on"),
        }
    }
}

/// The argument as code, where it says something in a sentence.
pub fn argument(op: &str, arg: &str) -> String {
    let telling = matches!(act(op), Act::Load | Act::Store | Act::Compute | Act::Import);
    match telling && !arg.is_empty() {
        true => format!(" {}", code(&short(arg))),
        false if matches!(act(op), Act::Other) => format!(" {}", code(op)),
        false => String::new(),
    }
}
