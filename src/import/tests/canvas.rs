//! JSON Canvas: nulls are defaults, heads give the direction, groups hold what lies in them.

use super::{imported, noticed, sentences};
use crate::{NoticeKind, model::Effect, named};

#[test]
fn heads_and_groups() {
    let found = imported("canvas", "g.canvas", include_bytes!("fixtures/canvas/groups.canvas"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "Stress lowers Sleep".to_owned(),
            format!("Sleep {unknown} Mood"),
            "Stress raises Mood".to_owned(),
            format!("Mood {unknown} Mood"),
            format!("Mood {unknown} Mood"),
            format!("Mood {unknown} https://example.org"),
            format!("Mood {unknown} Body"),
        ]
    );
    let counts = [NoticeKind::TwoWay, NoticeKind::Undirected, NoticeKind::LooseEnd];
    assert_eq!(counts.map(|kind| noticed(&found, kind)), [1, 1, 1]);
    let lane = |label: &str| {
        let node = found.pathway.nodes().find(|node| node.label == label).expect("it is there");
        found.pathway.lane(&node.lane).map(|lane| lane.label.clone()).unwrap_or_default()
    };
    assert_eq!(["Stress", "Sleep", "Mood"].map(lane), ["Brain", "Body", "Elsewhere"]);
    assert_eq!(found.pathway.nodes().nth(1).map(|node| node.explanation.as_str()), Some("Strain at work."));
}

#[test]
fn what_is_written_holds_no_key_of_our_own() {
    let found = imported("canvas", "o.canvas", include_bytes!("fixtures/canvas/odd.canvas"));
    assert_eq!(sentences(&found.pathway), [format!("#1 cause {} Own", Effect::NoEffect.label())]);
    let write = named("canvas").and_then(|format| format.write).expect("it is written");
    let bytes = write(&found.pathway).bytes;
    let file: serde_json::Value = serde_json::from_slice(&bytes).expect("it is JSON");
    let allowed = ["id", "type", "x", "y", "width", "height", "text", "label"];
    let nodes = file["nodes"].as_array().expect("a list");
    assert!(
        nodes
            .iter()
            .flat_map(|node| node.as_object().expect("an object").keys())
            .all(|key| allowed.contains(&key.as_str()))
    );
    let back = imported("canvas", "o.canvas", &bytes);
    assert_eq!(sentences(&back.pathway), sentences(&found.pathway));
    assert_eq!(back.pathway.nodes().nth(1).map(|node| node.explanation.as_str()), Some("kind"));
    let alone = imported("canvas", "a.canvas", include_bytes!("fixtures/canvas/alone.canvas"));
    assert_eq!((alone.report.nodes, alone.report.links), (1, 0));
}
