//! The hash table of sets, slot by slot as in CPython 3.13, because its layout is the order of iteration.
//!
//! Keys are any cheaply cloned values; the caller gives their hashes and says what equals what. Must not know of
//! objects. A caller whose comparison may itself run Python code drives a [`Probe`] step by step instead of passing
//! a closure, and finishes with [`SetTable::insert_at`] or [`SetTable::remove_at`].

/// Neighbouring slots tried before jumping.
const LINEAR_PROBES: u64 = 9;
const PERTURB_SHIFT: u32 = 5;
const MIN_SIZE: usize = 8;
/// Above this many elements a table grows twofold instead of fourfold.
const LARGE: usize = 50_000;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Slot<K> {
    Empty,
    /// Once used: a search goes on behind it.
    Dummy,
    Live(i64, K),
}

/// A set's table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SetTable<K: Clone> {
    slots: Vec<Slot<K>>,
    /// Slots that are not empty.
    fill: usize,
    used: usize,
    /// Where `pop` looks next.
    finger: usize,
}

/// A search under way: the slots that a hash leads to, in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Probe {
    hash: i64,
    perturb: u64,
    at: u64,
    /// Linear steps left before the next jump.
    linear: u64,
    offset: u64,
    /// The last dummy met: a new key goes there rather than into an empty slot.
    dummy: Option<usize>,
}

/// What a [`Probe`] meets next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// A key with the same hash: the caller compares.
    Candidate(usize),
    /// The key is not in the table; it would go into this slot.
    Free(usize),
}

impl<K: Clone> Default for SetTable<K> {
    fn default() -> Self {
        SetTable::new()
    }
}

impl<K: Clone> SetTable<K> {
    /// An empty table.
    pub fn new() -> Self {
        SetTable {
            slots: vec![Slot::Empty; MIN_SIZE],
            fill: 0,
            used: 0,
            finger: 0,
        }
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// The number of slots: what `__sizeof__` is made of.
    pub fn slot_count(&self) -> usize {
        self.slots.len()
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// The elements with their hashes, in iteration order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, i64)> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Live(hash, key) => Some((key, *hash)),
            _ => None,
        })
    }

    /// The slots from which elements were removed, and that none has taken since: where the next ones go is up to them.
    pub fn dummies(&self) -> impl Iterator<Item = usize> {
        let removed = self.fill > self.used;
        let slots = self.slots.iter().enumerate().filter(move |_| removed);
        slots.filter_map(|(at, slot)| matches!(slot, Slot::Dummy).then_some(at))
    }

    /// The first element at or after slot `from`, and its slot: for iterators that outlive a borrow.
    pub fn next_from(&self, from: usize) -> Option<(usize, &K, i64)> {
        self.slots
            .iter()
            .enumerate()
            .skip(from)
            .find_map(|(at, slot)| match slot {
                Slot::Live(hash, key) => Some((at, key, *hash)),
                _ => None,
            })
    }

    /// The key in a slot that a probe named.
    pub fn key_at(&self, slot: usize) -> Option<&K> {
        match self.slots.get(slot) {
            Some(Slot::Live(_, key)) => Some(key),
            _ => None,
        }
    }

    fn linear_steps(&self, at: u64) -> u64 {
        if at + LINEAR_PROBES <= self.mask() as u64 {
            LINEAR_PROBES
        } else {
            0
        }
    }

    /// Begins a search. It is good as long as the table does not change; after a change, begin again.
    pub fn probe(&self, hash: i64) -> Probe {
        let at = hash as u64 & self.mask() as u64;
        Probe {
            hash,
            perturb: hash as u64,
            at,
            linear: self.linear_steps(at),
            offset: 0,
            dummy: None,
        }
    }

    /// The next slot of interest. There is always a free one, so a search ends.
    pub fn advance(&self, probe: &mut Probe) -> Met {
        loop {
            let slot = (probe.at + probe.offset) as usize & self.mask();
            if probe.offset < probe.linear {
                probe.offset += 1;
            } else {
                probe.perturb >>= PERTURB_SHIFT;
                let jump = probe
                    .at
                    .wrapping_mul(5)
                    .wrapping_add(1)
                    .wrapping_add(probe.perturb);
                probe.at = jump & self.mask() as u64;
                probe.linear = self.linear_steps(probe.at);
                probe.offset = 0;
            }
            match self.slots.get(slot) {
                Some(Slot::Live(hash, _)) if *hash == probe.hash => return Met::Candidate(slot),
                Some(Slot::Empty) | None => return Met::Free(probe.dummy.unwrap_or(slot)),
                Some(Slot::Dummy) => probe.dummy = Some(slot),
                Some(Slot::Live(..)) => {}
            }
        }
    }

    fn search(&self, key: &K, hash: i64, eq: &mut impl FnMut(&K, &K) -> bool) -> Met {
        let mut probe = self.probe(hash);
        loop {
            match self.advance(&mut probe) {
                Met::Candidate(slot) if !self.key_at(slot).is_some_and(|found| eq(found, key)) => {}
                met => return met,
            }
        }
    }

    /// The stored key equal to `key`.
    pub fn find(&self, key: &K, hash: i64, mut eq: impl FnMut(&K, &K) -> bool) -> Option<&K> {
        match self.search(key, hash, &mut eq) {
            Met::Candidate(slot) => self.key_at(slot),
            Met::Free(_) => None,
        }
    }

    /// Puts a key into the slot that a probe ended at.
    pub fn insert_at(&mut self, slot: usize, key: K, hash: i64) {
        let Some(place) = self.slots.get_mut(slot) else {
            return;
        };
        let was_empty = match place {
            Slot::Empty => true,
            Slot::Dummy => false,
            Slot::Live(..) => return,
        };
        *place = Slot::Live(hash, key);
        self.used += 1;
        if !was_empty {
            return;
        }
        self.fill += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.resize(self.grown());
        }
    }

    /// Takes away the key in `slot`.
    pub fn remove_at(&mut self, slot: usize) -> Option<K> {
        let place = self.slots.get_mut(slot)?;
        match std::mem::replace(place, Slot::Dummy) {
            Slot::Live(_, key) => {
                self.used -= 1;
                Some(key)
            }
            other => {
                *place = other;
                None
            }
        }
    }

    /// `add`; whether the key was new.
    pub fn add(&mut self, key: K, hash: i64, mut eq: impl FnMut(&K, &K) -> bool) -> bool {
        match self.search(&key, hash, &mut eq) {
            Met::Candidate(_) => false,
            Met::Free(slot) => {
                self.insert_at(slot, key, hash);
                true
            }
        }
    }

    /// `discard`; the key that was there.
    pub fn discard(&mut self, key: &K, hash: i64, mut eq: impl FnMut(&K, &K) -> bool) -> Option<K> {
        match self.search(key, hash, &mut eq) {
            Met::Candidate(slot) => self.remove_at(slot),
            Met::Free(_) => None,
        }
    }

    /// `pop`; `None` if there is nothing (`KeyError: 'pop from an empty set'`).
    pub fn pop(&mut self) -> Option<K> {
        let start = self.finger & self.mask();
        let (slot, ..) = self.next_from(start).or_else(|| self.next_from(0))?;
        self.finger = slot + 1;
        self.remove_at(slot)
    }

    /// `clear`.
    pub fn clear(&mut self) {
        let finger = self.finger;
        *self = SetTable {
            finger,
            ..SetTable::new()
        };
    }

    fn grown(&self) -> usize {
        if self.used > LARGE {
            self.used * 2
        } else {
            self.used * 4
        }
    }

    /// Moves the elements, in order, to a table with more than `min_used` slots.
    fn resize(&mut self, min_used: usize) {
        let mut size = MIN_SIZE;
        while size <= min_used {
            size *= 2;
        }
        if size == MIN_SIZE && self.slots.len() == MIN_SIZE && self.fill == self.used {
            return;
        }
        let old = std::mem::replace(&mut self.slots, vec![Slot::Empty; size]);
        self.fill = self.used;
        for slot in old {
            if let Slot::Live(hash, key) = slot {
                self.place_new(key, hash);
            }
        }
    }

    /// Stores a key that is known to be absent from a table without dummies; the caller counts.
    fn place_new(&mut self, key: K, hash: i64) {
        let mut probe = self.probe(hash);
        loop {
            if let Met::Free(slot) = self.advance(&mut probe) {
                self.slots[slot] = Slot::Live(hash, key);
                return;
            }
        }
    }

    /// Makes room as `update` does before it takes in a set or a dict of `len` elements.
    pub fn reserve_for_update(&mut self, len: usize) {
        if (self.fill + len) * 5 >= self.mask() * 3 {
            self.resize((self.used + len) * 2);
        }
    }

    /// `update(other)`, `self |= other` for another set. Elements of a list or a string are just added one by one;
    /// before those of a dict comes [`SetTable::reserve_for_update`].
    pub fn merge(&mut self, other: &SetTable<K>, mut eq: impl FnMut(&K, &K) -> bool) {
        if other.used == 0 {
            return;
        }
        self.reserve_for_update(other.used);
        if self.fill == 0 {
            self.fill = other.used;
            self.used = other.used;
            if self.slots.len() == other.slots.len() && other.fill == other.used {
                self.slots.clone_from(&other.slots);
            } else {
                for (key, hash) in other.iter() {
                    self.place_new(key.clone(), hash);
                }
            }
            return;
        }
        for (key, hash) in other.iter() {
            self.add(key.clone(), hash, &mut eq);
        }
    }

    /// `copy()`, `set(other)`, `frozenset(other)`: not always the same layout.
    pub fn copy(&self) -> SetTable<K> {
        let mut copy = SetTable::new();
        copy.merge(self, |_, _| false);
        copy
    }

    /// `self & other` for two distinct sets; of a set with itself it is [`SetTable::copy`]. Elements come from the
    /// smaller set.
    pub fn intersection(
        &self,
        other: &SetTable<K>,
        mut eq: impl FnMut(&K, &K) -> bool,
    ) -> SetTable<K> {
        let (source, filter) = if other.used > self.used {
            (self, other)
        } else {
            (other, self)
        };
        let mut result = SetTable::new();
        for (key, hash) in source.iter() {
            if let Met::Candidate(_) = filter.search(key, hash, &mut eq) {
                result.add(key.clone(), hash, &mut eq);
            }
        }
        result
    }

    /// `self &= other`, of their intersection: replaces the elements but not the place where `pop` goes on.
    pub fn take_body(&mut self, other: SetTable<K>) {
        *self = SetTable {
            finger: self.finger,
            ..other
        };
    }

    /// `self - other`. From a list or another iterable: [`SetTable::copy`], discard each,
    /// [`SetTable::shrink_after_difference`].
    pub fn difference(
        &self,
        other: &SetTable<K>,
        mut eq: impl FnMut(&K, &K) -> bool,
    ) -> SetTable<K> {
        if self.used >> 2 > other.used {
            let mut result = self.copy();
            result.difference_update(other, eq);
            return result;
        }
        let mut result = SetTable::new();
        for (key, hash) in self.iter() {
            if let Met::Free(_) = other.search(key, hash, &mut eq) {
                result.add(key.clone(), hash, &mut eq);
            }
        }
        result
    }

    /// `self -= other` for two distinct sets; a set minus itself is cleared.
    pub fn difference_update(&mut self, other: &SetTable<K>, mut eq: impl FnMut(&K, &K) -> bool) {
        let common;
        let other = if other.used >> 3 > self.used {
            common = self.intersection(other, &mut eq);
            &common
        } else {
            other
        };
        for (key, hash) in other.iter() {
            self.discard(key, hash, &mut eq);
        }
        self.shrink_after_difference();
    }

    /// Drops the dummies if there are many: the end of every in-place difference.
    pub fn shrink_after_difference(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.resize(self.grown());
        }
    }

    /// `self ^= other` for two distinct sets; with itself it is cleared.
    pub fn symmetric_difference_update(
        &mut self,
        other: &SetTable<K>,
        mut eq: impl FnMut(&K, &K) -> bool,
    ) {
        for (key, hash) in other.iter() {
            if self.discard(key, hash, &mut eq).is_none() {
                self.add(key.clone(), hash, &mut eq);
            }
        }
    }

    /// `self ^ other`.
    pub fn symmetric_difference(
        &self,
        other: &SetTable<K>,
        eq: impl FnMut(&K, &K) -> bool,
    ) -> SetTable<K> {
        let mut result = other.copy();
        result.symmetric_difference_update(self, eq);
        result
    }
}

#[cfg(test)]
#[path = "set_order_tests.rs"]
mod tests;
