//! The outline: the pathway as text. Nodes under their lanes, links under their nodes, and a search over both.

use std::{collections::BTreeMap, sync::Arc};

use egui::{Align, Button, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::{
    hover::light,
    room::Room,
    style::color,
    teach::tours_ui,
    widgets::{group_title, open},
};
use crate::{
    model::{LaneId, Link, Node, Pathway, Reading},
    session::{Action, Command, Item, Session, link_name, node_name, search},
    text::as_seen,
    theme::Palette,
    words,
};

/// Id of the search box, so that a shortcut can put the cursor there.
const SEARCH_BOX: &str = "outline search";

/// Draws the outline.
pub(super) fn outline_ui(ui: &mut Ui, session: &Session, room: Room, palette: &Palette, actions: &mut Vec<Action>) {
    if room.drawing {
        search_box(ui, session, actions);
    } else {
        // On one line: where the drawing finds no room, rows do not have much either.
        ui.horizontal(|ui| {
            show_drawing_ui(ui, actions);
            search_box(ui, session, actions);
        });
    }
    ui.add_space(4.0);
    if session.view().filter.trim().is_empty() && session.pathway().nodes().len() > MANY {
        return long_ui(ui, session, palette, actions);
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if session.view().filter.trim().is_empty() {
            all_ui(ui, session, palette, actions);
        } else {
            hits_ui(ui, session, palette, actions);
        }
        ui.add_space(12.0);
    });
}

fn search_box(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let mut text = session.view().filter.clone();
    let id = ui.id().with(SEARCH_BOX);
    let edit = TextEdit::singleline(&mut text).id(id).hint_text(words::outline::SEARCH).desired_width(f32::INFINITY);
    let response = ui.add(edit.margin(vec2(8.0, 6.0)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(words::outline::SEARCH));
    if response.changed() {
        actions.push(Action::Filter(text.clone()));
    }
    if session.view().wants_search {
        response.request_focus();
        actions.push(Action::SearchTaken);
    }
    // Enter opens the first hit, so that a search never needs the mouse.
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if entered && !text.trim().is_empty() {
        let hits = search::items(session.pathway(), session.reading(), &text);
        if let Some(search::Target::Item(item)) = hits.into_iter().next().map(|hit| hit.target) {
            open(item, actions);
        }
    }
}

/// Leads from a panel that has the place of the drawing back to it.
pub(super) fn show_drawing_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    if ui.button(words::outline::SHOW_DRAWING).clicked() {
        actions.push(Action::Run(Command::Outline));
    }
}

fn all_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let pathway = session.pathway();
    for lane in pathway.lanes() {
        let mut nodes = pathway.nodes().filter(|node| node.lane == lane.id).peekable();
        if nodes.peek().is_some() {
            group_title(ui, &lane.label, palette);
        }
        nodes.for_each(|node| node_ui(ui, session, node, palette, actions));
    }
    let strays: Vec<_> = pathway.nodes().filter(|node| pathway.lane(&node.lane).is_none()).collect();
    if !strays.is_empty() {
        group_title(ui, words::outline::NO_LANE, palette);
    }
    for node in strays {
        node_ui(ui, session, node, palette, actions);
    }
    if !session.tours().is_empty() {
        group_title(ui, words::teach::TOURS, palette);
        tours_ui(ui, session, palette, actions);
    }
}

/// Nodes from which on only the rows in sight are laid out, each on one line.
const MANY: usize = 120;
/// Height of such a row, in px.
const ROW: f32 = 22.0;

/// A row of a long outline.
enum Row<'a> {
    Lane(&'a str),
    Node(&'a Node),
    Link(&'a Link),
}

/// The outline of a large pathway: thousands of rows cost no more than those in sight.
fn long_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let pathway = session.pathway();
    let unfolded = &session.view().unfolded;
    let mut nodes_in: BTreeMap<&LaneId, Vec<&Node>> = BTreeMap::new();
    pathway.nodes().for_each(|node| nodes_in.entry(&node.lane).or_default().push(node));
    let mut rows = Vec::new();
    let mut group = |label, nodes: Vec<_>| {
        rows.push(Row::Lane(label));
        for node in nodes {
            rows.push(Row::Node(node));
            if !unfolded.is_empty() && unfolded.contains(&Item::Node(node.id.clone())) {
                rows.extend(pathway.effects_of(&node.id).into_iter().map(|link| Row::Link(link)));
            }
        }
    };
    for lane in pathway.lanes() {
        group(&lane.label, nodes_in.remove(&lane.id).unwrap_or_default());
    }
    let strays: Vec<_> = nodes_in.into_values().flatten().collect();
    if !strays.is_empty() {
        group(words::outline::NO_LANE, strays);
    }
    ui.spacing_mut().item_spacing.y = 1.0;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, rows.len(), |ui, range| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        for row in rows.get(range).unwrap_or_default() {
            match row {
                Row::Lane(label) => drop(ui.label(RichText::new(*label).strong())),
                Row::Node(node) => node_ui(ui, session, node, palette, actions),
                Row::Link(link) => link_ui(ui, session, link, palette, actions),
            }
        }
    });
}

fn node_ui(ui: &mut Ui, session: &Session, node: &Node, palette: &Palette, actions: &mut Vec<Action>) {
    let pathway = session.pathway();
    let item = Item::Node(node.id.clone());
    let effects = pathway.effects_of(&node.id);
    let unfolded = session.view().unfolded.contains(&item);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let sign = if unfolded { "−" } else { "+" };
        let text = RichText::new(if effects.is_empty() { " " } else { sign }).color(color(palette.weak));
        let fold = Button::new(text).frame(false).min_size(vec2(16.0, 22.0));
        let fold = ui.add_enabled(!effects.is_empty(), fold);
        let name_of = if unfolded { words::outline::hide_links } else { words::outline::show_links };
        fold.widget_info(|| {
            let name = name_of(&node.label);
            egui::WidgetInfo::labeled(egui::WidgetType::Button, !effects.is_empty(), name)
        });
        if fold.clicked() {
            actions.push(Action::Unfold(item.clone()));
        }
        row_ui(ui, session, &item, &node.label, &node_name(pathway, node), actions);
    });
    if unfolded && pathway.nodes().len() <= MANY {
        for link in effects {
            link_ui(ui, session, link, palette, actions);
        }
    }
}

fn link_ui(ui: &mut Ui, session: &Session, link: &Link, palette: &Palette, actions: &mut Vec<Action>) {
    let pathway = session.pathway();
    ui.horizontal(|ui| {
        ui.add_space(22.0);
        ui.spacing_mut().item_spacing.x = 4.0;
        let verb = link.effect_in(session.reading()).verb(pathway.label(&link.from));
        let text = format!("{verb} {} · {}", pathway.label(&link.to), link.grade.name());
        ui.visuals_mut().widgets.inactive.fg_stroke.color = color(palette.weak);
        row_ui(ui, session, &Item::Link(link.id.clone()), &text, &link_name(pathway, link, session.reading()), actions);
    });
}

fn hits_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let hits = kept_hits(ui, session);
    if hits.is_empty() {
        ui.add_space(8.0);
        ui.label(RichText::new(words::palette::NOTHING).color(color(palette.weak)));
    }
    for hit in hits.iter() {
        if let search::Target::Item(item) = &hit.target {
            let name = item.name_in(session.pathway(), session.reading());
            row_ui(ui, session, item, &hit.text, &name, actions);
        }
    }
}

/// What a search found, and what it was asked: thousands of names are not compared anew in every frame.
#[derive(Clone)]
struct Hits {
    of: (Arc<Pathway>, Reading, String),
    hits: Arc<[search::Hit]>,
}

fn kept_hits(ui: &Ui, session: &Session) -> Arc<[search::Hit]> {
    let (pathway, reading, text) = (session.pathway(), session.reading(), &session.view().filter);
    let id = ui.id().with(SEARCH_BOX);
    let kept = ui.data(|data| data.get_temp::<Hits>(id));
    let same = |kept: &Hits| Arc::ptr_eq(&kept.of.0, pathway) && kept.of.1 == reading && kept.of.2 == *text;
    if let Some(kept) = kept.filter(same) {
        return kept.hits;
    }
    let hits: Arc<[search::Hit]> = search::items(pathway, reading, text).into();
    let of = (Arc::clone(pathway), reading, text.clone());
    ui.data_mut(|data| data.insert_temp(id, Hits { of, hits: Arc::clone(&hits) }));
    hits
}

/// One row: a click opens, the pointer lights up the canvas too.
fn row_ui(ui: &mut Ui, session: &Session, item: &Item, text: &str, name: &str, actions: &mut Vec<Action>) {
    let selected = session.view().selected() == Some(item);
    let row = |ui: &mut Ui| {
        let button = Button::selectable(selected, as_seen(text).into_owned()).min_size(vec2(ui.available_width(), ROW));
        // Long outlines have rows of one line.
        let one_line = ui.style().wrap_mode == Some(egui::TextWrapMode::Truncate);
        ui.add(if one_line { button.truncate() } else { button.wrap() })
    };
    let response = ui.with_layout(Layout::top_down(Align::Min), row).inner;
    let said = words::names::aloud(name);
    response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::SelectableLabel, true, selected, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(egui::accesskit::Role::TreeItem));
    if response.clicked() {
        open(item.clone(), actions);
    }
    light(ui, &response, item, session, actions);
}
