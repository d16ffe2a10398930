//! Two pathways on one canvas, with every difference in words.

use std::sync::Arc;

use crate::{
    analysis::diff::{self, Change, diff, union},
    export::Compared,
    item::Item,
    lit::{Lit, Mark},
    model::Pathway,
};

/// The open pathway and another one, compared. What is open stays open: questions, tours and worksheets are about it alone.
#[derive(Debug)]
pub struct Comparison {
    /// What is compared, and how each thing that differs does.
    pub compared: Arc<Compared>,
    /// Each difference in words, with the thing on the canvas that it is about.
    pub rows: Vec<(String, Option<Item>)>,
    /// Both pathways as one.
    both: Arc<Pathway>,
    /// What is lit.
    lit: Lit,
}

impl Comparison {
    /// Compares two pathways, of which the later one is open.
    pub(crate) fn new(before: &Pathway, after: &Pathway) -> Self {
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
        let compared = Arc::new(Compared { before, after, changes: both.changes });
        Self { compared, rows, both: Arc::new(both.pathway), lit }
    }

    /// Both pathways as one.
    pub fn both(&self) -> &Arc<Pathway> {
        &self.both
    }

    /// What differs, each thing with its mark.
    pub fn lit(&self) -> &Lit {
        &self.lit
    }

    /// How an item differs, where it does.
    pub fn mark_of(&self, item: &Item) -> Option<Mark> {
        match item {
            Item::Node(id) => self.lit.nodes.get(id).copied(),
            Item::Link(id) => self.lit.link_marks.get(id).copied(),
            Item::Lane(_) | Item::Bundle(_) => None,
        }
    }
}
