//! Lists of numbers: `(1, 2, 0.4),` and `1 2 0.4`, with names for the numbers in the same file or without.

use std::collections::BTreeMap;

use csv::StringRecord;

use crate::{input::Input, table::number};

/// What such a list holds.
#[derive(Default)]
pub(super) struct Triples {
    /// From, to and weight with the line that they stand in.
    pub(super) rows: Vec<(usize, StringRecord)>,
    /// What numbers stand for.
    pub(super) names: BTreeMap<String, String>,
    /// Lines that are neither.
    pub(super) others: Vec<(usize, String)>,
}

/// Whether the first lines are such a list.
pub(super) fn knows(input: &Input<'_>) -> bool {
    let found = gathered(input.text.lines().take(40));
    let links = found.rows.len();
    (links > 0 || !found.names.is_empty() && input.start().starts_with('{')) && found.others.len() * 2 <= links
}

/// All of it.
pub(super) fn read(input: &Input<'_>) -> Triples {
    gathered(input.text.lines())
}

fn gathered<'a>(lines: impl Iterator<Item = &'a str>) -> Triples {
    let mut found = Triples::default();
    for (at, line) in lines.enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', '%']) || matches!(line, "[" | "]" | "(" | ")") {
            continue;
        }
        if let Some(names) = block(line) {
            found.names.extend(names);
        } else if let Some(row) = triple(line) {
            found.rows.push((at + 1, row));
        } else if let Some((key, name)) = named(line) {
            found.names.insert(key.to_owned(), name.to_owned());
        } else {
            found.others.push((at + 1, line.to_owned()));
        }
    }
    found
}

/// `(1, 2, 0.4),` or `a b 0,4`.
fn triple(line: &str) -> Option<StringRecord> {
    let bare = line.trim_start_matches('[').trim_end_matches([',', ';', ']']).trim();
    let parts: Vec<&str> = match bare.strip_prefix('(').and_then(|bare| bare.strip_suffix(')')) {
        Some(inside) => inside.split([',', ';']).map(|part| part.trim().trim_matches(['"', '\''])).collect(),
        None if bare.contains(['\t', ';', '"']) => return None,
        None => bare.split_whitespace().collect(),
    };
    let [from, to, weight] = parts.as_slice() else { return None };
    let ends = !from.is_empty() && !to.is_empty() && !from.ends_with(',') && !to.ends_with(',');
    (ends && number(weight).is_some()).then(|| StringRecord::from(vec![*from, *to, *weight]))
}

/// `{1:"HCP", 2:"stas"}`, whole or a line of it.
fn block(line: &str) -> Option<Vec<(String, String)>> {
    let inside = line.trim_start_matches('{').trim_end_matches([',', '}']);
    let mut names = Vec::new();
    let mut rest = inside.trim();
    while !rest.is_empty() {
        let (key, after) = rest.split_once(':')?;
        let key = key.trim().trim_matches(['"', '\'']);
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (name, after) = after.get(1..)?.split_once(quote)?;
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        names.push((key.to_owned(), name.trim().to_owned()));
        rest = after.trim_start().trim_start_matches(',').trim_start();
    }
    (!names.is_empty()).then_some(names)
}

/// `1 poor sleep`, `1: poor sleep` or `1, poor sleep`.
fn named(line: &str) -> Option<(&str, &str)> {
    let digits = line.find(|c: char| !c.is_ascii_digit())?;
    let (key, rest) = line.split_at_checked(digits)?;
    let divided = rest.starts_with([' ', '\t', ':', ',', ';', '=', '.']);
    let name = rest.trim_start_matches([' ', '\t', ':', ',', ';', '=', '.']).trim().trim_matches('"');
    let is_name = name.starts_with(|c: char| c.is_alphabetic()) && !name.contains(['\t', ';', ',']);
    (!key.is_empty() && divided && is_name).then_some((key, name))
}
