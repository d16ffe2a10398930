//! Feedback loops: every directed cycle within bounds that are said, with what it does to itself and what it rests on.

mod cycle;
pub(super) mod search;
#[cfg(test)]
mod tests;
mod words;

use super::{
    lens::Lens,
    web::{CutBy, Web},
};
use crate::model::Pathway;

pub use cycle::{Loop, LoopKind};
pub use search::{Limits, Survey, survey};

/// The loops of a pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loops {
    /// Shortest first, then by the ids of the nodes and links on the way; independent of the order of the file. Where
    /// the list was cut short, it is the beginning of the whole list.
    pub loops: Vec<Loop>,
    /// Whether these are all loops there are.
    pub complete: bool,
    /// The limit that cut the list short.
    pub cut_by: Option<CutBy>,
    /// The most links of a loop on the list where its length cut it short.
    pub length: usize,
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

/// Finds every loop up to the limits, under a lens. Links without an effect carry nothing and close no loop.
pub fn loops(pathway: &Pathway, lens: &Lens, limits: Limits) -> Loops {
    loops_in(&Web::new(pathway, lens), limits)
}

/// [`loops`] of a web that is there already.
pub fn loops_in(web: &Web, limits: Limits) -> Loops {
    let found = survey(web, limits);
    let dressed = (0..found.len()).map(|place| found.dress(web, place)).collect();
    Loops { loops: dressed, complete: found.cut_by.is_none(), cut_by: found.cut_by, length: limits.length }
}
