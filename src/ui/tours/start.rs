//! Where a tour of one's own begins: from nothing, from what is picked, from an answer; and the way to those that are there.

use egui::{RichText, Ui};

use crate::{
    session::{Action, Answer, Made, Session, TourAct, TourFrom},
    theme::Palette,
    ui::{
        style::color,
        widgets::{group_title, paragraph, text_button},
    },
    words,
};

/// Draws what a tour can begin with, and the tours of the pathway.
pub(in crate::ui) fn start_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    group_title(ui, words::touring::WRITE, palette);
    paragraph(ui, RichText::new(words::touring::WRITE_HINT).small().color(color(palette.weak)));
    let (view, asking) = (session.view(), session.asking());
    let is_chosen = !view.picked.is_empty() || view.looked_at().is_some();
    let is_row = asking.row.and(asking.found()).is_some_and(|answer| match answer {
        Answer::Loops { .. } | Answer::Routes { .. } => true,
        Answer::WhatIf { .. } | Answer::Reach { .. } | Answer::Shared { .. } => false,
    });
    let is_what_if = matches!(asking.found(), Some(Answer::WhatIf { .. }));
    ui.horizontal_wrapped(|ui| {
        for (is_there, name, from) in [
            (true, words::touring::NEW, TourFrom::Nothing),
            (is_chosen, words::touring::OF_PICKED, TourFrom::Picked),
            (is_row, words::touring::OF_ROW, TourFrom::Made(Made::Row)),
            (is_what_if, words::touring::OF_WHAT_IF, TourFrom::Made(Made::WhatIf)),
            (true, words::touring::OF_WHOLE, TourFrom::Made(Made::Whole)),
        ] {
            if is_there && ui.button(name).clicked() {
                actions.push(Action::Tour(TourAct::New(from)));
            }
        }
    });
    for tour in session.pathway().tours() {
        if text_button(ui, words::touring::write(&tour.title), palette).clicked() {
            actions.push(Action::Tour(TourAct::Open(tour.id.clone())));
        }
    }
}
