//! What is to be said of characters that no font here has.

use std::collections::BTreeSet;

use crate::{
    analysis::problems::Severity,
    formats::{Place, Problem},
};

/// Most characters that are listed.
const LISTED: usize = 12;

/// A warning of characters that no font here has, if there are any, at the first of them in the text of their file.
pub fn lacking(missing: &BTreeSet<char>, text: &str) -> Option<Problem> {
    let list: Vec<String> = missing.iter().take(LISTED).map(|&c| named(c)).collect();
    let more = if missing.len() > LISTED { " and more" } else { "" };
    (!list.is_empty()).then(|| Problem {
        place: place(text, missing),
        severity: Severity::Warning,
        subject: None,
        fixes: Vec::new(),
        what: format!("no font here has {}{more}, so that boxes stand for them", list.join(", ")),
        hint: "install a font of that script, such as one of Noto, and open the file again".to_owned(),
    })
}

/// A character with its number; one that is drawn as nothing, by its number.
fn named(c: char) -> String {
    let number = format!("U+{:04X}", u32::from(c));
    if c.is_alphanumeric() { format!("“{c}” ({number})") } else { number }
}

/// Where the first of some characters stands in a text; its start, where none is written as itself.
fn place(text: &str, wanted: &BTreeSet<char>) -> Place {
    let before = text.find(|c| wanted.contains(&c)).and_then(|at| text.get(..at)).unwrap_or_default();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Place { line: before.matches('\n').count() + 1, column }
}
