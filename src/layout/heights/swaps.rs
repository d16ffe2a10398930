//! Takes apart lines that change heights with each other in one gap: with two risers they would lie on one another.

use crate::base::distances::{NEAR, TIGHT};
use crate::heights::ports::Ports;
use crate::heights::room::Room;
use crate::heights::straight::range;
use crate::order::layers::Chain;

/// A piece of a chain in a gap, from height to height.
#[derive(Clone, Copy)]
struct Piece {
    chain: usize,
    number: usize,
    from: f64,
    to: f64,
}

/// Moves one of two lines that swap heights by a little, wherever its neighbours leave room.
pub(crate) fn part(room: &Room, ports: &Ports, y: &mut [f64]) {
    let chains = &room.layers.chains;
    let mut gaps: Vec<Vec<Piece>> = vec![Vec::new(); room.layers.columns.len()];
    for (at, chain) in chains.iter().enumerate() {
        let last = chain.items.len() - 1;
        for number in 0..last {
            let from = if number == 0 { ports.exit[chain.link] } else { y[chain.items[number]] };
            let to = if number + 1 == last { ports.entry[chain.link] } else { y[chain.items[number + 1]] };
            if (from - to).abs() > 0.1 {
                gaps[room.layers.column[chain.items[number]]].push(Piece { chain: at, number, from, to });
            }
        }
    }
    for mut gap in gaps {
        gap.sort_by(|a, b| a.from.total_cmp(&b.from));
        for a in &gap {
            let first = gap.partition_point(|b| b.from <= a.to - NEAR);
            let near = gap[first..].iter().take_while(|b| b.from < a.to + NEAR);
            for b in near.filter(|b| b.chain != a.chain && (b.to - a.from).abs() < NEAR && a.from < b.from) {
                // Either line may give way on either side of the gap.
                let ways = [(a, 1), (b, 0), (a, 0), (b, 1)];
                let _ = ways.iter().any(|&(p, end)| shift(room, &chains[p.chain], p.number + end, y));
            }
        }
    }
}

/// Moves the level run of a chain that holds this item, if there is room beside it.
fn shift(room: &Room, chain: &Chain, at: usize, y: &mut [f64]) -> bool {
    let level = y[chain.items[at]];
    let same = |&i: &usize| !room.layers.is_card(i) && (y[i] - level).abs() < 0.1;
    let before = chain.items[..=at].iter().rev().take_while(|i| same(i)).count();
    let after = chain.items[at + 1..].iter().take_while(|i| same(i)).count();
    if before == 0 {
        return false;
    }
    let run = &chain.items[at + 1 - before..at + 1 + after];
    let (low, high) =
        run.iter().map(|&i| range(room, i, y)).fold((f64::MIN, f64::MAX), |a, b| (a.0.max(b.0), a.1.min(b.1)));
    let free = |v: &f64| low - TIGHT <= *v && *v <= high + TIGHT;
    let Some(moved) = [NEAR, -NEAR, TIGHT, -TIGHT].into_iter().map(|d| level + d).find(free) else { return false };
    for &i in run {
        y[i] = moved;
    }
    true
}
