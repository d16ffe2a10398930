//! The files of recovery: one for each document that is not saved, of each process.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use super::entry::{Entry, Unreadable, decode, encode};
use crate::files::{
    data::Data,
    disk::read_at,
    fingerprint::Fingerprint,
    reading::bytes_on,
    refused::Trouble,
    running::{Running, lives, seconds},
    seen::Seen,
    writing::write_private,
};

const FOLDER: &str = "recovery";
/// What somebody has decided on goes there for a while: a choice may have been a slip.
const DECIDED: &str = "recovery/decided";
const END: &str = "recovery";
const DAMAGED: &str = "unreadable";

/// How long what was decided on is kept.
const KEPT_DECIDED: Duration = Duration::from_hours(7 * 24);

/// The recovery of one process. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Recovery {
    data: Data,
    token: String,
}

/// What a start finds.
#[derive(Debug, Default)]
pub struct Found {
    /// Documents that crashed processes have left, the latest first.
    pub left: Vec<Left>,
    /// Files that could not be read, under the names to which they were set aside.
    pub unreadable: Vec<PathBuf>,
    /// Files of a later version of the program, which stay for that.
    pub newer: Vec<PathBuf>,
}

/// A document that a crashed process has left.
#[derive(Debug)]
pub struct Left {
    /// Its file of recovery.
    pub file: PathBuf,
    /// The document.
    pub entry: Entry,
    /// When it was kept, UTC, to the second.
    pub kept: SystemTime,
    /// How its own file stands to it.
    pub on_disk: OnDisk,
}

/// How the file of a document that was left looks now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// It was never saved.
    Never,
    /// As it was when the document was read or saved last; its bytes.
    Unchanged(Arc<[u8]>),
    /// It was written since, or cannot be read: compare before saving over it.
    Changed,
    /// It is not there any more: deleted or moved.
    Gone,
}

impl Left {
    /// What is known to be in its file once it is recovered, so that saving it never replaces what was written since.
    pub fn seen(&self) -> Seen {
        match &self.on_disk {
            OnDisk::Unchanged(bytes) => Seen::Bytes(Arc::clone(bytes)),
            OnDisk::Never | OnDisk::Changed | OnDisk::Gone => Seen::Nothing,
        }
    }
}

impl Recovery {
    /// The recovery of a process.
    pub fn new(data: &Data, running: &Running) -> Self {
        Self { data: data.clone(), token: running.token().to_owned() }
    }

    /// Keeps a document of this process, by a number that stays its own as long as it is open: wholly, and through a loss
    /// of power. What was kept of it before is replaced. Takes as long as the disk does.
    ///
    /// # Errors
    /// What the system refused; what was kept before stays.
    pub fn keep(&self, number: u32, entry: &Entry) -> Result<(), Trouble> {
        let bytes = encode(entry, self.data.disk().now());
        let keep = || {
            self.data.made(FOLDER)?;
            write_private(self.data.disk(), &self.file(number), &bytes)
        };
        keep().map_err(|error| Trouble { path: self.file(number), error, bytes: bytes.len() })
    }

    /// What is said of a document of which the program could not make a text.
    pub(super) fn not_made(&self, number: u32) -> Trouble {
        let error = io::Error::other("the program has a fault in writing it");
        Trouble { path: self.file(number), error, bytes: 0 }
    }

    /// Forgets a document of this process, since it was saved or is as it was read.
    pub fn forget(&self, number: u32) {
        self.data.disk().remove_file(&self.file(number)).ok();
    }

    /// Sets a document of this process aside for seven days, since it was closed without being saved.
    pub fn discard(&self, number: u32) {
        self.set_aside(&self.file(number));
    }

    /// Sets aside for seven days what a crashed process has left, since somebody discarded it or it is kept by this
    /// process now. Until then it is offered at every start, however old it is.
    pub fn decided(&self, left: &Left) {
        self.set_aside(&left.file);
    }

    /// Looks for what crashed processes have left. Nothing that lies there can make it fail: what cannot be read is set
    /// aside, so that it is told once. What came to its own file after all is no loss and not told.
    pub fn left(&self) -> Found {
        self.sweep_decided();
        let mut found = Found::default();
        for file in self.files_of_the_dead() {
            let read = read_at(self.data.disk(), &file);
            match read.map_err(|_| Unreadable::Damaged).and_then(|bytes| decode(&bytes)) {
                Ok((entry, kept)) => {
                    let on_disk = self.on_disk(&entry);
                    let left = Left { file, entry, kept, on_disk };
                    if left.is_saved() {
                        self.decided(&left);
                    } else {
                        found.left.push(left);
                    }
                }
                Err(Unreadable::Newer) => found.newer.push(file),
                Err(Unreadable::Damaged) => {
                    let aside = file.with_extension(DAMAGED);
                    let is_aside = self.data.disk().rename(&file, &aside).is_ok();
                    found.unreadable.push(if is_aside { aside } else { file });
                }
            }
        }
        found.left.sort_by(|a, b| b.kept.cmp(&a.kept).then_with(|| a.file.cmp(&b.file)));
        found
    }

    fn file(&self, number: u32) -> PathBuf {
        self.data.folder(FOLDER).join(format!("{}-{number}.{END}", self.token))
    }

    fn files_of_the_dead(&self) -> Vec<PathBuf> {
        let folder = self.data.folder(FOLDER);
        let mut names = self.data.disk().read_dir(&folder).unwrap_or_default();
        names.sort();
        let is_of_the_dead = |path: &PathBuf| {
            let stem = path.extension().filter(|end| *end == END).and_then(|_| path.file_stem()?.to_str());
            let token = stem.and_then(|stem| Some(stem.rsplit_once('-')?.0));
            token.is_some_and(|token| token != self.token && !lives(&self.data, token))
        };
        names.into_iter().map(|name| folder.join(name)).filter(is_of_the_dead).collect()
    }

    fn on_disk(&self, entry: &Entry) -> OnDisk {
        let Some(path) = &entry.path else { return OnDisk::Never };
        match bytes_on(self.data.shared_disk(), path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => OnDisk::Gone,
            Ok(Ok(bytes)) if entry.saved == Some(Fingerprint::of(&bytes)) || entry.text == bytes => {
                OnDisk::Unchanged(bytes.into())
            }
            _ => OnDisk::Changed,
        }
    }

    fn set_aside(&self, file: &Path) {
        let disk = self.data.disk();
        let (Some(name), Ok(folder)) = (file.file_name().and_then(|name| name.to_str()), self.data.made(DECIDED))
        else {
            return;
        };
        // When that was stands in the name: the file's own time is when it was kept.
        disk.rename(file, &folder.join(format!("{}.{name}", seconds(disk.now())))).ok();
    }

    fn sweep_decided(&self) {
        let (disk, folder) = (self.data.disk(), self.data.folder(DECIDED));
        let now = seconds(disk.now());
        for name in disk.read_dir(&folder).unwrap_or_default() {
            let decided = name.to_str().and_then(|name| name.split_once('.')?.0.parse::<u64>().ok());
            if decided.is_some_and(|decided| now.saturating_sub(decided) > KEPT_DECIDED.as_secs()) {
                disk.remove_file(&folder.join(name)).ok();
            }
        }
    }
}

impl Left {
    /// Whether its own file holds it already.
    fn is_saved(&self) -> bool {
        matches!(&self.on_disk, OnDisk::Unchanged(bytes) if **bytes == *self.entry.text)
    }
}
