//! What comes of asking for an edit: the edit, or why there is none.

use std::fmt;

use crate::{
    analysis::problems::Subject,
    model::{Change, Edit},
};

/// An edit that can be applied, and what whoever asked for it should know.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The edit. It fits the pathway that it was asked of, and no other.
    pub edit: Edit,
    /// In one sentence, what comes with it that nobody asked for by name.
    pub told: Option<String>,
    /// The record that it adds, or else the first that it changes: what to look at afterwards.
    pub about: Option<Subject>,
}

/// Why something cannot be done, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// One sentence without its full stop: what is the matter, and the next step.
    pub why: String,
    /// What to go to instead, such as the node that has the name already.
    pub see: Option<Subject>,
}

/// An edit, or why there is none.
pub type Outcome = Result<Proposal, Refusal>;

impl Refusal {
    /// A refusal that leads nowhere else.
    pub(super) fn new(why: impl Into<String>) -> Self {
        Self { why: why.into(), see: None }
    }

    /// A refusal because of something that can be shown.
    pub(super) fn because(see: Subject, why: impl Into<String>) -> Self {
        Self { why: why.into(), see: Some(see) }
    }

    /// What is asked for is so already.
    pub(super) fn idle() -> Self {
        Self::new("nothing changes: it is so already")
    }

    /// There is nothing of that id, or not so many items.
    pub(super) fn gone(noun: &str, id: impl fmt::Display) -> Self {
        Self::new(format!("there is no {noun} “{id}” any more; choose one that is shown"))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for Refusal {}

/// The record to look at after some changes: the first that is added, else the first that is changed.
pub(super) fn looked_at(changes: &[Change]) -> Option<Subject> {
    let added = |change: &Change| match change {
        Change::AddNode(node) => Some(Subject::Node(node.id.clone())),
        Change::AddLink(link) => Some(Subject::Link(link.id.clone())),
        Change::AddTour(tour) => Some(Subject::Tour(tour.id.clone())),
        _ => None,
    };
    // Lanes and sources come along with nodes and links more often than alone.
    let along = |change: &Change| match change {
        Change::AddLane(lane) => Some(Subject::Lane(lane.id.clone())),
        Change::AddSource(source) => Some(Subject::Source(source.id.clone())),
        _ => None,
    };
    let changed = |change: &Change| match change {
        Change::About(_) => Some(Subject::Pathway),
        Change::SetLane(lane) => Some(Subject::Lane(lane.id.clone())),
        Change::MoveLane(id, _) => Some(Subject::Lane(id.clone())),
        Change::MoveTour(id, _) => Some(Subject::Tour(id.clone())),
        Change::SetNode(node) => Some(Subject::Node(node.id.clone())),
        Change::SetLink(link) => Some(Subject::Link(link.id.clone())),
        Change::SetSource(source) => Some(Subject::Source(source.id.clone())),
        Change::SetTour(tour) => Some(Subject::Tour(tour.id.clone())),
        _ => None,
    };
    let first = |pick: &dyn Fn(&Change) -> Option<Subject>| changes.iter().find_map(pick);
    first(&added).or_else(|| first(&along)).or_else(|| first(&changed))
}
