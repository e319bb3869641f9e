//! Loading, storing and deleting names.

use super::super::code::Op;
use super::super::flow::Ir;
use super::super::source::Loc;
use super::super::symbols::{Place, mangle};
use super::unit::UnitKind;
use super::{Compiler, Result};
use ruff_text_size::Ranged;
use std::rc::Rc;

/// What is done with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Load,
    Store,
    Delete,
}

enum Storage {
    Fast,
    Deref,
    Global,
    Name,
}

impl<'a> Compiler<'a> {
    pub(super) fn mangled(&self, name: &str) -> Rc<str> {
        mangle(self.current().class.as_deref(), name)
    }

    /// Where the current scope keeps a (mangled) name.
    pub(super) fn place_of(&self, name: &str) -> Place {
        let unit = self.current();
        let scope = &self.symbols.scopes[unit.scope];
        if unit.kind == UnitKind::Class
            && name == "__class__"
            && unit.cells.iter().any(|c| &**c == name)
        {
            return Place::Cell;
        }
        scope.place(name)
    }

    fn storage(&self, name: &str) -> Storage {
        let function = self.current().kind.is_function();
        match self.place_of(name) {
            Place::Free | Place::Cell => Storage::Deref,
            Place::Local if function || self.current().fast_hidden.contains(name) => Storage::Fast,
            Place::GlobalImplicit if function => Storage::Global,
            Place::GlobalExplicit => Storage::Global,
            _ => Storage::Name,
        }
    }

    /// Names that no assignment may touch.
    pub(super) fn check_name(&self, name: &str, access: Access, node: impl Ranged) -> Result {
        if name == "__debug__" && access != Access::Load {
            let verb = if access == Access::Store {
                "assign to"
            } else {
                "delete"
            };
            return self.refuse(node, format!("cannot {verb} __debug__"));
        }
        Ok(())
    }

    pub(super) fn name(&mut self, name: &str, access: Access, loc: Loc) {
        let name = self.mangled(name);
        match self.storage(&name) {
            Storage::Fast => {
                let op = [Op::LoadFast, Op::StoreFast, Op::DeleteFast][access as usize];
                let index = self.unit().local(&name);
                self.emit(op, index, loc);
            }
            Storage::Deref => self.deref(&name, access, loc),
            Storage::Global => {
                let op = [Op::LoadGlobal, Op::StoreGlobal, Op::DeleteGlobal][access as usize];
                self.name_op(op, &name, access, loc);
            }
            Storage::Name => {
                let unit = self.current();
                let load = if unit.kind == UnitKind::Class && unit.in_inlined {
                    Op::LoadGlobal
                } else {
                    Op::LoadName
                };
                let op = [load, Op::StoreName, Op::DeleteName][access as usize];
                self.name_op(op, &name, access, loc);
            }
        }
    }

    fn name_op(&mut self, op: Op, name: &str, _access: Access, loc: Loc) {
        let id = self.name_id(name);
        self.emit(op, if op == Op::LoadGlobal { id << 1 } else { id }, loc);
    }

    fn deref(&mut self, name: &str, access: Access, loc: Loc) {
        let cell = self.current().cell(name);
        let unit = self.current();
        let op = match access {
            Access::Load if unit.kind == UnitKind::Class && !unit.in_inlined => {
                self.op(Op::LoadLocals, loc);
                Op::LoadFromDictOrDeref
            }
            Access::Load => Op::LoadDeref,
            Access::Store => Op::StoreDeref,
            Access::Delete => Op::DeleteDeref,
        };
        self.emit(op, cell, loc);
    }

    /// An instruction whose operand is an attribute or module name.
    pub(super) fn named(&mut self, op: Op, name: &str, loc: Loc) {
        let name = self.mangled(name);
        let id = self.name_id(&name);
        self.emit(op, id, loc);
    }

    /// LOAD_ATTR, as a plain attribute or for a method call.
    pub(super) fn load_attr(&mut self, name: &str, method: bool, loc: Loc) {
        let name = self.mangled(name);
        let id = self.name_id(&name);
        self.emit(Op::LoadAttr, id << 1 | u32::from(method), loc);
    }

    /// Clears a name after an `except … as name`.
    pub(super) fn clear_name(&mut self, name: &str) {
        self.none(Loc::NONE);
        self.name(name, Access::Store, Loc::NONE);
        self.name(name, Access::Delete, Loc::NONE);
    }

    /// Emits what begins an inlined comprehension variable's life.
    pub(super) fn store_maybe_null(&mut self, name: &Rc<str>, loc: Loc) {
        let index = self.unit().local(name);
        self.emit(Ir::StoreFastMaybeNull, index, loc);
    }
}
