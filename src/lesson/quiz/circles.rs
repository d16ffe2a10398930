//! Hunting feedback loops, and saying of what sort they are.

use std::collections::BTreeSet;

use super::{
    draft::{Draft, Taken},
    ground::{Ground, sources},
};
use crate::{
    analysis::loops::{Limits, Loop, LoopKind, loops},
    grammar::count,
    model::{Effect, Link, LinkId, NodeId},
    seed::Seed,
    sheet::QuestionKind,
};

/// Loops that are looked at: short ones, so that a choice can be read.
const LIMITS: Limits = Limits { length: 6, longer: 0, loops: 300, steps: 60_000 };

/// How often a walk that is no loop is looked for.
const TRIES: usize = 40;

const KINDS: [LoopKind; 3] = [LoopKind::Reinforcing, LoopKind::Balancing, LoopKind::Undecided];

/// Whether the part has a loop that can be asked for.
pub(super) fn any(ground: &Ground<'_>) -> bool {
    loops(ground.part, &ground.lens, LIMITS).loops.iter().any(|each| fits(ground, &Taken::default(), each))
}

/// Asks for loops until there are so many questions, each on a loop and of a sort of its own where possible.
pub(super) fn ask<'a>(ground: &Ground<'a>, seed: &mut Seed, taken: &mut Taken<'a>, most: usize) {
    let found = loops(ground.part, &ground.lens, LIMITS);
    let mut fit: Vec<&Loop> = found.loops.iter().filter(|each| fits(ground, taken, each)).collect();
    seed.shuffle(&mut fit);
    // A stable sort. Two links that answer each other are quickly seen; longer loops are better questions.
    fit.sort_by_key(|each| each.nodes.len() < 3);
    for each in fit {
        if taken.count(QuestionKind::Loop) >= most {
            break;
        }
        if let Some(draft) = draft(ground, seed, each, &taken.blank) {
            taken.take(ground, draft);
        }
    }
}

/// Whether every step of a loop can be named, and is the only link between its ends.
fn fits(ground: &Ground<'_>, taken: &Taken<'_>, each: &Loop) -> bool {
    let named = |id: &LinkId| ground.part.link(id).is_some_and(|link| ground.can_name_link(link));
    each.nodes.len() >= 2 && each.links.iter().all(named) && each.nodes.iter().all(|node| !taken.blank.contains(node))
}

/// Two walks and two sorts make four choices, so that neither half of the answer can be seen from the choices.
fn draft<'a>(ground: &Ground<'a>, seed: &mut Seed, each: &Loop, blank: &BTreeSet<&'a NodeId>) -> Option<Draft> {
    let nodes: Vec<&NodeId> = each.told_from_start(ground.part).iter().filter_map(|id| known(ground, id)).collect();
    let wrong = no_loop(ground, seed, &nodes, blank)?;
    let others: Vec<LoopKind> = KINDS.into_iter().filter(|kind| *kind != each.kind).collect();
    let other = *seed.pick(&others)?;
    let mut choices: Vec<(bool, String)> = Vec::new();
    for (walk, right) in [(&nodes, true), (&wrong, false)] {
        for kind in [each.kind, other] {
            choices.push((right && kind == each.kind, format!("{}, {}", closed(ground, walk), kind.name())));
        }
    }
    seed.shuffle(&mut choices);
    let prompt = "Which of these is a feedback loop of the diagram, and of which sort is it?".to_owned();
    let mut draft = Draft::new(QuestionKind::Loop, prompt);
    draft.answer = choices.iter().position(|(right, _)| *right)?;
    draft.choices = choices.into_iter().map(|(_, choice)| choice).collect();
    let links: Vec<&Link> = each.links.iter().filter_map(|id| ground.part.link(id)).map(|link| &**link).collect();
    draft.why = why(ground, each, &wrong);
    draft.sources = sources(links.iter().copied());
    draft.nodes = nodes.iter().map(|id| (*id).clone()).collect();
    draft.links.clone_from(&each.links);
    draft.pairs = steps(&nodes).chain(steps(&wrong)).map(|(a, b)| (a.clone(), b.clone())).collect();
    Some(draft)
}

fn known<'a>(ground: &Ground<'a>, id: &NodeId) -> Option<&'a NodeId> {
    ground.part.node(id).map(|node| &node.id)
}

/// A walk as a row of labels that comes back to the first.
fn closed<'a>(ground: &Ground<'a>, nodes: &[&'a NodeId]) -> String {
    let first = nodes.first().map_or("", |node| ground.label(node));
    format!("{} → {first}", ground.row(nodes))
}

/// The steps of a closed walk.
fn steps<'a>(nodes: &[&'a NodeId]) -> impl Iterator<Item = (&'a NodeId, &'a NodeId)> {
    nodes.iter().copied().zip(nodes.iter().copied().cycle().skip(1))
}

/// A walk of about the same length that does not close: a route without a way back, else the loop the wrong way round,
/// else its cards in another order.
fn no_loop<'a>(
    ground: &Ground<'a>,
    seed: &mut Seed,
    right: &[&'a NodeId],
    blank: &BTreeSet<&'a NodeId>,
) -> Option<Vec<&'a NodeId>> {
    let broken = |walk: &[&NodeId]| steps(walk).any(|(from, to)| !ground.leads(from, to));
    for length in [right.len(), right.len() + 1, right.len().saturating_sub(1).max(3)] {
        for _ in 0..TRIES {
            let links = ground.stroll(seed, length - 1, blank);
            let walk: Vec<&NodeId> =
                links.iter().take(1).map(|link| &link.from).chain(links.iter().map(|link| &link.to)).collect();
            if walk.len() == length && broken(&walk) {
                return Some(walk);
            }
        }
    }
    let mut walk: Vec<&NodeId> = right.iter().rev().copied().collect();
    for _ in 0..TRIES {
        if broken(&walk) {
            return Some(walk);
        }
        seed.shuffle(&mut walk);
    }
    None
}

fn why<'a>(ground: &Ground<'a>, each: &Loop, wrong: &[&'a NodeId]) -> String {
    let gap = steps(wrong).find(|(from, to)| !ground.leads(from, to));
    let gap = gap.map(|(from, to)| {
        let (from, to) = (ground.label(from), ground.label(to));
        format!(" The other walk is no loop: no arrow leads from {from} to {to}.")
    });
    let signs: Vec<&Link> = each.links.iter().filter_map(|id| ground.part.link(id)).map(|link| &**link).collect();
    let raise = signs.iter().filter(|link| ground.effect(link) == Effect::Raises).count();
    let (raise, lower) = (count(raise, "raises", "raise"), count(each.lowering, "lowers", "lower"));
    let tally = format!("Of its {} links {raise} and {lower}.", signs.len());
    format!("{} {tally}{}", ground.on_the_whole(&each.links, true), gap.unwrap_or_default())
}
