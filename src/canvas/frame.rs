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
pub(crate) struct Frame<'a> {
    pub(crate) ui: &'a mut Ui,
    /// The canvas, in px of screen.
    pub(crate) rect: Rect,
    pub(crate) session: &'a Session,
    pub(crate) palette: &'a Arc<Palette>,
    pub(crate) actions: &'a mut Vec<Action>,
    /// Smallest text that may be drawn, in px of screen: larger on a whole screen, for a back row.
    pub(crate) least_text: f32,
}

impl<'a> Frame<'a> {
    /// A frame in the space that is left.
    pub(crate) fn new(
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
