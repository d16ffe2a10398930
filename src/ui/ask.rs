//! The panel of questions: what is asked, and of what.

use egui::{Button, RichText, ScrollArea, Ui};

use super::{
    answer::answer_ui,
    chooser::chooser,
    compare::compare_ui,
    style::color,
    widgets::{group_title, paragraph},
};
use crate::{
    model::NodeId,
    session::{Action, AskAct, Item, Session, SidePanel, TeachAct, Topic},
    theme::Palette,
    words,
};

/// Draws the questions.
pub(super) fn ask_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding.x = 3.0;
        for topic in Topic::ALL {
            if ui
                .add(Button::selectable(session.asking().topic == topic, RichText::new(topic.label()).size(13.0)))
                .clicked()
            {
                actions.push(Action::Ask(AskAct::Topic(topic)));
            }
        }
    });
    ScrollArea::vertical().id_salt("ask").auto_shrink(false).show(ui, |ui| {
        match session.asking().topic {
            Topic::Loops => hint(ui, words::ask::LOOPS_HINT, palette),
            Topic::Routes => routes_ui(ui, session, palette, actions),
            Topic::WhatIf => whatif_ui(ui, session, palette, actions),
            Topic::Reach => reach_ui(ui, session, palette, actions),
            Topic::Compare => compare_ui(ui, session, palette, actions),
        }
        if !session.lens().line.is_empty() {
            hint(ui, words::ask::THROUGH_LENS, palette);
        }
        if session.comparison().is_some() && session.asking().topic != Topic::Compare {
            hint(ui, &words::ask::about_the_open(&session.pathway().about().title), palette);
        }
        ui.add_space(4.0);
        answer_ui(ui, session, palette, actions);
        ui.add_space(16.0);
    });
}

fn hint(ui: &mut Ui, text: &str, palette: &Palette) {
    paragraph(ui, RichText::new(text).small().color(color(palette.weak)));
}

fn routes_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    hint(ui, words::ask::ROUTES_HINT, palette);
    let asking = session.asking();
    node_box(ui, session, words::ask::FROM, asking.from.as_ref(), actions, &|node| AskAct::From(Some(node)));
    node_box(ui, session, words::ask::TO, asking.to.as_ref(), actions, &|node| AskAct::To(Some(node)));
}

fn reach_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    hint(ui, words::ask::REACH_HINT, palette);
    let asking = session.asking();
    node_box(ui, session, words::ask::NODE, asking.from.as_ref(), actions, &|node| AskAct::From(Some(node)));
    node_box(ui, session, words::ask::SECOND_NODE, asking.to.as_ref(), actions, &|node| AskAct::To(Some(node)));
    if asking.to.is_some() && ui.button(words::ask::NO_SECOND_NODE).clicked() {
        actions.push(Action::Ask(AskAct::To(None)));
    }
}

fn whatif_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    hint(ui, words::ask::WHAT_IF_HINT, palette);
    let selected = session.view().selected().or(session.view().focus.as_ref());
    if let Some(item) = selected {
        pushes_ui(ui, session, item, actions);
    } else {
        hint(ui, words::ask::CHOOSE_FIRST, palette);
    }
    node_box(ui, session, words::ask::RAISE, None, actions, &AskAct::Raise);
    node_box(ui, session, words::ask::LOWER, None, actions, &AskAct::Lower);
    node_box(ui, session, words::ask::BLOCK, None, actions, &|node| AskAct::Block(Item::Node(node)));
    if session.question().is_some() {
        group_title(ui, words::ask::DONE, palette);
        done_ui(ui, session, actions);
        ui.horizontal_wrapped(|ui| signal_ui(ui, session, actions));
    }
}

/// What is raised, lowered and blocked, each as a button that lets go of it.
fn done_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let push = &session.asking().push;
    let node = |id: &NodeId| (session.pathway().label(id).to_owned(), Item::Node(id.clone()));
    let nodes = [
        (words::canvas::RAISED, &push.raise),
        (words::canvas::LOWERED, &push.lower),
        (words::canvas::BLOCKED, &push.block_nodes),
    ];
    let done = nodes.into_iter().flat_map(|(word, ids)| ids.iter().map(move |id| (word, node(id))));
    let links = push.block_links.iter().filter_map(|id| session.pathway().link(id));
    let links = links.map(|l| (words::canvas::BLOCKED, (session.pathway().sentence(l), Item::Link(l.id.clone()))));
    for (word, (name, item)) in done.chain(links) {
        let text = words::ask::done(&name, word);
        let button = ui.add(Button::new(text).wrap());
        if button.on_hover_text(words::ask::FREE_HINT).clicked() {
            actions.push(Action::Ask(AskAct::Free(item)));
        }
    }
}

/// What can be done with the signal of a what-if.
fn signal_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    if ui.button(words::ask::PLAY).on_hover_text(words::ask::PLAY_HINT).clicked() {
        actions.push(Action::Ask(AskAct::Play));
    }
    if ui.button(words::ask::STEP).on_hover_text(words::ask::STEP_HINT).clicked() {
        actions.push(Action::Ask(AskAct::Step));
    }
    if let Some(node) = asked_about(session)
        && ui.button(words::ask::ASK_THE_CLASS).on_hover_text(words::ask::ASK_THE_CLASS_HINT).clicked()
    {
        actions.push(Action::Teach(TeachAct::Ask(node)));
        actions.push(Action::SidePanel(SidePanel::Teach));
    }
    if ui.button(words::ask::CLEAR).clicked() {
        actions.push(Action::Ask(AskAct::Clear));
    }
}

/// The card that is looked at, where it is not one that is pushed itself.
fn asked_about(session: &Session) -> Option<NodeId> {
    let push = &session.asking().push;
    let item = session.view().looked_at()?;
    let Item::Node(id) = item else { return None };
    let pushed = push.raise.contains(id) || push.lower.contains(id);
    (push.pushes() && !pushed).then(|| id.clone())
}

/// Buttons that push what is looked at.
fn pushes_ui(ui: &mut Ui, session: &Session, item: &Item, actions: &mut Vec<Action>) {
    let name = match item {
        Item::Node(id) => session.pathway().label(id).to_owned(),
        item => item.name_in(session.pathway(), session.reading()),
    };
    ui.add(egui::Label::new(RichText::new(name).strong()).wrap());
    ui.horizontal_wrapped(|ui| {
        if let Item::Node(id) = item {
            if ui.button(words::ask::RAISE).clicked() {
                actions.push(Action::Ask(AskAct::Raise(id.clone())));
            }
            if ui.button(words::ask::LOWER).clicked() {
                actions.push(Action::Ask(AskAct::Lower(id.clone())));
            }
        }
        if ui.button(words::ask::BLOCK).clicked() {
            actions.push(Action::Ask(AskAct::Block(item.clone())));
        }
    });
}

/// A box in which a node can be chosen.
fn node_box(
    ui: &mut Ui,
    session: &Session,
    label: &str,
    chosen: Option<&NodeId>,
    actions: &mut Vec<Action>,
    act: &dyn Fn(NodeId) -> AskAct,
) {
    ui.horizontal(|ui| {
        let width = 44.0;
        let name = ui.add_sized([width, 20.0], egui::Label::new(label).halign(egui::Align::LEFT));
        let text = chosen.map_or(words::ask::CHOOSE_NODE, |id| session.pathway().label(id));
        let room = ui.available_width() - 8.0;
        let (response, node) = chooser(ui, session, label, text, room);
        response.labelled_by(name.id);
        actions.extend(node.map(|node| Action::Ask(act(node))));
    });
}
