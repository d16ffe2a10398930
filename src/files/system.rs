//! The disk of this computer.

use std::{
    ffi::OsString,
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

use super::disk::{Access, Disk, Handle, Kind, Meta};

/// The disk of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Disk for System {
    fn metadata(&self, path: &Path) -> io::Result<Meta> {
        fs::metadata(path).map(|found| meta(&found))
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        fs::read_link(path)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn read_dir(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        Ok(fs::read_dir(folder)?.flatten().map(|entry| entry.file_name()).collect())
    }

    fn create_dir_all(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(folder)
    }

    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn Handle>> {
        let mut options = OpenOptions::new();
        options.read(true).write(access != Access::Read);
        options.create_new(matches!(access, Access::New { .. })).create(access == Access::Lock);
        #[cfg(unix)]
        if matches!(access, Access::New { is_private: true } | Access::Lock) {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        Ok(Box::new(OpenFile(options.open(path)?)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_dir(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn sleep(&self, time: Duration) {
        thread::sleep(time);
    }

    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

struct OpenFile(File);

impl Read for OpenFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.read(into)
    }
}

impl Write for OpenFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Seek for OpenFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

impl Handle for OpenFile {
    fn metadata(&self) -> io::Result<Meta> {
        self.0.metadata().map(|found| meta(&found))
    }

    fn set_len(&mut self, bytes: u64) -> io::Result<()> {
        self.0.set_len(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }

    #[cfg(unix)]
    fn set_owner(&mut self, (user, group): (u32, u32)) -> io::Result<()> {
        std::os::unix::fs::fchown(&self.0, Some(user), Some(group))
    }

    #[cfg(unix)]
    fn set_mode(&mut self, mode: u32) -> io::Result<()> {
        self.0.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(mode))
    }

    #[cfg(not(unix))]
    fn set_owner(&mut self, _: (u32, u32)) -> io::Result<()> {
        Ok(())
    }

    #[cfg(not(unix))]
    fn set_mode(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    fn try_lock(&self) -> io::Result<bool> {
        match self.0.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

fn meta(found: &fs::Metadata) -> Meta {
    let kind = if found.is_dir() {
        Kind::Folder
    } else if found.is_file() {
        Kind::File
    } else {
        Kind::Other
    };
    let mut seen = Meta {
        kind,
        bytes: found.len(),
        modified: found.modified().ok(),
        number: 0,
        names: 1,
        is_protected: found.permissions().readonly(),
        owner: (0, 0),
        mode: 0,
    };
    add_owner(&mut seen, found);
    seen
}

#[cfg(unix)]
fn add_owner(seen: &mut Meta, found: &fs::Metadata) {
    use std::os::unix::fs::MetadataExt as _;
    (seen.number, seen.names) = (found.ino(), found.nlink());
    (seen.owner, seen.mode) = ((found.uid(), found.gid()), found.mode() & 0o7777);
}

#[cfg(not(unix))]
fn add_owner(_: &mut Meta, _: &fs::Metadata) {}
