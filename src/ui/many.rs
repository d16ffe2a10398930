//! Boxes for many edits at once: lines that are entered, texts that are replaced, cards that become one.

use std::sync::Arc;

use egui::{Button, Checkbox, RichText, TextBuffer, TextEdit, TextStyle, Ui};

use super::{
    style::{bold, color},
    typed::unjoined,
    widgets::{paragraph, rows_ui, text_button},
};
use crate::{
    editing::{Entry, Found, Line, Said, Search},
    model::NodeId,
    session::{Action, ManyAct, Session},
    text::visible,
    theme::Palette,
    words,
};

/// Width of these boxes, in px, where the window has it.
const WIDTH: f32 = 600.0;
/// Most rows of candidates for a name in doubt.
const CANDIDATES: usize = 8;
/// Letters of a text that are shown around what was found in it.
const AROUND: usize = 40;

/// Lines of notation, and what they would do.
pub(super) fn entry_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ui.set_max_width(WIDTH.min(ui.available_width()));
    let many = session.many();
    let small = TextStyle::Small.resolve(ui.style());
    paragraph(ui, unjoined(words::many::ENTRY_HINT, &small, color(palette.weak), f32::INFINITY));
    let mut lines = many.lines().to_owned();
    let (font, ink) = (TextStyle::Body.resolve(ui.style()), color(palette.text));
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        ui.fonts_mut(|fonts| fonts.layout_job(unjoined(text.as_str(), &font, ink, width)))
    };
    let edit = TextEdit::multiline(&mut lines).layouter(&mut layouter).desired_rows(7).desired_width(f32::INFINITY);
    let response = ui.add(edit.id(egui::Id::new("quick entry")));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(words::many::LINES));
    focus_once(ui, &response);
    if response.changed() {
        actions.push(Action::Many(ManyAct::Lines(lines)));
    }
    let entry = many.entry().filter(|_| !many.lines().trim().is_empty());
    ui.horizontal(|ui| {
        if ui.button(words::many::ENTER).clicked() {
            actions.push(Action::Many(ManyAct::Enter));
        }
        if many.waits() {
            ui.label(words::many::WAITING);
        }
    });
    match entry {
        Some(entry) => preview_ui(ui, session, entry, palette, actions),
        None => {
            ui.label(RichText::new(words::many::NO_LINES).color(color(palette.weak)));
        }
    }
}

fn preview_ui(ui: &mut Ui, session: &Session, entry: &Entry, palette: &Palette, actions: &mut Vec<Action>) {
    match &entry.outcome {
        Ok(proposal) => paragraph(ui, RichText::new(words::many::would(&proposal.edit.label)).font(bold(13.5))),
        Err(refusal) => {
            let why = words::editing::refused(&refusal.why);
            paragraph(ui, RichText::new(visible(&why)).color(color(palette.error)));
        }
    }
    rows_ui(ui, entry.lines.iter(), palette, |ui, line| line_ui(ui, session, line, palette, actions));
}

fn line_ui(ui: &mut Ui, session: &Session, line: &Line, palette: &Palette, actions: &mut Vec<Action>) {
    let pathway = session.pathway();
    match &line.said {
        Said::Good { new, known, links, repeated } => {
            let known: Vec<&str> = known.iter().map(|id| pathway.label(id)).collect();
            paragraph(ui, visible(&words::many::good(line.number, new, &known, *links, *repeated)));
        }
        Said::InDoubt { column, name, candidates } => {
            let text = words::many::in_doubt(line.number, *column, name);
            paragraph(ui, RichText::new(visible(&text)).color(color(palette.error)));
            for node in candidates.iter().take(CANDIDATES) {
                if text_button(ui, words::many::mean(pathway.label(node), line.number), palette).clicked() {
                    let (name, node) = (name.clone(), node.clone());
                    actions.push(Action::Many(ManyAct::Mean { line: line.number, name, node }));
                }
            }
        }
        Said::Wrong { column, why } => {
            let text = words::many::wrong(line.number, *column, why);
            paragraph(ui, RichText::new(visible(&text)).color(color(palette.error)));
        }
    }
}

/// A text that is looked for, where it stands, and what takes its place.
pub(super) fn replace_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ui.set_max_width(WIDTH.min(ui.available_width()));
    let many = session.many();
    let mut search = many.search().clone();
    let find = field(ui, words::many::FIND, &mut search.text, palette);
    focus_once(ui, &find);
    let mut with = many.with().to_owned();
    if field(ui, words::many::WITH, &mut with, palette).changed() {
        actions.push(Action::Many(ManyAct::With(with)));
    }
    let ticked = ui.horizontal_wrapped(|ui| {
        let whole = ui.add(Checkbox::new(&mut search.whole_words, words::many::WHOLE_WORDS));
        whole.changed() | ui.add(Checkbox::new(&mut search.same_case, words::many::SAME_CASE)).changed()
    });
    if find.changed() || ticked.inner {
        actions.push(Action::Many(ManyAct::Search(search)));
    }
    let found = many.found();
    ui.horizontal_wrapped(|ui| {
        if ui.button(words::many::REPLACE_ALL).clicked() {
            actions.push(Action::Many(ManyAct::ReplaceAll));
        }
        if many.waits() {
            ui.label(words::many::WAITING);
        }
    });
    if many.search() == &Search::default() || many.search().text.is_empty() {
        return;
    }
    let places = found.iter().map(|found| found.ranges.len()).sum();
    ui.label(RichText::new(words::many::found(places, found.len())).font(bold(13.5)));
    rows_ui(ui, found.iter(), palette, |ui, found| found_ui(ui, session, found, palette, actions));
}

/// A text in which something was found, as far as it stands around that.
fn found_ui(ui: &mut Ui, session: &Session, found: &Found, palette: &Palette, actions: &mut Vec<Action>) {
    let place = found.place.words(session.pathway());
    ui.add_space(4.0);
    paragraph(ui, RichText::new(visible(&place)).small().color(color(palette.weak)));
    paragraph(ui, visible(&around(found)));
    let button = ui.add(Button::new(words::many::REPLACE_HERE).small());
    ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(words::many::replace_in(&place)));
    if button.clicked() {
        actions.push(Action::Many(ManyAct::ReplaceIn(found.place.clone())));
    }
}

/// The text around the first place, in one line.
fn around(found: &Found) -> String {
    let Some(first) = found.ranges.first() else { return String::new() };
    let (before, rest) = found.text.split_at_checked(first.start).unwrap_or_default();
    let (it, after) = rest.split_at_checked(first.len()).unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(AROUND);
    let head: String = before.chars().skip(skipped).collect();
    let tail: String = after.chars().take(AROUND).collect();
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    let text = format!("{}{head}[{it}]{tail}{}", cut(skipped > 0), cut(after.chars().nth(AROUND).is_some()));
    text.replace('\n', " ")
}

/// A field of one line under its name.
fn field(ui: &mut Ui, name: &str, text: &mut String, palette: &Palette) -> egui::Response {
    ui.label(RichText::new(name).font(bold(12.5)).color(color(palette.weak)));
    let response = ui.add(TextEdit::singleline(text).id(egui::Id::new(("many", name))).desired_width(f32::INFINITY));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}

/// Gives a field the keyboard when its box opens.
fn focus_once(ui: &Ui, response: &egui::Response) {
    let id = response.id.with("opened");
    let (frame, last) = (ui.ctx().cumulative_frame_nr(), ui.data(|data| data.get_temp::<u64>(id)));
    if last.is_none_or(|last| last + 1 < frame) {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, frame));
}

/// Which of two picked cards stays.
pub(super) fn merge_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ui.set_max_width(460.0_f32.min(ui.available_width()));
    let picked: Vec<&NodeId> = session.view().picked.iter().collect();
    let [one, other] = picked.as_slice() else {
        paragraph(ui, words::many::PICK_TWO);
        return;
    };
    paragraph(ui, words::many::MERGE_HINT);
    let pathway = Arc::clone(session.pathway());
    for (place, (kept, gone)) in [(one, other), (other, one)].into_iter().enumerate() {
        let (Some(stays), Some(goes)) = (pathway.node(kept), pathway.node(gone)) else { return };
        ui.add_space(6.0);
        let button = ui.add(Button::new(visible(&words::many::keep(&stays.label))).wrap());
        if place == 0 {
            focus_once(ui, &button);
        }
        if button.clicked() {
            actions.push(Action::Many(ManyAct::Merge(NodeId::clone(kept), NodeId::clone(gone))));
        }
        // Two cards that are to be one may well have one name.
        let lane = pathway.lane(&stays.lane).map_or(words::details::NO_LANE, |lane| &lane.label);
        let links = pathway.causes_of(kept).len() + pathway.effects_of(kept).len();
        let text = words::many::stays(stays.kind.label(), lane, links, &goes.label);
        paragraph(ui, RichText::new(visible(&text)).small().color(color(palette.weak)));
        ui.ctx().accesskit_node_builder(button.id, |node| node.set_description(text));
    }
}
