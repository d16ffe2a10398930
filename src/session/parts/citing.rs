//! A source that is being added: what was pasted, what was recognised in it, and what of that is here already.

use crate::{
    citing::{Gap, Recognised, gaps, recognise, same_as},
    editing::same_work,
    model::{LinkId, Pathway, SourceId},
};

/// A source that is being added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewSource {
    /// What is typed or pasted.
    pub text: String,
    /// The link that is to cite it.
    pub link: Option<LinkId>,
    /// What was recognised in it.
    pub found: Vec<Found>,
    /// In sentences, what could not be read; why nothing could.
    pub remarks: Vec<String>,
}

/// A source that was recognised.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The source.
    pub recognised: Recognised,
    /// The same work, where the pathway has it.
    pub known: Option<SourceId>,
    /// What that lacks and this says.
    pub gaps: Vec<Gap>,
    /// Whether those gaps are to be filled.
    pub fills: bool,
}

impl NewSource {
    /// Nothing yet, for a link or for the bibliography alone.
    pub(crate) fn of(link: Option<LinkId>) -> Self {
        Self { link, ..Self::default() }
    }

    /// Reads another text.
    pub(crate) fn read(&mut self, text: String, pathway: &Pathway) {
        (self.found, self.remarks) = (Vec::new(), Vec::new());
        if !text.trim().is_empty() {
            match recognise(&text) {
                Ok(pasted) => {
                    self.found = pasted.found.into_iter().map(|recognised| Found::of(recognised, pathway)).collect();
                    self.remarks = pasted.remarks;
                }
                Err(why) => self.remarks.push(why),
            }
        }
        self.text = text;
    }

    /// Fills the gaps of a source that is here already, or not, by its place among those that were recognised.
    pub(crate) fn fill(&mut self, at: usize, fills: bool) {
        if let Some(found) = self.found.get_mut(at) {
            found.fills = fills;
        }
    }
}

impl Found {
    fn of(recognised: Recognised, pathway: &Pathway) -> Self {
        let source = &recognised.source;
        let known = same_as(pathway, source).or_else(|| same_work(pathway, source).map(|known| known.id.clone()));
        let kept = known.as_ref().and_then(|known| pathway.source(known));
        let gaps = kept.map(|kept| gaps(kept, source)).unwrap_or_default();
        Self { recognised, known, gaps, fills: true }
    }
}
