//! Comparing two pathways: what is compared, said above the drawing of both, and every difference in words.

use egui::{Align, Button, Frame, Label, Layout, Panel, RichText, Ui};

use super::{
    hover::light,
    room::{Room, STRIP},
    style::{bold, color},
    widgets::{group_title, open, paragraph, text_button},
};
use crate::{
    session::{Action, AskAct, Comparison, Session, library},
    theme::Palette,
    words,
};

/// Says above the drawing which two pathways it is of, while they are compared and it is in sight.
pub fn compared_ui(ui: &mut Ui, session: &Session, room: Room, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(comparison) = session.comparison().filter(|_| room.drawing) else { return };
    let frame = Frame::new().fill(color(palette.accent_soft)).inner_margin(egui::Margin::symmetric(14, 5));
    Panel::top("compared").frame(frame).resizable(false).show(ui, |ui| {
        let said = |text: &str| Label::new(RichText::new(text).font(bold(13.0)).color(color(palette.text)));
        if ui.available_width() < STRIP {
            // Few lines, or little would be left of the drawing; pointing at one says all of it.
            for sign in signs(comparison) {
                ui.add(said(&sign).truncate());
            }
            return end_ui(ui, actions);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            end_ui(ui, actions);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(said(&signs(comparison).join("  ·  ")).wrap());
            });
        });
    });
}

fn end_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    if ui.add(Button::new(words::ask::END_COMPARISON).wrap()).clicked() {
        actions.push(Action::Ask(AskAct::EndComparison));
    }
}

/// What the signs of a comparison mean; together they name both pathways.
pub(super) fn signs(comparison: &Comparison) -> [String; 3] {
    let compared = &comparison.compared;
    [
        words::ask::only_in_later(&compared.after),
        words::ask::only_in_earlier(&compared.before),
        words::ask::IN_BOTH.to_owned(),
    ]
}

fn hint(ui: &mut Ui, text: &str, palette: &Palette) {
    paragraph(ui, RichText::new(text).small().color(color(palette.weak)));
}

/// What to compare with, or every difference in words.
pub(super) fn compare_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(comparison) = session.comparison() else {
        hint(ui, words::ask::COMPARE_HINT, palette);
        for bundled in library::all().iter().filter(|b| session.bundled() != Some(b.id)) {
            if text_button(ui, bundled.title, palette).clicked() {
                actions.push(Action::Ask(AskAct::Compare(bundled.id.to_owned())));
            }
        }
        if ui.button(words::ask::COMPARE_FILE).clicked() {
            actions.push(Action::Ask(AskAct::CompareFile));
        }
        return;
    };
    group_title(ui, &words::counts::differences(comparison.rows.len()), palette);
    for (text, item) in comparison.rows.iter().take(MOST_ROWS) {
        let Some(item) = item else {
            paragraph(ui, text.as_str());
            continue;
        };
        let response = text_button(ui, text.as_str(), palette);
        light(ui, &response, item, session, actions);
        if response.clicked() {
            open(item.clone(), actions);
        }
    }
    if comparison.rows.len() > MOST_ROWS {
        hint(ui, &words::ask::more_differences(comparison.rows.len() - MOST_ROWS), palette);
    }
}

/// Most differences that are listed.
const MOST_ROWS: usize = 200;
