//! From a path through the graph to a schedule that replays it on the machine as every run uses it.
//!
//! In exploration local instructions are executed at once and taking a lock is a step of its own. A schedule does
//! what is local when it is needed, so that it has no more switches than the path.

mod round;

use crate::explore::knowledge::Knowledge;
use crate::explore::start::Start;
use crate::explore::wakeups::Wakeups;
use crate::explore::world::{Place, World};
use crate::machine::{Pending, Preemption, Report, State, ThreadId};
use crate::schedule::Schedule;

pub use round::emit_round;

/// Most steps of a schedule.
pub const MAX_STEPS: usize = 2_000_000;

/// Most steps between two outputs of a thread that goes round for ever.
const MAX_SILENT: u32 = 20_000;

/// A path as a schedule.
pub struct Emitted {
    /// The schedule.
    pub schedule: Schedule,
    /// The state that it leads to.
    pub state: State,
    /// The world of the exploration there.
    pub world: World,
    /// Who was notified on the way there, and who gave locks back.
    pub wakeups: Wakeups,
}

/// The machine did not follow a path: a run cannot stop a thread in the middle of a call of the library.
#[derive(Clone, Debug)]
pub struct Astray {
    /// How many operations it did follow.
    pub done: usize,
    /// Where everybody was, for whoever works on the explorer.
    pub why: String,
}

/// Longest beginning of a path that is kept.
const MAX_TRAIL: usize = 300;

/// The path of the last schedule, operation by operation: the next one mostly begins in the same way.
#[derive(Default)]
pub struct Trail {
    /// Where all paths begin.
    first: Option<Emitter>,
    operations: Vec<(ThreadId, Emitter)>,
}

impl Trail {
    /// As far as the last path went the same way; how many operations that are.
    fn go_back(
        &mut self,
        start: &Start,
        knowledge: &mut Knowledge,
        path: &[ThreadId],
    ) -> (Emitter, usize) {
        let both = self.operations.iter().zip(path);
        let mut same = both.take_while(|((was, _), is)| was == *is).count();
        if knowledge.has_learnt() {
            (same, self.first) = (0, None);
        }
        self.operations.truncate(same);
        if let Some((_, emitter)) = self.operations.last() {
            return (emitter.clone(), same);
        }
        let first = self.first.get_or_insert_with(|| Emitter {
            real: start.real.clone(),
            world: World::counted(start, knowledge),
            places: vec![start.place()],
            steps: vec![ThreadId(0); start.steps],
            wakeups: start.wakeups.clone(),
            thorough: false,
        });
        (first.clone(), 0)
    }
}

/// The schedule of a path; `to_end`: what is local after it is done as well.
///
/// # Errors
/// How far the machine follows, if it does not to the end.
pub fn emit(
    start: &Start,
    knowledge: &mut Knowledge,
    path: &[ThreadId],
    to_end: bool,
    trail: &mut Trail,
) -> Result<Emitted, Astray> {
    let mut emitter = walk(start, knowledge, path, trail)?;
    let done = path.len();
    let last = if to_end {
        emitter.finish()
    } else {
        emitter.catch_up()
    };
    last.map_err(|why| Astray { done, why })?;
    let mut schedule = Schedule::default();
    emitter.steps.iter().for_each(|t| schedule.push(*t));
    Ok(Emitted {
        schedule,
        state: emitter.real,
        world: emitter.world,
        wakeups: emitter.wakeups,
    })
}

/// Goes a path.
fn walk(
    start: &Start,
    knowledge: &mut Knowledge,
    path: &[ThreadId],
    trail: &mut Trail,
) -> Result<Emitter, Astray> {
    let (mut emitter, done) = trail.go_back(start, knowledge, path);
    for (done, thread) in path.iter().enumerate().skip(done) {
        let fired = emitter.fire(*thread, knowledge);
        fired.map_err(|why| Astray { done, why })?;
        if trail.operations.len() < MAX_TRAIL {
            trail.operations.push((*thread, emitter.clone()));
        }
    }
    Ok(emitter)
}

#[derive(Clone)]
struct Emitter {
    /// The machine as every run uses it.
    real: State,
    /// The exploration, one operation ahead.
    world: World,
    /// Where each thread of `real` is.
    places: Vec<Place>,
    steps: Vec<ThreadId>,
    wakeups: Wakeups,
    /// Whether also that is done which could be put off: somebody cannot move otherwise.
    thorough: bool,
}

/// Where an emitter was.
struct Snapshot {
    real: State,
    places: Vec<Place>,
    steps: usize,
    wakeups: usize,
}

/// Whether nothing that matters lies between the beginning of a call and this wait. Who waits to be notified has
/// joined the waiters, and who waits at its end has come to an end.
fn begins_with(wait: &Pending) -> bool {
    !matches!(
        wait,
        Pending::Await { .. } | Pending::Join { shutdown: true, .. }
    )
}

impl Emitter {
    /// The next visible operation of a thread.
    fn fire(&mut self, thread: ThreadId, knowledge: &mut Knowledge) -> Result<(), String> {
        if !self.world.moves().iter().any(|m| m.thread == thread) {
            return Err(format!(
                "thread {} cannot move in the exploration",
                thread.0
            ));
        }
        let next = self.world.fire(thread, knowledge).0;
        let in_time = self.world.state.move_of(thread).is_some_and(|m| !m.timeout);
        self.make_able(thread, in_time)?;
        let before = std::mem::replace(&mut self.world, next);
        match self.is_only_about_to_take(thread, &before) {
            true => Ok(()),
            false => self.follow(thread),
        }
    }

    fn place(&mut self, thread: ThreadId) -> &mut Place {
        if self.places.len() <= thread.index() {
            self.places.resize(thread.index() + 1, Place::default());
        }
        &mut self.places[thread.index()]
    }

    fn step(&mut self, thread: ThreadId) -> Result<(), String> {
        if self.steps.len() >= MAX_STEPS {
            return Err(format!("the schedule is longer than {MAX_STEPS} steps"));
        }
        let waits = self.real.thread(thread).pending.is_some();
        let place = self.place(thread);
        if waits {
            place.waits += 1;
        } else {
            *place = Place {
                begun: place.begun + 1,
                waits: 0,
            };
        }
        let mut report = Report::default();
        self.real.step(thread, Some(&mut report));
        self.wakeups.note(&self.real, thread, &report);
        self.steps.push(thread);
        Ok(())
    }

    /// Whether a thread is where it is in the exploration.
    fn is_there(&mut self, thread: ThreadId) -> bool {
        if thread.index() >= self.real.threads.len() {
            return false;
        }
        // Whoever is not there yet in the exploration has nothing to do here either.
        if thread.index() >= self.world.state.threads.len() {
            return true;
        }
        let wanted = self.world.place(thread);
        let place = *self.place(thread);
        let (real, other) = (self.real.thread(thread), self.world.state.thread(thread));
        if other.ended.is_some() {
            return real.ended.is_some();
        }
        if let Some(Pending::Join { thread: joined, .. }) = real.pending
            && self.world.owes_to(thread, joined)
        {
            return true;
        }
        match (&real.pending, &other.pending) {
            (None, None) => place.begun == wanted.begun,
            // About to take what the exploration has paused before. A thread that begins tells its starter first.
            (None, Some(theirs)) => {
                let is_main = self.real.process(real.process).main == thread;
                // What comes before the wait in the same call others may wait for: a process that it starts.
                let waits = self.thorough && !self.world.state.is_satisfied(thread, theirs);
                begins_with(theirs)
                    && !waits
                    && wanted.waits == 0
                    && place.begun + 1 == wanted.begun
                    && (place.begun > 0 || is_main)
            }
            (Some(mine), Some(theirs)) => {
                // What it has not done yet of the same call is local, and done when it moves next, unless others
                // wait for it.
                let later = place.waits < wanted.waits && mine.takes_nothing();
                let same = match later {
                    true => !self.thorough,
                    false => self.is_same_wait(thread, mine, theirs),
                };
                place.begun == wanted.begun && same
            }
            (Some(_), None) => false,
        }
    }

    /// Whether a thread waits here for what it waits for in the exploration. What was made since there are several
    /// threads may have been made in another order, and have another number.
    fn is_same_wait(&self, thread: ThreadId, mine: &Pending, theirs: &Pending) -> bool {
        let process = self.world.state.thread(thread).process;
        let old = self.world.state.process(process).heap.permanent();
        match (mine, theirs) {
            (Pending::Acquire { lock: a, .. }, Pending::Acquire { lock: b, .. })
            | (Pending::Await { waiters: a, .. }, Pending::Await { waiters: b, .. }) => {
                a == b || a.0.min(b.0) >= old
            }
            _ => mine.is_for_the_same(theirs),
        }
    }

    /// Where everybody is when a thread should move and cannot.
    fn stuck(&self, thread: ThreadId) -> String {
        let mut out = format!("thread {} cannot move:", thread.0);
        for (i, t) in self.real.threads.iter().enumerate() {
            let place = self.places.get(i).copied().unwrap_or_default();
            let wanted = self.world.place(t.id);
            // Whom the exploration has not started yet it wants nothing of.
            let other = self.world.state.threads.get(i).map(|t| &t.pending);
            out.push_str(&format!(
                " {i}: {place:?} {:?} {:?}, wanted {wanted:?} {other:?};",
                t.ended, t.pending
            ));
        }
        out
    }

    /// Whether all that a thread did in the exploration was to begin what it has paused in: here it does not begin.
    fn is_only_about_to_take(&mut self, thread: ThreadId, before: &World) -> bool {
        let (then, now) = (before.place(thread), self.world.place(thread));
        let pending = self.world.state.thread(thread).pending.as_ref();
        let only_pauses = pending.is_some_and(|pending| !pending.takes_nothing());
        let place = *self.place(thread);
        only_pauses
            && now.begun == then.begun + 1
            && now.waits == 0
            && place.begun == then.begun
            && self.is_there(thread)
    }

    /// Whether a thread exists and can move; if that has to be `in_time`, not since it has waited in vain for what it has
    /// got in the exploration.
    fn is_able(&self, thread: ThreadId, in_time: bool) -> bool {
        if thread.index() >= self.real.threads.len() || !self.real.can_move(thread) {
            return false;
        }
        let waits = (
            &self.real.thread(thread).pending,
            &self.world.state.thread(thread).pending,
        );
        let (Some(mine), Some(theirs)) = waits else {
            return true;
        };
        let in_vain = self.real.move_of(thread).is_some_and(|m| m.timeout);
        !in_time || !in_vain || !self.is_same_wait(thread, mine, theirs)
    }

    /// Does what is local of others until a thread is able to move.
    fn make_able(&mut self, thread: ThreadId, in_time: bool) -> Result<(), String> {
        while !self.is_able(thread, in_time) {
            let creator = self.world.state.thread(thread).started_by;
            let all = (0..self.real.threads.len() as u32).map(ThreadId);
            let order: Vec<ThreadId> = creator.into_iter().chain(all).collect();
            let mut helped = false;
            for thorough in [false, true] {
                self.thorough = thorough;
                for helper in order.iter().filter(|helper| **helper != thread) {
                    if helped {
                        break;
                    }
                    helped = self.help(*helper, Some(thread))?;
                }
            }
            self.thorough = false;
            if !helped {
                return Err(self.stuck(thread));
            }
        }
        Ok(())
    }

    /// Does what is local of a thread, at most until another can move; whether that was anything. It stops where
    /// others can go on.
    fn help(&mut self, helper: ThreadId, other: Option<ThreadId>) -> Result<bool, String> {
        let start = self.steps.len();
        let mut safe = self.snapshot();
        while !self.is_there(helper) && self.real.can_move(helper) {
            self.step(helper)?;
            if !self.in_stretch(helper) {
                safe = self.snapshot();
                if other.is_some_and(|other| self.real.can_move(other)) {
                    break;
                }
            }
        }
        if self.in_stretch(helper) {
            self.restore(safe);
        }
        Ok(self.steps.len() > start)
    }

    fn in_stretch(&self, thread: ThreadId) -> bool {
        self.real.options.preemption == Preemption::Cpython
            && self.real.end.is_none()
            && self.real.is_in_stretch(thread)
    }

    /// The way back out of a stretch; `None` where there are none: copies make each step dearer.
    fn snapshot(&self) -> Option<Snapshot> {
        let has_stretches = self.real.options.preemption == Preemption::Cpython;
        has_stretches.then(|| Snapshot {
            real: self.real.clone(),
            places: self.places.clone(),
            steps: self.steps.len(),
            wakeups: self.wakeups.noted(),
        })
    }

    fn restore(&mut self, safe: Option<Snapshot>) {
        if let Some(safe) = safe {
            self.real = safe.real;
            self.places = safe.places;
            self.steps.truncate(safe.steps);
            self.wakeups.go_back(safe.wakeups);
        }
    }

    /// Lets a thread do its next visible operation, up to where the exploration has it.
    fn follow(&mut self, thread: ThreadId) -> Result<(), String> {
        let mut safe = None;
        loop {
            self.go(thread)?;
            let there = self.is_there(thread);
            if !self.in_stretch(thread) {
                safe = self.snapshot();
            }
            if there || self.real.end.is_some() {
                break;
            }
        }
        // Stop at the last point at which another thread can go on.
        self.restore(safe);
        self.run_into_wait(thread)
    }

    /// A thread that waits in the exploration for what is not there does so here too.
    fn run_into_wait(&mut self, thread: ThreadId) -> Result<(), String> {
        let other = self.world.state.thread(thread);
        let Some(pending) = &other.pending else {
            return Ok(());
        };
        if self.world.state.is_satisfied(thread, pending)
            || self.real.end.is_some()
            || thread.index() >= self.real.threads.len()
        {
            return Ok(());
        }
        while self.real.thread(thread).pending.is_none() && self.real.can_move(thread) {
            self.step(thread)?;
        }
        Ok(())
    }

    fn go(&mut self, thread: ThreadId) -> Result<(), String> {
        // In the middle of its operation it may wait for something local of another.
        if self.real.end.is_none() && !self.real.can_move(thread) {
            self.make_able(thread, false)?;
        }
        self.step(thread)
    }

    /// Does what is local of everybody, as far as the exploration has.
    fn catch_up(&mut self) -> Result<(), String> {
        let mut helped = true;
        while std::mem::take(&mut helped) {
            for index in 0..self.real.threads.len() as u32 {
                let thread = ThreadId(index);
                if !self.world.is_endless(thread) {
                    helped |= self.help(thread, None)?;
                }
            }
        }
        self.show_output_of_the_endless()
    }

    /// Those who go round for ever have done so for long in the exploration: here only up to what they wrote.
    fn show_output_of_the_endless(&mut self) -> Result<(), String> {
        let all = (0..self.real.threads.len() as u32).map(ThreadId);
        let endless: Vec<ThreadId> = all.filter(|t| self.world.is_endless(*t)).collect();
        for thread in endless {
            let mut left = MAX_SILENT;
            let mut written = self.real.output_bytes;
            while left > 0 && self.real.output_bytes < self.world.state.output_bytes {
                if !self.real.can_move(thread) {
                    break;
                }
                self.step(thread)?;
                left -= 1;
                if self.real.output_bytes != written {
                    (written, left) = (self.real.output_bytes, MAX_SILENT);
                }
            }
        }
        Ok(())
    }

    /// Does all that is left: nothing of it matters to others.
    fn finish(&mut self) -> Result<(), String> {
        loop {
            let mut moves = self.real.moves();
            moves.retain(|m| !self.world.is_endless(m.thread));
            let last = self.steps.last().copied();
            let next = moves
                .iter()
                .find(|m| Some(m.thread) == last)
                .or(moves.first());
            match next {
                Some(m) => self.step(m.thread)?,
                None => return Ok(()),
            }
        }
    }
}
