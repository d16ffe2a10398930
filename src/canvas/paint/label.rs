//! Labels, laid out once for every size and kept: text stands on whole pixels, sharp, or not at all.

use std::sync::Arc;

use egui::{Align2, Color32, FontFamily, FontId, Galley, Pos2, Shape, pos2};

use super::stage::Stage;
use crate::text::{LABEL_SIZE, as_seen};

/// Labels grow with the zoom up to here, in px of screen, and to twice as many of its own pixels where those are fine:
/// nobody reads better at more, and glyphs take memory by their area.
const LARGEST_LABEL: f32 = 128.0;

/// A label's lines as laid out for one size of text.
#[derive(Debug)]
pub(super) struct Label {
    key: Key,
    lines: Vec<Arc<Galley>>,
}

/// What a layout of text depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    size: f32,
    pixel: f32,
    /// Which font atlas the glyphs lie in.
    atlas: u32,
}

/// The label's lines for this frame: those that are kept, where they still hold.
pub(super) fn lines<'a>(
    kept: &'a mut Option<Arc<Label>>,
    texts: &[String],
    stage: &Stage,
    ctx: &egui::Context,
) -> &'a [Arc<Galley>] {
    let key = Key { size: size(LABEL_SIZE * zoom(stage), stage.pixel), pixel: stage.pixel, atlas: stage.atlas };
    if kept.as_ref().is_none_or(|label| label.key != key) {
        let font = FontId::proportional(key.size);
        let lay_out = |text: &String| {
            let text = as_seen(text).into_owned();
            ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text, font.clone(), Color32::PLACEHOLDER))
        };
        *kept = Some(Arc::new(Label { key, lines: texts.iter().map(lay_out).collect() }));
    }
    kept.as_ref().map_or(&[], |label| &label.lines)
}

/// The zoom that labels are drawn with.
pub(super) fn zoom(stage: &Stage) -> f32 {
    stage.zoom.min(LARGEST_LABEL * (2.0 * stage.pixel).min(1.0) / LABEL_SIZE)
}

/// A size of text in steps, so that few sizes are ever rasterised: half a pixel while small, a pixel where larger, and
/// twice as much with every doubling from 32 on. Every size that is passed while somebody zooms stays in memory, and large
/// glyphs fill it fast.
pub(super) fn size(wanted: f32, pixel: f32) -> f32 {
    let step = if wanted < 12.0 { 0.5 } else { (wanted / 16.0).max(1.0).log2().floor().exp2() } * pixel;
    (wanted / step).floor() * step
}

/// A short bold text in the middle of a place.
pub(crate) fn bold(ctx: &egui::Context, centre: Pos2, text: &str, size: f32, colour: Color32) -> Shape {
    let font = FontId::new(size, FontFamily::Name(crate::text::BOLD.into()));
    let galley = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, colour));
    centred(galley, centre, 1.0 / ctx.pixels_per_point(), colour)
}

/// A laid out text about a point, on whole pixels: text between pixels is a smear.
pub(super) fn centred(galley: Arc<Galley>, centre: Pos2, pixel: f32, colour: Color32) -> Shape {
    let at = Align2::CENTER_CENTER.anchor_size(centre, galley.size());
    Shape::galley(snap(at.min, pixel), galley, colour)
}

/// The nearest whole pixel.
pub(crate) fn snap(at: Pos2, pixel: f32) -> Pos2 {
    pos2((at.x / pixel).round() * pixel, (at.y / pixel).round() * pixel)
}
