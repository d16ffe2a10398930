//! Which of many boxes may touch a place: boxes sorted into the cells of a grid without edges.

use std::{cell::Cell, collections::BTreeMap};

use crate::base::geometry::Point;
use crate::base::rect::Rect;

/// Boxes by the cells of a grid that they touch, each cell as wide and as high as this, in px.
const CELL: f64 = 256.0;

/// Boxes that can be moved, and found by where they are.
pub(crate) struct Near {
    boxes: Vec<Rect>,
    cells: BTreeMap<(i64, i64), Vec<usize>>,
    looks: Cell<u64>,
}

impl Near {
    pub(crate) fn new(boxes: Vec<Rect>) -> Self {
        let mut near = Self { boxes, cells: BTreeMap::new(), looks: Cell::new(0) };
        for at in 0..near.boxes.len() {
            near.enter(at);
        }
        near
    }

    pub(crate) fn boxes(&self) -> &[Rect] {
        &self.boxes
    }

    /// How many boxes were looked at so far: where many lie on one spot, each question looks at all of them.
    pub(crate) fn looks(&self) -> u64 {
        self.looks.get()
    }

    /// Moves one box.
    pub(crate) fn put(&mut self, at: usize, place: Rect) {
        for cell in cells(self.boxes[at]) {
            if let Some(list) = self.cells.get_mut(&cell) {
                list.retain(|&other| other != at);
            }
        }
        self.boxes[at] = place;
        self.enter(at);
    }

    /// Whether a box that is `wanted` shares more than a border with this one.
    pub(crate) fn meets(&self, place: Rect, wanted: impl Fn(usize) -> bool) -> bool {
        let is_met = |at: usize| wanted(at) && self.boxes[at].overlaps(place);
        self.any(place, is_met)
    }

    /// Whether a segment enters a box, grown by so many px, that is `wanted`.
    pub(crate) fn is_entered(&self, a: Point, b: Point, by: f64, wanted: impl Fn(usize) -> bool) -> bool {
        let is_met = |at: usize| wanted(at) && self.boxes[at].grown(by).is_entered(a, b);
        self.any(Rect::between(a, b).grown(by), is_met)
    }

    /// Whether any box is met, of those in the cells of a place or, where these are more than boxes, of all.
    fn any(&self, place: Rect, is_met: impl Fn(usize) -> bool) -> bool {
        let look = |at: usize| {
            self.looks.set(self.looks.get() + 1);
            is_met(at)
        };
        if count(place) > self.boxes.len() as f64 {
            return (0..self.boxes.len()).any(look);
        }
        cells(place).filter_map(|cell| self.cells.get(&cell)).flatten().any(|&at| look(at))
    }

    fn enter(&mut self, at: usize) {
        for cell in cells(self.boxes[at]) {
            self.cells.entry(cell).or_default().push(at);
        }
    }
}

fn cell(v: f64) -> i64 {
    (v / CELL).floor() as i64
}

/// The cells that a box touches.
fn cells(place: Rect) -> impl Iterator<Item = (i64, i64)> {
    let rows = cell(place.top)..=cell(place.bottom);
    let columns = cell(place.left)..=cell(place.right);
    rows.flat_map(move |row| columns.clone().map(move |column| (row, column)))
}

/// About how many they are.
fn count(place: Rect) -> f64 {
    (place.width() / CELL + 1.0) * (place.height() / CELL + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dice::Dice;

    #[test]
    fn what_is_found_is_what_all_boxes_say() {
        let mut dice = Dice::new(5);
        let mut number = |below: usize| dice.below(below) as f64 - below as f64 / 2.0;
        let mut square = |reach| Rect::around((number(reach), number(reach)), (20.0 + number(30), 120.0 + number(200)));
        let mut near = Near::new((0..60).map(|_| square(3000)).collect());
        for round in 0..600 {
            let place = square(4000);
            let even = |at: usize| at.is_multiple_of(2);
            let met = near.boxes().iter().enumerate().any(|(at, r)| even(at) && r.overlaps(place));
            assert_eq!(near.meets(place, even), met);
            let (a, b) = (place.centre(), square(4000).centre());
            let entered = near.boxes().iter().any(|r| r.grown(3.0).is_entered(a, b));
            assert_eq!(near.is_entered(a, b, 3.0, |_| true), entered);
            near.put(round % 60, square(3000));
        }
    }
}
