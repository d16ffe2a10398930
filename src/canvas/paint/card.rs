//! A node as a card: kind mark, label, and what it is to the thing that is pointed at.

use std::{rc::Rc, sync::Arc};

use egui::{Color32, FontId, Galley, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};
use egui_graphs::{DisplayNode, DrawContext, NodeProps};
use petgraph::{EdgeType, stable_graph::IndexType};

use super::{
    brush::{self, Brush},
    label::{self, Label},
    layers::Layer,
    look::{Look, Tone},
    marks,
    places::Unseen,
    ring,
    role::Tag,
    stage::{Stage, color},
};
use crate::{
    picture::MARK_WIDTH,
    scene::records::{CardRecord, rect},
    signs::Area,
    theme::{Palette, Rgb},
};

/// Dashes and gaps of the border of a trace, in px of screen.
const TRACE: [f32; 2] = [4.0, 3.0];
/// How far before a corner the border of a trace turns, as a share of the corner's radius.
const CUT: f32 = 0.6;

/// A card, as egui_graphs draws it. Cheap to clone: egui_graphs clones both ends of every edge in every frame.
#[derive(Clone, Default)]
pub(crate) struct CardShape {
    pub(crate) record: Option<Arc<CardRecord>>,
    pub(crate) look: Look,
    pub(crate) stage: Option<Rc<Stage>>,
    label: Option<Arc<Label>>,
    /// The card's number in the scene.
    index: usize,
}

impl From<NodeProps<u32>> for CardShape {
    fn from(_: NodeProps<u32>) -> Self {
        Self::default()
    }
}

impl<E: Clone, Ty: EdgeType, Ix: IndexType> DisplayNode<u32, E, Ty, Ix> for CardShape {
    fn closest_boundary_point(&self, _: Vec2) -> Pos2 {
        // Wires bring their own ends from the layout.
        self.record.as_ref().map_or(Pos2::ZERO, |record| record.rect.center())
    }

    fn shapes(&mut self, ctx: &DrawContext<'_>) -> Vec<Shape> {
        if let Some(stage) = self.stage.clone() {
            self.paint(&mut stage.layers.borrow_mut().cards, self.look, &stage, ctx.ctx);
        }
        Vec::new()
    }

    fn update(&mut self, props: &NodeProps<u32>) {
        self.index = props.payload as usize;
    }

    fn is_inside(&self, pos: Pos2) -> bool {
        self.record.as_ref().is_some_and(|record| record.rect.contains(pos))
    }
}

impl CardShape {
    /// Paints the card, if it can be seen.
    pub(crate) fn paint(&mut self, layer: &mut Layer, look: Look, stage: &Stage, ctx: &egui::Context) {
        let Some(record) = self.record.as_ref().filter(|record| stage.shows(record.rect_at(stage.arrived))) else {
            return;
        };
        let lines = label::lines(&mut self.label, &record.lines, stage, ctx);
        let places = &stage.places;
        body(&mut layer.brush, record, stage, look, places.card_gaps.get(&self.index).map_or(&[], Vec::as_slice));
        layer.above.extend(text(lines, record, stage, look));
        if let Some(counts) = places.unseen.get(&self.index) {
            layer.above.extend(unseen(counts, record, stage, ctx));
        }
        if let Some((tag, role)) = Tag::of(look).zip(places.roles.get(&self.index)) {
            layer.above.extend(tag.paint(*role, record, stage, ctx));
        }
    }
}

fn body(brush: &mut Brush, record: &CardRecord, stage: &Stage, look: Look, gaps: &[Area]) {
    let palette = &stage.palette;
    let rect = stage.rect_to_screen(record.rect_at(stage.arrived));
    if record.folded {
        // A second card behind it: there is more in here.
        let behind = rect.translate(Vec2::splat(4.0 * stage.zoom));
        outline(brush, behind, stage, Look { tone: look.tone, ..Look::default() }, palette.field);
    }
    let lit = look.selected || look.picked;
    if look.focused {
        // Around the card, and open where an end or a mark is.
        let around = Stroke::new(2.0, color(palette.accent));
        let points =
            ring::outline(brush::pixel_rect(rect, stage.pixel).expand(4.0), (7.0 * stage.zoom).clamp(1.0, 14.0) + 3.0);
        ring::gapped(brush, &points, around, gaps, stage);
    }
    outline(brush, rect, stage, look, if lit { palette.accent_soft } else { stage.inks(look.tone).card });
    let mark = rect.left_center() + vec2((MARK_WIDTH / 2.0 + 5.0) * stage.zoom, 0.0);
    let colour = color(inks(stage, look).kinds.of(record.kind));
    marks::kind(brush, record.kind, mark, 5.6 * stage.zoom, colour);
}

/// The colours of what stands on a card: on the ground of one that is selected or picked it is never quiet.
fn inks(stage: &Stage, look: Look) -> &Palette {
    if look.selected || look.picked { &stage.palette } else { stage.inks(look.tone) }
}

/// The card itself: ground and border, inside its edge, so that no end is hidden.
fn outline(brush: &mut Brush, rect: Rect, stage: &Stage, look: Look, ground: Rgb) {
    let radius = (7.0 * stage.zoom).clamp(1.0, 14.0);
    let lit = look.selected || look.picked || look.tone.is_lit();
    let border = Stroke::new(if lit { 2.2 } else { 1.0 }, stage.line(look, |palette| palette.card_line));
    let rect = brush::pixel_rect(rect, stage.pixel);
    if look.tone == Tone::Ghost {
        brush.rounded(rect, radius, color(ground), Stroke::NONE);
        trace(brush, rect, radius, border);
    } else {
        brush.rounded(rect, radius, color(ground), border);
    }
}

/// The border of what is only a trace: in dashes, since a line that is still to be seen can be no fainter.
pub(crate) fn trace(brush: &mut Brush, rect: Rect, radius: f32, border: Stroke) {
    let (rect, cut) = (rect.shrink(border.width / 2.0), radius * CUT);
    let [along, down] = [vec2(cut, 0.0), vec2(0.0, cut)];
    let (a, b, c, d) = (rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom());
    let [on, off] = TRACE;
    brush.dashes(
        &[a + down, a + along, b - along, b + down, c - down, c - along, d + along, d - down, a + down],
        border,
        on,
        off,
    );
}

/// The label, in the middle of what the kind mark leaves.
fn text(lines: &[Arc<Galley>], record: &CardRecord, stage: &Stage, look: Look) -> impl Iterator<Item = Shape> {
    let colour = color(inks(stage, look).card_text);
    let rect = stage.rect_to_screen(record.rect_at(stage.arrived));
    let middle = rect.center().x + MARK_WIDTH * stage.zoom / 2.0;
    let line_height = record.line_height * label::zoom(stage);
    let top = rect.center().y - line_height * lines.len() as f32 / 2.0;
    let pixel = stage.pixel;
    lines.iter().enumerate().map(move |(i, line)| {
        let centre = pos2(middle, top + line_height * (i as f32 + 0.5));
        label::centred(Arc::clone(line), centre, pixel, colour)
    })
}

/// How many links lead from and to things that are not shown: `+2 causes` beside the card.
fn unseen(unseen: &[Unseen], record: &CardRecord, stage: &Stage, ctx: &egui::Context) -> Vec<Shape> {
    let ink = color(stage.palette.weak);
    let way = record.rect_at(stage.arrived).min - record.rect.min;
    let paint = |unseen: &Unseen| {
        let around = stage.rect_to_screen(rect(unseen.area).translate(way));
        let text = label::centred(count(ctx, stage, &unseen.words), around.center(), stage.pixel, ink);
        [Shape::rect_filled(around, 6.0, color(stage.palette.field)), text]
    };
    unseen.iter().flat_map(paint).collect()
}

/// The size of what says how many links lead to what is not shown, in px of screen.
pub(crate) fn count_size(ctx: &egui::Context, stage: &Stage, words: &str) -> Vec2 {
    count(ctx, stage, words).size() + vec2(8.0, 1.0)
}

fn count(ctx: &egui::Context, stage: &Stage, words: &str) -> Arc<Galley> {
    let size = (11.0 * stage.zoom).clamp(9.0, 15.0).round();
    ctx.fonts_mut(|fonts| fonts.layout_no_wrap(words.to_owned(), FontId::proportional(size), Color32::PLACEHOLDER))
}
