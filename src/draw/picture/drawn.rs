//! From a pathway to its picture: cards sized by their labels, then placed and linked.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use super::arrange::{Arrangement, Shown, ShownCard, ShownWire, Stands};
use crate::{
    layout::{
        Algorithm, Card, Diagram, Drawing, Metrics, Options, Progress, Seat, Wire, layout, layout_watched, measure,
    },
    model::{LaneId, LinkId, NodeId, Pathway},
    text::{Measure, Wrapped},
};

/// Space between a card's border and its label, in px; left of the label stands the kind mark.
const PAD_X: f32 = 10.0;
const PAD_Y: f32 = 5.5;
/// Height that each link on a side needs: one that enters for its arrow head, one that leaves for its line alone, and
/// less since many leave through top and bottom. And the most that a card grows to.
const ENTERING: f64 = 10.0;
const LEAVING: f64 = 7.0;
const TALLEST: f64 = 130.0;
/// Width that the kind mark takes, in px.
pub const MARK_WIDTH: f32 = 18.0;

/// What a picture is to show, and for which window.
#[derive(Clone, Copy, Debug)]
pub struct Brief<'a> {
    /// Which nodes, in which lanes.
    pub arrangement: &'a Arrangement,
    /// Width over height of the window.
    pub aspect: f64,
    /// The picture that people look at; the new one moves as little as it can.
    pub before: Option<&'a Picture>,
}

/// What comes of a picture while it is drawn.
#[derive(Clone, Debug)]
pub enum Stage {
    /// A first picture, good enough to look at.
    First(Picture),
    /// How much of the work is done, from 0 to 1.
    Share(f32),
}

/// A pathway, drawn: everything that a painter may look at. In px at zoom 1, y downwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// A card for each node that is shown and each folded lane, in the order of the story.
    pub cards: Vec<PlacedCard>,
    /// A line for each link that is shown, in the order of the file; links of a folded lane share one.
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

impl Picture {
    /// The card that a node is on: its own.
    pub fn card_of(&self, node: &NodeId) -> Option<&PlacedCard> {
        self.cards.iter().find(|card| matches!(&card.stands, Stands::Node(id) if id == node))
    }

    /// Only some nodes and links of it, each in its place: what is left out leaves its room free.
    #[must_use]
    pub fn part(&self, nodes: &BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> Self {
        let shown = |card: &&PlacedCard| match &card.stands {
            Stands::Node(id) => nodes.contains(id),
            Stands::Lane(..) => true,
        };
        let mut places = 0..;
        let place: Vec<Option<usize>> =
            self.cards.iter().map(|card| Some(card).filter(shown).and_then(|_| places.next())).collect();
        let end = |card: usize| place.get(card).copied().flatten();
        let wires = self.wires.iter().filter(|wire| wire.links.iter().any(|link| links.contains(link)));
        let wire = |wire: &PlacedWire| Some(PlacedWire { from: end(wire.from)?, to: end(wire.to)?, ..wire.clone() });
        Self {
            cards: self.cards.iter().filter(shown).cloned().collect(),
            wires: wires.filter_map(wire).collect(),
            bands: self.bands.clone(),
            width: self.width,
            height: self.height,
            metrics: self.metrics,
        }
    }

    /// Moves everything on it, in px.
    pub fn shift(&mut self, x: f64, y: f64) {
        for card in &mut self.cards {
            (card.x, card.y) = (card.x + x, card.y + y);
        }
        for point in self.wires.iter_mut().flat_map(|wire| &mut wire.points) {
            *point = (point.0 + x, point.1 + y);
        }
        for band in &mut self.bands {
            (band.x, band.y) = (band.x + x, band.y + y);
        }
    }

    /// Whether it has all of some nodes and links.
    pub fn has(&self, nodes: &BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> bool {
        let there: BTreeSet<&LinkId> = self.wires.iter().flat_map(|wire| &wire.links).collect();
        nodes.iter().all(|node| self.card_of(node).is_some()) && links.iter().all(|link| there.contains(link))
    }
}

/// A card in its place, in px at zoom 1.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedCard {
    /// A node, or a folded lane.
    pub stands: Stands,
    /// Its centre, from the left edge of the picture.
    pub x: f64,
    /// Its centre, from the upper edge of the picture.
    pub y: f64,
    /// Its width.
    pub w: f64,
    /// Its height.
    pub h: f64,
    /// Index of its band.
    pub band: usize,
    /// Its label, broken into lines.
    pub label: Wrapped,
    /// Links from and to nodes that are not shown.
    pub unseen: (usize, usize),
    /// Where it sits in the order of the drawing.
    pub seat: Option<Seat>,
}

/// A line between two cards, in px at zoom 1.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedWire {
    /// Its link, or all links between two cards of which one is a folded lane. Never empty.
    pub links: Vec<LinkId>,
    /// Index of the card it leaves.
    pub from: usize,
    /// Index of the card it enters.
    pub to: usize,
    /// Its line from border to border, in the direction of the link.
    pub points: Vec<(f64, f64)>,
    /// Whether it is drawn as leading back.
    pub returns: bool,
}

/// A lane's band, in px at zoom 1.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBand {
    /// Which lane.
    pub id: LaneId,
    /// Its name.
    pub label: String,
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub w: f64,
    /// Its height.
    pub h: f64,
}

/// Draws all of a pathway in the author's own lanes, for a window of the given aspect (width over height).
///
/// Nodes that name no lane of the pathway lie in one more band at the bottom.
pub fn picture(pathway: &Pathway, text: &mut Measure, aspect: f64) -> Picture {
    let sketch = Sketch::new(pathway, text, Brief { arrangement: &Arrangement::default(), aspect, before: None });
    let drawing = layout(&sketch.diagram, &sketch.options);
    sketch.finish(drawing)
}

/// Draws a pathway, tells how far it is, and stops where it is told to: then there is no picture.
pub fn picture_watched(
    pathway: &Pathway,
    text: &mut Measure,
    brief: Brief<'_>,
    watch: &mut dyn FnMut(Stage) -> ControlFlow<()>,
) -> Option<Picture> {
    let sketch = Sketch::new(pathway, text, brief);
    if let Some(same) = brief.before.and_then(|before| sketch.relabelled(before)) {
        return Some(same);
    }
    let mut tell = |progress: Progress| match progress {
        Progress::First(drawing) => watch(Stage::First(sketch.finish(drawing))),
        Progress::Share(share) => watch(Stage::Share(share)),
    };
    let drawing = layout_watched(&sketch.diagram, &sketch.options, &mut tell)?;
    Some(sketch.finish(drawing))
}

/// A pathway as a diagram, with what is needed to make a picture of its drawing.
struct Sketch {
    shown: Shown,
    labels: Vec<Wrapped>,
    diagram: Diagram,
    options: Options,
}

impl Sketch {
    fn new(pathway: &Pathway, text: &mut Measure, brief: Brief<'_>) -> Self {
        let shown = Shown::new(pathway, brief.arrangement);
        let labels: Vec<Wrapped> = shown.cards.iter().map(|card| text.wrap(&card.label)).collect();
        let seats: BTreeMap<&Stands, Option<Seat>> =
            brief.before.iter().flat_map(|before| &before.cards).map(|card| (&card.stands, card.seat)).collect();
        let sides = sides(&shown);
        let room: Vec<Size> = brief.arrangement.room.labels.iter().map(|label| card_size(&text.wrap(label))).collect();
        let card = |((card, label), side): ((&ShownCard, &Wrapped), &f64)| {
            let node = if let Stands::Node(id) = &card.stands { Some(id) } else { None };
            let roomy = node.is_some_and(|id| brief.arrangement.room.nodes.contains(id));
            let (width, height) = room.iter().filter(|_| roomy).fold(card_size(label), larger);
            let height = height.max(side.min(TALLEST));
            // A pin is a place among the author's own lanes.
            let pinned = *brief.arrangement == Arrangement::default();
            let at = node.filter(|_| pinned).and_then(|id| pathway.node(id)?.at);
            let seat = seats.get(&card.stands).copied().flatten();
            Card { width, height, lane: card.band, at, seat }
        };
        let wire = |w: &ShownWire| Wire { from: w.from, to: w.to, returns: w.returns, weight: w.weight };
        let diagram = Diagram {
            cards: shown.cards.iter().zip(&labels).zip(&sides).map(card).collect(),
            wires: shown.wires.iter().map(wire).collect(),
            lanes: shown.bands.len(),
        };
        let mut options = Options { aspect: brief.aspect, ..Options::default() };
        if shown.bands.is_empty() {
            options.label_strip = 0.0;
        }
        if !brief.arrangement.ring.is_empty() {
            options.algorithm = Algorithm::Circle;
        }
        Self { shown, labels, diagram, options }
    }

    /// The picture before this one with the labels of now, where nothing else of it has changed: then every card and every
    /// line keeps its place.
    fn relabelled(&self, before: &Picture) -> Option<Picture> {
        let (shown, sizes) = (&self.shown, &self.diagram.cards);
        let card_stays = |((card, size), placed): ((&ShownCard, &Card), &PlacedCard)| {
            (&card.stands, card.band, card.unseen) == (&placed.stands, placed.band, placed.unseen)
                && (size.width, size.height) == (placed.w, placed.h)
                && size.at.is_none_or(|at| at == (placed.x, placed.y))
        };
        let wire_stays = |(wire, placed): (&ShownWire, &PlacedWire)| {
            (&wire.links, wire.from, wire.to) == (&placed.links, placed.from, placed.to)
        };
        let bands = shown.bands.iter().map(|(id, label)| (id, label));
        let stays = shown.cards.len() == before.cards.len()
            && shown.wires.len() == before.wires.len()
            && bands.eq(before.bands.iter().map(|band| (&band.id, &band.label)))
            && shown.cards.iter().zip(sizes).zip(&before.cards).all(card_stays)
            && shown.wires.iter().zip(&before.wires).all(wire_stays);
        stays.then(|| {
            let mut picture = before.clone();
            for (card, label) in picture.cards.iter_mut().zip(&self.labels) {
                card.label = label.clone();
            }
            picture
        })
    }

    fn finish(&self, drawing: Drawing) -> Picture {
        let metrics = measure(&self.diagram, &drawing);
        let cards = self.shown.cards.iter().zip(&self.labels).zip(&self.diagram.cards).enumerate();
        let cards = cards.map(|(i, ((shown, label), card))| {
            let (x, y) = drawing.centres.get(i).copied().unwrap_or_default();
            PlacedCard {
                stands: shown.stands.clone(),
                x,
                y,
                w: card.width,
                h: card.height,
                band: shown.band,
                label: label.clone(),
                unseen: shown.unseen,
                seat: drawing.seats.get(i).copied(),
            }
        });
        let wires = self.shown.wires.iter().zip(drawing.routes).map(|(shown, route)| PlacedWire {
            links: shown.links.clone(),
            from: shown.from,
            to: shown.to,
            points: route.points,
            returns: route.returns,
        });
        let bands = self.shown.bands.iter().zip(&drawing.lanes);
        let bands = bands.map(|((id, label), b)| PlacedBand {
            id: id.clone(),
            label: label.clone(),
            x: b.x,
            y: b.y,
            w: b.w,
            h: b.h,
        });
        Picture {
            cards: cards.collect(),
            wires: wires.collect(),
            bands: bands.collect(),
            width: drawing.width,
            height: drawing.height,
            metrics,
        }
    }
}

/// The height that the links of each card need at its sides, in whole px.
fn sides(shown: &Shown) -> Vec<f64> {
    let mut counts = vec![(0, 0); shown.cards.len()];
    for wire in &shown.wires {
        counts[wire.from].0 += 1;
        counts[wire.to].1 += 1;
    }
    let height = |(out, into): (usize, usize)| (LEAVING * out as f64).max(ENTERING * into as f64) + ENTERING;
    counts.into_iter().map(height).collect()
}

/// Width and height in px.
type Size = (f64, f64);

fn larger(one: Size, other: &Size) -> Size {
    (one.0.max(other.0), one.1.max(other.1))
}

/// Size of the card around a label, in whole px.
fn card_size(label: &Wrapped) -> Size {
    let lines = label.lines.len() as f32;
    let width = (label.width + 2.0 * PAD_X + MARK_WIDTH).ceil().max(64.0);
    let height = (lines * label.line_height + 2.0 * PAD_Y).ceil();
    (f64::from(width), f64::from(height))
}
