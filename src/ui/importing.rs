//! A file of another program: what its arrows mean, before anything is taken, and the report on it afterwards.

use egui::{Checkbox, ComboBox, Id, RichText, ScrollArea, TextStyle, Ui};

use super::{
    style::{bold, color},
    typed::unjoined,
    widgets::{heading, paragraph},
};
use crate::{
    import::Meaning,
    model::Effect,
    session::{Action, ImportAct, Session},
    text::visible,
    theme::{Palette, Rgb},
    words,
};

/// Width of the box, in px, where the window has it.
const WIDTH: f32 = 560.0;
/// Most words that can be chosen for; a file with more has names and not kinds of arrows for words.
const MOST_WORDS: usize = 60;
/// Width of a chooser, in px.
const CHOOSER: f32 = 150.0;

/// What a file of another program says, to be taken or left.
pub(super) fn import_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(importing) = session.importing() else { return };
    ui.set_max_width(WIDTH.min(ui.available_width()));
    let foreign = importing.foreign();
    let (things, arrows) = (foreign.draft.things.len(), foreign.draft.arrows.len());
    let found = words::importing::found(&foreign.name, foreign.format.name, things, arrows);
    paragraph(ui, RichText::new(visible(&found)).font(bold(14.0)));
    paragraph(ui, RichText::new(foreign.format.about).color(color(palette.weak)));
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        let take = ui.add_enabled(!importing.waits(), egui::Button::new(words::importing::TAKE));
        focus_once(ui, &take);
        if take.clicked() {
            actions.push(Action::Import(ImportAct::Take));
        }
        if ui.button(words::importing::LEAVE).clicked() {
            actions.push(Action::Import(ImportAct::Leave));
        }
        if importing.waits() {
            ui.label(words::importing::WAITING);
        }
    });
    if foreign.draft.things.iter().any(|thing| thing.at.is_some()) {
        let mut positions = importing.positions();
        if ui.add(Checkbox::new(&mut positions, words::importing::PIN)).changed() {
            actions.push(Action::Import(ImportAct::Pin(positions)));
        }
    }
    ui.separator();
    if importing.rows().is_empty() {
        paragraph(ui, words::importing::NO_ARROWS);
        return;
    }
    paragraph(ui, words::importing::MEANINGS);
    ui.add_space(4.0);
    meanings_ui(ui, importing.rows(), palette, actions);
}

fn meanings_ui(ui: &mut Ui, rows: &[Meaning], palette: &Palette, actions: &mut Vec<Action>) {
    let word_width = (ui.available_width() - CHOOSER - 80.0).max(80.0);
    egui::Grid::new("meanings").num_columns(3).spacing([10.0, 4.0]).show(ui, |ui| {
        for head in [words::importing::WORD, words::importing::ARROWS, words::importing::EFFECT] {
            ui.label(RichText::new(head).font(bold(12.5)).color(color(palette.weak)));
        }
        ui.end_row();
        for row in rows.iter().take(MOST_WORDS) {
            ui.scope(|ui| {
                ui.set_max_width(word_width);
                apart(ui, &row.word, palette.text);
            });
            ui.label(row.count.to_string());
            effect_ui(ui, row, actions);
            ui.end_row();
        }
    });
    if rows.len() > MOST_WORDS {
        ui.label(RichText::new(words::importing::and_more(rows.len() - MOST_WORDS)).color(color(palette.weak)));
    }
}

fn effect_ui(ui: &mut Ui, row: &Meaning, actions: &mut Vec<Action>) {
    let chooser = ComboBox::from_id_salt(("meaning", &row.word)).selected_text(row.effect.label()).width(CHOOSER);
    let shown = chooser.show_ui(ui, |ui| {
        for effect in Effect::ALL {
            if ui.selectable_label(row.effect == effect, effect.label()).clicked() {
                actions.push(Action::Import(ImportAct::Mean(row.word.clone(), effect)));
            }
        }
    });
    let name = words::importing::effect_of(&visible(&row.word));
    ui.ctx().accesskit_node_builder(shown.response.id, |node| node.set_label(name));
}

/// The report on the file that is open.
pub(super) fn report_ui(ui: &mut Ui, session: &Session, palette: &Palette) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width());
        let Some(report) = session.import_report() else {
            paragraph(ui, words::importing::NO_REPORT);
            return;
        };
        paragraph(ui, RichText::new(words::importing::REPORT_HINT).color(color(palette.weak)));
        if session.path().is_none() {
            paragraph(ui, words::importing::NOT_SAVED);
        }
        ui.add_space(4.0);
        for line in report.lines() {
            // What stands under a count is set in.
            match line.strip_prefix("  ") {
                Some(item) => {
                    ui.horizontal_top(|ui| {
                        ui.add_space(12.0);
                        ui.vertical(|ui| apart(ui, item, palette.weak));
                    });
                }
                None if line.ends_with(':') => heading(ui, &visible(&line)),
                None => apart(ui, &line, palette.text),
            }
        }
    });
}

/// A text with the file's own words, whose marks the font must not join: `-->` is three marks.
fn apart(ui: &mut Ui, text: &str, ink: Rgb) {
    let font = TextStyle::Body.resolve(ui.style());
    paragraph(ui, unjoined(&visible(text), &font, color(ink), f32::INFINITY));
}

/// Gives a button the keyboard when its box opens.
fn focus_once(ui: &Ui, response: &egui::Response) {
    let id: Id = response.id.with("opened");
    let (frame, last) = (ui.ctx().cumulative_frame_nr(), ui.data(|data| data.get_temp::<u64>(id)));
    if last.is_none_or(|last| last + 1 < frame) {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, frame));
}
