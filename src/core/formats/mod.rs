//! Files: bytes to pathways and back. `ron` owns the native schema.

pub mod bibliography;
mod opened;
mod problem;
pub mod ron;
mod verify;

pub use opened::Opened;
pub use problem::{MAX_BYTES, NO_SUCH_FILE, Place, Problem, too_large};
pub use verify::verify;

use crate::model::{Pathway, Tour};

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

/// Adds a tour to the text of a pathway file, of which every other letter stays as somebody wrote it: comments, blanks and
/// the order of fields. `None` where the text is no pathway.
pub fn with_tour(bytes: &[u8], tour: &Tour) -> Option<String> {
    ron::with_tour(bytes, tour)
}
