//! What can be done about a problem at once: found where the problem is, carried out by `editing`.

use crate::model::{Grade, LaneId, NodeId, SourceId, TourId};

/// A way to put a problem right that asks for nothing more. Items of lists are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fix {
    /// Takes the record out.
    Remove,
    /// Gives a record an id of its own, whose id another one has.
    NewId,
    /// Makes the nodes that a link lacks, and puts the link in its place.
    MakeEnds,
    /// Leads a link that found no place from and to these nodes.
    Lead(NodeId, NodeId),
    /// Makes the lane that a node is to lie in.
    MakeLane(LaneId),
    /// Moves a node to a lane.
    ToLane(LaneId),
    /// Grades a link.
    Grade(Grade),
    /// Writes the DOI of a source otherwise; nothing takes it out.
    Doi(String),
    /// Writes the PubMed number of a source otherwise; nothing takes it out.
    Pmid(String),
    /// Writes the address of a source otherwise; nothing takes it out.
    Url(String),
    /// Makes a source that is cited and not there.
    MakeSource(SourceId),
    /// Cites a source in the place of another one that is not there.
    CiteInstead {
        /// What is not there.
        gone: SourceId,
        /// What is cited from now on.
        source: SourceId,
    },
    /// Takes out what cites a source that is not there: items of evidence, and the names of sources in notes.
    Uncite(SourceId),
    /// Makes a node one with another, which stays.
    JoinNode(NodeId),
    /// Makes a source one with another, which stays.
    JoinSource(SourceId),
    /// Takes out a lane, whose nodes go to another.
    JoinLane(LaneId),
    /// Takes out another name of a node.
    RemoveAlias(usize),
    /// Takes out a note on a node.
    RemoveNote(usize),
    /// Takes the pin off a node.
    Unpin,
    /// Takes out what the popular article is said to tell.
    RemovePopular,
    /// Takes out that no source was found.
    RemoveSearch,
    /// Takes out of a tour what is not there: what its steps show, what they ask about.
    TakeOut(String),
    /// Names something in a tour in the place of what is not there.
    Instead {
        /// What is not there.
        gone: String,
        /// What is named from now on.
        name: String,
    },
    /// Takes out a step of a tour.
    RemoveStep(usize),
    /// Takes out what a step of a tour asks.
    RemoveQuestion(usize),
    /// Takes out of a tour the ways to a tour that is not there.
    RemoveBranches(TourId),
    /// Takes characters out of the record's texts that nobody sees.
    Clean,
}

/// A fix as it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it does, in the imperative.
    pub words: String,
    /// What it is.
    pub fix: Fix,
}
