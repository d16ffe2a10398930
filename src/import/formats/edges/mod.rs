//! Edge lists: a link in each row, as classes, workshops and scripts write them.
//!
//! Headings say which column is what; without them what stands in the columns does. A sign may be a word, `+`, `-`, `1` or a
//! weight; what a spreadsheet made an error of is said with its row. Weights of which none is below zero are no signs: they may
//! be strengths or confidences.

mod columns;
mod triples;
mod write;

use csv::StringRecord;

use self::columns::{Columns, by_content, by_headings, untold};
use crate::{
    draft::{Draft, End, Paper, PaperId, Said, ThingId, WordId},
    format::{Format, Knows},
    input::Input,
    model::{Effect, Stance, shown},
    native::Problem,
    notice::{NoticeKind, Spot},
    relations::effect_of,
    table::{Names, Table, cell, is_error, is_true, number, papers},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "edges",
    name: "Edge list",
    about: "A table with a link in each row: cause, effect, and where it has them sign, weight, paper and sentence.",
    endings: &["csv", "tsv", "tab", "edges", "txt"],
    knows,
    read,
    write: Some(write::write),
};

fn knows(input: &Input<'_>) -> Knows {
    if input.text.is_empty() || input.start().starts_with('<') || input.shape().is_some() {
        return Knows::No;
    }
    let Ok(table) = Table::first(input, 50) else { return Knows::No };
    if triples::knows(input) || table.rows.first().is_some_and(|(_, head)| by_headings(head).is_some()) {
        return Knows::Surely;
    }
    let tables = ["csv", "tsv", "tab", "edges"].iter().any(|ending| input.ends_with(ending));
    let pasted = (input.name.is_empty() || input.ends_with("txt"))
        && table.rows.iter().all(|(_, row)| row.len() >= 3)
        && by_content(&table).is_some();
    if tables || pasted { Knows::Perhaps } else { Knows::No }
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let mut draft = Draft::default();
    if triples::knows(input) {
        return numbered(input, draft);
    }
    let mut table = Table::read(input)?;
    let columns = if let Some(columns) = table.rows.first().and_then(|(_, head)| by_headings(head)) {
        table.rows.remove(0);
        columns
    } else {
        let columns = by_content(&table).ok_or_else(|| untold(input))?;
        let what = "The table has no headings: the first column is read as the cause; name the columns in the first row \
                    where that is wrong.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
        columns
    };
    let label = |key: &str| key.to_owned();
    links(&mut draft, &columns, &table.rows, label);
    Ok(draft)
}

/// A list of triples, whose ends may be numbers.
fn numbered(input: &Input<'_>, mut draft: Draft) -> Result<Draft, Problem> {
    let found = triples::read(input);
    if found.rows.is_empty() {
        let what = "this file says what numbers stand for, and has no links";
        return Err(input.broken((1, 1), what, "put these names above the links, in one file, and open that"));
    }
    let columns = Columns { from: Some(0), to: Some(1), weight: Some(2), ..Columns::default() };
    let label = |key: &str| found.names.get(key).cloned().unwrap_or_else(|| key.to_owned());
    links(&mut draft, &columns, &found.rows, label);
    for (line, text) in &found.others {
        let what = format!("“{}” is neither a link nor a name.", shown(text));
        draft.notice(NoticeKind::NotKept, Spot::Line(*line), what);
    }
    Ok(draft)
}

/// What weights say.
struct Weights {
    /// Some are below zero, so that they are signs.
    signed: bool,
    /// The column of signs has 0 and 1 alone, which may as well be no and yes.
    bits: bool,
}

fn links(draft: &mut Draft, columns: &Columns, rows: &[(usize, StringRecord)], label: impl Fn(&str) -> String) {
    let values = |column: Option<usize>| rows.iter().filter_map(move |(_, row)| number(cell(row, column)));
    let weights = Weights {
        signed: values(columns.weight).any(|weight| weight < 0.0),
        bits: values(columns.sign).any(|sign| sign == 0.0)
            && rows.iter().all(|(_, row)| matches!(cell(row, columns.sign), "" | "0" | "1")),
    };
    let mut names = Names::default();
    for (line, row) in rows {
        let Some((from, to)) = ends(draft, columns, (*line, row), (&mut names, &label)) else { continue };
        let Some(word) = word(draft, columns, (*line, row), &weights) else { continue };
        let said = said(draft, columns, row);
        // A denial without a paper has no evidence to stand against, so the link itself must say it.
        let denied = is_true(cell(row, columns.negated)) && said.iter().all(|said| said.paper.is_none());
        let word = if denied { draft.word("denied", Effect::NoEffect) } else { word };
        let arrow = draft.arrow(End::Thing(from), End::Thing(to), word, Spot::Line(*line));
        arrow.said = said;
        let weight = cell(row, columns.weight);
        if !weight.is_empty() {
            arrow.notes.push(format!("Its weight is {weight}."));
        }
        // A row may be far shorter than its heading.
        for (at, heading) in columns.others.iter().take_while(|(at, _)| *at < row.len()) {
            let text = cell(row, Some(*at));
            if !text.is_empty() {
                arrow.notes.push(if heading.is_empty() { text.to_owned() } else { format!("{heading}: {text}") });
            }
        }
    }
    decisions(draft, &weights, values(columns.weight).any(|weight| weight > 0.0));
}

/// What was decided for the file as a whole.
fn decisions(draft: &mut Draft, weights: &Weights, weighed: bool) {
    if weighed && !weights.signed {
        let what = "No weight is below zero, so weights may be mere strengths and give no sign: choose what “positive \
                    weight” means.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
    if weights.bits {
        let what = "Signs are 0 and 1 alone, which may be no and yes: choose what “1” means.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = draft.things.iter().filter(|thing| digits(&thing.label)).count();
    if numbers > 0 && numbers * 2 >= draft.things.len() {
        let what = "Numbers stand for names, and the names are not in this file: put them above the links, a line each \
                    such as “1 poor sleep” or all as {1:\"poor sleep\", 2:\"mood\"}, and open it again; or rename the cards.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
}

/// Both ends of a row; none, where it is a lonely name or where one is missing, which is said.
fn ends(
    draft: &mut Draft,
    columns: &Columns,
    (line, row): (usize, &StringRecord),
    (names, label): (&mut Names, &impl Fn(&str) -> String),
) -> Option<(ThingId, ThingId)> {
    let [from, to] = [columns.from, columns.to].map(|column| harmless(cell(row, column)));
    for (end, noun) in [(from, "cause"), (to, "effect")] {
        if is_error(end) {
            let what = format!(
                "The {noun} reads {end}: a spreadsheet took it for a formula, so this row is no link. Write it anew as text."
            );
            draft.notice(NoticeKind::LooseEnd, Spot::Line(line), what);
            return None;
        }
    }
    let mut thing = |draft: &mut Draft, key: &str| (!key.is_empty()).then(|| names.thing(draft, key, &label(key)));
    let (one, other) = (thing(draft, from), thing(draft, to));
    let lonely = cell(row, columns.sign).is_empty() && cell(row, columns.weight).is_empty();
    match (one, other) {
        (Some(from), Some(to)) => Some((from, to)),
        _ if lonely && (one.is_some() || other.is_some()) => None,
        _ => {
            let what = "A cause or an effect is missing, so this row is no link.";
            draft.notice(NoticeKind::LooseEnd, Spot::Line(line), what);
            None
        }
    }
}

/// A cell without the apostrophe that keeps a spreadsheet from computing it.
fn harmless(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\''])).unwrap_or(cell)
}

/// What the row says of the effect; none, where its weight is zero and it is no link.
fn word(
    draft: &mut Draft,
    columns: &Columns,
    (line, row): (usize, &StringRecord),
    weights: &Weights,
) -> Option<WordId> {
    let (sign, weight) = (harmless(cell(row, columns.sign)), cell(row, columns.weight));
    let mut lost = |text: &str, noun: &str, why: &str| {
        let what = format!("The {noun} reads {text}, {why}: the link is kept without a sign.");
        draft.notice(NoticeKind::NotKept, Spot::Line(line), what);
    };
    let eaten = "which a spreadsheet writes for what it could not compute";
    if is_error(sign) {
        lost(sign, "sign", eaten);
    } else if number(sign).is_some_and(|sign| !sign.is_finite()) {
        lost(sign, "sign", "which is no number");
    } else if !sign.is_empty() {
        let effect = effect_of(sign).unwrap_or(Effect::Unknown);
        let effect = if weights.bits { Effect::Unknown } else { effect };
        if effect != Effect::Unknown || !weights.signed || number(weight).is_none() {
            return Some(draft.word(sign, effect));
        }
    }
    match number(weight) {
        _ if weight.is_empty() => Some(draft.word("arrow", Effect::Unknown)),
        None | Some(_) if is_error(weight) => {
            lost(weight, "weight", eaten);
            Some(draft.word("arrow", Effect::Unknown))
        }
        None => {
            let effect = effect_of(weight).unwrap_or(Effect::Unknown);
            Some(draft.word(weight, effect))
        }
        Some(value) if !value.is_finite() => {
            lost(weight, "weight", "which is no finite number");
            Some(draft.word("arrow", Effect::Unknown))
        }
        Some(0.0) => {
            let what = "Its weight is 0, so this row is no link.";
            draft.notice(NoticeKind::NotKept, Spot::Line(line), what);
            None
        }
        Some(value) if value < 0.0 => Some(draft.word("negative weight", Effect::Lowers)),
        Some(_) => {
            let effect = if weights.signed { Effect::Raises } else { Effect::Unknown };
            Some(draft.word("positive weight", effect))
        }
    }
}

/// What papers and sentences say in a row.
fn said(draft: &mut Draft, columns: &Columns, row: &StringRecord) -> Vec<Said> {
    let (mut cited, _) = papers(draft, cell(row, columns.pmid), true);
    let named = harmless(cell(row, columns.paper));
    let (more, rest) = papers(draft, named, false);
    cited.extend(more);
    if cited.is_empty() && !rest.is_empty() {
        cited.push(draft.paper(Paper { reference: named.to_owned(), ..Paper::default() }));
    }
    let sentence = harmless(cell(row, columns.sentence));
    let stance = if is_true(cell(row, columns.negated)) { Stance::Disputes } else { Stance::Supports };
    let hypothesis = is_true(cell(row, columns.hypothesis));
    let one =
        |paper: Option<PaperId>| Said { paper, sentence: sentence.to_owned(), stance, hypothesis, ..Said::default() };
    match cited.as_slice() {
        [] if sentence.is_empty() => Vec::new(),
        [] => vec![one(None)],
        papers => papers.iter().map(|paper| one(Some(*paper))).collect(),
    }
}
