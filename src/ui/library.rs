//! The library behind the pathway's title: what comes with the program, a file, and the files that were open before.

use egui::{Align, Button, Layout, RichText, Ui, vec2};

use super::{
    bar::{MOST_TITLE, title_text},
    widgets::{menu_scroll, shortened},
};
use crate::{
    session::{Action, Command, Session, library},
    words,
};

/// Draws the menu's button, which is `width` px wide; a longer title is cut.
pub(super) fn library_menu(ui: &mut Ui, session: &Session, width: f32, actions: &mut Vec<Action>) {
    let size = vec2(width, ui.spacing().interact_size.y);
    let menu = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        ui.menu_button(title_text(session, MOST_TITLE), |ui| {
            ui.style_mut().wrap_mode = None;
            menu_scroll(ui, 300.0, |ui| entries_ui(ui, session, actions));
        })
    });
    menu.inner.response.on_hover_text(words::top::LIBRARY_HINT);
}

fn entries_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    ui.label(RichText::new(words::top::LIBRARY).weak().small());
    for bundled in library::all() {
        let open = session.bundled() == Some(bundled.id);
        if ui.add(Button::selectable(open, bundled.title)).clicked() {
            actions.push(Action::OpenBundled(bundled.id.to_owned()));
            ui.close();
        }
    }
    ui.separator();
    for command in [Command::New, Command::Open, Command::Save, Command::SaveAs] {
        if ui.add(Button::new(command.label()).shortcut_text(command.shortcut_text())).clicked() {
            actions.push(Action::Run(command));
            ui.close();
        }
    }
    if !session.settings().recent.is_empty() {
        ui.separator();
        ui.label(RichText::new(words::top::RECENT).weak().small());
    }
    for path in &session.settings().recent {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        if ui.button(shortened(&name, 60)).on_hover_text(path.display().to_string()).clicked() {
            actions.push(Action::OpenFile(path.clone()));
            ui.close();
        }
    }
}
