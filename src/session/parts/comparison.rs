//! Two pathways on one canvas, with every difference in words.

use super::{open::OpenDocument, teaching::TeachingState};
use crate::{
    analysis::diff::{self, Change, diff, union},
    item::Item,
    lit::{Lit, Mark},
    model::Pathway,
};

/// Two pathways that are being compared.
#[derive(Debug)]
pub struct Comparison {
    /// The title of the earlier one.
    pub before: String,
    /// The title of the later one.
    pub after: String,
    /// Each difference in words, with the thing on the canvas that it is about.
    pub rows: Vec<(String, Option<Item>)>,
    /// What is lit.
    lit: Lit,
    /// What was open before.
    kept: Kept,
}

/// What is kept while two pathways are compared: the later one with its history, and what was made to teach it.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) open: OpenDocument,
    pub(crate) teaching: TeachingState,
}

impl Comparison {
    /// Compares two pathways, and gives the one that holds both. `kept` is what was open before.
    pub(crate) fn new(before: &Pathway, after: &Pathway, kept: Kept) -> (Self, Pathway) {
        let found = diff(before, after);
        let both = union(before, after, &found);
        let item = |item: &diff::Item| match item {
            diff::Item::Node(id) => Some(Item::Node(id.clone())),
            diff::Item::Link(id) => Some(Item::Link(id.clone())),
            diff::Item::Lane(_) | diff::Item::Source(_) | diff::Item::Tour(_) | diff::Item::Pathway => None,
        };
        let sentences = found.differences.iter().map(|difference| difference.sentence.clone());
        let rows = sentences.zip(both.about.iter().map(|about| about.as_ref().and_then(item))).collect();
        let mut lit = Lit::default();
        for (thing, change) in &both.changes {
            let mark = match change {
                Change::Added => Mark::Added,
                Change::Removed => Mark::Removed,
                Change::Changed => Mark::Changed,
            };
            match thing {
                diff::Item::Node(id) => drop(lit.nodes.insert(id.clone(), mark)),
                diff::Item::Link(id) => {
                    lit.links.insert(id.clone());
                    lit.link_marks.insert(id.clone(), mark);
                }
                diff::Item::Lane(_) | diff::Item::Source(_) | diff::Item::Tour(_) | diff::Item::Pathway => {}
            }
        }
        let (before, after) = (before.about().title.clone(), after.about().title.clone());
        (Self { before, after, rows, lit, kept }, both.pathway)
    }

    /// What differs.
    pub(crate) fn lit(&self) -> &Lit {
        &self.lit
    }

    /// What was open before.
    pub(crate) fn into_kept(self) -> Kept {
        self.kept
    }
}
