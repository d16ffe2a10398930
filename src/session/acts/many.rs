//! Many edits at once: lines that are entered, texts that are replaced, nodes that become one.

use std::{collections::BTreeSet, sync::Arc};

use super::proposing::{make, say_too};
use crate::{
    editing::{Said, Search, Text, find, merge_nodes, quick_entry, replace},
    model::{Change, NodeId},
    parts::view::OpenText,
    preview::Wanted,
    state::Session,
    words,
};

/// What is done with many records at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ManyAct {
    /// The lines have become these.
    Lines(String),
    /// A name in a line, counted from 1, stands for this node.
    Mean {
        /// Which line.
        line: usize,
        /// The name that may stand for several.
        name: String,
        /// The node that it stands for.
        node: NodeId,
    },
    /// Adds what the lines say.
    Enter,
    /// Looks for something else.
    Search(Search),
    /// Something else takes its place.
    With(String),
    /// Replaces it in one text.
    ReplaceIn(Text),
    /// Replaces it in all texts.
    ReplaceAll,
    /// Makes two nodes one: the first stays.
    Merge(NodeId, NodeId),
}

/// Does what is asked of many records at once.
pub(crate) fn many(session: &mut Session, act: ManyAct) {
    match act {
        ManyAct::Lines(lines) => session.many.type_lines(lines),
        ManyAct::Mean { line, name, node } => {
            let lines = meant(session.many().lines(), line, &name, &node);
            session.many.type_lines(lines);
        }
        ManyAct::Enter => enter(session),
        ManyAct::Search(search) => session.many.look_for(search),
        ManyAct::With(with) => session.many.replace_with(with),
        ManyAct::ReplaceIn(place) => replace_in(session, Some(&place)),
        ManyAct::ReplaceAll => replace_in(session, None),
        ManyAct::Merge(kept, gone) => {
            session.view.close_texts();
            if let Some(made) = make(session, &|pathway, _| merge_nodes(pathway, &kept, &gone)) {
                session.view.pick([kept], false);
                say(session, &made.edit.label, made.told.as_deref());
            }
        }
    }
}

/// Puts an id in the place of a name in a line, counted from 1.
fn meant(lines: &str, line: usize, name: &str, node: &NodeId) -> String {
    let mut all: Vec<String> = lines.split('\n').map(str::to_owned).collect();
    if let Some(text) = line.checked_sub(1).and_then(|at| all.get_mut(at)) {
        *text = text.replacen(name, node.as_str(), 1);
    }
    all.join("\n")
}

/// Adds what the lines say, as one step, and picks what is new. Lines that cannot be taken stay.
fn enter(session: &mut Session) {
    let lines = session.many().lines().to_owned();
    let entry = quick_entry(session.pathway(), &mut |base| base.to_owned(), &lines, None).lines;
    let Some(made) = make(session, &|pathway, mint| quick_entry(pathway, mint, &lines, None).outcome) else { return };
    let is_good = |number: usize| {
        let said = entry.iter().find(|line| line.number == number).map(|line| &line.said);
        !matches!(said, Some(Said::InDoubt { .. } | Said::Wrong { .. }))
    };
    let left: Vec<&str> = lines.lines().enumerate().filter(|(at, _)| !is_good(at + 1)).map(|(_, line)| line).collect();
    let added = |change: &Change| match change {
        Change::AddNode(node) => Some(node.id.clone()),
        Change::About(_)
        | Change::AddLane(_)
        | Change::SetLane(_)
        | Change::MoveLane(..)
        | Change::RemoveLane(_)
        | Change::SetNode(_)
        | Change::RemoveNode(_)
        | Change::AddLink(_)
        | Change::SetLink(_)
        | Change::RemoveLink(_)
        | Change::AddSource(_)
        | Change::SetSource(_)
        | Change::RemoveSource(_)
        | Change::AddTour(_)
        | Change::SetTour(_)
        | Change::MoveTour(..)
        | Change::RemoveTour(_)
        | Change::RemoveMisfit(_) => None,
    };
    let added: Vec<NodeId> = made.edit.changes.iter().filter_map(added).collect();
    session.view.pick(added, false);
    if left.is_empty() {
        session.view.close_texts();
    }
    session.many.type_lines(left.join("\n"));
    say(session, &made.edit.label, made.told.as_deref());
}

/// Replaces what is looked for in one text, or in all.
fn replace_in(session: &mut Session, only: Option<&Text>) {
    let (search, with) = (session.many().search().clone(), session.many().with().to_owned());
    let skip: BTreeSet<Text> = match only {
        Some(only) => {
            let found = find(session.pathway(), &search).into_iter().map(|found| found.place);
            found.filter(|place| place != only).collect()
        }
        None => BTreeSet::new(),
    };
    if let Some(made) = make(session, &|pathway, _| replace(pathway, &search, &with, &skip)) {
        say(session, &made.edit.label, made.told.as_deref());
    }
}

fn say(session: &mut Session, label: &str, told: Option<&str>) {
    let text = words::problems::mended(label, told);
    say_too(session, &text);
}

/// Asks which of two picked nodes stays.
pub(crate) fn offer_merge(session: &mut Session) {
    if session.view().picked.len() == 2 {
        session.view.toggle_text(OpenText::Merge);
    } else {
        session.view.note(words::many::PICK_TWO);
    }
}

/// Has what is shown of what is typed found out, while it is shown.
pub(crate) fn preview(session: &mut Session) {
    let many = session.many();
    let wanted = match session.view().text {
        Some(OpenText::Entry) => Wanted::Lines(many.lines().to_owned()),
        Some(OpenText::Replace) => Wanted::Places(many.search().clone()),
        Some(
            OpenText::About
            | OpenText::Problems
            | OpenText::Messages
            | OpenText::Steps
            | OpenText::Merge
            | OpenText::Import,
        )
        | None => {
            return;
        }
    };
    let (version, pathway) = (session.open.version(), Arc::clone(session.pathway()));
    if let Some(task) = session.many.request(version, &pathway, wanted) {
        session.start(task);
    }
}
