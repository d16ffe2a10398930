//! Rectangles, and lines that enter them.

use crate::base::geometry::Point;

/// A box with sides along the axes; all in px, y downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// The box of a card with this centre, width and height.
    pub(crate) fn around((x, y): Point, (width, height): (f64, f64)) -> Self {
        let (half, tall) = (width / 2.0, height / 2.0);
        Self { left: x - half, top: y - tall, right: x + half, bottom: y + tall }
    }

    /// The box that two points span.
    pub(crate) fn between(a: Point, b: Point) -> Self {
        Self { left: a.0.min(b.0), top: a.1.min(b.1), right: a.0.max(b.0), bottom: a.1.max(b.1) }
    }

    pub(crate) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub(crate) fn centre(self) -> Point {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// The same with so much more at each side.
    pub(crate) fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// The smallest box that holds both.
    pub(crate) fn joined(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the two share more than a border.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether a segment enters the inside of the box (by slabs, Kay and Kajiya 1986).
    pub(crate) fn is_entered(self, a: Point, b: Point) -> bool {
        let (mut start, mut end) = (0.0_f64, 1.0_f64);
        for (p, d, low, high) in [(a.0, b.0 - a.0, self.left, self.right), (a.1, b.1 - a.1, self.top, self.bottom)] {
            if d.abs() < 1e-12 {
                if p <= low || p >= high {
                    return false;
                }
            } else {
                let shares = ((low - p) / d, (high - p) / d);
                start = start.max(shares.0.min(shares.1));
                end = end.min(shares.0.max(shares.1));
            }
        }
        end - start > 1e-9
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { left: 10.0, top: 20.0, right: 40.0, bottom: 60.0 };

    #[test]
    fn boxes_grow_join_and_overlap() {
        assert_eq!(Rect::around((25.0, 40.0), (30.0, 40.0)), BOX);
        assert_eq!(Rect::between((40.0, 20.0), (10.0, 60.0)), BOX);
        assert_eq!((BOX.width(), BOX.height(), BOX.centre()), (30.0, 40.0, (25.0, 40.0)));
        let beside = Rect { left: 40.0, right: 50.0, ..BOX };
        assert!(!BOX.overlaps(beside) && BOX.overlaps(beside.grown(1.0)));
        assert_eq!(BOX.joined(beside), Rect { right: 50.0, ..BOX });
    }

    #[test]
    fn lines_enter_the_inside_alone() {
        let enters = |a, b| BOX.is_entered(a, b);
        assert!(
            enters((0.0, 40.0), (50.0, 40.0)) && enters((20.0, 30.0), (30.0, 50.0)) && enters((0.0, 0.0), (50.0, 80.0))
        );
        // Along a side, up to a side, and past a corner.
        assert!(!enters((10.0, 0.0), (10.0, 90.0)) && !enters((0.0, 40.0), (10.0, 40.0)));
        assert!(!enters((0.0, 25.0), (25.0, 0.0)) && !enters((0.0, 40.0), (9.0, 40.0)));
    }
}
