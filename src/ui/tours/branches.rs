//! Ways from a step to other tours.

use egui::{Button, Ui};

use crate::{
    editing::{List, Text},
    model::{Step, TourId},
    session::{Action, Session, TourAct, Touring},
    theme::Palette,
    ui::{
        forms::text_ui,
        widgets::{group_title, menu_button},
    },
    words,
};

/// Draws the ways of the step, with the words by which people choose them.
pub(super) fn branches_ui(
    ui: &mut Ui,
    session: &Session,
    touring: &Touring,
    step: &Step,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    let tours = session.pathway().tours();
    let title = |id: &TourId| {
        let tour = tours.iter().find(|tour| tour.id == *id);
        tour.map_or_else(|| id.to_string(), |tour| tour.title.clone())
    };
    let others: Vec<_> = tours.iter().filter(|tour| tour.id != touring.tour).collect();
    if step.branches.is_empty() && others.is_empty() {
        return;
    }
    group_title(ui, words::touring::BRANCHES, palette);
    for (way, branch) in step.branches.iter().enumerate() {
        let place = Text::Branch(touring.tour.clone(), touring.step, way);
        let name = words::touring::branch_to(&title(&branch.tour));
        text_ui(ui, session, (&name, &branch.text), place, palette, actions);
        let button = ui.add(Button::new(words::touring::REMOVE_BRANCH).small());
        let name = words::problems::about(words::touring::REMOVE_BRANCH, &title(&branch.tour));
        ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(name));
        if button.clicked() {
            let list = List::Branches(touring.tour.clone(), touring.step);
            actions.push(Action::Tour(TourAct::RemoveItem(list, way)));
        }
    }
    if others.is_empty() {
        return;
    }
    menu_button(ui, words::touring::ADD_BRANCH, |ui| {
        for tour in others {
            if ui.button(words::touring::add_branch(&tour.title)).clicked() {
                actions.push(Action::Tour(TourAct::AddBranch(tour.id.clone())));
                ui.close();
            }
        }
    });
}
