//! Tests of the native format.

mod bad;
mod cases;
mod good;
mod hints;
mod random;
mod schema;

use super::{open, save};
use crate::{
    formats::{Opened, Problem},
    model::Pathway,
};

/// What most cases begin with, so that they can show only what is wrong.
const HEAD: &str = "Pathway(format: (1, 0), id: \"p\", title: \"T\",";
/// Every pathway that comes with the program.
pub(super) const BUNDLED: [&str; 6] = [
    include_str!("../../../../graphs/antidepressants.pathway.ron"),
    include_str!("../../../../graphs/atlas.pathway.ron"),
    include_str!("../../../../graphs/depression-overview.pathway.ron"),
    include_str!("../../../../graphs/inflammation-drive.pathway.ron"),
    include_str!("../../../../graphs/microglia.pathway.ron"),
    include_str!("../../../../graphs/skull-marrow.pathway.ron"),
];
/// Two nodes to put links between.
const PAIR: &str = "Pathway(format: (1, 0), id: \"p\", title: \"T\", lanes: [Lane(id: \"l\", label: \"L\")], nodes: [
    Node(id: \"a\", label: \"A\", kind: Cell, lane: \"l\"),
    Node(id: \"b\", label: \"B\", kind: Cell, lane: \"l\"),
    Node(id: \"tibia_marrow\", label: \"M\", kind: Cell, lane: \"l\"),
],";

#[track_caller]
fn opened(text: &str) -> Opened {
    open(text.as_bytes()).unwrap_or_else(|problems| panic!("cannot be opened: {}", lines(&problems)))
}

fn problems(bytes: &[u8]) -> Vec<Problem> {
    open(bytes).map_or_else(|problems| problems, |opened| opened.problems)
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|problem| problem.to_string() + "\n").collect()
}

/// That saving loses nothing: the pathway comes back equal, and a second save changes no byte.
#[track_caller]
fn check_round(pathway: &Pathway) -> String {
    let text = save(pathway);
    let again = opened(&text).pathway;
    assert_eq!(&again, pathway, "what was saved as\n{text}\ncomes back different");
    assert_eq!(save(&again), text);
    text
}
