//! Writes sentences and numbers the sources that they cite.

use std::collections::BTreeMap;

use super::{Prose, Sentence};
use crate::model::{Citation, LinkId, NodeId, Pathway, Reading, SourceId};

/// Prose in the making.
pub(super) struct Writer<'a> {
    pub(super) pathway: &'a Pathway,
    pub(super) reading: Reading,
    prose: Prose,
    numbers: BTreeMap<SourceId, usize>,
    /// What the sentence that is being written has cited so far.
    cites: Vec<usize>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(pathway: &'a Pathway, reading: Reading) -> Self {
        Self { pathway, reading, prose: Prose::default(), numbers: BTreeMap::new(), cites: Vec::new() }
    }

    /// The numbers of sources in brackets, with a space before: ` [1, 2 (not confirmed)]`; nothing where there are none.
    pub(super) fn cite<'b>(&mut self, sources: impl IntoIterator<Item = &'b SourceId>) -> String {
        let mut cited: Vec<(usize, bool)> = sources.into_iter().map(|id| self.number(id)).collect();
        cited.sort_unstable();
        cited.dedup();
        self.cites.extend(cited.iter().map(|(number, _)| number));
        let mark = |&(number, sure): &(usize, bool)| {
            if sure { number.to_string() } else { format!("{number} (not confirmed)") }
        };
        let marks: Vec<String> = cited.iter().map(mark).collect();
        if marks.is_empty() { String::new() } else { format!(" [{}]", marks.join(", ")) }
    }

    /// The number of a source, and whether its citation is confirmed.
    fn number(&mut self, id: &SourceId) -> (usize, bool) {
        let source = self.pathway.source(id);
        let sure = source.is_none_or(|source| source.citation == Citation::Confirmed);
        if let Some(&number) = self.numbers.get(id) {
            return (number, sure);
        }
        let line = source.map_or_else(|| format!("{id} (no record of this source)"), |source| source.reference());
        self.prose.references.push(line);
        let number = self.prose.references.len();
        self.numbers.insert(id.clone(), number);
        (number, sure)
    }

    /// Ends a sentence.
    pub(super) fn say(&mut self, text: String, link: Option<&LinkId>, nodes: Vec<NodeId>) {
        let mut cites = std::mem::take(&mut self.cites);
        cites.sort_unstable();
        cites.dedup();
        self.prose.sentences.push(Sentence { text, link: link.cloned(), nodes, cites });
    }

    pub(super) fn finish(self) -> Prose {
        self.prose
    }
}
