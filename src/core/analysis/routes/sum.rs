//! What all routes come to together.

use super::Survey;
use crate::analysis::web::{CutBy, Web};

/// How many routes raise, lower, or cannot be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Routes along which more of the cause makes more of the effect.
    pub raising: usize,
    /// Routes along which more of the cause makes less of the effect.
    pub lowering: usize,
    /// Routes with a link that has no sign.
    pub undecided: usize,
}

impl Tally {
    pub(super) fn of(found: &Survey) -> Self {
        let count = |sign| (0..found.len()).filter(|&place| found.sign(place) == sign).count();
        Self { raising: count(1), lowering: count(-1), undecided: count(0) }
    }
}

/// What all routes between two nodes come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Overall {
    /// There is no route.
    NoRoute,
    /// Every route raises.
    Raises,
    /// Every route lowers.
    Lowers,
    /// One route raises and another lowers.
    Disagree,
    /// No two routes disagree, but a route has a link without a sign.
    Undecided,
    /// The list was cut short before it could be known.
    Open,
}

impl Overall {
    /// The words on screen and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoRoute => "no route",
            Self::Raises => "raises",
            Self::Lowers => "lowers",
            Self::Disagree => "routes disagree",
            Self::Undecided => "undecided",
            Self::Open => "not known, as not all routes are listed",
        }
    }
}

/// What the routes come to; where the list was cut short, only what is certain of those that are not on it too.
pub(super) fn overall(web: &Web, from: u32, to: u32, listed: Tally, cut_by: Option<CutBy>) -> Overall {
    match listed {
        Tally { raising: 1.., lowering: 1.., .. } => Overall::Disagree,
        _ if cut_by.is_some() => walks(web, from, to),
        Tally { undecided: 1.., .. } => Overall::Undecided,
        Tally { raising: 1.., .. } => Overall::Raises,
        Tally { lowering: 1.., .. } => Overall::Lowers,
        _ => Overall::NoRoute,
    }
}

/// The sign that every route has, without listing any: +1 or -1 where that is certain, `None` where it is not.
pub fn certain_sign(web: &Web, from: u32, to: u32) -> Option<i8> {
    match walks(web, from, to) {
        Overall::Raises => Some(1),
        Overall::Lowers => Some(-1),
        Overall::NoRoute | Overall::Disagree | Overall::Undecided | Overall::Open => None,
    }
}

/// What every walk comes to, a route being one that passes no node twice. Each node is split in two, for what has been
/// raised and what has been lowered; where only one half of the end can be reached, every walk has that sign.
fn walks(web: &Web, from: u32, to: u32) -> Overall {
    // More cannot be had cheaply: to find a route of a given sign is as hard as to find one of even length, which is
    // NP-complete (LaPaugh & Papadimitriou 1984).
    let ahead = web.steps_to(to, |_| true);
    let mut seen = vec![[false; 2]; web.node_count()];
    seen[from as usize][0] = true;
    let mut rest = vec![(from, 0usize)];
    while let Some((at, half)) = rest.pop() {
        for link in web.links_from(at) {
            let next = web.to(link);
            if ahead.steps(next).is_none() {
                continue;
            }
            let turned = match web.sign(link) {
                1 => half,
                -1 => 1 - half,
                _ => return Overall::Open,
            };
            if !std::mem::replace(&mut seen[next as usize][turned], true) {
                rest.push((next, turned));
            }
        }
    }
    match seen[to as usize] {
        [true, false] => Overall::Raises,
        [false, true] => Overall::Lowers,
        _ => Overall::Open,
    }
}
