//! Pathways into files: none is written that could not be opened again and say the same, none over the work of another
//! program, and what was there is kept.

use std::{io, path::Path, sync::Arc};

use super::{
    backups::keep_backup,
    data::Data,
    disk::{Access, Disk, read_at},
    places::{folder_of, local, target},
    refused::{Refused, Trouble},
    seen::Seen,
    stamp::Stamp,
    turns::Turn,
    writing::{Prepared, Way, may_be_written},
};
use crate::{
    formats::{self, MAX_BYTES},
    model::Pathway,
};

/// What is to be saved, and where.
#[derive(Clone, Copy, Debug)]
pub struct Save<'a> {
    /// The file, there or not; links are followed.
    pub path: &'a Path,
    /// What is to be in it.
    pub text: &'a str,
    /// The pathway that the text says.
    pub pathway: &'a Pathway,
    /// How many errors it may have: none, unless what it was made from had some.
    pub errors: usize,
    /// What is known to be in the file.
    pub seen: &'a Seen,
    /// Where what was in it is kept, if anywhere.
    pub data: Option<&'a Data>,
}

/// What came of saving.
#[derive(Debug)]
pub struct Saved {
    /// How the file was written.
    pub way: Way,
    /// What is in the file now, for the next time.
    pub seen: Seen,
    /// Why what was there before could not be kept, if it could not: the file is saved all the same.
    pub not_kept: Option<io::Error>,
}

/// Saves a pathway. The new file is written beside the old one and brought to the disk; what has come there is opened
/// again and must hold the pathway. Then what is in the old file now is compared with what was seen, and kept among the
/// backups of the data folder; then the new file takes its name. This takes as long as its disk does: call it on a thread
/// of its own.
///
/// # Errors
/// Where the file was changed meanwhile, could not be opened again, or the system refuses; what was there is untouched.
pub fn save(disk: &dyn Disk, save: &Save) -> Result<Saved, Refused> {
    let (path, bytes) = (save.path, save.text.as_bytes());
    let failed = |error| Refused::Failed(Trouble { path: path.to_owned(), error, bytes: bytes.len() });
    let unsound = |why| Refused::Unsound { path: path.to_owned(), why };
    let mut prepared = Prepared::new(disk, path, bytes).map_err(failed)?;
    let came_back = prepared.came_back().map_err(failed)?;
    formats::verify(&came_back, save.pathway, save.errors).map_err(unsound)?;

    let _turn = Turn::take(disk, folder_of(&prepared.path));
    let changed = |is_gone| Err(Refused::Changed { path: path.to_owned(), is_gone });
    let stamp = Stamp::on(disk, &prepared.path).map_err(failed)?;
    // What is too large for a pathway nobody reads and nobody keeps.
    let is_too_large = stamp.as_ref().is_some_and(|stamp| stamp.bytes() > MAX_BYTES as u64);
    let before = if is_too_large { None } else { present(disk, &prepared.path).map_err(failed)? };
    let is_gone = before.is_none() && !is_too_large;
    let is_as_seen = match save.seen {
        Seen::Anything => true,
        Seen::Nothing => is_gone,
        Seen::Bytes(seen) => before.as_deref() == Some(&**seen),
    };
    // It may hold this already: a save came through whose end nobody heard of.
    if !is_as_seen && before.as_deref() != Some(bytes) {
        return changed(is_gone);
    }
    let (kept, not_kept) = match (save.data, &before) {
        (Some(data), Some(before)) => keep_backup(data, path, &save.pathway.about().id, before)
            .map_or_else(|error| (None, Some(error)), |kept| (Some(kept), None)),
        _ => (None, is_too_large.then(|| io::ErrorKind::FileTooLarge.into())),
    };
    // Keeping it took a moment, in which somebody may have been at the file again.
    let now = Stamp::on(disk, &prepared.path).map_err(failed)?;
    if *save.seen != Seen::Anything && now != stamp {
        return changed(now.is_none());
    }
    let way = prepared.replace(kept.as_deref()).map_err(failed)?;
    Ok(Saved { way, seen: Seen::Bytes(Arc::from(bytes)), not_kept })
}

/// What is in a file now; nothing where there is none.
fn present(disk: &dyn Disk, path: &Path) -> io::Result<Option<Vec<u8>>> {
    match read_at(disk, path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a file that was opened could be saved again, without touching it: a mark for the window, and no promise, since
/// only saving itself finds out whether the folder allows it.
///
/// # Errors
/// Why it could not.
pub fn may_save(disk: &dyn Disk, path: &Path) -> Result<(), Trouble> {
    let check = || {
        let path = target(disk, &local(path))?;
        match disk.metadata(&path) {
            // It can be made again.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            found => may_be_written(&found?)?,
        }
        if path.parent().is_some_and(|folder| disk.metadata(folder).is_ok_and(|found| found.is_protected)) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        disk.open(&path, Access::Change).map(drop)
    };
    check().map_err(|error| Trouble { path: path.to_owned(), error, bytes: 0 })
}
