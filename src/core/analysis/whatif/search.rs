//! The search for one more simple route to a node, of a value that its known routes do not have.
//!
//! Depth-first, from the node backwards. At every step a breadth-first search asks whether any walk over the nodes that
//! are left still leads to a wanted end; where none does, the branch is given up, and where the shortest one meets no
//! node twice, it is the route. Links looked at are counted, so that the limit means the same on every computer. That
//! search stops at the first end and keeps its memory from step to step, so that it is not the common one.

use super::{
    named::Named,
    value::{Value, Values},
    walks::state,
};

/// What a search came to.
pub(super) enum Found {
    /// A route, and the value it gives the node.
    Route(Value, Tail),
    /// There is none.
    Nothing,
    /// The limit came first.
    Limit,
}

/// The last part of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tail {
    /// The node it begins at, with the value that this has there.
    pub(super) end: (u32, Value),
    /// Its links, in order.
    pub(super) links: Vec<u32>,
}

/// The share of the whole limit that one node may use up.
const SHARE: usize = 40;

/// Memory that searches share.
pub(super) struct Search<'a> {
    named: &'a Named,
    open: &'a [bool],
    /// What each end of routes brings with it.
    ends: Vec<Option<Value>>,
    on_path: Vec<bool>,
    /// In which round each state was last met.
    met: Vec<u32>,
    round: u32,
    /// How each state was met: the link behind it and the place in the queue of the state behind that.
    queue: Vec<(u32, Value, u32, usize)>,
    share: usize,
    left: usize,
}

/// What is known of a step of the search.
enum Ahead {
    Route(Tail),
    Walk,
    Nothing,
}

impl<'a> Search<'a> {
    pub(super) fn new(named: &'a Named, open: &'a [bool], limit: usize) -> Self {
        let nodes = named.node_count();
        Self {
            named,
            open,
            ends: vec![None; nodes],
            on_path: vec![false; nodes],
            met: vec![0; nodes * 3],
            round: 0,
            queue: Vec::new(),
            share: limit.div_ceil(SHARE),
            left: limit,
        }
    }

    /// Looks for a route from one of `ends` to `node` that makes `known` undecided.
    pub(super) fn another(&mut self, node: u32, ends: &[(u32, Value)], known: Values) -> Found {
        for &(end, value) in ends {
            self.ends[end as usize] = Some(value);
        }
        let floor = self.left.saturating_sub(self.share);
        let (found, path) = self.run(node, known, floor);
        for at in path {
            self.on_path[at as usize] = false;
        }
        for &(end, _) in ends {
            self.ends[end as usize] = None;
        }
        found
    }

    /// The search itself, with the nodes that were on its path at the end.
    fn run(&mut self, node: u32, known: Values, floor: usize) -> (Found, Vec<u32>) {
        // Each frame: a node, the value of the part from there, and which of its causes comes next.
        let mut stack = vec![(node, Value::More, 0usize)];
        let mut path: Vec<u32> = Vec::new();
        let mut fresh = true;
        while let Some(&(at, value, next)) = stack.last() {
            if self.left <= floor {
                return (Found::Limit, stack.iter().map(|frame| frame.0).collect());
            }
            if fresh {
                self.on_path[at as usize] = true;
                match self.ahead(at, value, known) {
                    Ahead::Route(mut tail) => {
                        tail.links.extend(path.iter().rev());
                        let whole = tail.links.iter().fold(tail.end.1, |v, &link| v.times(self.named.value(link)));
                        return (Found::Route(whole, tail), stack.iter().map(|frame| frame.0).collect());
                    }
                    Ahead::Walk => {}
                    Ahead::Nothing => fresh = false,
                }
            }
            let cause = if fresh || next > 0 { self.named.links_into(at).get(next).copied() } else { None };
            fresh = false;
            let Some(link) = cause else {
                self.on_path[at as usize] = false;
                stack.pop();
                path.pop();
                continue;
            };
            if let Some(frame) = stack.last_mut() {
                frame.2 += 1;
            }
            let from = self.named.from(link);
            self.left = self.left.saturating_sub(1);
            if self.open[link as usize] && !self.on_path[from as usize] && self.ends[from as usize].is_none() {
                stack.push((from, self.named.value(link).times(value), 0));
                path.push(link);
                fresh = true;
            }
        }
        (Found::Nothing, Vec::new())
    }

    /// Whether a walk over nodes off the path leads from an end to here with a value that is wanted.
    fn ahead(&mut self, at: u32, value: Value, known: Values) -> Ahead {
        self.round += 1;
        self.queue.clear();
        self.queue.push((at, value, u32::MAX, usize::MAX));
        self.met[state(at, value) as usize] = self.round;
        let mut place = 0;
        while let Some(&(node, value, _, _)) = self.queue.get(place) {
            let named = self.named;
            for (from, link) in named.back(node, self.open) {
                self.left = self.left.saturating_sub(1);
                let before = named.value(link).times(value);
                let met = state(from, before) as usize;
                if let Some(end) = self.ends[from as usize] {
                    let mut both = known;
                    both.insert(end.times(before));
                    if both.are_undecided() {
                        return self.spell((from, end), link, place);
                    }
                } else if !self.on_path[from as usize] && self.met[met] != self.round {
                    self.met[met] = self.round;
                    self.queue.push((from, before, link, place));
                }
            }
            place += 1;
        }
        Ahead::Nothing
    }

    /// The walk that the queue spells from an end over `link`, where it meets no node twice.
    fn spell(&self, end: (u32, Value), link: u32, place: usize) -> Ahead {
        let (mut links, mut nodes, mut place) = (vec![link], Vec::new(), place);
        while let Some(&(node, _, link, behind)) = self.queue.get(place) {
            nodes.push(node);
            if link != u32::MAX {
                links.push(link);
            }
            place = behind;
        }
        nodes.sort_unstable();
        if nodes.windows(2).any(|pair| pair[0] == pair[1]) {
            return Ahead::Walk;
        }
        Ahead::Route(Tail { end, links })
    }
}
