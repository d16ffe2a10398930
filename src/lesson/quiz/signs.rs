//! Links without a sign.

use super::{
    draft::{Draft, Taken},
    ground::{Ground, sources},
};
use crate::{
    model::{Effect, Link},
    seed::Seed,
    sheet::QuestionKind,
};

/// Takes the sign off links until so many are asked for; those with rarer effects come first, so that not every
/// answer is the same.
pub(super) fn ask<'a>(ground: &Ground<'a>, seed: &mut Seed, taken: &mut Taken<'a>, most: usize) {
    let mut links = ground.links.clone();
    seed.shuffle(&mut links);
    let mut asked: Vec<Effect> = Vec::new();
    while taken.count(QuestionKind::BlankSign) < most {
        // A stable sort: equals stay in their chance order.
        links.sort_by_key(|link| asked.iter().filter(|effect| **effect == ground.effect(link)).count());
        let open = |link: &&&Link| ground.can_name_link(link) && taken.can_unsign(ground, link);
        let Some(&link) = links.iter().find(open) else { break };
        links.retain(|other| other.id != link.id);
        if taken.take(ground, draft(ground, link)) {
            taken.unsigned.insert(link.id.clone());
            asked.push(ground.effect(link));
        }
    }
}

fn draft<'a>(ground: &Ground<'a>, link: &'a Link) -> Draft {
    let (from, to) = (ground.label(&link.from), ground.label(&link.to));
    let prompt = format!("has no sign. What does more of “{from}” do to “{to}”?");
    let mut draft = Draft::new(QuestionKind::BlankSign, prompt);
    draft.lead = Some("Link");
    let effect = ground.effect(link);
    draft.choices = Effect::ALL.into_iter().map(|effect| words(effect).to_owned()).collect();
    draft.answer = Effect::ALL.into_iter().position(|each| each == effect).unwrap_or_default();
    draft.writable = true;
    let mut told = ground.told(std::slice::from_ref(&link.id), false);
    // What follows is on the whole of a route, and a link alone is none.
    told.truncate(told.len().saturating_sub(2));
    draft.why = told.join(" ");
    draft.sources = sources([link]);
    draft.nodes = vec![link.from.clone(), link.to.clone()];
    draft.links = vec![link.id.clone()];
    draft.pairs = vec![(link.from.clone(), link.to.clone())];
    draft
}

/// The choices, in the order of the legend.
fn words(effect: Effect) -> &'static str {
    match effect {
        Effect::Raises => "It raises it.",
        Effect::Lowers => "It lowers it.",
        Effect::Mixed => "It sometimes raises and sometimes lowers it.",
        Effect::NoEffect => "Nothing: an effect was looked for and not found.",
        Effect::Unknown => "It may do something, but nobody has shown what.",
    }
}
