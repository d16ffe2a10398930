//! Cards pinned by the author: they keep their centres, free cards make room, and lines are led around.

use crate::base::geometry::{Point, push, rounded};
use crate::diagram::Diagram;
use crate::drawing::Drawing;
use crate::graph::Graph;
use crate::pins::around::{Rect, around, crosses, grown, overlap};

/// Coordinates beyond this are no place, in px.
const FARTHEST: f64 = 1e6;
/// Free space right of and below a pinned card, in px.
const MARGIN: f64 = 20.0;
/// Free space between a pinned card and one that makes room for it, in px.
const GAP: f64 = 16.0;
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
    let ((x, y), (w, h)) = (drawing.centres[card], graph.size[card]);
    [x - w / 2.0, y - h / 2.0 - graph.headroom(card), x + w / 2.0, y + h / 2.0]
}

/// Moves free cards that a pinned one covers to the nearest free place of their band.
fn make_room(graph: &Graph, pinned: &[bool], moved: &mut [bool], drawing: &mut Drawing) {
    let mut boxes: Vec<Rect> = (0..graph.count()).map(|c| boxed(graph, drawing, c)).collect();
    for card in (0..graph.count()).filter(|&c| !pinned[c]) {
        let covered = |r: &Rect| (0..boxes.len()).any(|o| pinned[o] && overlap(*r, grown(boxes[o], 1.0)));
        if !covered(&boxes[card]) {
            continue;
        }
        let (own, band) = (boxes[card], drawing.lanes[graph.lane[card]]);
        let (w, h) = (own[2] - own[0], own[3] - own[1]);
        let others: Vec<Rect> = (0..boxes.len()).filter(|&o| o != card).map(|o| boxes[o]).collect();
        // Beside or above and below what is there, inside the band; right of everything there is always room.
        let mut x = vec![own[0]];
        let mut y = vec![own[1]];
        for r in &others {
            x.extend([r[0] - GAP - w, r[2] + GAP]);
            y.extend([r[1] - GAP - h, r[3] + GAP]);
        }
        let (top, bottom) = (band.y + 4.0, band.y + band.h - 4.0 - h);
        y.retain(|&y| y >= top && y <= bottom.max(top) || y == own[1]);
        x.retain(|&x| x >= 4.0);
        let mut places: Vec<(f64, f64, f64)> = Vec::new();
        for &x in &x {
            places.extend(y.iter().map(|&y| ((x - own[0]).abs() + (y - own[1]).abs(), x, y)));
        }
        places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2)));
        let free = |p: &&(f64, f64, f64)| {
            let place = [p.1, p.2, p.1 + w, p.2 + h];
            others.iter().all(|&r| !overlap(place, grown(r, GAP - 1.0)))
        };
        if let Some(&(_, x, y)) = places.iter().find(free) {
            drawing.centres[card] = (drawing.centres[card].0 + x - own[0], drawing.centres[card].1 + y - own[1]);
            boxes[card] = boxed(graph, drawing, card);
            moved[card] = true;
        }
    }
}

/// Draws the lines of moved cards afresh, and others that they would stand in.
fn reroute(graph: &Graph, moved: &[bool], drawing: &mut Drawing) {
    let boxes: Vec<Rect> = (0..graph.count()).map(|c| boxed(graph, drawing, c)).collect();
    let mut led = 0;
    for link in &graph.links {
        let hit = |line: &[Point]| {
            let hits = |r: Rect| line.windows(2).any(|p| crosses(p[0], p[1], grown(r, 3.0)));
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
        let ((x, y), (width, height)) = (drawing.centres[card], graph.size[card]);
        for (i, &wire) in wires.iter().enumerate() {
            let (reach, over) = ((8.0 + 6.0 * i.min(5) as f64).min(width / 2.0 - 1.0), 18.0 + 6.0 * i.min(5) as f64);
            let top = y - height / 2.0;
            let corners = [(x - reach, top), (x - reach, top - over), (x + reach, top - over), (x + reach, top)];
            drawing.routes[wire].points = rounded(&corners, 6.0);
        }
    }
}

/// Makes the drawing as large as what is in it.
fn widen(graph: &Graph, drawing: &mut Drawing) {
    for card in 0..graph.count() {
        let r = boxed(graph, drawing, card);
        drawing.width = drawing.width.max((r[2] + MARGIN).ceil());
        drawing.height = drawing.height.max((r[3] + MARGIN).ceil());
    }
    for p in drawing.routes.iter().flat_map(|r| &r.points) {
        drawing.width = drawing.width.max((p.0 + 8.0).ceil());
        drawing.height = drawing.height.max((p.1 + 8.0).ceil());
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
    let centre = |r: Rect| (f64::midpoint(r[0], r[2]), f64::midpoint(r[1], r[3]));
    let (a, b) = (centre(from), centre(to));
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let share = ((from[2] - a.0) / dx.abs().max(1e-9)).min((from[3] - a.1) / dy.abs().max(1e-9));
    if share > 1e6 { (from[2], a.1) } else { (a.0 + dx * share, a.1 + dy * share) }
}
