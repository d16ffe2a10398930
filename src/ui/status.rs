//! The bottom: what the pointer or the keyboard's cursor is on, in words.

use egui::{Align, Button, Frame, Layout, Panel, RichText, ScrollArea, Ui};

use super::{
    room::{Room, bar_margin, legend_height},
    style::{bold, color},
};
use crate::{
    session::{Action, Command, Item, Session},
    text::as_seen,
    theme::Palette,
    words,
};

/// Height of the status line, in px.
const LINE: f32 = 16.0;

/// Draws the status line, with the legend above it where that is wanted.
pub fn status_panel_ui(
    ui: &mut Ui,
    session: &Session,
    room: Room,
    palette: &Palette,
    actions: &mut Vec<Action>,
    legend: impl FnOnce(&mut Ui),
) {
    let frame = Frame::new().fill(color(palette.panel)).inner_margin(bar_margin(ui));
    Panel::bottom("status").frame(frame).resizable(false).show(ui, |ui| {
        // What it explains is in sight, or it only takes room.
        if session.settings().legend && room.drawing {
            let height = legend_height(ui);
            let scroll = ScrollArea::vertical().id_salt("legend").max_height(height).min_scrolled_height(height);
            scroll.show(ui, legend);
            ui.add_space(1.0);
        }
        // The line is as high without the button and without what the lens leaves: the drawing above it keeps its room.
        ui.spacing_mut().interact_size.y = LINE;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                messages_button(ui, session, palette, actions);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| line_ui(ui, session, palette));
            });
        });
    });
}

/// What is pointed at or to be done; under a lens what that leaves, and behind it what is pointed at.
fn line_ui(ui: &mut Ui, session: &Session, palette: &Palette) {
    let lens = &session.lens().line;
    if !lens.is_empty() {
        let text = RichText::new(lens).font(bold(12.5)).color(color(palette.accent));
        ui.add(egui::Label::new(text).truncate());
    }
    if lens.is_empty() || item(session).is_some() {
        let said = status_text(session);
        let text = RichText::new(as_seen(&said).into_owned()).small().color(color(palette.weak));
        let label = ui.add(egui::Label::new(text).truncate());
        label.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &said));
    }
}

/// Opens the list of messages, once there are some.
fn messages_button(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let said = session.view().said.len();
    if said == 0 {
        return;
    }
    let text = RichText::new(words::status::messages(said)).small().color(color(palette.accent));
    ui.spacing_mut().button_padding.y = 0.0;
    let button = ui.add(Button::new(text).frame(false).small());
    if button.on_hover_text(Command::Messages.shortcut_text()).clicked() {
        actions.push(Action::Run(Command::Messages));
    }
}

/// Nodes from which on a drawing takes long enough to say so.
const LONG_DRAWING: usize = 300;

/// The thing under the pointer or the keyboard's cursor.
fn item(session: &Session) -> Option<&Item> {
    session.view().hover.as_ref().or(session.view().focus.as_ref())
}

/// The thing under the pointer, else the one under the keyboard's cursor, else what there is to do.
fn status_text(session: &Session) -> String {
    let pathway = session.drawn();
    // What fits a window is drawn before anybody could read that it is being drawn.
    let drawing = session.drawing_share().filter(|_| pathway.nodes().len() > LONG_DRAWING);
    match item(session) {
        _ if drawing.is_some() => words::status::refining(100.0 * drawing.unwrap_or_default()),
        Some(item) => item.name_in(pathway, session.reading()),
        None if pathway.nodes().len() == 0 => words::status::REST_EMPTY.to_owned(),
        None => words::status::rest(pathway.nodes().len(), pathway.links().len(), pathway.sources().len()),
    }
}
