//! Items of CSL JSON.

use serde_json::{Map, Value, json};

use super::entry::Entry;
use crate::model::{Name, SourceKind, one_line};

/// An item; for pandoc, authors who are not named are a last author `others`, which it prints as "et al.".
pub(super) fn item(entry: &Entry<'_>, for_pandoc: bool) -> Value {
    let Entry { key, source, kind, authors, within } = entry;
    let mut item = Map::new();
    let (kind, genre) = type_of(*kind, within.title.is_empty());
    let notes = entry.notes(entry.unnamed().filter(|_| !for_pandoc));
    let pages = entry.pages();
    let texts = [
        ("id", Some(key.as_str())),
        ("type", Some(kind)),
        ("title", Some(&source.title)),
        ("container-title", Some(&within.title)),
        ("publisher", within.publisher.as_deref()),
        ("publisher-place", within.place.as_deref()),
        ("genre", within.genre.as_deref().or(genre)),
        ("number", within.number.as_deref()),
        ("volume", within.volume.as_deref()),
        ("issue", within.issue.as_deref()),
        ("page", pages.as_deref()),
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
    let mut people: Vec<Value> = authors.names.iter().map(name).collect();
    people.extend((for_pandoc && authors.others).then(|| json!({ "literal": "others" })));
    for (role, people) in [("author", people), ("editor", within.editors.names.iter().map(name).collect())] {
        if !people.is_empty() {
            item.insert(role.to_owned(), Value::Array(people));
        }
    }
    Value::Object(item)
}

/// The type of an item, and its genre where the type alone does not say it.
fn type_of(kind: Option<SourceKind>, no_title: bool) -> (&'static str, Option<&'static str>) {
    match kind {
        None | Some(SourceKind::Article) => (if no_title { "document" } else { "article-journal" }, None),
        Some(SourceKind::Book) => ("book", None),
        Some(SourceKind::Chapter) => ("chapter", None),
        Some(SourceKind::WebPage) => ("webpage", None),
        Some(SourceKind::Trial) => ("webpage", Some("trial registration")),
        Some(SourceKind::Thesis) => ("thesis", None),
        Some(SourceKind::Preprint) => ("article", Some("preprint")),
        Some(SourceKind::Report) => ("report", None),
    }
}

fn name(name: &Name) -> Value {
    match name {
        Name::Person { family, given, suffix: None } => json!({ "family": family, "given": given }),
        Name::Person { family, given, suffix: Some(suffix) } => {
            json!({ "family": family, "given": given, "suffix": suffix })
        }
        Name::Literal(text) => json!({ "literal": text }),
    }
}
