//! The bottom: what the pointer or the keyboard's cursor is on, in words. And messages.

use egui::{Frame, Panel, RichText, ScrollArea, Ui};

use super::{
    room::{bar_margin, legend_height},
    style::{bold, color},
};
use crate::{
    session::{Action, Session},
    theme::Palette,
    words,
};

/// Draws the status line, with the legend above it where that is wanted.
pub fn status_panel_ui(ui: &mut Ui, session: &Session, palette: &Palette, legend: impl FnOnce(&mut Ui)) {
    let frame = Frame::new().fill(color(palette.panel)).inner_margin(bar_margin(ui));
    Panel::bottom("status").frame(frame).resizable(false).show(ui, |ui| {
        if session.settings().legend {
            ScrollArea::vertical().id_salt("legend").max_height(legend_height(ui)).show(ui, legend);
            ui.add_space(1.0);
        }
        let lens = &session.lens().line;
        if !lens.is_empty() {
            let text = RichText::new(lens).font(bold(13.0)).color(color(palette.accent));
            ui.add(egui::Label::new(text).truncate());
        }
        let text = status_text(session);
        ui.add(egui::Label::new(RichText::new(text).small().color(color(palette.weak))).truncate());
    });
}

/// Nodes from which on a drawing takes long enough to say so.
const LONG_DRAWING: usize = 300;

/// The thing under the pointer, else the one under the keyboard's cursor, else what there is to do.
fn status_text(session: &Session) -> String {
    let pathway = session.drawn();
    let item = session.view().hover.as_ref().or(session.view().focus.as_ref());
    // What fits a window is drawn before anybody could read that it is being drawn.
    let drawing = session.drawing_share().filter(|_| pathway.nodes().len() > LONG_DRAWING);
    match item {
        _ if drawing.is_some() => words::status::refining(100.0 * drawing.unwrap_or_default()),
        Some(item) => item.name_in(pathway, session.reading()),
        None => words::status::rest(pathway.nodes().len(), pathway.links().len(), pathway.sources().len()),
    }
}

/// Draws the latest message, until it is taken away.
pub fn message_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(message) = &session.view().message else { return };
    let ground = if message.is_error { palette.field } else { palette.accent_soft };
    let frame = Frame::new().fill(color(ground)).inner_margin(egui::Margin::symmetric(16, 8));
    Panel::top("message").frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            let ink = if message.is_error { palette.error } else { palette.text };
            let text = RichText::new(&message.text).font(bold(13.5)).color(color(ink));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button(words::status::DISMISS).clicked() {
                    actions.push(Action::Dismiss);
                }
                if !message.lines.is_empty() && ui.button(words::status::COPY).clicked() {
                    actions.push(Action::Copy(message.lines.join("\n")));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(egui::Label::new(text).wrap());
                });
            });
        });
        if !message.lines.is_empty() {
            ScrollArea::vertical().max_height(140.0).show(ui, |ui| {
                for line in message.lines.iter().take(200) {
                    ui.add(egui::Label::new(line).wrap().selectable(true));
                }
            });
        }
    });
}
