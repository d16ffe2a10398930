//! The panel of questions: what is asked, and of what.

use egui::{Button, ComboBox, RichText, ScrollArea, Ui};

use super::{
    answer::answer_ui,
    style::color,
    widgets::{group_title, paragraph, text_button},
};
use crate::{
    model::NodeId,
    session::{Action, AskAct, Item, Session, SidePanel, TeachAct, Topic, count, library, theme::Palette},
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
            Topic::Loops => hint(ui, "Ways on which a change comes back to where it began.", palette),
            Topic::Routes => routes_ui(ui, session, palette, actions),
            Topic::WhatIf => whatif_ui(ui, session, palette, actions),
            Topic::Reach => reach_ui(ui, session, palette, actions),
            Topic::Compare => compare_ui(ui, session, palette, actions),
        }
        if !session.lens().line.is_empty() {
            hint(ui, "Only links that the lens shows are counted.", palette);
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
    hint(ui, "By which routes does one thing lead to another?", palette);
    let asking = session.asking();
    node_box(ui, session, "From", asking.from.as_ref(), actions, &|node| AskAct::From(Some(node)));
    node_box(ui, session, "To", asking.to.as_ref(), actions, &|node| AskAct::To(Some(node)));
}

fn reach_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    hint(ui, "What brings something about, and what follows from it? With a second node: what do both share?", palette);
    let asking = session.asking();
    node_box(ui, session, "Node", asking.from.as_ref(), actions, &|node| AskAct::From(Some(node)));
    node_box(ui, session, "And", asking.to.as_ref(), actions, &|node| AskAct::To(Some(node)));
    if asking.to.is_some() && ui.button("Without the second node").clicked() {
        actions.push(Action::Ask(AskAct::To(None)));
    }
}

fn whatif_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    hint(ui, "Raise, lower or block something, and see what follows. Answers are signs, never sizes.", palette);
    let selected = session.view().selected().or(session.view().focus.as_ref());
    if let Some(item) = selected {
        pushes_ui(ui, session, item, actions);
    } else {
        hint(ui, "Click a card or a link first, or choose one here.", palette);
    }
    node_box(ui, session, "Raise", None, actions, &AskAct::Raise);
    node_box(ui, session, "Lower", None, actions, &AskAct::Lower);
    node_box(ui, session, "Block", None, actions, &|node| AskAct::Block(Item::Node(node)));
    let push = &session.asking().push;
    if session.question().is_none() {
        return;
    }
    group_title(ui, "Done so far", palette);
    let node = |id: &NodeId| (session.pathway().label(id).to_owned(), Item::Node(id.clone()));
    let nodes = [("raised", &push.raise), ("lowered", &push.lower), ("blocked", &push.block_nodes)];
    let done = nodes.into_iter().flat_map(|(word, ids)| ids.iter().map(move |id| (word, node(id))));
    let links = push.block_links.iter().filter_map(|id| session.pathway().link(id));
    let links = links.map(|l| ("blocked", (session.pathway().sentence(l), Item::Link(l.id.clone()))));
    for (word, (name, item)) in done.chain(links) {
        let text = format!("{name}: {word}  ×");
        let button = ui.add(Button::new(text).wrap());
        if button.on_hover_text("Let go of it").clicked() {
            actions.push(Action::Ask(AskAct::Free(item)));
        }
    }
    ui.horizontal(|ui| {
        if ui.button("Play").on_hover_text("Let the signal run (Ctrl+Shift+P)").clicked() {
            actions.push(Action::Ask(AskAct::Play));
        }
        if ui.button("Step").on_hover_text("One step of the signal (Ctrl+Shift+T)").clicked() {
            actions.push(Action::Ask(AskAct::Step));
        }
        if let Some(node) = asked_about(session)
            && ui.button("Ask the class").on_hover_text("What becomes of the card that is looked at?").clicked()
        {
            actions.push(Action::Teach(TeachAct::Ask(node)));
            actions.push(Action::SidePanel(SidePanel::Teach));
        }
        if ui.button("Clear").clicked() {
            actions.push(Action::Ask(AskAct::Clear));
        }
    });
}

/// The card that is looked at, where it is not one that is pushed itself.
fn asked_about(session: &Session) -> Option<NodeId> {
    let push = &session.asking().push;
    let item = session.view().focus.as_ref().or(session.view().selected())?;
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
            if ui.button("Raise").clicked() {
                actions.push(Action::Ask(AskAct::Raise(id.clone())));
            }
            if ui.button("Lower").clicked() {
                actions.push(Action::Ask(AskAct::Lower(id.clone())));
            }
        }
        if ui.button("Block").clicked() {
            actions.push(Action::Ask(AskAct::Block(item.clone())));
        }
    });
}

/// What to compare with, or every difference in words.
fn compare_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(comparison) = session.comparison() else {
        hint(ui, "Shows what is open and another pathway on one canvas, and says how they differ.", palette);
        for bundled in library::all().iter().filter(|b| session.bundled() != Some(b.id)) {
            if text_button(ui, bundled.title, palette).clicked() {
                actions.push(Action::Ask(AskAct::Compare(bundled.id.to_owned())));
            }
        }
        if ui.button("A file…").clicked() {
            actions.push(Action::Ask(AskAct::CompareFile));
        }
        return;
    };
    paragraph(ui, format!("+ only in “{}”", comparison.after));
    paragraph(ui, format!("− only in “{}”", comparison.before));
    paragraph(ui, "± in both, but not the same");
    if ui.button("End the comparison").clicked() {
        actions.push(Action::Ask(AskAct::EndComparison));
    }
    group_title(ui, &count(comparison.rows.len(), "difference", "differences"), palette);
    for (text, item) in comparison.rows.iter().take(MOST_ROWS) {
        let Some(item) = item else {
            paragraph(ui, text.as_str());
            continue;
        };
        let response = text_button(ui, text.as_str(), palette);
        super::outline::light(ui, &response, item, session, actions);
        if response.clicked() {
            actions.push(Action::Reveal(item.clone()));
            actions.push(Action::Open(item.clone()));
        }
    }
    if comparison.rows.len() > MOST_ROWS {
        hint(ui, &format!("{} more; `pathlight diff` lists all.", comparison.rows.len() - MOST_ROWS), palette);
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
        let text = chosen.map_or("choose a node", |id| session.pathway().label(id));
        let room = ui.available_width() - 8.0;
        let shown = ComboBox::from_id_salt(("ask", label)).selected_text(text).width(room).truncate().height(320.0);
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
