//! Picking nodes together.

use std::collections::BTreeSet;

use crate::{item::Item, model::NodeId, state::Session, words};

/// Picks nodes, beside those that are picked already if `add`.
pub(crate) fn pick(session: &mut Session, mut nodes: BTreeSet<NodeId>, add: bool) {
    nodes.retain(|id| session.shown().node(id).is_some());
    session.view.pick(nodes, add);
}

/// Picks what an item stands for, or lets go of it.
pub(crate) fn toggle_picked(session: &mut Session, item: &Item) {
    let nodes = session.nodes_of(item);
    session.view.toggle_picked(nodes);
}

/// Picks what causes and what follows from what is picked, or else from what is looked at.
pub(crate) fn pick_neighbours(session: &mut Session) {
    let inner = picked_or_looked_at(session);
    if inner.is_empty() {
        session.view.note(words::messages::NEIGHBOURS_OF_WHAT);
        return;
    }
    let pathway = session.shown();
    let mut nodes = inner.clone();
    for id in &inner {
        nodes.extend(pathway.causes_of(id).into_iter().map(|link| link.from.clone()));
        nodes.extend(pathway.effects_of(id).into_iter().map(|link| link.to.clone()));
    }
    let text = words::messages::picked(nodes.len());
    session.view.pick(nodes, false);
    session.view.note(&text);
}

fn picked_or_looked_at(session: &Session) -> BTreeSet<NodeId> {
    let view = session.view();
    if !view.picked.is_empty() {
        return view.picked.clone();
    }
    view.looked_at().map(|item| session.nodes_of(item).into_iter().collect()).unwrap_or_default()
}
