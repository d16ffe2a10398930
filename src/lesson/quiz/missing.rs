//! Links that are not drawn.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    draft::{Draft, Taken},
    ground::{Ground, sources},
};
use crate::{
    model::{Link, NodeId, Pathway},
    seed::Seed,
    sheet::QuestionKind,
};

/// Wrong links beside the right one.
const WRONG: usize = 3;

/// Takes links out until so many are asked for. A link whose card would stand alone without it is taken last: a card
/// without links tells where to look.
pub(super) fn ask<'a>(ground: &Ground<'a>, seed: &mut Seed, taken: &mut Taken<'a>, most: usize) {
    let mut links = ground.links.clone();
    seed.shuffle(&mut links);
    let mut touching: BTreeMap<&NodeId, usize> = BTreeMap::new();
    for link in &ground.links {
        for node in BTreeSet::from([&link.from, &link.to]) {
            *touching.entry(node).or_default() += 1;
        }
    }
    let alone = |node: &NodeId| touching.get(node).is_none_or(|links| *links < 2);
    // A stable sort: the rest stay in their chance order.
    links.sort_by_key(|link| alone(&link.from) || alone(&link.to));
    for link in links {
        if taken.count(QuestionKind::MissingLink) >= most {
            break;
        }
        let open = ground.can_name_link(link) && taken.can_hide(ground, link);
        if let Some(draft) = open.then(|| draft(ground, seed, link, &taken.blank)).flatten()
            && taken.take(ground, draft)
        {
            taken.hidden.insert(link.id.clone());
        }
    }
}

fn draft<'a>(ground: &Ground<'a>, seed: &mut Seed, link: &'a Link, blank: &BTreeSet<&'a NodeId>) -> Option<Draft> {
    let wrong = wrong(ground, seed, link, blank);
    if wrong.len() < 2 {
        return None;
    }
    let prompt = "An arrow is missing from the diagram. Which of these belongs in it?".to_owned();
    let mut draft = Draft::new(QuestionKind::MissingLink, prompt);
    draft.choices = wrong.iter().map(|link| ground.claim(link)).collect();
    draft.answer = seed.below(wrong.len() + 1);
    draft.choices.insert(draft.answer, ground.claim(link));
    let mut told = ground.told(std::slice::from_ref(&link.id), false);
    told.truncate(told.len().saturating_sub(2));
    let ends = (ground.label(&link.from), ground.label(&link.to));
    draft.why = format!("The arrow leads from {} to {}. {}", ends.0, ends.1, told.join(" "));
    draft.sources = sources([link]);
    draft.nodes = vec![link.from.clone(), link.to.clone()];
    draft.links = vec![link.id.clone()];
    draft.pairs = vec![(link.from.clone(), link.to.clone())];
    Some(draft)
}

/// Links that look like the right one and exist in neither direction: one end is the same and the other is alike, or
/// both are others. What is only two steps away is no wrong link, since the cause does bring it about; what can be
/// reached at all comes late.
fn wrong<'a>(ground: &Ground<'a>, seed: &mut Seed, link: &'a Link, blank: &BTreeSet<&'a NodeId>) -> Vec<Link> {
    let ends: Vec<&NodeId> = ground.nodes.iter().copied().filter(|node| !blank.contains(node)).collect();
    let mut pairs: Vec<(&NodeId, &NodeId)> = Vec::new();
    for &from in &ends {
        let after = after(ground.whole, from);
        let fits = |to: &&NodeId| *to != from && !after.contains(to) && !leads(ground.whole, to, from);
        pairs.extend(ends.iter().copied().filter(fits).map(|to| (from, to)));
    }
    seed.shuffle(&mut pairs);
    // What nothing acts on is seen at once to be no effect.
    let odd = |to: &NodeId| ground.whole.causes_of(to).is_empty();
    let weight = |doubt: bool| if doubt { 2 } else { 0 };
    pairs.sort_by_cached_key(|(from, to)| {
        unlike(ground, link, from, to) + weight(ground.brings(from, to)) + weight(odd(to))
    });
    // Not all with the same end, which would tell it.
    let mut chosen: Vec<Link> = Vec::new();
    for (from, to) in pairs {
        let starts = chosen.iter().filter(|other| other.from == *from).count();
        let ends = chosen.iter().filter(|other| other.to == *to).count();
        if chosen.len() < WRONG && starts < 2 && ends < 2 {
            chosen.push(Link::new("wrong", from.as_str(), to.as_str(), ground.effect(link)));
        }
    }
    chosen
}

/// What lies one or two links behind a node.
fn after<'a>(whole: &'a Pathway, node: &'a NodeId) -> BTreeSet<&'a NodeId> {
    let one: BTreeSet<&NodeId> = whole.effects_of(node).into_iter().map(|link| &link.to).collect();
    let two = one.iter().flat_map(|node| whole.effects_of(node)).map(|link| &link.to);
    two.chain(one.iter().copied()).collect()
}

fn leads(whole: &Pathway, from: &NodeId, to: &NodeId) -> bool {
    whole.effects_of(from).iter().any(|link| link.to == *to)
}

/// How little two ends look like those of a link: 0 for the same, 1 for the same kind and lane, up to 3 for neither.
fn unlike(ground: &Ground<'_>, link: &Link, from: &NodeId, to: &NodeId) -> u8 {
    let one = |right: &NodeId, other: &NodeId| {
        if right == other {
            return 0;
        }
        let (Some(a), Some(b)) = (ground.part.node(right), ground.part.node(other)) else { return 3 };
        1 + u8::from(a.kind != b.kind) + u8::from(a.lane != b.lane)
    };
    one(&link.from, from) + one(&link.to, to)
}
