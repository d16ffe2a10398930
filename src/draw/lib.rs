//! How a pathway looks, on every surface: the sizes of texts, the picture, arrow ends and marks, colours, and pages as
//! SVG, PNG and PDF. No window: the canvas and the exports draw with the same geometry.

pub mod export;
pub mod picture;
pub mod signs;
pub mod text;
pub mod theme;

use pathlight_core::{address, analysis, model, packed};
use pathlight_grammar as grammar;
use pathlight_layout as layout;
use pathlight_lesson as lesson;
use pathlight_words as words;
