//! Lines around cards: the shortest orthogonal way with few bends, looked for near by first.

use crate::base::distances::{AROUND, AROUND_RADIUS};
use crate::base::geometry::{Point, rounded};
use crate::base::index::Item;
use crate::base::near::Near;
use crate::base::rect::Rect;
use crate::pins::grid::{Grid, Room, Walk};

/// How far around its cards a line is looked for, in px: near by, then further, then everywhere.
const MARGINS: [f64; 3] = [240.0, 1200.0, f64::INFINITY];
/// Steps for all lines of a drawing, of some hundred nanoseconds each; further lines are drawn straight. 300 cards pinned
/// anywhere with 500 links take 3 million.
const MOST_STEPS: u64 = 5_000_000;

/// Finds lines around the same cards, one after the other.
pub(crate) struct Around<'a> {
    cards: &'a Near,
    walk: Walk,
    left: u64,
}

impl<'a> Around<'a> {
    pub(crate) fn new(cards: &'a Near) -> Self {
        Self { cards, walk: Walk::default(), left: MOST_STEPS }
    }

    /// A line from one card to another past all cards, or None if there is no room for it, or no more time.
    pub(crate) fn line(&mut self, from: Item, to: Item) -> Option<Vec<Point>> {
        AROUND.into_iter().find_map(|(space, least, stub)| self.with_room(from, to, Room { space, least, stub }))
    }

    fn with_room(&mut self, from: Item, to: Item, room: Room) -> Option<Vec<Point>> {
        let boxes = self.cards.boxes();
        let ends = (boxes[from], boxes[to]);
        let mut last = 0;
        for margin in MARGINS {
            if self.left == 0 {
                return None;
            }
            let near = ends.0.joined(ends.1).grown(margin);
            let close: Vec<Rect> = boxes.iter().copied().filter(|r| r.overlaps(near)).collect();
            self.spend(boxes.len() as u64 / 32);
            // With no card more there is no other line.
            if close.len() == last {
                continue;
            }
            last = close.len();
            let grid = Grid::new(&close, ends, room);
            let found = self.walk.line(&grid, self.left);
            self.spend(grid.size() + close.len() as u64 / 8 + self.walk.steps());
            if let Some(line) =
                found.map(|corners| rounded(&corners, AROUND_RADIUS)).filter(|l| self.is_clear(l, from, to))
            {
                return Some(line);
            }
        }
        None
    }

    fn spend(&mut self, steps: u64) {
        self.left = self.left.saturating_sub(steps);
    }

    /// Whether a line meets no card but its own.
    fn is_clear(&self, line: &[Point], from: Item, to: Item) -> bool {
        let foreign = |card: usize| card != from.number() && card != to.number();
        line.windows(2).all(|p| !self.cards.is_entered(p[0], p[1], 0.0, foreign))
    }
}
