//! What a pathway has already of a source: one work is one source.

use std::collections::BTreeSet;

use crate::{
    address::checked_address,
    model::{Citation, MAX_ID_BYTES, Pathway, Source, SourceId, written::folded},
};

/// The source of a pathway that is the same work: by its DOI, whose letters have no case; else by its PubMed number; else
/// by its title and year, as long as no identifier speaks against it; else, where it has nothing but an address, by that.
pub fn same_as(pathway: &Pathway, source: &Source) -> Option<SourceId> {
    let found =
        |same: &dyn Fn(&Source) -> bool| pathway.sources().iter().find(|kept| same(kept)).map(|kept| kept.id.clone());
    found(&|kept| same_doi(kept, source) == Some(true))
        .or_else(|| found(&|kept| same_doi(kept, source).is_none() && same_pmid(kept, source) == Some(true)))
        .or_else(|| found(&|kept| same_title(kept, source)))
        .or_else(|| found(&|kept| same_address(kept, source)))
}

fn same_doi(one: &Source, other: &Source) -> Option<bool> {
    Some(one.doi.as_ref()?.eq_ignore_ascii_case(other.doi.as_ref()?))
}

fn same_pmid(one: &Source, other: &Source) -> Option<bool> {
    Some(one.pmid.as_ref()? == other.pmid.as_ref()?)
}

fn same_title(one: &Source, other: &Source) -> bool {
    let others = same_doi(one, other) == Some(false) || same_pmid(one, other) == Some(false);
    let title = folded(&one.title);
    !others && one.year == other.year && one.year > 0 && !title.is_empty() && title == folded(&other.title)
}

fn same_address(one: &Source, other: &Source) -> bool {
    // Browsers take these for one place.
    let place = |source: &Source| {
        let url = checked_address(source.url.as_deref()?)?;
        let host = url.host_str()?.trim_start_matches("www.").to_owned();
        Some((host, url.port(), url.path().trim_end_matches('/').to_owned(), url.query().map(str::to_owned)))
    };
    let alone = other.doi.is_none() && other.pmid.is_none();
    alone && place(one).is_some_and(|place_of_one| place(other) == Some(place_of_one))
}

/// A field of a source that lacks it, and what a paste of the same work would fill it with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The field as it is called in files: `authors`, `year`, `title`, `venue`, `doi`, `pmid`, `url`.
    pub field: &'static str,
    /// What would stand there.
    pub value: String,
}

/// The fields that a source lacks and a paste of the same work has. What stands there already is never among them.
pub fn gaps(kept: &Source, pasted: &Source) -> Vec<Gap> {
    let year = |source: &Source| if source.year > 0 { source.year.to_string() } else { String::new() };
    let number = |number: &Option<String>| number.clone().unwrap_or_default();
    let fields = |source: &Source| {
        [
            ("authors", source.authors.trim().to_owned()),
            ("year", year(source)),
            ("title", source.title.trim().to_owned()),
            ("venue", source.venue.trim().to_owned()),
            ("doi", number(&source.doi)),
            ("pmid", number(&source.pmid)),
            ("url", number(&source.url)),
        ]
    };
    let pairs = fields(kept).into_iter().zip(fields(pasted));
    let open = pairs.filter(|((_, kept), (_, pasted))| kept.is_empty() && !pasted.is_empty());
    open.map(|(_, (field, value))| Gap { field, value }).collect()
}

/// A source with its gaps filled from a paste of the same work. Where title or identifiers come from there, nobody has seen
/// them together yet: the citation is to be confirmed again.
pub fn filled(kept: &Source, pasted: &Source) -> Source {
    let gaps = gaps(kept, pasted);
    let mut filled = kept.clone();
    for Gap { field, value } in &gaps {
        match *field {
            "authors" => filled.authors.clone_from(value),
            "year" => filled.year = pasted.year,
            "title" => filled.title.clone_from(value),
            "venue" => filled.venue.clone_from(value),
            "doi" => filled.doi.clone_from(&pasted.doi),
            "pmid" => filled.pmid.clone_from(&pasted.pmid),
            _ => filled.url.clone_from(&pasted.url),
        }
    }
    filled.kind = kept.kind.or(pasted.kind.filter(|_| kept.venue.trim().is_empty()));
    if gaps.iter().any(|gap| ["title", "doi", "pmid"].contains(&gap.field)) {
        filled.citation = Citation::Unconfirmed;
    }
    filled
}

/// An id for a pasted source that no source of the pathway has and none of `taken`, such as others of the same paste: the
/// proposed one, with a letter from `b` on where it is in use (`kigar2025b`), and a number when letters run out.
pub fn free_id(pathway: &Pathway, taken: &BTreeSet<SourceId>, proposed: &SourceId) -> SourceId {
    let is_free = |id: &SourceId| pathway.source(id).is_none() && !taken.contains(id);
    let base: String = proposed.as_str().chars().take(MAX_ID_BYTES - 12).collect();
    let letters = ('b'..='z').map(|letter| format!("{base}{letter}"));
    // With nothing in between, a number would be read as part of the year.
    let numbers = (2u64..).map(|number| format!("{base}_{number}"));
    let candidates = std::iter::once(base.clone()).chain(letters).chain(numbers).map(|id| SourceId::new(&id));
    candidates.into_iter().find(is_free).unwrap_or_else(|| proposed.clone())
}
