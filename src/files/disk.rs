//! What saving, backups, locks and recovery ask of a disk: one trait, so that tests can make every single step fail.

use std::{
    ffi::OsString,
    io::{self, Read, Seek, Write},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// A disk and its clock. The program's own is [`System`](super::System).
pub trait Disk: Send + Sync {
    /// What a file looks like, links followed.
    ///
    /// # Errors
    /// What the system says, as for every other method.
    fn metadata(&self, path: &Path) -> io::Result<Meta>;
    /// Where a link leads.
    ///
    /// # Errors
    /// Also where it is no link.
    fn read_link(&self, path: &Path) -> io::Result<PathBuf>;
    /// The one absolute path of a file or a folder that is there.
    ///
    /// # Errors
    /// Also where it is not there.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;
    /// The names in a folder, in any order.
    ///
    /// # Errors
    /// Also where it is no folder.
    fn read_dir(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    /// Makes a folder and those above it that only their owner may look into; one that is there is left as it is.
    ///
    /// # Errors
    /// Also where a file has that name.
    fn create_dir_all(&self, folder: &Path) -> io::Result<()>;
    /// Opens a file.
    ///
    /// # Errors
    /// `AlreadyExists` for [`Access::New`], `NotFound` for [`Access::Read`] and [`Access::Change`].
    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn Handle>>;
    /// Gives a file another name in one step, whose file it takes the place of.
    ///
    /// # Errors
    /// What the system says; both names are then as they were.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes a name from a file, which goes with the last one that it has.
    ///
    /// # Errors
    /// What the system says.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Brings the names in a folder to the disk, so that they last through a loss of power.
    ///
    /// # Errors
    /// Also where the system cannot do that for folders.
    fn sync_dir(&self, folder: &Path) -> io::Result<()>;
    /// Waits.
    fn sleep(&self, time: Duration);
    /// What the clock says.
    fn now(&self) -> SystemTime;
}

/// A file that is open, at a place in it.
pub trait Handle: Read + Write + Seek + Send {
    /// What the file looks like.
    ///
    /// # Errors
    /// What the system says, as for every other method.
    fn metadata(&self) -> io::Result<Meta>;
    /// Cuts it, or fills it with zeros, to a length in bytes.
    ///
    /// # Errors
    /// What the system says.
    fn set_len(&mut self, bytes: u64) -> io::Result<()>;
    /// Brings what is in it to the disk, so that it lasts through a loss of power.
    ///
    /// # Errors
    /// What the system says: then nobody knows what has come to the disk.
    fn sync(&mut self) -> io::Result<()>;
    /// Gives it to a user and a group, by their numbers; does nothing where a system has none.
    ///
    /// # Errors
    /// Where one may not.
    fn set_owner(&mut self, owner: (u32, u32)) -> io::Result<()>;
    /// Sets who may read and write it, the twelve bits of Unix; does nothing where a system has none.
    ///
    /// # Errors
    /// Where one may not.
    fn set_mode(&mut self, mode: u32) -> io::Result<()>;
    /// Takes the advisory lock, which goes with the handle and with the process; `false` where somebody else has it.
    ///
    /// # Errors
    /// Where this disk has no locks.
    fn try_lock(&self) -> io::Result<bool>;
}

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To be read.
    Read,
    /// To be read and written; it is there.
    Change,
    /// To be read and written; it is made, and nothing has its name yet. `is_private`: nobody else may read it.
    New {
        /// Whether only its owner may read and write it; else who may new files usually.
        is_private: bool,
    },
    /// To be locked; it is made where it is not there, for its owner alone.
    Lock,
}

/// What something on a disk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a device, a socket.
    Other,
}

/// What a file looks like from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// What it is.
    pub kind: Kind,
    /// Its length in bytes.
    pub bytes: u64,
    /// When it was written last, where the disk knows.
    pub modified: Option<SystemTime>,
    /// The file behind the name: another one where it was replaced. 0 where a system has no such numbers.
    pub number: u64,
    /// How many names it has.
    pub names: u64,
    /// Whether nobody may write it, an administrator aside.
    pub is_protected: bool,
    /// The numbers of its user and group, 0 where a system has none.
    pub owner: (u32, u32),
    /// Who may read and write it, the twelve bits of Unix; 0 where a system has none.
    pub mode: u32,
}

/// All that is in a file, from its start.
pub(super) fn read_back(file: &mut dyn Handle) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// All that is in the file at a path.
pub(super) fn read_at(disk: &dyn Disk, path: &Path) -> io::Result<Vec<u8>> {
    read_back(&mut *disk.open(path, Access::Read)?)
}
