//! Nodes (things that can be more or less) and the lanes they lie in.

use super::{Extra, LaneId, Level, LevelText, NodeId, SourceId, level::at_level};

/// Something that can be more or less: a cell count, a state, a symptom.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its stable name.
    pub id: NodeId,
    /// What people see on the card.
    pub label: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The compartment it lies in.
    pub lane: LaneId,
    /// One short paragraph in plain words.
    pub explanation: String,
    /// The same for one level each.
    pub levels: Vec<LevelText>,
    /// Other names that search should find.
    pub aliases: Vec<String>,
    /// Terms in public vocabularies, such as `mesh:D013315`.
    pub xrefs: Vec<String>,
    /// Sourced remarks that state no causal claim.
    pub notes: Vec<Note>,
    /// Where the author pinned the card's centre, in px at zoom 1; `None` leaves it to the layout.
    pub at: Option<(f64, f64)>,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

impl Node {
    /// A node with a name, a label, a kind and a lane, and nothing else said of it yet.
    pub fn new(id: &str, label: &str, kind: Kind, lane: &str) -> Self {
        Self {
            id: NodeId::new(id),
            label: label.to_owned(),
            kind,
            lane: LaneId::new(lane),
            explanation: String::new(),
            levels: Vec::new(),
            aliases: Vec::new(),
            xrefs: Vec::new(),
            notes: Vec::new(),
            at: None,
            extra: Extra::new(),
        }
    }

    /// What it is, said at a level.
    pub fn explanation_at(&self, level: Option<Level>) -> &str {
        at_level(&self.levels, &self.explanation, level)
    }
}

/// A sourced remark on a node that states no causal claim: a share of patients, a proposed subtype, a doubt.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The remark.
    pub text: String,
    /// The sources it rests on; may be empty where none was found.
    pub sources: Vec<SourceId>,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

/// A compartment, drawn as a band. Lanes lie in the order in which the pathway lists them.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Its stable name.
    pub id: LaneId,
    /// What people see on the band.
    pub label: String,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

/// What sort of thing a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A strain or an event that acts on a person.
    Stressor,
    /// Something that shields a person.
    Protective,
    /// A drug, a therapy or a practice.
    Treatment,
    /// A state of the whole body, such as poor sleep.
    BodyState,
    /// A nerve or hormone system.
    System,
    /// A tissue or an organ part.
    Tissue,
    /// Something that goes on in a tissue, a cell or between molecules.
    Process,
    /// A kind of cell.
    Cell,
    /// A molecule or a group of them.
    Molecule,
    /// A brain region.
    Region,
    /// A brain circuit or what it does.
    Circuit,
    /// Something that is measured as a sign of something else.
    Marker,
    /// A symptom.
    Symptom,
    /// An illness or another outcome in people.
    Outcome,
    /// A stand-in for an outcome, seen in animals.
    ModelOutcome,
    /// Anything else.
    Other,
}

impl Kind {
    /// Every kind, in the order of menus.
    pub const ALL: [Self; 16] = [
        Self::Stressor,
        Self::Protective,
        Self::Treatment,
        Self::BodyState,
        Self::System,
        Self::Tissue,
        Self::Process,
        Self::Cell,
        Self::Molecule,
        Self::Region,
        Self::Circuit,
        Self::Marker,
        Self::Symptom,
        Self::Outcome,
        Self::ModelOutcome,
        Self::Other,
    ];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stressor => "Stressor",
            Self::Protective => "Protective",
            Self::Treatment => "Treatment",
            Self::BodyState => "BodyState",
            Self::System => "System",
            Self::Tissue => "Tissue",
            Self::Process => "Process",
            Self::Cell => "Cell",
            Self::Molecule => "Molecule",
            Self::Region => "Region",
            Self::Circuit => "Circuit",
            Self::Marker => "Marker",
            Self::Symptom => "Symptom",
            Self::Outcome => "Outcome",
            Self::ModelOutcome => "ModelOutcome",
            Self::Other => "Other",
        }
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Stressor => "stressor",
            Self::Protective => "protective factor",
            Self::Treatment => "treatment",
            Self::BodyState => "state of the body",
            Self::System => "body system",
            Self::Tissue => "tissue",
            Self::Process => "process",
            Self::Cell => "cell",
            Self::Molecule => "molecule",
            Self::Region => "brain region",
            Self::Circuit => "brain circuit",
            Self::Marker => "marker",
            Self::Symptom => "symptom",
            Self::Outcome => "outcome in people",
            Self::ModelOutcome => "outcome in animals",
            Self::Other => "other",
        }
    }
}
