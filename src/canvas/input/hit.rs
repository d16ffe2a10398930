//! What lies under a point: a grid over cards and wires, so that pointing costs the same at any size.

use egui::Pos2;

use crate::{scene::records::Records, session::Item, signs::Area};

/// From this reach on, in px of picture, the view is so far that cards are specks.
const FAR_REACH: f32 = 16.0;

/// The number of the topmost card that contains the point, else the nearest wire within `reach` px of picture.
pub(super) fn at(records: &Records, point: Pos2, reach: f32) -> Option<&Item> {
    let card = card_at(records, point).or_else(|| speck(records, point, reach));
    let wire = || wire_at(records, point, reach).map(|wire| records.cards.len() + wire);
    records.items.get(card.or_else(wire)?)
}

/// The nearest wire within `reach`.
fn wire_at(records: &Records, point: Pos2, reach: f32) -> Option<usize> {
    let mut nearest: Option<(f32, usize)> = None;
    records.grid.any_piece(&about(point, 2.0 * reach), |(wire, piece)| {
        let record = records.wires.get(wire as usize);
        let pair = record.and_then(|w| w.points.get(piece as usize..piece as usize + 2));
        let Some([a, b]) = pair else { return false };
        let distance = distance_to_segment(point, *a, *b);
        if distance <= reach && nearest.is_none_or(|(best, _)| distance < best) {
            nearest = Some((distance, wire as usize));
        }
        false
    });
    nearest.map(|(_, wire)| wire)
}

/// The number of the topmost card that contains the point: later cards are drawn over earlier ones.
pub(super) fn card_at(records: &Records, point: Pos2) -> Option<usize> {
    let mut topmost = None;
    records.grid.any_card(&about(point, 0.0), |card| {
        if records.cards.get(card).is_some_and(|record| record.rect.contains(point)) {
            topmost = topmost.max(Some(card));
        }
        false
    });
    topmost
}

/// Far out, where a card is a speck: the nearest one, though the pointer is a little beside it.
fn speck(records: &Records, point: Pos2, reach: f32) -> Option<usize> {
    let mut nearest: Option<(f32, usize)> = None;
    if reach < FAR_REACH {
        return None;
    }
    records.grid.any_card(&about(point, reach), |card| {
        let away = records.cards.get(card).map_or(f32::INFINITY, |card| card.rect.distance_to_pos(point));
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
    use egui::{pos2, vec2};

    use super::*;
    use crate::{model::LinkId, scene::records::tests::records};

    const REACH: f32 = 6.0;

    /// Every card is hit in its middle, every wire at its middle, and nothing far away.
    #[test]
    fn everything_can_be_pointed_at() {
        let records = records("a -> b -> c -> d; a -> d; d -| a; b -> d; c -> c");
        let (cards, wires) = records.items.split_at(records.cards.len());
        for (card, item) in records.cards.iter().zip(cards) {
            assert_eq!(at(&records, card.rect.center(), REACH), Some(item));
        }
        for (wire, item) in records.wires.iter().zip(wires) {
            assert_eq!(at(&records, wire.middle, REACH), Some(item));
        }
        assert_eq!(at(&records, pos2(-500.0, -500.0), REACH), None);
        assert!(matches!(records.items[0], Item::Node(_)));
    }

    #[test]
    fn a_wire_is_hit_within_reach_and_the_nearer_of_two() {
        let records = records("a -> b; c -> d");
        let (upper, lower) = (&records.wires[0], &records.wires[1]);
        let (above, below) = (upper.middle, lower.middle);
        assert!(above.x == below.x && (above.y - below.y).abs() > 2.0, "level lines under one another");
        let beside = |by: f32| at(&records, above - vec2(0.0, by * (below.y - above.y).signum()), REACH);
        let link = |id: &str| Some(Item::Link(LinkId::new(id)));
        assert_eq!(beside(REACH - 0.5).cloned(), link("a_b"));
        assert_eq!(beside(REACH + 0.5), None);
        // With a reach over both, the nearer one.
        let reach = 2.0 * (below.y - above.y).abs();
        for (share, id) in [(0.4, "a_b"), (0.6, "c_d")] {
            let point = above.lerp(below, share);
            assert_eq!(wire_at(&records, point, reach).map(|wire| records.items[4 + wire].clone()), link(id));
        }
    }

    #[test]
    fn a_card_goes_before_a_wire_and_from_far_it_is_hit_beside_its_edge() {
        let records = records("a -> b");
        let card = records.cards[0].rect;
        let node = Some(&records.items[0]);
        // The whole picture is in reach of the wire.
        let whole = records.size.length();
        assert_eq!(wire_at(&records, card.center(), whole), Some(0));
        assert_eq!(at(&records, card.center(), whole), node);
        let beside = card.left_center() - vec2(FAR_REACH / 2.0 - 1.0, 0.0);
        assert_eq!([at(&records, beside, REACH), at(&records, beside, FAR_REACH)], [None, node]);
    }
}
