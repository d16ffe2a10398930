//! GO-CAM: signs by number, chemicals turned round, the edge's own papers, and links between processes.

use super::{imported, noticed, sentences};
use crate::{NoticeKind, model::Effect};

#[test]
fn the_library_s_model_by_numbers_and_not_by_names() {
    let found = imported("gocam", "m.json", include_bytes!("fixtures/gocam/model.json"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "KIN1: protein kinase activity raises TF2: GO:0003700".to_owned(),
            format!("KIN1: protein kinase activity {unknown} OUT3"),
            "drug X lowers KIN1: protein kinase activity".to_owned(),
            "TF2: GO:0003700 lowers OUT3".to_owned(),
            "TF2: GO:0003700 lowers KIN1: protein kinase activity".to_owned(),
        ]
    );
    let first = found.pathway.links().next().expect("it is there");
    let cited: Vec<_> = first.evidence.iter().map(|item| item.source.as_str()).collect();
    assert_eq!(cited, ["pmid12345678"], "the papers of who enables an activity are none of the link");
    assert!(first.explanation.contains("GO_REF:0000033") && first.explanation.contains("“indirectly negatively"));
    assert_eq!((found.report.lanes, found.report.sources, found.report.with_paper), (3, 4, 2));
    assert_eq!(noticed(&found, NoticeKind::LooseEnd), 1);
    let notes: Vec<_> = found.pathway.nodes().next().into_iter().flat_map(|node| node.notes.clone()).collect();
    assert!(notes.iter().any(|note| note.text == "Has input: ATP"));
    assert!(notes.iter().any(|note| note.text == "Enabled by: KIN1" && note.sources.len() == 1));
}

#[test]
fn raw_models_with_chemicals_and_processes() {
    let found = imported("gocam", "r.json", include_bytes!("fixtures/gocam/minerva.json"));
    assert_eq!(
        sentences(&found.pathway),
        ["drug X lowers KIN1: protein kinase activity", "inflammatory response raises apoptotic process"]
    );
    assert_eq!((found.report.lanes, found.report.with_paper, noticed(&found, NoticeKind::NotKept)), (2, 1, 0));
    let kinase = found.pathway.nodes().find(|node| node.label.starts_with("KIN1")).expect("it is there");
    assert!(
        kinase.notes.iter().any(|note| note.text == "KIN1: has input drug X"),
        "what stands behind a card is its note"
    );
    assert_eq!(found.pathway.about().title, "Raw");
    let answer = imported("gocam", "a.json", include_bytes!("fixtures/gocam/answer.json"));
    assert_eq!(sentences(&answer.pathway), ["binding lowers GO:2"]);
    assert_eq!(noticed(&answer, NoticeKind::LooseEnd), 1);
}
