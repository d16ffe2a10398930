//! What there is: a picture as things that can be drawn and pointed at, in px of picture.
//!
//! Takes a [`Picture`](crate::picture::Picture) and the pathway that it shows, and gives a [`Scene`]: cards, wires and
//! bands as small shared records with the item that each stands for and a grid of what lies where (`records`, worked out on
//! a worker), and, once something asks for it, where links cross and have room for a pill (`detail`; of many of them beforehand, `prepared`), which of them are
//! drawn from far (`overview`) and what a lens leaves no more than a trace of.
//!
//! What holds afterwards: a scene does not change, but that it may glide here from the one before. Cards and wires keep
//! their order and their numbers: items, looks and the graph of egui_graphs are numbered alike, cards first, then wires. A
//! scene has a number of its own, so that what is kept of another one is never taken for it. Nothing here knows how a thing
//! looks, where the view is or what is lit.

pub(super) mod detail;
pub(super) mod more;
pub(super) mod occurs;
pub(super) mod overview;
pub(super) mod prepared;
pub(super) mod records;

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeSet,
    rc::Rc,
    sync::Arc,
};

use egui::Pos2;

use self::{
    detail::{Details, PILL_ZOOM, is_far},
    more::More,
    occurs::Occurs,
    overview::Overview,
    records::Records,
};
use crate::{model::LinkId, session::Item, signs::line};

/// What a lens hides, and which items are no more than a trace under it.
type Ghosts = (BTreeSet<LinkId>, Rc<[bool]>);

/// A picture, ready to be drawn and pointed at.
pub(super) struct Scene {
    /// Counts scenes.
    pub(super) number: u64,
    pub(super) records: Records,
    /// What is only seen from near or only from far, worked out when it is.
    details: RefCell<Option<Arc<Details>>>,
    overview: OnceCell<Overview>,
    /// Which signs there are.
    occurs: OnceCell<Occurs>,
    /// What a lens leaves no more than a trace of, and the links that it hides.
    ghosts: RefCell<Option<Ghosts>>,
}

impl Scene {
    /// The scene of what was worked out of a picture, under a number that no other scene has.
    pub(super) fn new(number: u64, records: Records) -> Self {
        Self::with(number, records, More::default())
    }

    /// The same with as much more as was worked out as well.
    pub(super) fn with(number: u64, records: Records, more: More) -> Self {
        let More { details, overview, occurs } = more;
        Self { number, records, details: RefCell::new(details), overview, occurs, ghosts: RefCell::default() }
    }

    /// Which signs there are.
    pub(super) fn occurs(&self) -> &Occurs {
        self.occurs.get_or_init(|| Occurs::new(&self.records))
    }

    /// Lets everything that was in another scene glide here from its place there; to be called before anything is drawn.
    pub(super) fn come_from(&mut self, other: &Self) {
        let (there, here) = (&other.records, &mut self.records);
        let cards = here.cards.len();
        for (i, item) in here.items.iter().enumerate() {
            let Some(&at) = there.place.get(item) else { continue };
            if let Some(card) = here.cards.get_mut(i) {
                Arc::make_mut(card).before = there.cards.get(at).map(|card| card.rect);
            } else if let Some(wire) = here.wires.get_mut(i - cards) {
                let before = at.checked_sub(there.cards.len()).and_then(|at| there.wires.get(at));
                Arc::make_mut(wire).before = before.map(|before| along(&before.points, &wire.points));
            }
        }
    }

    /// Crossings, and pills where the zoom shows them; nothing where neither can be seen.
    pub(super) fn details(&self, zoom: f32, least_text: f32) -> Option<Arc<Details>> {
        if is_far(zoom, least_text) {
            return None;
        }
        let with_pills = zoom >= PILL_ZOOM;
        let mut kept = self.details.borrow_mut();
        if kept.as_ref().is_none_or(|details| with_pills && !details.has_pills()) {
            *kept = Some(Arc::new(Details::new(&self.records, with_pills)));
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
        let (cards, links) = self.records.items.split_at(self.records.cards.len());
        let mut ghosts = vec![true; cards.len()];
        for (wire, link) in self.records.wires.iter().zip(links) {
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

    /// What the overview shows of the links.
    pub(super) fn overview(&self) -> &Overview {
        self.overview.get_or_init(|| Overview::new(&self.records.wires))
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
