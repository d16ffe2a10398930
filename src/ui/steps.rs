//! The list of steps: what was done, what was undone, and the way to any of them.

use egui::{Button, RichText, Ui};

use super::{
    style::color,
    widgets::{paragraph, rows_ui},
};
use crate::{
    document::Step,
    session::{Action, EditAct, Session},
    text::visible,
    theme::Palette,
    words,
};

/// Most rows of steps that have been undone: beyond, nobody looks for one by its row.
const MOST_UNDONE: usize = 100;

/// Draws the list, the latest step first, as lists of what has happened are read.
pub(super) fn steps_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ui.set_max_width(560.0_f32.min(ui.available_width()));
    let (steps, saved) = (session.steps(), session.saved_position());
    if steps.is_empty() {
        ui.label(words::editing::NO_STEPS);
        return;
    }
    paragraph(ui, RichText::new(words::editing::STEPS_HINT).color(color(palette.weak)));
    if ui.button(words::editing::COPY_STEPS).clicked() {
        let lines: Vec<String> = (0..=steps.len()).map(|place| row(session, place, saved)).collect();
        actions.push(Action::Copy(lines.join("\n")));
    }
    ui.add_space(4.0);
    // Where one is stands among the rows however much has been undone.
    let first = steps.len().min(session.position() + MOST_UNDONE);
    if first < steps.len() {
        ui.label(RichText::new(words::answer::not_listed(steps.len() - first)).color(color(palette.weak)));
    }
    let rows = first + 1;
    rows_ui(ui, 0..rows, palette, |ui, row_number| {
        let place = first - row_number;
        let is_here = place == session.position();
        let button = Button::selectable(is_here, RichText::new(visible(&row(session, place, saved))).size(13.5));
        if ui.add(button.wrap()).clicked() && !is_here {
            actions.push(Action::Edit(EditAct::GoTo(place)));
        }
    });
}

/// A state by its place in the history: 0 is before the first step.
fn row(session: &Session, place: usize, saved: Option<usize>) -> String {
    let label = place.checked_sub(1).and_then(|last| session.steps().get(last)).map(Step::label);
    let marks = [
        (place == session.position(), words::editing::HERE_NOW),
        (saved == Some(place), words::editing::SAVED),
        (place > session.position(), words::editing::UNDONE),
    ];
    let marks: Vec<&str> = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark).collect();
    words::editing::step(place, label.unwrap_or(words::editing::AS_OPENED), &marks)
}
