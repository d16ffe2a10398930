//! Matrices: rows are causes unless told otherwise, columns that are no concept, blanks, errors, matrices without names.

use super::{imported, noticed, sentences};
use crate::{NoticeKind, model::Effect};

const FCM: &[u8] = include_bytes!("fixtures/matrix/fcm.csv");
const TURNED: &[u8] = include_bytes!("fixtures/matrix/turned.tsv");
const BARE: &[u8] = include_bytes!("fixtures/matrix/bare.csv");
const ABOVE: &[u8] = include_bytes!("fixtures/matrix/above.csv");

#[test]
fn rows_are_causes_and_the_reading_is_shown() {
    let found = imported("matrix", "fcm.csv", FCM);
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "stress lowers mood".to_owned(),
            "stress raises poor sleep".to_owned(),
            "mood lowers poor sleep".to_owned(),
            format!("poor sleep {unknown} stress"),
            format!("poor sleep {unknown} mood"),
        ]
    );
    let told = found.report.lines().join(" ");
    assert!(told.contains("Rows are read as causes: “stress lowers mood”"), "{told}");
    assert!(told.contains("reads #NAME?") && told.contains("reads NaN") && told.contains("line 4"), "{told}");
    let nodes: Vec<_> = found.pathway.nodes().collect();
    assert_eq!(nodes.len(), 3, "the last column is no concept");
    assert_eq!(nodes[0].notes[0].text, "external: true");
}

#[test]
fn the_first_cell_turns_it_round() {
    let found = imported("matrix", "", TURNED);
    assert_eq!(sentences(&found.pathway), ["mood raises stress", "stress lowers mood"]);
    assert!(found.report.lines().join(" ").contains("Rows are read as effects: “mood raises stress”"));
}

#[test]
fn a_square_without_names_is_numbered_and_its_ones_are_no_signs() {
    let found = imported("matrix", "bare.csv", BARE);
    let unknown = Effect::Unknown.label();
    let lines = ["Concept 1 {} Concept 2", "Concept 2 {} Concept 3", "Concept 3 {} Concept 1"];
    assert_eq!(sentences(&found.pathway), lines.map(|line| line.replace("{}", unknown)));
    assert_eq!(noticed(&found, NoticeKind::Decided), 3);
    let found = imported("matrix", "above.csv", ABOVE);
    assert_eq!(sentences(&found.pathway), ["stress lowers mood", "mood raises stress"]);
}
