//! What is picked, in words.

use std::collections::BTreeSet;

use super::open::Version;
use crate::{
    analysis::prose::{self, Prose},
    model::{NodeId, Pathway, Reading},
};

/// What is picked, in words: worked out once for every choice.
#[derive(Debug, Default)]
pub(crate) struct PickedStory {
    told: Option<Told>,
}

#[derive(Debug)]
struct Told {
    picked: BTreeSet<NodeId>,
    of: (Version, Reading),
    story: Prose,
}

impl PickedStory {
    pub(crate) fn story(&self) -> Option<&Prose> {
        self.told.as_ref().map(|told| &told.story)
    }

    /// Puts what is picked into words, where it is not the same as before.
    pub(crate) fn tell(&mut self, version: Version, pathway: &Pathway, reading: Reading, picked: &BTreeSet<NodeId>) {
        let of = (version, reading);
        if picked.is_empty() {
            self.told = None;
        } else if self.told.as_ref().is_none_or(|told| told.picked != *picked || told.of != of) {
            let story = prose::selection(pathway, reading, picked, &BTreeSet::new());
            self.told = Some(Told { picked: picked.clone(), of, story });
        }
    }
}
