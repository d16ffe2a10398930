//! Sources: the bibliography.

use super::{Extra, SourceId};

/// One entry of the bibliography.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its stable name.
    pub id: SourceId,
    /// Authors as a reference list gives them.
    pub authors: String,
    /// Year of publication.
    pub year: i32,
    /// Title.
    pub title: String,
    /// Journal with volume and pages, or publisher.
    pub venue: String,
    /// Digital object identifier, without a host.
    pub doi: Option<String>,
    /// PubMed identifier.
    pub pmid: Option<String>,
    /// Another web address, http or https.
    pub url: Option<String>,
    /// Whether title and identifier were seen together.
    pub citation: Citation,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

impl Source {
    /// The entry in one line: `Kigar SL et al. 2025`.
    pub fn short(&self) -> String {
        let first = self.authors.split(',').next().unwrap_or_default().trim();
        let more = if self.authors.contains(',') { " et al." } else { "" };
        format!("{first}{more} {}", self.year)
    }

    /// The entry as a line of a reference list.
    pub fn reference(&self) -> String {
        let mut line = format!("{} ({}). {}. {}.", self.authors, self.year, self.title, self.venue);
        if let Some(doi) = &self.doi {
            line.push_str(" https://doi.org/");
            line.push_str(doi);
        }
        if self.citation == Citation::Unconfirmed {
            line.push_str(" [citation not yet confirmed]");
        }
        line
    }

    /// Web addresses that lead to the source, each with the host that will be opened.
    pub fn addresses(&self) -> Vec<String> {
        let doi = self.doi.iter().map(|doi| format!("https://doi.org/{doi}"));
        let pmid = self.pmid.iter().map(|pmid| format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/"));
        doi.chain(pmid).chain(self.url.iter().cloned()).collect()
    }
}

/// How sure the bibliography is of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Citation {
    /// Title and identifier were seen together.
    Confirmed,
    /// Remembered only; shown as not yet confirmed.
    Unconfirmed,
}

impl Citation {
    /// Both states.
    pub const ALL: [Self; 2] = [Self::Confirmed, Self::Unconfirmed];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "Confirmed",
            Self::Unconfirmed => "Unconfirmed",
        }
    }
}
