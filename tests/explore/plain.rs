//! Ground truth for the explorer: a search that knows no reduction at all, whose outcomes are compared with the
//! explorer's; every schedule is replayed, and random runs must be among the outcomes.

use lockstep::explore::cycles::fair_cycles;
use lockstep::explore::graph::{Edge, Graph, NodeId, OutcomeId, RelabelId};
use lockstep::explore::outcome::{Ending, stuck};
use lockstep::explore::{Exploration, Kind, Settings, explore, slices::unwatched};
use lockstep::machine::{Key, Options, Preemption, State, ThreadId, load};
use lockstep::schedule::seeded::Seeded;
use lockstep::schedule::{AsCpython, Policy, Schedule, finish, play};
use std::collections::{BTreeSet, HashMap, VecDeque};

/// The beginning of a program.
pub fn start(name: &str, source: &str, preemption: Preemption) -> State {
    let options = Options {
        preemption,
        ..Options::default()
    };
    load(&format!("{name}.py"), source.as_bytes(), &options).expect("a program")
}

/// What the plain search found.
struct Truth {
    endings: BTreeSet<Ending>,
    states: usize,
    capped: bool,
}

/// Breadth first over everything that any thread can do, one instruction at a time.
struct Plain {
    graph: Graph,
    /// How each node was reached first.
    from: Vec<Option<(NodeId, ThreadId)>>,
    known: HashMap<Key, NodeId>,
    todo: VecDeque<(NodeId, State)>,
}

impl Plain {
    fn search(start: &State, most: usize) -> Truth {
        let mut first = start.clone();
        first.timed = false;
        let mut plain = Plain {
            graph: Graph::default(),
            from: Vec::new(),
            known: HashMap::new(),
            todo: VecDeque::new(),
        };
        plain.arrive(first.clone(), None);
        let mut endings = BTreeSet::new();
        let mut capped = false;
        while let Some((id, state)) = plain.todo.pop_front() {
            let moves = state.moves();
            if moves.is_empty() {
                endings.insert(Ending::of(&state, false));
                plain.graph.nodes[id.index()].outcome = Some(OutcomeId(0));
            }
            plain.graph.nodes[id.index()].stuck = stuck(&state);
            for m in moves {
                let mut next = state.clone();
                next.step(m.thread, None);
                let to = plain.arrive(next, Some((id, m.thread)));
                let thread = m.thread;
                plain.graph.nodes[id.index()].edges.push(Edge {
                    thread,
                    to,
                    relabel: RelabelId::default(),
                });
            }
            if plain.from.len() >= most {
                capped = true;
                break;
            }
        }
        if !capped {
            for cycle in fair_cycles(&plain.graph) {
                let stuck = if cycle.closed { cycle.stuck } else { 0 };
                let state = plain.state(&first, cycle.nodes[0]);
                endings.insert(Ending::of_cycle(&state, stuck));
            }
        }
        Truth {
            endings,
            states: plain.from.len(),
            capped,
        }
    }

    fn arrive(&mut self, state: State, from: Option<(NodeId, ThreadId)>) -> NodeId {
        let key = state.key();
        if let Some(id) = self.known.get(&key) {
            return *id;
        }
        let id = self.graph.add();
        self.known.insert(key, id);
        self.from.push(from);
        self.todo.push_back((id, state));
        id
    }

    /// The state of a node, by going there once more.
    fn state(&self, first: &State, node: NodeId) -> State {
        let (mut path, mut at) = (Vec::new(), node);
        while let Some((before, thread)) = self.from[at.index()] {
            path.push(thread);
            at = before;
        }
        let mut state = first.clone();
        path.iter()
            .rev()
            .for_each(|thread| state.step(*thread, None));
        state
    }
}

/// In one line, for messages.
fn brief(ending: &Ending) -> String {
    let blocked: Vec<String> = ending
        .blocked
        .iter()
        .map(|b| format!("{} on {} at {} {:?}", b.thread, b.on, b.line, b.holders))
        .collect();
    format!(
        "{} {} {:?} {:?} {blocked:?} {}",
        ending.kind.name(),
        ending.exit_code,
        ending.stdout,
        ending.stderr,
        ending.limit
    )
}

/// What is wrong with the schedules of an exploration.
pub fn replayed(start: &State, found: &Exploration, problems: &mut Vec<String>) {
    for outcome in &found.outcomes {
        // It says itself that nobody can check it.
        if outcome.schedule.is_empty() && !found.complete {
            continue;
        }
        let mut state = start.clone();
        let played = Schedule::parse(&outcome.schedule)
            .map_err(|error| error.0)
            .and_then(|schedule| play(&mut state, &schedule, |_, _, _| {}));
        let round = match played {
            Ok(round) => round,
            Err(sentence) => {
                problems.push(format!("{}: {sentence}", brief(&outcome.ending)));
                continue;
            }
        };
        let kind = outcome.ending.kind;
        let endless = kind == Kind::Livelock || kind == Kind::Deadlock && !state.moves().is_empty();
        let same = if endless {
            // It never ends: the schedule goes round.
            round.is_some_and(|round| round.deadlock == (kind == Kind::Deadlock))
                && !outcome.going.is_empty()
                && state.text(false) == outcome.ending.stdout
                && state.text(true) == outcome.ending.stderr
        } else {
            finish(&mut state);
            round.is_none() && Ending::of(&state, false) == outcome.ending
        };
        if !same {
            problems.push(format!(
                "replay of {} by {:?} gives {}",
                brief(&outcome.ending),
                outcome.schedule,
                brief(&Ending::of(&state, false))
            ));
        }
    }
}

/// Random runs of every program, under either scheduler.
const RANDOM_RUNS: u64 = 24;
/// Most instructions of one; it may go round for ever.
const MOST_INSTRUCTIONS: u64 = 40_000;

/// What random runs came to that the exploration has not found.
fn unforeseen(start: &State, found: &Exploration, problems: &mut Vec<String>) {
    let waits = |e: &Ending| -> Vec<(String, String)> {
        let all = e.blocked.iter();
        all.map(|b| (b.thread.clone(), b.on.clone())).collect()
    };
    let told = |e: &Ending| {
        (
            e.kind,
            e.exit_code,
            e.stdout.clone(),
            e.stderr.clone(),
            waits(e),
        )
    };
    let known: BTreeSet<_> = found.outcomes.iter().map(|o| told(&o.ending)).collect();
    let mut cut = 0;
    for seed in 1..=RANDOM_RUNS {
        let policies: [Box<dyn Policy>; 2] =
            [Box::new(Seeded::new(seed)), Box::new(AsCpython::new(seed))];
        for mut policy in policies {
            if cut == 6 {
                return;
            }
            let mut state = start.clone();
            let mut schedule = Schedule::default();
            let end = loop {
                let moves = state.moves();
                if moves.is_empty() || state.instructions > MOST_INSTRUCTIONS {
                    break moves.is_empty();
                }
                let thread = policy.choose(&state, &moves);
                schedule.push(thread);
                state.step(thread, None);
            };
            cut += u32::from(!end);
            let ending = Ending::of(&state, false);
            if end && !known.contains(&told(&ending)) {
                let ending = brief(&ending);
                problems.push(format!("a random run comes to {ending} by {schedule}"));
                return;
            }
        }
    }
}

/// An exploration and what is wrong with it, held against a plain search of at most so many states.
pub struct Compared {
    /// What the explorer found.
    pub found: Exploration,
    /// States that the plain search met, and whether it was stopped.
    pub plain: (usize, bool),
    /// Sentences.
    pub problems: Vec<String>,
}

/// Explores a program and compares what comes of it.
pub fn compare(start: &State, settings: &Settings, most: usize) -> Compared {
    let found = explore(start, settings, &mut unwatched);
    let truth = Plain::search(start, most);
    let mut problems = Vec::new();
    let endings: BTreeSet<Ending> = found.outcomes.iter().map(|o| o.ending.clone()).collect();
    if endings.len() != found.outcomes.len() {
        problems.push("an outcome is there twice".into());
    }
    for ending in truth
        .endings
        .difference(&endings)
        .filter(|_| found.complete)
    {
        problems.push(format!("not found: {}", brief(ending)));
    }
    if !truth.capped {
        for ending in endings.difference(&truth.endings) {
            problems.push(format!("does not exist: {}", brief(ending)));
        }
    }
    replayed(start, &found, &mut problems);
    if found.complete {
        unforeseen(start, &found, &mut problems);
    }
    Compared {
        found,
        plain: (truth.states, truth.capped),
        problems,
    }
}
