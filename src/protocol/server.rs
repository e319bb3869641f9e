//! The engine between messages: answers at once what it can, and works on an exploration in slices in between,
//! so that it hears of a cancellation. The worker only carries bytes and gives it time.

use crate::explore::grade::MOST_STEPS;
use crate::explore::slices::{Progress, Searcher};
use crate::explore::{Exploration, Settings};
use crate::machine::{Options, load};
use crate::protocol::in_russian::in_russian;
use crate::protocol::serve::{answer, reply};
use crate::protocol::{Ask, PROTOCOL_VERSION, Program, Reply, Request, decode, encode};

/// Most states of an exploration that the page asks for: what a worker's memory is meant to hold.
pub const MOST_STATES: u32 = 150_000;
/// Most memory of a worker, in bytes. It never gives back what it once had: where that was more already, an
/// exploration gets by with that.
const MOST_MEMORY: u64 = 1 << 30;
/// Most random runs under each scheduler.
pub const MOST_RUNS: u32 = 1_000;
/// How much is done before the clock is looked at.
const TURNS: u32 = 16;

/// See the module.
#[derive(Default)]
pub struct Server {
    under_way: Option<Exploring>,
}

struct Exploring {
    id: u32,
    searcher: Searcher,
    most: u32,
    most_memory: u64,
}

/// Bytes that the worker's memory has.
#[cfg(target_arch = "wasm32")]
fn memory() -> u64 {
    (core::arch::wasm32::memory_size(0) as u64) << 16
}

/// Natively the command line looks at that.
#[cfg(not(target_arch = "wasm32"))]
fn memory() -> u64 {
    0
}

/// An exploration ready to go on.
fn begin(
    program: &Program,
    options: Options,
    mut settings: Settings,
) -> Result<(Searcher, u32), String> {
    settings.max_states = settings.max_states.min(MOST_STATES);
    settings.runs = settings.runs.min(MOST_RUNS);
    let mut options = options;
    options.limits.steps = options.limits.steps.min(MOST_STEPS);
    let most = settings.max_states;
    let state = load(&program.file, program.source.as_bytes(), &options)
        .map_err(|_| "the program cannot run".to_owned())?;
    Ok((Searcher::new(state, settings), most))
}

/// The whole exploration at once.
pub fn explore(program: &Program, options: Options, settings: Settings) -> Reply {
    let (mut searcher, _) = match begin(program, options, settings) {
        Ok(begun) => begun,
        Err(sentence) => return Reply::Refused(sentence),
    };
    loop {
        if let Progress::Done(found) = searcher.step(u32::MAX) {
            return explored(found);
        }
    }
}

/// An answer, in both languages.
fn explored(mut found: Box<Exploration>) -> Reply {
    let of_outcomes = found.outcomes.iter_mut().flat_map(|o| &mut o.remarks);
    for remark in of_outcomes.chain(&mut found.remarks) {
        remark.russian = in_russian(&remark.text).unwrap_or_else(|| remark.text.clone());
    }
    Reply::Explored(found)
}

impl Server {
    /// Takes a message; what there is to say at once.
    pub fn hear(&mut self, bytes: &[u8]) -> Vec<Vec<u8>> {
        let request = decode::<Request>(bytes).filter(|r| r.version == PROTOCOL_VERSION);
        let Some(request) = request else {
            return vec![answer(bytes)];
        };
        match request.ask {
            Ask::Explore {
                program,
                options,
                settings,
            } => {
                let mut said = self.cancel();
                match begin(&program, options, settings) {
                    Ok((searcher, most)) => {
                        self.under_way = Some(Exploring {
                            id: request.id,
                            searcher,
                            most,
                            most_memory: MOST_MEMORY.max(memory()),
                        });
                    }
                    Err(sentence) => {
                        said.push(encode(&reply(request.id, Reply::Refused(sentence))));
                    }
                }
                said
            }
            Ask::Cancel { request: which } if self.id() == Some(which) => {
                let mut said = self.cancel();
                said.push(answer(bytes));
                said
            }
            _ => vec![answer(bytes)],
        }
    }

    fn id(&self) -> Option<u32> {
        self.under_way.as_ref().map(|exploring| exploring.id)
    }

    fn cancel(&mut self) -> Vec<Vec<u8>> {
        let left = self.under_way.take();
        left.map(|exploring| encode(&reply(exploring.id, Reply::Cancelled)))
            .into_iter()
            .collect()
    }

    /// Whether there is something to work on.
    pub fn is_busy(&self) -> bool {
        self.under_way.is_some()
    }

    /// Works on a little; the answer once it is there.
    pub fn work(&mut self) -> Option<Vec<u8>> {
        let exploring = self.under_way.as_mut()?;
        match exploring.searcher.step(TURNS) {
            Progress::Working => {
                if memory() > exploring.most_memory {
                    let bound = format!("{} MB of memory", exploring.most_memory >> 20);
                    exploring.searcher.stop(bound);
                }
                None
            }
            Progress::Done(found) => {
                let id = exploring.id;
                self.under_way = None;
                Some(encode(&reply(id, explored(found))))
            }
        }
    }

    /// How far it is.
    pub fn progress(&self) -> Option<Vec<u8>> {
        let exploring = self.under_way.as_ref()?;
        let searching = Reply::Searching {
            status: exploring.searcher.status().clone(),
            most: exploring.most,
        };
        Some(encode(&reply(exploring.id, searching)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Answer;

    const RACE: &str = "import threading\nn = 0\ndef add():\n    global n\n    n += 1\n    n += 1\n\
        ts = [threading.Thread(target=add) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(n)\n";

    fn ask(id: u32, ask: Ask) -> Vec<u8> {
        encode(&Request {
            version: PROTOCOL_VERSION,
            id,
            ask,
        })
    }

    fn race(id: u32) -> Vec<u8> {
        let explore = Ask::Explore {
            program: Program {
                file: "race.py".into(),
                source: RACE.into(),
            },
            options: Options {
                preemption: crate::machine::Preemption::Bytecode,
                ..Options::default()
            },
            settings: Settings {
                runs: 20,
                ..Settings::default()
            },
        };
        ask(id, explore)
    }

    fn said(bytes: &[u8]) -> (u32, Reply) {
        let answer: Answer = decode(bytes).expect("an answer");
        (answer.id, answer.reply)
    }

    #[test]
    fn an_exploration_in_slices_is_the_same_as_at_once() {
        let mut server = Server::default();
        assert!(server.hear(&race(7)).is_empty());
        let (mut slices, mut grows) = (0, Vec::new());
        let last = loop {
            assert!(server.is_busy());
            if let Some(bytes) = server.work() {
                break bytes;
            }
            slices += 1;
            let (id, reply) = said(&server.progress().expect("it is under way"));
            let Reply::Searching { status, most } = reply else {
                panic!("{reply:?}")
            };
            assert_eq!((id, most), (7, MOST_STATES));
            grows.push(status.endings.len());
        };
        assert!(slices > 2, "{slices} slices");
        assert!(
            grows.iter().any(|n| *n > 0),
            "partial results came: {grows:?}"
        );
        assert!(!server.is_busy() && server.progress().is_none());
        let (id, reply) = said(&last);
        assert_eq!((id, said(&answer(&race(7)))), (7, (7, reply.clone())));
        let Reply::Explored(found) = reply else {
            panic!("{reply:?}")
        };
        let printed: Vec<_> = found
            .outcomes
            .iter()
            .map(|o| o.ending.stdout.as_str())
            .collect();
        assert_eq!(printed.len(), 3, "{printed:?}");
        for likelihood in &found.likelihood {
            assert_eq!(likelihood.runs, 20);
            assert_eq!(likelihood.hits.iter().sum::<u32>() + likelihood.other, 20);
        }
    }

    #[test]
    fn a_cancelled_exploration_is_over_and_other_questions_are_answered_meanwhile() {
        let mut server = Server::default();
        server.hear(&race(7));
        assert_eq!(server.work(), None);
        let other = server.hear(&ask(8, Ask::Cancel { request: 5 }));
        assert_eq!(
            other.iter().map(|b| said(b)).collect::<Vec<_>>(),
            [(8, Reply::Cancelled)]
        );
        assert!(server.is_busy(), "that was another request");
        let both = server.hear(&ask(9, Ask::Cancel { request: 7 }));
        let both: Vec<_> = both.iter().map(|b| said(b)).collect();
        assert_eq!(both, [(7, Reply::Cancelled), (9, Reply::Cancelled)]);
        assert!(!server.is_busy());
    }

    #[test]
    fn a_new_exploration_takes_the_place_of_the_old() {
        let mut server = Server::default();
        server.hear(&race(7));
        let left = server.hear(&race(9));
        assert_eq!(
            left.iter().map(|b| said(b)).collect::<Vec<_>>(),
            [(7, Reply::Cancelled)]
        );
        assert_eq!(server.id(), Some(9));
    }
}
