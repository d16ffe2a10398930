//! Who has how much room in a window that may be small: bars, the panels on both sides, and the drawing between them.

use egui::{Margin, Ui};

use crate::session::Session;

/// Height of a window below which bars are thin, in px.
const LOW: f32 = 300.0;
/// Width of the panel on the left, in px: one for all its pages, since one that grew would push the drawing away.
pub(super) const SIDE: f32 = 264.0;
/// Least, usual and largest width of Details, in px.
pub(super) const DETAILS: [f32; 3] = [280.0, 372.0, 560.0];
/// Least width of a drawing beside a panel, in px: below, the panel takes its place while it is open.
const DRAWING: f32 = 160.0;
/// Least width of the strip above a drawing in which a text and a button stand side by side, in px.
pub(super) const STRIP: f32 = 420.0;
/// Largest share of the window's height that the legend takes.
const LEGEND: f32 = 0.2;
/// Largest share of the window's height that a list takes which opens below a field, and the most of it in px.
const LIST: f32 = 0.5;
const MOST_LIST: f32 = 320.0;
/// Least height of the legend, in px: a row of it.
const LEGEND_ROW: f32 = 18.0;

/// The margin of a bar.
pub(super) fn bar_margin(ui: &Ui) -> Margin {
    if ui.ctx().content_rect().height() < LOW { Margin::symmetric(8, 4) } else { Margin::symmetric(16, 8) }
}

/// The most height that the legend may take, in px: a row in a low window.
pub(super) fn legend_height(ui: &Ui) -> f32 {
    let height = ui.ctx().content_rect().height();
    if height < LOW { LEGEND_ROW } else { LEGEND * height }
}

/// The most height that a list may take that opens below a field, in px.
pub(super) fn list_height(ui: &Ui) -> f32 {
    (LIST * ui.ctx().content_rect().height()).min(MOST_LIST)
}

/// The panels of a frame and the room that they have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Width of the panel on the left, in px; none where it is not shown.
    pub side: Option<f32>,
    /// Largest width of Details, in px; none where they are not shown.
    pub details: Option<f32>,
    /// Whether the drawing is in sight beside them.
    pub drawing: bool,
}

impl Room {
    /// Shares out a window. What is looked at goes before the panel on the left, and a panel before a drawing that would be
    /// a strip.
    pub fn new(ui: &Ui, session: &Session) -> Self {
        let looked_at = session.view().page().is_some() || !session.view().picked.is_empty();
        Self::share(ui.ctx().content_rect().width(), [session.settings().outline, looked_at])
    }

    fn share(width: f32, [side, details]: [bool; 2]) -> Self {
        let [least, _, most] = DETAILS;
        let side = side && (!details || width >= SIDE + least + DRAWING);
        let left = width - if side { SIDE } else { 0.0 };
        let fits = |needed: f32, room: f32| room >= needed + DRAWING;
        let drawing = if details { fits(least, left) } else { !side || fits(0.0, left) };
        Self {
            side: side.then_some(if drawing { SIDE } else { width }),
            details: details.then(|| if drawing { (left - DRAWING).min(most) } else { left }),
            drawing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_and_the_drawing_never_need_more_than_there_is() {
        for width in 200..2_000 {
            let width = width as f32;
            for (side, details) in [(false, false), (false, true), (true, false), (true, true)] {
                let room = Room::share(width, [side, details]);
                let used = room.side.unwrap_or_default() + room.details.unwrap_or_default();
                assert!(used <= width, "{width} {room:?}");
                assert_eq!(
                    (room.details.is_some(), room.drawing),
                    (details, width - used >= DRAWING - 0.5 || used == 0.0)
                );
                assert!(room.side.is_none() || side);
                assert!(room.side.is_some() || !side || details, "{width}: it is only Details that it gives way to");
                if room.drawing {
                    assert!(room.details.is_none_or(|width| width >= DETAILS[0]));
                }
            }
        }
    }

    #[test]
    fn a_usual_window_shows_all_three() {
        let wide = Room::share(1280.0, [true; 2]);
        assert_eq!(wide, Room { side: Some(SIDE), details: Some(560.0), drawing: true });
        assert_eq!(Room::share(640.0, [true; 2]), Room { side: None, details: Some(480.0), drawing: true });
        assert_eq!(Room::share(320.0, [true, false]), Room { side: Some(320.0), details: None, drawing: false });
    }
}
