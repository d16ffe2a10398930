//! Causal MITAB: the sign is the term of the 46th column, denials, rows without a statement.

use super::{imported, noticed, sentences};
use crate::{NoticeKind, model::Effect};

#[test]
fn the_statement_gives_the_sign_and_the_mechanism_none() {
    let found = imported("mitab", "x.mitab", include_bytes!("fixtures/mitab/head.mitab"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        ["AA raises bb".to_owned(), "bb lowers AA".to_owned(), format!("AA {unknown} AA")]
    );
    let first = found.pathway.links().next().expect("a link");
    assert_eq!((first.evidence.len(), first.evidence[0].species.clone()), (1, vec!["human".to_owned()]));
    assert!(first.explanation.contains("Mechanism: post transcriptional regulation."));
}

#[test]
fn denied_rows_deny_and_rows_without_a_statement_have_no_direction() {
    let found = imported("mitab", "x.tsv", include_bytes!("fixtures/mitab/bare.tsv"));
    assert!(found.pathway.links().all(|link| link.effect == Effect::NoEffect));
    let found = imported("mitab", "x.txt", include_bytes!("fixtures/mitab/plain.txt"));
    assert_eq!((noticed(&found, NoticeKind::Undirected), noticed(&found, NoticeKind::LooseEnd)), (1, 1));
}
