//! Arrangements: which nodes of a pathway are drawn, in which lanes, and which of them share one card.

use std::collections::{BTreeMap, BTreeSet};

use super::lanes::{Lanes, LanesBy, lanes};
use crate::model::{Grade, LaneId, LinkId, NodeId, Pathway};

/// How a pathway is to be drawn. The default shows all of it in the author's own lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// What the lanes mean.
    pub lanes: LanesBy,
    /// The nodes of one feedback loop in order, drawn on a circle with nothing else.
    pub ring: Vec<NodeId>,
    /// Only these nodes; the rest is counted on the cards that it is linked to.
    pub focus: Option<BTreeSet<NodeId>>,
    /// Only these links; of the others nothing is drawn or counted.
    pub links: Option<BTreeSet<LinkId>>,
    /// Lanes that are drawn as one card each, with their links summed.
    pub folded: BTreeSet<LaneId>,
    /// Cards with room for more than their own label.
    pub room: Room,
}

/// Cards that are as large as each of some labels needs, whatever label they have: one that is not told yet shows by
/// nothing how long it is, and takes no other place once it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// The nodes whose cards these are.
    pub nodes: BTreeSet<NodeId>,
    /// The labels.
    pub labels: BTreeSet<String>,
}

/// What a card stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stands {
    /// One node.
    Node(NodeId),
    /// A folded lane, and how many nodes are in it.
    Lane(LaneId, usize),
}

/// A card before it is placed.
pub(super) struct ShownCard {
    pub stands: Stands,
    pub label: String,
    pub band: usize,
    /// Links from and to nodes that are not drawn.
    pub unseen: (usize, usize),
}

/// A line before it is routed: one link, or all links between two cards of which one is a folded lane.
pub(super) struct ShownWire {
    pub links: Vec<LinkId>,
    pub from: usize,
    pub to: usize,
    pub returns: bool,
    /// How much it matters that it runs forward: the sum over its links of 1 for a grade X to 5 for an A.
    pub weight: f64,
}

/// What an arrangement shows of a pathway, in the order of the story.
pub(super) struct Shown {
    pub cards: Vec<ShownCard>,
    pub wires: Vec<ShownWire>,
    pub bands: Vec<(LaneId, String)>,
}

impl Shown {
    pub(super) fn new(pathway: &Pathway, arrangement: &Arrangement) -> Self {
        let by = if arrangement.ring.is_empty() { arrangement.lanes } else { LanesBy::Without };
        let lanes = lanes(pathway, by);
        let mut shown = Self { cards: Vec::new(), wires: Vec::new(), bands: lanes.bands.clone() };
        let card_of = shown.add_cards(pathway, arrangement, &lanes);
        shown.add_wires(pathway, arrangement, &card_of);
        if arrangement.focus.is_some() {
            shown.drop_empty_bands();
        }
        shown
    }

    /// A part of a pathway needs no room for lanes that it does not touch.
    fn drop_empty_bands(&mut self) {
        let used: BTreeSet<usize> = self.cards.iter().map(|card| card.band).collect();
        let place: BTreeMap<usize, usize> = used.iter().enumerate().map(|(new, &old)| (old, new)).collect();
        for card in &mut self.cards {
            card.band = place.get(&card.band).copied().unwrap_or_default();
        }
        let mut band = 0..;
        self.bands.retain(|_| band.next().is_some_and(|band| used.contains(&band)));
    }

    /// Adds a card for each node and each folded lane that is shown; tells which card a node is on.
    fn add_cards<'a>(
        &mut self,
        pathway: &'a Pathway,
        arrangement: &Arrangement,
        lanes: &Lanes,
    ) -> BTreeMap<&'a NodeId, usize> {
        let mut card_of = BTreeMap::new();
        let mut lane_card: BTreeMap<usize, usize> = BTreeMap::new();
        for id in story(pathway, &arrangement.ring) {
            let Some(node) = pathway.node(id).filter(|n| arrangement.shows(&n.id)) else { continue };
            let band = lanes.band_of(&node.id);
            let lane = lanes.bands.get(band).filter(|(id, _)| arrangement.folded.contains(id));
            let at = if let Some((lane, label)) = lane {
                *lane_card.entry(band).or_insert_with(|| {
                    let stands = Stands::Lane(lane.clone(), 0);
                    self.cards.push(ShownCard { stands, label: label.clone(), band, unseen: (0, 0) });
                    self.cards.len() - 1
                })
            } else {
                let stands = Stands::Node(node.id.clone());
                self.cards.push(ShownCard { stands, label: node.label.clone(), band, unseen: (0, 0) });
                self.cards.len() - 1
            };
            if let Stands::Lane(_, nodes) = &mut self.cards[at].stands {
                *nodes += 1;
            }
            card_of.insert(&node.id, at);
        }
        for card in &mut self.cards {
            if let Stands::Lane(_, nodes) = card.stands {
                card.label = format!("{} ({nodes})", card.label);
            }
        }
        card_of
    }

    /// Adds a line for each link, one for all links between a folded lane and another card, and counts the links
    /// that lead out of what is shown.
    fn add_wires(&mut self, pathway: &Pathway, arrangement: &Arrangement, card_of: &BTreeMap<&NodeId, usize>) {
        let mut summed: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let wanted = |id: &LinkId| arrangement.links.as_ref().is_none_or(|links| links.contains(id));
        for link in pathway.links().filter(|link| wanted(&link.id)) {
            let (from, to) = match (card_of.get(&link.from), card_of.get(&link.to)) {
                (Some(&from), Some(&to)) => (from, to),
                (Some(&from), None) => {
                    self.cards[from].unseen.1 += 1;
                    continue;
                }
                (None, Some(&to)) => {
                    self.cards[to].unseen.0 += 1;
                    continue;
                }
                (None, None) => continue,
            };
            let folded = |card: usize| matches!(self.cards[card].stands, Stands::Lane(..));
            if folded(from) && from == to {
                continue;
            }
            let weight = weight(link.grade);
            if folded(from) || folded(to) {
                if let Some(&at) = summed.get(&(from, to)) {
                    let wire = &mut self.wires[at];
                    wire.links.push(link.id.clone());
                    wire.returns &= link.returns;
                    wire.weight += weight;
                    continue;
                }
                summed.insert((from, to), self.wires.len());
            }
            self.wires.push(ShownWire { links: vec![link.id.clone()], from, to, returns: link.returns, weight });
        }
    }
}

impl Arrangement {
    /// Whether a node is drawn.
    pub fn shows(&self, node: &NodeId) -> bool {
        if self.ring.is_empty() {
            self.focus.as_ref().is_none_or(|focus| focus.contains(node))
        } else {
            self.ring.contains(node)
        }
    }
}

/// Every node in the order of the story: a ring's own order, else the first tour's, else the file's.
fn story<'a>(pathway: &'a Pathway, ring: &'a [NodeId]) -> Vec<&'a NodeId> {
    let mut order: Vec<&NodeId> = ring.iter().collect();
    let mut seen: BTreeSet<&NodeId> = ring.iter().collect();
    let told = pathway.tours().first().into_iter().flat_map(|tour| &tour.steps).flat_map(|step| &step.show);
    let told = told.filter_map(|id| pathway.node(&NodeId::new(id)));
    for node in told.chain(pathway.nodes()) {
        if seen.insert(&node.id) {
            order.push(&node.id);
        }
    }
    order
}

/// A link matters the more for running forward, the heavier its evidence is: from 1 to 5.
fn weight(grade: Grade) -> f64 {
    match grade {
        Grade::A => 5.0,
        Grade::B => 4.0,
        Grade::C => 3.0,
        Grade::D => 2.0,
        Grade::X => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation;

    fn labels(shown: &Shown) -> Vec<&str> {
        shown.cards.iter().map(|card| card.label.as_str()).collect()
    }

    #[test]
    fn a_focus_counts_the_links_that_lead_out() {
        let pathway = notation::parse("a -> b -> c -> d; x -> b; a -> c").expect("notation");
        let focus = Some(["b", "c"].into_iter().map(NodeId::new).collect());
        let shown = Shown::new(&pathway, &Arrangement { focus, ..Arrangement::default() });
        assert_eq!(labels(&shown), ["b", "c"]);
        assert_eq!(shown.cards[0].unseen, (2, 0));
        assert_eq!(shown.cards[1].unseen, (1, 1));
        assert_eq!(shown.wires.len(), 1);
    }

    #[test]
    fn links_that_are_left_out_are_neither_drawn_nor_counted() {
        let pathway = notation::parse("a -> b -> c; a -> c; x -> b").expect("notation");
        let focus = Some(["a", "b", "c"].into_iter().map(NodeId::new).collect());
        let links = Some([LinkId::new("a_b")].into());
        let shown = Shown::new(&pathway, &Arrangement { focus, links, ..Arrangement::default() });
        assert_eq!(shown.wires.len(), 1);
        assert!(shown.cards.iter().all(|card| card.unseen == (0, 0)));
    }

    #[test]
    fn a_focus_has_no_lane_without_cards() {
        let mut parts = notation::parse("a -> b -> c").expect("notation").parts();
        for (node, lane) in parts.nodes.iter_mut().zip(["x", "y", "z"]) {
            node.lane = LaneId::new(lane);
        }
        let lane = |id: &str| crate::model::Lane { id: LaneId::new(id), label: id.to_owned(), extra: Vec::new() };
        parts.lanes = ["x", "y", "z"].map(lane).into();
        let pathway = Pathway::from_parts(parts, Vec::new());
        let focus = Some(["a", "c"].into_iter().map(NodeId::new).collect());
        let shown = Shown::new(&pathway, &Arrangement { focus, ..Arrangement::default() });
        assert_eq!(shown.bands.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>(), ["x", "z"]);
        assert_eq!(shown.cards.iter().map(|card| card.band).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn a_folded_lane_is_one_card_with_its_links_summed() {
        let pathway = notation::parse("a -> b -> c; a -> c").expect("notation");
        let all = pathway.lanes()[0].id.clone();
        let shown = Shown::new(&pathway, &Arrangement { folded: [all].into(), ..Arrangement::default() });
        assert_eq!(shown.cards.len(), 1);
        assert!(matches!(shown.cards[0].stands, Stands::Lane(_, 3)));
        assert!(shown.wires.is_empty());
    }

    #[test]
    fn a_ring_shows_its_nodes_in_its_order() {
        let pathway = notation::parse("a -> b -> c -> a; c -> d").expect("notation");
        let ring: Vec<NodeId> = ["b", "c", "a"].into_iter().map(NodeId::new).collect();
        let shown = Shown::new(&pathway, &Arrangement { ring, ..Arrangement::default() });
        assert_eq!(labels(&shown), ["b", "c", "a"]);
        assert_eq!(shown.cards[1].unseen, (0, 1));
    }
}
