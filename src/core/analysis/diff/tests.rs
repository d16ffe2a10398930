//! Differences by example, field by field, and on random pathways against their mirror.

mod fields;

use proptest::prelude::*;

use super::*;
use crate::model::{Design, Effect, Evidence, Extra, Grade, Kind, Link, Node, NodeId, Parts, Source, Stance, notation};

fn pathway(text: &str) -> Pathway {
    notation::parse(text).expect("the test's own notation")
}

fn said(before: &Pathway, after: &Pathway) -> Vec<String> {
    diff(before, after).differences.into_iter().map(|d| d.sentence).collect()
}

#[track_caller]
fn check(before: &str, after: &str, expected: &[&str]) {
    assert_eq!(said(&pathway(before), &pathway(after)), expected, "{before} / {after}");
}

#[test]
fn nodes_and_links_come_and_go() {
    check("a -> b", "a -> b", &[]);
    check(
        "a -> b",
        "a -> b -> c",
        &["“c” is only in the second pathway.", "“b raises c” is only in the second pathway."],
    );
    check(
        "a -> b -> c",
        "a -> b",
        &["“c” is only in the first pathway.", "“b raises c” is only in the first pathway."],
    );
    check("a -> b; c -> b", "c -> b; a -> b", &[]);
}

#[test]
fn links_turn_round_and_change_their_effect() {
    check("a -> b", "b -> a", &["“a raises b” leads the other way in the second pathway: “b raises a”."]);
    check(
        "a -> b",
        "a -| b",
        &[
            "The effect of “a lowers b” is “raises” in the first pathway and “lowers” in the second pathway. The sign is flipped.",
        ],
    );
    check(
        "a -> b",
        "a -? b",
        &["The effect of “a may affect b” is “raises” in the first pathway and “unknown” in the second pathway."],
    );
    check("a -> b; b -> a", "b -> a", &["“a raises b” is only in the first pathway."]);
    // Parallel links go by their ids first.
    check(
        "a -> b; a -| b",
        "a -| b; a -> b",
        &[
            "The effect of “a lowers b” is “raises” in the first pathway and “lowers” in the second pathway. The sign is \
             flipped.",
            "The effect of “a raises b” is “lowers” in the first pathway and “raises” in the second pathway. The sign is \
             flipped.",
        ],
    );
    check("a -> b; a -| b", "a -> b", &["“a lowers b” is only in the first pathway."]);
}

#[test]
fn a_map_typed_by_hand_matches_by_names() {
    let mut reference = Parts::default();
    let mut noradrenaline = Node::new("na", "Noradrenaline", Kind::Molecule, "all");
    noradrenaline.aliases = vec!["norepinephrine".to_owned()];
    let il6 = Node::new("interleukin6", "IL-6", Kind::Molecule, "all");
    reference.nodes = vec![noradrenaline, il6, Node::new("low_mood", "Depressed mood", Kind::Symptom, "all")];
    reference.links = vec![Link::new("x1", "na", "interleukin6", Effect::Raises)];
    let reference = Pathway::from_parts(reference, Vec::new());
    let typed = pathway("Norepinephrine -> il 6; Low mood");
    let found = matching(&reference, &typed);
    let nodes: Vec<String> = found.nodes.iter().map(|(a, b)| format!("{a}={b}")).collect();
    assert_eq!(nodes, ["interleukin6=il_6", "low_mood=low_mood", "na=norepinephrine"]);
    assert_eq!(found.links.len(), 1);
    assert_eq!(found.link(&"x1".into()).map(|pair| pair.turn), Some(Turn::Same));
    assert!(found.link(&"x2".into()).is_none());
}

fn with(text: &str, change: impl Fn(&mut Parts)) -> Pathway {
    let whole = pathway(text);
    let mut parts = Parts {
        about: whole.about().clone(),
        lanes: whole.lanes().iter().map(|lane| (**lane).clone()).collect(),
        nodes: whole.nodes().map(|node| (**node).clone()).collect(),
        links: whole.links().map(|link| (**link).clone()).collect(),
        ..Parts::default()
    };
    change(&mut parts);
    Pathway::from_parts(parts, Vec::new())
}

fn evidence(source: &str, stance: Stance) -> Evidence {
    Evidence {
        source: source.into(),
        stance,
        design: Design::Trial,
        species: vec!["human".to_owned()],
        sample: String::new(),
        finding: String::new(),
        locator: None,
        extra: Extra::new(),
    }
}

fn source(id: &str, doi: &str) -> Source {
    Source {
        id: id.into(),
        authors: "Heidt T, Sager HB".to_owned(),
        year: 2014,
        title: "T".to_owned(),
        venue: "V".to_owned(),
        doi: Some(doi.to_owned()),
        pmid: None,
        url: None,
        kind: None,
        citation: crate::model::Citation::Confirmed,
        extra: Extra::new(),
    }
}

#[test]
fn records_are_compared_field_by_field() {
    let before = pathway("a -> b");
    let after = with("a -> b", |parts| {
        parts.nodes[0].label = "Stress".to_owned();
        parts.nodes[0].kind = Kind::Outcome;
        parts.nodes[1].lane = "brain".into();
        parts.nodes[1].explanation = "Why".to_owned();
        parts.links[0].grade = Grade::B;
        parts.links[0].holds_when = Some("mice".to_owned());
        parts.links[0].evidence = vec![evidence("heidt", Stance::Supports)];
        parts.sources = vec![source("heidt", "10.1/x")];
    });
    assert_eq!(
        said(&before, &after),
        [
            "“a” is called “Stress” in the second pathway.",
            "The kind of “Stress” is “other” in the first pathway and “outcome in people” in the second pathway.",
            "The lane of “b” is “All” in the first pathway and “brain” in the second pathway.",
            "The explanation of “b” differs.",
            "The grade of “Stress raises b” is “X” in the first pathway and “B” in the second pathway.",
            "“Stress raises b” has evidence from Heidt T et al. 2014 only in the second pathway.",
            "The list of conditions of “Stress raises b” differs.",
            "The source “Heidt T et al. 2014” is only in the second pathway.",
        ]
    );
    assert_eq!(said(&after, &before).len(), 8);
}

#[test]
fn the_same_paper_under_another_id_is_the_same_evidence() {
    let build = |id: &str, stance| {
        with("a -> b", |parts| {
            parts.links[0].evidence = vec![evidence(id, stance)];
            parts.sources = vec![source(id, "10.1/X")];
        })
    };
    assert!(diff(&build("one", Stance::Supports), &build("two", Stance::Supports)).is_empty());
    let changed = said(&build("one", Stance::Supports), &build("two", Stance::Null));
    assert_eq!(changed, ["What Heidt T et al. 2014 says of “a raises b” differs."]);
}

#[test]
fn pathways_with_titles_of_their_own_are_called_by_them() {
    let titled = |text: &str, title: &str| with(text, |parts| title.clone_into(&mut parts.about.title));
    let expected = ["“c” is only in “Two”.", "“b raises c” is only in “Two”."];
    let told = said(&titled("a -> b", "One"), &titled("a -> b -> c", "Two"));
    assert_eq!(told[..2], expected);
    assert_eq!(told[2..], ["The title of the pathway differs."]);
}

/// The difference as it looks from the other side.
fn mirrored(d: &Difference) -> (What, Option<Item>, Option<Item>) {
    let what = match d.what.clone() {
        What::Added => What::Removed,
        What::Removed => What::Added,
        What::Relabelled { before, after } => What::Relabelled { before: after, after: before },
        What::MovedLane { before, after } => What::MovedLane { before: after, after: before },
        What::KindChanged { before, after } => What::KindChanged { before: after, after: before },
        What::EffectChanged { before, after } => What::EffectChanged { before: after, after: before },
        What::Regraded { before, after } => What::Regraded { before: after, after: before },
        What::EvidenceGained(id) => What::EvidenceLost(id),
        What::EvidenceLost(id) => What::EvidenceGained(id),
        What::EvidenceChanged { before, after } => What::EvidenceChanged { before: after, after: before },
        other @ (What::Reversed | What::Moved | What::TextChanged(_)) => other,
    };
    (what, d.after.clone(), d.before.clone())
}

type RawNode = (u8, u8, u8, u8);
type RawLink = (u8, u8, u8, u8, u8);

fn raw() -> impl Strategy<Value = (Vec<RawNode>, Vec<RawLink>)> {
    (
        proptest::collection::vec((0u8..9, 0u8..6, 0u8..6, 0u8..3), 0..7),
        proptest::collection::vec((0u8..12, 0u8..9, 0u8..9, 0u8..3, 0u8..4), 0..9),
    )
}

fn build((nodes, links): &(Vec<RawNode>, Vec<RawLink>)) -> Pathway {
    let mut parts = Parts::default();
    for &(id, label, alias, lane) in nodes {
        let mut node = Node::new(&format!("n{id}"), &format!("Name {label}"), Kind::Other, &format!("lane{lane}"));
        node.aliases = vec![format!("name-{alias}"), format!("N{label}")];
        parts.nodes.push(node);
    }
    for &(id, from, to, effect, cited) in links {
        let effect = [Effect::Raises, Effect::Lowers, Effect::Unknown][usize::from(effect)];
        let mut link = Link::new(&format!("l{id}"), &format!("n{from}"), &format!("n{to}"), effect);
        link.evidence = (0..cited).map(|i| evidence(&format!("s{}", (id + i) % 4), Stance::Supports)).collect();
        parts.links.push(link);
    }
    Pathway::from_parts(parts, Vec::new())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..Default::default() })]

    #[test]
    fn nothing_differs_from_itself_and_mirrors_agree(one in raw(), other in raw()) {
        let (a, b) = (build(&one), build(&other));
        prop_assert!(diff(&a, &a).is_empty());
        let (there, back) = (diff(&a, &b), diff(&b, &a));
        let mut mirror: Vec<_> = back.differences.iter().map(mirrored).collect();
        let mut direct: Vec<_> =
            there.differences.iter().map(|d| (d.what.clone(), d.before.clone(), d.after.clone())).collect();
        mirror.sort();
        direct.sort();
        prop_assert_eq!(direct, mirror);
        let turned: std::collections::BTreeMap<NodeId, NodeId> =
            back.matching.nodes.iter().map(|(a, b)| (b.clone(), a.clone())).collect();
        prop_assert_eq!(&there.matching.nodes, &turned);
        let added = there.differences.iter().filter(|d| d.what == What::Added).count();
        let removed = there.differences.iter().filter(|d| d.what == What::Removed).count();
        let (m, all) = (&there.matching, a.nodes().len() + a.links().len() + b.nodes().len() + b.links().len());
        prop_assert_eq!(added + removed + 2 * (m.nodes.len() + m.links.len()), all);
    }
}
