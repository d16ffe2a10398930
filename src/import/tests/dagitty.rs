//! DAGitty: roles, common causes, no direction, and the older language.

use super::{imported, noticed, sentences};
use crate::{
    NoticeKind,
    model::{Effect, Kind},
};

#[test]
fn arrows_are_causes_without_a_sign_and_roles_are_notes() {
    let found = imported("dagitty", "mood.txt", include_bytes!("fixtures/dagitty/roles.txt"));
    let unknown = Effect::Unknown.label();
    let pairs = [
        ("stress", "il-6"),
        ("il-6", "low mood"),
        ("income", "stress"),
        ("income", "low mood"),
        ("sleep", "low mood"),
        ("income", "sleep"),
    ];
    assert_eq!(sentences(&found.pathway), pairs.map(|(from, to)| format!("{from} {unknown} {to}")));
    assert_eq!(found.pathway.about().title, "Work and mood");
    let node = |label: &str| found.pathway.nodes().find(|node| node.label == label).expect("it is there");
    assert_eq!(node("low mood").kind, Kind::Outcome);
    assert!(node("stress").notes.iter().any(|note| note.text == "DAGitty's role: exposure."));
    // A common cause that nobody has measured is no card, and neither is the link that would lead to it.
    assert_eq!(
        (found.pathway.nodes().len(), noticed(&found, NoticeKind::NotKept), noticed(&found, NoticeKind::Undirected)),
        (5, 1, 1)
    );
    assert!(node("sleep").notes.iter().any(|note| note.text.contains("“stress”")));
}

#[test]
fn the_older_language_has_two_blocks() {
    let found = imported("dagitty", "old.txt", include_bytes!("fixtures/dagitty/older.txt"));
    let unknown = Effect::Unknown.label();
    let pairs = [("smoking", "tar in lungs"), ("tar in lungs", "cancer"), ("genes", "smoking"), ("genes", "cancer")];
    assert_eq!(sentences(&found.pathway), pairs.map(|(from, to)| format!("{from} {unknown} {to}")));
}

#[test]
fn marks_that_are_not_known_have_no_direction() {
    let found = imported("dagitty", "p.txt", include_bytes!("fixtures/dagitty/pdag.txt"));
    assert_eq!((found.report.links, noticed(&found, NoticeKind::Undirected)), (3, 2));
    assert!(sentences(&found.pathway)[2].starts_with("d "), "an arrow that points back begins at its other end");
}
