//! The order inside columns with few crossings: barycentre sweeps, then sifting by exact differences.

use crate::base::work::Work;
use crate::order::weave::{ANY, Weave};

/// Sweeps until they stall, then sifts until nothing improves.
pub(crate) fn arrange(weave: &mut Weave, work: &mut Work) {
    let mut best = (weave.crossings(), weave.columns.clone());
    let mut stalled = 0;
    for round in 0..24 {
        if stalled > 3 || best.0 == 0 || !work.open() {
            break;
        }
        sweep(weave, round % 2 == 0, if round % 6 == 5 { 0.5 } else { 0.0 });
        let crossings = weave.crossings();
        work.spend(weave.at.len() * 20);
        stalled += 1;
        if crossings < best.0 {
            best = (crossings, weave.columns.clone());
            stalled = 0;
        }
    }
    weave.set(&best.1);
    sift_all(weave, 40, work);
}

/// One pass over all columns by barycentre; `both` is the share of the neighbours on the far side.
fn sweep(weave: &mut Weave, rightwards: bool, both: f32) {
    let count = weave.columns.len();
    let (mut cards, mut bends) = (Vec::new(), Vec::new());
    for step in 0..count {
        let c = if rightwards { step } else { count - 1 - step };
        cards.clear();
        bends.clear();
        for &item in &weave.columns[c] {
            let (near, far) = if rightwards { (&weave.left, &weave.right) } else { (&weave.right, &weave.left) };
            let key = match (mean(weave, near.of(item)), mean(weave, far.of(item))) {
                (Some(n), Some(f)) => (1.0 - both) * n + both * f,
                (Some(n), None) => n,
                (None, Some(f)) if both > 0.0 => f,
                _ => weave.at[item as usize] as f32,
            };
            if weave.lane[item as usize] == ANY {
                bends.push((key, item));
            } else {
                cards.push((key, item));
            }
        }
        let lane = &weave.lane;
        cards.sort_by(|a, b| lane[a.1 as usize].cmp(&lane[b.1 as usize]).then(a.0.total_cmp(&b.0)));
        bends.sort_by(|a, b| a.0.total_cmp(&b.0));
        merge(&cards, &bends, &mut weave.columns[c]);
        weave.number(c);
    }
}

/// Mean position of neighbours; the outside does not count.
fn mean(weave: &Weave, items: &[u32]) -> Option<f32> {
    let (mut sum, mut count) = (0_u32, 0_u32);
    for &o in items.iter().filter(|&&o| o < weave.items) {
        sum += weave.at[o as usize];
        count += 1;
    }
    (count > 0).then(|| sum as f32 / count as f32)
}

/// Cards in their order with the bends between them by key.
fn merge(cards: &[(f32, u32)], bends: &[(f32, u32)], merged: &mut Vec<u32>) {
    merged.clear();
    let mut bends = bends.iter().peekable();
    for card in cards {
        while let Some(bend) = bends.next_if(|b| b.0 < card.0) {
            merged.push(bend.1);
        }
        merged.push(card.1);
    }
    merged.extend(bends.map(|b| b.1));
}

/// Sifts all columns until nothing improves.
fn sift_all(weave: &mut Weave, passes: usize, work: &mut Work) {
    let count = weave.columns.len();
    // A column is due again when it or a neighbour has changed since its last turn.
    let mut due = vec![true; count + 2];
    let mut sifter = Sifter::default();
    for pass in 0..passes {
        let mut saved = 0;
        for step in 0..count {
            let c = if pass % 2 == 0 { step } else { count - 1 - step };
            if !std::mem::replace(&mut due[c + 1], false) || !work.open() {
                continue;
            }
            let gain = sifter.sift(weave, c, work);
            if gain > 0 {
                saved += gain;
                due[c..c + 3].fill(true);
            }
        }
        if saved == 0 || !work.open() {
            break;
        }
    }
}

/// How far an item is tried away from its place.
const REACH: usize = 300;

/// Moves each item of a column to its best place, others fixed (Matuszewski, Schönfeld and Molitor 1999).
#[derive(Default)]
struct Sifter {
    items: Vec<u32>,
    /// Sorted neighbour positions of all items, left then right, with where each item's begin.
    ends: Vec<u32>,
    start: Vec<(u32, u32, u32)>,
    order: Vec<u32>,
    place: Vec<u32>,
}

impl Sifter {
    fn load(&mut self, weave: &Weave, column: usize) {
        self.items.clone_from(&weave.columns[column]);
        self.ends.clear();
        self.start.clear();
        for &item in &self.items {
            let first = self.ends.len();
            self.ends.extend(weave.left.of(item).iter().map(|&o| weave.at[o as usize]));
            let middle = self.ends.len();
            self.ends.extend(weave.right.of(item).iter().map(|&o| weave.at[o as usize]));
            self.ends[first..middle].sort_unstable();
            self.ends[middle..].sort_unstable();
            self.start.push((first as u32, middle as u32, self.ends.len() as u32));
        }
        self.order.clear();
        self.order.extend(0..self.items.len() as u32);
        self.place.clone_from(&self.order);
    }

    /// Crossings of two items' links with the first above the second, less those the other way round.
    fn cost(&self, a: u32, b: u32) -> i32 {
        let (a, b) = (self.start[a as usize], self.start[b as usize]);
        let part = |from: u32, to: u32| &self.ends[from as usize..to as usize];
        swap_cost(part(a.0, a.1), part(b.0, b.1)) + swap_cost(part(a.1, a.2), part(b.1, b.2))
    }

    /// Moves each item of a column to where it crosses least, one after the other; gives the crossings that saves.
    fn sift(&mut self, weave: &mut Weave, column: usize, work: &mut Work) -> i64 {
        if weave.columns[column].len() < 2 {
            return 0;
        }
        self.load(weave, column);
        let mut gain = 0;
        let mean = self.ends.len() / self.items.len();
        for x in 0..self.items.len() as u32 {
            if !work.open() {
                break;
            }
            let place = self.place[x as usize] as usize;
            let mut best = (0, place);
            let above = (place.saturating_sub(REACH)..place).rev();
            let mut tried = 1 + self.walk(weave, x, above, |y| self.cost(x, y), &mut best);
            let below = place + 1..self.order.len().min(place + REACH);
            tried += self.walk(weave, x, below, |y| self.cost(y, x), &mut best);
            work.spend(tried * (3 + 2 * mean));
            if best.0 < 0 {
                gain -= i64::from(best.0);
                self.move_to(place, best.1);
            }
        }
        if gain > 0 {
            for (item, &i) in weave.columns[column].iter_mut().zip(&self.order) {
                *item = self.items[i as usize];
            }
            weave.number(column);
        }
        gain
    }

    /// Lets an item walk over places as far as it may and notes the best of them, with the crossings that it takes to
    /// get there; `pass` tells those of passing one item. Gives the number of places.
    #[inline]
    fn walk(
        &self,
        weave: &Weave,
        x: u32,
        places: impl Iterator<Item = usize>,
        pass: impl Fn(u32) -> i32,
        best: &mut (i32, usize),
    ) -> usize {
        let (mut sum, mut tried) = (0, 0);
        for place in places {
            let y = self.order[place];
            if !weave.may_swap(self.items[x as usize], self.items[y as usize]) {
                break;
            }
            tried += 1;
            sum += pass(y);
            if sum < best.0 {
                *best = (sum, place);
            }
        }
        tried
    }

    fn move_to(&mut self, place: usize, target: usize) {
        let range = place.min(target)..=place.max(target);
        if target < place {
            self.order[range.clone()].rotate_right(1);
        } else {
            self.order[range.clone()].rotate_left(1);
        }
        for p in range {
            self.place[self.order[p] as usize] = p as u32;
        }
    }
}

/// Crossings of two sorted lists of ends with the first above the second, less those the other way round.
fn swap_cost(above: &[u32], below: &[u32]) -> i32 {
    if let (&[a], &[b]) = (above, below) {
        return i32::from(b < a) - i32::from(a < b);
    }
    let (mut less, mut upto, mut cost) = (0, 0, 0);
    for &a in above {
        while less < below.len() && below[less] < a {
            less += 1;
        }
        upto = upto.max(less);
        while upto < below.len() && below[upto] == a {
            upto += 1;
        }
        cost += less as i32 - (below.len() - upto) as i32;
    }
    cost
}
