//! Changes by hand, on the drawing: links made, turned and signed, cards moved, things deleted.

use super::{
    editing::may_edit,
    pasting,
    proposing::{chained, go_to, look_at, make, say_too},
};
use crate::{
    analysis::problems::Subject,
    editing::{self, Choice},
    item::Item,
    model::{Effect, LaneId, LinkId, NodeId},
    state::Session,
    words,
};

/// A change by hand.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangeAct {
    /// Links a cause to its effect.
    Connect(NodeId, NodeId),
    /// Cards were dragged to places: their centres, in px at zoom 1.
    Drag(Vec<(NodeId, (f64, f64))>),
    /// Text was pasted.
    Paste(String),
    /// Puts what is picked or looked at on the clipboard.
    Copy,
    /// The same, and takes it away.
    Cut,
}

/// Changes the open pathway.
pub(crate) fn change(session: &mut Session, act: ChangeAct) {
    match act {
        ChangeAct::Connect(cause, effect) => connect(session, &cause, &effect),
        ChangeAct::Drag(places) => drag(session, &places),
        ChangeAct::Paste(text) => pasting::paste(session, &text),
        ChangeAct::Copy => {
            pasting::copy(session);
        }
        ChangeAct::Cut => {
            if pasting::copy(session) {
                delete(session);
            }
        }
    }
}

/// Links a cause to its effect, and looks at the link.
fn connect(session: &mut Session, cause: &NodeId, effect: &NodeId) {
    let made = make(session, &|pathway, mint| editing::add_link(pathway, mint, cause, effect, Effect::Raises));
    if let Some(made) = made {
        look_at(session, made.about.as_ref());
        say_linked(session, made.about.as_ref());
    }
}

/// Says what a new link says, and with which keys it says something else.
pub(crate) fn say_linked(session: &mut Session, link: Option<&Subject>) {
    if let Some(Subject::Link(id)) = link
        && let Some(link) = session.pathway().link(id)
    {
        let text = words::editing::linked(&session.pathway().sentence(link));
        say_too(session, &text);
    }
}

/// Pins cards where they were dropped, in one step. One that was dropped in another lane lies in that lane now.
fn drag(session: &mut Session, places: &[(NodeId, (f64, f64))]) {
    let lanes: Vec<(NodeId, LaneId)> =
        places.iter().filter_map(|(node, (_, y))| Some((node.clone(), other_lane(session, node, *y)?))).collect();
    let made = make(session, &|pathway, _| {
        let mut proposal = editing::pin(pathway, places)?;
        // A drag is over when it is dropped: the next one is another step.
        proposal.edit.merge = None;
        for (node, lane) in &lanes {
            let label = proposal.edit.label.clone();
            let choice = Choice::Lane(node.clone(), lane.clone());
            proposal = chained(pathway, proposal, &mut |between| editing::choose(between, &choice))?;
            proposal.edit.label = label;
        }
        Ok(proposal)
    });
    if made.is_some()
        && let Some((node, lane)) = lanes.first()
    {
        let pathway = session.pathway();
        let lane = pathway.lane(lane).map_or(lane.as_str(), |lane| &lane.label);
        let text = words::editing::in_lane(pathway.label(node), lane);
        say_too(session, &text);
    }
}

/// The lane whose band has that height, where the node lies in another one.
fn other_lane(session: &Session, node: &NodeId, y: f64) -> Option<LaneId> {
    let bands = &session.picture()?.bands;
    // The outermost bands go on to the edge.
    let band = bands.iter().find(|band| y < band.y + band.h).or(bands.last())?;
    let lane = &session.pathway().node(node)?.lane;
    session.pathway().lane(&band.id).filter(|band| band.id != *lane).map(|band| band.id.clone())
}

/// The link that is looked at; says what to do first where there is none.
fn link_looked_at(session: &mut Session) -> Option<LinkId> {
    match session.view().looked_at() {
        Some(Item::Link(id)) => Some(id.clone()),
        Some(Item::Node(_) | Item::Lane(_) | Item::Bundle(_)) | None => {
            session.view.note(words::editing::WHICH_LINK);
            None
        }
    }
}

/// Says what the link that is looked at does.
pub(crate) fn set_effect(session: &mut Session, effect: Effect) {
    let Some(id) = link_looked_at(session) else { return };
    let now = session.pathway().link(&id);
    if let Some(now) = now.filter(|link| link.effect == effect) {
        let text = words::editing::so_already(&session.pathway().sentence(now));
        return session.view.note(&text);
    }
    let made = make(session, &|pathway, _| editing::choose(pathway, &Choice::Effect(id.clone(), effect)));
    let told = made.as_ref().and_then(|made| made.told.as_deref());
    if made.is_some()
        && let Some(link) = session.pathway().link(&id)
    {
        let text = words::editing::says_now(&session.pathway().sentence(link), told);
        say_too(session, &text);
    }
}

/// Turns the link that is looked at round.
pub(crate) fn reverse(session: &mut Session) {
    let Some(id) = link_looked_at(session) else { return };
    let made = make(session, &|pathway, _| editing::reverse(pathway, &id));
    if let Some(made) = made
        && let Some(link) = session.pathway().link(&id)
    {
        let text = words::editing::says_now(&session.pathway().sentence(link), made.told.as_deref());
        say_too(session, &text);
    }
}

/// Deletes what is picked, or else what is looked at, and says what went with it.
pub(crate) fn delete(session: &mut Session) {
    if !may_edit(session) {
        return;
    }
    let view = session.view();
    let items: Vec<Subject> = if view.picked.is_empty() {
        let looked_at = |item: &Item| match item {
            Item::Node(id) => Some(Subject::Node(id.clone())),
            Item::Link(id) => Some(Subject::Link(id.clone())),
            Item::Lane(_) | Item::Bundle(_) => None,
        };
        view.looked_at().and_then(looked_at).into_iter().collect()
    } else {
        view.picked.iter().cloned().map(Subject::Node).collect()
    };
    if items.is_empty() {
        return session.view.note(words::editing::DELETE_WHAT);
    }
    let next = beside(session, &items);
    if let Some(made) = make(session, &|pathway, _| editing::remove(pathway, &items)) {
        let text = words::editing::deleted(&made.edit.label, made.told.as_deref());
        say_too(session, &text);
        if let Some(next) = next {
            go_to(session, Item::Node(next));
        }
    }
}

/// A node that is linked with what goes and stays itself: the keyboard goes on from there.
fn beside(session: &Session, items: &[Subject]) -> Option<NodeId> {
    let pathway = session.pathway();
    let goes = |node: &NodeId| items.iter().any(|item| matches!(item, Subject::Node(id) if id == node));
    items.iter().find_map(|item| match item {
        Subject::Link(id) => pathway.link(id).map(|link| link.from.clone()),
        Subject::Node(id) => {
            let causes = pathway.causes_of(id).into_iter().map(|link| &link.from);
            let effects = pathway.effects_of(id).into_iter().map(|link| &link.to);
            causes.chain(effects).find(|node| !goes(node)).cloned()
        }
        Subject::Pathway | Subject::Lane(_) | Subject::Source(_) | Subject::Tour(_) | Subject::Misfit(_) => None,
    })
}

/// Sets pinned cards free: those that are picked, or else all.
pub(crate) fn tidy(session: &mut Session) {
    let picked = &session.view().picked;
    let pinned = session.pathway().nodes().filter(|node| node.at.is_some());
    let pinned: Vec<NodeId> =
        pinned.map(|node| node.id.clone()).filter(|id| picked.is_empty() || picked.contains(id)).collect();
    if pinned.is_empty() {
        return session.view.note(words::editing::NOTHING_PINNED);
    }
    make(session, &|pathway, _| editing::unpin(pathway, &pinned));
}
