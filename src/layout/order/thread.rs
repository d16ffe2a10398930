//! Threads a link through the columns with the fewest crossings: exact, by dynamic programming from gap to gap.
//!
//! A slot of a column is the number of items above it. All other links stay as they are, so the cost of a piece from
//! slot to slot depends on nothing else (the layered case of optimal edge insertion, Gutwenger, Mutzel and Weiskircher
//! 2005).

use crate::base::index::{Item, Link};
use crate::base::work::Work;
use crate::order::gaps::{
    Levels, PAD, Towards, around, between, card_costs, first_row, piece, slot_costs, slot_level, slot_levels,
};
use crate::order::span::Way;
use crate::order::weave::Weave;

/// Columns with more slots are only searched near the straight way between the ends.
const WIDE: usize = 160;
/// Slots searched there on either side.
const NEAR: usize = 56;

/// Where the bends of a link would go, and what that would cost.
#[derive(Clone, Debug, Default)]
pub(crate) struct Course {
    pub cost: i64,
    pub slots: Vec<usize>,
}

/// The costs of reaching each slot of one column, from slot `low` on and beyond `base`, which is the least of them.
///
/// Costs far above the least are no better known, for no best way passes there.
#[derive(Clone, Debug, Default)]
struct Front {
    column: usize,
    low: usize,
    base: i64,
    slots: usize,
    cost: Vec<i16>,
}

/// Most that costs differ by in one column; more links than this are not threaded at all, so that sums stay in range.
pub(crate) const MOST: i16 = 10_000;

impl Front {
    fn costs(&self) -> impl Iterator<Item = (usize, i64)> {
        let costs = self.cost.iter().take(self.slots);
        (self.low..).zip(costs.map(|&c| self.base + i64::from(c)))
    }

    /// Makes the least cost 0.
    fn rebase(&mut self) {
        let least = self.cost.iter().take(self.slots).copied().min().unwrap_or(0);
        self.base += i64::from(least);
        for cost in &mut self.cost {
            *cost = cost.wrapping_sub(least).min(MOST);
        }
    }
}

/// Buffers of the search.
#[derive(Clone, Debug, Default)]
pub(crate) struct Threader {
    fronts: Vec<Front>,
    used: usize,
    row: Vec<i16>,
    spare: Vec<i32>,
    /// What a link adds to the costs of slots above its end, then of those below: many of each.
    step: Vec<i16>,
    pub levels: Option<Levels>,
}

impl Threader {
    /// What one crossing costs.
    fn unit(&self) -> i32 {
        self.levels.as_ref().map_or(1, |l| i32::from(l.crossing))
    }

    /// The cost of a link as it runs.
    pub(crate) fn cost(&self, weave: &Weave, link: Link, work: &mut Work) -> i64 {
        let span = weave.spans[link];
        let position = |item: Item| weave.at[item];
        match weave.way[link] {
            Way::Absent => 0,
            Way::Inside => {
                let (mut before, mut sum) = (span.left, 0);
                for item in weave.path(link).skip(1) {
                    let column = weave.column(before);
                    work.spend(5 * weave.columns[column].len());
                    sum += self.price(piece(weave, column as isize, position(before), position(item)));
                    sum += self.rise(before, item);
                    before = item;
                }
                sum
            }
            way => self.price(around(weave, link, way)),
        }
    }

    fn price(&self, crossings: u32) -> i64 {
        i64::from(crossings) * i64::from(self.unit())
    }

    fn rise(&self, a: Item, b: Item) -> i64 {
        self.levels.as_ref().map_or(0, |l| i64::from(l.y[a].abs_diff(l.y[b])))
    }

    /// Notes the heights of a link's bends where they stand now.
    pub(crate) fn note_levels(&mut self, weave: &Weave, link: Link) {
        if let Some(levels) = &mut self.levels {
            for bend in weave.spans[link].bends.items() {
                let (items, at) = (&weave.columns[weave.column(bend)], weave.place(bend) - 1);
                let above = at.checked_sub(1).map(|a| levels.y[items[a]]);
                let below = items.get(at + 1).map(|&i| levels.y[i]);
                levels.y[bend] = between(above, below);
            }
        }
    }

    /// What it costs to run an absent link around the outside.
    pub(crate) fn outside(&self, weave: &Weave, link: Link, way: Way) -> i64 {
        self.price(around(weave, link, way))
    }

    /// The cheapest course of an absent link through the columns.
    pub(crate) fn course(&mut self, weave: &Weave, link: Link, work: &mut Work) -> Course {
        let span = weave.spans[link];
        let (first, last) = weave.reach(link);
        let (left, right) = (weave.at[span.left], weave.at[span.right]);
        if last == first + 1 {
            let cost = self.price(piece(weave, first as isize, left, right)) + self.rise(span.left, span.right);
            work.spend(3 * weave.columns[first].len());
            return Course { cost, slots: Vec::new() };
        }
        self.spread(weave, link, Towards::Right, last - 1, work);
        self.finish(weave, link, last)
    }

    /// Adds to `sum` what a link costs for each slot of the column that its absent card would stand in.
    pub(crate) fn add_costs(&mut self, weave: &Weave, link: Link, card: Item, sum: &mut SlotCosts, work: &mut Work) {
        let span = weave.spans[link];
        let (first, last) = weave.reach(link);
        if card == span.right {
            self.spread(weave, link, Towards::Right, last, work);
        } else {
            self.spread(weave, link, Towards::Left, first, work);
        }
        let front = &self.fronts[self.used - 1];
        sum.add(front.low, front.slots, front.costs().map(|c| c.1));
    }

    /// Adds what an outside link costs for each slot of its absent card.
    pub(crate) fn add_outside(&mut self, weave: &Weave, link: Link, card: Item, way: Way, sum: &mut SlotCosts) {
        let span = weave.spans[link];
        let column = weave.column(card);
        for (end, towards) in [(span.from, Towards::Right), (span.to, Towards::Left)] {
            if end != card {
                continue;
            }
            let next = towards.next(column);
            let far = if way == Way::Above { 0 } else { weave.columns.get(next).map_or(0, Vec::len) };
            slot_costs(weave, towards, column, far, self.unit(), &mut self.spare);
            sum.add(0, self.spare.len(), self.spare.iter().map(|&c| i64::from(c)));
        }
    }

    /// Fills the fronts from one card of a link up to a column.
    fn spread(&mut self, weave: &Weave, link: Link, towards: Towards, until: usize, work: &mut Work) {
        let span = weave.spans[link];
        let (card, far) = if towards == Towards::Right { (span.left, span.right) } else { (span.right, span.left) };
        let mut column = weave.column(card);
        self.used = 0;
        loop {
            let next = towards.next(column);
            let range = Self::range(weave, card, far, next);
            let mut front = self.next_front(next, range);
            work.spend(5 * (weave.columns[column].len() + weave.columns[next].len()));
            if self.used == 0 {
                card_costs(weave, towards, card, self.unit(), &mut self.spare);
                (front.base, front.slots) = fill(&mut front.cost, &self.spare[range.0..=range.1]);
                self.add_rises(weave, card, &mut front);
            } else {
                self.extend(weave, towards, column, range, &mut front);
                work.spend((self.fronts[self.used - 1].slots + 1) * (range.1 + 8 - range.0) / 4);
            }
            front.rebase();
            self.fronts[self.used] = front;
            self.used += 1;
            column = next;
            if column == until {
                return;
            }
        }
    }

    /// An empty front.
    fn next_front(&mut self, column: usize, range: (usize, usize)) -> Front {
        if self.used == self.fronts.len() {
            self.fronts.push(Front::default());
        }
        let mut front = std::mem::take(&mut self.fronts[self.used]);
        front.cost.clear();
        (front.column, front.low, front.slots) = (column, range.0, range.1 + 1 - range.0);
        front
    }

    /// The slots of a column that are searched.
    fn range(weave: &Weave, card: Item, far: Item, column: usize) -> (usize, usize) {
        let slots = weave.columns[column].len();
        if slots <= WIDE {
            return (0, slots);
        }
        let share = |card: Item| {
            let own = weave.columns[weave.column(card)].len().max(1);
            weave.place(card) as f64 / own as f64
        };
        let along = |card: Item| weave.column(card).abs_diff(column) as f64;
        let (a, b) = (along(card), along(far));
        let share = (share(card) * b + share(far) * a) / (a + b).max(1.0);
        let middle = ((share * slots as f64) as usize).min(slots);
        (middle.saturating_sub(NEAR), (middle + NEAR).min(slots))
    }

    /// The front of the column after `column`: for each slot the cheapest way from the last front.
    fn extend(&mut self, weave: &Weave, towards: Towards, column: usize, range: (usize, usize), front: &mut Front) {
        let unit = self.unit();
        let last = &self.fronts[self.used - 1];
        first_row(weave, towards, column, last.low, unit, &mut self.spare);
        let (base, _) = fill(&mut self.row, &self.spare[range.0..=range.1]);
        front.base = last.base + base;
        front.cost.resize(self.row.len(), 2 * MOST);
        let middle = ready(&mut self.step, self.row.len() + 1, unit as i16);
        let heights = self.levels.as_ref().map(|l| slot_levels(weave, l, towards.next(column), range));
        for (p, &reached) in last.cost.iter().take(last.slots).enumerate() {
            if let Some((levels, heights)) = self.levels.as_ref().zip(heights.as_ref()) {
                let own = slot_level(weave, levels, column, last.low + p);
                lower_with_rise(&mut front.cost, &self.row, reached, heights, own);
            } else {
                lower(&mut front.cost, &self.row, reached);
            }
            let Some(&item) = weave.columns[column].get(last.low + p) else {
                break;
            };
            for &other in towards.of(weave, item) {
                let at = weave.place(other).clamp(range.0, range.1 + 1) - range.0;
                pass(&mut self.row, &self.step[middle - at..]);
            }
        }
    }

    fn add_rises(&self, weave: &Weave, card: Item, front: &mut Front) {
        if let Some(levels) = &self.levels {
            for (slot, cost) in (front.low..).zip(front.cost.iter_mut().take(front.slots)) {
                let rise = slot_level(weave, levels, front.column, slot).abs_diff(levels.y[card]);
                *cost = cost.saturating_add(i16::try_from(rise).unwrap_or(MOST).min(MOST));
            }
        }
    }

    /// Chooses the best way to the right card and walks it back.
    fn finish(&mut self, weave: &Weave, link: Link, last: usize) -> Course {
        let right = weave.spans[link].right;
        card_costs(weave, Towards::Left, right, self.unit(), &mut self.spare);
        let mut slots = vec![0; self.used];
        let mut cost = 0;
        let mut wanted = (weave.place(right), weave.columns[last].len());
        let mut height = self.levels.as_ref().map(|l| l.y[right]);
        for step in (0..self.used).rev() {
            let front = &self.fronts[step];
            let count = weave.columns[front.column].len();
            let mut best = (i64::MAX, usize::MAX, 0);
            for (slot, reached) in front.costs() {
                let level = self.levels.as_ref().map_or(0, |l| slot_level(weave, l, front.column, slot));
                let rise = height.map_or(0, |h| h.abs_diff(level));
                let sum = reached + i64::from(self.spare[slot]) + i64::from(rise);
                // Among equals the slot at the same share of the column as the one after it.
                let off = (slot * (wanted.1 + 1)).abs_diff(wanted.0 * (count + 1));
                best = best.min((sum, off, slot));
            }
            let slot = best.2;
            slots[step] = slot;
            if step + 1 == self.used {
                cost = best.0;
            }
            wanted = (slot, count);
            height = self.levels.as_ref().map(|l| slot_level(weave, l, front.column, slot));
            if step > 0 {
                slot_costs(weave, Towards::Right, front.column - 1, slot, self.unit(), &mut self.spare);
            }
        }
        Course { cost, slots }
    }
}

/// The costs of the slots that an absent card may take.
#[derive(Clone, Debug, Default)]
pub(crate) struct SlotCosts {
    pub low: usize,
    pub cost: Vec<i64>,
}

impl SlotCosts {
    /// Adds costs of the slots from `low` on; slots without any are out of reach.
    fn add(&mut self, low: usize, count: usize, costs: impl Iterator<Item = i64>) {
        let mut costs = costs.skip(self.low.saturating_sub(low).min(count - 1));
        let mut cost = costs.next().unwrap_or(0);
        for (slot, sum) in (self.low..).zip(&mut self.cost) {
            if slot > low.max(self.low) {
                cost = costs.next().unwrap_or(cost);
            }
            *sum += cost + 4 * slot.abs_diff(slot.clamp(low, low + count - 1)) as i64;
        }
    }
}

/// Copies costs into a padded row, less the least one, which is given with their number.
fn fill(row: &mut Vec<i16>, costs: &[i32]) -> (i64, usize) {
    let least = costs.iter().copied().min().unwrap_or(0);
    row.clear();
    row.extend(costs.iter().map(|&c| (c - least).min(i32::from(MOST)) as i16));
    row.resize(costs.len().next_multiple_of(PAD), 0);
    (i64::from(least), costs.len())
}

/// Makes the table of steps wide enough; gives its middle.
fn ready(step: &mut Vec<i16>, width: usize, unit: i16) -> usize {
    if step.len() < 2 * width || step[0] != unit {
        step.clear();
        step.resize(width, unit);
        step.resize(2 * width, -unit);
    }
    step.len() / 2
}

/// Lowers costs to those of coming from a slot that was reached at this cost.
fn lower(costs: &mut [i16], row: &[i16], reached: i16) {
    for (cost, row) in costs.iter_mut().zip(row) {
        *cost = (*cost).min(reached.wrapping_add(*row));
    }
}

/// The same with the rise from this height.
fn lower_with_rise(costs: &mut [i16], row: &[i16], reached: i16, heights: &[i16], own: i16) {
    for ((cost, row), &height) in costs.iter_mut().zip(row).zip(heights) {
        let rise = height.max(own).wrapping_sub(height.min(own));
        *cost = (*cost).min(reached.wrapping_add(*row).wrapping_add(rise));
    }
}

/// Lets the start pass below one end of a link: costs rise above that end and fall below it.
fn pass(row: &mut [i16], step: &[i16]) {
    for (row, step) in row.iter_mut().zip(step) {
        *row = row.wrapping_add(*step);
    }
}
