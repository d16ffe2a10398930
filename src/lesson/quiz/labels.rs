//! Cards without a label.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    draft::{Draft, Taken},
    ground::{Ground, plain, sources},
};
use crate::{
    grammar::{ended, list},
    model::{Effect, Link, Node, NodeId, Pathway},
    seed::Seed,
    sheet::QuestionKind,
};

/// The most choices of a question.
const CHOICES: usize = 4;

/// Labels of nodes outside of the part that are mixed in.
const OUTSIDERS: usize = 2;

/// How a card is linked: whether as a cause, with what, by which effect.
type Signature<'a> = BTreeSet<(bool, &'a NodeId, Effect)>;

/// Chooses cards whose labels can be taken off: no two are linked with each other, and no two are linked in the same
/// way, so that no two labels could be swapped. Cards with few links come first, since loops and routes run past
/// the others.
pub(super) fn choose<'a>(ground: &Ground<'a>, seed: &mut Seed, most: usize) -> BTreeSet<&'a NodeId> {
    let mut nodes = ground.nodes.clone();
    seed.shuffle(&mut nodes);
    let links = |node: &NodeId| ground.touching(node).count();
    // A stable sort: cards of one sort stay in their chance order.
    nodes.sort_by_cached_key(|node| match links(node) {
        0 => 2,
        1..=3 => 0,
        _ => 1,
    });
    let mut blank: BTreeSet<&NodeId> = BTreeSet::new();
    let mut signatures = BTreeSet::new();
    for node in nodes {
        let signature = signature(ground.part, ground, node);
        let apart = !signature.iter().any(|(_, other, _)| blank.contains(other) || **other == *node);
        let said = |other: &NodeId| ground.name(other).contains(ground.name(node));
        let alone = !blank.iter().any(|other| said(other) || ground.name(node).contains(ground.name(other)));
        if blank.len() < most && !signature.is_empty() && apart && alone && signatures.insert(signature) {
            blank.insert(node);
        }
    }
    blank
}

/// Asks for the cards that were chosen, and gives the labels to choose from, in the order of the alphabet. A card that
/// cannot be asked for keeps its label.
pub(super) fn ask<'a>(ground: &Ground<'a>, seed: &mut Seed, taken: &mut Taken<'a>) -> Vec<String> {
    let mut order: Vec<&NodeId> = taken.blank.iter().copied().collect();
    seed.shuffle(&mut order);
    let outsiders = outsiders(ground, seed, &order);
    loop {
        let mut pool: Vec<&str> = order.iter().map(|node| ground.label(node)).collect();
        pool.extend(outsiders.iter().map(|node| node.label.trim()));
        let mut trial = taken.clone();
        let blank = trial.blank.clone();
        let refused = order.iter().position(|node| {
            let draft = draft(ground, seed, node, &pool, &blank);
            !trial.take(ground, draft)
        });
        let Some(refused) = refused else {
            *taken = trial;
            pool.sort_unstable_by_key(|label| (label.to_lowercase(), *label));
            return if order.is_empty() { Vec::new() } else { pool.into_iter().map(str::to_owned).collect() };
        };
        taken.blank.remove(order.remove(refused));
    }
}

fn draft<'a>(
    ground: &Ground<'a>,
    seed: &mut Seed,
    node: &'a NodeId,
    pool: &[&str],
    blank: &BTreeSet<&'a NodeId>,
) -> Draft {
    let right = ground.label(node);
    let mut others: Vec<&str> = pool.iter().copied().filter(|label| *label != right).collect();
    seed.shuffle(&mut others);
    others.truncate(CHOICES - 1);
    let mut draft = Draft::new(QuestionKind::BlankLabel, "has no label. What stands on it?".to_owned());
    draft.lead = Some("Card");
    draft.answer = seed.below(others.len() + 1);
    others.insert(draft.answer, right);
    draft.choices = others.into_iter().map(str::to_owned).collect();
    draft.writable = true;
    let links: Vec<&Link> = ground.touching(node).collect();
    draft.why = why(ground, node, &links, blank);
    draft.sources = sources(links.iter().copied());
    draft.nodes = vec![node.clone()];
    draft.links = links.iter().map(|link| link.id.clone()).collect();
    draft.pairs = links.iter().map(|link| (link.from.clone(), link.to.clone())).collect();
    draft
}

/// What the card is, unless that names another blank card, and how it is linked.
fn why<'a>(ground: &Ground<'a>, node: &'a NodeId, links: &[&'a Link], blank: &BTreeSet<&'a NodeId>) -> String {
    let claims: Vec<String> = links.iter().map(|link| format!("“{}”", ground.claim(link))).collect();
    let drawn = format!("The diagram shows it: {}.", list(&claims));
    let said = ground.part.node(node).map(|node| node.explanation.trim()).unwrap_or_default();
    let told = plain(said);
    let names_another = blank.iter().any(|other| other != &node && told.contains(ground.name(other)));
    if said.is_empty() || names_another {
        return format!("It is {}. {drawn}", ground.label(node));
    }
    format!("{} {drawn}", ended(&format!("{}: {said}", ground.label(node))))
}

/// Nodes outside of the part that could stand on a blank card but do not: of the same kind or lane, and linked
/// otherwise.
fn outsiders<'a>(ground: &Ground<'a>, seed: &mut Seed, blank: &[&'a NodeId]) -> Vec<&'a Node> {
    let mut found = ground.outsiders();
    seed.shuffle(&mut found);
    let cards: BTreeMap<&NodeId, Signature<'_>> =
        blank.iter().map(|node| (*node, signature(ground.part, ground, node))).collect();
    found.retain(|other| {
        let linked = signature(ground.whole, ground, &other.id);
        cards.values().all(|card| !card.is_subset(&linked))
    });
    let alike = |other: &Node| {
        let same = |node: &Node| u8::from(node.kind != other.kind) + u8::from(node.lane != other.lane);
        blank.iter().filter_map(|node| ground.part.node(node)).map(|node| same(node)).min()
    };
    // A stable sort: equals stay in their chance order.
    found.sort_by_cached_key(|other| alike(other));
    found.truncate(OUTSIDERS);
    found
}

fn signature<'a>(pathway: &'a Pathway, ground: &Ground<'_>, node: &NodeId) -> Signature<'a> {
    let causes = pathway.causes_of(node).into_iter().map(|link| (true, &link.from, ground.effect(link)));
    let effects = pathway.effects_of(node).into_iter().map(|link| (false, &link.to, ground.effect(link)));
    causes.chain(effects).collect()
}
