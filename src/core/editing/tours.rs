//! Tours: made from what is there, and moved. Their steps are edited as texts, choices and lists.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    draft::Draft,
    ids::{Mint, tour_id},
    lanes::moved,
    lists::require_step,
    outcome::{Outcome, Refusal},
    words::{quoted, tour_name},
};
use crate::{
    grammar::ended,
    model::{Change, Extra, Link, LinkId, Node, NodeId, Pathway, Step, Tour, TourId, one_line},
};

/// Adds a tour under an id of its own, made from its title, whatever id it comes with: one that was made from a route or a
/// loop, or one without steps.
///
/// # Errors
/// Where it has no title, or a step names what is not there.
pub fn add_tour(pathway: &Pathway, mint: &mut Mint<'_>, tour: Tour) -> Outcome {
    let title = one_line(&tour.title);
    if title.is_empty() {
        return Err(Refusal::new("a tour needs a title; write what it tells"));
    }
    let mut draft = Draft::of(pathway);
    tour.steps.iter().try_for_each(|step| require_step(&mut draft, step))?;
    let id = tour_id(mint, &title);
    let name = quoted(&title);
    draft.tours.add(Tour { id, title, ..tour });
    draft.finish(&format!("add the tour {name}"))
}

/// A tour through a selection, causes before effects as far as loops allow: each node that starts a line by its
/// explanation, each link by its sentence, its grade and why. Where no link is selected, those among the nodes are told.
///
/// # Errors
/// Where nothing is selected that is there.
pub fn tour_of_selection(
    pathway: &Pathway,
    nodes: &BTreeSet<NodeId>,
    links: &BTreeSet<LinkId>,
) -> Result<Tour, Refusal> {
    let told: Vec<&Link> = pathway.links().map(|link| &**link).filter(|link| is_told(link, nodes, links)).collect();
    let order = causes_first(pathway, nodes, &told);
    let (Some(first), Some(last)) = (order.first(), order.last()) else {
        return Err(Refusal::new("a tour needs something to show; select nodes or links first"));
    };
    let title =
        if first.id == last.id { first.label.clone() } else { format!("From {} to {}", first.label, last.label) };
    let places: BTreeMap<&NodeId, usize> = order.iter().enumerate().map(|(at, node)| (&node.id, at)).collect();
    let mut arriving: BTreeMap<usize, Vec<&Link>> = BTreeMap::new();
    for link in told {
        // A link that leads back is told with the last of its ends.
        let last = places.get(&link.from).max(places.get(&link.to));
        arriving.entry(last.copied().unwrap_or_default()).or_default().push(link);
    }
    let mut steps = Vec::new();
    for (at, node) in order.iter().enumerate() {
        match arriving.remove(&at) {
            Some(links) => steps.extend(links.into_iter().map(|link| step_of_link(pathway, link))),
            None => steps.push(Step::new([node.id.as_str()], &introduced(node))),
        }
    }
    Ok(Tour { id: TourId::new("made"), title, steps, extra: Extra::new() })
}

fn is_told(link: &Link, nodes: &BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> bool {
    links.contains(&link.id) || links.is_empty() && nodes.contains(&link.from) && nodes.contains(&link.to)
}

/// Selected nodes and the ends of links: of those left always the one with the fewest causes left, the first of the file.
fn causes_first<'p>(pathway: &'p Pathway, nodes: &BTreeSet<NodeId>, links: &[&Link]) -> Vec<&'p Node> {
    let leads = || links.iter().filter(|link| !link.returns && link.from != link.to);
    let mut causes: BTreeMap<&NodeId, usize> = nodes.iter().map(|id| (id, 0)).collect();
    causes.extend(links.iter().flat_map(|link| [(&link.from, 0), (&link.to, 0)]));
    let mut effects: BTreeMap<&NodeId, Vec<&NodeId>> = BTreeMap::new();
    for link in leads() {
        *causes.entry(&link.to).or_default() += 1;
        effects.entry(&link.from).or_default().push(&link.to);
    }
    let places: BTreeMap<&NodeId, (usize, &'p Node)> = pathway
        .nodes()
        .enumerate()
        .filter(|(_, node)| causes.contains_key(&node.id))
        .map(|(at, node)| (&node.id, (at, &**node)))
        .collect();
    let mut left: BTreeSet<(usize, usize, &NodeId)> =
        places.iter().map(|(id, (at, _))| (causes.get(id).copied().unwrap_or_default(), *at, *id)).collect();
    let mut order = Vec::new();
    while let Some((_, _, next)) = left.pop_first() {
        for effect in effects.remove(next).unwrap_or_default() {
            let (Some(count), Some((at, _))) = (causes.get_mut(effect), places.get(effect)) else { continue };
            if left.remove(&(*count, *at, effect)) {
                *count -= 1;
                left.insert((*count, *at, effect));
            }
        }
        order.extend(places.get(next).map(|(_, node)| *node));
    }
    order
}

fn introduced(node: &Node) -> String {
    let said = node.explanation.trim();
    if said.is_empty() { format!("**{}**", node.label) } else { format!("**{}.** {said}", node.label) }
}

/// `A raises B (grade C). Why.`
fn step_of_link(pathway: &Pathway, link: &Link) -> Step {
    let claim = format!("{} (grade {}).", pathway.sentence(link), link.grade.name());
    let why = ended(&link.explanation);
    let text = if why.is_empty() { claim } else { format!("{claim} {why}") };
    Step::new([link.id.as_str(), link.to.as_str()], &text)
}

/// Moves a tour up (`-1`) or down (`1`) in the list by so many places.
///
/// # Errors
/// Where it is gone, or there is no place that way.
pub fn move_tour(pathway: &Pathway, id: &TourId, by: isize) -> Outcome {
    let at = pathway.tours().iter().position(|tour| tour.id == *id).ok_or_else(|| Refusal::gone("tour", id))?;
    let name = tour_name(pathway, id);
    let to = moved(at, by, pathway.tours().len());
    let to =
        to.ok_or_else(|| Refusal::new(format!("the tour {name} stands at that end already; move it the other way")))?;
    let mut draft = Draft::of(pathway);
    draft.change(Change::MoveTour(id.clone(), to));
    draft.finish(&format!("move the tour {name}"))
}
