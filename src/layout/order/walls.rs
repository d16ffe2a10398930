//! Leads long links again, each along its best way through the columns: few crossings, few turns, and tall risers
//! side by side in few gaps, because a riser keeps everything left and right of it apart.

use crate::base::distances::LED_GAP;
use crate::base::geometry::half;
use crate::order::layers::{Chain, Layers};

/// px of line that a crossing, a turn, and the first tall riser of a gap are worth.
const CROSSING: f64 = 180.0;
const TURN: f64 = 80.0;
const WALL: f64 = 600.0;
/// Rise from which a riser counts as tall, in px.
const TALL: f64 = 120.0;

/// A place for a bend: in front of the item with this number, at this height.
#[derive(Clone, Copy, Debug)]
struct Place {
    at: usize,
    y: f64,
}

/// The lines of the gaps and how many tall risers they hold.
struct Walls<'a> {
    layers: &'a mut Layers,
    y: Vec<f64>,
    tall: Vec<f64>,
}

/// Leads all links with bends again, within the budget; tells whether anything moved.
pub(crate) fn lead_again(layers: &mut Layers, y: &[f64], budget: &mut i64) -> bool {
    let tall = vec![0.0; layers.columns.len()];
    let mut walls = Walls { layers, y: y.to_vec(), tall };
    for chain in 0..walls.layers.chains.len() {
        walls.count(chain, 1.0);
    }
    let mut order: Vec<usize> = (0..walls.layers.chains.len()).collect();
    order.sort_by_key(|&c| walls.layers.chains[c].items.len());
    let mut moved = false;
    for chain in order {
        if walls.layers.chains[chain].items.len() > 2 && *budget > 0 {
            walls.count(chain, -1.0);
            moved |= walls.lead(chain, budget);
            walls.count(chain, 1.0);
        }
    }
    moved
}

impl Walls<'_> {
    /// Adds or removes the tall risers of a chain.
    fn count(&mut self, chain: usize, sign: f64) {
        for pair in self.layers.chains[chain].items.windows(2) {
            if (self.y[pair[0]] - self.y[pair[1]]).abs() > TALL {
                self.tall[self.layers.column[pair[0]]] += sign;
            }
        }
    }

    /// Leads one chain along its cheapest way; tells whether that is another one.
    fn lead(&mut self, chain: usize, budget: &mut i64) -> bool {
        let chain = self.layers.chains[chain].clone();
        let stages = self.stages(&chain);
        let Some(places) = self.cheapest(&chain, &stages, budget) else { return false };
        for (&bend, place) in chain.items[1..].iter().zip(places) {
            self.put(bend, place);
        }
        true
    }

    /// The places open to each item of a chain: one to its cards.
    fn stages(&self, chain: &Chain) -> Vec<Vec<Place>> {
        let (from, to) = (chain.items[0], chain.items[chain.items.len() - 1]);
        let wishes = (self.y[from], self.y[to]);
        let fixed = |card: usize| vec![Place { at: self.layers.at[card], y: self.y[card] }];
        let bends = chain.items[1..chain.items.len() - 1].iter().map(|&bend| self.places(bend, wishes));
        std::iter::once(fixed(from)).chain(bends).chain(std::iter::once(fixed(to))).collect()
    }

    /// The places of the bends on the cheapest way (dynamic programming from stage to stage), if it costs less than the
    /// chain does now.
    fn cheapest(&self, chain: &Chain, stages: &[Vec<Place>], budget: &mut i64) -> Option<Vec<Place>> {
        let now = self.cost(chain, stages);
        let goal = stages[stages.len() - 1][0].y;
        // What must still be risen costs this much at least; ways that cannot beat the current one are given up.
        let hope = |p: &Place, cost: f64| cost + 0.5 * (p.y - goal).abs() < now - 1.0;
        let mut reached = vec![(0, 0.0)];
        let mut origins: Vec<Vec<usize>> = Vec::new();
        for (pair, stage) in chain.items.windows(2).zip(stages.windows(2)) {
            reached.retain(|&(i, cost)| hope(&stage[0][i], cost));
            if reached.is_empty() {
                return None;
            }
            let (costs, origin) = self.step((pair[0], pair[1]), (&stage[0], &stage[1]), &reached, budget);
            reached = costs.into_iter().enumerate().collect();
            origins.push(origin);
        }
        if reached[0].1 >= now - 1.0 {
            return None;
        }
        let mut at = 0;
        let back = (1..origins.len()).rev().map(|piece| {
            at = origins[piece][at];
            stages[piece][at]
        });
        let mut places: Vec<Place> = back.collect();
        places.reverse();
        Some(places)
    }

    /// What it costs at least to reach each place of a stage from those places of the one before that are reached, and
    /// from which of them.
    fn step(
        &self,
        pair: (usize, usize),
        (before, after): (&[Place], &[Place]),
        reached: &[(usize, f64)],
        budget: &mut i64,
    ) -> (Vec<f64>, Vec<usize>) {
        let column = self.layers.column[pair.0];
        let crossed = self.crossed(column, pair);
        *budget -= (reached.len() * after.len() + crossed.len()) as i64;
        let width = self.layers.columns[column + 1].len() + 1;
        let cheapest = |b: &Place| {
            let mut best = (f64::INFINITY, 0);
            for &(i, cost) in reached {
                let a = &before[i];
                let cost = cost + CROSSING * f64::from(crossed[a.at * width + b.at]);
                // A rise is never free, so it is only looked at where the rest is cheap enough.
                if cost < best.0 {
                    let cost = cost + self.rise(column, (a.y - b.y).abs());
                    if cost < best.0 {
                        best = (cost, i);
                    }
                }
            }
            best
        };
        after.iter().map(cheapest).unzip()
    }

    /// What a piece in the gap after a column costs for its rise, in px of line.
    fn rise(&self, column: usize, rise: f64) -> f64 {
        if rise < LED_GAP {
            return rise;
        }
        let wall = if rise > TALL { WALL / (1.0 + self.tall[column]) + 8.0 } else { 0.0 };
        TURN + 0.5 * rise + wall
    }

    /// The places open to a bend: between any two others of its column, near one or the other end's height.
    fn places(&self, bend: usize, wishes: (f64, f64)) -> Vec<Place> {
        let column = &self.layers.columns[self.layers.column[bend]];
        let mut places = Vec::with_capacity(2 * column.len());
        let (mut low, mut at) = (self.y[column[0]].min(self.y[bend]) - 2.0 * LED_GAP, 0);
        let end = self.y[column[column.len() - 1]] + 2.0 * LED_GAP;
        for high in column.iter().filter(|&&i| i != bend).map(|&i| self.y[i]).chain([end.max(low + 2.0 * LED_GAP)]) {
            let middle = f64::midpoint(low, high);
            let (a, b) = ((low + LED_GAP).min(middle), (high - LED_GAP).max(middle));
            let (one, two) = (wishes.0.clamp(a, b), wishes.1.clamp(a, b));
            places.push(Place { at, y: half(one) });
            if (one - two).abs() > 2.0 * LED_GAP {
                places.push(Place { at, y: half(two) });
            }
            low = high;
            at += 1;
        }
        places
    }

    /// What a chain costs as it runs now, but for being set to the nearest place of each stage.
    fn cost(&self, chain: &Chain, stages: &[Vec<Place>]) -> f64 {
        let nearest = |(&item, places): (&usize, &Vec<Place>)| {
            let at = if places.len() == 1 { places[0].at } else { self.layers.at[item] };
            let own = places.iter().filter(|p| p.at == at);
            let distance = |p: &Place| (p.y - self.y[item]).abs();
            own.min_by(|a, b| distance(a).total_cmp(&distance(b))).map_or(self.y[item], |p| p.y)
        };
        let y: Vec<f64> = chain.items.iter().zip(stages).map(nearest).collect();
        let pieces = chain.items.windows(2).zip(y.windows(2));
        let cost = |(pair, y): (&[usize], &[f64])| {
            let cut = CROSSING * self.cut(pair[0], pair[1]) as f64;
            cut + self.rise(self.layers.column[pair[0]], (y[0] - y[1]).abs())
        };
        pieces.map(cost).sum()
    }

    /// Lines that a piece crosses as it runs.
    fn cut(&self, from: usize, to: usize) -> usize {
        let layers = &*self.layers;
        let (a, b) = (layers.at[from], layers.at[to]);
        let cut = |&item: &usize| {
            let (at, ends) = (layers.at[item], layers.right.of(item).iter().map(|&o| layers.at[o as usize]));
            if at < a { ends.filter(|&e| e > b).count() } else { ends.filter(|&e| e < b).count() }
        };
        layers.columns[layers.column[from]].iter().filter(|&&i| i != from).map(cut).sum()
    }

    /// Lines of a gap that a piece crosses, for each pair of places at its left and right end (row by row).
    fn crossed(&self, column: usize, (from, to): (usize, usize)) -> Vec<u32> {
        let (left, right) = (&self.layers.columns[column], &self.layers.columns[column + 1]);
        // Without its own bends; cards stay.
        let skip = |item: usize, end: usize| item == end && !self.layers.is_card(item);
        let mut rank = vec![0; right.len()];
        let mut next = 0;
        for (i, &item) in right.iter().enumerate() {
            rank[i] = next;
            next += usize::from(!skip(item, to));
        }
        let width = right.len() + 1;
        let mut below = vec![0_u32; width];
        let mut above = vec![0_u32; width];
        let ends = |item: usize| {
            let own = item == from;
            let others = self.layers.right.of(item).iter().map(|&o| o as usize);
            others.filter(move |&o| !(own && o == to)).map(|o| rank[self.layers.at[o]])
        };
        let kept: Vec<usize> = left.iter().copied().filter(|&i| !skip(i, from)).collect();
        kept.iter().flat_map(|&i| ends(i)).for_each(|v| below[v] += 1);
        let mut crossed = Vec::with_capacity((kept.len() + 1) * width);
        for at in 0..=kept.len() {
            // Lines above that end at or below the place, and lines below that end above it.
            let card = self.layers.is_card(from) && kept.get(at) == Some(&from);
            if card {
                ends(from).for_each(|v| below[v] -= 1);
            }
            let mut cut: u32 = above.iter().sum();
            for v in 0..width {
                let shared = if self.layers.is_card(to) && v == rank[self.layers.at[to]] { above[v] } else { 0 };
                crossed.push(cut - shared);
                cut = cut + below[v] - above[v];
            }
            if card {
                ends(from).for_each(|v| below[v] += 1);
            }
            if let Some(&item) = kept.get(at) {
                ends(item).for_each(|v| {
                    below[v] -= 1;
                    above[v] += 1;
                });
            }
        }
        crossed
    }

    /// Moves a bend within its column.
    fn put(&mut self, bend: usize, place: Place) {
        let column = self.layers.column[bend];
        let order = &mut self.layers.columns[column];
        order.retain(|&i| i != bend);
        order.insert(place.at.min(order.len()), bend);
        self.layers.number(column);
        self.y[bend] = place.y;
    }
}
