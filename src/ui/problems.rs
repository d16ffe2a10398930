//! The list of problems: what is wrong, what can be done about it at once, and the way to what it is about.

use egui::{Button, RichText, Ui};

use super::{
    style::{bold, color},
    widgets::{group_title, paragraph, text_button},
};
use crate::{
    analysis::problems::{Offer, Subject},
    formats::Problem,
    session::{Action, MendAct, Session},
    text::visible,
    theme::Palette,
    words,
};

/// Most problems that are laid out.
const MOST: usize = 300;

/// Draws the list: what is wrong first, then what is only a remark.
pub(super) fn problems_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ui.set_max_width(620.0_f32.min(ui.available_width()));
    if !session.is_checked() {
        ui.label(words::problems::STALE);
    } else if session.problems().is_empty() {
        ui.label(words::dialogs::NO_PROBLEMS);
        return;
    }
    let lines = || session.problems().iter().map(Problem::to_string).collect::<Vec<_>>().join("\n");
    if ui.button(words::dialogs::COPY_PROBLEMS).clicked() {
        actions.push(Action::Copy(lines()));
    }
    let (errors, remarks): (Vec<_>, Vec<_>) = session.problems().iter().partition(|problem| problem.is_error());
    errors.iter().take(MOST).for_each(|problem| problem_ui(ui, problem, palette, actions));
    if !remarks.is_empty() {
        group_title(ui, words::problems::REMARKS, palette);
    }
    let left = MOST.saturating_sub(errors.len());
    remarks.iter().take(left).for_each(|problem| problem_ui(ui, problem, palette, actions));
    let more = session.problems().len().saturating_sub(MOST);
    if more > 0 {
        ui.label(RichText::new(words::answer::not_listed(more)).color(color(palette.weak)));
    }
}

fn problem_ui(ui: &mut Ui, problem: &Problem, palette: &Palette, actions: &mut Vec<Action>) {
    ui.add_space(4.0);
    let ink = if problem.is_error() { palette.error } else { palette.weak };
    let place = words::dialogs::place(problem.is_error(), problem.place.line, problem.place.column);
    ui.label(RichText::new(place).font(bold(12.5)).color(color(ink)));
    paragraph(ui, visible(&format!("{}. {}", problem.what, sentence(&problem.hint))));
    let Some(subject) = &problem.subject else { return };
    ui.horizontal_wrapped(|ui| {
        let named = |ui: &Ui, response: &egui::Response, name: &str| {
            let name = words::problems::about(name, &problem.what);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
        };
        if *subject != Subject::Pathway {
            let show = text_button(ui, words::dialogs::SHOW_PROBLEM, palette);
            named(ui, &show, words::dialogs::SHOW_PROBLEM);
            if show.clicked() {
                actions.push(Action::Mend(MendAct::Show(subject.clone())));
            }
        }
        for Offer { words, fix } in &problem.fixes {
            let button = ui.add(Button::new(visible(words)).wrap());
            named(ui, &button, words);
            if button.clicked() {
                actions.push(Action::Mend(MendAct::Fix(subject.clone(), fix.clone())));
            }
        }
    });
}

/// A hint as a sentence of its own.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    let end = if text.ends_with('.') { "" } else { "." };
    format!("{}{}{end}", first.to_uppercase(), chars.as_str())
}
