//! The interleavings of a small program as a tree: every state once, ways that lead to a state that is there
//! already as merged edges, outcomes at the leaves. And where each node goes in a picture.
//!
//! Searches on its own, without exchanging threads, so that every edge names who really moves.

use crate::explore::knowledge::Knowledge;
use crate::explore::outcome::Ending;
use crate::explore::start::Start;
use crate::explore::world::World;
use crate::explore::{Outcome, location};
use crate::machine::{Key, ThreadId};
use rustc_hash::FxHashMap as HashMap;
use serde::{Deserialize, Serialize};

/// Most states of a tree; a larger one is no picture.
pub const MOST_NODES: usize = 64;

/// See the module. Node 0 is the beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tree {
    /// The states.
    pub nodes: Vec<Node>,
    /// The rightmost column.
    pub width: u32,
    /// The lowest row.
    pub height: u32,
    /// By outcome: the edges of its simplest schedule, as pairs of node and number of the edge.
    pub paths: Vec<Vec<(u32, u32)>>,
}

/// A state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// What can happen there.
    pub edges: Vec<Edge>,
    /// The number of the outcome, if runs end here.
    pub outcome: Option<u32>,
    /// Its column, in halves.
    pub x: u32,
    /// Its row: how many operations lead there.
    pub y: u32,
}

/// A visible operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// Whose.
    pub thread: ThreadId,
    /// The line.
    pub line: u32,
    /// The variable that it uses, if any.
    pub variable: String,
    /// Whether it writes that.
    pub write: bool,
    /// Where it leads.
    pub to: u32,
    /// Whether another way has led there before.
    pub merged: bool,
}

/// How often the tree is begun anew because it showed something new that threads share.
const MOST_BEGINNINGS: usize = 8;

/// The tree of a program; `None` if it is too large. `paths`: who moves in the simplest schedule of each outcome.
pub fn tree(
    start: &Start,
    knowledge: &mut Knowledge,
    outcomes: &[Outcome],
    paths: &[Vec<ThreadId>],
) -> Option<Tree> {
    knowledge.symmetric = false;
    for _ in 0..MOST_BEGINNINGS {
        knowledge.fresh();
        let found = grow(start, knowledge, outcomes)?;
        if !knowledge.has_learnt() {
            let mut tree = found;
            tree.place();
            let numbered = paths.iter().enumerate();
            tree.paths = numbered
                .map(|(o, path)| tree.follow(o as u32, path))
                .collect();
            return Some(tree);
        }
    }
    None
}

fn grow(start: &Start, knowledge: &mut Knowledge, outcomes: &[Outcome]) -> Option<Tree> {
    let mut worlds = vec![World::new(start, knowledge)];
    let mut known: HashMap<Key, u32> = HashMap::default();
    known.insert(worlds[0].key().0, 0);
    let mut tree = Tree {
        nodes: vec![Node::default()],
        ..Tree::default()
    };
    let mut at = 0;
    while at < worlds.len() {
        let world = worlds[at].clone();
        let moves = world.moves();
        if moves.is_empty() {
            let ending = Ending::of(&world.state, world.has_endless());
            let outcome = outcomes.iter().position(|o| o.ending == ending);
            tree.nodes[at].outcome = outcome.map(|o| o as u32);
        }
        for m in moves {
            let (mut next, uses) = world.fire(m.thread, knowledge);
            let fresh = worlds.len() as u32;
            let to = *known.entry(next.key().0).or_insert(fresh);
            let merged = to != fresh;
            let own = uses.iter().find(|u| u.thread == m.thread);
            tree.nodes[at].edges.push(Edge {
                thread: m.thread,
                line: world.state.line_of(m.thread),
                variable: own.map_or_else(String::new, |u| location(&next.state, u)),
                write: own.is_some_and(|u| u.write),
                to,
                merged,
            });
            if !merged {
                let y = tree.nodes[at].y + 1;
                tree.nodes.push(Node {
                    y,
                    ..Node::default()
                });
                worlds.push(next);
            }
        }
        if worlds.len() > MOST_NODES {
            return None;
        }
        at += 1;
    }
    Some(tree)
}

impl Tree {
    /// Gives every node its place: leaves side by side, a parent over the middle of its children.
    fn place(&mut self) {
        let mut column = 0;
        // Children before their parents: a way down, then back up.
        let mut todo = vec![(0usize, false)];
        while let Some((at, done)) = todo.pop() {
            let node = &self.nodes[at];
            let own = node.edges.iter().filter(|e| !e.merged);
            let children: Vec<usize> = own.map(|e| e.to as usize).collect();
            match (children.first(), children.last()) {
                (Some(first), Some(last)) if done => {
                    self.nodes[at].x = (self.nodes[*first].x + self.nodes[*last].x) / 2;
                }
                (Some(_), Some(_)) => {
                    todo.push((at, true));
                    todo.extend(children.into_iter().rev().map(|child| (child, false)));
                }
                _ => {
                    self.nodes[at].x = column;
                    column += 2;
                }
            }
        }
        self.width = self.nodes.iter().map(|n| n.x).max().unwrap_or(0);
        self.height = self.nodes.iter().map(|n| n.y).max().unwrap_or(0);
    }

    /// The edges of a schedule; none if the tree has it otherwise.
    fn follow(&self, outcome: u32, path: &[ThreadId]) -> Vec<(u32, u32)> {
        let mut at = 0;
        let mut edges = Vec::new();
        for thread in path {
            let found = self.nodes[at as usize]
                .edges
                .iter()
                .position(|e| e.thread == *thread);
            let Some(number) = found else { break };
            edges.push((at, number as u32));
            at = self.nodes[at as usize].edges[number].to;
        }
        if self.nodes[at as usize].outcome != Some(outcome) {
            edges.clear();
        }
        edges
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::{Settings, explore, slices::unwatched};
    use crate::machine::{Options, Preemption, load};

    const DEADLOCK: &str = "import threading\na = threading.Lock()\nb = threading.Lock()\n\
        def one():\n    with a:\n        with b: pass\ndef two():\n    with b:\n        with a: pass\n\
        t1 = threading.Thread(target=one)\nt2 = threading.Thread(target=two)\nt1.start()\nt2.start()\n";

    fn of(source: &str) -> Tree {
        let options = Options {
            preemption: Preemption::Bytecode,
            ..Options::default()
        };
        let state = load("t.py", source.as_bytes(), &options).expect("it is Python");
        let settings = Settings {
            tree: true,
            ..Settings::default()
        };
        explore(&state, &settings, &mut unwatched)
            .tree
            .expect("it is small")
    }

    /// A line per node: place, outcome, edges.
    fn shown(tree: &Tree) -> String {
        let mut out = String::new();
        for (at, node) in tree.nodes.iter().enumerate() {
            let end = node
                .outcome
                .map_or(String::new(), |o| format!(" outcome {o}"));
            out.push_str(&format!("{at} at {},{}{end}:", node.x, node.y));
            for edge in &node.edges {
                let what = match (edge.variable.as_str(), edge.write) {
                    ("", _) => String::new(),
                    (name, write) => format!(" {name}{}", if write { "=" } else { "" }),
                };
                let merged = if edge.merged { "*" } else { "" };
                out.push_str(&format!(
                    " t{} line {}{what} -> {}{merged};",
                    edge.thread.0, edge.line, edge.to
                ));
            }
            out.push('\n');
        }
        out
    }

    #[test]
    fn two_locks_in_opposite_order() {
        let tree = of(DEADLOCK);
        let nodes = tree.nodes.iter();
        let mut ends: Vec<u32> = nodes.filter_map(|n| n.outcome).collect();
        ends.sort_unstable();
        assert_eq!(ends, [0, 1], "{}", shown(&tree));
        let merged = tree.nodes.iter().flat_map(|n| &n.edges).any(|e| e.merged);
        assert!(merged, "both orders end alike: {}", shown(&tree));
    }

    #[test]
    fn no_two_nodes_share_a_place_and_paths_end_at_their_outcome() {
        let tree = of(DEADLOCK);
        for (at, a) in tree.nodes.iter().enumerate() {
            for b in &tree.nodes[at + 1..] {
                assert!((a.x, a.y) != (b.x, b.y), "{}", shown(&tree));
            }
        }
        for (outcome, path) in tree.paths.iter().enumerate() {
            let (node, edge) = *path.last().expect("a path");
            let end = tree.nodes[node as usize].edges[edge as usize].to;
            assert_eq!(tree.nodes[end as usize].outcome, Some(outcome as u32));
        }
    }

    #[test]
    fn a_large_program_has_none() {
        let source = "import threading\nn = 0\ndef f():\n    global n\n    for i in range(9): n += 1\n\
            ts = [threading.Thread(target=f) for _ in range(2)]\nfor t in ts: t.start()\n";
        let options = Options {
            preemption: Preemption::Bytecode,
            ..Options::default()
        };
        let state = load("t.py", source.as_bytes(), &options).expect("it is Python");
        let settings = Settings {
            tree: true,
            ..Settings::default()
        };
        let found = explore(&state, &settings, &mut unwatched);
        assert!(found.states > MOST_NODES as u32 && found.tree.is_none());
    }
}
