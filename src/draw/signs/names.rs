//! Room for marks on lines: they keep away from the lanes' names and from one another.

use super::{
    Area, Point,
    line::{Spot, along, length},
};

/// Size that a lane's name takes, in px at scale 1: for each letter, beside all of them, and from its band's top.
const LETTER: f32 = 8.2;
const BESIDE: f32 = 18.0;
const HIGH: f32 = 24.0;
/// Half the side of a mark with the room that it needs.
const MARK: f32 = 11.0;
/// Length of a step along the line, and most steps to either side.
const STEP: f32 = 6.0;
const MOST_STEPS: usize = 60;

/// About the place of a lane's name in the top left corner of its band.
pub fn name_area(name: &str, (left, top): Point) -> Area {
    Area { x: left, y: top, w: BESIDE + LETTER * name.chars().count() as f32, h: HIGH }
}

/// Most marks that later ones keep away from: in larger pictures they are too small to be in each other's way.
const MOST_MARKS: usize = 400;

/// The point of each line where its mark stands, clear of names and, where the line carries a mark at all, of the marks
/// before.
pub fn mark_places<'a, P: Spot + 'a>(lines: impl Iterator<Item = (&'a [P], bool)>, names: &[Area]) -> Vec<P> {
    let mut taken = names.to_vec();
    let place = |(points, marked): (&'a [P], bool)| {
        let place = mark_place(points, if marked { &taken } else { names });
        if marked && taken.len() < names.len() + MOST_MARKS {
            taken.push(Area::around(place.xy(), 2.0 * MARK, 2.0 * MARK));
        }
        place
    };
    lines.map(place).collect()
}

/// The point of a line where its mark stands: halfway along, or as near to that as there is room for one.
fn mark_place<P: Spot>(points: &[P], taken: &[Area]) -> P {
    let all = length(points);
    let middle = along(points, all / 2.0);
    let free = |at: P| {
        let mark = Area::around(at.xy(), 2.0 * MARK, 2.0 * MARK);
        !taken.iter().any(|other| other.meets(&mark))
    };
    if free(middle) {
        return middle;
    }
    let steps = (1..=MOST_STEPS).flat_map(|step| [step as f32, -(step as f32)]);
    let off = steps.map(|step| all / 2.0 + step * STEP).filter(|at| (MARK..=all - MARK).contains(at));
    off.map(|at| along(points, at)).find(|&at| free(at)).unwrap_or(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_halfway_by_length() {
        let bent = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (10.0, 0.0)];
        assert_eq!(mark_place(&bent, &[]), (5.0, 0.0));
        assert_eq!(mark_place::<Point>(&[], &[]), (0.0, 0.0));
        assert_eq!(mark_place(&[(3.0, 3.0), (3.0, 3.0)], &[]), (3.0, 3.0));
    }

    #[test]
    fn marks_keep_away_from_one_another() {
        let (upper, lower) = ([(0.0, 0.0), (200.0, 0.0)], [(0.0, 10.0), (200.0, 10.0)]);
        let places = |marked: bool| mark_places([(&upper[..], true), (&lower[..], marked)].into_iter(), &[]);
        assert_eq!(places(false), [(100.0, 0.0), (100.0, 10.0)]);
        let apart = places(true);
        assert_eq!(apart[0], (100.0, 0.0));
        assert!((apart[1].0 - 100.0).abs() >= 2.0 * MARK && (apart[1].0 - 100.0).abs() < 2.0 * MARK + STEP);
    }

    #[test]
    fn marks_keep_away_from_names() {
        let name = name_area("Regions and circuits", (0.0, 100.0));
        let line = [(60.0, 110.0), (260.0, 110.0)];
        let (x, y) = mark_place(&line, &[name]);
        assert!(y == 110.0 && x > name.right() + MARK && x < name.right() + MARK + 2.0 * STEP, "{x}");
        // Where there is no way out it stays.
        assert_eq!(mark_place(&[(60.0, 110.0), (100.0, 110.0)], &[name]), (80.0, 110.0));
    }
}
