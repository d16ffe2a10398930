//! egui's points as points of a drawing, so that the canvas uses the geometry of `signs` as it is.

use egui::{Pos2, pos2};

use crate::signs::line::Spot;

impl Spot for Pos2 {
    fn xy(self) -> (f32, f32) {
        (self.x, self.y)
    }

    fn of(x: f32, y: f32) -> Self {
        pos2(x, y)
    }
}
