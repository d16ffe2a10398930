//! Feedback loops: every directed cycle up to a length, with what it does to itself and what it rests on.

pub(super) mod search;
#[cfg(test)]
mod tests;
mod words;

use super::{
    lens::Lens,
    web::{CutBy, Facts, Timing, Web},
};
use crate::model::{Grade, LinkId, NodeId, Pathway};

pub use search::{Survey, survey};

/// Bounds on a search for loops.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Longest loop, in links.
    pub length: usize,
    /// Most loops to list.
    pub loops: usize,
    /// Most steps to take before giving up.
    pub steps: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { length: 12, loops: 10_000, steps: 2_000_000 }
    }
}

/// The loops of a pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loops {
    /// Shortest first, then by the ids of the nodes and links on the way; independent of the order of the file. Where
    /// the list was cut short, it is the beginning of the whole list.
    pub loops: Vec<Loop>,
    /// Whether these are all loops up to the length asked for.
    pub complete: bool,
    /// The limit that cut the list short.
    pub cut_by: Option<CutBy>,
}

impl Loops {
    /// A short name for each that no other has, from the labels of its most telling nodes.
    pub fn names(&self, pathway: &Pathway) -> Vec<String> {
        words::Namer::new(&self.loops, pathway).names(&self.loops)
    }

    /// How many are of a kind.
    pub fn count(&self, kind: LoopKind) -> usize {
        self.loops.iter().filter(|l| l.kind == kind).count()
    }
}

/// One directed cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// Its nodes, from the one whose id sorts first.
    pub nodes: Vec<NodeId>,
    /// Its links; the first leads from the first node to the second.
    pub links: Vec<LinkId>,
    /// What it does to itself.
    pub kind: LoopKind,
    /// The weakest grade of its links.
    pub grade: Grade,
    /// The links of that grade, in order.
    pub weakest: Vec<LinkId>,
    /// How many of its links lower.
    pub lowering: usize,
    /// Its links without a sign, in order; they are why it is undecided.
    pub unsigned: Vec<LinkId>,
    /// How long one turn takes.
    pub turn: Timing,
}

impl Loop {
    /// Why it is of its kind, as a sentence: `Two links lower, an even number, so it is reinforcing.`
    pub fn reason(&self, pathway: &Pathway, lens: &Lens) -> String {
        words::reason(self, pathway, lens)
    }

    /// A short name from the labels of its most telling nodes: `Chronic stress – skull marrow loop`.
    pub fn name(&self, pathway: &Pathway) -> String {
        words::Namer::new(std::slice::from_ref(self), pathway).name(self)
    }

    /// Its links from the node where telling it would begin.
    pub fn links_from_start(&self, pathway: &Pathway) -> Vec<LinkId> {
        let start = self.told_from_start(pathway).into_iter().next();
        let at = self.nodes.iter().position(|node| Some(node) == start.as_ref()).unwrap_or_default();
        let at = at.min(self.links.len().saturating_sub(1));
        let mut links = self.links.clone();
        links.rotate_left(at);
        links
    }

    /// Its nodes from the one where telling it would begin: an outside cause before a body, a symptom last.
    pub fn told_from_start(&self, pathway: &Pathway) -> Vec<NodeId> {
        let told = words::Namer::new(std::slice::from_ref(self), pathway).told(self).into_iter().cloned();
        told.collect()
    }
}

/// What a loop does to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LoopKind {
    /// The signs multiply to plus: a change feeds on itself.
    Reinforcing,
    /// The signs multiply to minus: a change is held back.
    Balancing,
    /// A link on it is mixed or unknown.
    Undecided,
}

impl LoopKind {
    /// The word on screen and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reinforcing => "reinforcing",
            Self::Balancing => "balancing",
            Self::Undecided => "undecided",
        }
    }

    fn of(sign: i8) -> Self {
        match sign {
            1 => Self::Reinforcing,
            -1 => Self::Balancing,
            _ => Self::Undecided,
        }
    }
}

/// Finds every loop up to the limits, under a lens. Links without an effect carry nothing and close no loop.
pub fn loops(pathway: &Pathway, lens: &Lens, limits: Limits) -> Loops {
    loops_in(&Web::new(pathway, lens), limits)
}

/// [`loops`] of a web that is there already.
pub fn loops_in(web: &Web, limits: Limits) -> Loops {
    let found = survey(web, limits);
    let dressed = (0..found.len()).map(|place| found.dress(web, place)).collect();
    Loops { loops: dressed, complete: found.cut_by.is_none(), cut_by: found.cut_by }
}

/// A loop of link numbers as one of names and grades.
fn dress(web: &Web, links: &[u32], sign: i8) -> Loop {
    let facts = Facts::of(web, links);
    Loop {
        nodes: web.node_ids(links.iter().map(|&link| web.from(link))),
        links: web.link_ids(links.iter().copied()),
        kind: LoopKind::of(sign),
        grade: facts.grade,
        weakest: facts.weakest,
        lowering: facts.lowering,
        unsigned: facts.unsigned,
        turn: facts.timing,
    }
}
