//! The fields of a node.

use egui::{CollapsingHeader, Ui};

use super::{
    form::{Form, comes_into_view},
    pick::{Row, rows},
    sources::{source_rows, source_title},
};
use crate::{
    editing::{Choice, List, NodeText, Text},
    model::{Kind, Level, LevelText, Node, Note},
    session::FormAct,
    ui::widgets::{card, heading},
    words,
};

/// Draws the fields of a node.
pub(super) fn node_ui(ui: &mut Ui, form: &mut Form<'_>, node: &Node) {
    let place = |text| Text::Node(node.id.clone(), text);
    form.text(ui, words::forms::LABEL, place(NodeText::Label), &node.label);
    let kinds = || rows(Kind::ALL, Kind::label, words::forms::KINDS);
    if let Some(kind) = form.pick(ui, words::forms::KIND, node.kind.label(), &kinds) {
        form.act(FormAct::Choose(Choice::Kind(node.id.clone(), Kind::ALL[kind])));
    }
    lane_ui(ui, form, node);
    form.text(ui, words::forms::EXPLANATION, place(NodeText::Explanation), &node.explanation);
    levels_ui(ui, form, &node.levels, &|level| Text::Node(node.id.clone(), NodeText::Level(level)));
    notes_ui(ui, form, node);
    form.text(ui, words::forms::ALIASES, place(NodeText::Aliases), &node.aliases.join("\n"));
    form.text(ui, words::forms::XREFS, place(NodeText::Xrefs), &node.xrefs.join("\n"));
    ui.add_space(4.0);
    if let Some(on) = form.tick(ui, words::forms::PINNED, node.at.is_some()) {
        form.act(FormAct::Pin(node.id.clone(), on));
    }
}

fn lane_ui(ui: &mut Ui, form: &mut Form<'_>, node: &Node) {
    let lanes = form.session.pathway().lanes();
    let rows = || lanes.iter().map(|lane| Row::new(lane.label.as_str(), "")).collect();
    let now = lanes.iter().find(|lane| lane.id == node.lane).map_or(words::details::NO_LANE, |lane| &lane.label);
    if let Some(lane) = form.pick(ui, words::forms::LANE, now, &rows) {
        form.act(FormAct::Choose(Choice::Lane(node.id.clone(), lanes[lane].id.clone())));
    }
}

/// The text for each level; an empty one is none.
pub(super) fn levels_ui(ui: &mut Ui, form: &mut Form<'_>, levels: &[LevelText], place: &dyn Fn(Level) -> Text) {
    let header = CollapsingHeader::new(words::forms::LEVELS).id_salt("levels");
    let shown = header.default_open(!levels.is_empty()).show(ui, |ui| {
        form.remark(ui, words::forms::LEVELS_HINT);
        for level in Level::ALL {
            let text = levels.iter().find(|text| text.level == level).map_or("", |text| &text.text);
            form.text(ui, &words::forms::for_level(level.label()), place(level), text);
        }
    });
    comes_into_view(&shown.header_response);
}

fn notes_ui(ui: &mut Ui, form: &mut Form<'_>, node: &Node) {
    heading(ui, words::evidence::NOTES);
    for (at, note) in node.notes.iter().enumerate() {
        form.item(at, words::forms::note_of(at + 1, &form.of), |form| {
            card(ui, form.palette, |ui| note_ui(ui, form, node, at, note));
        });
    }
    if form.button(ui, words::forms::ADD_NOTE) {
        form.act(FormAct::AddNote(node.id.clone()));
    }
}

fn note_ui(ui: &mut Ui, form: &mut Form<'_>, node: &Node, at: usize, note: &Note) {
    form.text(ui, words::forms::NOTE, Text::Note(node.id.clone(), at), &note.text);
    let choose = |sources| FormAct::Choose(Choice::NoteSources(node.id.clone(), at, sources));
    for (number, id) in note.sources.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            let title = source_title(form.session.pathway(), id);
            // The source's own fields are a step away, as they are from evidence.
            if form.way(ui, &title) {
                form.act(FormAct::EditSource(id.clone()));
            }
            if form.button(ui, &words::forms::not_cite(&title)) {
                let mut left = note.sources.clone();
                left.remove(number);
                form.act(choose(left));
            }
        });
    }
    let rows = || source_rows(form.session);
    if let Some(source) = form.pick(ui, words::forms::CITE, words::forms::CHOOSE_SOURCE, &rows) {
        let chosen = &form.session.pathway().sources()[source].id;
        form.act(choose(note.sources.iter().chain([chosen]).cloned().collect()));
    }
    if form.button(ui, words::forms::REMOVE_NOTE) {
        form.act(FormAct::RemoveItem(List::Notes(node.id.clone()), at));
    }
}
