//! The picture as egui_graphs' graph, built once for every picture: geometry in, small shared records out.

use std::{
    borrow::Cow,
    cell::{OnceCell, RefCell},
    collections::{BTreeSet, HashMap},
    rc::Rc,
    sync::Arc,
};

use egui::{Pos2, Rect, pos2, vec2};
use egui_graphs::Graph;
use petgraph::{
    Directed,
    stable_graph::{EdgeIndex, NodeIndex},
};

use super::{
    card::CardShape,
    detail::{Details, PILL_ZOOM, area},
    far::Overview,
    layers::Sizes,
    look::is_far,
    wire::WireShape,
};
use crate::{
    layout::{Picture, Stands},
    model::{Effect, Grade, Kind, Link, LinkId, Pathway, Reading},
    session::{Item, item_of_card, item_of_wire},
    signs::{
        Area,
        grid::Grid,
        line,
        names::{mark_place, name_area},
    },
};

/// The graph that egui_graphs draws: payloads are numbers, shapes hold shared records.
pub(super) type View = Graph<u32, u32, Directed, u32, CardShape, WireShape>;

/// What a card's shape needs to know of its node.
#[derive(Clone, Debug)]
pub(super) struct CardRecord {
    pub(super) rect: Rect,
    /// Where it was in the picture before, while it glides.
    pub(super) before: Option<Rect>,
    pub(super) lines: Vec<String>,
    pub(super) line_height: f32,
    pub(super) kind: Kind,
    /// Whether it stands for a folded lane.
    pub(super) folded: bool,
    /// Links from and to nodes that are not shown.
    pub(super) unseen: (usize, usize),
}

/// What a wire's shape needs to know of its link.
#[derive(Clone, Debug)]
pub(super) struct WireRecord {
    pub(super) points: Vec<Pos2>,
    /// Where each point was in the picture before, while it glides.
    pub(super) before: Option<Vec<Pos2>>,
    pub(super) bounds: Rect,
    /// The cards at both ends, by number.
    pub(super) ends: [usize; 2],
    /// The line with the cards at both ends.
    pub(super) surroundings: Rect,
    /// The point about halfway along where its marks stand.
    pub(super) middle: Pos2,
    /// As the sources show it.
    pub(super) shown: Effect,
    /// As the article tells it.
    pub(super) told: Effect,
    pub(super) grade: Grade,
    pub(super) told_otherwise: bool,
    pub(super) disputed: bool,
    /// How many links it stands for.
    pub(super) count: usize,
    /// Its grade and the number of its sources: `B · 3`.
    pub(super) carries: String,
}

/// A lane's band.
#[derive(Debug)]
pub(super) struct Band {
    pub(super) rect: Rect,
    pub(super) label: String,
}

/// What a lens hides, and which items are no more than a trace under it.
type Ghosts = (BTreeSet<LinkId>, Rc<[bool]>);

/// A picture, ready to be drawn and pointed at.
pub(super) struct Scene {
    /// What egui_graphs draws, built when something is seen from near.
    graph: Option<View>,
    pub(super) cards: Vec<Arc<CardRecord>>,
    pub(super) wires: Vec<Arc<WireRecord>>,
    /// The item of each card, then of each wire.
    pub(super) items: Vec<Item>,
    /// Where each item is in that list.
    pub(super) place: HashMap<Item, usize>,
    pub(super) bands: Vec<Band>,
    pub(super) size: egui::Vec2,
    /// What lies where, worked out when somebody points or looks closely.
    grid: OnceCell<Grid>,
    /// What is only seen from near or only from far, worked out when it is.
    pub(super) details: RefCell<Option<Arc<Details>>>,
    pub(super) overview: OnceCell<Overview>,
    /// What a lens leaves no more than a trace of, and the links that it hides.
    pub(super) ghosts: RefCell<Option<Ghosts>>,
    /// How much the last drawing painted.
    pub(super) sizes: Sizes,
}

impl Scene {
    /// Builds the scene of a picture of `pathway`.
    pub(super) fn new(pathway: &Pathway, picture: &Picture) -> Self {
        let cards: Vec<Arc<CardRecord>> =
            picture.cards.iter().map(|card| Arc::new(card_record(pathway, card))).collect();
        let names: Vec<Area> =
            picture.bands.iter().map(|band| name_area(&band.label, (band.x as f32, band.y as f32))).collect();
        let wires: Vec<Arc<WireRecord>> =
            picture.wires.iter().map(|wire| Arc::new(wire_record(pathway, wire, &cards, &names))).collect();
        let lines = picture.wires.iter().map(|wire| item_of_wire(wire).unwrap_or(Item::Bundle(Vec::new())));
        let items: Vec<Item> = picture.cards.iter().map(item_of_card).chain(lines).collect();
        let place = items.iter().cloned().enumerate().map(|(i, item)| (item, i)).collect();
        let bands = picture.bands.iter().map(|band| Band {
            rect: Rect::from_min_size(point((band.x, band.y)), vec2(band.w as f32, band.h as f32)),
            label: band.label.clone(),
        });
        Self {
            graph: None,
            grid: OnceCell::new(),
            cards,
            wires,
            items,
            place,
            bands: bands.collect(),
            size: vec2(picture.width as f32, picture.height as f32),
            details: RefCell::default(),
            overview: OnceCell::new(),
            ghosts: RefCell::default(),
            sizes: Sizes::default(),
        }
    }

    /// Lets everything that was in another scene glide here from its place there; to be called before anything is drawn.
    pub(super) fn come_from(&mut self, other: &Self) {
        let cards = self.cards.len();
        for (i, item) in self.items.iter().enumerate() {
            let Some(&at) = other.place.get(item) else { continue };
            if let Some(card) = self.cards.get_mut(i) {
                Arc::make_mut(card).before = other.cards.get(at).map(|card| card.rect);
            } else if let Some(wire) = self.wires.get_mut(i - cards) {
                let before = at.checked_sub(other.cards.len()).and_then(|at| other.wires.get(at));
                Arc::make_mut(wire).before = before.map(|before| along(&before.points, &wire.points));
            }
        }
        self.graph = None;
    }

    /// The graph that egui_graphs draws.
    pub(super) fn graph(&mut self) -> &mut View {
        let Self { graph: made, cards, wires, .. } = self;
        made.get_or_insert_with(|| graph(cards, wires))
    }

    /// Crossings, and pills where the zoom shows them; nothing where neither can be seen.
    pub(super) fn details(&self, zoom: f32, least_text: f32) -> Option<Arc<Details>> {
        if is_far(zoom, least_text) {
            return None;
        }
        let with_pills = zoom >= PILL_ZOOM;
        let mut kept = self.details.borrow_mut();
        if kept.as_ref().is_none_or(|details| with_pills && !details.has_pills()) {
            *kept = Some(Arc::new(Details::new(self, with_pills)));
        }
        kept.clone()
    }

    /// Which items are no more than a trace while a lens hides some links: the links, and the cards that are left
    /// without any. Worked out once for every lens.
    pub(super) fn ghosts(&self, hidden: &BTreeSet<LinkId>) -> Rc<[bool]> {
        let mut kept = self.ghosts.borrow_mut();
        if let Some((_, ghosts)) = kept.as_ref().filter(|(of, _)| of == hidden) {
            return Rc::clone(ghosts);
        }
        let (cards, links) = self.items.split_at(self.cards.len());
        let mut ghosts = vec![true; cards.len()];
        for (wire, link) in self.wires.iter().zip(links) {
            let gone = matches!(link, Item::Link(id) if hidden.contains(id));
            ghosts.push(gone);
            for end in wire.ends {
                if let Some(ghost) = ghosts.get_mut(end).filter(|_| !gone) {
                    *ghost = false;
                }
            }
        }
        let ghosts: Rc<[bool]> = ghosts.into();
        *kept = Some((hidden.clone(), Rc::clone(&ghosts)));
        ghosts
    }

    /// What lies where.
    pub(super) fn grid(&self) -> &Grid {
        self.grid.get_or_init(|| grid(&self.cards, &self.wires))
    }

    /// Where the lanes' names stand.
    pub(super) fn names(&self) -> Vec<Area> {
        self.bands.iter().map(|band| name_area(&band.label, (band.rect.left(), band.rect.top()))).collect()
    }

    /// What the overview shows of the links.
    pub(super) fn overview(&self) -> &Overview {
        self.overview.get_or_init(|| Overview::new(&self.wires))
    }

    /// What must be in sight for an item to be seen: a card, or a wire with both its cards.
    pub(super) fn surroundings_of(&self, item: &Item) -> Option<Rect> {
        let &at = self.place.get(item)?;
        match at.checked_sub(self.cards.len()) {
            None => self.cards.get(at).map(|card| card.rect),
            Some(wire) => self.wires.get(wire).map(|w| w.surroundings),
        }
    }

    /// Where an item lies: a card, or the surroundings of a wire's middle.
    pub(super) fn rect_of(&self, item: &Item) -> Option<Rect> {
        let &at = self.place.get(item)?;
        match at.checked_sub(self.cards.len()) {
            None => self.cards.get(at).map(|card| card.rect),
            Some(wire) => self.wires.get(wire).map(|w| Rect::from_center_size(w.middle, vec2(24.0, 24.0))),
        }
    }
}

fn card_record(pathway: &Pathway, card: &crate::layout::PlacedCard) -> CardRecord {
    CardRecord {
        before: None,
        rect: Rect::from_center_size(point((card.x, card.y)), vec2(card.w as f32, card.h as f32)),
        lines: card.label.lines.clone(),
        line_height: card.label.line_height,
        kind: match &card.stands {
            Stands::Node(id) => pathway.node(id).map_or(Kind::Other, |node| node.kind),
            Stands::Lane(..) => Kind::Other,
        },
        folded: matches!(card.stands, Stands::Lane(..)),
        unseen: card.unseen,
    }
}

fn wire_record(
    pathway: &Pathway,
    wire: &crate::layout::PlacedWire,
    cards: &[Arc<CardRecord>],
    names: &[Area],
) -> WireRecord {
    let points: Vec<Pos2> = wire.points.iter().copied().map(point).collect();
    let links: Vec<_> = wire.links.iter().filter_map(|id| pathway.link(id)).collect();
    let ends = [wire.from, wire.to].into_iter().filter_map(|end| cards.get(end));
    let surroundings = ends.fold(Rect::from_points(&points), |all, card| all | card.rect);
    WireRecord {
        bounds: Rect::from_points(&points).expand(14.0),
        ends: [wire.from, wire.to],
        surroundings,
        middle: mark_place(&points, names),
        shown: together(links.iter().map(|link| link.effect_in(Reading::Shown))),
        told: together(links.iter().map(|link| link.effect_in(Reading::Told))),
        grade: links.iter().map(|link| link.grade).min().unwrap_or(Grade::X),
        told_otherwise: links.iter().any(|link| link.told_otherwise()),
        disputed: links.iter().any(|link| link.disputed()),
        count: links.len(),
        carries: match links.as_slice() {
            [link] => carries(link),
            links => format!("× {}", links.len()),
        },
        points,
        before: None,
    }
}

impl CardRecord {
    /// Where it is on its way.
    pub(super) fn rect_at(&self, arrived: f32) -> Rect {
        match self.before {
            Some(before) if arrived < 1.0 => before.lerp_towards(&self.rect, eased(arrived)),
            _ => self.rect,
        }
    }
}

impl WireRecord {
    /// Its line on its way.
    pub(super) fn points_at(&self, arrived: f32) -> Cow<'_, [Pos2]> {
        match &self.before {
            Some(before) if arrived < 1.0 => {
                let t = eased(arrived);
                Cow::Owned(before.iter().zip(&self.points).map(|(a, b)| a.lerp(*b, t)).collect())
            }
            _ => Cow::Borrowed(&self.points),
        }
    }
}

/// Slow at both ends.
fn eased(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

/// Points on a line that lie as far along it, as a share of its length, as those of another line along that.
fn along(line: &[Pos2], like: &[Pos2]) -> Vec<Pos2> {
    let length = |points: &[Pos2]| points.windows(2).map(|p| p[0].distance(p[1])).sum::<f32>().max(1e-3);
    let (whole, like_whole) = (length(line), length(like));
    let mut done = 0.0;
    let mut points = Vec::with_capacity(like.len());
    for (i, point) in like.iter().enumerate() {
        if let Some(before) = i.checked_sub(1).and_then(|i| like.get(i)) {
            done += before.distance(*point);
        }
        points.push(line::along(line, whole * done / like_whole));
    }
    points
}

/// The effect of several links as one: what all of them do, else mixed.
fn together(mut effects: impl Iterator<Item = Effect>) -> Effect {
    let Some(first) = effects.next() else { return Effect::Unknown };
    if effects.all(|effect| effect == first) { first } else { Effect::Mixed }
}

/// What a link carries, in short: its grade and the number of its sources.
fn carries(link: &Link) -> String {
    let mut sources: Vec<_> = link.evidence.iter().map(|evidence| &evidence.source).collect();
    sources.sort();
    sources.dedup();
    format!("{} · {}", link.grade.name(), sources.len())
}

fn grid(cards: &[Arc<CardRecord>], wires: &[Arc<WireRecord>]) -> Grid {
    let cards: Vec<Area> = cards.iter().map(|card| area(card.rect)).collect();
    let lines: Vec<&[Pos2]> = wires.iter().map(|wire| wire.points.as_slice()).collect();
    Grid::new(&cards, &lines)
}

fn graph(cards: &[Arc<CardRecord>], wires: &[Arc<WireRecord>]) -> View {
    let mut graph = View::new();
    for (i, card) in cards.iter().enumerate() {
        graph.add_node_custom(i as u32, |node| {
            node.set_location(card.rect.center());
            node.display_mut().record = Some(Arc::clone(card));
        });
    }
    for (i, wire) in wires.iter().enumerate() {
        let [from, to] = wire.ends.map(NodeIndex::new);
        graph.add_edge_custom(from, to, i as u32, |edge| edge.display_mut().record = Some(Arc::clone(wire)));
    }
    graph
}

/// Index of a card in the graph: cards and wires are added in order and never removed.
pub(super) fn node_index(card: usize) -> NodeIndex<u32> {
    NodeIndex::new(card)
}

/// Index of a wire in the graph.
pub(super) fn edge_index(wire: usize) -> EdgeIndex<u32> {
    EdgeIndex::new(wire)
}

fn point((x, y): (f64, f64)) -> Pos2 {
    pos2(x as f32, y as f32)
}
