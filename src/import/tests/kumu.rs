//! Kumu: two letters, loose words, ends by id.

use super::{imported, noticed, sentences};
use crate::NoticeKind;

const SIGNS: &[u8] = include_bytes!("fixtures/kumu/signs.json");

#[test]
fn two_letters_are_those_of_the_cause_and_of_the_effect() {
    let found = imported("kumu", "map.json", SIGNS);
    assert_eq!(
        sentences(&found.pathway),
        [
            "Stress lowers Sleep",
            "Sleep raises Mood",
            "Sleep raises Mood",
            "Mood lowers Stress",
            "Stress has an unknown effect on Mood",
            "Mood has an unknown effect on Stress",
            "Sleep has an unknown effect on Sleep",
        ]
        .map(|line| line.replace("has an unknown effect on", crate::model::Effect::Unknown.label()))
    );
    assert_eq!(found.pathway.nodes().len(), 4, "equal labels stay apart");
    let counts = [NoticeKind::TwoWay, NoticeKind::Undirected, NoticeKind::LooseEnd, NoticeKind::NotKept];
    assert_eq!(counts.map(|kind| noticed(&found, kind)), [1, 1, 1, 1]);
    assert_eq!((found.report.signed, found.report.unsigned), (4, 3));
    assert!(found.pathway.nodes().next().is_some_and(|node| node.explanation == "Strain at work."
        && node.notes.iter().any(|note| note.text == "element type: driver")));
}
