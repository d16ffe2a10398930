//! What comes of it: where everything is, and news on the way there.

use crate::diagram::Seat;

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
