//! Slots for the risers of a gap, so that steep lines side by side keep apart and do not cross for nothing.

use super::clean::Graph;
use super::layers::Layers;
use super::ports::Ports;

/// Rise below which a line needs no slot of its own, in px.
const FLAT: f64 = 14.0;
/// Rises that end closer than this count as side by side, in px.
const NEAR: f64 = 12.0;
/// Most risers of a gap that are told apart.
const MOST: usize = 160;

/// The slot of each piece of each chain, and the number of slots and the tallest rise of each gap.
#[derive(Clone, Debug, Default)]
pub(super) struct Risers {
    /// By chain, then by piece: the slot and how many there are where it runs.
    pub slot: Vec<Vec<(usize, usize)>>,
    /// Slots of the gap after each column.
    pub slots: Vec<usize>,
    /// Tallest rise in the gap after each column, in px.
    pub rise: Vec<f64>,
}

/// One piece that rises or falls in a gap.
#[derive(Clone, Copy)]
struct Riser {
    chain: usize,
    piece: usize,
    top: f64,
    bottom: f64,
    falls: bool,
}

impl Risers {
    /// Gives slots to all steep pieces.
    pub(super) fn new(graph: &Graph, layers: &Layers, ports: &Ports, y: &[f64]) -> Self {
        let count = layers.columns.len();
        let mut gaps: Vec<Vec<Riser>> = vec![Vec::new(); count];
        let mut risers = Self { slot: Vec::new(), slots: vec![1; count], rise: vec![0.0; count] };
        for (chain, c) in layers.chains.iter().enumerate() {
            let link = &graph.links[c.link];
            let mut from = ports.exit[c.link];
            risers.slot.push(vec![(0, 1); c.items.len() - 1]);
            for (piece, pair) in c.items.windows(2).enumerate() {
                let to = if pair[1] == link.to { ports.entry[c.link] } else { y[pair[1]] };
                let column = layers.column[pair[0]];
                risers.rise[column] = risers.rise[column].max((to - from).abs());
                if (to - from).abs() > FLAT {
                    let riser = Riser { chain, piece, top: from.min(to), bottom: from.max(to), falls: to > from };
                    gaps[column].push(riser);
                }
                from = to;
            }
        }
        for (column, gap) in gaps.iter_mut().enumerate() {
            risers.assign(column, gap);
        }
        risers
    }

    /// A falling line must turn after the falling lines below it, a rising one after the rising lines above it.
    fn assign(&mut self, column: usize, gap: &mut [Riser]) {
        if gap.len() > MOST {
            return;
        }
        gap.sort_by(|a, b| a.top.total_cmp(&b.top));
        for falls in [true, false] {
            let mut bundle: Vec<Riser> = Vec::new();
            let mut bottom = f64::NEG_INFINITY;
            for &riser in gap.iter().filter(|r| r.falls == falls) {
                if riser.top > bottom + NEAR {
                    self.assign_bundle(column, std::mem::take(&mut bundle));
                }
                bottom = bottom.max(riser.bottom);
                bundle.push(riser);
            }
            self.assign_bundle(column, bundle);
        }
    }

    /// Slots for risers of one direction that run side by side.
    fn assign_bundle(&mut self, column: usize, mut bundle: Vec<Riser>) {
        // Nearest to the turn first: for falling lines the lowest start.
        bundle.sort_by(|a, b| if a.falls { b.top.total_cmp(&a.top) } else { a.bottom.total_cmp(&b.bottom) });
        let mut done: Vec<(Riser, usize)> = Vec::with_capacity(bundle.len());
        for r in bundle {
            let beside = done.iter().filter(|(o, _)| o.top < r.bottom + NEAR && r.top < o.bottom + NEAR);
            let slot = beside.map(|(_, slot)| slot + 1).max().unwrap_or(0);
            done.push((r, slot));
        }
        let slots = done.iter().map(|d| d.1 + 1).max().unwrap_or(1);
        for (r, slot) in done {
            self.slot[r.chain][r.piece] = (slot, slots);
        }
        self.slots[column] = self.slots[column].max(slots);
    }
}
