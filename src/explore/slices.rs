//! An exploration in slices: whoever drives it gets control back, hears how far it is, and can stop it.
//!
//! The search is an `async` function that nobody wakes: it pauses when its slice is used up, and
//! [`Searcher::step`] polls it on. Must not know clocks, messages or the browser.

use crate::explore::outcome::Ending;
use crate::explore::search::Found;
use crate::explore::{Exploration, Settings, explore_at};
use crate::machine::State;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, Ref, RefCell};
use std::future::Future;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// How far an exploration is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// States found in this beginning.
    pub states: u32,
    /// Ways in which runs end, found so far; at the end each gets its simplest schedule.
    pub endings: Vec<Ending>,
    /// Pairs of accesses that race, found so far.
    pub races: u32,
    /// Random runs done for the likelihoods.
    pub runs: u32,
}

impl Status {
    /// Notes what a search has found.
    pub fn note(&mut self, found: &Found) {
        self.states = found.graph.nodes.len() as u32;
        self.races = found.races.len() as u32;
        if self.endings.len() > found.endings.len() {
            self.endings.clear();
        }
        let new = &found.endings[self.endings.len()..];
        self.endings.extend_from_slice(new);
    }
}

/// Says how an exploration goes on: a break stops it, and names the bound that it has met.
pub type Watch<'a> = dyn FnMut(&Status) -> ControlFlow<String> + 'a;

/// Nobody watches.
pub fn unwatched(_: &Status) -> ControlFlow<String> {
    ControlFlow::Continue(())
}

/// What the search asks whether it may go on.
#[derive(Debug, Default)]
pub struct Pace {
    left: Cell<u32>,
    stopped: RefCell<Option<String>>,
    status: RefCell<Status>,
}

impl Pace {
    /// After one piece of work: pauses when the slice is used up. `false`: stop.
    pub async fn turn(&self, note: impl FnOnce(&mut Status)) -> bool {
        match self.left.get() {
            0 => {
                note(&mut self.status.borrow_mut());
                Pause(false).await;
            }
            left => self.left.set(left - 1),
        }
        !self.is_stopped()
    }

    /// Whether the search is to end with what it has.
    pub fn is_stopped(&self) -> bool {
        self.stopped.borrow().is_some()
    }

    /// The bound that stopped it.
    pub fn bound(&self) -> Option<String> {
        self.stopped.borrow().clone()
    }
}

/// Not ready when asked first, ready when asked again.
struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        match std::mem::replace(&mut self.0, true) {
            false => Poll::Pending,
            true => Poll::Ready(()),
        }
    }
}

/// What a slice led to.
#[derive(Debug)]
pub enum Progress {
    /// Still at work; [`Searcher::status`] says how far.
    Working,
    /// The end; nothing follows.
    Done(Box<Exploration>),
}

/// An exploration under way.
pub struct Searcher {
    work: Pin<Box<dyn Future<Output = Exploration>>>,
    pace: Rc<Pace>,
}

impl Searcher {
    /// From a state that has not moved yet.
    pub fn new(start: State, settings: Settings) -> Self {
        let pace = Rc::new(Pace::default());
        let own = Rc::clone(&pace);
        let work = async move { explore_at(&start, &settings, &own).await };
        Searcher {
            work: Box::pin(work),
            pace,
        }
    }

    /// Works on for so many states, walks or runs. Not to be called after the end.
    pub fn step(&mut self, turns: u32) -> Progress {
        self.pace.left.set(turns);
        let mut context = Context::from_waker(Waker::noop());
        match self.work.as_mut().poll(&mut context) {
            Poll::Ready(found) => Progress::Done(Box::new(found)),
            Poll::Pending => Progress::Working,
        }
    }

    /// How far it is.
    pub fn status(&self) -> Ref<'_, Status> {
        self.pace.status.borrow()
    }

    /// Lets it come to its end with what is found so far, because of a bound.
    pub fn stop(&mut self, bound: String) {
        self.pace.stopped.borrow_mut().get_or_insert(bound);
    }
}
