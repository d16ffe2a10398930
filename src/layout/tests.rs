//! What every drawing must hold, over awkward shapes and random diagrams.

use super::clean::size;
use super::geometry::{Wish, settle};
use super::measure::grazes;
use super::rank::ranks;
use super::samples::{plain, random, shapes, stress, stress_card};
use super::{Diagram, Drawing, Options, layout, measure};

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
        let stub = (tip.0 - neck.0).hypot(tip.1 - neck.1);
        assert!(stub >= 11.9, "{name}: wire {i} has {stub} px for its arrow head");
        on_border(name, diagram, drawing, wire.from, route.points[0], route.points[1]);
        on_border(name, diagram, drawing, wire.to, route.points[last], route.points[last - 1]);
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
    for seed in 1..300 {
        let diagram = random(seed);
        check(&format!("seed {seed}"), &diagram, &layout(&diagram, &quick()));
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
            algorithm: super::Algorithm::Layered,
            node_gap: v,
            rank_gap: v,
            label_strip: v,
            label_width: v,
            lane_pad: v,
            margin: v,
            aspect: v,
            effort: 0,
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
    assert!(x.windows(2).all(|p| p[0] + 100.0 < p[1]), "the main chain runs to the right: {x:?}");
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
    diagram.cards[3].at = Some((50.25, 60.0));
    diagram.cards[2].at = Some((f64::NAN, 0.0));
    let drawing = layout(&diagram, &quick());
    assert_eq!((drawing.centres[1], drawing.centres[3]), ((900.0, 700.0), (50.25, 60.0)));
    assert!(drawing.width >= 960.0 && drawing.height >= 722.0);
    assert!(drawing.routes.iter().all(|r| r.points.len() >= 2));
    assert!(drawing.centres.iter().all(|c| c.0.is_finite() && c.1.is_finite()));
}

#[test]
fn ranks_have_the_least_total_length() {
    // A long way round, a short cut, and a source that belongs next to its only effect.
    let links = [(0, 1), (1, 2), (2, 3), (0, 3), (4, 3), (5, 1), (5, 3)];
    let rank = ranks(6, &links);
    let length = |rank: &[i64]| links.iter().map(|&(a, b)| rank[b] - rank[a]).sum::<i64>();
    let mut least = i64::MAX;
    for code in 0..4_i64.pow(6) {
        let tried: Vec<i64> = (0..6).map(|i| code / 4_i64.pow(i) % 4).collect();
        if links.iter().all(|&(a, b)| tried[a] < tried[b]) {
            least = least.min(length(&tried));
        }
    }
    assert!(links.iter().all(|&(a, b)| rank[a] < rank[b]));
    assert_eq!(length(&rank), least);
    assert_eq!(rank[4], rank[3] - 1);
}

#[test]
fn positions_settle_between_order_and_bounds() {
    let wish = |target: f64, weight: f64| Wish { target, weight, apart: 10.0, low: 0.0, high: 100.0 };
    assert_eq!(settle(&[wish(20.0, 1.0), wish(70.0, 1.0)]), [20.0, 70.0]);
    assert_eq!(settle(&[wish(50.0, 1.0), wish(40.0, 1.0)]), [40.0, 50.0]);
    assert_eq!(settle(&[wish(50.0, 3.0), wish(50.0, 1.0)]), [47.5, 57.5]);
    assert_eq!(settle(&[wish(200.0, 1.0), wish(200.0, 9.0)]), [90.0, 100.0]);
}
