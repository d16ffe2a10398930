//! What finished drawings make of the room there is.

use super::quick;
use crate::diagram::{Diagram, Options};
use crate::drawing::Drawing;
use crate::samples::{plain, random};
use crate::{layout, measure};

/// Upright pieces of foreign links that stand closer than 16 px before the left side of a card that arrows enter.
fn before_heads(diagram: &Diagram, drawing: &Drawing) -> usize {
    let enters = |card: usize| {
        let left = drawing.centres[card].0 - diagram.cards[card].width / 2.0;
        let ends = diagram.wires.iter().zip(&drawing.routes).filter(|(w, _)| w.to == card);
        ends.filter_map(|(_, r)| r.points.last()).any(|p| (p.0 - left).abs() < 0.6)
    };
    let mut found = 0;
    for card in (0..diagram.cards.len()).filter(|&c| enters(c)) {
        let ((x, y), own) = (drawing.centres[card], &diagram.cards[card]);
        let near = |p: &[(f64, f64)]| {
            let (top, bottom) = (p[0].1.min(p[1].1), p[0].1.max(p[1].1));
            let away = x - own.width / 2.0 - p[0].0;
            let beside = top < y + own.height / 2.0 && bottom > y - own.height / 2.0;
            (p[0].0 - p[1].0).abs() < 0.1 && bottom - top > 1.0 && beside && (0.0..15.9).contains(&away)
        };
        let foreign = diagram.wires.iter().zip(&drawing.routes).filter(|(w, _)| w.from != card && w.to != card);
        found += foreign.filter(|(_, r)| r.points.windows(2).any(near)).count();
    }
    found
}

#[test]
fn foreign_lines_keep_away_from_arrow_heads_where_there_is_room() {
    let near: usize = (1..400).map(random).map(|d| before_heads(&d, &layout(&d, &quick()))).sum();
    // 84 have no room; it would be 321 without that distance held, and 410 if nobody stepped aside either.
    assert!(near < 130, "{near} lines");
}

#[test]
fn cards_of_one_lane_take_rows_that_let_them_be_shown_larger() {
    // A trunk with short cuts: in two rows its cards need not stand side by side. Without that it is 3,621 px wide.
    let wires: Vec<_> = (1..30).map(|i| (i - 1, i)).chain((9..30).step_by(3).map(|i| (i - 9, i))).collect();
    let diagram = plain(30, 1, &wires);
    let drawing = layout(&diagram, &Options::default());
    let metrics = measure(&diagram, &drawing);
    assert_eq!((metrics.node_overlaps, metrics.links_through_nodes, metrics.lane_intruders), (0, 0, 0));
    assert!(drawing.width < 1900.0 && drawing.height < 320.0, "{} x {}", drawing.width, drawing.height);
}
