//! What lies under a point: a grid over cards and wires, so that pointing costs the same at any size.

use std::{collections::BTreeMap, sync::Arc};

use egui::{Pos2, Rect};

use super::scene::{CardRecord, WireRecord};

/// Side of a cell, in px of picture.
const CELL: f32 = 96.0;

/// Cells over the picture, each with what touches it.
#[derive(Debug, Default)]
pub(super) struct Grid {
    cells: BTreeMap<(i32, i32), Cell>,
}

#[derive(Debug, Default)]
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
        let mut grid = Self::default();
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
        let here = self.cells.get(&cell_of(point));
        let card = here.and_then(|cell| cell.cards.iter().copied().filter(inside).max());
        if let Some(card) = card {
            return Some(Hit::Card(card as usize));
        }
        let mut nearest: Option<(f32, usize)> = None;
        for_cells(Rect::from_center_size(point, egui::Vec2::splat(2.0 * reach)), |key| {
            for &(wire, segment) in self.cells.get(&key).map_or(&[][..], |cell| &cell.segments) {
                let record = wires.get(wire as usize);
                let pair = record.and_then(|w| w.points.get(segment as usize..segment as usize + 2));
                let Some([a, b]) = pair else { continue };
                let distance = distance_to_segment(point, *a, *b);
                if distance <= reach && nearest.is_none_or(|(best, _)| distance < best) {
                    nearest = Some((distance, wire as usize));
                }
            }
        });
        nearest.map(|(_, wire)| Hit::Wire(wire))
    }

    fn each_cell(&mut self, rect: Rect, mut touch: impl FnMut(&mut Cell)) {
        for_cells(rect, |key| touch(self.cells.entry(key).or_default()));
    }
}

fn cell_of(point: Pos2) -> (i32, i32) {
    ((point.x / CELL).floor() as i32, (point.y / CELL).floor() as i32)
}

fn for_cells(rect: Rect, mut visit: impl FnMut((i32, i32))) {
    let (low, high) = (cell_of(rect.min), cell_of(rect.max));
    for x in low.0..=high.0 {
        for y in low.1..=high.1 {
            visit((x, y));
        }
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
