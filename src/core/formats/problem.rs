//! What is wrong or doubtful in a file, with its place and the next step.

use std::fmt;

use crate::analysis::problems::{Offer, Severity, Subject};

/// The largest file that is opened.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

/// Something that is wrong or doubtful in a file, with its place and the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// How bad it is.
    pub severity: Severity,
    /// The record that it is about, where the file could be read that far.
    pub subject: Option<Subject>,
    /// What is the matter.
    pub what: String,
    /// What to do about it.
    pub hint: String,
    /// What can be done about it at once.
    pub fixes: Vec<Offer>,
}

/// What is said of a file that is not there.
pub const NO_SUCH_FILE: &str = "there is no such file";

impl Problem {
    /// A problem with the file as a whole: an error at its first character.
    pub fn at_start(what: &str, hint: &str) -> Self {
        let place = Place { line: 1, column: 1 };
        Self {
            place,
            severity: Severity::Error,
            subject: None,
            what: what.to_owned(),
            hint: hint.to_owned(),
            fixes: Vec::new(),
        }
    }

    /// Whether it is an error rather than a warning.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}:{}: {word}: {}; {}", self.place.line, self.place.column, self.what, self.hint)
    }
}

/// What is said of a file of `bytes`, where that is more than [`MAX_BYTES`].
pub fn too_large(bytes: u64) -> Problem {
    const MB: u64 = 1024 * 1024;
    let what = format!("the file is {} MB long, more than {} MB", bytes.div_ceil(MB), MAX_BYTES as u64 / MB);
    Problem::at_start(&what, "split the pathway into several files")
}
