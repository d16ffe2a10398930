//! LOOPY: labels encoded twice, equal labels, several parallel arrows, arrows to nothing.

use super::{imported, noticed, sentences};
use crate::NoticeKind;

#[test]
fn a_link_holds_a_model() {
    let found = imported("loopy", "link.txt", include_bytes!("fixtures/loopy/link.txt"));
    assert_eq!(
        sentences(&found.pathway),
        ["more contributions raises bugs", "bugs lowers more contributions", "bugs raises bugs"]
    );
    assert_eq!(found.pathway.nodes().len(), 3, "equal labels stay apart");
    assert_eq!((noticed(&found, NoticeKind::Double), noticed(&found, NoticeKind::LooseEnd)), (1, 1));
    assert_eq!((found.report.loops.balancing, found.report.loops.reinforcing), (1, 0));
}

#[test]
fn the_list_alone_is_read_too() {
    let found = imported("loopy", "list.loopy", include_bytes!("fixtures/loopy/list.loopy"));
    assert_eq!(
        sentences(&found.pathway),
        ["rabbits raises foxes & owls", "foxes & owls lowers rabbits", "foxes & owls lowers foxes & owls"]
    );
    assert_eq!(found.report.self_links, 1);
}
