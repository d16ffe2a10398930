//! Files: bytes to pathways and back. `ron` owns the native schema.

pub mod bibliography;
pub mod ron;

use std::fmt;

use crate::{
    analysis::problems::{Severity, Subject},
    model::Pathway,
};

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
}

impl Problem {
    /// A problem with the file as a whole: an error at its first character.
    pub fn at_start(what: &str, hint: &str) -> Self {
        let place = Place { line: 1, column: 1 };
        Self { place, severity: Severity::Error, subject: None, what: what.to_owned(), hint: hint.to_owned() }
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

/// A file that could be opened, perhaps not in all its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The pathway, with what could not be read among its misfits and extra fields.
    pub pathway: Pathway,
    /// Everything that is wrong or doubtful, in the order of the file.
    pub problems: Vec<Problem>,
    /// Made by a newer major version: it may be looked at, but never be saved over.
    pub read_only: bool,
    /// It has comments that saving would lose.
    pub has_comments: bool,
}

/// Reads a pathway file, as much of it as can be read.
///
/// # Errors
/// Where nothing at all can be opened: it is not text, not RON, not a pathway, or too large.
pub fn open(bytes: &[u8]) -> Result<Opened, Vec<Problem>> {
    ron::open(bytes)
}

/// What is said of a file of `bytes`, where that is more than [`MAX_BYTES`].
pub fn too_large(bytes: u64) -> Problem {
    const MB: u64 = 1024 * 1024;
    let what = format!("the file is {} MB long, more than {} MB", bytes.div_ceil(MB), MAX_BYTES as u64 / MB);
    Problem::at_start(&what, "split the pathway into several files")
}

/// Writes a pathway file: the same pathway always gives the same text.
pub fn save(pathway: &Pathway) -> String {
    ron::save(pathway)
}
