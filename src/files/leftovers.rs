//! Files on their way to a name, and those that were left on that way by a program that was killed.
//!
//! Whoever makes such a file holds a lock on it, which goes with its process. So a file that nobody holds has nobody that
//! still writes it, on whatever machine that was.

use std::{
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use super::disk::{Access, Disk, Handle, Kind};

/// Most names that are tried for a new file: each one that is taken was left by a program that was ended.
const MOST_NAMES: u32 = 1_000;
const START: &str = ".pathlight-";
const END: &str = ".tmp";

/// How long a file may be held by whoever looks into every new file, a scanner or an indexer: the pauses between tries.
const PAUSES: [u64; 6] = [5, 10, 20, 40, 80, 160];

/// A new file under a name that nothing else has; it goes away again unless it takes another name.
pub(super) struct Fresh<'a> {
    disk: &'a dyn Disk,
    pub(super) path: PathBuf,
    pub(super) file: Box<dyn Handle>,
    has_gone: bool,
}

impl<'a> Fresh<'a> {
    /// Makes one in a folder. `is_private`: nobody else may read it.
    pub(super) fn create_in(disk: &'a dyn Disk, folder: &Path, is_private: bool) -> io::Result<Self> {
        // Two threads of this program never try one name at a time.
        static NEXT: AtomicU32 = AtomicU32::new(0);
        // Not the file's own name with more behind it, which may be longer than a name can be.
        let name = || format!("{START}{}-{}{END}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let (path, file) = create_locked(disk, folder, is_private, name)?;
        Ok(Self { disk, path, file, has_gone: false })
    }

    /// Gives it another name, whose file it takes the place of. Where somebody holds one of the two for a moment it is
    /// tried again, for a third of a second.
    pub(super) fn become_file(mut self, path: &Path) -> io::Result<()> {
        let mut pauses = PAUSES.iter();
        while let Err(error) = self.disk.rename(&self.path, path) {
            let may_pass = matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy);
            let Some(pause) = pauses.next().filter(|_| may_pass) else { return Err(error) };
            self.disk.sleep(Duration::from_millis(*pause));
        }
        self.has_gone = true;
        Ok(())
    }
}

impl Drop for Fresh<'_> {
    fn drop(&mut self) {
        if !self.has_gone {
            self.disk.remove_file(&self.path).ok();
        }
    }
}

/// Makes a new file in a folder under the first name that is free, and takes its lock. Where a disk has no locks nobody
/// can hold one, and nobody sweeps either.
pub(super) fn create_locked(
    disk: &dyn Disk,
    folder: &Path,
    is_private: bool,
    mut name: impl FnMut() -> String,
) -> io::Result<(PathBuf, Box<dyn Handle>)> {
    let mut taken = io::ErrorKind::AlreadyExists.into();
    for _ in 0..MOST_NAMES {
        let path = folder.join(name());
        match disk.open(&path, Access::New { is_private }) {
            // Between its making and its lock, another program may have thought that nobody holds it.
            Ok(file) if file.try_lock().unwrap_or(true) && !is_gone(disk, &path) => return Ok((path, file)),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

fn is_gone(disk: &dyn Disk, path: &Path) -> bool {
    disk.metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Deletes what programs that were killed have left in a folder, and nothing else: files of our own naming that nobody
/// holds.
pub(super) fn sweep(disk: &dyn Disk, folder: &Path) {
    let names = disk.read_dir(folder).unwrap_or_default();
    for name in names.iter().filter(|name| name.to_str().is_some_and(is_our_name)) {
        // The lock is held until the file is gone: else whoever has just made it could take it in between.
        if let Some(left) = unheld(disk, &folder.join(name)) {
            disk.remove_file(&folder.join(name)).ok();
            drop(left);
        }
    }
}

/// A file that nobody holds, with its lock taken. Where a disk has no locks nobody knows.
pub(super) fn unheld(disk: &dyn Disk, path: &Path) -> Option<Box<dyn Handle>> {
    // To open a pipe might wait for ever.
    disk.metadata(path).ok().filter(|found| found.kind == Kind::File)?;
    disk.open(path, Access::Change).ok().filter(|file| matches!(file.try_lock(), Ok(true)))
}

fn is_our_name(name: &str) -> bool {
    let numbers =
        name.strip_prefix(START).and_then(|rest| rest.strip_suffix(END)).and_then(|rest| rest.split_once('-'));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers.is_some_and(|(process, number)| is_number(process) && is_number(number))
}
