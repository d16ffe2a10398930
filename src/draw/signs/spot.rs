//! The points of the window as points of a drawing, so that the canvas uses this geometry as it is.

use epaint::{Pos2, pos2};

use super::line::Spot;

impl Spot for Pos2 {
    fn xy(self) -> (f32, f32) {
        (self.x, self.y)
    }

    fn of(x: f32, y: f32) -> Self {
        pos2(x, y)
    }
}
