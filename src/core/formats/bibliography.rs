//! Bibliographies for other programs: BibTeX, RIS and CSL JSON.
//!
//! The three formats say the same of a source; `names` reads its authors, `venue` its journal, volume and pages.

mod names;
mod plain;
#[cfg(test)]
mod tests;
mod venue;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::model::{Citation, Source};
use names::{Authors, Name, authors};
use plain::one_line;
use venue::{Venue, venue};

/// Sources as a BibTeX file, in UTF-8.
pub fn bibtex(sources: &[&Source]) -> String {
    entries(sources).iter().map(bibtex_entry).collect::<Vec<_>>().join("\n")
}

/// Sources as an RIS file.
pub fn ris(sources: &[&Source]) -> String {
    entries(sources).iter().map(ris_entry).collect::<Vec<_>>().join("\n")
}

/// Sources as CSL JSON.
pub fn csl_json(sources: &[&Source]) -> String {
    let items: Vec<Value> = entries(sources).iter().map(csl_item).collect();
    format!("{:#}\n", Value::Array(items))
}

/// What is said of a source, taken apart.
struct Entry<'a> {
    key: String,
    source: &'a Source,
    authors: Authors,
    venue: Venue,
}

/// A key is the source's id, with `_` for what no format would take and a number where it is in use.
fn entries<'a>(sources: &[&'a Source]) -> Vec<Entry<'a>> {
    let mut taken = BTreeSet::new();
    let mut entries = Vec::with_capacity(sources.len());
    for &source in sources {
        let kept = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-') { c } else { '_' };
        let id: String = source.id.as_str().chars().map(kept).collect();
        let base = if id.is_empty() { "source".to_owned() } else { id };
        let mut key = base.clone();
        let mut count = 1;
        while !taken.insert(key.to_ascii_lowercase()) {
            count += 1;
            key = format!("{base}_{count}");
        }
        entries.push(Entry { key, source, authors: authors(&source.authors), venue: venue(&source.venue) });
    }
    entries
}

impl Entry<'_> {
    /// The year, where one is given.
    fn year(&self) -> Option<i32> {
        Some(self.source.year).filter(|&year| year > 0)
    }

    /// Remarks that have no field of their own; `more` says of authors left out where the format cannot.
    fn notes(&self, more: Option<&str>) -> Option<String> {
        let unconfirmed = (self.source.citation == Citation::Unconfirmed).then_some("citation not yet confirmed");
        let notes: Vec<&str> = [unconfirmed, self.venue.remark.as_deref(), more].into_iter().flatten().collect();
        if notes.is_empty() { None } else { Some(notes.join("; ")) }
    }

    /// Says that authors were left out, for formats that have no word for it.
    fn unnamed(&self) -> Option<&'static str> {
        self.authors.others.then_some("more authors than are named here")
    }
}

fn bibtex_entry(entry: &Entry<'_>) -> String {
    let Entry { key, source, authors, venue } = entry;
    let mut people: Vec<String> = authors.names.iter().map(bibtex_name).collect();
    if authors.others {
        people.push("others".to_owned());
    }
    let kind = if venue.journal.is_empty() { "misc" } else { "article" };
    let pages = venue.pages.as_deref().map(|pages| pages.replace(['-', '–'], "–"));
    let year = entry.year().map(|year| year.to_string());
    let notes = entry.notes(None);
    let latex = |text: Option<&str>| text.map(latex).unwrap_or_default();
    let plain = |text: &Option<String>| text.as_deref().map(verbatim).unwrap_or_default();
    let title = latex(Some(&source.title));
    let fields = [
        ("author", people.join(" and ")),
        // The second pair of braces keeps capitals: styles would write "il-6" and "parkinson".
        ("title", if title.is_empty() { title } else { format!("{{{title}}}") }),
        ("journal", latex(Some(&venue.journal))),
        ("year", latex(year.as_deref())),
        ("volume", latex(venue.volume.as_deref())),
        ("number", latex(venue.issue.as_deref())),
        ("pages", latex(pages.as_deref())),
        ("doi", plain(&source.doi)),
        ("pmid", plain(&source.pmid)),
        ("url", plain(&source.url)),
        ("note", latex(notes.as_deref())),
    ];
    let said = fields.iter().filter(|(_, value)| !value.is_empty());
    let lines: String = said.flat_map(|(name, value)| ["  ", name, " = {", value, "},\n"]).collect();
    format!("@{kind}{{{key},\n{lines}}}\n")
}

fn bibtex_name(name: &Name) -> String {
    match name {
        Name::Person { family, initials, suffix: None } => format!("{}, {}", latex(family), latex(initials)),
        Name::Person { family, initials, suffix: Some(suffix) } => {
            format!("{}, {}, {}", latex(family), latex(suffix), latex(initials))
        }
        Name::Literal(text) => format!("{{{}}}", latex(text)),
    }
}

/// A text in one line as LaTeX sets it. Lone braces become commands, since BibTeX counts `\{` as an open brace.
fn latex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '–' => escaped.push_str("--"),
            '—' => escaped.push_str("---"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// An identifier or address, which BibTeX programs take as it stands; only what would end the field is encoded.
fn verbatim(text: &str) -> String {
    let address = one_line(text).replace(' ', "%20").replace('\\', "%5C");
    address.replace('{', "%7B").replace('}', "%7D")
}

fn ris_entry(entry: &Entry<'_>) -> String {
    let Entry { key, source, authors, venue } = entry;
    let mut text = String::new();
    let mut tag = |name: &str, value: Option<&str>| {
        let value = value.map(one_line).unwrap_or_default();
        if !value.is_empty() {
            text.extend([name, "  - ", &value, "\n"]);
        }
    };
    tag("TY", Some(if venue.journal.is_empty() { "GEN" } else { "JOUR" }));
    tag("ID", Some(key));
    for name in &authors.names {
        tag("AU", Some(&ris_name(name)));
    }
    tag("PY", entry.year().map(|year| format!("{year:04}")).as_deref());
    tag("TI", Some(&source.title));
    tag("T2", Some(&venue.journal));
    tag("VL", venue.volume.as_deref());
    tag("IS", venue.issue.as_deref());
    let (start, end) = venue.range();
    tag("SP", start);
    tag("EP", end);
    tag("DO", source.doi.as_deref());
    tag("AN", source.pmid.as_deref());
    tag("UR", source.url.as_deref());
    tag("N1", entry.notes(entry.unnamed()).as_deref());
    text.push_str("ER  - \n");
    text
}

fn ris_name(name: &Name) -> String {
    match name {
        Name::Person { family, initials, suffix: None } => format!("{family}, {initials}"),
        Name::Person { family, initials, suffix: Some(suffix) } => format!("{family}, {initials}, {suffix}"),
        // A comma would make the rest of the name a first name.
        Name::Literal(text) => text.replace(',', ";"),
    }
}

fn csl_item(entry: &Entry<'_>) -> Value {
    let Entry { key, source, authors, venue } = entry;
    let mut item = Map::new();
    let kind = if venue.journal.is_empty() { "document" } else { "article-journal" };
    let notes = entry.notes(entry.unnamed());
    let texts = [
        ("id", Some(key.as_str())),
        ("type", Some(kind)),
        ("title", Some(&source.title)),
        ("container-title", Some(&venue.journal)),
        ("volume", venue.volume.as_deref()),
        ("issue", venue.issue.as_deref()),
        ("page", venue.pages.as_deref()),
        ("DOI", source.doi.as_deref()),
        ("PMID", source.pmid.as_deref()),
        ("URL", source.url.as_deref()),
        ("note", notes.as_deref()),
    ];
    for (name, text) in texts {
        let text = text.map(one_line).unwrap_or_default();
        if !text.is_empty() {
            item.insert(name.to_owned(), Value::String(text));
        }
    }
    if let Some(year) = entry.year() {
        item.insert("issued".to_owned(), json!({ "date-parts": [[year]] }));
    }
    if !authors.names.is_empty() {
        item.insert("author".to_owned(), authors.names.iter().map(csl_name).collect());
    }
    Value::Object(item)
}

fn csl_name(name: &Name) -> Value {
    match name {
        Name::Person { family, initials, suffix: None } => json!({ "family": family, "given": initials }),
        Name::Person { family, initials, suffix: Some(suffix) } => {
            json!({ "family": family, "given": initials, "suffix": suffix })
        }
        Name::Literal(text) => json!({ "literal": text }),
    }
}
