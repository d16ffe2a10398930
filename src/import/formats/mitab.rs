//! Causal interactions in MITAB 2.8, the tables of the Proteomics Standards Initiative.
//!
//! <https://psicquic.github.io/MITAB28Format.html>: 46 columns by place; the 45th is the mechanism, the 46th the causal statement:
//! MI:2235 to MI:2239 go up, MI:2240 to MI:2244 down. The mechanism has no sign. Rows without a statement are no causes.

use csv::StringRecord;

use crate::{
    draft::{Draft, End, Heads, Said},
    format::{Format, Knows},
    input::Input,
    model::{Effect, Kind, Stance},
    native::Problem,
    notice::Spot,
    table::{Names, Table, cell, is_true, papers, unread},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "mitab",
    name: "Causal MITAB 2.8",
    about: "Molecular interactions with a causal statement; those without one have no direction.",
    endings: &["mitab", "tsv", "txt"],
    knows: |input| {
        let Ok(table) = Table::first(input, 2) else { return Knows::No };
        let first = |row: &StringRecord| cell(row, Some(0)).starts_with("#ID(s) interactor A");
        let bare = |row: &StringRecord| row.len() >= 42 && cell(row, Some(11)).starts_with("psi-mi:");
        Knows::seen(table.rows.iter().any(|(_, row)| first(row) || bare(row)))
    },
    read,
    write: None,
};

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let table = Table::read(input)?;
    let mut draft = Draft::default();
    let mut names = Names::default();
    for (line, row) in table.rows.iter().filter(|(_, row)| !cell(row, Some(0)).starts_with('#')) {
        let get = |column: usize| Some(cell(row, Some(column - 1))).filter(|text| *text != "-").unwrap_or_default();
        let [from, to] = [(1, 5), (2, 6)].map(|(id, aliases)| {
            let id = get(id).split('|').next().unwrap_or_default();
            if id.is_empty() {
                return End::Nothing;
            }
            let label = alias(get(aliases)).unwrap_or_else(|| id.split_once(':').map_or(id, |(_, id)| id));
            let thing = names.thing(&mut draft, id, label);
            draft.things[thing.0].kind = Kind::Molecule;
            draft.things[thing.0].xrefs = vec![id.replace('"', "")];
            End::Thing(thing)
        });
        let (statement, kind) = (get(46), get(12));
        let effect = match term(statement) {
            2235..=2239 => Effect::Raises,
            2240..=2244 => Effect::Lowers,
            _ => Effect::Unknown,
        };
        let word = name(if statement.is_empty() { kind } else { statement });
        let negative = is_true(get(36));
        let (cited, rest) = papers(&mut draft, get(9), false);
        let denied = negative && cited.is_empty();
        let word = if word.is_empty() { "interaction" } else { word };
        let word =
            if denied { draft.word(&format!("denied: {word}"), Effect::NoEffect) } else { draft.word(word, effect) };
        let stance = if negative { Stance::Disputes } else { Stance::Supports };
        let mut species: Vec<String> = [get(10), get(11)].iter().map(|text| name(text).to_owned()).collect();
        species.retain(|name| !name.is_empty());
        species.dedup();
        let arrow = draft.arrow(from, to, word, Spot::Line(*line));
        let one = |paper| Said { paper: Some(paper), stance, species: species.clone(), ..Said::default() };
        arrow.said = cited.into_iter().map(one).collect();
        if statement.is_empty() && !denied {
            arrow.heads = Heads::None;
        }
        let notes =
            [("Mechanism", name(get(45))), ("Type", name(kind)), ("Found by", name(get(7))), ("Number", get(14))];
        let rest = rest.join(" ");
        let notes = notes.into_iter().chain([("Also cited", rest.as_str())]);
        let notes = notes.filter(|(_, text)| !text.is_empty());
        arrow.notes = notes.map(|(label, text)| format!("{label}: {text}.")).collect();
    }
    // Columns by their number in MITAB 2.8, counted from 1.
    let widest = table.rows.iter().map(|(_, row)| row.len()).max().unwrap_or_default();
    let numbers: Vec<String> = (1..=widest).map(|number| number.to_string()).collect();
    let rows: Vec<_> = table.rows.into_iter().filter(|(_, row)| !cell(row, Some(0)).starts_with('#')).collect();
    unread(&mut draft, numbers.iter().map(String::as_str), &rows, |at, _| READ.contains(&(at + 1)));
    Ok(draft)
}

/// The columns that are read, counted from 1.
const READ: [usize; 13] = [1, 2, 5, 6, 7, 9, 10, 11, 12, 14, 36, 45, 46];

/// The number of a term: 2236 of `psi-mi:"MI:2236"(up-regulates activity)`; 0 where there is none.
fn term(text: &str) -> u32 {
    let number = text.split_once("MI:").map(|(_, rest)| rest).unwrap_or_default();
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    number.get(..end).and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

/// What stands in the last brackets of a term, else all of it.
fn name(text: &str) -> &str {
    let text = text.split('|').next().unwrap_or_default();
    let inside = text.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    inside.unwrap_or(text).trim_matches('"')
}

/// The name that people know, among aliases such as `psi-mi:raf1(display_short)|uniprotkb:RAF1(gene name)`.
fn alias(text: &str) -> Option<&str> {
    let of = |sort: &str| {
        let part = text.split('|').find_map(|part| part.strip_suffix(sort))?;
        part.split_once(':').map(|(_, name)| name.trim_matches('"')).filter(|name| !name.is_empty())
    };
    of("(gene name)").or_else(|| of("(display_short)"))
}
