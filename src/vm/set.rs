//! `set` and `frozenset`, in CPython's order of iteration.
//!
//! Equality of items is the caller's matter, as in [`crate::vm::dict`].

use crate::vm::text::set_order::SetTable;
use crate::vm::value::Value;

/// A hash set.
#[derive(Clone, Debug, Default)]
pub struct Set {
    /// The table, slot by slot as CPython's.
    pub table: SetTable<Value>,
}

impl Set {
    /// How many items.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Bytes, roughly.
    pub fn size(&self) -> usize {
        self.table.slot_count() * 24
    }

    /// Bytes of the table after the next item, if that makes it grow.
    pub fn growth(&self) -> usize {
        match self.len() * 5 + 8 >= self.table.slot_count() * 3 {
            true => self.size() * 2,
            false => 0,
        }
    }

    /// Whether an item with this hash is there for which `same` says yes.
    pub fn contains(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> bool {
        self.table
            .find(&Value::Null, hash, |found, _| same(*found))
            .is_some()
    }

    /// Adds an item unless an equal one is there; whether it was added.
    pub fn insert(&mut self, hash: i64, item: Value, mut same: impl FnMut(Value) -> bool) -> bool {
        self.table.add(item, hash, |found, _| same(*found))
    }

    /// Removes an item; whether it was there.
    pub fn remove(&mut self, hash: i64, mut same: impl FnMut(Value) -> bool) -> bool {
        self.table
            .discard(&Value::Null, hash, |found, _| same(*found))
            .is_some()
    }

    /// The items with their hashes, in order of iteration.
    pub fn iter(&self) -> impl Iterator<Item = (i64, Value)> + '_ {
        self.table.iter().map(|(item, hash)| (hash, *item))
    }

    /// The first item at or after a slot of the table, and the slot after it.
    pub fn next_from(&self, slot: usize) -> Option<(Value, usize)> {
        self.table
            .next_from(slot)
            .map(|(at, item, _)| (*item, at + 1))
    }
}
