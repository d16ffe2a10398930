//! What is lit on the canvas, and what is said of it there.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    analysis::whatif::{Outcome, Push, WhatIf},
    lesson::Told,
    model::{Link, LinkId, NodeId, Pathway},
};

/// What is lit on the canvas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lit {
    /// Nodes, with what becomes of them.
    pub nodes: BTreeMap<NodeId, Mark>,
    /// Links.
    pub links: BTreeSet<LinkId>,
    /// What is said of links.
    pub link_marks: BTreeMap<LinkId, Mark>,
}

/// What an answer says of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It is on the way.
    On,
    /// There is more of it.
    More,
    /// There is less of it.
    Less,
    /// It cannot be said.
    Undecided,
    /// It was raised by hand.
    Raised,
    /// It was lowered by hand.
    Lowered,
    /// It is held.
    Blocked,
    /// Nothing reaches it any more.
    CutOff,
    /// Only the later pathway has it.
    Added,
    /// Only the earlier pathway has it.
    Removed,
    /// Both pathways have it, and it differs.
    Changed,
    /// It is what is asked about.
    Asked,
    /// It can bring about what is asked about.
    Cause,
    /// What is asked about can bring it about.
    Effect,
    /// Both: they lie on a feedback loop.
    CauseAndEffect,
}

impl Lit {
    /// Links with the nodes at their ends.
    pub(super) fn walk(pathway: &Pathway, links: &[LinkId]) -> Self {
        let found = links.iter().filter_map(|id| pathway.link(id));
        let nodes = found.flat_map(|link| [link.from.clone(), link.to.clone()]).map(|id| (id, Mark::On)).collect();
        Self { nodes, links: links.iter().cloned().collect(), ..Self::default() }
    }

    /// Nodes with the links among them that are not hidden.
    pub(super) fn among<'a>(
        pathway: &Pathway,
        hidden: &BTreeSet<LinkId>,
        nodes: impl Iterator<Item = &'a NodeId>,
    ) -> Self {
        let nodes: BTreeMap<NodeId, Mark> = nodes.map(|id| (id.clone(), Mark::On)).collect();
        let among = |link: &&Arc<Link>| nodes.contains_key(&link.from) && nodes.contains_key(&link.to);
        let links = pathway.links().filter(among).map(|link| link.id.clone());
        let links = links.filter(|id| !hidden.contains(id)).collect();
        Self { nodes, links, ..Self::default() }
    }

    /// A node, what can bring it about and what it can bring about, with the links among each of the two that are not
    /// hidden.
    pub(super) fn reach(
        pathway: &Pathway,
        hidden: &BTreeSet<LinkId>,
        asked: &NodeId,
        causes: &BTreeSet<&NodeId>,
        effects: &BTreeSet<&NodeId>,
    ) -> Self {
        let [leading, following] =
            [causes, effects].map(|nodes| Self::among(pathway, hidden, nodes.iter().copied().chain([asked])));
        let mark = |id: &NodeId| match (causes.contains(id), effects.contains(id)) {
            _ if id == asked => Mark::Asked,
            (true, true) => Mark::CauseAndEffect,
            (true, false) => Mark::Cause,
            (false, _) => Mark::Effect,
        };
        let nodes = leading.nodes.into_keys().chain(following.nodes.into_keys()).map(|id| (id.clone(), mark(&id)));
        let nodes = nodes.collect();
        Self { nodes, links: leading.links.into_iter().chain(following.links).collect(), ..Self::default() }
    }

    /// What a what-if says of each node, as far as the signal has been let to run.
    pub(super) fn what_if(found: &WhatIf, steps: usize) -> Self {
        let mut lit = Self::default();
        for (id, answer) in &found.answers {
            if answer.arrives.is_some_and(|arrives| arrives > steps) {
                continue;
            }
            let mark = match answer.first {
                Outcome::More => Mark::More,
                Outcome::Less => Mark::Less,
                Outcome::Undecided => Mark::Undecided,
                Outcome::Unchanged => continue,
            };
            lit.nodes.insert(id.clone(), mark);
        }
        if found.answers.is_empty() {
            lit.nodes.extend(found.roots.iter().chain(&found.still_reached).map(|id| (id.clone(), Mark::On)));
        }
        for links in found.steps.iter().take(steps) {
            lit.links.extend(links.iter().map(|(link, _)| link.clone()));
        }
        lit.nodes.extend(found.cut_off.iter().map(|id| (id.clone(), Mark::CutOff)));
        lit.nodes.extend(pushed(&found.push));
        lit
    }

    /// What a step of a tour is about.
    pub(super) fn told(now: &Told) -> Self {
        let nodes = now.nodes.iter().map(|id| (id.clone(), Mark::On)).collect();
        Self { nodes, links: now.links.clone(), ..Self::default() }
    }

    /// Whether nothing is lit.
    pub(super) fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.links.is_empty()
    }
}

/// What is said of the nodes that are pushed or held.
pub(super) fn pushed(push: &Push) -> impl Iterator<Item = (NodeId, Mark)> {
    let marks = [(&push.raise, Mark::Raised), (&push.lower, Mark::Lowered), (&push.block_nodes, Mark::Blocked)];
    marks.into_iter().flat_map(|(nodes, mark)| nodes.iter().map(move |id| (id.clone(), mark)))
}
