//! Evidence: one source's bearing on one link.

use super::{Extra, SourceId};

/// One source's bearing on one link.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Which source.
    pub source: SourceId,
    /// Whether it speaks for the link, against it, found nothing, or only bears on it from nearby.
    pub stance: Stance,
    /// How the study was made.
    pub design: Design,
    /// Which species it looked at, in plain words: `human`, `mouse`, `rat`.
    pub species: Vec<String>,
    /// Who or what was studied.
    pub sample: String,
    /// What was found, in our own words.
    pub finding: String,
    /// Where in the source: `abstract`, `fig. 2`.
    pub locator: Option<String>,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

impl Evidence {
    /// Whether people were studied.
    pub fn in_people(&self) -> bool {
        self.species.iter().any(|s| s == "human")
    }
}

/// How a source bears on a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It found the effect.
    Supports,
    /// It found otherwise, or gives reason to doubt the effect.
    Disputes,
    /// It looked for the effect and found none.
    Null,
    /// It did not test the link itself; it is the nearest evidence there is (another species, place or condition).
    Near,
}

impl Stance {
    /// Every stance, in the order of Details.
    pub const ALL: [Self; 4] = [Self::Supports, Self::Disputes, Self::Null, Self::Near];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Supports => "Supports",
            Self::Disputes => "Disputes",
            Self::Null => "Null",
            Self::Near => "Near",
        }
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Supports => "for",
            Self::Disputes => "against",
            Self::Null => "found no effect",
            Self::Near => "nearest, not a direct test",
        }
    }
}

/// How a study was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Design {
    /// A meta-analysis that pools controlled trials in people.
    MetaAnalysisOfTrials,
    /// A meta-analysis that pools other studies.
    MetaAnalysis,
    /// A systematic review without pooling.
    SystematicReview,
    /// A controlled trial in people.
    Trial,
    /// A trial in people without a control group.
    OpenLabel,
    /// A short controlled experiment on people.
    HumanExperiment,
    /// People followed over time.
    Cohort,
    /// People observed at one time, or groups compared.
    HumanObservation,
    /// Scans of living people.
    HumanImaging,
    /// Tissue of people who have died.
    PostMortem,
    /// An experiment on animals.
    AnimalIntervention,
    /// Animals observed.
    AnimalObservation,
    /// Cells or tissue in a dish.
    CellStudy,
    /// A narrative review.
    Review,
    /// A critique or another expert opinion.
    Opinion,
    /// A plan for a study that has not reported.
    Protocol,
    /// Not said, as in what was brought in from other programs, until somebody has looked.
    Unstated,
}

impl Design {
    /// Every design, strongest kinds of study in people first.
    pub const ALL: [Self; 17] = [
        Self::MetaAnalysisOfTrials,
        Self::MetaAnalysis,
        Self::SystematicReview,
        Self::Trial,
        Self::OpenLabel,
        Self::HumanExperiment,
        Self::Cohort,
        Self::HumanObservation,
        Self::HumanImaging,
        Self::PostMortem,
        Self::AnimalIntervention,
        Self::AnimalObservation,
        Self::CellStudy,
        Self::Review,
        Self::Opinion,
        Self::Protocol,
        Self::Unstated,
    ];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::MetaAnalysisOfTrials => "MetaAnalysisOfTrials",
            Self::MetaAnalysis => "MetaAnalysis",
            Self::SystematicReview => "SystematicReview",
            Self::Trial => "Trial",
            Self::OpenLabel => "OpenLabel",
            Self::HumanExperiment => "HumanExperiment",
            Self::Cohort => "Cohort",
            Self::HumanObservation => "HumanObservation",
            Self::HumanImaging => "HumanImaging",
            Self::PostMortem => "PostMortem",
            Self::AnimalIntervention => "AnimalIntervention",
            Self::AnimalObservation => "AnimalObservation",
            Self::CellStudy => "CellStudy",
            Self::Review => "Review",
            Self::Opinion => "Opinion",
            Self::Protocol => "Protocol",
            Self::Unstated => "Unstated",
        }
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::MetaAnalysisOfTrials => "Meta-analysis of trials",
            Self::MetaAnalysis => "Meta-analysis",
            Self::SystematicReview => "Systematic review",
            Self::Trial => "Controlled trial",
            Self::OpenLabel => "Trial without controls",
            Self::HumanExperiment => "Experiment on people",
            Self::Cohort => "Cohort followed over time",
            Self::HumanObservation => "Observation of people",
            Self::HumanImaging => "Scans of people",
            Self::PostMortem => "Post-mortem tissue",
            Self::AnimalIntervention => "Animal experiment",
            Self::AnimalObservation => "Animal observation",
            Self::CellStudy => "Cell study",
            Self::Review => "Review",
            Self::Opinion => "Expert opinion",
            Self::Protocol => "Study plan, no results",
            Self::Unstated => "Kind of study not said",
        }
    }
}
