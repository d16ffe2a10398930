//! The order inside columns with few crossings: barycentre sweeps, sifting by exact differences, several starts.

use super::geometry::Dice;
use super::layers::{FREE, Layers};

/// Kicks without gain after which the order is taken as it is.
const STALLED: usize = 16;

/// Orders all columns in place and gives the crossings left.
pub(super) fn arrange(layers: &mut Layers, starts: usize, kicks: usize, mut budget: i64) -> u64 {
    let first = layers.columns.clone();
    let mut best = (layers.crossings(), first.clone());
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    for start in 0..starts {
        if best.0 == 0 || (start > 0 && budget <= 0) {
            break;
        }
        layers.set(&first);
        shuffle(layers, start, &mut dice);
        settle(layers, start, &mut budget);
        let crossings = layers.crossings();
        if crossings < best.0 {
            best = (crossings, layers.columns.clone());
        }
    }
    layers.set(&best.1);
    let mut stalled = 0;
    for round in 0..kicks {
        if best.0 == 0 || budget <= 0 || stalled > STALLED {
            break;
        }
        kick(layers, round, &mut dice);
        sift_all(layers, 20, &mut budget);
        let crossings = layers.crossings();
        budget -= layers.at.len() as i64 * 4;
        stalled = if crossings < best.0 { 0 } else { stalled + 1 };
        if crossings <= best.0 {
            best = (crossings, layers.columns.clone());
        } else {
            layers.set(&best.1);
        }
    }
    best.0
}

/// A different start for each number: as it is, reversed, then shuffled.
fn shuffle(layers: &mut Layers, start: usize, dice: &mut Dice) {
    if start == 0 {
        return;
    }
    for c in 0..layers.columns.len() {
        let lane = &layers.lane;
        let column = &mut layers.columns[c];
        if start % 2 == 1 {
            column.reverse();
        }
        if start > 1 {
            for i in (1..column.len()).rev() {
                column.swap(i, dice.below(i + 1));
            }
        }
        column.sort_by_key(|&i| lane[i]);
        layers.number(c);
    }
}

/// Sweeps until they stall, then sifts until nothing improves.
fn settle(layers: &mut Layers, start: usize, budget: &mut i64) {
    let mut best = (u64::MAX, layers.columns.clone());
    let mut stalled = 0;
    for round in 0..24 {
        sweep(layers, (round + start).is_multiple_of(2), if round % 6 == 5 { 0.5 } else { 0.0 });
        *budget -= layers.at.len() as i64 * 12;
        let crossings = layers.crossings();
        if crossings < best.0 {
            best = (crossings, layers.columns.clone());
            stalled = 0;
        } else {
            stalled += 1;
        }
        if stalled > 4 || *budget <= 0 {
            break;
        }
    }
    layers.set(&best.1);
    sift_all(layers, 40, budget);
}

fn sift_all(layers: &mut Layers, passes: usize, budget: &mut i64) {
    for _ in 0..passes {
        let gain: i64 = (0..layers.columns.len()).map(|c| sift(layers, c, budget)).sum();
        if gain == 0 || *budget <= 0 {
            break;
        }
    }
}

/// One pass over all columns by barycentre; `both` is the share of the neighbours on the far side.
fn sweep(layers: &mut Layers, rightwards: bool, both: f64) {
    let count = layers.columns.len();
    for step in 0..count {
        let c = if rightwards { step } else { count - 1 - step };
        let mean = |items: &[usize]| {
            let sum: f64 = items.iter().map(|&o| layers.at[o] as f64).sum();
            (!items.is_empty()).then(|| sum / items.len() as f64)
        };
        let (mut cards, mut bends) = (Vec::new(), Vec::new());
        for &item in &layers.columns[c] {
            let (near, far) = if rightwards { (&layers.left, &layers.right) } else { (&layers.right, &layers.left) };
            let key = match (mean(&near[item]), mean(&far[item])) {
                (Some(n), Some(f)) => (1.0 - both) * n + both * f,
                (Some(n), None) => n,
                (None, Some(f)) if both > 0.0 => f,
                _ => layers.at[item] as f64,
            };
            if layers.lane[item] == FREE {
                bends.push((key, item));
            } else {
                cards.push((key, item));
            }
        }
        let lane = &layers.lane;
        cards.sort_by(|a, b| lane[a.1].cmp(&lane[b.1]).then(a.0.total_cmp(&b.0)));
        bends.sort_by(|a, b| a.0.total_cmp(&b.0));
        layers.columns[c] = merge(&cards, &bends);
        layers.number(c);
    }
}

/// Cards in their order with the bends between them by key.
fn merge(cards: &[(f64, usize)], bends: &[(f64, usize)]) -> Vec<usize> {
    let mut merged = Vec::with_capacity(cards.len() + bends.len());
    let (mut cards, mut bends) = (cards.iter().peekable(), bends.iter().peekable());
    loop {
        let from_cards = match (cards.peek(), bends.peek()) {
            (Some(c), Some(b)) => c.0 <= b.0,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => return merged,
        };
        merged.extend(if from_cards { cards.next() } else { bends.next() }.map(|k| k.1));
    }
}

/// Crossings of two items' links with the first above the second, less those the other way round.
fn swap_cost(above: &[usize], below: &[usize]) -> i64 {
    let (mut less, mut upto, mut cost) = (0, 0, 0);
    for &a in above {
        while less < below.len() && below[less] < a {
            less += 1;
        }
        upto = upto.max(less);
        while upto < below.len() && below[upto] == a {
            upto += 1;
        }
        cost += less as i64 - (below.len() - upto) as i64;
    }
    cost
}

/// How far an item is tried away from its place.
const REACH: usize = 300;

/// Moves each item of a column to its best place, others fixed (Matuszewski, Schönfeld and Molitor 1999).
fn sift(layers: &mut Layers, column: usize, budget: &mut i64) -> i64 {
    let items = layers.columns[column].clone();
    if items.len() < 2 || *budget <= 0 {
        return 0;
    }
    let sorted = |others: &[usize]| {
        let mut at: Vec<usize> = others.iter().map(|&o| layers.at[o]).collect();
        at.sort_unstable();
        at
    };
    let ends: Vec<_> = items.iter().map(|&i| (sorted(&layers.left[i]), sorted(&layers.right[i]))).collect();
    let cost = |a: usize, b: usize| swap_cost(&ends[a].0, &ends[b].0) + swap_cost(&ends[a].1, &ends[b].1);
    let work = |a: usize, b: usize| (2 + ends[a].0.len() + ends[a].1.len() + ends[b].0.len() + ends[b].1.len()) as i64;
    let mut order: Vec<usize> = (0..items.len()).collect();
    let mut gain = 0;
    for x in 0..items.len() {
        let Some(place) = order.iter().position(|&o| o == x).filter(|_| *budget > 0) else {
            break;
        };
        let (mut best, mut target, mut sum) = (0, place, 0);
        for p in (place.saturating_sub(REACH)..place).rev() {
            let y = order[p];
            if !layers.may_swap(items[x], items[y]) {
                break;
            }
            sum += cost(x, y);
            *budget -= work(x, y);
            if sum < best {
                (best, target) = (sum, p);
            }
        }
        sum = 0;
        for (p, &y) in order.iter().enumerate().skip(place + 1).take(REACH) {
            if !layers.may_swap(items[x], items[y]) {
                break;
            }
            sum += cost(y, x);
            *budget -= work(x, y);
            if sum < best {
                (best, target) = (sum, p);
            }
        }
        if best < 0 {
            gain -= best;
            order.remove(place);
            order.insert(target, x);
        }
    }
    layers.columns[column] = order.into_iter().map(|i| items[i]).collect();
    layers.number(column);
    gain
}

/// Disturbs the order a little: a two-sided sweep, or short stretches reversed.
fn kick(layers: &mut Layers, round: usize, dice: &mut Dice) {
    if round.is_multiple_of(4) {
        sweep(layers, round.is_multiple_of(8), 0.5);
        return;
    }
    for _ in 0..(layers.columns.len() / 3).max(2) {
        let c = dice.below(layers.columns.len());
        let size = layers.columns[c].len();
        if size < 3 {
            continue;
        }
        let from = dice.below(size - 1);
        let to = (from + 2 + dice.below(7)).min(size);
        let mut stretch = layers.columns[c][from..to].to_vec();
        stretch.reverse();
        let mut cards: Vec<usize> = stretch.iter().copied().filter(|&i| layers.is_card(i)).collect();
        cards.sort_by_key(|&i| layers.lane[i]);
        let mut cards = cards.into_iter();
        for item in &mut stretch {
            if layers.is_card(*item) {
                *item = cards.next().unwrap_or(*item);
            }
        }
        layers.columns[c][from..to].copy_from_slice(&stretch);
        layers.number(c);
    }
}
