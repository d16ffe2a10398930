//! Which windows run and how they ended: after crashes that follow each other the next one starts with care.

use std::{
    hash::{BuildHasher as _, RandomState},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use super::{
    data::Data,
    disk::{Access, Handle, read_back},
    leftovers::{create_locked, unheld},
};

const FOLDER: &str = "running";

/// The start of this many that crashed so shortly before is one with care.
const CRASHES: usize = 2;
const SHORTLY: Duration = Duration::from_mins(2);

/// A window that runs. Its mark in the data folder is locked as long as its process lives, and goes when that ends well;
/// a mark that nobody holds was left by a crash.
pub struct Running {
    data: Data,
    token: String,
    is_safe_mode: bool,
    mark: Option<(PathBuf, Box<dyn Handle>)>,
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").field("token", &self.token).finish_non_exhaustive()
    }
}

impl Running {
    /// Begins. Where the data folder cannot be written, or its disk has no locks, nothing is known of crashes and every
    /// start is an ordinary one.
    pub fn begin(data: &Data) -> Self {
        let now = data.disk().now();
        let is_safe_mode = recent_crashes(data, now) >= CRASHES;
        let mark = make_mark(data, now).ok();
        let token = mark.as_ref().and_then(|(path, _)| Some(path.file_name()?.to_str()?.to_owned()));
        Self { data: data.clone(), token: token.unwrap_or_else(new_token), is_safe_mode, mark }
    }

    /// Whether this is the third start within two minutes and the two before crashed: then open nothing by itself, show
    /// tables and no drawing, and take the settings as they come.
    pub fn is_safe_mode(&self) -> bool {
        self.is_safe_mode
    }

    /// What tells this process from every other, in the names of its files.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Ends well: the crashes before it are over and done with. Without this call the end was a crash.
    pub fn end(mut self) {
        if let Some((path, lock)) = self.mark.take() {
            self.data.disk().remove_file(&path).ok();
            drop(lock);
        }
        for crashed in marks(&self.data) {
            remove_dead(&self.data, &crashed);
        }
    }
}

/// Whether the process of a token lives. Where a disk has no locks it is taken for dead.
pub(super) fn lives(data: &Data, token: &str) -> bool {
    let mark = data.disk().open(&data.folder(FOLDER).join(token), Access::Change);
    mark.is_ok_and(|mark| matches!(mark.try_lock(), Ok(false)))
}

fn make_mark(data: &Data, now: SystemTime) -> io::Result<(PathBuf, Box<dyn Handle>)> {
    let (path, mut mark) = create_locked(data.disk(), &data.made(FOLDER)?, true, new_token)?;
    write!(mark, "{}", seconds(now))?;
    Ok((path, mark))
}

/// A name that no process has had: numbers of processes come again.
fn new_token() -> String {
    format!("{}-{:016x}", std::process::id(), RandomState::new().hash_one(()))
}

/// How many processes crashed that had begun shortly before; marks of older ones go.
fn recent_crashes(data: &Data, now: SystemTime) -> usize {
    let mut count = 0;
    for path in marks(data) {
        let Some(mut mark) = unheld(data.disk(), &path) else { continue };
        let begun = read_back(&mut *mark).ok().and_then(|bytes| String::from_utf8(bytes).ok()?.parse().ok());
        let is_recent = begun.is_some_and(|begun: u64| seconds(now).abs_diff(begun) <= SHORTLY.as_secs());
        if is_recent {
            count += 1;
        } else {
            data.disk().remove_file(&path).ok();
        }
    }
    count
}

fn marks(data: &Data) -> Vec<PathBuf> {
    let folder = data.folder(FOLDER);
    data.disk().read_dir(&folder).unwrap_or_default().iter().map(|name| folder.join(name)).collect()
}

fn remove_dead(data: &Data, path: &Path) {
    if let Some(mark) = unheld(data.disk(), path) {
        data.disk().remove_file(path).ok();
        drop(mark);
    }
}

/// Seconds since 1970, UTC; 0 before that.
pub(super) fn seconds(time: SystemTime) -> u64 {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs()
}
