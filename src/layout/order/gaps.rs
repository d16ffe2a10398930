//! What pieces of links cost between neighbouring columns: crossings with all others there, and rises.
//!
//! A slot of a column is the number of items above it.

use crate::base::index::{Item, Link};
use crate::order::span::{Strays, Way};
use crate::order::weave::{DEEP, Weave};

/// Rows of costs are padded to a multiple of this, so that they are handled many at a time.
pub(crate) const PAD: usize = 16;

/// Heights of all items: a link pays for its rise as well as for its crossings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels {
    /// By item, in small units of length.
    pub y: Vec<i16>,
    /// What one crossing costs, in the same units.
    pub crossing: i16,
}

/// Which way a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Towards {
    Right,
    Left,
}

impl Towards {
    /// Neighbours of an item on that side.
    #[inline]
    pub(crate) fn of(self, weave: &Weave, item: Item) -> &[Item] {
        if self == Self::Right { weave.right.of(item) } else { weave.left.of(item) }
    }

    /// Links into this side of a column from the outside.
    pub(crate) fn strays(self, weave: &Weave, next: usize) -> Option<&Strays> {
        if self == Self::Right { weave.entering.get(next) } else { weave.leaving.get(next) }
    }

    pub(crate) fn next(self, column: usize) -> usize {
        if self == Self::Right { column + 1 } else { column.wrapping_sub(1) }
    }
}

/// Crossings of a piece between the items at two positions, from a column to the next one.
pub(crate) fn piece(weave: &Weave, column: isize, left: u32, right: u32) -> u32 {
    let mut sum = 0;
    if let Some(strays) = usize::try_from(column + 1).ok().and_then(|next| weave.entering.get(next)) {
        let at = |c: &Item| weave.at[*c];
        // The piece itself may be such a stray.
        sum += strays.above.iter().filter(|c| left > 0 && at(c) > right).count() as u32;
        sum += strays.below.iter().filter(|c| left < DEEP && at(c) < right).count() as u32;
    }
    for &item in usize::try_from(column).ok().and_then(|c| weave.columns.get(c)).map_or(&[][..], |c| c) {
        let a = weave.at[item];
        for &other in weave.right.of(item) {
            let b = weave.at[other];
            sum += u32::from((a < left && b > right) || (a > left && b < right));
        }
    }
    sum
}

/// Crossings of a link around the outside on its way there and back.
pub(crate) fn around(weave: &Weave, link: Link, way: Way) -> u32 {
    let span = weave.spans[link];
    let outside = weave.at[weave.outside(way)];
    let column = |card: Item| weave.column(card) as isize;
    piece(weave, column(span.from), weave.at[span.from], outside)
        + piece(weave, column(span.to) - 1, outside, weave.at[span.to])
}

/// Costs from a card to each slot of the next column.
pub(crate) fn card_costs(weave: &Weave, towards: Towards, card: Item, unit: i32, costs: &mut Vec<i32>) {
    let (column, here) = (weave.column(card), weave.place(card));
    // Links of the card itself begin where it does and cross nothing of its own.
    let above = |at: usize| (at != here).then_some(at < here);
    row(weave, towards, column, above, unit, costs);
}

/// Costs from one slot to each slot of the next column.
pub(crate) fn first_row(weave: &Weave, towards: Towards, column: usize, slot: usize, unit: i32, costs: &mut Vec<i32>) {
    row(weave, towards, column, |at| Some(at <= slot), unit, costs);
}

/// Costs to each slot of the next column from a point that has the positions above it for which `above` says so.
fn row(
    weave: &Weave,
    towards: Towards,
    column: usize,
    above: impl Fn(usize) -> Option<bool>,
    unit: i32,
    costs: &mut Vec<i32>,
) {
    let next = towards.next(column);
    let slots = weave.columns[next].len() + 1;
    costs.clear();
    costs.resize(slots + 1, 0);
    let end = |item: Item| weave.place(item).min(slots);
    let mut count = |above: bool, end: usize| {
        if above {
            costs[0] += unit;
            costs[end] -= unit;
        } else {
            costs[end] += unit;
        }
    };
    for (at, &item) in (1..).zip(&weave.columns[column]) {
        if let Some(above) = above(at) {
            towards.of(weave, item).iter().for_each(|&o| count(above, end(o)));
        }
    }
    if let Some(strays) = towards.strays(weave, next) {
        strays.above.iter().for_each(|&c| count(true, end(c)));
        strays.below.iter().for_each(|&c| count(false, end(c)));
    }
    for i in 1..slots {
        costs[i] += costs[i - 1];
    }
    costs.truncate(slots);
}

/// Costs from each slot of a column to one slot of the next column.
pub(crate) fn slot_costs(weave: &Weave, towards: Towards, column: usize, slot: usize, unit: i32, costs: &mut Vec<i32>) {
    let items = &weave.columns[column];
    costs.clear();
    costs.resize(items.len() + 1, 0);
    let mut base = 0;
    for (at, &item) in (1..).zip(items) {
        for &other in towards.of(weave, item) {
            if weave.place(other) > slot {
                costs[at] += unit;
            } else {
                base += unit;
                costs[at] -= unit;
            }
        }
    }
    if let Some(strays) = towards.strays(weave, towards.next(column)) {
        let above = |c: &&Item| weave.place(**c) <= slot;
        base += unit * strays.above.iter().filter(|c| !above(c)).count() as i32;
        base += unit * strays.below.iter().filter(above).count() as i32;
    }
    costs[0] += base;
    for i in 1..costs.len() {
        costs[i] += costs[i - 1];
    }
}

/// The height of a slot: between its neighbours, or just outside the first or last.
pub(crate) fn slot_level(weave: &Weave, levels: &Levels, column: usize, slot: usize) -> i16 {
    let items = &weave.columns[column];
    let y = |at: usize| items.get(at).map(|&i| levels.y[i]);
    between(slot.checked_sub(1).and_then(y), y(slot))
}

/// The height between two neighbours, or just outside the one there is.
pub(crate) fn between(above: Option<i16>, below: Option<i16>) -> i16 {
    match (above, below) {
        (Some(a), Some(b)) => i16::midpoint(a, b),
        (Some(a), None) => a.saturating_add(2),
        (None, Some(b)) => b.saturating_sub(2),
        (None, None) => 0,
    }
}

pub(crate) fn slot_levels(weave: &Weave, levels: &Levels, column: usize, range: (usize, usize)) -> Vec<i16> {
    let mut heights: Vec<i16> = (range.0..=range.1).map(|slot| slot_level(weave, levels, column, slot)).collect();
    heights.resize(heights.len().next_multiple_of(PAD), 0);
    heights
}
