//! From the theme to egui: colours, fonts, sizes.

use std::collections::BTreeMap;

use egui::{Color32, Context, CornerRadius, FontFamily, FontId, Shadow, Stroke, Style, TextStyle, Visuals, vec2};

use super::glyphs::Glyphs;
use crate::{
    text,
    theme::{Palette, Rgb},
};

/// A theme's colour as egui has it.
pub fn color(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// Gives egui the bundled fonts, and their glyphs a limit.
pub fn set_fonts(ctx: &Context) {
    ctx.add_plugin(Glyphs);
    ctx.set_fonts(text::definitions());
}

/// Gives egui the bundled fonts, and more for what they lack.
pub fn add_fonts(ctx: &Context, faces: &text::Faces) {
    ctx.set_fonts(text::definitions_with(faces));
}

/// The family for titles and emphasis.
pub(super) fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(text::BOLD.into()))
}

/// Largest width of what is said of a thing that is pointed at, and what is left of the window beside it, in px.
const TOOLTIP: [f32; 2] = [500.0, 32.0];

/// Puts a theme on everything that egui draws.
pub fn set_theme(ctx: &Context, palette: &Palette) {
    let theme = if palette.is_dark { egui::Theme::Dark } else { egui::Theme::Light };
    ctx.set_theme(theme);
    ctx.all_styles_mut(|style| {
        style.text_styles = text_styles();
        style.visuals = visuals(palette);
        spacing(style);
    });
}

/// Keeps what is said of a thing that is pointed at within the window, which may be narrow, above all in large text.
pub fn fit_tooltips(ctx: &Context) {
    let [widest, around] = TOOLTIP;
    let width = (ctx.content_rect().width() - around).clamp(1.0, widest);
    if (ctx.global_style().spacing.tooltip_width - width).abs() > 0.5 {
        ctx.all_styles_mut(|style| style.spacing.tooltip_width = width);
    }
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, FontId::proportional(12.0)),
        (TextStyle::Body, FontId::proportional(14.0)),
        (TextStyle::Button, FontId::proportional(14.0)),
        (TextStyle::Monospace, FontId::monospace(13.0)),
        (TextStyle::Heading, bold(19.0)),
    ]
    .into()
}

fn spacing(style: &mut Style) {
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(9.0, 5.0);
    style.spacing.window_margin = egui::Margin::same(16);
    style.spacing.interact_size.y = 26.0;
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
}

fn visuals(palette: &Palette) -> Visuals {
    let mut visuals = if palette.is_dark { Visuals::dark() } else { Visuals::light() };
    let (text, line, radius) = (color(palette.text), color(palette.line), CornerRadius::same(6));
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(color(palette.weak));
    visuals.hyperlink_color = color(palette.accent);
    visuals.error_fg_color = color(palette.error);
    visuals.warn_fg_color = color(palette.error);
    visuals.panel_fill = color(palette.panel);
    visuals.window_fill = color(palette.panel);
    visuals.window_stroke = Stroke::new(1.0, line);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.extreme_bg_color = color(palette.field);
    visuals.faint_bg_color = color(palette.field);
    visuals.code_bg_color = color(palette.field);
    visuals.selection.bg_fill = color(palette.accent_soft);
    visuals.selection.stroke = Stroke::new(1.0, color(palette.accent));
    let shadow = Shadow {
        offset: [0, 6],
        blur: 20,
        spread: 0,
        color: Color32::from_black_alpha(if palette.is_dark { 120 } else { 40 }),
    };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    let widgets = &mut visuals.widgets;
    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        state.corner_radius = radius;
        state.expansion = 0.0;
        state.fg_stroke = Stroke::new(1.0, text);
        state.bg_stroke = Stroke::NONE;
        state.weak_bg_fill = color(palette.field);
        state.bg_fill = color(palette.field);
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, line);
    for state in [&mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        state.weak_bg_fill = color(palette.hover);
        state.bg_fill = color(palette.hover);
        state.bg_stroke = Stroke::new(1.0, color(palette.accent));
    }
    visuals
}
