//! What is asked: cards, links and lanes, and how they are to be drawn.

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
