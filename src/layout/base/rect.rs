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
