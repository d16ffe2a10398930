//! The sources of a pathway: brought as people hand them on, then completed and confirmed where they are cited.

use egui::{Event, Key};
use pathlight::{
    formats::bibliography::{bibtex, csl_json, ris},
    model::{Citation, Source, SourceId},
    words::{commands, details, forms, outline},
};

use super::{author::Author, hand::Hand};

impl Author<'_> {
    /// Brings every source, in the order of the file: the first ones each in another way, the others as one bibliography.
    pub(crate) fn brings_sources(&mut self) {
        let sources: Vec<&Source> = self.of.sources().iter().map(|source| &**source).collect();
        let (first, others) = sources.split_at(sources.len().min(6));
        for (number, source) in first.iter().enumerate() {
            let doi = source.doi.clone().expect("it has one");
            let one = &[*source][..];
            match number {
                0 => self.brings(&doi, false),
                1 => self.brings(&source.pmid.as_ref().map_or(doi, |pmid| format!("PMID: {pmid}")), false),
                2 => self.brings(&source.reference(), false),
                3 => self.brings(&ris(one), true),
                4 => self.brings(&csl_json(one), true),
                _ => self.brings(&format!("https://doi.org/{doi}"), true),
            }
        }
        if !others.is_empty() {
            self.brings(&bibtex(others), true);
        }
        assert_eq!(self.hand.pathway().sources().len(), sources.len(), "{}", self.hand.said());
    }

    /// Adds what a text is of, typed or pasted.
    fn brings(&mut self, text: &str, pasted: bool) {
        if self.hand.by_mouse {
            self.hand.clicks_there(outline::SOURCES);
            self.hand.clicks_there(commands::ADD_SOURCE);
            self.hand.clicks_there(forms::PASTED);
            if pasted {
                self.hand.clicks_there(forms::PASTE);
                self.hand.gives_clipboard(text);
            } else {
                self.hand.types_lines(text);
            }
            self.hand.clicks_there(forms::TAKE);
        } else {
            self.hand.runs(commands::ADD_SOURCE);
            if pasted {
                self.hand.events([Event::Paste(text.to_owned())]);
            } else {
                self.hand.types_lines(text);
            }
            self.hand.key(Key::Enter);
        }
        assert!(self.hand.session().new_source().is_none(), "{text}: {}", self.hand.said());
    }

    /// Chooses a source among all of the pathway.
    pub(crate) fn picks_source(&mut self, name: &str, source: &SourceId) {
        let at = self.place_of(source);
        let rows: Vec<String> = self.hand.pathway().sources().iter().map(|source| source.short()).collect();
        self.hand.picks(name, &rows, at);
    }

    /// Where a source stands in the file, and in what is written.
    fn place_of(&self, source: &SourceId) -> usize {
        self.of.sources().iter().position(|other| other.id == *source).expect("it is there")
    }

    /// Goes to a source from where it was cited, unless that was done before; mends what was not brought as it is said here,
    /// confirms it, and goes back.
    pub(crate) fn confirms_source(&mut self, source: &SourceId, way: impl Fn(&str) -> String) {
        let at = self.place_of(source);
        if self.hand.pathway().sources()[at].citation == Citation::Confirmed {
            return;
        }
        let way = way(&short(&self.hand, at));
        self.hand.pushes(&way);
        self.writes_source(at);
        if self.hand.by_mouse {
            self.hand.clicks_there(details::BACK);
        } else {
            self.hand.pushes(details::BACK);
        }
    }

    fn writes_source(&mut self, at: usize) {
        let wanted = &*self.of.sources()[at];
        let made = Source::clone(&self.hand.pathway().sources()[at]);
        if made.kind != wanted.kind {
            let told = Source { kind: None, ..made.clone() }.publication().map(|(kind, _)| kind.noun());
            let row = wanted.kind.map_or_else(|| forms::told_kind(told), |kind| kind.noun().to_owned());
            let name = forms::named(forms::PUBLICATION, &short(&self.hand, at));
            self.hand.picks(&name, &[row], 0);
        }
        let year = |source: &Source| if source.year == 0 { String::new() } else { source.year.to_string() };
        let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
        for (field, made, wanted) in [
            (forms::AUTHORS, made.authors.clone(), wanted.authors.clone()),
            (forms::YEAR, year(&made), year(wanted)),
            (forms::TITLE, made.title.clone(), wanted.title.clone()),
            (forms::VENUE, made.venue.clone(), wanted.venue.clone()),
            (forms::DOI, or_none(&made.doi), or_none(&wanted.doi)),
            (forms::PMID, or_none(&made.pmid), or_none(&wanted.pmid)),
            (forms::URL, or_none(&made.url), or_none(&wanted.url)),
        ] {
            if made != wanted {
                let name = forms::named(field, &short(&self.hand, at));
                self.hand.fills(&name, &wanted);
                if field == forms::YEAR {
                    // A number is written when its field is left, and all fields are called after the year.
                    self.leaves();
                }
            }
        }
        let confirmed = forms::named(forms::CONFIRMED, &short(&self.hand, at));
        self.hand.pushes(&confirmed);
        assert_eq!(self.hand.pathway().sources()[at].citation, Citation::Confirmed, "{}", self.hand.said());
    }

    fn leaves(&mut self) {
        if self.hand.by_mouse {
            self.hand.clicks_there(forms::A_SOURCE);
        } else {
            self.hand.key(Key::Tab);
        }
    }
}

/// What the fields of a source are of, as it is written now.
fn short(hand: &Hand, at: usize) -> String {
    hand.pathway().sources()[at].short()
}
