//! How records are named in the words of edits and refusals.

use crate::{
    analysis::problems::shown,
    model::{LaneId, LinkId, NodeId, Pathway, SourceId, TourId},
};

/// A text in quotes, not endless.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", shown(text.trim()))
}

pub(super) fn node_name(pathway: &Pathway, id: &NodeId) -> String {
    quoted(pathway.label(id))
}

/// A link is named by its sentence: `“Poor sleep raises Low mood”`.
pub(super) fn link_name(pathway: &Pathway, id: &LinkId) -> String {
    pathway.link(id).map_or_else(|| quoted(id.as_str()), |link| quoted(&pathway.sentence(link)))
}

pub(super) fn lane_name(pathway: &Pathway, id: &LaneId) -> String {
    quoted(pathway.lane(id).map_or(id.as_str(), |lane| &lane.label))
}

/// A source as a list has it: `Kigar SL et al. 2025`.
pub(super) fn source_name(pathway: &Pathway, id: &SourceId) -> String {
    pathway.source(id).map_or_else(|| quoted(id.as_str()), |source| shown(&source.short()))
}

pub(super) fn tour_name(pathway: &Pathway, id: &TourId) -> String {
    let tour = pathway.tours().iter().find(|tour| tour.id == *id);
    quoted(tour.map_or(id.as_str(), |tour| &tour.title))
}
