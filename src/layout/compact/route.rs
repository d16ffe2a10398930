//! Routes: right-angled lines with round corners along the ways, loops over their cards.

use crate::base::geometry::{Point, half, rounded};
use crate::compact::constraints::Web;
use crate::compact::posts::{Scene, Way};
use crate::drawing::Route;
use crate::graph::{Graph, LOOP_HEIGHT, LOOP_STEP, MOST_LOOPS};
use crate::heights::doors::Door;
use crate::heights::place::Task;

/// Largest radius of corners, in px; it is smaller than the distance of lines, so that corners do not cross.
const CORNER: f64 = 8.0;

/// The route of each wire.
pub(crate) fn routes(task: Task, scene: &Scene, centres: &[Point], web: &Web, returning: &[bool]) -> Vec<Route> {
    let graph = task.graph;
    let (x, radius) = (&web.x, CORNER.min(web.line_gap - 1.0));
    let mut routes = vec![Route::default(); graph.wires];
    for way in &scene.ways {
        let mut corners = corners(graph, scene, way, centres, x);
        if task.turned[way.link] {
            corners.reverse();
        }
        routes[graph.links[way.link].wire].points = rounded(&corners, radius);
    }
    for (card, wires) in graph.loops.iter().enumerate() {
        for (i, &wire) in wires.iter().enumerate() {
            routes[wire].points = own_loop(graph, card, centres[card], i);
        }
    }
    for (link, &returns) in graph.links.iter().zip(returning) {
        routes[link.wire].returns = returns;
    }
    routes
}

/// The corner points of a way.
fn corners(graph: &Graph, scene: &Scene, way: &Way, centres: &[Point], x: &[f64]) -> Vec<Point> {
    let (ends, levels) = (&graph.links[way.link], scene.levels(way));
    let mut points = Vec::with_capacity(2 * levels.len());
    if way.exit == Door::Side {
        points.push((centres[ends.from].0 + graph.size[ends.from].0 / 2.0, levels[0]));
    }
    for (&riser, pair) in scene.risers(way).iter().zip(levels.windows(2)) {
        points.extend([(x[riser], pair[0]), (x[riser], pair[1])]);
    }
    if way.entry == Door::Side {
        let last = levels[levels.len() - 1];
        points.push((centres[ends.to].0 - graph.size[ends.to].0 / 2.0, last));
    }
    points
}

/// A small loop over the right part of the card's top; further loops stand around the first.
fn own_loop(graph: &Graph, card: usize, (x, y): Point, number: usize) -> Vec<Point> {
    let (width, height) = graph.size[card];
    let step = number.min(MOST_LOOPS - 1) as f64;
    let widest = graph.loops[card].len().clamp(1, MOST_LOOPS) as f64 * LOOP_STEP;
    let reach = ((step + 1.0) * LOOP_STEP).min(width / 2.0 - 1.0).max(1.0);
    let middle = x + (width / 2.0 - widest - 10.0).max(0.0);
    let (top, over) = (y - height / 2.0, y - height / 2.0 - LOOP_HEIGHT - LOOP_STEP * step);
    let (from, to) = (half(middle - reach), half(middle + reach));
    rounded(&[(from, top), (from, over), (to, over), (to, top)], 6.0)
}
