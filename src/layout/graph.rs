//! Turns any input into one the stages can trust: indices in range, sizes finite and sane.

use crate::base::index::Item;
use crate::base::own_loop::headroom;
use crate::diagram::{Diagram, Options, Seat};
use crate::drawing::Drawing;

/// Most lanes that are drawn.
const MOST_LANES: usize = 4096;

/// Links from one card to another that are drawn apart; further ones lie on these.
const MOST_PARALLEL: usize = 24;

/// Columns beyond this are no seat.
const FARTHEST: usize = 1 << 20;

/// A link whose ends are known to be two different cards.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    /// Index of the diagram's wire.
    pub wire: usize,
    pub from: Item,
    pub to: Item,
    /// Cost of drawing it backwards.
    pub cost: f64,
    /// Declared to lead back.
    pub returns: bool,
}

/// The checked diagram.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    /// Width and height of each card in px.
    pub size: Vec<(f64, f64)>,
    /// Lane of each card, below `lanes`.
    pub lane: Vec<usize>,
    /// Number of lanes, at least 1.
    pub lanes: usize,
    /// Links between different cards, by cause, then effect.
    pub links: Vec<Edge>,
    /// Wires that lie on another one, and that one.
    pub shared: Vec<(usize, usize)>,
    /// Wires from a card to itself, for each card.
    pub loops: Vec<Vec<usize>>,
    /// Number of wires of the diagram.
    pub wires: usize,
    /// Where cards sat before.
    pub seats: Vec<Option<Seat>>,
}

impl Graph {
    pub(crate) fn new(diagram: &Diagram) -> Self {
        let count = diagram.cards.len();
        let lanes = diagram.lanes.clamp(1, MOST_LANES);
        let mut loops = vec![Vec::new(); count];
        let mut links = Vec::with_capacity(diagram.wires.len());
        for (wire, w) in diagram.wires.iter().enumerate() {
            if w.from >= count || w.to >= count {
                continue;
            }
            if w.from == w.to {
                loops[w.from].push(wire);
                continue;
            }
            let weight = if w.weight.is_finite() { w.weight.clamp(1e-3, 1e3) } else { 1.0 };
            // Against the narrative order a reversal costs half: the story itself already runs the other way.
            let story = if w.from < w.to { 2.0 * weight } else { weight };
            // Among equals links to an upper lane lead back: lanes follow the causes from top to bottom.
            let up = diagram.cards[w.to].lane < diagram.cards[w.from].lane;
            let cost = if up { 0.9 * story } else { story };
            links.push(Edge { wire, from: Item::new(w.from), to: Item::new(w.to), cost, returns: w.returns });
        }
        // The drawing must not depend on the order in which wires are given.
        links.sort_by(|a, b| {
            let key = |l: &Edge| (l.from, l.to, l.returns);
            key(a).cmp(&key(b)).then(b.cost.total_cmp(&a.cost)).then(a.wire.cmp(&b.wire))
        });
        let shared = share(&mut links);
        Self {
            size: diagram.cards.iter().map(|c| size(c.width, c.height)).collect(),
            lane: diagram.cards.iter().map(|c| c.lane.min(lanes - 1)).collect(),
            lanes,
            links,
            shared,
            loops,
            wires: diagram.wires.len(),
            seats: diagram.cards.iter().map(|c| c.seat.filter(|s| s.rank <= FARTHEST)).collect(),
        }
    }

    /// The same with some links turned round.
    pub(crate) fn with_turned(&self, turned: &[bool]) -> Self {
        let mut graph = self.clone();
        for (link, _) in graph.links.iter_mut().zip(turned).filter(|(_, t)| **t) {
            std::mem::swap(&mut link.from, &mut link.to);
        }
        graph
    }

    /// Gives the wires that lie on others their lines.
    pub(crate) fn lay_shared(&self, drawing: &mut Drawing) {
        for &(wire, other) in &self.shared {
            drawing.routes[wire] = drawing.routes[other].clone();
        }
    }

    /// Whether there is an earlier drawing to keep to: at least every second card has a seat.
    pub(crate) fn is_seated(&self) -> bool {
        let seated = self.seats.iter().flatten().count();
        seated > 0 && 2 * seated >= self.count()
    }

    /// All cards.
    pub(crate) fn cards(&self) -> impl DoubleEndedIterator<Item = Item> + Clone + use<> {
        Item::all(0..self.count())
    }

    /// Number of cards.
    pub(crate) fn count(&self) -> usize {
        self.size.len()
    }

    /// Free height needed above a card for its own loops, in px.
    pub(crate) fn headroom(&self, card: Item) -> f64 {
        headroom(self.loops[card].len())
    }
}

/// Takes out the links beyond the most that are drawn apart; gives their wires, each with the one that it lies on.
fn share(links: &mut Vec<Edge>) -> Vec<(usize, usize)> {
    let key = |link: &Edge| (link.from, link.to, link.returns);
    let (mut shared, mut kept): (Vec<(usize, usize)>, Vec<Edge>) = (Vec::new(), Vec::with_capacity(links.len()));
    for alike in links.chunk_by(|a, b| key(a) == key(b)) {
        let (apart, further) = alike.split_at(alike.len().min(MOST_PARALLEL));
        shared.extend(further.iter().zip(apart.iter().cycle()).map(|(link, on)| (link.wire, on.wire)));
        kept.extend_from_slice(apart);
    }
    *links = kept;
    shared
}

/// The card's size in px with absurd values replaced.
pub(crate) fn size(width: f64, height: f64) -> (f64, f64) {
    let sane = |v: f64, usual: f64| if v.is_finite() { v.clamp(8.0, 4000.0) } else { usual };
    (sane(width, 140.0), sane(height, 44.0))
}

/// The options with absurd values replaced.
pub(crate) fn options(options: &Options) -> Options {
    let usual = Options::default();
    let sane = |v: f64, low: f64, high: f64, usual: f64| if v.is_finite() { v.clamp(low, high) } else { usual };
    Options {
        node_gap: sane(options.node_gap, 8.0, 400.0, usual.node_gap),
        rank_gap: sane(options.rank_gap, 32.0, 400.0, usual.rank_gap),
        label_strip: sane(options.label_strip, 0.0, 200.0, usual.label_strip),
        label_width: sane(options.label_width, 0.0, 2000.0, usual.label_width),
        lane_pad: sane(options.lane_pad, 8.0, 200.0, usual.lane_pad),
        margin: sane(options.margin, 8.0, 400.0, usual.margin),
        aspect: sane(options.aspect, 0.2, 8.0, usual.aspect),
        effort: options.effort.min(1_000_000_000),
        algorithm: options.algorithm,
    }
}
