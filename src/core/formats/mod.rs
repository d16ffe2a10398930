//! Files: bytes to pathways and back. `ron` owns the native schema.

pub mod bibliography;
mod opened;
mod problem;
pub mod ron;
mod verify;

pub use opened::Opened;
pub use problem::{MAX_BYTES, NO_SUCH_FILE, Place, Problem, too_large};
pub use ron::{SMALLEST, Saved, reference, skeleton};
pub use verify::verify;

use crate::model::Pathway;

/// Reads a pathway file, as much of it as can be read.
///
/// # Errors
/// Where nothing at all can be opened: it is not text, not RON, not a pathway, or too large.
pub fn open(bytes: &[u8]) -> Result<Opened, Vec<Problem>> {
    ron::open(bytes).map(|opened| Opened { bytes: bytes.into(), ..opened })
}

/// Writes a pathway file: the same pathway always gives the same text.
pub fn save(pathway: &Pathway) -> String {
    ron::save(pathway)
}

/// Writes a pathway over the file with these bytes: records that nobody touched stay byte for byte as they stand, with
/// their comments, their layout and their line ends, and of others only the fields that say something else are written.
/// Reading the text gives the pathway again, and the pathway that the file held already gives the same bytes. Only where
/// that cannot be, [all is written anew](Saved::is_anew).
pub fn save_over(bytes: &[u8], pathway: &Pathway) -> Saved {
    ron::save_over(bytes, pathway)
}

/// How many comments a file has.
pub fn comments(bytes: &[u8]) -> usize {
    ron::comments(bytes)
}

/// Whether a file, which holds a pathway, has comments that are lost where something else takes its place. Comments inside of
/// what is kept as it stands are not.
pub fn loses_comments(bytes: &[u8], pathway: &Pathway) -> bool {
    let there = comments(bytes);
    there > 0 && there > comments(save(pathway).as_bytes())
}
