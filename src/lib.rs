//! Pathlight: an explorer for causal pathways.
//!
//! A functional core with a thin shell; `ARCHITECTURE.md` has the map. The library holds everything, so that the
//! window, the command line and the tests are three thin readers of one core.

pub mod app;
pub mod cli;
pub mod files;
pub mod ui;

pub use pathlight_canvas as canvas;
pub use pathlight_core::{address, analysis, citing, document, editing, formats, model, packed, quarry};
pub use pathlight_draw::{export, picture, signs, text, theme};
pub use pathlight_import as import;
pub use pathlight_layout as layout;
pub use pathlight_lesson as lesson;
pub use pathlight_session as session;
pub use pathlight_words as words;
