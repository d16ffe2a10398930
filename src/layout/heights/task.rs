//! What is drawn once the order of the columns is known.

use crate::diagram::Options;
use crate::graph::Graph;
use crate::heights::frame::Frame;
use crate::order::detours::Detours;
use crate::order::layers::Layers;

/// The order with all that follows from it, and how to draw it.
#[derive(Clone, Copy)]
pub(crate) struct Task<'a> {
    pub graph: &'a Graph,
    pub layers: &'a Layers,
    pub detours: &'a Detours,
    pub frame: &'a Frame,
    /// For each link, whether it is laid out from its effect to its cause.
    pub turned: &'a [bool],
    pub options: &'a Options,
    /// Whether foreign lines must keep clear of arrow heads, for which there may be no room.
    pub airy: bool,
}
