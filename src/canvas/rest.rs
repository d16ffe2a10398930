//! Rest: nothing is drawn anew unless something that can be seen has changed.
//!
//! egui_graphs asks for another frame at the end of every `show`, for ever. So `show` is only called in frames whose
//! [`Key`] differs from the last one; in the others the shapes that it left are painted again, and the window sleeps.

use std::sync::Arc;

use egui::{LayerId, Rect, Shape, epaint::ClippedShape};

use super::{camera::View, look::Look};
use crate::session::theme::Palette;

/// Everything that the drawing depends on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    pub(super) scene: u64,
    pub(super) arrived: f32,
    pub(super) view: View,
    pub(super) canvas: Rect,
    pub(super) pixels_per_point: f32,
    pub(super) told: f32,
    pub(super) looks: Vec<Look>,
    pub(super) palette: Arc<Palette>,
}

/// The shapes of the last drawing, and what they were drawn from.
#[derive(Debug, Default)]
pub(super) struct Kept {
    key: Option<Key>,
    shapes: Vec<Shape>,
    /// How full the font atlas was. When it shrinks it was made anew, and kept texts point into the old one.
    fill: f32,
    /// How often that has happened.
    atlas: u32,
}

impl Kept {
    /// Which font atlas is in use, counted up when another one takes its place; to be asked once a frame.
    pub(super) fn atlas(&mut self, ctx: &egui::Context) -> u32 {
        let fill = atlas_fill(ctx);
        if fill < self.fill {
            self.atlas += 1;
            self.key = None;
        }
        self.fill = fill;
        self.atlas
    }

    /// Whether the shapes are those of `key`.
    pub(super) fn is_good_for(&self, key: &Key) -> bool {
        self.key.as_ref() == Some(key)
    }

    /// Draws with `draw` into the layer and keeps what it added.
    pub(super) fn redraw(&mut self, key: Key, ui: &mut egui::Ui, draw: impl FnOnce(&mut egui::Ui)) {
        let layer = ui.layer_id();
        let before = ui.ctx().graphics(|graphics| graphics.get(layer).map_or(0, |list| list.all_entries().len()));
        draw(ui);
        self.shapes = shapes_in(ui.ctx(), layer, before).into_iter().map(|clipped| clipped.shape).collect();
        self.fill = atlas_fill(ui.ctx());
        self.key = Some(key);
    }

    /// The kept shapes.
    pub(super) fn shapes(&self) -> impl Iterator<Item = Shape> {
        self.shapes.iter().cloned()
    }
}

fn atlas_fill(ctx: &egui::Context) -> f32 {
    let mut fill = 0.0;
    ctx.fonts(|fonts| fill = fonts.font_atlas_fill_ratio());
    fill
}

fn shapes_in(ctx: &egui::Context, layer: LayerId, from: usize) -> Vec<ClippedShape> {
    ctx.graphics(|graphics| {
        graphics.get(layer).map_or_else(Vec::new, |list| list.all_entries().skip(from).cloned().collect())
    })
}
