//! Rectangles, by corner and size, in whatever unit their drawing has: px at zoom 1 for pictures and signs, px or
//! points for pages. y grows downwards.

/// x and y in px. In an end: how far back from the tip, and how far to the side.
pub type Point = (f32, f32);

/// A rectangle: its top left corner and its size, in the unit of its drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub x: f32,
    /// Its upper edge; y grows downwards.
    pub y: f32,
    /// Its width, not negative.
    pub w: f32,
    /// Its height, not negative.
    pub h: f32,
}

impl Area {
    /// A rectangle of a width and a height about a point, all in one unit.
    pub fn around((x, y): Point, w: f32, h: f32) -> Self {
        Self { x: x - w / 2.0, y: y - h / 2.0, w, h }
    }

    /// The point in its middle.
    pub fn middle(&self) -> Point {
        (self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Its right edge, in its own unit.
    pub fn right(&self) -> f32 {
        self.x + self.w
    }

    /// Its lower edge, in its own unit.
    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }

    /// The same, larger by `by`, in its own unit, on every side.
    #[must_use]
    pub fn grown(&self, by: f32) -> Self {
        Self { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }

    /// Whether two rectangles share a point.
    pub fn meets(&self, other: &Self) -> bool {
        self.x <= other.right() && other.x <= self.right() && self.y <= other.bottom() && other.y <= self.bottom()
    }
}
