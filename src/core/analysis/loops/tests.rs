//! Tests of loops: small ones by hand, known counts, and random pathways against brute force.

use proptest::prelude::*;

use super::*;
use crate::{
    analysis::web::tests::{both_orders, complete, drawn, lens, long, petersen, place, rings, sign, timing},
    model::{Delay, Kind, Link, LinkId, Node, NodeId, Parts, notation},
};

const ALL: Limits = Limits { length: usize::MAX, longer: 0, loops: usize::MAX, steps: usize::MAX };

fn parsed(text: &str) -> Pathway {
    notation::parse(text).expect("the test's own notation")
}

fn found(text: &str, limits: Limits) -> Loops {
    loops(&parsed(text), &Lens::default(), limits)
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let spelled = |l: &Loop| {
        let nodes: Vec<&str> = l.nodes.iter().map(NodeId::as_str).collect();
        format!("{} {}", nodes.join(" "), l.kind.name())
    };
    assert_eq!(found(text, Limits::default()).loops.iter().map(spelled).collect::<Vec<_>>(), expected);
}

#[test]
fn signs_multiply_around_a_loop() {
    check("", &[]);
    check("a -> b -> c", &[]);
    check("a -> b -> a", &["a b reinforcing"]);
    check("a -| b -| a", &["a b reinforcing"]);
    check("a -> b -| a", &["a b balancing"]);
    check("a -> b -? a", &["a b undecided"]);
    check("a -> b -<> a", &["a b undecided"]);
    check("a -> b -0 a", &[]);
    check("a -> a; a -| a", &["a reinforcing", "a balancing"]);
    check("a -> b; a -| b; b -> a", &["a b reinforcing", "a b balancing"]);
    check("b -> c -> a -> b; c -| b", &["b c balancing", "a b c reinforcing"]);
}

#[test]
fn the_order_of_the_file_does_not_matter() {
    let one = found("a -> b -> c -> a; b -> a", Limits::default());
    let other = found("b -> a; c -> a; b -> c; a -> b", Limits::default());
    assert_eq!(one, other);
}

#[test]
fn limits_are_kept_and_said() {
    let ring = "a -> b -> c -> d -> a";
    let strict = |length| {
        let found = found(ring, Limits { length, longer: 0, ..Limits::default() });
        (found.loops.len(), found.complete, found.cut_by)
    };
    assert_eq!(strict(4), (1, true, None));
    assert_eq!(strict(3), (0, false, Some(CutBy::Length)));
    assert_eq!(strict(0), (0, false, Some(CutBy::Length)));
    let few_longer = found(ring, Limits { length: 3, ..Limits::default() });
    assert_eq!((few_longer.loops.len(), few_longer.complete), (1, true));
    let three = |loops| found("a -> a; b -> b; c -> c", Limits { loops, ..Limits::default() });
    assert_eq!((three(2).loops.len(), three(2).cut_by), (2, Some(CutBy::Number)));
    assert!(three(3).complete);
    let few = found(ring, Limits { steps: 3, ..Limits::default() });
    assert_eq!((few.complete, few.cut_by), (false, Some(CutBy::Steps)));
}

#[test]
fn known_graphs_have_the_known_number_of_loops() {
    let count = |pathway: &Pathway| loops(pathway, &Lens::default(), ALL).loops.len();
    // Johnson 1975: the sum over k of (n over k) (k - 1)!, for k from 2 to n.
    assert_eq!([2, 3, 4, 5, 6, 7].map(|n| count(&complete(n))), [1, 5, 20, 84, 409, 2365]);
    // Petersen's graph has 12, 10, 15 and 20 cycles of 5, 6, 8 and 9 edges; each runs both ways, and each of its 15
    // edges there and back.
    let lengths = |pathway: &Pathway, length| {
        loops(pathway, &Lens::default(), ALL).loops.iter().filter(|l| l.links.len() == length).count()
    };
    assert_eq!([2, 3, 4, 5, 6, 7, 8, 9, 10].map(|n| lengths(&petersen(), n)), [15, 0, 0, 24, 20, 0, 30, 40, 0]);
}

#[test]
fn long_rings_and_chains_do_not_overflow() {
    let ring = long(100_000, true);
    let all = loops(&ring, &Lens::default(), ALL);
    assert_eq!((all.loops.len(), all.loops[0].links.len(), all.complete), (1, 100_000, true));
    assert!(all.loops[0].name(&ring).starts_with("n000000 – "));
    let within = loops(&ring, &Lens::default(), Limits { steps: 10_000, ..Limits::default() });
    assert_eq!((within.loops.len(), within.cut_by), (0, Some(CutBy::Length)), "that takes more steps");
    assert!(loops(&long(100_000, false), &Lens::default(), ALL).loops.is_empty());
}

#[test]
fn a_loop_gives_the_reason_for_its_kind() {
    let check = |text: &str, expected: &[&str]| {
        let pathway = parsed(text);
        let found = loops(&pathway, &Lens::default(), ALL);
        let reasons: Vec<String> = found.loops.iter().map(|l| l.reason(&pathway, &Lens::default())).collect();
        assert_eq!(reasons, expected);
    };
    check("a -> a", &["No link lowers, so it is reinforcing."]);
    check("a -| b -> a", &["One link lowers, an odd number, so it is balancing."]);
    check("a -| b -| a", &["Two links lower, an even number, so it is reinforcing."]);
    check("a -| b -| c -| a", &["Three links lower, an odd number, so it is balancing."]);
    check("Poor sleep -? Mood -> Poor sleep", &["The effect of Poor sleep on Mood is unknown, so it is undecided."]);
    let both = "The effect of Poor sleep on IL-6 is mixed, and the effect of IL-6 on Poor sleep is unknown, so it is \
                undecided.";
    let two = "Poor sleep -<> IL-6 -? Poor sleep";
    let pathway = parsed(two);
    let found = loops(&pathway, &Lens::default(), ALL);
    // Its first node by id is IL-6.
    assert_eq!(found.loops[0].nodes[0].as_str(), "il-6");
    assert_ne!(found.loops[0].reason(&pathway, &Lens::default()), both);
    check(
        two,
        &["The effect of IL-6 on Poor sleep is unknown, and the effect of Poor sleep on IL-6 is mixed, so it \
                  is undecided."],
    );
}

fn labelled(nodes: &[(&str, &str, Kind)], links: &[(&str, &str)]) -> Pathway {
    let mut parts = Parts {
        nodes: nodes.iter().map(|&(id, label, kind)| Node::new(id, label, kind, "all")).collect(),
        ..Parts::default()
    };
    let link = |&(a, b): &(&str, &str)| Link::new(&format!("{a}_{b}"), a, b, crate::model::Effect::Raises);
    parts.links = links.iter().map(link).collect();
    Pathway::from_parts(parts, Vec::new())
}

#[test]
fn a_loop_is_named_after_its_most_telling_nodes() {
    let pathway = labelled(
        &[
            ("marrow", "Skull marrow", Kind::Tissue),
            ("stress", "Chronic stress (long)", Kind::Stressor),
            ("il6", "IL-6", Kind::Molecule),
            ("mood", "Low mood", Kind::Symptom),
            ("very", "Inflammation of all the borders of the whole brain", Kind::Process),
        ],
        &[
            ("stress", "marrow"),
            ("marrow", "il6"),
            ("il6", "mood"),
            ("mood", "stress"),
            ("stress", "il6"),
            ("il6", "il6"),
            ("stress", "very"),
            ("very", "mood"),
        ],
    );
    let found = loops(&pathway, &Lens::default(), ALL);
    let names = found.names(&pathway);
    let expected = [
        "IL-6 loop",
        "Chronic stress – Low mood loop",
        "Chronic stress – Inflammation of all the borders loop",
        "Chronic stress – Skull marrow loop",
    ];
    assert_eq!(names, ["IL-6 loop", "Chronic stress – Low mood loop", expected[2], expected[3]]);
    assert_eq!(found.loops[3].told_from_start(&pathway)[0].as_str(), "stress");
}

#[test]
fn loops_that_would_share_a_name_are_told_apart() {
    let pathway = parsed("a -> b -> c -> a; b -> d -> c; a -> b; c -> x; c -> y; d -> x; d -> y; b -> x");
    let names = loops(&pathway, &Lens::default(), ALL).names(&pathway);
    let mut sorted = names.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((names.len(), sorted.len()), (4, 4), "{names:?}");
}

#[test]
fn a_turn_is_as_slow_as_its_slowest_link() {
    let mut parts =
        Parts { nodes: ["a", "b"].map(|id| Node::new(id, id, Kind::Other, "all")).to_vec(), ..Parts::default() };
    parts.links =
        ["a", "b"].iter().zip(["b", "a"]).map(|(a, b)| Link::new(a, a, b, crate::model::Effect::Raises)).collect();
    parts.links[0].delay = Some(Delay::Days);
    let turn = |parts: &Parts| {
        loops(&Pathway::from_parts(parts.clone(), Vec::new()), &Lens::default(), ALL).loops[0].turn.clone()
    };
    assert_eq!((turn(&parts).total(), turn(&parts).unknown.len()), (None, 1));
    assert_eq!(turn(&parts).slowest, Some((Delay::Days, "a".into())));
    parts.links[1].delay = Some(Delay::Minutes);
    assert_eq!(turn(&parts).total(), Some(Delay::Days));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn loops_agree_with_brute_force(drawn in drawn(6, 14), lens in lens(), length in 0usize..8) {
        let [one, other] = both_orders(6, &drawn);
        let mut brute = rings(&one, &lens);
        brute.sort_by_key(|links| (links.len(), place(links)));
        let all = loops(&one, &lens, ALL);
        prop_assert_eq!(all.loops.len(), brute.len());
        for (each, links) in all.loops.iter().zip(&brute) {
            check_loop(each, links, &lens);
        }
        prop_assert_eq!(&all, &loops(&other, &lens, ALL));
        let mut short = all.loops.clone();
        short.retain(|each| each.links.len() <= length);
        let beyond = all.loops.len() - short.len();
        let within = loops(&one, &lens, Limits { length, ..ALL });
        prop_assert_eq!(within.complete, beyond == 0);
        prop_assert_eq!(within.cut_by, (beyond > 0).then_some(CutBy::Length));
        prop_assert_eq!(&within.loops, &short);
        // Where there are few longer ones, they are listed, too.
        let few = loops(&one, &lens, Limits { length, longer: 3, ..ALL });
        prop_assert_eq!(few.complete, beyond <= 3);
        prop_assert_eq!(few.loops, if beyond <= 3 { all.loops } else { short });
    }

    /// However few steps there are, a list that calls itself complete is.
    #[test]
    fn complete_means_all_of_them(drawn in drawn(6, 14), length in 0usize..7, longer in 0usize..5, steps in 0usize..400) {
        let [one, _] = both_orders(6, &drawn);
        let whole = loops(&one, &Lens::default(), ALL);
        let found = loops(&one, &Lens::default(), Limits { length, longer, steps, ..ALL });
        prop_assert!(whole.loops.starts_with(&found.loops));
        prop_assert!(!found.complete || found.loops.len() == whole.loops.len());
    }

    /// Where the list is cut short, it is the beginning of the whole list, and says so.
    #[test]
    fn a_short_list_is_the_beginning_of_the_whole(drawn in drawn(5, 14), number in 0usize..6, steps in 0usize..200) {
        let [one, _] = both_orders(5, &drawn);
        let lens = Lens::default();
        let whole = loops(&one, &lens, ALL);
        let few = loops(&one, &lens, Limits { loops: number, ..ALL });
        prop_assert_eq!(&few.loops[..], &whole.loops[..number.min(whole.loops.len())]);
        prop_assert_eq!(few.complete, whole.loops.len() <= number);
        let quick = loops(&one, &lens, Limits { steps, ..ALL });
        prop_assert!(whole.loops.starts_with(&quick.loops));
        prop_assert!(!quick.complete || quick.loops.len() == whole.loops.len());
    }
}

fn check_loop(each: &Loop, links: &[&Link], lens: &Lens) {
    let ids = |wanted: &dyn Fn(&Link) -> bool| -> Vec<LinkId> {
        links.iter().filter(|link| wanted(link)).map(|link| link.id.clone()).collect()
    };
    let grade = links.iter().map(|link| link.grade).max().expect("a loop has a link");
    assert_eq!(each.links, ids(&|_| true));
    assert_eq!(each.nodes, links.iter().map(|link| link.from.clone()).collect::<Vec<_>>());
    assert_eq!(each.kind, LoopKind::of(sign(links, lens)));
    assert_eq!((each.grade, &each.weakest), (grade, &ids(&|link| link.grade == grade)));
    assert_eq!(each.unsigned, ids(&|link| lens.effect(link).sign().is_none()));
    assert_eq!(each.lowering, ids(&|link| lens.effect(link).sign() == Some(-1)).len());
    assert_eq!(each.turn, timing(links));
}
