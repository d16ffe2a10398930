//! A step of the history: what was done, and what it takes to undo it.

use crate::model::{Delta, Pathway};

/// Names one state of a document: the cache key, the staleness check and the dirty flag. Never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub(super) u64);

/// One step that can be undone, and made again.
#[derive(Clone, Debug)]
pub struct Step {
    label: String,
    revision: Revision,
    pub(super) deltas: Vec<Delta>,
}

impl Step {
    pub(super) fn new(label: &str, revision: Revision, mut deltas: Vec<Delta>) -> Self {
        deltas.shrink_to_fit();
        Self { label: label.to_owned(), revision, deltas }
    }

    /// What it does, in the words after "Undo": `add Poor sleep`.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The state that it leads to.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Takes in what the same gesture did next. A drag replaces the same record again and again, and only the last
    /// of them counts.
    pub(super) fn go_on(&mut self, label: &str, revision: Revision, next: Vec<Delta>) {
        label.clone_into(&mut self.label);
        self.revision = revision;
        for mut delta in next {
            let mut own = self.deltas.iter_mut().rev().enumerate();
            if !own.any(|(between, own)| own.absorb(&mut delta, between == 0)) {
                self.deltas.push(delta);
            }
        }
    }

    pub(super) fn undo(&self, pathway: &mut Pathway) {
        self.deltas.iter().rev().for_each(|delta| pathway.undo(delta));
    }

    pub(super) fn redo(&self, pathway: &mut Pathway) {
        self.deltas.iter().for_each(|delta| pathway.redo(delta));
    }
}
