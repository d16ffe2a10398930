//! A node as a card: kind mark, label, and what it is to the thing that is pointed at.

use std::sync::Arc;

use egui::{Align2, CornerRadius, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2};
use egui_graphs::{DisplayNode, DrawContext, NodeProps};
use petgraph::{EdgeType, stable_graph::IndexType};

use super::{
    look::{Look, Stage, Tone, color},
    marks,
    scene::CardRecord,
};
use crate::{layout::MARK_WIDTH, session::theme::Rgb, text::LABEL_SIZE};

/// Labels smaller than this, in px of screen, are left out rather than smeared.
const SMALLEST_TEXT: f32 = 5.0;

/// A card, as egui_graphs draws it. Cheap to clone: egui_graphs clones both ends of every edge in every frame.
#[derive(Clone, Debug, Default)]
pub(super) struct CardShape {
    pub(super) record: Option<Arc<CardRecord>>,
    pub(super) look: Look,
    pub(super) stage: Option<Arc<Stage>>,
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
        let (Some(record), Some(stage)) = (&self.record, &self.stage) else { return Vec::new() };
        if !stage.shows(record.rect) {
            return Vec::new();
        }
        let mut shapes = body(record, stage, self.look);
        let font_size = text_size(stage.zoom, ctx.ctx.pixels_per_point());
        if font_size >= SMALLEST_TEXT {
            shapes.extend(label(record, stage, self.look, font_size, ctx.ctx));
        }
        shapes.extend(role(record, stage, self.look, ctx.ctx));
        if font_size >= SMALLEST_TEXT {
            shapes.extend(unseen(record, stage, ctx.ctx));
        }
        shapes
    }

    fn update(&mut self, _: &NodeProps<u32>) {}

    fn is_inside(&self, pos: Pos2) -> bool {
        self.record.as_ref().is_some_and(|record| record.rect.contains(pos))
    }
}

fn body(record: &CardRecord, stage: &Stage, look: Look) -> Vec<Shape> {
    let palette = &stage.palette;
    let rect = stage.rect_to_screen(record.rect_at(stage.arrived));
    let radius = CornerRadius::same((7.0 * stage.zoom).clamp(1.0, 14.0) as u8);
    let lit = look.selected || matches!(look.tone, Tone::Cause | Tone::Effect | Tone::Centre);
    let border = Stroke::new(if lit { 2.2 } else { 1.0 }, stage.line(look, palette.card_line));
    let mut shapes = Vec::new();
    if look.focused {
        let around = rect.expand(4.0);
        shapes.push(Shape::rect_stroke(around, radius, Stroke::new(2.0, color(palette.accent)), StrokeKind::Middle));
    }
    if look.picked {
        let around = rect.expand(3.0);
        shapes.push(Shape::rect_stroke(around, radius, Stroke::new(2.5, color(palette.accent)), StrokeKind::Middle));
    }
    if record.folded {
        // A second card behind it: there is more in here.
        let behind = rect.translate(Vec2::splat(4.0 * stage.zoom));
        shapes.push(Shape::rect_filled(behind, radius, stage.ink(palette.field, look.tone)));
        shapes.push(Shape::rect_stroke(behind, radius, border, StrokeKind::Inside));
    }
    let ground = if look.selected || look.picked { palette.accent_soft } else { palette.card };
    shapes.push(Shape::rect_filled(rect, radius, stage.ink(ground, look.tone)));
    shapes.push(Shape::rect_stroke(rect, radius, border, StrokeKind::Inside));
    let mark = rect.left_center() + vec2((MARK_WIDTH / 2.0 + 5.0) * stage.zoom, 0.0);
    let mark_colour = stage.ink(palette.kinds.of(record.kind), look.tone);
    shapes.extend(marks::kind(record.kind, mark, 5.6 * stage.zoom, mark_colour));
    shapes
}

/// Size of labels on screen, in steps of half a pixel so that few sizes are ever rasterised.
fn text_size(zoom: f32, pixels_per_point: f32) -> f32 {
    let step = 0.5 / pixels_per_point;
    (LABEL_SIZE * zoom / step).floor() * step
}

fn label(record: &CardRecord, stage: &Stage, look: Look, size: f32, ctx: &egui::Context) -> Vec<Shape> {
    let colour = stage.ink(stage.palette.card_text, look.tone);
    let rect = stage.rect_to_screen(record.rect_at(stage.arrived));
    let middle = rect.center().x + MARK_WIDTH * stage.zoom / 2.0;
    let line_height = record.line_height * stage.zoom;
    let top = rect.center().y - line_height * record.lines.len() as f32 / 2.0;
    let mut shapes = Vec::with_capacity(record.lines.len());
    for (i, line) in record.lines.iter().enumerate() {
        let galley = ctx.fonts_mut(|f| f.layout_no_wrap(line.clone(), FontId::proportional(size), colour));
        let centre = egui::pos2(middle, top + line_height * (i as f32 + 0.5));
        let at = Align2::CENTER_CENTER.anchor_size(centre, galley.size()).min;
        shapes.push(Shape::galley(snap(at, ctx), galley, colour));
    }
    shapes
}

/// A word above a card that is lit as a cause or an effect, so that its hue is not the only sign.
fn role(record: &CardRecord, stage: &Stage, look: Look, ctx: &egui::Context) -> Vec<Shape> {
    let (word, ground): (&str, Rgb) = match look.tone {
        Tone::Cause => ("cause", stage.palette.cause),
        Tone::Effect => ("effect", stage.palette.effect),
        Tone::Plain | Tone::Centre | Tone::Dim | Tone::Ghost => return Vec::new(),
    };
    let text = color(stage.palette.panel);
    let galley = ctx.fonts_mut(|f| f.layout_no_wrap(word.to_owned(), FontId::proportional(11.0), text));
    let rect = stage.rect_to_screen(record.rect);
    // Above the label at any zoom, its foot on the card's edge.
    let size = galley.size() + vec2(8.0, 2.0);
    let tag = Rect::from_min_size(rect.left_top() - vec2(-6.0, size.y - 4.0), size);
    let at = snap(tag.min + vec2(4.0, 1.0), ctx);
    vec![Shape::rect_filled(tag, 3.0, color(ground)), Shape::galley(at, galley, text)]
}

/// How many links lead to and from things that are not shown: `+2` at the card's left and right.
fn unseen(record: &CardRecord, stage: &Stage, ctx: &egui::Context) -> Vec<Shape> {
    let rect = stage.rect_to_screen(record.rect_at(stage.arrived));
    let size = (11.0 * stage.zoom).clamp(9.0, 15.0).round();
    let mut shapes = Vec::new();
    for (count, at) in [(record.unseen.0, rect.left_bottom()), (record.unseen.1, rect.right_bottom())] {
        if count == 0 {
            continue;
        }
        let text = color(stage.palette.weak);
        let galley = ctx.fonts_mut(|f| f.layout_no_wrap(format!("+{count}"), FontId::proportional(size), text));
        let around = Rect::from_center_size(at, galley.size() + vec2(8.0, 1.0));
        shapes.push(Shape::rect_filled(around, 6.0, color(stage.palette.field)));
        shapes.push(Shape::galley(snap(around.min + vec2(4.0, 0.5), ctx), galley, text));
    }
    shapes
}

/// The nearest whole pixel: text between pixels is a smear.
fn snap(at: Pos2, ctx: &egui::Context) -> Pos2 {
    let ppp = ctx.pixels_per_point();
    egui::pos2((at.x * ppp).round() / ppp, (at.y * ppp).round() / ppp)
}
