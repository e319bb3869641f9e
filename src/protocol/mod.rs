//! Messages between the page and the engine worker, versioned and in one binary form.
//!
//! The page asks, the engine answers every request with exactly one [`Answer`] of the same `id`
//! (progress may come before it). Must not know the browser: how bytes travel is the client's matter.

pub mod form;
pub mod in_russian;
pub mod listing;
pub mod serve;
pub mod server;
pub mod setup;
pub mod tools;

use crate::explore::slices::Status;
use crate::explore::{Exploration, Settings};
use crate::machine::options::Options;
use crate::protocol::listing::Listing;
use crate::protocol::setup::Setup;
use crate::schedule::PolicyName;
use crate::timeline::Rows;
use crate::trace::{Film, Outcome, Trace};
use serde::{Deserialize, Serialize};

/// The version of these messages; page and engine of different versions refuse each other.
pub const PROTOCOL_VERSION: u16 = 7;

/// A program as the player knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// The name in tracebacks, such as `race.py`.
    pub file: String,
    /// The whole source: set-up, block and follow-up joined.
    pub source: String,
}

/// An execution as the page gets it: packed, with its lanes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// What happened.
    pub film: Film,
    /// Who did what when.
    pub rows: Rows,
    /// The machine's own sentence on its end in Russian, if it has one and the sentence is known.
    pub russian: Option<String>,
}

impl Run {
    /// A trace made ready for a page.
    pub fn of(trace: Trace) -> Run {
        let rows = Rows::new(&trace);
        let film = Film::of(trace);
        let russian = match &film.head.outcome {
            Outcome::Limit { message, .. } | Outcome::Unsupported { message, .. } => {
                in_russian::in_russian(message)
            }
            _ => None,
        };
        Run {
            film,
            rows,
            russian,
        }
    }
}

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// [`PROTOCOL_VERSION`] of the page.
    pub version: u16,
    /// Chosen by the page, repeated in the answer.
    pub id: u32,
    /// The question.
    pub ask: Ask,
}

/// The questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// Execute a program under a schedule; where the schedule ends, the policy goes on.
    Run {
        /// What to execute.
        program: Program,
        /// Model, seed and so on.
        options: Options,
        /// The choices so far, as text; empty: the policy from the start.
        schedule: String,
        /// Who chooses from then on.
        policy: PolicyName,
    },
    /// Execute up to step `steps` of `schedule`, let `thread` move there, and let the policy go on
    /// (the default one keeps `thread` running as long as it can).
    Branch {
        /// What to execute.
        program: Program,
        /// Model, seed and so on.
        options: Options,
        /// The choices of the run that is left.
        schedule: String,
        /// How many of its steps are kept.
        steps: u32,
        /// Who moves next, by its id.
        thread: u32,
        /// Who chooses from then on.
        policy: PolicyName,
    },
    /// Execute another program than the page came with: the text of a [`setup`].
    Open(String),
    /// What the editor and the menus want to know ([`tools`]).
    Tool(String),
    /// Explore every interleaving of a program. [`Reply::Searching`] comes before the answer.
    Explore {
        /// What to explore.
        program: Program,
        /// Model, seed and so on.
        options: Options,
        /// What is wanted; the engine has limits of its own.
        settings: Settings,
    },
    /// Stop what is under way; it is answered with [`Reply::Cancelled`].
    Cancel {
        /// The request to stop.
        request: u32,
    },
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// [`PROTOCOL_VERSION`] of the engine.
    pub version: u16,
    /// The id of the request.
    pub id: u32,
    /// The answer itself.
    pub reply: Reply,
}

/// The answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The engine has loaded; sent once, unasked, with id 0.
    Ready,
    /// An execution. Whatever went wrong in the program is its outcome.
    Run(Box<Run>),
    /// An execution of another program, and its lines in pieces.
    Opened {
        /// What the text said.
        setup: Box<Setup>,
        /// As in [`Reply::Run`].
        run: Box<Run>,
        /// What the code pane shows.
        code: Listing,
    },
    /// The text to open is none: the name of a [`setup::Flaw`].
    Flaw(String),
    /// What a tool wanted to know, as JSON.
    Tool(String),
    /// An exploration is at work.
    Searching {
        /// What it has found so far.
        status: Status,
        /// Most states that it will look at.
        most: u32,
    },
    /// What an exploration has found.
    Explored(Box<Exploration>),
    /// Still at work.
    Progress {
        /// Steps executed so far.
        steps: u64,
    },
    /// Stopped as asked.
    Cancelled,
    /// The request made no sense (another version, a schedule that does not fit); a sentence.
    Refused(String),
}

/// A message as bytes.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Cannot fail: plain data into a growing vector.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A message from bytes; `None` if they are none.
pub fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
