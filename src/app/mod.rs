//! The window: a session, the canvas, and whoever carries out what the session asks of the outside.

mod background;
mod desk;
mod display;
mod frames;
mod letters;
mod outside;
mod saving;
mod sheet;
mod slides;
mod start;
mod system;
mod tasks;
mod theme;
mod watch;
mod window;
mod worker;
mod writing;

pub use frames::FrameLog;
pub use letters::SystemFonts;
pub use outside::Outside;
pub use start::{keep_freed_memory, run};
pub use tasks::Inline;
pub use window::App;
pub use worker::Worker;
