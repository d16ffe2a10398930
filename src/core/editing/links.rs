//! Links: added, led elsewhere, turned round.

use std::sync::Arc;

use super::{
    draft::Draft,
    ids::{Mint, link_id},
    outcome::{Outcome, Refusal},
    words::{link_name, quoted},
};
use crate::{
    analysis::problems::Subject,
    model::{Effect, Link, LinkId, NodeId, Pathway},
};

/// The effect that a key stands for on a link.
pub fn effect_of_key(key: char) -> Option<Effect> {
    match key {
        '+' => Some(Effect::Raises),
        '-' | '−' | '–' => Some(Effect::Lowers),
        '~' => Some(Effect::Mixed),
        '0' => Some(Effect::NoEffect),
        '?' => Some(Effect::Unknown),
        _ => None,
    }
}

/// Adds a link. A node may lead to itself, and two links may lead the same way with different effects.
///
/// # Errors
/// Where an end is gone, and where there is such a link with that effect.
pub fn add_link(pathway: &Pathway, mint: &mut Mint<'_>, from: &NodeId, to: &NodeId, effect: Effect) -> Outcome {
    let mut draft = Draft::of(pathway);
    draft.node(from)?;
    draft.node(to)?;
    let id = link_id(mint, from, to);
    let link = Link::new(id.as_str(), from.as_str(), to.as_str(), effect);
    let said = quoted(&pathway.sentence(&link));
    beside(&mut draft, &link)?;
    draft.links.add(link);
    draft.finish(&format!("add {said}"))
}

/// Leads a link from and to other nodes; all that is said of it stays.
///
/// # Errors
/// Where the link or an end is gone, and where there is such a link with that effect.
pub fn set_ends(pathway: &Pathway, id: &LinkId, from: &NodeId, to: &NodeId) -> Outcome {
    let mut draft = Draft::of(pathway);
    draft.node(from)?;
    draft.node(to)?;
    let link = draft.link(id)?;
    (link.from, link.to) = (from.clone(), to.clone());
    let link = link.clone();
    beside(&mut draft, &link)?;
    if !link.evidence.is_empty() {
        draft.tell("its evidence and its texts stay as they were; see that they still speak of this link");
    }
    draft.finish(&format!("change the ends of {}", link_name(pathway, id)))
}

/// Turns a link round; all that is said of it stays.
///
/// # Errors
/// Where it is gone, leads from a node to itself, or meets its like.
pub fn reverse(pathway: &Pathway, id: &LinkId) -> Outcome {
    let link = pathway.link(id).ok_or_else(|| Refusal::gone("link", id))?;
    if link.from == link.to {
        return Err(Refusal::new(format!(
            "{} leads from a node to itself and cannot be turned round; change one of its ends",
            link_name(pathway, id)
        )));
    }
    let mut done = set_ends(pathway, id, &link.to, &link.from)?;
    done.edit.label = format!("turn round {}", link_name(pathway, id));
    Ok(done)
}

/// Refuses a link that another one is already, and tells of others between the same nodes.
pub(super) fn beside(draft: &mut Draft<'_>, link: &Link) -> Result<(), Refusal> {
    let pathway = draft.pathway;
    let parallel = |other: &&Arc<Link>| other.id != link.id && other.from == link.from && other.to == link.to;
    let others: Vec<&Arc<Link>> = pathway.links().filter(parallel).collect();
    let alike = others.iter().find(|other| other.effect == link.effect);
    if let Some(other) = alike {
        let why = format!(
            "{} is there already; go there and add what you have, or choose another effect",
            link_name(pathway, &other.id)
        );
        return Err(Refusal::because(Subject::Link(other.id.clone()), why));
    }
    if let Some(other) = others.first() {
        draft.tell(format!("{} is there too, and both stand", link_name(pathway, &other.id)));
    }
    Ok(())
}
