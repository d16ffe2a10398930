//! What a file looks like from outside, to see whether somebody else has changed it.

use std::{io, path::Path, time::SystemTime};

use super::{
    disk::{Disk, Kind, Meta},
    places::local,
    system::System,
};

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
        Self::on(&System, &local(path)).ok().flatten()
    }

    /// The length of the file in bytes.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The stamp of a file on a disk; nothing where there is none.
    pub(super) fn on(disk: &dyn Disk, path: &Path) -> io::Result<Option<Self>> {
        let found = match disk.metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            found => found?,
        };
        let Meta { kind, modified, bytes, number, .. } = found;
        Ok((kind == Kind::File).then_some(Self { modified, bytes, number }))
    }
}
