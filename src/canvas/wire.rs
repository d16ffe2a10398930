//! A link as a wire: its end says the effect, its line the grade, its badge what is odd about it.

use std::sync::Arc;

use egui::{Pos2, Shape, Stroke};
use egui_graphs::{DisplayEdge, DisplayNode, DrawContext, EdgeProps, Node};
use petgraph::{EdgeType, stable_graph::IndexType};

use super::{
    ends,
    look::{Look, Stage, Tone, color},
    marks,
    scene::WireRecord,
};
use crate::model::Grade;

/// Below this zoom badges are left out.
const BADGE_ZOOM: f32 = 0.45;

/// A wire, as egui_graphs draws it.
#[derive(Clone, Debug, Default)]
pub(super) struct WireShape {
    pub(super) record: Option<Arc<WireRecord>>,
    pub(super) look: Look,
    pub(super) stage: Option<Arc<Stage>>,
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
        let (Some(record), Some(stage)) = (&self.record, &self.stage) else { return Vec::new() };
        if !stage.shows(record.bounds) {
            return Vec::new();
        }
        let mut shapes = line(record, stage, self.look);
        if stage.zoom >= BADGE_ZOOM {
            shapes.extend(badge(record, stage, self.look, ctx.ctx));
        }
        shapes
    }

    fn update(&mut self, _: &EdgeProps<u32>) {}

    fn is_inside(&self, _: &Node<N, u32, Ty, Ix, D>, _: &Node<N, u32, Ty, Ix, D>, _: Pos2) -> bool {
        // Pointing is answered by the grid.
        false
    }
}

fn line(record: &WireRecord, stage: &Stage, look: Look) -> Vec<Shape> {
    let palette = &stage.palette;
    let points: Vec<Pos2> = record.points_at(stage.arrived).iter().map(|&p| stage.to_screen(p)).collect();
    let scale = stage.zoom.clamp(0.35, 2.5);
    let plain = if record.grade == Grade::X { palette.faint_link } else { palette.link };
    let colour = match look.tone {
        Tone::Centre => color(palette.accent),
        _ => stage.line(look, plain),
    };
    let mut shapes = Vec::new();
    if look.selected || look.focused {
        // A soft bed under the line: seen whatever the line's pattern and colour are.
        let bed = Stroke::new((ends::width(record.grade) + 8.0) * scale, color(palette.accent_soft));
        shapes.push(Shape::line(points.clone(), bed));
    }
    if look.focused {
        let edge = Stroke::new(1.2, color(palette.accent));
        shapes.push(Shape::circle_stroke(stage.to_screen(record.middle), 13.0 * scale, edge));
    }
    if look.tone == Tone::Ghost {
        shapes.push(Shape::line(points, Stroke::new(1.0, colour)));
        return shapes;
    }
    let ground = color(palette.lane_a);
    if record.shown == record.told || stage.told <= 0.0 || stage.told >= 1.0 {
        let effect = if stage.told >= 1.0 { record.told } else { record.shown };
        shapes.extend(ends::draw(&points, effect, record.grade, scale, colour, ground));
        return shapes;
    }
    // Between the two readings one end shrinks while the other grows in its place.
    shapes.extend(ends::line(&points, record.grade, scale, colour));
    shapes.extend(ends::tip(&points, record.shown, record.grade, scale * (1.0 - stage.told), colour, ground));
    shapes.extend(ends::tip(&points, record.told, record.grade, scale * stage.told, colour, ground));
    shapes
}

fn badge(record: &WireRecord, stage: &Stage, look: Look, ctx: &egui::Context) -> Vec<Shape> {
    if look.tone == Tone::Ghost {
        return Vec::new();
    }
    let sum = format!("{}", record.count);
    let (sign, plain) = if record.count > 1 {
        (sum.as_str(), stage.palette.link)
    } else if record.told_otherwise {
        ("!", stage.palette.accent)
    } else if record.disputed {
        ("?", stage.palette.link)
    } else {
        return Vec::new();
    };
    let colour = stage.line(look, plain);
    let at = stage.to_screen(record.middle);
    marks::badge(ctx, at, sign, 8.0 * stage.zoom.clamp(0.6, 1.6), colour, stage.ink(stage.palette.card, Tone::Plain))
}
