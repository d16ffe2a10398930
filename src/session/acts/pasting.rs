//! The clipboard, and nodes of other pathways: taken over with what is said of them.

use std::collections::BTreeSet;

use super::proposing::{lane_for_new, make, say_too};
use crate::{
    editing::{self, Mint, Outcome},
    item::Item,
    library::Known,
    model::{Change, LaneId, NodeId, Pathway},
    state::Session,
    task::Task,
    words,
};

/// Takes a node over from another pathway, with what is said of it, into a lane of this one.
pub(crate) fn take_over(pathway: &Pathway, mint: &mut Mint<'_>, known: &Known, lane: Option<&LaneId>) -> Outcome {
    editing::copy_node(pathway, mint, &known.pathway, &known.node.id, lane)
}

/// Puts what is picked or looked at on the clipboard; says whether there was anything.
pub(crate) fn copy(session: &mut Session) -> bool {
    let view = session.view();
    let (mut nodes, mut links) = (view.picked.clone(), BTreeSet::new());
    if nodes.is_empty() {
        match view.looked_at() {
            Some(Item::Link(id)) => links.extend([id.clone()]),
            Some(item @ (Item::Node(_) | Item::Lane(_) | Item::Bundle(_))) => nodes.extend(session.nodes_of(item)),
            None => {}
        }
    }
    let Ok(text) = editing::copied(session.pathway(), &nodes, &links) else {
        session.view.note(words::editing::COPY_WHAT);
        return false;
    };
    session.view.note(words::messages::COPIED);
    session.start(Task::Copy(text));
    true
}

/// Adds what a text says: lines of notation, or what was copied here or elsewhere. What is new is picked.
pub(crate) fn paste(session: &mut Session, text: &str) {
    let lane = lane_for_new(session);
    let Some(made) = make(session, &|pathway, mint| editing::paste(pathway, mint, text, lane.as_ref())) else { return };
    let added = |change: &Change| if let Change::AddNode(node) = change { Some(node.id.clone()) } else { None };
    let added: Vec<NodeId> = made.edit.changes.iter().filter_map(added).collect();
    session.view.pick(added, false);
    let text = words::editing::pasted(&made.edit.label, made.told.as_deref());
    say_too(session, &text);
}
