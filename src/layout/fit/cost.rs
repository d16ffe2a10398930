//! What crossings are worth beside size.

use crate::graph::Graph;

/// px of size that one crossing is worth when orders are compared, in a small and in a large diagram: in a small one
/// size decides whether labels can be read, in a large one nobody follows lines that cross much.
const CROSSING_COST: (f64, f64) = (12.0, 30.0);
/// Cards and links up to which a diagram is small.
const SMALL: usize = 80;

/// Whether so few cards and links are drawn that everything in the drawing is looked at.
pub(crate) fn is_small(graph: &Graph) -> bool {
    graph.count() + graph.links.len() <= SMALL
}

/// px of size that one crossing of this diagram is worth.
pub(crate) fn crossing_cost(graph: &Graph) -> f64 {
    if is_small(graph) { CROSSING_COST.0 } else { CROSSING_COST.1 }
}
