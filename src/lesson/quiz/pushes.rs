//! Predicting what becomes of a card when another one is pushed.

use std::collections::BTreeSet;

use super::{
    draft::{Draft, Taken},
    ground::{Ground, sources},
};
use crate::{
    analysis::whatif::{Outcome, Push, Route, WhatIf},
    model::{Link, LinkId, NodeId},
    seed::Seed,
    sheet::QuestionKind,
};

/// The choices, in the order in which they are always given.
const OUTCOMES: [Outcome; 4] = [Outcome::More, Outcome::Less, Outcome::Unchanged, Outcome::Undecided];

/// How many nodes are tried behind one that is pushed.
const TRIES: usize = 4;

/// Asks for predictions until there are so many questions, with answers as different as the part allows.
pub(super) fn ask<'a>(ground: &Ground<'a>, seed: &mut Seed, taken: &mut Taken<'a>, most: usize) {
    let mut wanted = OUTCOMES;
    seed.shuffle(&mut wanted);
    let mut starts: Vec<&NodeId> = ground.nodes.iter().copied().filter(|node| !taken.blank.contains(node)).collect();
    let mut lazy = 0;
    for outcome in wanted.into_iter().cycle() {
        if taken.count(QuestionKind::Push) >= most || lazy >= wanted.len() {
            return;
        }
        seed.shuffle(&mut starts);
        // What is linked directly can be read off a single arrow, and is asked only where there is nothing else.
        let asked = [false, true]
            .into_iter()
            .any(|direct| starts.iter().any(|start| ask_from(ground, seed, taken, start, (outcome, direct))));
        lazy = if asked { 0 } else { lazy + 1 };
    }
}

/// Asks for a node that a push of `start` brings to an outcome, one linked with it directly or none such.
fn ask_from<'a>(
    ground: &Ground<'a>,
    seed: &mut Seed,
    taken: &mut Taken<'a>,
    start: &'a NodeId,
    (outcome, direct): (Outcome, bool),
) -> bool {
    let raise = seed.below(3) > 0;
    let pushed = BTreeSet::from([start.clone()]);
    let push =
        if raise { Push { raise: pushed, ..Push::default() } } else { Push { lower: pushed, ..Push::default() } };
    let Some(answer) = ground.ask(&push) else { return false };
    let becomes = |node: &NodeId| answer.answer(node).map_or(Outcome::Unchanged, |one| one.first);
    let exact = |node: &NodeId| answer.answer(node).is_none_or(|one| one.exact);
    let other = |node: &&&NodeId| **node != start && !taken.blank.contains(**node);
    let mut ends: Vec<&NodeId> = ground.nodes.iter().filter(other).copied().collect();
    ends.retain(|node| becomes(node) == outcome && exact(node) && ground.leads(start, node) == direct);
    seed.shuffle(&mut ends);
    ends.truncate(TRIES);
    ends.into_iter().any(|end| taken.take(ground, draft(ground, &answer, raise, start, (end, outcome))))
}

fn draft<'a>(
    ground: &Ground<'a>,
    answer: &WhatIf,
    raise: bool,
    start: &'a NodeId,
    (end, outcome): (&'a NodeId, Outcome),
) -> Draft {
    let (from, to) = (ground.label(start), ground.label(end));
    let act = if raise { "Raise" } else { "Lower" };
    let prompt = format!(
        "{act} “{from}” and keep it there. By all routes that lead from it to “{to}”, what becomes of “{to}”: more, less, \
         no change, or can it not be said?"
    );
    let mut draft = Draft::new(QuestionKind::Push, prompt);
    draft.choices = OUTCOMES.into_iter().map(|each| words(each).to_owned()).collect();
    draft.answer = OUTCOMES.into_iter().position(|each| each == outcome).unwrap_or_default();
    draft.writable = true;
    let reasons = answer.reasons(end);
    let routes: Vec<Route> =
        [reasons.more, reasons.less, reasons.unsigned.map(|found| found.0)].into_iter().flatten().collect();
    draft.why = why(ground, raise, &routes, (from, to), outcome);
    let ids: BTreeSet<&LinkId> = routes.iter().flat_map(|route| &route.links).collect();
    let links: Vec<&Link> = ids.iter().filter_map(|id| ground.part.link(id)).map(|link| &**link).collect();
    draft.sources = sources(links.iter().copied());
    draft.nodes = vec![start.clone(), end.clone()];
    let between = routes.iter().flat_map(|route| &route.nodes).filter(|node| *node != start && *node != end);
    let between: BTreeSet<&NodeId> = between.collect();
    draft.nodes.extend(between.into_iter().cloned());
    draft.pairs = links.iter().map(|link| (link.from.clone(), link.to.clone())).collect();
    draft.links = ids.into_iter().cloned().collect();
    let node = end.clone();
    draft.push = Some((answer.push.clone(), node, outcome));
    draft
}

fn words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::More => "There is more of it.",
        Outcome::Less => "There is less of it.",
        Outcome::Unchanged => "It does not change.",
        Outcome::Undecided => "It cannot be said.",
    }
}

/// Each route that argues, with what it comes to, and what that means for this push.
fn why(ground: &Ground<'_>, raise: bool, routes: &[Route], (from, to): (&str, &str), outcome: Outcome) -> String {
    let told = |route: &Route| {
        let nodes: Vec<&NodeId> = route.nodes.iter().filter_map(|id| ground.part.node(id)).map(|n| &n.id).collect();
        format!("{}: {}", ground.row(&nodes), ground.on_the_whole(&route.links, false))
    };
    let mut text: Vec<String> = routes.iter().map(told).collect();
    let turned = if raise { "" } else { "Here it is lowered, so that every sign turns round. " };
    text.push(match (outcome, routes.len()) {
        (Outcome::Unchanged, _) => format!("No route along which a change runs leads from {from} to {to}."),
        (Outcome::Undecided, 1) => "So it cannot be said: nobody has shown which way this route turns.".to_owned(),
        (Outcome::Undecided, _) => {
            "So it cannot be said: the routes do not agree, and how strong each is stands nowhere.".to_owned()
        }
        (Outcome::More, _) => format!("{turned}There is more, and no other route argues against it."),
        (Outcome::Less, _) => format!("{turned}There is less, and no other route argues against it."),
    });
    text.join(" ")
}
