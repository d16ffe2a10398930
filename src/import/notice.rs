//! What could not be kept, or was decided on the way, and where in the file it stands.

use std::fmt;

use serde::Serialize;

/// A place in a foreign file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// The file as a whole.
    Whole,
    /// A line, counted from 1.
    Line(usize),
    /// An element by the id, the key or the name that the file gives it.
    Element(String),
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("the file"),
            Self::Line(line) => write!(f, "line {line}"),
            Self::Element(name) => write!(f, "“{}”", crate::model::shown(name)),
        }
    }
}

/// What sort of thing a notice is about: reports count by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// An arrow that begins or ends on nothing: no link.
    LooseEnd,
    /// An arrow onto another arrow, or from one: it acts on an effect and not on a thing, and becomes a note of the thing
    /// at its other end.
    OnArrow,
    /// A line without a head: a link whose direction and effect are not known.
    Undirected,
    /// An arrow with heads at both ends: two links whose effects are not known.
    TwoWay,
    /// An arrow that comes again: its evidence joins that of the first.
    Double,
    /// Arrows of one pair that raise and lower: one link with a mixed effect.
    Opposed,
    /// Something that a pathway has no place for.
    NotKept,
    /// Something that was read in one of several ways.
    Decided,
}

impl NoticeKind {
    /// Every kind, in the order of reports.
    pub const ALL: [Self; 8] = [
        Self::LooseEnd,
        Self::OnArrow,
        Self::Undirected,
        Self::TwoWay,
        Self::Double,
        Self::Opposed,
        Self::NotKept,
        Self::Decided,
    ];

    /// What there is one or several of: `2 arrows end on nothing`.
    pub fn counted(self, count: usize) -> String {
        use crate::grammar::{count as counted, form};
        let arrows = counted(count, "arrow", "arrows");
        let s = form(count, "s", "");
        match self {
            Self::LooseEnd => format!("{arrows} begin{s} or end{s} on nothing and could not become a link"),
            Self::OnArrow => format!("{arrows} begin{s} or end{s} on another arrow: kept as notes"),
            Self::Undirected => {
                format!("{} without a head: direction and effect are not known", counted(count, "line", "lines"))
            }
            Self::TwoWay => format!("{arrows} with heads at both ends: two links each, of unknown effect"),
            Self::Double => format!("{arrows} say{s} again what another says: one link, with the evidence of all"),
            Self::Opposed => format!(
                "{} both raised and lowered: one link with a mixed effect",
                counted(count, "pair is", "pairs are")
            ),
            Self::NotKept => format!("{} no place in a pathway", counted(count, "thing has", "things have")),
            Self::Decided => format!("{} read in one of several ways", counted(count, "thing was", "things were")),
        }
    }
}

/// One thing that could not be kept, or that was decided on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What sort of thing it is.
    pub kind: NoticeKind,
    /// Where it stands.
    pub spot: Spot,
    /// What it is and what became of it, as a sentence.
    pub what: String,
}
