//! Hints are followed to the letter, and must end at a value that is read.

use super::{HEAD, PAIR, problems};
use crate::{analysis::problems::Severity, formats::Problem};

/// Values of every sort, of which most are wrong in any field.
const VALUES: [&str; 14] = [
    "true",
    "3",
    "1.5",
    "99999999999",
    "\"x\"",
    "\"Weeks\"",
    "Rises",
    "[1, 2]",
    "(1, 2)",
    "{}",
    "Some(true)",
    "Some(\"x\")",
    "Some(Weks)",
    "Some((1, \"y\"))",
];

/// Fields of each record, with the record around them.
const FIELDS: [(&str, &str, &str); 6] = [
    (
        "PAIR links: [Link(id: \"l\", from: \"a\", to: \"b\", ",
        ")])",
        "effect delay explanation holds_when grade evidence no_source_found popular returns",
    ),
    (
        "PAIR links: [Link(id: \"l\", from: \"a\", to: \"b\", effect: Raises, grade: X, evidence: [Evidence(source: \"s\", ",
        ")])])",
        "stance design species sample finding locator",
    ),
    ("HEAD links: [], nodes: [Node(id: \"a\", ", ")])", "label kind lane explanation aliases at"),
    ("PAIR links: [], sources: [Source(id: \"s\", ", ")])", "authors year title doi pmid url citation"),
    ("PAIR links: [], tours: [Tour(id: \"t\", title: \"T\", steps: [Step(", ")])])", "show text notes predict"),
    ("Pathway(id: \"p\", nodes: [], links: [], ", ")", "format title language reviewed"),
];

#[test]
fn every_hint_ends_at_a_value_that_is_read() {
    let mut followed = 0;
    for (before, after, fields) in FIELDS {
        for field in fields.split(' ') {
            for value in VALUES {
                let text = format!("{before}{field}: {value}{after}").replace("HEAD", HEAD).replace("PAIR", PAIR);
                followed += follow(&text, field);
            }
        }
    }
    assert!(followed > 300, "{followed} hints were followed");
    let text = include_str!("../../../../../tests/cases/hint-loop.pathway.ron");
    assert_eq!(follow(text, "no_source_found"), 1);
}

/// Follows the hints on what is wrong with the last value of a field, and gives how many it took.
#[track_caller]
fn follow(text: &str, field: &str) -> usize {
    let mut text = text.to_owned();
    for steps in 0..4 {
        let found = problems(text.as_bytes());
        let at = text.rfind(&format!("{field}: ")).expect("the field is there");
        let inside = |problem: &&Problem| (at..end(&text, at)).contains(&offset(&text, problem));
        let Some(problem) = found.iter().filter(|p| p.severity == Severity::Error).find(inside) else { return steps };
        let Some(next) = followed(&text, at, problem) else {
            // What a text may say is not for the reader to know.
            assert!(!problem.what.contains("should be"), "nothing to write: {problem}\n{text}");
            return steps;
        };
        text = next;
    }
    panic!("these hints lead nowhere: {text}");
}

/// The text as the hint on a field that begins at `at` wants it; `None` where it names no value.
fn followed(text: &str, at: usize, problem: &Problem) -> Option<String> {
    let hint = problem.hint.split(" (the words are").next()?.split(", or ").next()?;
    let wanted = hint.strip_prefix("write ")?.replace("[...]", "[]");
    let wanted = wanted.split_once(" such as ").map_or(wanted.as_str(), |(_, example)| example);
    let start = if wanted.split_once(": ").is_some_and(|(name, _)| name.chars().all(|c| c.is_alphabetic() || c == '_'))
    {
        at
    } else {
        offset(text, problem)
    };
    let value = match wanted.strip_prefix("one of ") {
        Some(words) => words.split(", ").next()?,
        None if wanted.contains(' ') && start != at => return None,
        None => wanted,
    };
    Some(format!("{}{value}{}", &text[..start], &text[end(text, start)..]))
}

/// Where a problem stands, in bytes; every input is short, and ASCII.
fn offset(text: &str, problem: &Problem) -> usize {
    let before: usize = text.lines().take(problem.place.line - 1).map(|line| line.len() + 1).sum();
    before + problem.place.column - 1
}

/// Where the value or field that begins at a place ends.
fn end(text: &str, start: usize) -> usize {
    let (mut depth, mut quoted) = (0_i32, false);
    for (at, c) in text[start..].char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => return start + at,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => return start + at,
            _ => {}
        }
    }
    text.len()
}
