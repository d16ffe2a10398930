//! Files that have been read, on their way to whoever asked for them.

use std::path::Path;

use super::{
    comparing::compare_with_file,
    mapping::take_map,
    opening::{Read, open_file},
    watching::read_again,
};
use crate::{parts::files::FileUse, state::Session};

/// Does with a file that has been read what it was picked for, unless it comes too late.
pub(crate) fn file_read(session: &mut Session, path: &Path, read: Read) {
    match session.files.arrived(path) {
        Some(FileUse::Open) => open_file(session, path, read),
        Some(FileUse::Again) => read_again(session, path, read),
        Some(FileUse::Compare) => compare_with_file(session, path, read),
        Some(FileUse::Map) => take_map(session, path, read),
        // These are written, never read.
        Some(FileUse::Picture | FileUse::Worksheet | FileUse::Pathway) | None => {}
    }
}
