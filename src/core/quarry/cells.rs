//! Rows of a table and their cells, as places in its text. Nothing is copied: a million rows are split in a fraction of a
//! second, and a row is split again when somebody asks for it.
//!
//! A cell that begins with a quotation mark runs to the next one that ends it (RFC 4180), over separators and ends of
//! lines. A mark that is not closed so is a letter like others: tables of knowledge bases have sentences that begin
//! with one, and a reader that waited for its end would swallow the rest of the file.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

/// How far the end of a quoted cell is looked for, in bytes.
const MOST_QUOTED: usize = 64 * 1024;

/// After so many marks that nothing closes, quotation marks are letters in this table: otherwise a bad file would be read
/// again and again.
const MOST_UNCLOSED: usize = 1_000;

/// Where a cell lies in the text, without the marks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    start: u32,
    end: u32,
    /// Whether marks inside stand for one each.
    doubled: bool,
}

impl Cell {
    /// What stands in it, without the blanks around it.
    pub(super) fn of<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let raw = self.raw(text);
        if self.doubled { Cow::Owned(raw.replace("\"\"", "\"")) } else { Cow::Borrowed(raw) }
    }

    fn raw<'t>(&self, text: &'t str) -> &'t str {
        let raw = text.get(self.start as usize..self.end as usize).unwrap_or_default();
        // Most cells neither begin nor end with a blank; to see that needs no look at Unicode.
        let is_letter = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
        let bytes = raw.as_bytes();
        if is_letter(bytes.first()) && is_letter(bytes.last()) { raw } else { raw.trim() }
    }
}

/// Splits a text into rows, one after another. The text must be shorter than 4 GiB.
#[derive(Clone, Debug)]
pub(super) struct Rows<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
    unclosed: usize,
    /// Where the first mark stands that nothing closes.
    pub(super) first_unclosed: Option<usize>,
}

impl<'t> Rows<'t> {
    /// The rows from a place on.
    pub(super) fn new(text: &'t str, separator: u8, at: usize) -> Self {
        Self { text, separator, at, unclosed: 0, first_unclosed: None }
    }

    /// The cells of the next row that has any, and where it begins; `None` at the end of the text.
    pub(super) fn next_into(&mut self, cells: &mut Vec<Cell>) -> Option<usize> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b'\n' | b'\r')) {
            self.at += 1;
        }
        let start = self.at;
        bytes.get(start)?;
        cells.clear();
        while self.cell(bytes, cells) {}
        Some(start)
    }

    /// Where the next row is looked for, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Reads a cell; whether another one follows in its row.
    fn cell(&mut self, bytes: &[u8], cells: &mut Vec<Cell>) -> bool {
        if bytes.get(self.at) == Some(&b'"')
            && self.unclosed < MOST_UNCLOSED
            && let Some((end, doubled)) = self.closing(bytes)
        {
            cells.push(Cell { start: self.at as u32 + 1, end: end as u32, doubled });
            return self.pass(bytes, end + 1);
        }
        let rest = bytes.get(self.at..).unwrap_or_default();
        let end = self.at + memchr2(self.separator, b'\n', rest).unwrap_or(rest.len());
        cells.push(Cell { start: self.at as u32, end: end as u32, doubled: false });
        self.pass(bytes, end)
    }

    /// Goes on behind the end of a cell; whether that was a separator.
    fn pass(&mut self, bytes: &[u8], end: usize) -> bool {
        let end = end + usize::from(ends_line(bytes, end) && bytes.get(end) == Some(&b'\r'));
        self.at = end + 1;
        bytes.get(end) == Some(&self.separator)
    }

    /// The mark that closes the cell that opens here, and whether there are marks inside.
    fn closing(&mut self, bytes: &[u8]) -> Option<(usize, bool)> {
        let limit = bytes.len().min(self.at + MOST_QUOTED);
        let (mut at, mut doubled) = (self.at + 1, false);
        while let Some(found) = bytes.get(at..limit).and_then(|rest| memchr(b'"', rest)) {
            at += found + 1;
            match bytes.get(at) {
                Some(b'"') => (at, doubled) = (at + 1, true),
                _ if ends_line(bytes, at) => return Some((at - 1, doubled)),
                Some(&next) if next == self.separator => return Some((at - 1, doubled)),
                _ => break,
            }
        }
        self.unclosed += 1;
        self.first_unclosed.get_or_insert(self.at);
        None
    }
}

/// Whether a line or the text ends at a place.
fn ends_line(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        None | Some(b'\n') => true,
        Some(b'\r') => matches!(bytes.get(at + 1), None | Some(b'\n')),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut cells, mut all) = (Rows::new(text, b'\t', 0), Vec::new(), Vec::new());
        while rows.next_into(&mut cells).is_some() {
            all.push(cells.iter().map(|cell| cell.of(text).into_owned()).collect());
        }
        all
    }

    #[test]
    fn quoted_cells_hold_tabs_lines_and_marks() {
        assert_eq!(split("a\tb\r\nc\td"), [["a", "b"], ["c", "d"]]);
        assert_eq!(split("\"a\tb\nc\"\t\"say \"\"so\"\"\"\n"), [["a\tb\nc", "say \"so\""]]);
        assert_eq!(split("\n\r\n a \t\n"), [["a", ""]]);
        assert_eq!(split(""), [] as [Vec<String>; 0]);
        assert_eq!(split("\"\"\t\"\"\n"), [["", ""]]);
    }

    #[test]
    fn a_mark_that_nothing_closes_is_a_letter() {
        assert_eq!(split("\"TNF\" raises it\tb\nc\td"), [["\"TNF\" raises it", "b"], ["c", "d"]]);
        assert_eq!(split("\"open\tb\nc\td"), [["\"open", "b"], ["c", "d"]]);
        // Also where what would close it lies too far away.
        let far = format!("\"{}\"\tb\nc\td", "x".repeat(MOST_QUOTED));
        assert_eq!(split(&far).iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
        let many = "\"open\t\n".repeat(MOST_UNCLOSED + 5);
        assert_eq!(split(&many).len(), MOST_UNCLOSED + 5);
    }

    proptest! {
        /// What is quoted by the rule comes out as it went in, whatever it holds.
        #[test]
        fn what_is_written_by_the_rule_is_read_back(rows in proptest::collection::vec(
            proptest::collection::vec("[a\"\t\n,é]{0,6}", 1..5), 1..8)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join("\t");
            let text = rows.iter().map(line).collect::<Vec<_>>().join("\r\n");
            let trimmed: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|cell| {
                    let raw = cell.replace('"', "\"\"");
                    raw.trim().replace("\"\"", "\"")
                }).collect()).collect();
            prop_assert_eq!(split(&text), trimmed);
        }

        /// No text makes it stop, fall or lose a letter that is neither mark nor separator.
        #[test]
        fn no_letter_is_lost(text in "[a\"\t\n\ré]{0,40}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&split(&text).concat().concat()), letters(&text));
        }
    }
}
