//! What the links of a route or a loop come to together: signs, the weakest grade, time, species.

use super::Web;
use crate::model::{Delay, Grade, LinkId, Stance};

/// How long a chain of links takes, as far as it is known. Delays are classes, so that the slowest link decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// The longest delay that is known on the way, and the first link that has it.
    pub slowest: Option<(Delay, LinkId)>,
    /// The links of which no delay is known, in order.
    pub unknown: Vec<LinkId>,
}

impl Timing {
    /// The class of the whole; `None` unless every link has a delay.
    pub fn total(&self) -> Option<Delay> {
        if self.unknown.is_empty() { self.slowest.as_ref().map(|(delay, _)| *delay) } else { None }
    }

    fn of(web: &Web, links: &[u32]) -> Self {
        let delays = || links.iter().filter_map(|&link| web.delay(link).map(|delay| (delay, link)));
        // The first of equals: `max_by_key` alone would take the last.
        let slowest = delays().rev().max_by_key(|(delay, _)| *delay);
        let unknown = ids(web, links, |link| web.delay(link).is_none());
        Self { slowest: slowest.map(|(delay, link)| (delay, web.link(link).id.clone())), unknown }
    }
}

/// The ids of the links that are wanted, in a list of just that room.
fn ids(web: &Web, links: &[u32], wanted: impl Fn(u32) -> bool) -> Vec<LinkId> {
    let mut ids = Vec::with_capacity(links.iter().filter(|&&link| wanted(link)).count());
    ids.extend(links.iter().filter(|&&link| wanted(link)).map(|&link| web.link(link).id.clone()));
    ids
}

/// What can be said of a chain of links at once.
pub(in crate::analysis) struct Facts {
    /// The weakest grade.
    pub(in crate::analysis) grade: Grade,
    /// The links of that grade, in order.
    pub(in crate::analysis) weakest: Vec<LinkId>,
    /// How many links lower.
    pub(in crate::analysis) lowering: usize,
    /// The links without a sign, in order.
    pub(in crate::analysis) unsigned: Vec<LinkId>,
    /// How long it takes.
    pub(in crate::analysis) timing: Timing,
}

impl Facts {
    /// Looks at each link of a chain.
    pub(in crate::analysis) fn of(web: &Web, links: &[u32]) -> Self {
        let grade = links.iter().map(|&link| web.grade(link)).max().unwrap_or(Grade::A);
        Self {
            grade,
            weakest: ids(web, links, |link| web.grade(link) == grade),
            lowering: links.iter().filter(|&&link| web.sign(link) < 0).count(),
            unsigned: ids(web, links, |link| web.sign(link) == 0),
            timing: Timing::of(web, links),
        }
    }
}

/// The species in which a source found the effect of a link, each once, in the order of the alphabet.
pub(in crate::analysis) fn species<'a>(web: &Web<'a>, link: u32) -> Vec<&'a str> {
    let supports = web.evidence(link).filter(|item| item.stance == Stance::Supports);
    let mut names: Vec<&str> = supports.flat_map(|item| &item.species).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    names
}
