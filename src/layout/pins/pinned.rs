//! Cards pinned by the author: they keep their centres, free cards make room, and lines are led around.

use crate::base::distances::{EDGE, PIN_BAND, PIN_GAP, PIN_LINE, PIN_MARGIN, PIN_TOUCH};
use crate::base::geometry::{Point, push};
use crate::base::index::Item;
use crate::base::near::Near;
use crate::base::own_loop::{loops_aside, own_loop};
use crate::base::rect::Rect;
use crate::diagram::Diagram;
use crate::drawing::{Band, Drawing};
use crate::graph::Graph;
use crate::pins::around::Around;

/// Coordinates beyond this are no place, in px.
const FARTHEST: f64 = 1e6;
/// Boxes beside which a free place is looked for.
const MOST_AROUND: usize = 24;
/// Boxes that are looked at, for all places and for all lines; then cards go to the right and lines stay.
const MOST_LOOKS: u64 = 20_000_000;

/// Moves pinned cards to their places, free cards out of their way, and routes the lines that this concerns.
pub(crate) fn keep(diagram: &Diagram, graph: &Graph, mut drawing: Drawing) -> Drawing {
    let near = |p: &(f64, f64)| [p.0, p.1].iter().all(|v| v.is_finite() && v.abs() < FARTHEST);
    let pinned: Vec<bool> = diagram.cards.iter().map(|c| c.at.as_ref().is_some_and(near)).collect();
    if !pinned.contains(&true) {
        return drawing;
    }
    deepen(diagram, graph, &pinned, &mut drawing);
    let mut stays = vec![false; pinned.len()];
    for (card, c) in graph.cards().zip(&diagram.cards) {
        if let Some(at) = c.at.filter(near) {
            let y = within_band(graph, &drawing, card, at.1);
            drawing.centres[card] = (at.0, y);
            stays[card] = y == at.1;
        }
    }
    let mut moved = pinned.clone();
    make_room(graph, &pinned, &mut stays, &mut moved, &mut drawing);
    reroute(graph, &moved, &mut drawing);
    widen(graph, &mut drawing);
    drawing
}

/// Makes the last band as deep as the cards that are pinned below it: there the drawing has no end.
fn deepen(diagram: &Diagram, graph: &Graph, pinned: &[bool], drawing: &mut Drawing) {
    let Some(last) = drawing.lanes.len().checked_sub(1) else { return };
    let is_there = |card: &Item| pinned[*card] && graph.lane[*card] == last;
    let below = |card: Item| Some(diagram.cards[card].at?.1 + graph.size[card].1 / 2.0 + PIN_BAND);
    let bottom = graph.cards().filter(is_there).filter_map(below).fold(0.0, f64::max);
    let band = &mut drawing.lanes[last];
    band.h = band.h.max(bottom - band.y);
}

/// The height, nearest to the one that was asked for, at which a card lies in the band of its lane with its loops: bands grow
/// and shrink with what else is in the lanes, and a card says by its band where it belongs.
fn within_band(graph: &Graph, drawing: &Drawing, card: Item, y: f64) -> f64 {
    let (band, half) = (drawing.lanes[graph.lane[card]], graph.size[card].1 / 2.0);
    let top = band.y + PIN_BAND + graph.headroom(card) + half;
    y.min(band.y + band.h - PIN_BAND - half).max(top)
}

/// The card's box with its loops.
fn boxed(graph: &Graph, drawing: &Drawing, card: Item) -> Rect {
    let card_box = Rect::around(drawing.centres[card], graph.size[card]);
    Rect { top: card_box.top - graph.headroom(card), ..card_box }
}

/// Moves cards that one which stays where it was pinned covers to the nearest free place of their band: first pinned cards
/// that could not lie where they were asked to, which then stay as well, then free ones.
fn make_room(graph: &Graph, pinned: &[bool], stays: &mut [bool], moved: &mut [bool], drawing: &mut Drawing) {
    let mut near = Near::new(graph.cards().map(|c| boxed(graph, drawing, c)).collect());
    let (beside, free): (Vec<Item>, Vec<Item>) = graph.cards().filter(|&c| !stays[c]).partition(|&c| pinned[c]);
    for card in beside.into_iter().chain(free) {
        let own = near.boxes()[card];
        let is_covered = near.meets(own.grown(PIN_TOUCH), |other| stays[other]);
        stays[card] = pinned[card];
        if !is_covered {
            continue;
        }
        let (x, y) = nearest_free(&near, card, drawing.lanes[graph.lane[card]]);
        let centre = &mut drawing.centres[card];
        *centre = (centre.0 + x - own.left, centre.1 + y - own.top);
        near.put(card.number(), boxed(graph, drawing, card));
        moved[card] = true;
    }
}

/// Left and top of the nearest place in the band where a box keeps its distance from the others: beside, above or below
/// one of those around it, or else right of everything.
fn nearest_free(near: &Near, card: Item, band: Band) -> Point {
    let own = near.boxes()[card];
    let far = |p: &Point| (p.0 - own.left).abs() + (p.1 - own.top).abs();
    let mut places = places(own, band, &around_it(near.boxes(), card));
    places.sort_by(|a, b| far(a).total_cmp(&far(b)).then(a.0.total_cmp(&b.0)).then(a.1.total_cmp(&b.1)));
    let is_free = |&(left, top): &Point| {
        let place = Rect { left, top, right: left + own.width(), bottom: top + own.height() };
        near.looks() < MOST_LOOKS && !near.meets(place.grown(PIN_GAP - 1.0), |other| other != card.number())
    };
    let outermost = || near.boxes().iter().map(|r| r.right).fold(own.left, f64::max);
    places.into_iter().find(is_free).unwrap_or_else(|| (outermost() + PIN_GAP, own.top))
}

/// The boxes whose centres are nearest to that of a card.
fn around_it(boxes: &[Rect], card: Item) -> Vec<Rect> {
    let centre = boxes[card].centre();
    let far = |at: &usize| {
        let (x, y) = boxes[*at].centre();
        (x - centre.0).abs() + (y - centre.1).abs()
    };
    let mut others: Vec<usize> = (0..boxes.len()).filter(|&other| other != card.number()).collect();
    if others.len() > MOST_AROUND {
        others.select_nth_unstable_by(MOST_AROUND, |a, b| far(a).total_cmp(&far(b)).then(a.cmp(b)));
        others.truncate(MOST_AROUND);
    }
    others.into_iter().map(|other| boxes[other]).collect()
}

/// Left and top of the places beside, above and below the others, inside the band.
fn places(own: Rect, band: Band, others: &[Rect]) -> Vec<Point> {
    let (mut x, mut y) = (vec![own.left], vec![own.top]);
    for other in others {
        x.extend([other.left - PIN_GAP - own.width(), other.right + PIN_GAP]);
        y.extend([other.top - PIN_GAP - own.height(), other.bottom + PIN_GAP]);
    }
    let (top, bottom) = (band.y + PIN_BAND, band.y + band.h - PIN_BAND - own.height());
    x.retain(|&x| x >= PIN_BAND);
    y.retain(|&y| y >= top && y <= bottom.max(top) || y == own.top);
    x.iter().flat_map(|&x| y.iter().map(move |&y| (x, y))).collect()
}

/// Draws the lines of moved cards afresh, and others that they would stand in.
fn reroute(graph: &Graph, moved: &[bool], drawing: &mut Drawing) {
    let near = Near::new(graph.cards().map(|c| boxed(graph, drawing, c)).collect());
    let mut around = Around::new(&near);
    for link in &graph.links {
        let (from, to) = (link.from.number(), link.to.number());
        let in_the_way = |card: usize| moved[card] && card != from && card != to;
        let is_hit = |line: &[Point]| {
            line.windows(2).any(|p| near.looks() < MOST_LOOKS && near.is_entered(p[0], p[1], PIN_LINE, in_the_way))
        };
        let route = &mut drawing.routes[link.wire].points;
        if moved[from] || moved[to] || is_hit(route) {
            let line = around.line(link.from, link.to);
            *route = line.unwrap_or_else(|| direct(near.boxes()[from], near.boxes()[to]));
        }
    }
    for (card, wires) in graph.cards().zip(&graph.loops).filter(|(c, _)| moved[*c]) {
        let size = graph.size[card];
        for (i, &wire) in wires.iter().enumerate() {
            let aside = loops_aside(wires.len(), size.0);
            drawing.routes[wire].points = own_loop(drawing.centres[card], size, aside, i);
        }
    }
}

/// Makes the drawing as large as what is in it.
fn widen(graph: &Graph, drawing: &mut Drawing) {
    for card in graph.cards() {
        let r = boxed(graph, drawing, card);
        drawing.width = drawing.width.max((r.right + PIN_MARGIN).ceil());
        drawing.height = drawing.height.max((r.bottom + PIN_MARGIN).ceil());
    }
    for p in drawing.routes.iter().flat_map(|r| &r.points) {
        drawing.width = drawing.width.max((p.0 + EDGE).ceil());
        drawing.height = drawing.height.max((p.1 + EDGE).ceil());
    }
    for band in &mut drawing.lanes {
        band.w = drawing.width;
    }
}

/// A straight line between the borders, where there is no room for anything better.
fn direct(from: Rect, to: Rect) -> Vec<Point> {
    let mut line = Vec::new();
    push(&mut line, border(from, to));
    push(&mut line, border(to, from));
    if let &[p] = line.as_slice() {
        line.push((p.0 + 1.0, p.1));
    }
    line
}

/// Where the line between two centres leaves the first box.
fn border(from: Rect, to: Rect) -> Point {
    let (a, b) = (from.centre(), to.centre());
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let share = ((from.right - a.0) / dx.abs().max(1e-9)).min((from.bottom - a.1) / dy.abs().max(1e-9));
    if share > 1e6 { (from.right, a.1) } else { (a.0 + dx * share, a.1 + dy * share) }
}
