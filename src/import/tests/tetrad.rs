//! Tetrad: names with blanks, either divider, feedback, and marks that are not known.

use super::{imported, noticed, refused, sentences};
use crate::{NoticeKind, model::Effect};

#[test]
fn ends_are_found_among_the_nodes() {
    let found = imported("tetrad", "a.graph.txt", include_bytes!("fixtures/tetrad/semicolons.graph.txt"));
    let unknown = Effect::Unknown.label();
    let pairs =
        [("sleep loss", "mood"), ("sleep", "mood"), ("stress", "sleep loss"), ("mood", "stress"), ("stress", "mood")];
    assert_eq!(sentences(&found.pathway), pairs.map(|(from, to)| format!("{from} {unknown} {to}")));
    let kinds = [NoticeKind::Undirected, NoticeKind::NotKept, NoticeKind::LooseEnd];
    assert_eq!(kinds.map(|kind| noticed(&found, kind)), [2, 1, 1]);
}

#[test]
fn commas_divide_too_and_both_lines_of_a_feedback_stay() {
    let found = imported("tetrad", "b.graph.txt", include_bytes!("fixtures/tetrad/commas.graph.txt"));
    assert_eq!((found.report.nodes, found.report.links), (3, 3));
    let said = refused("k.txt", include_bytes!("fixtures/tetrad/knowledge.txt"));
    assert!(said.contains("background knowledge") && said.contains("export the graph"), "{said}");
}
