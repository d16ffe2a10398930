//! Reads a whole file: the pathway's own fields and its lists.

use std::collections::BTreeMap;

use super::{
    MAJOR, MAX_LANES, MAX_LINKS, MAX_NODES, MAX_SOURCES, MAX_VALUES,
    record::{Reader, Record},
    records,
    report::{At, List, RecordPlace, Report, Roll},
    scan::{self, Outline},
    schema, syntax,
    syntax::Fault,
    text, values,
};
use crate::{
    analysis::problems::{Severity, Subject, findings, named, shown},
    formats::{Opened, Problem},
    model::{About, Misfit, Parts, Pathway},
};

/// Reads a pathway file, as much of it as can be read.
pub(crate) fn open(bytes: &[u8]) -> Result<Opened, Vec<Problem>> {
    let text = text::decode(bytes).map_err(|problem| vec![problem])?;
    read(&text).map_err(|fault| {
        let place = text::place_of(&text, fault.offset);
        vec![Problem {
            place,
            severity: Severity::Error,
            subject: None,
            what: fault.what,
            hint: fault.hint,
            fixes: Vec::new(),
        }]
    })
}

/// How many comments a file has; none where it is no text.
pub(crate) fn comments(bytes: &[u8]) -> usize {
    text::decode(bytes).map_or(0, |text| Outline::of(&text).comments)
}

/// What a text says, and where.
pub(super) struct Contents {
    pub(super) pathway: Pathway,
    pub(super) outline: Outline,
    /// Where the pathway begins, and its first bracket.
    pub(super) value: usize,
    pub(super) body: usize,
    /// What each record of a list became, by the offset of its first character.
    pub(super) places: BTreeMap<usize, Subject>,
}

/// Reads what a text says, without looking for what may be wrong with that.
pub(super) fn contents(text: &str) -> Result<Contents, Fault> {
    let (value, body) = top(text)?;
    let [value, body] = [value, body].map(|piece| text.len() - piece.len());
    let outline = Outline::of(text);
    let Taken { pathway, report, roll, .. } = take(text, &outline)?;
    let subjects = roll.subjects(&pathway);
    let places = report.starts().filter_map(|(start, at)| Some((start, subjects.get(&at)?.clone()))).collect();
    Ok(Contents { pathway, outline, value, body, places })
}

fn read(text: &str) -> Result<Opened, Fault> {
    let outline = Outline::of(text);
    let Taken { pathway, report, roll, read_only } = take(text, &outline)?;
    let problems = report.problems(text, &roll.subjects(&pathway), findings(&pathway));
    Ok(Opened { pathway, problems, read_only, bytes: std::sync::Arc::default() })
}

/// What was taken from a text.
struct Taken {
    pathway: Pathway,
    report: Report,
    roll: Roll,
    read_only: bool,
}

fn take(text: &str, outline: &Outline) -> Result<Taken, Fault> {
    let (value, body) = top(text)?;
    if let Some((offset, _)) = text.match_indices(',').nth(MAX_VALUES) {
        let what = format!("the file has more than {MAX_VALUES} values; this is the first too many");
        return Err(Fault::new(offset, what, "split the pathway into several files"));
    }
    syntax::check(text).map_err(|error| syntax::explain(text, &error))?;
    let mut reader = Reader { text, outline, report: Report::default(), unread: Vec::new(), too_many: None };
    let fields = reader.fields(body).ok_or_else(|| {
        Fault::new(text.len() - body.len(), "the fields of the pathway have no names", "write fields as name: value")
    })?;
    let mut record = Record::of(&mut reader, value, &schema::PATHWAY, &fields, false);
    let parts = parts(&mut record);
    let finished = record.finish();
    let parts = close(&mut reader, parts, finished);
    if let Some(fault) = reader.too_many {
        return Err(fault);
    }
    if reader.report.hopeless() {
        return Err(reader.report.give_up());
    }
    let read_only = parts.about.format.0 > MAJOR;
    let roll = Roll::of(&parts, reader.unread.len());
    let pathway = Pathway::from_parts(parts, reader.unread);
    Ok(Taken { pathway, report: reader.report, roll, read_only })
}

/// The document's value, and its part from the first bracket on.
pub(super) fn top(text: &str) -> Result<(&str, &str), Fault> {
    let (start, _) = scan::after_attributes(text);
    let value = text.get(start..).unwrap_or_default();
    let (name, body) = syntax::head(value);
    let hint = "a pathway file begins with Pathway( and its fields; choose another file, or convert this one";
    match (name, value.chars().next()) {
        (None | Some("Pathway"), _) if body.starts_with('(') => Ok((value, body)),
        (Some("Pathway"), _) => {
            let offset = text.len() - body.len();
            Err(Fault::new(offset, "a “(” is missing after Pathway", "write Pathway( and its fields"))
        }
        (_, None) => Err(Fault::new(text.len(), "the file has only comments", "add Pathway( and its fields")),
        (_, Some('#')) => Err(Fault::new(start, "a “#” stands before the pathway", "write comments with // in front")),
        (Some(name), Some(c)) if c.is_alphanumeric() || c == '_' => {
            Err(Fault::new(start, format!("this is no pathway: it begins with “{}”", shown(name)), hint))
        }
        (_, Some(c)) => Err(Fault::new(start, format!("this is no pathway: it begins with {}", named(c)), hint)),
    }
}

/// All that the pathway holds. Its own unknown fields come later, when every field has been asked for.
fn parts(record: &mut Record<'_, '_>) -> Parts {
    let format = record.need("format", "(1, 0)", values::version).unwrap_or((MAJOR, 0));
    let about = About {
        format,
        id: record.id(),
        title: record.need_text("title"),
        summary: record.text("summary"),
        language: record.text("language"),
        license: record.text("license"),
        reviewed: record.text("reviewed"),
        extra: Vec::new(),
    };
    Parts {
        about,
        lanes: list(record, "lanes", (List::Lanes, MAX_LANES), records::lane),
        nodes: list(record, "nodes", (List::Nodes, MAX_NODES), records::node),
        links: list(record, "links", (List::Links, MAX_LINKS), records::link),
        sources: list(record, "sources", (List::Sources, MAX_SOURCES), records::source),
        tours: list(record, "tours", (List::Tours, MAX_LANES), records::tour),
    }
}

fn list<'de, T>(
    record: &mut Record<'_, 'de>,
    name: &'static str,
    (list, most): (List, usize),
    read: fn(&mut Reader<'de>, &'de str) -> Option<(T, RecordPlace)>,
) -> Vec<T> {
    if matches!(list, List::Nodes | List::Links) && !record.has(name) {
        record.lacks(name);
    }
    let items = record.items(name);
    let reader = &mut *record.reader;
    if let Some(first) = items.get(most) {
        let what = format!("the file has {} {name}, more than {most}; this is the first too many", items.len());
        let fault = Fault::new(reader.offset(first), what, "split the pathway into several files");
        reader.too_many.get_or_insert(fault);
        return Vec::new();
    }
    let mut found = Vec::with_capacity(items.len());
    for item in items {
        if reader.report.hopeless() {
            break;
        }
        let mark = reader.report.mark();
        if let Some((value, place)) = read(reader, item) {
            reader.report.close(mark, (list, found.len()), place);
            found.push(value);
        } else {
            set_aside(reader, mark, name, item);
        }
    }
    found
}

/// Keeps a record that could not be read as it stands.
fn set_aside(reader: &mut Reader<'_>, mark: usize, list: &str, text: &str) {
    let at: At = (List::Unread, reader.unread.len());
    let start = reader.offset(text);
    reader.report.close(mark, at, RecordPlace { start, fields: Vec::new() });
    reader.unread.push(Misfit::Unread { list: list.to_owned(), text: text.to_owned() });
}

/// Gives the pathway the fields that nobody asked for, and says if it is newer than this program.
fn close(reader: &mut Reader<'_>, mut parts: Parts, finished: Option<(Vec<(String, String)>, RecordPlace)>) -> Parts {
    let (extra, place) = finished.unwrap_or_default();
    parts.about.extra = extra;
    let (major, minor) = parts.about.format;
    let format = place.fields.iter().find(|field| field.name == "format").map_or(place.start, |field| field.start);
    if major > MAJOR {
        let what = format!("the file has format ({major}, {minor}), which is newer than this version of Pathlight");
        let hint = "update Pathlight to change it; until then it can be looked at but not saved over";
        reader.report.add(Severity::Warning, Some("format"), Fault::new(format, what, hint));
    } else if major < MAJOR {
        let what = format!("there is no format ({major}, {minor})");
        reader.report.add(Severity::Error, Some("format"), Fault::new(format, what, "write format: (1, 0)"));
    }
    reader.report.finish((List::About, 0), place);
    parts
}
