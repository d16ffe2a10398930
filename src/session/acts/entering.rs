//! The entry field: opened for a name, and what is made of what was written there.

use std::path::PathBuf;

use super::{
    changing::say_linked,
    editing::{self as edits, may_edit},
    pasting::take_over,
    proposing::{chained, go_to, lane_for_new, lane_looked_at, look_at, make},
};
use crate::{
    analysis::problems::Subject,
    editing::{self, AboutText, Mint, NodeText, Outcome, Text},
    item::Item,
    model::{About, Effect, LaneId, LinkId, NodeId, Pathway},
    parts::{
        entry::{End, Entry, EntryKind, Takes},
        view::Camera,
    },
    state::Session,
    task::Task,
    words,
};

/// What can be done with the entry field. Places are px of picture.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryAct {
    /// Opens it for a new node, at a place, in a lane.
    Node((f64, f64), Option<LaneId>),
    /// Opens it for another name of a node.
    Rename(NodeId),
    /// Opens it for the effect of a node, at a place and in a lane where it is to be a new one there.
    Link(NodeId, Option<(f64, f64)>, Option<LaneId>),
    /// What is typed.
    Text(String),
    /// Moves the cursor by so many rows.
    Move(isize),
    /// Goes on by so many lanes.
    Lane(isize),
    /// Takes the row of that number, or else the one that the cursor is on.
    Take(Option<usize>),
    /// Closes it; what was typed counts for nothing.
    Close,
}

/// Does something with the entry field.
pub(crate) fn enter(session: &mut Session, act: EntryAct) {
    match act {
        EntryAct::Node(at, lane) => add_node(session, Some(at), lane),
        EntryAct::Rename(node) => rename_node(session, node),
        EntryAct::Link(node, at, lane) => open_link(session, node, End::Effect, at, lane),
        EntryAct::Text(text) => session.entry.write(text),
        EntryAct::Move(rows) => session.entry.move_by(rows),
        EntryAct::Lane(by) => {
            let pathway = session.open.pathway();
            session.entry.move_lane(pathway, by);
        }
        EntryAct::Take(row) => take(session, row),
        EntryAct::Close => session.entry.close(),
    }
}

/// Opens the field, in the place of a text and of the palette.
fn open(session: &mut Session, entry: Entry) {
    if !may_edit(session) {
        return;
    }
    session.view.close_texts();
    session.view.close_palette();
    if let Some(item) = entry.kind.about() {
        session.view.look(Camera::Reveal(item));
    }
    let asks = entry.kind.asks_for_node();
    session.entry.open(entry);
    let here = session.path().map(ToOwned::to_owned);
    let files: Vec<PathBuf> =
        session.settings().recent.iter().filter(|path| Some(*path) != here.as_ref()).cloned().collect();
    if asks && session.entry.wants_to_read(&files) {
        session.start(Task::KnowFiles(files));
    }
}

/// Begins a pathway of one's own, and asks what it is called.
pub(crate) fn begin_new(session: &mut Session) {
    edits::begin_new(session);
    let title = session.pathway().about().title.clone();
    open(session, Entry::new(EntryKind::Title, title, None, None));
}

/// Asks for the name of a new node. It comes into the lane of what is looked at, else into the one that was used last.
pub(crate) fn add_node(session: &mut Session, at: Option<(f64, f64)>, lane: Option<LaneId>) {
    let lane = lane.or_else(|| lane_for_new(session));
    open(session, Entry::new(EntryKind::Node, String::new(), lane, at));
}

/// Asks for another name of the node that is looked at; of a link the texts are in Details.
pub(crate) fn rename(session: &mut Session) {
    match session.view().looked_at().cloned() {
        Some(Item::Node(id)) => rename_node(session, id),
        Some(link @ Item::Link(_)) => {
            session.view.look(Camera::Reveal(link.clone()));
            super::looking::open_item(session, link);
        }
        Some(Item::Lane(_) | Item::Bundle(_)) | None => session.view.note(words::editing::WHICH_CARD),
    }
}

fn rename_node(session: &mut Session, id: NodeId) {
    let Some(label) = session.pathway().node(&id).map(|node| node.label.clone()) else { return };
    open(session, Entry::new(EntryKind::Rename(id), label, None, None));
}

/// Asks for an effect or a cause of the card that is looked at.
pub(crate) fn link(session: &mut Session, wants: End) {
    match session.node_looked_at() {
        Some(node) => open_link(session, node, wants, None, None),
        None => session.view.note(words::editing::WHICH_CARD),
    }
}

fn open_link(session: &mut Session, node: NodeId, wants: End, at: Option<(f64, f64)>, lane: Option<LaneId>) {
    let lane = lane.or_else(|| session.pathway().node(&node).map(|node| node.lane.clone()));
    open(session, Entry::new(EntryKind::Link { node, wants }, String::new(), lane, at));
}

/// Asks for another node at an end of the link that is looked at.
pub(crate) fn move_end(session: &mut Session, wants: End) {
    let Some(Item::Link(link)) = session.view().looked_at().cloned() else {
        return session.view.note(words::editing::WHICH_LINK);
    };
    let lane = lane_looked_at(session);
    open(session, Entry::new(EntryKind::End { link, wants }, String::new(), lane, None));
}

/// Takes what is written, or a row. Where nothing comes of it the field stays open.
fn take(session: &mut Session, row: Option<usize>) {
    let Some(entry) = session.entry() else { return };
    let offer = row.or(entry.row).and_then(|row| entry.offers().get(row));
    let (kind, text, lane) = (entry.kind.clone(), entry.text.clone(), entry.lane.clone());
    let takes = offer.map(|offer| offer.takes.clone());
    let done = match (kind, takes) {
        (EntryKind::Title, _) => keep_title(session, &text),
        (EntryKind::Rename(id), _) => keep_name(session, id, &text),
        (EntryKind::Node | EntryKind::Link { .. } | EntryKind::End { .. }, None) => {
            session.view.note(words::entry::NOTHING_TYPED);
            false
        }
        (EntryKind::Node, Some(takes)) => take_node(session, &takes, lane),
        (EntryKind::Link { node, wants }, Some(takes)) => take_link(session, (&node, wants), &takes, lane.as_ref()),
        (EntryKind::End { link, wants }, Some(takes)) => take_end(session, (&link, wants), &takes, lane.as_ref()),
    };
    if done {
        session.entry.close();
    }
}

fn keep_title(session: &mut Session, text: &str) -> bool {
    let about = session.pathway().about();
    if text.trim() == about.title {
        return true;
    }
    let id = if about.id == About::default().id { Some(editing::blank(text).about().id.clone()) } else { None };
    let made = make(session, &|pathway, _| {
        let title = editing::write(pathway, &Text::About(AboutText::Title), text)?;
        let Some(id) = &id else { return Ok(title) };
        let label = title.edit.label.clone();
        let mut both =
            chained(pathway, title, &mut |between| editing::write(between, &Text::About(AboutText::Id), id))?;
        both.edit.label = label;
        Ok(both)
    });
    made.is_some()
}

fn keep_name(session: &mut Session, id: NodeId, text: &str) -> bool {
    if session.pathway().node(&id).is_some_and(|node| node.label == text.trim()) {
        return true;
    }
    let place = Text::Node(id, NodeText::Label);
    let made = make(session, &|pathway, _| {
        let mut named = editing::write(pathway, &place, text)?;
        // It is kept in one go, not letter by letter.
        named.edit.merge = None;
        Ok(named)
    });
    made.is_some()
}

fn take_node(session: &mut Session, takes: &Takes, lane: Option<LaneId>) -> bool {
    if let Takes::Here(id) = takes {
        go_to(session, Item::Node(id.clone()));
        return true;
    }
    let made = make(session, &|pathway, mint| new_node(pathway, mint, takes, lane.as_ref()));
    if let Some(made) = &made {
        look_at(session, made.about.as_ref());
        session.entry.last_lane = lane;
    }
    made.is_some()
}

fn take_link(session: &mut Session, (node, wants): (&NodeId, End), takes: &Takes, lane: Option<&LaneId>) -> bool {
    let made = make(session, &|pathway, mint| {
        with_node(pathway, mint, (takes, lane), &|pathway, mint, other| {
            let (cause, effect) = if wants == End::Effect { (node, other) } else { (other, node) };
            editing::add_link(pathway, mint, cause, effect, Effect::Raises)
        })
    });
    if let Some(made) = &made {
        look_at(session, made.about.as_ref());
        say_linked(session, made.about.as_ref());
    }
    made.is_some()
}

fn take_end(session: &mut Session, (id, wants): (&LinkId, End), takes: &Takes, lane: Option<&LaneId>) -> bool {
    let Some(link) = session.pathway().link(id).cloned() else { return true };
    if matches!(takes, Takes::Here(node) if *node == if wants == End::Effect { link.to.clone() } else { link.from.clone() })
    {
        return true;
    }
    let made = make(session, &|pathway, mint| {
        with_node(pathway, mint, (takes, lane), &|pathway, _, other| {
            let (cause, effect) = if wants == End::Effect { (&link.from, other) } else { (other, &link.to) };
            editing::set_ends(pathway, id, cause, effect)
        })
    });
    if made.is_some() {
        go_to(session, Item::Link(id.clone()));
    }
    made.is_some()
}

/// A node that is not here yet.
fn new_node(pathway: &Pathway, mint: &mut Mint<'_>, takes: &Takes, lane: Option<&LaneId>) -> Outcome {
    match takes {
        Takes::Known(known) => take_over(pathway, mint, known, lane),
        Takes::New(name) => editing::add_node(pathway, mint, name, lane),
        Takes::Here(id) => editing::add_node(pathway, mint, pathway.label(id), lane),
    }
}

/// What is done with a node.
type WithNode<'a> = &'a dyn Fn(&Pathway, &mut Mint<'_>, &NodeId) -> Outcome;

/// Does something with a node, in one step with making it where it is not here yet.
fn with_node(
    pathway: &Pathway,
    mint: &mut Mint<'_>,
    (takes, lane): (&Takes, Option<&LaneId>),
    then: WithNode<'_>,
) -> Outcome {
    if let Takes::Here(id) = takes {
        return then(pathway, mint, id);
    }
    let made = new_node(pathway, mint, takes, lane)?;
    match made.about.clone() {
        Some(Subject::Node(id)) => chained(pathway, made, &mut |between| then(between, mint, &id)),
        _ => Ok(made),
    }
}
