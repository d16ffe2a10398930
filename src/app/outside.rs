//! Whoever carries out what the window asks of the outside.

use egui::Context;

use crate::{
    canvas::Prepared,
    session::{Action, Task},
    text::Faces,
};

/// Whoever carries out tasks and brings back their results.
pub trait Outside {
    /// Starts a task. Tasks that belong to the window are not sent here.
    fn start(&mut self, task: Task, ctx: &Context);
    /// What has come back since the last call.
    fn finished(&mut self) -> Vec<Action>;
    /// The program ends well.
    fn end(&mut self) {}
    /// Fonts beside the bundled ones that what came back is drawn with.
    fn faces(&self) -> Faces {
        Faces::default()
    }
    /// The last picture that was prepared for the canvas since the last call.
    fn prepared(&mut self) -> Option<Prepared> {
        None
    }
}
