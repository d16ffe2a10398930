//! CX2: short names, defaults, pieces, and ends that are missing.

use super::{imported, noticed, refused, sentences};
use crate::{NoticeKind, model::Effect};

#[test]
fn short_names_and_defaults_are_resolved() {
    let found = imported("cx2", "a.cx2", include_bytes!("fixtures/cx2/aliases.cx2"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        ["Stress raises IL6".to_owned(), format!("IL6 {unknown} unnamed"), format!("TNF {unknown} TNF")]
    );
    assert_eq!((found.report.nodes, noticed(&found, NoticeKind::LooseEnd), found.report.sources), (4, 1, 2));
    assert_eq!(found.pathway.about().summary, "Written for a test.");
    assert_eq!(noticed(&found, NoticeKind::Decided), 0);
}

#[test]
fn pieces_are_put_together_and_a_failed_status_is_said() {
    let found = imported("cx2", "p.cx2", include_bytes!("fixtures/cx2/pieces.cx2"));
    assert_eq!(sentences(&found.pathway), ["a lowers b", "b lowers a"], "a default word, and a weight below zero");
    assert_eq!(noticed(&found, NoticeKind::Decided), 2);
    assert!(refused("f.cx", include_bytes!("fixtures/cx2/first.cx")).contains("first version"));
}
