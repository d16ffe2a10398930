//! Lines around what is selected or has the keyboard, with gaps where an end, a start or a mark must be seen.

use egui::{Pos2, Rect, Stroke, vec2};

use super::{brush::Brush, stage::Stage};
use crate::{
    scene::records::{area, rect},
    signs::{Area, cut::outside},
};

/// Directions in a quarter of a circle.
const QUARTER: usize = 6;

/// A line along points of the screen, but for gaps that lie in the picture.
pub(super) fn gapped(brush: &mut Brush, points: &[Pos2], stroke: Stroke, gaps: &[Area], stage: &Stage) {
    let gaps: Vec<Area> =
        gaps.iter().map(|gap| area(stage.rect_to_screen(rect(*gap)).expand(stroke.width / 2.0))).collect();
    for piece in outside(points, &gaps) {
        brush.line(&piece, stroke);
    }
}

/// The outline of a rectangle with round corners, closed.
pub(super) fn outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let inner = rect.shrink(radius);
    let corners = [inner.right_bottom(), inner.left_bottom(), inner.left_top(), inner.right_top()];
    let turned = |turn: f32| {
        let (sin, cos) = (turn * std::f32::consts::FRAC_PI_2).sin_cos();
        radius * vec2(cos, sin)
    };
    let along = (0..=QUARTER).map(|i| i as f32 / QUARTER as f32);
    let round =
        |(quarter, corner): (usize, Pos2)| along.clone().map(move |share| corner + turned(quarter as f32 + share));
    let mut points: Vec<Pos2> = corners.into_iter().enumerate().flat_map(round).collect();
    points.extend(points.first().copied());
    points
}

#[cfg(test)]
mod tests {
    use egui::{Vec2, pos2};

    use super::*;

    #[test]
    fn outlines_lie_on_their_rectangle_and_are_closed() {
        let rect = Rect::from_min_size(pos2(10.0, 20.0), vec2(100.0, 40.0));
        let points = outline(rect, 8.0);
        assert_eq!(points.first(), points.last());
        assert!((Rect::from_points(&points).min - rect.min).length() < 1e-3);
        assert!(points.iter().all(|at| rect.expand(1e-3).contains(*at) && !rect.shrink(2.5).contains(*at)));
        let circle = outline(Rect::from_center_size(pos2(0.0, 0.0), Vec2::splat(10.0)), 5.0);
        assert!(circle.iter().all(|at| (at.to_vec2().length() - 5.0).abs() < 1e-3));
    }
}
