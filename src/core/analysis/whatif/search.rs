//! The search for one more simple route to a node, of a value that its known routes do not have.
//!
//! Depth-first, from the node backwards. At every step a breadth-first search asks whether any walk over the nodes that
//! are left still leads to a wanted end; where none does, the branch is given up, and where the shortest one meets no
//! node twice, it is the route. Links looked at are counted, so that the limit means the same on every computer.

use super::{
    walks::state,
    web::{Value, Values, Web},
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
    pub(super) end: (usize, Value),
    /// Its links, in order.
    pub(super) links: Vec<usize>,
}

/// The share of the whole limit that one node may use up.
const SHARE: usize = 40;

/// Memory that searches share.
pub(super) struct Search<'a> {
    web: &'a Web,
    open: &'a [bool],
    /// What each end of routes brings with it.
    ends: Vec<Option<Value>>,
    on_path: Vec<bool>,
    /// In which round each state was last met.
    met: Vec<u32>,
    round: u32,
    /// How each state was met: the link behind it and the place in the queue of the state behind that.
    queue: Vec<(usize, Value, usize, usize)>,
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
    pub(super) fn new(web: &'a Web, open: &'a [bool], limit: usize) -> Self {
        let nodes = web.names.len();
        Self {
            web,
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
    pub(super) fn another(&mut self, node: usize, ends: &[(usize, Value)], known: Values) -> Found {
        for &(end, value) in ends {
            self.ends[end] = Some(value);
        }
        let floor = self.left.saturating_sub(self.share);
        let (found, path) = self.run(node, known, floor);
        for at in path {
            self.on_path[at] = false;
        }
        for &(end, _) in ends {
            self.ends[end] = None;
        }
        found
    }

    /// The search itself, with the nodes that were on its path at the end.
    fn run(&mut self, node: usize, known: Values, floor: usize) -> (Found, Vec<usize>) {
        // Each frame: a node, the value of the part from there, and which of its causes comes next.
        let mut stack = vec![(node, Value::More, 0usize)];
        let mut path: Vec<usize> = Vec::new();
        let mut fresh = true;
        while let Some(&(at, value, next)) = stack.last() {
            if self.left <= floor {
                return (Found::Limit, stack.iter().map(|frame| frame.0).collect());
            }
            if fresh {
                self.on_path[at] = true;
                match self.ahead(at, value, known) {
                    Ahead::Route(mut tail) => {
                        tail.links.extend(path.iter().rev());
                        let whole = tail.links.iter().fold(tail.end.1, |v, &link| v.times(self.web.arcs[link].value));
                        return (Found::Route(whole, tail), stack.iter().map(|frame| frame.0).collect());
                    }
                    Ahead::Walk => {}
                    Ahead::Nothing => fresh = false,
                }
            }
            let cause = if fresh || next > 0 { self.web.links_into(at).get(next).copied() } else { None };
            fresh = false;
            let Some(link) = cause else {
                self.on_path[at] = false;
                stack.pop();
                path.pop();
                continue;
            };
            if let Some(frame) = stack.last_mut() {
                frame.2 += 1;
            }
            let arc = self.web.arcs[link];
            self.left = self.left.saturating_sub(1);
            if self.open[link] && !self.on_path[arc.from] && self.ends[arc.from].is_none() {
                stack.push((arc.from, arc.value.times(value), 0));
                path.push(link);
                fresh = true;
            }
        }
        (Found::Nothing, Vec::new())
    }

    /// Whether a walk over nodes off the path leads from an end to here with a value that is wanted.
    fn ahead(&mut self, at: usize, value: Value, known: Values) -> Ahead {
        self.round += 1;
        self.queue.clear();
        self.queue.push((at, value, usize::MAX, usize::MAX));
        self.met[state(at, value)] = self.round;
        let mut place = 0;
        while let Some(&(node, value, _, _)) = self.queue.get(place) {
            for &link in self.web.links_into(node).iter().filter(|&&link| self.open[link]) {
                self.left = self.left.saturating_sub(1);
                let arc = self.web.arcs[link];
                let before = arc.value.times(value);
                if let Some(end) = self.ends[arc.from] {
                    let mut both = known;
                    both.insert(end.times(before));
                    if both.are_undecided() {
                        return self.spell((arc.from, end), link, place);
                    }
                } else if !self.on_path[arc.from] && self.met[state(arc.from, before)] != self.round {
                    self.met[state(arc.from, before)] = self.round;
                    self.queue.push((arc.from, before, link, place));
                }
            }
            place += 1;
        }
        Ahead::Nothing
    }

    /// The walk that the queue spells from an end over `link`, where it meets no node twice.
    fn spell(&self, end: (usize, Value), link: usize, place: usize) -> Ahead {
        let (mut links, mut nodes, mut place) = (vec![link], Vec::new(), place);
        while let Some(&(node, _, link, behind)) = self.queue.get(place) {
            nodes.push(node);
            if link != usize::MAX {
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
