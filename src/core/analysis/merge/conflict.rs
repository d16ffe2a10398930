//! Conflicts: what two pathways say differently of the same thing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use crate::model::{Extra, LevelText};

/// Something that two pathways say differently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// What differs.
    pub what: ConflictKind,
    /// The node, link, lane or source that it is said of, by its id in the merged pathway.
    pub id: String,
    /// What stays.
    pub kept: String,
    /// What does not.
    pub other: String,
    /// The pathway that does not agree with those before it.
    pub from: String,
}

/// What two pathways can differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// What is said of the pathway as a whole.
    About,
    /// What a lane is called.
    LaneLabel,
    /// What a node is called.
    Label,
    /// What sort of thing a node is.
    Kind,
    /// Which lane a node lies in.
    Lane,
    /// Where a node is pinned.
    Pin,
    /// What is said of a node; told once for each node.
    Explanation,
    /// What a link does.
    Effect,
    /// How much evidence a link has; the more cautious grade stays.
    Grade,
    /// Why a link holds; told once for each link.
    LinkExplanation,
    /// How long a link takes.
    Delay,
    /// Under which conditions a link was seen.
    HoldsWhen,
    /// What the popular article says of a link.
    Popular,
    /// That a search found no source for a link, where another pathway has one.
    NoSource,
    /// How a study was made or who was studied, for the same finding.
    Evidence,
    /// Which nodes the link of an id joins; the other link gets another id.
    Ends,
    /// A field of a source.
    Source,
    /// A field that this version does not know.
    Extra,
}

impl ConflictKind {
    /// The words before the id in a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::About => "the pathway",
            Self::LaneLabel => "the name of the lane",
            Self::Label => "the name of",
            Self::Kind => "the kind of",
            Self::Lane => "the lane of",
            Self::Pin => "the pin of",
            Self::Explanation => "the explanation of",
            Self::Effect => "the effect of the link",
            Self::Grade => "the grade of the link",
            Self::LinkExplanation => "the explanation of the link",
            Self::Delay => "the delay of the link",
            Self::HoldsWhen => "the condition of the link",
            Self::Popular => "the popular reading of the link",
            Self::NoSource => "whether a source was found for the link",
            Self::Evidence => "the evidence of the link",
            Self::Ends => "what is meant by the link",
            Self::Source => "the source",
            Self::Extra => "an unknown field of",
        }
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} “{}” differs in “{}”: ", self.what.words(), self.id, self.from)?;
        if matches!(self.what, ConflictKind::Explanation | ConflictKind::LinkExplanation) {
            return f.write_str("the first is kept");
        }
        let [kept, other] = [&self.kept, &self.other].map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        if kept == other {
            return write!(f, "the first, “{}”, is kept; only the spaces differ", line(&kept));
        }
        let (mut ends, start) = ([line(&kept), line(&other)], differs_from(&kept, &other));
        if ends[0] == ends[1] {
            // The long beginning is the same: what stands there would tell nothing.
            ends = [&kept, &other].map(|text| format!("…{}", line(text.get(start..).unwrap_or_default())));
        }
        write!(f, "“{}” is kept, not “{}”", ends[0], ends[1])
    }
}

/// The byte at which the word begins in which two texts differ first.
fn differs_from(one: &str, other: &str) -> usize {
    let same: usize = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    one.get(..same).and_then(|start| start.rfind(' ')).map_or(0, |space| space + 1)
}

/// A text in one line of bounded length.
fn line(words: &str) -> String {
    const LONGEST: usize = 100;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

/// Conflicts as they are met, each once.
#[derive(Default)]
pub(super) struct Conflicts {
    list: Vec<Conflict>,
    seen: BTreeSet<Conflict>,
    explained: BTreeSet<(ConflictKind, String)>,
    from: String,
}

impl Conflicts {
    /// Names the pathway that is compared from here on.
    pub(super) fn now_from(&mut self, pathway: &str) {
        pathway.clone_into(&mut self.from);
    }

    pub(super) fn into_list(self) -> Vec<Conflict> {
        self.list
    }

    pub(super) fn add(&mut self, what: ConflictKind, id: &str, kept: &str, other: &str) {
        let once = matches!(what, ConflictKind::Explanation | ConflictKind::LinkExplanation);
        if once && !self.explained.insert((what, id.to_owned())) {
            return;
        }
        let [id, kept, other] = [id, kept, other].map(str::to_owned);
        let conflict = Conflict { what, id, kept, other, from: self.from.clone() };
        if self.seen.insert(conflict.clone()) {
            self.list.push(conflict);
        }
    }

    /// Compares two words; the first stays.
    pub(super) fn word(&mut self, what: ConflictKind, id: &str, kept: &str, other: &str) {
        if kept != other {
            self.add(what, id, kept, other);
        }
    }

    /// Compares two texts; the first that is not empty stays.
    pub(super) fn text(&mut self, what: ConflictKind, id: &str, kept: &mut String, other: &str) {
        if kept.is_empty() {
            other.clone_into(kept);
        } else if !other.is_empty() {
            self.word(what, id, kept, other);
        }
    }

    /// Adds texts for levels that have none yet; of two for one level the first stays.
    pub(super) fn levels(&mut self, what: ConflictKind, id: &str, kept: &mut Vec<LevelText>, more: &[LevelText]) {
        for text in more {
            match kept.iter_mut().find(|old| old.level == text.level) {
                Some(old) => {
                    self.text(what, id, &mut old.text, &text.text);
                    self.extra(id, &mut old.extra, &text.extra);
                }
                None => kept.push(text.clone()),
            }
        }
    }

    /// Compares two values that may be missing; the first that is there and not empty stays.
    pub(super) fn option<T: Clone + PartialEq>(
        &mut self,
        what: ConflictKind,
        id: &str,
        (kept, other): (&mut Option<T>, &Option<T>),
        words: impl Fn(&T) -> &str,
    ) {
        let Some(new) = other.as_ref().filter(|new| !words(new).is_empty()) else { return };
        match kept.as_ref().map(&words).filter(|old| !old.is_empty()) {
            Some(old) => self.word(what, id, old, words(new)),
            None => *kept = Some(new.clone()),
        }
    }

    /// Adds fields of a newer version; of two with the same name the first stays.
    pub(super) fn extra(&mut self, id: &str, kept: &mut Extra, more: &Extra) {
        let exact: BTreeSet<_> = kept.iter().cloned().collect();
        let mut place = BTreeMap::new();
        for (at, (name, _)) in kept.iter().enumerate() {
            place.entry(name.clone()).or_insert(at);
        }
        for field in more.iter().filter(|field| !exact.contains(field)) {
            let at = *place.entry(field.0.clone()).or_insert(kept.len());
            match kept.get(at) {
                Some((name, text)) => {
                    let line = |text: &str| format!("{name}: {text}");
                    self.word(ConflictKind::Extra, id, &line(text), &line(&field.1));
                }
                None => kept.push(field.clone()),
            }
        }
    }
}
