//! Grades, and the one rule that keeps them from being inflated.

use super::{Design, Evidence, Stance};

/// The weight of the evidence examined for a link. Weight is not agreement: a grade A claim can be contradicted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Several controlled trials in people, meta-analyses, or very large data on people bear on it.
    A,
    /// Evidence in people, but observational, small, indirect or mixed.
    B,
    /// Mainly experiments on animals or cells.
    C,
    /// A hypothesis, a single small study, or no good source.
    D,
    /// No evidence was found.
    X,
}

impl Grade {
    /// Every grade, heaviest first.
    pub const ALL: [Self; 5] = [Self::A, Self::B, Self::C, Self::D, Self::X];

    /// The letter, in files and on screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::X => "X",
        }
    }

    /// Two or three words for the legend.
    pub fn short(self) -> &'static str {
        match self {
            Self::A => "trials or very large data",
            Self::B => "people, indirect",
            Self::C => "animals or cells",
            Self::D => "hypothesis",
            Self::X => "nothing found",
        }
    }

    /// What the grade means, as one sentence for Details.
    pub fn definition(self) -> &'static str {
        match self {
            Self::A => {
                "Several controlled trials in people, meta-analyses or very large data on people bear on this link."
            }
            Self::B => "There is evidence in people, but it is observational, small, indirect or mixed.",
            Self::C => "The evidence comes mainly from experiments on animals or cells.",
            Self::D => "A hypothesis: a single small study, evidence from nearby questions, or no good source.",
            Self::X => "No evidence was found.",
        }
    }
}

/// The rule by which grades are kept from being inflated, in the words of the interface. [`ceiling`] is the rule.
pub const RULE: &str = "How heavy a grade can be: A needs a meta-analysis that includes people, or controlled \
    trials in people from two sources. B needs another study or review of people. C needs a study or review. Everything else is D or X. Evidence \
    from nearby questions lifts no grade.";

/// The heaviest grade that `evidence` can carry, whatever its stance.
///
/// - A: a meta-analysis that includes people, or controlled trials in people from two sources: what one source says of its
///   trial in several places is one trial.
/// - B: any other study or review of people.
/// - C: any study or review without people.
/// - D: only opinions, study plans, what nobody has said the design of, or evidence from nearby questions, or nothing at all.
pub fn ceiling(evidence: &[Evidence]) -> Grade {
    let direct = || evidence.iter().filter(|e| e.stance != Stance::Near);
    let pooled =
        |e: &Evidence| matches!(e.design, Design::MetaAnalysisOfTrials | Design::MetaAnalysis) && e.in_people();
    let mut trials = direct().filter(|e| e.design == Design::Trial && e.in_people()).map(|e| &e.source);
    let first = trials.next();
    if trials.any(|source| Some(source) != first) || direct().any(pooled) {
        Grade::A
    } else if direct().any(|e| e.in_people() && !is_talk(e.design)) {
        Grade::B
    } else if direct().any(|e| !is_talk(e.design)) {
        Grade::C
    } else {
        Grade::D
    }
}

/// Words about studies rather than a study, or nobody knows which.
fn is_talk(design: Design) -> bool {
    matches!(design, Design::Opinion | Design::Protocol | Design::Unstated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Extra, SourceId};

    #[track_caller]
    fn check(items: &[(Design, Stance, &str)], expected: Grade) {
        let evidence: Vec<Evidence> = items
            .iter()
            .enumerate()
            .map(|(number, &(design, stance, species))| Evidence {
                source: SourceId::new(&format!("s{number}")),
                stance,
                design,
                species: species.split_whitespace().map(str::to_owned).collect(),
                sample: String::new(),
                finding: String::new(),
                locator: None,
                extra: Extra::new(),
            })
            .collect();
        assert_eq!(ceiling(&evidence), expected, "{items:?}");
        // The same said twice by each source carries no more.
        let twice: Vec<Evidence> = evidence.iter().chain(&evidence).cloned().collect();
        assert_eq!(ceiling(&twice), expected, "{items:?}, twice");
    }

    #[test]
    fn the_ceiling_follows_design_species_and_stance() {
        use {Design as D, Grade as G, Stance as S};
        check(&[], G::D);
        check(&[(D::MetaAnalysis, S::Supports, "human")], G::A);
        check(&[(D::MetaAnalysis, S::Disputes, "human")], G::A);
        check(&[(D::MetaAnalysis, S::Supports, "mouse")], G::C);
        check(&[(D::MetaAnalysis, S::Near, "human")], G::D);
        check(&[(D::Trial, S::Supports, "human")], G::B);
        check(&[(D::Trial, S::Supports, "human"), (D::Trial, S::Null, "human")], G::A);
        check(&[(D::AnimalIntervention, S::Supports, "mouse")], G::C);
        check(&[(D::AnimalIntervention, S::Supports, "mouse human")], G::B);
        check(&[(D::Review, S::Supports, "human")], G::B);
        check(&[(D::Review, S::Supports, "mouse")], G::C);
        check(&[(D::Opinion, S::Supports, "human"), (D::Protocol, S::Supports, "human")], G::D);
        check(&[(D::Unstated, S::Supports, "human"), (D::Unstated, S::Supports, "mouse")], G::D);
    }
}
