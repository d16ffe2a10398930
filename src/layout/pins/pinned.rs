//! Cards pinned by the author: they keep their centres, free cards make room, and lines are led around.

use crate::base::distances::{EDGE, PIN_BAND, PIN_GAP, PIN_LINE, PIN_MARGIN, PIN_TOUCH};
use crate::base::geometry::{Point, push};
use crate::base::own_loop::{loops_aside, own_loop};
use crate::base::rect::Rect;
use crate::diagram::Diagram;
use crate::drawing::{Band, Drawing};
use crate::graph::Graph;
use crate::pins::around::around;

/// Coordinates beyond this are no place, in px.
const FARTHEST: f64 = 1e6;
/// Lines that are led around cards; further ones are drawn straight.
const MOST_LINES: usize = 400;

/// Moves pinned cards to their places, free cards out of their way, and routes the lines that this concerns.
pub(crate) fn keep(diagram: &Diagram, graph: &Graph, mut drawing: Drawing) -> Drawing {
    let near = |p: &(f64, f64)| [p.0, p.1].iter().all(|v| v.is_finite() && v.abs() < FARTHEST);
    let pinned: Vec<bool> = diagram.cards.iter().map(|c| c.at.as_ref().is_some_and(near)).collect();
    if !pinned.contains(&true) {
        return drawing;
    }
    for (card, c) in diagram.cards.iter().enumerate() {
        if let Some(at) = c.at.filter(near) {
            drawing.centres[card] = at;
        }
    }
    let mut moved = pinned.clone();
    make_room(graph, &pinned, &mut moved, &mut drawing);
    reroute(graph, &moved, &mut drawing);
    widen(graph, &mut drawing);
    drawing
}

/// The card's box with its loops.
fn boxed(graph: &Graph, drawing: &Drawing, card: usize) -> Rect {
    let card_box = Rect::around(drawing.centres[card], graph.size[card]);
    Rect { top: card_box.top - graph.headroom(card), ..card_box }
}

/// Moves free cards that a pinned one covers to the nearest free place of their band.
///
/// Each of them looks at all others, for each of the places beside all others: that is cubic, but pins are few and so
/// are the cards under them.
fn make_room(graph: &Graph, pinned: &[bool], moved: &mut [bool], drawing: &mut Drawing) {
    let mut boxes: Vec<Rect> = (0..graph.count()).map(|c| boxed(graph, drawing, c)).collect();
    for card in (0..graph.count()).filter(|&c| !pinned[c]) {
        let covers = |o: usize| pinned[o] && boxes[card].overlaps(boxes[o].grown(PIN_TOUCH));
        if !(0..boxes.len()).any(covers) {
            continue;
        }
        let (own, band) = (boxes[card], drawing.lanes[graph.lane[card]]);
        let others: Vec<Rect> = (0..boxes.len()).filter(|&o| o != card).map(|o| boxes[o]).collect();
        if let Some((x, y)) = nearest_free(own, band, &others) {
            let centre = &mut drawing.centres[card];
            *centre = (centre.0 + x - own.left, centre.1 + y - own.top);
            boxes[card] = boxed(graph, drawing, card);
            moved[card] = true;
        }
    }
}

/// Left and top of the nearest place in the band where a box keeps its distance from the others.
fn nearest_free(own: Rect, band: Band, others: &[Rect]) -> Option<Point> {
    let (width, height) = (own.width(), own.height());
    let mut places = places(own, band, others);
    let far = |p: &Point| (p.0 - own.left).abs() + (p.1 - own.top).abs();
    places.sort_by(|a, b| far(a).total_cmp(&far(b)).then(a.0.total_cmp(&b.0)).then(a.1.total_cmp(&b.1)));
    places.into_iter().find(|&(left, top)| {
        let place = Rect { left, top, right: left + width, bottom: top + height };
        others.iter().all(|other| !place.overlaps(other.grown(PIN_GAP - 1.0)))
    })
}

/// Left and top of the places beside, above and below the others, inside the band; right of everything there is always
/// room.
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
    let boxes: Vec<Rect> = (0..graph.count()).map(|c| boxed(graph, drawing, c)).collect();
    let mut led = 0;
    for link in &graph.links {
        let hit = |line: &[Point]| {
            let hits = |r: Rect| line.windows(2).any(|p| r.grown(PIN_LINE).is_entered(p[0], p[1]));
            (0..boxes.len()).any(|c| moved[c] && c != link.from && c != link.to && hits(boxes[c]))
        };
        let route = &mut drawing.routes[link.wire].points;
        if moved[link.from] || moved[link.to] || hit(route) {
            led += 1;
            let line = if led > MOST_LINES { None } else { around(&boxes, link.from, link.to) };
            *route = line.unwrap_or_else(|| direct(boxes[link.from], boxes[link.to]));
        }
    }
    for (card, wires) in graph.loops.iter().enumerate().filter(|(c, _)| moved[*c]) {
        let size = graph.size[card];
        for (i, &wire) in wires.iter().enumerate() {
            let aside = loops_aside(wires.len(), size.0);
            drawing.routes[wire].points = own_loop(drawing.centres[card], size, aside, i);
        }
    }
}

/// Makes the drawing as large as what is in it.
fn widen(graph: &Graph, drawing: &mut Drawing) {
    for card in 0..graph.count() {
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
