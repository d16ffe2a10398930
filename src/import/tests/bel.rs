//! BEL: modifiers that turn a sign, structure without a citation, symmetrical pairs, and ends by place.

use super::{imported, noticed, sentences};
use crate::{
    NoticeKind,
    model::{Effect, Stance},
};

#[test]
fn modifiers_turn_signs_and_structure_is_no_cause() {
    let found = imported("bel", "m.json", include_bytes!("fixtures/bel/modifiers.json"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "BDNF lowers anxiety".to_owned(),
            "TNF lowers BDNF".to_owned(),
            "TNF lowers AKT1".to_owned(),
            format!("AKT1 {unknown} TNF"),
            format!("anxiety {unknown} TNF"),
            format!("TNF (RNA) {} anxiety", Effect::NoEffect.label()),
        ]
    );
    let counts = [NoticeKind::LooseEnd, NoticeKind::Undirected, NoticeKind::NotKept, NoticeKind::Double];
    assert_eq!(
        counts.map(|kind| noticed(&found, kind)),
        [1, 1, 3, 0],
        "two of structure, and a paper of the loose end"
    );
    let first = found.pathway.links().next().expect("it is there");
    assert_eq!(first.evidence[0].species, ["mouse"]);
    assert_eq!(first.evidence[0].finding, "Loss of BDNF by breakdown made animals anxious.");
    assert!(first.explanation.contains("Degradation") && first.explanation.contains("increases, by its degradation"));
    let labels: Vec<&str> = found.pathway.nodes().map(|node| node.label.as_str()).collect();
    assert_eq!(labels[3], "p(HGNC:AKT1, pmod(Ph))");
    let akt = found.pathway.nodes().nth(4).expect("it is there");
    assert!(akt.notes.iter().any(|note| note.text == "hasVariant: p(HGNC:AKT1, pmod(Ph))"));
    assert_eq!(found.pathway.about().title, "Stress and BDNF");
    let pmids: Vec<_> = found.pathway.sources().iter().filter_map(|source| source.pmid.clone()).collect();
    assert_eq!(pmids, ["12345678", "12345679", "12345680", "12345681"]);
}

#[test]
fn older_files_and_ends_by_id_are_read() {
    let found = imported("bel", "o.json", include_bytes!("fixtures/bel/older.json"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "Depression lowers cortisol".to_owned(),
            format!("cortisol {unknown} Depression"),
            format!("Depression {unknown} cortisol")
        ],
        "turned twice is not turned; ends are places and not ids; two keys are two statements"
    );
    let found = imported("bel", "n.json", include_bytes!("fixtures/bel/named.json"));
    let links: Vec<_> = found.pathway.links().map(|link| (link.effect, link.evidence[0].stance)).collect();
    assert_eq!(links, [(Effect::NoEffect, Stance::Null), (Effect::Unknown, Stance::Supports)]);
    assert_eq!(found.pathway.nodes().next().map(|node| node.label.as_str()), Some("IL6 (gene)"));
}
