//! Who has a file open: a second window may look at it, but is told before it writes.

use std::{env, io, path::Path};

use super::{
    data::Data,
    disk::{Access, Disk, Handle, read_at},
    places::local,
    writing::write_private,
};

const FOLDER: &str = "open";

/// Whether a file is open here alone.
#[derive(Debug)]
pub enum Hold {
    /// Nobody else has it, and nobody else gets it while this is kept.
    Held(Held),
    /// Another process has it, or this one has taken it before: open it to be read only, and say so.
    Elsewhere(Who),
    /// Nobody knows, since locks do not work here: warn, but do not refuse.
    Unknown(io::Error),
}

/// A file that is open here. Dropping it, or the end of the process however it comes, lets others have it.
pub struct Held {
    _lock: Box<dyn Handle>,
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Held").finish_non_exhaustive()
    }
}

/// Who has a file open, as far as is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// The number of the process.
    pub process: Option<u32>,
    /// The name of the computer.
    pub host: Option<String>,
}

impl Hold {
    /// Takes a file, by its path behind all links, there or not. Its lock is a file in the data folder: nothing is made in
    /// the folder of the file, and it works where that can only be read. Ask once for an open file, and keep the answer.
    pub fn take(data: &Data, path: &Path) -> Self {
        let lock = || {
            let path = data.made(FOLDER)?.join(data.key(&local(path)));
            let lock = data.disk().open(&path.with_extension("lock"), Access::Lock)?;
            // Not in the file that is locked, which nobody else can read on some systems.
            Ok((lock.try_lock()?, lock, path.with_extension("who")))
        };
        match lock() {
            Ok((true, lock, who)) => {
                let host = host(data.disk()).unwrap_or_default();
                // Only a message is made of it.
                write_private(data.disk(), &who, format!("{}\n{host}\n", std::process::id()).as_bytes()).ok();
                Self::Held(Held { _lock: lock })
            }
            Ok((false, _, who)) => Self::Elsewhere(read_who(data.disk(), &who)),
            Err(error) => Self::Unknown(error),
        }
    }
}

fn read_who(disk: &dyn Disk, path: &Path) -> Who {
    let text = read_at(disk, path).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    let mut lines = text.lines();
    let process = lines.next().and_then(|line| line.parse().ok());
    Who { process, host: lines.next().filter(|host| !host.is_empty()).map(str::to_owned) }
}

/// The name of this computer, where it is easily known.
fn host(disk: &dyn Disk) -> Option<String> {
    let file = read_at(disk, Path::new("/proc/sys/kernel/hostname")).ok();
    let name = file.and_then(|bytes| String::from_utf8(bytes).ok()).or_else(|| env::var("COMPUTERNAME").ok())?;
    Some(name.trim().to_owned())
}
