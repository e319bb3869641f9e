//! The graph of an exploration: states as numbers, visible operations as edges. Paths, cycles and shares are
//! found here, without executing anything.

use crate::machine::ThreadId;
use rustc_hash::FxHashMap as HashMap;

/// A node of a [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

impl NodeId {
    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Index into the outcomes of an exploration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutcomeId(pub u32);

/// A visible operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Whose.
    pub thread: ThreadId,
    /// Where it leads.
    pub to: NodeId,
    /// Who has which place there.
    pub relabel: RelabelId,
}

/// Index into [`Graph::relabels`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RelabelId(pub u32);

/// Who takes whose place when a state is matched with one in which threads had changed places: pairs of the
/// thread before and the thread that stands for it from there on.
pub type Relabel = Vec<(ThreadId, ThreadId)>;

/// A state between visible operations.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// What can happen next, by thread.
    pub edges: Vec<Edge>,
    /// How the run ended, if it ended here.
    pub outcome: Option<OutcomeId>,
    /// Threads that are not daemons and wait here with nothing to wake them, as bits.
    pub stuck: u64,
    /// Whether its edges are all there.
    pub expanded: bool,
}

/// States and visible operations; node 0 is the beginning.
#[derive(Clone, Debug)]
pub struct Graph {
    /// By number.
    pub nodes: Vec<Node>,
    /// By number; the first changes nothing.
    pub relabels: Vec<Relabel>,
    numbers: HashMap<Relabel, u32>,
}

impl Default for Graph {
    fn default() -> Self {
        Graph {
            nodes: Vec::new(),
            relabels: vec![Vec::new()],
            numbers: HashMap::from_iter([(Vec::new(), 0)]),
        }
    }
}

impl Graph {
    /// The number of a relabelling.
    pub fn relabel_id(&mut self, pairs: Relabel) -> RelabelId {
        let next = self.relabels.len() as u32;
        let number = *self.numbers.entry(pairs.clone()).or_insert(next);
        if number == next {
            self.relabels.push(pairs);
        }
        RelabelId(number)
    }

    /// Who stands for a thread behind an edge.
    pub fn behind(&self, edge: &Edge, thread: ThreadId) -> ThreadId {
        let pairs = &self.relabels[edge.relabel.0 as usize];
        let found = pairs.iter().find(|(here, _)| *here == thread);
        found.map_or(thread, |(_, there)| *there)
    }

    /// A new node.
    pub fn add(&mut self) -> NodeId {
        self.nodes.push(Node::default());
        NodeId(self.nodes.len() as u32 - 1)
    }

    /// A node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// Where a thread's next operation leads.
    pub fn next(&self, from: NodeId, thread: ThreadId) -> Option<NodeId> {
        let edges = &self.node(from).edges;
        edges.iter().find(|e| e.thread == thread).map(|e| e.to)
    }

    /// Whether a thread can move.
    pub fn is_enabled(&self, at: NodeId, thread: ThreadId) -> bool {
        self.next(at, thread).is_some()
    }

    /// Strongly connected components that have a cycle, of the nodes for which `keep` holds and the edges for which
    /// `follow` does (Tarjan 1972, without recursion).
    pub fn cyclic_components(
        &self,
        keep: impl Fn(NodeId) -> bool,
        follow: impl Fn(&Edge) -> bool,
    ) -> Vec<Vec<NodeId>> {
        let n = self.nodes.len();
        let (mut index, mut low) = (vec![0u32; n], vec![0u32; n]);
        let mut on_stack = vec![false; n];
        let (mut stack, mut found, mut counter) = (Vec::new(), Vec::new(), 0);
        for root in (0..n as u32).map(NodeId).filter(|id| keep(*id)) {
            if index[root.index()] != 0 {
                continue;
            }
            let mut work = vec![(root, 0usize)];
            while let Some((at, edge)) = work.pop() {
                if edge == 0 {
                    counter += 1;
                    index[at.index()] = counter;
                    low[at.index()] = counter;
                    stack.push(at);
                    on_stack[at.index()] = true;
                }
                let edges = &self.node(at).edges;
                if let Some(edge_there) = edges.get(edge) {
                    let next = edge_there.to;
                    work.push((at, edge + 1));
                    if keep(next) && follow(edge_there) {
                        if index[next.index()] == 0 {
                            work.push((next, 0));
                        } else if on_stack[next.index()] {
                            low[at.index()] = low[at.index()].min(index[next.index()]);
                        }
                    }
                    continue;
                }
                if low[at.index()] == index[at.index()] {
                    let mut component = Vec::new();
                    while let Some(node) = stack.pop() {
                        on_stack[node.index()] = false;
                        component.push(node);
                        if node == at {
                            break;
                        }
                    }
                    let mut edges = self.node(at).edges.iter();
                    let cyclic = component.len() > 1 || edges.any(|e| e.to == at && follow(e));
                    if cyclic {
                        component.sort_unstable();
                        found.push(component);
                    }
                }
                if let Some((parent, _)) = work.last() {
                    let parent = parent.index();
                    low[parent] = low[parent].min(low[at.index()]);
                }
            }
        }
        found
    }
}
