//! What sort of publication a source is.

use super::{host::stands_in_a_book, venue::Venue};

/// What sort of publication a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// An article in a journal.
    Article,
    /// A book.
    Book,
    /// A chapter in a book: its venue is `In: ...`.
    Chapter,
    /// A page on the web.
    WebPage,
    /// The registration of a trial.
    Trial,
    /// A thesis.
    Thesis,
    /// A manuscript on a server, before a journal has it.
    Preprint,
    /// A report of an institution.
    Report,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Article,
        Self::Book,
        Self::Chapter,
        Self::WebPage,
        Self::Trial,
        Self::Thesis,
        Self::Preprint,
        Self::Report,
    ];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "Article",
            Self::Book => "Book",
            Self::Chapter => "Chapter",
            Self::WebPage => "WebPage",
            Self::Trial => "Trial",
            Self::Thesis => "Thesis",
            Self::Preprint => "Preprint",
            Self::Report => "Report",
        }
    }

    /// The word in sentences.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Article => "an article in a journal",
            Self::Book => "a book",
            Self::Chapter => "a chapter in a book",
            Self::WebPage => "a page on the web",
            Self::Trial => "the registration of a trial",
            Self::Thesis => "a thesis",
            Self::Preprint => "a preprint",
            Self::Report => "a report",
        }
    }
}

/// Fields that tell what sort of publication a source is.
pub(super) struct Clues<'a> {
    pub(super) venue: &'a Venue,
    pub(super) doi: Option<&'a str>,
    pub(super) pmid: Option<&'a str>,
    pub(super) url: Option<&'a str>,
}

const PREPRINTS: [&str; 8] =
    ["biorxiv", "medrxiv", "arxiv", "psyarxiv", "ssrn", "research square", "preprints.org", "osf preprints"];
const PUBLISHERS: [&str; 22] = [
    "press",
    "publisher",
    "publishers",
    "publishing",
    "publications",
    "verlag",
    "books",
    "springer",
    "elsevier",
    "wiley",
    "routledge",
    "penguin",
    "mcgraw-hill",
    "sage",
    "karger",
    "thieme",
    "palgrave",
    "macmillan",
    "blackwell",
    "norton",
    "oup",
    "cup",
];
const THESES: [&str; 4] = ["thesis", "dissertation", "habilitation", "doctoral"];
const REPORTS: [&str; 4] = ["report", "guideline", "white paper", "working paper"];

/// What sort of publication fields tell of, and whether that is more than a guess; nothing, where nothing tells.
pub(super) fn guessed(clues: &Clues<'_>) -> Option<(SourceKind, bool)> {
    let whole = clues.venue.journal.to_lowercase();
    let is_word = |words: &[&str]| whole.split(|c: char| !c.is_alphanumeric() && c != '-').any(|w| words.contains(&w));
    let holds = |words: &[&str]| words.iter().any(|word| whole.contains(word));
    let in_journal = clues.venue.is_taken_apart();
    let address = clues.url.unwrap_or_default();
    if trial_number(&clues.venue.journal).or_else(|| trial_number(address)).is_some() && !in_journal {
        return Some((SourceKind::Trial, true));
    }
    // The first that holds.
    let sure = [
        (stands_in_a_book(&clues.venue.journal), SourceKind::Chapter),
        (in_journal, SourceKind::Article),
        (holds(&PREPRINTS), SourceKind::Preprint),
        (holds(&THESES), SourceKind::Thesis),
        (clues.pmid.is_some() && !whole.is_empty(), SourceKind::Article),
        (is_word(&PUBLISHERS), SourceKind::Book),
        (holds(&REPORTS), SourceKind::Report),
        (clues.doi.is_some() && !whole.is_empty(), SourceKind::Article),
        (clues.url.is_some() && clues.doi.is_none() && clues.pmid.is_none(), SourceKind::WebPage),
    ];
    let sure = sure.into_iter().find(|(holds, _)| *holds).map(|(_, kind)| (kind, true));
    sure.or_else(|| (!whole.is_empty()).then_some((SourceKind::Article, false)))
}

/// The number of a trial in a registry that a text holds: `NCT02362529`, `ISRCTN12345678`.
pub(crate) fn trial_number(text: &str) -> Option<&str> {
    const REGISTRIES: [&str; 6] = ["NCT", "ISRCTN", "ACTRN", "DRKS", "ChiCTR", "EudraCT"];
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.into_iter().find(|word| {
        let number = REGISTRIES.iter().find_map(|name| word.strip_prefix(name));
        number.is_some_and(|n| n.len() >= 8 && n.bytes().all(|b| b.is_ascii_alphanumeric()))
    })
}
