//! A step of a tour: its place, what it shows, what is said, and what only the speaker reads.

use egui::{Button, RichText, Ui};

use super::{branches::branches_ui, named::named, question::question_ui};
use crate::{
    editing::{List, StepText, Text},
    model::{Level, Step},
    session::{Action, Session, TourAct, Touring},
    theme::Palette,
    ui::{
        forms::text_ui,
        style::{bold, color},
        widgets::{group_title, paragraph},
    },
    words,
};

/// Draws the fields of the step.
pub(super) fn step_ui(
    ui: &mut Ui,
    session: &Session,
    touring: &Touring,
    step: &Step,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    let count = touring.tour(session.pathway()).map_or(0, |tour| tour.steps.len());
    ui.label(RichText::new(words::touring::step_of(touring.step + 1, count)).font(bold(14.0)));
    let text = |field| Text::Step(touring.tour.clone(), touring.step, field);
    text_ui(ui, session, (words::touring::TEXT, &step.text), text(StepText::Text), palette, actions);
    shown_ui(ui, session, step, palette, actions);
    text_ui(ui, session, (words::touring::NOTES, &step.notes), text(StepText::Notes), palette, actions);
    question_ui(ui, session, touring, palette, actions);
    branches_ui(ui, session, touring, step, palette, actions);
    group_title(ui, words::touring::LEVELS, palette);
    for level in Level::ALL {
        let now = step.levels.iter().find(|text| text.level == level).map_or("", |text| text.text.as_str());
        let name = words::touring::text_for(level.label());
        text_ui(ui, session, (&name, now), text(StepText::Level(level)), palette, actions);
    }
    place_ui(ui, touring, count, actions);
}

/// What the step shows, each with a way out.
fn shown_ui(ui: &mut Ui, session: &Session, step: &Step, palette: &Palette, actions: &mut Vec<Action>) {
    group_title(ui, words::touring::SHOWS, palette);
    if step.show.is_empty() {
        paragraph(ui, RichText::new(words::touring::SHOWS_NOTHING).small().color(color(palette.weak)));
    }
    for name in &step.show {
        let text = named(session, name);
        let button = ui.add(Button::new(format!("✕ {text}")).wrap());
        ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(words::touring::take_out(&text)));
        if button.clicked() {
            actions.push(Action::Tour(TourAct::Hide(name.clone())));
        }
    }
    if ui.button(words::touring::SHOW).clicked() {
        actions.push(Action::Tour(TourAct::Show));
    }
}

/// The step among the others: moved, or removed.
fn place_ui(ui: &mut Ui, touring: &Touring, count: usize, actions: &mut Vec<Action>) {
    let (list, at) = (|| List::Steps(touring.tour.clone()), touring.step);
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        if ui.button(words::touring::ADD_STEP).clicked() {
            actions.push(Action::Tour(TourAct::AddStep));
        }
        if at > 0 && ui.button(words::touring::STEP_UP).clicked() {
            actions.push(Action::Tour(TourAct::MoveItem(list(), at, at - 1)));
        }
        if at + 1 < count && ui.button(words::touring::STEP_DOWN).clicked() {
            actions.push(Action::Tour(TourAct::MoveItem(list(), at, at + 1)));
        }
        if ui.button(words::touring::REMOVE_STEP).clicked() {
            actions.push(Action::Tour(TourAct::RemoveItem(list(), at)));
        }
    });
}
