//! What a file looks like from outside, to see whether somebody else has changed it.

use std::{fs, path::Path, time::SystemTime};

use super::places::local;

/// What a file looks like from outside: whoever writes it changes this. It is a hint and no proof, since clocks are set
/// and are coarse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    bytes: u64,
    /// The file behind the name: another one where it was replaced.
    number: u64,
}

impl Stamp {
    /// The stamp of a file; nothing where there is none.
    pub fn of(path: &Path) -> Option<Self> {
        let found = fs::metadata(local(path)).ok().filter(fs::Metadata::is_file)?;
        Some(Self { modified: found.modified().ok(), bytes: found.len(), number: number(&found) })
    }
}

#[cfg(unix)]
fn number(found: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> u64 {
    0
}
