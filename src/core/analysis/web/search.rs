//! The search under routes and loops: every way from one node to another that passes no node twice.
//!
//! Depth first, over the nodes alone from which the end can still be reached within the length (the idea of
//! Johnson 1975, with distances in place of his blocking lists, which suits short ways; Peng et al. 2019 prune hop-
//! constrained paths in the same manner). The search keeps its own stack, so that no chain is too long for it, and
//! stores link numbers alone; names and grades are for those who read the result.

use crate::layout::base::BreadthFirst;

use super::{CutBy, Web};

/// The number of steps to what cannot be reached.
pub(in crate::analysis) const NEVER: u32 = u32::MAX;

/// The most steps of any search: what is found then still fits into 32-bit numbers.
const MOST_STEPS: usize = 1 << 30;

/// Ways through a web as link numbers, one after another in one array.
#[derive(Clone, Debug, Default)]
pub(in crate::analysis) struct Ways {
    links: Vec<u32>,
    ends: Vec<u32>,
    signs: Vec<i8>,
}

impl Ways {
    /// How many there are.
    pub(in crate::analysis) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The links of one of them.
    pub(in crate::analysis) fn links(&self, way: usize) -> &[u32] {
        let start = if way == 0 { 0 } else { self.ends[way - 1] };
        &self.links[start as usize..self.ends[way] as usize]
    }

    /// The product of the signs of one of them: 0 where a link has none.
    pub(in crate::analysis) fn sign(&self, way: usize) -> i8 {
        self.signs[way]
    }

    /// Keeps only the first so many.
    pub(in crate::analysis) fn truncate(&mut self, number: usize) {
        self.ends.truncate(number);
        self.signs.truncate(number);
        self.links.truncate(self.ends.last().map_or(0, |&end| end as usize));
    }

    fn push(&mut self, links: &[u32], last: u32, sign: i8) {
        self.links.extend_from_slice(links);
        self.links.push(last);
        self.ends.push(self.links.len() as u32);
        self.signs.push(sign);
    }
}

/// What is asked of each way.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Asked {
    /// The most links.
    pub(in crate::analysis) length: u32,
    /// Whether only ways of just that many links are kept.
    pub(in crate::analysis) exact: bool,
    /// How many ways may be kept in all.
    pub(in crate::analysis) number: usize,
    /// How many steps may be taken in all.
    pub(in crate::analysis) steps: usize,
}

/// A search, and what it has found.
pub(in crate::analysis) struct Search<'w> {
    web: &'w Web<'w>,
    pub(in crate::analysis) asked: Asked,
    pub(in crate::analysis) ways: Ways,
    /// How many steps were taken.
    pub(in crate::analysis) steps: usize,
    /// Whether a way was given up for its length alone; only found out where it is `mind_longer`.
    pub(in crate::analysis) longer: bool,
    pub(in crate::analysis) mind_longer: bool,
    /// Steps from each node to the end; [`NEVER`] for the nodes on the way that is being walked.
    pub(in crate::analysis) distance: Vec<u32>,
    path: Vec<u32>,
    /// Of each node on the way: its next link, the link past its last, its distance, and the sign so far.
    stack: Vec<Frame>,
}

struct Frame {
    next: u32,
    end: u32,
    node: u32,
    distance: u32,
    sign: i8,
}

impl<'w> Search<'w> {
    /// A search that has found nothing yet, with every node too far away.
    pub(in crate::analysis) fn new(web: &'w Web<'w>, asked: Asked) -> Self {
        // A way is stored in as many numbers as it has links, each of which counts as a step.
        let asked = Asked { steps: asked.steps.min(MOST_STEPS), ..asked };
        Self {
            web,
            asked,
            ways: Ways::default(),
            steps: 0,
            longer: false,
            mind_longer: false,
            distance: vec![NEVER; web.node_count()],
            path: Vec::new(),
            stack: Vec::new(),
        }
    }

    /// Lets the next run go on to ways of another length, with room for so many more ways and steps.
    pub(in crate::analysis) fn widen(&mut self, length: u32, number: usize, steps: usize) {
        let number = self.ways.len().saturating_add(number);
        let steps = self.steps.saturating_add(steps).min(MOST_STEPS);
        (self.asked, self.mind_longer) = (Asked { length, exact: false, number, steps }, false);
    }

    /// Takes the distances to the end of ways from a walk that started there.
    pub(in crate::analysis) fn measure(&mut self, walk: &BreadthFirst) {
        for (node, distance) in (0..).zip(&mut self.distance) {
            *distance = walk.steps(node).unwrap_or(NEVER);
        }
    }

    /// Finds every way from `from` to `to` over `open` links that `keeps` likes, in the order of node and link ids.
    /// The distances to `to` must stand in `distance`. The two may be the same node: then every way is a loop.
    ///
    /// # Errors
    /// The limit that was met; what was found until then is kept.
    pub(in crate::analysis) fn run(
        &mut self,
        from: u32,
        to: u32,
        open: impl Fn(u32) -> bool,
        keeps: impl Fn(&[u32], u32) -> bool,
    ) -> Result<(), CutBy> {
        let outcome = self.walk(from, to, open, keeps);
        while let Some(frame) = self.stack.pop() {
            self.distance[frame.node as usize] = frame.distance;
        }
        self.path.clear();
        outcome
    }

    fn walk(
        &mut self,
        from: u32,
        to: u32,
        open: impl Fn(u32) -> bool,
        keeps: impl Fn(&[u32], u32) -> bool,
    ) -> Result<(), CutBy> {
        if self.asked.length == 0 {
            return Ok(());
        }
        self.enter(from, 1, from != to);
        while let Some(frame) = self.stack.last_mut() {
            if frame.next == frame.end {
                self.distance[frame.node as usize] = frame.distance;
                self.stack.pop();
                self.path.pop();
                continue;
            }
            let link = frame.next;
            frame.next += 1;
            let sign = frame.sign * self.web.sign(link);
            self.steps += 1;
            if self.steps > self.asked.steps {
                return Err(CutBy::Steps);
            }
            // The links walked, and the one that is tried.
            let depth = self.stack.len() as u32;
            let next = self.web.to(link);
            let left = self.distance[next as usize];
            if left > self.asked.length - depth {
                if self.mind_longer && !self.longer && left != NEVER && open(link) {
                    self.longer = self.leads_on(next, to, &open);
                }
            } else if open(link) {
                if next != to {
                    self.path.push(link);
                    self.enter(next, sign, true);
                } else if (!self.asked.exact || depth == self.asked.length) && keeps(&self.path, link) {
                    if self.ways.len() == self.asked.number {
                        return Err(CutBy::Number);
                    }
                    self.steps += self.path.len();
                    self.ways.push(&self.path, link, sign);
                }
            }
        }
        Ok(())
    }

    /// Puts a node on the way. The node that a loop starts from stays open, as its end.
    fn enter(&mut self, node: u32, sign: i8, closes: bool) {
        let links = self.web.links_from(node);
        let distance = self.distance[node as usize];
        if closes {
            self.distance[node as usize] = NEVER;
        }
        self.stack.push(Frame { next: links.start, end: links.end, node, distance, sign });
    }

    /// Whether `to` can be reached from `start` around the nodes of the way that is being walked.
    fn leads_on(&mut self, start: u32, to: u32, open: &impl Fn(u32) -> bool) -> bool {
        let mut seen = vec![false; self.web.node_count()];
        seen[start as usize] = true;
        let mut rest = vec![start];
        while let Some(at) = rest.pop() {
            if at == to {
                return true;
            }
            for link in self.web.links_from(at) {
                self.steps += 1;
                let next = self.web.to(link) as usize;
                if !seen[next] && self.distance[next] != NEVER && open(link) {
                    seen[next] = true;
                    rest.push(next as u32);
                }
            }
        }
        false
    }
}
