//! Pictures and printed sheets of pathways: pages of plain data, and one function for each format that writes them.
//!
//! Everything here is pure and gives the same bytes for the same input. A [`Page`] is made by [`figure()`] (the drawing
//! of the window with its title, legend and sources) or [`document`] (the same on paper); [`svg()`],
//! [`pdf()`] and [`png()`] write it.

mod base64;
mod error;
mod figure;
mod format;
mod page;
mod paper;
mod pdf;
mod pen;
mod png;
mod svg;
#[cfg(test)]
mod testing;
mod worksheet;

pub use error::{ExportError, MOST_MEGAPIXELS};
pub use figure::{FigureOptions, NOTE, document, figure, marks_over};
pub use format::Format;
pub use page::{Address, Anchor, Area, Form, Item, Page, Pattern, Point, Shape, Stroke, Text, clean};
pub use paper::Paper;
pub use pdf::{Meta, pdf};
pub use png::{SCALE, png};
pub use svg::svg;
pub use worksheet::{key, worksheet, worksheet_files};
