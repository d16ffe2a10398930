//! KGX: qualifiers give signs and turn them, denials, nodes and edges in one file.

use super::{imported, noticed, sentences};
use crate::{
    NoticeKind,
    model::{Effect, Kind, Stance},
};

#[test]
fn qualifiers_give_and_turn_signs_and_denials_deny() {
    let found = imported("kgx-tsv", "x.tsv", include_bytes!("fixtures/kgx_table/both.tsv"));
    let [unknown, none] = [Effect::Unknown, Effect::NoEffect].map(Effect::label);
    assert_eq!(
        sentences(&found.pathway),
        [
            "AA lowers bb".to_owned(),
            "bb lowers AA".to_owned(),
            format!("AA {unknown} id2"),
            format!("bb {none} id2"),
            format!("bb {none} bb"),
        ]
    );
    let links: Vec<_> = found.pathway.links().collect();
    assert_eq!((links[0].evidence.len(), links[0].evidence[0].finding.as_str()), (2, "Less AA, more bb."));
    assert_eq!(links[3].evidence[0].stance, Stance::Null);
    assert_eq!(found.pathway.nodes().next().map(|node| node.kind), Some(Kind::Molecule));
    assert_eq!(noticed(&found, NoticeKind::Decided), 0);
}

#[test]
fn one_table_of_two_says_what_to_do_about_the_other() {
    let found = imported("kgx-tsv", "n.tsv", include_bytes!("fixtures/kgx_table/nodes.tsv"));
    assert!(found.report.lines().join(" ").contains("put the table of edges below them"));
    let found = imported("kgx-tsv", "e.tsv", include_bytes!("fixtures/kgx_table/edges.tsv"));
    assert!(found.report.lines().join(" ").contains("put the table of nodes above the edges"));
    assert_eq!(sentences(&found.pathway)[1], "A:1 lowers B:2");
    assert_eq!(noticed(&found, NoticeKind::Undirected), 1);
}
