//! `dict`: entries in order of insertion, found through a hash table of their positions.
//!
//! Equality of keys is the caller's matter, since it may need the heap.

use crate::vm::value::Value;
use hashbrown::HashTable;

/// An entry; a removed one has a `NULL` key.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Python's hash of the key.
    pub hash: i64,
    /// The key.
    pub key: Value,
    /// The value.
    pub value: Value,
}

/// An insertion-ordered hash table.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    index: HashTable<u32>,
    /// With so many entries, removed ones among them, the table is laid out anew, as CPython's: an iterator
    /// under way notices.
    limit: usize,
}

fn spread(hash: i64) -> u64 {
    (hash as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(26)
}

impl Dict {
    /// Live entries.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// Bytes, roughly.
    pub fn size(&self) -> usize {
        self.entries.capacity() * 40 + self.index.capacity() * 5
    }

    /// The position of the first entry with this hash for which `same(key)` says yes.
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        self.index
            .find(spread(hash), |&i| {
                let entry = &self.entries[i as usize];
                entry.hash == hash && same(entry.key)
            })
            .map(|&i| i as usize)
    }

    /// The keys with this hash, for callers whose comparison runs Python code.
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        let mut found: Vec<usize> = self
            .index
            .iter_hash(spread(hash))
            .map(|&i| i as usize)
            .filter(|&i| self.entries[i].hash == hash)
            .collect();
        found.sort_unstable();
        found
    }

    /// The entry at a position; `None` if it was removed or the position is beyond the end.
    pub fn entry(&self, position: usize) -> Option<&Entry> {
        self.entries
            .get(position)
            .filter(|entry| !entry.key.is_null())
    }

    /// One more than the last position.
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    /// Changes the value at a position that `find` gave.
    pub fn set_at(&mut self, position: usize, value: Value) {
        self.entries[position].value = value;
    }

    /// Bytes of the table with one more key, if it has to grow for that.
    pub fn growth(&self) -> usize {
        let len = self.entries.len();
        if len < self.entries.capacity() || len < 1024 {
            return 0;
        }
        self.size() * 2
    }

    /// Appends a key that is not there yet.
    pub fn push(&mut self, hash: i64, key: Value, value: Value) {
        if self.entries.len() >= self.limit {
            if self.len() < self.entries.len() {
                self.compact();
            }
            self.limit = (self.len() * 3).next_power_of_two().max(8) * 2 / 3;
        }
        let position = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        let entries = &self.entries;
        self.index.insert_unique(spread(hash), position, |&i| {
            spread(entries[i as usize].hash)
        });
    }

    /// Removes the entry at a position that `find` gave.
    pub fn remove_at(&mut self, position: usize) -> Entry {
        let entry = self.entries[position];
        if let Ok(found) = self
            .index
            .find_entry(spread(entry.hash), |&i| i as usize == position)
        {
            found.remove();
        }
        self.entries[position].key = Value::Null;
        self.entries[position].value = Value::Null;
        if self.entries.len() > 32 && self.len() * 4 < self.entries.len() {
            self.compact();
        }
        entry
    }

    /// Removes the last entry.
    pub fn pop_last(&mut self) -> Option<Entry> {
        let at = self.entries.iter().rposition(|e| !e.key.is_null())?;
        let entry = self.remove_at(at);
        let gone = self.entries.len().saturating_sub(at);
        self.entries.truncate(at);
        self.limit = self.limit.saturating_sub(gone);
        Some(entry)
    }

    fn compact(&mut self) {
        self.entries.retain(|entry| !entry.key.is_null());
        let entries = &self.entries;
        self.index.clear();
        for (i, entry) in entries.iter().enumerate() {
            self.index
                .insert_unique(spread(entry.hash), i as u32, |&i| {
                    spread(entries[i as usize].hash)
                });
        }
    }

    /// Live entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + '_ {
        self.entries.iter().filter(|entry| !entry.key.is_null())
    }
}
