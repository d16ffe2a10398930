//! Pathlight: an explorer for causal pathways.
//!
//! A functional core with a thin shell; `ARCHITECTURE.md` has the map. The library holds everything, so that the
//! window, the command line and the tests are three thin readers of one core.

pub mod address;
pub mod analysis;
pub mod app;
pub mod canvas;
pub mod cli;
pub mod document;
pub mod export;
pub mod files;
pub mod formats;
pub mod lesson;
pub mod model;
pub mod packed;
pub mod picture;
pub mod session;
pub mod signs;
pub mod text;
pub mod theme;
pub mod ui;
pub mod words;

pub use pathlight_layout as layout;
