//! What lies under a point: a grid over cards and wires, so that pointing costs the same at any size.

use std::sync::Arc;

use egui::Pos2;

use super::records::{CardRecord, WireRecord};
use crate::signs::{Area, grid::Grid};

/// From this reach on, in px of picture, the view is so far that cards are specks.
const FAR_REACH: f32 = 16.0;

/// A card or a wire, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    Card(usize),
    Wire(usize),
}

/// The topmost card that contains the point, else the nearest wire within `reach` px of picture.
pub(super) fn at(
    grid: &Grid,
    point: Pos2,
    reach: f32,
    cards: &[Arc<CardRecord>],
    wires: &[Arc<WireRecord>],
) -> Option<Hit> {
    if let Some(card) = card_at(grid, point, cards).or_else(|| speck(grid, point, reach, cards)) {
        return Some(Hit::Card(card));
    }
    let mut nearest: Option<(f32, usize)> = None;
    grid.any_piece(&about(point, 2.0 * reach), |(wire, piece)| {
        let record = wires.get(wire as usize);
        let pair = record.and_then(|w| w.points.get(piece as usize..piece as usize + 2));
        let Some([a, b]) = pair else { return false };
        let distance = distance_to_segment(point, *a, *b);
        if distance <= reach && nearest.is_none_or(|(best, _)| distance < best) {
            nearest = Some((distance, wire as usize));
        }
        false
    });
    nearest.map(|(_, wire)| Hit::Wire(wire))
}

/// The topmost card that contains the point: later cards are drawn over earlier ones.
fn card_at(grid: &Grid, point: Pos2, cards: &[Arc<CardRecord>]) -> Option<usize> {
    let mut topmost = None;
    grid.any_card(&about(point, 0.0), |card| {
        if cards.get(card).is_some_and(|record| record.rect.contains(point)) {
            topmost = topmost.max(Some(card));
        }
        false
    });
    topmost
}

/// Far out, where a card is a speck: the nearest one, though the pointer is a little beside it.
fn speck(grid: &Grid, point: Pos2, reach: f32, cards: &[Arc<CardRecord>]) -> Option<usize> {
    let mut nearest: Option<(f32, usize)> = None;
    if reach < FAR_REACH {
        return None;
    }
    grid.any_card(&about(point, reach), |card| {
        let away = cards.get(card).map_or(f32::INFINITY, |card| card.rect.distance_to_pos(point));
        if away <= reach / 2.0 && nearest.is_none_or(|(best, _)| away < best) {
            nearest = Some((away, card));
        }
        false
    });
    nearest.map(|(_, card)| card)
}

/// The square about a point whose sides are so long.
fn about(point: Pos2, side: f32) -> Area {
    Area::around((point.x, point.y), side, side)
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
    use crate::{model::notation, picture::picture, session::Item, text::Measure};

    /// Every card is hit in its middle, every wire at its middle, and nothing far away.
    #[test]
    fn everything_can_be_pointed_at() {
        let pathway = notation::parse("a -> b -> c -> d; a -> d; d -| a; b -> d; c -> c").expect("notation");
        let picture = picture(&pathway, &mut Measure::default(), 1.6);
        let scene = super::super::scene::Scene::new(super::super::records::Records::new(&pathway, &picture));
        let at = |point| at(&scene.grid, point, 6.0, &scene.cards, &scene.wires);
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
