//! Rest: nothing is drawn anew unless something that can be seen has changed.
//!
//! egui_graphs asks for another frame at the end of every `show`, for ever. So `show` is only called in frames whose
//! [`Key`] differs from the last one; in the others the shapes that it left are painted again, and the window sleeps.

use std::sync::Arc;

use egui::{Color32, FontId, Galley, LayerId, Rect, Shape, epaint::ClippedShape};

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
    pub(super) least_text: f32,
    pub(super) looks: Vec<Look>,
    pub(super) palette: Arc<Palette>,
}

/// The shapes of the last drawing, and what they were drawn from.
#[derive(Debug, Default)]
pub(super) struct Kept {
    key: Option<Key>,
    shapes: Vec<Shape>,
    /// A text that is laid out in every frame: egui gives the same one back until it makes its fonts anew.
    probe: Option<Arc<Galley>>,
    /// How often that has happened.
    atlas: u32,
}

impl Kept {
    /// Which font atlas is in use, counted up when another one takes its place; to be asked once a frame. Texts that
    /// were laid out before would show the wrong glyphs.
    pub(super) fn atlas(&mut self, ctx: &egui::Context) -> u32 {
        let font = FontId::proportional(12.0);
        let probe = ctx.fonts_mut(|fonts| fonts.layout_no_wrap("atlas".to_owned(), font, Color32::PLACEHOLDER));
        if !self.probe.as_ref().is_some_and(|last| Arc::ptr_eq(last, &probe)) {
            self.atlas += 1;
            self.key = None;
        }
        self.probe = Some(probe);
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
        self.key = Some(key);
    }

    /// The kept shapes.
    pub(super) fn shapes(&self) -> impl Iterator<Item = Shape> {
        self.shapes.iter().cloned()
    }
}

fn shapes_in(ctx: &egui::Context, layer: LayerId, from: usize) -> Vec<ClippedShape> {
    ctx.graphics(|graphics| {
        graphics.get(layer).map_or_else(Vec::new, |list| list.all_entries().skip(from).cloned().collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_that_are_made_anew_are_noticed_and_others_are_not() {
        let ctx = egui::Context::default();
        ctx.set_fonts(crate::text::definitions());
        let mut kept = Kept::default();
        let mut atlas = |side: usize| {
            let mut now = 0;
            let input = egui::RawInput { max_texture_side: Some(side), ..egui::RawInput::default() };
            // There is no screen to send the texture to.
            ctx.run_ui(input, |ui| now = kept.atlas(ui.ctx())).textures_delta.clear();
            now
        };
        let first = atlas(2048);
        assert_eq!((atlas(2048), atlas(2048)), (first, first));
        // Another size of texture, as another theme or a full atlas does, makes new ones.
        assert!(atlas(1024) > first);
    }
}
