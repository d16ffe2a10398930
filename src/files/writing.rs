//! Writing, so that a file is either as it was or wholly the new one, whatever happens in between.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Read as _, Seek as _, Write as _},
    path::{Path, PathBuf},
};

use super::{
    leftovers::{Fresh, sweep},
    places::{folder_of, local, target},
};

/// How a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The new one took its name in one step.
    Whole,
    /// It was written over, since it has other names or an owner that a new file would not have.
    InPlace,
}

/// Writes a file so that it is either as it was or wholly the new one: the new one is written beside it, brought to the
/// disk, read again, and takes its name last. It may be read and written by whoever might before, and by nobody else. A
/// link is followed: the file that it leads to is the one that changes. A file with several names keeps them all: it is
/// written over once a copy of what is in it lies beside it.
///
/// # Errors
/// What the system says, or that the file is write-protected or no ordinary one; what was there is then untouched, and
/// nothing is left beside it.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<Way> {
    write_if(path, bytes.as_ref(), |_| Ok(()))
}

/// As [`write()`], where what comes back from the disk passes a check before it replaces anything.
pub(super) fn write_if(path: &Path, bytes: &[u8], check: impl FnOnce(&[u8]) -> io::Result<()>) -> io::Result<Way> {
    let path = target(&local(path))?;
    let folder = folder_of(&path);
    let old = Old::at(&path)?;
    sweep(folder);
    let mut fresh = Fresh::create_in(folder, old.is_some())?;
    fresh.file.write_all(bytes)?;
    let keeps_all = old.as_ref().map_or(Ok(true), |old| old.keep_rights(&fresh.file))?;
    fresh.file.sync_all()?;
    check(&read_back(&mut fresh.file)?)?;
    if let Some(old) = old.filter(|_| !keeps_all) {
        old.write_over(&path, bytes)?;
        return Ok(Way::InPlace);
    }
    fresh.become_file(&path)?;
    // The name, too, is kept through a loss of power. Some systems cannot do that for a folder; the file is written.
    File::open(folder).and_then(|folder| folder.sync_all()).ok();
    Ok(Way::Whole)
}

fn read_back(file: &mut File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The file that is to be replaced, open to be written.
struct Old {
    file: File,
    found: Metadata,
}

impl Old {
    /// The file at a path, if there is one.
    fn at(path: &Path) -> io::Result<Option<Self>> {
        let found = match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            found => found?,
        };
        if found.is_dir() {
            return Err(io::Error::other("it is a folder"));
        }
        if !found.is_file() {
            return Err(io::Error::other("it is not an ordinary file"));
        }
        // An administrator may write everything, and has protected it all the same.
        if found.permissions().readonly() {
            return Err(io::Error::other("it is write-protected"));
        }
        Ok(Some(Self { file: OpenOptions::new().read(true).write(true).open(path)?, found }))
    }

    /// Gives a new file the owner, the group and the mode of this one; says whether it could have all of that, and
    /// every name.
    #[cfg(unix)]
    fn keep_rights(&self, new: &File) -> io::Result<bool> {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
        let (old, made) = (&self.found, new.metadata()?);
        let is_owned =
            (made.uid(), made.gid()) == (old.uid(), old.gid()) || fchown(new, Some(old.uid()), Some(old.gid())).is_ok();
        // After a change of owner, which takes some rights away.
        let mode = old.mode() & 0o7777;
        if is_owned && new.metadata()?.mode() & 0o7777 != mode {
            new.set_permissions(fs::Permissions::from_mode(mode))?;
        }
        Ok(is_owned && old.nlink() == 1)
    }

    #[cfg(not(unix))]
    fn keep_rights(&self, _: &File) -> io::Result<bool> {
        let _ = &self.found;
        Ok(true)
    }

    /// Writes over the file. A copy of what is in it lies beside it until that is done, and stays where it cannot be
    /// undone.
    fn write_over(mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let before = read_back(&mut self.file)?;
        let copy = keep_copy(path, &before)?;
        let result = self.replace(bytes).or_else(|error| {
            self.replace(&before)
                .map_err(|_| io::Error::other(format!("{error}; what was in it is kept in {}", copy.display())))?;
            Err(error)
        });
        if result.is_ok() || read_back(&mut self.file).is_ok_and(|now| now == before) {
            fs::remove_file(&copy).ok();
        }
        result
    }

    fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.rewind()?;
        self.file.write_all(bytes)?;
        self.file.set_len(bytes.len() as u64)?;
        self.file.sync_all()
    }
}

/// Most copies of one file that are left beside it.
const MOST_COPIES: u32 = 100;

/// Keeps what is in a file under a new name beside it, which says what it is.
fn keep_copy(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut taken = io::ErrorKind::AlreadyExists.into();
    for number in 0..MOST_COPIES {
        let copy = folder_of(path).join(format!("pathlight-before-saving-{}-{number}.old", std::process::id()));
        match options.open(&copy) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.sync_all());
                if written.is_err() {
                    fs::remove_file(&copy).ok();
                }
                return written.map(|()| copy);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}
