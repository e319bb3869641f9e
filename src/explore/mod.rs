//! The model checker: every outcome that a program can have, the simplest schedule to each, races, and for a
//! correct program a proof.
//!
//! Runs [`World`]s, which move by the machine's one step. Knows schedules; must not know traces or the browser.

pub mod cycles;
pub mod emit;
pub mod grade;
pub mod graph;
pub mod knowledge;
pub mod likelihood;
pub mod outcome;
pub mod paths;
pub mod remarks;
mod schedules;
pub mod search;
pub mod slices;
pub mod start;
pub mod tree;
mod wakeups;
pub mod world;

use crate::explore::cycles::Cycle;
use crate::explore::emit::Trail;
use crate::explore::graph::NodeId;
use crate::explore::knowledge::LockId;
use crate::explore::likelihood::{Likelihood, likelihoods};
use crate::explore::outcome::Ending;
use crate::explore::paths::{Minimise, Path};
use crate::explore::remarks::Remark;
use crate::explore::schedules::Ends;
use crate::explore::search::{Found, search};
use crate::explore::slices::{Pace, Progress, Searcher, Watch};
use crate::explore::start::Start;
use crate::explore::tree::{Tree, tree};
use crate::machine::{ProcessId, State, ThreadId};
use crate::vm::effects::Variable;
use crate::vm::value::{ObjectId, Value};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;

pub use outcome::{Blocked, Kind};
pub use search::Bounds;
pub use world::World;

/// What is asked of an exploration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Most states.
    pub max_states: u32,
    /// Whether schedules have fewest steps rather than fewest preemptions.
    pub fewest_steps: bool,
    /// How many random runs of each scheduler say how likely the outcomes are.
    pub runs: u32,
    /// Whether a small program's interleavings are wanted as a tree.
    pub tree: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            max_states: 1_000_000,
            fewest_steps: false,
            runs: 0,
            tree: false,
        }
    }
}

/// An outcome with the simplest schedule that leads to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// How the run ends.
    pub ending: Ending,
    /// How often a thread is stopped that could have gone on.
    pub preemptions: u32,
    /// Visible operations.
    pub steps: u32,
    /// The schedule, as text.
    pub schedule: String,
    /// Who does the visible operations of that schedule.
    pub path: Vec<ThreadId>,
    /// Who goes round for ever; empty if nobody does, or if the schedule only leads into the circle.
    pub going: Vec<Going>,
    /// What is to be said of it besides.
    pub remarks: Vec<Remark>,
    /// Whether nothing simpler leads there. What is simpler may stop a thread where a run cannot: in the middle of a call
    /// of the library.
    pub simplest: bool,
}

/// The bound of an exploration that has found an outcome and no schedule that a run could follow to it.
pub const NO_SCHEDULE: &str = "an outcome was found to which no run could be led";

/// How a bound ends that is a call of the library, which the search cannot take apart.
pub const ONE_STEP: &str = " is one step here, and CPython could switch threads within it";

/// Why an exploration is not complete that has gone everywhere, with more threads than it can tell apart.
pub const CROWDED: &str = "more than 64 threads, one after the other";

/// A thread that goes round for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Going {
    /// `MainProcess`, …
    pub process: String,
    /// Its Python name.
    pub thread: String,
    /// The lines between which it does; 0 if they are unknown.
    pub lines: (u32, u32),
}

/// One side of a race.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The thread's Python name.
    pub thread: String,
    /// The line.
    pub line: u32,
    /// Whether it writes.
    pub write: bool,
    /// The locks that the thread holds, as the source names them: none of them is held by the other.
    pub locks: Vec<String>,
}

/// Two accesses to a variable with no order between them, at least one of them a write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Race {
    /// The variable, attribute or item, as the source names it.
    pub location: String,
    /// The two accesses.
    pub sides: [Side; 2],
    /// A schedule up to where both are next.
    pub schedule: String,
}

/// What an exploration gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exploration {
    /// Whether all interleavings are covered.
    pub complete: bool,
    /// The bound that was met, as a sentence, if not.
    pub bound: Option<String>,
    /// Executions followed to their end.
    pub executions: u64,
    /// States between visible operations.
    pub states: u32,
    /// Visible operations executed.
    pub transitions: u64,
    /// The outcomes, the simplest first.
    pub outcomes: Vec<Outcome>,
    /// The races.
    pub races: Vec<Race>,
    /// What is to be said of the program besides.
    pub remarks: Vec<Remark>,
    /// How likely the outcomes are, by scheduler; empty if that was not asked.
    pub likelihood: Vec<Likelihood>,
    /// The interleavings of a small program, if asked.
    pub tree: Option<Tree>,
}

/// How many turns pass between two looks at who watches. A turn takes microseconds, but where there are hundreds of
/// threads a tenth of a second.
const SLICE: u32 = 8;

/// Explores a program from a state that has not moved yet.
pub fn explore(start: &State, settings: &Settings, watch: &mut Watch) -> Exploration {
    let mut searcher = Searcher::new(start.clone(), settings.clone());
    loop {
        match searcher.step(SLICE) {
            Progress::Done(found) => return *found,
            Progress::Working => {
                let verdict = watch(&searcher.status());
                if let ControlFlow::Break(bound) = verdict {
                    searcher.stop(bound);
                }
            }
        }
    }
}

/// The same at somebody's pace.
async fn explore_at(state: &State, settings: &Settings, pace: &Pace) -> Exploration {
    let start = &Start::new(state);
    let bounds = Bounds {
        states: settings.max_states,
    };
    let mut found = search(start, &bounds, pace).await;
    let mut endings: Vec<Ending> = std::mem::take(&mut found.endings);
    let mut ending_of: Vec<Option<usize>> = found
        .graph
        .nodes
        .iter()
        .map(|n| n.outcome.map(|o| o.0 as usize))
        .collect();
    let cycles = match found.bound {
        None => add_cycles(start, &mut found, &mut endings, &mut ending_of),
        Some(_) => Vec::new(),
    };
    let limited = endings.iter().any(|e| e.kind == Kind::Limit);
    let ends = Ends {
        endings,
        of: ending_of,
        cycles,
    };
    let (outcomes, joins) = schedules::outcomes(start, &mut found, &ends, settings.fewest_steps);
    let mut remarks: Vec<Remark> = remarks::unjoined(joins).into_iter().collect();
    if found.bound.is_none() {
        remarks.extend(remarks::starvation(start, &mut found));
    }
    let races = races(start, &mut found);
    let executions = executions(&found);
    let tree = match settings.tree && found.bound.is_none() {
        true => {
            let paths: Vec<Vec<ThreadId>> = outcomes.iter().map(|o| o.path.clone()).collect();
            tree(start, &mut found.knowledge, &outcomes, &paths)
        }
        false => None,
    };
    let shares = match settings.runs {
        0 => Vec::new(),
        runs => likelihoods(state, &outcomes, runs, pace).await,
    };
    Exploration {
        complete: found.bound.is_none() && !limited,
        bound: found.bound,
        executions,
        states: found.graph.nodes.len() as u32,
        transitions: found.transitions,
        outcomes,
        races,
        remarks,
        likelihood: shares,
        tree,
    }
}

/// Executions followed to their end: ways by which an end was reached.
fn executions(found: &Found) -> u64 {
    let graph = &found.graph;
    let edges = graph.nodes.iter().flat_map(|n| &n.edges);
    let ends = edges.filter(|e| graph.node(e.to).outcome.is_some()).count();
    let at_once = graph.nodes.first().is_some_and(|n| n.outcome.is_some());
    ends as u64 + u64::from(at_once)
}

/// Cycles that never end are outcomes too.
fn add_cycles(
    start: &Start,
    found: &mut Found,
    endings: &mut Vec<Ending>,
    ending_of: &mut [Option<usize>],
) -> Vec<Cycle> {
    let cycles = cycles::fair_cycles(&found.graph);
    for cycle in &cycles {
        let wanted = |node: NodeId| cycle.nodes.binary_search(&node).ok().map(|_| 0);
        let path = paths::simplest(&found.graph, Minimise::Preemptions, 1, wanted).pop();
        let Some(Some(path)) = path else { continue };
        let Some(world) = follow(start, found, &path) else {
            continue;
        };
        let stuck = if cycle.closed { cycle.stuck } else { 0 };
        let ending = Ending::of_cycle(&world.state, stuck);
        let number = endings
            .iter()
            .position(|e| *e == ending)
            .unwrap_or_else(|| {
                endings.push(ending);
                endings.len() - 1
            });
        for node in &cycle.nodes {
            ending_of[node.index()] = Some(number);
        }
    }
    cycles
}

/// The world at the end of a path.
fn follow(start: &Start, found: &mut Found, path: &Path) -> Option<World> {
    let mut world = World::new(start, &mut found.knowledge);
    for thread in &path.threads {
        world = world.fire(*thread, &mut found.knowledge).0;
    }
    Some(world)
}

fn races(start: &Start, found: &mut Found) -> Vec<Race> {
    let pairs = std::mem::take(&mut found.races);
    let mut races: Vec<Race> = Vec::new();
    let mut trail = Trail::default();
    for (node, a, b) in pairs {
        let wanted = |id: NodeId| (id == node).then_some(0);
        let path = paths::simplest(&found.graph, Minimise::Preemptions, 1, wanted).pop();
        let Some(Some(path)) = path else { continue };
        let Ok(emitted) = emit::emit(
            start,
            &mut found.knowledge,
            &path.threads,
            false,
            &mut trail,
        ) else {
            continue;
        };
        let state = &emitted.world.state;
        let side = |u: &world::Use| Side {
            thread: state.thread(path.real(u.thread)).name.to_string(),
            line: u.line,
            write: u.write,
            locks: u
                .held
                .iter()
                .map(|lock| name_of_lock(state, *lock))
                .collect(),
        };
        let race = Race {
            location: location(state, &a),
            sides: [side(&a), side(&b)],
            schedule: emitted.schedule.to_string(),
        };
        let same = |r: &Race| {
            let key = |s: &Side| (s.line, s.write);
            let (x, y) = (key(&r.sides[0]), key(&r.sides[1]));
            let (v, w) = (key(&race.sides[0]), key(&race.sides[1]));
            r.location == race.location && (x == v && y == w || x == w && y == v)
        };
        if !races.iter().any(same) {
            races.push(race);
        }
    }
    races.sort_by(|a, b| {
        let key = |r: &Race| (r.sides[0].line, r.sides[1].line);
        a.location.cmp(&b.location).then(key(a).cmp(&key(b)))
    });
    races
}

/// A lock as the source names it; that of a condition goes by the condition's name.
fn name_of_lock(state: &State, lock: LockId) -> String {
    let LockId(process, object) = lock;
    if process == u32::MAX {
        return state.os.semaphores[object as usize].name.clone();
    }
    let (process, object) = (ProcessId(process), ObjectId(object));
    let heap = &state.process(process).heap;
    let own = Some(Value::Object(object));
    let known = state.label_if_known(process, object).or_else(|| {
        state.label_of(process, &|value| {
            state.attribute(heap, value, "_lock") == own
        })
    });
    known.unwrap_or_else(|| state.label(process, object))
}

/// A variable as the source names it.
fn location(state: &State, used: &world::Use) -> String {
    let process = state.thread(used.thread).process;
    let name_of = |id| state.label(process, id);
    let name = used.name.as_deref().unwrap_or("");
    match used.variable {
        Variable::Global(..) | Variable::Cell(..) => name.into(),
        Variable::Attribute(object, _) => format!("{}.{name}", name_of(object)),
        Variable::Item(object, key) => {
            let heap = &state.process(process).heap;
            let key = match (key, heap.str(key)) {
                (_, Some(text)) => format!("'{}'", text.s),
                (Value::Int(i), _) => i.to_string(),
                _ => "…".into(),
            };
            format!("{}[{key}]", name_of(object))
        }
    }
}
