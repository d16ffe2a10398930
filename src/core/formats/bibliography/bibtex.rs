//! Entries of a BibTeX file.

use super::{
    entry::Entry,
    latex::{latex, verbatim},
};
use crate::model::{Authors, Name, SourceKind};

pub(super) fn entry(entry: &Entry<'_>) -> String {
    let Entry { key, source, kind, authors, within } = entry;
    let pages = entry.pages().map(|pages| pages.replace(['-', '–'], "–"));
    let year = entry.year().map(|year| year.to_string());
    let notes = entry.notes(None);
    let latex = |text: Option<&str>| text.map(latex).unwrap_or_default();
    let plain = |text: &Option<String>| text.as_deref().map(verbatim).unwrap_or_default();
    let title = latex(Some(&source.title));
    let (kind, container, publisher) = names(*kind, within.title.is_empty(), within.genre.as_deref());
    let fields = [
        ("author", people(authors)),
        // The second pair of braces keeps capitals: styles would write "il-6" and "parkinson".
        ("title", if title.is_empty() { title } else { format!("{{{title}}}") }),
        ("editor", people(&within.editors)),
        (container, latex(Some(&within.title))),
        (publisher, latex(within.publisher.as_deref())),
        ("address", latex(within.place.as_deref())),
        ("type", latex(within.genre.as_deref())),
        ("year", latex(year.as_deref())),
        ("volume", latex(within.volume.as_deref())),
        ("number", latex(within.issue.as_deref().or(within.number.as_deref()))),
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

/// The type of an entry, and its fields for what the source appeared in and for who brought it out.
fn names(kind: Option<SourceKind>, no_title: bool, genre: Option<&str>) -> (&'static str, &'static str, &'static str) {
    match kind {
        None | Some(SourceKind::Article) => (if no_title { "misc" } else { "article" }, "journal", "publisher"),
        Some(SourceKind::Book) => ("book", "series", "publisher"),
        Some(SourceKind::Chapter) => ("incollection", "booktitle", "publisher"),
        Some(SourceKind::Thesis) => {
            let is_masters = genre.is_some_and(|genre| genre.to_lowercase().contains("master"));
            (if is_masters { "mastersthesis" } else { "phdthesis" }, "howpublished", "school")
        }
        Some(SourceKind::Report) => ("techreport", "series", "institution"),
        Some(SourceKind::WebPage | SourceKind::Trial | SourceKind::Preprint) => ("misc", "howpublished", "publisher"),
    }
}

fn people(authors: &Authors) -> String {
    let mut people: Vec<String> = authors.names.iter().map(name).collect();
    if authors.others {
        people.push("others".to_owned());
    }
    people.join(" and ")
}

fn name(name: &Name) -> String {
    match name {
        Name::Person { family, given, suffix: None } => format!("{}, {}", latex(family), latex(given)),
        Name::Person { family, given, suffix: Some(suffix) } => {
            format!("{}, {}, {}", latex(family), latex(suffix), latex(given))
        }
        Name::Literal(text) => format!("{{{}}}", latex(text)),
    }
}
