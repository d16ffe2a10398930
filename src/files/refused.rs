//! Why a pathway was not saved: one sentence with its path and the next step.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use crate::text::visible;

/// Why a pathway was not saved. The file is as it was, and nothing is left beside it. Shown, it is one sentence without
/// its full stop.
#[derive(Debug)]
pub enum Refused {
    /// Another program has changed the file since it was read: somebody must choose whose work is kept.
    Changed {
        /// The file.
        path: PathBuf,
        /// Whether it is not there any more.
        is_gone: bool,
    },
    /// What would be in the file could not be opened again or would say something else, which is the program's fault.
    Unsound {
        /// The file.
        path: PathBuf,
        /// What would be wrong with it.
        why: String,
    },
    /// The system refused it.
    Failed(Trouble),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed { path, is_gone: true } => {
                write!(f, "{} is gone since it was read; save it again under this or another name", shown(path))
            }
            Self::Changed { path, is_gone: false } => {
                let choice = "keep yours as a copy, or read it again";
                write!(f, "{} was changed by another program since it was read; {choice}", shown(path))
            }
            Self::Unsound { path, why } => write!(f, "{} is not saved: {why}", shown(path)),
            Self::Failed(trouble) => trouble.fmt(f),
        }
    }
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Failed(trouble) => trouble.error,
            // The disk did its part: what it was given is wrong.
            Refused::Unsound { why, .. } => Self::new(io::ErrorKind::InvalidData, why),
            changed @ Refused::Changed { .. } => Self::other(changed.to_string()),
        }
    }
}

/// What the system refused. Shown, it is one sentence without its full stop.
#[derive(Debug)]
pub struct Trouble {
    /// The file that was to be written.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
    /// How many bytes were to be written.
    pub bytes: usize,
}

impl Trouble {
    /// Whether this place is no good for saving, however often it is tried: *Save as* is the next step.
    pub fn is_of_place(&self) -> bool {
        use io::ErrorKind as Kind;
        let kinds = [
            Kind::PermissionDenied,
            Kind::ReadOnlyFilesystem,
            Kind::NotFound,
            Kind::NotADirectory,
            Kind::StaleNetworkFileHandle,
        ];
        kinds.contains(&self.error.kind()) || self.is_our_own()
    }

    /// A sentence of this program, such as that it is a folder.
    fn is_our_own(&self) -> bool {
        self.error.kind() == io::ErrorKind::Other && self.error.raw_os_error().is_none()
    }
}

impl Trouble {
    /// Why it could not be written, and what to do, in words that follow “since” and a semicolon.
    pub fn why(&self) -> (String, &'static str) {
        use io::ErrorKind as Kind;
        let kilobytes = self.bytes.div_ceil(1_000);
        match self.error.kind() {
            Kind::StorageFull | Kind::FileTooLarge => (
                format!("there is no room for its {kilobytes} kB on this disk"),
                "delete something there, or save it on another disk",
            ),
            Kind::QuotaExceeded => (
                format!("its {kilobytes} kB are more than you may still store there"),
                "delete something there, or save it on another disk",
            ),
            Kind::ReadOnlyFilesystem => ("this disk can only be read".to_owned(), "save it in another folder"),
            Kind::PermissionDenied => ("you may not write there".to_owned(), "save it in another folder"),
            Kind::NotFound => ("its folder is not there".to_owned(), "save it in another folder"),
            Kind::NotADirectory => ("a part of its path is no folder".to_owned(), "save it in another folder"),
            Kind::StaleNetworkFileHandle => {
                ("its folder on the network is not there any more".to_owned(), "save it in another folder")
            }
            Kind::ResourceBusy => ("another program holds it".to_owned(), "close that program, then save again"),
            Kind::Interrupted => ("the system was interrupted".to_owned(), "save again"),
            _ if self.is_our_own() => (self.error.to_string(), "save it in another folder"),
            _ => (format!("its disk says {}", self.error), "save it on another disk"),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (why, next) = self.why();
        write!(f, "{} is not saved, since {why}; {next}", shown(&self.path))
    }
}

fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).replace(['\n', '\t'], " ")
}
