//! The code object being compiled.

use super::super::code::{Code, CodeFlags, CodeId, Const, Op};
use super::super::constants::ConstTable;
use super::super::flow::{self, Label, Layout, Sequence};
use super::super::source::Loc;
use super::super::symbols::{Place, ScopeId, mangle, uses};
use super::Compiler;
use ruff_python_ast::{self as ast, Stmt};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// What kind of code object it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Generator,
    /// The function in which type parameters live.
    TypeParams,
}

impl UnitKind {
    pub fn is_function(self) -> bool {
        !matches!(self, UnitKind::Module | UnitKind::Class)
    }
}

/// What `break`, `continue` and `return` have to leave.
#[derive(Clone, Copy, Debug)]
pub(super) enum Block<'a> {
    While,
    For,
    AsyncComprehension,
    TryExcept,
    FinallyTry(&'a [Stmt]),
    FinallyEnd,
    With(Loc),
    AsyncWith(Loc),
    ExceptionHandler,
    /// The handlers of `except*`, which nothing may jump out of.
    GroupHandler,
    HandlerCleanup(Option<&'a ast::Identifier>),
    StopIteration,
    PopValue,
}

/// A [`Block`] that is open, with the labels of a loop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame<'a> {
    pub block: Block<'a>,
    pub start: Option<Label>,
    pub exit: Option<Label>,
}

impl Frame<'_> {
    pub fn is_loop(&self) -> bool {
        matches!(self.block, Block::While | Block::For)
    }
}

/// The state of one code object.
#[derive(Debug)]
pub(super) struct CodeUnit<'a> {
    pub kind: UnitKind,
    pub id: CodeId,
    pub scope: ScopeId,
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub first_line: u32,
    /// The class whose name mangles private names.
    pub class: Option<Rc<str>>,
    pub sequence: Sequence,
    pub consts: ConstTable,
    pub locals: Vec<Rc<str>>,
    pub local_index: HashMap<Rc<str>, u32>,
    pub cells: Vec<Rc<str>>,
    pub free: Vec<Rc<str>>,
    pub blocks: Vec<Frame<'a>>,
    pub arg_count: u32,
    pub posonly_count: u32,
    pub kwonly_count: u32,
    pub varargs: bool,
    pub varkeywords: bool,
    pub doc: Option<Rc<str>>,
    /// Attributes that methods set on `self`, for `__static_attributes__`.
    pub static_attributes: BTreeSet<Rc<str>>,
    /// Names of inlined comprehensions that are fast locals in a module or class.
    pub fast_hidden: BTreeSet<Rc<str>>,
    pub in_inlined: bool,
}

impl CodeUnit<'_> {
    /// The index of a local variable, added if need be.
    pub fn local(&mut self, name: &Rc<str>) -> u32 {
        if let Some(index) = self.local_index.get(name) {
            return *index;
        }
        let index = self.locals.len() as u32;
        self.locals.push(name.clone());
        self.local_index.insert(name.clone(), index);
        index
    }

    /// The index of a cell or free variable among both.
    pub fn cell(&self, name: &str) -> u32 {
        let cells = self.cells.iter().chain(&self.free);
        cells
            .into_iter()
            .position(|c| &**c == name)
            .expect("the symbol table knows the cell") as u32
    }
}

impl<'a> Compiler<'a> {
    /// Begins a code object. `node` identifies it, so that it is made once.
    pub(super) fn enter(
        &mut self,
        kind: UnitKind,
        name: &str,
        scope: ScopeId,
        line: u32,
        class: Option<Rc<str>>,
    ) {
        let id = CodeId(self.codes.len() as u32);
        self.codes.push(None);
        let entry = &self.symbols.scopes[scope];
        let mut cells = entry.sorted(|s| s.place == Place::Cell || s.flags & uses::COMP_CELL != 0);
        if entry.needs_class_closure {
            cells.insert(0, "__class__".into());
        }
        let free = entry.sorted(|s| s.place == Place::Free || s.flags & uses::FREE_CLASS != 0);
        let params = entry.params.clone();
        let qualname = if kind == UnitKind::Module {
            name.into()
        } else {
            self.qualname(name)
        };
        let mut unit = CodeUnit {
            kind,
            id,
            scope,
            name: name.into(),
            qualname,
            first_line: line,
            class: class.or_else(|| self.units.last().and_then(|u| u.class.clone())),
            sequence: Sequence::default(),
            consts: ConstTable::default(),
            locals: Vec::new(),
            local_index: HashMap::new(),
            cells,
            free,
            blocks: Vec::new(),
            arg_count: 0,
            posonly_count: 0,
            kwonly_count: 0,
            varargs: false,
            varkeywords: false,
            doc: None,
            static_attributes: BTreeSet::new(),
            fast_hidden: BTreeSet::new(),
            in_inlined: false,
        };
        for param in &params {
            unit.local(param);
        }
        self.units.push(unit);
        let begin = if kind == UnitKind::Module {
            0
        } else {
            line as i32
        };
        self.emit(
            Op::Resume,
            0,
            Loc {
                line: begin,
                ..Loc::line(line as i32)
            },
        );
    }

    fn qualname(&self, name: &str) -> Rc<str> {
        // What has type parameters is called as if it had none.
        let outer = self
            .units
            .iter()
            .rev()
            .find(|unit| unit.kind != UnitKind::TypeParams)
            .unwrap_or_else(|| self.current());
        if outer.kind == UnitKind::Module {
            return name.into();
        }
        let mangled = mangle(outer.class.as_deref(), name);
        if self.symbols.scopes[outer.scope].place(&mangled) == Place::GlobalExplicit {
            return name.into();
        }
        let locals = if outer.kind.is_function() {
            ".<locals>"
        } else {
            ""
        };
        format!("{}{locals}.{name}", outer.qualname).into()
    }

    /// Ends the code object; returns its index and its free variables.
    pub(super) fn finish(&mut self) -> (CodeId, Vec<Rc<str>>) {
        let mut unit = self.units.pop().expect("a code object is being compiled");
        let scope = &self.symbols.scopes[unit.scope];
        let optimized = unit.kind.is_function();
        let flags = CodeFlags {
            varargs: unit.varargs,
            varkeywords: unit.varkeywords,
            generator: optimized && scope.generator && !scope.coroutine,
            coroutine: optimized && !scope.generator && scope.coroutine,
            async_generator: optimized && scope.generator && scope.coroutine,
            optimized,
            class_body: unit.kind == UnitKind::Class,
        };
        let layout = Layout {
            params: scope.params.len() as u32,
            generator: flags.generator || flags.coroutine || flags.async_generator,
            first_line: unit.first_line as i32,
            locals: unit.locals,
            cells: unit.cells,
            free: unit.free.clone(),
        };
        let finished = flow::assemble(&unit.sequence, &layout, &mut unit.consts);
        self.codes[unit.id.0 as usize] = Some(Code {
            name: unit.name,
            qualname: unit.qualname,
            first_line: unit.first_line,
            arg_count: unit.arg_count,
            posonly_count: unit.posonly_count,
            kwonly_count: unit.kwonly_count,
            flags,
            locals: finished.locals,
            local_kinds: finished.local_kinds,
            free_count: unit.free.len() as u32,
            consts: unit.consts.list,
            instructions: finished.instructions,
            positions: finished.positions,
            exception_table: finished.exception_table,
            stack_size: finished.stack_size,
            doc: unit.doc,
        });
        (unit.id, unit.free)
    }

    /// Pushes a function made of a code object, with its closure and what `flags` says lies on the stack.
    pub(super) fn make_closure(
        &mut self,
        code: CodeId,
        free: &[Rc<str>],
        mut flags: u32,
        loc: Loc,
    ) {
        if !free.is_empty() {
            for name in free {
                let cell = self.closure_cell(name);
                self.emit(flow::Ir::LoadClosure, cell, loc);
            }
            self.emit(Op::BuildTuple, free.len() as u32, loc);
            flags |= 8;
        }
        self.constant(Const::Code(code), loc);
        self.op(Op::MakeFunction, loc);
        for flag in [8, 4, 2, 1] {
            if flags & flag != 0 {
                self.emit(Op::SetFunctionAttribute, flag, loc);
            }
        }
    }

    fn closure_cell(&self, name: &str) -> u32 {
        self.current().cell(name)
    }
}

/// A finished code object and its free variables.
pub(super) type Made = (CodeId, Vec<Rc<str>>);
