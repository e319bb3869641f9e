//! A small map from names to values that keeps the order of insertion: instance attributes, class
//! attributes, keyword arguments.

use crate::vm::value::{NameId, Value};
use hashbrown::HashTable;

/// Above this many entries a hash index is kept; below, a scan is faster.
const SCAN: usize = 10;

/// An insertion-ordered map from names to values.
#[derive(Clone, Debug, Default)]
pub struct NameMap {
    entries: Vec<(NameId, Value)>,
    index: Option<HashTable<u32>>,
}

fn hash(name: NameId) -> u64 {
    u64::from(name.0).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

impl NameMap {
    /// Empty.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn find(&self, name: NameId) -> Option<usize> {
        match &self.index {
            None => self.entries.iter().position(|(n, _)| *n == name),
            Some(index) => index
                .find(hash(name), |&i| self.entries[i as usize].0 == name)
                .map(|&i| i as usize),
        }
    }

    /// The value of a name.
    pub fn get(&self, name: NameId) -> Option<Value> {
        self.find(name).map(|i| self.entries[i].1)
    }

    /// Sets a name; keeps its place if it is there already.
    pub fn set(&mut self, name: NameId, value: Value) {
        match self.find(name) {
            Some(i) => self.entries[i].1 = value,
            None => {
                self.entries.push((name, value));
                if self.index.is_some() || self.entries.len() > SCAN {
                    self.reindex();
                }
            }
        }
    }

    /// Removes a name; the others keep their order.
    pub fn remove(&mut self, name: NameId) -> Option<Value> {
        let i = self.find(name)?;
        let (_, value) = self.entries.remove(i);
        self.index = None;
        if self.entries.len() > SCAN {
            self.reindex();
        }
        Some(value)
    }

    fn reindex(&mut self) {
        let entries = &self.entries;
        match &mut self.index {
            Some(index) if index.len() + 1 == entries.len() => {
                let last = (entries.len() - 1) as u32;
                index.insert_unique(hash(entries[last as usize].0), last, |&i| {
                    hash(entries[i as usize].0)
                });
            }
            slot => {
                let mut index = HashTable::with_capacity(entries.len() * 2);
                for (i, (name, _)) in entries.iter().enumerate() {
                    index.insert_unique(hash(*name), i as u32, |&i| hash(entries[i as usize].0));
                }
                *slot = Some(index);
            }
        }
    }

    /// The entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (NameId, Value)> + '_ {
        self.entries.iter().copied()
    }
}
