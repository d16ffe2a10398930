//! The pointer over the canvas: what it asks of the view, and what it does to what is there.

use egui::{Event, MouseWheelUnit, PointerButton, Pos2, Rect, Response, Ui, Vec2};

use super::{
    hand::{Hand, dragged},
    hit,
    pull::lane_at,
};
use crate::{
    camera::View,
    frame::Frame,
    scene::records::Records,
    session::{Action, EntryAct, Item},
};

/// How near a wire the pointer must be, in px of screen.
const REACH: f32 = 6.0;
/// How near a finger must be, in px of screen.
const TOUCH_REACH: f32 = 14.0;
/// What one notch of a wheel does to the zoom.
const NOTCH: f32 = 1.15;

/// Takes the pointer: drag pans, wheel and pinch zoom, two fingers pan, a click opens. Returns the view where the
/// hand moved it.
pub(super) fn pointer(
    frame: &mut Frame<'_>,
    response: &Response,
    view: View,
    records: &Records,
    hand: &mut Hand,
) -> Option<View> {
    let touch = frame.ui.input(egui::InputState::any_touches);
    let canvas = frame.rect;
    let item_at = |at: Pos2| item_at(records, view, canvas, at, touch);
    let pinching = hand.is_pinching(frame.ui);
    // `clicked` alone would also be true for Enter on the focused canvas.
    if response.clicked_by(PointerButton::Primary) && !pinching {
        response.request_focus();
        // A touch that ends has no hover position; where it was pressed is what counts.
        let at = response.interact_pointer_pos();
        let item = at.and_then(item_at);
        if response.double_clicked_by(PointerButton::Primary) && !frame.session.presents() {
            double_click(frame, item, at.map(|at| view.to_world(at, canvas)));
        } else {
            click(frame, item);
        }
    }
    let least = View::farthest(records.size, canvas);
    let mut moved = hand.moved(frame.ui, response, view, (canvas, least));
    if let Some(at) = response.hover_pos().filter(|_| !pinching) {
        moved = wheel(frame.ui, moved, at, (canvas, least));
    }
    let dragging = dragged(response);
    let over = match response.hover_pos().filter(|_| !dragging && !touch) {
        // What is lit stays lit while things pass under the pointer: all would flicker.
        Some(_) if hand.passes(frame.ui, moved != view) => hand.hovered.clone(),
        at => at.and_then(item_at),
    };
    if over.is_some() {
        frame.ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    } else if dragging {
        frame.ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }
    // Only what this canvas lit is put out again: the outline lights things too.
    if over != hand.hovered {
        hand.hovered.clone_from(&over);
        frame.actions.push(Action::Hover(over));
    }
    (moved != view).then_some(moved)
}

/// Opens what was clicked, or picks it together with others; a click on nothing closes and puts out.
fn click(frame: &mut Frame<'_>, item: Option<Item>) {
    if let Some(item) = item {
        let several = frame.ui.input(|input| input.modifiers.shift || input.modifiers.command);
        frame.actions.push(if several { Action::TogglePicked(item) } else { Action::Open(item) });
    } else {
        frame.actions.push(Action::CloseDetails);
        frame.actions.push(Action::Focus(None));
    }
}

/// Asks for another name of a card, or for a new card in the lane that was clicked.
fn double_click(frame: &mut Frame<'_>, item: Option<Item>, at: Option<Pos2>) {
    let entry = match (item, at) {
        (Some(Item::Node(id)), _) => EntryAct::Rename(id),
        (None, Some(at)) => EntryAct::Node((f64::from(at.x), f64::from(at.y)), lane_at(frame.session, at.y)),
        (Some(Item::Link(_) | Item::Lane(_) | Item::Bundle(_)), _) | (None, None) => return,
    };
    frame.actions.push(Action::Entry(entry));
}

/// What lies under a point of the screen; a finger is not as sharp as a pointer.
pub(super) fn item_at(records: &Records, view: View, canvas: Rect, at: Pos2, touch: bool) -> Option<Item> {
    let reach = if touch { TOUCH_REACH } else { REACH } / view.zoom;
    hit::at(records, view.to_world(at, canvas), reach).cloned()
}

/// The wheel zooms about the pointer; a trackpad's two fingers pan; Ctrl, Cmd or a pinch zooms either way.
fn wheel(ui: &Ui, view: View, at: Pos2, (canvas, least): (Rect, f32)) -> View {
    let (mut pan, mut zoom) = (Vec2::ZERO, ui.input(egui::InputState::zoom_delta));
    ui.input(|input| {
        for event in &input.events {
            let Event::MouseWheel { unit, delta, modifiers, .. } = event else { continue };
            if modifiers.command || modifiers.ctrl {
                continue; // egui makes a pinch of it
            }
            match unit {
                MouseWheelUnit::Point => pan += *delta,
                MouseWheelUnit::Line | MouseWheelUnit::Page if modifiers.shift => {
                    pan += 40.0 * Vec2::new(delta.y, delta.x);
                }
                MouseWheelUnit::Line | MouseWheelUnit::Page => zoom *= NOTCH.powf(delta.y.clamp(-5.0, 5.0)),
            }
        }
    });
    let panned = if pan == Vec2::ZERO { view } else { view.panned(pan) };
    if (zoom - 1.0).abs() < 1e-4 { panned } else { panned.zoomed(zoom, at, canvas, least) }
}
