//! Leaves: the ends of links that may have doors, and the distances that hold while those are open or shut.

use crate::base::distances::{CARD_PAD, RISER_CARD_GAP};
use crate::compact::constraints::Constraints;
use crate::compact::leads::{Arc, When, leads};
use crate::compact::posts::Way;
use crate::fit::fitted::Fitted;
use crate::heights::doors::{Door, Doors};
use crate::heights::task::Task;

/// An end of a link where it may go through the top or bottom of its card.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    pub link: usize,
    /// Whether it is at the cause.
    pub exit: bool,
    door: Door,
    /// The next ends of other links at the same top or bottom: doors open from the outermost one on.
    pub outer: Option<usize>,
    pub inner: Option<usize>,
    /// The other end of a link that can have one door only.
    pub twin: Option<usize>,
}

/// A distance, and the number of its condition or 0 if it always holds.
pub(crate) type Condition = (Arc, u32);

/// Number of the condition that a leaf is open or shut.
pub(crate) fn condition(leaf: usize, open: bool) -> u32 {
    1 + 2 * leaf as u32 + u32::from(open)
}

/// The leaf that a condition is about.
pub(crate) fn leaf_of(condition: u32) -> usize {
    (condition as usize - 1) / 2
}

/// Collects what doors change.
pub(crate) struct Builder<'a> {
    task: Task<'a>,
    fitted: &'a Fitted,
    pub leaves: Vec<Leaf>,
    /// Which of them are open.
    pub open: Vec<bool>,
    /// The leaves of each link, at its cause and at its effect.
    ends: Vec<(Option<usize>, Option<usize>)>,
    /// The card and the riser of each leaf.
    posts: Vec<(usize, usize)>,
}

impl<'a> Builder<'a> {
    /// All doors of this drawing.
    pub(crate) fn new(task: Task<'a>, fitted: &'a Fitted) -> Self {
        let mut ways: Vec<Option<&Way>> = vec![None; task.graph.links.len()];
        fitted.scene.ways.iter().for_each(|w| ways[w.link] = Some(w));
        let mut ends = vec![(None, None); ways.len()];
        let (mut open, mut posts) = (Vec::new(), Vec::new());
        let mut leaves = leaves(task, fitted, |link| ways[link].is_some_and(|w| !fitted.scene.risers(w).is_empty()));
        for (i, leaf) in leaves.iter().enumerate() {
            let (Some(way), link) = (ways[leaf.link], &task.graph.links[leaf.link]) else { continue };
            let (&[first, .., last] | &[first @ last]) = fitted.scene.risers(way) else { continue };
            let (end, card, riser, door) = if leaf.exit {
                (&mut ends[leaf.link].0, link.from, first, way.exit)
            } else {
                (&mut ends[leaf.link].1, link.to, last, way.entry)
            };
            *end = Some(i);
            open.push(door != Door::Side);
            posts.push((card, riser));
        }
        for leaf in leaves.iter_mut().filter(|l| is_direct(task, l.link)) {
            leaf.twin = if leaf.exit { ends[leaf.link].1 } else { ends[leaf.link].0 };
        }
        Self { task, fitted, leaves, open, ends, posts }
    }

    /// All distances with their conditions.
    pub(crate) fn arcs(&self) -> Vec<Condition> {
        let (scene, constraints) = (&self.fitted.scene, &self.fitted.constraints);
        let mut arcs = self.seen();
        for way in &scene.ways {
            let ends = self.ends[way.link];
            leads(self.task, scene, way, (ends.0.is_some(), ends.1.is_some()), |arc, when| {
                let (exit, open) = match when {
                    When::Always => return arcs.push((arc, 0)),
                    When::Shut(exit) => (exit, false),
                    When::Open(exit) | When::Held(exit) => (exit, true),
                };
                let leaf = if exit { ends.0 } else { ends.1 };
                arcs.push((arc, leaf.map_or(0, |l| condition(l, open))));
            });
        }
        for leaf in (0..self.leaves.len()).filter(|&l| self.open[l]) {
            self.lead_between(constraints, leaf, &mut arcs);
        }
        arcs
    }

    /// Distances between posts that see each other: what a riser sees beside its card counts only while the door there
    /// is shut.
    fn seen(&self) -> Vec<Condition> {
        let (scene, constraints) = (&self.fitted.scene, &self.fitted.constraints);
        let mut beyond = vec![None; scene.posts.len()];
        for leaf in (0..self.leaves.len()).filter(|&l| !self.open[l]) {
            let (card, riser) = self.posts[leaf];
            let (low, high) = self.edge(card);
            let post = &scene.posts[riser];
            let span = match self.leaves[leaf].door {
                Door::Base => (high + CARD_PAD, post.bottom),
                Door::Lid | Door::Side => (post.top, low - CARD_PAD),
            };
            beyond[riser] = beyond[riser].or(Some((leaf, span)));
        }
        let hidden = |riser: usize, other: usize| {
            let post = &scene.posts[other];
            let (leaf, (top, bottom)) = beyond[riser]?;
            (post.bottom <= top || post.top >= bottom).then(|| condition(leaf, false))
        };
        let when = |a: &Arc| hidden(a.from, a.to).or_else(|| hidden(a.to, a.from)).unwrap_or(0);
        let room = 3 * constraints.arcs.len();
        let mut arcs = Vec::with_capacity(room);
        arcs.extend(constraints.arcs[..constraints.seen].iter().map(|a| (*a, when(a))));
        arcs
    }

    /// A line whose door is shut leads out between its card and what stands beside that.
    fn lead_between(&self, constraints: &Constraints, leaf: usize, arcs: &mut Vec<Condition>) {
        let ((card, riser), exit) = (self.posts[leaf], self.leaves[leaf].exit);
        let y = self.fitted.heights.y[card];
        let (low, high) = self.edge(card);
        let (top, bottom) = if self.leaves[leaf].door == Door::Base { (y, high) } else { (low, y) };
        let near = if exit { constraints.out.of(card) } else { constraints.into.of(card) };
        for other in near.iter().filter(|n| (n.0 as usize) < constraints.seen).map(|n| n.1 as usize) {
            let post = &self.fitted.scene.posts[other];
            if other != riser && post.top < bottom && top < post.bottom {
                let gap = post.half + if post.card { RISER_CARD_GAP } else { constraints.line_gap };
                let (from, to) =
                    if constraints.place[other] > constraints.place[riser] { (riser, other) } else { (other, riser) };
                arcs.push((Arc { from, to, gap }, condition(leaf, false)));
            }
        }
    }

    /// Top and bottom of a card.
    fn edge(&self, card: usize) -> (f64, f64) {
        let (y, half) = (self.fitted.heights.y[card], self.task.graph.size[card].1 / 2.0);
        (y - half, y + half)
    }
}

/// The ends of links that may have doors, of those links that `rises` is true of.
fn leaves(task: Task, fitted: &Fitted, rises: impl Fn(usize) -> bool) -> Vec<Leaf> {
    let y = &fitted.base.y;
    let (none, direct) = (|_| (false, false), |link| (is_direct(task, link), false));
    let links = 0..task.graph.links.len();
    // Links from column to column have a door at their effect only if they have none at their cause.
    let all = Doors::open(task, y, &links.clone().map(none).collect::<Vec<_>>());
    let entries = Doors::open(task, y, &links.map(direct).collect::<Vec<_>>());
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut add = |links: &mut dyn Iterator<Item = usize>, exit: bool, door: Door| {
        let mut outer: Option<usize> = None;
        for link in links {
            let found = if exit { all.exit[link] } else { entries.entry[link] };
            if found != door || !rises(link) {
                break;
            }
            let own = leaves.len();
            if let Some(outer) = outer {
                leaves[outer].inner = Some(own);
            }
            leaves.push(Leaf { link, exit, door, outer, inner: None, twin: None });
            outer = Some(own);
        }
    };
    for card in 0..task.graph.count() {
        for (exit, side) in [(true, task.frame.right.of(card)), (false, task.frame.left.of(card))] {
            add(&mut side.iter().rev().map(|e| e.link), exit, Door::Base);
            add(&mut side.iter().map(|e| e.link), exit, Door::Lid);
        }
    }
    leaves
}

/// Whether a link leads from one column to the next.
fn is_direct(task: Task, link: usize) -> bool {
    task.layers.chains.get(task.frame.chain[link] as usize).is_some_and(|c| c.items.len() == 2)
}
