//! Files: bytes to pathways and back. `ron` owns the native schema.

pub mod bibliography;
mod opened;
mod problem;
pub mod ron;

pub use opened::Opened;
pub use problem::{MAX_BYTES, Place, Problem, too_large};

use crate::model::Pathway;

/// Reads a pathway file, as much of it as can be read.
///
/// # Errors
/// Where nothing at all can be opened: it is not text, not RON, not a pathway, or too large.
pub fn open(bytes: &[u8]) -> Result<Opened, Vec<Problem>> {
    ron::open(bytes)
}

/// Writes a pathway file: the same pathway always gives the same text.
pub fn save(pathway: &Pathway) -> String {
    ron::save(pathway)
}
