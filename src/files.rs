//! Reading and writing files on disk, for the window and the command line alike.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use crate::formats::{self, Opened, Problem};

/// Reads and opens a pathway file.
///
/// # Errors
/// Everything that is wrong, each with its place; a file that cannot be read at all is one problem at its start.
pub fn read(path: &Path) -> Result<Opened, Vec<Problem>> {
    let bytes = bytes(path).map_err(|problem| vec![problem])?;
    formats::open(&bytes)
}

/// The largest text that is read as notation, in bytes: thousands of lines.
pub const MAX_NOTATION_BYTES: u64 = 100_000;

/// Reads a text file of at most so many bytes.
///
/// # Errors
/// Why it cannot be read.
pub fn text(path: &Path, most: u64) -> Result<String, Problem> {
    as_text(bytes(path)?, most)
}

/// Bytes as text of at most so many bytes.
///
/// # Errors
/// Where there are more, or they are no text.
pub fn as_text(bytes: Vec<u8>, most: u64) -> Result<String, Problem> {
    if bytes.len() as u64 > most {
        let what = format!("this is more than {} kB of text", most / 1_000);
        return Err(Problem::at_start(&what, "split it into smaller maps"));
    }
    String::from_utf8(bytes).map_err(|_| Problem::at_start("this is not UTF-8 text", "save it as UTF-8 text"))
}

/// Writes a file so that it is either as it was or wholly the new one, whatever happens in between. A link is
/// followed: the file that it leads to is the one that changes.
///
/// # Errors
/// What the system says; the file that was there is then untouched.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let fresh = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = write_new(&fresh, bytes.as_ref()).and_then(|()| fs::rename(&fresh, &path));
    if written.is_err() {
        fs::remove_file(&fresh).ok();
    }
    written
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let metadata = fs::metadata(path).map_err(|error| cannot_read(&error))?;
    if metadata.is_dir() {
        return Err(Problem::at_start("this is a folder", "name a pathway file inside it, such as my.pathway.ron"));
    }
    if !metadata.is_file() {
        return Err(Problem::at_start("this is not an ordinary file", "name a pathway file, such as my.pathway.ron"));
    }
    if metadata.len() > formats::MAX_BYTES as u64 {
        // Said before a byte is read: a huge file must not fill the memory first.
        return Err(formats::too_large(metadata.len()));
    }
    fs::read(path).map_err(|error| cannot_read(&error))
}

fn cannot_read(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::at_start("there is no such file", "check the path for a slip of the pen"),
        io::ErrorKind::PermissionDenied => Problem::at_start(
            "you may not read this file",
            "ask its owner for the right to read it, or copy it elsewhere",
        ),
        _ => Problem::at_start(&format!("it cannot be read ({error})"), "check that the disk is there, then try again"),
    }
}
