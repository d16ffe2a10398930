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
    stage::{Stage, color},
};
use crate::{
    picture::MARK_WIDTH,
    scene::records::CardRecord,
    session::Mark,
    theme::{Palette, Rgb},
    words,
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

    fn update(&mut self, _: &NodeProps<u32>) {}

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
        body(&mut layer.brush, record, stage, look);
        layer.above.extend(text(lines, record, stage, look));
        if !lines.is_empty() && !stage.presents {
            layer.above.extend(unseen(record, stage, ctx));
        }
        if look.on_top() {
            layer.above.extend(role(record, stage, look, ctx));
        }
    }
}

fn body(brush: &mut Brush, record: &CardRecord, stage: &Stage, look: Look) {
    let palette = &stage.palette;
    let rect = stage.rect_to_screen(record.rect_at(stage.arrived));
    if record.folded {
        // A second card behind it: there is more in here.
        let behind = rect.translate(Vec2::splat(4.0 * stage.zoom));
        outline(brush, behind, stage, Look { tone: look.tone, ..Look::default() }, palette.field);
    }
    let lit = look.selected || look.picked;
    outline(brush, rect, stage, look, if lit { palette.accent_soft } else { stage.inks(look.tone).card });
    let mark = rect.left_center() + vec2((MARK_WIDTH / 2.0 + 5.0) * stage.zoom, 0.0);
    let colour = color(inks(stage, look).kinds.of(record.kind));
    marks::kind(brush, record.kind, mark, 5.6 * stage.zoom, colour);
}

/// The colours of what stands on a card: on the ground of one that is selected or picked it is never quiet.
fn inks(stage: &Stage, look: Look) -> &Palette {
    if look.selected || look.picked { &stage.palette } else { stage.inks(look.tone) }
}

/// The card itself: ground and border, and a second border where the keyboard is.
fn outline(brush: &mut Brush, rect: Rect, stage: &Stage, look: Look, ground: Rgb) {
    let palette = &stage.palette;
    let radius = (7.0 * stage.zoom).clamp(1.0, 14.0);
    let lit = look.selected || look.picked || look.tone.is_lit();
    let border = Stroke::new(if lit { 2.2 } else { 1.0 }, stage.line(look, |palette| palette.card_line));
    let rect = brush::pixel_rect(rect, stage.pixel);
    if look.focused {
        let around = Stroke::new(2.0, color(palette.accent));
        brush.rounded(rect.expand(5.0), radius + 4.0, Color32::TRANSPARENT, around);
    }
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

/// A word above a card that is lit as a cause or an effect, or that an answer says something of, so that its hue is
/// not the only sign.
fn role(record: &CardRecord, stage: &Stage, look: Look, ctx: &egui::Context) -> Vec<Shape> {
    let palette = &stage.palette;
    let (word, ground): (&str, Rgb) = match (look.tone, look.mark) {
        (Tone::Cause, None) => (words::canvas::CAUSE, palette.cause),
        (Tone::Effect, None) => (words::canvas::EFFECT, palette.effect),
        (_, Some(mark)) => match mark {
            Mark::On => return Vec::new(),
            Mark::More => (words::canvas::MORE, palette.effect),
            Mark::Less => (words::canvas::LESS, palette.cause),
            Mark::Undecided => (words::canvas::UNDECIDED, palette.weak),
            Mark::Raised => (words::canvas::RAISED, palette.accent),
            Mark::Lowered => (words::canvas::LOWERED, palette.accent),
            Mark::Blocked => (words::canvas::BLOCKED, palette.error),
            Mark::CutOff => (words::canvas::CUT_OFF, palette.weak),
            Mark::Added => (words::canvas::ADDED, palette.effect),
            Mark::Removed => (words::canvas::REMOVED, palette.cause),
            Mark::Changed => (words::canvas::CHANGED, palette.accent),
        },
        _ => return Vec::new(),
    };
    let text = color(palette.panel);
    let size = if stage.presents { stage.least_text } else { 11.0 };
    let galley = ctx.fonts_mut(|f| f.layout_no_wrap(word.to_owned(), FontId::proportional(size), text));
    let rect = stage.rect_to_screen(record.rect_at(stage.arrived));
    // Above the label at any zoom, its foot on the card's edge.
    let sign = if look.mark.is_some() { 12.0 } else { 0.0 };
    let size = galley.size() + vec2(8.0 + sign, 2.0);
    let tag = Rect::from_min_size(rect.left_top() - vec2(-6.0, size.y - 4.0), size);
    let at = label::snap(tag.min + vec2(4.0 + sign, 1.0), stage.pixel);
    let mut shapes = vec![Shape::rect_filled(tag, 3.0, color(ground)), Shape::galley(at, galley, text)];
    if let Some(mark) = look.mark {
        shapes.extend(marks::outcome(mark, tag.left_center() + vec2(9.0, 0.0), text));
    }
    shapes
}

/// How many links lead from and to things that are not shown: `+2` at the card's left and right.
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
        shapes.push(Shape::galley(label::snap(around.min + vec2(4.0, 0.5), stage.pixel), galley, text));
    }
    shapes
}
