//! Pictures and printed sheets of pathways: pages of plain data, and one function for each format that writes them.
//!
//! Everything here is pure and gives the same bytes for the same input. A [`Page`] is made by [`figure()`] (the drawing
//! of the window with its title, legend and sources) or [`document`] (the same on paper); [`svg()`],
//! [`pdf()`] and [`png()`] write it.

mod base64;
mod error;
mod figure;
#[cfg(test)]
mod foreign;
mod format;
mod outlines;
mod page;
mod paper;
mod pdf;
mod pen;
mod png;
mod remark;
mod svg;
#[cfg(test)]
mod testing;
mod worksheet;

pub use error::{ExportError, MOST_MEGAPIXELS};
pub use figure::{Compared, FigureOptions, NOTE, document, figure, marks_over};
pub use format::{Format, Output};
pub use page::{Address, Anchor, Area, Form, Item, Outline, Page, Pattern, Point, Segment, Shape, Stroke, Text, clean};
pub use paper::{Paper, Print};
pub use pdf::{Meta, pdf};
pub use png::{SCALE, png};
pub use remark::Remark;
pub use svg::svg;
pub use worksheet::{key, worksheet, worksheet_files};
