//! Layered drawings of causal diagrams: sizes in, positions and line routes out; pure, deterministic, no dependencies.
//!
//! x follows causal rank (left to right), y is the lane band and the order inside it. The phases follow Sugiyama,
//! Tagawa and Toda (1981), each a folder that uses only those before it:
//!
//! | folder | takes | gives |
//! |---|---|---|
//! | `rank` | the checked graph | a column for each card, links that lead back |
//! | `order` | columns | who stands above whom, with few crossings |
//! | `heights` | the order | y, bands, where links touch their cards |
//! | `compact` | heights | x, lines with corners |
//! | `fit` | an order | its smallest drawing in the window |
//! | `choose` | the graph and a work budget | the first drawing, then a clearly better one |
//!
//! `pins` moves what the author nailed down, `ring` draws on an ellipse instead, `measure` counts the faults of a
//! finished drawing. All lengths are px at zoom 1 and y grows downwards.
//!
//! ```
//! use pathlight_layout::{Card, Diagram, Options, Wire, layout, measure};
//!
//! let card = Card { width: 100.0, height: 40.0, lane: 0, at: None, seat: None };
//! let wire = |from, to| Wire { from, to, returns: false, weight: 1.0 };
//! let mut diagram = Diagram { cards: vec![card.clone(); 2], wires: vec![wire(0, 1)], lanes: 1 };
//! let drawing = layout(&diagram, &Options::default());
//! assert!(drawing.centres[0].0 < drawing.centres[1].0, "causes stand left of their effects");
//! assert_eq!(measure(&diagram, &drawing).node_overlaps, 0);
//!
//! // A card more, and everything else keeps its seat.
//! for (card, seat) in diagram.cards.iter_mut().zip(&drawing.seats) {
//!     card.seat = Some(*seat);
//! }
//! diagram.cards.push(card);
//! diagram.wires.push(wire(1, 2));
//! assert_eq!(layout(&diagram, &Options::default()).seats[..2], drawing.seats[..]);
//! ```
//!
//! # Words
//!
//! * **item**: a card or a bend; **bend**: where a link passes a column. **gap**: the space between two columns.
//! * **riser**: an upright piece of a link in a gap; **level**: a piece between two risers.
//! * **post**: what stands in the way from left to right, a card or a riser; its **stand** tells its heights and width.
//! * **way**: a link as its risers and levels. **thread**: the best way of one link through the columns.
//! * **door**: a link leaves or reaches its card through the top (**lid**) or bottom (**base**) instead of the side.
//!   **leaf**: an end of a link that may have a door. **latch**: the choice which leaves are open. **hinge**: that a
//!   distance holds while a leaf is open, or while it is shut.
//! * **port**: where a link touches a side. **wall**: a gap in which tall risers stand together.
//! * **weave**: the columns with all links while orders are tried; **span**: a link in it. **seat**: column and place
//!   of a card in a drawing.
//! * **detour**: a link around the outside, on a **track** of the **channel** above or below all lanes; **gate**: how
//!   it leaves or reaches its card. **stray**: its end in a gap.
//! * **shelf**: a row of a lane that is folded into several.

pub mod base;
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
        let mut drawing = ring::draw(&graph, &options);
        graph.lay_shared(&mut drawing);
        return drawing;
    }
    let returning = returning(&graph);
    let drawing = Sketch::new(&graph, returning, &options, &mut Work::quiet()).first();
    finished(diagram, &graph, drawing)
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
        let mut drawing = ring::draw(&graph, &options);
        graph.lay_shared(&mut drawing);
        work.tell(Progress::First(drawing.clone()));
        return (!work.stopped()).then_some(drawing);
    }
    let returning = returning(&graph);
    let sketch = Sketch::new(&graph, returning, &options, &mut work);
    if work.stopped() {
        return None;
    }
    let first = sketch.first();
    let shown = finished(diagram, &graph, first.clone());
    work.tell(Progress::First(shown.clone()));
    if work.stopped() {
        return None;
    }
    let refined = sketch.refined(first.clone(), &mut work);
    let drawing = || if refined == first { shown } else { finished(diagram, &graph, refined) };
    (!work.stopped()).then(drawing)
}

/// A drawing with what is pinned at its place, and with the lines that lie on others.
fn finished(diagram: &Diagram, graph: &Graph, drawing: Drawing) -> Drawing {
    let mut drawing = keep(diagram, graph, drawing);
    graph.lay_shared(&mut drawing);
    drawing
}

/// The example there is run with the tests.
#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct Readme;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
