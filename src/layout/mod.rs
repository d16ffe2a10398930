//! Layered drawing of a causal diagram: sizes in, positions and link routes out; pure and deterministic.
//!
//! x follows causal rank (left to right), y is the lane band and the order inside it. The stages follow Sugiyama's
//! framework: choose the returning links (`cycles`), rank by network simplex (`rank`, and `spread` where more columns
//! fit better), order the columns (`search`: quick starts in `order`, then `reseat` takes things out and `thread` leads
//! their links back with the fewest crossings) and lead long links side by side (`walls`); then find y (`place`,
//! `rows`), where links touch their cards (`ports`, `doors`), and x by compaction (`posts`, `risers`, `leads`,
//! `compact`, `aside`) with the doors that make it narrowest (`latch`, `leaves`), fitted to the window (`fit`, `nudge`,
//! `press`); `frame` is what all of that shares, and `tune` tries other ranks by the outcome. `warm` starts from an earlier
//! drawing instead. All lengths are px at zoom 1 and y grows downwards.

mod around;
mod aside;
mod circle;
mod clean;
mod compact;
mod cycles;
mod doors;
mod fit;
mod frame;
mod gaps;
mod geometry;
mod latch;
mod layers;
mod leads;
mod leaves;
mod lists;
mod measure;
mod nudge;
mod order;
mod pinned;
mod place;
mod ports;
mod posts;
mod press;
mod rank;
mod reseat;
mod returning;
mod risers;
mod route;
mod rows;
#[cfg(test)]
mod samples;
mod search;
mod sketch;
mod spread;
mod straight;
mod swaps;
#[cfg(test)]
mod tests;
mod thread;
mod tune;
mod walls;
mod warm;
mod weave;
mod work;

use std::ops::ControlFlow;

pub use measure::{Metrics, measure};

/// A card to place.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Width in px.
    pub width: f64,
    /// Height in px.
    pub height: f64,
    /// Index of the lane it belongs to, from the top.
    pub lane: usize,
    /// Pinned centre in px, if the author pinned it.
    pub at: Option<(f64, f64)>,
    /// Where it sat in the drawing that people look at, if it was there.
    pub seat: Option<Seat>,
}

/// Where a card sits in a drawing: given back with the next diagram, it keeps the drawing as people know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// Column, from the left.
    pub rank: usize,
    /// Place among the cards of its lane in that column, from the top.
    pub order: usize,
}

/// A link to route.
#[derive(Clone, Debug, PartialEq)]
pub struct Wire {
    /// Index of the cause's card.
    pub from: usize,
    /// Index of the effect's card.
    pub to: usize,
    /// Declared to lead back.
    pub returns: bool,
    /// How much it matters that it runs forward (evidence weight), above 0.
    pub weight: f64,
}

/// What is to be drawn: cards in narrative order, wires between them, and how many lanes there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagram {
    /// Cards in the author's narrative order.
    pub cards: Vec<Card>,
    /// Links between cards; those with an end outside `cards` are left unrouted.
    pub wires: Vec<Wire>,
    /// Number of lanes, top to bottom in fixed order (at most 4,096 are drawn).
    pub lanes: usize,
}

/// A way to arrange cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Algorithm {
    /// Lanes from top to bottom, causes left of their effects.
    #[default]
    Layered,
    /// Clockwise on an ellipse, in the order of the diagram's cards.
    Circle,
}

/// What people are told about an algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlgorithmInfo {
    /// Which one it is.
    pub algorithm: Algorithm,
    /// Its name.
    pub name: &'static str,
    /// What it is for, in one sentence.
    pub purpose: &'static str,
}

/// All algorithms.
pub const ALGORITHMS: [AlgorithmInfo; 2] = [
    AlgorithmInfo {
        algorithm: Algorithm::Layered,
        name: "Layered",
        purpose: "Shows how causes lead to effects, from left to right through the lanes.",
    },
    AlgorithmInfo {
        algorithm: Algorithm::Circle,
        name: "Circle",
        purpose: "Shows one feedback loop as a ring, clockwise from the top.",
    },
];

/// How to draw: distances in px, the shape of the window and the amount of work allowed.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Least free height between two cards of one column, in px.
    pub node_gap: f64,
    /// Usual free width between two columns, in px; cards that need not stand side by side come closer.
    pub rank_gap: f64,
    /// Free height at the top of each band for the lane's name, in px.
    pub label_strip: f64,
    /// Width of the space at a band's left that the lane's name needs, in px; further right cards may stand higher.
    pub label_width: f64,
    /// Free height above and below the cards of a band, in px.
    pub lane_pad: f64,
    /// Free width left and right of all cards, in px.
    pub margin: f64,
    /// Width divided by height of the window the drawing is for.
    pub aspect: f64,
    /// Most work in elementary steps (some nanoseconds each); small diagrams need far less.
    pub effort: u64,
    /// How cards are arranged.
    pub algorithm: Algorithm,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            node_gap: 12.0,
            rank_gap: 44.0,
            label_strip: 20.0,
            label_width: 220.0,
            lane_pad: 6.0,
            margin: 16.0,
            aspect: 1.6,
            effort: 220_000_000,
            algorithm: Algorithm::Layered,
        }
    }
}

/// A finished drawing with its origin at the top left; everything but far-off pinned cards lies inside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Centre of each card in px, in the order of the diagram's cards.
    pub centres: Vec<(f64, f64)>,
    /// Route of each wire, in the order of the diagram's wires.
    pub routes: Vec<Route>,
    /// Band of each lane, top to bottom; none in a circle.
    pub lanes: Vec<Band>,
    /// Full width in px, margins included.
    pub width: f64,
    /// Full height in px, margins included.
    pub height: f64,
    /// Seat of each card, in the order of the diagram's cards: what a later drawing starts from;
    /// none in a circle.
    pub seats: Vec<Seat>,
}

/// The line of one wire.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// Flattened polyline in px from the cause's border to the effect's border; empty if the wire has no such card.
    pub points: Vec<(f64, f64)>,
    /// Drawn as a returning link.
    pub returns: bool,
}

/// A lane's rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// Left edge in px.
    pub x: f64,
    /// Top edge in px.
    pub y: f64,
    /// Width in px.
    pub w: f64,
    /// Height in px.
    pub h: f64,
}

/// News while a diagram is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// The first drawing, as soon as it exists.
    First(Drawing),
    /// How much of the work on a better one is done, from 0 to 1.
    Share(f32),
}

/// Draws the diagram; any input gives a finite drawing within the work budget.
#[must_use]
pub fn layout(diagram: &Diagram, options: &Options) -> Drawing {
    // A watcher that never breaks off always gets a drawing.
    layout_watched(diagram, options, &mut |_| ControlFlow::Continue(())).unwrap_or_default()
}

/// The first drawing alone, which takes a small part of the time.
#[must_use]
pub fn layout_first(diagram: &Diagram, options: &Options) -> Drawing {
    let (graph, options) = (clean::Graph::new(diagram), clean::options(options));
    if options.algorithm == Algorithm::Circle {
        return circle::draw(&graph, &options);
    }
    let returning = cycles::returning(&graph);
    let drawing = sketch::Sketch::new(&graph, returning, &options, &mut work::Work::quiet()).first();
    pinned::keep(diagram, &graph, drawing)
}

/// Draws the diagram and tells `watch` about it: the first drawing as soon as there is one, then how the work on a
/// better one gets on. The better one is given only if it is clearly better, else the first one again, so that
/// nothing jumps for little. `Break` calls the work off within some ms and gives None.
pub fn layout_watched(
    diagram: &Diagram,
    options: &Options,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Option<Drawing> {
    let (graph, options) = (clean::Graph::new(diagram), clean::options(options));
    let mut work = work::Work::watched(watch);
    if options.algorithm == Algorithm::Circle {
        let drawing = circle::draw(&graph, &options);
        work.tell(Progress::First(drawing.clone()));
        return (!work.stopped()).then_some(drawing);
    }
    let returning = cycles::returning(&graph);
    let sketch = sketch::Sketch::new(&graph, returning, &options, &mut work);
    if work.stopped() {
        return None;
    }
    let first = sketch.first();
    work.tell(Progress::First(pinned::keep(diagram, &graph, first.clone())));
    if work.stopped() {
        return None;
    }
    let refined = sketch.refined(first, &mut work);
    (!work.stopped()).then(|| pinned::keep(diagram, &graph, refined))
}
