//! From picture to screen, and in which colours: the same for everything in a frame.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use egui::{Color32, Rect, TextureId, Vec2};

use super::{
    layers::Layers,
    look::{Look, Tone},
    places::Places,
};
use crate::{
    scene::detail::{Details, is_far},
    theme::{Palette, Rgb, Shades},
};

/// From picture to screen, and the colours: the same for everything in a frame.
#[derive(Clone)]
pub(crate) struct Stage {
    pub(crate) zoom: f32,
    pub(crate) offset: Vec2,
    pub(crate) clip: Rect,
    /// A pixel of the screen, in px.
    pub(crate) pixel: f32,
    /// Which font atlas is in use: texts laid out for another one show the wrong glyphs.
    pub(crate) atlas: u32,
    /// Crossings and pills, where they can be seen.
    pub(crate) details: Option<Arc<Details>>,
    /// The texture of dashed and dotted lines.
    pub(crate) patterns: TextureId,
    /// Where items paint that nothing lifts above the rest.
    pub(crate) layers: Rc<RefCell<Layers>>,
    /// Smallest text that may be drawn, in px of screen: larger on a whole screen, for a back row.
    pub(crate) least_text: f32,
    /// Whether the whole screen is taken: then remarks that nobody could read are left out.
    pub(crate) presents: bool,
    /// From 0, as the sources show it, to 1, as the article tells it.
    pub(crate) told: f32,
    /// From 0, where things came from, to 1, where they belong.
    pub(crate) arrived: f32,
    /// Where the marks of this frame lie.
    pub(crate) places: Rc<Places>,
    pub(crate) palette: Arc<Palette>,
    /// What becomes of the palette where something is dimmed or only a trace.
    pub(crate) shades: Shades,
}

impl Stage {
    /// Whether labels are too small to be read, so that the overview is shown.
    pub(crate) fn is_far(&self) -> bool {
        is_far(self.zoom, self.least_text)
    }

    /// The ground under a band.
    pub(crate) fn ground(&self, band: usize) -> Color32 {
        color(if band.is_multiple_of(2) { self.palette.lane_a } else { self.palette.lane_b })
    }

    pub(crate) fn to_screen(&self, world: egui::Pos2) -> egui::Pos2 {
        (world.to_vec2() * self.zoom + self.offset).to_pos2()
    }

    pub(crate) fn rect_to_screen(&self, world: Rect) -> Rect {
        Rect::from_min_max(self.to_screen(world.min), self.to_screen(world.max))
    }

    /// Back from the screen to the picture.
    pub(crate) fn rect_to_picture(&self, screen: Rect) -> Rect {
        let back = |at: egui::Pos2| ((at - self.offset).to_vec2() / self.zoom).to_pos2();
        Rect::from_min_max(back(screen.min), back(screen.max))
    }

    /// Whether something that lies there can be seen.
    pub(crate) fn shows(&self, world: Rect) -> bool {
        self.rect_to_screen(world).expand(12.0).intersects(self.clip)
    }

    /// The colours of an item, nearer to the ground where it is dimmed or only a trace.
    pub(crate) fn inks(&self, tone: Tone) -> &Palette {
        match tone {
            Tone::Dim => &self.shades.quiet,
            Tone::Ghost => &self.shades.trace,
            Tone::Plain | Tone::Centre | Tone::Cause | Tone::Effect | Tone::Lit => &self.palette,
        }
    }

    /// The colour of a line around or along an item: its tone's hue, else that of `plain` among its colours.
    pub(crate) fn line(&self, look: Look, plain: fn(&Palette) -> Rgb) -> Color32 {
        match look.tone {
            _ if look.selected || look.picked => color(self.palette.accent),
            Tone::Cause => color(self.palette.cause),
            Tone::Effect => color(self.palette.effect),
            Tone::Lit => color(self.palette.accent),
            tone => color(plain(self.inks(tone))),
        }
    }
}

/// A theme's colour as egui has it.
pub(crate) fn color(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}
