//! Layered drawing of a causal diagram: sizes in, positions and link routes out; pure and deterministic.

mod base;
mod choose;
mod compact;
mod diagram;
mod drawing;
mod fit;
mod graph;
mod heights;
mod measure;
mod order;
mod pins;
mod rank;
mod ring;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

pub use diagram::{Algorithm, Card, Diagram, Options, Seat, Wire};
pub use drawing::{Band, Drawing, Progress, Route};
pub use measure::{Metrics, measure};

use base::work::Work;
use choose::sketch::Sketch;
use graph::Graph;
use pins::pinned::keep;
use rank::cycles::returning;

/// Draws the diagram; any input gives a finite drawing within the work budget.
#[must_use]
pub fn layout(diagram: &Diagram, options: &Options) -> Drawing {
    // A watcher that never breaks off always gets a drawing.
    layout_watched(diagram, options, &mut |_| ControlFlow::Continue(())).unwrap_or_default()
}

/// The first drawing alone, which takes a small part of the time.
#[must_use]
pub fn layout_first(diagram: &Diagram, options: &Options) -> Drawing {
    let (graph, options) = (Graph::new(diagram), graph::options(options));
    if options.algorithm == Algorithm::Circle {
        return ring::draw(&graph, &options);
    }
    let returning = returning(&graph);
    let drawing = Sketch::new(&graph, returning, &options, &mut Work::quiet()).first();
    keep(diagram, &graph, drawing)
}

/// Draws the diagram and tells `watch` about it: the first drawing as soon as there is one, then how the work on a
/// better one gets on. The better one is given only if it is clearly better, else the first one again, so that
/// nothing jumps for little. `Break` calls the work off within some ms and gives None.
pub fn layout_watched(
    diagram: &Diagram,
    options: &Options,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Option<Drawing> {
    let (graph, options) = (Graph::new(diagram), graph::options(options));
    let mut work = Work::watched(watch);
    if options.algorithm == Algorithm::Circle {
        let drawing = ring::draw(&graph, &options);
        work.tell(Progress::First(drawing.clone()));
        return (!work.stopped()).then_some(drawing);
    }
    let returning = returning(&graph);
    let sketch = Sketch::new(&graph, returning, &options, &mut work);
    if work.stopped() {
        return None;
    }
    let first = sketch.first();
    work.tell(Progress::First(keep(diagram, &graph, first.clone())));
    if work.stopped() {
        return None;
    }
    let refined = sketch.refined(first, &mut work);
    (!work.stopped()).then(|| keep(diagram, &graph, refined))
}
