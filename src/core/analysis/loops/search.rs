//! The search for loops, as bare numbers: quick enough to be run again on every change.
//!
//! Inside each strong component, every node in turn is the root of the loops in which it is the first by id. The
//! search from a root sees only later nodes from which the root can still be reached in the links that are left.

use super::{Loop, LoopKind};
use crate::analysis::web::{
    CutBy, Web,
    search::{Asked, NEVER, Search, Ways},
};

/// Bounds on a search for loops.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Longest loop, in links. Longer ones are listed too where there are few of them.
    pub length: usize,
    /// Most loops beyond the length: where there are no more, they are listed, and else none of them is. With 0 the
    /// length is strict, and it is only found out whether there is a longer one.
    pub longer: usize,
    /// Most loops to list.
    pub loops: usize,
    /// Most steps to take before giving up; a tenth as many go into what is longer.
    pub steps: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { length: 12, longer: 100, loops: 10_000, steps: 2_000_000 }
    }
}

impl Limits {
    /// Bounds that are twice as wide, so many times: for whoever goes on asking.
    #[must_use]
    pub fn doubled(self, times: u32) -> Self {
        let more = |limit: usize| limit.saturating_mul(1usize.checked_shl(times).unwrap_or(usize::MAX));
        let Self { length, longer, loops, steps } = self;
        Self { length: more(length), longer: more(longer), loops: more(loops), steps: more(steps) }
    }
}

/// The loops of a web as bare numbers: count them at once, dress those that are looked at.
#[derive(Clone, Debug)]
pub struct Survey {
    ways: Ways,
    /// Places in `ways`, shortest loop first.
    order: Vec<u32>,
    /// The limit that cut the survey short.
    pub cut_by: Option<CutBy>,
    /// How many steps it took.
    pub(in crate::analysis) steps: usize,
}

impl Survey {
    /// How many loops were found.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether none was found.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The links of a loop, from its first node by id.
    pub fn links(&self, place: usize) -> &[u32] {
        self.ways.links(self.order[place] as usize)
    }

    /// What a loop does to itself.
    pub fn kind(&self, place: usize) -> LoopKind {
        LoopKind::of(self.ways.sign(self.order[place] as usize))
    }

    /// How many loops are of a kind.
    pub fn count(&self, kind: LoopKind) -> usize {
        (0..self.len()).filter(|&place| self.kind(place) == kind).count()
    }

    /// A loop with its names, grades and times; the web must be the one that was searched.
    pub fn dress(&self, web: &Web, place: usize) -> Loop {
        Loop::of(web, self.links(place), self.ways.sign(self.order[place] as usize))
    }
}

/// Finds every loop of a web up to the limits, shortest first, then by the ids of the nodes and links on the way.
///
/// Where a limit is met, the search begins again with the shortest loops, so that what is found is the beginning of
/// the whole list; each of the two searches may take as many steps as the limits allow.
pub fn survey(web: &Web, limits: Limits) -> Survey {
    search(web, limits, |_| true, |_, _| true)
}

/// The same over `open` links and for loops that `keeps` likes, given their links but the last, and the last.
pub(in crate::analysis) fn search(
    web: &Web,
    limits: Limits,
    open: impl Fn(u32) -> bool,
    keeps: impl Fn(&[u32], u32) -> bool,
) -> Survey {
    let roots = Roots::of(web, &open);
    let asked = Asked { length: longest(web, limits), exact: false, number: limits.loops, steps: limits.steps };
    let mut search = Search::new(web, asked);
    if roots.search(&mut search, &open, &keeps).is_err() {
        return search_by_length(web, limits, open, keeps);
    }
    let within = search.ways.len();
    let number = limits.longer.min(limits.loops - within);
    let cut_by = roots.search_beyond(&mut search, (number, limits.steps), &open, &keeps);
    if cut_by.is_some() {
        search.ways.truncate(within);
    }
    Survey { order: by_length(&search.ways), ways: search.ways, cut_by, steps: search.steps }
}

/// The same in the order of the lengths from the start, for where there are more loops than wanted.
pub(in crate::analysis) fn search_by_length(
    web: &Web,
    limits: Limits,
    open: impl Fn(u32) -> bool,
    keeps: impl Fn(&[u32], u32) -> bool,
) -> Survey {
    let asked = Asked { length: 0, exact: true, number: limits.loops, steps: limits.steps };
    let roots = Roots::of(web, &open);
    let mut search = Search::new(web, asked);
    let mut cut_by = None;
    while cut_by.is_none() && search.asked.length < longest(web, limits) {
        search.asked.length += 1;
        cut_by = roots.search(&mut search, &open, &keeps).err();
    }
    let order = (0..search.ways.len() as u32).collect();
    let cut_by = cut_by.or_else(|| (roots.largest > search.asked.length).then_some(CutBy::Length));
    Survey { order, ways: search.ways, cut_by, steps: search.steps }
}

/// The first loops that are met beyond the length: all of them, unless it says that a limit was met.
pub(in crate::analysis) fn beyond(
    web: &Web,
    limits: Limits,
    open: impl Fn(u32) -> bool,
    keeps: impl Fn(&[u32], u32) -> bool,
) -> Survey {
    let roots = Roots::of(web, &open);
    let asked = Asked { length: longest(web, limits), exact: false, number: 0, steps: 0 };
    let mut search = Search::new(web, asked);
    let cut_by = roots.search_beyond(&mut search, (limits.loops, limits.steps), &open, &keeps);
    Survey { order: by_length(&search.ways), ways: search.ways, cut_by, steps: search.steps }
}

fn longest(web: &Web, limits: Limits) -> u32 {
    limits.length.min(web.node_count()) as u32
}

/// Where loops may begin.
struct Roots<'w> {
    web: &'w Web<'w>,
    component: Vec<u32>,
    /// The most nodes of one component: no loop is longer.
    largest: u32,
}

impl<'w> Roots<'w> {
    fn of(web: &'w Web<'w>, open: impl Fn(u32) -> bool) -> Self {
        let component = web.components(open);
        let mut sizes = vec![0; web.node_count()];
        for &each in &component {
            sizes[each as usize] += 1;
        }
        Self { web, component, largest: sizes.into_iter().max().unwrap_or(0) }
    }

    /// Goes on with the loops that are longer than what was asked, and adds at most so many of them. They cannot be told
    /// without walking along the short ones again, so that this has a bound of its own; where it is met, nothing is known
    /// of longer loops but that some may be there.
    fn search_beyond(
        &self,
        search: &mut Search,
        (number, steps): (usize, usize),
        open: &impl Fn(u32) -> bool,
        keeps: &impl Fn(&[u32], u32) -> bool,
    ) -> Option<CutBy> {
        let within = search.asked.length;
        if self.largest <= within {
            return None;
        }
        search.widen(self.largest, number, steps / 10);
        let longer = |links: &[u32], last: u32| links.len() >= within as usize && keeps(links, last);
        self.search(search, open, &longer).err().map(|_| CutBy::Length)
    }

    fn search(
        &self,
        search: &mut Search,
        open: &impl Fn(u32) -> bool,
        keeps: &impl Fn(&[u32], u32) -> bool,
    ) -> Result<(), CutBy> {
        let mut near = Vec::new();
        for root in 0..self.web.node_count() as u32 {
            if self.may_begin(root) {
                self.measure(root, search, &mut near, open);
                let outcome = search.run(root, root, open, keeps);
                near.drain(..).for_each(|node: u32| search.distance[node as usize] = NEVER);
                outcome?;
            }
        }
        Ok(())
    }

    /// Whether links to and from other nodes of the loop, or itself, are there at all: a quick look that spares most
    /// nodes the search.
    fn may_begin(&self, root: u32) -> bool {
        let later = |node: u32| node >= root && self.component[node as usize] == self.component[root as usize];
        self.web.links_from(root).any(|link| later(self.web.to(link)))
            && self.web.links_to(root).iter().any(|&link| later(self.web.from(link)))
    }

    /// Sets the steps back to the root from the later nodes of its component that are near enough. There may be thousands
    /// of roots, so that a whole walk with a memory of its own for each would cost more than the search.
    fn measure(&self, root: u32, search: &mut Search, near: &mut Vec<u32>, open: &impl Fn(u32) -> bool) {
        search.distance[root as usize] = 0;
        near.push(root);
        let mut head = 0;
        while let Some(&at) = near.get(head) {
            head += 1;
            let steps = search.distance[at as usize] + 1;
            if steps >= search.asked.length {
                break;
            }
            for &link in self.web.links_to(at) {
                let from = self.web.from(link);
                let closed = from <= root || search.distance[from as usize] != NEVER;
                if !closed && self.component[from as usize] == self.component[root as usize] && open(link) {
                    search.distance[from as usize] = steps;
                    near.push(from);
                }
            }
        }
        search.steps += near.len();
    }
}

/// The places of ways in the order of their lengths; those of one length stay as they are.
fn by_length(ways: &Ways) -> Vec<u32> {
    let mut order: Vec<u32> = (0..ways.len() as u32).collect();
    order.sort_by_key(|&way| ways.links(way as usize).len());
    order
}
