//! Records of an RIS file.

use super::entry::Entry;
use crate::model::{Name, SourceKind, one_line};

pub(super) fn record(entry: &Entry<'_>) -> String {
    let Entry { key, source, kind, authors, within } = entry;
    let mut text = String::new();
    let mut tag = |name: &str, value: Option<&str>| {
        let value = value.map(one_line).unwrap_or_default();
        if !value.is_empty() {
            text.extend([name, "  - ", &value, "\n"]);
        }
    };
    tag("TY", Some(type_of(*kind, within.title.is_empty())));
    tag("ID", Some(key));
    for author in &authors.names {
        tag("AU", Some(&name(author)));
    }
    for editor in &within.editors.names {
        tag("A2", Some(&name(editor)));
    }
    tag("PY", entry.year().map(|year| format!("{year:04}")).as_deref());
    tag("TI", Some(&source.title));
    tag("T2", Some(&within.title));
    tag("PB", within.publisher.as_deref());
    tag("CY", within.place.as_deref());
    tag("M3", within.genre.as_deref());
    tag("VL", within.volume.as_deref());
    tag("IS", within.issue.as_deref());
    tag("SP", within.pages.as_ref().map(|(first, _)| first.as_str()));
    tag("EP", within.pages.as_ref().and_then(|(_, last)| last.as_deref()));
    tag("DO", source.doi.as_deref());
    tag("AN", source.pmid.as_deref().or(within.number.as_deref()));
    tag("UR", source.url.as_deref());
    tag("N1", entry.notes(entry.unnamed()).as_deref());
    text.push_str("ER  - \n");
    text
}

/// The registration of a trial has no type of its own; it is a page of a registry on the web.
fn type_of(kind: Option<SourceKind>, no_title: bool) -> &'static str {
    match kind {
        None | Some(SourceKind::Article) => {
            if no_title {
                "GEN"
            } else {
                "JOUR"
            }
        }
        Some(SourceKind::Book) => "BOOK",
        Some(SourceKind::Chapter) => "CHAP",
        Some(SourceKind::WebPage | SourceKind::Trial) => "ELEC",
        Some(SourceKind::Thesis) => "THES",
        Some(SourceKind::Preprint) => "UNPB",
        Some(SourceKind::Report) => "RPRT",
    }
}

fn name(name: &Name) -> String {
    match name {
        Name::Person { family, given, suffix: None } => format!("{family}, {given}"),
        Name::Person { family, given, suffix: Some(suffix) } => format!("{family}, {given}, {suffix}"),
        // A comma would make the rest of the name a first name.
        Name::Literal(text) => text.replace(',', ";"),
    }
}
