//! Walks by what they say of their end: a breadth-first search over nodes taken three times, once a value.
//!
//! Deciding whether two nodes are joined by a *walk* of a given sign is reachability in the signed graph taken twice
//! (the "doubled" graph; Cartwright & Harary 1956 for balance, Yannakakis 1990 for the linear search). The third copy
//! holds the walks that met a link without a sign.

use crate::layout::base::{BreadthFirst, breadth_first};

use super::{
    named::Named,
    value::{Value, Values},
};

/// A node with what a walk says of it, as one number.
pub(super) fn state(node: u32, value: Value) -> u32 {
    node * 3 + value as u32
}

fn node_of(state: u32) -> u32 {
    state / 3
}

fn value_of(state: u32) -> Value {
    Value::ALL[state as usize % 3]
}

/// The shortest walks from the starts to every node, for each value that a walk can give it.
#[derive(Clone, Debug)]
pub(super) struct Walks {
    /// The search over states.
    states: BreadthFirst,
    /// How many states there are.
    count: usize,
}

impl Walks {
    /// Searches from `starts` over the links that are open.
    pub(super) fn new(named: &Named, starts: &[(u32, Value)], open: &[bool]) -> Self {
        let count = named.node_count() * 3;
        let next = |at| {
            let onward = named.onward(node_of(at), open);
            onward.map(move |(to, link)| (state(to, value_of(at).times(named.value(link))), link))
        };
        let states = breadth_first(count, starts.iter().map(|&(node, value)| state(node, value)), next);
        Self { states, count }
    }

    /// The values that walks give a node.
    pub(super) fn values(&self, node: u32) -> Values {
        let mut values = Values::default();
        for value in Value::ALL.into_iter().filter(|&value| self.is_met(state(node, value))) {
            values.insert(value);
        }
        values
    }

    fn is_met(&self, state: u32) -> bool {
        self.states.steps(state).is_some()
    }

    /// The nodes that are met, nearest first.
    pub(super) fn nodes(&self) -> impl Iterator<Item = u32> {
        let mut seen = vec![false; self.count / 3];
        let nodes = self.states.order().iter().map(|&at| node_of(at));
        nodes.filter(move |&node| !std::mem::replace(&mut seen[node as usize], true))
    }

    /// The links of the shortest walk that gives a node a value.
    pub(super) fn trace(&self, node: u32, value: Value) -> Option<Vec<u32>> {
        self.states.trace(state(node, value))
    }

    /// For each state, whether the shortest walk to it meets no node twice.
    ///
    /// The shortest walks form a forest; a walk meets a node twice where a state of the same node is above it. In the
    /// order of a depth-first tour of the forest, that is a question of intervals.
    pub(super) fn simple(&self) -> Vec<bool> {
        let span = self.spans();
        let above = |upper: u32, lower: u32| {
            let (outer, inner) = (span[upper as usize], span[lower as usize]);
            self.is_met(upper) && outer.0 < inner.0 && inner.1 <= outer.1
        };
        let mut simple = vec![false; self.count];
        for &at in self.states.order() {
            let fresh = Value::ALL.into_iter().all(|value| !above(state(node_of(at), value), at));
            simple[at as usize] = fresh && self.before(at).is_none_or(|before| simple[before as usize]);
        }
        simple
    }

    /// The state before the last link of the shortest walk to a state that was met.
    fn before(&self, at: u32) -> Option<u32> {
        self.states.came(at).map(|(before, _)| before)
    }

    /// Where each state and all that hangs below it lie in a depth-first tour.
    fn spans(&self) -> Vec<(u32, u32)> {
        let mut size = vec![1u32; self.count];
        for &at in self.states.order().iter().rev() {
            if let Some(before) = self.before(at) {
                size[before as usize] += size[at as usize];
            }
        }
        // Each state hands out the places inside its own interval to those below it, in the order they were met.
        let mut free = vec![0u32; self.count];
        let mut span = vec![(0, 0); self.count];
        let mut top = 0;
        for &at in self.states.order() {
            let room = match self.before(at) {
                Some(before) => &mut free[before as usize],
                None => &mut top,
            };
            let first = *room;
            *room += size[at as usize];
            span[at as usize] = (first, first + size[at as usize]);
            free[at as usize] = first + 1;
        }
        span
    }
}
