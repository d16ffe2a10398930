//! Rectangles, by corner and size.

use super::Point;

/// A rectangle: its top left corner and its size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Area {
    /// A rectangle about a point.
    pub fn around((x, y): Point, w: f32, h: f32) -> Self {
        Self { x: x - w / 2.0, y: y - h / 2.0, w, h }
    }

    /// The point in its middle.
    pub fn middle(&self) -> Point {
        (self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Its right edge.
    pub fn right(&self) -> f32 {
        self.x + self.w
    }

    /// Its lower edge.
    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }

    /// The same, larger by `by` on every side.
    #[must_use]
    pub fn grown(&self, by: f32) -> Self {
        Self { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }

    /// Whether two rectangles share a point.
    pub fn meets(&self, other: &Self) -> bool {
        self.x <= other.right() && other.x <= self.right() && self.y <= other.bottom() && other.y <= self.bottom()
    }
}
