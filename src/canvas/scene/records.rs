//! What a scene is made of, worked out of a picture: geometry in, small shared records out. For thousands of cards that
//! takes longer than a frame, so that it is done beside the layout, where nobody waits.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::detail::area;
use crate::{
    model::{Effect, Grade, Kind, Link, Pathway, Reading},
    picture::{Picture, PlacedCard, PlacedWire, Stands},
    session::{Item, item_of_card, item_of_wire},
    signs::{
        Area,
        grid::Grid,
        names::{mark_places, name_area},
    },
};

/// A picture with all that the canvas works out of it before it can draw it.
pub struct Prepared {
    picture: Arc<Picture>,
    pub(super) records: Records,
}

impl Prepared {
    /// Prepares a picture of `pathway`; to be called on a worker.
    pub fn new(pathway: &Pathway, picture: &Arc<Picture>) -> Self {
        Self { picture: Arc::clone(picture), records: Records::new(pathway, picture) }
    }

    /// Whether it was worked out of this picture.
    pub(super) fn is_of(&self, picture: &Arc<Picture>) -> bool {
        Arc::ptr_eq(&self.picture, picture)
    }
}

/// What a scene is made of.
pub(super) struct Records {
    pub(super) cards: Vec<Arc<CardRecord>>,
    pub(super) wires: Vec<Arc<WireRecord>>,
    /// The item of each card, then of each wire.
    pub(super) items: Vec<Item>,
    /// Where each item is in that list.
    pub(super) place: HashMap<Item, usize>,
    pub(super) bands: Vec<Band>,
    pub(super) size: Vec2,
    /// What lies where.
    pub(super) grid: Grid,
}

impl Records {
    /// Works them out of a picture of `pathway`.
    pub(super) fn new(pathway: &Pathway, picture: &Picture) -> Self {
        let cards: Vec<Arc<CardRecord>> =
            picture.cards.iter().map(|card| Arc::new(card_record(pathway, card))).collect();
        let names: Vec<Area> =
            picture.bands.iter().map(|band| name_area(&band.label, (band.x as f32, band.y as f32))).collect();
        let mut wires: Vec<WireRecord> = picture.wires.iter().map(|wire| wire_record(pathway, wire, &cards)).collect();
        let places = mark_places(wires.iter().map(|wire| (wire.points.as_slice(), wire.has_badge())), &names);
        wires.iter_mut().zip(places).for_each(|(wire, place)| wire.middle = place);
        let wires: Vec<Arc<WireRecord>> = wires.into_iter().map(Arc::new).collect();
        let lines = picture.wires.iter().map(|wire| item_of_wire(wire).unwrap_or(Item::Bundle(Vec::new())));
        let items: Vec<Item> = picture.cards.iter().map(item_of_card).chain(lines).collect();
        let place = items.iter().cloned().enumerate().map(|(i, item)| (item, i)).collect();
        let bands = picture.bands.iter().map(|band| Band {
            rect: Rect::from_min_size(point((band.x, band.y)), vec2(band.w as f32, band.h as f32)),
            label: band.label.clone(),
        });
        let size = vec2(picture.width as f32, picture.height as f32);
        let grid = grid(&cards, &wires);
        Self { cards, wires, items, place, bands: bands.collect(), size, grid }
    }
}

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
    /// Whether a badge says something of it.
    fn has_badge(&self) -> bool {
        self.count > 1 || self.told_otherwise || self.disputed
    }

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

fn card_record(pathway: &Pathway, card: &PlacedCard) -> CardRecord {
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

fn wire_record(pathway: &Pathway, wire: &PlacedWire, cards: &[Arc<CardRecord>]) -> WireRecord {
    let points: Vec<Pos2> = wire.points.iter().copied().map(point).collect();
    let links: Vec<_> = wire.links.iter().filter_map(|id| pathway.link(id)).collect();
    let ends = [wire.from, wire.to].into_iter().filter_map(|end| cards.get(end));
    let surroundings = ends.fold(Rect::from_points(&points), |all, card| all | card.rect);
    WireRecord {
        bounds: Rect::from_points(&points).expand(14.0),
        ends: [wire.from, wire.to],
        surroundings,
        middle: Pos2::ZERO,
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

fn point((x, y): (f64, f64)) -> Pos2 {
    pos2(x as f32, y as f32)
}
