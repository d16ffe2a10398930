//! KGX: qualifiers that multiply, degradation, negation, structure, and predicates that are turned round.

use super::{imported, noticed, sentences};
use crate::{
    NoticeKind,
    model::{Effect, Stance},
};

#[test]
fn qualifiers_say_which_way() {
    let found = imported("kgx", "q.json", include_bytes!("fixtures/kgx/qualified.json"));
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        [
            "drug X lowers IL6".to_owned(),
            "TNF lowers IL6".to_owned(),
            format!("drug X {unknown} TNF"),
            format!("IL6 {} TNF", Effect::NoEffect.label()),
            "TNF lowers drug X".to_owned(),
            format!("IL6 {unknown} asthma"),
            format!("TNF {unknown} asthma"),
        ]
    );
    let links: Vec<_> = found.pathway.links().collect();
    assert_eq!(links[0].evidence[0].finding, "It fell.");
    assert_eq!((links[1].evidence.len(), links[3].evidence[0].stance), (2, Stance::Null));
    let counts = [NoticeKind::LooseEnd, NoticeKind::Undirected, NoticeKind::NotKept];
    assert_eq!(counts.map(|kind| noticed(&found, kind)), [1, 1, 1]);
}

#[test]
fn older_predicates_and_denials_without_a_paper() {
    let found = imported("kgx", "o.json", include_bytes!("fixtures/kgx/older.json"));
    let unknown = Effect::Unknown.label();
    assert_eq!(sentences(&found.pathway), ["a lowers b".to_owned(), "b lowers a".into(), format!("b {unknown} b")]);
    let found = imported("kgx", "d.json", include_bytes!("fixtures/kgx/denied.json"));
    assert_eq!(sentences(&found.pathway), [format!("A:1 {} b", Effect::NoEffect.label()), format!("b {unknown} A:1")]);
    assert!(found.pathway.links().next().is_some_and(|link| link.explanation.contains("It did not.")));
}
