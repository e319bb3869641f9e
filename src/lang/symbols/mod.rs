//! Which names belong to which scope: local, cell, free, global.
//!
//! `build` collects what every scope does with its names, `analyze` decides. Knows nothing of instructions.

mod analyze;
mod build;
mod expressions;

use super::CompileError;
use super::source::Source;
use ruff_python_ast as ast;
use ruff_text_size::TextRange;
use std::collections::HashMap;
use std::rc::Rc;

/// Index of a scope in its [`SymbolTable`]; the module is 0.
pub(super) type ScopeId = usize;

/// What a scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
}

/// Which comprehension a scope belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CompKind {
    List,
    Set,
    Dict,
    Generator,
}

/// Where a name lives, seen from one scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Unknown,
    Local,
    GlobalExplicit,
    GlobalImplicit,
    Free,
    Cell,
}

/// What a scope does with a name, as bits.
pub(super) mod uses {
    pub const GLOBAL: u16 = 1;
    pub const LOCAL: u16 = 2;
    pub const PARAM: u16 = 4;
    pub const NONLOCAL: u16 = 8;
    pub const USE: u16 = 16;
    /// Bound in a class body and free in one of its methods.
    pub const FREE_CLASS: u16 = 32;
    pub const IMPORT: u16 = 64;
    pub const ANNOTATED: u16 = 128;
    /// The target of a comprehension's `for`.
    pub const COMP_ITER: u16 = 256;
    /// A cell of an inlined comprehension.
    pub const COMP_CELL: u16 = 512;
    pub const BOUND: u16 = LOCAL | PARAM | IMPORT;
}

/// A name in a scope.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    pub flags: u16,
    pub place: Place,
}

/// A block of code with names of its own.
#[derive(Debug)]
pub(super) struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    pub children: Vec<ScopeId>,
    /// Names in the order in which they were met.
    pub names: Vec<Rc<str>>,
    pub symbols: HashMap<Rc<str>, Symbol>,
    /// Parameters, in the order of the code object's locals.
    pub params: Vec<Rc<str>>,
    pub comp: Option<CompKind>,
    pub comp_inlined: bool,
    pub generator: bool,
    pub coroutine: bool,
    pub is_async_def: bool,
    pub is_lambda: bool,
    /// What it is if neither `yield`, `await` nor `:=` may stand in it.
    pub region: Option<&'static str>,
    pub needs_class_closure: bool,
    pub annotations_used: bool,
    /// Within the iterable of a comprehension (walrus is refused there).
    comp_iter_expr: u32,
    comp_iter_target: bool,
    /// Where `return` with a value stood, for asynchronous generators.
    returns_value: Option<TextRange>,
    /// Where `global` and `nonlocal` named it.
    directives: Vec<(Rc<str>, TextRange)>,
}

/// All scopes of a module.
#[derive(Debug)]
pub(super) struct SymbolTable {
    pub scopes: Vec<Scope>,
    by_node: HashMap<usize, ScopeId>,
}

/// The identity of a syntax node that opens a scope: where it lies in memory.
pub(super) fn node_key<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}

impl Scope {
    /// The name, if the scope knows it.
    pub fn get(&self, name: &str) -> Option<Symbol> {
        self.symbols.get(name).copied()
    }

    /// Where the name lives.
    pub fn place(&self, name: &str) -> Place {
        self.get(name).map_or(Place::Unknown, |s| s.place)
    }

    /// Adds or replaces a name.
    pub fn set(&mut self, name: &Rc<str>, symbol: Symbol) {
        if self.symbols.insert(name.clone(), symbol).is_none() {
            self.names.push(name.clone());
        }
    }

    /// Names that satisfy a test, sorted: the order of cells and free variables.
    pub fn sorted(&self, test: impl Fn(Symbol) -> bool) -> Vec<Rc<str>> {
        let mut names: Vec<_> = self
            .names
            .iter()
            .filter(|n| test(self.symbols[*n]))
            .cloned()
            .collect();
        names.sort();
        names
    }
}

impl SymbolTable {
    /// Looks over a module. Errors are those that CPython's symbol table raises.
    pub fn build(module: &ast::ModModule, source: &Source) -> Result<SymbolTable, CompileError> {
        let mut table = build::build(module, source)?;
        analyze::analyze(&mut table, source)?;
        Ok(table)
    }

    /// The scope that the node with that key opens.
    pub fn at(&self, key: usize) -> ScopeId {
        self.by_node[&key]
    }

    /// The scope that a node opens.
    pub fn of<T>(&self, node: &T) -> ScopeId {
        self.by_node[&node_key(node)]
    }
}

/// `__x` in class `C` is `_C__x`.
pub(super) fn mangle(class: Option<&str>, name: &str) -> Rc<str> {
    let Some(class) = class else {
        return name.into();
    };
    let stripped = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || stripped.is_empty()
    {
        return name.into();
    }
    format!("_{stripped}{name}").into()
}
