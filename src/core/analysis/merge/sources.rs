//! Sources of several pathways as one bibliography.

use std::collections::BTreeMap;

use super::{
    conflict::{ConflictKind, Conflicts},
    table::{Table, numbered},
};
use crate::model::{Pathway, Source, SourceId};

/// The sources so far.
#[derive(Default)]
pub(super) struct Sources(Table<SourceId, Source>);

/// Ids of a pathway's sources that are other ids in the merged one.
pub(super) struct Renamed(BTreeMap<SourceId, SourceId>);

impl Renamed {
    /// Replaces an id of the pathway by that in the merged one.
    pub(super) fn apply(&self, id: &mut SourceId) {
        if let Some(new) = self.0.get(id) {
            *id = new.clone();
        }
    }
}

impl Sources {
    /// Adds the sources of a pathway, and says which have other ids now.
    pub(super) fn take(&mut self, pathway: &Pathway, conflicts: &mut Conflicts) -> Renamed {
        let mut renamed = BTreeMap::new();
        for source in pathway.sources() {
            let id = self.add(source, pathway, conflicts);
            if id != source.id {
                renamed.insert(source.id.clone(), id);
            }
        }
        Renamed(renamed)
    }

    pub(super) fn into_list(self) -> Vec<Source> {
        self.0.into_list()
    }

    /// Adds a source to the entry of its id. Where that is another work, it gets another id: what one study found
    /// must not stand under the name of another.
    fn add(&mut self, source: &Source, pathway: &Pathway, conflicts: &mut Conflicts) -> SourceId {
        let numbers = (2..).map(|n| SourceId::new(&numbered(source.id.as_str(), n)));
        let more = numbers.filter(|id| pathway.source(id).is_none());
        for id in std::iter::once(source.id.clone()).chain(more) {
            let Some(kept) = self.0.get_mut(&id) else {
                self.push(&id, source, conflicts);
                return id;
            };
            if same_work(kept, source) {
                join(kept, source, conflicts);
                return id;
            }
        }
        source.id.clone()
    }

    fn push(&mut self, id: &SourceId, source: &Source, conflicts: &mut Conflicts) {
        if let Some(first) = self.0.get(&source.id) {
            let other = format!("{} (now {id})", named(source));
            conflicts.add(ConflictKind::Source, source.id.as_str(), &named(first), &other);
        }
        self.0.push(id.clone(), Source { id: id.clone(), ..source.clone() });
    }
}

fn named(source: &Source) -> String {
    match &source.doi {
        Some(doi) => format!("{}, {doi}", source.title),
        None => source.title.clone(),
    }
}

/// Whether the title or an identifier says that these are one work.
fn same_work(kept: &Source, source: &Source) -> bool {
    let same = |one: &Option<String>, other: &Option<String>| {
        one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    };
    same_title(kept, source) || same(&kept.doi, &source.doi) || same(&kept.pmid, &source.pmid)
}

/// Whether the titles have the same letters; an entry without a title has any.
fn same_title(kept: &Source, source: &Source) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    kept.title.is_empty() || source.title.is_empty() || plain(&kept.title) == plain(&source.title)
}

/// Fills gaps of an entry from another one of the same work, and tells where the two differ.
fn join(kept: &mut Source, source: &Source, conflicts: &mut Conflicts) {
    let name = kept.id.clone();
    let fits = same_title(kept, source);
    // A remembered identifier must not fill a gap in an entry that was seen.
    if fits && source.citation <= kept.citation {
        for (gap, filler) in
            [(&mut kept.doi, &source.doi), (&mut kept.pmid, &source.pmid), (&mut kept.url, &source.url)]
        {
            *gap = gap.take().or_else(|| filler.clone());
        }
    }
    kept.kind = kept.kind.or(source.kind);
    for (gap, filler) in
        [(&mut kept.title, &source.title), (&mut kept.authors, &source.authors), (&mut kept.venue, &source.venue)]
    {
        if gap.is_empty() {
            gap.clone_from(filler);
        }
    }
    if kept.year == 0 {
        kept.year = source.year;
    }
    let known = |doi: &String| kept.doi.as_ref().is_some_and(|kept| kept.eq_ignore_ascii_case(doi));
    if !fits || !source.doi.as_ref().is_none_or(known) {
        conflicts.word(ConflictKind::Source, name.as_str(), &named(kept), &named(source));
    }
    let given = |text: &Option<String>| text.clone().unwrap_or_default();
    let year = |source: &Source| if source.year == 0 { String::new() } else { source.year.to_string() };
    let kind = |source: &Source| source.kind.map(|kind| kind.name().to_owned()).unwrap_or_default();
    for (field, first, other) in [
        ("kind", kind(kept), kind(source)),
        ("authors", kept.authors.clone(), source.authors.clone()),
        ("year", year(kept), year(source)),
        ("venue", kept.venue.clone(), source.venue.clone()),
        ("PubMed number", given(&kept.pmid), given(&source.pmid)),
        ("address", given(&kept.url), given(&source.url)),
        ("citation", kept.citation.name().to_owned(), source.citation.name().to_owned()),
    ] {
        if first != other && !other.is_empty() {
            let kept = if first.is_empty() { "none" } else { &first };
            let [kept, other] = [kept, &other].map(|text| format!("{field}: {text}"));
            conflicts.add(ConflictKind::Source, name.as_str(), &kept, &other);
        }
    }
    conflicts.extra(name.as_str(), &mut kept.extra, &source.extra);
}
