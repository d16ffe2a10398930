//! Edits that `core/editing` proposes: made, told, and looked at afterwards.

use std::sync::Arc;

use super::{
    arranging::arrange,
    editing::{apply, may_edit},
};
use crate::{
    analysis::problems::Subject,
    editing::{Mint, Outcome, Proposal, Refusal},
    item::Item,
    model::{LaneId, NodeId, Pathway},
    parts::view::{Camera, Message},
    state::Session,
    walk::Side,
    words,
};

/// What asks for an edit of a pathway.
pub(crate) type Asks<'a> = &'a dyn Fn(&Pathway, &mut Mint<'_>) -> Outcome;

/// Makes an edit and says what comes with it, or says why there is none. Gives what was made of the pathway.
pub(crate) fn make(session: &mut Session, ask: Asks<'_>) -> Option<Proposal> {
    if !may_edit(session) {
        return None;
    }
    let before = Arc::clone(session.pathway());
    match ask(&before, &mut |base| session.open.mint(base)) {
        Ok(proposal) => {
            apply(session, &proposal.edit);
            if Arc::ptr_eq(&before, session.pathway()) {
                return None;
            }
            if let Some(told) = &proposal.told {
                say_too(session, told);
            }
            Some(proposal)
        }
        Err(refusal) => {
            session.view.say(Message::error(&words::editing::refused(&refusal.why)));
            None
        }
    }
}

/// Says something beside what an edit has said already: that this is a copy now.
pub(crate) fn say_too(session: &mut Session, text: &str) {
    let copied = words::editing::copied(&session.pathway().about().title);
    let said = session.view().message.as_ref().is_some_and(|message| message.text.starts_with(&copied));
    session.view.note(&if said { words::editing::both(&copied, text) } else { text.to_owned() });
}

/// An edit, and another one that needs what the first one makes, as one step with the name of the second.
pub(crate) fn chained(pathway: &Pathway, first: Proposal, then: &mut dyn FnMut(&Pathway) -> Outcome) -> Outcome {
    let between = pathway.apply(&first.edit).map_err(|error| Refusal { why: error.to_string(), see: None })?;
    let mut second = then(&between)?;
    let added = std::mem::replace(&mut second.edit.changes, first.edit.changes);
    second.edit.changes.extend(added);
    second.edit.merge = None;
    second.told = match (first.told, second.told) {
        (Some(one), Some(other)) => Some(words::editing::both(&one, &other)),
        (one, other) => one.or(other),
    };
    Ok(second)
}

/// Puts the keyboard's cursor on what an edit has made, and shows it as soon as it is drawn.
pub(crate) fn look_at(session: &mut Session, made: Option<&Subject>) {
    match made {
        Some(Subject::Node(id)) => go_to(session, Item::Node(id.clone())),
        Some(Subject::Link(id)) => go_to(session, Item::Link(id.clone())),
        Some(Subject::Pathway | Subject::Lane(_) | Subject::Source(_) | Subject::Tour(_) | Subject::Misfit(_))
        | None => {}
    }
}

/// Puts the keyboard's cursor on a node or a link, and shows it, whatever of the pathway is drawn.
pub(crate) fn go_to(session: &mut Session, item: Item) {
    for node in session.nodes_of(&item) {
        uncover(session, &node);
    }
    if session.drawing_share().is_some() {
        session.drawing.wait_for(Camera::Reveal(item.clone()));
    }
    session.view.walk_to(Some(item), Side::default());
}

/// Draws a node too where only a part of the pathway is drawn, or where its lane is folded.
fn uncover(session: &mut Session, node: &NodeId) {
    let mut arrangement = session.arrangement().clone();
    arrangement.folded.retain(|lane| !session.nodes_in_lane(lane).contains(node));
    if let Some(focus) = &mut arrangement.focus {
        focus.insert(node.clone());
    }
    if !arrangement.ring.contains(node) {
        arrangement.ring.clear();
    }
    arrange(session, arrangement);
}

/// The lane that something new comes into: that of what is looked at, else the one that was used last, else the first.
pub(crate) fn lane_for_new(session: &Session) -> Option<LaneId> {
    let lanes = [lane_looked_at(session), session.entry.last_lane.clone()];
    let mut lanes = lanes.into_iter().flatten().filter(|lane| session.pathway().lane(lane).is_some());
    lanes.next().or_else(|| session.pathway().lanes().first().map(|lane| lane.id.clone()))
}

/// The lane of the node, or of the cause of the link, that is looked at.
pub(crate) fn lane_looked_at(session: &Session) -> Option<LaneId> {
    let item = session.view().looked_at()?;
    let node = session.nodes_of(item).into_iter().next()?;
    session.pathway().node(&node).map(|node| node.lane.clone())
}
