//! Words on the whole screen, as large as there is room for.

use egui::{Ui, vec2};

use super::{rich::rich, style::color};
use crate::{session::STAGE_TEXT, theme::Palette};

/// Sizes of words, largest first; the first that fits is taken.
const SIZES: [f32; 4] = [27.0, 25.0, 23.0, STAGE_TEXT];

/// Words in the largest size that leaves `below` px free under them. `below` and sizes are those of the usual window,
/// `unit` by how much everything is larger in this one. Where no size fits, the smallest is scrolled.
pub(super) fn large_text(ui: &mut Ui, text: &str, below: f32, palette: &Palette, unit: f32) {
    let room = ui.available_size() - vec2(0.0, below * unit);
    let ink = color(palette.text);
    let ctx = ui.ctx().clone();
    let laid = |size: f32| {
        let mut job = rich(text, size * unit, ink);
        job.wrap.max_width = room.x;
        ctx.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let fitting = SIZES.iter().map(|&size| laid(size)).find(|galley| galley.size().y <= room.y);
    if let Some(galley) = fitting {
        ui.label(galley);
    } else {
        let scroll = egui::ScrollArea::vertical().max_height(room.y).auto_shrink([false, true]);
        scroll.show(ui, |ui| ui.label(laid(STAGE_TEXT)));
    }
}
