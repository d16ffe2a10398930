//! Papers become sources, whose citations are unconfirmed.

use super::ids::Ids;
use crate::{
    citing,
    draft::{Paper, PaperId},
    model::{Citation, Source, SourceId, notation::id_from},
};

/// The papers of a draft, and which of them something cites.
pub(super) struct Papers {
    sources: Vec<Source>,
    /// Of each paper its source: two papers may be one work.
    of: Vec<usize>,
    /// The ids of those that something cites.
    ids: Vec<Option<SourceId>>,
    free: Ids,
}

impl Papers {
    pub(super) fn new(papers: &[Paper]) -> Self {
        let mut by_pmid = std::collections::BTreeMap::new();
        let mut by_doi = std::collections::BTreeMap::new();
        let (mut sources, mut of): (Vec<Source>, Vec<usize>) = Default::default();
        for paper in papers {
            let doi = paper.doi.to_ascii_lowercase();
            let known = by_pmid.get(&paper.pmid).filter(|_| !paper.pmid.is_empty()).copied();
            let known = known.or_else(|| by_doi.get(&doi).filter(|_| !doi.is_empty()).copied());
            let place = known.unwrap_or(sources.len());
            if !paper.pmid.is_empty() {
                by_pmid.entry(paper.pmid.clone()).or_insert(place);
            }
            if !doi.is_empty() {
                by_doi.entry(doi).or_insert(place);
            }
            match known {
                Some(known) => complete(&mut sources[known], paper),
                None => sources.push(source(paper)),
            }
            of.push(place);
        }
        let count = sources.len();
        Self { sources, of, ids: vec![None; count], free: Ids::default() }
    }

    /// The id under which a paper will stand among the sources, and that it is cited.
    pub(super) fn cite(&mut self, paper: PaperId) -> SourceId {
        let place = self.of[paper.0];
        let source = &self.sources[place];
        let free = &mut self.free;
        self.ids[place].get_or_insert_with(|| SourceId::new(&free.free(source.id.as_str()))).clone()
    }

    /// The sources that something cites, and how many papers nothing does.
    pub(super) fn sources(self) -> (Vec<Source>, usize) {
        let uncited = self.ids.iter().filter(|id| id.is_none()).count();
        let cited = self.sources.into_iter().zip(self.ids);
        let sources = cited.filter_map(|(source, id)| id.map(|id| Source { id, ..source })).collect();
        (sources, uncited)
    }
}

/// A paper as a source: its reference is read as somebody's paste would be.
fn source(paper: &Paper) -> Source {
    let read = Some(paper.reference.trim()).filter(|text| !text.is_empty());
    let read = read.and_then(|text| citing::recognise(text).ok()).and_then(|pasted| pasted.found.into_iter().next());
    let bare = Source {
        id: SourceId::new(""),
        authors: String::new(),
        year: 0,
        title: crate::model::one_line(&paper.reference),
        venue: String::new(),
        doi: None,
        pmid: None,
        url: None,
        kind: None,
        citation: Citation::Unconfirmed,
        extra: Vec::new(),
    };
    let mut source = read.map_or(bare, |read| read.source);
    source.citation = Citation::Unconfirmed;
    complete(&mut source, paper);
    source.id = SourceId::new(&base(&source));
    source
}

/// Fills in the identifiers that a source lacks and a paper has.
fn complete(source: &mut Source, paper: &Paper) {
    for (place, found) in
        [(&mut source.pmid, &paper.pmid), (&mut source.doi, &paper.doi), (&mut source.url, &paper.url)]
    {
        if place.is_none() && !found.is_empty() {
            *place = Some(found.clone());
        }
    }
}

/// What its id is made of: its own where it was read off a reference, else its number.
fn base(source: &Source) -> String {
    let number = source.pmid.as_ref().map(|pmid| format!("pmid{pmid}"));
    let known = Some(source.id.as_str()).filter(|id| !id.is_empty() && !source.authors.is_empty()).map(str::to_owned);
    let doi = || source.doi.as_deref().map(id_from);
    let rest = || id_from(source.url.as_deref().unwrap_or(&source.title)).chars().take(40).collect();
    known.or(number).or_else(doi).unwrap_or_else(rest)
}
