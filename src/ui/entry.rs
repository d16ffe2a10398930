//! The entry field: one line over the drawing, where the thing will be, with what there is already under it.

use egui::{
    Area, Button, Context, Frame, Id, Key, Modifiers, Order, Rect, RichText, ScrollArea, TextEdit, Ui, Vec2,
    accesskit::Role,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
    vec2,
};

use super::style::color;
use crate::{
    session::{Action, End, Entry, EntryAct, EntryKind, Session},
    theme::Palette,
    words,
};

/// Width of the field, and heights of its parts, in px.
const WIDTH: f32 = 330.0;
const MARGIN: f32 = 8.0;
const LINE: f32 = 32.0;
const ROW: f32 = 24.0;
const HINT: f32 = 20.0;
/// Width of rows below which they have no note, in px.
const NARROW: f32 = 260.0;
/// Rows that are in sight.
const ROWS: f32 = 6.0;

/// Draws the field while it is open; `place` is where one of a size finds room, where there is a drawing.
pub fn entry_ui(
    ctx: &Context,
    session: &Session,
    place: &dyn Fn(Vec2) -> Option<Rect>,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    let id = Id::new("entry field");
    let Some(entry) = session.entry() else {
        return ctx.data_mut(|data| data.remove::<bool>(id));
    };
    let is_new = ctx.data_mut(|data| data.get_temp::<bool>(id).is_none());
    if is_new {
        ctx.data_mut(|data| data.insert_temp(id, true));
        select_all(ctx, id, &entry.text);
    }
    let entered = keys(ctx, entry, actions);
    let window = ctx.content_rect().shrink(MARGIN);
    let size = size(session, entry).min(window.size());
    let middle = Rect::from_center_size(window.center(), size);
    let corner = place(size).unwrap_or(middle).min;
    let shown = Area::new("entry".into()).order(Order::Foreground).fixed_pos(corner).show(ctx, |ui| {
        let frame = Frame::window(ui.style()).fill(color(palette.panel)).inner_margin(MARGIN);
        frame.show(ui, |ui| {
            ui.set_width(size.x - 2.0 * MARGIN);
            line_ui(ui, id, entry, actions);
            if entry.kind.asks_for_node() {
                lane_ui(ui, session, entry, actions);
                let row = rows_ui(ui, entry, actions);
                ui.ctx().accesskit_node_builder(id, |node| {
                    if let Some(row) = row {
                        node.set_active_descendant(row.accesskit_id());
                    }
                });
            }
            let hint = if entry.kind.asks_for_node() { words::entry::KEYS } else { words::entry::KEYS_TEXT };
            ui.add(egui::Label::new(RichText::new(hint).small().color(color(palette.weak))).truncate());
        });
    });
    if entered {
        actions.push(Action::Entry(EntryAct::Take(None)));
        // The keyboard goes back to the drawing, or comes here again where nothing came of it.
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    } else if shown.response.clicked_elsewhere() {
        // A name that was written counts; what was only looked for does not.
        let act = if entry.kind.asks_for_node() { EntryAct::Close } else { EntryAct::Take(None) };
        actions.push(Action::Entry(act));
    }
}

/// How large the field is, with its rows, whatever is in them: nothing jumps while somebody types.
fn size(session: &Session, entry: &Entry) -> Vec2 {
    let around = 2.0 * MARGIN + 2.0;
    if entry.kind.asks_for_node() {
        let lanes = if has_lanes(session) { ROW + 4.0 } else { 0.0 };
        vec2(WIDTH, around + LINE + lanes + ROWS * (ROW + 1.0) + HINT + 8.0)
    } else {
        vec2(WIDTH, around + LINE + HINT)
    }
}

/// Text that is there already is selected, so that it can be typed over.
fn select_all(ctx: &Context, id: Id, text: &str) {
    let mut state = TextEditState::default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()))));
    state.store(ctx, id);
}

/// Arrows and Enter, taken before the field sees them; says whether Enter was pressed.
fn keys(ctx: &Context, entry: &Entry, actions: &mut Vec<Action>) -> bool {
    ctx.input_mut(|input| {
        if entry.kind.asks_for_node() {
            for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
                if input.consume_key(Modifiers::ALT, key) {
                    actions.push(Action::Entry(EntryAct::Lane(by)));
                }
                if input.consume_key(Modifiers::NONE, key) {
                    actions.push(Action::Entry(EntryAct::Move(by)));
                }
            }
        }
        input.consume_key(Modifiers::NONE, Key::Enter)
    })
}

/// What is asked for, in words.
fn name(kind: &EntryKind) -> &'static str {
    match kind {
        EntryKind::Node => words::entry::NAME_NODE,
        EntryKind::Rename(_) => words::entry::NEW_NAME,
        EntryKind::Link { wants: End::Effect, .. } | EntryKind::End { wants: End::Effect, .. } => {
            words::entry::NAME_EFFECT
        }
        EntryKind::Link { wants: End::Cause, .. } | EntryKind::End { wants: End::Cause, .. } => {
            words::entry::NAME_CAUSE
        }
        EntryKind::Title => words::entry::TITLE,
    }
}

/// The line that is typed into. It has the keyboard from the first frame on.
fn line_ui(ui: &mut Ui, id: Id, entry: &Entry, actions: &mut Vec<Action>) {
    let mut text = entry.text.clone();
    ui.memory_mut(|memory| {
        if !memory.has_focus(id) {
            memory.request_focus(id);
        }
    });
    let name = name(&entry.kind);
    let edit = TextEdit::singleline(&mut text).id(id).hint_text(name).desired_width(f32::INFINITY);
    let response = ui.add(edit.margin(vec2(8.0, 5.0)));
    ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
    if response.changed() {
        actions.push(Action::Entry(EntryAct::Text(text)));
    }
}

fn has_lanes(session: &Session) -> bool {
    session.pathway().lanes().len() > 1
}

/// The lane that a new card comes into, and how to take another one.
fn lane_ui(ui: &mut Ui, session: &Session, entry: &Entry, actions: &mut Vec<Action>) {
    let Some(lane) = entry.lane.as_ref().and_then(|lane| session.pathway().lane(lane)) else { return };
    if !has_lanes(session) {
        return;
    }
    ui.horizontal(|ui| {
        for (sign, name, by) in [("↑", words::entry::LANE_ABOVE, -1), ("↓", words::entry::LANE_BELOW, 1)] {
            let button = ui.add(Button::new(sign).small());
            ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(name));
            if button.on_hover_text(name).clicked() {
                actions.push(Action::Entry(EntryAct::Lane(by)));
            }
        }
        ui.add(egui::Label::new(words::entry::lane(&lane.label)).truncate());
    });
}

/// The rows; gives the widget of the one that the cursor is on.
fn rows_ui(ui: &mut Ui, entry: &Entry, actions: &mut Vec<Action>) -> Option<Id> {
    let moved_id = Id::new("entry row");
    let moved = ui.data(|data| data.get_temp(moved_id)) != Some(entry.row);
    ui.data_mut(|data| data.insert_temp(moved_id, entry.row));
    let mut at_cursor = None;
    ScrollArea::vertical().max_height(ROWS * (ROW + 1.0)).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (i, offer) in entry.offers().iter().enumerate() {
            let here = entry.row == Some(i);
            let button = Button::selectable(here, &offer.text).truncate();
            // In a narrow field there is room for the name alone.
            let has_note = ui.available_width() > NARROW;
            let button = if has_note { button.shortcut_text(&offer.note) } else { button };
            let response = ui.add(button.min_size(vec2(ui.available_width(), ROW)));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::ListBoxOption);
                node.set_selected(here);
            });
            if here {
                at_cursor = Some(response.id);
                if moved {
                    response.scroll_to_me(None);
                }
            }
            if response.clicked() {
                actions.push(Action::Entry(EntryAct::Take(Some(i))));
            }
        }
    });
    at_cursor
}
