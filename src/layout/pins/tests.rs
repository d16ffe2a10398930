//! Pins kept, free cards out of their way, lines around cards.

use crate::base::dice::Dice;
use crate::base::geometry::Point;
use crate::base::index::Item;
use crate::base::near::Near;
use crate::base::own_loop::{loops_aside, own_loop};
use crate::base::rect::Rect;
use crate::diagram::{Diagram, Options};
use crate::drawing::Drawing;
use crate::graph::{Graph, options};
use crate::measure::measure;
use crate::pins::around::Around;
use crate::pins::pinned::keep;
use crate::rank::cycles::returning;
use crate::samples::{letters, plain, plan, random};

/// The drawing of the order as it begins, with what is pinned.
fn drawn(diagram: &Diagram) -> Drawing {
    let graph = Graph::new(diagram);
    let drawing = plan(diagram).drawing(&returning(&graph), &options(&Options::default()), false);
    keep(diagram, &graph, drawing)
}

/// Whether a card lies in the band of its lane with its loops.
fn is_in_its_band(diagram: &Diagram, drawing: &Drawing, card: usize) -> bool {
    let graph = Graph::new(diagram);
    let item = Item::new(card);
    let (band, (_, height)) = (drawing.lanes[graph.lane[item]], graph.size[item]);
    let (top, bottom) = (drawing.centres[card].1 - height / 2.0, drawing.centres[card].1 + height / 2.0);
    top - graph.headroom(item) >= band.y && bottom <= band.y + band.h
}

#[test]
fn a_pin_in_the_band_of_its_lane_is_kept_to_the_last_bit_and_another_one_at_its_side_alone() {
    let mut kept = 0;
    for seed in 1..200 {
        let mut diagram = random(seed);
        let card = seed as usize % diagram.cards.len();
        let pin = (seed as f64 * 7.3, seed as f64 * 3.1);
        diagram.cards[card].at = Some(pin);
        let drawing = drawn(&diagram);
        assert!(is_in_its_band(&diagram, &drawing, card), "seed {seed}");
        assert_eq!(drawing.centres[card].0, pin.0, "seed {seed}");
        // Bands know nothing of the pin, but for the last one.
        let (band, graph) = (drawing.lanes[diagram.cards[card].lane], Graph::new(&diagram));
        let half = diagram.cards[card].height / 2.0;
        let top = band.y + 4.0 + graph.headroom(Item::new(card)) + half;
        if pin.1 >= top && pin.1 <= band.y + band.h - 4.0 - half {
            assert_eq!(drawing.centres[card], pin, "seed {seed}");
            kept += 1;
        }
    }
    assert!(kept > 20, "{kept}");
}

#[test]
fn a_pinned_card_lies_in_its_lanes_band_whatever_the_lanes_grow_to() {
    for seed in 1..120 {
        let mut diagram = random(seed);
        let mut dice = Dice::new(seed);
        for card in diagram.cards.iter_mut().step_by(2) {
            card.at = Some((dice.below(900) as f64, dice.below(900) as f64 - 100.0));
        }
        let drawing = drawn(&diagram);
        for card in 0..diagram.cards.len() {
            assert!(is_in_its_band(&diagram, &drawing, card), "seed {seed}, card {card}");
        }
        let bottom = drawing.lanes.last().map_or(0.0, |band| band.y + band.h);
        assert!(drawing.height >= bottom, "seed {seed}");
    }
}

#[test]
fn pinned_cards_that_are_pressed_to_one_side_of_their_band_do_not_cover_each_other() {
    let mut diagram = plain(12, 2, &[(0, 1), (1, 2), (2, 3)]);
    for card in &mut diagram.cards {
        card.at = (card.lane == 0).then_some((300.0, 5000.0));
    }
    let drawing = drawn(&diagram);
    assert_eq!(measure(&diagram, &drawing).node_overlaps, 0);
    assert!((0..12).all(|card| is_in_its_band(&diagram, &drawing, card)));
}

#[test]
fn a_card_in_the_way_moves_to_the_nearest_free_place() {
    let mut diagram = letters("abc ; ab bc");
    let before = drawn(&diagram);
    diagram.cards[2].at = Some((before.centres[1].0 + 10.0, before.centres[1].1));
    let after = drawn(&diagram);
    assert_eq!(after.centres[0], before.centres[0], "it is not touched");
    let moved = (after.centres[1].0 - before.centres[1].0, after.centres[1].1 - before.centres[1].1);
    assert!(moved != (0.0, 0.0) && moved.0.abs() + moved.1.abs() < 200.0, "{moved:?}");
    assert_eq!(measure(&diagram, &after).node_overlaps, 0);
    assert_eq!(measure(&diagram, &after).links_through_nodes, 0);
}

#[test]
fn loops_of_a_pinned_card_are_those_of_any_card() {
    let mut diagram = plain(2, 1, &[(0, 0), (0, 1), (0, 0)]);
    diagram.cards[0].at = Some((300.0, 200.0));
    let drawing = drawn(&diagram);
    let aside = loops_aside(2, 120.0);
    for (number, wire) in [0, 2].into_iter().enumerate() {
        assert_eq!(drawing.routes[wire].points, own_loop((300.0, 200.0), (120.0, 44.0), aside, number));
    }
}

/// Whether every piece of a line is level or upright, but for round corners.
fn is_orthogonal(line: &[Point]) -> bool {
    let slanted = |p: &[Point]| (p[1].0 - p[0].0).abs().min((p[1].1 - p[0].1).abs()) > 0.1;
    line.windows(2).all(|p| !slanted(p) || (p[1].0 - p[0].0).abs().max((p[1].1 - p[0].1).abs()) < 6.5)
}

/// The line from the first to the second card.
fn way(cards: &[Rect]) -> Option<Vec<Point>> {
    Around::new(&Near::new(cards.to_vec())).line(Item::new(0), Item::new(1))
}

#[test]
fn lines_run_around_whatever_stands_between() {
    let card = |x: f64, y: f64| Rect::around((x, y), (120.0, 44.0));
    let straight = way(&[card(0.0, 0.0), card(300.0, 0.0)]).unwrap();
    assert_eq!(straight, [(60.0, 0.0), (240.0, 0.0)]);
    // One card between them, then a wall that leaves a way only far above.
    let wall = (-3..40).map(|i| card(300.0, 40.0 * f64::from(i)));
    let cards: Vec<Rect> = [card(0.0, 0.0), card(600.0, 0.0)].into_iter().chain(wall).collect();
    for between in [3, cards.len()] {
        let line = way(&cards[..between]).unwrap();
        assert!(is_orthogonal(&line), "{line:?}");
        let hit = |r: &Rect| line.windows(2).any(|p| r.is_entered(p[0], p[1]));
        assert!(!cards[2..between].iter().any(hit), "{line:?}");
        assert!(cards[0].grown(0.1).is_entered(line[0], line[1]));
    }
    // A card that is walled in on all sides cannot be reached.
    let ring = [(-70.0, 0.0), (70.0, 0.0), (0.0, -30.0), (0.0, 30.0)].map(|(x, y)| Rect::around((x, y), (100.0, 50.0)));
    let cards: Vec<Rect> = [Rect::around((0.0, 0.0), (20.0, 10.0)), card(500.0, 0.0)].into_iter().chain(ring).collect();
    assert_eq!(way(&cards), None);
}

#[test]
fn lines_run_around_all_cards_of_a_pinned_grid() {
    let mut dice = Dice::new(11);
    let wires: Vec<(usize, usize)> = (0..400).map(|_| (dice.below(300), dice.below(300))).collect();
    let mut diagram = plain(300, 1, &wires);
    for (number, card) in diagram.cards.iter_mut().enumerate() {
        card.width = 90.0 + dice.below(40) as f64;
        card.at = Some(((number % 20) as f64 * 250.0, (number / 20) as f64 * 150.0));
    }
    assert_eq!(measure(&diagram, &drawn(&diagram)).links_through_nodes, 0);
}

#[test]
fn pins_anywhere_stay_within_the_work_that_is_allowed() {
    // Everything on one spot, and every second card pinned under free ones: what finds no way is drawn straight.
    let mut dice = Dice::new(12);
    let wires: Vec<(usize, usize)> = (0..2000).map(|_| (dice.below(600), dice.below(600))).collect();
    let mut diagram = plain(600, 1, &wires);
    for card in diagram.cards.iter_mut().step_by(2) {
        card.at = Some((400.0, 100.0));
    }
    let drawing = drawn(&diagram);
    assert!(drawing.centres.iter().step_by(2).all(|centre| *centre == (400.0, 100.0)));
    assert!(drawing.routes.iter().zip(&wires).all(|(route, ends)| ends.0 == ends.1 || route.points.len() > 1));
}
