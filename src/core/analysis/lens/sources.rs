//! Sources by what rests on them: how many links cite each, and which would fall with it.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::model::{Link, LinkId, Pathway, SourceId, Stance};

/// What rests on one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rests {
    /// The source.
    pub source: SourceId,
    /// How many links cite it, in any stance.
    pub links: usize,
    /// The links that it supports and no other source does, by id.
    pub alone: Vec<LinkId>,
    /// The links that no source supports and that cite no source but this one, by id; without it they fall too.
    pub bare: Vec<LinkId>,
}

impl Rests {
    /// How many links would be gone without the source.
    pub fn falling(&self) -> usize {
        self.alone.len() + self.bare.len()
    }
}

/// The sources that links cite: those without which most links fall first, then most links, then by id.
pub fn ranked_sources(pathway: &Pathway) -> Vec<Rests> {
    let mut rests: BTreeMap<&SourceId, Rests> = BTreeMap::new();
    for link in pathway.links() {
        let mut cited: Vec<&SourceId> = link.evidence.iter().map(|item| &item.source).collect();
        cited.sort();
        cited.dedup();
        for source in cited {
            let none = || Rests { source: source.clone(), links: 0, alone: Vec::new(), bare: Vec::new() };
            let rest = rests.entry(source).or_insert_with(none);
            rest.links += 1;
            if only_support(link) == Some(source) {
                rest.alone.push(link.id.clone());
            } else if falls_with(link, source) {
                rest.bare.push(link.id.clone());
            }
        }
    }
    let mut ranked: Vec<Rests> = rests.into_values().collect();
    for rest in &mut ranked {
        rest.alone.sort();
        rest.bare.sort();
    }
    // A stable sort: sources that are equal in both stay in the order of their ids.
    ranked.sort_by_key(|rest| Reverse((rest.falling(), rest.links)));
    ranked
}

/// Whether some evidence of a link is from a source.
pub(super) fn cites(link: &Link, source: &SourceId) -> bool {
    link.evidence.iter().any(|item| item.source == *source)
}

/// Whether a link has nothing to rest on without a source: no other supports it, or it cites no other at all.
pub(super) fn falls_with(link: &Link, source: &SourceId) -> bool {
    let cited = link.evidence.iter().map(|item| &item.source);
    only_support(link) == Some(source) || only_one(cited) == Some(source)
}

/// The source that supports a link, where there is exactly one.
fn only_support(link: &Link) -> Option<&SourceId> {
    only_one(link.evidence.iter().filter(|item| item.stance == Stance::Supports).map(|item| &item.source))
}

/// The source that all of these are, where they are all the same.
fn only_one<'a>(mut sources: impl Iterator<Item = &'a SourceId>) -> Option<&'a SourceId> {
    let first = sources.next()?;
    sources.all(|source| source == first).then_some(first)
}
