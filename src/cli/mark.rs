//! Marking a student's map against a reference.

use std::{io::Read as _, path::Path};

use serde::Serialize;

use super::{
    answers::{Answer, to_json},
    lens::Whose,
    source::{Errors, lines, shown, sound},
};
use crate::{
    files,
    formats::Problem,
    lesson::{self, Marks, RemarkKind},
    model::{LinkId, NodeId, Pathway, SourceId, notation},
};

/// Marks a map.
pub(super) fn mark(
    student: &Path,
    reference: &Path,
    reading: Whose,
    errors: Errors,
    json: bool,
) -> Result<Answer, String> {
    let whole = sound(reference, errors)?.pathway;
    if whole.links().len() == 0 {
        let name = shown(reference);
        return Err(format!(
            "pathlight: {name} has no links, so there is nothing to mark; name a pathway with links\n"
        ));
    }
    let marks = lesson::mark(&drawn(student, &whole, errors)?, &whole, reading.into());
    if json { to_json(&SaidMarks::new(&marks)).map(Answer::new) } else { Ok(Answer::new(text(&marks, &whole))) }
}

/// The words that a map may be drawn with.
pub(super) fn words(reference: &Path, errors: Errors, json: bool) -> Result<Answer, String> {
    let words = lesson::word_list(&sound(reference, errors)?.pathway);
    if json {
        return to_json(&SaidWords { words }).map(Answer::new);
    }
    Ok(Answer::new(words.iter().map(|label| format!("{label}\n")).collect()))
}

/// A student's map: notation from standard input or a `.txt` file, else a pathway.
fn drawn(name: &Path, reference: &Pathway, errors: Errors) -> Result<Pathway, String> {
    let is_text = name.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    let text = if name == Path::new("-") {
        from_standard_input().map_err(|problem| lines(name, &[problem]))?
    } else if is_text {
        files::text(name, files::MAX_NOTATION_BYTES).map_err(|problem| lines(name, &[problem]))?
    } else {
        return sound(name, errors).map(|opened| opened.pathway);
    };
    let hint = "write one chain a line, such as “stress -> cortisol -| sleep”";
    notation::parse_about(reference, &text)
        .map_err(|error| format!("{}:{}:1: error: {}; {hint}\n", shown(name), error.line, error.message))
}

fn from_standard_input() -> Result<String, Problem> {
    let mut bytes = Vec::new();
    let most = files::MAX_NOTATION_BYTES;
    let read = std::io::stdin().lock().take(most + 1).read_to_end(&mut bytes);
    read.map_err(|error| Problem::at_start(&format!("it cannot be read ({error})"), "name a file instead"))?;
    files::as_text(bytes, most)
}

/// A score, a summary, and a line for each remark with its sources.
fn text(marks: &Marks, reference: &Pathway) -> String {
    let mut text = format!("{} of 100. {}\n", marks.score, marks.summary);
    for remark in marks.remarks.iter().filter(|remark| remark.kind != RemarkKind::Correct) {
        let short = |id: &SourceId| reference.source(id).map_or_else(|| id.to_string(), |source| source.short());
        let sources: Vec<String> = remark.sources.iter().map(short).collect();
        let sources = if sources.is_empty() { String::new() } else { format!(" [{}]", sources.join("; ")) };
        text += &format!("{}: {}{sources}\n", remark.kind.name(), remark.sentence);
    }
    text
}

#[derive(Serialize)]
struct SaidWords {
    words: Vec<String>,
}

#[derive(Serialize)]
struct SaidMarks<'a> {
    score: u32,
    summary: &'a str,
    reference_links: usize,
    correct: usize,
    wrong_sign: usize,
    reversed: usize,
    shortcuts: usize,
    shortcuts_wrong_sign: usize,
    shortcuts_open: usize,
    skipped: usize,
    extra: usize,
    missing: usize,
    unknown_nodes: usize,
    unmarked: usize,
    repeated: usize,
    remarks: Vec<SaidRemark<'a>>,
}

#[derive(Serialize)]
struct SaidRemark<'a> {
    kind: &'static str,
    sentence: &'a str,
    drawn: &'a [LinkId],
    links: &'a [LinkId],
    nodes: &'a [NodeId],
    sources: &'a [SourceId],
}

impl<'a> SaidMarks<'a> {
    fn new(marks: &'a Marks) -> Self {
        let counts = &marks.counts;
        let said = |remark: &'a lesson::Remark| SaidRemark {
            kind: remark.kind.name(),
            sentence: &remark.sentence,
            drawn: &remark.drawn,
            links: &remark.links,
            nodes: &remark.nodes,
            sources: &remark.sources,
        };
        Self {
            score: marks.score,
            summary: &marks.summary,
            reference_links: counts.reference,
            correct: counts.correct,
            wrong_sign: counts.wrong_sign,
            reversed: counts.reversed,
            shortcuts: counts.shortcuts,
            shortcuts_wrong_sign: counts.shortcuts_wrong_sign,
            shortcuts_open: counts.shortcuts_open,
            skipped: counts.skipped,
            extra: counts.extra,
            missing: counts.missing,
            unknown_nodes: counts.unknown_nodes,
            unmarked: counts.unmarked,
            repeated: counts.repeated,
            remarks: marks.remarks.iter().map(said).collect(),
        }
    }
}
