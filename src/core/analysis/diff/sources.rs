//! Two pathways side by side: what each is called, and which of their sources are the same paper: those of one id, and
//! those of one DOI under ids of their own.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Pathway, SourceId};

/// Both pathways, with what they are called in sentences, and which of their sources are the same paper.
pub(super) struct Sides<'a> {
    pub(super) before: &'a Pathway,
    pub(super) after: &'a Pathway,
    pub(super) first: String,
    pub(super) second: String,
    pub(super) papers: SamePapers<'a>,
}

impl<'a> Sides<'a> {
    pub(super) fn new(before: &'a Pathway, after: &'a Pathway) -> Self {
        let (one, other) = (before.about().title.trim(), after.about().title.trim());
        let [first, second] = if one == other || one.is_empty() || other.is_empty() {
            ["the first pathway", "the second pathway"].map(str::to_owned)
        } else {
            [one, other].map(|title| format!("“{title}”"))
        };
        Self { before, after, first, second, papers: SamePapers::new(before, after) }
    }
}

/// Sources of the earlier pathway by the ids that they have in the later one.
pub(super) struct SamePapers<'a> {
    renamed: BTreeMap<&'a SourceId, &'a SourceId>,
}

impl<'a> SamePapers<'a> {
    pub(super) fn new(before: &'a Pathway, after: &'a Pathway) -> Self {
        let (old, new) = (own_dois(before, after), own_dois(after, before));
        Self { renamed: old.iter().filter_map(|(doi, &id)| Some((id, *new.get(doi)?))).collect() }
    }

    /// The id that a source of the earlier pathway has in the later one.
    pub(super) fn later<'b>(&'b self, id: &'b SourceId) -> &'b SourceId {
        self.renamed.get(id).copied().unwrap_or(id)
    }
}

/// The sources that only `pathway` has, by DOI; the first of several.
fn own_dois<'a>(pathway: &'a Pathway, other: &Pathway) -> BTreeMap<String, &'a SourceId> {
    let shared: BTreeSet<&SourceId> = other.sources().iter().map(|source| &source.id).collect();
    let mut own: Vec<_> = pathway.sources().iter().filter(|source| !shared.contains(&source.id)).collect();
    own.sort_by(|a, b| a.id.cmp(&b.id));
    let mut dois = BTreeMap::new();
    for source in own {
        if let Some(doi) = &source.doi {
            dois.entry(doi.to_lowercase()).or_insert(&source.id);
        }
    }
    dois
}
