//! Details: why, how sure, and on whose evidence, for the node or the link that is looked at.

use egui::{Frame, Panel, RichText, ScrollArea, Ui};

use super::{
    compare::signs,
    evidence::{evidence_ui, notes_ui, popular_ui, references_ui, source_ui, sources_of},
    forms,
    room::{DETAILS, Room, details_id},
    selection::{lane_ui, picked_ui},
    style::{bold, color},
    widgets::{card, command_button, ends_ui, heading, open, paragraph, rows_ui, tag, text_button},
};
use crate::{
    editing::{LinkText, NodeText, Text},
    model::{Effect, Link, Node, RULE},
    session::{Action, Command, Field, FormAct, Item, Mark, Page, Session},
    text::as_seen,
    theme::Palette,
    words,
};

/// Draws Details beside the drawing, while something is looked at or picked.
pub fn details_panel_ui(ui: &mut Ui, session: &Session, room: Room, palette: &Palette, actions: &mut Vec<Action>) {
    let picked = !session.view().picked.is_empty();
    let several = Page::Item(Item::Bundle(Vec::new()));
    let page = session.view().page().or(picked.then_some(&several));
    let Some((page, most)) = page.zip(room.details) else { return };
    let frame =
        Frame::new().fill(color(palette.panel)).inner_margin(egui::Margin { left: 18, right: 10, top: 12, bottom: 6 });
    let [least, usual, _] = DETAILS;
    let panel = if room.details_left { Panel::left(details_id()) } else { Panel::right(details_id()) };
    let panel = panel.frame(frame).resizable(room.drawing).default_size(usual);
    let panel = if room.drawing { panel.size_range(least..=most) } else { panel.exact_size(most) };
    panel.show(ui, |ui| {
        bar_ui(ui, session, page, palette, actions);
        // A new thing starts at its top.
        ScrollArea::vertical().id_salt(page).auto_shrink(false).show(ui, |ui| {
            page_ui(ui, session, page, palette, actions);
            ui.add_space(24.0);
        });
    });
}

/// Width in px below which what Details show is named above its buttons and not beside them.
const BAR: f32 = 300.0;

/// What was picked, else the fields of the page or what there is to read on it.
fn page_ui(ui: &mut Ui, session: &Session, page: &Page, palette: &Palette, actions: &mut Vec<Action>) {
    if !session.view().picked.is_empty() {
        return picked_ui(ui, session, palette, actions);
    }
    if session.view().writing && forms::page_ui(ui, session, page, palette, actions) {
        return;
    }
    match page {
        Page::Item(item) => item_ui(ui, session, item, palette, actions),
        Page::Lane(lane) => lane_ui(ui, session, lane, palette, actions),
        Page::Source(id) => source_ui(ui, session, id, None, palette, actions),
        Page::About => {
            let about = session.pathway().about();
            ui.heading(about.title.as_str());
            paragraph(ui, RichText::new(&about.summary).line_height(Some(20.0)));
        }
    }
}

/// What there is to say of something in the drawing.
fn item_ui(ui: &mut Ui, session: &Session, item: &Item, palette: &Palette, actions: &mut Vec<Action>) {
    let pathway = session.shown();
    difference_ui(ui, session, item, palette);
    match item {
        Item::Node(id) => {
            pathway.node(id).into_iter().for_each(|node| node_ui(ui, session, node, palette, actions));
        }
        Item::Link(id) => {
            pathway.link(id).into_iter().for_each(|link| link_ui(ui, session, link, palette, actions));
        }
        Item::Lane(lane) => lane_ui(ui, session, lane, palette, actions),
        Item::Bundle(links) => {
            let links: Vec<_> = links.iter().filter_map(|id| pathway.link(id)).collect();
            links_ui(ui, session, words::details::LINKS_BETWEEN, &links, palette, actions);
        }
    }
}

/// In which of two pathways the item is, while they are compared and it differs.
fn difference_ui(ui: &mut Ui, session: &Session, item: &Item, palette: &Palette) {
    let Some(comparison) = session.comparison() else { return };
    let [added, removed, changed] = signs(comparison);
    let text = match comparison.mark_of(item) {
        Some(Mark::Added) => added,
        Some(Mark::Removed) => removed,
        Some(Mark::Changed) => changed,
        _ => return,
    };
    paragraph(ui, RichText::new(text).font(bold(13.0)).color(color(palette.accent)));
}

fn bar_ui(ui: &mut Ui, session: &Session, page: &Page, palette: &Palette, actions: &mut Vec<Action>) {
    let picked = !session.view().picked.is_empty();
    let what = match page {
        _ if picked => words::details::SELECTION,
        Page::Item(Item::Node(_)) => words::details::NODE,
        Page::Item(Item::Link(_)) => words::details::LINK,
        Page::Item(Item::Lane(_)) => words::details::FOLDED_LANE,
        Page::Item(Item::Bundle(_)) => words::details::LINKS,
        Page::About => words::forms::ABOUT,
        Page::Lane(_) => words::forms::A_LANE,
        Page::Source(_) => words::forms::A_SOURCE,
    };
    let label = |ui: &mut Ui| ui.label(RichText::new(what).font(bold(11.5)).color(color(palette.weak)));
    let narrow = ui.available_width() < BAR;
    if narrow {
        label(ui);
    }
    let start = |ui: &mut Ui| {
        if !narrow {
            label(ui);
        }
    };
    ends_ui(ui, start, |ui| {
        if session.view().has_earlier()
            && ui.button(words::details::BACK).on_hover_text(words::details::BACK_HINT).clicked()
        {
            actions.push(Action::ShowEarlier);
        }
        page.item().into_iter().for_each(|item| ask_menu(ui, item, actions));
        if !picked {
            let text = if session.view().writing { words::forms::DONE } else { words::forms::EDIT };
            command_button(ui, text, Command::EditDetails, actions);
        }
        if ui.button(words::details::CLOSE).on_hover_text(words::details::CLOSE_HINT).clicked() {
            actions.push(Action::CloseDetails);
        }
    });
}

/// Questions about what is looked at.
fn ask_menu(ui: &mut Ui, item: &Item, actions: &mut Vec<Action>) {
    let commands: &[Command] = match item {
        Item::Node(_) => &[Command::RoutesFrom, Command::RoutesTo, Command::Raise, Command::Lower, Command::Block],
        Item::Link(_) => &[Command::Block],
        Item::Lane(_) | Item::Bundle(_) => return,
    };
    ui.menu_button(words::details::ASK, |ui| {
        for &command in commands {
            let shortcut = command.shortcut_text();
            if ui.add(egui::Button::new(command.label()).shortcut_text(shortcut)).clicked() {
                actions.push(Action::Focus(Some(item.clone())));
                actions.push(Action::Run(command));
                ui.close();
            }
        }
    });
}

fn node_ui(ui: &mut Ui, session: &Session, node: &Node, palette: &Palette, actions: &mut Vec<Action>) {
    let pathway = session.shown();
    let title = ui.heading(as_seen(&node.label).into_owned());
    title.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &node.label));
    let lane = pathway.lane(&node.lane).map_or(words::details::NO_LANE, |lane| &lane.label);
    ui.horizontal_wrapped(|ui| {
        tag(ui, node.kind.label(), palette);
        ui.label(RichText::new(lane).color(color(palette.weak)));
    });
    let begin = Text::Node(node.id.clone(), NodeText::Explanation);
    explanation_ui(ui, node.explanation_at(session.level()), begin, palette, actions);
    links_ui(ui, session, words::details::CAUSES, &pathway.causes_of(&node.id), palette, actions);
    links_ui(ui, session, words::details::EFFECTS, &pathway.effects_of(&node.id), palette, actions);
    notes_ui(ui, session, node, palette, actions);
    also_in_ui(ui, session, node, palette, actions);
    if !node.aliases.is_empty() {
        heading(ui, words::details::ALIASES);
        paragraph(ui, node.aliases.join(", "));
    }
    if !node.xrefs.is_empty() {
        heading(ui, words::details::XREFS);
        paragraph(ui, RichText::new(node.xrefs.join(", ")).color(color(palette.weak)));
    }
}

/// Other bundled pathways that have the node.
fn also_in_ui(ui: &mut Ui, session: &Session, node: &Node, palette: &Palette, actions: &mut Vec<Action>) {
    let mut others = session.also_in(&node.id).peekable();
    if others.peek().is_some() {
        heading(ui, words::details::ALSO_IN);
    }
    for bundled in others {
        if text_button(ui, bundled.title, palette).on_hover_text(words::details::ALSO_IN_HINT).clicked() {
            actions.push(Action::OpenThere { pathway: bundled.id.to_owned(), node: node.id.clone() });
        }
    }
}

/// An explanation; where there is none, one can be begun.
fn explanation_ui(ui: &mut Ui, text: &str, begin: Text, palette: &Palette, actions: &mut Vec<Action>) {
    ui.add_space(4.0);
    if text.is_empty() {
        if text_button(ui, words::details::NO_EXPLANATION, palette).on_hover_text(words::forms::BEGIN_HINT).clicked() {
            actions.push(Action::Form(FormAct::Begin(Field::Text(begin))));
        }
    } else {
        paragraph(ui, RichText::new(text).line_height(Some(20.0)));
    }
}

fn links_ui(
    ui: &mut Ui,
    session: &Session,
    title: &str,
    links: &[&std::sync::Arc<Link>],
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    heading(ui, title);
    if links.is_empty() {
        ui.label(RichText::new(words::details::NO_LINKS).color(color(palette.weak)));
    }
    rows_ui(ui, links.iter(), palette, |ui, link| {
        let sentence = session.shown().sentence_in(link, session.reading());
        let text = words::details::link_row(&sentence, link.grade.name());
        if text_button(ui, text, palette).clicked() {
            open(Item::Link(link.id.clone()), actions);
        }
    });
}

fn link_ui(ui: &mut Ui, session: &Session, link: &Link, palette: &Palette, actions: &mut Vec<Action>) {
    let pathway = session.shown();
    ui.heading(pathway.sentence_in(link, session.reading()));
    if let Some(when) = &link.holds_when {
        paragraph(ui, RichText::new(words::details::holds_when(when)).color(color(palette.weak)));
    }
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        tag(ui, &words::details::grade(link.grade.name()), palette).on_hover_text(RULE);
        tag(ui, effect_words(link.effect_in(session.reading())), palette);
        if let Some(delay) = link.delay {
            tag(ui, delay.label(), palette);
        }
    });
    paragraph(ui, RichText::new(link.grade.definition()).small().color(color(palette.weak)));
    let begin = Text::Link(link.id.clone(), LinkText::Explanation);
    explanation_ui(ui, link.explanation_at(session.level()), begin, palette, actions);
    popular_ui(ui, link, palette);
    evidence_ui(ui, session, link, palette, actions);
    if link.evidence.is_empty() && link.no_source_found.is_none() {
        ui.add_space(6.0);
        if text_button(ui, words::forms::NO_EVIDENCE, palette).on_hover_text(words::forms::BEGIN_HINT).clicked() {
            actions.push(Action::Form(FormAct::Begin(Field::NewEvidence(link.id.clone()))));
        }
    }
    if let Some(text) = &link.no_source_found {
        heading(ui, words::details::NO_SOURCE_FOUND);
        card(ui, palette, |ui| paragraph(ui, text.as_str()));
    }
    heading(ui, words::details::ENDS);
    for id in [&link.from, &link.to] {
        if text_button(ui, pathway.label(id), palette).clicked() {
            open(Item::Node(id.clone()), actions);
        }
    }
    references_ui(ui, &sources_of(session, link), actions);
}

fn effect_words(effect: Effect) -> &'static str {
    match effect {
        Effect::Raises => words::details::RAISES,
        Effect::Lowers => words::details::LOWERS,
        Effect::Mixed => words::details::MIXED,
        Effect::NoEffect => words::details::NO_EFFECT,
        Effect::Unknown => words::details::UNKNOWN,
    }
}
