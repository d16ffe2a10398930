//! The left side: its tabs, and the page that is chosen. It knows every page; no page knows it.

use egui::{Button, Frame, Panel, RichText, Ui};

use super::{
    ask::ask_ui,
    hover::put_out,
    importing::report_ui,
    lenses::{lenses_ui, sources_ui},
    outline::{outline_ui, show_drawing_ui},
    room::Room,
    style::color,
    teach::teach_ui,
};
use crate::{
    session::{Action, Session, SidePanel},
    theme::Palette,
    words,
};

/// Draws the left side, if there is room for it: its tabs and the page that is chosen.
pub fn side_panel_ui(ui: &mut Ui, session: &Session, room: Room, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(width) = room.side else { return };
    let frame =
        Frame::new().fill(color(palette.panel)).inner_margin(egui::Margin { left: 12, right: 6, top: 10, bottom: 6 });
    let panel = Panel::left("outline").frame(frame).resizable(false).exact_size(width);
    panel.show(ui, |ui| {
        ui.set_max_width(ui.available_width());
        tabs_ui(ui, session, actions);
        let page = session.view().side_panel;
        if !room.drawing && page != SidePanel::Outline {
            show_drawing_ui(ui, actions);
        }
        match page {
            SidePanel::Outline => outline_ui(ui, session, room, palette, actions),
            SidePanel::Ask => ask_ui(ui, session, palette, actions),
            SidePanel::Teach => teach_ui(ui, session, palette, actions),
            SidePanel::Lenses => lenses_ui(ui, session, palette, actions),
            SidePanel::Sources => sources_ui(ui, session, palette, actions),
            SidePanel::Report => report_ui(ui, session, palette),
        }
        put_out(ui, actions);
    });
}

fn tabs_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 1.0;
        ui.spacing_mut().button_padding.x = 4.0;
        let report = session.import_report().map(|_| (SidePanel::Report, words::importing::REPORT));
        for (panel, name) in [
            (SidePanel::Outline, words::outline::OUTLINE),
            (SidePanel::Ask, words::outline::ASK),
            (SidePanel::Teach, words::outline::TEACH),
            (SidePanel::Lenses, words::outline::LENSES),
            (SidePanel::Sources, words::outline::SOURCES),
        ]
        .into_iter()
        .chain(report)
        {
            let tab = Button::selectable(session.view().side_panel == panel, RichText::new(name).size(13.0));
            if ui.add(tab).clicked() {
                actions.push(Action::SidePanel(panel));
            }
        }
    });
    ui.add_space(2.0);
}
