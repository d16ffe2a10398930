//! What a row of the table of formats says.

use std::fmt;

use crate::{draft::Draft, input::Input, model::Pathway, native::Problem, notice::Notice};

/// A foreign format: one row of [`FORMATS`](crate::FORMATS).
pub struct Format {
    /// What the command line calls it: `gpml`.
    pub id: &'static str,
    /// What people call it: `WikiPathways GPML`.
    pub name: &'static str,
    /// What comes of such a file, in one sentence.
    pub about: &'static str,
    /// How its files end, in small letters and without the dot; the first is what is written.
    pub endings: &'static [&'static str],
    /// Whether a file is one of these.
    pub knows: fn(&Input<'_>) -> Knows,
    /// Reads a file.
    pub read: fn(&Input<'_>) -> Result<Draft, Problem>,
    /// Writes a pathway, where the format is also written.
    pub write: Option<fn(&Pathway) -> Written>,
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// A foreign file that has been read, before anybody has decided what its arrows mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Foreign {
    /// The name of the file; empty for what was pasted.
    pub name: String,
    /// Its format.
    pub format: &'static Format,
    /// What it says.
    pub draft: Draft,
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// How sure a format is that a file is one of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Knows {
    /// It is not.
    No,
    /// Its ending or some of its content could be.
    Perhaps,
    /// Its content says so.
    Surely,
}

impl Knows {
    /// Surely where a sign of it was seen, else not.
    pub fn seen(seen: bool) -> Self {
        if seen { Self::Surely } else { Self::No }
    }
}

/// A pathway as a file of a foreign format.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the format could not carry.
    pub lost: Vec<Notice>,
}
