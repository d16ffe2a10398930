//! The palette: one box over everything, that finds every node, link, source and command.

use std::borrow::Cow;

use egui::{
    Align2, Area, Button, Context, Event, Frame, Id, Key, Modifiers, Order, ScrollArea, TextEdit, Ui, accesskit::Role,
    vec2,
};

use super::{keys::is_pressed, style::color};
use crate::{
    session::{Action, Command, Session},
    text::as_seen,
    theme::Palette,
    words,
};

/// Where the palette begins: a share of the window's height, and the most of it in px.
const TOP: f32 = 0.09;
const MOST_TOP: f32 = 64.0;
/// Height of its rows, in px, and of what is around them.
const LEAST_ROWS: f32 = 30.0;
const MOST_ROWS: f32 = 380.0;
const AROUND: f32 = 84.0;

/// Whoever types right after a key that opens a field may have typed before there is a field for it: keys of the frame that
/// opens or closes one are `held` for the next frame. `plain` tells the keys that the drawing takes.
pub fn held_back(ctx: &Context, session: &Session, plain: &dyn Fn(&Event) -> bool, held: &mut Vec<Event>) {
    let enters = |event: &Event| {
        let enter = matches!(event, Event::Key { key: Key::Enter, pressed: true, .. });
        enter && session.entry().is_some()
    };
    ctx.input_mut(|input| {
        input.events.splice(0..0, held.drain(..));
        if session.presents() {
            return;
        }
        let command = |event: &Event| is_pressed(event, Command::Palette) || is_pressed(event, Command::New);
        let opens = input.events.iter().position(|event| command(event) || enters(event) || plain(event));
        let Some(mut opens) = opens else { return };
        // A letter is told twice: as a key and as text.
        opens += usize::from(matches!(input.events.get(opens + 1), Some(Event::Text(_))));
        let typed = |event: &Event| {
            matches!(
                event,
                Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Paste(_) | Event::Copy | Event::Cut
            )
        };
        let (typed, others): (Vec<_>, Vec<_>) = input.events.drain(opens + 1..).partition(typed);
        input.events.extend(others);
        held.extend(typed);
    });
}

/// Draws the palette while it is open.
pub fn palette_ui(ctx: &Context, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(state) = &session.view().palette else { return };
    let entered = keys(ctx, actions);
    let window = ctx.content_rect().size();
    let width = (window.x - 40.0).clamp(200.0, 620.0);
    let top = (TOP * window.y).min(MOST_TOP);
    let area = Area::new("palette".into()).order(Order::Foreground).anchor(Align2::CENTER_TOP, vec2(0.0, top));
    let shown = area.show(ctx, |ui| {
        let frame = Frame::window(ui.style()).fill(color(palette.panel)).inner_margin(10.0);
        frame.show(ui, |ui| {
            ui.set_width(width);
            // What was typed in this frame is searched before its best row is run.
            let typed = box_ui(ui, &state.text, actions);
            if entered {
                actions.push(Action::PaletteRun(if typed { 0 } else { state.row }));
            }
            ui.add_space(6.0);
            let row = rows_ui(ui, session, state.row, (window.y - top - AROUND).clamp(LEAST_ROWS, MOST_ROWS), actions);
            // The keyboard stays in the box; a reader follows the cursor over the rows.
            ui.ctx().accesskit_node_builder(box_id(ui), |node| {
                node.set_label(words::palette::HINT);
                if let Some(row) = row {
                    node.set_active_descendant(row.accesskit_id());
                }
            });
        });
    });
    if shown.response.clicked_elsewhere() {
        actions.push(Action::Run(Command::Back));
    }
}

/// Arrows and Enter, taken before the text box sees them; says whether Enter was pressed.
fn keys(ctx: &Context, actions: &mut Vec<Action>) -> bool {
    ctx.input_mut(|input| {
        for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, 8), (Key::PageUp, -8)] {
            if input.consume_key(Modifiers::NONE, key) {
                actions.push(Action::PaletteMove(by));
            }
        }
        input.consume_key(Modifiers::NONE, Key::Enter)
    })
}

fn box_id(ui: &Ui) -> Id {
    ui.id().with("palette box")
}

/// The text box; says whether its text has changed.
fn box_ui(ui: &mut Ui, text: &str, actions: &mut Vec<Action>) -> bool {
    let mut text = text.to_owned();
    let edit = TextEdit::singleline(&mut text).hint_text(words::palette::HINT);
    let id = box_id(ui);
    // Before it is drawn: it takes what is typed in this frame already.
    ui.memory_mut(|memory| {
        if !memory.has_focus(id) {
            memory.request_focus(id);
        }
    });
    let response = ui.add(edit.id(id).desired_width(f32::INFINITY).margin(vec2(10.0, 8.0)));
    if response.changed() {
        actions.push(Action::PaletteText(text));
    }
    response.changed()
}

/// The rows; gives the widget of the one that the cursor is on.
fn rows_ui(ui: &mut Ui, session: &Session, row: usize, height: f32, actions: &mut Vec<Action>) -> Option<Id> {
    let hits = session.palette_hits();
    if hits.is_empty() {
        ui.label(words::palette::NOTHING);
    }
    // Only a cursor that has moved is brought into view; else the wheel could not scroll away from it.
    let last = egui::Id::new("palette row");
    let moved = ui.data(|data| data.get_temp(last)) != Some(row);
    ui.data_mut(|data| data.insert_temp(last, row));
    let mut at_cursor = None;
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (i, hit) in hits.iter().enumerate() {
            let button =
                Button::selectable(i == row, as_seen(&hit.text).into_owned()).shortcut_text(&hit.note).truncate();
            let response = ui.add(button.min_size(vec2(ui.available_width(), 26.0)));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::ListBoxOption);
                if let Cow::Owned(_) = as_seen(&hit.text) {
                    node.set_label(hit.text.as_str());
                }
                node.set_selected(i == row);
            });
            if i == row {
                at_cursor = Some(response.id);
                if moved {
                    response.scroll_to_me(None);
                }
            }
            if response.clicked() {
                actions.push(Action::PaletteRun(i));
            }
        }
    });
    at_cursor
}
