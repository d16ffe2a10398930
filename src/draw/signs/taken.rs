//! Places that are taken, by where they lie.

use std::collections::BTreeMap;

use super::Area;

/// Places that are taken.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    cells: BTreeMap<(i32, i32), Vec<Area>>,
    count: usize,
}

impl Taken {
    /// Side of a cell: larger than most places, so that these touch four cells at most.
    const CELL: f32 = 128.0;

    /// The same places, sorted into cells.
    pub fn of(areas: impl IntoIterator<Item = Area>) -> Self {
        let mut taken = Self::default();
        areas.into_iter().for_each(|area| taken.add(area));
        taken
    }

    /// Takes a place.
    pub fn add(&mut self, area: Area) {
        for cell in Self::cells(&area) {
            self.cells.entry(cell).or_default().push(area);
        }
        self.count += 1;
    }

    /// How many places are taken.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether nothing of a place is taken.
    pub fn is_free(&self, area: &Area) -> bool {
        self.about(area).all(|other| !other.meets(area))
    }

    /// The same, as long as there are places `left` to look at; where there are none any more, nothing is free.
    pub fn is_free_within(&self, area: &Area, left: &mut usize) -> bool {
        self.about(area).all(|other| {
            *left = left.saturating_sub(1);
            !other.meets(area)
        }) && *left > 0
    }

    /// The places that share a point with another one; one that lies in several cells is met as often.
    pub fn on<'a>(&'a self, area: &'a Area) -> impl Iterator<Item = Area> + 'a {
        self.about(area).filter(|other| other.meets(area))
    }

    fn about(&self, area: &Area) -> impl Iterator<Item = Area> + '_ {
        Self::cells(area).filter_map(|cell| self.cells.get(&cell)).flatten().copied()
    }

    fn cells(area: &Area) -> impl Iterator<Item = (i32, i32)> + use<> {
        let cell = |at: f32| (at / Self::CELL).floor() as i32;
        let rows = cell(area.y)..=cell(area.bottom());
        (cell(area.x)..=cell(area.right())).flat_map(move |x| rows.clone().map(move |y| (x, y)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_found_from_every_cell_that_it_lies_in() {
        let wide = Area { x: -100.0, y: 10.0, w: 700.0, h: 20.0 };
        let taken = Taken::of([wide]);
        for x in [-90.0, 0.0, 130.0, 590.0] {
            assert!(!taken.is_free(&Area::around((x, 20.0), 2.0, 2.0)), "{x}");
        }
        assert!(taken.is_free(&Area::around((300.0, 40.0), 4.0, 4.0)));
        assert!(taken.on(&Area::around((300.0, 20.0), 4.0, 4.0)).all(|area| area == wide));
        assert_eq!(taken.count(), 1);
    }
}
