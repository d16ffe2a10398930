//! Adjacency matrices, as fuzzy cognitive maps and workshops have them: a concept in each row and the same in each column.
//!
//! Nothing in such a file says whether rows are causes or effects, and libraries differ. Rows are causes, unless the first
//! cell begins with the word effect; an example sentence says how it was read. Blank and 0 are no link. Where all
//! cells are 0 and 1 they are no signs.

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;

use crate::{
    draft::{Draft, End, ThingId},
    format::{Format, Knows},
    input::Input,
    model::Effect,
    native::Problem,
    notice::{NoticeKind, Spot},
    relations::effect_of,
    table::{Table, cell, is_error, number, plain},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "matrix",
    name: "Adjacency matrix",
    about: "A table with the same names in its first row and its first column; rows are read as causes.",
    endings: &["csv", "tsv", "tab"],
    knows,
    read,
    write: None,
};

/// How the names of a matrix stand.
struct Frame {
    /// The names of the rows.
    names: Vec<String>,
    /// Of each name its column.
    columns: Vec<usize>,
    /// Columns that are no concept.
    others: Vec<usize>,
    /// How many rows come before the first of the matrix.
    skip: usize,
    /// Rows are effects.
    turned: bool,
    /// Names were made up.
    nameless: bool,
}

fn knows(input: &Input<'_>) -> Knows {
    if input.text.is_empty() || input.start().starts_with('<') || input.shape().is_some() {
        return Knows::No;
    }
    let width = Table::first(input, 2).ok().and_then(|table| table.rows.first().map(|(_, row)| row.len()));
    let Some(width) = width.filter(|width| *width >= 2) else { return Knows::No };
    Knows::seen(Table::first(input, width + 2).is_ok_and(|table| frame(&table).is_some()))
}

/// The frame of a matrix; none, where the table is none.
fn frame(table: &Table) -> Option<Frame> {
    let (_, head) = table.rows.first()?;
    let body = table.rows.get(1..)?;
    let firsts: Vec<String> = body.iter().map(|(_, row)| cell(row, Some(0)).to_owned()).collect();
    let places: BTreeMap<&str, usize> = (1..head.len()).rev().map(|at| (cell(head, Some(at)), at)).collect();
    let columns: Option<Vec<usize>> = firsts.iter().map(|name| places.get(name.as_str()).copied()).collect();
    let named = |names: Vec<String>, columns: Vec<usize>, first: usize| {
        let taken: BTreeSet<usize> = columns.iter().copied().collect();
        let others = (first..head.len()).filter(|at| !taken.contains(at) && !cell(head, Some(*at)).is_empty());
        let turned = plain(cell(head, Some(0))).starts_with("effect");
        Frame { others: others.collect(), names, columns, skip: 1, turned, nameless: false }
    };
    let worded = firsts.iter().any(|name| !name.is_empty() && number(name).is_none());
    if let Some(columns) = columns.filter(|columns| columns.len() >= 2 && worded && distinct(columns)) {
        return Some(named(firsts, columns, 1));
    }
    let valued = |row: &StringRecord| row.iter().all(|cell| cell.trim().is_empty() || number(cell).is_some());
    let heads: Vec<String> = head.iter().map(|cell| cell.trim().to_owned()).collect();
    // Names in the first row alone, and as many rows.
    let all_named = heads.iter().all(|name| !name.is_empty() && number(name).is_none());
    if all_named && heads.len() >= 2 && body.len() == heads.len() && body.iter().all(|(_, row)| valued(row)) {
        let columns = (0..heads.len()).collect();
        return Some(Frame { turned: false, ..named(heads, columns, 0) });
    }
    let size = table.rows.len();
    let square = size >= 2 && table.rows.iter().all(|(_, row)| row.len() == size && valued(row));
    // Three triples are a square too; a matrix has nothing on its diagonal.
    let diagonal =
        table.rows.iter().enumerate().all(|(at, (_, row))| number(cell(row, Some(at))).unwrap_or(0.0) == 0.0);
    (square && diagonal).then(|| Frame {
        names: (1..=size).map(|number| format!("Concept {number}")).collect(),
        columns: (0..size).collect(),
        others: Vec::new(),
        skip: 0,
        turned: false,
        nameless: true,
    })
}

fn distinct(columns: &[usize]) -> bool {
    columns.iter().collect::<BTreeSet<_>>().len() == columns.len()
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let table = Table::read(input)?;
    let Some(frame) = frame(&table) else {
        let what = "the names of the rows are not those of the columns, so this is no matrix of links";
        return Err(input.broken((1, 1), what, "write the same names into the first row and the first column"));
    };
    let mut draft = Draft::default();
    let things: Vec<ThingId> = frame.names.iter().map(|name| draft.thing(name, name)).collect();
    let rows = table.rows.get(frame.skip..).unwrap_or_default();
    // By the cells that are there: rows may be far shorter than the first.
    let at: BTreeMap<usize, ThingId> = frame.columns.iter().copied().zip(things.iter().copied()).collect();
    let cells = rows.iter().flat_map(|(_, row)| row.iter().enumerate()).filter(|(place, _)| at.contains_key(place));
    let mut cells = cells.map(|(_, text)| text.trim());
    // Yes and no, and not more and less.
    let bits = cells.all(|text| text.is_empty() || number(text).is_some_and(|value| value == 0.0 || value == 1.0));
    for ((line, row), thing) in rows.iter().zip(&things) {
        for (place, text) in row.iter().enumerate() {
            if let Some(other) = at.get(&place) {
                link(&mut draft, (*line, text.trim()), (*thing, *other), (frame.turned, bits));
            }
        }
        for at in frame.others.iter().take_while(|at| **at < row.len()) {
            beside(&mut draft, (*line, &table.rows[0].1, row), *at, *thing);
        }
    }
    decisions(&mut draft, &frame, bits);
    Ok(draft)
}

/// The link that a cell stands for.
fn link(
    draft: &mut Draft,
    (line, text): (usize, &str),
    (row, column): (ThingId, ThingId),
    (turned, bits): (bool, bool),
) {
    let (from, to) = if turned { (column, row) } else { (row, column) };
    let value = number(text);
    if text.is_empty() || value == Some(0.0) {
        return;
    }
    let names = [from, to].map(|id| crate::model::shown(&draft.things[id.0].label).clone());
    let mut lost = |why: &str| {
        let what = format!(
            "The cell for “{}” and “{}” reads {text}, {why}: the link is kept without a sign.",
            names[0], names[1]
        );
        draft.notice(NoticeKind::NotKept, Spot::Line(line), what);
    };
    let (word, effect) = match value {
        _ if is_error(text) => {
            lost("which a spreadsheet writes for what it could not compute");
            ("error", Effect::Unknown)
        }
        Some(value) if !value.is_finite() => {
            lost("which is no finite number");
            ("no number", Effect::Unknown)
        }
        Some(_) if bits => ("1", Effect::Unknown),
        Some(value) if value < 0.0 => ("negative weight", Effect::Lowers),
        Some(_) => ("positive weight", Effect::Raises),
        None => (text, effect_of(text).unwrap_or(Effect::Unknown)),
    };
    let word = draft.word(word, effect);
    let arrow = draft.arrow(End::Thing(from), End::Thing(to), word, Spot::Line(line));
    if value.is_some_and(f64::is_finite) && !bits {
        arrow.notes.push(format!("Its weight is {text}."));
    }
}

/// A column that is no concept: words and true or false become notes; numbers are said, since they may be links.
fn beside(draft: &mut Draft, (line, head, row): (usize, &StringRecord, &StringRecord), at: usize, thing: ThingId) {
    let (heading, text) = (cell(head, Some(at)), cell(row, Some(at)));
    if text.is_empty() {
        return;
    }
    draft.things[thing.0].notes.push((format!("{heading}: {text}"), Vec::new()));
    if number(text).is_some_and(|value| value != 0.0) {
        let what = format!("The column “{heading}” has no row of that name, so its {text} is a note and no link.");
        draft.notice(NoticeKind::NotKept, Spot::Line(line), what);
    }
}

fn decisions(draft: &mut Draft, frame: &Frame, bits: bool) {
    let label = |end| match end {
        End::Thing(ThingId(place)) => draft.things.get(place).map(|thing| thing.label.clone()).unwrap_or_default(),
        End::Arrow(_) | End::Nothing => String::new(),
    };
    let signed = |effect| matches!(effect, Effect::Raises | Effect::Lowers);
    let effect = |arrow: &crate::draft::Arrow| draft.words()[arrow.word.0].1;
    let arrows = || draft.arrows.iter().filter(|arrow| arrow.from != arrow.to);
    let shown = arrows().find(|arrow| signed(effect(arrow))).or_else(|| arrows().next());
    let example = shown.map(|arrow| {
        let (from, to) = (label(arrow.from), label(arrow.to));
        format!(": “{from} {} {to}”", effect(arrow).verb(&from))
    });
    let how = match (frame.turned, frame.skip == 1 && !frame.nameless) {
        (true, _) => "empty the first cell of the table",
        (false, true) => "write “effect” into the first cell of a table with names in rows and columns",
        (false, false) => "turn the table in a spreadsheet (paste, transposed)",
    };
    let rows = if frame.turned { "effects" } else { "causes" };
    let what = format!(
        "Rows are read as {rows}{}. If it is the other way round, {how} and open it again.",
        example.unwrap_or_default()
    );
    draft.notice(NoticeKind::Decided, Spot::Whole, what);
    for at in &frame.others {
        let what =
            format!("Column {} has no row of its name and is no concept: what it says is a note of each card.", at + 1);
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
    if frame.nameless {
        let what = "The table has no names: its concepts are numbered in its order. Write names into a first row.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
    if bits && !draft.arrows.is_empty() {
        let what = "All cells are 0 and 1, which say that there is a link and not what it does: choose what “1” means.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
}
