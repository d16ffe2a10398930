//! What a pasted text was taken for.

use crate::{
    grammar::list,
    model::{Source, SourceKind},
};

/// What stands in a pasted text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// The sources, in the order of the text; at least one.
    pub found: Vec<Recognised>,
    /// What of the text could not be read, in sentences.
    pub remarks: Vec<String>,
}

/// A source that was read off a pasted text.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// The source, its citation unconfirmed, under an id that [`free_id`](super::free_id) makes new in a pathway.
    pub source: Source,
    /// As what it was read.
    pub form: Form,
    /// What somebody must say before it is taken: a number alone may be anything.
    pub question: Option<String>,
    /// What was left out, or could be read otherwise, in sentences.
    pub remarks: Vec<String>,
}

/// The ways in which people hand a source on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A digital object identifier, bare or in an address.
    Doi,
    /// A PubMed number, with its name or in an address.
    Pmid,
    /// A number of PubMed Central.
    Pmcid,
    /// Another web address, perhaps with a title beside it.
    Address,
    /// An entry of BibTeX or BibLaTeX.
    Bibtex,
    /// A record of RIS.
    Ris,
    /// An item of CSL JSON.
    CslJson,
    /// A record in PubMed's own format.
    PubMed,
    /// A line of a reference list.
    Reference,
}

impl Form {
    /// The form in sentences.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Doi => "a DOI",
            Self::Pmid => "a PubMed number",
            Self::Pmcid => "a number of PubMed Central",
            Self::Address => "a web address",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL JSON",
            Self::PubMed => "PubMed's format",
            Self::Reference => "a line of a reference list",
        }
    }
}

impl Recognised {
    /// What a reference list would have and this lacks, as nouns.
    pub fn missing(&self) -> Vec<&'static str> {
        let source = &self.source;
        let is_page = source.publication().is_some_and(|(kind, _)| kind == SourceKind::WebPage);
        let leads_nowhere = source.doi.is_none() && source.pmid.is_none() && source.url.is_none();
        [
            (source.authors.is_empty(), "the authors"),
            (source.year == 0, "the year"),
            (source.title.is_empty(), "the title"),
            (source.venue.is_empty() && !is_page, "where it was published"),
            (leads_nowhere, "a DOI, a PubMed number or an address"),
        ]
        .into_iter()
        .filter_map(|(lacks, noun)| lacks.then_some(noun))
        .collect()
    }

    /// A sentence that says what is missing; nothing where all is there.
    pub fn lack(&self) -> Option<String> {
        let missing: Vec<String> = self.missing().into_iter().map(str::to_owned).collect();
        let read = self.form.noun();
        (!missing.is_empty()).then(|| format!("Read as {read}; what it does not say: {}.", list(&missing)))
    }
}
