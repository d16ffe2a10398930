//! Graphviz: defaults, braces, clusters, ports, heads at the start, and labels with escapes.

use super::{imported, noticed, sentences};
use crate::{NoticeKind, model::Effect};

#[test]
fn defaults_are_resolved_and_braces_fan_out() {
    let found = imported("dot", "g.dot", include_bytes!("fixtures/dot/tees.dot"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "stress lowers cortisol".to_owned(),
            "stress lowers sleep loss".to_owned(),
            "stress mixed Low mood (mood)".replace("mixed", Effect::Mixed.label()),
            format!("cortisol {unknown} memory"),
            format!("memory {unknown} Low mood (mood)"),
            format!("Low mood (mood) {unknown} memory"),
            format!("memory {unknown} stress"),
            "il-6 lowers Low mood (mood)".to_owned(),
            format!("Low mood (mood) {unknown} weight"),
        ],
        "the head at the start lowers too, so that one pair is raised and lowered"
    );
    let labels: Vec<&str> = found.pathway.nodes().map(|node| node.label.as_str()).collect();
    assert!(labels.contains(&"abcd") && !labels.iter().any(|label| label.contains('%')), "{labels:?}");
    let lane = |label: &str| {
        let node = found.pathway.nodes().find(|node| node.label == label).expect("it is there");
        found.pathway.lane(&node.lane).map(|lane| lane.label.clone()).unwrap_or_default()
    };
    assert_eq!(
        (lane("Low mood (mood)"), lane("abcd"), lane("stress")),
        ("The brain".into(), "other".into(), "Elsewhere".into())
    );
    assert_eq!(
        [NoticeKind::TwoWay, NoticeKind::Undirected, NoticeKind::Opposed].map(|kind| noticed(&found, kind)),
        [1, 1, 1]
    );
}

#[test]
fn a_graph_without_directions_says_so() {
    let found = imported("dot", "g.gv", include_bytes!("fixtures/dot/plain.gv"));
    assert_eq!(
        (found.report.links, noticed(&found, NoticeKind::Undirected), noticed(&found, NoticeKind::Decided)),
        (4, 4, 1)
    );
    let html = imported("dot", "h.dot", include_bytes!("fixtures/dot/html.dot"));
    assert_eq!(sentences(&html.pathway), ["Poor sleep lowers b\"c"]);
}
