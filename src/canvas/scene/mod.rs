//! The picture as egui_graphs' graph, built once for every picture, with what is worked out of it when it is needed.

use std::{
    cell::{OnceCell, RefCell},
    collections::{BTreeSet, HashMap},
    rc::Rc,
    sync::Arc,
};

use egui::{Pos2, Rect, vec2};
use egui_graphs::Graph;
use petgraph::{
    Directed,
    stable_graph::{EdgeIndex, NodeIndex},
};

use super::{
    card::CardShape,
    detail::{Details, PILL_ZOOM},
    far::Overview,
    layers::Sizes,
    look::is_far,
    records::{Band, CardRecord, Records, WireRecord},
    wire::WireShape,
};
use crate::{
    model::LinkId,
    session::Item,
    signs::{Area, grid::Grid, line, names::name_area},
};

/// The graph that egui_graphs draws: payloads are numbers, shapes hold shared records.
pub(super) type View = Graph<u32, u32, Directed, u32, CardShape, WireShape>;

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
    /// What lies where.
    pub(super) grid: Grid,
    /// What is only seen from near or only from far, worked out when it is.
    pub(super) details: RefCell<Option<Arc<Details>>>,
    pub(super) overview: OnceCell<Overview>,
    /// What a lens leaves no more than a trace of, and the links that it hides.
    pub(super) ghosts: RefCell<Option<Ghosts>>,
    /// How much the last drawing painted.
    pub(super) sizes: Sizes,
}

impl Scene {
    /// The scene of what was worked out of a picture.
    pub(super) fn new(records: Records) -> Self {
        let Records { cards, wires, items, place, bands, size, grid } = records;
        Self {
            graph: None,
            cards,
            wires,
            items,
            place,
            bands,
            size,
            grid,
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
