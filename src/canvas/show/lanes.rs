//! Lanes: soft bands across the whole canvas, each with its name.

use egui::{CornerRadius, FontFamily, FontId, Pos2, Rect, Ui, Vec2, pos2, vec2};

use crate::{
    layout::Options,
    paint::stage::{Stage, color},
    scene::records::Records,
    text::as_seen,
};

/// Height of a line of text, as a share of its size.
const LINE: f32 = 1.25;

/// Lanes as soft bands across the whole canvas, each with its name.
pub(super) fn bands(ui: &Ui, records: &Records, stage: &Stage) {
    let painter = ui.painter();
    painter.rect_filled(stage.clip, CornerRadius::ZERO, color(stage.palette.lane_a));
    for (i, band) in records.bands.iter().enumerate() {
        let mut rect = stage.rect_to_screen(band.rect);
        rect.set_left(stage.clip.left());
        rect.set_right(stage.clip.right());
        // The outermost lanes go on to the edge: there is nothing beyond them.
        if i == 0 {
            rect.set_top(rect.top().min(stage.clip.top()));
        }
        if i + 1 == records.bands.len() {
            rect.set_bottom(rect.bottom().max(stage.clip.bottom()));
        }
        if !rect.intersects(stage.clip) {
            continue;
        }
        painter.rect_filled(rect, CornerRadius::ZERO, stage.ground(i));
    }
}

/// The lanes' names at the left edge, above the drawing, so that no line crosses a name out. In the overview, whose cards
/// are small beside them, they stand where they cover no card, if their band has such a place.
pub(crate) fn names(ui: &Ui, records: &Records, stage: &Stage) {
    let palette = &stage.palette;
    let plain = (12.5 * stage.zoom).clamp(10.5, 16.0).round();
    let size = if stage.presents { stage.least_text } else { plain };
    // What the drawing keeps free of cards for the name.
    let strip = Options::default().label_strip as f32 * stage.zoom;
    let cards = if stage.is_far() { on_screen(records, stage) } else { Vec::new() };
    for (i, band) in records.bands.iter().enumerate() {
        let rect = stage.rect_to_screen(band.rect);
        let top = rect.top().max(stage.clip.top()) + ((strip - LINE * size) / 2.0).clamp(1.0, 6.0);
        if rect.height() < 16.0 || top + size > rect.bottom().min(stage.clip.bottom()) {
            continue;
        }
        let font = FontId::new(size, FontFamily::Name(crate::text::BOLD.into()));
        let galley = ui.painter().layout_no_wrap(as_seen(&band.label).into_owned(), font, color(palette.lane_text));
        let at = pos2(stage.clip.left() + 12.0, top.round());
        let around = Rect::from_min_size(at, galley.size()).expand2(vec2(4.0, 1.0));
        let by = clear(around, pos2(stage.clip.right(), rect.bottom().min(stage.clip.bottom())), &cards).round();
        let (at, around) = (at + by, around.translate(by));
        ui.painter().rect_filled(around, 3.0, stage.ground(i).gamma_multiply(0.9));
        ui.painter().galley(at, galley, color(palette.lane_text));
    }
}

/// Where the cards are on the screen.
fn on_screen(records: &Records, stage: &Stage) -> Vec<Rect> {
    records.cards.iter().map(|card| stage.rect_to_screen(card.rect_at(stage.arrived))).collect()
}

/// How far a name must move to cover no card: down or else to the right, but not beyond a corner; not at all where there
/// is no such place.
fn clear(name: Rect, corner: Pos2, cards: &[Rect]) -> Vec2 {
    let moved = |step: fn(Rect, Rect) -> Vec2| {
        let mut at = name;
        while let Some(card) = cards.iter().find(|card| card.intersects(at)) {
            at = at.translate(step(at, *card));
            if at.bottom() > corner.y || at.right() > corner.x {
                return None;
            }
        }
        Some(at.min - name.min)
    };
    let down = |at: Rect, card: Rect| vec2(0.0, card.bottom() + 1.0 - at.top());
    let right = |at: Rect, card: Rect| vec2(card.right() + 1.0 - at.left(), 0.0);
    moved(down).or_else(|| moved(right)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_below_cards_or_beside_them_where_there_is_room() {
        let box_at = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(40.0, 10.0));
        let name = box_at(0.0, 0.0);
        let by = |(x, y): (f32, f32), cards: &[Rect]| clear(name, pos2(x, y), cards);
        assert_eq!(by((200.0, 100.0), &[]), Vec2::ZERO);
        assert_eq!(by((200.0, 100.0), &[box_at(50.0, 0.0)]), Vec2::ZERO);
        // Two cards under one another, in any order: below both, or else right of what is beside the name.
        let cards = [box_at(20.0, 17.0), box_at(20.0, 5.0)];
        assert_eq!(by((200.0, 100.0), &cards), vec2(0.0, 28.0));
        assert_eq!(by((200.0, 30.0), &cards), vec2(61.0, 0.0));
        assert_eq!(by((90.0, 30.0), &cards), Vec2::ZERO);
    }
}
