//! Grades that the evidence on a link can carry, and why not a heavier one.

use super::outcome::Refusal;
use crate::{
    analysis::problems::{Carrying, needs, reason},
    model::{Evidence, Grade, LinkId, Pathway},
};

/// A grade, for a chooser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeOffer {
    /// The grade.
    pub grade: Grade,
    /// In one sentence without its full stop, why the evidence does not carry it; nothing, where it does.
    pub why_not: Option<String>,
}

/// Every grade for a link, heaviest first. A lighter grade than the evidence carries can always be chosen.
///
/// # Errors
/// Where the link is gone.
pub fn grade_offers(pathway: &Pathway, id: &LinkId) -> Result<Vec<GradeOffer>, Refusal> {
    let link = pathway.link(id).ok_or_else(|| Refusal::gone("link", id))?;
    let most = Carrying::of(pathway).grade(&link.evidence);
    let offer = |grade| GradeOffer { grade, why_not: (grade < most).then(|| why_not(grade, most)) };
    Ok(Grade::ALL.into_iter().map(offer).collect())
}

/// Refuses a grade that evidence does not carry.
pub(super) fn refuse_grade(pathway: &Pathway, name: &str, evidence: &[Evidence], grade: Grade) -> Result<(), Refusal> {
    let most = Carrying::of(pathway).grade(evidence);
    if grade < most {
        return Err(Refusal::new(format!("{name} cannot have grade {}: {}", grade.name(), why_not(grade, most))));
    }
    Ok(())
}

fn why_not(grade: Grade, most: Grade) -> String {
    let (grade_name, most_name) = (grade.name(), most.name());
    format!("the evidence carries {most_name} at most, since {}; {grade_name} needs {}", reason(most), needs(grade))
}
