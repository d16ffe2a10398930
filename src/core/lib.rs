//! What a pathway is, what can be asked of it, how it is read and written: all of Pathlight that needs no
//! picture. No window, no fonts, no files: bytes and values in, values out.

pub mod address;
pub mod analysis;
pub mod citing;
pub mod document;
pub mod editing;
pub mod formats;
pub mod model;
pub mod packed;
pub mod quarry;

use pathlight_grammar as grammar;
use pathlight_layout as layout;
