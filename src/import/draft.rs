//! What a foreign file says, before anybody has decided what its arrows mean.

use std::collections::BTreeMap;

use crate::{
    model::{Delay, Effect, Kind, Stance, one_line},
    notice::{Notice, NoticeKind, Spot},
};

/// A thing of a draft, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(pub usize);

/// An arrow of a draft, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArrowId(pub usize);

/// A word for what arrows do, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub usize);

/// A paper, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaperId(pub usize);

/// What a foreign file says. Readers fill it; it makes no pathway by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Its title, empty where the file has none: the name of the file stands for it.
    pub title: String,
    /// What the file says of itself.
    pub summary: String,
    /// Compartments, groups or pools that become lanes, first on top.
    pub lanes: Vec<String>,
    /// What may become nodes.
    pub things: Vec<Thing>,
    /// What may become links.
    pub arrows: Vec<Arrow>,
    /// What could not be kept, or was decided on the way.
    pub notices: Vec<Notice>,
    words: Vec<(String, Effect)>,
    papers: Vec<Paper>,
    known_lanes: BTreeMap<String, usize>,
    known_words: BTreeMap<String, WordId>,
    known_papers: BTreeMap<Paper, PaperId>,
}

/// Something that may become a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// What people see; where it is empty, its key stands for it.
    pub label: String,
    /// What the file calls it among its own: an id or a number.
    pub key: String,
    /// What sort of thing it is, where the file says it in a way that can be told.
    pub kind: Kind,
    /// Its lane, as a place in [`Draft::lanes`].
    pub lane: Option<usize>,
    /// What the file says of it.
    pub explanation: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Terms in public vocabularies: `hgnc:6018`.
    pub xrefs: Vec<String>,
    /// What else the file says of it, with the papers for it; each becomes a note.
    pub notes: Vec<(String, Vec<PaperId>)>,
    /// Its middle, in the file's own measure, with y downwards.
    pub at: Option<(f64, f64)>,
}

/// Where an arrow begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// On a thing.
    Thing(ThingId),
    /// On another arrow: it acts on an effect.
    Arrow(ArrowId),
    /// On nothing that the file has.
    Nothing,
}

/// At which ends an arrow has a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Heads {
    /// Where it leads to.
    #[default]
    To,
    /// At both: two links, and no sign is made of it.
    Both,
    /// At none: no direction is known.
    None,
}

/// Something that may become a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The cause.
    pub from: End,
    /// The effect.
    pub to: End,
    /// Its heads.
    pub heads: Heads,
    /// The file's word for what it does.
    pub word: WordId,
    /// What is written on it, where that is not its word.
    pub label: String,
    /// How long it takes, where the file says that.
    pub delay: Option<Delay>,
    /// What papers and sentences say for and against it.
    pub said: Vec<Said>,
    /// What else the file says of it; each is a sentence of its explanation.
    pub notes: Vec<String>,
    /// Where it stands.
    pub spot: Spot,
}

/// One piece of evidence as a file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The paper; a sentence without one becomes part of the explanation.
    pub paper: Option<PaperId>,
    /// The sentence, as the file has it.
    pub sentence: String,
    /// For or against.
    pub stance: Stance,
    /// Put forward as a hypothesis.
    pub hypothesis: bool,
    /// Which species, in plain words.
    pub species: Vec<String>,
    /// Where in the paper.
    pub locator: Option<String>,
}

impl Default for Said {
    fn default() -> Self {
        Self {
            paper: None,
            sentence: String::new(),
            stance: Stance::Supports,
            hypothesis: false,
            species: Vec::new(),
            locator: None,
        }
    }
}

/// A paper as a file names it; what is not said is empty. One identifier is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paper {
    /// The number in PubMed, digits only.
    pub pmid: String,
    /// The digital object identifier, without a host.
    pub doi: String,
    /// A web address.
    pub url: String,
    /// What else is known of it, as somebody would write it in a list: authors, title, journal and year.
    pub reference: String,
}

impl Paper {
    /// A paper by its number in PubMed; none, where that is no number.
    pub fn pmid(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text
            .get(5..)
            .filter(|_| text.get(..5).is_some_and(|p| p.eq_ignore_ascii_case("pmid:")))
            .unwrap_or(text)
            .trim();
        let is_number = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
        let text = text.trim_start_matches('0');
        (is_number && !text.is_empty()).then(|| Self { pmid: text.to_owned(), ..Self::default() })
    }
}

impl Draft {
    /// Adds a thing, of which only the label and the key are known yet.
    pub fn thing(&mut self, key: &str, label: &str) -> ThingId {
        self.things.push(Thing {
            label: label.to_owned(),
            key: key.to_owned(),
            kind: Kind::Other,
            lane: None,
            explanation: String::new(),
            aliases: Vec::new(),
            xrefs: Vec::new(),
            notes: Vec::new(),
            at: None,
        });
        ThingId(self.things.len() - 1)
    }

    /// The lane of that label, made where there is none yet.
    pub fn lane(&mut self, label: &str) -> usize {
        // Lanes may have been added by hand since, so that a place is looked at before it is believed.
        if let Some(found) =
            self.known_lanes.get(label).filter(|found| self.lanes.get(**found).is_some_and(|l| l == label))
        {
            return *found;
        }
        self.lanes.push(label.to_owned());
        self.known_lanes.insert(label.to_owned(), self.lanes.len() - 1);
        self.lanes.len() - 1
    }

    /// The file's word for what an arrow does, with the effect that it gets unless somebody says otherwise. The same word
    /// always has the same effect: what turns a sign is part of the word, as in `increases, of its degradation`.
    pub fn word(&mut self, word: &str, effect: Effect) -> WordId {
        if let Some(found) = self.known_words.get(word) {
            return *found;
        }
        let id = WordId(self.words.len());
        self.words.push((word.to_owned(), effect));
        self.known_words.insert(word.to_owned(), id);
        id
    }

    /// Adds an arrow with one head, of which nothing else is known yet.
    pub fn arrow(&mut self, from: End, to: End, word: WordId, spot: Spot) -> &mut Arrow {
        let place = self.arrows.len();
        self.arrows.push(Arrow {
            from,
            to,
            heads: Heads::To,
            word,
            label: String::new(),
            delay: None,
            said: Vec::new(),
            notes: Vec::new(),
            spot,
        });
        &mut self.arrows[place]
    }

    /// A paper; the same paper is one.
    pub fn paper(&mut self, paper: Paper) -> PaperId {
        if let Some(found) = self.known_papers.get(&paper) {
            return *found;
        }
        let id = PaperId(self.papers.len());
        self.papers.push(paper.clone());
        self.known_papers.insert(paper, id);
        id
    }

    /// Says what could not be kept, or what was decided, on one line whatever the file's own words in it are.
    pub fn notice(&mut self, kind: NoticeKind, spot: Spot, what: impl Into<String>) {
        self.notices.push(Notice { kind, spot, what: one_line(&what.into()) });
    }

    /// The words of the arrows, each with the effect that it gets unless somebody says otherwise.
    pub fn words(&self) -> &[(String, Effect)] {
        &self.words
    }

    /// The papers.
    pub fn papers(&self) -> &[Paper] {
        &self.papers
    }
}
