//! An order of the columns in the form that the later stages draw.

use std::collections::BTreeMap;

use crate::diagram::{Options, Seat};
use crate::drawing::Drawing;
use crate::fit::cost::crossing_cost;
use crate::fit::fitted::Fitted;
use crate::fit::fold::{fold, straight};
use crate::graph::Graph;
use crate::heights::frame::Frame;
use crate::heights::place::heights;
use crate::heights::rows::Rows;
use crate::heights::task::Task;
use crate::order::detours::Detours;
use crate::order::layers::Layers;
use crate::order::walls::lead_again;
use crate::order::weave::Weave;

/// Steps for leading long links again.
const MOST_LED: u64 = 3_000_000;

/// An order with all that follows from it.
pub(crate) struct Plan {
    /// With the links turned round that are laid out against their direction.
    graph: Graph,
    turned: Vec<bool>,
    layers: Layers,
    detours: Detours,
    frame: Frame,
    seats: Vec<Seat>,
    pub crossings: u64,
}

impl Plan {
    pub(crate) fn new(graph: &Graph, weave: &Weave, options: &Options) -> Self {
        let turned = weave.turned();
        let (graph, layers) = (graph.with_turned(&turned), Layers::new(weave));
        let detours = Detours::new(&graph, &layers);
        let frame = Frame::new(&graph, &layers, &detours, options);
        Self { graph, turned, layers, detours, frame, seats: seats(weave), crossings: weave.crossings() }
    }

    pub(crate) fn task<'a>(&'a self, options: &'a Options) -> Task<'a> {
        let Self { graph, layers, detours, frame, turned, .. } = self;
        Task { graph, layers, detours, frame, turned, options, airy: false }
    }

    /// y of all items with every lane in one row.
    pub(crate) fn levels(&self, options: &Options) -> Vec<f64> {
        heights(self.task(options), &Rows::straight(self.graph.lanes)).y
    }

    /// The same with long links led so that tall risers share gaps, which makes the drawing narrower.
    pub(crate) fn led(mut self, options: &Options, leads: usize) -> Self {
        let (mut spare, before) = (MOST_LED.min(options.effort) as i64, self.layers.crossings());
        for _ in 0..leads {
            let y = self.levels(options);
            if !lead_again(&mut self.layers, &y, &mut spare) {
                break;
            }
            self.frame = Frame::new(&self.graph, &self.layers, &self.detours, options);
        }
        self.crossings = (self.crossings + self.layers.crossings()).saturating_sub(before);
        self
    }

    /// What a drawing with this order costs its reader: crossings, and the size when fitted to the window.
    pub(crate) fn score(&self, options: &Options) -> f64 {
        crossing_cost(&self.graph) * self.crossings as f64 + Fitted::estimate(self.task(options))
    }

    /// The drawing, folded to suit the window if there is time.
    pub(crate) fn drawing(self, returning: &[bool], options: &Options, may_fold: bool) -> Drawing {
        let task = self.task(options);
        let straight = straight(task);
        let fitted = if may_fold { fold(straight, task) } else { straight };
        fitted.drawing(task, returning, self.seats.clone())
    }
}

/// Where the cards sit.
fn seats(weave: &Weave) -> Vec<Seat> {
    let mut seats = vec![Seat::default(); weave.cards as usize];
    let mut order = BTreeMap::new();
    for (rank, column) in weave.columns.iter().enumerate() {
        order.clear();
        for &card in column.iter().filter(|&&i| i < weave.cards) {
            let next: &mut usize = order.entry(weave.lane[card as usize]).or_default();
            seats[card as usize] = Seat { rank, order: *next };
            *next += 1;
        }
    }
    seats
}
