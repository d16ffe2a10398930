//! Why a page cannot be written.

use std::fmt;

/// Most pixels of a picture, in millions.
pub const MOST_MEGAPIXELS: u64 = 200;

/// Why a page cannot be written, as one sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// A document without pages.
    NoPages,
    /// A picture of so many pixels: width and height.
    TooLarge(u64, u64),
    /// A scale that is no positive number.
    NoScale,
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPages => write!(f, "a document needs at least one page; give it one"),
            Self::TooLarge(w, h) => write!(
                f,
                "a picture of {w} x {h} pixels is beyond {MOST_MEGAPIXELS} megapixels or 65535 pixels a side; choose a smaller \
                 scale, or SVG or PDF"
            ),
            Self::NoScale => write!(f, "a picture cannot be drawn at this scale; choose a number above 0, such as 2"),
        }
    }
}

impl std::error::Error for ExportError {}
