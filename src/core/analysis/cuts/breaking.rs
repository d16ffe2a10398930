//! The fewest links without which no change feeds on itself.

use super::hitting::{cheapest, greedy};
use crate::{
    analysis::{
        lens::Lens,
        loops::{Limits, search},
        web::{CutBy, Web},
    },
    model::{LinkId, Pathway},
};

/// How many looks at a link the proof that fewer cannot do may take.
const EFFORT: usize = 3_000_000;
/// How many loops are taken up at a time.
const AT_A_TIME: usize = 32;
/// How many more loops are looked for at a time where not all could be listed.
const MORE: usize = 200;

/// Links to remove so that no reinforcing loop is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The links, by id. Of sets with as few links, where they are proved to be fewest, the one with the weaker grades;
    /// then one that does not depend on the order of the file.
    pub links: Vec<LinkId>,
    /// Whether there are no fewer that would do.
    pub proof: Proof,
    /// How many reinforcing loops were listed.
    pub loops: usize,
    /// Whether it is certain that no reinforcing loop is left, of whatever length.
    pub complete: bool,
    /// The limit that makes it uncertain. Where it is the length, no reinforcing loop up to that is left.
    pub cut_by: Option<CutBy>,
    /// That length, in links.
    pub length: usize,
}

/// How sure it is that links are the fewest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Fewer do not break all reinforcing loops.
    Exact,
    /// They break the loops, but fewer might too.
    Bound {
        /// No fewer than this can do.
        at_least: usize,
    },
}

/// Finds the fewest links whose removal leaves no reinforcing loop, as far as the limits allow to look for one.
///
/// Every reinforcing loop is a set of links one of which must go. Only a few loops are taken up at first, those that
/// share no link; the cheapest links that hit these are found exactly, and loops that are missed are taken up in turn,
/// until none is missed (the implicit hitting set method of Moreno-Centeno & Karp 2013). This is exact until the
/// proof takes more than three million looks at a link, as it may for some hundred entangled loops; then links are
/// chosen greedily, and the best proof so far is the bound.
pub fn break_loops(pathway: &Pathway, lens: &Lens, limits: Limits) -> Broken {
    break_loops_in(&Web::new(pathway, lens), limits)
}

/// [`break_loops`] of a web that is there already.
pub fn break_loops_in(web: &Web, limits: Limits) -> Broken {
    let listed = search::search(web, limits, |_| true, |links, last| reinforces(web, links, last));
    let loops = (0..listed.len()).map(|place| listed.links(place).to_vec()).collect();
    let mut breaker = Breaker { web, limits, loops, cut_by: listed.cut_by, at_least: 0, steps: limits.steps };
    let (chosen, exact) = breaker.fewest().map_or_else(|| (breaker.few(), false), |chosen| (chosen, true));
    let exact = exact || chosen.len() == breaker.at_least;
    let mut links = web.link_ids(chosen);
    links.sort();
    Broken {
        links,
        proof: if exact { Proof::Exact } else { Proof::Bound { at_least: breaker.at_least } },
        loops: listed.len(),
        complete: breaker.cut_by.is_none(),
        cut_by: breaker.cut_by,
        length: limits.length,
    }
}

fn reinforces(web: &Web, links: &[u32], last: u32) -> bool {
    links.iter().map(|&link| web.sign(link)).product::<i8>() * web.sign(last) == 1
}

struct Breaker<'w> {
    web: &'w Web<'w>,
    limits: Limits,
    /// The reinforcing loops that are known, shortest first.
    loops: Vec<Vec<u32>>,
    /// Set while there may be loops that are not known and not broken.
    cut_by: Option<CutBy>,
    /// The fewest links that can do, as far as it is proved.
    at_least: usize,
    /// The steps left for finding more loops.
    steps: usize,
}

impl Breaker<'_> {
    /// The fewest links, then the weakest; `None` where that takes too long to prove.
    fn fewest(&mut self) -> Option<Vec<u32>> {
        let mut effort = EFFORT;
        let mut taken_up: Vec<Vec<u32>> = Vec::new();
        let mut chosen = Vec::new();
        loop {
            let missed = self.missed(&chosen, taken_up.is_empty());
            if missed.is_empty() {
                return Some(chosen);
            }
            taken_up.extend(missed);
            self.at_least = self.at_least.max(self.apart(&taken_up, usize::MAX).len());
            chosen = cheapest(&taken_up, |link| self.cost(link), &mut effort)?;
            self.at_least = self.at_least.max(chosen.len());
        }
    }

    /// A few links that do, chosen greedily.
    fn few(&mut self) -> Vec<u32> {
        loop {
            let chosen = greedy(&self.loops, |link| self.cost(link));
            if self.cut_by.is_none() || self.find_more(&chosen) == 0 {
                return chosen;
            }
        }
    }

    /// Loops that the chosen links do not break, no two of which share a link; all such at the start.
    fn missed(&mut self, chosen: &[u32], first: bool) -> Vec<Vec<u32>> {
        let broken = self.marked(chosen);
        let most = if first { usize::MAX } else { AT_A_TIME };
        let left: Vec<&Vec<u32>> =
            self.loops.iter().filter(|links| links.iter().all(|&link| !broken[link as usize])).collect();
        let missed = self.apart(&left, most);
        if !missed.is_empty() || self.cut_by.is_none() {
            return missed.into_iter().map(|&links| links.clone()).collect();
        }
        let found = self.find_more(chosen);
        let more = &self.loops[self.loops.len() - found..];
        self.apart(more, most).into_iter().cloned().collect()
    }

    /// Looks for loops that the chosen links leave; how many were added. Where none is left, nothing is uncertain.
    fn find_more(&mut self, chosen: &[u32]) -> usize {
        let limits = Limits { loops: MORE, steps: self.steps, ..self.limits };
        let broken = self.marked(chosen);
        let open = |link: u32| !broken[link as usize];
        let keeps = |links: &[u32], last: u32| reinforces(self.web, links, last);
        let mut more = search::search_by_length(self.web, limits, open, keeps);
        if more.is_empty() && more.cut_by == Some(CutBy::Length) {
            more = search::beyond(self.web, limits, open, keeps);
        }
        self.steps = self.steps.saturating_sub(more.steps);
        if more.is_empty() {
            self.cut_by = more.cut_by;
        }
        self.loops.extend((0..more.len()).map(|place| more.links(place).to_vec()));
        more.len()
    }

    /// What it costs to remove a link: first of all its number counts, and then its grade.
    fn cost(&self, link: u32) -> u64 {
        8 * (self.web.link_count() as u64 + 1) + 4 - self.web.grade(link) as u64
    }
    /// Which of all links are among some.
    fn marked(&self, links: &[u32]) -> Vec<bool> {
        let mut marked = vec![false; self.web.link_count()];
        for &link in links {
            marked[link as usize] = true;
        }
        marked
    }

    /// The first loops no two of which share a link; at most so many.
    fn apart<'l, L: AsRef<[u32]>>(&self, loops: &'l [L], most: usize) -> Vec<&'l L> {
        let mut claimed = self.marked(&[]);
        let mut kept = Vec::new();
        for each in loops {
            if kept.len() == most {
                break;
            }
            let links = each.as_ref();
            if links.iter().all(|&link| !claimed[link as usize]) {
                for &link in links {
                    claimed[link as usize] = true;
                }
                kept.push(each);
            }
        }
        kept
    }
}
