//! Walks by what they say of their end: a breadth-first search over nodes taken three times, once a value.
//!
//! Deciding whether two nodes are joined by a *walk* of a given sign is reachability in the signed graph taken twice
//! (the "doubled" graph; Cartwright & Harary 1956 for balance, Yannakakis 1990 for the linear search). The third copy
//! holds the walks that met a link without a sign.

use super::web::{Value, Values, Web};

/// Marks a state that no walk has come to.
const NEVER: u32 = u32::MAX;
/// Marks a state in which a walk begins.
const START: u32 = u32::MAX - 1;

/// A node with what a walk says of it, as one number.
pub(super) fn state(node: usize, value: Value) -> usize {
    node * 3 + value as usize
}

fn node_of(state: usize) -> usize {
    state / 3
}

fn value_of(state: usize) -> Value {
    Value::ALL[state % 3]
}

/// The shortest walks from the starts to every node, for each value that a walk can give it.
#[derive(Clone, Debug)]
pub(super) struct Walks {
    /// The link by which each state was first met, with the value before it; or a mark.
    came: Vec<u32>,
    /// The states in the order in which they were met.
    met: Vec<u32>,
}

impl Walks {
    /// Searches from `starts` over the links that are open.
    pub(super) fn new(web: &Web, starts: &[(usize, Value)], open: &[bool]) -> Self {
        let mut came = vec![NEVER; web.names.len() * 3];
        let mut met = Vec::new();
        for &(node, value) in starts {
            came[state(node, value)] = START;
            met.push(state(node, value) as u32);
        }
        let mut next = 0;
        while let Some(&at) = met.get(next) {
            next += 1;
            let (node, value) = (node_of(at as usize), value_of(at as usize));
            for &link in web.links_out(node).iter().filter(|&&link| open[link]) {
                let arc = web.arcs[link];
                let to = state(arc.to, value.times(arc.value));
                if came[to] == NEVER {
                    came[to] = (link * 3 + value as usize) as u32;
                    met.push(to as u32);
                }
            }
        }
        Self { came, met }
    }

    /// The values that walks give a node.
    pub(super) fn values(&self, node: usize) -> Values {
        let mut values = Values::default();
        for value in Value::ALL {
            if self.came[state(node, value)] != NEVER {
                values.insert(value);
            }
        }
        values
    }

    /// The nodes that are met, nearest first.
    pub(super) fn nodes(&self) -> impl Iterator<Item = usize> {
        let mut seen = vec![false; self.came.len() / 3];
        self.met.iter().map(|&at| node_of(at as usize)).filter(move |&node| !std::mem::replace(&mut seen[node], true))
    }

    /// The links of the shortest walk that gives a node a value.
    pub(super) fn trace(&self, web: &Web, node: usize, value: Value) -> Option<Vec<usize>> {
        let mut links = Vec::new();
        let mut at = state(node, value);
        if self.came[at] == NEVER {
            return None;
        }
        while self.came[at] != START {
            let (link, before) = (self.came[at] as usize / 3, Value::ALL[self.came[at] as usize % 3]);
            links.push(link);
            at = state(web.arcs[link].from, before);
        }
        links.reverse();
        Some(links)
    }

    /// For each state, whether the shortest walk to it meets no node twice.
    ///
    /// The shortest walks form a forest; a walk meets a node twice where a state of the same node is above it. In the
    /// order of a depth-first tour of the forest, that is a question of intervals.
    pub(super) fn simple(&self, web: &Web) -> Vec<bool> {
        let span = self.spans(web);
        let above = |upper: usize, lower: usize| {
            self.came[upper] != NEVER && span[upper].0 < span[lower].0 && span[lower].1 <= span[upper].1
        };
        let mut simple = vec![false; self.came.len()];
        for at in self.met.iter().map(|&at| at as usize) {
            let fresh = Value::ALL.into_iter().all(|value| !above(state(node_of(at), value), at));
            simple[at] = fresh && self.before(web, at).is_none_or(|before| simple[before]);
        }
        simple
    }

    /// The state before the last link of the shortest walk to a state that was met.
    fn before(&self, web: &Web, at: usize) -> Option<usize> {
        let came = self.came[at];
        (came != START).then(|| state(web.arcs[came as usize / 3].from, Value::ALL[came as usize % 3]))
    }

    /// Where each state and all that hangs below it lie in a depth-first tour.
    fn spans(&self, web: &Web) -> Vec<(u32, u32)> {
        let mut size = vec![1u32; self.came.len()];
        for at in self.met.iter().rev().map(|&at| at as usize) {
            if let Some(before) = self.before(web, at) {
                size[before] += size[at];
            }
        }
        // Each state hands out the places inside its own interval to those below it, in the order they were met.
        let mut free = vec![0u32; self.came.len()];
        let mut span = vec![(0, 0); self.came.len()];
        let mut top = 0;
        for at in self.met.iter().map(|&at| at as usize) {
            let room = match self.before(web, at) {
                Some(before) => &mut free[before],
                None => &mut top,
            };
            let first = *room;
            *room += size[at];
            span[at] = (first, first + size[at]);
            free[at] = first + 1;
        }
        span
    }
}
