//! The answers to a what-if in words.

use std::collections::BTreeSet;

use super::writer::Writer;
use crate::{
    analysis::whatif::{Answer, Outcome, Reasons, Route, WhatIf},
    grammar::{count, ended, form, is_plural, list},
    model::{LinkId, NodeId},
};

/// How many undecided nodes are explained one by one, and how many things are named in a list.
const EXPLAINED: usize = 12;
const NAMED: usize = 30;

/// Tells what a push does.
pub(super) fn tell(writer: &mut Writer, answer: &WhatIf) {
    opening(writer, answer);
    decided(writer, answer, Outcome::More, "More of");
    decided(writer, answer, Outcome::Less, "Less of");
    undecided(writer, answer);
    feedback(writer, answer);
    limits(writer, answer);
    blocks(writer, answer);
}

fn opening(writer: &mut Writer, answer: &WhatIf) {
    let push = &answer.push;
    let mut parts = Vec::new();
    for (ids, what) in [(&push.raise, "raised"), (&push.lower, "lowered"), (&push.block_nodes, "held")] {
        let labels: Vec<&str> = ids.iter().map(|id| writer.pathway.label(id)).collect();
        if let Some(first) = labels.first() {
            let are = if labels.len() > 1 || is_plural(first) { "are" } else { "is" };
            parts.push(format!(
                "{} {are} {what}",
                list(&labels.iter().map(|&label| label.to_owned()).collect::<Vec<_>>())
            ));
        }
    }
    if !push.block_links.is_empty() {
        let claims: Vec<String> = push.block_links.iter().map(|id| quoted_link(writer, id)).collect();
        let is = form(claims.len(), "is", "are");
        parts.push(format!("{} {is} blocked", list(&claims)));
    }
    let reached = answer.answers.values().filter(|a| a.arrives.is_some_and(|steps| steps > 0)).count();
    let nodes = push.raise.iter().chain(&push.lower).chain(&push.block_nodes).cloned().collect();
    let text = if push.pushes() {
        format!("If {}, the change can reach {}.", list(&parts), count(reached, "other node", "other nodes"))
    } else {
        let roots = named(writer, &answer.roots.iter().collect::<Vec<_>>());
        format!("If {}, the question is what can still be reached from {roots}.", list(&parts))
    };
    writer.say(text, None, nodes);
}

fn decided(writer: &mut Writer, answer: &WhatIf, outcome: Outcome, begin: &str) {
    let nodes: Vec<&NodeId> = unpushed(answer, answer.with_first(outcome));
    if !nodes.is_empty() {
        let text = format!("{begin}: {}.", named(writer, &nodes));
        writer.say(text, None, nodes.into_iter().cloned().collect());
    }
}

/// Nodes on which routes disagree are explained one by one; those behind the same link without a sign, together.
fn undecided(writer: &mut Writer, answer: &WhatIf) {
    let (mut split, mut rest): (Vec<(&NodeId, Reasons)>, Vec<&NodeId>) = Default::default();
    let mut behind: Vec<(LinkId, Vec<&NodeId>)> = Vec::new();
    for node in unpushed(answer, answer.with_first(Outcome::Undecided)) {
        let reasons = answer.reasons(node);
        match &reasons.unsigned {
            Some((_, bare)) if reasons.more.is_none() && reasons.less.is_none() => {
                match behind.iter_mut().find(|(link, _)| link == bare) {
                    Some((_, nodes)) => nodes.push(node),
                    None => behind.push((bare.clone(), vec![node])),
                }
            }
            _ if split.len() < EXPLAINED => split.push((node, reasons)),
            _ => rest.push(node),
        }
    }
    for (node, reasons) in &split {
        explain(writer, node, reasons);
    }
    if !rest.is_empty() {
        let text = format!("Undecided because routes disagree or have no sign: {}.", named(writer, &rest));
        writer.say(text, None, rest.into_iter().cloned().collect());
    }
    for (bare, nodes) in &behind {
        let text = format!(
            "Undecided, because {} has no sign and lies on the way: {}.",
            quoted_link(writer, bare),
            named(writer, nodes)
        );
        writer.say(text, Some(bare), nodes.iter().map(|&id| id.clone()).collect());
    }
}

/// Why a node is undecided: by two routes that disagree, or by one route with a sign and one without.
fn explain(writer: &mut Writer, node: &NodeId, reasons: &Reasons) {
    let mut text = format!("{}: undecided", writer.pathway.label(node));
    let signed = [("more", &reasons.more), ("less", &reasons.less)];
    let mut said: Vec<String> = signed
        .iter()
        .filter_map(|(what, route)| Some(format!("For {what}: {}.", spelled(writer, route.as_ref()?))))
        .collect();
    let mut bare_link = None;
    match &reasons.unsigned {
        _ if said.len() == 2 => text.push_str(", because the routes disagree."),
        Some((route, bare)) => {
            text.push_str(&format!(", because {} has no sign.", quoted_link(writer, bare)));
            said.push(format!("Without a sign: {}.", spelled(writer, route)));
            bare_link = Some(bare);
        }
        None => text.push('.'),
    }
    let text = [vec![text], said].concat().join(" ");
    let routes = [reasons.more.as_ref(), reasons.less.as_ref(), reasons.unsigned.as_ref().map(|pair| &pair.0)];
    let mut nodes = vec![node.clone()];
    for id in routes.into_iter().flatten().flat_map(|route| &route.nodes) {
        if !nodes.contains(id) {
            nodes.push(id.clone());
        }
    }
    writer.say(ended(&text), bare_link, nodes);
}

/// What feedback leaves open that the first response decides.
fn feedback(writer: &mut Writer, answer: &WhatIf) {
    let opened = |a: &&Answer| a.feedback == Outcome::Undecided && matches!(a.first, Outcome::More | Outcome::Less);
    let mut nodes: Vec<&Answer> = answer.answers.values().filter(opened).collect();
    nodes.sort_by_key(|a| a.arrives);
    let Some(first) = nodes.first() else { return };
    let ids: Vec<&NodeId> = nodes.iter().map(|a| &a.node).collect();
    let (is, this) = (form(ids.len(), "is", "are"), form(ids.len(), "this", "these"));
    let mut text = format!("Once feedback is counted, {this} {is} undecided too: {}.", named(writer, &ids));
    let reasons = answer.reasons_with_feedback(&first.node);
    let against = if first.first == Outcome::More { &reasons.less } else { &reasons.more };
    if let Some(route) = against {
        let name = writer.pathway.label(&first.node);
        text.push_str(&format!(
            " For {name}, the change comes back with the opposite sign: {}.",
            spelled(writer, route)
        ));
    } else if let Some((_, bare)) = &reasons.unsigned {
        let name = writer.pathway.label(&first.node);
        text.push_str(&format!(
            " For {name}, the way back runs over {}, which has no sign.",
            quoted_link(writer, bare)
        ));
    }
    writer.say(text, None, ids.into_iter().cloned().collect());
}

fn limits(writer: &mut Writer, answer: &WhatIf) {
    let rough: Vec<&NodeId> = answer.answers.values().filter(|a| !a.exact).map(|a| &a.node).collect();
    if !rough.is_empty() {
        let text = format!(
            "There were too many routes to look at every one; these may be undecided only because a route was counted \
             that meets a node twice: {}.",
            named(writer, &rough)
        );
        writer.say(text, None, rough.into_iter().cloned().collect());
    }
}

fn blocks(writer: &mut Writer, answer: &WhatIf) {
    if !answer.push.blocks() {
        return;
    }
    if answer.cut_off.is_empty() {
        writer.say("The block cuts nothing off completely.".to_owned(), None, Vec::new());
    } else {
        let text = format!("Cut off: {}.", named(writer, &answer.cut_off.iter().collect::<Vec<_>>()));
        writer.say(text, None, answer.cut_off.clone());
    }
    for id in answer.still_reached.iter().take(EXPLAINED) {
        if let Some(route) = answer.way_round(id) {
            let text = format!("{}: still reached: {}.", writer.pathway.label(id), spelled(writer, &route));
            writer.say(ended(&text), None, route.nodes);
        }
    }
    let rest: Vec<&NodeId> = answer.still_reached.iter().skip(EXPLAINED).collect();
    if !rest.is_empty() {
        let text = format!("Also still reached: {}.", named(writer, &rest));
        writer.say(text, None, rest.into_iter().cloned().collect());
    }
    broken(writer, answer);
}

fn broken(writer: &mut Writer, answer: &WhatIf) {
    let loops = &answer.broken_loops;
    if loops.is_empty() {
        return;
    }
    let kinds = loops.iter().map(|each| each.kind).collect::<BTreeSet<_>>();
    let parts: Vec<String> = kinds
        .into_iter()
        .map(|kind| format!("{} {}", loops.iter().filter(|each| each.kind == kind).count(), kind.name()))
        .collect();
    let more = if answer.broken_loops_complete { "" } else { ", and perhaps more" };
    let nodes: BTreeSet<&NodeId> = loops.iter().flat_map(|each| &each.nodes).collect();
    let text = format!("The block breaks {} ({}){more}.", count(loops.len(), "loop", "loops"), list(&parts));
    writer.say(text, None, nodes.into_iter().cloned().collect());
}

fn unpushed<'a>(answer: &WhatIf, nodes: Vec<&'a NodeId>) -> Vec<&'a NodeId> {
    let pushed = |id: &NodeId| answer.push.raise.contains(id) || answer.push.lower.contains(id);
    nodes.into_iter().filter(|id| !pushed(id)).collect()
}

/// Labels in a list, not too many of them.
fn named(writer: &Writer, nodes: &[&NodeId]) -> String {
    let mut names: Vec<String> = nodes.iter().take(NAMED).map(|id| writer.pathway.label(id).to_owned()).collect();
    if nodes.len() > NAMED {
        names.push(format!("{} more", nodes.len() - NAMED));
    }
    list(&names)
}

/// A route in words: `Chronic stress raises Noradrenaline, which lowers Sleep`.
fn spelled(writer: &Writer, route: &Route) -> String {
    let pathway = writer.pathway;
    let mut links = route.links.iter().filter_map(|id| pathway.link(id));
    let Some(first) = links.next() else { return "it is pushed there itself".to_owned() };
    let mut text = pathway.sentence_in(first, writer.reading);
    for link in links {
        let verb = link.effect_in(writer.reading).verb(pathway.label(&link.from));
        text.push_str(&format!(", which {verb} {}", pathway.label(&link.to)));
    }
    text
}

fn quoted_link(writer: &Writer, id: &LinkId) -> String {
    let claim = writer.pathway.link(id).map(|link| writer.pathway.sentence_in(link, writer.reading));
    format!("“{}”", claim.unwrap_or_else(|| id.to_string()))
}
