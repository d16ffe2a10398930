//! The fields of the pathway as a whole, and those of a lane.

use egui::Ui;

use super::{form::Form, pick::Row};
use crate::{
    editing::{AboutText, Text},
    model::Lane,
    session::{Action, Field, FormAct, Page},
    ui::widgets::heading,
    words,
};

/// Draws what is said of the pathway as a whole, and its lanes.
pub(super) fn about_ui(ui: &mut Ui, form: &mut Form<'_>) {
    let about = form.session.pathway().about();
    for (label, place, text) in [
        (words::forms::TITLE, AboutText::Title, &about.title),
        (words::forms::SUMMARY, AboutText::Summary, &about.summary),
        (words::forms::ID, AboutText::Id, &about.id),
        (words::forms::LANGUAGE, AboutText::Language, &about.language),
        (words::forms::LICENCE, AboutText::License, &about.license),
        (words::forms::REVIEWED, AboutText::Reviewed, &about.reviewed),
    ] {
        form.text(ui, label, Text::About(place), text);
    }
    heading(ui, words::forms::LANES);
    let mut wanted = form.session.view().wants_field == Some(Field::Lanes);
    for lane in form.session.pathway().lanes() {
        form.first |= std::mem::take(&mut wanted);
        if form.way(ui, &lane.label) {
            form.actions.push(Action::TurnTo(Page::Lane(lane.id.clone())));
        }
    }
    if form.button(ui, words::commands::ADD_LANE) {
        form.act(FormAct::AddLane);
    }
}

/// Draws the fields of a lane.
pub(super) fn lane_ui(ui: &mut Ui, form: &mut Form<'_>, lane: &Lane) {
    form.text(ui, words::forms::LABEL, Text::Lane(lane.id.clone()), &lane.label);
    let lanes = form.session.pathway().lanes();
    let at = lanes.iter().position(|other| other.id == lane.id).unwrap_or_default();
    form.caption(ui, words::forms::PLACE);
    form.remark(ui, &words::forms::lane_place(at + 1, lanes.len()));
    ui.horizontal_wrapped(|ui| {
        for (fits, label, by) in [(at > 0, words::forms::UP, -1), (at + 1 < lanes.len(), words::forms::DOWN, 1)] {
            if form.button_if(ui, fits, label) {
                form.act(FormAct::MoveLane(lane.id.clone(), by));
            }
        }
        if form.button(ui, words::commands::ADD_LANE) {
            form.act(FormAct::AddLane);
        }
    });
    let others: Vec<_> = lanes.iter().filter(|other| other.id != lane.id).collect();
    let rows = || others.iter().map(|other| Row::new(other.label.as_str(), words::forms::GOES_THERE)).collect();
    if let Some(into) = form.pick(ui, words::forms::REMOVE_LANE, words::forms::CHOOSE_LANE, &rows) {
        form.act(FormAct::RemoveLane { lane: lane.id.clone(), into: others[into].id.clone() });
    }
}
