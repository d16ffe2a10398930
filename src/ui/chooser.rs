//! A box in which a node can be chosen: by letters, by arrows and Enter, or by a click.

use std::sync::Arc;

use egui::{
    Button, ComboBox, Id, Key, Modifiers, PopupCloseBehavior, Response, RichText, ScrollArea, TextEdit, Ui, vec2,
};

use super::room::list_height;
use crate::{
    document::Revision,
    model::{NodeId, Parts, Pathway},
    session::{Item, Session, search},
    words,
};

/// Most rows that are listed while nothing is typed.
const MOST_ROWS: usize = 200;

/// Which pathway this is: its document and its state.
type Version = (u64, Revision);

/// A box that is open: what is typed, which row the cursor is on, and the rows, found once for every text.
#[derive(Clone, Default)]
struct Open {
    text: String,
    row: usize,
    /// The nodes alone, so that the palette's search finds nothing else.
    nodes: Option<(Version, Arc<Pathway>)>,
    found: Option<(Version, String)>,
    rows: Arc<Vec<(NodeId, String)>>,
}

/// Draws the box `what`, which shows a text while it is closed and is `width` px wide. Gives it with the node that was chosen, if
/// one was.
pub(super) fn chooser(
    ui: &mut Ui,
    session: &Session,
    what: &str,
    text: &str,
    width: f32,
) -> (Response, Option<NodeId>) {
    let closed = ComboBox::from_id_salt(("ask", what)).selected_text(text).width(width).truncate();
    let open = closed.height(list_height(ui) + 60.0).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let id = Id::new(("chooser", what));
    let shown = open.show_ui(ui, |ui| open_ui(ui, session, id, what));
    let closed = shown.inner.is_none();
    let chosen = shown.inner.flatten();
    let was_open = ui.data(|data| data.get_temp::<Open>(id)).is_some();
    if was_open && (closed || chosen.is_some()) {
        // It opens afresh, and the keyboard goes on from here.
        ui.data_mut(|data| data.remove::<Open>(id));
        shown.response.request_focus();
    }
    (shown.response, chosen)
}

fn open_ui(ui: &mut Ui, session: &Session, id: Id, what: &str) -> Option<NodeId> {
    let mut open: Open = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let before = open.row;
    let entered = letters_ui(ui, id.with("letters"), what, &mut open.text, &mut open.row);
    open.find(session);
    let last = open.rows.len().saturating_sub(1);
    open.row = open.row.min(last);
    let clicked = rows_ui(ui, &open, before != open.row);
    let chosen = clicked.or_else(|| open.rows.get(open.row).filter(|_| entered)).map(|(node, _)| node.clone());
    if chosen.is_some() {
        ui.close();
    }
    ui.data_mut(|data| data.insert_temp(id, open.clone()));
    chosen
}

/// The box for letters, which has the keyboard; says whether Enter was pressed. Arrows are taken before it sees them.
pub(super) fn letters_ui(ui: &mut Ui, id: Id, what: &str, text: &mut String, row: &mut usize) -> bool {
    // The press that opened the box is not meant for its list.
    let listens = ui.memory(|memory| memory.has_focus(id));
    let pressed = |key| listens && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) {
        *row += 1;
    }
    if pressed(Key::ArrowUp) {
        *row = row.saturating_sub(1);
    }
    let entered = pressed(Key::Enter);
    let edit = TextEdit::singleline(text).id(id).hint_text(words::ask::TYPE_NAME);
    let response = ui.add(edit.desired_width(f32::INFINITY));
    let name = words::ask::letters_for(what);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    if !response.has_focus() {
        response.request_focus();
    }
    if response.changed() {
        *row = 0;
    }
    entered
}

/// The rows; gives the one that was clicked.
fn rows_ui<'a>(ui: &mut Ui, open: &'a Open, moved: bool) -> Option<&'a (NodeId, String)> {
    let mut clicked = None;
    ScrollArea::vertical().max_height(list_height(ui)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if open.rows.is_empty() {
            ui.label(words::palette::NOTHING);
        }
        for (i, row) in open.rows.iter().take(MOST_ROWS).enumerate() {
            let here = i == open.row;
            let response = ui.add(Button::selectable(here, &row.1).min_size(vec2(ui.available_width(), 0.0)));
            if here && moved {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                clicked = Some(row);
            }
        }
        if open.rows.len() > MOST_ROWS {
            ui.label(RichText::new(words::ask::more_nodes(open.rows.len() - MOST_ROWS)).weak());
        }
    });
    clicked
}

impl Open {
    /// Finds the rows, where the text or the pathway is another.
    fn find(&mut self, session: &Session) {
        let version = (session.serial(), session.revision());
        if self.found.as_ref().is_some_and(|(found, text)| *found == version && *text == self.text) {
            return;
        }
        if self.nodes.as_ref().is_none_or(|(of, _)| *of != version) {
            let nodes = session.pathway().nodes().map(|node| (**node).clone()).collect();
            let alone = Pathway::from_parts(Parts { nodes, ..Parts::default() }, Vec::new());
            self.nodes = Some((version, Arc::new(alone)));
        }
        let Some((_, nodes)) = &self.nodes else { return };
        let hits = search::items(nodes, session.reading(), &self.text);
        let rows = hits.into_iter().filter_map(|hit| match hit.target {
            search::Target::Item(Item::Node(id)) => Some((id, hit.text)),
            _ => None,
        });
        (self.rows, self.found) = (Arc::new(rows.collect()), Some((version, self.text.clone())));
    }
}
