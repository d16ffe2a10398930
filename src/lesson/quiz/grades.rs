//! Which grade a body of evidence can carry.

use std::collections::BTreeSet;

use super::{
    draft::{Draft, Taken},
    ground::Ground,
};
use crate::{
    analysis::prose::species,
    grammar::count,
    model::{Design, Grade, Link, RULE, SourceId, Stance, ceiling},
    seed::Seed,
    sheet::QuestionKind,
};

/// The grades to choose from. That nothing was found needs no judgement.
const GRADES: [Grade; 4] = [Grade::A, Grade::B, Grade::C, Grade::D];

/// The most kinds of study in a description.
const MOST_GROUPS: usize = 6;

/// The longest description, in characters.
const LONGEST: usize = 700;

/// Whether the part has a link whose grade can be asked for.
pub(super) fn any(ground: &Ground<'_>) -> bool {
    ground.links.iter().any(|link| settled(link) && draft(ground, link).is_some())
}

/// Asks for grades until there are so many questions, with answers as different as the part allows. Only links are
/// taken whose grade is the one that their evidence carries by the rule, so that the description settles it: a lighter
/// grade is a judgement on what a description leaves out.
pub(super) fn ask<'a>(ground: &Ground<'a>, seed: &mut Seed, taken: &mut Taken<'a>, most: usize) {
    let mut links = ground.links.clone();
    links.retain(|link| settled(link));
    seed.shuffle(&mut links);
    let mut asked: Vec<Grade> = Vec::new();
    while taken.count(QuestionKind::Grade) < most {
        let often = |link: &&&Link| asked.iter().filter(|grade| **grade == link.grade).count();
        let Some(&link) = links.iter().min_by_key(often) else { break };
        links.retain(|other| other.id != link.id);
        if let Some(draft) = draft(ground, link)
            && taken.take(ground, draft)
        {
            asked.push(link.grade);
        }
    }
}

/// Whether the evidence of a link alone settles its grade.
fn settled(link: &Link) -> bool {
    !link.evidence.is_empty() && link.grade == ceiling(&link.evidence)
}

fn draft<'a>(ground: &Ground<'a>, link: &'a Link) -> Option<Draft> {
    if !ground.can_name_link(link) {
        return None;
    }
    let mut sources: Vec<SourceId> = Vec::new();
    for item in &link.evidence {
        if !sources.contains(&item.source) {
            sources.push(item.source.clone());
        }
    }
    let described = described(link).filter(|text| text.chars().count() <= LONGEST)?;
    let from = count(sources.len(), "source", "sources");
    let prompt =
        format!("One link has this evidence, from {from}: {described}. What is the heaviest grade it can carry?");
    let mut draft = Draft::new(QuestionKind::Grade, prompt);
    draft.choices = GRADES.into_iter().map(|grade| format!("{}: {}", grade.name(), meaning(grade))).collect();
    draft.answer = GRADES.into_iter().position(|grade| grade == link.grade)?;
    draft.why = format!("It is the evidence for “{}”, graded {}. {RULE}", ground.claim(link), link.grade.name());
    draft.sources = sources;
    draft.nodes = vec![link.from.clone(), link.to.clone()];
    draft.links = vec![link.id.clone()];
    draft.pairs = vec![(link.from.clone(), link.to.clone())];
    Some(draft)
}

/// What the rule asks of a grade, so that the choices exclude each other.
fn meaning(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "a meta-analysis that includes people, or controlled trials in people from two sources",
        Grade::B => "another study or review of people",
        Grade::C => "a study or review without people",
        Grade::D => "only opinions, study plans, or evidence from nearby questions",
        Grade::X => "nothing was found",
    }
}

/// What a description says of a piece of evidence.
type Sort<'a> = (Design, &'a [String], Stance);

/// The evidence by design, species and stance, with how many sources have each; `None` where that would be too long.
fn described(link: &Link) -> Option<String> {
    let mut groups: Vec<(Sort<'_>, BTreeSet<&SourceId>)> = Vec::new();
    for item in &link.evidence {
        let key = (item.design, item.species.as_slice(), item.stance);
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, sources)) => drop(sources.insert(&item.source)),
            None => groups.push((key, BTreeSet::from([&item.source]))),
        }
    }
    groups.sort_unstable();
    if groups.len() > MOST_GROUPS {
        return None;
    }
    let one = |((design, whom, stance), sources): &(Sort<'_>, BTreeSet<&SourceId>)| {
        let whom = if whom.is_empty() { "species not said".to_owned() } else { species(whom) };
        let from = if sources.len() == 1 { String::new() } else { format!(", {} sources", sources.len()) };
        format!("{} ({whom}): {}{from}", design.label(), stance.label())
    };
    Some(groups.iter().map(one).collect::<Vec<_>>().join("; "))
}
