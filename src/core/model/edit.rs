//! Edits: the only way to change a pathway.

use std::fmt;

use super::{
    About, Lane, LaneId, Link, LinkId, MAX_ID_BYTES, Misfit, Node, NodeId, Source, SourceId, Tour, TourId, shown,
};

/// One step that a person can undo: a label, and the changes that make it up.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What it does, in the words after "Undo": `add Poor sleep`.
    pub label: String,
    /// Edits that follow one another with the same key are one step, as a drag or a run of typing is.
    pub merge: Option<String>,
    /// The changes, applied in order; all or none.
    pub changes: Vec<Change>,
}

impl Edit {
    /// An edit of one change that stands for itself.
    pub fn one(label: &str, change: Change) -> Self {
        Self { label: label.to_owned(), merge: None, changes: vec![change] }
    }
}

/// One change. Records carry the ids that they create.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Replaces what is said of the whole.
    About(About),
    /// Adds a lane at the end.
    AddLane(Lane),
    /// Replaces the lane of the same id.
    SetLane(Lane),
    /// Moves a lane to a place among the lanes, counted from 0 on top without it; any place past the last is the last.
    MoveLane(LaneId, usize),
    /// Removes a lane that no node lies in.
    RemoveLane(LaneId),
    /// Adds a node at the end.
    AddNode(Node),
    /// Replaces the node of the same id.
    SetNode(Node),
    /// Removes a node, and with it the links that touch it.
    RemoveNode(NodeId),
    /// Adds a link at the end; both ends must exist.
    AddLink(Link),
    /// Replaces the link of the same id; its ends may move.
    SetLink(Link),
    /// Removes a link.
    RemoveLink(LinkId),
    /// Adds a source at the end.
    AddSource(Source),
    /// Replaces the source of the same id.
    SetSource(Source),
    /// Removes a source that no evidence and no note cites.
    RemoveSource(SourceId),
    /// Adds a tour at the end.
    AddTour(Tour),
    /// Replaces the tour of the same id.
    SetTour(Tour),
    /// Moves a tour to a place among the tours, counted from 0 without it; any place past the last is the last.
    MoveTour(TourId, usize),
    /// Removes a tour.
    RemoveTour(TourId),
    /// Removes the first record that is equal to this one from those that could not take their place. To put one
    /// right, remove it and add it as it should be, in one edit.
    RemoveMisfit(Misfit),
}

/// Why an edit cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The id that it would create exists.
    Exists(String),
    /// The id that it names does not exist.
    Missing(String),
    /// What it would remove is in use.
    InUse(String),
    /// The id that it would create is no [valid id](super::is_valid_id).
    BadId(String),
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(id) => write!(f, "“{id}” exists already; choose another name"),
            Self::Missing(id) => write!(f, "there is no “{id}” here; add it first or choose one that is here"),
            Self::InUse(id) => write!(f, "“{id}” is still in use; remove what uses it first"),
            Self::BadId(id) => {
                let id = shown(id);
                write!(f, "“{id}” cannot be an id; write 1 to {MAX_ID_BYTES} of a-z, 0-9, “_”, “.” and “-”")
            }
        }
    }
}

impl std::error::Error for EditError {}
