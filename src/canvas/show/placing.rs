//! The placing pass of a frame: where everything lies that is painted over the drawing (`signs::places` has the rule).
//!
//! In the order of their weight: how many links lead to what is not shown, and what two pathways differ in, which belong to
//! the kept drawing and depend on nothing but the zoom; the lanes' names, which stay in sight; the marks of loops; and what
//! lit cards are. So nothing that is painted already moves when something is lit. What finds no place is told elsewhere: a
//! badge by the name of its link and in Details, a lane in the outline, a loop in the list of *Ask*, unseen links by the name
//! of their card; what a card is always has room, since its sign may take the place of the mark of its kind.

use std::{collections::BTreeMap, rc::Rc, sync::Arc};

use egui::{Context, Pos2, Rect, Vec2};

use super::{lanes, loops};
use crate::{
    paint::{
        card,
        layers::Once,
        look::Look,
        places::{Places, Role, Unseen},
        role::Tag,
        stage::Stage,
        wire::difference,
    },
    picture::MARK_WIDTH,
    scene::{
        Scene,
        detail::{Details, PILL_ZOOM},
        records::{Records, WireRecord, area},
    },
    session::{Answer, Session},
    signs::{
        Area,
        fixed::{badge_places, boxes},
        names::{count_places, mark_places, word_places},
        places::{Faults, Ground, Of, Placing, faults},
        taken::Taken,
    },
    words,
};

/// How large the ends of lit links are drawn where everything else is an overview, in px of screen.
const FAR_SCALE: f32 = 0.7;
/// Side of the badge of a wire in the overview, in px of screen, and of a small one; and how much smaller the sign of a card
/// may be.
const FAR_BADGE: [f32; 2] = [17.0, 13.0];
const FAR_SMALL: f32 = 0.75;
/// Most cards whose words and signs are looked for room around them: beyond, they wear their sign.
const MOST_ROLES: usize = 160;
/// Free space about what must be seen through a ring, in px of picture.
const AROUND: f32 = 2.0;
/// How far around an item its ring or its bed reaches, in px of picture at most.
const RING: f32 = 16.0;

/// What the places of a frame depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    scene: u64,
    zoom: f32,
    offset: Vec2,
    clip: Rect,
    pixel: f32,
    atlas: u32,
    least_text: f32,
    /// Whether pills are painted where the zoom shows them: not while cards glide.
    detailed: bool,
    looks: Vec<Look>,
}

/// The places as they were last worked out.
#[derive(Default)]
pub(crate) struct Placed {
    kept: Option<Kept>,
}

struct Kept {
    key: Key,
    /// The answer whose loops are marked.
    loops: Option<Arc<Result<Answer, String>>>,
    places: Rc<Places>,
}

impl Placed {
    /// The places of a frame: those that are kept, where they still hold.
    pub(crate) fn places(
        &mut self,
        ctx: &Context,
        scene: &Scene,
        stage: &Stage,
        session: &Session,
        looks: &[Look],
    ) -> Rc<Places> {
        let &Stage { zoom, offset, clip, pixel, atlas, least_text, .. } = stage;
        let key = Key {
            scene: scene.number,
            zoom,
            offset,
            clip,
            pixel,
            atlas,
            least_text,
            detailed: stage.details.is_some(),
            looks: looks.to_vec(),
        };
        let loops = loops::answer(session).filter(|_| !stage.presents).cloned();
        let same =
            |kept: &Kept| kept.key == key && kept.loops.as_ref().map(Arc::as_ptr) == loops.as_ref().map(Arc::as_ptr);
        if let Some(kept) = self.kept.as_ref().filter(|kept| same(kept)) {
            return Rc::clone(&kept.places);
        }
        let work = Work { ctx, scene, stage, looks };
        let places = if stage.is_far() { work.far(loops.as_deref()) } else { work.near(loops.as_deref()) };
        let places = Rc::new(places);
        self.kept = Some(Kept { key, loops, places: Rc::clone(&places) });
        places
    }

    /// What the marks of the last frame cover, which showed this scene.
    pub(crate) fn faults(&self, scene: &Scene) -> Faults {
        let Some(Kept { key, places, .. }) = self.kept.as_ref().filter(|kept| kept.key.scene == scene.number) else {
            return Faults::default();
        };
        let records = &scene.records;
        let Some(details) = scene.details(key.zoom, key.least_text) else {
            return faults(&all(places).collect::<Vec<_>>(), &lit_ends(records, &key.looks, key.zoom), &[]);
        };
        let on_lines = records.fixed.places.iter().flatten().copied().chain(details.pills_at(key.zoom));
        let texts: Vec<Area> = records.areas.iter().map(text).collect();
        let lines: Vec<&[Pos2]> = records.wires.iter().map(|wire| wire.points.as_slice()).collect();
        let over_lines = records.fixed.over_lines(&lines, &records.grid);
        Faults { over_lines, ..faults(&on_lines.chain(all(places)).collect::<Vec<_>>(), &records.ends(), &texts) }
    }
}

/// A placing pass in the making.
struct Work<'a> {
    ctx: &'a Context,
    scene: &'a Scene,
    stage: &'a Stage,
    looks: &'a [Look],
}

impl Work<'_> {
    /// Where labels can be read.
    fn near(&self, loops: Option<&Result<Answer, String>>) -> Places {
        let records = &self.scene.records;
        let lines: Vec<&[Pos2]> = records.wires.iter().map(|wire| wire.points.as_slice()).collect();
        let (none, pills) = (Taken::default(), self.stage.zoom >= PILL_ZOOM);
        let pills = self.stage.details.as_deref().filter(|_| pills).map_or(&none, Details::taken);
        let marks = [&records.fixed.badges, pills];
        let (cards, ends) = (&records.areas, &records.fixed.ends);
        let mut placing = Placing::new(Ground { cards, lines: &lines, grid: &records.grid, ends, marks: &marks });
        let mut places = Places {
            unseen: self.unseen(&mut placing),
            badges: self.badges(&mut placing),
            names: lanes::places(self.ctx, records, self.stage, &mut placing, true),
            loops: loops::places(loops, records, self.stage, &mut placing),
            roles: self.roles(&mut placing),
            ..Places::default()
        };
        let placed = placing.placed();
        self.leave_gaps(&mut places, &[ends, &records.fixed.badges, pills, &placed]);
        places
    }

    /// In the overview: it has no words on cards, and only what is lit has ends.
    fn far(&self, loops: Option<&Result<Answer, String>>) -> Places {
        let records = &self.scene.records;
        let ends = Taken::of(lit_ends(records, self.looks, self.stage.zoom));
        let lines: Vec<&[Pos2]> = records.wires.iter().map(|wire| wire.points.as_slice()).collect();
        let ground = Ground { cards: &records.areas, lines: &lines, grid: &records.grid, ends: &ends, marks: &[] };
        let mut placing = Placing::new(ground);
        Places {
            names: lanes::places(self.ctx, records, self.stage, &mut placing, false),
            loops: loops::places(loops, records, self.stage, &mut placing),
            badges: self.far_badges(&mut placing),
            roles: self.far_roles(&mut placing),
            ..Places::default()
        }
    }

    /// The badges of the wires in which two pathways differ, as large on the screen as from near.
    fn far_badges(&self, placing: &mut Placing<'_, Pos2>) -> BTreeMap<usize, Area> {
        let records = &self.scene.records;
        let wires = records.wires.iter().zip(self.looks.iter().skip(records.cards.len())).enumerate();
        let differs = wires.filter(|(_, (_, look))| difference(**look).is_some()).take(MOST_ROLES);
        let sides = FAR_BADGE.map(|side| side / self.stage.zoom);
        differs
            .filter_map(|(i, (wire, _))| {
                Some((
                    i,
                    placing.place(Of::Line(i), sides.into_iter().flat_map(|side| mark_places(&wire.points, side)))?,
                ))
            })
            .collect()
    }

    /// The signs of what an answer says of cards, beside them or on them.
    fn far_roles(&self, placing: &mut Placing<'_, Pos2>) -> BTreeMap<usize, Role> {
        let (records, zoom) = (&self.scene.records, self.stage.zoom);
        let looks = self.looks.iter().zip(&records.areas).enumerate();
        let tags = looks.filter(|(_, (look, _))| look.mark.is_some());
        let tags = tags.filter_map(|(i, (look, card))| Some((i, Tag::of(*look)?, *card))).take(MOST_ROLES);
        let place = |(i, tag, card): (usize, Tag, Area)| {
            let [_, alone] = tag.sizes(self.stage, self.ctx).map(|size| (size.x / zoom, size.y / zoom));
            let on = |(w, h)| word_places(card, (w, h), 1.0 / zoom).chain([Area::around(card.middle(), w, h)]);
            let sizes = [alone, (alone.0 * FAR_SMALL, alone.1 * FAR_SMALL)];
            let area = placing.place(Of::Cards, sizes.into_iter().flat_map(on))?;
            Some((i, Role { area, short: true }))
        };
        tags.filter_map(place).collect()
    }

    /// How many links lead from and to what is not shown.
    fn unseen(&self, placing: &mut Placing<'_, Pos2>) -> BTreeMap<usize, Vec<Unseen>> {
        let records = &self.scene.records;
        let mut found: BTreeMap<usize, Vec<Unseen>> = BTreeMap::new();
        if self.stage.presents {
            return found;
        }
        for (i, (record, card)) in records.cards.iter().zip(&records.areas).enumerate() {
            for (count, causes) in [(record.unseen.0, true), (record.unseen.1, false)] {
                if count == 0 {
                    continue;
                }
                let place = words::canvas::unseen(count, causes).into_iter().find_map(|words| {
                    let size = card::count_size(self.ctx, self.stage, &words) / self.stage.zoom;
                    let area = placing.place(Of::Card(i), count_places(*card, (size.x, size.y), causes))?;
                    Some(Unseen { area, words, count, causes })
                });
                found.entry(i).or_default().extend(place);
            }
        }
        found
    }

    /// The badges of wires in which two pathways differ, where they have none of their own.
    fn badges(&self, placing: &mut Placing<'_, Pos2>) -> BTreeMap<usize, Area> {
        let records = &self.scene.records;
        let wires = records.wires.iter().zip(self.looks.iter().skip(records.cards.len())).enumerate();
        let bare = wires.filter(|(_, (wire, look))| difference(**look).is_some() && wire.badge.is_none());
        bare.filter_map(|(i, (wire, _))| Some((i, placing.place(Of::Line(i), badge_places(&wire.points))?))).collect()
    }

    /// What the lit cards are: words beside them, signs beside them, signs on them.
    fn roles(&self, placing: &mut Placing<'_, Pos2>) -> BTreeMap<usize, Role> {
        let (records, zoom) = (&self.scene.records, self.stage.zoom);
        let tags = self.looks.iter().take(records.cards.len()).enumerate();
        let tags = tags.filter_map(|(i, look)| Some((i, Tag::of(*look)?, *records.areas.get(i)?)));
        // Nothing that is said of a card in sight is cut by the edge of the canvas.
        let sight = area(self.stage.rect_to_picture(self.stage.clip));
        let mut roles = BTreeMap::new();
        for (number, (i, tag, card)) in tags.enumerate() {
            let sizes = (number < MOST_ROLES).then(|| tag.sizes(self.stage, self.ctx));
            let beside = sizes.into_iter().flatten().zip([false, true]).find_map(|(size, short)| {
                let places = word_places(card, (size.x / zoom, size.y / zoom), 1.0);
                let seen = places.filter(|place| !within(&sight, &card) || within(&sight, place));
                let area = placing.place(Of::Card(i), seen)?;
                Some(Role { area, short })
            });
            let inside = || {
                let area = Tag::inside(card);
                placing.take(area);
                Role { area, short: true }
            };
            roles.insert(i, beside.unwrap_or_else(inside));
        }
        roles
    }

    /// Notes what must be seen through rings and beds: of a card everything about its border, of a wire all but its own.
    fn leave_gaps(&self, places: &mut Places, taken: &[&Taken]) {
        let records = &self.scene.records;
        let on = |about: &Area| taken.iter().flat_map(|taken| taken.on(about).collect::<Vec<_>>()).collect::<Vec<_>>();
        let count = records.cards.len();
        for (i, _) in self.looks.iter().enumerate().filter(|(_, look)| look.selected || look.focused) {
            if let Some(card) = records.areas.get(i) {
                let near = on(&card.grown(RING));
                places.card_gaps.insert(i, near.iter().map(|area| area.grown(AROUND)).collect());
            } else if let Some(wire) = records.wires.get(i - count) {
                let own = own_marks(wire, records, i - count);
                let middle = Area::around((wire.middle.x, wire.middle.y), 2.0 * RING, 2.0 * RING);
                let pieces = wire.points.windows(2).map(|pair| area(Rect::from_points(pair)).grown(RING));
                let near = pieces.chain([middle]).flat_map(|about| on(&about));
                let near = near.filter(|area| !own.contains(area)).map(|area| area.grown(AROUND)).collect();
                places.wire_gaps.insert(i - count, near);
            }
        }
    }
}

/// Whether one area lies wholly in another.
fn within(outer: &Area, inner: &Area) -> bool {
    inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom()
}

/// The boxes of the ends that the overview shows.
fn lit_ends(records: &Records, looks: &[Look], zoom: f32) -> Vec<Area> {
    let mut once = Once::default();
    let lit = records.wires.iter().zip(looks.iter().skip(records.cards.len()));
    let lit = lit.filter(|(wire, look)| look.on_top() && once.is_first(wire, **look));
    lit.flat_map(|(wire, _)| boxes(&wire.run(), FAR_SCALE / zoom)).collect()
}

/// What belongs to a wire itself: its end, its start, its badge.
fn own_marks(wire: &WireRecord, records: &Records, number: usize) -> Vec<Area> {
    let badge = records.fixed.places.get(number).copied().flatten();
    boxes(&wire.run(), 1.0).chain(badge).collect()
}

/// All places.
fn all(places: &Places) -> impl Iterator<Item = Area> + '_ {
    let unseen = places.unseen.values().flatten().map(|unseen| unseen.area);
    let roles = places.roles.values().map(|role| role.area);
    let names = places.names.iter().map(|name| name.area);
    let loops = places.loops.iter().map(|(_, area)| *area);
    unseen.chain(places.badges.values().copied()).chain(roles).chain(names).chain(loops)
}

/// Where a card's text lies, generously: the signs of what it is may lie at its left.
fn text(card: &Area) -> Area {
    Area { x: card.x + MARK_WIDTH + 6.0, w: card.w - MARK_WIDTH - 10.0, ..card.grown(-4.0) }
}

#[cfg(test)]
mod tests;
