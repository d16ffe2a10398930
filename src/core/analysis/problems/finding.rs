//! One problem: how bad it is, what it is about, and what to do.

use super::fix::Offer;
use crate::model::{LaneId, LinkId, NodeId, SourceId, TourId};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something is wrong: the pathway says what cannot be.
    Error,
    /// Something is doubtful or missing.
    Warning,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The pathway as a whole.
    Pathway,
    /// A lane.
    Lane(LaneId),
    /// A node.
    Node(NodeId),
    /// A link.
    Link(LinkId),
    /// A source.
    Source(SourceId),
    /// A tour.
    Tour(TourId),
    /// A record that could not take its place: its number among the pathway's misfits, from 0.
    Misfit(usize),
}

/// One thing that is wrong or doubtful, in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// The field that it is about, as files name it.
    pub field: Option<&'static str>,
    /// Which item of that field, from 0, where the field is a list.
    pub item: Option<usize>,
    /// What is the matter.
    pub what: String,
    /// What to do about it.
    pub hint: String,
    /// What can be done about it at once.
    pub fixes: Vec<Offer>,
}
