//! Lanes by place, by time, by scale, or none: which band each node lies in, and what the bands are called.

use std::collections::BTreeMap;

use crate::model::{Delay, Kind, LaneId, NodeId, Pathway};

/// What lanes mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LanesBy {
    /// The place in the body, as the author ordered them.
    #[default]
    Place,
    /// How soon a change arrives, by the delays of links.
    Time,
    /// From the whole person down to molecules.
    Scale,
    /// No lanes.
    Without,
}

impl LanesBy {
    /// Every meaning, in the order of menus.
    pub const ALL: [Self; 4] = [Self::Place, Self::Time, Self::Scale, Self::Without];

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Place => "Place in the body",
            Self::Time => "How soon it changes",
            Self::Scale => "From person to molecule",
            Self::Without => "No lanes",
        }
    }
}

/// The bands of a drawing, top to bottom, and the band of each node.
pub(super) struct Lanes {
    pub bands: Vec<(LaneId, String)>,
    band: BTreeMap<NodeId, usize>,
}

impl Lanes {
    /// The band that a node lies in.
    pub(super) fn band_of(&self, node: &NodeId) -> usize {
        self.band.get(node).copied().unwrap_or_default()
    }
}

/// Sorts the nodes of a pathway into bands. Bands in which nothing lies are left out, but for the author's own.
pub(super) fn lanes(pathway: &Pathway, by: LanesBy) -> Lanes {
    match by {
        LanesBy::Place => by_place(pathway),
        LanesBy::Time => by_time(pathway),
        LanesBy::Scale => sorted(pathway, &SCALES, |id| pathway.node(id).map_or(0, |node| scale(node.kind))),
        LanesBy::Without => Lanes { bands: Vec::new(), band: BTreeMap::new() },
    }
}

/// The nodes of a lane, in the order of the file.
pub fn nodes_in_lane(pathway: &Pathway, by: LanesBy, lane: &LaneId) -> Vec<NodeId> {
    let lanes = lanes(pathway, by);
    let inside = |node: &NodeId| lanes.bands.get(lanes.band_of(node)).is_some_and(|(id, _)| id == lane);
    pathway.nodes().map(|node| node.id.clone()).filter(inside).collect()
}

fn by_place(pathway: &Pathway) -> Lanes {
    let mut bands: Vec<(LaneId, String)> =
        pathway.lanes().iter().map(|lane| (lane.id.clone(), lane.label.clone())).collect();
    let named = bands.len();
    let index: BTreeMap<&LaneId, usize> = pathway.lanes().iter().enumerate().map(|(i, lane)| (&lane.id, i)).collect();
    let band: BTreeMap<NodeId, usize> =
        pathway.nodes().map(|n| (n.id.clone(), index.get(&n.lane).copied().unwrap_or(named))).collect();
    if band.values().any(|&b| b == named) {
        bands.push((LaneId::new("no-lane"), "Without a lane".to_owned()));
    }
    Lanes { bands, band }
}

/// Bands of scale, from the whole down to the parts.
const SCALES: [(&str, &str); 5] = [
    ("scale-person", "Person and surroundings"),
    ("scale-system", "Body systems, brain regions and circuits"),
    ("scale-tissue", "Tissues and what goes on in them"),
    ("scale-cell", "Cells"),
    ("scale-molecule", "Molecules"),
];

fn scale(kind: Kind) -> usize {
    match kind {
        Kind::Stressor
        | Kind::Protective
        | Kind::Treatment
        | Kind::BodyState
        | Kind::Symptom
        | Kind::Outcome
        | Kind::ModelOutcome
        | Kind::Other => 0,
        Kind::System | Kind::Region | Kind::Circuit => 1,
        Kind::Tissue | Kind::Process | Kind::Marker => 2,
        Kind::Cell => 3,
        Kind::Molecule => 4,
    }
}

/// Bands of time: the start, the seven delays, and what is not known.
const TIMES: [(&str, &str); 9] = [
    ("time-start", "At the start"),
    ("time-seconds", "Within seconds"),
    ("time-minutes", "Within minutes"),
    ("time-hours", "Within hours"),
    ("time-days", "Within days"),
    ("time-weeks", "Within weeks"),
    ("time-months", "Within months"),
    ("time-years", "Within years"),
    ("time-unknown", "Time not known"),
];

/// A node lies in the band of the slowest step on its quickest way from a cause at the start.
fn by_time(pathway: &Pathway) -> Lanes {
    let arrival = arrivals(pathway);
    sorted(pathway, &TIMES, |id| arrival.get(id).copied().unwrap_or(TIMES.len() - 1))
}

/// For each node that a change reaches over links of known delay, the slowest step on the quickest way (a bottleneck
/// path, found by letting in slower and slower links).
fn arrivals(pathway: &Pathway) -> BTreeMap<NodeId, usize> {
    let forward = |id: &NodeId| pathway.causes_of(id).iter().all(|link| link.returns || link.from == link.to);
    let mut arrival: BTreeMap<NodeId, usize> =
        pathway.nodes().filter(|node| forward(&node.id)).map(|node| (node.id.clone(), 0)).collect();
    if arrival.is_empty() {
        arrival.extend(pathway.nodes().next().map(|node| (node.id.clone(), 0)));
    }
    for (step, slowest) in Delay::ALL.into_iter().enumerate() {
        let mut open: Vec<NodeId> = arrival.keys().cloned().collect();
        while let Some(at) = open.pop() {
            for link in pathway.effects_of(&at) {
                if link.delay.is_some_and(|delay| delay <= slowest) && !arrival.contains_key(&link.to) {
                    arrival.insert(link.to.clone(), step + 1);
                    open.push(link.to.clone());
                }
            }
        }
    }
    arrival
}

/// Puts each node into one of the bands and drops the bands that stay empty.
fn sorted(pathway: &Pathway, all: &[(&str, &str)], place: impl Fn(&NodeId) -> usize) -> Lanes {
    let mut band: BTreeMap<NodeId, usize> = pathway.nodes().map(|n| (n.id.clone(), place(&n.id))).collect();
    let mut used: Vec<usize> = band.values().copied().collect();
    used.sort_unstable();
    used.dedup();
    for at in band.values_mut() {
        *at = used.partition_point(|&u| u < *at);
    }
    let named = |&at: &usize| all.get(at).map(|(id, label)| (LaneId::new(id), (*label).to_owned()));
    Lanes { bands: used.iter().filter_map(named).collect(), band }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Link, Parts, notation};

    #[test]
    fn time_is_the_slowest_step_of_the_quickest_way() {
        let pathway = notation::parse("a -> b -> c; a -> c; c -> d").expect("notation");
        let links = pathway.links().map(|link| {
            let delay = match link.id.as_str() {
                "a_b" => Some(Delay::Hours),
                "b_c" => Some(Delay::Minutes),
                "a_c" => Some(Delay::Weeks),
                _ => None,
            };
            Link { delay, ..Link::clone(link) }
        });
        let parts = Parts {
            nodes: pathway.nodes().map(|node| crate::model::Node::clone(node)).collect(),
            links: links.collect(),
            ..Parts::default()
        };
        let lanes = lanes(&Pathway::from_parts(parts, Vec::new()), LanesBy::Time);
        let of = |id: &str| lanes.bands[lanes.band_of(&NodeId::new(id))].1.as_str();
        assert_eq!(of("a"), "At the start");
        assert_eq!(of("b"), "Within hours");
        assert_eq!(of("c"), "Within hours");
        assert_eq!(of("d"), "Time not known");
        assert_eq!(lanes.bands.len(), 3);
    }

    #[test]
    fn empty_bands_are_left_out() {
        let pathway = notation::parse("a -> b").expect("notation");
        assert_eq!(lanes(&pathway, LanesBy::Scale).bands.len(), 1);
        assert!(lanes(&pathway, LanesBy::Without).bands.is_empty());
        assert_eq!(lanes(&pathway, LanesBy::Place).bands.len(), 1);
    }
}
