//! Pathways into files: none is written that could not be opened again and say the same.

use std::{io, path::Path};

use super::writing::{Way, write_if};
use crate::{formats, model::Pathway};

/// Writes a pathway's text. What has come to the disk is opened again before it replaces anything, and must hold the
/// pathway, with at most so many errors: none, unless what it was made from had some.
///
/// # Errors
/// As [`write`](super::write), or why it could not be opened again; what was there is untouched.
pub fn save(path: &Path, text: &str, pathway: &Pathway, errors: usize) -> io::Result<Way> {
    write_if(path, text.as_bytes(), |bytes| formats::verify(bytes, pathway, errors).map_err(unsound))
}

/// The disk did its part: what it was given is wrong.
fn unsound(why: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}
