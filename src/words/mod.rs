//! Every text of the interface, in one place: labels, buttons, hints, messages, accessible names.
//!
//! A file an area. Fixed texts are constants; texts with numbers or names are functions, so that a translation can
//! order its words as its grammar wants. `tests/architecture.rs` keeps texts out of `ui`, `canvas`, `session` and
//! `app`. What a translation needs beside this module is listed in `ARCHITECTURE.md`.

pub mod answer;
pub mod app;
pub mod arrange;
pub mod ask;
pub mod canvas;
pub mod closing;
pub mod commands;
pub mod counts;
pub mod details;
pub mod dialogs;
pub mod editing;
pub mod entry;
pub mod evidence;
pub mod forms;
pub mod importing;
pub mod lenses;
pub mod library;
pub mod many;
pub mod map;
pub mod messages;
pub mod names;
pub mod outline;
pub mod palette;
pub mod problems;
pub mod quiz;
pub mod saving;
pub mod selection;
pub mod stage;
pub mod status;
pub mod teach;
pub mod themes;
pub mod top;
pub mod touring;

pub use pathlight_grammar::{count, sentence};
