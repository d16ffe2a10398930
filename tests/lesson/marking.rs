//! Marking: a map against itself is perfect, and every mutation of it is found and named.

use std::collections::BTreeSet;

use pathlight::{
    lesson::{Marks, RemarkKind, mark, word_list},
    model::{Effect, Link, LinkId, NodeId, Pathway, Reading, notation},
};
use proptest::prelude::*;

use super::{BUNDLED, bundled, random_pathway};

const READINGS: [Reading; 2] = [Reading::Shown, Reading::Told];

/// The same pathway with its links changed.
fn changed(whole: &Pathway, change: impl FnOnce(&mut Vec<Link>)) -> Pathway {
    let mut parts = whole.parts();
    change(&mut parts.links);
    Pathway::from_parts(parts, Vec::new())
}

/// How many remarks are of a kind.
fn count(marks: &Marks, kind: RemarkKind) -> usize {
    marks.remarks.iter().filter(|remark| remark.kind == kind).count()
}

/// The counts are those of the remarks, and everything that remarks name is there.
fn check_marks(marks: &Marks, student: &Pathway, reference: &Pathway) {
    let counts = &marks.counts;
    let told = [
        (RemarkKind::Correct, counts.correct),
        (RemarkKind::WrongSign, counts.wrong_sign),
        (RemarkKind::Reversed, counts.reversed),
        (RemarkKind::Shortcut, counts.shortcuts),
        (RemarkKind::ShortcutWrongSign, counts.shortcuts_wrong_sign),
        (RemarkKind::ShortcutOpen, counts.shortcuts_open),
        (RemarkKind::Extra, counts.extra),
        (RemarkKind::Missing, counts.missing),
        (RemarkKind::UnknownNode, counts.unknown_nodes),
    ];
    assert_eq!(told.map(|(kind, _)| kind), RemarkKind::ALL);
    for (kind, number) in told {
        assert_eq!(count(marks, kind), number, "{kind:?}");
    }
    let drawn = counts.correct + counts.wrong_sign + counts.reversed;
    assert_eq!(drawn + counts.skipped + counts.missing, reference.links().len());
    let shortcuts = counts.shortcuts + counts.shortcuts_wrong_sign + counts.shortcuts_open;
    let others = shortcuts + counts.extra + counts.unmarked + counts.repeated;
    assert_eq!(drawn + others, student.links().len());
    assert!(marks.score <= 100 && marks.score == counts.score());
    for remark in &marks.remarks {
        assert!(remark.drawn.iter().all(|id| student.link(id).is_some()));
        assert!(remark.links.iter().all(|id| reference.link(id).is_some()));
        assert!(remark.nodes.iter().all(|id| reference.node(id).is_some()));
        let looked_at = remark.links.iter().filter_map(|id| reference.link(id)).flat_map(|link| &link.evidence);
        let cited: BTreeSet<_> = looked_at.map(|item| &item.source).collect();
        assert!(remark.sources.iter().all(|source| cited.contains(source)));
        assert!(remark.sentence.ends_with('.'), "{}", remark.sentence);
    }
}

fn marked(student: &Pathway, reference: &Pathway, reading: Reading) -> Marks {
    let marks = mark(student, reference, reading);
    check_marks(&marks, student, reference);
    marks
}

/// Whether only this link leads from its cause to its effect, and none back.
fn alone(whole: &Pathway, link: &Link) -> bool {
    let joins = |other: &&std::sync::Arc<Link>| {
        (other.from == link.from && other.to == link.to) || (other.from == link.to && other.to == link.from)
    };
    whole.links().filter(joins).count() == 1 && link.from != link.to
}

/// Drops, reverses and flips each link of a pathway in turn.
fn check_mutations(whole: &Pathway, reading: Reading) {
    for link in whole.links() {
        let without = changed(whole, |links| links.retain(|other| other.id != link.id));
        let marks = marked(&without, whole, reading);
        assert_eq!((marks.counts.missing, marks.counts.correct + 1), (1, whole.links().len()));
        let missing = marks.remarks.iter().find(|remark| remark.kind == RemarkKind::Missing).expect("it is named");
        // Of links between the same two nodes with the same effect, one is as good as the other.
        let named = whole.link(&missing.links[0]).expect("it is in the reference");
        assert!(named.from == link.from && named.to == link.to);
        if !alone(whole, link) {
            continue;
        }
        let one = |change: &dyn Fn(&mut Link)| {
            changed(whole, |links| links.iter_mut().filter(|other| other.id == link.id).for_each(change))
        };
        let reversed = one(&|link| std::mem::swap(&mut link.from, &mut link.to));
        let marks = marked(&reversed, whole, reading);
        assert_eq!(named_by(&marks, RemarkKind::Reversed), std::slice::from_ref(&link.id), "{}", link.id);
        let other = if link.effect_in(reading) == Effect::Lowers { Effect::Raises } else { Effect::Lowers };
        let flipped = one(&|link| (link.effect, link.popular) = (other, None));
        let marks = marked(&flipped, whole, reading);
        assert_eq!(named_by(&marks, RemarkKind::WrongSign), std::slice::from_ref(&link.id), "{}", link.id);
    }
}

fn named_by(marks: &Marks, kind: RemarkKind) -> Vec<LinkId> {
    marks.remarks.iter().filter(|remark| remark.kind == kind).flat_map(|remark| remark.links.clone()).collect()
}

/// Skips the middle of each chain of two links with signs, and adds links where no way leads.
fn check_skips_and_extras(whole: &Pathway, most: usize) {
    let sign = |link: &Link| link.effect.sign();
    let joined = |a: &NodeId, b: &NodeId| whole.links().any(|link| link.from == *a && link.to == *b);
    let chains = whole.links().flat_map(|a| whole.effects_of(&a.to).into_iter().map(move |b| (a, b)));
    let fit = chains.filter(|(a, b)| a.from != b.to && a.from != a.to && b.from != b.to && !joined(&a.from, &b.to));
    for (a, b) in fit.filter(|(a, b)| sign(a).is_some() && sign(b).is_some()).take(most) {
        let net = if sign(a) == sign(b) { Effect::Raises } else { Effect::Lowers };
        let skip = |effect| {
            changed(whole, |links| {
                links.retain(|link| link.id != a.id && link.id != b.id);
                links.push(Link::new("skip", a.from.as_str(), b.to.as_str(), effect));
            })
        };
        let marks = marked(&skip(net), whole, Reading::Shown);
        assert_eq!(marks.counts.shortcuts, 1, "{} {}", a.id, b.id);
        assert!(marks.remarks.iter().any(|remark| remark.kind == RemarkKind::Shortcut && remark.links.len() >= 2));
        let marks = marked(&skip(Effect::NoEffect), whole, Reading::Shown);
        assert_eq!(marks.counts.shortcuts_wrong_sign, 1);
    }
    let nodes: Vec<NodeId> = whole.nodes().map(|node| node.id.clone()).collect();
    let lens = pathlight::analysis::lens::Lens::default();
    for from in nodes.iter().take(most) {
        let reached = pathlight::analysis::reach::effects(whole, &lens, from);
        let far =
            nodes.iter().find(|to| *to != from && !reached.contains_key(to) && !joined(from, to) && !joined(to, from));
        if let Some(to) = far {
            let more =
                changed(whole, |links| links.push(Link::new("more", from.as_str(), to.as_str(), Effect::Raises)));
            let marks = marked(&more, whole, Reading::Shown);
            assert_eq!((marks.counts.extra, marks.counts.correct), (1, whole.links().len()), "{from} {to}");
        }
    }
}

#[test]
fn bundled_pathways() {
    for id in BUNDLED {
        let whole = bundled(id);
        for reading in READINGS {
            let marks = marked(&whole, &whole, reading);
            assert_eq!((marks.score, marks.counts.correct), (100, whole.links().len()), "{id}");
        }
        if id != "atlas" {
            check_mutations(&whole, Reading::Shown);
        }
        check_skips_and_extras(&whole, 25);
        // What the notation can say of a pathway is enough to be right: labels and effects.
        let student = notation::parse(&notation::write(&whole)).expect("labels have no arrows");
        let marks = marked(&student, &whole, Reading::Shown);
        assert_eq!((marks.score, marks.counts.unknown_nodes), (100, 0), "{id}: {}", marks.summary);
        let labels: BTreeSet<String> = whole.nodes().map(|node| node.label.clone()).collect();
        assert_eq!(word_list(&whole).into_iter().collect::<BTreeSet<_>>(), labels);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn random_maps(student in random_pathway(), reference in random_pathway(), told: bool) {
        let reading = if told { Reading::Told } else { Reading::Shown };
        marked(&student, &reference, reading);
        let itself = marked(&reference, &reference, reading);
        prop_assert_eq!(itself.counts.correct, reference.links().len());
        prop_assert_eq!(itself.score, 100);
    }

    #[test]
    fn random_mutations(whole in random_pathway(), told: bool) {
        check_mutations(&whole, if told { Reading::Told } else { Reading::Shown });
        check_skips_and_extras(&whole, 8);
    }

    #[test]
    fn any_notation_is_marked_by_its_names(text in "([a-cA-C]{1,2}( -> | -\\| | -0 |; |\n)){0,12}x", other in "([a-c]( -> | -\\| )){1,6}c") {
        let read = |text: &str| notation::parse(text).expect("every arrow has two names");
        let (student, reference) = (read(&text), read(&other));
        let counts = marked(&student, &reference, Reading::Shown).counts;
        let known = |id: &NodeId| reference.node(id).is_some();
        prop_assert_eq!(counts.unknown_nodes, student.nodes().filter(|node| !known(&node.id)).count());
        prop_assert_eq!(counts.unmarked, student.links().filter(|link| !known(&link.from) || !known(&link.to)).count());
        // Capitals play no part.
        prop_assert_eq!(marked(&read(&text.to_uppercase()), &reference, Reading::Shown).counts, counts);
        let itself = marked(&student, &student, Reading::Shown);
        prop_assert_eq!((itself.counts.correct, itself.score), (student.links().len(), 100));
    }
}
