//! Syntax trees to instructions: the order of what is emitted follows CPython 3.14's compiler.
//!
//! Knows nothing of values; optimisation is the business of `flow`.

mod calls;
mod classes;
mod comprehensions;
mod control;
mod displays;
mod exceptions;
mod expressions;
mod functions;
mod generics;
mod names;
mod patterns;
mod statements;
mod strings;
mod unit;
mod unparse;
mod unwind;
mod with;

use super::code::{Code, CodeId, Const, Op, Unit};
use super::flow::{Ir, Label};
use super::source::{Loc, Source};
use super::symbols::SymbolTable;
use super::{CompileError, SyntaxError, syntax_error};
use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextSize};
use std::collections::HashMap;
use std::rc::Rc;
use unit::{CodeUnit, UnitKind};

type Result<T = ()> = std::result::Result<T, CompileError>;

/// Most values that one display, call or f-string puts on the stack at once.
const STACK_USE: usize = 30;
/// Most instructions of a module: `finally` bodies are compiled twice, and nested ones again.
const MAX_INSTRUCTIONS: usize = 500_000;

/// Compiles a parsed module.
pub(super) fn module(file: &str, module: &ast::ModModule, source: &Source) -> Result<Unit> {
    let symbols = SymbolTable::build(module, source)?;
    let mut compiler = Compiler {
        source,
        symbols,
        names: Vec::new(),
        name_index: HashMap::new(),
        codes: Vec::new(),
        made: HashMap::new(),
        units: Vec::new(),
        future_annotations: super::future_annotations(&module.body),
        future_end: super::future_end(&module.body),
        emitted: 0,
    };
    compiler.module(module)?;
    let codes = compiler
        .codes
        .into_iter()
        .map(Option::unwrap_or_default)
        .collect();
    Ok(Unit {
        file: file.to_owned(),
        codes,
        names: compiler.names,
        warnings: Vec::new(),
    })
}

/// The state of compilation.
struct Compiler<'a> {
    source: &'a Source,
    symbols: SymbolTable,
    names: Vec<Rc<str>>,
    name_index: HashMap<Rc<str>, u32>,
    codes: Vec<Option<Code>>,
    /// Code objects by syntax node: `finally` bodies are compiled more than once.
    made: HashMap<usize, (CodeId, Vec<Rc<str>>)>,
    /// The code object being compiled is the last.
    units: Vec<CodeUnit<'a>>,
    future_annotations: bool,
    /// Where the first statement ends the part in which `from __future__` may stand.
    future_end: TextSize,
    emitted: usize,
}

impl<'a> Compiler<'a> {
    fn module(&mut self, module: &'a ast::ModModule) -> Result {
        let scope = self.symbols.of(module);
        self.enter(UnitKind::Module, "<module>", scope, 1, None);
        self.body(&module.body)?;
        self.return_at_end();
        self.finish();
        Ok(())
    }

    fn unit(&mut self) -> &mut CodeUnit<'a> {
        self.units
            .last_mut()
            .expect("a code object is being compiled")
    }

    fn current(&self) -> &CodeUnit<'a> {
        self.units.last().expect("a code object is being compiled")
    }

    fn loc(&self, node: impl Ranged) -> Loc {
        self.source.loc(node)
    }

    fn refuse<T>(&self, node: impl Ranged, message: impl Into<String>) -> Result<T> {
        Err(syntax_error(self.source, node.range(), message.into()))
    }

    /// As `refuse`, without an end.
    fn refuse_line<T>(&self, node: impl Ranged, message: impl Into<String>) -> Result<T> {
        match syntax_error(self.source, node.range(), message.into()) {
            CompileError::Syntax(error) => Err(CompileError::Syntax(SyntaxError {
                end_column: 0,
                ..error
            })),
            other => Err(other),
        }
    }

    /// Fails once the module has become too large.
    fn check_size(&self, node: impl Ranged) -> Result {
        if self.emitted <= MAX_INSTRUCTIONS {
            return Ok(());
        }
        let message = format!("the program has more than {MAX_INSTRUCTIONS} instructions");
        Err(CompileError::Limit {
            line: self.source.line_of(node.range().start()),
            message,
        })
    }

    fn label(&mut self) -> Label {
        self.unit().sequence.label()
    }

    fn place(&mut self, label: Label) {
        self.unit().sequence.place(label);
    }

    fn emit(&mut self, op: impl Into<Ir>, arg: u32, loc: Loc) {
        self.emitted += 1;
        self.unit().sequence.push(op.into(), arg, loc);
    }

    fn op(&mut self, op: impl Into<Ir>, loc: Loc) {
        self.emit(op, 0, loc);
    }

    fn jump(&mut self, op: impl Into<Ir>, target: Label, loc: Loc) {
        self.emit(op, target.0, loc);
    }

    fn constant(&mut self, value: Const, loc: Loc) {
        let index = self.unit().consts.add(value);
        self.emit(Op::LoadConst, index, loc);
    }

    fn none(&mut self, loc: Loc) {
        self.constant(Const::None, loc);
    }

    /// The index of an identifier.
    fn name_id(&mut self, name: &str) -> u32 {
        if let Some(index) = self.name_index.get(name) {
            return *index;
        }
        let name: Rc<str> = name.into();
        self.names.push(name.clone());
        let index = self.names.len() as u32 - 1;
        self.name_index.insert(name, index);
        index
    }

    fn return_at_end(&mut self) {
        self.none(Loc::NONE);
        self.op(Op::ReturnValue, Loc::NONE);
    }
}
