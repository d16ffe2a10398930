//! What was read of a file, so that saving never replaces what another program has put there since.

use std::{path::Path, sync::Arc};

use super::reading::bytes;
use crate::formats::{self, Opened, Problem};

/// What whoever saves knows to be in the file. The bytes themselves are compared: sizes, clocks and sums can be the same
/// for files that are not. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// There was no such file.
    Nothing,
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// Whatever it is: somebody was asked and has given it up.
    Anything,
}

/// Reads and opens a pathway file, and gives what saving it again needs to know.
///
/// # Errors
/// As [`read`](super::read).
pub fn read_seen(path: &Path) -> Result<(Opened, Seen), Vec<Problem>> {
    let bytes = bytes(path).map_err(|problem| vec![problem])?;
    Ok((formats::open(&bytes)?, Seen::Bytes(bytes.into())))
}
