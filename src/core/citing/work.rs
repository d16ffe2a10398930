//! A work as formats tell of it, field by field, and the source that it becomes.

use super::{clean, identifiers::Numbers};
use crate::model::{Authors, Citation, Extra, Name, Source, SourceId, SourceKind, written::spelled};

/// A work; a field that nothing was said of is empty.
#[derive(Default)]
pub(super) struct Work {
    pub(super) kind: Option<SourceKind>,
    pub(super) authors: Vec<Name>,
    /// Whether there are more authors than are named.
    pub(super) others: bool,
    pub(super) editors: Vec<Name>,
    pub(super) year: i32,
    pub(super) title: String,
    /// The journal, the book, the site or the registry.
    pub(super) container: String,
    pub(super) volume: String,
    pub(super) issue: String,
    pub(super) pages: String,
    /// The publisher, the university or the institution.
    pub(super) publisher: String,
    pub(super) place: String,
    /// What sort of thesis it is.
    pub(super) genre: String,
    /// The number in a registry.
    pub(super) number: String,
    pub(super) note: String,
    /// Where it was published, as somebody wrote it, where that is not taken apart.
    pub(super) venue: String,
    pub(super) numbers: Numbers,
}

impl Work {
    /// The source, and what of it may be read otherwise.
    pub(super) fn source(mut self) -> (Source, Vec<String>) {
        // Where a page is the place of publication, people write its address there.
        let container = Numbers::of(&[self.container.clone()]);
        if !container.is_empty() {
            self.numbers.add(container);
            self.container.clear();
        }
        self.others |= self.note.contains("more authors than are named here");
        let mut remarks = Vec::new();
        let authors = self.people();
        let venue = if self.venue.is_empty() { self.place_of_publication() } else { self.venue.clone() };
        let kept = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let mut source = Source {
            id: SourceId::new(&base(&authors, &self.title, self.year)),
            authors,
            year: self.year,
            title: clean::title(&self.title),
            venue,
            doi: kept(&self.numbers.doi),
            pmid: kept(&self.numbers.pmid),
            url: self.numbers.address(),
            kind: None,
            citation: Citation::Unconfirmed,
            extra: Extra::new(),
        };
        // What the other fields tell needs no saying.
        if self.kind.is_some() && source.publication() != self.kind.map(|kind| (kind, true)) {
            source.kind = self.kind;
        }
        let read = source.author_list().names;
        let named = if self.authors.is_empty() { &self.editors } else { &self.authors };
        if !read.iter().map(Name::short).eq(named.iter().map(Name::short)) {
            remarks.push(format!("The authors are written as “{}”: check them.", source.authors));
        }
        let journal = source.journal();
        let is_journal = self.venue.is_empty() && matches!(self.kind, None | Some(SourceKind::Article));
        let lost = |said: &str, kept: Option<&String>| !said.is_empty() && kept.is_none_or(|kept| kept != said);
        if is_journal && (lost(&self.volume, journal.volume.as_ref()) || lost(&self.pages, journal.pages.as_ref())) {
            let (volume, pages) = (&self.volume, &self.pages);
            let said = [("volume", volume), ("pages", pages)].map(|(noun, text)| format!("{noun} “{text}”"));
            remarks.push(format!("Check where it was published, with {}.", said.join(" and ")));
        }
        (source, remarks)
    }

    fn people(&self) -> String {
        let named = |names: &[Name]| names.iter().map(|name| name.short().trim().to_owned()).collect::<Vec<_>>();
        let (mut people, role) = match self.authors.is_empty() {
            true if self.editors.len() > 1 && self.kind != Some(SourceKind::Chapter) => {
                (named(&self.editors), " (eds.)")
            }
            true if self.editors.len() == 1 && self.kind != Some(SourceKind::Chapter) => {
                (named(&self.editors), " (ed.)")
            }
            _ => (named(&self.authors), ""),
        };
        people.extend((self.others && !people.is_empty()).then(|| "et al.".to_owned()));
        people.join(", ") + role
    }

    fn place_of_publication(&self) -> String {
        let parts = |parts: &[&str], between: &str| {
            parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
        };
        let first =
            |texts: [&'_ str; 2]| texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned();
        let imprint = || parts(&[&self.place, &self.publisher], ": ");
        match self.kind {
            Some(SourceKind::Article | SourceKind::Preprint) | None => match self.container.as_str() {
                "" => imprint(),
                _ => self.journal(),
            },
            Some(SourceKind::Book | SourceKind::Report) => first([&imprint(), &self.container]),
            Some(SourceKind::Chapter) => self.chapter(&imprint()),
            Some(SourceKind::Thesis) => parts(&[&self.genre, &first([&self.publisher, &self.container])], ", "),
            Some(SourceKind::WebPage) => first([&self.container, &self.publisher]),
            Some(SourceKind::Trial) => parts(&[&self.container, &self.number], " "),
        }
    }

    /// `Nat Commun 16(1):8153`, or in words where a volume or pages are not said.
    fn journal(&self) -> String {
        // Shortened words without their dots, as PubMed writes them.
        let journal = self.container.replace(". ", " ");
        let mut text = journal.trim_end_matches('.').to_owned();
        if self.volume.is_empty() || self.pages.is_empty() {
            for (word, number) in [("vol.", &self.volume), ("no.", &self.issue), ("pp.", &self.pages)] {
                if !number.is_empty() {
                    text.extend([", ", word, " ", number.as_str()]);
                }
            }
        } else {
            let issue = if self.issue.is_empty() { String::new() } else { format!("({})", self.issue) };
            text.push_str(&format!(" {}{issue}:{}", self.volume, self.pages));
        }
        match self.remark() {
            Some(remark) => format!("{text} ({remark})"),
            None => text,
        }
    }

    /// Of a note what a reference list would say of the day: `online 18 Dec 2024`.
    fn remark(&self) -> Option<String> {
        const LONGEST: usize = 40;
        let own = ["citation not yet confirmed", "more authors than are named here"];
        let parts: Vec<&str> = self.note.split("; ").filter(|part| !own.contains(part)).collect();
        let remark = parts.join("; ");
        (remark.len() <= LONGEST && clean::year(&remark) > 0 && !remark.contains(['(', ')', ':'])).then_some(remark)
    }

    fn chapter(&self, imprint: &str) -> String {
        let mut text = "In:".to_owned();
        if !self.editors.is_empty() {
            let names: Vec<String> = self.editors.iter().map(Name::short).collect();
            let role = if names.len() == 1 { "editor" } else { "editors" };
            text.extend([" ", &names.join(", "), ", ", role, "."]);
        }
        let book = self.container.trim_end_matches('.');
        for part in [book, imprint] {
            if !part.is_empty() {
                text.extend([" ", part, "."]);
            }
        }
        if !self.pages.is_empty() {
            text.extend([" p. ", self.pages.as_str()]);
        }
        text.trim_end_matches('.').to_owned()
    }
}

/// An id as the bundled pathways have it: `kigar2025`, from the first author, or from the title where nobody is named.
fn base(authors: &str, title: &str, year: i32) -> String {
    const LONGEST: usize = 40;
    let letters = |text: &str| -> String { spelled(text).chars().filter(char::is_ascii_alphanumeric).collect() };
    let name = match Authors::read(authors).names.into_iter().next() {
        Some(Name::Person { family, .. }) => letters(&family),
        // A group by its first letters, of which those that are letters already stay: `ukectrg` for UK ECT Review Group.
        Some(Name::Literal(text)) if text.contains(' ') => {
            let acronym = |word: &str| !word.contains(char::is_lowercase);
            let first = |word: &str| word.chars().find(|c| c.is_uppercase()).map(String::from).unwrap_or_default();
            let short: String =
                text.split(' ').map(|word| if acronym(word) { word.to_owned() } else { first(word) }).collect();
            letters(&short)
        }
        Some(Name::Literal(text)) => letters(&text),
        None => title.split(' ').map(letters).find(|word| word.len() > 3).unwrap_or_default(),
    };
    let name = if name.is_empty() { "source".to_owned() } else { name.chars().take(LONGEST).collect() };
    if year > 0 { format!("{name}{year}") } else { name }
}
