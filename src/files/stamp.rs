//! What a file looks like from outside, to see whether somebody else has changed it.

use std::{path::Path, time::SystemTime};

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
        Self::on(&System, &local(path))
    }

    /// The stamp of a file on a disk; nothing where there is none.
    pub(super) fn on(disk: &dyn Disk, path: &Path) -> Option<Self> {
        let Meta { modified, bytes, number, .. } = disk.metadata(path).ok().filter(|found| found.kind == Kind::File)?;
        Some(Self { modified, bytes, number })
    }
}
