//! What every drawing must hold, over awkward shapes and random diagrams.

use crate::base::geometry::length;
use crate::diagram::{Algorithm, Card, Diagram, Options, Seat, Wire};
use crate::drawing::{Drawing, Progress};
use crate::graph::size;
use crate::measure::tests::grazes;
use crate::samples::{plain, random, shapes, stress, stress_card};
use crate::{layout, layout_first, layout_watched, measure};
use std::ops::ControlFlow;

mod golden;
mod room;

/// Less work than usual, so that hundreds of diagrams are quick in a debug build.
fn quick() -> Options {
    Options { effort: 150_000, ..Options::default() }
}

/// Panics with the name unless the drawing is sound.
fn check(name: &str, diagram: &Diagram, drawing: &Drawing) {
    assert_eq!(drawing.centres.len(), diagram.cards.len(), "{name}: a centre for each card");
    assert_eq!(drawing.routes.len(), diagram.wires.len(), "{name}: a route for each wire");
    assert_eq!(drawing.lanes.len(), diagram.lanes.max(1), "{name}: a band for each lane");
    let metrics = measure(diagram, drawing);
    assert_eq!(metrics.node_overlaps, 0, "{name}: overlaps");
    assert_eq!(metrics.links_through_nodes, 0, "{name}: links through cards");
    assert_eq!(metrics.lane_intruders, 0, "{name}: cards outside their lane");
    assert_eq!(grazes(diagram, drawing), 0, "{name}: links within 4 px of a card");
    let inside = |p: (f64, f64)| p.0 >= 0.0 && p.1 >= 0.0 && p.0 <= drawing.width && p.1 <= drawing.height;
    assert!(drawing.width.is_finite() && drawing.height.is_finite(), "{name}: finite");
    for (card, &(x, y)) in diagram.cards.iter().zip(&drawing.centres) {
        let (w, h) = size(card.width, card.height);
        assert!(inside((x - w / 2.0, y - h / 2.0)) && inside((x + w / 2.0, y + h / 2.0)), "{name}: card inside");
    }
    for (i, wire) in diagram.wires.iter().enumerate() {
        let route = &drawing.routes[i];
        if wire.from >= diagram.cards.len() || wire.to >= diagram.cards.len() {
            assert!(route.points.is_empty(), "{name}: wire {i} has no card");
            continue;
        }
        assert!(route.points.len() >= 2, "{name}: wire {i} is routed");
        assert!(route.points.iter().all(|&p| inside(p)), "{name}: wire {i} inside (and finite)");
        assert!(!wire.returns || wire.from == wire.to || route.returns, "{name}: wire {i} is flagged");
        let last = route.points.len() - 1;
        let (tip, neck) = (route.points[last], route.points[last - 1]);
        let stub = length((tip.0 - neck.0, tip.1 - neck.1));
        assert!(stub >= 11.9, "{name}: wire {i} has {stub} px for its arrow head");
        on_border(name, diagram, drawing, wire.from, route.points[0], route.points[1]);
        on_border(name, diagram, drawing, wire.to, route.points[last], route.points[last - 1]);
    }
    for (wire, route) in diagram.wires.iter().zip(&drawing.routes) {
        if !route.points.is_empty() && !route.returns && wire.from != wire.to {
            let step = drawing.centres[wire.to].0 - drawing.centres[wire.from].0;
            assert!(step >= 7.0, "{name}: a forward link makes {step} px to the right");
        }
    }
    for pair in drawing.lanes.windows(2) {
        assert!((pair[0].y + pair[0].h - pair[1].y).abs() < 1e-9, "{name}: bands touch");
    }
}

/// The end lies on the card's border (up to rounding) and the line comes to it squarely from outside.
fn on_border(name: &str, diagram: &Diagram, drawing: &Drawing, card: usize, end: (f64, f64), next: (f64, f64)) {
    let (w, h) = size(diagram.cards[card].width, diagram.cards[card].height);
    let (dx, dy) = (end.0 - drawing.centres[card].0, end.1 - drawing.centres[card].1);
    let side = (dx.abs() - w / 2.0).abs() < 0.6 && dy.abs() <= h / 2.0;
    let lid = (dy.abs() - h / 2.0).abs() < 0.6 && dx.abs() <= w / 2.0;
    assert!(side || lid, "{name}: end {end:?} is off the border of card {card}");
    let outward = if side { (next.0 - end.0) * dx >= 0.0 } else { (next.1 - end.1) * dy >= 0.0 };
    assert!(outward, "{name}: the line enters card {card} at {end:?}");
    let square = if side { (next.1 - end.1).abs() < 0.1 } else { (next.0 - end.0).abs() < 0.1 };
    assert!(square, "{name}: the end at card {card} is slanted");
}

#[test]
fn awkward_shapes_are_drawn_soundly() {
    for (name, diagram) in shapes() {
        check(name, &diagram, &layout(&diagram, &quick()));
    }
}

#[test]
fn random_diagrams_are_drawn_soundly() {
    for seed in 1..1000 {
        let diagram = random(seed);
        check(&format!("seed {seed}"), &diagram, &layout(&diagram, &quick()));
    }
}

/// Panics with the name unless the ring is sound.
fn check_circle(name: &str, diagram: &Diagram) {
    let drawing = layout(diagram, &Options { algorithm: Algorithm::Circle, ..Options::default() });
    let ends: Vec<_> = diagram.wires.iter().map(|w| (w.from, w.to)).collect();
    let metrics = measure(diagram, &drawing);
    assert_eq!((metrics.node_overlaps, metrics.links_through_nodes), (0, 0), "{name}: overlaps or links through cards");
    assert!(drawing.lanes.is_empty() && drawing.centres.len() == diagram.cards.len(), "{name}: cards without bands");
    let inside = |p: &(f64, f64)| p.0 >= 0.0 && p.1 >= 0.0 && p.0 <= drawing.width && p.1 <= drawing.height;
    assert!(drawing.centres.iter().all(inside), "{name}: cards inside");
    for (route, end) in drawing.routes.iter().zip(ends) {
        let exists = end.0 < diagram.cards.len() && end.1 < diagram.cards.len();
        assert!(!exists || route.points.len() >= 2, "{name}: routed");
        assert!(route.points.iter().all(inside), "{name}: lines inside");
    }
}

#[test]
fn circles_are_drawn_soundly() {
    for (name, diagram) in shapes() {
        check_circle(name, &diagram);
    }
    for seed in 1..200 {
        check_circle(&format!("seed {seed}"), &random(seed));
    }
    let ring = plain(6, 1, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (0, 3), (4, 1)]);
    let drawing = layout(&ring, &Options { algorithm: Algorithm::Circle, ..Options::default() });
    let c = &drawing.centres;
    assert!(c[0].1 < c[1].1 && c[1].1 < c[2].1 && c[1].0 > c[0].0 && c[5].0 < c[0].0, "clockwise from the top");
}

#[test]
fn large_shapes_are_drawn_soundly() {
    let star: Vec<_> = (1..1000).map(|i| (0, i)).collect();
    check("star", &plain(1000, 4, &star), &layout(&plain(1000, 4, &star), &quick()));
    let chain: Vec<_> = (1..5000).map(|i| (i - 1, i)).collect();
    let drawing = layout(&plain(5000, 6, &chain), &quick());
    let metrics = measure(&plain(5000, 6, &chain), &drawing);
    assert_eq!((metrics.node_overlaps, metrics.links_through_nodes, metrics.lane_intruders), (0, 0, 0));
    let clique: Vec<_> = (0..40).flat_map(|a| (0..40).map(move |b| (a, b))).collect();
    check("clique", &plain(40, 3, &clique), &layout(&plain(40, 3, &clique), &quick()));
}

#[test]
fn cards_of_any_size_are_drawn_soundly() {
    for seed in 1..40 {
        let mut diagram = random(seed);
        for (i, card) in diagram.cards.iter_mut().enumerate() {
            match (i + seed as usize) % 4 {
                0 => card.width = 900.0,
                1 => (card.width, card.height) = (0.0, 0.0),
                2 => card.height = 300.0,
                _ => {}
            }
        }
        check(&format!("sizes {seed}"), &diagram, &layout(&diagram, &quick()));
    }
}

#[test]
fn lines_turn_at_right_angles() {
    let diagram = stress();
    let drawing = layout(&diagram, &Options::default());
    for route in &drawing.routes {
        let slanted = |p: &[(f64, f64)]| {
            let (dx, dy) = ((p[1].0 - p[0].0).abs(), (p[1].1 - p[0].1).abs());
            dx.min(dy) > 0.1 && dx.max(dy) > 6.0
        };
        assert!(!route.points.windows(2).any(slanted), "{:?}", route.points);
    }
}

#[test]
fn equal_input_gives_equal_output() {
    for seed in 1..20 {
        let diagram = random(seed);
        assert_eq!(layout(&diagram, &quick()), layout(&diagram, &quick()));
    }
    let diagram = stress();
    assert_eq!(layout(&diagram, &Options::default()), layout(&diagram, &Options::default()));
}

#[test]
fn any_options_are_survived() {
    let diagram = stress();
    for v in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e300] {
        let options = Options {
            node_gap: v,
            rank_gap: v,
            label_strip: v,
            label_width: v,
            lane_pad: v,
            margin: v,
            aspect: v,
            effort: 0,
            ..Options::default()
        };
        check("options", &diagram, &layout(&diagram, &options));
    }
}

#[test]
fn the_real_pathway_reads_forward_and_fits() {
    let diagram = stress();
    let drawing = layout(&diagram, &Options::default());
    check("stress", &diagram, &drawing);
    let chain = [
        "chronic_stress",
        "sympathetic_ns",
        "skull_marrow",
        "skull_channels",
        "meningeal_neutrophils",
        "meningeal_inflammation",
        "depression",
    ];
    let x: Vec<f64> = chain.iter().map(|c| drawing.centres[stress_card(c)].0).collect();
    assert!(x.windows(2).all(|p| p[0] + 23.0 < p[1]), "the main chain runs to the right: {x:?}");
    assert!(measure(&diagram, &drawing).crossings <= 2);
    assert!(drawing.width <= 1400.0 && drawing.height <= 790.0, "{} x {}", drawing.width, drawing.height);
    assert_eq!(drawing.routes.iter().filter(|r| r.returns).count(), 1);
}

#[test]
fn only_what_must_leads_back() {
    // A declared returning link does not turn others; a ring is opened where the story begins.
    let ring = plain(5, 1, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]);
    let back: Vec<bool> = layout(&ring, &quick()).routes.iter().map(|r| r.returns).collect();
    assert_eq!(back, [false, false, false, false, true]);
    let mut declared = ring;
    declared.wires[1].returns = true;
    let back: Vec<bool> = layout(&declared, &quick()).routes.iter().map(|r| r.returns).collect();
    assert_eq!(back, [false, true, false, false, false]);
    // A heavy link against the narrative order outweighs a light one along it.
    let mut pair = plain(2, 1, &[(0, 1), (1, 0)]);
    pair.wires[1].weight = 5.0;
    let back: Vec<bool> = layout(&pair, &quick()).routes.iter().map(|r| r.returns).collect();
    assert_eq!(back, [true, false]);
}

#[test]
fn pinned_cards_keep_their_centres() {
    let mut diagram = plain(4, 2, &[(0, 1), (1, 2), (2, 3), (3, 3)]);
    diagram.cards[1].at = Some((900.0, 700.0));
    diagram.cards[0].at = Some((90.25, 40.0));
    diagram.cards[2].at = Some((f64::NAN, 0.0));
    let drawing = layout(&diagram, &quick());
    assert_eq!((drawing.centres[1], drawing.centres[0]), ((900.0, 700.0), (90.25, 40.0)));
    assert!(drawing.width >= 960.0 && drawing.height >= 722.0);
    assert!(drawing.routes.iter().all(|r| r.points.len() >= 2));
    assert!(drawing.centres.iter().all(|c| c.0.is_finite() && c.1.is_finite()));
}

#[test]
fn free_cards_and_lines_keep_clear_of_pinned_cards() {
    let (mut pinned, mut hits) = (0, 0);
    for seed in 1..150 {
        let mut diagram = random(seed);
        let drawn = layout(&diagram, &quick());
        // A card is pinned where another one of its lane stands.
        let first = seed as usize % diagram.cards.len();
        let lane = diagram.cards[first].lane;
        let Some(other) = (0..diagram.cards.len()).find(|&c| c != first && diagram.cards[c].lane == lane) else {
            continue;
        };
        diagram.cards[first].at = Some((drawn.centres[other].0 + 5.0, drawn.centres[other].1));
        let drawing = layout(&diagram, &quick());
        // Unless it or its loops would stand out of their band there.
        let has_loops = diagram.wires.iter().any(|wire| (wire.from, wire.to) == (first, first));
        let (kept, at) = (drawing.centres[first], diagram.cards[first].at.unwrap());
        let (band, half) = (drawing.lanes[lane], diagram.cards[first].height / 2.0 + 4.0);
        let fits = !has_loops && at.1 - half >= band.y && at.1 + half <= band.y + band.h;
        assert!(kept == at || !fits && kept.0 == at.0, "seed {seed}: {kept:?}, {at:?}");
        let metrics = measure(&diagram, &drawing);
        assert_eq!(metrics.node_overlaps, 0, "seed {seed}: overlaps");
        pinned += 1;
        hits += metrics.links_through_nodes;
    }
    assert!(pinned > 80 && hits == 0, "{hits} lines through cards in {pinned} diagrams");
}

#[test]
fn the_order_of_wires_does_not_matter() {
    for seed in 1..60 {
        let diagram = random(seed);
        let mut turned = diagram.clone();
        turned.wires.reverse();
        let (one, two) = (layout(&diagram, &quick()), layout(&turned, &quick()));
        assert_eq!(one.centres, two.centres, "seed {seed}");
        let lines = |d: &Drawing| {
            let mut lines: Vec<String> = d.routes.iter().map(|r| format!("{r:?}")).collect();
            lines.sort();
            lines
        };
        assert_eq!(lines(&one), lines(&two), "seed {seed}");
    }
}

#[test]
fn the_first_drawing_comes_first_and_work_can_be_called_off() {
    let diagram = stress();
    let (mut first, mut shares) = (None, vec![0.0]);
    let drawing = layout_watched(&diagram, &Options::default(), &mut |progress| {
        match progress {
            Progress::First(d) => first = Some(d),
            Progress::Share(s) => shares.push(s),
        }
        ControlFlow::Continue(())
    });
    assert_eq!(first, Some(layout_first(&diagram, &Options::default())));
    assert_eq!(drawing, Some(layout(&diagram, &Options::default())));
    assert!(shares.windows(2).all(|p| p[0] <= p[1]) && shares.iter().all(|s| (0.0..=1.0).contains(s)), "{shares:?}");
    let big = plain(400, 4, &(0..900).map(|i| (i * 7 % 400, i * 13 % 400)).collect::<Vec<_>>());
    let mut calls = 0;
    let stopped = layout_watched(&big, &Options::default(), &mut |_| {
        calls += 1;
        if calls > 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((stopped, calls), (None, 4));
}

/// Share of the cards that keep their column and the order in their lane there; `new` gives a card's new index.
fn kept(old: (&Diagram, &Drawing), drawing: &Drawing, new: impl Fn(usize) -> Option<usize>) -> f64 {
    let cards: Vec<(usize, usize)> = (0..old.0.cards.len()).filter_map(|c| new(c).map(|n| (c, n))).collect();
    let above = |seats: &dyn Fn(usize, usize) -> Seat, card: (usize, usize)| {
        let own = seats(card.0, card.1);
        let mates = cards.iter().filter(|o| old.0.cards[o.0].lane == old.0.cards[card.0].lane);
        let higher = mates.filter(|o| seats(o.0, o.1).rank == own.rank && seats(o.0, o.1).order < own.order);
        (own.rank, higher.map(|o| o.0).collect::<Vec<_>>())
    };
    let stays = |c: &&(usize, usize)| above(&|o, _| old.1.seats[o], **c) == above(&|_, n| drawing.seats[n], **c);
    cards.iter().filter(stays).count() as f64 / cards.len().max(1) as f64
}

#[test]
fn seats_keep_a_drawing_when_things_are_added_or_removed() {
    let (mut total, mut count) = (0.0, 0.0);
    for seed in 1..60 {
        let diagram = if seed == 1 { stress() } else { random(seed) };
        let drawing = layout(&diagram, &quick());
        let mut seated = diagram.clone();
        for (card, &seat) in seated.cards.iter_mut().zip(&drawing.seats) {
            card.seat = Some(seat);
        }
        let again = layout(&seated, &quick());
        check(&format!("seed {seed} again"), &seated, &again);
        assert!(kept((&diagram, &drawing), &again, Some) > 0.999, "seed {seed}: nothing is new");
        let mut more = seated.clone();
        let card = Card { seat: None, ..more.cards[0].clone() };
        more.cards.push(card);
        let last = more.cards.len() - 1;
        more.wires.push(Wire { from: seed as usize % last, to: last, returns: false, weight: 1.0 });
        let drawn = layout(&more, &quick());
        check(&format!("seed {seed} more"), &more, &drawn);
        total += kept((&diagram, &drawing), &drawn, Some);
        let mut less = seated.clone();
        less.wires.pop();
        let drawn = layout(&less, &quick());
        check(&format!("seed {seed} less"), &less, &drawn);
        total += kept((&diagram, &drawing), &drawn, Some);
        count += 2.0;
    }
    assert!(total / count > 0.95, "{} kept", total / count);
}

#[test]
fn absurd_seats_are_survived() {
    for seed in 1..100 {
        let mut diagram = random(seed);
        for (i, card) in diagram.cards.iter_mut().enumerate() {
            let rank = if i % 5 == 0 { usize::MAX } else { i * 31 % 7 };
            card.seat = (i % 4 > 0).then_some(Seat { rank, order: usize::MAX - i });
        }
        check(&format!("seed {seed}"), &diagram, &layout(&diagram, &quick()));
    }
}

#[test]
fn links_beyond_the_most_that_are_drawn_apart_lie_on_others() {
    let wires: Vec<(usize, usize)> = (0..2000).map(|number| (number % 2, 1 - number % 2)).collect();
    let drawing = layout(&plain(2, 1, &wires), &quick());
    let lines: Vec<_> = drawing.routes.iter().map(|route| route.points.clone()).collect();
    let mut apart = lines.clone();
    apart.sort_by(|a, b| a.partial_cmp(b).unwrap());
    apart.dedup();
    assert_eq!((apart.len(), lines.iter().filter(|line| line.len() < 2).count()), (48, 0));
    // Each still runs from its own cause to its own effect.
    let starts = |line: &[(f64, f64)], card: usize| (line[0].0 - drawing.centres[card].0).abs() < 80.0;
    assert!(lines.iter().zip(&wires).all(|(line, ends)| starts(line, ends.0)));
}
