//! The bar on top: library, search, theme.

use egui::{Align, Button, Frame, Layout, Panel, RichText, TextWrapMode, Ui, vec2};

use super::{
    arrange::arrange_menu,
    style::{bold, color},
    widgets::command_button,
};
use crate::{
    model::{Level, Reading},
    session::{Action, Command, Session, TeachAct, library},
    theme::Palette,
    words,
};

/// Least widths of the search field and of the pathway's title, and the space on both sides of the field, in px.
const LEAST_SEARCH: f32 = 120.0;
const LEAST_TITLE: f32 = 96.0;
const SEARCH_SPACE: f32 = 12.0;
/// Width of a letter of the title with its share of the button, in px, at most.
const LETTER: f32 = 9.4;

/// Draws the top bar.
pub fn top_panel_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let frame = Frame::new().fill(color(palette.panel)).inner_margin(egui::Margin::symmetric(16, 8));
    Panel::top("top").frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(words::app::NAME).font(bold(16.0)).color(color(palette.accent)));
            ui.add_space(8.0);
            // The title gives way to what stands right of it, whose width is known from the frame before.
            let known = ui.id().with("right side");
            let right: f32 = ui.data(|data| data.get_temp(known)).unwrap_or_default();
            let room = ui.available_width() - right - LEAST_SEARCH - 2.0 * SEARCH_SPACE;
            ui.scope(|ui| {
                ui.set_max_width(room.max(LEAST_TITLE));
                ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
                library_menu(ui, session, (room.max(LEAST_TITLE) / LETTER) as usize, actions);
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                right_side(ui, session, actions);
                let width = ui.min_rect().width();
                if width != right {
                    ui.data_mut(|data| data.insert_temp(known, width));
                    ui.ctx().request_repaint();
                }
                search_field(ui, palette, actions);
            });
        });
    });
}

/// The library behind the pathway's title, which is cut to about so many letters.
fn library_menu(ui: &mut Ui, session: &Session, letters: usize, actions: &mut Vec<Action>) {
    let about = session.pathway().about();
    let title = RichText::new(format!("{} ▾", shortened(&about.title, letters.clamp(8, 48)))).font(bold(14.0));
    let menu = ui.menu_button(title, |ui| {
        ui.style_mut().wrap_mode = None;
        ui.set_min_width(300.0);
        ui.label(RichText::new(words::top::LIBRARY).weak().small());
        for bundled in library::all() {
            let open = session.bundled() == Some(bundled.id);
            if ui.add(Button::selectable(open, bundled.title)).clicked() {
                actions.push(Action::OpenBundled(bundled.id.to_owned()));
                ui.close();
            }
        }
        ui.separator();
        let shortcut = Command::Open.shortcut_text();
        let open = Button::new(Command::Open.label()).shortcut_text(shortcut);
        if ui.add(open).clicked() {
            actions.push(Action::Run(Command::Open));
            ui.close();
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
    });
    menu.response.on_hover_text(words::top::LIBRARY_HINT);
}

fn right_side(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    command_button(ui, words::top::ABOUT, Command::About, actions);
    command_button(ui, &words::top::theme(session.settings().theme.label()), Command::Theme, actions);
    command_button(ui, words::top::PRESENT, Command::Present, actions);
    command_button(ui, words::top::FIT, Command::Fit, actions);
    arrange_menu(ui, session, actions);
    level_menu(ui, session, actions);
    reading_switch(ui, session, actions);
    let errors = session.problems().iter().filter(|p| p.is_error()).count();
    let others = session.problems().len() - errors;
    if errors + others > 0 {
        let text = match errors {
            0 => words::counts::remarks(others),
            n => words::counts::problems(n),
        };
        command_button(ui, &text, Command::Problems, actions);
    }
    if session.read_only() {
        ui.label(RichText::new(words::top::READ_ONLY).weak()).on_hover_text(words::top::READ_ONLY_HINT);
    }
}

/// For whom texts are written, where the pathway has texts for several.
fn level_menu(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let levels = session.levels();
    if levels.is_empty() {
        return;
    }
    let name = |level: Option<Level>| level.map_or(words::top::EVERYBODY, Level::label);
    let menu = ui.menu_button(words::top::level(name(session.level())), |ui| {
        for level in std::iter::once(None).chain(levels.iter().copied().map(Some)) {
            if ui.add(Button::selectable(session.level() == level, name(level))).clicked() {
                actions.push(Action::Teach(TeachAct::Level(level)));
                ui.close();
            }
        }
    });
    menu.response.on_hover_text(words::top::LEVEL_HINT);
}

/// Told by the article, or shown by the sources.
fn reading_switch(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (reading, name, hint) in [
            // The bar fills from the right, so this reads "Told, Shown".
            (Reading::Shown, words::top::SHOWN, words::top::SHOWN_HINT),
            (Reading::Told, words::top::TOLD, words::top::TOLD_HINT),
        ] {
            let now = session.reading() == reading;
            if ui.add(Button::selectable(now, name)).on_hover_text(hint).clicked() && !now {
                actions.push(Action::Run(Command::Reading));
            }
        }
    });
}

fn search_field(ui: &mut Ui, palette: &Palette, actions: &mut Vec<Action>) {
    let width = (ui.available_width() - 2.0 * SEARCH_SPACE).clamp(LEAST_SEARCH, 380.0);
    ui.add_space(SEARCH_SPACE);
    let text = RichText::new(Command::Palette.label()).color(color(palette.weak));
    let shortcut = Command::Palette.shortcut_text();
    let button = Button::new(text).shortcut_text(shortcut).min_size(vec2(width, 30.0)).truncate();
    if ui.add(button).clicked() {
        actions.push(Action::Run(Command::Palette));
    }
}

/// A text cut to so many characters.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
