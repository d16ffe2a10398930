//! What says a link's direction and effect: its end, and where it starts. How large they are, and the places that nothing
//! may cover.

use super::{
    Area, Point,
    grid::spanned,
    line::{Spot, along, heading},
};
use crate::model::{Effect, Grade};

/// How much of the line an end covers, in px at scale 1.
pub fn covered(effect: Effect) -> f32 {
    match effect {
        Effect::Raises => 9.0,
        Effect::Lowers => 0.0,
        Effect::Mixed => 13.0,
        Effect::NoEffect => 10.0,
        Effect::Unknown => 3.0,
    }
}

/// How far an end reaches back along the line, in px at scale 1.
fn reach(effect: Effect) -> f32 {
    match effect {
        Effect::Raises => 10.0,
        Effect::Lowers => 3.2,
        Effect::Mixed => 12.8,
        Effect::NoEffect => 10.4,
        Effect::Unknown => 6.0,
    }
}

/// Space between the ends of a line that stands for links of several kinds, in px at scale 1.
const BETWEEN: f32 = 3.0;

/// The ends of a line that stands for links of these kinds, one behind the other, and how far back from the line's end each
/// begins, in px at scale 1.
pub fn in_a_row(effects: &[Effect]) -> impl Iterator<Item = (Effect, f32)> {
    effects.iter().scan(0.0, |back, &effect| {
        let begins = *back;
        *back += reach(effect) + BETWEEN;
        Some((effect, begins))
    })
}

/// How much of the line all its ends cover, in px at scale 1.
pub fn covered_by(effects: &[Effect]) -> f32 {
    in_a_row(effects).last().map_or(0.0, |(effect, begins)| begins + covered(effect))
}

/// Width of the outline of ends that are open, in px at scale 1.
pub const OUTLINE: f32 = 1.6;
/// The bar of a link that lowers, in px at scale 1.
pub const BAR: [Point; 4] = [(0.0, 7.0), (3.2, 7.0), (3.2, -7.0), (0.0, -7.0)];
/// The open diamond of a link with mixed results, in px at scale 1.
pub const DIAMOND: [Point; 4] = [(0.8, 0.0), (6.8, 5.0), (12.8, 0.0), (6.8, -5.0)];
/// Middle and radius of the ring of a link without effect, in px at scale 1.
pub const RING: (Point, f32) = ((5.2, 0.0), 4.4);
/// Middle and radius of the dot of a link whose effect is unknown, in px at scale 1.
pub const DOT: (Point, f32) = ((3.0, 0.0), 3.0);

/// The arrow of a link that raises, in px at scale 1.
pub fn arrow(grade: Grade) -> [Point; 3] {
    let half = 4.6 + width(grade) * 0.3;
    [(0.0, 0.0), (10.0, half), (10.0, -half)]
}

/// Width of a link's line, in px at scale 1.
pub fn width(grade: Grade) -> f32 {
    match grade {
        Grade::A => 3.4,
        Grade::B => 2.0,
        Grade::C | Grade::D => 1.8,
        Grade::X => 1.0,
    }
}

/// Free space on both sides of a line where it passes over another one, in px at scale 1.
pub(super) const HALO: f32 = 2.4;

/// Width of the gap in the lines that a link's line passes over, in px at scale 1.
#[inline]
pub fn gap(grade: Grade) -> f32 {
    width(grade) + 2.0 * HALO
}

/// How much of a line must be seen where it leaves its card, in px at scale 1.
const START: f32 = 7.0;

/// The box of a line's end at a scale, in the unit of its points; `None` where the line is too short to have one.
pub fn end_area<P: Spot>(points: &[P], effect: Effect, grade: Grade, scale: f32) -> Option<Area> {
    let (tip, (x, y)) = (points.last()?.xy(), heading(points)?);
    // As the ends are painted: so far back from the tip, and so far to the side.
    let back = |(far, side): Point| (tip.0 - (x * far + y * side) * scale, tip.1 - (y * far - x * side) * scale);
    let disc = |(at, radius): (Point, f32)| Area::around(back(at), 2.0 * radius * scale, 2.0 * radius * scale);
    Some(match effect {
        Effect::Raises => bounds(arrow(grade).map(back)),
        Effect::Lowers => bounds(BAR.map(back)),
        Effect::Mixed => bounds(DIAMOND.map(back)).grown(OUTLINE / 2.0 * scale),
        Effect::NoEffect => disc(RING).grown(OUTLINE / 2.0 * scale),
        Effect::Unknown => disc(DOT),
    })
}

/// The box of a line's first stretch at a scale, in the unit of its points; `None` where the line has no points.
pub fn start_area<P: Spot>(points: &[P], grade: Grade, scale: f32) -> Option<Area> {
    let from = *points.first()?;
    Some(spanned(from, along(points, START * scale)).grown((width(grade) / 2.0).max(1.0) * scale))
}

/// The least rectangle about some points.
fn bounds<const N: usize>(points: [Point; N]) -> Area {
    let low = points.iter().fold((f32::INFINITY, f32::INFINITY), |low, at| (low.0.min(at.0), low.1.min(at.1)));
    let high =
        points.iter().fold((f32::NEG_INFINITY, f32::NEG_INFINITY), |high, at| (high.0.max(at.0), high.1.max(at.1)));
    spanned(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_a_line_stand_one_behind_the_other() {
        let ends: Vec<_> = in_a_row(&Effect::ALL).collect();
        assert_eq!(ends.iter().map(|(effect, _)| *effect).collect::<Vec<_>>(), Effect::ALL);
        for pair in ends.windows(2) {
            assert!((pair[1].1 - pair[0].1 - reach(pair[0].0) - BETWEEN).abs() < 1e-5);
        }
        assert_eq!(covered_by(&[Effect::Mixed]), covered(Effect::Mixed));
        assert_eq!(covered_by(&[Effect::Raises, Effect::Lowers]), 13.0);
    }

    #[test]
    fn ends_lie_before_the_tip_and_starts_behind_the_first_point() {
        let down = [(10.0, 0.0), (10.0, 100.0)];
        let bar = end_area(&down, Effect::Lowers, Grade::B, 1.0).expect("an end");
        assert!((bar.x, bar.w) == (3.0, 14.0) && (bar.y - 96.8).abs() < 1e-3 && (bar.bottom() - 100.0).abs() < 1e-3);
        let right = [(0.0, 50.0), (100.0, 50.0)];
        let arrow = end_area(&right, Effect::Raises, Grade::B, 2.0).expect("an end");
        assert!((arrow.x - 80.0).abs() < 1e-3 && (arrow.right() - 100.0).abs() < 1e-3 && arrow.h > 20.0);
        assert_eq!(start_area(&right, Grade::B, 1.0), Some(Area { x: -1.0, y: 49.0, w: 9.0, h: 2.0 }));
        assert_eq!(end_area(&right[..1], Effect::Raises, Grade::B, 1.0), None);
    }
}
