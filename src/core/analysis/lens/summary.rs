//! One line on what a lens leaves of a pathway.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lens, passing, words::share};
use crate::{
    analysis::{
        loops::{Limits, loops},
        web::Web,
    },
    grammar::{count, sentence},
    model::{Kind, LinkId, NodeId, Pathway},
};

/// What a lens leaves, in one line: links, symptoms and outcomes that are cut off from the stressors, and loops.
pub fn summary(pathway: &Pathway, lens: &Lens) -> String {
    let (left, all) = (passing(pathway, lens), pathway.links().len());
    if all == 0 {
        return "There are no links.".to_owned();
    }
    if left.len() == all {
        return sentence(&share(all, all, ("link", "links"), ("is shown", "are shown")));
    }
    let mut parts = vec![share(left.len(), all, ("link", "links"), ("is left", "are left"))];
    parts.extend(cut_off(pathway, lens));
    parts.extend(loops_left(pathway, lens, &left));
    sentence(&parts.join("; "))
}

/// What has become of the symptoms and outcomes that a stressor could reach; nothing where there were none.
fn cut_off(pathway: &Pathway, lens: &Lens) -> Option<String> {
    let everything = Lens { reading: lens.reading, ..Lens::default() };
    let (before, after) = (targets(pathway, &everything), targets(pathway, lens));
    let lost: BTreeMap<&NodeId, Kind> =
        before.iter().filter(|(id, _)| !after.contains_key(*id)).map(|(&id, &kind)| (id, kind)).collect();
    let (one, _) = nouns(&before);
    if before.is_empty() {
        None
    } else if lost.is_empty() {
        Some(format!("every {one} that could be reached from a stressor still can"))
    } else if after.is_empty() {
        Some(format!("no {one} can be reached from a stressor any more"))
    } else {
        let (one, many) = nouns(&lost);
        Some(format!("{} can no longer be reached from a stressor", count(lost.len(), one, many)))
    }
}

/// The symptoms and outcomes that a stressor reaches over the links that carry.
fn targets<'a>(pathway: &'a Pathway, lens: &Lens) -> BTreeMap<&'a NodeId, Kind> {
    let web = Web::new(pathway, lens);
    let stressors = pathway.nodes().filter(|node| node.kind == Kind::Stressor);
    let found = web.reached(stressors.filter_map(|node| web.number(&node.id)), |_| true);
    let is_target = |kind| matches!(kind, Kind::Symptom | Kind::Outcome | Kind::ModelOutcome);
    let is_found = |id| web.number(id).is_some_and(|number| found.steps(number).is_some());
    let nodes = pathway.nodes().filter(|node| is_target(node.kind) && is_found(&node.id));
    nodes.map(|node| (&node.id, node.kind)).collect()
}

/// What these are called, one and many.
fn nouns(targets: &BTreeMap<&NodeId, Kind>) -> (&'static str, &'static str) {
    let symptoms = targets.values().filter(|&&kind| kind == Kind::Symptom).count();
    if symptoms == 0 {
        ("outcome", "outcomes")
    } else if symptoms == targets.len() {
        ("symptom", "symptoms")
    } else {
        ("symptom or outcome", "symptoms or outcomes")
    }
}

/// How many loops still close; nothing where there were none.
fn loops_left(pathway: &Pathway, lens: &Lens, left: &BTreeSet<LinkId>) -> Option<String> {
    let everything = Lens { reading: lens.reading, ..Lens::default() };
    let found = loops(pathway, &everything, Limits::default());
    if found.loops.is_empty() {
        return None;
    }
    let closed = found.loops.iter().filter(|each| each.links.iter().all(|link| left.contains(link))).count();
    let bound = if found.complete { "" } else { ", as far as they could be counted" };
    Some(share(closed, found.loops.len(), ("loop", "loops"), ("is left", "are left")) + bound)
}
