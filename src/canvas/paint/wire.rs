//! A link as a wire: its end says the effect, its line the grade, its badge what is odd about it.

use std::{rc::Rc, sync::Arc};

use egui::{Color32, Pos2, Rect, Shape, Stroke, vec2};
use egui_graphs::{DisplayEdge, DisplayNode, DrawContext, EdgeProps, Node};
use petgraph::{EdgeType, stable_graph::IndexType};

use super::{
    brush::{self, Brush},
    ends::{self, Inks},
    label,
    layers::Layer,
    look::{Look, Tone},
    marks, ring,
    stage::{Stage, color},
};
use crate::{
    model::Grade,
    scene::{
        detail::{Crossing, PILL_ZOOM},
        records::{WireRecord, rect},
    },
    session::Mark,
    signs::{Area, fixed::badge_radius, gap, links::Badge, near::PILL_TEXT, width},
    theme::{Palette, Rgb},
};

/// Zoom beyond which pills grow no more.
const LARGEST_PILL: f32 = 1.5;
/// Zoom beyond which badges grow no more.
const LARGEST_BADGE: f32 = 1.6;

/// Width of the line of a trace, in px of screen.
const TRACE: f32 = 1.0;

/// A wire, as egui_graphs draws it.
#[derive(Clone, Default)]
pub(crate) struct WireShape {
    pub(crate) record: Option<Arc<WireRecord>>,
    pub(crate) look: Look,
    pub(crate) stage: Option<Rc<Stage>>,
    /// The wire's number in the scene.
    index: usize,
}

impl From<EdgeProps<u32>> for WireShape {
    fn from(_: EdgeProps<u32>) -> Self {
        Self::default()
    }
}

impl<N, Ty, Ix, D> DisplayEdge<N, u32, Ty, Ix, D> for WireShape
where
    N: Clone,
    Ty: EdgeType,
    Ix: IndexType,
    D: DisplayNode<N, u32, Ty, Ix>,
{
    fn shapes(
        &mut self,
        _: &Node<N, u32, Ty, Ix, D>,
        _: &Node<N, u32, Ty, Ix, D>,
        ctx: &DrawContext<'_>,
    ) -> Vec<Shape> {
        if let Some(stage) = &self.stage {
            self.paint(&mut stage.layers.borrow_mut().wires, self.look, stage, ctx.ctx);
        }
        Vec::new()
    }

    fn update(&mut self, props: &EdgeProps<u32>) {
        self.index = props.payload as usize;
    }

    fn is_inside(&self, _: &Node<N, u32, Ty, Ix, D>, _: &Node<N, u32, Ty, Ix, D>, _: Pos2) -> bool {
        // Pointing is answered by the grid.
        false
    }
}

impl WireShape {
    /// Paints the wire, if it can be seen.
    pub(crate) fn paint(&self, layer: &mut Layer, look: Look, stage: &Stage, ctx: &egui::Context) {
        let Some(record) = self.record.as_ref().filter(|record| stage.shows(record.bounds)) else { return };
        // While they glide, lines that will lie on one another come from different places.
        if stage.arrived < 1.0 || layer.once.is_first(record, look) {
            self.halos(&mut layer.brush, look, stage);
            let gaps = stage.places.wire_gaps.get(&self.index).map_or(&[][..], Vec::as_slice);
            line(&mut layer.brush, &screen_points(record, stage, look), record, stage, look, gaps);
        }
        if look.tone != Tone::Ghost {
            layer.above.extend(self.badge(record, stage, look, ctx));
            layer.above.extend(self.pill(record, look, stage, ctx));
        }
    }

    /// A gap in the lines that this one passes over. A lit wire lies above all others, else the later one does.
    fn halos(&self, brush: &mut Brush, look: Look, stage: &Stage) {
        let bedded = look.selected || look.focused;
        let (Some(record), Some(details)) = (&self.record, &stage.details) else { return };
        if bedded || look.tone == Tone::Ghost {
            return;
        }
        let scale = scale(stage);
        let passes_over = |crossing: &&Crossing| look.on_top() || (crossing.other as usize) < self.index;
        let in_sight = |crossing: &&Crossing| stage.clip.contains(stage.to_screen(crossing.at));
        for crossing in details.crossings(self.index).iter().filter(passes_over).filter(in_sight) {
            let (at, (right, down)) = (stage.to_screen(crossing.at), crossing.along);
            let along = vec2(right, down) * scale;
            let wide = gap(record.grade) * scale;
            brush.line(&[at - along, at + along], Stroke::new(wide, stage.ground(crossing.band as usize)));
        }
    }

    /// What is odd about the link, or how many links it stands for; before that, how two pathways differ in it.
    fn badge(&self, record: &WireRecord, stage: &Stage, look: Look, ctx: &egui::Context) -> Vec<Shape> {
        let compared = difference(look);
        let accent = |palette: &Palette| palette.accent;
        let (sign, ink): (_, fn(&Palette) -> Rgb) = match (compared, record.badge) {
            (Some(sign), _) => (sign.into(), accent),
            (None, Some(badge @ Badge::ToldOtherwise)) => (badge.sign(), accent),
            (None, Some(badge)) => (badge.sign(), |palette| palette.link),
            (None, None) => return Vec::new(),
        };
        let Some(place) = record.badge_at.or_else(|| stage.places.badges.get(&self.index).copied()) else {
            return Vec::new();
        };
        let colour = stage.line(look, ink);
        let at = stage.to_screen(rect(place).center());
        let plain = badge_radius(place) * stage.zoom.min(LARGEST_BADGE);
        let radius = if stage.presents { plain.max(marks::radius_for(stage.least_text)) } else { plain };
        marks::badge(ctx, at, &sign, radius, colour, color(stage.inks(look.tone).card))
    }

    /// The grade and the number of sources, where there is room for them.
    fn pill(&self, record: &WireRecord, look: Look, stage: &Stage, ctx: &egui::Context) -> Vec<Shape> {
        let place = stage.details.as_ref().and_then(|details| details.pill(self.index));
        let readable = !stage.presents || PILL_TEXT * stage.zoom >= stage.least_text;
        let seen = |place: &Rect| stage.zoom >= PILL_ZOOM && readable && stage.shows(*place);
        let Some(place) = place.filter(seen) else { return Vec::new() };
        let inks = stage.inks(look.tone);
        // Very near it stays small: what it says is a remark, not a title.
        let largest = if stage.presents { stage.least_text / PILL_TEXT } else { LARGEST_PILL };
        let zoom = stage.zoom.min(largest);
        let rect = Rect::from_center_size(stage.to_screen(place.center()), place.size() * zoom);
        let rect = brush::pixel_rect(rect, stage.pixel);
        let border = Stroke::new(1.0, wire_colour(record, stage, look));
        let mut brush = Brush::new(stage.pixel, stage.clip);
        brush.rounded(rect, rect.height() / 2.0, color(inks.card), border);
        let size = label::size(PILL_TEXT * zoom, stage.pixel);
        let text = label::bold(ctx, rect.center(), &record.carries, size, color(inks.card_text));
        brush.finish().into_iter().chain([text]).collect()
    }
}

/// The sign of how two pathways differ in a wire.
pub(crate) fn difference(look: Look) -> Option<&'static str> {
    match look.mark {
        Some(Mark::Added) => Some("+"),
        Some(Mark::Removed) => Some("−"),
        Some(Mark::Changed) => Some("±"),
        _ => None,
    }
}

/// How large ends and lines are drawn: with the zoom, within limits.
fn scale(stage: &Stage) -> f32 {
    stage.zoom.clamp(0.35, 2.5)
}

/// The wire's points on the screen, level and upright pieces on whole pixels.
fn screen_points(record: &WireRecord, stage: &Stage, look: Look) -> Vec<Pos2> {
    let mut points: Vec<Pos2> = record.points_at(stage.arrived).iter().map(|&p| stage.to_screen(p)).collect();
    let width = if look.tone == Tone::Ghost { TRACE } else { width(record.grade) * scale(stage) };
    brush::sharpened(&mut points, width, stage.pixel);
    points
}

/// The colour of a wire.
fn wire_colour(record: &WireRecord, stage: &Stage, look: Look) -> Color32 {
    match look.tone {
        Tone::Centre => color(stage.palette.accent),
        _ if record.grade == Grade::X => stage.line(look, |palette| palette.faint_link),
        _ => stage.line(look, |palette| palette.link),
    }
}

/// The line with its end, and what shows that it is selected or has the keyboard.
fn line(brush: &mut Brush, points: &[Pos2], record: &WireRecord, stage: &Stage, look: Look, gaps: &[Area]) {
    let palette = &stage.palette;
    let scale = scale(stage);
    let colour = wire_colour(record, stage, look);
    if look.selected || look.focused {
        // A soft bed under the line: seen whatever the line's pattern and colour are.
        let bed = Stroke::new((width(record.grade) + 8.0) * scale, color(palette.accent_soft));
        if look.focused {
            // An edge along it, as cards have a ring.
            ring::gapped(brush, points, Stroke::new(bed.width + 3.0, color(palette.accent)), gaps, stage);
        }
        ring::gapped(brush, points, bed, gaps, stage);
    }
    if look.tone == Tone::Ghost {
        brush.line(points, Stroke::new(brush::whole(TRACE, stage.pixel), colour));
        return;
    }
    let inks = Inks { scale, colour, ground: color(palette.lane_a) };
    if record.shown == record.told || stage.told <= 0.0 || stage.told >= 1.0 {
        let effects = if stage.told >= 1.0 { &record.told } else { &record.shown };
        ends::draw(brush, points, effects, record.grade, inks);
        return;
    }
    // Between the two readings one end shrinks while the other grows in its place.
    ends::line(brush, points, record.grade, scale, colour);
    for (effects, share) in [(&record.shown, 1.0 - stage.told), (&record.told, stage.told)] {
        ends::tips(brush, points, effects, record.grade, Inks { scale: scale * share, ..inks });
    }
}
