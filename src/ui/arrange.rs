//! The menu of arrangements: what the lanes mean, which of them are folded, and what is left out.

use egui::{Button, Checkbox, RichText, ScrollArea, Ui};

use super::widgets::{menu_button, menu_scroll};
use crate::{
    picture::{Arrangement, LanesBy},
    session::{Action, Command, Session},
    words,
};

/// Draws the menu's button.
pub(super) fn arrange_menu(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let menu = menu_button(ui, words::arrange::MENU, |ui| {
        menu_scroll(ui, 280.0, |ui| entries_ui(ui, session, actions));
    });
    menu.on_hover_text(words::arrange::MENU_HINT);
}

fn entries_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    title(ui, words::arrange::LANES);
    for (by, command) in LanesBy::ALL.into_iter().zip([
        Command::LanesByPlace,
        Command::LanesByTime,
        Command::LanesByScale,
        Command::LanesWithout,
    ]) {
        let now = session.arrangement().lanes == by && session.arrangement().ring.is_empty();
        if ui.add(Button::selectable(now, by.label())).clicked() {
            actions.push(Action::Run(command));
            ui.close();
        }
    }
    entry(ui, words::commands::EDIT_LANES, Command::EditLanes, actions);
    entry(ui, words::commands::ADD_LANE, Command::AddLane, actions);
    ui.separator();
    fold_ui(ui, session, actions);
    ui.separator();
    let shows_all = session.arrangement().focus.is_none() && session.arrangement().ring.is_empty();
    let focus = if shows_all { words::arrange::SHOW_PICKED } else { words::arrange::SHOW_ALL };
    entry(ui, focus, Command::Focus, actions);
    entry(ui, Command::PickNeighbours.label(), Command::PickNeighbours, actions);
    entry(ui, Command::DrawAnew.label(), Command::DrawAnew, actions);
    let text = if session.settings().minimap { words::arrange::HIDE_MAP } else { words::arrange::SHOW_MAP };
    entry(ui, text, Command::Minimap, actions);
}

/// A tick for each lane of the drawing: open, or folded to one card.
fn fold_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let Some(picture) = session.picture().filter(|picture| !picture.bands.is_empty()) else { return };
    title(ui, words::arrange::OPEN_LANES);
    ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
        for band in &picture.bands {
            let mut is_open = !session.arrangement().folded.contains(&band.id);
            if ui.add(Checkbox::new(&mut is_open, &band.label)).changed() {
                actions.push(Action::ToggleLane(band.id.clone()));
            }
        }
    });
    if *session.arrangement() != Arrangement::default() && !session.arrangement().folded.is_empty() {
        entry(ui, Command::OpenLanes.label(), Command::OpenLanes, actions);
    }
}

fn title(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).weak().small());
}

fn entry(ui: &mut Ui, text: &str, command: Command, actions: &mut Vec<Action>) {
    let shortcut = command.shortcut_text();
    if ui.add(Button::new(text).shortcut_text(shortcut)).clicked() {
        actions.push(Action::Run(command));
        ui.close();
    }
}
