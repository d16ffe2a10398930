//! The shortest way with few bends on the grid of the cards' edges (Wybrow, Marriott and Stuckey 2009), by A* (Hart,
//! Nilsson and Raphael 1968).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::base::geometry::Point;
use crate::base::rect::Rect;

/// How much room lines take, in px.
#[derive(Clone, Copy)]
pub(crate) struct Room {
    /// Distance of lines from cards.
    pub space: f64,
    /// Least distance that is kept.
    pub least: f64,
    /// Straight piece at a card: room for a corner and an arrow head.
    pub stub: f64,
}

/// Lengths are counted in sixteenths of a px, so that sums are exact.
const UNIT: f64 = 16.0;
/// px of way that a bend is worth.
const BEND: u64 = 60 * 16;
/// Most lines of the grid in each direction; of more, the ones that lie closest to others are left out.
const MOST_LINES: usize = 240;

/// The directions: right, left, down, up. The opposite of `d` is `d ^ 1`.
const STEPS: [(isize, isize); 4] = [(1, 0), (-1, 0), (0, 1), (0, -1)];

/// The ways out of a card in the order of the directions, as border point and end of the stub.
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
pub(crate) struct Grid {
    x: Vec<f64>,
    y: Vec<f64>,
    /// The same in sixteenths of a px.
    units: (Vec<i64>, Vec<i64>),
    /// Whether the piece from a point to the next one on its right, and to the one below, keeps its distance.
    right: Vec<bool>,
    down: Vec<bool>,
    from: [(Point, Point); 4],
    to: [(Point, Point); 4],
    /// Which doors can be used: their stubs meet no card.
    open: ([bool; 4], [bool; 4]),
}

impl Grid {
    /// The grid of these cards for a line between two of them.
    pub(crate) fn new(cards: &[Rect], ends: (Rect, Rect), room: Room) -> Self {
        let (from, to) = (doors(ends.0, room.stub), doors(ends.1, room.stub));
        let kept: Vec<Point> = from.iter().chain(&to).map(|door| door.1).collect();
        let x = lines(kept.iter().map(|p| p.0), cards.iter().flat_map(|r| [r.left - room.space, r.right + room.space]));
        let y = lines(kept.iter().map(|p| p.1), cards.iter().flat_map(|r| [r.top - room.space, r.bottom + room.space]));
        let is_open = |own: Rect, door: &(Point, Point)| {
            let piece = Rect::between(door.0, door.1);
            cards.iter().all(|&r| r == own || !piece.overlaps(r.grown(room.least)))
        };
        let open = (from.map(|door| is_open(ends.0, &door)), to.map(|door| is_open(ends.1, &door)));
        let units = [&x, &y].map(|lines| lines.iter().map(|v| (v * UNIT).round() as i64).collect());
        let (right, down) = (vec![true; x.len() * y.len()], vec![true; x.len() * y.len()]);
        let mut grid = Self { x, y, units: units.into(), right, down, from, to, open };
        for card in cards {
            grid.block(card.grown(room.least));
        }
        grid
    }

    /// About how many steps it took to make.
    pub(crate) fn size(&self) -> u64 {
        (self.x.len() * self.y.len()) as u64 / 64
    }

    /// Closes all pieces that meet a box.
    fn block(&mut self, card: Rect) {
        // Lines inside, and pieces that overlap, the one before the first line inside being the first.
        let inside = |lines: &[f64], low: f64, high: f64| {
            (lines.partition_point(|v| *v <= low), lines.partition_point(|v| *v < high))
        };
        let (columns, rows) = (inside(&self.x, card.left, card.right), inside(&self.y, card.top, card.bottom));
        for row in rows.0..rows.1 {
            for column in columns.0.saturating_sub(1)..columns.1 {
                self.right[row * self.x.len() + column] = false;
            }
        }
        for row in rows.0.saturating_sub(1)..rows.1 {
            for column in columns.0..columns.1 {
                self.down[row * self.x.len() + column] = false;
            }
        }
    }

    fn find(&self, p: Point) -> Option<usize> {
        let at = |list: &[f64], v: f64| list.binary_search_by(|o| o.total_cmp(&v)).ok();
        Some(at(&self.y, p.1)? * self.x.len() + at(&self.x, p.0)?)
    }

    /// Where a point lies, in sixteenths of a px.
    fn place(&self, at: usize) -> (i64, i64) {
        let columns = self.x.len();
        (self.units.0[at % columns], self.units.1[at / columns])
    }

    fn point(&self, at: usize) -> Point {
        (self.x[at % self.x.len()], self.y[at / self.x.len()])
    }

    /// The point next to another in a direction, if the piece between them is free.
    fn next(&self, at: usize, direction: usize) -> Option<usize> {
        let (column, row) = (at % self.x.len(), at / self.x.len());
        let step = STEPS[direction];
        let (column, row) = (column.checked_add_signed(step.0)?, row.checked_add_signed(step.1)?);
        if column >= self.x.len() || row >= self.y.len() {
            return None;
        }
        let next = row * self.x.len() + column;
        let is_free = if direction < 2 { self.right[at.min(next)] } else { self.down[at.min(next)] };
        is_free.then_some(next)
    }

    /// Points and directions in which a way may arrive: through a door one comes in against its direction.
    fn goals(&self) -> Vec<(usize, usize)> {
        let open = (0..4).filter(|&d| self.open.1[d]);
        open.filter_map(|d| self.find(self.to[d].1).map(|at| (at, d ^ 1))).collect()
    }
}

/// Sorted lines: those that are kept, and of the others as many as may be, none closer to another than needed.
fn lines(kept: impl Iterator<Item = f64>, others: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut kept: Vec<f64> = kept.collect();
    let mut others: Vec<f64> = others.collect();
    for list in [&mut kept, &mut others] {
        list.sort_by(f64::total_cmp);
        list.dedup();
    }
    let mut apart = 0.0;
    while others.len() > MOST_LINES {
        apart = if apart == 0.0 { 2.0 } else { apart * 1.5 };
        let mut last = f64::NEG_INFINITY;
        others.retain(|&v| {
            let stays = v - last >= apart;
            last = if stays { v } else { last };
            stays
        });
    }
    kept.extend(others);
    kept.sort_by(f64::total_cmp);
    kept.dedup();
    kept
}

/// The search for a way; it keeps its buffers from one to the next.
#[derive(Default)]
pub(crate) struct Walk {
    /// Cost of each state, a grid point with the direction in which it was reached, and the direction of the state
    /// before it; they count where `round` is the present one.
    cost: Vec<u64>,
    before: Vec<u8>,
    rounds: Vec<u32>,
    round: u32,
    heap: BinaryHeap<Reverse<(u64, u64, u32)>>,
    steps: u64,
}

/// No state before this one.
const START: u8 = 4;

impl Walk {
    /// States that the last search looked at.
    pub(crate) fn steps(&self) -> u64 {
        self.steps
    }

    /// The corners of the cheapest way from any door to any door, found in at most so many steps.
    pub(crate) fn line(&mut self, grid: &Grid, most: u64) -> Option<Vec<Point>> {
        self.begin(grid.right.len() * 4);
        let goals = grid.goals();
        if goals.is_empty() {
            return None;
        }
        let ahead = |at: usize, direction: usize| least(grid, &goals, at, direction);
        for direction in (0..4).filter(|&d| grid.open.0[d]) {
            if let Some(at) = grid.find(grid.from[direction].1) {
                // Causes lead to the right where nothing speaks against it.
                let spent = if direction == 0 { 0 } else { BEND };
                self.reach(at * 4 + direction, spent, ahead(at, direction), START);
            }
        }
        while let Some(Reverse((total, to_go, now))) = self.heap.pop() {
            let (now, spent) = (now as usize, self.cost[now as usize]);
            let (at, direction) = (now / 4, now % 4);
            if total > spent + to_go {
                continue;
            }
            if to_go == 0 && goals.contains(&(at, direction)) {
                return Some(self.walk_back(grid, now));
            }
            self.steps += 1;
            if self.steps > most {
                return None;
            }
            for turn in (0..4).filter(|&t| t != direction ^ 1) {
                let Some(next) = grid.next(at, turn) else { continue };
                let length = apart(grid.place(at), grid.place(next));
                let sum = spent + length + if turn == direction { 0 } else { BEND };
                let state = next * 4 + turn;
                if self.rounds[state] != self.round || sum < self.cost[state] {
                    self.reach(state, sum, ahead(next, turn), direction as u8);
                }
            }
        }
        None
    }

    fn begin(&mut self, states: usize) {
        if self.cost.len() < states {
            self.cost.resize(states, 0);
            self.before.resize(states, START);
            self.rounds.resize(states, 0);
        }
        self.round += 1;
        self.heap.clear();
        self.steps = 0;
    }

    fn reach(&mut self, state: usize, spent: u64, ahead: u64, before: u8) {
        (self.cost[state], self.before[state], self.rounds[state]) = (spent, before, self.round);
        self.heap.push(Reverse((spent + ahead, ahead, state as u32)));
    }

    fn walk_back(&self, grid: &Grid, goal: usize) -> Vec<Point> {
        let mut line = vec![grid.to[(goal % 4) ^ 1].0];
        let (mut at, mut direction) = (goal / 4, goal % 4);
        loop {
            line.push(grid.point(at));
            let before = self.before[at * 4 + direction];
            if before == START {
                line.push(grid.from[direction].0);
                break;
            }
            // Back over the piece that was walked in this direction.
            let step = STEPS[direction];
            at = at.wrapping_add_signed(-(step.0 + step.1 * grid.x.len() as isize));
            direction = usize::from(before);
        }
        line.reverse();
        corners(&line)
    }
}

/// The least that a way costs from a state to any goal: the distance along the axes, and the bends that are needed even
/// where nothing stands in the way.
fn least(grid: &Grid, goals: &[(usize, usize)], at: usize, direction: usize) -> u64 {
    let here = grid.place(at);
    let to = |&(goal, arrival): &(usize, usize)| {
        let there = grid.place(goal);
        let towards = |d: usize| match d {
            0 => there.0 - here.0,
            1 => here.0 - there.0,
            2 => there.1 - here.1,
            _ => here.1 - there.1,
        };
        let bends = if direction == arrival {
            let is_straight = towards(direction) >= 0 && towards(direction ^ 2) == 0;
            if is_straight { 0 } else { 2 }
        } else if direction == arrival ^ 1 {
            2
        } else if towards(direction) >= 0 && towards(arrival) >= 0 {
            1
        } else {
            3
        };
        apart(here, there) + bends * BEND
    };
    goals.iter().map(to).min().unwrap_or(0)
}

/// Distance along the axes.
fn apart(a: (i64, i64), b: (i64, i64)) -> u64 {
    a.0.abs_diff(b.0) + a.1.abs_diff(b.1)
}

/// The line without the points at which it does not turn.
fn corners(line: &[Point]) -> Vec<Point> {
    let mut corners: Vec<Point> = Vec::new();
    for &p in line {
        while let [.., a, b] = corners.as_slice() {
            if (a.0 == b.0 && b.0 == p.0) || (a.1 == b.1 && b.1 == p.1) {
                corners.pop();
            } else {
                break;
            }
        }
        corners.push(p);
    }
    corners
}
