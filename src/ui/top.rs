//! The bar on top: library, search, and what is often wanted. What finds no room folds into one menu.

use egui::{Button, Frame, Panel, RichText, Ui, vec2};

use super::{
    arrange::arrange_menu,
    bar::{Bar, Entry, SEARCH_HEIGHT, SEARCH_WITH_SHORTCUT},
    library::library_menu,
    room,
    style::{bold, color},
    widgets::{command_button, menu_button, menu_scroll},
};
use crate::{
    model::{Level, Reading},
    session::{Action, Command, Session, TeachAct},
    theme::Palette,
    words,
};

/// Draws the top bar.
pub fn top_panel_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let frame = Frame::new().fill(color(palette.panel)).inner_margin(room::bar_margin(ui));
    Panel::top("top").frame(frame).resizable(false).show(ui, |ui| {
        // Everything stands in the middle of one row.
        ui.spacing_mut().interact_size.y = SEARCH_HEIGHT;
        ui.horizontal(|ui| {
            let bar = Bar::new(ui, session);
            if bar.has_name {
                ui.label(RichText::new(words::app::NAME).font(bold(16.0)).color(color(palette.accent)));
            }
            library_menu(ui, session, bar.title, actions);
            ui.add_space(bar.space);
            search_field(ui, bar.search, palette, actions);
            for &entry in &bar.shown {
                entry_ui(ui, entry, session, actions);
            }
            if !bar.folded.is_empty() {
                more_menu(ui, &bar.folded, session, actions);
            }
        });
    });
}

/// What stands in the bar, and in the menu where it finds no room there.
fn entry_ui(ui: &mut Ui, entry: Entry, session: &Session, actions: &mut Vec<Action>) {
    match entry {
        Entry::ReadOnly => {
            ui.label(RichText::new(words::top::READ_ONLY).weak())
                .on_hover_text(session.read_only().unwrap_or_default());
        }
        Entry::Reading => reading_switch(ui, session, actions),
        Entry::Level => level_menu(ui, session, actions),
        Entry::Arrange => arrange_menu(ui, session, actions),
        Entry::Act(command) => {
            if command_button(ui, &entry.text(session), command, actions).clicked() {
                ui.close();
            }
        }
    }
}

/// What found no room in the bar.
fn more_menu(ui: &mut Ui, entries: &[Entry], session: &Session, actions: &mut Vec<Action>) {
    let menu = ui.menu_button(words::top::MORE, |ui| {
        menu_scroll(ui, 160.0, |ui| {
            for &entry in entries {
                entry_ui(ui, entry, session, actions);
            }
        });
    });
    menu.response.on_hover_text(words::top::MORE_HINT);
}

/// For whom texts are written, where the pathway has texts for several.
fn level_menu(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let name = |level: Option<Level>| level.map_or(words::top::EVERYBODY, Level::label);
    let menu = menu_button(ui, Entry::Level.text(session), |ui| {
        for level in std::iter::once(None).chain(session.levels().iter().copied().map(Some)) {
            if ui.add(Button::selectable(session.level() == level, name(level))).clicked() {
                actions.push(Action::Teach(TeachAct::Level(level)));
                ui.close();
            }
        }
    });
    menu.on_hover_text(words::top::LEVEL_HINT);
}

/// Told by the article, or shown by the sources.
fn reading_switch(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (reading, name, hint) in [
            (Reading::Told, words::top::TOLD, words::top::TOLD_HINT),
            (Reading::Shown, words::top::SHOWN, words::top::SHOWN_HINT),
        ] {
            let now = session.reading() == reading;
            if ui.add(Button::selectable(now, name)).on_hover_text(hint).clicked() && !now {
                actions.push(Action::Run(Command::Reading));
            }
        }
    });
}

fn search_field(ui: &mut Ui, width: f32, palette: &Palette, actions: &mut Vec<Action>) {
    let text = RichText::new(Command::Palette.label()).color(color(palette.weak));
    let mut button = Button::new(text).truncate();
    if width >= SEARCH_WITH_SHORTCUT {
        button = button.shortcut_text(Command::Palette.shortcut_text());
    }
    if ui.add_sized(vec2(width, SEARCH_HEIGHT), button).clicked() {
        actions.push(Action::Run(Command::Palette));
    }
}
