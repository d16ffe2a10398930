//! Several pathways as one: nodes by id, links by their ends, and a list of everything that they disagree on.
//!
//! What came first stays; what comes later adds to it and is compared with it. Nothing is dropped in silence: where
//! only one of two values can stay, the other is in the list of conflicts.

mod about;
mod conflict;
mod links;
mod sources;
mod table;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use conflict::{Conflict, ConflictKind};

use crate::model::{About, Lane, LaneId, LinkId, Misfit, Node, NodeId, Note, Parts, Pathway, Tour, TourId};
use about::Gathered;
use conflict::Conflicts;
use links::Links;
use sources::{Renamed, Sources};
use table::{Table, numbered, unite};

/// Several pathways as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Everything that the pathways hold.
    pub pathway: Pathway,
    /// What they disagree on, in the order in which it was met.
    pub conflicts: Vec<Conflict>,
}

/// Merges pathways in the order given; `lanes` go first and with their own labels, all others in order of appearance.
/// What `about` says stands; what it leaves empty is gathered from the pathways.
///
/// Two links of one pathway between the same nodes stay two; a link of a later pathway joins at most one of them.
pub fn merge(pathways: &[&Pathway], about: About, lanes: &[Lane]) -> Merged {
    let mut merger = Merger { about: Gathered::under(about), ..Merger::default() };
    for lane in lanes {
        if merger.lanes.get(&lane.id).is_none() {
            merger.lanes.push(lane.id.clone(), lane.clone());
        }
    }
    merger.wanted = merger.lanes.len();
    for pathway in pathways {
        merger.take(pathway);
    }
    merger.finish()
}

/// What has been gathered so far.
#[derive(Default)]
struct Merger {
    about: Gathered,
    lanes: Table<LaneId, Lane>,
    /// How many lanes were asked for; their labels are not up for discussion.
    wanted: usize,
    nodes: Table<NodeId, Node>,
    links: Links,
    sources: Sources,
    tours: Table<TourId, Tour>,
    misfits: Vec<Misfit>,
    conflicts: Conflicts,
}

impl Merger {
    fn take(&mut self, pathway: &Pathway) {
        self.conflicts.now_from(&pathway.about().id);
        self.about.take(pathway.about(), &mut self.conflicts);
        let sources = self.sources.take(pathway, &mut self.conflicts);
        for lane in pathway.lanes() {
            self.lane(lane);
        }
        for node in pathway.nodes() {
            self.node(with_sources(node, &sources));
        }
        let links = self.links.take(pathway, &sources, &mut self.conflicts);
        let ids: BTreeMap<TourId, TourId> = pathway
            .tours()
            .iter()
            .map(|tour| (tour.id.clone(), self.tour(with_links(tour, pathway, &links), pathway)))
            .collect();
        self.branches(&ids);
        let fresh: Vec<Misfit> = pathway.misfits().iter().filter(|m| !self.misfits.contains(m)).cloned().collect();
        self.misfits.extend(fresh);
    }

    fn finish(self) -> Merged {
        let parts = Parts {
            about: self.about.into_about(),
            lanes: self.lanes.into_list(),
            nodes: self.nodes.into_list(),
            links: self.links.into_list(),
            sources: self.sources.into_list(),
            tours: self.tours.into_list(),
        };
        Merged { pathway: Pathway::from_parts(parts, self.misfits), conflicts: self.conflicts.into_list() }
    }

    fn lane(&mut self, lane: &Lane) {
        let id = lane.id.as_str();
        let wanted = self.lanes.place(&lane.id).is_some_and(|place| place < self.wanted);
        let Some(kept) = self.lanes.get_mut(&lane.id) else {
            self.lanes.push(lane.id.clone(), lane.clone());
            return;
        };
        if !wanted {
            self.conflicts.text(ConflictKind::LaneLabel, id, &mut kept.label, &lane.label);
        }
        self.conflicts.extra(id, &mut kept.extra, &lane.extra);
    }

    /// A pin stays only where the first drawing had one: places of different drawings do not fit together.
    fn node(&mut self, node: Node) {
        let Some(kept) = self.nodes.get_mut(&node.id) else {
            self.nodes.push(node.id.clone(), node);
            return;
        };
        let (id, conflicts) = (node.id.as_str(), &mut self.conflicts);
        let pin = |at: Option<(f64, f64)>| at.map_or_else(|| "none".to_owned(), |(x, y)| format!("{x}, {y}"));
        if node.at.is_some() {
            conflicts.word(ConflictKind::Pin, id, &pin(kept.at), &pin(node.at));
        }
        conflicts.text(ConflictKind::Label, id, &mut kept.label, &node.label);
        conflicts.word(ConflictKind::Kind, id, kept.kind.label(), node.kind.label());
        conflicts.word(ConflictKind::Lane, id, kept.lane.as_str(), node.lane.as_str());
        conflicts.text(ConflictKind::Explanation, id, &mut kept.explanation, &node.explanation);
        conflicts.levels(ConflictKind::Explanation, id, &mut kept.levels, &node.levels);
        unite(&mut kept.aliases, &node.aliases);
        unite(&mut kept.xrefs, &node.xrefs);
        unite_notes(id, &mut kept.notes, &node.notes, conflicts);
        conflicts.extra(id, &mut kept.extra, &node.extra);
    }

    /// A tour whose id another tour has is kept under an id that begins with its pathway's.
    fn tour(&mut self, tour: Tour, pathway: &Pathway) -> TourId {
        let prefixed = format!("{}_{}", pathway.about().id, tour.id);
        let own = |id: &TourId| pathway.tours().iter().any(|other| other.id == *id);
        let more = (1..).map(|n| TourId::new(&numbered(&prefixed, n))).filter(|id| !own(id));
        for id in std::iter::once(tour.id.clone()).chain(more) {
            let Some(kept) = self.tours.get(&id) else {
                self.tours.push(id.clone(), Tour { id: id.clone(), ..tour });
                return id;
            };
            if (&kept.title, &kept.steps, &kept.extra) == (&tour.title, &tour.steps, &tour.extra) {
                return id;
            }
        }
        tour.id
    }

    /// Branches lead to the tours that they led to, under the ids that those have here.
    fn branches(&mut self, ids: &BTreeMap<TourId, TourId>) {
        for tour in ids.iter().filter(|(old, new)| old != new).map(|(_, new)| new) {
            let steps = self.tours.get_mut(tour).into_iter().flat_map(|tour| &mut tour.steps);
            for branch in steps.flat_map(|step| &mut step.branches) {
                branch.tour = ids.get(&branch.tour).unwrap_or(&branch.tour).clone();
            }
        }
    }
}

/// Adds notes; one with the same words only adds its sources.
fn unite_notes(id: &str, kept: &mut Vec<Note>, more: &[Note], conflicts: &mut Conflicts) {
    let whole = |note: &Note| (note.text.clone(), note.sources.clone(), note.extra.clone());
    let exact: BTreeSet<_> = kept.iter().map(whole).collect();
    let mut place = BTreeMap::new();
    for (at, note) in kept.iter().enumerate() {
        place.entry(note.text.clone()).or_insert(at);
    }
    for note in more.iter().filter(|note| !exact.contains(&whole(note))) {
        let at = *place.entry(note.text.clone()).or_insert(kept.len());
        match kept.get_mut(at) {
            Some(same) => {
                unite(&mut same.sources, &note.sources);
                conflicts.extra(id, &mut same.extra, &note.extra);
            }
            None => kept.push(note.clone()),
        }
    }
}

/// The node with the ids that its sources have here.
fn with_sources(node: &Node, renamed: &Renamed) -> Node {
    let mut node = node.clone();
    for id in node.notes.iter_mut().flat_map(|note| &mut note.sources) {
        renamed.apply(id);
    }
    node
}

/// The tour with the ids that its links have here. An id that a node has too means the node.
fn with_links(tour: &Tour, pathway: &Pathway, renamed: &BTreeMap<LinkId, LinkId>) -> Tour {
    let mut tour = tour.clone();
    for step in &mut tour.steps {
        let blocked = step.predict.iter_mut().flat_map(|predict| &mut predict.block);
        for name in step.show.iter_mut().chain(blocked) {
            if let Some(id) = renamed.get(&LinkId::new(name))
                && pathway.node(&NodeId::new(name)).is_none()
            {
                id.as_str().clone_into(name);
            }
        }
    }
    tour
}
