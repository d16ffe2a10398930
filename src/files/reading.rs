//! Reading, bounded in bytes and in time: a file may grow while it is read, come from a disk that has gone away, or be
//! one of the kernel's that never ends.

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{RecvTimeoutError, sync_channel},
    },
    thread,
    time::{Duration, Instant},
};

use super::{
    disk::{Access, Disk, Handle, Kind},
    places::local,
    system::System,
};
use crate::{
    formats::{self, MAX_BYTES, Opened, Problem},
    quarry,
};

/// The largest text that is read as notation, in bytes: thousands of lines.
pub const MAX_NOTATION_BYTES: u64 = 100_000;

/// How much is read at a time.
const PIECE_BYTES: usize = 256 * 1024;

/// How long a file may take: 20 MB over a slow network, and no longer than anybody waits.
const PATIENCE: Patience = Patience { silence: Duration::from_secs(10), whole: Duration::from_mins(1) };

/// Reads and opens a pathway file.
///
/// # Errors
/// Everything that is wrong, each with its place; a file that cannot be read at all is one problem at its start.
pub fn read(path: &Path) -> Result<Opened, Vec<Problem>> {
    let bytes = bytes(path).map_err(|problem| vec![problem])?;
    formats::open(&bytes)
}

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

/// The ordinary files of a folder, by name; not those of folders inside it.
///
/// # Errors
/// Why the folder cannot be read.
pub fn listing(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(local(folder))? {
        let path = entry?.path();
        if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Reads the bytes of a file, as many as a pathway may have.
///
/// # Errors
/// Why it cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let bytes = bytes_on(Arc::new(System), path).unwrap_or_else(|error| Err(cannot_read(&error)))?;
    if bytes.len() > MAX_BYTES { Err(formats::too_large(bytes.len() as u64)) } else { Ok(bytes) }
}

/// Reads the bytes of a table, as many as a quarry may have.
///
/// # Errors
/// Why it cannot be read.
pub fn table(path: &Path) -> Result<Vec<u8>, Problem> {
    let path = local(path).into_owned();
    let bound = Bound { most: quarry::MOST_BYTES, too_large: quarry::too_large };
    let bytes = collect(move || open(&System, &path, bound), bound.most, PATIENCE);
    let bytes = bytes.unwrap_or_else(|error| Err(cannot_read(&error)))?;
    let length = bytes.len() as u64;
    if length > bound.most { Err((bound.too_large)(length)) } else { Ok(bytes) }
}

/// Reads the bytes of a file on a disk, at most one more than a pathway may have.
pub(super) fn bytes_on(disk: Arc<dyn Disk>, path: &Path) -> io::Result<Result<Vec<u8>, Problem>> {
    let path = local(path).into_owned();
    // Everything that touches the disk may wait for it, also the first look.
    let bound = Bound { most: MAX_BYTES as u64, too_large: formats::too_large };
    collect(move || open(&*disk, &path, bound), bound.most, PATIENCE)
}

/// How much is read, and what is said of more.
#[derive(Clone, Copy)]
struct Bound {
    most: u64,
    too_large: fn(u64) -> Problem,
}

/// Opens a file, where it is an ordinary one and not too long.
fn open(disk: &dyn Disk, path: &Path, bound: Bound) -> io::Result<Result<Box<dyn Handle>, Problem>> {
    let found = disk.metadata(path)?;
    let example = "name a pathway file, such as my.pathway.ron";
    Ok(match found.kind {
        Kind::Folder => {
            Err(Problem::at_start("this is a folder", "name a pathway file inside it, such as my.pathway.ron"))
        }
        Kind::Other => Err(Problem::at_start("this is not an ordinary file", example)),
        // Said before a byte is read.
        Kind::File if found.bytes > bound.most => Err((bound.too_large)(found.bytes)),
        Kind::File => Ok(disk.open(path, Access::Read)?),
    })
}

/// How long reading may take.
#[derive(Clone, Copy)]
struct Patience {
    /// Until something comes.
    silence: Duration,
    /// Until all of it has come.
    whole: Duration,
}

/// Reads what a source gives, at most one byte more than `most`. It is read on a thread of its own: no system lets
/// everything that blocks be interrupted, and where nothing comes that thread is left behind.
fn collect<R: Read>(
    open: impl FnOnce() -> io::Result<Result<R, Problem>> + Send + 'static,
    most: u64,
    patience: Patience,
) -> io::Result<Result<Vec<u8>, Problem>> {
    let (sender, pieces) = sync_channel(1);
    let give = move || {
        let given = open().map(|source| source.map(|source| source.take(most + 1)));
        let mut source = match given {
            Ok(Ok(source)) => source,
            Ok(Err(problem)) => return sender.send(Ok(Err(problem))).ok(),
            Err(error) => return sender.send(Err(error)).ok(),
        };
        loop {
            let piece = next_piece(&mut source);
            let is_last = piece.as_ref().is_ok_and(Vec::is_empty);
            // Nobody waits any more, or nothing more comes.
            if sender.send(piece.map(Ok)).is_err() || is_last {
                return None;
            }
        }
    };
    thread::Builder::new().name("reading".to_owned()).spawn(give)?;
    let start = Instant::now();
    let mut bytes = Vec::new();
    loop {
        let left = patience.whole.saturating_sub(start.elapsed()).min(patience.silence);
        match pieces.recv_timeout(left) {
            Ok(Ok(Ok(piece))) if piece.is_empty() => return Ok(Ok(bytes)),
            Ok(Ok(Ok(piece))) => bytes.extend(piece),
            Ok(Ok(Err(problem))) => return Ok(Err(problem)),
            Ok(Err(error)) => return Err(error),
            // Nothing came for too long, or all of it took too long.
            Err(RecvTimeoutError::Timeout) if start.elapsed() < patience.whole => {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                return Err(io::ErrorKind::TimedOut.into());
            }
        }
    }
}

/// Up to [`PIECE_BYTES`] more; nothing at the end.
fn next_piece(source: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match source.read(&mut piece) {
            Ok(count) => {
                piece.truncate(count);
                return Ok(piece);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn cannot_read(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::at_start(formats::NO_SUCH_FILE, "check the path for a slip of the pen"),
        io::ErrorKind::PermissionDenied => Problem::at_start(
            "you may not read this file",
            "ask its owner for the right to read it, or copy it elsewhere",
        ),
        io::ErrorKind::WouldBlock => Problem::at_start(
            "nothing more of it came for ten seconds",
            "check that the disk is there, or name a file that ends: one of the system's may not",
        ),
        io::ErrorKind::TimedOut => Problem::at_start(
            "it was not read to its end in a minute",
            "check that the disk is there, or copy the file to this computer first",
        ),
        _ => Problem::at_start(&format!("it cannot be read ({error})"), "check that the disk is there, then try again"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Patience = Patience { silence: Duration::from_millis(50), whole: Duration::from_millis(200) };

    fn collected<R: Read + Send + 'static>(source: R, most: u64) -> Result<Vec<u8>, io::ErrorKind> {
        let read = collect(move || Ok(Ok(source)), most, SHORT);
        read.map(|bytes| bytes.expect("it is opened")).map_err(|error| error.kind())
    }

    /// Gives nothing for ever, or a byte now and then.
    struct Slow(Duration);

    impl Read for Slow {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            thread::sleep(self.0);
            into.fill(b'a');
            Ok(1)
        }
    }

    #[test]
    fn what_never_ends_is_read_no_further_than_it_may_be() {
        assert_eq!(collected(io::repeat(b'a'), 1_000_000).map(|bytes| bytes.len()), Ok(1_000_001));
        assert_eq!(collected(&b"whole"[..], 1_000_000).as_deref(), Ok(&b"whole"[..]));
        assert_eq!(collected(io::empty(), 10), Ok(Vec::new()));
    }

    #[test]
    fn what_gives_nothing_or_too_little_is_given_up() {
        let start = Instant::now();
        assert_eq!(collected(Slow(Duration::from_secs(5)), 10), Err(io::ErrorKind::WouldBlock));
        assert_eq!(collected(Slow(Duration::from_millis(10)), 1_000_000), Err(io::ErrorKind::TimedOut));
        assert!(start.elapsed() < Duration::from_secs(4), "{:?}", start.elapsed());
    }
}
