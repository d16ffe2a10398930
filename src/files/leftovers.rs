//! Files on their way to a name, and those that were left on that way by a program that was killed.
//!
//! Whoever makes such a file holds a lock on it, which goes with its process. So a file that nobody holds has nobody that
//! still writes it, on whatever machine that was.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

/// Most names that are tried for a new file: each one that is taken was left by a program that was ended.
const MOST_NAMES: u32 = 1_000;
const START: &str = ".pathlight-";
const END: &str = ".tmp";

/// A new file under a name that nothing else has; it goes away again unless it takes another name.
pub(super) struct Fresh {
    pub(super) path: PathBuf,
    pub(super) file: File,
    has_gone: bool,
}

impl Fresh {
    /// Makes one in a folder. `is_private`: nobody else may read it.
    pub(super) fn create_in(folder: &Path, is_private: bool) -> io::Result<Self> {
        // Two threads of this program never try one name at a time.
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, if is_private { 0o600 } else { 0o666 });
        #[cfg(not(unix))]
        let _ = is_private;
        let mut taken = io::ErrorKind::AlreadyExists.into();
        for _ in 0..MOST_NAMES {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            // Not the file's own name with more behind it, which may be longer than a name can be.
            let path = folder.join(format!("{START}{}-{number}{END}", std::process::id()));
            match options.open(&path) {
                // Between its making and its lock, another program may have thought that nobody holds it.
                Ok(file) if is_ours(&file) && path.exists() => {
                    return Ok(Self { path, file, has_gone: false });
                }
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
                Err(error) => return Err(error),
            }
        }
        Err(taken)
    }

    /// Gives it another name, whose file it takes the place of.
    pub(super) fn become_file(mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)?;
        self.has_gone = true;
        Ok(())
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if !self.has_gone {
            fs::remove_file(&self.path).ok();
        }
    }
}

/// Takes the lock. Where a disk has no locks nobody can hold one, and nobody sweeps either.
fn is_ours(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// Deletes what programs that were killed have left in a folder, and nothing else: files of our own naming that nobody
/// holds.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_ours =
            entry.file_name().to_str().is_some_and(is_our_name) && entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_ours {
            continue;
        }
        let left = OpenOptions::new().write(true).open(entry.path()).ok().filter(|file| file.try_lock().is_ok());
        // The lock is held until the file is gone: else whoever has just made it could take it in between.
        if let Some(left) = left {
            fs::remove_file(entry.path()).ok();
            drop(left);
        }
    }
}

fn is_our_name(name: &str) -> bool {
    let numbers =
        name.strip_prefix(START).and_then(|rest| rest.strip_suffix(END)).and_then(|rest| rest.split_once('-'));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers.is_some_and(|(process, number)| is_number(process) && is_number(number))
}
