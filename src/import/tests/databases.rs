//! Tables of databases: SIGNOR and `OmniPath` by the names of their columns.

use super::{imported, noticed, sentences};
use crate::{
    NoticeKind,
    model::{Effect, Kind},
};

#[test]
fn signor_has_its_sign_at_the_beginning_of_the_effect() {
    let found = imported("signor", "t.tsv", include_bytes!("fixtures/signor/t.tsv"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "AAK raises BBK".to_owned(),
            "BBK lowers Apoptosis".to_owned(),
            format!("AAK {unknown} CX"),
            format!("CX {unknown} BBK")
        ]
    );
    let links: Vec<_> = found.pathway.links().collect();
    let findings: Vec<_> = links[0].evidence.iter().map(|item| item.finding.as_str()).collect();
    assert_eq!(findings, ["A\tacts.", "Again."], "one link, two papers; a cell in quotes holds a tab");
    assert_eq!(links[0].evidence[0].species, ["human"]);
    assert!(links[0].explanation.contains("SIGNOR: direct.") && links[1].explanation.contains("SIGNOR: indirect."));
    assert_eq!((noticed(&found, NoticeKind::NotKept), found.report.sources), (2, 2), "Other and PMC77 are no PMIDs");
    let nodes: Vec<_> = found.pathway.nodes().collect();
    assert_eq!((nodes[0].xrefs.clone(), nodes[2].kind), (vec!["uniprot:P1".to_owned()], Kind::Process));
}

#[test]
fn signor_that_says_both_is_mixed_and_columns_may_come_in_any_order() {
    let found = imported("signor", "o.csv", include_bytes!("fixtures/signor/opposed.csv"));
    assert_eq!((found.report.links, found.pathway.links().next().map(|link| link.effect)), (1, Some(Effect::Mixed)));
    assert_eq!(noticed(&found, NoticeKind::Opposed), 1);
    let found = imported("signor", "f.tsv", include_bytes!("fixtures/signor/few.tsv"));
    assert_eq!(sentences(&found.pathway), [format!("A {} B", Effect::Unknown.label())]);
    assert_eq!(noticed(&found, NoticeKind::LooseEnd), 1);
}

#[test]
fn omnipath_has_the_sign_of_its_consensus() {
    let found = imported("omnipath", "o.tsv", include_bytes!("fixtures/omnipath/words.tsv"));
    let effects: Vec<Effect> = found.pathway.links().map(|link| link.effect).collect();
    let unknown = Effect::Unknown;
    assert_eq!(effects, [Effect::Raises, Effect::Lowers, Effect::Mixed, unknown, unknown]);
    let links: Vec<_> = found.pathway.links().collect();
    assert_eq!(links[0].evidence.len(), 2);
    assert!(links[1].explanation.contains("some that it inhibits"));
    assert!(links[3].explanation.contains("weaker direction") && links[3].explanation.contains("without consensus"));
    assert!(found.pathway.nodes().any(|node| node.explanation == "A complex of P1, P2."));
}

#[test]
fn omnipath_of_older_tables_has_what_it_has() {
    let found = imported("omnipath", "o.tsv", include_bytes!("fixtures/omnipath/bits.tsv"));
    let effects: Vec<Effect> = found.pathway.links().map(|link| link.effect).collect();
    assert_eq!(effects, [Effect::Raises, Effect::Lowers, Effect::Unknown]);
    assert_eq!(noticed(&found, NoticeKind::Undirected), 1);
    let found = imported("omnipath", "o.csv", include_bytes!("fixtures/omnipath/few.csv"));
    assert_eq!((noticed(&found, NoticeKind::LooseEnd), found.report.links), (1, 1));
}

#[test]
fn columns_that_are_not_read_are_named() {
    let table = "source\ttarget\tis_directed\tis_stimulation\tis_inhibition\tconsensus_direction\tconsensus_stimulation\tconsensus_inhibition\tdip_url\tempty\nA\tB\t1\t1\t0\t1\t1\t0\tx\t\n";
    let found = imported("omnipath", "o.tsv", table.as_bytes());
    let said: Vec<&str> = found.report.notices.iter().map(|notice| notice.what.as_str()).collect();
    assert_eq!(said, ["What stands in the column “dip_url” is not read."]);
}
