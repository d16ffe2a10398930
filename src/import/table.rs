//! Tables: CSV, TSV and what a spreadsheet puts on the clipboard.

use csv::{ReaderBuilder, StringRecord};

use crate::{input::Input, native::Problem};

/// A table, row by row; rows may differ in length.
pub(crate) struct Table {
    /// Rows with the line that each begins in, counted from 1. Empty rows are left out.
    pub(crate) rows: Vec<(usize, StringRecord)>,
}

impl Table {
    /// Reads a table whose cells are divided by the character that divides its first lines most evenly: tab, semicolon or
    /// comma. Cells in quotes may hold any of them, and line breaks.
    ///
    /// # Errors
    /// Where a quote is never closed, so that most of the file would be one cell.
    pub(crate) fn read(input: &Input<'_>) -> Result<Self, Problem> {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(divider(&input.text))
            .from_reader(input.text.as_bytes());
        let mut rows = Vec::new();
        for row in reader.records() {
            let row = row.map_err(|error| {
                let line = error.position().map_or(1, |place| usize::try_from(place.line()).unwrap_or(1));
                input.broken(
                    (line, 1),
                    "this line cannot be read as cells",
                    "open it in a spreadsheet and save it as CSV",
                )
            })?;
            let line = row.position().map_or(1, |place| usize::try_from(place.line()).unwrap_or(1));
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                rows.push((line, row));
            }
        }
        Ok(Self { rows })
    }

    /// The place of a column by its name in the first row, in any case and with any blanks or underscores.
    pub(crate) fn column(&self, names: &[&str]) -> Option<usize> {
        let (_, head) = self.rows.first()?;
        names.iter().find_map(|name| head.iter().position(|cell| plain(cell) == plain(name)))
    }
}

/// A heading as it is compared.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What divides the cells: of tab, semicolon and comma the one that stands in most of the first lines, the earlier where
/// two are alike.
fn divider(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let having = |c: char| lines.iter().filter(|line| line.contains(c)).count();
    let best = ['\t', ';', ','].into_iter().rev().max_by_key(|&c| having(c));
    best.map_or(b',', |c| c as u8)
}

/// What a spreadsheet writes in the place of a value that it could not compute: `#NAME?`, `Err:510`.
pub(crate) fn is_error(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with("Err:") || (cell.starts_with('#') && cell.ends_with(['!', '?', 'A']) && cell.len() < 12)
}
