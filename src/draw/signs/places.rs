//! One placing pass for everything that is painted over a drawing: names of lanes, badges and pills of lines, words on
//! cards, marks of loops.
//!
//! Marks come in the order of their weight, each with the places that would do, the best first. A mark takes the first of
//! its places that covers no end and no start of a line, no card but its own and no mark before it; among these it prefers
//! one that no other line runs through. A mark without such a place is not painted there: whoever asked offers smaller ones,
//! or says it elsewhere. Marks are as many as somebody can look at, and the places of each are few, so that the work is
//! bounded; and nothing but the order decides.

use super::{
    Area,
    grid::{Grid, Piece},
    line::{Spot, runs_as},
    near::touches,
    taken::Taken,
};

/// Free space about a mark, in the unit of the picture.
const CLEAR: f32 = 1.0;
/// How many things are compared with places in all, and how many pieces of lines: beyond, marks find no place, and lines
/// are no longer kept away from.
const MOST_LOOKS: (usize, usize) = (1_000_000, 150_000);
/// The same for pieces of lines where that is done once for a picture.
const MOST_ONCE: usize = 900_000;

/// What a mark belongs to, which it may lie on: a card or a line, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A card.
    Card(usize),
    /// A line.
    Line(usize),
    /// All cards, where these bear no words.
    Cards,
    /// Neither.
    Nothing,
}

/// A picture on which marks are placed, in one unit.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a, P> {
    /// The cards, by number.
    pub cards: &'a [Area],
    /// The points of each line, by number.
    pub lines: &'a [&'a [P]],
    /// Where cards and lines lie.
    pub grid: &'a Grid,
    /// What may never be covered: the ends and the starts of lines.
    pub ends: &'a Taken,
    /// Marks that have their places already.
    pub marks: &'a [&'a Taken],
}

/// A placing pass: the ground, and the marks that were placed in it.
#[derive(Debug)]
pub struct Placing<'a, P> {
    ground: Ground<'a, P>,
    placed: Taken,
    /// How many things, and how many pieces of lines, may still be looked at.
    left: (usize, usize),
}

impl<'a, P: Spot> Placing<'a, P> {
    /// Begins with nothing placed.
    pub fn new(ground: Ground<'a, P>) -> Self {
        Self { ground, placed: Taken::default(), left: MOST_LOOKS }
    }

    /// Begins with nothing placed, and looks at more lines: for what is placed once for a picture and not for each frame.
    pub fn once(ground: Ground<'a, P>) -> Self {
        Self { left: (MOST_LOOKS.0, MOST_ONCE), ..Self::new(ground) }
    }

    /// Looks about without a share in how much may still be looked at: for what is only compared.
    pub fn aside<T>(&mut self, look: impl FnOnce(&mut Self) -> T) -> T {
        let left = self.left;
        let found = look(self);
        self.left = left;
        found
    }

    /// Gives a mark its place: of those that would do the first that is free and clear of other lines, or else the first
    /// that is free.
    pub fn place(&mut self, of: Of, places: impl Iterator<Item = Area>) -> Option<Area> {
        let mut found = None;
        for area in places {
            if !self.is_open(&area, of) {
                continue;
            }
            if !self.is_crossed(&area, of) {
                found = Some(area);
                break;
            }
            found = found.or(Some(area));
            if self.left.1 == 0 {
                break;
            }
        }
        if let Some(area) = found {
            self.placed.add(area);
        }
        found
    }

    /// Gives a mark the first place that would do, is free, and is clear of other lines.
    pub fn place_clear(&mut self, of: Of, mut places: impl Iterator<Item = Area>) -> Option<Area> {
        let found = self.find_clear(of, &mut places)?;
        self.placed.add(found);
        Some(found)
    }

    /// The place that a mark would be given so, without giving it.
    pub fn find_clear(&mut self, of: Of, places: &mut impl Iterator<Item = Area>) -> Option<Area> {
        places.find(|area| self.is_open(area, of) && !self.is_crossed(area, of))
    }

    /// Takes a place whatever lies there.
    pub fn take(&mut self, area: Area) {
        self.placed.add(area);
    }

    /// The places that were given and taken.
    pub fn placed(self) -> Taken {
        self.placed
    }

    /// Whether a mark would cover no end, no start, no card but its own, and no other mark.
    fn is_open(&mut self, area: &Area, of: Of) -> bool {
        let (area, ground, left) = (area.grown(CLEAR), &self.ground, &mut self.left.0);
        let own = |card: usize| of == Of::Cards || of == Of::Card(card);
        let covered = |card: usize| !own(card) && ground.cards.get(card).is_some_and(|card| card.meets(&area));
        ground.ends.is_free_within(&area, left)
            && self.placed.is_free_within(&area, left)
            && ground.marks.iter().all(|taken| taken.is_free_within(&area, left))
            && !ground.grid.any_card(&area, covered)
    }

    /// Whether a line runs through that the mark does not belong to, or may, since no more lines may be looked at.
    fn is_crossed(&mut self, area: &Area, of: Of) -> bool {
        let (area, ground, left) = (area.grown(CLEAR), &self.ground, &mut self.left.1);
        let mut crossed = false;
        ground.grid.any_piece(&area, |(line, piece): Piece| {
            let own = if let Of::Line(own) = of { ground.lines.get(own) } else { None };
            let points = ground.lines.get(line as usize).filter(|points| !own.is_some_and(|own| runs_as(own, points)));
            let pair = points.and_then(|points| points.get(piece as usize..piece as usize + 2));
            crossed |= pair.is_some_and(|pair| touches(&area, [pair[0], pair[1]]));
            *left = left.saturating_sub(1);
            crossed || *left == 0
        });
        crossed || *left == 0
    }
}

/// What is wrong with marks as they are painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// Marks that cover the end or the start of a line.
    pub over_ends: usize,
    /// Pairs of marks that cover one another.
    pub over_marks: usize,
    /// Marks that cover a text.
    pub over_texts: usize,
    /// Badges of a line that lie on another one (`Fixed::over_lines`).
    pub over_lines: usize,
}

/// Counts what marks cover, by their boxes alone and whatever placed them: ends and starts of lines, each other, texts.
/// Lines that badges lie on are for whoever knows which line is whose.
pub fn faults(marks: &[Area], ends: &[Area], texts: &[Area]) -> Faults {
    // A hair less: what only shares an edge covers nothing.
    let marks: Vec<Area> = marks.iter().map(|mark| mark.grown(-0.05)).collect();
    let (ends, texts) = (Taken::of(ends.iter().copied()), Taken::of(texts.iter().copied()));
    let covers = |taken: &Taken| marks.iter().filter(|mark| !taken.is_free(mark)).count();
    let mut before = Taken::default();
    let mut over_marks = 0;
    for mark in &marks {
        let mut met: Vec<Area> = before.on(mark).collect();
        met.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
        met.dedup();
        over_marks += met.len();
        before.add(*mark);
    }
    Faults { over_ends: covers(&ends), over_marks, over_texts: covers(&texts), over_lines: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places marks of 10 by 10 on a card at the left and a line from it to the right.
    fn placed(of: Of, wanted: &[(f32, f32)]) -> Vec<Option<(f32, f32)>> {
        let cards = [Area { x: 0.0, y: 0.0, w: 40.0, h: 20.0 }];
        let line = [(40.0, 10.0), (200.0, 10.0)];
        let (lines, grid) = ([&line[..]], Grid::new(&cards, &[&line[..]]));
        let ends = Taken::of([Area { x: 190.0, y: 5.0, w: 10.0, h: 10.0 }]);
        let fixed = Taken::of([Area::around((100.0, 10.0), 10.0, 10.0)]);
        let ground = Ground { cards: &cards, lines: &lines, grid: &grid, ends: &ends, marks: &[&fixed] };
        let mut placing = Placing::new(ground);
        let each = wanted.iter().map(|&at| [at, (120.0, 10.0), (120.0, 60.0)].map(|at| Area::around(at, 10.0, 10.0)));
        each.map(|places| placing.place(of, places.into_iter()).map(|area| area.middle())).collect()
    }

    #[test]
    fn marks_take_the_first_place_that_covers_nothing() {
        // Over an end, over a card, over a mark that was there: beside the line, where there is a place.
        for covered in [(195.0, 10.0), (20.0, 10.0), (100.0, 14.0)] {
            assert_eq!(placed(Of::Nothing, &[covered]), [Some((120.0, 60.0))]);
        }
        // A mark may lie on what it belongs to.
        for of in [Of::Card(0), Of::Cards] {
            assert_eq!(placed(of, &[(20.0, 10.0)]), [Some((20.0, 10.0))]);
        }
        assert_eq!(placed(Of::Line(0), &[(150.0, 10.0)]), [Some((150.0, 10.0))]);
        // One that came before keeps its place; a line is better than nothing; then there is none left.
        let all = placed(Of::Nothing, &[(195.0, 10.0); 3]);
        assert_eq!(all, [Some((120.0, 60.0)), Some((120.0, 10.0)), None]);
    }

    #[test]
    fn faults_are_counted_whoever_placed_the_marks() {
        let at = |x: f32| Area { x, y: 0.0, w: 10.0, h: 10.0 };
        let found = faults(&[at(0.0), at(5.0), at(15.0), at(40.0)], &[at(42.0)], &[at(33.0), at(70.0)]);
        assert_eq!(found, Faults { over_ends: 1, over_marks: 1, over_texts: 1, over_lines: 0 });
    }
}
