//! Lanes with more slices than there are pixels: what share of each column a thread spent in which state.
//!
//! Sums over the slices up to each are made once for a run, so that a column costs a search, not a walk.

use super::rows::{Rows, Segment, ThreadState};

/// Slices in a window up to this many are drawn one by one.
pub const SPARSE: usize = 360;

/// The states that are told apart: running (here or on another core), ready, blocked, asleep.
const KINDS: usize = 4;

/// Between two positions at which it is known which slice lies there.
const GRID: u32 = 16;

/// What saves walking along the slices of a thread. Empty for a thread that has few.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sums {
    /// Slots spent in each state before each slice.
    before: Vec<[u32; KINDS]>,
    /// How many slices begin before each position of the grid: to search from there, not in all that there are.
    begun: Vec<u32>,
}

/// What a thread did in a stretch of slots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Slots in which it ran, was ready, was blocked, slept.
    pub slots: [u32; KINDS],
    /// How many slots the stretch has.
    pub of: u32,
}

impl Share {
    /// In a stretch of so many slots, by the sums at its ends.
    pub fn between(before: [u32; KINDS], after: [u32; KINDS], of: u32) -> Self {
        let mut slots = after;
        for (slots, before) in slots.iter_mut().zip(before) {
            *slots = slots.saturating_sub(before);
        }
        Share { slots, of }
    }

    /// The part of the stretch in which it ran, in eighths: 0 only if it did not run at all.
    pub fn eighths(self) -> i32 {
        let eighths = (u64::from(self.slots[0]) * 8).div_ceil(u64::from(self.of.max(1)));
        eighths as i32
    }

    /// What it did most of the rest: 1 ready, 2 blocked, 3 asleep; `None` if it was not there.
    pub fn rest(self) -> Option<usize> {
        let most = (1..KINDS).max_by_key(|kind| (self.slots[*kind], KINDS - kind))?;
        (self.slots[most] > 0).then_some(most)
    }
}

fn kind(state: &ThreadState) -> usize {
    match state {
        ThreadState::Running | ThreadState::Parallel => 0,
        ThreadState::Ready { .. } => 1,
        ThreadState::Blocked(_) => 2,
        ThreadState::Sleeping => 3,
    }
}

impl Sums {
    /// The sums of every thread of a run.
    pub fn of(rows: &Rows) -> Vec<Sums> {
        let threads = rows.threads.iter();
        threads.map(|row| Sums::over(&row.segments)).collect()
    }

    fn over(segments: &[Segment]) -> Sums {
        if segments.len() <= SPARSE {
            return Sums::default();
        }
        let (mut now, mut before) = ([0; KINDS], Vec::with_capacity(segments.len()));
        let mut begun = Vec::new();
        for (index, segment) in segments.iter().enumerate() {
            let grid = segment.from / GRID + 1;
            begun.resize(begun.len().max(grid as usize), index as u32);
            before.push(now);
            now[kind(&segment.state)] += segment.to - segment.from;
        }
        Sums { before, begun }
    }

    /// The sums up to a position.
    pub fn up_to(&self, segments: &[Segment], position: u32) -> [u32; KINDS] {
        let grid = (position / GRID) as usize;
        let begun = self.begun.get(grid).or(self.begun.last());
        let begun = begun.map_or(0, |begun| *begun as usize);
        let rest = segments.get(begun..).unwrap_or_default();
        let after = begun + first_not(rest.len(), &|at| rest[at].from < position);
        let Some(last) = after.checked_sub(1) else {
            return [0; KINDS];
        };
        let segment = &segments[last];
        let mut sums = self.before.get(last).copied().unwrap_or_default();
        sums[kind(&segment.state)] += position.min(segment.to) - segment.from;
        sums
    }
}

/// Of so many things in order the first for which something does not hold; soon found if it is near the beginning.
pub fn first_not(count: usize, holds: &dyn Fn(usize) -> bool) -> usize {
    let (mut first, mut jump) = (0, 1);
    let reaches = |to: usize| to <= count && holds(to - 1);
    while reaches(first + jump) {
        first += jump;
        jump *= 2;
    }
    while jump > 1 {
        jump /= 2;
        if reaches(first + jump) {
            first += jump;
        }
    }
    first
}

/// The slices that a window shows: those from one index to another.
pub fn within(segments: &[Segment], from: u32, to: u32) -> &[Segment] {
    let first = segments.partition_point(|s| s.to <= from);
    let last = segments.partition_point(|s| s.from < to);
    segments.get(first..last).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs one slot, is ready for one, and so on; then sleeps.
    fn alternating(slots: u32) -> Vec<Segment> {
        let mut segments: Vec<Segment> = (0..slots)
            .map(|slot| Segment {
                from: slot,
                to: slot + 1,
                state: match slot % 2 {
                    0 => ThreadState::Running,
                    _ => ThreadState::Ready { holder: None },
                },
            })
            .collect();
        segments.push(Segment {
            from: slots,
            to: slots * 2,
            state: ThreadState::Sleeping,
        });
        segments
    }

    #[test]
    fn shares_are_the_same_as_counting() {
        let segments = alternating(500);
        let sums = Sums::over(&segments);
        for (from, to) in [(0, 1), (1, 2), (0, 500), (3, 90), (490, 510), (600, 700)] {
            let mut slots = [0; KINDS];
            for slot in from..to {
                let segment = segments.iter().find(|s| s.from <= slot && slot < s.to);
                slots[kind(&segment.expect("no gaps").state)] += 1;
            }
            let [before, after] = [from, to].map(|position| sums.up_to(&segments, position));
            let share = Share::between(before, after, to - from);
            assert_eq!(share.slots, slots, "{from} to {to}");
            assert_eq!(share.of, to - from);
        }
    }

    #[test]
    fn the_first_that_does_not_hold_is_found_wherever_it_is() {
        for count in 0..40 {
            for first in 0..=count {
                assert_eq!(first_not(count, &|at| at < first), first, "of {count}");
            }
        }
    }

    #[test]
    fn a_share_is_never_rounded_to_nothing() {
        let share = |slots| Share { slots, of: 1000 };
        assert_eq!(share([0, 0, 1000, 0]).eighths(), 0);
        assert_eq!(share([1, 0, 999, 0]).eighths(), 1);
        assert_eq!(share([1000, 0, 0, 0]).eighths(), 8);
        assert_eq!(share([1, 0, 999, 0]).rest(), Some(2));
        assert_eq!(share([1000, 0, 0, 0]).rest(), None);
    }

    #[test]
    fn a_window_takes_the_slices_that_it_cuts() {
        let segments = alternating(10);
        let cut = within(&segments, 3, 6);
        assert_eq!((cut[0].from, cut[cut.len() - 1].to), (3, 6));
        assert_eq!(within(&segments, 12, 15).len(), 1);
        assert!(within(&segments, 30, 40).is_empty());
    }
}
