//! Cards pinned by the author: they keep their centres, and their wires are drawn afresh.

use super::clean::Graph;
use super::geometry::{Point, ess, push};
use super::{Diagram, Drawing};

/// Coordinates beyond this are no place, in px.
const FARTHEST: f64 = 1e6;

/// Moves pinned cards to their places and routes their wires again.
pub(super) fn keep(diagram: &Diagram, graph: &Graph, mut drawing: Drawing) -> Drawing {
    let near = |v: f64| v.is_finite() && v.abs() < FARTHEST;
    let mut moved = vec![false; graph.count()];
    for (card, c) in diagram.cards.iter().enumerate() {
        if let Some(at) = c.at.filter(|p| near(p.0) && near(p.1)) {
            drawing.centres[card] = at;
            moved[card] = true;
            drawing.width = drawing.width.max((at.0 + graph.size[card].0 / 2.0 + MARGIN).ceil());
            drawing.height = drawing.height.max((at.1 + graph.size[card].1 / 2.0 + MARGIN).ceil());
        }
    }
    for band in &mut drawing.lanes {
        band.w = drawing.width;
    }
    for link in graph.links.iter().filter(|l| moved[l.from] || moved[l.to]) {
        let ends = (boxed(graph, &drawing, link.from), boxed(graph, &drawing, link.to));
        drawing.routes[link.wire].points = direct(ends.0, ends.1);
    }
    for (card, wires) in graph.loops.iter().enumerate().filter(|(c, _)| moved[*c]) {
        let (x, y) = drawing.centres[card];
        let (width, height) = graph.size[card];
        for (i, &wire) in wires.iter().enumerate() {
            let (reach, over) = ((8.0 + 6.0 * i.min(5) as f64).min(width / 2.0 - 1.0), 16.0 + 6.0 * i.min(5) as f64);
            let top = y - height / 2.0;
            let corners = [(x - reach, top), (x - reach, top - over), (x + reach, top - over), (x + reach, top)];
            drawing.routes[wire].points = super::geometry::rounded(&corners, 6.0);
        }
    }
    drawing
}

/// Free space right of and below a pinned card, in px.
const MARGIN: f64 = 20.0;

/// Centre and half size.
type Rect = (f64, f64, f64, f64);

fn boxed(graph: &Graph, drawing: &Drawing, card: usize) -> Rect {
    let (x, y) = drawing.centres[card];
    (x, y, graph.size[card].0 / 2.0, graph.size[card].1 / 2.0)
}

/// One S-curve from right to left border where there is room for it, else a straight line between the borders.
fn direct(from: Rect, to: Rect) -> Vec<Point> {
    let mut line = Vec::new();
    let (start, end) = (from.0 + from.2, to.0 - to.2);
    if end - start > 30.0 {
        push(&mut line, (start, from.1));
        ess(&mut line, (start + 4.0, from.1), (end - 14.0, to.1));
        push(&mut line, (end, to.1));
        return line;
    }
    push(&mut line, border(from, to));
    push(&mut line, border(to, from));
    line
}

/// Where the line between two centres leaves the first box.
fn border(from: Rect, to: Rect) -> Point {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let share = (from.2 / dx.abs().max(1e-9)).min(from.3 / dy.abs().max(1e-9));
    if share > 1e6 { (from.0 + from.2, from.1) } else { (from.0 + dx * share, from.1 + dy * share) }
}
