//! The heights that are allowed, and the sweeps that draw every item towards its neighbours within them.

use crate::base::distances::EDGE;
use crate::base::settle::{Settler, add_slots};
use crate::diagram::Options;
use crate::graph::Graph;
use crate::heights::frame::Frame;
use crate::heights::task::Task;
use crate::order::layers::{FREE, Layers};

/// Sweeps over all columns that find heights.
pub(crate) const ROUNDS: usize = 14;
/// How strongly cards are drawn to the row of their band.
const ROW_PULL: f64 = 300.0;

/// The heights that are allowed.
pub(crate) struct Room<'a> {
    pub graph: &'a Graph,
    pub layers: &'a Layers,
    pub options: &'a Options,
    pub frame: &'a Frame,
    /// Bottom of the last band, without the channel below.
    pub content: f64,
    /// Height of the row that each card likes to stand in.
    pub home: Vec<Option<f64>>,
    /// How many rows the cards of each lane take, and their distance.
    pub rows: Vec<usize>,
    pub shelves: Vec<Vec<Shelf>>,
}

impl<'a> Room<'a> {
    pub(crate) fn new(task: Task<'a>) -> Self {
        let Task { graph, layers, frame, options, .. } = task;
        let (home, rows, shelves) = (vec![None; graph.count()], vec![1; graph.lanes], vec![Vec::new(); graph.lanes]);
        Self { graph, layers, options, frame, content: 0.0, home, rows, shelves }
    }

    /// The highest centre for an item below the one before it.
    pub(crate) fn highest(&self, column: &[usize], at: usize, y: &[f64]) -> f64 {
        let item = column[at];
        let first = self.frame.ceiling + self.frame.extent[item].0;
        at.checked_sub(1).map_or(first, |b| first.max(y[column[b]] + self.frame.apart[item]))
    }

    /// Sweeps over the columns, each item drawn towards its neighbours, cards held in their bands.
    pub(crate) fn pull(&self, y: &mut [f64], tops: &[f64], first: usize) {
        let columns = &self.layers.columns;
        let mut slots = Vec::with_capacity(y.len());
        let mut starts = Vec::with_capacity(columns.len());
        for column in columns {
            starts.push(slots.len());
            let slot = |&item: &usize| {
                let (low, high) = self.bounds(item, tops);
                (self.frame.apart[item], low, high)
            };
            add_slots(&mut slots, column.iter().map(slot));
        }
        let (mut settler, mut wishes) = (Settler::default(), Vec::new());
        for round in first..ROUNDS {
            let shares = match (round < 10, round % 2 == 0) {
                (false, _) => (1.0, 1.0),
                (true, true) => (1.0, 0.25),
                (true, false) => (0.25, 1.0),
            };
            for step in 0..columns.len() {
                let c = if round % 2 == 0 { step } else { columns.len() - 1 - step };
                wishes.clear();
                wishes.extend(columns[c].iter().map(|&item| self.wish(item, y, shares)));
                settler.pool(&slots[starts[c]..], wishes.iter().copied(), |at, value| y[columns[c][at]] = value);
            }
        }
    }

    /// The heights open to a bend.
    pub(crate) fn free(&self) -> (f64, f64) {
        (self.frame.ceiling, self.content - EDGE.max(self.options.lane_pad))
    }

    fn bounds(&self, item: usize, tops: &[f64]) -> (f64, f64) {
        let (up, down) = self.frame.extent[item];
        let lane = self.layers.lane[item];
        if lane == FREE {
            return self.free();
        }
        let bottom = if lane + 1 == self.graph.lanes { self.content } else { tops[lane + 1] };
        let low = (tops[lane] + self.frame.strip[self.layers.column[item]]).max(self.frame.ceiling) + up;
        (low, bottom - self.options.lane_pad - down)
    }

    /// Where an item would like to be, and how much: bends pull hardest so that long links run straight.
    fn wish(&self, item: usize, y: &[f64], shares: (f64, f64)) -> (f64, f64) {
        let (mut sum, mut weight) = (0.0, 0.0);
        let card = self.layers.is_card(item);
        let (to_card, to_bend) = if card { (1.0, 2.0) } else { (2.0, 8.0) };
        let neighbours = [(&self.layers.left, shares.0), (&self.layers.right, shares.1)];
        for (lists, share) in neighbours {
            for other in lists.of(item).iter().map(|&other| other as usize) {
                let pull = if self.layers.is_card(other) { to_card } else { to_bend } * share;
                sum += pull * y[other];
                weight += pull;
            }
        }
        if card && let Some(row) = self.home[item] {
            sum += ROW_PULL * row;
            weight += ROW_PULL;
        }
        if weight > 0.0 { (sum / weight, weight) } else { (y[item], 0.1) }
    }
}

/// A row of a lane, as high as the lane's highest card.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shelf {
    pub top: f64,
    pub height: f64,
}

impl Shelf {
    /// Centre of a card in this row that reaches so far above and below its centre.
    pub(crate) fn home(&self, (up, down): (f64, f64)) -> f64 {
        self.top + (self.height + up - down) / 2.0
    }
}
