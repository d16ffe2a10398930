//! Ids that must not be given to anything new.

use std::collections::HashSet;

use crate::model::{Change, Link, Misfit, Node, Pathway, Predict, Source, Tour};

/// Every id that a record has, and every one that a record speaks of: what is new must not become what a tour or some
/// evidence has been looking for in vain.
pub(super) fn named(pathway: &Pathway) -> HashSet<String> {
    let mut ids = HashSet::new();
    ids.extend(pathway.lanes().iter().map(|lane| lane.id.to_string()));
    pathway.nodes().for_each(|each| node(each, &mut ids));
    // Their ends are nodes, which are there already.
    for each in pathway.links() {
        ids.insert(each.id.to_string());
        evidence(each, &mut ids);
    }
    pathway.sources().iter().for_each(|each| source(each, &mut ids));
    pathway.tours().iter().for_each(|each| tour(each, &mut ids));
    for misfit in pathway.misfits() {
        match misfit {
            Misfit::Lane(lane) => _ = ids.insert(lane.id.to_string()),
            Misfit::Node(each) => node(each, &mut ids),
            Misfit::TwinLink(each) | Misfit::LooseLink(each) => link(each, &mut ids),
            Misfit::Source(each) => source(each, &mut ids),
            Misfit::Tour(each) => tour(each, &mut ids),
            Misfit::Unread { .. } => {}
        }
    }
    ids
}

fn node(node: &Node, ids: &mut HashSet<String>) {
    ids.extend([node.id.to_string(), node.lane.to_string()]);
    ids.extend(node.notes.iter().flat_map(|note| &note.sources).map(ToString::to_string));
}

fn link(link: &Link, ids: &mut HashSet<String>) {
    ids.extend([link.id.to_string(), link.from.to_string(), link.to.to_string()]);
    evidence(link, ids);
}

/// Thousands of links rest on the same sources.
fn evidence(link: &Link, ids: &mut HashSet<String>) {
    for item in &link.evidence {
        if !ids.contains(item.source.as_str()) {
            ids.insert(item.source.to_string());
        }
    }
}

fn source(source: &Source, ids: &mut HashSet<String>) {
    ids.insert(source.id.to_string());
}

fn tour(tour: &Tour, ids: &mut HashSet<String>) {
    ids.insert(tour.id.to_string());
    for step in &tour.steps {
        ids.extend(step.show.iter().cloned());
        ids.extend(step.predict.iter().flat_map(Predict::names).map(str::to_owned));
        ids.extend(step.branches.iter().map(|branch| branch.tour.to_string()));
    }
}

/// The id that a change brings into being.
pub(super) fn created(change: &Change) -> Option<String> {
    match change {
        Change::AddLane(lane) => Some(lane.id.to_string()),
        Change::AddNode(node) => Some(node.id.to_string()),
        Change::AddLink(link) => Some(link.id.to_string()),
        Change::AddSource(source) => Some(source.id.to_string()),
        Change::AddTour(tour) => Some(tour.id.to_string()),
        Change::About(_)
        | Change::SetLane(_)
        | Change::MoveLane(..)
        | Change::RemoveLane(_)
        | Change::SetNode(_)
        | Change::RemoveNode(_)
        | Change::SetLink(_)
        | Change::RemoveLink(_)
        | Change::SetSource(_)
        | Change::RemoveSource(_)
        | Change::SetTour(_)
        | Change::MoveTour(..)
        | Change::RemoveTour(_)
        | Change::RemoveMisfit(_) => None,
    }
}
