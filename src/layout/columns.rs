//! Widths: x of columns and of the gaps between them, as wide as their risers need.

use super::Options;
use super::clean::Graph;
use super::geometry::half;
use super::layers::Layers;
use super::returning::{Detours, TRACK};
use super::risers::Risers;

/// Straight piece after a column before a curve begins, in px.
const LEAD_OUT: f64 = 4.0;
/// Straight piece before a column for the arrow head, in px.
const LEAD_IN: f64 = 14.0;
/// Distance between the curves of two slots, in px, and the most slots a gap is widened for.
const SLOT: f64 = 5.0;
const MOST_SLOTS: usize = 12;
/// Width of one curve in a gap with several slots, in px.
const CURVE: f64 = 22.0;
/// Distance from a column to its first riser on the exit and on the entry side, in px.
const RISER: (f64, f64) = (12.0, 24.0);

/// x of everything, in px.
#[derive(Clone, Debug)]
pub(super) struct Widths {
    /// Left and right edge of each column.
    pub columns: Vec<(f64, f64)>,
    /// Full width, margins included.
    pub width: f64,
}

impl Widths {
    /// Centre of a column.
    pub(super) fn centre(&self, column: usize) -> f64 {
        self.columns.get(column).map_or(0.0, |c| half(f64::midpoint(c.0, c.1)))
    }

    /// Where a curve begins and ends in the gap after a column, if it has this slot of so many.
    pub(super) fn curve(&self, column: usize, slot: usize, slots: usize) -> (f64, f64) {
        let from = self.columns.get(column).map_or(0.0, |c| c.1 + LEAD_OUT);
        let to = self.columns.get(column + 1).map_or(from, |c| c.0 - LEAD_IN);
        let others = slots.saturating_sub(1).max(1) as f64;
        let pitch = SLOT.min((to - from) * 0.5 / others);
        (from + pitch * slot as f64, to - pitch * (slots.saturating_sub(1 + slot)) as f64)
    }

    /// x of the riser with this number on the exit side of the gap after a column.
    pub(super) fn exit_riser(&self, column: usize, riser: usize) -> f64 {
        self.columns.get(column).map_or(0.0, |c| c.1) + RISER.0 + TRACK * riser as f64
    }

    /// x of the riser with this number on the entry side of the gap before a column.
    pub(super) fn entry_riser(&self, column: usize, riser: usize) -> f64 {
        self.columns.get(column).map_or(0.0, |c| c.0) - RISER.1 - TRACK * riser as f64
    }
}

/// Places the columns from left to right.
pub(super) fn widths(graph: &Graph, layers: &Layers, detours: &Detours, risers: &Risers, options: &Options) -> Widths {
    let count = layers.columns.len();
    let outer = |risers: usize, lead: f64| {
        if risers == 0 { 0.0 } else { lead + TRACK * (risers - 1) as f64 }
    };
    let mut x = options.margin + outer(detours.risers.first().map_or(0, |r| r.1), RISER.1 - 8.0);
    let mut columns = Vec::with_capacity(count);
    for (c, items) in layers.columns.iter().enumerate() {
        let widest = items.iter().filter(|&&i| layers.is_card(i)).map(|&i| graph.size[i].0).fold(24.0, f64::max);
        columns.push((x, x + widest.ceil()));
        x += widest.ceil();
        let (exits, entries) = detours.risers.get(c + 1).copied().unwrap_or_default();
        if c + 1 == count {
            x += outer(exits, RISER.0);
        } else {
            let steep = (risers.rise[c] * 0.03).min(10.0);
            let slots = SLOT * (risers.slots[c] - 1).min(MOST_SLOTS) as f64;
            let lines = (options.rank_gap + steep).max(LEAD_OUT + LEAD_IN + CURVE + slots);
            x += (lines + outer(exits, TRACK) + outer(entries, TRACK)).ceil();
        }
    }
    Widths { columns, width: (x + options.margin).ceil() }
}
