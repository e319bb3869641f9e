//! List, set, tuple and dict displays.

use super::super::code::{Intrinsic1, Op};
use super::super::source::Loc;
use super::{Compiler, Result, STACK_USE};
use ruff_python_ast::{self as ast, Expr};

/// What a display builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    List,
    Set,
    Tuple,
}

impl<'a> Compiler<'a> {
    /// A list, set or tuple display.
    pub(super) fn display(&mut self, elements: &'a [Expr], kind: Display, loc: Loc) -> Result {
        self.starred_display(elements, kind, 0, loc)
    }

    /// As `display`; `pushed` values before the elements are on the stack.
    pub(super) fn starred_display(
        &mut self,
        elements: &'a [Expr],
        kind: Display,
        pushed: u32,
        loc: Loc,
    ) -> Result {
        let count = elements.len() as u32 + pushed;
        let big = count as usize > STACK_USE;
        let starred = elements.iter().any(Expr::is_starred_expr);
        let (build, add, extend) = match kind {
            Display::Set => (Op::BuildSet, Op::SetAdd, Op::SetUpdate),
            Display::List | Display::Tuple => (Op::BuildList, Op::ListAppend, Op::ListExtend),
        };
        if !starred && !big {
            self.exprs(elements)?;
            self.emit(
                if kind == Display::Tuple {
                    Op::BuildTuple
                } else {
                    build
                },
                count,
                loc,
            );
            return Ok(());
        }
        let mut built = big;
        if big {
            self.emit(build, pushed, loc);
        }
        for (index, element) in elements.iter().enumerate() {
            match element {
                Expr::Starred(e) => {
                    if !built {
                        self.emit(build, index as u32 + pushed, loc);
                        built = true;
                    }
                    self.expr(&e.value)?;
                    self.emit(extend, 1, loc);
                }
                other => {
                    self.expr(other)?;
                    if built {
                        self.emit(add, 1, loc);
                    }
                }
            }
        }
        if kind == Display::Tuple {
            self.emit(Op::CallIntrinsic1, Intrinsic1::ListToTuple as u32, loc);
        }
        Ok(())
    }

    pub(super) fn dict(&mut self, e: &'a ast::ExprDict, loc: Loc) -> Result {
        let mut have_dict = false;
        let mut pending = 0;
        for (index, item) in e.items.iter().enumerate() {
            if item.key.is_none() {
                if pending > 0 {
                    self.dict_part(&e.items[index - pending..index], &mut have_dict, loc)?;
                    pending = 0;
                }
                if !have_dict {
                    self.emit(Op::BuildMap, 0, loc);
                    have_dict = true;
                }
                self.expr(&item.value)?;
                self.emit(Op::DictUpdate, 1, loc);
            } else if pending * 2 > STACK_USE {
                self.dict_part(&e.items[index - pending..=index], &mut have_dict, loc)?;
                pending = 0;
            } else {
                pending += 1;
            }
        }
        if pending > 0 {
            self.dict_part(&e.items[e.items.len() - pending..], &mut have_dict, loc)?;
        }
        if !have_dict {
            self.emit(Op::BuildMap, 0, loc);
        }
        Ok(())
    }

    fn dict_part(&mut self, items: &'a [ast::DictItem], have_dict: &mut bool, loc: Loc) -> Result {
        let big = items.len() * 2 > STACK_USE;
        if big {
            self.emit(Op::BuildMap, 0, Loc::NONE);
        }
        for item in items {
            self.optional_expr(item.key.as_ref())?;
            self.expr(&item.value)?;
            if big {
                self.emit(Op::MapAdd, 1, Loc::NONE);
            }
        }
        if !big {
            self.emit(Op::BuildMap, items.len() as u32, loc);
        }
        if std::mem::replace(have_dict, true) {
            self.emit(Op::DictUpdate, 1, loc);
        }
        Ok(())
    }
}
