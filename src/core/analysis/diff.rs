//! Differences between two pathways, each as a record and as a sentence.
//!
//! Every field of every record is compared; [`NOT_COMPARED`] says what is not.

mod difference;
mod found;
mod links;
mod matching;
mod nodes;
mod sources;
#[cfg(test)]
mod tests;
mod union;
mod whole;

pub use difference::{Diff, Difference, Field, Item, What};
pub use matching::{LinkPair, Matching, Turn, matching};
pub use union::{Change, Union, union};

use crate::model::Pathway;
use found::Found;
use sources::Sides;

/// What two pathways may differ in without a difference being told.
pub const NOT_COMPARED: &str =
    "Not compared are ids, the order of nodes, links, sources and tours, and records that could not be read.";

/// What differs between `before` and `after`.
pub fn diff(before: &Pathway, after: &Pathway) -> Diff {
    let matching = matching(before, after);
    let sides = Sides::new(before, after);
    let mut found = Found::new(&sides);
    nodes::compare(&mut found, &matching);
    links::compare(&mut found, &matching);
    whole::compare(&mut found, &matching);
    Diff { differences: found.list, matching }
}
