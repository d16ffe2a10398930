//! Differences between two pathways, each as a record and as a sentence.
//!
//! Two pathways differ where a reader would see it: in nodes, links, effects, grades, evidence and texts. Ids alone,
//! pins, tours, lanes without nodes, and fields of a newer version are no differences.

mod difference;
mod links;
mod matching;
mod nodes;
mod sources;
#[cfg(test)]
mod tests;
mod union;

pub use difference::{Diff, Difference, Field, Item, What};
pub use matching::{LinkPair, Matching, Turn, matching};
pub use union::{Change, Union, union};

use crate::model::Pathway;
use sources::Sides;

/// What became different from `before` to `after`.
pub fn diff(before: &Pathway, after: &Pathway) -> Diff {
    let matching = matching(before, after);
    let sides = Sides::new(before, after);
    let mut differences = nodes::differences(&sides, &matching);
    differences.extend(links::differences(&sides, &matching));
    Diff { differences, matching }
}
