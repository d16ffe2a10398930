//! Where the program keeps what is nobody's document: backups, locks, recovery.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{disk::Disk, fingerprint::Fingerprint, places::target, system::System};

/// How many folders one in another are new at most: a backup's, that of all backups, the program's, and where data goes.
const MOST_MADE: usize = 4;

/// A folder of the program's own, and the disk that it lies on. Cheap to clone.
///
/// Inside it: `backups`, `open` (who has which file open), `recovery`, `reports`, `running`. All of them are made when
/// they are needed, for their owner alone.
#[derive(Clone)]
pub struct Data {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

impl fmt::Debug for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Data").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Data {
    /// Where this user's data goes: `$XDG_DATA_HOME/pathlight` on Linux, the like elsewhere, never a temporary folder,
    /// which is swept. Nothing where the user has no home. Nothing is made yet.
    pub fn of_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "pathlight")?;
        Some(Self::at(Arc::new(System), folders.data_local_dir().to_owned()))
    }

    /// A folder on a disk.
    pub fn at(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { disk, folder }
    }

    /// The disk.
    pub fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The disk, for a thread of its own.
    pub(super) fn shared_disk(&self) -> Arc<dyn Disk> {
        Arc::clone(&self.disk)
    }

    /// The path of a folder in it, there or not.
    pub(super) fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A folder in it, which is made where it is not there.
    pub(super) fn made(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.folder(name);
        if self.disk.metadata(&folder).is_err() {
            self.disk.create_dir_all(&folder)?;
            // What lies in it lasts only as long as the names that lead there.
            for above in folder.ancestors().skip(1).take(MOST_MADE) {
                self.disk.sync_dir(above).ok();
            }
        }
        Ok(folder)
    }

    /// What a document's files in this folder are called by: its full path, behind all links.
    pub(super) fn key(&self, path: &Path) -> String {
        let path = target(&*self.disk, path).unwrap_or_else(|_| path.to_owned());
        key_of(path.as_os_str().as_encoded_bytes())
    }
}

/// Bytes as the name of a file.
pub(super) fn key_of(bytes: &[u8]) -> String {
    format!("{:016x}", Fingerprint::of(bytes).sum)
}
