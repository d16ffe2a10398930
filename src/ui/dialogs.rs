//! What opens over the window: About, the list of problems, and a box for a path where there is no file dialog.

use egui::{Align2, Context, RichText, ScrollArea, TextEdit, Ui, Window, vec2};

use super::{
    style::{bold, color},
    widgets::{paragraph, text_button},
};
use crate::{
    analysis::problems::Subject,
    formats::Problem,
    session::{Action, Command, Item, Session, theme::Palette},
};

/// Draws the dialogs that are open.
pub fn dialogs_ui(ctx: &Context, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    if session.view().about_open {
        window(ctx, "About Pathlight", Command::About, actions, |ui, actions| about_ui(ui, palette, actions));
    }
    if session.view().problems_open {
        window(ctx, "Problems in this file", Command::Problems, actions, |ui, actions| {
            problems_ui(ui, session, palette, actions);
        });
    }
    path_ui(ctx, session, actions);
}

fn window(
    ctx: &Context,
    title: &str,
    toggle: Command,
    actions: &mut Vec<Action>,
    add: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let mut open = true;
    let size = ctx.content_rect().size();
    let window = Window::new(RichText::new(title).font(bold(16.0))).open(&mut open).collapsible(false).resizable(false);
    let window = window.anchor(Align2::CENTER_CENTER, vec2(0.0, -20.0)).default_width(520.0_f32.min(size.x - 60.0));
    window.show(ctx, |ui| {
        let height = (size.y - 200.0).max(120.0);
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| add(ui, actions));
    });
    if !open {
        actions.push(Action::Run(toggle));
    }
}

fn about_ui(ui: &mut Ui, palette: &Palette, actions: &mut Vec<Action>) {
    ui.set_max_width(500.0);
    ui.spacing_mut().item_spacing.y = 9.0;
    paragraph(ui, RichText::new(format!("Pathlight {}", env!("CARGO_PKG_VERSION"))).color(color(palette.weak)));
    for text in [
        "Pathlight shows how causes lead to effects. Click any card or arrow to read what it means, how strong the \
         evidence is, and who found it, for and against.",
        "An arrow raises, a bar lowers, a diamond means mixed results, a ring means no effect was found, and a dot \
         means that nobody has shown what it does. A heavy line stands on much evidence, a dotted one on little.",
        "The grade weighs the evidence that was looked at. It does not say that everyone agrees.",
        "This is education, not medical advice. Nobody should start or stop a medicine because of a diagram.",
        "If you are in distress, or worried about somebody, please talk to a person today: a doctor, your local \
         emergency number, or a crisis line. Helplines around the world are listed here:",
    ] {
        paragraph(ui, text);
    }
    for address in ["https://findahelpline.com", "https://www.iasp.info/crisis-centres-helplines/"] {
        if text_button(ui, format!("{address} ↗"), palette).clicked() {
            actions.push(Action::Browse(address.to_owned()));
        }
    }
    ui.separator();
    paragraph(ui, RichText::new("Keys").font(bold(14.0)));
    egui::Grid::new("keys").num_columns(2).spacing([18.0, 4.0]).show(ui, |ui| {
        for (keys, what) in
            [("← →", "to causes, to effects"), ("↑ ↓", "among siblings"), ("Enter", "read what is marked")]
        {
            ui.label(keys);
            ui.label(what);
            ui.end_row();
        }
        for command in Command::ALL {
            if let Some(shortcut) = command.shortcut() {
                ui.label(shortcut.text());
                ui.label(command.label());
                ui.end_row();
            }
        }
    });
}

fn problems_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ui.set_max_width(620.0);
    if session.problems().is_empty() {
        ui.label("None. Every part of this file was understood.");
        return;
    }
    let lines = || session.problems().iter().map(Problem::to_string).collect::<Vec<_>>().join("\n");
    if ui.button("Copy the list").clicked() {
        actions.push(Action::Copy(lines()));
    }
    for problem in session.problems().iter().take(500) {
        ui.add_space(4.0);
        let ink = if problem.is_error() { palette.error } else { palette.weak };
        let kind = if problem.is_error() { "Problem" } else { "Remark" };
        let place = format!("{kind}, line {}, column {}", problem.place.line, problem.place.column);
        ui.label(RichText::new(place).font(bold(12.5)).color(color(ink)));
        paragraph(ui, format!("{}. {}", problem.what, sentence(&problem.hint)));
        let item = subject_item(problem.subject.as_ref()).filter(|item| item.exists_in(session.pathway()));
        if let Some(item) = item
            && text_button(ui, "Show it", palette).clicked()
        {
            actions.push(Action::Run(Command::Problems));
            actions.push(Action::Reveal(item.clone()));
            actions.push(Action::Open(item));
        }
    }
}

fn subject_item(subject: Option<&Subject>) -> Option<Item> {
    match subject? {
        Subject::Node(id) => Some(Item::Node(id.clone())),
        Subject::Link(id) => Some(Item::Link(id.clone())),
        _ => None,
    }
}

/// A hint as a sentence of its own.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    let end = if text.ends_with('.') { "" } else { "." };
    format!("{}{}{end}", first.to_uppercase(), chars.as_str())
}

fn path_ui(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(text) = &session.view().path_text else { return };
    let window = Window::new(RichText::new("Open a file").font(bold(16.0))).collapsible(false).resizable(false);
    window.anchor(Align2::CENTER_CENTER, vec2(0.0, -60.0)).show(ctx, |ui| {
        paragraph(ui, "This system offers no file dialog. Type or paste the path of a pathway file:");
        let mut path = text.clone();
        let response =
            ui.add(TextEdit::singleline(&mut path).desired_width(460.0).hint_text("/home/me/my.pathway.ron"));
        if response.changed() {
            actions.push(Action::PathText(path.clone()));
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if !response.has_focus() && !entered {
            response.request_focus();
        }
        ui.horizontal(|ui| {
            if (ui.button("Open").clicked() || entered) && !path.trim().is_empty() {
                actions.push(Action::OpenFile(path.trim().into()));
            }
            if ui.button("Cancel").clicked() {
                actions.push(Action::Run(Command::Back));
            }
        });
    });
}
