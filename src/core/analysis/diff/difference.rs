//! What two pathways differ in, as records.

use super::Matching;
use crate::model::{Effect, Grade, Kind, LaneId, LinkId, NodeId, SourceId, TourId};

/// What two pathways differ in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// Nodes first, then links, lanes, sources, tours and what is said of the whole; of each what only the first
    /// pathway has, then everything in the order of the second.
    pub differences: Vec<Difference>,
    /// What was taken to be the same.
    pub matching: Matching,
}

impl Diff {
    /// Whether a reader would see no difference.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub what: What,
    /// The thing in the first pathway; `None` where only the second has it.
    pub before: Option<Item>,
    /// The thing in the second pathway; `None` where only the first has it.
    pub after: Option<Item>,
    /// The difference in words.
    pub sentence: String,
}

/// What a difference is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A node.
    Node(NodeId),
    /// A link.
    Link(LinkId),
    /// A lane.
    Lane(LaneId),
    /// An entry of the bibliography.
    Source(SourceId),
    /// A tour.
    Tour(TourId),
    /// The pathway as a whole.
    Pathway,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It is only in the second pathway.
    Added,
    /// It is only in the first pathway.
    Removed,
    /// A node has another label.
    Relabelled {
        /// The label before.
        before: String,
        /// The label after.
        after: String,
    },
    /// A node lies in another lane.
    MovedLane {
        /// The lane before.
        before: LaneId,
        /// The lane after.
        after: LaneId,
    },
    /// A node is another sort of thing.
    KindChanged {
        /// The kind before.
        before: Kind,
        /// The kind after.
        after: Kind,
    },
    /// A link leads the other way.
    Reversed,
    /// A link of the same id joins other nodes.
    Moved,
    /// A link has another effect.
    EffectChanged {
        /// The effect before.
        before: Effect,
        /// The effect after.
        after: Effect,
    },
    /// A link has another grade.
    Regraded {
        /// The grade before.
        before: Grade,
        /// The grade after.
        after: Grade,
    },
    /// A link cites a source that it did not cite.
    EvidenceGained(SourceId),
    /// A link no longer cites a source.
    EvidenceLost(SourceId),
    /// A link cites a source otherwise: another stance, finding, sample or place.
    EvidenceChanged {
        /// The source in the earlier pathway.
        before: SourceId,
        /// The source in the later pathway.
        after: SourceId,
    },
    /// A text or another detail was changed.
    TextChanged(Field),
}

impl What {
    /// Whether raising became lowering, or the other way round.
    pub fn flips_sign(&self) -> bool {
        match self {
            Self::EffectChanged { before, after } => {
                before.sign().is_some() && before.sign().map(|sign| -sign) == after.sign()
            }
            _ => false,
        }
    }
}

/// A text or another detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The explanation.
    Explanation,
    /// The texts for pupils, students and researchers.
    Levels,
    /// A node's other names.
    Aliases,
    /// A node's terms in public vocabularies.
    Terms,
    /// A node's remarks.
    Notes,
    /// Where the author pinned a card.
    Pin,
    /// The conditions under which a link was seen.
    Conditions,
    /// How long a link takes.
    Delay,
    /// What a link says of a search without result.
    NoSourceFound,
    /// What the popular article says of a link.
    Article,
    /// Whether a link leads back.
    Returns,
    /// What a lane is called.
    Label,
    /// Which lane lies above which.
    LaneOrder,
    /// The kind of publication of a source.
    Publication,
    /// A source's authors.
    Authors,
    /// A source's year.
    Year,
    /// The title of a source, a tour or the pathway.
    Title,
    /// Where a source was published.
    Venue,
    /// A source's digital object identifier.
    Doi,
    /// A source's number in PubMed.
    PubMed,
    /// A source's web address.
    Address,
    /// Whether title and identifier of a source were seen together.
    Citation,
    /// What a tour shows and says.
    Steps,
    /// What the pathway is about.
    Summary,
    /// The language of the texts.
    Language,
    /// The licence of the texts.
    Licence,
    /// The day on which the evidence was last reviewed.
    Reviewed,
    /// The version of the file format.
    Format,
    /// Fields that this version does not know.
    Extra,
}

impl Field {
    /// The words in a sentence, after "The".
    pub fn label(self) -> &'static str {
        match self {
            Self::Explanation => "explanation",
            Self::Levels => "set of texts for other levels",
            Self::Aliases => "list of other names",
            Self::Terms => "list of terms",
            Self::Notes => "list of notes",
            Self::Pin => "pin",
            Self::Conditions => "list of conditions",
            Self::Delay => "delay",
            Self::NoSourceFound => "remark that no source was found",
            Self::Article => "telling by the article",
            Self::Returns => "mark for leading back",
            Self::Label => "name",
            Self::LaneOrder => "order of the lanes",
            Self::Publication => "kind of publication",
            Self::Authors => "list of authors",
            Self::Year => "year",
            Self::Title => "title",
            Self::Venue => "place of publication",
            Self::Doi => "DOI",
            Self::PubMed => "PubMed number",
            Self::Address => "web address",
            Self::Citation => "state of the citation",
            Self::Steps => "list of steps",
            Self::Summary => "summary",
            Self::Language => "language",
            Self::Licence => "licence",
            Self::Reviewed => "day of the last review",
            Self::Format => "version of the file format",
            Self::Extra => "set of fields that this version does not know",
        }
    }
}
