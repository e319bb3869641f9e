//! Cycles that never end: livelock, starvation, and deadlock of some threads while others go on.
//!
//! A scheduler is fair if every thread that can move again and again does move again and again (strong fairness).
//! A cycle that only an unfair scheduler repeats, such as a spin that another thread would end, is none of these.

use crate::explore::graph::{Edge, Graph, NodeId};
use crate::explore::knowledge::bit;
use crate::machine::ThreadId;
use rustc_hash::FxHashMap as HashMap;
use std::collections::VecDeque;

/// A set of states that a fair scheduler may stay in for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// The states.
    pub nodes: Vec<NodeId>,
    /// Threads that are no daemons and wait in all of them with nothing to wake them, as bits.
    pub stuck: u64,
    /// Whether no way leads out.
    pub closed: bool,
}

impl Cycle {
    /// A way through it from one of its states back there, on which everybody moves who can move in it.
    pub fn lap(&self, graph: &Graph, from: NodeId) -> Vec<ThreadId> {
        let inside = |to: NodeId| self.nodes.binary_search(&to).is_ok();
        let edges = self.nodes.iter().flat_map(|id| &graph.node(*id).edges);
        let inner = edges.filter(|e| inside(e.to));
        let mut needed = inner.fold(0, |bits, e| bits | bit(e.thread));
        let (mut at, mut lap) = (from, Vec::new());
        while needed != 0 || at != from {
            let wanted = |e: &Edge| match needed {
                0 => e.to == from,
                _ => needed & bit(e.thread) != 0,
            };
            let Some(way) = way(graph, at, inside, wanted) else {
                return Vec::new();
            };
            for edge in way {
                needed &= !bit(edge.thread);
                lap.push(edge.thread);
                at = edge.to;
            }
        }
        lap
    }
}

/// The shortest way whose last edge is wanted.
fn way(
    graph: &Graph,
    from: NodeId,
    inside: impl Fn(NodeId) -> bool,
    wanted: impl Fn(&Edge) -> bool,
) -> Option<Vec<Edge>> {
    let mut came: HashMap<NodeId, (NodeId, Edge)> = HashMap::default();
    let mut todo = VecDeque::from([from]);
    while let Some(at) = todo.pop_front() {
        for edge in graph.node(at).edges.iter().filter(|e| inside(e.to)) {
            if wanted(edge) {
                let (mut way, mut back) = (vec![*edge], at);
                while back != from {
                    let (before, edge) = came[&back];
                    way.push(edge);
                    back = before;
                }
                way.reverse();
                return Some(way);
            }
            if edge.to != from && !came.contains_key(&edge.to) {
                came.insert(edge.to, (at, *edge));
                todo.push_back(edge.to);
            }
        }
    }
    None
}

/// All of them, of a graph that is complete.
pub fn fair_cycles(graph: &Graph) -> Vec<Cycle> {
    let mut found = Vec::new();
    let mut todo = graph.cyclic_components(|_| true, |_| true);
    let mut inside = vec![0u32; graph.nodes.len()];
    let mut mark = 0;
    while let Some(component) = todo.pop() {
        mark += 1;
        component.iter().for_each(|id| inside[id.index()] = mark);
        let (mut enabled, mut taken) = (0u64, 0u64);
        for id in &component {
            for edge in &graph.node(*id).edges {
                enabled |= bit(edge.thread);
                if inside[edge.to.index()] == mark {
                    taken |= bit(edge.thread);
                }
            }
        }
        let starved = enabled & !taken;
        if starved == 0 {
            let stuck = component
                .iter()
                .fold(u64::MAX, |bits, id| bits & graph.node(*id).stuck);
            let edges = component.iter().flat_map(|id| &graph.node(*id).edges);
            let closed = edges.clone().all(|e| inside[e.to.index()] == mark);
            found.push(Cycle {
                nodes: component,
                stuck,
                closed,
            });
            continue;
        }
        // A fair run avoids the states in which the starved could move.
        let left = |id: NodeId| {
            inside[id.index()] == mark
                && !graph
                    .node(id)
                    .edges
                    .iter()
                    .any(|e| starved & bit(e.thread) != 0)
        };
        todo.extend(graph.cyclic_components(left, |_| true));
    }
    found.sort_by_key(|c| c.nodes[0]);
    found
}

/// A thread that may never get its turn although it could move again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starved {
    /// Who.
    pub thread: ThreadId,
    /// A state of the cycle in which it cannot move.
    pub at: NodeId,
    /// Who goes on, as bits.
    pub going: u64,
}

/// Threads for whose turn it is not enough that everybody who can move moves in the end (weak fairness): others may
/// go round and keep taking away what it waits for. Of a graph that is complete; of each thread the first cycle.
pub fn starved(graph: &Graph) -> Vec<Starved> {
    let cyclic = graph.cyclic_components(|_| true, |_| true);
    let mut inside = vec![false; graph.nodes.len()];
    for id in cyclic.into_iter().flatten() {
        inside[id.index()] = true;
    }
    let cyclic = |id: NodeId| inside[id.index()];
    let edges = graph.nodes.iter().flat_map(|node| &node.edges);
    let mut threads: Vec<ThreadId> = edges.filter(|e| cyclic(e.to)).map(|e| e.thread).collect();
    threads.sort_unstable();
    threads.dedup();
    let starves = |thread: &ThreadId| {
        let without = graph.cyclic_components(cyclic, |edge| edge.thread != *thread);
        without
            .iter()
            .find_map(|cycle| starves_in(graph, cycle, *thread))
    };
    threads.iter().filter_map(starves).collect()
}

/// Whether a thread starves in a cycle that does without it.
fn starves_in(graph: &Graph, cycle: &[NodeId], thread: ThreadId) -> Option<Starved> {
    let (mut always, mut ever, mut going) = (u64::MAX, 0, 0);
    let mut at = None;
    for id in cycle {
        let mut here = 0;
        for edge in &graph.node(*id).edges {
            here |= bit(edge.thread);
            if edge.thread != thread && cycle.binary_search(&edge.to).is_ok() {
                going |= bit(edge.thread);
            }
        }
        if here & bit(thread) == 0 {
            at = at.or(Some(*id));
        }
        always &= here;
        ever |= here;
    }
    let patient = always & !going == 0;
    (patient && ever & bit(thread) != 0)
        .then_some(())
        .and(at)
        .map(|at| Starved { thread, at, going })
}
