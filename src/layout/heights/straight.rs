//! Straightens long links: as few levels as their neighbours allow, each as near to the link's ends as it can be.

use crate::base::distances::{LEVEL_CORNER, STEP};
use crate::base::geometry::half;
use crate::heights::doors::{Door, Doors};
use crate::heights::frame::NONE;
use crate::heights::ports::Ports;
use crate::heights::room::Room;
use crate::order::layers::Chain;

/// Rounds over all chains; a moved link may free its neighbours.
const ROUNDS: usize = 4;

/// Moves the bends of all chains, cards fixed, within the free room of their columns; ports bind once they are known.
pub(crate) fn straighten(room: &Room, ends: Option<(&Ports, &Doors)>, y: &mut [f64]) {
    let bent: Vec<&Chain> = room.layers.chains.iter().filter(|c| c.items.len() > 2).collect();
    let (mut runs, mut levels) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let mut moved = false;
        for i in 0..bent.len() {
            let chain = bent[if round % 2 == 0 { i } else { bent.len() - 1 - i }];
            moved |= level(room, ends, chain, (&mut runs, &mut levels), y);
        }
        if !moved {
            return;
        }
    }
}

/// The heights at which a link may touch its card without a bend.
fn touch(room: &Room, end: Option<(f64, Door)>, card: usize, y: &[f64]) -> (f64, f64) {
    let half = room.graph.size[card].1 / 2.0;
    let reach = (half - LEVEL_CORNER).max(0.0);
    match end {
        None => (y[card] - reach, y[card] + reach),
        Some((port, Door::Side)) => (port, port),
        Some((_, Door::Lid)) => (f64::NEG_INFINITY, y[card] - half - STEP),
        Some((_, Door::Base)) => (y[card] + half + STEP, f64::INFINITY),
    }
}

/// The heights open to a bend between its neighbours.
pub(crate) fn range(room: &Room, item: usize, y: &[f64]) -> (f64, f64) {
    let (above, below) = room.frame.beside[item];
    let (mut low, mut high) = room.free();
    if above != NONE {
        low = low.max(y[above as usize] + room.frame.apart[item]);
    }
    if below != NONE {
        high = high.min(y[below as usize] - room.frame.apart[below as usize]);
    }
    // Rounding may leave a hair less than nothing: then it stays.
    if low > high { (y[item], y[item]) } else { (low, high) }
}

/// How many items of a chain may run at one level, and the heights that are open to all of them.
type Run = (usize, (f64, f64));

/// Gives one chain the fewest levels (greedy stabbing of its ranges from the cause on), then the least rise; tells
/// whether anything moved.
fn level(
    room: &Room,
    ends: Option<(&Ports, &Doors)>,
    chain: &Chain,
    (runs, levels): (&mut Vec<Run>, &mut Vec<f64>),
    y: &mut [f64],
) -> bool {
    let last = chain.items.len() - 1;
    runs.clear();
    for (i, &item) in chain.items.iter().enumerate() {
        let own = match i {
            0 => touch(room, ends.map(|e| (e.0.exit[chain.link], e.1.exit[chain.link])), item, y),
            i if i == last => touch(room, ends.map(|e| (e.0.entry[chain.link], e.1.entry[chain.link])), item, y),
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
    levels.clear();
    for &(size, common) in runs.iter().rev() {
        height = height.clamp(common.0, common.1);
        levels.resize(levels.len() + size, height);
    }
    let mut moved = false;
    for (&item, &level) in chain.items.iter().zip(levels.iter().rev()) {
        if !room.layers.is_card(item) {
            moved |= y[item] != half(level);
            y[item] = half(level);
        }
    }
    moved
}
