//! Rows: the cards of a lane stand in one line, or take several rows where that saves width.

use crate::heights::room::{Room, Shelf};

/// What a row costs that was taken one column before, in rows of distance; it gets less with each column.
const TAKEN: f64 = 1.5;

/// How many rows each lane has at least; lanes with one row stand as straight as they can.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    pub least: Vec<usize>,
}

impl Rows {
    pub(crate) fn straight(lanes: usize) -> Self {
        Self { least: vec![1; lanes] }
    }
}

/// Gives the cards of one lane their rows, between top and bottom of the band; gives its new bottom.
pub(crate) fn give_rows(room: &mut Room, rows: &Rows, cards: &[usize], y: &[f64], band: (f64, f64)) -> f64 {
    let Some(&first) = cards.first() else { return band.1 };
    let least = rows.least[room.graph.lane[first]];
    if least > 1 {
        return fold(room, cards, least, band);
    }
    let bottom = line_up(room, cards, y, band.1);
    shelve(room, cards, (band.0, bottom));
    bottom
}

/// Rows that there is room for anyway, for cards that may move later on.
fn shelve(room: &mut Room, cards: &[usize], band: (f64, f64)) {
    let (height, pitch, base) = measures(room, cards, band.0);
    let free = band.1 - room.options.lane_pad - base;
    let rows = ((free + room.options.node_gap) / pitch).max(1.0) as usize;
    let step = (free - height) / (rows - 1).max(1) as f64;
    room.shelves[room.graph.lane[cards[0]]] =
        (0..rows).map(|row| Shelf { top: base + step * row as f64, height }).collect();
}

/// Height of a row of these cards, least distance of two rows, and the top of the first.
fn measures(room: &Room, cards: &[usize], top: f64) -> (f64, f64, f64) {
    let height = cards.iter().map(|&c| room.frame.extent[c].0 + room.frame.extent[c].1).fold(0.0, f64::max);
    let strip = cards.iter().map(|&c| room.frame.strip[room.layers.column[c]]).fold(0.0, f64::max);
    (height, (height + room.options.node_gap).ceil() + 1.0, (top + strip).max(room.frame.ceiling))
}

/// One row, if no two of the cards share a column.
fn line_up(room: &mut Room, cards: &[usize], y: &[f64], bottom: f64) -> f64 {
    let mut columns: Vec<usize> = cards.iter().map(|&c| room.layers.column[c]).collect();
    columns.sort_unstable();
    let single = columns.windows(2).all(|p| p[0] != p[1]);
    let Some(row) = cards.iter().map(|&c| y[c]).reduce(f64::max).filter(|_| single) else { return bottom };
    for &card in cards {
        room.home[card] = Some(row);
    }
    let reach = cards.iter().map(|&c| room.frame.extent[c].1).fold(0.0, f64::max);
    bottom.max(row + reach + room.options.lane_pad)
}

/// Several rows; which card takes which is chosen once the lines that pass are known. Gives the band's new bottom.
fn fold(room: &mut Room, cards: &[usize], least: usize, (top, bottom): (f64, f64)) -> f64 {
    let (height, pitch, base) = measures(room, cards, top);
    let fitting = (bottom - room.options.lane_pad - base + room.options.node_gap) / pitch;
    let rows = least.max(fitting.max(1.0) as usize);
    let lane = room.graph.lane[cards[0]];
    room.shelves[lane] = (0..rows).map(|row| Shelf { top: base + pitch * row as f64, height }).collect();
    room.rows[lane] = rows;
    bottom.max(base + pitch * rows as f64 - room.options.node_gap + room.options.lane_pad)
}

/// Gives the cards of folded lanes their rows, by the heights at which everything would stand without.
pub(crate) fn choose_rows(room: &mut Room, rows: &Rows, cards: &[Vec<usize>], y: &[f64]) {
    for cards in cards.iter().filter(|c| !c.is_empty()) {
        let lane = room.graph.lane[cards[0]];
        if rows.least[lane] > 1 {
            let places = Chooser { room, shelves: &room.shelves[lane], y }.choose(cards);
            for (card, row) in places {
                room.home[card] = Some(room.shelves[lane][row].home(room.frame.extent[card]));
            }
        }
    }
}

/// Chooses rows for the cards of one lane.
struct Chooser<'a> {
    room: &'a Room<'a>,
    shelves: &'a [Shelf],
    /// Height of every item as if there were no rows.
    y: &'a [f64],
}

impl Chooser<'_> {
    /// The row of each card: not where its neighbours stand, so that columns can move into each other, and with as many
    /// rows above as lines pass above, so that those need not make way.
    fn choose(&self, cards: &[usize]) -> Vec<(usize, usize)> {
        let layers = self.room.layers;
        let mut order = cards.to_vec();
        order.sort_by_key(|&c| (layers.column[c], layers.at[c]));
        let mut places = Vec::with_capacity(cards.len());
        // Step at which each row was taken last.
        let mut taken = vec![f64::NEG_INFINITY; self.shelves.len()];
        let columns = order.chunk_by(|&a, &b| layers.column[a] == layers.column[b]);
        for (step, column) in columns.enumerate() {
            for (&card, row) in column.iter().zip(self.column(column, step as f64, &taken)) {
                places.push((card, row));
                taken[row] = step as f64;
            }
        }
        places
    }

    /// Rows for the cards of one column from top to bottom, at the least cost (dynamic programming over the rows).
    fn column(&self, column: &[usize], step: f64, taken: &[f64]) -> Vec<usize> {
        let (count, rows) = (column.len(), taken.len());
        if count > rows {
            return (0..count).map(|k| k * rows / count).collect();
        }
        // Least cost of the first cards in the first rows.
        let mut least = vec![vec![0.0; rows + 1]];
        for (k, &card) in column.iter().enumerate() {
            let wish = self.wish(card);
            let mut costs = vec![f64::INFINITY; rows + 1];
            for (row, taken) in taken.iter().enumerate() {
                let cost = (row as f64 - wish).abs() + TAKEN / (step - taken);
                costs[row + 1] = costs[row].min(least[k][row] + cost);
            }
            least.push(costs);
        }
        let mut found = vec![0; count];
        let mut row = rows;
        for k in (1..=count).rev() {
            while least[k][row - 1] <= least[k][row] && row > k {
                row -= 1;
            }
            row -= 1;
            found[k - 1] = row;
        }
        found
    }

    /// The row, in rows from the top, that leaves the lines above and below a card in its band their share of it.
    fn wish(&self, card: usize) -> f64 {
        let (first, last) = (self.shelves[0], self.shelves[self.shelves.len() - 1]);
        let band = first.top..last.top + last.height;
        let layers = self.room.layers;
        let others = layers.columns[layers.column[card]].iter().filter(|&&i| i != card && band.contains(&self.y[i]));
        let (all, above) = others
            .fold((1.0, 0.5), |(all, above), &i| (all + 1.0, above + if self.y[i] < self.y[card] { 1.0 } else { 0.0 }));
        above / all * self.shelves.len() as f64 - 0.5
    }
}
