//! Layered drawing of a causal diagram: sizes in, positions and link routes out; pure and deterministic.
//!
//! x is causal rank (columns, left to right), y is the lane band and the order inside it. The stages follow
//! Sugiyama's framework: choose the returning links (`cycles`), rank by network simplex (`rank`), use slack to keep
//! bands thin (`spread`), order the columns (`order`), then find y (`place`), x (`columns`) and routes (`route`,
//! `returning`). All lengths are px at zoom 1 and y grows downwards.

mod arrange;
mod clean;
mod columns;
mod cycles;
mod geometry;
mod lanes;
mod layers;
mod measure;
mod order;
mod picture;
mod pinned;
mod place;
mod ports;
mod rank;
mod reroute;
mod returning;
mod risers;
mod route;
#[cfg(test)]
mod samples;
mod sketch;
mod spread;
mod straight;
#[cfg(test)]
mod tests;

pub use arrange::{Arrangement, LanesBy, Stands};
pub use lanes::nodes_in_lane;
pub use measure::{Metrics, measure};
pub use picture::{Brief, MARK_WIDTH, Picture, PlacedBand, PlacedCard, PlacedWire, Stage, picture, picture_watched};

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
    /// Where it sat in the drawing that people look at; kept where it costs little.
    pub seat: Option<Seat>,
}

/// A card's place in the order of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// Its column.
    pub rank: usize,
    /// Its place in the column.
    pub order: usize,
}

/// A way to draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Algorithm {
    /// Columns by causal rank, bands by lane.
    #[default]
    Layered,
    /// On a circle, in the order of the cards.
    Circle,
}

/// What comes of a drawing while it is made.
#[derive(Clone, Debug)]
pub enum Progress {
    /// The first drawing.
    First(Drawing),
    /// How much of the work is done, from 0 to 1.
    Share(f32),
}

/// Draws and tells how far it is.
pub fn layout_watched(
    diagram: &Diagram,
    options: &Options,
    _: &mut dyn FnMut(Progress) -> std::ops::ControlFlow<()>,
) -> Option<Drawing> {
    Some(layout(diagram, options))
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

/// How to draw: distances in px, the shape of the window and the amount of work allowed.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Least free height between two cards of one column, in px.
    pub node_gap: f64,
    /// Least free width between two columns, in px.
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
    /// Which way to draw.
    pub algorithm: Algorithm,
    /// Work budget in elementary steps (some nanoseconds each); a larger one can only draw better.
    pub effort: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            node_gap: 18.0,
            rank_gap: 44.0,
            label_strip: 26.0,
            label_width: 220.0,
            lane_pad: 12.0,
            margin: 16.0,
            aspect: 1.6,
            algorithm: Algorithm::Layered,
            effort: 12_000_000,
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
    /// Band of each lane, top to bottom.
    pub lanes: Vec<Band>,
    /// Seat of each card, in the order of the diagram's cards.
    pub seats: Vec<Seat>,
    /// Full width in px, margins included.
    pub width: f64,
    /// Full height in px, margins included.
    pub height: f64,
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

/// Draws the diagram; any input gives a finite drawing within the work budget.
#[must_use]
pub fn layout(diagram: &Diagram, options: &Options) -> Drawing {
    let options = clean::options(options);
    let graph = clean::Graph::new(diagram);
    let returning = cycles::returning(&graph);
    let drawing = sketch::best(&graph, &returning, &options);
    pinned::keep(diagram, &graph, drawing)
}
