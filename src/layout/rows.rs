//! Rows: the cards of a lane stand in one line, or take several rows by turns where that saves width.

use super::place::Room;

/// How many rows each lane has at least; lanes with one row stand as straight as they can.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    pub least: Vec<usize>,
}

/// A row of a lane, as high as the lane's highest card.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shelf {
    top: f64,
    height: f64,
}

impl Shelf {
    /// Centre of a card in this row that reaches so far above and below its centre.
    pub(super) fn home(&self, (up, down): (f64, f64)) -> f64 {
        self.top + (self.height + up - down) / 2.0
    }
}

impl Rows {
    pub(super) fn straight(lanes: usize) -> Self {
        Self { least: vec![1; lanes] }
    }
}

impl Room<'_> {
    /// Gives the cards of one lane their rows, between top and bottom of the band; gives its new bottom.
    pub(super) fn give_rows(&mut self, rows: &Rows, cards: &[usize], y: &[f64], band: (f64, f64)) -> f64 {
        let Some(&first) = cards.first() else { return band.1 };
        let least = rows.least[self.graph.lane[first]];
        if least > 1 { self.fold(cards, least, band) } else { self.line_up(cards, y, band.1) }
    }

    /// One row, if no two of the cards share a column.
    fn line_up(&mut self, cards: &[usize], y: &[f64], bottom: f64) -> f64 {
        let mut columns: Vec<usize> = cards.iter().map(|&c| self.layers.column[c]).collect();
        columns.sort_unstable();
        let single = columns.windows(2).all(|p| p[0] != p[1]);
        let Some(row) = cards.iter().map(|&c| y[c]).reduce(f64::max).filter(|_| single) else { return bottom };
        for &card in cards {
            self.home[card] = Some(row);
        }
        let reach = cards.iter().map(|&c| self.frame.extent[c].1).fold(0.0, f64::max);
        bottom.max(row + reach + self.options.lane_pad)
    }

    /// Several rows by turns, so that neighbours need not stand side by side: a column's cards take the rows that
    /// have been free for longest.
    fn fold(&mut self, cards: &[usize], least: usize, (top, bottom): (f64, f64)) -> f64 {
        let height = cards.iter().map(|&c| self.frame.extent[c].0 + self.frame.extent[c].1).fold(0.0, f64::max);
        let pitch = (height + self.options.node_gap).ceil() + 1.0;
        let strip = cards.iter().map(|&c| self.frame.strip[self.layers.column[c]]).fold(0.0, f64::max);
        let base = (top + strip).max(self.frame.ceiling);
        let fitting = (bottom - self.options.lane_pad - base + self.options.node_gap) / pitch;
        let rows = least.max(fitting.max(1.0) as usize);
        let mut order = cards.to_vec();
        order.sort_by_key(|&c| (self.layers.column[c], self.layers.at[c]));
        let mut turns: Vec<usize> = (0..rows).collect();
        let mut places = Vec::with_capacity(cards.len());
        for column in order.chunk_by(|&a, &b| self.layers.column[a] == self.layers.column[b]) {
            let mut taken: Vec<usize> = turns.drain(..column.len().min(rows)).collect();
            taken.sort_unstable();
            places.extend(column.iter().enumerate().map(|(i, &card)| (card, taken[i.min(taken.len() - 1)])));
            turns.extend(taken);
        }
        let shelf = |row: usize| Shelf { top: base + pitch * row as f64, height };
        for &(card, row) in &places {
            self.home[card] = Some(shelf(row).home(self.frame.extent[card]));
        }
        let lane = self.graph.lane[cards[0]];
        self.rows[lane] = rows;
        self.shelves[lane] = (0..rows).map(shelf).collect();
        bottom.max(base + pitch * rows as f64 - self.options.node_gap + self.options.lane_pad)
    }
}
