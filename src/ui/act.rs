//! What instructions are about, in a verb: for sentences about steps that nobody else notices.

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
    Loop,
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
        "FOR_ITER" => Act::Iterate,
        "GET_ITER" | "GET_AITER" => Act::Loop,
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
            Act::Load => ("кладёт на стек", "loads"),
            Act::Store => ("записывает значение в", "stores a value in"),
            Act::Compute => ("вычисляет", "computes"),
            Act::Call => ("вызывает", "calls"),
            Act::Return => ("выходит из", "leaves"),
            Act::Begin => ("начинает выполнять", "begins to run"),
            Act::Test => ("проверяет условие", "tests the condition"),
            Act::Jump => ("переходит", "jumps"),
            Act::Loop => ("начинает перебирать", "begins to go through"),
            Act::Iterate => ("переходит к следующему элементу", "goes to the next item"),
            Act::Import => ("импортирует", "imports"),
            Act::Make => ("создаёт", "makes"),
            Act::Drop => ("снимает значение со стека", "tidies its stack"),
            Act::Other => ("выполняет", "executes"),
        }
    }

    /// The verb in the future tense, in Russian and English.
    pub fn future(self) -> (&'static str, &'static str) {
        match self {
            Act::Load => ("положит на стек", "will load"),
            Act::Store => ("запишет значение в", "will store a value in"),
            Act::Compute => ("вычислит", "will compute"),
            Act::Call => ("вызовет", "will call"),
            Act::Return => ("выйдет из", "will leave"),
            Act::Begin => ("начнёт выполнять", "will begin to run"),
            Act::Test => ("проверит условие", "will test the condition"),
            Act::Jump => ("перейдёт", "will jump"),
            Act::Loop => ("начнёт перебирать", "will begin to go through"),
            Act::Iterate => (
                "попробует взять следующий элемент",
                "will try to take the next item",
            ),
            Act::Import => ("импортирует", "will import"),
            Act::Make => ("создаст", "will make"),
            Act::Drop => ("снимет значение со стека", "will tidy its stack"),
            Act::Other => ("выполнит", "will execute"),
        }
    }
}
