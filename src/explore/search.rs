//! The search: every state between visible operations, once, and the graph of them.

use crate::explore::graph::{Edge, Graph, NodeId, OutcomeId, RelabelId};
use crate::explore::knowledge::{Knowledge, MOST_TOLD_APART, Noted};
use crate::explore::outcome::{Ending, stuck};
use crate::explore::slices::Pace;
use crate::explore::start::Start;
use crate::explore::world::{Use, World};
use crate::explore::{CROWDED, ONE_STEP};
use crate::machine::{Key, ThreadId};
use crate::schedule::draw::Draw;
use rustc_hash::FxHashMap as HashMap;
use std::collections::BTreeMap;

/// How far a search goes.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// Most states.
    pub states: u32,
}

/// What a search found.
#[derive(Debug, Default)]
pub struct Found {
    /// The graph.
    pub graph: Graph,
    /// How runs end; index is [`OutcomeId`].
    pub endings: Vec<Ending>,
    /// Pairs of uses of variables that are in each other's way, with the node before them.
    pub races: Vec<(NodeId, Use, Use)>,
    /// Transitions executed.
    pub transitions: u64,
    /// The bound that was met, as a sentence.
    pub bound: Option<String>,
    /// What was learnt about the program.
    pub knowledge: Knowledge,
    /// Groups of threads that may change places.
    pub groups: Vec<Vec<ThreadId>>,
}

/// Random walks that come before a search, to learn what threads share.
const WALKS: u64 = 6;
/// Longest walk, in visible operations.
const WALK: usize = 3_000;
/// Most threads on a walk.
const WALKERS: usize = 200;
/// So many states are taken in order of the preemptions on the way there: whoever stops early has seen the simple runs.
/// Later the last one found is next, so that few are kept.
const EARLY: u32 = 5_000;
/// Most beginnings anew.
const MOST_BEGINNINGS: usize = 400;

/// Searches from a state.
pub async fn search(start: &Start, bounds: &Bounds, pace: &Pace) -> Found {
    let mut knowledge = Knowledge::default();
    walks(start, &mut knowledge, pace).await;
    knowledge.symmetric = true;
    walks(start, &mut knowledge, pace).await;
    for _ in 0..MOST_BEGINNINGS {
        knowledge.symmetric &= !knowledge.identity;
        knowledge.fresh();
        let mut search = Search::new(start, bounds, std::mem::take(&mut knowledge));
        search.run(pace).await;
        let mut found = search.found;
        if found.bound.is_none() {
            found.bound = pace.bound();
        }
        if let (None, Some((function, line))) = (&found.bound, &found.knowledge.merged) {
            found.bound = Some(format!("{function}() at line {line}{ONE_STEP}"));
        }
        // Who is told to stop gives what this beginning has found.
        if found.knowledge.has_learnt() && !pace.is_stopped() {
            knowledge = found.knowledge;
            continue;
        }
        // Who is treated fairly in a cycle cannot be told where threads change places.
        if found.knowledge.symmetric && found.bound.is_none() && has_cycle(&found.graph) {
            knowledge = found.knowledge;
            knowledge.symmetric = false;
            knowledge.identity = true;
            continue;
        }
        return found;
    }
    Found {
        bound: Some("the program kept showing new things that threads share".into()),
        ..Found::default()
    }
}

fn has_cycle(graph: &Graph) -> bool {
    !graph.cyclic_components(|_| true, |_| true).is_empty()
}

/// Random executions, until they show nothing new.
async fn walks(start: &Start, knowledge: &mut Knowledge, pace: &Pace) {
    for _ in 0..MOST_BEGINNINGS {
        knowledge.symmetric &= !knowledge.identity;
        knowledge.fresh();
        let first = World::new(start, knowledge);
        for seed in 0..WALKS {
            walk(first.clone(), seed, knowledge, pace).await;
        }
        if !knowledge.has_learnt() || pace.is_stopped() {
            return;
        }
    }
}

/// One execution, chosen by a seed.
async fn walk(mut world: World, seed: u64, knowledge: &mut Knowledge, pace: &Pace) {
    let mut draw = Draw::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    for _ in 0..WALK {
        let moves = world.moves();
        // Of a crowd the search itself learns as much.
        if moves.is_empty() || world.state.threads.len() > WALKERS {
            return;
        }
        if !pace.turn(|_| {}).await {
            return;
        }
        let i = draw.below(moves.len());
        world = world.fire(moves[i].thread, knowledge).0;
    }
}

struct Search<'a> {
    bounds: &'a Bounds,
    found: Found,
    known: HashMap<Key, NodeId>,
    /// By node, the order in which the members of groups were taken.
    orders: Vec<Vec<ThreadId>>,
    ids: BTreeMap<Ending, OutcomeId>,
    todo: Todo,
    /// Whether there were more threads than are told apart.
    crowded: bool,
}

/// A state that was found and is not expanded yet.
struct Open {
    id: NodeId,
    world: World,
    /// Who moved last on the way there.
    last: Option<ThreadId>,
    /// How often on the way there a thread was stopped that could have gone on.
    preemptions: u32,
    /// Operations on the way there.
    depth: u32,
}

/// So many operations count as much as a preemption in the order of states: who repeats something for ever does not keep
/// the others out.
const DEPTH: u32 = 400;

/// What is to be expanded.
struct Todo {
    /// By preemptions, while that is the order.
    early: BTreeMap<u32, Vec<Open>>,
    /// How many are still taken in that order.
    left: u32,
    /// Afterwards.
    stack: Vec<Open>,
}

impl Todo {
    fn push(&mut self, open: Open) {
        match self.left {
            0 => self.stack.push(open),
            _ => {
                let cost = open.preemptions + open.depth / DEPTH;
                self.early.entry(cost).or_default().push(open);
            }
        }
    }

    fn pop(&mut self) -> Option<Open> {
        if self.left == 0 {
            return self.stack.pop();
        }
        self.left -= 1;
        let mut first = self.early.first_entry()?;
        let open = first.get_mut().pop();
        if first.get().is_empty() {
            first.remove();
        }
        if self.left == 0 {
            let rest = std::mem::take(&mut self.early).into_values().rev();
            self.stack.extend(rest.flatten());
        }
        open
    }

    fn is_empty(&self) -> bool {
        self.early.is_empty() && self.stack.is_empty()
    }
}

impl<'a> Search<'a> {
    fn new(start: &Start, bounds: &'a Bounds, mut knowledge: Knowledge) -> Self {
        let world = World::new(start, &mut knowledge);
        let mut search = Search {
            bounds,
            found: Found {
                knowledge,
                ..Found::default()
            },
            known: HashMap::default(),
            orders: Vec::new(),
            ids: BTreeMap::new(),
            todo: Todo {
                early: BTreeMap::new(),
                left: EARLY.min(bounds.states / 2).max(1),
                stack: Vec::new(),
            },
            crowded: false,
        };
        search.arrive(world, None, (0, 0));
        search
    }

    async fn run(&mut self, pace: &Pace) {
        while let Some(open) = self.todo.pop() {
            self.expand(&open);
            if self.found.knowledge.has_learnt() {
                return;
            }
            let states = self.found.graph.nodes.len();
            if states >= self.bounds.states as usize && !self.todo.is_empty() {
                self.found.bound = Some(format!("{} states", self.bounds.states));
                return;
            }
            if !pace.turn(|status| status.note(&self.found)).await {
                return;
            }
        }
        if self.crowded {
            self.found.bound.get_or_insert(CROWDED.into());
        }
    }

    /// The node of a world, and who has which place there; a new one is noted for expansion.
    fn arrive(
        &mut self,
        mut world: World,
        last: Option<ThreadId>,
        (preemptions, depth): (u32, u32),
    ) -> (NodeId, RelabelId) {
        let (key, order) = world.key();
        if let Some(id) = self.known.get(&key) {
            let there = &self.orders[id.index()];
            if *there == order {
                return (*id, RelabelId::default());
            }
            let pairs = order.into_iter().zip(there.iter().copied()).collect();
            return (*id, self.found.graph.relabel_id(pairs));
        }
        let id = self.found.graph.add();
        self.known.insert(key, id);
        self.crowded |= world.state.threads.len() > MOST_TOLD_APART as usize;
        self.orders.push(order);
        if self.found.groups.len() != world.groups().len()
            || self
                .found
                .groups
                .iter()
                .map(Vec::len)
                .ne(world.groups().iter().map(Vec::len))
        {
            self.found.groups = world.groups().to_vec();
        }
        self.todo.push(Open {
            id,
            world,
            last,
            preemptions,
            depth,
        });
        (id, RelabelId::default())
    }

    fn expand(&mut self, open: &Open) {
        let (id, world) = (open.id, &open.world);
        let moves = world.moves();
        let stopped = |thread: ThreadId| {
            let last = open.last.filter(|last| *last != thread);
            last.is_some_and(|last| moves.iter().any(|m| m.thread == last))
        };
        if moves.is_empty() {
            let ending = Ending::of(&world.state, world.has_endless());
            let outcome = self.outcome(ending);
            self.found.graph.nodes[id.index()].outcome = Some(outcome);
        }
        let mut uses: Vec<Vec<Use>> = Vec::with_capacity(moves.len());
        let mut edges: Vec<Edge> = Vec::with_capacity(moves.len());
        let mut noted: Vec<Vec<Noted>> = Vec::with_capacity(moves.len());
        for m in &moves {
            let like = (0..edges.len()).find(|i| {
                world.are_alike(edges[*i].thread, m.thread)
                    && world.is_only_of_old(&uses[*i], &noted[*i])
            });
            let (edge, used) = match like {
                Some(i) => {
                    self.found.knowledge.repeat(&noted[i], m.thread);
                    noted.push(noted[i].clone());
                    let used = uses[i].iter().cloned();
                    let used = used.map(|u| Use {
                        thread: m.thread,
                        ..u
                    });
                    (self.in_place_of(id, edges[i], m.thread), used.collect())
                }
                None => {
                    let symmetric = self.found.knowledge.symmetric;
                    self.found.knowledge.log(symmetric);
                    let (next, used) = world.fire(m.thread, &mut self.found.knowledge);
                    noted.push(self.found.knowledge.log(false));
                    self.found.transitions += 1;
                    if self.found.knowledge.has_learnt() {
                        return;
                    }
                    let thread = m.thread;
                    let preemptions = open.preemptions + u32::from(stopped(thread));
                    let way = (preemptions, open.depth + 1);
                    let (to, relabel) = self.arrive(next, Some(thread), way);
                    let edge = Edge {
                        thread,
                        to,
                        relabel,
                    };
                    (edge, used)
                }
            };
            if self.found.knowledge.has_learnt() {
                return;
            }
            edges.push(edge);
            uses.push(used);
        }
        self.note_races(id, world, &uses);
        let stuck = stuck(&world.state);
        let node = &mut self.found.graph.nodes[id.index()];
        node.edges = edges;
        node.stuck = stuck;
        node.expanded = true;
    }

    /// The edge of a thread that is up to the same as that of another edge: behind it each is in the other's place.
    fn in_place_of(&mut self, id: NodeId, edge: Edge, thread: ThreadId) -> Edge {
        let swapped = |t: ThreadId| match t {
            t if t == thread => edge.thread,
            t if t == edge.thread => thread,
            t => t,
        };
        let members = &self.orders[id.index()];
        let behind = members
            .iter()
            .map(|t| (*t, self.found.graph.behind(&edge, swapped(*t))))
            .collect();
        Edge {
            thread,
            to: edge.to,
            relabel: self.found.graph.relabel_id(behind),
        }
    }

    fn outcome(&mut self, ending: Ending) -> OutcomeId {
        let next = OutcomeId(self.found.endings.len() as u32);
        match self.ids.get(&ending) {
            Some(id) => *id,
            None => {
                self.ids.insert(ending.clone(), next);
                self.found.endings.push(ending);
                next
            }
        }
    }

    fn note_races(&mut self, id: NodeId, world: &World, uses: &[Vec<Use>]) {
        for (i, first) in uses.iter().enumerate() {
            for second in &uses[i + 1..] {
                for a in first {
                    for b in second {
                        if world.is_race(a, b) {
                            self.add_race(id, a, b);
                        }
                    }
                }
            }
        }
    }

    fn add_race(&mut self, id: NodeId, a: &Use, b: &Use) {
        let same =
            |x: &Use, y: &Use| x.variable == y.variable && x.line == y.line && x.write == y.write;
        let known = self
            .found
            .races
            .iter()
            .any(|(_, x, y)| same(x, a) && same(y, b) || same(x, b) && same(y, a));
        if !known {
            self.found.races.push((id, a.clone(), b.clone()));
        }
    }
}
