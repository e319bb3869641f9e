//! Comprehensions (inlined) and generator expressions (functions of their own).

use super::super::code::Op;
use super::super::flow::Ir;
use super::super::source::Loc;
use super::super::symbols::{CompKind, Place, ScopeId, ScopeKind, Symbol, node_key, uses};
use super::unit::{Block, Made, UnitKind};
use super::{Compiler, Label, Result};
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// The parts of a comprehension.
#[derive(Clone, Copy)]
struct Parts<'a> {
    kind: CompKind,
    generators: &'a [ast::Comprehension],
    element: &'a Expr,
    /// The value, in a dict comprehension.
    value: Option<&'a Expr>,
    scope: ScopeId,
    key: usize,
    range: TextRange,
    loc: Loc,
}

/// What an inlined comprehension hides in the scope around it.
struct Hidden {
    saved: Vec<(Rc<str>, Option<Symbol>)>,
    pushed: Vec<Rc<str>>,
    fast: Vec<Rc<str>>,
    was_inlined: bool,
    cleanup: Label,
}

impl<'a> Compiler<'a> {
    pub(super) fn comprehension(&mut self, expr: &'a Expr, loc: Loc) -> Result {
        let parts = self.comprehension_parts(expr, loc);
        let asynchronous = self.symbols.scopes[parts.scope].coroutine;
        let generator = parts.kind == CompKind::Generator;
        if asynchronous
            && !generator
            && !matches!(
                self.current().kind,
                UnitKind::AsyncFunction | UnitKind::Generator
            )
        {
            let message = "asynchronous comprehension outside of an asynchronous function";
            return self.refuse(parts.range, message);
        }
        if !generator {
            return self.inlined(parts);
        }
        let (code, free) = match self.made.get(&parts.key) {
            Some(made) => made.clone(),
            None => {
                let made = self.generator_code(parts)?;
                self.made.insert(parts.key, made.clone());
                made
            }
        };
        self.make_closure(code, &free, 0, loc);
        self.outermost_iterable(parts)?;
        self.emit(Op::Call, 0, loc);
        Ok(())
    }

    fn comprehension_parts(&self, expr: &'a Expr, loc: Loc) -> Parts<'a> {
        let (kind, generators, element, value, scope, key) = match expr {
            Expr::ListComp(e) => (
                CompKind::List,
                &e.generators,
                &*e.elt,
                None,
                self.symbols.of(e),
                node_key(e),
            ),
            Expr::SetComp(e) => (
                CompKind::Set,
                &e.generators,
                &*e.elt,
                None,
                self.symbols.of(e),
                node_key(e),
            ),
            Expr::DictComp(e) => {
                let key = e.key.as_deref().unwrap_or(&e.value);
                (
                    CompKind::Dict,
                    &e.generators,
                    key,
                    Some(&*e.value),
                    self.symbols.of(e),
                    node_key(e),
                )
            }
            Expr::Generator(e) => (
                CompKind::Generator,
                &e.generators,
                &*e.elt,
                None,
                self.symbols.of(e),
                node_key(e),
            ),
            _ => unreachable!("only called for comprehensions"),
        };
        Parts {
            kind,
            generators,
            element,
            value,
            scope,
            key,
            range: expr.range(),
            loc,
        }
    }

    fn outermost_iterable(&mut self, parts: Parts<'a>) -> Result {
        let first = &parts.generators[0];
        self.expr(&first.iter)?;
        let loc = self.loc(&first.iter);
        self.op(
            if first.is_async {
                Op::GetAiter
            } else {
                Op::GetIter
            },
            loc,
        );
        Ok(())
    }

    fn generator_code(&mut self, parts: Parts<'a>) -> Result<Made> {
        self.enter(
            UnitKind::Generator,
            "<genexpr>",
            parts.scope,
            parts.loc.line as u32,
            None,
        );
        self.unit().arg_count = 1;
        self.open(Block::StopIteration, None, None);
        self.comprehension_loop(parts, 0, 0, false)?;
        self.close();
        self.wrap_stop_iteration();
        self.return_at_end();
        Ok(self.finish())
    }

    fn inlined(&mut self, parts: Parts<'a>) -> Result {
        self.outermost_iterable(parts)?;
        let hidden = self.hide(parts);
        let build = match parts.kind {
            CompKind::Set => Op::BuildSet,
            CompKind::Dict => Op::BuildMap,
            CompKind::List | CompKind::Generator => Op::BuildList,
        };
        self.emit(build, 0, parts.loc);
        self.emit(Op::Swap, 2, parts.loc);
        self.comprehension_loop(parts, 0, 0, true)?;
        self.reveal(hidden, parts.loc);
        Ok(())
    }

    /// Makes room for the names of an inlined comprehension.
    fn hide(&mut self, parts: Parts<'a>) -> Hidden {
        let outer = self.current().scope;
        let unit = self.current();
        let in_class = unit.kind == UnitKind::Class && !unit.in_inlined;
        let mut hidden = Hidden {
            saved: Vec::new(),
            pushed: Vec::new(),
            fast: Vec::new(),
            was_inlined: unit.in_inlined,
            cleanup: Label(0),
        };
        self.unit().in_inlined = true;
        for name in self.symbols.scopes[parts.scope].names.clone() {
            let symbol = self.symbols.scopes[parts.scope].symbols[&name];
            if symbol.flags & uses::PARAM != 0 {
                continue;
            }
            let bound = symbol.flags & uses::LOCAL != 0 && symbol.flags & uses::NONLOCAL == 0;
            let there = self.symbols.scopes[outer].get(&name);
            let outer_place = there.map_or(Place::Unknown, |s| s.place);
            let closed = symbol.place == Place::Free
                || (symbol.place == Place::Cell && outer_place == Place::Free);
            if (symbol.place != outer_place && !closed) || in_class {
                hidden.saved.push((name.clone(), there));
                self.symbols.scopes[outer].set(&name, symbol);
            }
            if bound {
                if self.symbols.scopes[outer].kind != ScopeKind::Function
                    && self.unit().fast_hidden.insert(name.clone())
                {
                    hidden.fast.push(name.clone());
                }
                let local = self.unit().local(&name);
                self.emit(Op::LoadFastAndClear, local, parts.loc);
                if symbol.place == Place::Cell {
                    let cell = self.current().cell(&name);
                    self.emit(Op::MakeCell, cell, parts.loc);
                }
                hidden.pushed.push(name);
            }
        }
        if !hidden.pushed.is_empty() {
            hidden.cleanup = self.label();
            self.emit(Op::Swap, hidden.pushed.len() as u32 + 1, parts.loc);
            self.jump(Ir::SetupFinally, hidden.cleanup, parts.loc);
        }
        hidden
    }

    /// Puts the scope around a comprehension back as it was.
    fn reveal(&mut self, hidden: Hidden, loc: Loc) {
        if !hidden.pushed.is_empty() {
            let end = self.label();
            self.op(Ir::PopBlock, Loc::NONE);
            self.silent_jump(end);
            self.place(hidden.cleanup);
            // The unfinished result lies below the exception.
            self.emit(Op::Swap, 2, Loc::NONE);
            self.op(Op::PopTop, Loc::NONE);
            self.restore_locals(&hidden.pushed, loc);
            self.emit(Op::Reraise, 0, Loc::NONE);
            self.place(end);
            self.restore_locals(&hidden.pushed, loc);
        }
        let outer = self.current().scope;
        for (name, symbol) in hidden.saved {
            match symbol {
                Some(symbol) => self.symbols.scopes[outer].set(&name, symbol),
                None => self.symbols.scopes[outer].set(
                    &name,
                    Symbol {
                        flags: 0,
                        place: Place::Unknown,
                    },
                ),
            }
        }
        for name in hidden.fast {
            self.unit().fast_hidden.remove(&name);
        }
        self.unit().in_inlined = hidden.was_inlined;
    }

    fn restore_locals(&mut self, names: &[Rc<str>], loc: Loc) {
        self.emit(Op::Swap, names.len() as u32 + 1, loc);
        for name in names.iter().rev() {
            self.store_maybe_null(name, loc);
        }
    }

    /// The loop of generator `index`; `inlined`: the first iterator is on the stack.
    fn comprehension_loop(
        &mut self,
        parts: Parts<'a>,
        index: usize,
        depth: u32,
        inlined: bool,
    ) -> Result {
        if parts.generators[index].is_async {
            return self.async_comprehension_loop(parts, index, depth, inlined);
        }
        let generator = &parts.generators[index];
        let (start, skip, anchor) = (self.label(), self.label(), self.label());
        let mut looping = true;
        if index == 0 {
            if !inlined {
                self.emit(Op::LoadFast, 0, parts.loc);
            }
        } else if let Some(only) = single_element(&generator.iter) {
            self.expr(only)?;
            looping = false;
        } else {
            self.expr(&generator.iter)?;
            let loc = self.loc(&generator.iter);
            self.op(Op::GetIter, loc);
        }
        if looping {
            self.place(start);
            let loc = self.loc(&generator.iter);
            self.jump(Op::ForIter, anchor, loc);
        }
        let depth = depth + u32::from(looping);
        self.store(&generator.target)?;
        let loc = self.comprehension_rest(parts, index, depth, skip, inlined)?;
        self.place(skip);
        if looping {
            self.jump(Ir::Jump, start, loc);
            self.place(anchor);
            self.op(Op::EndFor, Loc::NONE);
            self.op(Op::PopIter, Loc::NONE);
        }
        Ok(())
    }

    /// Conditions, inner loops, and the element; returns the element's place.
    fn comprehension_rest(
        &mut self,
        parts: Parts<'a>,
        index: usize,
        depth: u32,
        skip: Label,
        inlined: bool,
    ) -> Result<Loc> {
        for condition in &parts.generators[index].ifs {
            self.jump_if(condition, skip, false)?;
        }
        let mut loc = self.loc(parts.element);
        if index + 1 < parts.generators.len() {
            self.comprehension_loop(parts, index + 1, depth, inlined)?;
            return Ok(loc);
        }
        self.expr(parts.element)?;
        match parts.kind {
            CompKind::Generator => {
                self.give(loc);
                self.op(Op::PopTop, loc);
            }
            CompKind::List => self.emit(Op::ListAppend, depth + 1, loc),
            CompKind::Set => self.emit(Op::SetAdd, depth + 1, loc),
            CompKind::Dict => {
                if let Some(value) = parts.value {
                    self.expr(value)?;
                    let end = self.loc(value);
                    loc = Loc {
                        end_line: end.end_line,
                        end_col: end.end_col,
                        ..loc
                    };
                }
                self.emit(Op::MapAdd, depth + 1, loc);
            }
        }
        Ok(loc)
    }

    fn async_comprehension_loop(
        &mut self,
        parts: Parts<'a>,
        index: usize,
        depth: u32,
        inlined: bool,
    ) -> Result {
        let generator = &parts.generators[index];
        let (start, except, skip, send) = (self.label(), self.label(), self.label(), self.label());
        if index == 0 {
            if !inlined {
                self.emit(Op::LoadFast, 0, parts.loc);
            }
        } else {
            self.expr(&generator.iter)?;
            let loc = self.loc(&generator.iter);
            self.op(Op::GetAiter, loc);
        }
        self.place(start);
        self.open(Block::AsyncComprehension, Some(start), None);
        self.jump(Ir::SetupFinally, except, parts.loc);
        self.op(Op::GetAnext, parts.loc);
        self.none(parts.loc);
        self.delegate_from(send, 3, parts.loc);
        self.op(Ir::PopBlock, parts.loc);
        self.store(&generator.target)?;
        let loc = self.comprehension_rest(parts, index, depth + 1, skip, inlined)?;
        self.place(skip);
        self.jump(Ir::Jump, start, loc);
        self.close();
        self.place(except);
        self.jump(Op::EndAsyncFor, send, parts.loc);
        Ok(())
    }
}

/// `for y in [f(x)]` is an assignment.
fn single_element(iter: &Expr) -> Option<&Expr> {
    let elements = match iter {
        Expr::List(l) => &l.elts,
        Expr::Tuple(t) => &t.elts,
        _ => return None,
    };
    match &elements[..] {
        [only] if !only.is_starred_expr() => Some(only),
        _ => None,
    }
}
