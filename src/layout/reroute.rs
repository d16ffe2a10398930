//! Second thoughts about long links: led straight through at another height where that saves more than it crosses.

use super::layers::Layers;
use super::place::Heights;

/// px of rise that one crossing is worth.
const CROSSING: f64 = 300.0;

/// Diagrams with more links keep their order: no eye follows one line there.
const MOST_CHAINS: usize = 300;

/// Tries other heights for every chain with bends; tells whether anything moved.
pub(super) fn reroute(layers: &mut Layers, heights: &Heights, budget: &mut i64) -> bool {
    if layers.chains.len() > MOST_CHAINS {
        return false;
    }
    let mut levels: Vec<f64> = heights.tops.clone();
    // Just inside the outer bands there is room too.
    levels.extend([heights.y.iter().copied().fold(f64::INFINITY, f64::min) - 1.0]);
    let work = (layers.at.len() * 12 + 50) as i64;
    let mut crossings = layers.crossings();
    let mut moved = false;
    for chain in 0..layers.chains.len() {
        let items = layers.chains[chain].items.clone();
        if items.len() < 3 || *budget <= 0 {
            continue;
        }
        let now: Vec<f64> = items.iter().map(|&i| heights.y[i]).collect();
        let (from, to) = (now[0], now[now.len() - 1]);
        let rise: f64 = now.windows(2).map(|p| (p[0] - p[1]).abs()).sum();
        let before = keep(layers, &items);
        let mut best = (CROSSING * crossings as f64 + rise - 1.0, None);
        for &level in levels.iter().chain([from - 1.0, from + 1.0, to - 1.0, to + 1.0].iter()) {
            *budget -= work;
            lead(layers, &items, heights, level);
            let rise = (from - level).abs() + (level - to).abs();
            let cost = CROSSING * layers.crossings() as f64 + rise;
            if cost < best.0 {
                best = (cost, Some(keep(layers, &items)));
            }
            restore(layers, &items, &before);
        }
        if let Some(order) = best.1 {
            restore(layers, &items, &order);
            crossings = layers.crossings();
            moved = true;
        }
    }
    moved
}

/// The order of the columns that the chain's bends stand in.
fn keep(layers: &Layers, items: &[usize]) -> Vec<Vec<usize>> {
    items.iter().map(|&i| layers.columns[layers.column[i]].clone()).collect()
}

fn restore(layers: &mut Layers, items: &[usize], order: &[Vec<usize>]) {
    for (&item, column) in items.iter().zip(order) {
        let c = layers.column[item];
        layers.columns[c].clone_from(column);
        layers.number(c);
    }
}

/// Puts the chain's bends where a line at this height would pass.
fn lead(layers: &mut Layers, items: &[usize], heights: &Heights, level: f64) {
    let cards = layers.cards;
    for &bend in items.iter().filter(|&&i| i >= cards) {
        let column = layers.column[bend];
        let order = &mut layers.columns[column];
        order.retain(|&i| i != bend);
        let at = order.iter().position(|&i| heights.y[i] > level).unwrap_or(order.len());
        order.insert(at, bend);
        layers.number(column);
    }
}
