//! What others can notice of an instruction: for the record of a run and for the explorer.

use crate::vm::value::{NameId, ObjectId, Value};

/// What others can notice of an instruction, noted when a log is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// A global, attribute or item was read.
    Read(Variable, Value),
    /// A global, attribute or item was written.
    Write(Variable, Value),
    /// A lock was taken without waiting.
    Acquire(ObjectId),
    /// A lock was given back.
    Release(ObjectId),
    /// Waiters were notified.
    Notify(ObjectId, Value),
    /// An item went into a queue.
    Put(Value, Value),
    /// An item came out of a queue.
    Get(Value, Value),
    /// An exception was raised.
    Raise(Value),
}

/// A variable that threads can share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Variable {
    /// A global of a module.
    Global(ObjectId, NameId),
    /// An attribute of an object.
    Attribute(ObjectId, NameId),
    /// A variable of an enclosing function, by its cell; noted in exploration alone.
    Cell(ObjectId, NameId),
    /// An item of a container.
    Item(ObjectId, Value),
}

impl Variable {
    /// Its name; an item has none.
    pub fn name(self) -> Option<NameId> {
        match self {
            Variable::Global(_, name) | Variable::Attribute(_, name) | Variable::Cell(_, name) => {
                Some(name)
            }
            Variable::Item(..) => None,
        }
    }
}
