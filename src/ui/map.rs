//! The page of students' maps: lines to type, and remarks on them.

use egui::{RichText, TextBuffer, TextEdit, TextStyle, Ui};

use super::{
    style::{bold, color},
    typed::unjoined,
    widgets::{card, group_title, open, paragraph, text_button},
};
use crate::{
    lesson::{Marks, RemarkKind},
    model::notation,
    session::{Action, Item, MapAct, Session},
    theme::Palette,
    words,
};

/// Most remarks that are shown; beyond, nobody reads.
const MOST: usize = 200;

/// Draws the page.
pub(super) fn map_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let map = session.map();
    let small = TextStyle::Small.resolve(ui.style());
    paragraph(ui, unjoined(words::map::HINT, &small, color(palette.weak), f32::INFINITY));
    if let Some(file) = map.file() {
        ui.label(RichText::new(words::map::file(file)).font(bold(13.5)));
    } else {
        let mut text = map.text().to_owned();
        let font = TextStyle::Body.resolve(ui.style());
        let (ink, faint) = (color(palette.text), color(palette.weak));
        let example = words::map::example(notation::example(session.pathway()).as_deref());
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
            ui.fonts_mut(|fonts| fonts.layout_job(unjoined(text.as_str(), &font, ink, width)))
        };
        let edit = TextEdit::multiline(&mut text).layouter(&mut layouter).desired_rows(6);
        let hint = unjoined(&example, &font, faint, f32::INFINITY);
        let response = ui.add(edit.hint_text(hint).desired_width(f32::INFINITY));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, words::map::BOX));
        if response.changed() {
            actions.push(Action::Map(MapAct::Text(text)));
        }
    }
    ui.horizontal_wrapped(|ui| {
        for (name, act) in
            [(words::map::MARK, MapAct::Mark), (words::map::OPEN, MapAct::Open), (words::map::CLEAR, MapAct::Clear)]
        {
            if ui.button(name).clicked() {
                actions.push(Action::Map(act));
            }
        }
    });
    let name = if map.word_list().is_some() { words::map::HIDE_WORDS } else { words::map::SHOW_WORDS };
    if ui.button(name).clicked() {
        actions.push(Action::Map(MapAct::Words));
    }
    for word in map.word_list().into_iter().flatten() {
        ui.add(egui::Label::new(RichText::new(word).size(13.0)).wrap().selectable(true));
    }
    match map.marks() {
        Some(Ok(marks)) => marks_ui(ui, session, marks, palette, actions),
        Some(Err(sentence)) => {
            let font = TextStyle::Body.resolve(ui.style());
            paragraph(ui, unjoined(sentence, &font, color(palette.error), f32::INFINITY));
        }
        None => {}
    }
}

/// The points, the summary, and every remark with what it rests on: what differs first, then what is right.
fn marks_ui(ui: &mut Ui, session: &Session, marks: &Marks, palette: &Palette, actions: &mut Vec<Action>) {
    ui.add_space(4.0);
    ui.label(RichText::new(words::map::score(marks.score)).font(bold(15.0)));
    paragraph(ui, &marks.summary);
    let (right, others): (Vec<_>, Vec<_>) = marks.remarks.iter().partition(|remark| remark.kind == RemarkKind::Correct);
    if marks.remarks.len() > MOST {
        paragraph(ui, words::answer::not_listed(marks.remarks.len() - MOST));
    }
    for remark in others.into_iter().chain(right).take(MOST) {
        card(ui, palette, |ui| {
            let mark = if remark.kind == RemarkKind::Correct { "✓ " } else { "" };
            group_title(ui, &format!("{mark}{}", remark.kind.name()), palette);
            paragraph(ui, &remark.sentence);
            let sources = remark.sources.iter().filter_map(|id| session.pathway().source(id));
            let sources: Vec<String> = sources.map(|source| source.short()).collect();
            if !sources.is_empty() {
                let text = words::map::sources(&sources.join("; "));
                paragraph(ui, RichText::new(text).small().color(color(palette.weak)));
            }
            for link in remark.links.iter().take(4) {
                let Some(known) = session.pathway().link(link) else { continue };
                let text = session.pathway().sentence_in(known, session.reading());
                if text_button(ui, text, palette).on_hover_text(words::map::SHOW_HINT).clicked() {
                    open(Item::Link(link.clone()), actions);
                }
            }
        });
    }
}
