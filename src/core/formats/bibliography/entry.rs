//! What is said of a source, taken apart for every format alike.

use std::collections::BTreeSet;

use crate::model::{Authors, Citation, Source, SourceKind};

/// What is said of a source, taken apart.
pub(super) struct Entry<'a> {
    pub(super) key: String,
    pub(super) source: &'a Source,
    /// What sort of publication it is, where anything tells.
    pub(super) kind: Option<SourceKind>,
    pub(super) authors: Authors,
    pub(super) within: Within,
}

/// Where a source appeared. Empty where its kind has no such thing.
#[derive(Default)]
pub(super) struct Within {
    /// The journal, the book, the site, the server or the registry.
    pub(super) title: String,
    pub(super) editors: Authors,
    pub(super) volume: Option<String>,
    pub(super) issue: Option<String>,
    pub(super) pages: Option<(String, Option<String>)>,
    /// The publisher, the university or the institution.
    pub(super) publisher: Option<String>,
    pub(super) place: Option<String>,
    /// The number in a registry.
    pub(super) number: Option<String>,
    /// What sort of thesis it is.
    pub(super) genre: Option<String>,
    pub(super) remark: Option<String>,
}

/// A key is the source's id, with `_` for what no format would take and a number where it is in use.
pub(super) fn entries<'a>(sources: &[&'a Source]) -> Vec<Entry<'a>> {
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
        let kind = source.publication().map(|(kind, _)| kind);
        let (mut authors, mut within) = (source.author_list(), within(source, kind));
        if authors.editors {
            within.editors = std::mem::take(&mut authors);
        }
        entries.push(Entry { key, source, kind, authors, within });
    }
    entries
}

impl Entry<'_> {
    /// The year, where one is given.
    pub(super) fn year(&self) -> Option<i32> {
        Some(self.source.year).filter(|&year| year > 0)
    }

    /// The pages as one text.
    pub(super) fn pages(&self) -> Option<String> {
        let (first, last) = self.within.pages.as_ref()?;
        Some(last.as_ref().map_or_else(|| first.clone(), |last| format!("{first}-{last}")))
    }

    /// Remarks that have no field of their own; `more` says of authors left out where the format cannot.
    pub(super) fn notes(&self, more: Option<&str>) -> Option<String> {
        let unconfirmed = (self.source.citation == Citation::Unconfirmed).then_some("citation not yet confirmed");
        let notes: Vec<&str> = [unconfirmed, self.within.remark.as_deref(), more].into_iter().flatten().collect();
        if notes.is_empty() { None } else { Some(notes.join("; ")) }
    }

    /// Says that authors were left out, for formats that have no word for it.
    pub(super) fn unnamed(&self) -> Option<&'static str> {
        (self.authors.others || self.within.editors.others).then_some("more authors than are named here")
    }
}

fn within(source: &Source, kind: Option<SourceKind>) -> Within {
    match kind {
        Some(SourceKind::Article | SourceKind::Preprint) | None => {
            let venue = source.journal();
            let (first, last) = venue.range();
            let pages = first.map(|first| (first.to_owned(), last.map(str::to_owned)));
            let (title, volume, issue, remark) = (venue.journal, venue.volume, venue.issue, venue.remark);
            Within { title, volume, issue, pages, remark, ..Within::default() }
        }
        Some(SourceKind::Book | SourceKind::Report) => {
            let imprint = source.imprint();
            Within { publisher: Some(imprint.publisher), place: imprint.place, ..Within::default() }
        }
        Some(SourceKind::Chapter) => {
            let host = source.host();
            let (publisher, place) = (Some(host.imprint.publisher), host.imprint.place);
            let ends = |pages: String| match pages.split_once(['-', '–']) {
                Some((first, last)) => (first.to_owned(), Some(last.to_owned())),
                None => (pages, None),
            };
            let (title, editors, pages) = (host.title, host.editors, host.pages.map(ends));
            Within { title, editors, pages, publisher, place, ..Within::default() }
        }
        Some(SourceKind::Thesis) => {
            let is_genre = |part: &&str| part.to_lowercase().contains("thes") || part.contains("issertation");
            let parts: Vec<&str> = source.venue.split(", ").collect();
            let genre = parts.iter().find(|part| is_genre(part)).map(|&genre| genre.to_owned());
            let school: Vec<&str> = parts.into_iter().filter(|part| !is_genre(part)).collect();
            Within { publisher: Some(school.join(", ")), genre, ..Within::default() }
        }
        Some(SourceKind::WebPage) => Within { title: source.venue.clone(), ..Within::default() },
        Some(SourceKind::Trial) => {
            let number = source.trial_number().map(str::to_owned);
            let registry = source.venue.replace(number.as_deref().unwrap_or_default(), "");
            let title = registry.trim_matches([' ', ',', ':', '(', ')', '.']).to_owned();
            Within { title, number, ..Within::default() }
        }
    }
}
