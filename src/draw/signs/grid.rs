//! What lies where: cells over a picture, each with the cards and the pieces of lines that touch it.

use crate::layout::base::Lists;

use super::{Area, line::Spot};

/// Side of a cell, in px.
const CELL: f32 = 96.0;
/// Most cells: a picture that is larger gets larger ones.
const MOST_CELLS: f32 = 60_000.0;

/// A piece of a line: the line's number and the piece's.
pub type Piece = (u32, u32);

/// Cells over a picture.
#[derive(Clone, Debug)]
pub struct Grid {
    left: f32,
    top: f32,
    cell: f32,
    columns: usize,
    rows: usize,
    cards: Lists<u32>,
    pieces: Lists<Piece>,
}

impl Grid {
    /// Sorts cards and lines into cells.
    pub fn new<P: Spot>(cards: &[Area], lines: &[&[P]]) -> Self {
        let ends = lines.iter().copied().flatten().map(|point| point.xy());
        let corners = cards.iter().flat_map(|card| [(card.x, card.y), (card.right(), card.bottom())]);
        let (mut low, mut high) = ((f32::INFINITY, f32::INFINITY), (f32::NEG_INFINITY, f32::NEG_INFINITY));
        for (x, y) in ends.chain(corners) {
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
        }
        let (w, h) = ((high.0 - low.0).max(0.0), (high.1 - low.1).max(0.0));
        let ((left, top), (w, h)) = if (w + h).is_finite() { (low, (w, h)) } else { ((0.0, 0.0), (0.0, 0.0)) };
        let cell = CELL.max((w * h / MOST_CELLS).sqrt()).max(w.max(h) / MOST_CELLS);
        let (columns, rows) = ((w / cell) as usize + 1, (h / cell) as usize + 1);
        let empty = Self { left, top, cell, columns, rows, cards: Lists::default(), pieces: Lists::default() };
        let in_cells = |area: Area| empty.numbers(&area);
        let cards = (0_u32..).zip(cards).flat_map(|(i, card)| in_cells(*card).map(move |cell| (cell, i)));
        let pieces = (0_u32..).zip(lines).flat_map(|(i, line)| {
            let pieces = (0_u32..).zip(line.windows(2));
            pieces.flat_map(move |(k, pair)| in_cells(spanned(pair[0], pair[1])).map(move |cell| (cell, (i, k))))
        });
        let (cards, pieces) = (Lists::new(columns * rows, cards), Lists::new(columns * rows, pieces));
        Self { cards, pieces, ..empty }
    }

    /// How many cells there are.
    pub fn count(&self) -> usize {
        self.columns * self.rows
    }

    /// The pieces that touch a cell, in the order of their lines. Cells are numbered from 0 to below [`count`](Self::count).
    pub fn pieces_in(&self, cell: usize) -> &[Piece] {
        self.pieces.of(cell)
    }

    /// Whether a card in the cells about a place is one that is asked for.
    pub fn any_card(&self, area: &Area, mut wanted: impl FnMut(usize) -> bool) -> bool {
        self.numbers(area).any(|cell| self.cards.of(cell).iter().any(|&card| wanted(card as usize)))
    }

    /// Whether a piece in the cells about a place is one that is asked for; one that touches several is met as often.
    pub fn any_piece(&self, area: &Area, mut wanted: impl FnMut(Piece) -> bool) -> bool {
        self.numbers(area).any(|cell| self.pieces.of(cell).iter().any(|&piece| wanted(piece)))
    }

    /// The cell that a point lies in; the nearest one for what lies outside.
    pub fn number<P: Spot>(&self, at: P) -> usize {
        let (x, y) = at.xy();
        self.place(y, self.top, self.rows) * self.columns + self.place(x, self.left, self.columns)
    }

    /// The cells that a rectangle touches.
    fn numbers(&self, area: &Area) -> impl Iterator<Item = usize> + Clone + use<> {
        let across = self.place(area.x, self.left, self.columns)..=self.place(area.right(), self.left, self.columns);
        let down = self.place(area.y, self.top, self.rows)..=self.place(area.bottom(), self.top, self.rows);
        let width = self.columns;
        down.flat_map(move |row| across.clone().map(move |column| row * width + column))
    }

    fn place(&self, at: f32, from: f32, most: usize) -> usize {
        (((at - from) / self.cell).max(0.0) as usize).min(most - 1)
    }
}

/// The rectangle between two points.
pub(super) fn spanned<P: Spot>(a: P, b: P) -> Area {
    let ((ax, ay), (bx, by)) = (a.xy(), b.xy());
    Area { x: ax.min(bx), y: ay.min(by), w: (ax - bx).abs(), h: (ay - by).abs() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_found_about_its_place_and_nothing_far_off() {
        let cards = [Area { x: 10.0, y: 10.0, w: 50.0, h: 20.0 }, Area { x: 900.0, y: 700.0, w: 60.0, h: 30.0 }];
        let line = [(60.0, 20.0), (500.0, 20.0), (500.0, 715.0), (900.0, 715.0)];
        let grid = Grid::new(&cards, &[&line[..]]);
        let cards_about = |x: f32, y: f32| {
            let mut found = Vec::new();
            grid.any_card(&Area::around((x, y), 4.0, 4.0), |card| {
                found.push(card);
                false
            });
            found
        };
        assert_eq!((cards_about(30.0, 20.0), cards_about(930.0, 710.0)), (vec![0], vec![1]));
        assert!(cards_about(500.0, 400.0).is_empty());
        let about = |x: f32, y: f32, piece| grid.any_piece(&Area::around((x, y), 4.0, 4.0), |p| p == (0, piece));
        assert!(about(300.0, 20.0, 0) && about(500.0, 400.0, 1) && about(700.0, 715.0, 2));
        assert!(!about(300.0, 400.0, 0) && !about(300.0, 400.0, 1));
        assert_eq!(grid.pieces_in(grid.number((300.0, 20.0))), [(0, 0)]);
    }

    #[test]
    fn far_cards_and_broken_numbers_do_not_fill_memory() {
        let far = Area { x: 1e7, y: 1e7, w: 10.0, h: 10.0 };
        assert!(Grid::new::<(f32, f32)>(&[far], &[]).count() < 130_000);
        let broken = Area { x: f32::NAN, y: f32::INFINITY, w: 10.0, h: 10.0 };
        let grid = Grid::new(&[broken], &[&[(0.0, 0.0), (5.0, f32::NAN)][..]]);
        assert!(grid.count() < 130_000 && grid.any_card(&far, |card| card == 0));
        assert_eq!(Grid::new::<(f32, f32)>(&[], &[]).count(), 1);
    }
}
