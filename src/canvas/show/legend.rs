//! The legend: what ends, lines and badges mean. It lives beside the drawing so that the two cannot differ.

use egui::{Rect, Sense, TextStyle, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::{
    model::{Effect, Grade},
    paint::{
        brush::Brush,
        ends::{self, Inks},
        marks,
        stage::color,
    },
    signs::links::Badge,
    theme::Palette,
    words,
};

/// The legend, in as many rows as it needs.
pub fn legend_ui(ui: &mut Ui, palette: &Palette) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 4.0);
        for effect in Effect::ALL {
            entry(ui, 32.0, effect.label(), |ui, rect| sample(ui, rect, effect, Grade::B, palette));
        }
        for grade in Grade::ALL {
            let text = format!("{} {}", grade.name(), grade.short());
            entry(ui, 32.0, &text, |ui, rect| {
                let line = [rect.left_center(), rect.right_center()];
                let plain = if grade == Grade::X { palette.faint_link } else { palette.link };
                paint(ui, |brush| ends::line(brush, &line, grade, 1.0, color(plain)));
            });
        }
        for (badge, text, colour) in [
            (Badge::ToldOtherwise, words::names::ARTICLE_OTHERWISE, palette.accent),
            (Badge::Disputed, words::canvas::DISPUTED, palette.link),
        ] {
            entry(ui, 15.0, text, |ui, rect| {
                let shapes =
                    marks::badge(ui.ctx(), rect.center(), &badge.sign(), 7.0, color(colour), color(palette.card));
                ui.painter().extend(shapes);
            });
        }
    });
}

/// A sample and its word as one piece, so that a row never breaks between them.
fn entry(ui: &mut Ui, width: f32, text: &str, draw: impl FnOnce(&Ui, Rect)) {
    const GAP: f32 = 6.0;
    let font = TextStyle::Small.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ui.visuals().text_color());
    let size = vec2(width + GAP + galley.size().x, galley.size().y.max(16.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    draw(ui, Rect::from_min_size(rect.min, vec2(width, size.y)));
    let at = pos2(rect.left() + width + GAP, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ui.visuals().text_color());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
}

fn sample(ui: &Ui, rect: Rect, effect: Effect, grade: Grade, palette: &Palette) {
    let y = rect.center().y;
    let line = [pos2(rect.left(), y), pos2(rect.right() - 1.0, y)];
    let inks = Inks { scale: 1.0, colour: color(palette.link), ground: color(palette.panel) };
    paint(ui, |brush| ends::draw(brush, &line, effect, grade, inks));
}

fn paint(ui: &Ui, draw: impl FnOnce(&mut Brush)) {
    let mut brush = Brush::unclipped(1.0 / ui.ctx().pixels_per_point());
    draw(&mut brush);
    ui.painter().extend(brush.finish());
}
