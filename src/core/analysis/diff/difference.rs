//! What two pathways differ in, as records.

use super::Matching;
use crate::model::{Effect, Grade, Kind, LaneId, LinkId, NodeId, SourceId};

/// What two pathways differ in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// Nodes first, then links; what was taken out first, then everything in the order of the later pathway.
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
    /// The node or link in the earlier pathway; `None` where it was added.
    pub before: Option<Item>,
    /// The node or link in the later pathway; `None` where it was taken out.
    pub after: Option<Item>,
    /// The difference in words.
    pub sentence: String,
}

/// A node or a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A node.
    Node(NodeId),
    /// A link.
    Link(LinkId),
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It is only in the later pathway.
    Added,
    /// It is only in the earlier pathway.
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

/// A text or another detail of a node or link.
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
            Self::Conditions => "list of conditions",
            Self::Delay => "delay",
            Self::NoSourceFound => "remark that no source was found",
            Self::Article => "telling by the article",
            Self::Returns => "mark for leading back",
        }
    }
}
