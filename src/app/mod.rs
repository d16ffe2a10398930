//! The window: a session, the canvas, and whoever carries out what the session asks of the outside.

mod display;
mod frames;
mod outside;
mod start;
mod tasks;
mod theme;
mod window;
mod worker;
mod writing;

pub use frames::FrameLog;
pub use outside::Outside;
pub use start::{keep_freed_memory, run};
pub use tasks::Inline;
pub use window::App;
pub use worker::Worker;
