//! Decides where every name of every scope lives, and which comprehensions are inlined.

use super::super::source::Source;
use super::super::{CompileError, syntax_error};
use super::{CompKind, Place, Scope, ScopeId, ScopeKind, Symbol, SymbolTable, uses};
use std::collections::BTreeSet;
use std::rc::Rc;

type Names = BTreeSet<Rc<str>>;

/// Fills in `place` everywhere.
pub(super) fn analyze(table: &mut SymbolTable, source: &Source) -> Result<(), CompileError> {
    for id in 0..table.scopes.len() {
        for name in table.scopes[id].names.clone() {
            let place = resolve(table, id, &name, source)?;
            if let Some(symbol) = table.scopes[id].symbols.get_mut(&name) {
                symbol.place = place;
            }
        }
    }
    settle(table, 0);
    Ok(())
}

fn resolve(
    table: &SymbolTable,
    id: ScopeId,
    name: &Rc<str>,
    source: &Source,
) -> Result<Place, CompileError> {
    let scope = &table.scopes[id];
    let flags = scope.symbols[name].flags;
    let refuse = |message: String| {
        let range = scope
            .directives
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, r)| *r)
            .unwrap_or_default();
        Err(syntax_error(source, range, message))
    };
    if flags & uses::GLOBAL != 0 {
        if flags & uses::NONLOCAL != 0 {
            return refuse(format!("name '{name}' is nonlocal and global"));
        }
        return Ok(Place::GlobalExplicit);
    }
    if flags & uses::NONLOCAL != 0 {
        if scope.parent.is_none() {
            return refuse("nonlocal declaration not allowed at module level".into());
        }
        return match enclosing(table, scope, name) {
            Place::Free => Ok(Place::Free),
            _ => refuse(format!("no binding for nonlocal '{name}' found")),
        };
    }
    if flags & uses::BOUND != 0 {
        return Ok(Place::Local);
    }
    Ok(enclosing(table, scope, name))
}

/// Where a name that a scope does not bind comes from.
fn enclosing(table: &SymbolTable, scope: &Scope, name: &str) -> Place {
    let mut next = scope.parent;
    while let Some(id) = next {
        let outer = &table.scopes[id];
        next = outer.parent;
        match outer.kind {
            ScopeKind::Module => {}
            ScopeKind::Class if name == "__class__" => return Place::Free,
            ScopeKind::Class => {}
            ScopeKind::Function => {
                let flags = outer.get(name).map_or(0, |s| s.flags);
                if flags & uses::GLOBAL != 0 {
                    return Place::GlobalImplicit;
                }
                if flags & uses::BOUND != 0 && flags & uses::NONLOCAL == 0 {
                    return Place::Free;
                }
            }
        }
    }
    Place::GlobalImplicit
}

/// Cells and free variables, inner scopes first; returns the free names of the scope.
fn settle(table: &mut SymbolTable, id: ScopeId) -> Names {
    let mut free: Names = {
        let scope = &table.scopes[id];
        scope
            .names
            .iter()
            .filter(|n| scope.symbols[*n].place == Place::Free)
            .cloned()
            .collect()
    };
    let mut inner = Names::new();
    let mut inlined_cells = Names::new();
    let mut children = Vec::new();
    for child in table.scopes[id].children.clone() {
        let mut child_free = settle(table, child);
        if table.scopes[child]
            .comp
            .is_some_and(|c| c != CompKind::Generator)
        {
            inline(table, id, child, &mut child_free, &mut inlined_cells);
            children.extend(table.scopes[child].children.iter().copied());
        } else {
            children.push(child);
        }
        inner.append(&mut child_free);
    }
    let scope = &mut table.scopes[id];
    scope.children = children;
    match scope.kind {
        ScopeKind::Function => make_cells(scope, &mut inner, &inlined_cells),
        ScopeKind::Class => scope.needs_class_closure = inner.remove("__class__"),
        ScopeKind::Module => inner.clear(),
    }
    for name in &inlined_cells {
        if let Some(symbol) = scope.symbols.get_mut(name) {
            symbol.flags |= uses::COMP_CELL;
        }
    }
    for name in &inner {
        match scope.symbols.get_mut(name) {
            Some(symbol) => {
                if scope.kind == ScopeKind::Class
                    && symbol.flags & (uses::BOUND | uses::GLOBAL) != 0
                {
                    symbol.flags |= uses::FREE_CLASS;
                }
            }
            None => scope.set(
                name,
                Symbol {
                    flags: 0,
                    place: Place::Free,
                },
            ),
        }
    }
    free.append(&mut inner);
    free
}

fn make_cells(scope: &mut Scope, inner: &mut Names, inlined_cells: &Names) {
    for name in &scope.names {
        if let Some(symbol) = scope.symbols.get_mut(name)
            && symbol.place == Place::Local
            && (inner.remove(name) || inlined_cells.contains(name))
        {
            symbol.place = Place::Cell;
        }
    }
}

/// Merges the names of a comprehension into the scope that contains it.
fn inline(
    table: &mut SymbolTable,
    id: ScopeId,
    comp: ScopeId,
    comp_free: &mut Names,
    cells: &mut Names,
) {
    table.scopes[comp].comp_inlined = true;
    for name in table.scopes[comp].names.clone() {
        let inner = table.scopes[comp].symbols[&name];
        if inner.flags & uses::PARAM != 0 {
            continue;
        }
        if inner.place == Place::Cell || inner.flags & uses::COMP_CELL != 0 {
            cells.insert(name.clone());
        }
        let class = table.scopes[id].kind == ScopeKind::Class;
        match table.scopes[id].get(&name) {
            None => {
                let mut place = inner.place;
                if place == Place::Free && class && &*name == "__class__" {
                    place = Place::GlobalImplicit;
                    comp_free.remove(&name);
                }
                table.scopes[id].set(
                    &name,
                    Symbol {
                        flags: inner.flags,
                        place,
                    },
                );
            }
            Some(outer) => {
                let bound = outer.flags & uses::BOUND != 0 && !class;
                if bound && !free_in_children(table, comp, &name) {
                    comp_free.remove(&name);
                }
            }
        }
    }
}

fn free_in_children(table: &SymbolTable, id: ScopeId, name: &str) -> bool {
    table.scopes[id]
        .children
        .iter()
        .any(|c| table.scopes[*c].place(name) == Place::Free)
}
