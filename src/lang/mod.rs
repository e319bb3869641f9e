//! Source to code objects: the parser is a library, the compiler is ours.
//!
//! Knows nothing of execution.
pub mod code;
pub mod highlight;

/// Why a source is not compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompileError {
    /// CPython refuses it too.
    Syntax(SyntaxError),
    /// Python has it, the machine does not.
    Unsupported {
        /// Line from 1.
        line: u32,
        /// What is missing and what to use instead.
        message: String,
    },
    /// A named limit of the compiler was reached (size of the source, nesting).
    Limit {
        /// Line from 1.
        line: u32,
        /// The limit and its value, as a sentence.
        message: String,
    },
}

/// A syntax error as CPython reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// `SyntaxError`, `IndentationError` or `TabError`.
    pub kind: &'static str,
    /// CPython's message.
    pub message: String,
    /// Line from 1.
    pub line: u32,
    /// Column from 1, in code points.
    pub column: u32,
    /// End column from 1 if on the same line, else 0.
    pub end_column: u32,
    /// The text of the line.
    pub text: String,
}
