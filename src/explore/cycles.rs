//! Cycles that never end: livelock, starvation, and deadlock of some threads while others go on.
//!
//! A scheduler is fair if every thread that can move again and again does move again and again (strong fairness).
//! A cycle that only an unfair scheduler repeats, such as a spin that another thread would end, is none of these.

use crate::explore::graph::{Graph, NodeId};
use crate::explore::knowledge::bit;

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

/// All of them, of a graph that is complete.
pub fn fair_cycles(graph: &Graph) -> Vec<Cycle> {
    let mut found = Vec::new();
    let mut todo = graph.cyclic_components(|_| true);
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
        todo.extend(graph.cyclic_components(left));
    }
    found.sort_by_key(|c| c.nodes[0]);
    found
}
