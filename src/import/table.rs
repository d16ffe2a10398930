//! Tables: CSV, TSV and what a spreadsheet puts on the clipboard.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use crate::{
    draft::{Draft, Paper, PaperId, ThingId},
    grammar::{form, list},
    input::Input,
    native::Problem,
    notice::{NoticeKind, Spot},
};

/// A cell with so many line breaks is taken for a quote that is never closed.
const MOST_LINES: usize = 200;

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
        Self::first(input, usize::MAX)
    }

    /// The same, of the first rows alone.
    pub(crate) fn first(input: &Input<'_>, most: usize) -> Result<Self, Problem> {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(divider(&input.text))
            .from_reader(input.text.as_bytes());
        let mut rows = Vec::new();
        for row in reader.records().take(most) {
            let row = row.map_err(|error| {
                let line = error.position().map_or(1, |place| usize::try_from(place.line()).unwrap_or(1));
                input.broken(
                    (line, 1),
                    "this line cannot be read as cells",
                    "open it in a spreadsheet and save it as CSV",
                )
            })?;
            let line = row.position().map_or(1, |place| line_of(&input.text, place));
            if row.iter().any(|cell| cell.matches('\n').count() > MOST_LINES) {
                let what = "a quotation mark that begins in this row is not closed";
                return Err(input.broken((line, 1), what, "close it, or take it out, and open the file again"));
            }
            // What a spreadsheet is told about the divider is no row.
            let hint = rows.is_empty() && row.get(0).is_some_and(|cell| cell.starts_with("sep="));
            if !hint && row.iter().any(|cell| !cell.trim().is_empty()) {
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

/// The line that a row begins in. After CR LF the reader places a row before the LF, and so one line too early.
fn line_of(text: &str, place: &csv::Position) -> usize {
    let at = usize::try_from(place.byte()).unwrap_or(usize::MAX);
    let early = text.as_bytes().get(at) == Some(&b'\n');
    usize::try_from(place.line()).unwrap_or(1) + usize::from(early)
}

/// Says which columns hold something and are not read: those under `head` beside the ones that are.
pub(crate) fn unread<'r>(
    draft: &mut Draft,
    head: impl Iterator<Item = &'r str>,
    rows: &[(usize, StringRecord)],
    is_read: impl Fn(usize, &str) -> bool,
) {
    let holds = |at: usize| rows.iter().any(|(_, row)| !matches!(cell(row, Some(at)), "" | "-"));
    let left: Vec<String> = head
        .enumerate()
        .filter(|(at, name)| !is_read(*at, name) && holds(*at))
        .map(|(_, name)| format!("“{}”", crate::model::shown(name)))
        .collect();
    if !left.is_empty() {
        let what = format!("What stands in the {} {} is not read.", form(left.len(), "column", "columns"), list(&left));
        draft.notice(NoticeKind::NotKept, Spot::Whole, what);
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
    const ERRORS: [&str; 9] =
        ["#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#ERROR!"];
    let cell = cell.trim();
    let number = cell.strip_prefix("Err:").is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    number || ERRORS.iter().any(|error| cell.eq_ignore_ascii_case(error))
}

/// A cell of a row, without blanks around it; empty where there is none.
pub(crate) fn cell(row: &StringRecord, column: Option<usize>) -> &str {
    column.and_then(|column| row.get(column)).unwrap_or_default().trim()
}

/// A number with a point or a comma and any sort of minus; not finite where the cell says so or is too large.
pub(crate) fn number(cell: &str) -> Option<f64> {
    let text: String = cell.trim().chars().map(|c| if matches!(c, '−' | '–' | '‑') { '-' } else { c }).collect();
    text.replace(',', ".").parse().ok()
}

/// Whether a cell says yes.
pub(crate) fn is_true(cell: &str) -> bool {
    matches!(plain(cell).as_str(), "1" | "true" | "t" | "yes" | "y")
}

/// Things by what a table calls them.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<String, ThingId>);

impl Names {
    /// The thing of that key, made with that label where there is none yet.
    pub(crate) fn thing(&mut self, draft: &mut Draft, key: &str, label: &str) -> ThingId {
        if let Some(found) = self.0.get(key) {
            return *found;
        }
        let made = draft.thing(key, label);
        self.0.insert(key.to_owned(), made);
        made
    }
}

/// The papers that a cell names, and what of it names none: numbers in PubMed with their prefix, or bare where the column is
/// theirs; DOIs; web addresses.
pub(crate) fn papers(draft: &mut Draft, cell: &str, bare: bool) -> (Vec<PaperId>, Vec<String>) {
    let (mut papers, mut rest) = (Vec::new(), Vec::new());
    let parts = cell.split(|c: char| c.is_whitespace() || matches!(c, ';' | '|' | ','));
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        let lower = part.to_ascii_lowercase();
        let paper = if lower.starts_with("pmid:") {
            Paper::pmid(part)
        } else if let Some(number) = lower.strip_prefix("pubmed:") {
            Paper::pmid(number)
        } else if let Some(at) = lower
            .find("10.")
            .filter(|_| lower.starts_with("10.") || lower.starts_with("doi:") || lower.contains("doi.org/10."))
        {
            part.get(at..).filter(|doi| doi.contains('/')).map(|doi| Paper { doi: doi.to_owned(), ..Paper::default() })
        } else if lower.starts_with("https://") || lower.starts_with("http://") {
            Some(Paper { url: part.to_owned(), ..Paper::default() })
        } else if bare {
            // Databases put the name of a resource before the number: `SIGNOR:15109499`.
            Paper::pmid(part.rsplit(':').next().unwrap_or_default())
        } else {
            None
        };
        match paper {
            Some(paper) => {
                let paper = draft.paper(paper);
                if !papers.contains(&paper) {
                    papers.push(paper);
                }
            }
            None => rest.push(part.to_owned()),
        }
    }
    (papers, rest)
}
