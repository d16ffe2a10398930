//! What lies under a point: a grid over cards and wires, so that pointing costs the same at any size.

use std::sync::Arc;

use egui::{Pos2, Rect, Vec2};

use super::scene::{CardRecord, WireRecord};

/// Side of a cell, in px of picture.
const CELL: f32 = 96.0;
/// From this reach on, in px of picture, the view is so far that cards are specks.
const FAR_REACH: f32 = 16.0;
/// Most cells: a picture that is larger gets larger ones.
const MOST_CELLS: f32 = 60_000.0;

/// Cells over the picture, each with what touches it.
#[derive(Debug)]
pub(super) struct Grid {
    bounds: Rect,
    cell: f32,
    columns: usize,
    cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default)]
struct Cell {
    cards: Vec<u32>,
    /// A wire and the number of one of its segments.
    segments: Vec<(u32, u32)>,
}

/// A card or a wire, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    Card(usize),
    Wire(usize),
}

impl Grid {
    pub(super) fn new(cards: &[Arc<CardRecord>], wires: &[Arc<WireRecord>]) -> Self {
        let all = cards.iter().map(|card| card.rect).chain(wires.iter().map(|wire| wire.bounds));
        let bounds = all.reduce(|all, rect| all | rect).filter(Rect::is_finite).unwrap_or(Rect::ZERO);
        let cell = CELL.max((bounds.area() / MOST_CELLS).sqrt()).max(bounds.size().max_elem() / MOST_CELLS);
        let (columns, rows) = ((bounds.width() / cell) as usize + 1, (bounds.height() / cell) as usize + 1);
        let mut grid = Self { bounds, cell, columns, cells: vec![Cell::default(); columns * rows] };
        for (i, card) in cards.iter().enumerate() {
            grid.each_cell(card.rect, |cell| cell.cards.push(i as u32));
        }
        for (i, wire) in wires.iter().enumerate() {
            for (j, pair) in wire.points.windows(2).enumerate() {
                grid.each_cell(Rect::from_points(pair), |cell| cell.segments.push((i as u32, j as u32)));
            }
        }
        grid
    }

    /// Whether a card about a place is one that is asked for.
    pub(super) fn any_card(&self, rect: Rect, mut wanted: impl FnMut(usize) -> bool) -> bool {
        self.numbers(rect).any(|i| self.cells[i].cards.iter().any(|&card| wanted(card as usize)))
    }

    /// Whether a segment about a place is one that is asked for, by its wire and its number.
    pub(super) fn any_segment(&self, rect: Rect, mut wanted: impl FnMut(usize, u32) -> bool) -> bool {
        self.numbers(rect).any(|i| self.cells[i].segments.iter().any(|&(wire, segment)| wanted(wire as usize, segment)))
    }

    /// The topmost card that contains the point, else the nearest wire within `reach` px of picture.
    pub(super) fn at(
        &self,
        point: Pos2,
        reach: f32,
        cards: &[Arc<CardRecord>],
        wires: &[Arc<WireRecord>],
    ) -> Option<Hit> {
        let inside = |&i: &u32| cards.get(i as usize).is_some_and(|card| card.rect.contains(point));
        // Later cards are drawn over earlier ones.
        let here = self.numbers(Rect::from_min_max(point, point)).next().and_then(|i| self.cells.get(i));
        let card = here.and_then(|cell| cell.cards.iter().copied().filter(inside).max());
        let card = card.map(|card| card as usize).or_else(|| self.speck(point, reach, cards));
        if let Some(card) = card {
            return Some(Hit::Card(card));
        }
        let mut nearest: Option<(f32, usize)> = None;
        self.any_segment(Rect::from_center_size(point, Vec2::splat(2.0 * reach)), |wire, segment| {
            let record = wires.get(wire);
            let pair = record.and_then(|w| w.points.get(segment as usize..segment as usize + 2));
            let Some([a, b]) = pair else { return false };
            let distance = distance_to_segment(point, *a, *b);
            if distance <= reach && nearest.is_none_or(|(best, _)| distance < best) {
                nearest = Some((distance, wire));
            }
            false
        });
        nearest.map(|(_, wire)| Hit::Wire(wire))
    }

    /// Far out, where a card is a speck: the nearest one, though the pointer is a little beside it.
    fn speck(&self, point: Pos2, reach: f32, cards: &[Arc<CardRecord>]) -> Option<usize> {
        let mut nearest: Option<(f32, usize)> = None;
        if reach < FAR_REACH {
            return None;
        }
        self.any_card(Rect::from_center_size(point, Vec2::splat(reach)), |card| {
            let away = cards.get(card).map_or(f32::INFINITY, |card| card.rect.distance_to_pos(point));
            if away <= reach / 2.0 && nearest.is_none_or(|(best, _)| away < best) {
                nearest = Some((away, card));
            }
            false
        });
        nearest.map(|(_, card)| card)
    }

    fn each_cell(&mut self, rect: Rect, mut touch: impl FnMut(&mut Cell)) {
        for i in self.numbers(rect) {
            touch(&mut self.cells[i]);
        }
    }

    /// The numbers of the cells that a place touches.
    fn numbers(&self, rect: Rect) -> impl Iterator<Item = usize> + use<> {
        let (columns, rows) = (self.columns, self.cells.len() / self.columns.max(1));
        let (low, high) = ((rect.min - self.bounds.min) / self.cell, (rect.max - self.bounds.min) / self.cell);
        // What lies outside touches nothing; the ranges are empty then.
        let span = |low: f32, high: f32, count: usize| {
            if high < 0.0 { 0..0 } else { (low.max(0.0) as usize).min(count)..(high as usize + 1).min(count) }
        };
        let (across, down) = (span(low.x, high.x, columns), span(low.y, high.y, rows));
        down.flat_map(move |y| across.clone().map(move |x| y * columns + x))
    }
}

fn distance_to_segment(point: Pos2, a: Pos2, b: Pos2) -> f32 {
    let along = b - a;
    let length_sq = along.length_sq();
    let t = if length_sq > 0.0 { ((point - a).dot(along) / length_sq).clamp(0.0, 1.0) } else { 0.0 };
    point.distance(a + along * t)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{layout::picture, model::notation, session::Item, text::Measure};

    /// Every card is hit in its middle, every wire at its middle, and nothing far away.
    #[test]
    fn everything_can_be_pointed_at() {
        let pathway = notation::parse("a -> b -> c -> d; a -> d; d -| a; b -> d; c -> c").expect("notation");
        let picture = picture(&pathway, &mut Measure::default(), 1.6);
        let scene = super::super::scene::Scene::new(&pathway, &picture);
        let at = |point| scene.grid.at(point, 6.0, &scene.cards, &scene.wires);
        for (i, card) in scene.cards.iter().enumerate() {
            assert_eq!(at(card.rect.center()), Some(Hit::Card(i)));
        }
        for (i, wire) in scene.wires.iter().enumerate() {
            assert_eq!(at(wire.middle), Some(Hit::Wire(i)), "{:?}", scene.items[scene.cards.len() + i]);
        }
        assert_eq!(at(egui::pos2(-500.0, -500.0)), None);
        assert!(matches!(scene.items[0], Item::Node(_)));
    }
}
