//! What the evidence of a link comes to, in a sentence: who has shown it, who has not, and in whom.

use super::{words, writer::Writer};
use crate::model::{Design, Effect, Evidence, Link, SourceId, Stance};

/// The sources that stand behind the claim of a link as it is.
pub(super) fn behind(link: &Link) -> impl Iterator<Item = &SourceId> {
    let counts = |item: &&Evidence| {
        item.stance == Stance::Supports || (link.effect == Effect::NoEffect && item.stance == Stance::Null)
    };
    link.evidence.iter().filter(counts).map(|item| &item.source)
}

/// The evidence of a link in one sentence.
pub(super) fn sentence(writer: &mut Writer, link: &Link) -> String {
    let clauses: Vec<String> = groups(link).into_iter().map(|group| clause(writer, link, &group)).collect();
    if !clauses.is_empty() {
        return words::sentence(&clauses.join("; "));
    }
    match &link.no_source_found {
        Some(text) if !text.trim().is_empty() => words::sentence(text),
        _ => "No source is given for this.".to_owned(),
    }
}

/// Evidence that can be told in one breath.
struct Group<'a> {
    stance: Stance,
    manner: Manner,
    whom: String,
    items: Vec<&'a Evidence>,
}

/// How a source comes to what it says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    Tried,
    Watched,
    Reviewed,
    Argued,
    Planned,
}

impl Manner {
    fn of(design: Design) -> Self {
        match design {
            Design::MetaAnalysisOfTrials
            | Design::Trial
            | Design::OpenLabel
            | Design::HumanExperiment
            | Design::AnimalIntervention
            | Design::CellStudy => Self::Tried,
            Design::MetaAnalysis
            | Design::Cohort
            | Design::HumanObservation
            | Design::HumanImaging
            | Design::PostMortem
            | Design::AnimalObservation => Self::Watched,
            Design::SystematicReview | Design::Review => Self::Reviewed,
            Design::Opinion => Self::Argued,
            Design::Protocol => Self::Planned,
        }
    }
}

/// Evidence by stance, then by manner and by whom it looked at, in the order of the file.
fn groups(link: &Link) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for stance in Stance::ALL {
        for item in link.evidence.iter().filter(|item| item.stance == stance) {
            let (manner, whom) = (Manner::of(item.design), whom(item));
            // Beside a claim only those for it differ in manner; of the others it is enough in whom.
            let same = |group: &&mut Group<'_>| {
                group.stance == stance && group.whom == whom && (stance != Stance::Supports || group.manner == manner)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.items.push(item),
                None => groups.push(Group { stance, manner, whom, items: vec![item] }),
            }
        }
    }
    groups
}

/// In whom: `mice`, `male mice` where the sample says so, `people`.
fn whom(item: &Evidence) -> String {
    let species = words::species(&item.species);
    let sample = item.sample.to_lowercase();
    match item.species.as_slice() {
        [_] if sample.starts_with(&format!("male {species}")) => format!("male {species}"),
        [_] if sample.starts_with(&format!("female {species}")) => format!("female {species}"),
        _ => species,
    }
}

fn clause(writer: &mut Writer, link: &Link, group: &Group<'_>) -> String {
    let cited = writer.cite(group.items.iter().map(|item| &item.source));
    let place = if group.whom.is_empty() { String::new() } else { format!(" in {}", group.whom) };
    let on = if group.whom.is_empty() { String::new() } else { format!(" on {}", group.whom) };
    let thing = if link.effect == Effect::NoEffect { "an effect" } else { "this" };
    match group.stance {
        Stance::Supports if link.effect == Effect::Unknown => format!("there is support for this{place}{cited}"),
        Stance::Supports => match group.manner {
            Manner::Tried => format!("this was shown{place}{cited}"),
            Manner::Watched => format!("this was observed{place}{cited}"),
            Manner::Reviewed => format!("this is described in a review of work{on}{cited}"),
            Manner::Argued => format!("this is an expert’s view{cited}"),
            Manner::Planned => format!("a study{place} is planned to test this{cited}"),
        },
        Stance::Disputes => format!("there is reason to doubt it from work{on}{cited}"),
        Stance::Null => format!("{thing} was looked for{place} and not found{cited}"),
        Stance::Near => format!("the nearest evidence is from work{on}, not a direct test{cited}"),
    }
}

/// What a link hangs on, after a colon: `it hangs on a single source [4]`.
pub(super) fn hangs_on(writer: &mut Writer, link: &Link) -> String {
    let (mut support, mut direct, mut near): (Vec<_>, Vec<_>, Vec<_>) = Default::default();
    support.extend(behind(link).cloned());
    for item in &link.evidence {
        if item.stance == Stance::Near { near.push(item.source.clone()) } else { direct.push(item.source.clone()) }
    }
    for list in [&mut support, &mut direct, &mut near] {
        list.sort();
        list.dedup();
    }
    match (support.len(), direct.len(), near.len()) {
        (0, 0, 0) => "no source is given for it".to_owned(),
        (0, 0, n) => {
            let (noun, verb) = if n == 1 { ("source", "bears") } else { ("sources", "bear") };
            format!("no source tested it directly; {n} {noun} {verb} on it from nearby{}", writer.cite(&near))
        }
        (0, ..) => format!(
            "no source supports it, and some evidence speaks against it or found nothing{}",
            writer.cite(&direct)
        ),
        (1, ..) => format!("it hangs on a single source{}", writer.cite(&support)),
        (n, ..) => format!("it rests on {n} sources{}", writer.cite(&support)),
    }
}

/// How many sources stand behind a link.
pub(super) fn support(link: &Link) -> usize {
    let mut sources: Vec<&SourceId> = behind(link).collect();
    sources.sort();
    sources.dedup();
    sources.len()
}
