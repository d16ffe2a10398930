//! The search for routes, as bare numbers.

use crate::{
    analysis::web::{
        CutBy, Web,
        search::{Asked, Search, Ways},
    },
    model::Grade,
};

/// Bounds on a search for routes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Longest route, in links. Longer ones are listed too where there are few of them; the shortest always are.
    pub length: usize,
    /// Most routes beyond the length: where there are no more, they are listed, and else none of them is. With 0 the
    /// length is strict.
    pub longer: usize,
    /// Most routes to list.
    pub routes: usize,
    /// Most steps to take before giving up; a tenth as many go into what is longer.
    pub steps: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { length: 12, longer: 100, routes: 1_000, steps: 1_000_000 }
    }
}

impl Limits {
    /// Bounds that are twice as wide, so many times: for whoever goes on asking.
    #[must_use]
    pub fn doubled(self, times: u32) -> Self {
        let more = |limit: usize| limit.saturating_mul(1usize.checked_shl(times).unwrap_or(usize::MAX));
        let Self { length, longer, routes, steps } = self;
        Self { length: more(length), longer: more(longer), routes: more(routes), steps: more(steps) }
    }
}

/// The routes between two nodes of a web as bare numbers.
#[derive(Clone, Debug)]
pub struct Survey {
    ways: Ways,
    /// Places in `ways`, best supported first.
    order: Vec<u32>,
    /// The limit that cut the survey short.
    pub cut_by: Option<CutBy>,
    /// The most links of a route on the list where its length cut it short.
    pub length: usize,
}

impl Survey {
    /// How many routes were found.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether none was found.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The links of a route.
    pub fn links(&self, place: usize) -> &[u32] {
        self.ways.links(self.order[place] as usize)
    }

    /// +1 where a route raises, -1 where it lowers, 0 where it is undecided.
    pub fn sign(&self, place: usize) -> i8 {
        self.ways.sign(self.order[place] as usize)
    }
}

/// Finds every route between two nodes up to the limits: best supported first, then shortest, then by ids.
///
/// Where a limit is met, the search begins again with the best supported and shortest routes, so that what is found
/// is the beginning of the whole list; each of the two searches may take as many steps as the limits allow.
pub fn survey(web: &Web, from: u32, to: u32, limits: Limits) -> Survey {
    let walk = web.steps_to(to, |_| true);
    let nothing = |cut_by| Survey { ways: Ways::default(), order: Vec::new(), cut_by, length: limits.length };
    let Some(steps) = walk.steps(from).filter(|_| from != to) else { return nothing(None) };
    let (all, asked) = (web.node_count() as u32, limits.length.min(web.node_count()) as u32);
    let length = if limits.longer > 0 { asked.max(steps) } else { asked };
    if steps > length {
        return nothing(Some(CutBy::Length));
    }
    let asked = Asked { length, exact: false, number: limits.routes, steps: limits.steps };
    let mut whole = Search::new(web, asked);
    whole.measure(&walk);
    whole.mind_longer = true;
    if let Err(limit) = whole.run(from, to, |_| true, |_, _| true) {
        return by_rank(web, from, to, asked, limit);
    }
    let within = whole.ways.len();
    let longer = whole.longer && {
        let number = limits.longer.min(limits.routes - within);
        whole.widen(all, number, limits.steps / 10);
        whole.run(from, to, |_| true, |links, _| links.len() >= length as usize).is_err()
    };
    if longer {
        whole.ways.truncate(within);
    }
    let cut_by = longer.then_some(CutBy::Length);
    Survey { order: ranked(web, &whole.ways), ways: whole.ways, cut_by, length: length as usize }
}

/// Finds routes in the order of their rank until a limit is met. Where it is not, the one met before stands: the first
/// search also counts what it gives up.
fn by_rank(web: &Web, from: u32, to: u32, asked: Asked, limit: CutBy) -> Survey {
    let mut search = Search::new(web, asked);
    search.asked.exact = true;
    let mut cut_by = None;
    for weakest in Grade::ALL {
        let open = |link: u32| web.grade(link) <= weakest;
        let decides = |links: &[u32], last: u32| {
            web.grade(last) == weakest || links.iter().any(|&link| web.grade(link) == weakest)
        };
        let walk = web.steps_to(to, open);
        search.measure(&walk);
        for length in walk.steps(from).unwrap_or(u32::MAX)..=asked.length {
            search.asked.length = length;
            cut_by = cut_by.or_else(|| search.run(from, to, open, decides).err());
        }
    }
    let order = (0..search.ways.len() as u32).collect();
    Survey { order, ways: search.ways, cut_by: cut_by.or(Some(limit)), length: asked.length as usize }
}

/// The places of ways by weakest grade, then length; equal ones stay as they are, which is by ids.
fn ranked(web: &Web, ways: &Ways) -> Vec<u32> {
    let rank = |&way: &u32| {
        let links = ways.links(way as usize);
        (links.iter().map(|&link| web.grade(link)).max(), links.len())
    };
    let mut order: Vec<u32> = (0..ways.len() as u32).collect();
    order.sort_by_cached_key(rank);
    order
}
