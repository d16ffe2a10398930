//! Two records of one thing, made one: what one says and the other does not is added, nothing is dropped without a word.

use std::collections::BTreeSet;

use crate::model::{Extra, Grade, LevelText, Link, Node, Note, Source, written::folded};

/// Adds to a node what another one says: its name and its other names, its terms, notes and levels. A text that differs
/// from the one that stays becomes a note.
pub(super) fn join_nodes(kept: &mut Node, other: &Node) {
    let mut names: BTreeSet<String> = kept.aliases.iter().chain([&kept.label]).map(|name| folded(name)).collect();
    let more = std::iter::once(&other.label).chain(&other.aliases);
    kept.aliases.extend(more.filter(|name| names.insert(folded(name))).cloned());
    add_new(&mut kept.xrefs, &other.xrefs);
    let mut spare = Vec::new();
    join_text(&mut kept.explanation, &other.explanation, &mut spare);
    join_levels(&mut kept.levels, &other.levels, &mut spare);
    add_new(&mut kept.notes, &other.notes);
    let note = |text| Note { text, sources: Vec::new(), extra: Extra::new() };
    add_new(&mut kept.notes, &spare.into_iter().map(note).collect::<Vec<_>>());
    kept.at = kept.at.or(other.at);
    join_extra(&mut kept.extra, &other.extra);
}

/// Adds to a link what another one between the same nodes says, and names the fields of which only one could stay.
/// Explanations that differ follow one another.
pub(super) fn join_links(kept: &mut Link, other: &Link) -> Vec<&'static str> {
    let mut left = Vec::new();
    // "Nothing found" says nothing where the other one has evidence; else the more cautious grade stays.
    let silent = |link: &Link| link.grade == Grade::X && link.evidence.is_empty();
    kept.grade = match (silent(kept), silent(other)) {
        (true, _) => other.grade,
        (_, true) => kept.grade,
        _ => kept.grade.max(other.grade),
    };
    add_new(&mut kept.evidence, &other.evidence);
    let mut spare = Vec::new();
    join_text(&mut kept.explanation, &other.explanation, &mut spare);
    join_levels(&mut kept.levels, &other.levels, &mut spare);
    for text in spare {
        kept.explanation.push_str("\n\n");
        kept.explanation.push_str(&text);
    }
    join_option(&mut kept.delay, other.delay.as_ref(), ("delay", &mut left));
    join_option(&mut kept.holds_when, other.holds_when.as_ref(), ("condition", &mut left));
    join_option(&mut kept.no_source_found, other.no_source_found.as_ref(), ("search without a source", &mut left));
    join_option(&mut kept.popular, other.popular.as_ref(), ("popular claim", &mut left));
    kept.returns |= other.returns;
    join_extra(&mut kept.extra, &other.extra);
    left
}

/// Adds to a source what another entry of the same work says, and names the fields of which only one could stay.
pub(super) fn join_sources(kept: &mut Source, other: &Source) -> Vec<&'static str> {
    let mut left = Vec::new();
    for (field, kept, other) in [
        ("authors", &mut kept.authors, &other.authors),
        ("title", &mut kept.title, &other.title),
        ("venue", &mut kept.venue, &other.venue),
    ] {
        if kept.trim().is_empty() {
            kept.clone_from(other);
        } else if !other.trim().is_empty() && kept != other {
            left.push(field);
        }
    }
    if kept.year == 0 {
        kept.year = other.year;
    } else if other.year != 0 && other.year != kept.year {
        left.push("year");
    }
    join_option(&mut kept.doi, other.doi.as_ref(), ("DOI", &mut left));
    join_option(&mut kept.pmid, other.pmid.as_ref(), ("PubMed number", &mut left));
    join_option(&mut kept.url, other.url.as_ref(), ("address", &mut left));
    join_option(&mut kept.kind, other.kind.as_ref(), ("kind", &mut left));
    join_extra(&mut kept.extra, &other.extra);
    left
}

/// Adds what is not there yet.
pub(super) fn add_new<T: Clone + PartialEq>(kept: &mut Vec<T>, more: &[T]) {
    for item in more {
        if !kept.contains(item) {
            kept.push(item.clone());
        }
    }
}

/// Fills an empty text; another one is spare.
fn join_text(kept: &mut String, other: &str, spare: &mut Vec<String>) {
    if kept.trim().is_empty() {
        other.clone_into(kept);
    } else if !other.trim().is_empty() && kept.trim() != other.trim() {
        spare.push(other.trim().to_owned());
    }
}

fn join_levels(kept: &mut Vec<LevelText>, more: &[LevelText], spare: &mut Vec<String>) {
    for text in more {
        match kept.iter_mut().find(|old| old.level == text.level) {
            Some(old) => join_text(&mut old.text, &text.text, spare),
            None => kept.push(text.clone()),
        }
    }
}

fn join_option<T: Clone + PartialEq>(
    kept: &mut Option<T>,
    other: Option<&T>,
    (field, left): (&'static str, &mut Vec<&'static str>),
) {
    match (&kept, other) {
        (None, _) => *kept = other.cloned(),
        (Some(kept), Some(other)) if kept != other => left.push(field),
        _ => {}
    }
}

/// Adds fields of a newer version that are not there yet.
fn join_extra(kept: &mut Extra, more: &Extra) {
    for field in more {
        if !kept.iter().any(|(name, _)| *name == field.0) {
            kept.push(field.clone());
        }
    }
}
