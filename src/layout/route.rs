//! Routes: level inside columns and one S-curve per gap, outside links along their tracks, loops over their cards.

use super::Route;
use super::clean::{Graph, LOOP_HEIGHT, LOOP_STEP, MOST_LOOPS};
use super::columns::Widths;
use super::geometry::{Point, ess, half, push, rounded};
use super::layers::{Chain, Layers};
use super::place::Heights;
use super::returning::{Detour, Detours, Door};
use super::risers::Risers;

/// Radius of the corners of outside links, in px.
const CORNER: f64 = 8.0;

/// Everything a route depends on.
pub(super) struct Frame<'a> {
    pub graph: &'a Graph,
    pub layers: &'a Layers,
    pub detours: &'a Detours,
    pub heights: &'a Heights,
    pub widths: &'a Widths,
    pub risers: &'a Risers,
}

impl Frame<'_> {
    /// The centre of each card.
    pub(super) fn centres(&self) -> Vec<Point> {
        (0..self.graph.count()).map(|c| self.centre(c)).collect()
    }

    /// The route of each wire.
    pub(super) fn routes(&self, returning: &[bool]) -> Vec<Route> {
        let mut routes = vec![Route::default(); self.graph.wires];
        for (chain, slots) in self.layers.chains.iter().zip(&self.risers.slot) {
            routes[self.graph.links[chain.link].wire].points = self.chain(chain, slots);
        }
        for detour in &self.detours.list {
            routes[self.graph.links[detour.link].wire].points = self.detour(detour);
        }
        for (card, wires) in self.graph.loops.iter().enumerate() {
            for (i, &wire) in wires.iter().enumerate() {
                routes[wire].points = self.own_loop(card, i);
            }
        }
        for (link, &returns) in self.graph.links.iter().zip(returning) {
            routes[link.wire].returns = returns;
        }
        routes
    }

    fn centre(&self, card: usize) -> Point {
        (self.widths.centre(self.layers.column[card]), self.heights.y[card])
    }

    fn right_border(&self, card: usize) -> f64 {
        self.centre(card).0 + self.graph.size[card].0 / 2.0
    }

    fn left_border(&self, card: usize) -> f64 {
        self.centre(card).0 - self.graph.size[card].0 / 2.0
    }

    fn chain(&self, chain: &Chain, slots: &[(usize, usize)]) -> Vec<Point> {
        let ends = &self.graph.links[chain.link];
        let mut line = Vec::new();
        let mut y = self.heights.ports.exit[chain.link];
        push(&mut line, (self.right_border(ends.from), y));
        for (pair, &(slot, of)) in chain.items.windows(2).zip(slots) {
            let column = self.layers.column[pair[0]];
            let (from, to) = self.widths.curve(column, slot, of);
            let next = if pair[1] == ends.to { self.heights.ports.entry[chain.link] } else { self.heights.y[pair[1]] };
            ess(&mut line, (from, y), (to, next));
            y = next;
        }
        push(&mut line, (self.left_border(ends.to), y));
        line
    }

    fn detour(&self, detour: &Detour) -> Vec<Point> {
        let link = &self.graph.links[detour.link];
        let track = self.heights.track(detour.above, detour.track);
        let lid = |card: usize, offset: f64| {
            let (x, y) = self.centre(card);
            let half = self.graph.size[card].1 / 2.0;
            (x + offset, if detour.above { y - half } else { y + half })
        };
        let cap = self.heights.ports.cap[detour.link];
        let mut corners = Vec::new();
        match detour.exit {
            Door::Cap => {
                let p = lid(link.from, cap.0);
                corners.extend([p, (p.0, track)]);
            }
            Door::Side(riser) => {
                let x = self.widths.exit_riser(self.layers.column[link.from], riser);
                let y = self.heights.ports.exit[detour.link];
                corners.extend([(self.right_border(link.from), y), (x, y), (x, track)]);
            }
        }
        match detour.entry {
            Door::Cap => {
                let p = lid(link.to, cap.1);
                corners.extend([(p.0, track), p]);
            }
            Door::Side(riser) => {
                let x = self.widths.entry_riser(self.layers.column[link.to], riser);
                let y = self.heights.ports.entry[detour.link];
                corners.extend([(x, track), (x, y), (self.left_border(link.to), y)]);
            }
        }
        rounded(&corners, CORNER)
    }

    /// A small loop over the right part of the card's top; further loops stand around the first.
    fn own_loop(&self, card: usize, number: usize) -> Vec<Point> {
        let (x, y) = self.centre(card);
        let (width, height) = self.graph.size[card];
        let step = number.min(MOST_LOOPS - 1) as f64;
        let widest = self.graph.loops[card].len().clamp(1, MOST_LOOPS) as f64 * LOOP_STEP;
        let reach = ((step + 1.0) * LOOP_STEP).min(width / 2.0 - 1.0).max(1.0);
        let middle = x + (width / 2.0 - widest - 10.0).max(0.0);
        let (top, over) = (y - height / 2.0, y - height / 2.0 - LOOP_HEIGHT - LOOP_STEP * step);
        let (from, to) = (half(middle - reach), half(middle + reach));
        rounded(&[(from, top), (from, over), (to, over), (to, top)], 6.0)
    }
}
