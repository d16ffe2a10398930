//! Sources: the bibliography.

use super::{
    Extra, SourceId,
    authors::{Authors, authors},
    host::{Host, host},
    imprint::{Imprint, imprint},
    name::Name,
    publication::{Clues, SourceKind, guessed, trial_number},
    venue::{Venue, venue},
};

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
    /// What sort of publication it is; where it is not said, the other fields tell.
    pub kind: Option<SourceKind>,
    /// Whether title and identifier were seen together.
    pub citation: Citation,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

impl Source {
    /// The entry in one line: `Kigar SL et al. 2025`; without authors its title stands for them, without either its id.
    pub fn short(&self) -> String {
        let authors = self.author_list();
        let more = if authors.names.len() > 1 || authors.others { " et al." } else { "" };
        let title = Some(self.title.trim()).filter(|title| !title.is_empty());
        let name = match (authors.names.first().map(Name::short).filter(|name| !name.is_empty()), title) {
            (Some(first), _) => format!("{first}{more}"),
            (None, title) => title.unwrap_or(self.id.as_str()).to_owned(),
        };
        if self.year > 0 { format!("{name} {}", self.year) } else { name }
    }

    /// The authors, one by one.
    pub fn author_list(&self) -> Authors {
        authors(&self.authors)
    }

    /// The venue as that of an article, taken apart.
    pub fn journal(&self) -> Venue {
        venue(&self.venue)
    }

    /// The venue as that of a book: who brought it out, and where.
    pub fn imprint(&self) -> Imprint {
        imprint(&self.venue)
    }

    /// The venue as the book that a chapter stands in.
    pub fn host(&self) -> Host {
        host(&self.venue)
    }

    /// The number that the registration of a trial has in its registry, where the venue or the address holds one.
    pub fn trial_number(&self) -> Option<&str> {
        trial_number(&self.venue).or_else(|| trial_number(self.url.as_deref().unwrap_or_default()))
    }

    /// What sort of publication it is, and whether that is more than a guess: as its `kind` says, or else as its other
    /// fields tell; nothing, where nothing tells.
    pub fn publication(&self) -> Option<(SourceKind, bool)> {
        let venue = self.journal();
        let [doi, pmid, url] = [&self.doi, &self.pmid, &self.url].map(Option::as_deref);
        self.kind.map(|kind| (kind, true)).or_else(|| guessed(&Clues { venue: &venue, doi, pmid, url }))
    }

    /// Who wrote what when and where, as a line of a reference list without addresses: what is missing is left out,
    /// and an entry that says none of this goes by its id.
    pub fn work(&self) -> String {
        let year = if self.year > 0 { format!("({})", self.year) } else { String::new() };
        let who = format!("{} {year}", self.authors.trim());
        let said = [who.as_str(), &self.title, &self.venue].map(str::trim).into_iter().filter(|part| !part.is_empty());
        let line = said.map(|part| format!("{part}{}", if part.ends_with(['.', '?', '!', '…']) { "" } else { "." }));
        let line = line.collect::<Vec<_>>().join(" ");
        if line.is_empty() { format!("{}.", self.id) } else { line }
    }

    /// The entry as a line of a reference list.
    pub fn reference(&self) -> String {
        let mut line = self.work();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(authors: &str, year: i32, title: &str, venue: &str) -> Source {
        let [authors, title, venue] = [authors, title, venue].map(str::to_owned);
        let (doi, pmid, url, kind) = (None, None, None, None);
        let (citation, extra) = (Citation::Confirmed, Extra::new());
        Source { id: SourceId::new("s"), authors, year, title, venue, doi, pmid, url, kind, citation, extra }
    }

    #[test]
    fn what_an_entry_lacks_leaves_no_trace() {
        for (entry, reference, short) in [
            (entry("Doe J", 2020, "Sleep", "Nature"), "Doe J (2020). Sleep. Nature.", "Doe J 2020"),
            (entry("", 0, "Why?", ""), "Why?", "Why?"),
            (entry("", 2020, "Sleep.", ""), "(2020). Sleep.", "Sleep. 2020"),
            (entry("Doe J.", 0, "", "Nature"), "Doe J. Nature.", "Doe J"),
            (entry("", 0, "", ""), "s.", "s"),
        ] {
            assert_eq!((entry.reference().as_str(), entry.short().as_str()), (reference, short));
        }
        let with_doi = Source { doi: Some("10.1/x".into()), ..entry("", 0, "S", "") };
        assert_eq!(with_doi.reference(), "S. https://doi.org/10.1/x");
    }
}
