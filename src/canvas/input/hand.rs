//! What a hand does on the canvas beyond pointing: two fingers, and a push that goes on after it lets go.

use egui::{PointerButton, Rect, Response, Ui, Vec2};

use crate::{camera::View, session::Item};

/// Slowest release that still pushes, in px a second: below, the hand had come to rest.
const LEAST_PUSH: f32 = 160.0;
/// Fastest push, in px a second.
const MOST_PUSH: f32 = 5_000.0;

/// How long after the view last moved what lies under a resting pointer is lit anew, in seconds.
const PASSING_SECS: f64 = 0.12;

/// What the hand was doing in the last frame.
#[derive(Debug, Default)]
pub(super) struct Hand {
    /// What the pointer was over, on the canvas itself.
    pub(super) hovered: Option<Item>,
    /// Whether a second finger came down since the first one did: then lifting them is no click.
    pinched: bool,
    /// Whether it moves the picture.
    panning: bool,
    /// Whether Space is held, and the picture has been moved meanwhile.
    space: Option<bool>,
    /// When it last moved the view, in seconds.
    moved_at: Option<f64>,
    /// How fast the picture was moving when it was let go, in px a second.
    push: Option<Vec2>,
}

impl Hand {
    /// Moves the view as a drag or two fingers ask, in a canvas, and no farther than its least zoom.
    pub(super) fn moved(&mut self, ui: &Ui, response: &Response, view: View, (canvas, least): (Rect, f32)) -> View {
        let fingers = ui.input(egui::InputState::multi_touch).filter(|fingers| canvas.contains(fingers.center_pos));
        if let Some(fingers) = fingers {
            (self.pinched, self.panning) = (true, false);
            let zoom = if fingers.zoom_delta.is_finite() { fingers.zoom_delta } else { 1.0 };
            return view.panned(fingers.translation_delta).zoomed(zoom, fingers.center_pos, canvas, least);
        }
        if dragged(response) && !self.pinched {
            self.panning = true;
            self.space = self.space.map(|_| true);
            return view.panned(response.drag_delta());
        }
        if std::mem::take(&mut self.panning) && response.drag_stopped() {
            let speed = ui.input(|input| input.pointer.velocity());
            self.push = Some(speed.clamp(Vec2::splat(-MOST_PUSH), Vec2::splat(MOST_PUSH)));
        }
        view
    }

    /// Whether Space was pressed and let go, and nothing was moved meanwhile.
    pub(super) fn space(&mut self, ui: &Ui) -> bool {
        let (mut pressed, mut released) = (false, false);
        ui.input_mut(|input| {
            pressed = input.consume_key(egui::Modifiers::NONE, egui::Key::Space);
            released = input.key_released(egui::Key::Space);
        });
        if pressed {
            self.space = Some(false);
        }
        released && self.space.take() == Some(false)
    }

    /// Whether things pass under a pointer that rests: the wheel moves the view, in this frame or just before.
    pub(super) fn passes(&mut self, ui: &Ui, moves: bool) -> bool {
        let now = ui.input(|input| input.time);
        if moves {
            self.moved_at = Some(now);
        }
        let left = self.moved_at.map_or(0.0, |at| at + PASSING_SECS - now);
        let passes = left > 0.0 && ui.input(|input| input.pointer.delta() == Vec2::ZERO);
        if passes {
            ui.ctx().request_repaint_after_secs(left as f32);
        } else {
            self.moved_at = None;
        }
        passes
    }

    /// The push of a hand that has just let go while it was moving.
    pub(super) fn take_push(&mut self) -> Option<Vec2> {
        self.push.take().filter(|push| push.length() > LEAST_PUSH)
    }

    /// Whether two fingers are at work, or one of them is still down.
    pub(super) fn is_pinching(&mut self, ui: &Ui) -> bool {
        let (fingers, touching) =
            ui.input(|input| (input.multi_touch().is_some(), input.any_touches() || input.pointer.any_down()));
        let was = self.pinched;
        // The frame in which the last finger is lifted still belongs to the pinch.
        self.pinched = fingers || (was && touching);
        was || fingers
    }
}

/// Whether a drag moves the picture.
pub(super) fn dragged(response: &Response) -> bool {
    response.dragged_by(PointerButton::Primary) || response.dragged_by(PointerButton::Middle)
}

/// Whether anything is done that stops a picture that is still moving: a press, a touch, a key, a wheel.
pub(super) fn stops(ui: &Ui) -> bool {
    ui.input(|input| {
        input.pointer.any_pressed()
            || input.events.iter().any(|event| {
                matches!(
                    event,
                    egui::Event::Key { pressed: true, .. }
                        | egui::Event::MouseWheel { .. }
                        | egui::Event::Zoom(_)
                        | egui::Event::Touch { phase: egui::TouchPhase::Start, .. }
                )
            })
    })
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput};

    use super::*;

    #[test]
    fn things_pass_while_the_view_moves_and_a_moment_longer() {
        let (ctx, mut hand) = (Context::default(), Hand::default());
        let mut passes = |time: f64, moves: bool| {
            let mut passes = false;
            let input = RawInput { time: Some(time), ..RawInput::default() };
            // There is no screen to send the texture to.
            ctx.run_ui(input, |ui| passes = hand.passes(ui, moves)).textures_delta.clear();
            passes
        };
        assert!(!passes(1.0, false));
        assert!(passes(2.0, true) && passes(2.0 + PASSING_SECS / 2.0, false));
        assert!(!passes(2.1 + PASSING_SECS, false));
    }
}
