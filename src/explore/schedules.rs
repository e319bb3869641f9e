//! From the graph to the outcomes: each ending with the simplest schedule that leads to it. A path is a proposal: what
//! counts is that the machine, as every run uses it, follows.

use crate::explore::cycles::Cycle;
use crate::explore::emit::{self, Astray, Trail};
use crate::explore::graph::{Graph, NodeId};
use crate::explore::outcome::Ending;
use crate::explore::paths::{Minimise, Path, simplest, simplest_without};
use crate::explore::remarks::{self, Joins};
use crate::explore::search::Found;
use crate::explore::start::Start;
use crate::explore::{Going, Kind, NO_SCHEDULE, Outcome};
use crate::machine::ThreadId;

/// Most ways in which threads change places that are looked at for one outcome.
const MOST_PLACES: usize = 720;

/// Most other paths that are tried for one outcome in either order of simplicity, and for all.
const MOST_DETOURS: usize = 8;
const MOST_OF_ALL: usize = 64;

/// How runs end.
pub struct Ends {
    /// By number.
    pub endings: Vec<Ending>,
    /// By node, which ending it is.
    pub of: Vec<Option<usize>>,
    /// Sets of states in which runs may go round for ever.
    pub cycles: Vec<Cycle>,
}

/// The outcomes, the simplest first; and who was joined in the runs that ended by themselves.
pub fn outcomes(
    start: &Start,
    found: &mut Found,
    ends: &Ends,
    fewest_steps: bool,
) -> (Vec<Outcome>, Joins) {
    let orders = match fewest_steps {
        true => [Minimise::Steps, Minimise::Preemptions],
        false => [Minimise::Preemptions, Minimise::Steps],
    };
    let count = ends.endings.len();
    let paths = simplest(&found.graph, orders[0], count, |node| ends.of[node.index()]);
    let mut schedules = Schedules {
        start,
        found,
        ends,
        outcomes: Vec::new(),
        joins: Joins::new(),
        trail: Trail::default(),
        detours: 0,
    };
    for (number, path) in paths.into_iter().enumerate() {
        if let Some(path) = path {
            schedules.add(number, path, orders);
        }
    }
    let (mut outcomes, joins) = (schedules.outcomes, schedules.joins);
    outcomes.sort_by_key(|o| (o.preemptions, o.steps));
    if fewest_steps {
        outcomes.sort_by_key(|o| (o.steps, o.preemptions));
    }
    (outcomes, joins)
}

struct Schedules<'a> {
    start: &'a Start,
    found: &'a mut Found,
    ends: &'a Ends,
    outcomes: Vec<Outcome>,
    joins: Joins,
    trail: Trail,
    detours: usize,
}

impl Schedules<'_> {
    /// The outcomes of an ending by its simplest path, or by the next best that can be followed.
    fn add(&mut self, number: usize, path: Path, orders: [Minimise; 2]) {
        let mut is_simplest = true;
        for order in orders {
            let mut without = Vec::new();
            let mut next = match is_simplest {
                true => Some(path.clone()),
                false => self.other_way(number, order, &[]),
            };
            while let Some(path) = next.take() {
                let Err(astray) = self.add_by(number, &path, is_simplest) else {
                    return;
                };
                is_simplest = false;
                let Some(edge) = path.edges.get(astray.done) else {
                    break;
                };
                without.push(*edge);
                next = self.other_way(number, order, &without);
            }
        }
        // An outcome without a schedule is still one; but nobody can check it.
        self.found.bound.get_or_insert(NO_SCHEDULE.into());
        self.outcomes.push(Outcome {
            ending: self.ends.endings[number].clone(),
            preemptions: path.preemptions,
            steps: path.threads.len() as u32,
            schedule: String::new(),
            path: path.threads,
            going: Vec::new(),
            remarks: Vec::new(),
            simplest: false,
        });
    }

    fn other_way(
        &mut self,
        number: usize,
        order: Minimise,
        without: &[(NodeId, u32)],
    ) -> Option<Path> {
        if without.len() > MOST_DETOURS || self.detours >= MOST_OF_ALL {
            return None;
        }
        self.detours += 1;
        let wanted = |node: NodeId| (self.ends.of[node.index()] == Some(number)).then_some(0);
        simplest_without(&self.found.graph, order, without, 1, wanted).pop()?
    }

    /// The outcome at the end of a path, and those that differ from it in the names of threads alone.
    fn add_by(&mut self, number: usize, path: &Path, simplest: bool) -> Result<(), Astray> {
        let ending = &self.ends.endings[number];
        // A cycle has no end of its own.
        let is_cycle = ending.kind == Kind::Livelock || ending.in_cycle;
        let names_matter = !ending.stderr.is_empty() || ending.kind == Kind::Deadlock;
        let places = if names_matter {
            places(&self.found.groups, MOST_PLACES)
        } else {
            vec![Vec::new()]
        };
        let lap = lap(&self.found.graph, &self.ends.cycles, path);
        // Of so many not all are looked at.
        let mut is_met = places.len() >= MOST_PLACES;
        for place in places {
            let threads: Vec<ThreadId> = path
                .threads
                .iter()
                .map(|t| place.iter().find(|(a, _)| a == t).map_or(*t, |(_, b)| *b))
                .collect();
            // Neither has one that has met a limit: it would go on for long.
            let to_end = !is_cycle && ending.kind != Kind::Limit;
            let knowledge = &mut self.found.knowledge;
            let emitted = emit::emit(self.start, knowledge, &threads, to_end, &mut self.trail);
            let emitted = match emitted {
                Ok(emitted) => emitted,
                // Only where the threads began at different moments of the path.
                Err(_) if !place.is_empty() => continue,
                Err(astray) => return Err(astray),
            };
            let goes_on = emitted.state.end.is_none() && !emitted.state.moves().is_empty();
            let ending = match is_cycle || goes_on {
                true => ending.clone(),
                false => Ending::of(&emitted.state, false),
            };
            let wanted = &self.ends.endings[number];
            // Who waits may have got a little further.
            is_met |= ending.kind == wanted.kind
                && ending.stdout == wanted.stdout
                && ending.stderr == wanted.stderr
                && ending.exit_code == wanted.exit_code;
            if self.outcomes.iter().any(|o| o.ending == ending) {
                continue;
            }
            if ending.kind == Kind::Finished {
                remarks::note_joins(&mut self.joins, &emitted.state);
            }
            let remarks = remarks::of_ending(&ending, &emitted.wakeups, &emitted.state);
            let mut outcome = Outcome {
                ending,
                preemptions: path.preemptions,
                steps: path.threads.len() as u32,
                schedule: emitted.schedule.to_string(),
                path: threads,
                going: Vec::new(),
                remarks,
                simplest,
            };
            if !lap.is_empty() || emitted.world.has_endless() {
                self.go_round(&mut outcome, &lap);
            }
            self.outcomes.push(outcome);
        }
        match is_met {
            true => Ok(()),
            false => Err(Astray {
                done: path.edges.len().saturating_sub(1),
                why: "the run ended otherwise".into(),
            }),
        }
    }

    /// Gives an outcome in which threads go round for ever the schedule that goes round with them, if there is one.
    fn go_round(&mut self, outcome: &mut Outcome, lap: &[ThreadId]) {
        let (path, knowledge) = (&outcome.path, &mut self.found.knowledge);
        let emitted = emit::emit_round(self.start, knowledge, path, lap, &mut self.trail);
        let Ok((emitted, round)) = emitted else {
            return;
        };
        outcome.schedule = emitted.schedule.to_string();
        let going = round.going.iter().map(|g| {
            let thread = emitted.state.thread(g.thread);
            Going {
                process: emitted.state.process(thread.process).name.to_string(),
                thread: thread.name.to_string(),
                lines: (g.first, g.last),
            }
        });
        outcome.going = going.collect();
    }
}

/// Once through the cycle at the end of a path; empty if it does not end in one.
fn lap(graph: &Graph, cycles: &[Cycle], path: &Path) -> Vec<ThreadId> {
    let end = path.edges.last();
    let end = end.map(|(node, number)| graph.node(*node).edges[*number as usize].to);
    let end = end.unwrap_or(NodeId(0));
    let cycle = cycles.iter().find(|c| c.nodes.binary_search(&end).is_ok());
    cycle.map_or_else(Vec::new, |cycle| cycle.lap(graph, end))
}

/// Ways in which the threads of each group can change places; the first is that nobody does.
fn places(groups: &[Vec<ThreadId>], most: usize) -> Vec<Vec<(ThreadId, ThreadId)>> {
    let mut all = vec![Vec::new()];
    for group in groups.iter().filter(|g| g.len() > 1) {
        let mut next = Vec::new();
        for permutation in permutations(group, most) {
            for before in &all {
                if next.len() < most {
                    let mut pairs: Vec<(ThreadId, ThreadId)> = before.clone();
                    pairs.extend(group.iter().copied().zip(permutation.iter().copied()));
                    next.push(pairs);
                }
            }
        }
        all = next;
    }
    all[0].clear();
    all
}

fn permutations(items: &[ThreadId], most: usize) -> Vec<Vec<ThreadId>> {
    let Some((first, rest)) = items.split_first() else {
        return vec![Vec::new()];
    };
    let mut all = Vec::new();
    for shorter in permutations(rest, most) {
        for at in 0..=shorter.len() {
            let mut longer = shorter.clone();
            longer.insert(at, *first);
            all.push(longer);
        }
        if all.len() >= most {
            break;
        }
    }
    all
}
