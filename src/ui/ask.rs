//! The panel of questions: what is asked, and of what.

use egui::{Button, ComboBox, RichText, ScrollArea, Ui};

use super::{
    answer::answer_ui,
    hover::light,
    room::list_height,
    style::color,
    widgets::{group_title, open, paragraph, text_button},
};
use crate::{
    model::NodeId,
    session::{Action, AskAct, Item, Session, SidePanel, TeachAct, Topic, library},
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
        ui.horizontal(|ui| signal_ui(ui, session, actions));
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

/// What to compare with, or every difference in words.
fn compare_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(comparison) = session.comparison() else {
        hint(ui, words::ask::COMPARE_HINT, palette);
        for bundled in library::all().iter().filter(|b| session.bundled() != Some(b.id)) {
            if text_button(ui, bundled.title, palette).clicked() {
                actions.push(Action::Ask(AskAct::Compare(bundled.id.to_owned())));
            }
        }
        if ui.button(words::ask::COMPARE_FILE).clicked() {
            actions.push(Action::Ask(AskAct::CompareFile));
        }
        return;
    };
    paragraph(ui, words::ask::only_in_later(&comparison.after));
    paragraph(ui, words::ask::only_in_earlier(&comparison.before));
    paragraph(ui, words::ask::IN_BOTH);
    if ui.button(words::ask::END_COMPARISON).clicked() {
        actions.push(Action::Ask(AskAct::EndComparison));
    }
    group_title(ui, &words::counts::differences(comparison.rows.len()), palette);
    for (text, item) in comparison.rows.iter().take(MOST_ROWS) {
        let Some(item) = item else {
            paragraph(ui, text.as_str());
            continue;
        };
        let response = text_button(ui, text.as_str(), palette);
        light(ui, &response, item, session, actions);
        if response.clicked() {
            open(item.clone(), actions);
        }
    }
    if comparison.rows.len() > MOST_ROWS {
        hint(ui, &words::ask::more_differences(comparison.rows.len() - MOST_ROWS), palette);
    }
}

/// Most differences that are listed.
const MOST_ROWS: usize = 200;

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
        let shown =
            ComboBox::from_id_salt(("ask", label)).selected_text(text).width(room).truncate().height(list_height(ui));
        let response = shown.show_ui(ui, |ui| {
            for node in session.pathway().nodes() {
                if ui.selectable_label(chosen == Some(&node.id), &node.label).clicked() {
                    actions.push(Action::Ask(act(node.id.clone())));
                }
            }
        });
        response.response.labelled_by(name.id);
    });
}
