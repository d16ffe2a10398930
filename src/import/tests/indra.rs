//! INDRA: signs by type, denied evidence, hypotheses, missing agents, complexes, and changes that multiply.

use super::{imported, noticed, sentences};
use crate::{
    NoticeKind,
    model::{Effect, Stance},
};

#[test]
fn denied_evidence_is_against_and_signs_are_those_of_types() {
    let found = imported("indra", "s.json", include_bytes!("fixtures/indra/denied.json"));
    let (unknown, none) = (Effect::Unknown.label(), Effect::NoEffect.label());
    assert_eq!(
        sentences(&found.pathway),
        [
            format!("IL6 {none} STAT3"),
            "TNF raises STAT3".to_owned(),
            "TNF lowers IL6".to_owned(),
            format!("MAP2K1 {unknown} MAPK1"),
            format!("TNF {unknown} TNFRSF1A"),
            format!("TNF {unknown} TRADD"),
            format!("TNFRSF1A {unknown} TRADD"),
            "RASA1 lowers KRAS".to_owned(),
            format!("KRAS {unknown} MAPK1"),
            format!("a {none} b"),
        ]
    );
    let links: Vec<_> = found.pathway.links().collect();
    let stances: Vec<Stance> =
        links[..2].iter().flat_map(|link| link.evidence.iter().map(|item| item.stance)).collect();
    assert_eq!(stances, [Stance::Null, Stance::Supports, Stance::Disputes]);
    assert_eq!(links[0].evidence[0].locator.as_deref(), Some("results"));
    assert!(links[2].evidence[0].finding.starts_with("As a hypothesis: TNF may"));
    assert!(links[3].explanation.contains("phosphorylation S218") && links[3].explanation.contains("At T185"));
    assert!(links[9].explanation.contains("does not raise"), "what no paper carries is told");
    let counts = [NoticeKind::LooseEnd, NoticeKind::Undirected, NoticeKind::NotKept];
    assert_eq!(counts.map(|kind| noticed(&found, kind)), [1, 3, 2]);
    let pmids: Vec<_> = found.pathway.sources().iter().filter_map(|source| source.pmid.clone()).collect();
    assert_eq!(pmids.len(), 5, "numbers are numbers of papers too, and notes cite: {pmids:?}");
    assert!(found.pathway.sources().iter().any(|source| source.doi.as_deref() == Some("10.1000/abc")));
    let il6 = found.pathway.nodes().next().expect("it is there");
    assert!(il6.xrefs.contains(&"hgnc:6018".to_owned()) && il6.aliases.contains(&"IL-6".to_owned()));
}

#[test]
fn changes_multiply_and_one_alone_is_the_sign() {
    let found = imported("indra", "i.json", include_bytes!("fixtures/indra/influence.json"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "rain raises harvest".to_owned(),
            "drought lowers harvest".to_owned(),
            format!("war {unknown} prices"),
            "aid lowers hunger".to_owned(),
            format!("war {unknown} hunger"),
        ]
    );
    assert_eq!(noticed(&found, NoticeKind::Undirected), 1);
}

#[test]
fn what_the_database_answers_is_read() {
    let found = imported("indra", "d.json", include_bytes!("fixtures/indra/database.json"));
    let unknown = Effect::Unknown.label();
    let mut links = sentences(&found.pathway);
    links.sort();
    assert_eq!(
        links,
        [
            format!("EGFR {unknown} EGFR"),
            format!("ENZ {unknown} lactate"),
            "SOS1 raises KRAS".to_owned(),
            format!("glucose {unknown} lactate"),
        ]
    );
    assert_eq!((found.report.self_links, noticed(&found, NoticeKind::NotKept)), (1, 1));
    let stat = found.pathway.nodes().find(|node| node.label == "STAT3").expect("it is there");
    assert_eq!(stat.notes[0].text, "Translocation, from location: cytoplasm, to location: nucleus");
}
