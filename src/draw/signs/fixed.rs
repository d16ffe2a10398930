//! What lies where in a picture whatever is looked at: the ends and starts of lines, and the badges on them.

use std::collections::BTreeSet;

use super::{
    Area,
    ends::{end_area, in_a_row, start_area},
    grid::Grid,
    line::{Spot, along, length, runs_as, shortened},
    names::mark_places,
    near::touches,
    places::{Ground, Of, Placing},
    taken::Taken,
};
use crate::model::{Effect, Grade};

/// Side of the place of a badge, in px at scale 1, and of a small one where that finds none.
const BADGE: [f32; 2] = [19.0, 15.0];
/// Radius of a badge in a place that is so large.
const RADIUS: f32 = 8.0 / BADGE[0];

/// A line, as far as its end and its badge depend on it.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a, P> {
    /// Its points, in px at scale 1.
    pub points: &'a [P],
    /// Its grade.
    pub grade: Grade,
    /// The effects that its ends may say: in both readings, or one twice.
    pub effects: [&'a [Effect]; 2],
    /// Whether it wears a badge.
    pub badged: bool,
}

/// Ends, starts and badges, in px at scale 1.
#[derive(Clone, Debug, Default)]
pub struct Fixed {
    /// The boxes of all ends and starts.
    pub ends: Taken,
    /// The badges' places.
    pub badges: Taken,
    /// The badge's place of each line that has one: on no other line, or it would be read as that one's. A badge without a
    /// place is told by the name of its link and in what is said of it.
    pub places: Vec<Option<Area>>,
}

impl Fixed {
    /// Works them out; badges stand clear of the usual places of the lanes' names if they can.
    pub fn new<P: Spot>(cards: &[Area], runs: &[Run<'_, P>], grid: &Grid, names: &Taken) -> Self {
        // Parallel links beyond a number share their lines, and so their ends.
        let mut met = BTreeSet::new();
        let ends = Taken::of(runs.iter().flat_map(|run| boxes(run, 1.0)).filter(|area| met.insert(bits(area))));
        let lines: Vec<&[P]> = runs.iter().map(|run| run.points).collect();
        let marks = [names];
        let away = Ground { cards, lines: &lines, grid, ends: &ends, marks: &marks };
        let mut placing = Placing::once(away);
        let place = |(i, run): (usize, &Run<'_, P>)| {
            let places = || BADGE.into_iter().flat_map(|side| mark_places(run.points, side));
            run.badged.then(|| placing.place_clear(Of::Line(i), places())).flatten()
        };
        let mut places: Vec<Option<Area>> = runs.iter().enumerate().map(place).collect();
        let first = placing.placed();
        // Names move out of the way of what had no other place.
        let marks = [&first];
        let mut placing = Placing::once(Ground { marks: &marks, ..away });
        for (i, run) in runs.iter().enumerate().filter(|(_, run)| run.badged) {
            if let Some(place) = places.get_mut(i).filter(|place| place.is_none()) {
                *place = placing.place_clear(Of::Line(i), mark_places(run.points, BADGE[1]));
            }
        }
        let badges = Taken::of(places.iter().flatten().copied());
        Self { ends, badges, places }
    }

    /// How many badges lie on a line that runs elsewhere than their own, as counted on their places alone: it should be 0.
    pub fn over_lines<P: Spot>(&self, lines: &[&[P]], grid: &Grid) -> usize {
        let is_over = |(own, place): &(usize, Area)| {
            // A hair less: what only passes by its edge does not lie under it.
            let inner = place.grown(-0.5);
            grid.any_piece(&inner, |(line, piece)| {
                let foreign = lines.get(line as usize).filter(|line| !runs_as(line, lines[*own]));
                let pair = foreign.and_then(|points| points.get(piece as usize..piece as usize + 2));
                pair.is_some_and(|pair| touches(&inner, [pair[0], pair[1]]))
            })
        };
        let placed = self.places.iter().enumerate().filter_map(|(line, place)| Some((line, (*place)?)));
        placed.filter(is_over).count()
    }

    /// The point of a line where its badge stands, or would: halfway along where it has none.
    pub fn middle<P: Spot>(&self, line: usize, points: &[P]) -> P {
        match self.places.get(line).copied().flatten() {
            Some(place) => P::of(place.middle().0, place.middle().1),
            None => along(points, length(points) / 2.0),
        }
    }
}

/// An area as numbers that can be compared for being the very same.
fn bits(area: &Area) -> [u32; 4] {
    [area.x, area.y, area.w, area.h].map(f32::to_bits)
}

/// The boxes of a line's end and start at a scale, in the unit of its points.
pub fn boxes<P: Spot>(run: &Run<'_, P>, scale: f32) -> impl Iterator<Item = Area> + use<P> {
    let ends = |effects: &[Effect]| {
        let end = |(effect, begins): (Effect, f32)| {
            end_area(&shortened(run.points, begins * scale), effect, run.grade, scale)
        };
        in_a_row(effects).filter_map(end).collect::<Vec<_>>()
    };
    let [shown, told] = run.effects.map(ends);
    let told: Vec<Area> = told.into_iter().filter(|told| !shown.contains(told)).collect();
    shown.into_iter().chain(told).chain(start_area(run.points, run.grade, scale))
}

/// The radius of a badge in its place, in the same unit.
pub fn badge_radius(place: Area) -> f32 {
    place.w * RADIUS
}

/// Places for a badge on a line that had none, in px at scale 1: as large as the others, else small.
pub fn badge_places<P: Spot>(points: &[P]) -> impl Iterator<Item = Area> {
    BADGE.into_iter().flat_map(|side| mark_places(points, side))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(points: &[(f32, f32)]) -> Run<'_, (f32, f32)> {
        Run { points, grade: Grade::B, effects: [&[Effect::Raises]; 2], badged: true }
    }

    fn fixed(lines: &[&[(f32, f32)]], names: &[Area]) -> Fixed {
        let runs: Vec<Run<'_, _>> = lines.iter().map(|line| run(line)).collect();
        Fixed::new(&[], &runs, &Grid::new(&[], lines), &Taken::of(names.iter().copied()))
    }

    #[test]
    fn badges_keep_away_from_one_another_and_from_ends() {
        let (upper, lower) = ([(0.0, 0.0), (200.0, 0.0)], [(0.0, 30.0), (105.0, 30.0), (105.0, 8.0)]);
        let found = fixed(&[&upper, &lower], &[]);
        let at: Vec<Area> = found.places.iter().flatten().copied().collect();
        assert_eq!(at.len(), 2);
        // The second line ends below the middle of the first.
        assert!(at[0].middle().1 == 0.0 && (at[0].middle().0 - 100.0).abs() > 6.0, "{at:?}");
        assert!(at.iter().all(|area| found.ends.is_free(area)) && !at[0].meets(&at[1]));
    }

    #[test]
    fn no_badge_lies_on_a_line_that_is_not_its_own() {
        // Six lines beside one another, so close that none has room for a badge, and one that leaves them.
        let close: Vec<[(f32, f32); 2]> = (0..6).map(|i| [(0.0, 8.0 * i as f32), (300.0, 8.0 * i as f32)]).collect();
        let leaves = [(0.0, 48.0), (100.0, 48.0), (100.0, 200.0), (300.0, 200.0)];
        let lines: Vec<&[(f32, f32)]> = close.iter().map(|line| &line[..]).chain([&leaves[..], &leaves[..]]).collect();
        let grid = Grid::new(&[], &lines);
        let found = fixed(&lines, &[]);
        assert_eq!(found.over_lines(&lines, &grid), 0);
        assert!(found.places[..6].iter().all(Option::is_none), "{:?}", found.places);
        // Two links that share a line share no place, but both have one.
        assert!(found.places[6..].iter().all(Option::is_some), "{:?}", found.places);
        let mut wrong = found;
        wrong.places[0] = Some(Area::around((150.0, 0.0), BADGE[0], BADGE[0]));
        assert_eq!(wrong.over_lines(&lines, &grid), 1);
    }

    #[test]
    fn badges_stand_clear_of_names_where_they_can_and_small_or_nowhere_where_they_cannot() {
        let line = [(60.0, 110.0), (260.0, 110.0)];
        let name = Area { x: 0.0, y: 100.0, w: 180.0, h: 24.0 };
        assert!(fixed(&[&line], &[name]).places[0].expect("there is room").x > 180.0);
        let wide = Area { w: 400.0, ..name };
        assert!(fixed(&[&line], &[wide]).places[0].is_some_and(|place| place.w == BADGE[1]));
        let short = [(0.0, 0.0), (20.0, 0.0)];
        let found = fixed(&[&short], &[]);
        assert_eq!((found.places[0], found.middle(0, &short)), (None, (10.0, 0.0)));
    }
}
