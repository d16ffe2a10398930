//! Several things at once: what was picked, and what a folded lane holds.

use std::collections::BTreeSet;

use egui::{RichText, Ui};

use super::{
    answer::story_ui,
    evidence::references_ui,
    style::color,
    widgets::{command_button, heading, open, paragraph, rows_ui, text_button},
};
use crate::{
    model::{LaneId, NodeId, Source, SourceId},
    session::{Action, Command, Item, Session},
    theme::Palette,
    words,
};

/// What was picked, and what can be done with it.
pub(super) fn picked_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let picked = &session.view().picked;
    let inner: Vec<_> =
        session.shown().links().filter(|l| picked.contains(&l.from) && picked.contains(&l.to)).collect();
    ui.heading(words::selection::picked(picked.len()));
    paragraph(ui, RichText::new(words::selection::with_links(inner.len())).color(color(palette.weak)));
    ui.horizontal_wrapped(|ui| {
        command_button(ui, words::selection::SHOW_ONLY, Command::Focus, actions);
        command_button(ui, words::selection::ADD_NEIGHBOURS, Command::PickNeighbours, actions);
        if picked.len() == 2 {
            command_button(ui, words::many::MERGE, Command::Merge, actions);
        }
        if ui.button(words::selection::LET_GO).on_hover_text(words::selection::LET_GO_HINT).clicked() {
            actions.push(Action::Pick { nodes: BTreeSet::new(), add: false });
        }
    });
    nodes_ui(ui, session, picked.iter(), palette, actions);
    if !inner.is_empty() {
        heading(ui, words::selection::LINKS);
    }
    rows_ui(ui, inner.iter(), palette, |ui, link| {
        let sentence = session.shown().sentence_in(link, session.reading());
        let text = words::details::link_row(&sentence, link.grade.name());
        if text_button(ui, text, palette).clicked() {
            open(Item::Link(link.id.clone()), actions);
        }
    });
    let cited: BTreeSet<&SourceId> = inner.iter().flat_map(|link| &link.evidence).map(|e| &e.source).collect();
    let sources = session.shown().sources().iter().map(|source| &**source);
    let sources: Vec<&Source> = sources.filter(|source| cited.contains(&source.id)).collect();
    references_ui(ui, &sources, actions);
    heading(ui, words::answer::IN_WORDS);
    if let Some(story) = session.picked_story() {
        story_ui(ui, session, story, words::selection::STORY, palette, actions);
    }
}

/// What a folded lane holds.
pub(super) fn lane_ui(ui: &mut Ui, session: &Session, lane: &LaneId, palette: &Palette, actions: &mut Vec<Action>) {
    let nodes = session.nodes_in_lane(lane);
    let bands = session.picture().map(|picture| picture.bands.as_slice()).unwrap_or_default();
    ui.heading(bands.iter().find(|band| band.id == *lane).map_or(lane.as_str(), |band| &band.label));
    paragraph(ui, RichText::new(words::selection::folded(nodes.len())).color(color(palette.weak)));
    if ui.button(words::selection::OPEN_LANE).clicked() {
        actions.push(Action::ToggleLane(lane.clone()));
    }
    nodes_ui(ui, session, nodes.iter(), palette, actions);
}

fn nodes_ui<'a>(
    ui: &mut Ui,
    session: &Session,
    nodes: impl ExactSizeIterator<Item = &'a NodeId>,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    heading(ui, words::selection::NODES);
    rows_ui(ui, nodes, palette, |ui, id| {
        if text_button(ui, session.shown().label(id), palette).clicked() {
            open(Item::Node(id.clone()), actions);
        }
    });
}
