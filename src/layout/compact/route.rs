//! Routes: right-angled lines with round corners along the ways, loops over their cards.

use crate::base::distances::BEND_RADIUS;
use crate::base::geometry::{Point, rounded};
use crate::base::own_loop::{loops_aside, own_loop};
use crate::compact::constraints::Constraints;
use crate::compact::posts::{Scene, Way};
use crate::drawing::Route;
use crate::graph::Graph;
use crate::heights::doors::Door;
use crate::heights::task::Task;

/// The route of each wire.
pub(crate) fn routes(
    task: Task,
    scene: &Scene,
    centres: &[Point],
    constraints: &Constraints,
    returning: &[bool],
) -> Vec<Route> {
    let graph = task.graph;
    let (x, radius) = (&constraints.x, BEND_RADIUS.min(constraints.line_gap - 1.0));
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
            let size = graph.size[card];
            routes[wire].points = own_loop(centres[card], size, loops_aside(wires.len(), size.0), i);
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
