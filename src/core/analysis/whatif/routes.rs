//! First response: the values of all simple routes from the pushed nodes to each node.
//!
//! Whether a simple directed path of a given sign exists is NP-hard in general (`LaPaugh` & Papadimitriou 1984, for
//! paths of even length), so the work is split. Where walks have one value, so have routes. Where the shortest walk of
//! a value meets no node twice, it is a route. For what is left, every route to a node passes its immediate dominator,
//! and the parts before and after it share no node: what is undecided there stays undecided behind it, and otherwise
//! only the part after it is searched ([`super::search`]), within a limit.

use std::collections::BTreeMap;

use petgraph::{algo::dominators::simple_fast, graph::DiGraph, graph::NodeIndex};

use super::{
    named::Named,
    search::{Found, Search, Tail},
    value::{Value, Values},
    walks::{Walks, state},
};

/// What the routes say of one node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) values: Values,
    /// Whether these are the values of routes, rather than of walks that may meet a node twice.
    pub(super) exact: bool,
}

/// The values of all simple routes, with a route for each.
#[derive(Clone, Debug)]
pub(super) struct FirstResponse {
    walks: Walks,
    /// For each state, whether its shortest walk is a route.
    simple: Vec<bool>,
    verdicts: Vec<Verdict>,
    /// The immediate dominator of each node, where it was asked for.
    dominator: Vec<Option<u32>>,
    /// Ends of routes that took a search, by state.
    tails: BTreeMap<u32, Tail>,
}

impl FirstResponse {
    /// Decides every node; `open` must close the links into blocked and pushed nodes.
    pub(super) fn new(named: &Named, starts: &[(u32, Value)], open: &[bool], limit: usize) -> Self {
        let walks = Walks::new(named, starts, open);
        let simple = walks.simple();
        let verdicts = vec![Verdict::default(); named.node_count()];
        let mut first = Self { walks, simple, verdicts, dominator: Vec::new(), tails: BTreeMap::new() };
        let mut hard: Vec<u32> = first.walks.nodes().collect();
        hard.retain(|&node| !first.decide_by_walks(node));
        if !hard.is_empty() {
            first.dominator = dominators(named, starts, open);
            let mut search = Search::new(named, open, limit);
            for node in hard {
                first.verdicts[node as usize] = first.decide_behind(node, starts, &mut search);
            }
        }
        first
    }

    pub(super) fn verdict(&self, node: u32) -> Verdict {
        self.verdicts[node as usize]
    }

    /// Whether the shortest walk that gives a node a value is a route.
    fn is_simple(&self, node: u32, value: Value) -> bool {
        self.simple[state(node, value) as usize]
    }

    /// The values whose shortest walk to a node is a route.
    fn simple_values(&self, node: u32) -> Values {
        let mut values = Values::default();
        for value in Value::ALL.into_iter().filter(|&value| self.is_simple(node, value)) {
            values.insert(value);
        }
        values
    }

    /// Decides a node where walks are enough; says whether they were.
    fn decide_by_walks(&mut self, node: u32) -> bool {
        let (walks, simple) = (self.walks.values(node), self.simple_values(node));
        let decided = walks.only().is_some() || simple.are_undecided();
        if decided {
            self.verdicts[node as usize] =
                Verdict { values: if simple.is_empty() { walks } else { simple }, exact: true };
        }
        decided
    }

    /// Decides a node by its dominator, which was decided before it, and a search for the routes from there.
    fn decide_behind(&mut self, node: u32, starts: &[(u32, Value)], search: &mut Search) -> Verdict {
        let unsure = Verdict { values: self.walks.values(node), exact: false };
        let known = self.simple_values(node);
        let ends: Vec<(u32, Value)> = match self.dominator[node as usize] {
            None => starts.to_vec(),
            Some(gate) => match self.verdicts[gate as usize] {
                Verdict { values, exact } if values.are_undecided() => return Verdict { values, exact },
                Verdict { values, exact: true } => values.only().map(|value| (gate, value)).into_iter().collect(),
                Verdict { .. } => return unsure,
            },
        };
        match search.another(node, &ends, known) {
            Found::Route(value, tail) => {
                self.tails.insert(state(node, value), tail);
                let mut values = known;
                values.insert(value);
                Verdict { values, exact: true }
            }
            Found::Nothing => Verdict { values: known, exact: true },
            Found::Limit => unsure,
        }
    }

    /// The links of a route that gives a node a value: the shortest, unless that took a search. Where the node could
    /// not be decided exactly, it is the shortest walk.
    pub(super) fn trace(&self, named: &Named, node: u32, value: Value) -> Option<Vec<u32>> {
        if self.is_simple(node, value) || !self.verdicts[node as usize].exact {
            return self.walks.trace(node, value);
        }
        let (mut at, mut wanted, mut back) = (node, value, Vec::new());
        while !self.is_simple(at, wanted) {
            if let Some(tail) = self.tails.get(&state(at, wanted)) {
                back.extend(tail.links.iter().rev());
                (at, wanted) = tail.end;
            } else {
                (at, wanted) = self.climb(named, at, wanted, &mut back)?;
            }
        }
        let mut links = self.walks.trace(at, wanted)?;
        links.extend(back.iter().rev());
        Some(links)
    }

    /// Follows a route to a node backwards until a dominator whose routes can give the rest of a value.
    fn climb(&self, named: &Named, node: u32, value: Value, back: &mut Vec<u32>) -> Option<(u32, Value)> {
        let by = Value::ALL.into_iter().find(|&by| self.is_simple(node, by))?;
        let (mut gate, mut wanted) = (*self.dominator.get(node as usize)?, value);
        for &link in self.walks.trace(node, by)?.iter().rev() {
            let (from, by) = (named.from(link), named.value(link));
            if by == Value::Unsigned {
                return None;
            }
            back.push(link);
            wanted = wanted.times(by);
            if gate == Some(from) {
                if self.is_simple(from, wanted) || self.tails.contains_key(&state(from, wanted)) {
                    return Some((from, wanted));
                }
                gate = self.dominator[from as usize];
            }
        }
        None
    }
}

/// The immediate dominator of each node that is reached: the last node but itself that every route to it passes
/// (Cooper, Harvey & Kennedy 2001). None where only the start of everything is.
fn dominators(named: &Named, starts: &[(u32, Value)], open: &[bool]) -> Vec<Option<u32>> {
    let nodes = named.node_count();
    let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(nodes + 1, named.links.len() + starts.len());
    for _ in 0..=nodes {
        graph.add_node(());
    }
    for &link in named.links.iter().filter(|&&link| open[link as usize]) {
        graph.add_edge(NodeIndex::from(named.from(link)), NodeIndex::from(named.to(link)), ());
    }
    let root = NodeIndex::new(nodes);
    for &(start, _) in starts {
        graph.add_edge(root, NodeIndex::from(start), ());
    }
    let tree = simple_fast(&graph, root);
    let gate = |node| tree.immediate_dominator(NodeIndex::new(node)).filter(|&gate| gate != root);
    (0..nodes).map(|node| gate(node).map(|gate| gate.index() as u32)).collect()
}
