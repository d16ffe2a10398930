//! What there is, worked out of a picture: geometry in, small shared records out. For thousands of cards that takes longer
//! than a frame, so that it is done beside the layout, where nobody waits.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::{
    model::{Effect, Grade, Kind, Link, LinkId, Pathway, Reading},
    picture::{Picture, PlacedBand, PlacedCard, PlacedWire, Stands},
    session::{Item, item_of_card, item_of_wire},
    signs::{
        Area,
        fixed::{Fixed, Run, boxes},
        grid::Grid,
        links::{self, Badge},
        names::name_area,
        taken::Taken,
    },
};

/// What stands for a wire where a place is asked for, about its middle.
const MIDDLE: Vec2 = vec2(24.0, 24.0);

/// Cards, wires and bands of a picture, and where each of them is. Lengths are in px of picture, that is at zoom 1.
pub(crate) struct Records {
    pub(crate) cards: Vec<Arc<CardRecord>>,
    pub(crate) wires: Vec<Arc<WireRecord>>,
    /// The item of each card, then of each wire.
    pub(crate) items: Vec<Item>,
    /// Where each item is in that list.
    pub(crate) place: HashMap<Item, usize>,
    pub(crate) bands: Vec<Band>,
    pub(crate) size: Vec2,
    /// Where each card is.
    pub(crate) areas: Vec<Area>,
    /// What lies where.
    pub(crate) grid: Grid,
    /// Ends, starts and badges.
    pub(crate) fixed: Fixed,
}

impl Records {
    /// Works them out of a picture of `pathway`.
    pub(crate) fn new(pathway: &Pathway, picture: &Picture) -> Self {
        let cards: Vec<Arc<CardRecord>> =
            picture.cards.iter().map(|card| Arc::new(card_record(pathway, card))).collect();
        let bands: Vec<Band> = picture.bands.iter().map(band).collect();
        let mut wires: Vec<WireRecord> = picture.wires.iter().map(|wire| wire_record(pathway, wire, &cards)).collect();
        find_firsts(&mut wires);
        let areas: Vec<Area> = cards.iter().map(|card| area(card.rect)).collect();
        let lines: Vec<&[Pos2]> = wires.iter().map(|wire| wire.points.as_slice()).collect();
        let grid = Grid::new(&areas, &lines);
        let fixed = {
            let runs: Vec<Run<'_, Pos2>> = wires.iter().map(WireRecord::run).collect();
            Fixed::new(&areas, &runs, &grid, &names(&bands))
        };
        for (i, wire) in wires.iter_mut().enumerate() {
            wire.middle = fixed.middle(i, &wire.points);
            wire.badge_at = fixed.places.get(i).copied().flatten();
        }
        let wires: Vec<Arc<WireRecord>> = wires.into_iter().map(Arc::new).collect();
        let lines = picture.wires.iter().map(|wire| item_of_wire(wire).unwrap_or(Item::Bundle(Vec::new())));
        let items: Vec<Item> = picture.cards.iter().map(item_of_card).chain(lines).collect();
        let place = items.iter().cloned().enumerate().map(|(i, item)| (item, i)).collect();
        let size = vec2(picture.width as f32, picture.height as f32);
        Self { cards, wires, items, place, bands, size, areas, grid, fixed }
    }

    /// Where the lanes' names stand if nothing is in their way.
    pub(crate) fn names(&self) -> Taken {
        names(&self.bands)
    }

    /// The boxes of all ends and starts.
    pub(crate) fn ends(&self) -> Vec<Area> {
        self.seen().map(|(_, wire)| wire).flat_map(|wire| boxes(&wire.run(), 1.0)).collect()
    }

    /// The wires whose lines and ends do not lie under those of an earlier one, with their numbers.
    fn seen(&self) -> impl Iterator<Item = (usize, &WireRecord)> {
        self.wires.iter().map(Arc::as_ref).enumerate().filter(|(i, wire)| wire.first == *i)
    }

    /// The wire of a link, if it has one of its own.
    pub(crate) fn wire_of(&self, link: &LinkId) -> Option<&WireRecord> {
        self.numbered_wire_of(link).map(|(_, wire)| wire)
    }

    /// The same, with its number.
    pub(crate) fn numbered_wire_of(&self, link: &LinkId) -> Option<(usize, &WireRecord)> {
        let wire = self.place.get(&Item::Link(link.clone()))?.checked_sub(self.cards.len())?;
        self.wires.get(wire).map(|record| (wire, record.as_ref()))
    }

    /// What must be in sight for an item to be seen: a card, or a wire with both its cards.
    pub(crate) fn surroundings_of(&self, item: &Item) -> Option<Rect> {
        self.area_of(item, |wire| wire.surroundings)
    }

    /// Where an item lies: a card, or the surroundings of a wire's middle.
    pub(crate) fn rect_of(&self, item: &Item) -> Option<Rect> {
        self.area_of(item, |wire| Rect::from_center_size(wire.middle, MIDDLE))
    }

    fn area_of(&self, item: &Item, of_wire: impl Fn(&WireRecord) -> Rect) -> Option<Rect> {
        let &at = self.place.get(item)?;
        match at.checked_sub(self.cards.len()) {
            None => self.cards.get(at).map(|card| card.rect),
            Some(wire) => self.wires.get(wire).map(|wire| of_wire(wire)),
        }
    }
}

/// What a card's shape needs to know of its node.
#[derive(Clone, Debug)]
pub(crate) struct CardRecord {
    pub(crate) rect: Rect,
    /// Where it was in the picture before, while it glides.
    pub(crate) before: Option<Rect>,
    pub(crate) lines: Vec<String>,
    pub(crate) line_height: f32,
    pub(crate) kind: Kind,
    /// Whether it stands for a folded lane.
    pub(crate) folded: bool,
    /// Links from and to nodes that are not shown.
    pub(crate) unseen: (usize, usize),
}

/// What a wire's shape needs to know of its link.
#[derive(Clone, Debug)]
pub(crate) struct WireRecord {
    pub(crate) points: Vec<Pos2>,
    /// Where each point was in the picture before, while it glides.
    pub(crate) before: Option<Vec<Pos2>>,
    pub(crate) bounds: Rect,
    /// The cards at both ends, by number.
    pub(crate) ends: [usize; 2],
    /// The line with the cards at both ends.
    pub(crate) surroundings: Rect,
    /// The point about halfway along where its marks stand.
    pub(crate) middle: Pos2,
    /// Of which kinds its links are, as the sources show them.
    pub(crate) shown: Vec<Effect>,
    /// The same as the article tells them.
    pub(crate) told: Vec<Effect>,
    pub(crate) grade: Grade,
    pub(crate) badge: Option<Badge>,
    /// The place of the badge, if there is one.
    pub(crate) badge_at: Option<Area>,
    /// What its pill says: `B · 3`; nothing where it has none.
    pub(crate) carries: String,
    /// The first of the wires whose lines and ends lie on one another, by number: one of them is seen.
    pub(crate) first: usize,
}

/// A lane's band.
#[derive(Debug)]
pub(crate) struct Band {
    pub(crate) rect: Rect,
    pub(crate) label: String,
}

impl CardRecord {
    /// Where it is on its way.
    pub(crate) fn rect_at(&self, arrived: f32) -> Rect {
        match self.before {
            Some(before) if arrived < 1.0 => before.lerp_towards(&self.rect, eased(arrived)),
            _ => self.rect,
        }
    }
}

impl WireRecord {
    /// What its end and its badge take.
    pub(crate) fn run(&self) -> Run<'_, Pos2> {
        let (effects, badged) = ([self.shown.as_slice(), self.told.as_slice()], self.badge.is_some());
        Run { points: &self.points, grade: self.grade, effects, badged }
    }

    /// Its line on its way.
    pub(crate) fn points_at(&self, arrived: f32) -> Cow<'_, [Pos2]> {
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

fn band(band: &PlacedBand) -> Band {
    Band {
        rect: Rect::from_min_size(point((band.x, band.y)), vec2(band.w as f32, band.h as f32)),
        label: band.label.clone(),
    }
}

fn names(bands: &[Band]) -> Taken {
    Taken::of(bands.iter().map(|band| name_area(&band.label, (band.rect.left(), band.rect.top()))))
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
    let links: Vec<&Link> = wire.links.iter().filter_map(|id| pathway.link(id)).map(Arc::as_ref).collect();
    let ends = [wire.from, wire.to].into_iter().filter_map(|end| cards.get(end));
    let surroundings = ends.fold(Rect::from_points(&points), |all, card| all | card.rect);
    WireRecord {
        bounds: Rect::from_points(&points).expand(14.0),
        ends: [wire.from, wire.to],
        surroundings,
        middle: Pos2::ZERO,
        badge_at: None,
        shown: links::effects(&links, Reading::Shown),
        told: links::effects(&links, Reading::Told),
        grade: links::grade(&links),
        badge: Badge::of(&links),
        carries: links::carries(&links),
        first: 0,
        points,
        before: None,
    }
}

/// Says of every wire which is the first that has its line and its ends, as parallel links beyond a number share them.
fn find_firsts(wires: &mut [WireRecord]) {
    let bits = |points: &[Pos2]| points.iter().map(|at| (at.x.to_bits(), at.y.to_bits())).collect::<Vec<_>>();
    let mut firsts = HashMap::new();
    for (i, wire) in wires.iter_mut().enumerate() {
        let looks = (bits(&wire.points), wire.grade, wire.shown.clone(), wire.told.clone());
        wire.first = *firsts.entry(looks).or_insert(i);
    }
}

/// A place as signs have it.
pub(crate) fn area(rect: Rect) -> Area {
    Area { x: rect.left(), y: rect.top(), w: rect.width(), h: rect.height() }
}

/// The same the other way.
pub(crate) fn rect(area: Area) -> Rect {
    Rect::from_min_size(pos2(area.x, area.y), vec2(area.w, area.h))
}

fn point((x, y): (f64, f64)) -> Pos2 {
    pos2(x as f32, y as f32)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{model::notation, picture::picture, text::Measure};

    /// What there is in a picture of a pathway that is given as notation.
    pub(crate) fn records(text: &str) -> Records {
        let pathway = notation::parse(text).expect("notation");
        Records::new(&pathway, &picture(&pathway, &mut Measure::default(), 1.6))
    }

    #[test]
    fn every_item_is_found_where_it_is_drawn() {
        let records = records("a -> b -> c -> d; a -> d; d -| a; c -> c");
        let (cards, wires) = records.items.split_at(records.cards.len());
        assert_eq!((cards.len(), wires.len()), (4, records.wires.len()));
        for (item, card) in cards.iter().zip(&records.cards) {
            assert_eq!([records.rect_of(item), records.surroundings_of(item)], [Some(card.rect); 2]);
        }
        for (item, wire) in wires.iter().zip(&records.wires) {
            let Item::Link(id) = item else { panic!("{item:?} is no link") };
            assert!(std::ptr::eq(records.wire_of(id).expect("it has a wire"), Arc::as_ptr(wire)));
            assert_eq!(records.rect_of(item).map(|rect| rect.center()), Some(wire.middle));
            let around = records.surroundings_of(item).expect("it is drawn");
            assert!(wire.ends.iter().all(|&end| around.contains_rect(records.cards[end].rect)), "{around}");
        }
        let other = Item::Node(crate::model::NodeId::new("x"));
        assert_eq!((records.rect_of(&other), records.wire_of(&LinkId::new("x")).map(|wire| wire.ends)), (None, None));
    }

    #[test]
    fn of_wires_that_lie_on_one_another_one_is_seen() {
        let apart = records("a -> b; a -> b; a -| b; b -> a");
        assert!(apart.wires.iter().enumerate().all(|(i, wire)| wire.first == i));
        // The drawing has fewer lines between two cards than there are links.
        let many = records(&"a -> b; a -| b\n".repeat(400));
        let (lines, seen) = (&many.wires, many.seen().count());
        assert!(lines.len() == 800 && seen <= 60, "{seen}");
        for wire in lines {
            let first = &lines[wire.first];
            assert_eq!((&first.points, &first.shown), (&wire.points, &wire.shown));
        }
        assert!(many.fixed.ends.count() <= 2 * seen && many.ends().len() <= 2 * seen);
    }

    #[test]
    fn what_glides_goes_from_where_it_was_to_where_it_belongs() {
        let mut records = records("a -> b");
        let (before, card) = (Rect::from_min_size(Pos2::ZERO, vec2(10.0, 10.0)), Arc::make_mut(&mut records.cards[0]));
        card.before = Some(before);
        assert_eq!((card.rect_at(0.0), card.rect_at(1.0)), (before, card.rect));
        let wire = Arc::make_mut(&mut records.wires[0]);
        let there = wire.points.clone();
        let here: Vec<Pos2> = there.iter().map(|at| *at + vec2(100.0, 50.0)).collect();
        wire.before = Some(here.clone());
        assert_eq!((&wire.points_at(0.0)[..], &wire.points_at(1.0)[..]), (&here[..], &there[..]));
        assert_eq!(wire.points_at(0.5)[0], there[0] + vec2(50.0, 25.0));
    }
}
