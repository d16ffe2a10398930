//! What a lens asks of a link, and which links pass.

use std::collections::BTreeSet;

use super::sources;
use crate::model::{Effect, Grade, Link, LinkId, Pathway, Reading, SourceId, Stance, ceiling};

/// What a link must have behind it to be looked at, and whose effect is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Lens {
    /// Whose effects count; it hides nothing.
    pub reading: Reading,
    /// The weakest grade that passes; X lets every grade pass.
    pub weakest: Grade,
    /// Only links that were tested in people, whatever the result.
    pub human_only: bool,
    /// Only links that are disputed, or that the article tells otherwise.
    pub contested_only: bool,
    /// As if this paper did not exist: links that rest on it do not pass.
    pub without: Option<SourceId>,
}

impl Default for Lens {
    /// Shows everything.
    fn default() -> Self {
        Self { reading: Reading::Shown, weakest: Grade::X, human_only: false, contested_only: false, without: None }
    }
}

impl Lens {
    /// Whether nothing is asked of a link, so that none is hidden.
    pub fn shows_all(&self) -> bool {
        *self == Self { reading: self.reading, ..Self::default() }
    }

    /// Whether a link is shown.
    ///
    /// Without a paper, a link falls when no other paper supports it, or when it cites no other at all; what is left
    /// is then judged by the evidence that is left.
    pub fn passes(&self, link: &Link) -> bool {
        match &self.without {
            Some(source) if sources::cites(link, source) => {
                !sources::falls_with(link, source) && self.admits(&without_paper(link, source))
            }
            _ => self.admits(link),
        }
    }

    /// The effect of a link, as this lens reads it.
    pub fn effect(&self, link: &Link) -> Effect {
        link.effect_in(self.reading)
    }

    fn admits(&self, link: &Link) -> bool {
        link.grade <= self.weakest
            && (!self.human_only || tested_in_people(link))
            && (!self.contested_only || link.disputed() || link.told_otherwise())
    }

    /// Whether a change runs along a link: it is shown, and it has an effect.
    pub(in crate::analysis) fn carries(&self, link: &Link) -> bool {
        self.effect(link) != Effect::NoEffect && self.passes(link)
    }
}

/// The links that a lens shows.
pub fn passing(pathway: &Pathway, lens: &Lens) -> BTreeSet<LinkId> {
    pathway.links().filter(|link| lens.passes(link)).map(|link| link.id.clone()).collect()
}

/// Whether a study of people looked for this very effect, whatever it found.
fn tested_in_people(link: &Link) -> bool {
    link.evidence.iter().any(|item| item.stance != Stance::Near && item.in_people())
}

/// The link as it would stand without a paper: less evidence, and no heavier a grade than that can carry.
fn without_paper(link: &Link, source: &SourceId) -> Link {
    let mut left = link.clone();
    left.evidence.retain(|item| item.source != *source);
    left.grade = left.grade.max(ceiling(&left.evidence));
    left
}
