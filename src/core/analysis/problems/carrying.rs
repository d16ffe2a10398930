//! Which grade evidence carries, where entries of one work count as one source.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;

use crate::model::{Evidence, Grade, Pathway, SourceId, ceiling};

/// What the evidence on the links of a pathway carries.
pub(crate) struct Carrying {
    /// For a source whose DOI or PubMed number an earlier one has: the first of them.
    twins: BTreeMap<SourceId, SourceId>,
}

impl Carrying {
    /// By the bibliography of a pathway.
    pub(crate) fn of(pathway: &Pathway) -> Self {
        Self { twins: twins(pathway) }
    }

    /// The heaviest grade that the evidence on a link carries.
    pub(crate) fn grade(&self, evidence: &[Evidence]) -> Grade {
        if !evidence.iter().any(|item| self.twins.contains_key(&item.source)) {
            return ceiling(evidence);
        }
        let mut evidence = evidence.to_vec();
        for item in &mut evidence {
            if let Some(first) = self.twins.get(&item.source) {
                item.source = first.clone();
            }
        }
        ceiling(&evidence)
    }
}

/// Every source that shares its DOI or PubMed number with an earlier one, and the first of them.
fn twins(pathway: &Pathway) -> BTreeMap<SourceId, SourceId> {
    let sources = pathway.sources();
    let (mut works, mut holders) = (UnionFind::new(sources.len()), BTreeMap::new());
    for (place, source) in sources.iter().enumerate() {
        for (field, number) in [("doi", &source.doi), ("pmid", &source.pmid)] {
            let number = number.as_ref().map(|number| number.trim().to_lowercase());
            if let Some(number) = number.filter(|number| !number.is_empty()) {
                works.union(*holders.entry((field, number)).or_insert(place), place);
            }
        }
    }
    let (mut firsts, mut twins) = (BTreeMap::new(), BTreeMap::new());
    for (place, source) in sources.iter().enumerate() {
        let first: &SourceId = firsts.entry(works.find(place)).or_insert(&source.id);
        if *first != source.id {
            twins.insert(source.id.clone(), first.clone());
        }
    }
    twins
}

/// Why evidence carries this grade and no higher one.
pub(crate) fn reason(highest: Grade) -> &'static str {
    match highest {
        Grade::A => "it has a meta-analysis, or trials in people from two sources",
        Grade::B => "it studies people, but has no meta-analysis of people, and no trials in people from two sources",
        Grade::C => "no direct study of people is among it",
        Grade::D | Grade::X => "no direct study is among it",
    }
}

/// What a grade asks for.
pub(crate) fn needs(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "a meta-analysis of people, or trials in people from two sources",
        Grade::B => "a direct study or a systematic review of people",
        Grade::C => "a direct study or a review",
        Grade::D | Grade::X => "nothing",
    }
}
