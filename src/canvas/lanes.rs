//! Lanes: soft bands across the whole canvas, each with its name.

use egui::{CornerRadius, FontFamily, FontId, Rect, Ui, pos2, vec2};

use super::{
    look::{Stage, color},
    scene::Scene,
};

/// Lanes as soft bands across the whole canvas, each with its name.
pub(super) fn bands(ui: &Ui, scene: &Scene, stage: &Stage) {
    let painter = ui.painter();
    let palette = &stage.palette;
    painter.rect_filled(stage.clip, CornerRadius::ZERO, color(palette.lane_a));
    for (i, band) in scene.bands.iter().enumerate() {
        let mut rect = stage.rect_to_screen(band.rect);
        rect.set_left(stage.clip.left());
        rect.set_right(stage.clip.right());
        // The outermost lanes go on to the edge: there is nothing beyond them.
        if i == 0 {
            rect.set_top(rect.top().min(stage.clip.top()));
        }
        if i + 1 == scene.bands.len() {
            rect.set_bottom(rect.bottom().max(stage.clip.bottom()));
        }
        if !rect.intersects(stage.clip) {
            continue;
        }
        let ground = if i % 2 == 0 { palette.lane_a } else { palette.lane_b };
        painter.rect_filled(rect, CornerRadius::ZERO, color(ground));
    }
}

/// The lanes' names at the left edge, above the drawing, so that no line crosses a name out.
pub(super) fn names(ui: &Ui, scene: &Scene, stage: &Stage) {
    let palette = &stage.palette;
    let plain = (12.5 * stage.zoom).clamp(10.5, 16.0).round();
    let size = if stage.presents { stage.least_text } else { plain };
    for (i, band) in scene.bands.iter().enumerate() {
        let rect = stage.rect_to_screen(band.rect);
        let top = rect.top().max(stage.clip.top()) + 5.0 * stage.zoom.clamp(0.5, 1.2);
        if rect.height() < 16.0 || top + size > rect.bottom().min(stage.clip.bottom()) {
            continue;
        }
        let ground = color(if i % 2 == 0 { palette.lane_a } else { palette.lane_b });
        let font = FontId::new(size, FontFamily::Name(crate::text::BOLD.into()));
        let galley = ui.painter().layout_no_wrap(band.label.clone(), font, color(palette.lane_text));
        let at = pos2(stage.clip.left() + 12.0, top.round());
        let around = Rect::from_min_size(at, galley.size()).expand2(vec2(4.0, 1.0));
        ui.painter().rect_filled(around, 3.0, ground.gamma_multiply(0.9));
        ui.painter().galley(at, galley, color(palette.lane_text));
    }
}
