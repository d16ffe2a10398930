//! Writing, so that a file is either as it was or wholly the new one, whatever happens in between.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    disk::{Access, Disk, Handle, Kind, Meta, read_at, read_back},
    leftovers::{Fresh, sweep},
    places::{folder_of, local, target},
    system::System,
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
/// disk, read again and compared, and takes its name last. It may be read and written by whoever might before, and by
/// nobody else. A link is followed: the file that it leads to is the one that changes. A file with several names keeps
/// them all: it is written over once a copy of what is in it lies beside it.
///
/// # Errors
/// What the system says, or that the file is write-protected or no ordinary one; what was there is then untouched, and
/// nothing is left beside it.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<Way> {
    write_on(&System, path, bytes.as_ref())
}

/// As [`write()`], on any disk.
///
/// # Errors
/// As [`write()`].
pub fn write_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<Way> {
    let mut prepared = Prepared::new(disk, path, bytes)?;
    prepared.came_back()?;
    prepared.replace(None)
}

/// Writes a file that nobody else may read, in the same way.
pub(super) fn write_private(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut prepared = Prepared::beside(disk, path.to_owned(), None, bytes, true)?;
    prepared.came_back()?;
    prepared.replace(None).map(drop)
}

/// A new file that lies beside the one that it is to replace, and goes away again unless it does.
pub(super) struct Prepared<'a> {
    disk: &'a dyn Disk,
    /// The file behind all links.
    pub(super) path: PathBuf,
    bytes: &'a [u8],
    /// What it replaces, and whether the new one has all of its rights and names.
    old: Option<(Old, bool)>,
    fresh: Fresh<'a>,
}

impl<'a> Prepared<'a> {
    /// Writes it beside the file, with the rights of that, and brings it to the disk.
    pub(super) fn new(disk: &'a dyn Disk, path: &Path, bytes: &'a [u8]) -> io::Result<Self> {
        let path = target(disk, &local(path))?;
        let old = Old::at(disk, &path)?;
        let is_private = old.is_some();
        Self::beside(disk, path, old, bytes, is_private)
    }

    fn beside(
        disk: &'a dyn Disk,
        path: PathBuf,
        old: Option<Old>,
        bytes: &'a [u8],
        is_private: bool,
    ) -> io::Result<Self> {
        let folder = folder_of(&path);
        sweep(disk, folder);
        let mut fresh = Fresh::create_in(disk, folder, is_private)?;
        fresh.file.write_all(bytes)?;
        let old = old.map(|old| old.keep_rights(&mut *fresh.file).map(|keeps_all| (old, keeps_all))).transpose()?;
        fresh.file.sync()?;
        Ok(Self { disk, path, bytes, old, fresh })
    }

    /// What the disk gives back, which is what it was given.
    pub(super) fn came_back(&mut self) -> io::Result<Vec<u8>> {
        let found = read_back(&mut *self.fresh.file)?;
        if found == self.bytes {
            Ok(found)
        } else {
            Err(io::Error::other("its disk gave back other bytes than it got"))
        }
    }

    /// Takes the place of the old file. `kept` is where what is in that is kept already, if anywhere.
    pub(super) fn replace(self, kept: Option<&Path>) -> io::Result<Way> {
        if let Some((old, false)) = self.old {
            old.write_over(self.disk, &self.path, self.bytes, kept)?;
            return Ok(Way::InPlace);
        }
        self.fresh.become_file(&self.path)?;
        // The name, too, is kept through a loss of power. Some systems cannot do that for a folder; the file is written.
        self.disk.sync_dir(folder_of(&self.path)).ok();
        Ok(Way::Whole)
    }
}

/// The file that is to be replaced, open to be written.
struct Old {
    file: Box<dyn Handle>,
    found: Meta,
}

impl Old {
    /// The file at a path, if there is one.
    fn at(disk: &dyn Disk, path: &Path) -> io::Result<Option<Self>> {
        let found = match disk.metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            found => found?,
        };
        may_be_written(&found)?;
        Ok(Some(Self { file: disk.open(path, Access::Change)?, found }))
    }

    /// Gives a new file the owner, the group and the mode of this one; says whether it could have all of that, and
    /// every name.
    fn keep_rights(&self, new: &mut dyn Handle) -> io::Result<bool> {
        let is_owned = new.metadata()?.owner == self.found.owner || new.set_owner(self.found.owner).is_ok();
        // After a change of owner, which takes some rights away.
        if is_owned && new.metadata()?.mode != self.found.mode {
            new.set_mode(self.found.mode)?;
        }
        Ok(is_owned && self.found.names == 1)
    }

    /// Writes over the file. Where what is in it is not kept elsewhere, a copy lies beside it until that is done, and
    /// stays where it cannot be undone.
    fn write_over(mut self, disk: &dyn Disk, path: &Path, bytes: &[u8], kept: Option<&Path>) -> io::Result<()> {
        let before = read_back(&mut *self.file)?;
        let kept = kept.filter(|kept| read_at(disk, kept).is_ok_and(|kept| kept == before));
        let copy = if kept.is_none() { Some(keep_copy(disk, path, &before)?) } else { None };
        let result = self.replace(bytes).or_else(|error| {
            let kept = kept.or(copy.as_deref()).map(|kept| kept.display().to_string()).unwrap_or_default();
            self.replace(&before)
                .map_err(|_| io::Error::other(format!("{error}; what was in it is kept in {kept}")))?;
            Err(error)
        });
        let is_whole = result.is_ok() || read_back(&mut *self.file).is_ok_and(|now| now == before);
        if let Some(copy) = copy.filter(|_| is_whole) {
            disk.remove_file(&copy).ok();
        }
        result
    }

    fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.rewind()?;
        self.file.write_all(bytes)?;
        self.file.set_len(bytes.len() as u64)?;
        self.file.sync()
    }
}

/// Checks that something is an ordinary file without write protection.
pub(super) fn may_be_written(found: &Meta) -> io::Result<()> {
    match found.kind {
        Kind::Folder => Err(io::Error::other("it is a folder")),
        Kind::Other => Err(io::Error::other("it is not an ordinary file")),
        // An administrator may write everything, and has protected it all the same.
        Kind::File if found.is_protected => Err(io::Error::other("it is write-protected")),
        Kind::File => Ok(()),
    }
}

/// Most copies of one file that are left beside it.
const MOST_COPIES: u32 = 100;

/// Keeps what is in a file under a new name beside it, which says what it is.
fn keep_copy(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let mut taken = io::ErrorKind::AlreadyExists.into();
    for number in 0..MOST_COPIES {
        let copy = folder_of(path).join(format!("pathlight-before-saving-{}-{number}.old", std::process::id()));
        match disk.open(&copy, Access::New { is_private: true }) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.sync());
                if written.is_err() {
                    disk.remove_file(&copy).ok();
                }
                // Its name, too: what it is kept for is that the file itself may be half written.
                disk.sync_dir(folder_of(path)).ok();
                return written.map(|()| copy);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}
