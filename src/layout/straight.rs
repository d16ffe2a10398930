//! Straightens long links: as few levels as their neighbours allow, each as near to the link's ends as it can be.

use super::geometry::half;
use super::layers::Chain;
use super::place::Room;
use super::ports::Ports;

/// Distance of a level from a card's corner that still lets the link leave the side straight, in px.
const CORNER: f64 = 10.0;
/// Rounds over all chains; a moved link may free its neighbours.
const ROUNDS: usize = 4;

/// Moves the bends of all chains, cards fixed, within the free room of their columns; ports bind once they are known.
pub(super) fn straighten(room: &Room, ports: Option<&Ports>, y: &mut [f64]) {
    let chains = &room.layers.chains;
    for round in 0..ROUNDS {
        for i in 0..chains.len() {
            let at = if round % 2 == 0 { i } else { chains.len() - 1 - i };
            level(room, ports, &chains[at], y);
        }
    }
}

/// The heights at which a link may touch its card without a bend.
fn touch(room: &Room, port: Option<f64>, card: usize, y: &[f64]) -> (f64, f64) {
    let reach = (room.graph.size[card].1 / 2.0 - CORNER).max(0.0);
    port.map_or((y[card] - reach, y[card] + reach), |p| (p, p))
}

/// The heights open to a bend between its neighbours.
fn range(room: &Room, item: usize, y: &[f64]) -> (f64, f64) {
    let column = &room.layers.columns[room.layers.column[item]];
    let at = room.layers.at[item];
    let (mut low, mut high) = room.free();
    if let Some(&above) = at.checked_sub(1).and_then(|a| column.get(a)) {
        low = low.max(y[above] + room.apart(above, item));
    }
    if let Some(&below) = column.get(at + 1) {
        high = high.min(y[below] - room.apart(item, below));
    }
    // Rounding may leave a hair less than nothing: then it stays.
    if low > high { (y[item], y[item]) } else { (low, high) }
}

/// Gives one chain the fewest levels (greedy stabbing of its ranges from the cause on), then the least rise.
fn level(room: &Room, ports: Option<&Ports>, chain: &Chain, y: &mut [f64]) {
    let last = chain.items.len() - 1;
    let mut runs: Vec<(usize, (f64, f64))> = Vec::new();
    for (i, &item) in chain.items.iter().enumerate().filter(|_| last > 1) {
        let own = match i {
            0 => touch(room, ports.map(|p| p.exit[chain.link]), item, y),
            i if i == last => touch(room, ports.map(|p| p.entry[chain.link]), item, y),
            _ => range(room, item, y),
        };
        match runs.last_mut() {
            Some((size, common)) if common.0.max(own.0) <= common.1.min(own.1) => {
                *common = (common.0.max(own.0), common.1.min(own.1));
                *size += 1;
            }
            _ => runs.push((1, own)),
        }
    }
    let mut height = chain.items.last().map_or(0.0, |&i| y[i]);
    let mut levels = Vec::with_capacity(chain.items.len());
    for &(size, common) in runs.iter().rev() {
        height = height.clamp(common.0, common.1);
        levels.resize(levels.len() + size, height);
    }
    for (&item, level) in chain.items.iter().zip(levels.into_iter().rev()) {
        if !room.layers.is_card(item) {
            y[item] = half(level);
        }
    }
}
