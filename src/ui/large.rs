//! Words on the whole screen, as large as there is room for.

use egui::{Ui, vec2};

use super::{rich::rich, style::color};
use crate::{session::STAGE_TEXT, theme::Palette};

/// Sizes of words, largest first; the first that fits is taken.
const SIZES: [f32; 4] = [27.0, 25.0, 23.0, STAGE_TEXT];

/// Words in the largest size that leaves `below` px free under them, and after them what must be `kept` in sight. `below` and
/// sizes are those of the usual window, `unit` by how much everything is larger in this one. Where no size fits, the
/// smallest is scrolled, but for what is kept.
pub(super) fn large_text(ui: &mut Ui, (text, kept): (&str, &str), below: f32, palette: &Palette, unit: f32) {
    let room = ui.available_size() - vec2(0.0, below * unit);
    let ink = color(palette.text);
    let ctx = ui.ctx().clone();
    let laid = |text: &str, size: f32| {
        let mut job = rich(text, size * unit, ink);
        job.wrap.max_width = room.x;
        ctx.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let whole = [text, kept].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let fitting = SIZES.iter().map(|&size| laid(&whole, size)).find(|galley| galley.size().y <= room.y);
    if let Some(galley) = fitting {
        ui.label(galley);
        return;
    }
    let kept = (!kept.is_empty()).then(|| laid(kept, STAGE_TEXT));
    let beside = kept.as_ref().map_or(0.0, |kept| kept.size().y + ui.spacing().item_spacing.y);
    let height = (room.y - beside).max(0.0);
    let scroll = egui::ScrollArea::vertical().max_height(height).min_scrolled_height(0.0).auto_shrink([false, true]);
    if height > 0.0 {
        scroll.show(ui, |ui| ui.label(laid(text, STAGE_TEXT)));
    }
    kept.map(|kept| ui.label(kept));
}
