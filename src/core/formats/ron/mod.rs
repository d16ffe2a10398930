//! The native format: RON, one pathway a file, made to be written by hand and to diff well.
//!
//! Reading goes level by level: a document into fields, a list into records, a record into fields, and only then
//! each value by itself. So every problem of a file is found in one go, each with its place, and what cannot be
//! read is kept as it stands. `text` makes bytes a text, `scan` knows brackets, strings and comments, `syntax`
//! takes values apart, `values` reads single ones, `record` reads fields, `read` and `records` know the schema,
//! `report` turns what was found into places.
//! `write` says what is written as a `tree` of values; `over`
//! saves over a file, of which all that nobody touched stays as it was written. `schema` is the table that the reader,
//! the `reference` and the `skeleton` of a new file go by.

mod limits;
mod over;
mod quote;
mod read;
mod record;
mod records;
mod reference;
mod report;
mod scan;
mod schema;
mod skeleton;
mod syntax;
mod text;
mod tree;
mod values;
mod words;
mod write;

#[cfg(test)]
mod tests;

pub use limits::{MAJOR, MAX_COORDINATE, MAX_LANES, MAX_LINKS, MAX_NODES, MAX_SOURCES, MAX_TEXT, MAX_VALUES};
pub use over::Saved;
pub(super) use over::save_over;
pub(super) use read::{comments, open};
pub use reference::{SMALLEST, reference};
pub use skeleton::skeleton;
pub use syntax::record_fields;
pub(super) use write::save;
