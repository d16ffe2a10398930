//! Routes: every way from a cause to an effect, what it comes to, and what it rests on.

mod best;
mod search;
mod sum;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::{
    cuts::must::must,
    lens::Lens,
    web::{CutBy, Facts, Refusal, Timing, Web, species},
};
use crate::model::{Grade, LinkId, NodeId, Pathway};

pub use search::{Limits, Survey, survey};
pub use sum::{Overall, Tally, certain_sign};

/// The routes from a cause to an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routes {
    /// Best supported first (by the weakest grade on the way), then shortest, then by the ids of the nodes and links on
    /// the way. Where the list was cut short by number or steps, it is the beginning of the whole list.
    pub routes: Vec<Route>,
    /// Whether these are all routes there are.
    pub complete: bool,
    /// The limit that cut the list short.
    pub cut_by: Option<CutBy>,
    /// The most links of a route on the list where its length cut it short.
    pub length: usize,
    /// The best supported of all routes of any length, even where the list was cut short: the heaviest weakest grade,
    /// then the fewest links, then the first by ids.
    pub best: Option<Route>,
    /// The first link that every route takes, whatever its length.
    pub hangs_on: Option<LinkId>,
    /// How many of the listed routes raise, lower, or cannot be told.
    pub tally: Tally,
    /// What all routes come to.
    pub overall: Overall,
}

/// One way from a cause to an effect that passes no node twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its nodes, ends included.
    pub nodes: Vec<NodeId>,
    /// Its links, one fewer.
    pub links: Vec<LinkId>,
    /// What more of the cause does to the effect along it.
    pub effect: Net,
    /// The links without a sign, in order.
    pub undecided_by: Vec<LinkId>,
    /// The weakest grade of its links.
    pub grade: Grade,
    /// The links of that grade, in order.
    pub weakest: Vec<LinkId>,
    /// How long it takes.
    pub delay: Timing,
    /// The species in which a source found every one of its links, in the order of the alphabet.
    pub species_of_all: Vec<String>,
    /// The species in which a source found at least one of its links, in the order of the alphabet.
    pub species_of_any: Vec<String>,
}

/// What a route does to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Net {
    /// The signs multiply to plus.
    Raises,
    /// The signs multiply to minus.
    Lowers,
    /// A link on it is mixed or unknown.
    Undecided,
}

impl Net {
    /// The word on screen and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Raises => "raises",
            Self::Lowers => "lowers",
            Self::Undecided => "undecided",
        }
    }

    fn of(sign: i8) -> Self {
        match sign {
            1 => Self::Raises,
            -1 => Self::Lowers,
            _ => Self::Undecided,
        }
    }
}

/// Finds the routes from a cause to an effect, under a lens. From a node to itself there are none: those are loops.
///
/// # Errors
/// Where the pathway lacks one of the nodes.
pub fn routes(pathway: &Pathway, lens: &Lens, from: &NodeId, to: &NodeId, limits: Limits) -> Result<Routes, Refusal> {
    routes_in(&Web::new(pathway, lens), from, to, limits)
}

/// [`routes`] in a web that is there already.
///
/// # Errors
/// Where the web lacks one of the nodes.
pub fn routes_in(web: &Web, from: &NodeId, to: &NodeId, limits: Limits) -> Result<Routes, Refusal> {
    let (from, to) = (web.find(from)?, web.find(to)?);
    let found = survey(web, from, to, limits);
    let tally = Tally::of(&found);
    let mut dresser = Dresser { web, species: BTreeMap::new() };
    Ok(Routes {
        routes: (0..found.len()).map(|place| dresser.dress(found.links(place))).collect(),
        complete: found.cut_by.is_none(),
        cut_by: found.cut_by,
        length: found.length,
        best: best::best(web, from, to).map(|links| dresser.dress(&links)),
        hangs_on: must(web, from, to).and_then(|must| must.links.first().map(|&link| web.link(link).id.clone())),
        tally,
        overall: sum::overall(web, from, to, tally, found.cut_by),
    })
}

/// Makes routes of link numbers into ones of names, and remembers the species of the links on the way.
struct Dresser<'w> {
    web: &'w Web<'w>,
    species: BTreeMap<u32, Vec<&'w str>>,
}

impl Dresser<'_> {
    fn dress(&mut self, links: &[u32]) -> Route {
        let facts = Facts::of(self.web, links);
        let (species_of_all, species_of_any) = self.species(links);
        let ends = links.iter().map(|&link| self.web.to(link));
        let nodes = links.iter().take(1).map(|&link| self.web.from(link)).chain(ends);
        Route {
            nodes: self.web.node_ids(nodes),
            links: self.web.link_ids(links.iter().copied()),
            effect: Net::of(links.iter().map(|&link| self.web.sign(link)).product()),
            undecided_by: facts.unsigned,
            grade: facts.grade,
            weakest: facts.weakest,
            delay: facts.timing,
            species_of_all,
            species_of_any,
        }
    }

    /// The species of every link, and of any.
    fn species(&mut self, links: &[u32]) -> (Vec<String>, Vec<String>) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for &link in links {
            for name in self.species.entry(link).or_insert_with(|| species(self.web, link)) {
                *counts.entry(name).or_default() += 1;
            }
        }
        let of_all = counts.iter().filter(|(_, count)| **count == links.len());
        (of_all.map(|(&name, _)| name.to_owned()).collect(), counts.keys().map(|&name| name.to_owned()).collect())
    }
}
