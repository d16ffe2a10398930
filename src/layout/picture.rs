//! From a pathway to its picture: cards sized by their labels, then placed and linked.

use std::collections::BTreeMap;

use super::{Card, Diagram, Metrics, Options, Wire, layout, measure};
use crate::{
    model::{Grade, LaneId, LinkId, NodeId, Pathway},
    text::{Measure, Wrapped},
};

/// Space between a card's border and its label, in px; left of the label stands the kind mark.
const PAD_X: f32 = 12.0;
const PAD_Y: f32 = 9.0;
/// Width that the kind mark takes, in px.
pub const MARK_WIDTH: f32 = 18.0;

/// A pathway, drawn: everything that a painter may look at. In px at zoom 1, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// A card for each node, in the order of the file.
    pub cards: Vec<PlacedCard>,
    /// A line for each link, in the order of the file.
    pub wires: Vec<PlacedWire>,
    /// A band for each lane, top to bottom.
    pub bands: Vec<PlacedBand>,
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// How good the drawing is, as counted on the drawing itself.
    pub metrics: Metrics,
}

/// A node's card.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedCard {
    /// Which node.
    pub id: NodeId,
    /// Its centre.
    pub x: f64,
    /// Its centre.
    pub y: f64,
    /// Its width.
    pub w: f64,
    /// Its height.
    pub h: f64,
    /// Index of its band.
    pub band: usize,
    /// Its label, broken into lines.
    pub label: Wrapped,
}

/// A link's line.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedWire {
    /// Which link.
    pub id: LinkId,
    /// Index of the card it leaves.
    pub from: usize,
    /// Index of the card it enters.
    pub to: usize,
    /// Its line from border to border, in the direction of the link.
    pub points: Vec<(f64, f64)>,
    /// Whether it is drawn as leading back.
    pub returns: bool,
}

/// A lane's band.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBand {
    /// Which lane.
    pub id: LaneId,
    /// Its name.
    pub label: String,
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// Draws a pathway for a window of the given aspect (width over height).
///
/// Nodes that name no lane of the pathway lie in one more band at the bottom.
pub fn picture(pathway: &Pathway, text: &mut Measure, aspect: f64) -> Picture {
    let lane_index: BTreeMap<&LaneId, usize> =
        pathway.lanes().iter().enumerate().map(|(i, lane)| (&lane.id, i)).collect();
    let named = pathway.lanes().len();
    let strays = pathway.nodes().any(|node| !lane_index.contains_key(&node.lane));
    let labels: Vec<Wrapped> = pathway.nodes().map(|node| text.wrap(&node.label)).collect();
    let band_of = |lane: &LaneId| lane_index.get(lane).copied().unwrap_or(named);
    let cards = pathway.nodes().zip(&labels).map(|(node, label)| {
        let (width, height) = card_size(label);
        Card { width, height, lane: band_of(&node.lane), at: node.at }
    });
    let diagram = Diagram { cards: cards.collect(), wires: wires(pathway), lanes: named + usize::from(strays) };
    let drawing = layout(&diagram, &Options { aspect, ..Options::default() });
    let metrics = measure(&diagram, &drawing);

    let cards = pathway.nodes().zip(labels).zip(&diagram.cards).zip(&drawing.centres);
    let cards = cards.map(|(((node, label), card), &(x, y))| PlacedCard {
        id: node.id.clone(),
        x,
        y,
        w: card.width,
        h: card.height,
        band: card.lane,
        label,
    });
    let lines = pathway.links().zip(&diagram.wires).zip(drawing.routes);
    let lines = lines.map(|((link, wire), route)| PlacedWire {
        id: link.id.clone(),
        from: wire.from,
        to: wire.to,
        points: route.points,
        returns: route.returns,
    });
    let names = pathway.lanes().iter().map(|lane| (lane.id.clone(), lane.label.clone()));
    let names = names.chain(strays.then(|| (LaneId::new("no-lane"), "Without a lane".to_owned())));
    let bands = names.zip(&drawing.lanes);
    let bands = bands.map(|((id, label), b)| PlacedBand { id, label, x: b.x, y: b.y, w: b.w, h: b.h });
    Picture {
        cards: cards.collect(),
        wires: lines.collect(),
        bands: bands.collect(),
        width: drawing.width,
        height: drawing.height,
        metrics,
    }
}

/// Size of the card around a label, in whole px.
fn card_size(label: &Wrapped) -> (f64, f64) {
    let lines = label.lines.len() as f32;
    let width = (label.width + 2.0 * PAD_X + MARK_WIDTH).ceil().max(64.0);
    let height = (lines * label.line_height + 2.0 * PAD_Y).ceil();
    (f64::from(width), f64::from(height))
}

/// Links as wires. A link matters the more for running forward, the heavier its evidence is.
fn wires(pathway: &Pathway) -> Vec<Wire> {
    let index: BTreeMap<&NodeId, usize> = pathway.nodes().enumerate().map(|(i, node)| (&node.id, i)).collect();
    let end = |id: &NodeId| index.get(id).copied().unwrap_or_default();
    let weight = |grade: Grade| match grade {
        Grade::A => 5.0,
        Grade::B => 4.0,
        Grade::C => 3.0,
        Grade::D => 2.0,
        Grade::X => 1.0,
    };
    let wire = |link: &std::sync::Arc<crate::model::Link>| Wire {
        from: end(&link.from),
        to: end(&link.to),
        returns: link.returns,
        weight: weight(link.grade),
    };
    pathway.links().map(wire).collect()
}
