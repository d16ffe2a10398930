//! The overview: what a picture shows where its labels would be too small to read. Cards are plain boxes in their
//! kind's colour, of the links only the strongest are drawn and those in which two pathways differ, and all of it is one mesh.

use egui::{Color32, Context, Pos2, Rect, Shape, Stroke};

use super::mirror::Mirror;
use crate::{
    model::Grade,
    paint::{
        brush::{self, Brush},
        ends::{self, Inks},
        layers::Once,
        look::{Look, Tone},
        marks,
        places::Role,
        role::Tag,
        stage::{Stage, color},
        wire::difference,
    },
    scene::{
        Scene,
        records::{CardRecord, Records, WireRecord},
    },
    signs::{self, Area, fixed::badge_radius},
};

/// How far the ground of a small box that is quiet goes towards that of a card, as a share.
const QUIET: f32 = 0.5;
/// Most lit links whose dashes and dots are shapes each; with more, a texture has them.
const MOST_IN_PIECES: usize = 400;
/// Width of a link in which two pathways differ, in px: wider than any that is not marked.
const MARKED: f32 = 2.6;
/// How large the ends of lit links are drawn.
const LIT_SCALE: f32 = 0.7;

/// Draws the overview: everything as it is without light.
pub(super) fn draw(scene: &Scene, mirror: &mut Mirror, stage: &Stage, looks: &[Look]) -> Option<Shape> {
    let mut brush = Brush::new(stage.pixel, stage.clip);
    brush.reserve(mirror.far);
    let mut points = Vec::new();
    let records = &scene.records;
    let (cards, wires) = looks.split_at(records.cards.len().min(looks.len()));
    for (i, line) in &scene.overview().lines {
        if let Some((record, look)) = records.wires.get(*i).zip(wires.get(*i)) {
            points.clear();
            points.extend(line.iter().map(|&p| stage.to_screen(p)));
            quiet_line(&mut brush, &mut points, record, stage, *look);
        }
    }
    for (record, look) in records.wires.iter().zip(wires).filter(|(_, look)| difference(**look).is_some()) {
        marked_line(&mut brush, record, stage, *look);
    }
    for (record, look) in records.cards.iter().zip(cards) {
        quiet_card(&mut brush, record, stage, *look);
    }
    mirror.far = brush.vertices();
    brush.finish()
}

/// Draws what is lit, above the overview.
pub(super) fn lit(records: &Records, stage: &Stage, looks: &[Look]) -> Option<Shape> {
    let mut brush = Brush::new(stage.pixel, stage.clip);
    let (cards, wires) = looks.split_at(records.cards.len().min(looks.len()));
    let lit = || wires.iter().filter(|look| look.on_top());
    if lit().nth(MOST_IN_PIECES).is_some() {
        brush.patterns = Some(stage.patterns);
    }
    let mut once = Once::default();
    for (record, look) in records.wires.iter().zip(wires).filter(|(_, look)| look.on_top()) {
        if once.is_first(record, *look) {
            lit_line(&mut brush, record, stage, *look);
        }
    }
    for (record, look) in records.cards.iter().zip(cards).filter(|(_, look)| look.on_top()) {
        lit_card(&mut brush, record, stage, *look);
    }
    brush.finish()
}

/// The signs of what an answer says, as large as from near: what is marked must be seen however far off it is.
pub(super) fn marks(ctx: &Context, records: &Records, stage: &Stage, looks: &[Look]) -> Vec<Shape> {
    let (cards, wires) = looks.split_at(records.cards.len().min(looks.len()));
    let badge = |(i, place): (&usize, &Area)| {
        let look = *wires.get(*i)?;
        let colour = stage.line(look, |palette| palette.accent);
        let at = stage.to_screen(Pos2::from(place.middle()));
        let radius = badge_radius(*place) * stage.zoom;
        Some(marks::badge(ctx, at, difference(look)?, radius, colour, color(stage.palette.card)))
    };
    let role =
        |(i, role): (&usize, &Role)| Some(Tag::of(*cards.get(*i)?)?.paint(*role, records.cards.get(*i)?, stage, ctx));
    let (badges, roles) = (stage.places.badges.iter().filter_map(badge), stage.places.roles.iter().filter_map(role));
    badges.chain(roles).flatten().collect()
}

/// A link among many: a thin line, the fainter the weaker its evidence is.
fn quiet_line(brush: &mut Brush, points: &mut [Pos2], record: &WireRecord, stage: &Stage, look: Look) {
    if look.tone == Tone::Ghost || !stage.shows(record.bounds) {
        return;
    }
    let width: f32 = match record.grade {
        Grade::A => 1.8,
        Grade::B => 1.2,
        Grade::C | Grade::D | Grade::X => 1.0,
    };
    let far = if look.tone == Tone::Dim { stage.shades.quiet.link } else { stage.shades.far(record.grade) };
    let colour = color(far);
    brush::sharpened(points, width, stage.pixel);
    brush.line(points, Stroke::new(brush::whole(width, stage.pixel), colour));
}

/// A link in which two pathways differ: wide and in the colour of its mark, however weak its evidence is.
fn marked_line(brush: &mut Brush, record: &WireRecord, stage: &Stage, look: Look) {
    if look.tone == Tone::Ghost || !stage.shows(record.bounds) {
        return;
    }
    let mut points: Vec<Pos2> = record.points.iter().map(|&p| stage.to_screen(p)).collect();
    brush::sharpened(&mut points, MARKED, stage.pixel);
    brush.line(&points, Stroke::new(brush::whole(MARKED, stage.pixel), color(stage.inks(look.tone).accent)));
}

/// A card among many: a box in its kind's colour, paler where there is room to see more than a speck.
fn quiet_card(brush: &mut Brush, record: &CardRecord, stage: &Stage, look: Look) {
    if !stage.shows(record.rect) {
        return;
    }
    let (rect, fill, edge) = boxed(record, stage, look.tone);
    brush.rect(rect, edge);
    if rect.height() > 6.0 * stage.pixel {
        brush.rect(rect.shrink(stage.pixel), fill);
    }
}

/// A card's box on whole pixels, never thinner than two of them, with its ground and its edge.
fn boxed(record: &CardRecord, stage: &Stage, tone: Tone) -> (Rect, Color32, Color32) {
    let rect = brush::pixel_rect(stage.rect_to_screen(record.rect_at(stage.arrived)), stage.pixel);
    let rect = Rect::from_min_size(rect.min, rect.size().max(egui::Vec2::splat(2.0 * stage.pixel)));
    let inks = stage.inks(tone);
    let kind = color(inks.kinds.of(record.kind));
    // Small boxes need the full colour to be told apart, large ones would shout.
    let pale = ((rect.height() - 5.0) / 14.0).clamp(0.0, 0.75);
    let paler = if tone.is_quiet() { pale.max(QUIET) } else { pale };
    (rect, kind.lerp_to_gamma(color(inks.card), paler), kind)
}

/// A link of what is pointed at: with its end, so that its direction and effect can be seen.
fn lit_line(brush: &mut Brush, record: &WireRecord, stage: &Stage, look: Look) {
    if !stage.shows(record.bounds) {
        return;
    }
    let colour = match look.tone {
        Tone::Centre => color(stage.palette.accent),
        _ => stage.line(look, |palette| palette.link),
    };
    let mut points: Vec<Pos2> = record.points.iter().map(|&p| stage.to_screen(p)).collect();
    brush::sharpened(&mut points, signs::width(record.grade) * LIT_SCALE, stage.pixel);
    let effects = if stage.told >= 0.5 { &record.told } else { &record.shown };
    let inks = Inks { scale: LIT_SCALE, colour, ground: color(stage.palette.lane_a) };
    ends::draw(brush, &points, effects, record.grade, inks);
}

/// The card that is pointed at, and those beside it.
fn lit_card(brush: &mut Brush, record: &CardRecord, stage: &Stage, look: Look) {
    if !stage.shows(record.rect) {
        return;
    }
    let (rect, fill, _) = boxed(record, stage, Tone::Plain);
    let around = if look.focused || look.tone == Tone::Centre { 3.0 } else { 1.5 };
    let border = Stroke::new(2.0, stage.line(look, |palette| palette.accent));
    brush.rounded(rect.expand(around), 2.0 + around, fill, border);
}
