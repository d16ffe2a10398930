//! Who has how much room in a window that may be small: bars, the panels on both sides, and the drawing between them.

use egui::{Id, Margin, Rect, Ui, containers::panel::PanelState, vec2};

use crate::session::Session;

/// What a window is wider than a dialog at least, in px.
pub(super) const MARGIN: f32 = 60.0;

/// Height of a window below which bars are thin, in px.
const LOW: f32 = 300.0;
/// Width of the panel on the left, in px: one for all its pages, since one that grew would push the drawing away.
pub(super) const SIDE: f32 = 264.0;
/// Least, usual and largest width of Details, in px.
pub(super) const DETAILS: [f32; 3] = [280.0, 372.0, 560.0];
/// Space that Details leave around what was clicked, in px.
const AROUND: f32 = 10.0;
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
    /// Whether Details lie left of the drawing.
    pub details_left: bool,
    /// Whether the drawing is in sight beside them.
    pub drawing: bool,
}

/// Where Details opened. While they stay open they stay there: the drawing does not move for them, and they do not either.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Opened {
    left: bool,
    /// Whether there is room for the panel on the left as well.
    side: bool,
    /// Their largest width, in px.
    most: f32,
}

impl Room {
    /// Shares out a window. What is looked at goes before the panel on the left, and a panel before a drawing that would be
    /// a strip. Details open where they do not cover what the pointer is on, the card that is `pointed` at above all:
    /// narrower than usual where they must, or else in the place of the panel on the left.
    pub fn new(ui: &Ui, session: &Session, pointed: Option<Rect>) -> Self {
        let room = Self::of_frame(ui, session, pointed);
        let (id, had) = (Id::new("drawing in sight"), room.drawing);
        // Bars have more room or less than they took: they find their height in the next frame.
        if ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(id, had), had)) != had {
            ui.ctx().request_repaint();
        }
        room
    }

    fn of_frame(ui: &Ui, session: &Session, pointed: Option<Rect>) -> Self {
        let looked_at = session.view().page().is_some() || !session.view().picked.is_empty();
        let (width, id) = (ui.ctx().content_rect().width(), Id::new("room of details"));
        let outline = session.settings().outline;
        if !looked_at {
            // Where they had to be narrow, they need not be the next time.
            if let Some(opened) = ui.data_mut(|data| data.remove_temp::<Opened>(id))
                && opened.most < DETAILS[1]
            {
                ui.data_mut(|data| data.remove::<PanelState>(details_id()));
            }
            return Self::share(width, [outline, false]);
        }
        let opened = ui.data(|data| data.get_temp(id)).unwrap_or_else(|| {
            let usual = PanelState::load(ui.ctx(), details_id()).map_or(DETAILS[1], |state| state.outer_rect.width());
            Opened::beside(kept(ui, pointed), width, outline, usual)
        });
        ui.data_mut(|data| data.insert_temp(id, opened));
        let room = Self::share(width, [outline && opened.side, true]);
        Self { details: room.details.map(|most| most.min(opened.most)), details_left: opened.left, ..room }
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
            details_left: false,
            drawing,
        }
    }
}

impl Opened {
    /// Details beside what lies between `keep.0` and `keep.1` of a window's `width`, if anything is to be kept in sight.
    fn beside(keep: Option<(f32, f32)>, width: f32, outline: bool, usual: f32) -> Self {
        let [least, _, most] = DETAILS;
        let Some((from, to)) = keep else { return Self { left: false, side: true, most } };
        let at = |side: bool| {
            let share = Room::share(width, [outline && side, true]);
            let free = [width - to, from - share.side.unwrap_or_default()];
            let left = free[0] < usual && free[1] > free[0];
            (
                Self { left, side, most: if free[usize::from(left)] < usual { free[usize::from(left)] } else { most } },
                share,
            )
        };
        let (beside, share) = at(true);
        let fits = |opened: &Self| opened.most >= least || !share.drawing;
        if fits(&beside) {
            beside
        } else {
            Some(at(false).0).filter(fits).unwrap_or(Self { most: least, ..at(false).0 })
        }
    }
}

/// The id of Details.
pub(super) fn details_id() -> Id {
    Id::new("details")
}

/// What the pointer is on and is to be kept in sight, from left to right: a card, or a point of a link.
fn kept(ui: &Ui, pointed: Option<Rect>) -> Option<(f32, f32)> {
    let (pointed, at) = pointed.zip(ui.ctx().pointer_latest_pos())?;
    let own = Rect::from_center_size(at, vec2(1.0, 1.0));
    let kept = if pointed.contains(at) { pointed.union(own) } else { own }.expand(AROUND);
    Some((kept.left(), kept.right()))
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
        assert_eq!(wide, Room { side: Some(SIDE), details: Some(560.0), details_left: false, drawing: true });
        assert_eq!(
            Room::share(640.0, [true; 2]),
            Room { side: None, details: Some(480.0), details_left: false, drawing: true }
        );
        assert_eq!(
            Room::share(320.0, [true, false]),
            Room { side: Some(320.0), details: None, details_left: false, drawing: false }
        );
    }
    #[test]
    fn details_never_cover_what_was_clicked() {
        for width in [800.0_f32, 900.0, 1024.0, 1280.0, 1920.0] {
            for (outline, card) in [(true, 120.0), (false, 120.0), (true, 200.0)] {
                let first = if outline { SIDE } else { 0.0 };
                for from in (first as usize..(width - card) as usize).step_by(7) {
                    let (from, to) = (from as f32, from as f32 + card);
                    let Opened { left, side, most } = Opened::beside(Some((from, to)), width, outline, DETAILS[1]);
                    let most = Room::share(width, [outline && side, true]).details.unwrap().min(most);
                    let own = most.min(DETAILS[1]);
                    assert!(most >= DETAILS[0], "{width} {from}: {most}");
                    let edge = if outline && side { SIDE } else { 0.0 };
                    assert!(if left { edge + own <= from } else { width - own >= to }, "{width} {from}: {left} {own}");
                    assert!(side || width < 1024.0, "{width}: there is room for all");
                }
            }
        }
    }
}
