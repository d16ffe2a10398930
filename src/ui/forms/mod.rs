//! Writing in Details: every field of what is looked at, in the order of reading. From the ground up: `form` and its small
//! pieces, `text` and `pick` for texts and choices, a file for each kind of record, and this page.

mod evidence;
mod form;
mod keys;
mod link;
mod new_source;
mod node;
mod pick;
mod sources;
mod text;
mod whole;

use egui::{Id, Stroke, Ui};

pub use keys::form_keys;
pub(super) use new_source::new_source_ui;

use self::form::Form;
use crate::{
    editing::Text,
    session::{Action, Field, Item, Page, Session},
    theme::Palette,
    ui::style::color,
    words,
};

/// Draws the fields of a page; says whether it has any.
pub(super) fn page_ui(
    ui: &mut Ui,
    session: &Session,
    page: &Page,
    palette: &Palette,
    actions: &mut Vec<Action>,
) -> bool {
    let pathway = session.pathway();
    show_edges(ui, palette);
    let first = session.view().wants_field == Some(Field::First);
    let mut form = Form { session, palette, actions, of: String::new(), id: Id::new(page), first };
    match page {
        Page::Item(Item::Node(id)) => {
            let Some(node) = pathway.node(id) else { return false };
            form.of.clone_from(&node.label);
            node::node_ui(ui, &mut form, node);
        }
        Page::Item(Item::Link(id)) => {
            let Some(link) = pathway.link(id) else { return false };
            form.of = pathway.sentence(link);
            link::link_ui(ui, &mut form, link);
        }
        Page::Item(Item::Lane(id)) | Page::Lane(id) => {
            let Some(lane) = pathway.lane(id) else { return false };
            form.of.clone_from(&lane.label);
            whole::lane_ui(ui, &mut form, lane);
        }
        Page::Item(Item::Bundle(_)) => return false,
        Page::About => {
            words::forms::PATHWAY.clone_into(&mut form.of);
            whole::about_ui(ui, &mut form);
        }
        Page::Source(id) => {
            let Some(source) = pathway.source(id) else { return false };
            form.of = source.short();
            sources::source_ui(ui, &mut form, source);
        }
    }
    true
}

/// Draws a field outside of Details under its name, for a text of the pathway that now is `stored`.
pub(super) fn text_ui(
    ui: &mut Ui,
    session: &Session,
    (name, stored): (&str, &str),
    place: Text,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    ui.scope(|ui| {
        show_edges(ui, palette);
        let id = Id::new(("field of", format!("{place:?}")));
        let mut form = Form { session, palette, actions, of: String::new(), id, first: false };
        form.text(ui, name, place, stored);
    });
}

/// An empty field needs an edge to be seen as one.
fn show_edges(ui: &mut Ui, palette: &Palette) {
    ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, color(palette.weak));
}
