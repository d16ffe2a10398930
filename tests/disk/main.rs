//! What happens to people's files: saving, backups, who has a file open, recovery. On a disk in memory of which every
//! operation fails or is the last one, and with real processes that are killed.
#![expect(clippy::expect_used, clippy::panic, reason = "what a test stands on may end it")]
#![expect(clippy::print_stdout, reason = "a child process tells its test where it is, and long tests their figures")]

mod changed;
mod fake;
mod faults;
mod killed;
mod places;
mod recovery;
mod running;

use std::{path::Path, sync::Arc};

use fake::Fake;
use pathlight::{
    files::{Data, Refused, Save, Saved, Seen, save},
    formats,
    model::{Pathway, notation},
};

/// A pathway and its text, with a comment behind it that makes it at least so many bytes long, and other ones for other
/// notes: a mixture of two is found out wherever it is mixed.
pub(crate) fn pathway(notes: &str, bytes: usize) -> (Pathway, String) {
    let pathway = notation::parse(notes).expect("notation");
    let mut text = formats::save(&pathway);
    if text.len() < bytes {
        let filling: String = notes.chars().cycle().take(bytes - text.len()).collect();
        text += &format!("/*{filling}*/");
    }
    (pathway, text)
}

/// The file that tests save, and where the program keeps its own.
pub(crate) const FILE: &str = "/home/map.ron";
pub(crate) const DATA: &str = "/data/pathlight";

/// A disk with a file on it.
pub(crate) fn disk(old: &[u8]) -> Fake {
    let disk = Fake::new(&["/home", "/data"]);
    disk.put(FILE, old);
    disk
}

pub(crate) fn data(disk: &Fake) -> Data {
    Data::at(Arc::new(disk.clone()), DATA.into())
}

/// Saves into the file of the tests, with backups.
pub(crate) fn saved(disk: &Fake, (pathway, text): &(Pathway, String), seen: &Seen) -> Result<Saved, Refused> {
    saved_at(disk, FILE, (pathway, text), seen)
}

pub(crate) fn saved_at(
    disk: &Fake,
    path: &str,
    (pathway, text): (&Pathway, &str),
    seen: &Seen,
) -> Result<Saved, Refused> {
    save(disk, &Save { path: Path::new(path), text, pathway, errors: 0, seen, data: Some(&data(disk)) })
}

pub(crate) fn seen(bytes: &[u8]) -> Seen {
    Seen::Bytes(bytes.into())
}

/// Checks that what is said is one sentence with the path and a next step.
#[track_caller]
pub(crate) fn check_sentence(said: &str, path: &str) {
    let is_one = said.contains(path) && said.contains("; ") && !said.contains('\n') && !said.ends_with('.');
    assert!(is_one, "{said}");
}
