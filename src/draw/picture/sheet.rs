//! Sheets: the part of a drawing that a canvas shows at once where its labels are to have a size. It lies on the drawing like
//! a window on a map: where it moves on, no card moves in relation to another.

use std::collections::BTreeSet;

use super::{
    arrange::Stands,
    drawn::{Picture, PlacedBand, PlacedCard, PlacedWire},
};
use crate::{
    model::{LinkId, NodeId},
    text::LABEL_SIZE,
};

/// How much larger than asked for labels are drawn for: a canvas keeps a small margin around what it shows.
const MARGIN: f32 = 1.03;

/// A part of a drawing, in px at zoom 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Its left upper corner.
    pub min: (f64, f64),
    /// Its right lower corner.
    pub max: (f64, f64),
}

impl Part {
    fn of_card(card: &PlacedCard) -> Self {
        let (x, y) = (card.w / 2.0, card.h / 2.0);
        Self { min: (card.x - x, card.y - y), max: (card.x + x, card.y + y) }
    }

    /// The smallest part that has both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            min: (self.min.0.min(other.min.0), self.min.1.min(other.min.1)),
            max: (self.max.0.max(other.max.0), self.max.1.max(other.max.1)),
        }
    }

    /// Whether it has room on a sheet of a size.
    pub fn fits(self, size: (f64, f64)) -> bool {
        self.max.0 - self.min.0 <= size.0 && self.max.1 - self.min.1 <= size.1
    }

    fn has(self, other: Self) -> bool {
        self.and(other) == self
    }
}

impl Picture {
    /// The part that some nodes and links take, with the whole lines; `None` where none of them is drawn.
    pub fn part_of(&self, nodes: &BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> Option<Part> {
        let wanted = |card: &&PlacedCard| matches!(&card.stands, Stands::Node(id) if nodes.contains(id));
        let cards = self.cards.iter().filter(wanted).map(Part::of_card);
        let lines = self.wires.iter().filter(|wire| wire.links.iter().any(|link| links.contains(link)));
        let lines = lines.flat_map(|wire| &wire.points).map(|&point| Part { min: point, max: point });
        cards.chain(lines).reduce(Part::and)
    }

    /// Width and height of its sheets on a canvas (in px) where labels are `label` px high: no larger than the whole.
    pub fn sheet_size(&self, canvas: (f32, f32), label: f32) -> (f64, f64) {
        let zoom = f64::from(label * MARGIN / LABEL_SIZE);
        let room = (f64::from(canvas.0) / zoom, f64::from(canvas.1) / zoom);
        (room.0.min(self.width), room.1.min(self.height))
    }

    /// The sheet of a size on which a part lies: the one `before` where that has it; else the part is in the middle, as far as
    /// the drawing reaches. A direction in which nothing forces it to move stays as it is.
    pub fn sheet_about(&self, part: Part, size: (f64, f64), before: Option<Part>) -> Part {
        let along = |low: f64, high: f64, size: f64, whole: f64, before: Option<f64>| {
            let stays = before.filter(|at| *at <= low && high <= at + size);
            stays.unwrap_or((low + high - size) / 2.0).clamp(0.0, (whole - size).max(0.0))
        };
        let x = along(part.min.0, part.max.0, size.0, self.width, before.map(|before| before.min.0));
        let y = along(part.min.1, part.max.1, size.1, self.height, before.map(|before| before.min.1));
        Part { min: (x, y), max: (x + size.0, y + size.1) }
    }

    /// What lies whole on a sheet, each in its place on it; nothing is cut but the bands of lanes.
    #[must_use]
    pub fn on_sheet(&self, sheet: Part) -> Self {
        let mut places = 0..;
        let inside = |card: &&PlacedCard| sheet.has(Part::of_card(card));
        let place: Vec<Option<usize>> =
            self.cards.iter().map(|card| Some(card).filter(inside).and_then(|_| places.next())).collect();
        let end = |card: usize| place.get(card).copied().flatten();
        let whole = |wire: &&PlacedWire| wire.points.iter().all(|&point| sheet.has(Part { min: point, max: point }));
        let wire = |wire: &PlacedWire| Some(PlacedWire { from: end(wire.from)?, to: end(wire.to)?, ..wire.clone() });
        let mut cut = Self {
            cards: self.cards.iter().filter(inside).cloned().collect(),
            wires: self.wires.iter().filter(whole).filter_map(wire).collect(),
            bands: self.bands.clone(),
            width: sheet.max.0 - sheet.min.0,
            height: sheet.max.1 - sheet.min.1,
            metrics: self.metrics,
        };
        cut.shift(-sheet.min.0, -sheet.min.1);
        cut.trim_bands();
        cut
    }

    /// Cuts the bands of lanes at the edges, and drops those that lie outside.
    fn trim_bands(&mut self) {
        let (width, height) = (self.width, self.height);
        let trimmed = |band: &PlacedBand| {
            let (x, y) = (band.x.max(0.0), band.y.max(0.0));
            let (w, h) = ((band.x + band.w).min(width) - x, (band.y + band.h).min(height) - y);
            (w > 0.0 && h > 0.0).then(|| PlacedBand { x, y, w, h, ..band.clone() })
        };
        let bands: Vec<Option<PlacedBand>> = self.bands.iter().map(trimmed).collect();
        let place = |band: usize| bands.iter().take(band).flatten().count();
        for card in &mut self.cards {
            card.band = place(card.band);
        }
        self.bands = bands.into_iter().flatten().collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::notation, picture::picture, text::Measure};

    fn drawn() -> Picture {
        picture(&notation::parse("a -> b -> c -> d -> e -> f").unwrap(), &mut Measure::default(), 3.0)
    }

    fn part(picture: &Picture, ids: &[&str]) -> Part {
        picture.part_of(&ids.iter().map(|id| NodeId::new(id)).collect(), &BTreeSet::new()).unwrap()
    }

    #[test]
    fn a_sheet_stays_while_it_has_what_is_told_and_then_has_it_in_the_middle() {
        let picture = drawn();
        let size = (picture.width / 2.0, picture.height);
        let first = picture.sheet_about(part(&picture, &["a"]), size, None);
        assert_eq!((first.min, first.max), ((0.0, 0.0), size));
        assert_eq!(picture.sheet_about(part(&picture, &["b"]), size, Some(first)), first);
        let next = picture.sheet_about(part(&picture, &["c", "d"]), size, Some(first));
        let told = part(&picture, &["c", "d"]);
        assert!((next.min.0 + next.max.0 - told.min.0 - told.max.0).abs() < 1e-9 && next.min.1 == first.min.1);
        let last = picture.sheet_about(part(&picture, &["f"]), size, Some(next));
        assert!((last.max.0 - picture.width).abs() < 1e-9, "it does not leave the drawing");
    }

    #[test]
    fn sheets_of_one_drawing_have_every_card_in_one_place_and_nothing_by_halves() {
        let picture = drawn();
        let size = (picture.width / 2.0, picture.height);
        let mut before = None;
        let mut seen = 0;
        for id in ["a", "b", "c", "d", "e", "f"] {
            let sheet = picture.sheet_about(part(&picture, &[id]), size, before);
            let cut = picture.on_sheet(sheet);
            let at = |picture: &Picture, id: &NodeId| picture.card_of(id).map(|card| (card.x, card.y));
            assert!(at(&cut, &NodeId::new(id)).is_some());
            for card in &cut.cards {
                let Stands::Node(id) = &card.stands else { panic!("no lane is folded") };
                let old = at(&picture, id).unwrap();
                assert_eq!((card.x + sheet.min.0, card.y + sheet.min.1), old, "{id:?}");
                let whole = Part { min: (0.0, 0.0), max: (cut.width, cut.height) };
                assert!(whole.has(Part::of_card(card)) && card.band < cut.bands.len().max(1));
                seen += 1;
            }
            assert!(cut.bands.iter().all(|band| band.x >= 0.0 && band.x + band.w <= cut.width + 1e-9));
            assert!(cut.wires.iter().all(|wire| wire.from.max(wire.to) < cut.cards.len()));
            before = Some(sheet);
        }
        assert!(seen > 10 && picture.on_sheet(before.unwrap()).cards.len() < picture.cards.len());
    }

    #[test]
    fn labels_of_a_sheet_are_as_large_as_was_asked_for() {
        let picture = drawn();
        let (width, height) = picture.sheet_size((600.0, 400.0), 20.0);
        assert!((f64::from(LABEL_SIZE) * 600.0 / width) >= 20.0 && height == picture.height);
        assert_eq!(picture.sheet_size((9_000.0, 9_000.0), 13.0), (picture.width, picture.height));
    }
}
