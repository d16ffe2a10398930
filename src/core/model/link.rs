//! Links: causal claims from one node to another.

use super::{Evidence, Extra, Grade, Level, LevelText, LinkId, NodeId, Stance, level::at_level};
use crate::grammar::is_plural;

/// A causal claim from one node to another, with its evidence for and against.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Its stable name.
    pub id: LinkId,
    /// The cause.
    pub from: NodeId,
    /// The effect.
    pub to: NodeId,
    /// What more of the cause does to the effect, as the sources show it.
    pub effect: Effect,
    /// How long it takes, where known.
    pub delay: Option<Delay>,
    /// Why, in one short paragraph of plain words.
    pub explanation: String,
    /// The same for one level each.
    pub levels: Vec<LevelText>,
    /// Under which conditions it was seen.
    pub holds_when: Option<String>,
    /// The weight of the evidence examined.
    pub grade: Grade,
    /// Sources for, against, without result, and near.
    pub evidence: Vec<Evidence>,
    /// Said in so many words where a search found no source for the claim.
    pub no_source_found: Option<String>,
    /// What the popular article says, where it differs.
    pub popular: Option<Popular>,
    /// Declared by the author to lead back, so that the drawing lets it return.
    pub returns: bool,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

impl Link {
    /// A link with a name, two ends and an effect, and nothing else said of it yet.
    pub fn new(id: &str, from: &str, to: &str, effect: Effect) -> Self {
        Self {
            id: LinkId::new(id),
            from: NodeId::new(from),
            to: NodeId::new(to),
            effect,
            delay: None,
            explanation: String::new(),
            levels: Vec::new(),
            holds_when: None,
            grade: Grade::X,
            evidence: Vec::new(),
            no_source_found: None,
            popular: None,
            returns: false,
            extra: Extra::new(),
        }
    }

    /// Why, said at a level.
    pub fn explanation_at(&self, level: Option<Level>) -> &str {
        at_level(&self.levels, &self.explanation, level)
    }

    /// The effect under a reading: what the sources show, or what the popular article tells.
    pub fn effect_in(&self, reading: Reading) -> Effect {
        match (reading, &self.popular) {
            (Reading::Told, Some(popular)) => popular.effect,
            _ => self.effect,
        }
    }

    /// Whether the article tells another effect than the sources show.
    pub fn told_otherwise(&self) -> bool {
        self.popular.as_ref().is_some_and(|popular| popular.effect != self.effect)
    }

    /// Whether some evidence disputes the link or found no effect.
    pub fn disputed(&self) -> bool {
        self.evidence.iter().any(|e| matches!(e.stance, Stance::Disputes | Stance::Null))
    }

    /// The species in which the link itself was studied, each once, in the order of the evidence.
    pub fn species(&self) -> Vec<&str> {
        let mut seen: Vec<&str> = Vec::new();
        for species in self.evidence.iter().filter(|e| e.stance != Stance::Near).flat_map(|e| &e.species) {
            if !seen.contains(&species.as_str()) {
                seen.push(species);
            }
        }
        seen
    }
}

/// What the popular article says about a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Popular {
    /// The effect as told.
    pub effect: Effect,
    /// What the article claims, in our own words.
    pub says: String,
    /// How that differs from what the sources show.
    pub note: String,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

/// Which effects a question is asked of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reading {
    /// What the sources show.
    #[default]
    Shown,
    /// What the popular article tells.
    Told,
}

/// What more of the cause does to the effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// More of the cause makes more of the effect.
    Raises,
    /// More of the cause makes less of the effect.
    Lowers,
    /// Sometimes more, sometimes less.
    Mixed,
    /// Looked for, and not there.
    NoEffect,
    /// Nobody has shown.
    Unknown,
}

impl Effect {
    /// Every effect, in the order of the legend.
    pub const ALL: [Self; 5] = [Self::Raises, Self::Lowers, Self::Mixed, Self::NoEffect, Self::Unknown];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Raises => "Raises",
            Self::Lowers => "Lowers",
            Self::Mixed => "Mixed",
            Self::NoEffect => "NoEffect",
            Self::Unknown => "Unknown",
        }
    }

    /// The legend's word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Raises => "raises",
            Self::Lowers => "lowers",
            Self::Mixed => "mixed",
            Self::NoEffect => "no effect",
            Self::Unknown => "unknown",
        }
    }

    /// The verb between a cause and its effect, as it goes with the label of the cause: `Chronic stress` *raises*,
    /// `Sympathetic nerves` *raise*.
    pub fn verb(self, cause: &str) -> &'static str {
        match (self, is_plural(cause)) {
            (Self::Raises, false) => "raises",
            (Self::Raises, true) => "raise",
            (Self::Lowers, false) => "lowers",
            (Self::Lowers, true) => "lower",
            (Self::Mixed, false) => "sometimes raises, sometimes lowers",
            (Self::Mixed, true) => "sometimes raise, sometimes lower",
            (Self::NoEffect, false) => "does not change",
            (Self::NoEffect, true) => "do not change",
            (Self::Unknown, _) => "may affect",
        }
    }

    /// +1 or -1 where the effect has a sign.
    pub fn sign(self) -> Option<i8> {
        match self {
            Self::Raises => Some(1),
            Self::Lowers => Some(-1),
            Self::Mixed | Self::NoEffect | Self::Unknown => None,
        }
    }
}

/// How long an effect takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delay {
    /// Within seconds.
    Seconds,
    /// Within minutes.
    Minutes,
    /// Within hours.
    Hours,
    /// Within days.
    Days,
    /// Within weeks.
    Weeks,
    /// Within months.
    Months,
    /// Within years.
    Years,
}

impl Delay {
    /// Every delay, shortest first.
    pub const ALL: [Self; 7] =
        [Self::Seconds, Self::Minutes, Self::Hours, Self::Days, Self::Weeks, Self::Months, Self::Years];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Seconds => "Seconds",
            Self::Minutes => "Minutes",
            Self::Hours => "Hours",
            Self::Days => "Days",
            Self::Weeks => "Weeks",
            Self::Months => "Months",
            Self::Years => "Years",
        }
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Seconds => "within seconds",
            Self::Minutes => "within minutes",
            Self::Hours => "within hours",
            Self::Days => "within days",
            Self::Weeks => "within weeks",
            Self::Months => "within months",
            Self::Years => "within years",
        }
    }
}
