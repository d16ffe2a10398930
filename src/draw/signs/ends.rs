//! The places of what says a link's direction and effect: its end, and where it starts. Nothing may cover them.

use super::{
    Area, BAR, DIAMOND, DOT, OUTLINE, Point, RING, arrow,
    grid::spanned,
    line::{Spot, along, heading},
    width,
};
use crate::model::{Effect, Grade};

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
