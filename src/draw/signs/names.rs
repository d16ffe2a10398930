//! Places that would do: for the name of a lane in its band, for a badge on its line, for a word at its card. The best
//! come first; `places` takes the first that covers nothing.

use super::{
    Area, Point,
    line::{Spot, along, length},
};

/// Size that a lane's name takes, in px at scale 1: for each letter, beside all of them, and from its band's top.
const LETTER: f32 = 8.2;
const BESIDE: f32 = 18.0;
const HIGH: f32 = 24.0;
/// How far a name is moved at a time, to the right and down, and how far right is near, in px at scale 1.
const SHIFT: Point = (9.0, 7.0);
const NEAR: f32 = 270.0;
/// Most steps of a name to the right and down.
const MOST_SHIFTS: (usize, usize) = (120, 12);
/// Length of a step along a line, in px at scale 1, and most steps to either side.
const STEP: f32 = 6.0;
const MOST_STEPS: usize = 60;
/// How far a word lies on the edge of its card, in px at scale 1, and from the card's corners.
pub const FOOT: f32 = 2.0;
const CORNER: f32 = 6.0;
/// How many places along each side of a card are tried.
const ALONG: usize = 9;

/// About the place of a lane's name in the top left corner of its band.
pub fn name_area(name: &str, (left, top): Point) -> Area {
    Area { x: left, y: top, w: BESIDE + LETTER * name.chars().count() as f32, h: HIGH }
}

/// Places for a name in a part of its band, in one unit: at its upper left, farther right and farther down, as large as it
/// may be and then smaller; after these the same far right.
pub fn name_places(band: Area, sizes: [(f32, f32); 2], scale: f32) -> impl Iterator<Item = Area> {
    let (right, down) = (SHIFT.0 * scale, SHIFT.1 * scale);
    let steps = |room: f32, step: f32, most: usize| if room < 0.0 { 0 } else { ((room / step) as usize).min(most) + 1 };
    let near = (NEAR / SHIFT.0) as usize;
    let parts = [0..near, near..MOST_SHIFTS.0];
    parts.into_iter().flat_map(move |part| {
        sizes.into_iter().flat_map(move |(w, h)| {
            let across = steps(band.w - w, right, MOST_SHIFTS.0);
            let columns = part.start.min(across)..part.end.min(across);
            (0..steps(band.h - h, down, MOST_SHIFTS.1)).flat_map(move |row| {
                let y = band.y + row as f32 * down;
                columns.clone().map(move |column| Area { x: band.x + column as f32 * right, y, w, h })
            })
        })
    })
}

/// Places for a square mark on a line, with sides of `side` in the unit of its points: about halfway along, then
/// farther and farther from there to both ends.
pub fn mark_places<P: Spot>(points: &[P], side: f32) -> impl Iterator<Item = Area> {
    let all = length(points);
    let steps = (1..=MOST_STEPS).flat_map(|step| [step as f32, -(step as f32)]);
    let off =
        steps.map(move |step| all / 2.0 + step * STEP).filter(move |at| (side / 2.0..=all - side / 2.0).contains(at));
    std::iter::once(all / 2.0).chain(off).map(move |at| Area::around(along(points, at).xy(), side, side))
}

/// Places for a word of a size at its card, at a scale, in one unit: on its upper edge from left to right, on its lower
/// edge, and at its sides. It touches the card, and leaves what is written there free.
pub fn word_places(card: Area, size: (f32, f32), scale: f32) -> impl Iterator<Item = Area> {
    let ((w, h), foot, corner) = (size, FOOT * scale, CORNER * scale);
    let spread = move |from: f32, room: f32| {
        let room = room.max(0.0);
        // The two ends first, and what lies between from the start on.
        let order = [0, ALONG - 1].into_iter().chain(1..ALONG - 1);
        order.map(move |i| from + room * i as f32 / (ALONG - 1) as f32)
    };
    let across = move |y: f32| spread(card.x + corner, card.w - 2.0 * corner - w).map(move |x| Area { x, y, w, h });
    let beside = move |x: f32| spread(card.y, card.h - h).map(move |y| Area { x, y, w, h });
    let edges = across(card.y - h + foot).chain(across(card.bottom() - foot));
    let sides = beside(card.x - w + foot).chain(beside(card.right() - foot));
    edges.chain(sides).chain(corners(card, size, foot))
}

/// Places for how many links lead to or from what is not shown, in one unit: at the lower corner of its side of the card,
/// below it or beside it, then up that side and along the lower edge.
pub fn count_places(card: Area, (w, h): (f32, f32), into: bool) -> impl Iterator<Item = Area> {
    let share = |i: usize| i as f32 / (ALONG - 1) as f32;
    let beside = move |i: usize| {
        let x = if into { card.x - w } else { card.right() };
        Area { x, y: card.bottom() - h - (card.h - h).max(0.0) * share(i), w, h }
    };
    let under = move |y: f32| {
        (0..ALONG).map(move |i| {
            let way = (card.w - w).max(0.0) * share(i);
            Area { x: if into { card.x + way } else { card.right() - w - way }, y, w, h }
        })
    };
    let corners = corners(card, (w, h), 0.0).filter(move |area| (area.x < card.x) == into);
    under(card.bottom())
        .take(3)
        .chain((0..ALONG).map(beside))
        .chain(under(card.bottom()))
        .chain(under(card.y - h))
        .chain(corners)
}

/// Places off the four corners of a card, which overlap it by `foot`.
fn corners(card: Area, (w, h): (f32, f32), foot: f32) -> impl Iterator<Item = Area> {
    let xs = [card.x - w + foot, card.right() - foot];
    let ys = [card.y - h + foot, card.bottom() - foot];
    ys.into_iter().flat_map(move |y| xs.into_iter().map(move |x| Area { x, y, w, h }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_halfway_by_length_and_then_farther_off() {
        let bent = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (100.0, 0.0)];
        let middles: Vec<f32> = mark_places(&bent, 16.0).map(|area| area.middle().0).collect();
        assert!(
            middles.iter().zip([50.0, 56.0, 44.0, 62.0]).all(|(at, right)| (at - right).abs() < 1e-3),
            "{middles:?}"
        );
        assert!(middles.iter().all(|x| (8.0..=92.0).contains(x)));
        assert_eq!(mark_places::<Point>(&[], 16.0).count(), 1);
    }

    #[test]
    fn names_stay_in_their_band_and_begin_at_its_corner() {
        let band = Area { x: 10.0, y: 20.0, w: 500.0, h: 60.0 };
        let places: Vec<Area> = name_places(band, [(100.0, 16.0), (80.0, 12.0)], 1.0).collect();
        assert_eq!((places[0].x, places[0].y, places[0].h), (10.0, 20.0, 16.0));
        // Small beside the corner goes before large and far off.
        let first = |fits: &dyn Fn(&Area) -> bool| places.iter().position(fits);
        assert!(first(&|at| at.h == 12.0) < first(&|at| at.x > band.x + NEAR) && places.len() > 200);
        assert!(places.iter().all(|at| at.right() <= band.right() + 1e-3 && at.bottom() <= band.bottom() + 1e-3));
        assert_eq!(name_places(band, [(600.0, 16.0), (500.5, 12.0)], 1.0).count(), 0);
    }

    #[test]
    fn words_touch_their_card_and_leave_what_is_written_there_free() {
        let card = Area { x: 0.0, y: 0.0, w: 120.0, h: 40.0 };
        for place in word_places(card, (50.0, 14.0), 1.0) {
            assert!(place.meets(&card) && !place.meets(&card.grown(-FOOT - 0.1)), "{place:?}");
        }
        for (into, place) in
            [true, false].into_iter().flat_map(|into| count_places(card, (24.0, 14.0), into).map(move |at| (into, at)))
        {
            assert!(!place.meets(&card.grown(-0.1)) && place.meets(&card), "{into} {place:?}");
        }
    }
}
