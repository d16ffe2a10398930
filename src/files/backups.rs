//! What was in a file before it was saved over: the last ten of each pathway.

use std::{
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{
    data::{Data, key_of},
    disk::read_at,
    places::local,
    writing::write_private,
};

/// How many are kept of each pathway in each file.
pub const MOST_BACKUPS: usize = 10;

const FOLDER: &str = "backups";
const END: &str = ".pathway.ron";

/// A file as it was before it was saved over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is kept.
    pub path: PathBuf,
    /// Counts up with every backup of this file; clocks are set and cannot tell which is the newer one.
    pub number: u64,
    /// When it was kept, where the disk knows.
    pub kept: Option<SystemTime>,
    /// Its length in bytes.
    pub bytes: u64,
}

impl Backup {
    /// What was in the file.
    ///
    /// # Errors
    /// What the system says.
    pub fn read(&self, data: &Data) -> io::Result<Vec<u8>> {
        read_at(data.disk(), &self.path)
    }
}

/// What is kept of a pathway, by its id and the file that it is saved in: the newest first.
pub fn backups(data: &Data, path: &Path, id: &str) -> Vec<Backup> {
    in_folder(data, &data.folder(&folder_name(data, path, id)))
}

/// Keeps what is in a file before it is saved over, and lets the oldest go where there are more than [`MOST_BACKUPS`].
/// What is kept already is not kept twice in a row. Gives where it is kept.
pub(super) fn keep_backup(data: &Data, path: &Path, id: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let folder = data.made(&folder_name(data, path, id))?;
    let there = in_folder(data, &folder);
    let newest = there.first();
    if let Some(newest) = newest.filter(|newest| newest.read(data).is_ok_and(|newest| newest == bytes)) {
        return Ok(newest.path.clone());
    }
    let number = newest.map_or(1, |newest| newest.number.saturating_add(1));
    let kept = folder.join(format!("{number:06}{END}"));
    write_private(data.disk(), &kept, bytes)?;
    for old in there.iter().skip(MOST_BACKUPS - 1) {
        data.disk().remove_file(&old.path).ok();
    }
    Ok(kept)
}

/// Two files of one name in two folders, or two pathways in one file after each other, never push each other out.
fn folder_name(data: &Data, path: &Path, id: &str) -> String {
    format!("{FOLDER}/{}-{}", data.key(&local(path)), key_of(id.as_bytes()))
}

fn in_folder(data: &Data, folder: &Path) -> Vec<Backup> {
    let names = data.disk().read_dir(folder).unwrap_or_default();
    let backup = |name: &std::ffi::OsString| {
        let number = name.to_str()?.strip_suffix(END)?.parse().ok()?;
        let path = folder.join(name);
        let found = data.disk().metadata(&path).ok()?;
        Some(Backup { path, number, kept: found.modified, bytes: found.bytes })
    };
    let mut backups: Vec<Backup> = names.iter().filter_map(backup).collect();
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.number));
    backups
}
