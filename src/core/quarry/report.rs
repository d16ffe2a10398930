//! What came of reading a table: how much it holds, and which rows could not be links, each with its line.

use super::trouble::line_of;
use crate::grammar::{count, form};

/// How many places of each kind are kept.
const KEPT: usize = 5;

/// Why a row is no link, or what of one is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Oddity {
    /// It has no cell where the cause, the effect or the word for it should be.
    Short,
    /// A name is empty.
    Nameless,
    /// A spreadsheet has put an error where a name or a word stood.
    SheetError,
    /// A name is longer than any name.
    LongName,
    /// A word for an effect is longer than any word, or there are too many of them: it is kept as unknown.
    OddWord,
    /// A quotation mark opens and nothing closes it, so that it was read as a letter.
    OpenMark,
}

impl Oddity {
    /// All of them.
    const ALL: [Self; 6] =
        [Self::Short, Self::Nameless, Self::SheetError, Self::LongName, Self::OddWord, Self::OpenMark];

    /// Whether such a row is left out.
    pub fn is_left_out(self) -> bool {
        !matches!(self, Self::OddWord | Self::OpenMark)
    }

    fn said(self, n: usize) -> String {
        let rows = |one, more| count(n, one, more);
        match self {
            Self::Short => {
                rows("row ends before the columns that are needed", "rows end before the columns that are needed")
            }
            Self::Nameless => {
                rows("row has no name for its cause or its effect", "rows have no name for their cause or their effect")
            }
            Self::SheetError => rows(
                "row has an error of a spreadsheet where a name stood",
                "rows have an error of a spreadsheet where a name stood",
            ),
            Self::LongName => {
                rows("row has a name that is longer than any name", "rows have a name that is longer than any name")
            }
            Self::OddWord => rows(
                "row has a word for its effect that cannot be one and is read as unknown",
                "rows have a word for their effect that cannot be one and is read as unknown",
            ),
            Self::OpenMark => "a quotation mark opens and nothing closes it, so that it is read as a letter".to_owned(),
        }
    }

    fn hint(self) -> &'static str {
        match self {
            Self::Short => "look whether the file was cut off, or name other columns",
            Self::Nameless => "fill the cell, or name other columns",
            Self::SheetError => "save the table as text before a spreadsheet reads it, or repair the cell",
            Self::LongName => "look whether a quotation mark is missing there",
            Self::OddWord => "look whether another column says the effect",
            Self::OpenMark => "close it if the cell was to go on",
        }
    }
}

/// What came of reading a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows with links.
    pub rows: usize,
    /// Things that are named.
    pub nodes: usize,
    /// Pairs of a cause and an effect, each counted once.
    pub links: usize,
    /// Links from a thing to itself.
    pub self_links: usize,
    /// Links that raise or lower.
    pub signed: usize,
    /// Links of which rows say different effects.
    pub divided: usize,
    /// What was odd: how many rows, and in which lines, the first first.
    pub odd: Vec<(Oddity, usize, Vec<usize>)>,
}

impl Report {
    /// What was odd in sentences without a full stop, each with its first line and what to do.
    pub fn oddities(&self) -> Vec<String> {
        let said = |(oddity, number, lines): &(Oddity, usize, Vec<usize>)| {
            let listed = lines.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
            let more = if *number > lines.len() { " and more" } else { "" };
            let lines = form(lines.len(), "line", "lines");
            let left = if oddity.is_left_out() { form(*number, " and is left out", " and are left out") } else { "" };
            format!("{}{left} ({lines} {listed}{more}); {}", oddity.said(*number), oddity.hint())
        };
        self.odd.iter().map(said).collect()
    }
}

/// Odd rows while a table is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Odd {
    found: [(usize, Vec<u32>); 6],
}

impl Odd {
    /// Counts one at a place of the text.
    pub(super) fn add(&mut self, oddity: Oddity, at: usize) {
        let (number, places) = &mut self.found[oddity as usize];
        *number += 1;
        if places.len() < KEPT {
            places.push(at as u32);
        }
    }

    /// Them all, with lines instead of places.
    pub(super) fn with_lines(self, text: &str) -> Vec<(Oddity, usize, Vec<usize>)> {
        let line = |at: &u32| line_of(text.as_bytes(), *at as usize);
        let found = Oddity::ALL.into_iter().zip(self.found).filter(|(_, (number, _))| *number > 0);
        found.map(|(oddity, (number, places))| (oddity, number, places.iter().map(line).collect())).collect()
    }
}
