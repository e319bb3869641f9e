//! The simplest path to a node: fewest preemptions first, then fewest visible operations, or the other way round.
//!
//! Fewest preemptions is a search over (state, last thread): a bound on preemptions alone, with states matched,
//! would lose paths (Musuvathi and Qadeer, PLDI 2007; Coons et al., OOPSLA 2013).

use crate::explore::graph::{Graph, NodeId};
use crate::machine::ThreadId;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What a simplest schedule has least of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Minimise {
    /// Preemptions, then steps.
    #[default]
    Preemptions,
    /// Steps, then preemptions.
    Steps,
}

/// A path from the beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// Who moves, operation by operation.
    pub threads: Vec<ThreadId>,
    /// How often a thread was stopped that could have gone on.
    pub preemptions: u32,
    /// The same as edges: from where, and which of its.
    pub edges: Vec<(NodeId, u32)>,
    /// Which thread really is who stands at the end of the path under another's name.
    pub names: Vec<(ThreadId, ThreadId)>,
}

impl Path {
    /// Which thread really is who stands at the end of the path under that name.
    pub fn real(&self, thread: ThreadId) -> ThreadId {
        let found = self.names.iter().find(|(label, _)| *label == thread);
        found.map_or(thread, |(_, real)| *real)
    }
}

type Cost = (u32, u32);

/// The simplest path to each of the nodes for which `wanted` gives a number; the first found per number.
pub fn simplest(
    graph: &Graph,
    minimise: Minimise,
    count: usize,
    wanted: impl Fn(NodeId) -> Option<usize>,
) -> Vec<Option<Path>> {
    simplest_without(graph, minimise, &[], count, wanted)
}

/// As [`simplest`], of paths that do not have certain edges.
pub fn simplest_without(
    graph: &Graph,
    minimise: Minimise,
    without: &[(NodeId, u32)],
    count: usize,
    wanted: impl Fn(NodeId) -> Option<usize>,
) -> Vec<Option<Path>> {
    // Slots: who moved last is one of the threads, or nobody yet.
    let threads = graph
        .nodes
        .iter()
        .flat_map(|n| n.edges.iter().map(|e| e.thread.0 + 2))
        .max()
        .unwrap_or(1) as usize;
    let slot = |node: NodeId, last: Option<ThreadId>| {
        node.index() * threads + last.map_or(0, |t| t.index() + 1)
    };
    let mut best: Vec<Cost> = vec![(u32::MAX, u32::MAX); graph.nodes.len() * threads];
    let mut from: Vec<(u32, u32)> = vec![(u32::MAX, 0); best.len()];
    let mut heap = BinaryHeap::new();
    let mut paths: Vec<Option<Path>> = vec![None; count];
    let mut missing = count;
    best[0] = (0, 0);
    heap.push(Reverse(((0u32, 0u32), 0u32)));
    while let Some(Reverse((cost, at))) = heap.pop() {
        if best[at as usize] != cost {
            continue;
        }
        let node = NodeId(at / threads as u32);
        let last = (at as usize % threads).checked_sub(1);
        let last = last.map(|t| ThreadId(t as u32));
        if let Some(number) = wanted(node)
            && paths[number].is_none()
        {
            let preemptions = match minimise {
                Minimise::Preemptions => cost.0,
                Minimise::Steps => cost.1,
            };
            let mut path = trace_back(graph, &from, at, threads);
            path.preemptions = preemptions;
            paths[number] = Some(path);
            missing -= 1;
            if missing == 0 {
                break;
            }
        }
        for (number, edge) in graph.node(node).edges.iter().enumerate() {
            if without.contains(&(node, number as u32)) {
                continue;
            }
            let stopped = last.is_some_and(|l| l != edge.thread && graph.is_enabled(node, l));
            let next = match minimise {
                Minimise::Preemptions => (cost.0 + u32::from(stopped), cost.1 + 1),
                Minimise::Steps => (cost.0 + 1, cost.1 + u32::from(stopped)),
            };
            let to = slot(edge.to, Some(graph.behind(edge, edge.thread)));
            if next < best[to] {
                best[to] = next;
                from[to] = (at, number as u32);
                heap.push(Reverse((next, to as u32)));
            }
        }
    }
    paths
}

fn trace_back(graph: &Graph, from: &[(u32, u32)], at: u32, threads: usize) -> Path {
    let mut edges = Vec::new();
    let mut at = at;
    while from[at as usize].0 != u32::MAX {
        let (before, number) = from[at as usize];
        let node = NodeId(before / threads as u32);
        edges.push((node, number));
        at = before;
    }
    edges.reverse();
    let mut path = Path::default();
    for (node, number) in &edges {
        let edge = graph.node(*node).edges[*number as usize];
        path.threads.push(path.real(edge.thread));
        let pairs = &graph.relabels[edge.relabel.0 as usize];
        if !pairs.is_empty() {
            let names: Vec<(ThreadId, ThreadId)> = pairs
                .iter()
                .map(|(here, there)| (*there, path.real(*here)))
                .collect();
            path.names
                .retain(|(label, _)| names.iter().all(|(n, _)| n != label));
            path.names.extend(names);
        }
    }
    path.edges = edges;
    path
}
