//! What is taken: pointer, fingers, wheel, keyboard, and what a screen reader asks for.
//!
//! Takes what egui has of the canvas's one widget, the scene, and the view; gives actions for the session, and moves the
//! [`Viewport`]. `hit` says what lies under a point; `pointer` turns clicks and the wheel into actions and views, `keys` does
//! so with keys, `hand` with what goes beyond (two fingers, a push that goes on); `band` is the rubber band, `pull` a drag
//! from a card, `field` where a field opens for a name; `viewport`
//! is what is looked at, which follows the hand, the session and the window, and `views` works out what shows what is asked
//! for; `access` names everything to those who do not see it.
//!
//! What holds afterwards: the canvas is one widget and one focus stop, whatever is drawn in it; input is taken before
//! anything is drawn, so that a drag moves the picture in the same frame; nothing of the session is changed here, only
//! asked for.

mod access;
mod band;
pub(super) mod field;
mod hand;
mod hit;
mod keys;
mod pointer;
mod pull;
pub(super) mod viewport;
mod views;

use egui::{Context, Event, Id, Key, Pos2, Response, Sense, Stroke, StrokeKind};

use self::{access::Access, band::Band, hand::Hand, pull::Pull, viewport::Viewport};
use super::{
    frame::Frame,
    paint::stage::{Stage, color},
    scene::{Scene, records::Records},
};
use crate::session::{Item, PlainKey};

/// What is pointed at and with what, and what was told to those who do not see it.
#[derive(Default)]
pub(super) struct Input {
    hand: Hand,
    band: Band,
    pull: Pull,
    /// The widget of the canvas, as it was drawn last.
    widget: Option<Id>,
    /// Whether the keyboard came here by Tab and has not moved since: then the canvas shows that it has it.
    tabbed: bool,
    access: Access,
}

impl Input {
    /// For another picture: what the pointer was over is gone.
    pub(super) fn forget(&mut self) {
        self.hand.hovered = None;
        self.pull.forget();
    }

    /// Whether a key that is pressed now is meant for the canvas.
    pub(super) fn has_keyboard(&self, ctx: &Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        self.widget.is_some() && (focused == self.widget || focused.is_none()) && !egui::Popup::is_any_open(ctx)
    }

    /// Takes pointer and keyboard of the canvas as it was drawn last: a rubber band, or a hand that moves the view and
    /// points.
    pub(super) fn take(&mut self, frame: &mut Frame<'_>, id: Id, viewport: &mut Viewport, records: &Records) {
        let Some(response) = frame.ui.ctx().read_response(id) else { return };
        let view = viewport.view();
        let taken =
            self.band.pointer(frame, &response, view, records) || self.pull.pointer(frame, &response, view, records);
        let moved = || pointer::pointer(frame, &response, view, records, &mut self.hand);
        if let Some(moved) = (!taken).then(moved).flatten() {
            viewport.move_to(moved);
        }
        keys::take_focus(frame.ui, &response);
        let opens = response.has_focus() && self.hand.space(frame.ui);
        keys::keyboard(frame, &response, opens);
        if hand::stops(frame.ui) {
            viewport.stop_push();
        } else if let Some(push) = self.hand.take_push().filter(|_| !frame.session.settings().reduced_motion) {
            viewport.push(push);
        }
    }

    /// The widget of the canvas, above what is drawn, with what is dragged. `arrived` says whether all of the picture is in
    /// its place.
    pub(super) fn widget(
        &mut self,
        frame: &Frame<'_>,
        id: Id,
        viewport: &Viewport,
        records: &Records,
        arrived: bool,
    ) -> Response {
        self.widget = Some(id);
        let response = frame.ui.interact(frame.rect, id, Sense::click_and_drag());
        keys::keep_focus(frame.ui, &response);
        self.pull.draw(frame, &response, viewport.view(), records, arrived);
        self.band.draw(frame, &response, viewport.view());
        response
    }

    /// Shows that the canvas has the keyboard where nothing on it shows that, and names everything to a screen reader.
    pub(super) fn tell(&mut self, frame: &mut Frame<'_>, response: &Response, scene: &Scene, stage: &Stage) {
        self.tabbed = response.has_focus() && (self.tabbed || frame.ui.input(|input| input.key_pressed(Key::Tab)));
        if self.tabbed && frame.session.view().focus.is_none() {
            let stroke = Stroke::new(1.5, color(frame.palette.accent));
            frame.ui.painter().rect_stroke(frame.rect.shrink(1.5), 4.0, stroke, StrokeKind::Inside);
        }
        self.access.describe(frame, response, scene, stage);
    }
}

/// The plain key that an event tells of.
pub fn plain_key(event: &Event) -> Option<PlainKey> {
    keys::plain_key(event)
}

/// What lies under a point of the screen, as the canvas was last drawn.
pub(super) fn item_at(viewport: &Viewport, records: &Records, at: Pos2) -> Option<Item> {
    pointer::item_at(records, viewport.view(), viewport.canvas()?, at, false)
}
