//! Rest: nothing is drawn anew unless something that can be seen has changed.
//!
//! egui_graphs asks for another frame at the end of every `show`, for ever. So `show` is only called in frames for whose
//! [`Key`] no drawing is kept; in the others the shapes that it left are painted again, and the window sleeps. What is
//! lit lies above and is kept apart, so that pointing at things costs no more than what it lights; and a view that only
//! moves takes the kept shapes along. What is painted a second time is triangles from then on, which move in place: else
//! each letter would be laid and copied again in every frame.

use std::sync::Arc;

use egui::{
    Color32, Context, FontId, Galley, LayerId, Rect, Shape, TextureId, Ui, Vec2,
    epaint::{ClippedShape, Primitive},
};

use super::paint::{look::Look, patterns::Patterns, stage::Stage};
use crate::theme::Palette;

/// How far a drawing reaches beyond the canvas while the view moves, in px: so far it can be moved before there must be
/// another one.
const REACH: f32 = 96.0;
/// By how much the clip of a kept drawing is smaller than the canvas, in px: less than any screen shows.
const OWN_CLIP: f32 = 1e-3;
/// Most drawings that are kept: with everything plain, and with everything dimmed under what is pointed at.
const MOST_PRINTS: usize = 2;

/// Tells egui how the canvas is painted; to be called before a frame. Else egui looks at every corner of every mesh in
/// every frame to find out whether any of it can be seen: that is half of the time of a frame in which a kept drawing moves.
pub fn set_painting(ctx: &Context) {
    ctx.tessellation_options_mut(|options| options.coarse_tessellation_culling = false);
}

/// Everything that the drawing under what is lit depends on, but for where the view is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    scene: u64,
    arrived: f32,
    zoom: f32,
    canvas: Rect,
    /// A pixel of the screen, in px.
    pixel: f32,
    told: f32,
    least_text: f32,
    /// As if nothing were lit.
    pub(super) looks: Vec<Look>,
    palette: Arc<Palette>,
}

impl Key {
    /// The key of a frame: the number of its scene, where and how it is drawn, and every look as if nothing were lit.
    pub(super) fn new(scene: u64, stage: &Stage, looks: Vec<Look>) -> Self {
        let &Stage { arrived, zoom, clip: canvas, pixel, told, least_text, ref palette, .. } = stage;
        Self { scene, arrived, zoom, canvas, pixel, told, least_text, looks, palette: Arc::clone(palette) }
    }
}

/// A drawing, where it was made and how far around the canvas it reaches.
#[derive(Debug)]
struct Print {
    number: u64,
    key: Key,
    offset: Vec2,
    reach: f32,
    shapes: Vec<Shape>,
    /// Where the shapes stand now, once they are triangles.
    stands: Option<Vec2>,
}

impl Print {
    fn is_good_for(&self, key: &Key, offset: Vec2) -> bool {
        (self.offset - offset).abs().max_elem() <= self.reach && self.key == *key
    }

    /// The shapes, moved to where the view is.
    fn at(&mut self, offset: Vec2, ctx: &Context) -> &[Shape] {
        let stands = *self.stands.get_or_insert_with(|| {
            self.shapes = triangles(std::mem::take(&mut self.shapes), ctx);
            self.offset
        });
        let by = offset - stands;
        if by != Vec2::ZERO {
            for shape in &mut self.shapes {
                move_by(shape, by);
            }
            self.stands = Some(offset);
        }
        &self.shapes
    }
}

/// The same as meshes of triangles, as egui would paint it now.
fn triangles(shapes: Vec<Shape>, ctx: &Context) -> Vec<Shape> {
    let everywhere = |shape| ClippedShape { clip_rect: Rect::EVERYTHING, shape };
    let primitives = ctx.tessellate(shapes.into_iter().map(everywhere).collect(), ctx.pixels_per_point());
    let meshes = primitives.into_iter().filter_map(|clipped| match clipped.primitive {
        Primitive::Mesh(mesh) => Some(Shape::mesh(mesh)),
        // Nothing here paints by itself.
        Primitive::Callback(_) => None,
    });
    meshes.collect()
}

/// Moves a mesh: each vertex, and nothing else. `Shape::translate` would scale them as well.
fn move_by(shape: &mut Shape, by: Vec2) {
    match shape {
        Shape::Mesh(mesh) => Arc::make_mut(mesh).vertices.iter_mut().for_each(|vertex| vertex.pos += by),
        other => other.translate(by),
    }
}

/// What the shapes above a drawing depend on: its number, where the view is, and every look.
type Above = (u64, Vec2, Vec<Look>);

/// The last drawings, the latest first, and what was lit above them.
#[derive(Default)]
pub(super) struct Kept {
    prints: Vec<Print>,
    /// Counts drawings.
    made: u64,
    lit: Option<(Above, Vec<Shape>)>,
    /// A text that is laid out in every frame: egui gives the same one back until it makes its fonts anew.
    probe: Option<Arc<Galley>>,
    /// How often that has happened.
    atlas: u32,
    /// The height of the font atlas, in texels: the triangles of letters only fit an atlas of the size that they were
    /// made for.
    atlas_height: usize,
    /// The texture of dashed and dotted lines.
    patterns: Patterns,
}

impl Kept {
    /// Which font atlas is in use, counted up when another one takes its place; to be asked once a frame. Texts that
    /// were laid out before would show the wrong glyphs.
    pub(super) fn atlas(&mut self, ctx: &Context) -> u32 {
        let font = FontId::proportional(12.0);
        let probe = ctx.fonts_mut(|fonts| fonts.layout_no_wrap("atlas".to_owned(), font, Color32::PLACEHOLDER));
        if !self.probe.as_ref().is_some_and(|last| Arc::ptr_eq(last, &probe)) {
            self.atlas += 1;
            self.prints.clear();
            self.lit = None;
        }
        self.probe = Some(probe);
        self.forget_outgrown(ctx);
        self.atlas
    }

    /// The texture of dashed and dotted lines.
    pub(super) fn patterns(&mut self, ctx: &Context) -> TextureId {
        self.patterns.texture(ctx)
    }

    /// Lets go of triangles whose font atlas has grown since; says whether there were any.
    pub(super) fn forget_outgrown(&mut self, ctx: &Context) -> bool {
        let (height, before) = (ctx.fonts(|fonts| fonts.font_image_size()[1]), self.prints.len());
        if std::mem::replace(&mut self.atlas_height, height) != height {
            self.prints.retain(|print| print.stands.is_none());
        }
        self.prints.len() < before
    }

    /// Paints the kept drawing that holds for `key`, moved to where the view is; says whether there is one.
    pub(super) fn paint(&mut self, key: &Key, offset: Vec2, ui: &Ui) -> bool {
        let Some(at) = self.prints.iter().position(|print| print.is_good_for(key, offset)) else { return false };
        self.prints[..=at].rotate_right(1);
        ui.painter_at(own_clip(ui)).extend(self.prints[0].at(offset, ui.ctx()).iter().cloned());
        true
    }

    /// How far around the canvas the next drawing has to reach: only a view that moves needs more than can be seen.
    pub(super) fn reach(&self, key: &Key) -> f32 {
        if self.prints.first().is_some_and(|print| print.key == *key) { REACH } else { 0.0 }
    }

    /// Draws with `draw` into the layer and keeps what it added.
    pub(super) fn redraw(&mut self, key: Key, offset: Vec2, reach: f32, ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
        let layer = ui.layer_id();
        let before = ui.ctx().graphics(|graphics| graphics.get(layer).map_or(0, |list| list.all_entries().len()));
        let clip = ui.clip_rect();
        ui.set_clip_rect(own_clip(ui));
        draw(ui);
        ui.set_clip_rect(clip);
        let shapes = shapes_in(ui.ctx(), layer, before).into_iter().map(|clipped| clipped.shape).collect();
        self.prints.retain(|print| print.key != key);
        self.prints.truncate(MOST_PRINTS - 1);
        self.made += 1;
        self.prints.insert(0, Print { number: self.made, key, offset, reach, shapes, stands: None });
    }

    /// Paints what is lit above the drawing that was painted last: with `draw`, if it has changed.
    pub(super) fn paint_lit(
        &mut self,
        looks: Vec<Look>,
        offset: Vec2,
        ui: &Ui,
        draw: impl FnOnce(&[Look]) -> Vec<Shape>,
    ) {
        let print = self.prints.first().map_or(0, |print| print.number);
        let above = (print, offset, looks);
        if self.lit.as_ref().is_none_or(|(kept, _)| *kept != above) {
            let shapes = draw(&above.2);
            self.lit = Some((above, shapes));
        }
        ui.painter().extend(self.lit.iter().flat_map(|(_, shapes)| shapes.iter().cloned()));
    }
}

/// The clip of a kept drawing. egui joins meshes of one clip, and what grows is copied again and again: this mesh is
/// large, and what comes before and after it has another clip.
fn own_clip(ui: &Ui) -> Rect {
    ui.clip_rect().shrink(OWN_CLIP)
}

fn shapes_in(ctx: &Context, layer: LayerId, from: usize) -> Vec<ClippedShape> {
    ctx.graphics(|graphics| {
        graphics.get(layer).map_or_else(Vec::new, |list| list.all_entries().skip(from).cloned().collect())
    })
}

#[cfg(test)]
mod tests {
    use egui::{Mesh, Pos2, vec2};

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

    /// Draws a box, a mesh and a text at an offset; gives where their corners are painted and what of the font atlas is
    /// painted there, and whether they were drawn anew.
    fn frame(ctx: &Context, kept: &mut Kept, zoom: f32, offset: Vec2) -> (Vec<(Pos2, Pos2)>, bool) {
        let key = Key {
            scene: 1,
            arrived: 1.0,
            zoom,
            canvas: Rect::from_min_size(Pos2::ZERO, vec2(300.0, 200.0)),
            pixel: 1.0,
            told: 0.0,
            least_text: 7.0,
            looks: vec![Look::default()],
            palette: Arc::new(crate::theme::Themes::bundled().light),
        };
        let mut drawn = false;
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            if kept.paint(&key, offset, ui) {
                return;
            }
            drawn = true;
            let reach = kept.reach(&key);
            kept.redraw(key.clone(), offset, reach, ui, |ui| {
                let place = Rect::from_min_size(Pos2::new(120.0, 60.0) + offset, vec2(40.0, 20.0));
                ui.painter().rect_filled(place, 0.0, Color32::RED);
                let mut mesh = Mesh::default();
                mesh.add_colored_rect(place, Color32::RED);
                ui.painter().add(Shape::Vec(vec![Shape::mesh(mesh)]));
                let text = ui.painter().layout_no_wrap("text".to_owned(), FontId::default(), Color32::RED);
                ui.painter().galley(place.min, text, Color32::RED);
            });
        });
        // There is no screen to send the texture to.
        output.textures_delta.clear();
        let painted = ctx.tessellate(output.shapes, 1.0).into_iter().filter_map(|clipped| match clipped.primitive {
            Primitive::Mesh(mesh) => Some(mesh.vertices.into_iter().map(|vertex| (vertex.pos, vertex.uv))),
            Primitive::Callback(_) => None,
        });
        (painted.flatten().collect(), drawn)
    }

    #[test]
    fn a_drawing_moves_along_and_is_made_anew_only_beyond_its_reach() {
        let ctx = Context::default();
        ctx.set_fonts(crate::text::definitions());
        let mut kept = Kept::default();
        let mut show = |zoom: f32, offset: Vec2| frame(&ctx, &mut kept, zoom, offset);
        let (first, drawn) = show(1.0, Vec2::ZERO);
        assert!(drawn && first.len() > 20);
        assert_eq!(show(1.0, Vec2::ZERO), (first.clone(), false));
        // Nothing lies beyond what was in sight; from now on the view moves, and more is drawn than can be seen.
        let by = |by: Vec2| first.iter().map(|&(at, uv)| (at + by, uv)).collect::<Vec<_>>();
        assert_eq!(show(1.0, vec2(10.0, 4.0)), (by(vec2(10.0, 4.0)), true));
        assert_eq!(show(1.0, vec2(-80.0, 90.0)), (by(vec2(-80.0, 90.0)), false));
        assert_eq!(show(1.0, vec2(-70.0, 80.0)), (by(vec2(-70.0, 80.0)), false));
        assert_eq!(show(1.0, vec2(120.0, 4.0)), (by(vec2(120.0, 4.0)), true));
        // Another drawing in between does not cost the first one; a third does.
        assert!(show(2.0, vec2(120.0, 4.0)).1 && !show(1.0, vec2(120.0, 4.0)).1);
        assert!(show(3.0, vec2(120.0, 4.0)).1 && show(2.0, vec2(120.0, 4.0)).1);
    }

    #[test]
    fn triangles_of_letters_go_when_the_font_atlas_grows() {
        let ctx = Context::default();
        ctx.set_fonts(crate::text::definitions());
        let mut kept = Kept::default();
        // Drawn, drawn again with a reach, moved as triangles.
        for (by, drawn) in [(0.0, true), (1.0, true), (2.0, false)] {
            assert_eq!(frame(&ctx, &mut kept, 1.0, vec2(by, 0.0)).1, drawn);
            assert!(!kept.forget_outgrown(&ctx));
        }
        // Large letters that no other text has.
        for size in [90.0, 120.0, 150.0] {
            let text = ('A'..='z').collect();
            ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text, FontId::proportional(size), Color32::RED));
        }
        assert!(kept.forget_outgrown(&ctx) && !kept.forget_outgrown(&ctx));
        assert!(frame(&ctx, &mut kept, 1.0, vec2(2.0, 0.0)).1);
    }
}
