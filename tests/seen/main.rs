//! What is seen of the real window: how well it stands out, whether anything lies over something else, and how large it is.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

mod contrast;
mod legend;
mod overlap;
mod painted;
mod room;
mod size;
mod window;
