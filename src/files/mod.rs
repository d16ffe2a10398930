//! Reading and writing files on disk, for the window and the command line alike.
//!
//! Reading is bounded in bytes and in time. Writing leaves a file as it was or makes it wholly the new one, keeps who may
//! read it and every name that it has, and a pathway is opened again before it replaces anything.

mod fonts;
mod lacking;
mod leftovers;
mod places;
mod reading;
mod saving;
mod stamp;
mod writing;

#[cfg(test)]
mod tests;

pub use fonts::{add_fonts, font_folders};
pub use lacking::lacking;
pub use places::{is_same, local};
pub use reading::{MAX_NOTATION_BYTES, as_text, bytes, read, text};
pub use saving::save;
pub use stamp::Stamp;
pub use writing::{Way, write};
