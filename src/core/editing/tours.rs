//! Tours: made from what is there, and moved. Their steps are edited as texts, choices and lists.

use std::collections::BTreeSet;

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
    let ends = told.iter().flat_map(|link| [&link.from, &link.to]);
    let wanted: BTreeSet<&NodeId> = nodes.iter().chain(ends).collect();
    let order = causes_first(pathway, &wanted, &told);
    let (Some(first), Some(last)) = (order.first(), order.last()) else {
        return Err(Refusal::new("a tour needs something to show; select nodes or links first"));
    };
    let title =
        if first.id == last.id { first.label.clone() } else { format!("From {} to {}", first.label, last.label) };
    let mut steps = Vec::new();
    let mut shown: BTreeSet<&NodeId> = BTreeSet::new();
    for node in order {
        shown.insert(&node.id);
        let now = |link: &&&Link| {
            (link.from == node.id || link.to == node.id) && shown.contains(&link.from) && shown.contains(&link.to)
        };
        let arriving: Vec<&&Link> = told.iter().filter(now).collect();
        if arriving.is_empty() {
            steps.push(Step::new([node.id.as_str()], &introduced(node)));
        }
        steps.extend(
            arriving.into_iter().map(|link| Step::new([link.id.as_str(), link.to.as_str()], &told_of(pathway, link))),
        );
    }
    Ok(Tour { id: TourId::new("made"), title, steps, extra: Extra::new() })
}

fn is_told(link: &Link, nodes: &BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> bool {
    links.contains(&link.id) || links.is_empty() && nodes.contains(&link.from) && nodes.contains(&link.to)
}

/// Of the nodes left always the one with the fewest causes left, the first of the file.
fn causes_first<'p>(pathway: &'p Pathway, wanted: &BTreeSet<&NodeId>, links: &[&Link]) -> Vec<&'p Node> {
    let mut left: Vec<(usize, &Node)> = pathway
        .nodes()
        .filter(|node| wanted.contains(&node.id))
        .map(|node| {
            (links.iter().filter(|link| link.to == node.id && link.from != node.id && !link.returns).count(), &**node)
        })
        .collect();
    let mut order = Vec::new();
    while let Some(at) = (0..left.len()).min_by_key(|&at| (left.get(at).map(|each| each.0), at)) {
        let (_, next) = left.remove(at);
        for link in links.iter().filter(|link| link.from == next.id && !link.returns) {
            if let Some((causes, _)) = left.iter_mut().find(|(_, node)| node.id == link.to) {
                *causes -= 1;
            }
        }
        order.push(next);
    }
    order
}

fn introduced(node: &Node) -> String {
    let said = node.explanation.trim();
    if said.is_empty() { format!("**{}**", node.label) } else { format!("**{}.** {said}", node.label) }
}

/// `A raises B (grade C). Why.`
fn told_of(pathway: &Pathway, link: &Link) -> String {
    let claim = format!("{} (grade {}).", pathway.sentence(link), link.grade.name());
    let why = ended(&link.explanation);
    if why.is_empty() { claim } else { format!("{claim} {why}") }
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
