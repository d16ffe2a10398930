//! What a step asks the class: what is pushed or blocked, and what the class is asked about.

use egui::{Button, RichText, Ui};

use super::named::named;
use crate::{
    model::NodeId,
    session::{Action, Draft, Item, Session, TourAct, Touring},
    theme::Palette,
    ui::{
        chooser::chooser,
        style::color,
        widgets::{group_title, paragraph},
    },
    words,
};

/// Draws the question of the step.
pub(super) fn question_ui(
    ui: &mut Ui,
    session: &Session,
    touring: &Touring,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    group_title(ui, words::touring::QUESTION, palette);
    let draft = touring.question(session.pathway());
    let hint = match (&touring.draft, draft == Draft::default()) {
        (_, true) => words::touring::NO_QUESTION,
        (Some(_), false) => words::touring::INCOMPLETE,
        (None, false) => "",
    };
    if !hint.is_empty() {
        paragraph(ui, RichText::new(hint).small().color(color(palette.weak)));
    }
    let ids = |nodes: &[NodeId]| nodes.iter().map(ToString::to_string).collect::<Vec<_>>();
    for (verb, names, take, give) in [
        (words::touring::RAISE, ids(&draft.raise), Verb::Raise, Verb::Raise),
        (words::touring::LOWER, ids(&draft.lower), Verb::Lower, Verb::Lower),
        (words::touring::BLOCK, draft.block.clone(), Verb::Block, Verb::Block),
    ] {
        for name in &names {
            let text = words::touring::pushed(verb, &named(session, name));
            let button = ui.add(Button::new(format!("✕ {text}")).wrap());
            ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(words::touring::take_out(&text)));
            if button.clicked() {
                push(&draft, take, name, false, actions);
            }
        }
        if let Some(node) = choose(ui, session, verb, words::touring::ONE_MORE, palette) {
            push(&draft, give, node.as_str(), true, actions);
        }
    }
    // The list above has cards alone.
    if let Some(Item::Link(link)) = session.view().looked_at()
        && !draft.block.iter().any(|name| name == link.as_str())
        && ui.button(words::touring::BLOCK_ARROW).clicked()
    {
        push(&draft, Verb::Block, link.as_str(), true, actions);
    }
    let asked = draft.ask.as_ref().map(|id| named(session, id.as_str()));
    let asked = asked.as_deref().unwrap_or(words::touring::NOTHING);
    if let Some(node) = choose(ui, session, words::touring::ASK, asked, palette) {
        actions.push(Action::Tour(TourAct::Ask(Draft { ask: Some(node), ..draft.clone() })));
    }
    if draft != Draft::default() && ui.button(words::touring::DROP_QUESTION).clicked() {
        actions.push(Action::Tour(TourAct::DropQuestion));
    }
}

/// What is done to a node.
#[derive(Clone, Copy)]
enum Verb {
    Raise,
    Lower,
    Block,
}

/// Pushes or blocks something more, or no more. Nothing is pushed in two ways.
fn push(draft: &Draft, verb: Verb, name: &str, add: bool, actions: &mut Vec<Action>) {
    let (mut draft, id) = (draft.clone(), NodeId::new(name));
    draft.raise.retain(|other| *other != id);
    draft.lower.retain(|other| *other != id);
    draft.block.retain(|other| other != name);
    if add {
        match verb {
            Verb::Raise => draft.raise.push(id),
            Verb::Lower => draft.lower.push(id),
            Verb::Block => draft.block.push(name.to_owned()),
        }
    }
    actions.push(Action::Tour(TourAct::Ask(draft)));
}

/// A box in which a node can be chosen, beside its name.
fn choose(ui: &mut Ui, session: &Session, name: &str, now: &str, palette: &Palette) -> Option<NodeId> {
    ui.label(RichText::new(name).small().color(color(palette.weak)));
    let width = ui.available_width();
    let (response, chosen) = chooser(ui, session, name, now, width);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    chosen
}
