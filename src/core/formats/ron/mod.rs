//! The native format: RON, one pathway a file, made to be written by hand and to diff well.
//!
//! Reading goes level by level: a document into fields, a list into records, a record into fields, and only then
//! each value by itself. So every problem of a file is found in one go, each with its place, and what cannot be
//! read is kept as it stands. `text` makes bytes a text, `scan` knows brackets, strings and comments, `syntax`
//! takes values apart, `values` reads single ones, `record` reads fields, `read` and `records` know the schema,
//! `report` turns what was found into places, `write` saves.

mod quote;
mod read;
mod record;
mod records;
mod report;
mod scan;
mod syntax;
mod text;
mod values;
mod words;
mod write;

#[cfg(test)]
mod tests;

pub(super) use read::open;
pub(super) use write::save;

/// The most nodes that are opened.
pub const MAX_NODES: usize = 5_000;
/// The most links that are opened.
pub const MAX_LINKS: usize = 20_000;
/// The most lanes and the most tours that are opened.
pub const MAX_LANES: usize = 500;
/// The most sources that are opened.
pub const MAX_SOURCES: usize = 10_000;
/// The most values that a file may have, counted by commas; a rich pathway of 20 MB has half of them.
pub const MAX_VALUES: usize = 1_000_000;
/// The longest text of one field, in bytes.
pub const MAX_TEXT: usize = 100 * 1024;
/// The farthest that a node may be pinned from the origin.
pub const MAX_COORDINATE: f64 = 1e6;
/// The format's major version that this program writes.
pub const MAJOR: u32 = 1;
