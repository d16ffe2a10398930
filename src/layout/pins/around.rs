//! Lines around cards: the shortest orthogonal way with few bends, on the grid of the cards' edges (Wybrow, Marriott
//! and Stuckey 2009).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::base::distances::{AROUND, AROUND_RADIUS};
use crate::base::geometry::{Point, rounded};
use crate::base::index::Item;
use crate::base::rect::Rect;

/// How much room lines take, in px.
#[derive(Clone, Copy)]
struct Room {
    /// Distance of lines from cards.
    space: f64,
    /// Least distance that is kept.
    least: f64,
    /// Straight piece at a card: room for a corner and an arrow head.
    stub: f64,
}

/// px of way that a bend is worth.
const BEND: f64 = 60.0;
/// How far around its cards a line is looked for first, in px.
const MARGIN: f64 = 240.0;
/// Grid points beyond which no way is looked for.
const MOST_POINTS: usize = 90_000;

/// A line from one card to another past all cards, or None if there is no room for it.
pub(crate) fn around(cards: &[Rect], from: Item, to: Item) -> Option<Vec<Point>> {
    let near = cards[from].joined(cards[to]).grown(MARGIN);
    let close: Vec<Rect> = cards.iter().copied().filter(|r| r.overlaps(near)).collect();
    let line = |(space, least, stub)| {
        let room = Room { space, least, stub };
        let line = |cards: &[Rect], from, to| Grid::new(cards, from, to, room).and_then(|g| g.line());
        line(&close, cards[from], cards[to])
            .filter(|l| clear(l, cards, from, to))
            .or_else(|| line(cards, cards[from], cards[to]))
    };
    AROUND.into_iter().find_map(line)
}

/// Whether a line meets no card but its own.
fn clear(line: &[Point], cards: &[Rect], from: Item, to: Item) -> bool {
    let foreign = Item::all(0..cards.len()).zip(cards).filter(|(c, _)| *c != from && *c != to);
    foreign.into_iter().all(|(_, &r)| line.windows(2).all(|p| !r.is_entered(p[0], p[1])))
}

/// The ways out of a card: right, left, bottom, top, as border point and end of the stub.
fn doors(r: Rect, stub: f64) -> [(Point, Point); 4] {
    let (x, y) = r.centre();
    [
        ((r.right, y), (r.right + stub, y)),
        ((r.left, y), (r.left - stub, y)),
        ((x, r.bottom), (x, r.bottom + stub)),
        ((x, r.top), (x, r.top - stub)),
    ]
}

/// Lines that a way may run along.
struct Grid<'a> {
    cards: &'a [Rect],
    from: Rect,
    to: Rect,
    x: Vec<f64>,
    y: Vec<f64>,
    room: Room,
}

impl<'a> Grid<'a> {
    fn new(cards: &'a [Rect], from: Rect, to: Rect, room: Room) -> Option<Self> {
        let (mut x, mut y) = (Vec::new(), Vec::new());
        for r in cards {
            x.extend([r.left - room.space, r.right + room.space]);
            y.extend([r.top - room.space, r.bottom + room.space]);
        }
        for (_, stub) in doors(from, room.stub).into_iter().chain(doors(to, room.stub)) {
            x.push(stub.0);
            y.push(stub.1);
        }
        for list in [&mut x, &mut y] {
            list.sort_by(f64::total_cmp);
            list.dedup();
        }
        (x.len() * y.len() <= MOST_POINTS).then_some(Self { cards, from, to, x, y, room })
    }

    /// Whether a level or upright piece keeps its distance from all cards.
    fn is_free(&self, a: Point, b: Point) -> bool {
        let piece = Rect::between(a, b);
        self.cards.iter().all(|r| !piece.overlaps(r.grown(self.room.least)))
    }

    /// Whether a stub meets no card but its own.
    fn is_open(&self, own: Rect, door: (Point, Point)) -> bool {
        let piece = Rect::between(door.0, door.1);
        self.cards.iter().all(|&r| r == own || !piece.overlaps(r.grown(self.room.least)))
    }

    fn find(&self, p: Point) -> Option<(usize, usize)> {
        let at = |list: &[f64], v: f64| list.binary_search_by(|o| o.total_cmp(&v)).ok();
        at(&self.x, p.0).zip(at(&self.y, p.1))
    }

    /// The cheapest way from any door of one card to any door of the other (Dijkstra 1959).
    fn line(&self) -> Option<Vec<Point>> {
        // A state is a grid point with the direction in which it was reached: right, left, down, up.
        let state = |(x, y): (usize, usize), d: usize| (y * self.x.len() + x) * 4 + d;
        let count = self.x.len() * self.y.len() * 4;
        let (mut cost, mut before) = (vec![u64::MAX; count], vec![None; count]);
        let mut heap = BinaryHeap::new();
        for (d, door) in doors(self.from, self.room.stub).into_iter().enumerate() {
            if let Some(at) = self.find(door.1).filter(|_| self.is_open(self.from, door)) {
                // Causes lead to the right where nothing speaks against it.
                let start = if d == 0 { 0 } else { BEND as u64 };
                cost[state(at, d)] = start;
                heap.push(Reverse((start, state(at, d))));
            }
        }
        // Arriving in direction d means coming in through the door on the other side.
        let goals: Vec<usize> = doors(self.to, self.room.stub)
            .into_iter()
            .zip([1, 0, 3, 2])
            .filter(|(door, _)| self.is_open(self.to, *door))
            .filter_map(|(door, d)| self.find(door.1).map(|at| state(at, d)))
            .collect();
        while let Some(Reverse((spent, now))) = heap.pop() {
            if goals.contains(&now) {
                return Some(self.walk_back(&before, now));
            }
            if spent > cost[now] {
                continue;
            }
            let (d, x, y) = (now % 4, now / 4 % self.x.len(), now / 4 / self.x.len());
            for turn in (0..4).filter(|&t| t != d ^ 1) {
                let next = match turn {
                    0 => (x + 1, y),
                    1 => (x.wrapping_sub(1), y),
                    2 => (x, y + 1),
                    _ => (x, y.wrapping_sub(1)),
                };
                let (Some(&nx), Some(&ny)) = (self.x.get(next.0), self.y.get(next.1)) else {
                    continue;
                };
                let (a, b) = ((self.x[x], self.y[y]), (nx, ny));
                let length = (a.0 - b.0).abs() + (a.1 - b.1).abs();
                let sum = spent + (length + if turn == d { 0.0 } else { BEND }) as u64;
                let then = state(next, turn);
                if sum < cost[then] && self.is_free(a, b) {
                    (cost[then], before[then]) = (sum, Some(now));
                    heap.push(Reverse((sum, then)));
                }
            }
        }
        None
    }

    fn walk_back(&self, before: &[Option<usize>], goal: usize) -> Vec<Point> {
        let point = |state: usize| (self.x[state / 4 % self.x.len()], self.y[state / 4 / self.x.len()]);
        let mut line = vec![doors(self.to, self.room.stub)[(goal % 4) ^ 1].0];
        let mut start = goal;
        line.push(point(start));
        while let Some(state) = before[start] {
            line.push(point(state));
            start = state;
        }
        line.push(doors(self.from, self.room.stub)[start % 4].0);
        line.reverse();
        // Only corners count.
        let mut corners: Vec<Point> = Vec::new();
        for p in line {
            while let [.., a, b] = corners.as_slice() {
                if (a.0 == b.0 && b.0 == p.0) || (a.1 == b.1 && b.1 == p.1) {
                    corners.pop();
                } else {
                    break;
                }
            }
            corners.push(p);
        }
        rounded(&corners, AROUND_RADIUS)
    }
}
