//! What the evidence of a link comes to, in a sentence: who has shown it, who has not, and in whom.

use super::{words, writer::Writer};
use crate::{
    grammar::{self, count, form},
    model::{Design, Effect, Evidence, Link, SourceId, Stance},
};

/// The sources that stand behind the claim of a link as it is.
pub(super) fn behind(link: &Link) -> impl Iterator<Item = &SourceId> {
    let counts = |item: &&Evidence| {
        item.stance == Stance::Supports || (link.effect == Effect::NoEffect && item.stance == Stance::Null)
    };
    link.evidence.iter().filter(counts).map(|item| &item.source)
}

/// The evidence of a link in one sentence.
pub(super) fn sentence(writer: &mut Writer, link: &Link) -> String {
    let clauses: Vec<String> = groups(link).iter().map(|group| clause(writer, link, group)).collect();
    if !clauses.is_empty() {
        return grammar::sentence(&clauses.join("; "));
    }
    match link.no_source_found.as_deref().map(str::trim) {
        // Authors write a sentence there, or only where they looked.
        Some(text) if text.ends_with(['.', '!', '?', '…']) => text.to_owned(),
        Some(text) if !text.is_empty() => grammar::sentence(&format!("no source was found: {text}")),
        _ => "No source is given for this.".to_owned(),
    }
}

/// Evidence that can be told in one breath.
struct Group<'a> {
    stance: Stance,
    manner: Manner,
    /// In whom, with the sources that say so.
    places: Vec<(String, Vec<&'a SourceId>)>,
}

/// How a source comes to what it says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    Tried,
    Watched,
    Reviewed,
    Argued,
    Planned,
    Told,
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
            Design::Unstated => Self::Told,
        }
    }
}

/// Evidence by stance, then by manner and by whom it looked at, in the order of the file.
fn groups(link: &Link) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for stance in Stance::ALL {
        for item in link.evidence.iter().filter(|item| item.stance == stance) {
            // Of those against or without result it is enough to say in whom; only those for it differ in manner.
            let manner = if stance == Stance::Supports { Manner::of(item.design) } else { Manner::Tried };
            let at = groups.iter().position(|group| group.stance == stance && group.manner == manner);
            let at = at.unwrap_or_else(|| {
                groups.push(Group { stance, manner, places: Vec::new() });
                groups.len() - 1
            });
            let (whom, places) = (whom(item), &mut groups[at].places);
            match places.iter_mut().find(|(other, _)| *other == whom) {
                Some((_, sources)) => sources.push(&item.source),
                None => places.push((whom, vec![&item.source])),
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
    let thing = if link.effect == Effect::NoEffect { "an effect" } else { "this" };
    match group.stance {
        Stance::Supports if link.effect == Effect::Unknown => {
            format!("there is support for this{}", places(writer, group, "in"))
        }
        Stance::Supports => match group.manner {
            Manner::Tried => format!("this was shown{}", places(writer, group, "in")),
            Manner::Watched => format!("this was observed{}", places(writer, group, "in")),
            Manner::Reviewed => format!("this is described in reviews of work{}", places(writer, group, "on")),
            Manner::Argued => format!("this is the view of experts{}", places(writer, group, "from work on")),
            Manner::Planned => format!("a test of this is planned{}", places(writer, group, "in")),
            Manner::Told => format!("this is claimed without naming the kind of study{}", places(writer, group, "in")),
        },
        Stance::Disputes => format!("there is reason to doubt it from work{}", places(writer, group, "on")),
        Stance::Null => format!("{thing} was looked for and not found{}", places(writer, group, "in")),
        Stance::Near => {
            format!("the nearest evidence, not a direct test, is from work{}", places(writer, group, "on"))
        }
    }
}

/// In whom, each with its sources: ` in male mice [1, 2] and in people [3]`.
fn places(writer: &mut Writer, group: &Group<'_>, preposition: &str) -> String {
    let place = |(whom, sources): &(String, Vec<&SourceId>)| {
        let cited = writer.cite(sources.iter().copied());
        if whom.is_empty() { cited.trim_start().to_owned() } else { format!("{preposition} {whom}{cited}") }
    };
    let all: Vec<String> = group.places.iter().map(place).collect();
    format!(" {}", grammar::list(&all))
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
            let (sources, bear) = (count(n, "source", "sources"), form(n, "bears", "bear"));
            format!("no source tested it directly; {sources} {bear} on it from nearby{}", writer.cite(&near))
        }
        (0, ..) => format!(
            "no source supports it, and some speak against it, doubt it or found nothing{}",
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
