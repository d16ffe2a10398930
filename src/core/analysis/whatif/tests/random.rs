//! What-if on random small pathways, against brute force.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::model::{Effect, Kind, Link, Node, Parts};

/// A link between two of seven nodes, its effect, and whether the file lists it early.
type RawLink = (u8, u8, u8);

fn effect(number: u8) -> Effect {
    match number {
        0..=5 => Effect::Raises,
        6..=11 => Effect::Lowers,
        12 => Effect::Mixed,
        13 => Effect::Unknown,
        _ => Effect::NoEffect,
    }
}

fn build(links: &[RawLink], turned: bool) -> Pathway {
    let link = |(i, &(a, b, e)): (usize, &RawLink)| {
        Link::new(&format!("l{i:02}"), &format!("n{a}"), &format!("n{b}"), effect(e))
    };
    let mut parts = Parts {
        nodes: (0..7).map(|i| Node::new(&format!("n{i}"), "n", Kind::Other, "all")).collect(),
        links: links.iter().enumerate().map(link).collect(),
        ..Parts::default()
    };
    if turned {
        parts.nodes.reverse();
        parts.links.reverse();
    }
    Pathway::from_parts(parts, Vec::new())
}

/// What is done to each node: 1 raised, 2 lowered, 3 blocked, else nothing; and which links are blocked.
fn asked(nodes: &[u8], blocked: &BTreeSet<u8>, links: usize) -> Push {
    let mut push = Push::default();
    for (i, what) in nodes.iter().enumerate() {
        let id = NodeId::new(&format!("n{i}"));
        match what {
            1 => drop(push.raise.insert(id)),
            2 => drop(push.lower.insert(id)),
            3 => drop(push.block_nodes.insert(id)),
            _ => {}
        }
    }
    push.block_links =
        blocked.iter().filter(|&&i| usize::from(i) < links).map(|i| format!("l{i:02}").as_str().into()).collect();
    push
}

fn is_open(push: &Push, link: &Link) -> bool {
    link.effect != Effect::NoEffect
        && !push.block_links.contains(&link.id)
        && !push.block_nodes.contains(&link.from)
        && !push.block_nodes.contains(&link.to)
}

/// Signs with 2 for none; `None` stays none.
type Seen = BTreeMap<NodeId, BTreeSet<i8>>;

fn times(a: i8, effect: Effect) -> i8 {
    effect.sign().map_or(2, |sign| if a == 2 { 2 } else { a * sign })
}

/// The signs of all simple routes, by walking every one.
fn all_routes(pathway: &Pathway, push: &Push) -> Seen {
    let mut seen = Seen::new();
    for (ids, sign) in [(&push.raise, 1), (&push.lower, -1)] {
        for id in ids {
            follow(pathway, push, &mut vec![id.clone()], sign, &mut seen);
        }
    }
    seen
}

fn follow(pathway: &Pathway, push: &Push, path: &mut Vec<NodeId>, sign: i8, seen: &mut Seen) {
    let at = path.last().expect("a route has a node").clone();
    seen.entry(at.clone()).or_default().insert(sign);
    for link in pathway.effects_of(&at).into_iter().filter(|link| is_open(push, link)) {
        let pushed = push.raise.contains(&link.to) || push.lower.contains(&link.to);
        if !pushed && !path.contains(&link.to) {
            path.push(link.to.clone());
            follow(pathway, push, path, times(sign, link.effect), seen);
            path.pop();
        }
    }
}

/// The signs of all walks, by relaxing every link until nothing is new.
fn all_walks(pathway: &Pathway, push: &Push) -> Seen {
    let mut seen = Seen::new();
    for (ids, sign) in [(&push.raise, 1), (&push.lower, -1)] {
        for id in ids {
            seen.entry(id.clone()).or_default().insert(sign);
        }
    }
    for _ in 0..3 * pathway.nodes().len() {
        for link in pathway.links().filter(|link| is_open(push, link)) {
            for sign in seen.get(&link.from).cloned().unwrap_or_default() {
                seen.entry(link.to.clone()).or_default().insert(times(sign, link.effect));
            }
        }
    }
    seen
}

fn outcome(signs: Option<&BTreeSet<i8>>) -> Outcome {
    match signs.map(|signs| signs.iter().copied().collect::<Vec<_>>()).unwrap_or_default()[..] {
        [] => Outcome::Unchanged,
        [1] => Outcome::More,
        [-1] => Outcome::Less,
        _ => Outcome::Undecided,
    }
}

/// Whether a route is one: open links from a pushed node to `end`, with the sign that it is said to have.
fn is_reason(pathway: &Pathway, push: &Push, route: &Route, end: &NodeId, sign: i8, simple: bool) -> bool {
    let Some(start) = route.nodes.first() else { return false };
    let begin = if push.raise.contains(start) { 1 } else { -1 };
    let links: Vec<&Link> = route.links.iter().filter_map(|id| pathway.link(id)).map(|link| &**link).collect();
    let whole = links.iter().fold(begin, |sign, link| times(sign, link.effect));
    let joined = links.iter().zip(route.nodes.windows(2)).all(|(l, ends)| [l.from.clone(), l.to.clone()] == *ends);
    let once = route.nodes.iter().collect::<BTreeSet<_>>().len() == route.nodes.len();
    (push.raise.contains(start) || push.lower.contains(start))
        && links.len() + 1 == route.nodes.len()
        && links.iter().all(|link| is_open(push, link))
        && joined
        && (once || !simple)
        && route.nodes.last() == Some(end)
        && whole == sign
}

fn check_reasons(pathway: &Pathway, push: &Push, reasons: &Reasons, end: &NodeId, simple: bool) -> bool {
    let holds = |route: &Route, sign| is_reason(pathway, push, route, end, sign, simple);
    reasons.more.as_ref().is_none_or(|route| holds(route, 1))
        && reasons.less.as_ref().is_none_or(|route| holds(route, -1))
        && reasons.unsigned.as_ref().is_none_or(|(route, link)| {
            holds(route, 2)
                && route.links.contains(link)
                && pathway.link(link).is_some_and(|l| l.effect.sign().is_none())
        })
}

fn enough(outcome: Outcome, reasons: &Reasons) -> bool {
    match outcome {
        Outcome::More => reasons.more.is_some() && reasons.less.is_none() && reasons.unsigned.is_none(),
        Outcome::Less => reasons.less.is_some() && reasons.more.is_none() && reasons.unsigned.is_none(),
        Outcome::Undecided => reasons.unsigned.is_some() || (reasons.more.is_some() && reasons.less.is_some()),
        Outcome::Unchanged => *reasons == Reasons::default(),
    }
}

/// What is reached from `starts` over open links, with the fewest links.
fn reach(pathway: &Pathway, starts: &BTreeSet<NodeId>, open: impl Fn(&Link) -> bool) -> BTreeMap<NodeId, usize> {
    let mut best: BTreeMap<NodeId, usize> = starts.iter().map(|id| (id.clone(), 0)).collect();
    for _ in pathway.nodes() {
        for link in pathway.links().filter(|link| open(link)) {
            if let Some(&steps) = best.get(&link.from) {
                let known = best.entry(link.to.clone()).or_insert(steps + 1);
                *known = (*known).min(steps + 1);
            }
        }
    }
    best
}

/// The roots by their definition: of each set of nodes that reach one another and that nothing else reaches, the first by
/// id that is not blocked.
fn brute_roots(pathway: &Pathway, push: &Push) -> BTreeSet<NodeId> {
    let carries = |link: &Link| link.effect != Effect::NoEffect;
    let from = |id: &NodeId| reach(pathway, &BTreeSet::from([id.clone()]), carries);
    let mut roots = BTreeSet::new();
    for node in pathway.nodes() {
        let ring: Vec<&NodeId> = pathway.nodes().map(|n| &n.id).filter(|id| from(id).contains_key(&node.id)).collect();
        let acts = pathway.effects_of(&node.id).iter().any(|link| carries(link) && link.to != node.id);
        let first = ring.iter().min_by_key(|id| (push.block_nodes.contains(**id), **id));
        if acts && ring.iter().all(|id| from(&node.id).contains_key(*id)) && first == Some(&&node.id) {
            roots.insert(node.id.clone());
        }
    }
    roots
}

fn check_against_brute(links: &[RawLink], nodes: &[u8], blocked: &BTreeSet<u8>) -> Result<(), TestCaseError> {
    let pathway = build(links, false);
    let push = asked(nodes, blocked, links.len());
    let Ok(answer) = whatif(&pathway, &Lens::default(), &push) else {
        prop_assert!(!push.pushes() && !push.blocks());
        return Ok(());
    };
    check_cuts(&pathway, &push, &answer)?;
    let turned = whatif(&build(links, true), &Lens::default(), &push).expect("the same question");
    prop_assert_eq!(&turned.answers, &answer.answers);
    prop_assert_eq!((&turned.roots, &turned.cut_off), (&answer.roots, &answer.cut_off));
    if !push.pushes() {
        return Ok(());
    }
    prop_assert_eq!(&turned.steps, &answer.steps);
    let (routes, walks) = (all_routes(&pathway, &push), all_walks(&pathway, &push));
    prop_assert!(answer.exact);
    for node in pathway.nodes().map(|node| &node.id) {
        let (first, feedback) = (outcome(routes.get(node)), outcome(walks.get(node)));
        let given = answer.answer(node);
        prop_assert_eq!(given.map_or(Outcome::Unchanged, |a| a.first), first, "first response of {}", node);
        prop_assert_eq!(given.map_or(Outcome::Unchanged, |a| a.feedback), feedback, "with feedback {}", node);
        let reasons = answer.reasons(node);
        prop_assert!(check_reasons(&pathway, &push, &reasons, node, true), "{:?}", reasons);
        prop_assert!(enough(first, &reasons), "{:?} for {:?}", reasons, first);
        let reasons = answer.reasons_with_feedback(node);
        prop_assert!(check_reasons(&pathway, &push, &reasons, node, false), "{:?}", reasons);
        prop_assert!(enough(feedback, &reasons), "{:?} for {:?}", reasons, feedback);
        prop_assert_eq!(turned.reasons(node), answer.reasons(node));
        check_watch(&pathway, &answer, node, routes.get(node))?;
    }
    Ok(())
}

fn check_watch(
    pathway: &Pathway,
    answer: &WhatIf,
    node: &NodeId,
    signs: Option<&BTreeSet<i8>>,
) -> Result<(), TestCaseError> {
    let Some(watch) = answer.watch(pathway, node) else { return Ok(()) };
    let mut found = BTreeSet::new();
    found.extend((!watch.more.is_empty()).then_some(1));
    found.extend((!watch.less.is_empty()).then_some(-1));
    found.extend((!watch.unsigned.is_empty()).then_some(2));
    if watch.complete {
        prop_assert_eq!(&found, &signs.cloned().unwrap_or_default());
        let pairs = watch.more.len() * watch.less.len();
        prop_assert_eq!(watch.disagreements.len(), pairs.min(100));
    }
    let whole = watch.more.iter().chain(&watch.less).chain(watch.unsigned.iter().map(|pair| &pair.0));
    let distinct: BTreeSet<&Route> = whole.clone().collect();
    prop_assert_eq!(distinct.len(), whole.count());
    Ok(())
}

fn check_cuts(pathway: &Pathway, push: &Push, answer: &WhatIf) -> Result<(), TestCaseError> {
    let starts: BTreeSet<NodeId> = if push.pushes() {
        push.raise.union(&push.lower).cloned().collect()
    } else {
        let roots = brute_roots(pathway, push);
        prop_assert_eq!(answer.roots.iter().cloned().collect::<BTreeSet<_>>(), roots.clone());
        roots
    };
    let free = starts.difference(&push.block_nodes).cloned().collect();
    let before = reach(pathway, &starts, |link| link.effect != Effect::NoEffect);
    let after = reach(pathway, &free, |link| is_open(push, link));
    let behind_link = pathway.links().filter(|l| push.block_links.contains(&l.id) && l.effect != Effect::NoEffect);
    let behind_link = behind_link.filter(|l| before.contains_key(&l.from)).map(|l| l.to.clone());
    let held = push.block_nodes.iter().filter(|id| before.contains_key(*id)).cloned();
    let seeds = held.chain(behind_link).collect();
    let behind = reach(pathway, &seeds, |link| link.effect != Effect::NoEffect && !starts.contains(&link.to));
    let (mut off, mut still) = (Vec::new(), Vec::new());
    for (id, &steps) in before.iter().filter(|(id, _)| !push.block_nodes.contains(*id)) {
        if !after.contains_key(id) {
            off.push(id.clone());
        } else if steps > 0 && behind.contains_key(id) {
            still.push(id.clone());
            let way = answer.way_round(id).expect("it is still reached");
            prop_assert_eq!(Some(&way.links.len()), after.get(id));
            prop_assert!(way.links.iter().filter_map(|id| pathway.link(id)).all(|link| is_open(push, link)));
        }
    }
    prop_assert_eq!(&answer.cut_off, &off);
    prop_assert_eq!(&answer.still_reached, &still);
    let run: usize = answer.steps.iter().map(Vec::len).sum();
    let carrying = pathway.links().filter(|link| is_open(push, link) && after.contains_key(&link.from)).count();
    prop_assert_eq!(run, carrying);
    for (step, links) in answer.steps.iter().enumerate() {
        for (link, to) in links {
            let link = pathway.link(link).expect("a link of the pathway");
            prop_assert_eq!((after.get(&link.from), &link.to), (Some(&step), to));
        }
    }
    check_loops(pathway, push, answer)
}

fn check_loops(pathway: &Pathway, push: &Push, answer: &WhatIf) -> Result<(), TestCaseError> {
    use crate::analysis::loops::{Limits, loops};
    let broken = |l: &Loop| {
        l.nodes.iter().any(|id| push.block_nodes.contains(id)) || l.links.iter().any(|id| push.block_links.contains(id))
    };
    let all = loops(pathway, &Lens::default(), Limits::default());
    let expected: Vec<Loop> = all.loops.into_iter().filter(broken).collect();
    prop_assert!(answer.broken_loops_complete);
    prop_assert_eq!(&answer.broken_loops, &expected);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..Default::default() })]

    /// Dense enough for strong components with loops of every kind; few pushes.
    #[test]
    fn agrees_with_brute_force(
        links in proptest::collection::vec((0u8..7, 0u8..7, 0u8..16), 0..18),
        nodes in proptest::collection::vec(0u8..12, 7),
        blocked in proptest::collection::btree_set(0u8..40, 0..3),
    ) {
        check_against_brute(&links, &nodes, &blocked)?;
    }

    /// Signed links only and one push: the cases that take a search.
    #[test]
    fn agrees_with_brute_force_where_it_is_hard(
        links in proptest::collection::vec((0u8..7, 0u8..7, prop_oneof![6 => Just(0u8), 1 => Just(6), 1 => Just(12)]), 6..16),
    ) {
        check_against_brute(&links, &[1, 0, 0, 0, 0, 0, 0], &BTreeSet::new())?;
    }
}
