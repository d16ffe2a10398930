//! What-if by example: the textbook cases, blocks, and what is asked wrongly.

mod random;

use std::collections::BTreeSet;

use super::*;
use crate::{
    analysis::loops::Loop,
    model::{
        Effect::{Lowers, Raises},
        NodeId, notation,
    },
};

pub(super) fn pathway(text: &str) -> Pathway {
    notation::parse(text).expect("the test's own notation")
}

/// Reads `+a -b !c !a_b`: raise a, lower b, block the node c, block the link `a_b`.
pub(super) fn push(pathway: &Pathway, text: &str) -> Push {
    let mut push = Push::default();
    for word in text.split_whitespace() {
        let (mark, id) = word.split_at(1);
        match mark {
            "+" => drop(push.raise.insert(id.into())),
            "-" => drop(push.lower.insert(id.into())),
            _ if pathway.link(&id.into()).is_some() => drop(push.block_links.insert(id.into())),
            _ => drop(push.block_nodes.insert(id.into())),
        }
    }
    push
}

pub(super) fn ask(text: &str, asked: &str) -> WhatIf {
    let pathway = pathway(text);
    whatif(&pathway, &Lens::default(), &push(&pathway, asked)).expect("a question that can be answered")
}

fn mark(outcome: Outcome) -> char {
    match outcome {
        Outcome::More => '+',
        Outcome::Less => '-',
        Outcome::Undecided => '?',
        Outcome::Unchanged => '0',
    }
}

fn spelled(answers: &WhatIf) -> String {
    let one = |a: &Answer| format!("{}{}{}", a.node, mark(a.first), mark(a.feedback));
    answers.answers.values().map(one).collect::<Vec<_>>().join(" ")
}

/// Each node with its first response and its answer with feedback.
#[track_caller]
fn check(text: &str, asked: &str, expected: &str) {
    let answer = ask(text, asked);
    assert_eq!(spelled(&answer), expected, "{asked} in {text}");
    assert!(answer.exact);
}

pub(super) fn ids(nodes: &[NodeId]) -> String {
    nodes.iter().map(NodeId::as_str).collect::<Vec<_>>().join(" ")
}

pub(super) fn links(route: Option<Route>) -> String {
    route.map_or("none".to_owned(), |r| r.links.iter().map(LinkId::as_str).collect::<Vec<_>>().join(" "))
}

#[test]
fn signs_multiply_along_a_route() {
    check("a -> b -> c", "+a", "a++ b++ c++");
    check("a -> b -| c", "+a", "a++ b++ c--");
    check("a -| b -| c", "+a", "a++ b-- c++");
    check("a -| b -| c", "-a", "a-- b++ c--");
    check("a -> b -0 c; d", "+a", "a++ b++");
}

#[test]
fn routes_that_disagree_leave_it_undecided() {
    // The incoherent feed-forward loop (Mangan & Alon 2003).
    check("a -> b -| c; a -> c", "+a", "a++ b++ c??");
    check("a -> b -> c; a -> c", "+a", "a++ b++ c++");
    check("a -> b; a -| b", "+a", "a++ b??");
    check("a -? b -> c", "+a", "a++ b?? c??");
    check("a -<> b; a -> b", "+a", "a++ b??");
    check("a -> c; b -| c", "+a +b", "a++ b++ c??");
    check("a -> c; b -| c", "+a -b", "a++ b-- c++");
}

#[test]
fn feedback_speaks_only_in_the_second_answer() {
    check("a -> b -| a", "+a", "a+? b+?");
    check("a -> b -> a", "+a", "a++ b++");
    check("a -| b -| a", "+a", "a++ b--");
    check("a -> b -> c -| b; c -> d", "+a", "a++ b+? c+? d+?");
    check("a -> b; b -| b", "+a", "a++ b+?");
    check("a -> b -? a", "+a", "a+? b+?");
    check("a -> b -> c -> d -| b; d -> e", "+a", "a++ b+? c+? d+? e+?");
}

#[test]
fn a_pushed_node_stays_where_it_was_pushed_at_first() {
    check("a -> b -> c", "+a -b", "a++ b-? c-?");
    check("a -> b -> c", "+a +b", "a++ b++ c++");
}

#[test]
fn a_block_holds() {
    check("a -> b -> c; a -> c", "+a !b", "a++ b00 c++");
    check("a -> b -| c; a -> c", "+a !b", "a++ b00 c++");
    check("a -> b -| c; a -> c", "+a !a_c", "a++ b++ c--");
    check("a -> b -> c", "+a !b", "a++ b00 c00");
    let answer = ask("a -> b -> c -> d; a -> d; b -> e", "+a !b");
    assert_eq!((ids(&answer.cut_off), ids(&answer.still_reached)), ("c e".into(), "d".into()));
    assert_eq!(links(answer.way_round(&"d".into())), "a_d");
    assert_eq!(links(answer.way_round(&"c".into())), "none");
}

#[test]
fn a_block_alone_is_asked_of_the_roots() {
    let answer = ask("a -> b -> c; z -> c; b -> d", "!b");
    assert_eq!(
        (ids(&answer.roots), ids(&answer.cut_off), ids(&answer.still_reached)),
        ("a z".into(), "d".into(), "c".into())
    );
    assert_eq!(links(answer.way_round(&"c".into())), "z_c");
    assert!(answer.answers.is_empty());
    // A ring begins at its first node by id that is not blocked, wherever it begins in the file.
    for ring in ["a -> b -> c -> a; b -> x", "b -> c -> a -> b; b -> x", "b -> x; c -> a -> b -> c"] {
        let (held, closed) = (ask(ring, "!a"), ask(ring, "!a_b"));
        assert_eq!((ids(&held.roots), ids(&held.cut_off)), ("b".into(), String::new()), "{ring}");
        assert_eq!((ids(&closed.roots), ids(&closed.cut_off)), ("a".into(), "b c x".into()), "{ring}");
    }
    let rings = ask("y -> y; y -> p -> q -> p; d -> c -> d; c -> e", "!p");
    assert_eq!((ids(&rings.roots), ids(&rings.cut_off)), ("c y".into(), "q".into()));
    let root = ask("a -> b; c -> b; a -> d", "!a");
    assert_eq!((ids(&root.cut_off), ids(&root.still_reached)), ("d".into(), "b".into()));
}

#[test]
fn broken_loops_are_those_that_pass_the_block() {
    let text = "a -> b -> a; b -> c -| b; c -> c; c -> d -> a";
    let spelled = |asked| {
        let answer = ask(text, asked);
        let one = |l: &Loop| format!("{} {}", ids(&l.nodes), l.kind.name());
        answer.broken_loops.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(spelled("!a"), "a b reinforcing, a b c d reinforcing");
    assert_eq!(spelled("!c"), "c reinforcing, b c balancing, a b c d reinforcing");
    assert_eq!(spelled("!c_c !c"), "c reinforcing, b c balancing, a b c d reinforcing");
    assert_eq!(spelled("!c_b"), "b c balancing");
    assert_eq!(spelled("+a"), "");
}

#[test]
fn steps_follow_the_signal() {
    let answer = ask("a -> b -> c -> a; a -> c; c -0 d", "+a");
    let spelled: Vec<String> = answer
        .steps
        .iter()
        .map(|step| step.iter().map(|(link, node)| format!("{link}>{node}")).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(spelled, ["a_b>b a_c>c", "b_c>c c_a>a"]);
    assert_eq!(answer.answer(&"c".into()).and_then(|a| a.arrives), Some(1));
}

#[test]
fn reasons_name_the_shortest_routes() {
    let answer = ask("a -> b -| c; a -> x -> y -> c; b -? c", "+a");
    let reasons = answer.reasons(&"c".into());
    assert_eq!((links(reasons.more), links(reasons.less)), ("a_x x_y y_c".into(), "a_b b_c".into()));
    let (route, bare) = reasons.unsigned.expect("a route over the unsigned link");
    assert_eq!((links(Some(route)), bare.as_str()), ("a_b b_c_2".into(), "b_c_2"));
    let around = ask("a -> b -| a", "+a");
    assert_eq!(links(around.reasons(&"a".into()).less), "none");
    assert_eq!(links(around.reasons_with_feedback(&"a".into()).less), "a_b b_a");
    assert_eq!(around.reasons(&"nowhere".into()), Reasons::default());
}

#[test]
fn a_watched_node_is_told_pair_by_pair() {
    let pathway = pathway("a -> b -| c -> d; a -> c");
    let answer = whatif(&pathway, &Lens::default(), &push(&pathway, "+a")).expect("a question that can be answered");
    let watch = answer.watch(&pathway, &"d".into()).expect("d is reached");
    assert_eq!((watch.more.len(), watch.less.len(), watch.complete), (1, 1, true));
    let said: Vec<&str> = watch.disagreements.iter().map(|d| d.sentence.as_str()).collect();
    assert_eq!(
        said,
        ["Two routes part at “a” and meet again at “c”: the one on which “a” raises “c”, argues for more, the one on \
          which “a” raises “b”, which lowers “c”, for less."]
    );
    assert!(answer.watch(&pathway, &"nowhere".into()).is_none());
}

#[test]
fn a_question_that_makes_no_sense_is_refused() {
    let pathway = pathway("a -> b");
    let refused = |push: Push| whatif(&pathway, &Lens::default(), &push).expect_err("refused");
    let set = |id: &str| BTreeSet::from([NodeId::new(id)]);
    assert_eq!(refused(Push::default()), WhatIfError::Nothing);
    assert_eq!(refused(Push { raise: set("z"), ..Push::default() }), WhatIfError::NoNode("z".into()));
    let both = Push { raise: set("a"), block_nodes: set("a"), ..Push::default() };
    assert_eq!(refused(both), WhatIfError::Both("a".into()));
    let link = Push { block_links: BTreeSet::from(["z".into()]), ..Push::default() };
    assert_eq!(refused(link), WhatIfError::NoLink("z".into()));
}

#[test]
fn long_chains_do_not_overflow() {
    let number = 100_000;
    let mut parts = crate::model::Parts::default();
    for i in 0..number {
        parts.nodes.push(crate::model::Node::new(&format!("n{i:06}"), "n", crate::model::Kind::Other, "all"));
    }
    let mut link = |from: usize, to: usize, effect| {
        let id = format!("l{from}_{to}_{}", parts.links.len());
        let (from, to) = (format!("n{from:06}"), format!("n{to:06}"));
        parts.links.push(crate::model::Link::new(&id, &from, &to, effect));
    };
    for i in 1..number {
        link(i - 1, i, Raises);
    }
    // A balancing loop early on makes every node behind it a case for dominators; another at the end is undecided.
    link(5, 3, Lowers);
    link(0, number - 1, Lowers);
    let pathway = Pathway::from_parts(parts, Vec::new());
    let asked = Push { raise: BTreeSet::from(["n000000".into()]), ..Push::default() };
    let answer = whatif(&pathway, &Lens::default(), &asked).expect("a question that can be answered");
    let end = answer.answer(&"n099999".into()).expect("it is reached");
    assert_eq!((end.first, end.feedback, answer.exact), (Outcome::Undecided, Outcome::Undecided, true));
    let middle = answer.answer(&"n050000".into()).expect("it is reached");
    assert_eq!((middle.first, middle.feedback), (Outcome::More, Outcome::Undecided));
    assert_eq!(answer.reasons(&"n099999".into()).more.map(|r| r.links.len()), Some(number - 1));
    assert_eq!(answer.watch(&pathway, &"n099999".into()).map(|w| (w.more.len(), w.less.len())), Some((1, 1)));
}
