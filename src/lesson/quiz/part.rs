//! As much of a pathway as a page can show: the whole of a small one, else a connected part around a loop or a route.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    analysis::{lens::Lens, web::Web},
    model::{Link, Node, NodeId, Parts, Pathway, SourceId},
    seed::Seed,
};

/// The most cards on a page: at A4 more make the labels smaller than 8 pt.
pub(super) const MOST_NODES: usize = 16;

/// The most links on a page, unless two cards alone have more.
const MOST_LINKS: usize = 36;

/// The longest loop or route that a part is grown around, in links.
const LONGEST_CORE: usize = 7;

/// From how many nodes a core is tried.
const TRIES: usize = 12;

/// The part of a pathway that a sheet is about, with its lanes, sources and tours. Nodes and links lie in the order of
/// the tours and of their ids, so that it does not depend on the order of the file.
pub(super) fn part(whole: &Pathway, lens: &Lens, seed: &mut Seed) -> Pathway {
    let near = Near::new(whole);
    if whole.nodes().len() <= MOST_NODES && whole.links().len() <= MOST_LINKS {
        let all = whole.nodes().map(|node| &node.id).collect();
        return only(whole, &all, true);
    }
    let core = core(whole, lens, seed);
    let nodes = grown(&near, core, seed);
    only(whole, &nodes, false)
}

/// Which nodes are linked, in either direction, with how many links; in the order of ids.
struct Near<'a>(BTreeMap<&'a NodeId, BTreeMap<&'a NodeId, usize>>);

impl<'a> Near<'a> {
    fn new(whole: &'a Pathway) -> Self {
        let mut near: BTreeMap<&NodeId, BTreeMap<&NodeId, usize>> = BTreeMap::new();
        for link in whole.links() {
            *near.entry(&link.from).or_default().entry(&link.to).or_default() += 1;
            if link.from != link.to {
                *near.entry(&link.to).or_default().entry(&link.from).or_default() += 1;
            }
        }
        Self(near)
    }

    fn of(&self, node: &NodeId) -> impl Iterator<Item = (&'a NodeId, usize)> {
        self.0.get(node).into_iter().flatten().map(|(&other, &links)| (other, links))
    }

    /// How many links a node brings into a set of nodes, its own to itself included.
    fn brings(&self, node: &NodeId, set: &BTreeSet<&NodeId>) -> usize {
        self.of(node).filter(|(other, _)| set.contains(other) || *other == node).map(|(_, links)| links).sum()
    }
}

/// The nodes of a short loop; where none is found, of the longest route from some node; where there is none, a node.
fn core<'a>(whole: &'a Pathway, lens: &Lens, seed: &mut Seed) -> BTreeSet<&'a NodeId> {
    let web = Web::new(whole, lens);
    let starts: Vec<u32> = (0..TRIES).map(|_| seed.below(web.node_count()) as u32).collect();
    let closed = starts.iter().find_map(|&start| shortest_loop(&web, start));
    let links = closed.unwrap_or_else(|| {
        let routes = starts.iter().map(|&start| longest_route(&web, start));
        // The first of several that are equally long.
        routes.rev().max_by_key(Vec::len).unwrap_or_default()
    });
    let mut numbers: BTreeSet<u32> = links.iter().flat_map(|&link| [web.from(link), web.to(link)]).collect();
    if numbers.is_empty() && web.node_count() > 0 {
        numbers.extend(starts.first());
    }
    numbers.into_iter().filter_map(|number| whole.node(web.node(number))).map(|node| &node.id).collect()
}

/// The links of the shortest loop through a node that is short enough; of equal ones, the first by ids.
fn shortest_loop(web: &Web, start: u32) -> Option<Vec<u32>> {
    let back = web.steps_to(start, |_| true);
    let steps = |link: &u32| back.steps(web.to(*link)).unwrap_or(u32::MAX);
    let first = web.links_from(start).filter(|link| web.to(*link) != start).min_by_key(steps)?;
    if steps(&first) >= LONGEST_CORE as u32 {
        return None;
    }
    let mut links = vec![first];
    links.extend(web.shortest(web.to(first), start, |_| true)?);
    Some(links)
}

/// The links of the shortest route to the node that is farthest from a node within bounds.
fn longest_route(web: &Web, start: u32) -> Vec<u32> {
    let walk = web.steps_from(start, |_| true);
    let within = |&node: &u32| walk.steps(node).is_some_and(|steps| steps <= LONGEST_CORE as u32);
    let farthest = (0..web.node_count() as u32).filter(within).max_by_key(|&node| walk.steps(node));
    farthest.and_then(|end| web.shortest(start, end, |_| true)).unwrap_or_default()
}

/// Adds linked nodes one by one, those with more links to what is there more often, until the page is full.
fn grown<'a>(near: &Near<'a>, core: BTreeSet<&'a NodeId>, seed: &mut Seed) -> BTreeSet<&'a NodeId> {
    let mut set = BTreeSet::new();
    let mut links = 0;
    for node in core {
        set.insert(node);
        links += near.brings(node, &set);
    }
    let mut refused: BTreeSet<&NodeId> = BTreeSet::new();
    while set.len() < MOST_NODES {
        let mut ways: BTreeMap<&NodeId, usize> = BTreeMap::new();
        for (other, count) in set.iter().flat_map(|node| near.of(node)) {
            if !set.contains(other) && !refused.contains(other) {
                *ways.entry(other).or_default() += count;
            }
        }
        let Some(next) = chosen(&ways, seed) else { break };
        let brings = near.brings(next, &set);
        if links + brings > MOST_LINKS {
            refused.insert(next);
        } else {
            set.insert(next);
            links += brings;
        }
    }
    set
}

/// One of several nodes, each as often as it has links.
fn chosen<'a>(ways: &BTreeMap<&'a NodeId, usize>, seed: &mut Seed) -> Option<&'a NodeId> {
    let mut left = seed.below(ways.values().sum());
    ways.iter().find_map(|(&node, &count)| {
        if left < count {
            return Some(node);
        }
        left -= count;
        None
    })
}

/// A pathway of some of the nodes and all links between them. Pins say where cards lie in the whole, so that a part
/// forgets them.
fn only(whole: &Pathway, nodes: &BTreeSet<&NodeId>, pinned: bool) -> Pathway {
    let mut parts = Parts { about: whole.about().clone(), ..Parts::default() };
    let told = told(whole);
    let place = |id: &str| told.get(id).copied().unwrap_or(usize::MAX);
    parts.nodes = whole.nodes().filter(|node| nodes.contains(&node.id)).map(|node| Node::clone(node)).collect();
    parts.nodes.sort_by(|a, b| (place(a.id.as_str()), &a.id).cmp(&(place(b.id.as_str()), &b.id)));
    if !pinned {
        for node in &mut parts.nodes {
            node.at = None;
        }
    }
    let inside = |link: &Link| nodes.contains(&link.from) && nodes.contains(&link.to);
    parts.links = whole.links().filter(|link| inside(link)).map(|link| Link::clone(link)).collect();
    parts.links.sort_by(|a, b| (place(a.id.as_str()), &a.id).cmp(&(place(b.id.as_str()), &b.id)));
    parts.lanes = whole.lanes().iter().map(|lane| (**lane).clone()).collect();
    parts.lanes.retain(|lane| parts.nodes.iter().any(|node| node.lane == lane.id));
    let cited: BTreeSet<&SourceId> =
        parts.links.iter().flat_map(|link| &link.evidence).map(|item| &item.source).collect();
    let noted: BTreeSet<&SourceId> =
        parts.nodes.iter().flat_map(|node| &node.notes).flat_map(|note| &note.sources).collect();
    parts.sources = whole.sources().iter().map(|source| (**source).clone()).collect();
    parts.sources.retain(|source| cited.contains(&source.id) || noted.contains(&source.id));
    parts.sources.sort_by(|a, b| a.id.cmp(&b.id));
    parts.tours = whole.tours().iter().map(|tour| (**tour).clone()).collect();
    let shown: BTreeSet<&str> = parts
        .nodes
        .iter()
        .map(|node| node.id.as_str())
        .chain(parts.links.iter().map(|link| link.id.as_str()))
        .collect();
    for tour in &mut parts.tours {
        for step in &mut tour.steps {
            step.show.retain(|id| shown.contains(id.as_str()));
        }
        tour.steps.retain(|step| !step.show.is_empty());
    }
    parts.tours.retain(|tour| !tour.steps.is_empty());
    Pathway::from_parts(parts, Vec::new())
}

/// Where the tours first name each thing.
fn told(whole: &Pathway) -> BTreeMap<&str, usize> {
    let mut places = BTreeMap::new();
    let named = whole.tours().iter().flat_map(|tour| &tour.steps).flat_map(|step| &step.show);
    for (place, id) in named.enumerate() {
        places.entry(id.as_str()).or_insert(place);
    }
    places
}
