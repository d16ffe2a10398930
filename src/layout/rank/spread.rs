//! Uses the slack of ranks to keep bands thin: moves cards between columns so that the whole fits its window.

use crate::base::dice::Dice;
use crate::base::lists::Lists;
use crate::base::work::Work;
use crate::diagram::Options;
use crate::graph::Graph;

/// px that one rank of link length is worth.
const PULL: f64 = 20.0;
/// Rounds of throwing and settling.
const KICKS: usize = 8;

/// Ranks that make a better fit, and by how much: the share of the cost of these ranks that is left. `narrow` is the
/// width of a column as a share of its widest card's: columns move into each other where their lanes differ, and how
/// far cannot be known before they are ordered.
pub(crate) fn spread(
    graph: &Graph,
    links: &[(usize, usize)],
    ranks: &[i64],
    narrow: f64,
    options: &Options,
    work: &mut Work,
) -> (f64, Vec<usize>) {
    let mut table = Table::new(graph, links, ranks, narrow, options);
    // A drawing that is too wide already gains nothing from more columns.
    if table.lanes.is_empty() || table.wide() {
        return (1.0, squeeze(ranks));
    }
    // Everything here is counted in handfuls of steps.
    let mut budget = (work.left() / 8) as i64;
    let (all, fit) = (budget, table.fit());
    table.descend(&mut budget);
    let best = table.kick(&mut budget);
    table.restore(&best, &mut budget);
    work.spend(4 * (all - budget).max(0) as usize);
    (table.fit() / fit, squeeze(&best))
}

/// Ranks without empty columns, from 0.
pub(crate) fn squeeze(rank: &[i64]) -> Vec<usize> {
    let mut used: Vec<i64> = rank.to_vec();
    used.sort_unstable();
    used.dedup();
    rank.iter().map(|r| used.binary_search(r).unwrap_or(0)).collect()
}

/// Occupied height of every (lane, column) cell and what depends on it.
struct Table {
    out: Lists<usize>,
    into: Lists<usize>,
    rank: Vec<i64>,
    /// Row of each card's lane; lanes without cards have none.
    row: Vec<usize>,
    /// Height of each card with the gap below it.
    tall: Vec<f64>,
    columns: usize,
    /// Stacked height and number of cards of each cell, row by row.
    cells: Vec<(f64, usize)>,
    /// Thickness of each used lane.
    lanes: Vec<f64>,
    load: Vec<usize>,
    column_width: f64,
    aspect: f64,
    pull: f64,
    /// Ranks of length over all links.
    length: i64,
    /// Pairs of cards in one cell.
    stacked: usize,
    journal: Vec<(usize, i64)>,
}

/// Cells beyond this number are not worth balancing.
const MOST_CELLS: usize = 2_000_000;

impl Table {
    fn new(graph: &Graph, links: &[(usize, usize)], ranks: &[i64], narrow: f64, options: &Options) -> Self {
        let count = graph.count();
        let mut used: Vec<usize> = graph.lane.clone();
        used.sort_unstable();
        used.dedup();
        let row: Vec<usize> = graph.lane.iter().map(|l| used.binary_search(l).unwrap_or(0)).collect();
        let tall: Vec<f64> = (0..count).map(|c| graph.size[c].1 + graph.headroom(c) + options.node_gap).collect();
        let mean = graph.size.iter().map(|s| s.0).sum::<f64>() / count.max(1) as f64;
        let column_width = (mean + options.rank_gap) * narrow;
        let area = tall.iter().sum::<f64>() * column_width;
        let wanted = ((area * options.aspect).sqrt() / column_width * 1.5) as usize + 2;
        let deepest = ranks.iter().copied().max().unwrap_or(0).max(0) as usize;
        let columns = (deepest + 1).max(wanted.min(count));
        let cells = if used.len().saturating_mul(columns) > MOST_CELLS { 0 } else { used.len() * columns };
        let mut table = Self {
            out: Lists::new(count, links.iter().copied()),
            into: Lists::new(count, links.iter().map(|&(from, to)| (to, from))),
            rank: ranks.to_vec(),
            row,
            tall,
            columns,
            cells: vec![(0.0, 0); cells],
            lanes: if cells == 0 { Vec::new() } else { vec![0.0; used.len()] },
            load: vec![0; columns],
            column_width,
            aspect: options.aspect,
            pull: PULL * narrow,
            length: links.iter().map(|&(a, b)| ranks[b] - ranks[a]).sum(),
            stacked: 0,
            journal: Vec::new(),
        };
        if cells > 0 {
            for card in 0..count {
                table.put(card);
            }
            (0..table.lanes.len()).for_each(|r| table.measure_row(r));
        }
        table
    }

    fn cell(&self, card: usize) -> usize {
        self.row[card] * self.columns + self.rank[card] as usize
    }

    fn put(&mut self, card: usize) {
        let cell = self.cell(card);
        self.stacked += self.cells[cell].1;
        self.cells[cell].0 += self.tall[card];
        self.cells[cell].1 += 1;
        self.load[self.rank[card] as usize] += 1;
    }

    fn take(&mut self, card: usize) {
        let cell = self.cell(card);
        self.cells[cell].0 -= self.tall[card];
        self.cells[cell].1 -= 1;
        self.stacked -= self.cells[cell].1;
        self.load[self.rank[card] as usize] -= 1;
    }

    fn measure_row(&mut self, row: usize) {
        let cells = &self.cells[row * self.columns..(row + 1) * self.columns];
        self.lanes[row] = cells.iter().fold(0.0, |m: f64, c| m.max(c.0));
    }

    fn wide(&self) -> bool {
        let (width, height) = self.extent();
        width >= height
    }

    /// Size when fitted to the window.
    fn fit(&self) -> f64 {
        let (width, height) = self.extent();
        width.max(height) + 0.6 * (width + height)
    }

    /// Width, and height in widths of the window.
    fn extent(&self) -> (f64, f64) {
        let used = self.load.iter().filter(|&&n| n > 0).count();
        let height = self.aspect * (self.lanes.iter().sum::<f64>() + 24.0 * self.lanes.len() as f64);
        (used as f64 * self.column_width, height)
    }

    fn cost(&self) -> f64 {
        self.fit() + self.pull * self.length as f64 + 12.0 * self.stacked as f64
    }

    /// Moves one card and notes where it was.
    fn step(&mut self, card: usize, rank: i64) {
        self.journal.push((card, self.rank[card]));
        self.take(card);
        let change = self.into.of(card).len() as i64 - self.out.of(card).len() as i64;
        self.length += change * (rank - self.rank[card]);
        self.rank[card] = rank;
        self.put(card);
    }

    /// Moves a card and pushes on whatever stands in its way; false (and undone) if there is no room.
    fn shift(&mut self, card: usize, rank: i64, budget: &mut i64) -> bool {
        let right = rank > self.rank[card];
        let mut walk = vec![(card, rank)];
        while let Some((card, rank)) = walk.pop() {
            // Another branch of the push may have moved it far enough already.
            if if right { self.rank[card] >= rank } else { self.rank[card] <= rank } {
                continue;
            }
            *budget -= 4 + (self.out.of(card).len() + self.into.of(card).len()) as i64;
            if rank < 0 || rank as usize >= self.columns || self.journal.len() > 200 {
                self.undo();
                return false;
            }
            self.step(card, rank);
            if right {
                walk.extend(self.out.of(card).iter().filter(|&&o| self.rank[o] <= rank).map(|&o| (o, rank + 1)));
            } else {
                walk.extend(self.into.of(card).iter().filter(|&&o| self.rank[o] >= rank).map(|&o| (o, rank - 1)));
            }
        }
        true
    }

    fn undo(&mut self) {
        while let Some((card, rank)) = self.journal.pop() {
            self.step(card, rank);
            self.journal.pop();
        }
    }

    fn measure_moved(&mut self, budget: &mut i64) {
        let mut rows: Vec<usize> = self.journal.iter().map(|&(card, _)| self.row[card]).collect();
        rows.sort_unstable();
        rows.dedup();
        *budget -= ((rows.len() + 1) * self.columns + self.lanes.len()) as i64;
        for row in rows {
            self.measure_row(row);
        }
    }

    /// Takes back the moves since the last commitment.
    fn revert(&mut self, budget: &mut i64) {
        let moved = self.journal.clone();
        self.undo();
        self.journal = moved;
        self.measure_moved(budget);
        self.journal.clear();
    }

    /// Places where a card may be worth trying.
    fn places(&self, card: usize) -> std::ops::RangeInclusive<i64> {
        let low = self.into.of(card).iter().map(|&o| self.rank[o] + 1).max();
        let high = self.out.of(card).iter().map(|&o| self.rank[o] - 1).min();
        let (here, last) = (self.rank[card], self.columns as i64 - 1);
        let low = low.map_or(0, |l| l - 1).max(here - 30).max(0);
        low..=high.map_or(last, |h| h + 1).min(here + 30).min(last)
    }

    /// Moves cards to their best column until nothing improves.
    fn descend(&mut self, budget: &mut i64) {
        let mut cost = self.cost();
        for _ in 0..12 {
            let before = cost;
            for card in 0..self.rank.len() {
                if let Some(rank) = self.best_rank(card, cost, budget) {
                    self.journal.clear();
                    if self.shift(card, rank, budget) {
                        self.measure_moved(budget);
                        cost = self.cost();
                    }
                    self.journal.clear();
                } else if *budget <= 0 {
                    return;
                }
            }
            if cost > before - 1e-6 {
                return;
            }
        }
    }

    /// The column in which a card costs least, if it is less than this; none if the budget runs out.
    fn best_rank(&mut self, card: usize, cost: f64, budget: &mut i64) -> Option<i64> {
        let mut best = (cost - 1e-6, None);
        for rank in self.places(card) {
            if *budget <= 0 {
                return None;
            }
            self.journal.clear();
            *budget -= 8;
            if rank != self.rank[card] && self.shift(card, rank, budget) {
                self.measure_moved(budget);
                let now = self.cost();
                if now < best.0 {
                    best = (now, Some(rank));
                }
                self.revert(budget);
            }
        }
        best.1
    }

    /// Throws a few cards elsewhere, settles again, and gives the best ranks found.
    fn kick(&mut self, budget: &mut i64) -> Vec<i64> {
        let mut dice = Dice::new(0x9E37_79B9_7F4A_7C15);
        let mut best = (self.cost(), self.rank.clone());
        for _ in 0..KICKS {
            if *budget <= 0 || self.rank.is_empty() {
                break;
            }
            for _ in 0..2 {
                let card = dice.below(self.rank.len());
                let places = self.places(card);
                let rank = places.start() + dice.below((places.end() - places.start() + 1).max(0) as usize) as i64;
                self.journal.clear();
                if rank != self.rank[card] && self.shift(card, rank, budget) {
                    self.measure_moved(budget);
                }
            }
            self.descend(budget);
            let cost = self.cost();
            if cost < best.0 {
                best = (cost, self.rank.clone());
            }
            let start = best.1.clone();
            self.restore(&start, budget);
        }
        best.1
    }

    fn restore(&mut self, rank: &[i64], budget: &mut i64) {
        self.journal.clear();
        for (card, &r) in rank.iter().enumerate() {
            if self.rank[card] != r {
                self.step(card, r);
            }
        }
        self.measure_moved(budget);
        self.journal.clear();
    }
}
