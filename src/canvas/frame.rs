//! What one frame of the canvas is given: where it is drawn, what it shows, and where it says what was done.

use std::sync::Arc;

use egui::{Rect, Ui};

use crate::{
    session::{Action, STAGE_HEIGHT, STAGE_TEXT, Session},
    theme::Palette,
};

/// Labels smaller than this, in px of screen, are left out: the overview takes over.
const SMALLEST_LABEL: f32 = 7.0;

/// One frame of the canvas. Everything in it is read, but for what is drawn into `ui` and what is said in `actions`.
pub(super) struct Frame<'a> {
    pub(super) ui: &'a mut Ui,
    /// The canvas, in px of screen.
    pub(super) rect: Rect,
    pub(super) session: &'a Session,
    pub(super) palette: &'a Arc<Palette>,
    pub(super) actions: &'a mut Vec<Action>,
    /// Smallest text that may be drawn, in px of screen: larger on a whole screen, for a back row.
    pub(super) least_text: f32,
}

impl<'a> Frame<'a> {
    /// A frame in the space that is left.
    pub(super) fn new(
        ui: &'a mut Ui,
        session: &'a Session,
        palette: &'a Arc<Palette>,
        actions: &'a mut Vec<Action>,
    ) -> Self {
        let rect = ui.available_rect_before_wrap();
        let least_text = if session.presents() {
            STAGE_TEXT * (ui.ctx().content_rect().height() / STAGE_HEIGHT).max(1.0)
        } else {
            SMALLEST_LABEL
        };
        Self { ui, rect, session, palette, actions, least_text }
    }
}
