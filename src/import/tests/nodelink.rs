//! Node-link JSON: ids and places, keys, numbers that are no signs, and graphs without directions.

use super::{imported, noticed, sentences};
use crate::{NoticeKind, model::Effect};

#[test]
fn ends_are_ids_or_places() {
    let found = imported("node-link", "n.json", include_bytes!("fixtures/nodelink/networkx.json"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        ["Stress lowers 7".to_owned(), "7 raises Mood".to_owned(), format!("7 {unknown} Mood")]
    );
    assert_eq!((found.report.sources, noticed(&found, NoticeKind::LooseEnd)), (1, 1));
    let found = imported("node-link", "d.json", include_bytes!("fixtures/nodelink/d3.json"));
    assert_eq!(sentences(&found.pathway), [format!("A {unknown} B"), "B lowers A".to_owned()]);
    let found = imported("node-link", "p.json", include_bytes!("fixtures/nodelink/plain.json"));
    assert_eq!(sentences(&found.pathway), [format!("0 {unknown} 1")], "without a direction there is no sign");
    assert_eq!([NoticeKind::Undirected, NoticeKind::Decided].map(|kind| noticed(&found, kind)), [1, 2]);
}
