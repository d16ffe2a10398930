//! The tour that is written: its title, its steps, and the step that is written.

use egui::{Align, Button, Id, Response, RichText, Ui};

use super::step::step_ui;
use crate::{
    editing::Text,
    model::Tour,
    session::{Action, Session, TeachAct, TourAct, Touring},
    theme::Palette,
    ui::{
        forms::text_ui,
        style::color,
        widgets::{group_title, paragraph},
    },
    words,
};

/// Draws the page, where a tour is written; says whether one is.
pub(in crate::ui) fn page_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) -> bool {
    let Some(touring) = session.touring() else { return false };
    let Some(tour) = touring.tour(session.pathway()) else { return false };
    ui.horizontal_wrapped(|ui| {
        if ui.button(words::touring::DONE).clicked() {
            actions.push(Action::Tour(TourAct::Close));
        }
        let number = session.tours().iter().position(|listed| listed.tour.id == tour.id);
        if let Some(number) = number.filter(|_| !tour.steps.is_empty())
            && ui.button(words::touring::TELL).clicked()
        {
            actions.push(Action::Teach(TeachAct::Tell(number)));
        }
    });
    let place = Text::Tour(tour.id.clone());
    text_ui(ui, session, (words::touring::TITLE, &tour.title), place, palette, actions);
    steps_ui(ui, session, touring, tour, palette, actions);
    order_ui(ui, session, tour, actions);
    true
}

/// Every step in a row, with the fields of the one that is written below its own.
fn steps_ui(
    ui: &mut Ui,
    session: &Session,
    touring: &Touring,
    tour: &Tour,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    group_title(ui, words::touring::STEPS, palette);
    if tour.steps.is_empty() {
        paragraph(ui, RichText::new(words::touring::NO_STEPS).small().color(color(palette.weak)));
    }
    for (number, step) in tour.steps.iter().enumerate() {
        let begins = step.text.replace('*', "").split_whitespace().take(8).collect::<Vec<_>>().join(" ");
        let text = words::touring::step_row(number + 1, &begins, step.show.len());
        let is_here = number == touring.step;
        let row = ui.add(Button::selectable(is_here, RichText::new(text).size(12.5)).truncate());
        if row.clicked() {
            actions.push(Action::Tour(TourAct::Step(number)));
        }
        if is_here {
            come_into_view(ui, touring, &row);
            step_ui(ui, session, touring, step, palette, actions);
            ui.separator();
        }
    }
    if tour.steps.is_empty() && ui.button(words::touring::ADD_STEP).clicked() {
        actions.push(Action::Tour(TourAct::AddStep));
    }
}

/// A step that is another than before comes to the top with its fields.
fn come_into_view(ui: &Ui, touring: &Touring, row: &Response) {
    let (id, here) = (Id::new("step that is written"), (touring.tour.to_string(), touring.step));
    if ui.data(|data| data.get_temp::<(String, usize)>(id)).as_ref() != Some(&here) {
        row.scroll_to_me(Some(Align::TOP));
        ui.data_mut(|data| data.insert_temp(id, here));
    }
}

/// The tour among the others: moved, or removed.
fn order_ui(ui: &mut Ui, session: &Session, tour: &Tour, actions: &mut Vec<Action>) {
    let tours = session.pathway().tours();
    let at = tours.iter().position(|other| other.id == tour.id).unwrap_or_default();
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        for (fits, name, act) in [
            (at > 0, words::touring::TOUR_UP, TourAct::Move(-1)),
            (at + 1 < tours.len(), words::touring::TOUR_DOWN, TourAct::Move(1)),
            (true, words::touring::REMOVE_TOUR, TourAct::Remove),
        ] {
            if fits && ui.button(name).clicked() {
                actions.push(Action::Tour(act));
            }
        }
    });
}
