//! Removal: what goes, what goes with it, and what stays.

use std::collections::BTreeSet;

use super::{
    draft::Draft,
    mend::{Fate, mend},
    outcome::{Outcome, Refusal},
    sources::{cited_by, uncited},
    words::{lane_name, link_name, node_name, source_name, tour_name},
};
use crate::{
    analysis::problems::Subject,
    grammar::{count, form, list},
    model::{Change, LaneId, Link, LinkId, NodeId, Pathway, SourceId, TourId},
};

/// What somebody asks to be removed, sorted.
#[derive(Default)]
struct Asked {
    nodes: BTreeSet<NodeId>,
    links: BTreeSet<LinkId>,
    lanes: BTreeSet<LaneId>,
    sources: BTreeSet<SourceId>,
    tours: BTreeSet<TourId>,
    misfits: BTreeSet<usize>,
}

/// Removes records: with nodes the links that touch them. Sources that nothing cites any more stay. Steps of tours that
/// name what goes are put right in the same edit. All of that is told in one sentence.
///
/// # Errors
/// Where nothing is asked for, something is gone already, a source is still cited or a lane still lived in.
pub fn remove(pathway: &Pathway, items: &[Subject]) -> Outcome {
    let asked = sorted(items)?;
    let mut draft = Draft::of(pathway);
    let with = touching(pathway, &asked);
    for id in &asked.nodes {
        draft.node(id)?;
        draft.nodes.remove(id);
    }
    for id in asked.links.iter().chain(with.iter().map(|link| &link.id)) {
        draft.link(id)?;
        draft.links.remove(id);
    }
    for id in &asked.tours {
        draft.tour(id)?;
        draft.tours.remove(id);
    }
    remove_sources(&mut draft, &asked)?;
    remove_lanes(&mut draft, &asked)?;
    for &number in &asked.misfits {
        let misfit = pathway.misfits().get(number).ok_or_else(|| Refusal::gone("record", number + 1))?;
        draft.change(Change::RemoveMisfit(misfit.clone()));
    }
    tell_what_goes(&mut draft, &with);
    let fate = fate(pathway, &draft);
    mend(&mut draft, &fate, &asked.tours)?;
    draft.finish(&format!("delete {}", asked.words(pathway)))
}

fn sorted(items: &[Subject]) -> Result<Asked, Refusal> {
    let mut asked = Asked::default();
    for item in items {
        match item {
            Subject::Pathway => {
                return Err(Refusal::new("a pathway cannot be deleted from itself; remove its file where it lies"));
            }
            Subject::Node(id) => drop(asked.nodes.insert(id.clone())),
            Subject::Link(id) => drop(asked.links.insert(id.clone())),
            Subject::Lane(id) => drop(asked.lanes.insert(id.clone())),
            Subject::Source(id) => drop(asked.sources.insert(id.clone())),
            Subject::Tour(id) => drop(asked.tours.insert(id.clone())),
            Subject::Misfit(number) => drop(asked.misfits.insert(*number)),
        }
    }
    if items.is_empty() { Err(Refusal::new("nothing is selected; choose what to delete first")) } else { Ok(asked) }
}

/// Links that go with nodes and were not asked for themselves.
fn touching<'p>(pathway: &'p Pathway, asked: &Asked) -> Vec<&'p Link> {
    let touches = |link: &&Link| asked.nodes.contains(&link.from) || asked.nodes.contains(&link.to);
    pathway.links().map(|link| &**link).filter(touches).filter(|link| !asked.links.contains(&link.id)).collect()
}

fn remove_sources(draft: &mut Draft<'_>, asked: &Asked) -> Result<(), Refusal> {
    for id in &asked.sources {
        draft.source(id)?;
        let citing = cited_by(draft, id);
        if let Some(first) = citing.first() {
            let (name, by) = (
                source_name(draft.pathway, id),
                list(&citing.iter().take(3).map(|by| by.1.clone()).collect::<Vec<_>>()),
            );
            let more = if citing.len() > 3 { format!(" and {} more", citing.len() - 3) } else { String::new() };
            let why = format!("{name} is cited by {by}{more}; take it out there first");
            return Err(Refusal::because(first.0.clone(), why));
        }
        draft.sources.remove(id);
    }
    Ok(())
}

fn remove_lanes(draft: &mut Draft<'_>, asked: &Asked) -> Result<(), Refusal> {
    for id in &asked.lanes {
        draft.lane(id)?;
        let pathway = draft.pathway;
        let inside = pathway.nodes().filter(|node| node.lane == *id && !draft.nodes.is_removed(&node.id)).count();
        if inside > 0 {
            let (name, nodes) = (lane_name(pathway, id), count(inside, "node lies", "nodes lie"));
            let why = format!("{nodes} in the lane {name}; choose the lane where they go");
            return Err(Refusal::because(Subject::Lane(id.clone()), why));
        }
        draft.lanes.remove(id);
    }
    Ok(())
}

/// Says which links go that nobody asked for, and which sources nothing cites any more.
fn tell_what_goes(draft: &mut Draft<'_>, with: &[&Link]) {
    if !with.is_empty() {
        let evidence: usize = with.iter().map(|link| link.evidence.len()).sum();
        let links = count(with.len(), "link goes with it", "links go with it");
        let items = if evidence == 0 {
            String::new()
        } else {
            format!(", with {}", count(evidence, "item of evidence", "items of evidence"))
        };
        draft.tell(format!("{links}{items}"));
    }
    let left = uncited(draft);
    match left.as_slice() {
        [] => {}
        [id] => {
            draft.tell(format!("nothing else cites {}, which stays among the sources", source_name(draft.pathway, id)));
        }
        several => draft.tell(format!("nothing else cites {} sources, which stay", several.len())),
    }
}

/// Ids that name nothing any more once the draft is applied. A link may have the id of a node.
fn fate(pathway: &Pathway, draft: &Draft<'_>) -> Fate {
    let has_node = |id: &str| pathway.node(&id.into()).is_some() && !draft.nodes.is_removed(&id.into());
    let has_link = |id: &str| pathway.link(&id.into()).is_some() && !draft.links.is_removed(&id.into());
    let nodes = draft.nodes.removed().map(NodeId::as_str);
    let gone = nodes.chain(draft.links.removed().map(LinkId::as_str));
    gone.filter(|id| !has_node(id) && !has_link(id)).map(|id| (id.to_owned(), None)).collect()
}

impl Asked {
    /// One record by its name, several by their numbers.
    fn words(&self, pathway: &Pathway) -> String {
        let mut parts = Vec::new();
        let mut add = |names: Vec<String>, one: &str, more: &str| match names.as_slice() {
            [] => {}
            [name] => parts.push(name.clone()),
            several => parts.push(count(several.len(), one, more)),
        };
        add(self.nodes.iter().map(|id| node_name(pathway, id)).collect(), "node", "nodes");
        add(self.links.iter().map(|id| link_name(pathway, id)).collect(), "link", "links");
        add(self.lanes.iter().map(|id| format!("the lane {}", lane_name(pathway, id))).collect(), "lane", "lanes");
        add(self.sources.iter().map(|id| source_name(pathway, id)).collect(), "source", "sources");
        add(self.tours.iter().map(|id| format!("the tour {}", tour_name(pathway, id))).collect(), "tour", "tours");
        let misfits = self.misfits.len();
        if misfits > 0 {
            parts.push(count(misfits, "record that found no place", "records that found no place"));
        }
        list(&parts)
    }
}

/// Removes a lane; the nodes in it go to another.
///
/// # Errors
/// Where one of the two is gone, or both are the same.
pub fn remove_lane(pathway: &Pathway, id: &LaneId, into: &LaneId) -> Outcome {
    let mut draft = Draft::of(pathway);
    draft.lane(id)?;
    draft.lane(into)?;
    if id == into {
        return Err(Refusal::new("the nodes of a lane that goes need another lane; choose one, or add it first"));
    }
    let inside: Vec<NodeId> = pathway.nodes().filter(|node| node.lane == *id).map(|node| node.id.clone()).collect();
    for node in &inside {
        draft.node(node)?.lane = into.clone();
    }
    draft.lanes.remove(id);
    if !inside.is_empty() {
        let (nodes, go) = (count(inside.len(), "node", "nodes"), form(inside.len(), "goes", "go"));
        draft.tell(format!("{nodes} {go} to the lane {}", lane_name(pathway, into)));
    }
    draft.finish(&format!("delete the lane {}", lane_name(pathway, id)))
}
