//! Source to code objects: the parser is a library, the compiler is ours.
//!
//! Knows nothing of execution.

pub mod anchors;
pub mod code;
mod compile;
mod constants;
pub mod dis;
mod flow;
mod limits;
pub mod liveness;
mod parse;
mod source;
mod symbols;
pub(crate) mod syntax;
pub mod warnings;

use code::Unit;
use ruff_python_ast::Stmt;
use ruff_text_size::{Ranged, TextRange, TextSize};
use source::Source;

/// Most bytes of a source.
pub const MAX_SOURCE_BYTES: usize = 1 << 20;
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
    /// End column from 1, that of the line if it ends on another; 0 if there is none.
    pub end_column: u32,
    /// The text of the line.
    pub text: String,
}

/// Compiles a module; `file` is what tracebacks call it.
pub fn compile(file: &str, source: &[u8]) -> Result<Unit, CompileError> {
    compile_module(file, source, false)
}

/// Compiles a module of the library, which is no news: nobody looks for rare mistakes in it.
pub fn compile_library(file: &str, source: &[u8]) -> Result<Unit, CompileError> {
    compile_module(file, source, true)
}

fn compile_module(file: &str, source: &[u8], known: bool) -> Result<Unit, CompileError> {
    if source.len() > MAX_SOURCE_BYTES {
        let message = format!("the program is longer than {MAX_SOURCE_BYTES} bytes");
        return Err(CompileError::Limit { line: 1, message });
    }
    let source = parse::decode(file, source)?;
    syntax::check_nesting(&source)?;
    limits::check(&source)?;
    let (module, warnings) = parse::parse(&source, known)?;
    let mut unit = compile::module(file, &module, &source)?;
    unit.warnings = warnings;
    Ok(unit)
}

/// The text of a source, as tracebacks show it.
pub fn text(file: &str, source: &[u8]) -> String {
    match parse::decode(file, source) {
        Ok(source) => source.text,
        Err(_) => String::from_utf8_lossy(source).into_owned(),
    }
}

fn syntax_error(source: &Source, range: TextRange, message: String) -> CompileError {
    let (line, column) = source.line_col(range.start());
    let (end_line, end_column) = source.line_col(range.end());
    CompileError::Syntax(SyntaxError {
        kind: "SyntaxError",
        message,
        line,
        column: column + 1,
        end_column: if end_line == line {
            end_column + 1
        } else {
            source.line_text(line).chars().count() as u32 + 1
        },
        text: source.line_text(line).to_owned(),
    })
}

fn unsupported(source: &Source, range: TextRange, message: &str) -> CompileError {
    CompileError::Unsupported {
        line: source.line_of(range.start()),
        message: message.to_owned(),
    }
}

/// Whether a module begins with `from __future__ import annotations`.
fn future_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|s| match s {
        Stmt::ImportFrom(i) => {
            i.level == 0
                && i.module
                    .as_ref()
                    .is_some_and(|m| m.as_str() == "__future__")
                && i.names.iter().any(|n| n.name.as_str() == "annotations")
        }
        _ => false,
    })
}

/// Where the docstring and the imports from `__future__` at the beginning of a module end.
fn future_end(body: &[Stmt]) -> TextSize {
    let is_future = |s: &Stmt| match s {
        Stmt::ImportFrom(i) => {
            i.level == 0
                && i.module
                    .as_ref()
                    .is_some_and(|m| m.as_str() == "__future__")
        }
        _ => false,
    };
    let docstring = usize::from(
        matches!(body.first(), Some(Stmt::Expr(e)) if e.value.is_string_literal_expr()),
    );
    let first = body.iter().skip(docstring).find(|s| !is_future(s));
    first.map_or(TextSize::new(u32::MAX), |s| s.range().start())
}
