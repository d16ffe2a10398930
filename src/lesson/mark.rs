//! Marking a student's map against a reference: what is right, what differs and how, and where to look next.

mod links;
mod marks;
mod names;
mod open;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeSet;

use crate::{
    analysis::{lens::Lens, web::Web},
    model::{Pathway, Reading},
};
use links::Marker;
pub use marks::{Counts, Marks, Remark, RemarkKind};
use names::Same;

/// Marks a student's map.
///
/// Nodes are the same where their ids, labels or other names are, as people write them
/// ([`written`](crate::model::written)), also without what stands in brackets. Effects of both maps are read under
/// `reading`. A link that is drawn twice counts once. Shortcuts are told from extra links for the first thousand links
/// that the reference does not have as such.
pub fn mark(student: &Pathway, reference: &Pathway, reading: Reading) -> Marks {
    let same = Same::new(student, reference);
    let lens = Lens { reading, ..Lens::default() };
    let web = Web::new(reference, &lens);
    let (remarks, counts) = Marker::new(reference, &web, reading).mark(student, &same);
    let (score, summary) = (counts.score(), words::summary(&counts));
    Marks { remarks, counts, score, summary }
}

/// The labels of a reference, each once, in the order of the alphabet: what a student may draw with.
pub fn word_list(reference: &Pathway) -> Vec<String> {
    let labels: BTreeSet<(String, &str)> = reference
        .nodes()
        .map(|node| node.label.trim())
        .filter(|label| !label.is_empty())
        .map(|label| (label.to_lowercase(), label))
        .collect();
    labels.into_iter().map(|(_, label)| label.to_owned()).collect()
}
