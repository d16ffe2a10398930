//! Mermaid: shapes, words on arrows, what an o behind a line means, and what a page would obey.

use super::{imported, noticed, refused, sentences};
use crate::{NoticeKind, model::Effect};

#[test]
fn words_on_arrows_give_the_effect_and_arrows_alone_claim_none() {
    let found = imported("mermaid", "m.mmd", include_bytes!("fixtures/mermaid/shapes.mmd"));
    let unknown = Effect::Unknown.label();
    let stress = "Chronic stress \"at work\"";
    assert_eq!(
        sentences(&found.pathway),
        [
            format!("{stress} raises Cortisol"),
            format!("Cortisol {unknown} Immune cells"),
            format!("Cortisol {unknown} Mood"),
            "Immune cells lowers Mood".to_owned(),
            format!("Mood {unknown} {stress}"),
            // As Mermaid reads it: a circle, and a card called “xytocin”.
            format!("{stress} {unknown} xytocin"),
            format!("Immune cells {unknown} Store"),
            format!("Store {unknown} Immune cells"),
            format!("Cortisol {unknown} Store"),
            format!("Flag {unknown} Memory"),
            format!("H {unknown} Flag"),
            format!("end-stage {unknown} H"),
        ]
    );
    assert_eq!(
        [NoticeKind::NotKept, NoticeKind::TwoWay, NoticeKind::Undirected].map(|kind| noticed(&found, kind)),
        [1, 1, 1]
    );
    let lanes: Vec<&str> = found.pathway.lanes().iter().map(|lane| lane.label.as_str()).collect();
    assert_eq!(lanes, ["The brain", "Elsewhere"]);
}

#[test]
fn a_chart_is_found_in_its_fence_and_signs_are_words() {
    let found = imported("mermaid", "notes.md", include_bytes!("fixtures/mermaid/fenced.md"));
    assert_eq!(sentences(&found.pathway), ["stress raises cortisol", "cortisol lowers sleep"]);
    let old = imported("mermaid", "old.mmd", include_bytes!("fixtures/mermaid/old.mmd"));
    assert_eq!(
        sentences(&old.pathway),
        ["a lowers b", "a_1 no effect b"].map(|line| line.replace("no effect", Effect::NoEffect.label()))
    );
    let said = refused("x.mmd", b"sequenceDiagram\n  A->>B: hi\n");
    assert!(said.contains("Mermaid flowchart") && said.contains("pathlight formats"), "{said}");
}
