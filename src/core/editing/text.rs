//! Every text of a pathway that somebody can write, and its place.

use super::words::{lane_name, link_name, node_name, source_name, tour_name};
use crate::model::{LaneId, Level, LinkId, NodeId, Pathway, SourceId, TourId};

/// A text of a pathway by its place. Items are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Text {
    /// What is said of the pathway as a whole.
    About(AboutText),
    /// The name of a lane.
    Lane(LaneId),
    /// A text of a node.
    Node(NodeId, NodeText),
    /// A note on a node.
    Note(NodeId, usize),
    /// A text of a link.
    Link(LinkId, LinkText),
    /// A text of an item of evidence on a link.
    Evidence(LinkId, usize, EvidenceText),
    /// A text of a source.
    Source(SourceId, SourceText),
    /// The title of a tour.
    Tour(TourId),
    /// A text of a step of a tour.
    Step(TourId, usize, StepText),
    /// What a branch of a step is chosen by: tour, step, branch.
    Branch(TourId, usize, usize),
}

/// Texts of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AboutText {
    /// Its stable name.
    Id,
    /// Its title.
    Title,
    /// What it is about.
    Summary,
    /// Language of its texts, as a BCP 47 tag.
    Language,
    /// Licence of its texts, as an SPDX expression.
    License,
    /// The day on which the evidence was last reviewed, `YYYY-MM-DD`.
    Reviewed,
}

/// Texts of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeText {
    /// What stands on the card.
    Label,
    /// What it is.
    Explanation,
    /// The same for a level.
    Level(Level),
    /// Other names, one a line.
    Aliases,
    /// Terms in public vocabularies, one a line.
    Xrefs,
}

/// Texts of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkText {
    /// Why.
    Explanation,
    /// The same for a level.
    Level(Level),
    /// Under which conditions it was seen.
    HoldsWhen,
    /// Where a search found no source.
    NoSourceFound,
    /// What the popular article claims.
    PopularSays,
    /// How that differs from what the sources show.
    PopularNote,
}

/// Texts of an item of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceText {
    /// What was found.
    Finding,
    /// Who or what was studied.
    Sample,
    /// Which species, one a line. It decides what grade the evidence carries: to be written when the field is left.
    Species,
    /// Where in the source.
    Locator,
}

/// Texts of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceText {
    /// Authors as a reference list gives them.
    Authors,
    /// Title.
    Title,
    /// Journal with volume and pages, or publisher.
    Venue,
    /// Year of publication; to be written when the field is left, as are the following.
    Year,
    /// Digital object identifier; a host before it is taken off.
    Doi,
    /// PubMed number.
    Pmid,
    /// Web address.
    Url,
}

/// Texts of a step of a tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepText {
    /// What is said.
    Text,
    /// The same for a level.
    Level(Level),
    /// What only the speaker reads.
    Notes,
}

impl Text {
    /// The place in words: `the explanation of “Poor sleep”`.
    pub fn words(&self, pathway: &Pathway) -> String {
        let field = self.field();
        match self {
            Self::About(_) => format!("the {field} of the pathway"),
            Self::Lane(id) => format!("the {field} of the lane {}", lane_name(pathway, id)),
            Self::Node(id, _) => format!("the {field} of {}", node_name(pathway, id)),
            Self::Note(id, at) => format!("{field} {} of {}", at + 1, node_name(pathway, id)),
            Self::Link(id, _) => format!("the {field} of {}", link_name(pathway, id)),
            Self::Evidence(id, at, _) => {
                let item = pathway.link(id).and_then(|link| link.evidence.get(*at));
                let source = item.map(|item| source_name(pathway, &item.source)).unwrap_or_default();
                format!("the {field} of {source}")
            }
            Self::Source(id, _) => format!("the {field} of {}", source_name(pathway, id)),
            Self::Tour(id) => format!("the {field} of the tour {}", tour_name(pathway, id)),
            Self::Step(id, at, _) => format!("the {field} of step {} of {}", at + 1, tour_name(pathway, id)),
            Self::Branch(id, at, way) => {
                format!("{field} {} of step {} of {}", way + 1, at + 1, tour_name(pathway, id))
            }
        }
    }

    /// What follows one another in one place is one step of typing: `text:link:ID:explanation`.
    pub(super) fn merge_key(&self) -> String {
        let field = self.field();
        match self {
            Self::About(_) => format!("text:pathway::{field}"),
            Self::Lane(id) => format!("text:lane:{id}:{field}"),
            Self::Node(id, _) => format!("text:node:{id}:{field}"),
            Self::Note(id, at) => format!("text:node:{id}:{field}:{at}"),
            Self::Link(id, _) => format!("text:link:{id}:{field}"),
            Self::Evidence(id, at, _) => format!("text:link:{id}:{field}:{at}"),
            Self::Source(id, _) => format!("text:source:{id}:{field}"),
            Self::Tour(id) => format!("text:tour:{id}:{field}"),
            Self::Step(id, at, _) => format!("text:tour:{id}:{field}:{at}"),
            Self::Branch(id, at, way) => format!("text:tour:{id}:{field}:{at}:{way}"),
        }
    }

    /// What the field is called.
    fn field(&self) -> String {
        let level = |level: &Level, noun: &str| format!("{noun} for a {}", level.label());
        let word = match self {
            Self::Node(_, NodeText::Level(whom)) | Self::Link(_, LinkText::Level(whom)) => {
                return level(whom, "explanation");
            }
            Self::Step(_, _, StepText::Level(whom)) => return level(whom, "text"),
            Self::About(AboutText::Id) => "id",
            Self::About(AboutText::Title) | Self::Source(_, SourceText::Title) | Self::Tour(_) => "title",
            Self::About(AboutText::Summary) => "summary",
            Self::About(AboutText::Language) => "language",
            Self::About(AboutText::License) => "licence",
            Self::About(AboutText::Reviewed) => "day of review",
            Self::Lane(_) | Self::Node(_, NodeText::Label) => "name",
            Self::Node(_, NodeText::Explanation) | Self::Link(_, LinkText::Explanation) => "explanation",
            Self::Node(_, NodeText::Aliases) => "other names",
            Self::Node(_, NodeText::Xrefs) => "terms in vocabularies",
            Self::Note(..) => "note",
            Self::Link(_, LinkText::HoldsWhen) => "condition",
            Self::Link(_, LinkText::NoSourceFound) => "search without a source",
            Self::Link(_, LinkText::PopularSays) => "popular claim",
            Self::Link(_, LinkText::PopularNote) => "note on the popular claim",
            Self::Evidence(_, _, EvidenceText::Finding) => "finding",
            Self::Evidence(_, _, EvidenceText::Sample) => "sample",
            Self::Evidence(_, _, EvidenceText::Species) => "species",
            Self::Evidence(_, _, EvidenceText::Locator) => "place in the source",
            Self::Source(_, SourceText::Authors) => "authors",
            Self::Source(_, SourceText::Venue) => "venue",
            Self::Source(_, SourceText::Year) => "year",
            Self::Source(_, SourceText::Doi) => "DOI",
            Self::Source(_, SourceText::Pmid) => "PubMed number",
            Self::Source(_, SourceText::Url) => "address",
            Self::Step(_, _, StepText::Text) => "text",
            Self::Step(_, _, StepText::Notes) => "notes",
            Self::Branch(..) => "branch",
        };
        word.to_owned()
    }
}
