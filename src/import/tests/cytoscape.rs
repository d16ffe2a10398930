//! Cytoscape: three shapes, ids that networkx hid, numbers that are no signs, compounds, and ids on writing.

use super::{imported, imported_with, noticed, sentences};
use crate::{NoticeKind, Wishes, model::Effect, named};

#[test]
fn elements_as_an_object() {
    let found = imported("cytoscape", "o.json", include_bytes!("fixtures/cytoscape/object.json"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "Stress lowers Sleep".to_owned(),
            format!("Sleep {unknown} Mood"),
            format!("Mood {unknown} 3"),
            "3 raises Stress".to_owned()
        ],
        "a weight alone is no sign; a text None is no name; ends may be numbers"
    );
    assert_eq!((found.report.nodes, found.report.lanes, noticed(&found, NoticeKind::LooseEnd)), (4, 2, 1));
    assert_eq!((found.report.with_paper, found.report.with_sentence), (1, 1));
    let sleep = found.pathway.nodes().nth(1).expect("it is there");
    assert_eq!((sleep.aliases.as_slice(), sleep.notes[0].text.as_str()), (["Rest".to_owned()].as_slice(), "depth: 3"));
}

#[test]
fn a_flat_list_with_weights_below_zero() {
    let found = imported("cytoscape", "f.json", include_bytes!("fixtures/cytoscape/flat.json"));
    assert_eq!(
        sentences(&found.pathway),
        [
            "Stress at work lowers Sleep".to_owned(),
            "Sleep raises Stress at work".to_owned(),
            format!("Sleep {} Sleep", Effect::Unknown.label())
        ]
    );
    assert_eq!(noticed(&found, NoticeKind::Decided), 1);
}

#[test]
fn what_networkx_and_the_desktop_write() {
    let found = imported("cytoscape", "n.json", include_bytes!("fixtures/cytoscape/networkx.json"));
    let unknown = Effect::Unknown.label();
    assert_eq!(sentences(&found.pathway), [format!("Stress {unknown} 8"), format!("8 {unknown} Sleep")]);
    assert_eq!((noticed(&found, NoticeKind::LooseEnd), noticed(&found, NoticeKind::Decided)), (0, 1), "0 and 1 alone");
    let wishes = Wishes { positions: true, ..Wishes::default() };
    let found = imported_with("cytoscape", "u.cyjs", include_bytes!("fixtures/cytoscape/undirected.cyjs"), &wishes);
    assert_eq!(sentences(&found.pathway), [format!("IL6 {unknown} TNF")]);
    assert_eq!(found.pathway.about().title, "A map");
    assert_eq!(found.pathway.nodes().next().and_then(|node| node.at), Some((-5.5, 3.0)));
    assert_eq!([NoticeKind::Undirected, NoticeKind::Decided].map(|kind| noticed(&found, kind)), [1, 1]);
}

#[test]
fn no_edge_has_the_id_of_a_node() {
    let found = imported("cytoscape", "o.json", include_bytes!("fixtures/cytoscape/object.json"));
    let write = named("cytoscape").and_then(|format| format.write).expect("it is written");
    let file: serde_json::Value = serde_json::from_slice(&write(&found.pathway).bytes).expect("it is JSON");
    let mut ids: Vec<String> = ["nodes", "edges"]
        .iter()
        .flat_map(|group| file["elements"][group].as_array().expect("a list"))
        .map(|element| element["data"]["id"].to_string())
        .collect();
    assert_eq!(ids.len(), 8);
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 8);
    let back = imported("cytoscape", "o.cyjs", &write(&found.pathway).bytes);
    let lanes =
        |found: &crate::Imported| found.pathway.lanes().iter().map(|lane| lane.label.clone()).collect::<Vec<_>>();
    assert_eq!(lanes(&back), lanes(&found));
}
