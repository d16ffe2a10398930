//! Programs that save into one folder take turns, from looking at what is there until it is replaced: else two that look
//! at the same moment would both see the file that they know, and one would replace what the other has just written.

use std::{path::Path, time::Duration};

use super::disk::{Access, Disk, Handle};

/// How long one waits for its turn, in milliseconds and tries: a turn takes as long as a backup and a new name.
const PAUSE: u64 = 10;
const MOST_PAUSES: u32 = 300;

/// One's turn in a folder, which ends where this is dropped, or with the process.
pub(super) struct Turn {
    _lock: Option<Box<dyn Handle>>,
}

impl Turn {
    /// Waits for one's turn. Where a disk has no locks for folders, or somebody does not give it back, there are no turns:
    /// what is seen is compared all the same.
    pub(super) fn take(disk: &dyn Disk, folder: &Path) -> Self {
        let lock = disk.open(folder, Access::Read).ok();
        for _ in 0..MOST_PAUSES {
            if lock.as_ref().is_none_or(|lock| lock.try_lock().unwrap_or(true)) {
                break;
            }
            disk.sleep(Duration::from_millis(PAUSE));
        }
        Self { _lock: lock }
    }
}
