//! Sizes and line breaks of labels, by the engine that draws them, with no window.
//!
//! The window, the command line and the exports must agree on how large a card is. epaint's fonts run anywhere, so
//! this module owns the bundled fonts and measures with them.

mod characters;
mod fonts;
mod lines;
mod shaping;
mod subset;
mod wrap;

pub use characters::{is_unseen, visible, visible_json};
pub use fonts::{BOLD, definitions, missing_glyphs};
pub use lines::{Piece, filled};
pub use shaping::{Extent, Face, Glyph, OutlinePen, Shaper};
pub use subset::{Subset, for_print, for_web};
pub use wrap::{LABEL_SIZE, Measure, Wrapped};
