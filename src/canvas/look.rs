//! How an item is to be drawn in this frame: plain, dimmed, lit as a cause or an effect, selected, focused.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use egui::{Color32, Rect, TextureId, Vec2};

use super::{detail::Details, layers::Layers, scene::Scene, signal::Signal};
use crate::{
    session::{Item, Lit, Mark, Session},
    text::LABEL_SIZE,
    theme::{Palette, Rgb},
};

/// How an item is to be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) tone: Tone,
    pub(super) selected: bool,
    pub(super) focused: bool,
    /// Picked together with others.
    pub(super) picked: bool,
    /// What an answer says of it.
    pub(super) mark: Option<Mark>,
}

impl Look {
    /// How it is drawn under what is lit: as if nothing lit it, picked it or stood on it.
    pub(super) fn unlit(self, plain: Tone) -> Self {
        let tone = if self.tone.is_lit() { plain } else { self.tone };
        Self { tone, mark: self.mark, ..Self::default() }
    }

    /// Whether it must lie above the rest.
    pub(super) fn on_top(self) -> bool {
        self.selected || self.focused || self.picked || self.tone.is_lit()
    }
}

/// What an item is to the one that is pointed at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    /// Nothing is pointed at.
    #[default]
    Plain,
    /// It is the one.
    Centre,
    /// It leads there.
    Cause,
    /// It follows from there.
    Effect,
    /// An answer is about it.
    Lit,
    /// It has nothing to do with it.
    Dim,
    /// The lens hides it: only a trace is left.
    Ghost,
}

impl Tone {
    /// Whether it is more than one among the others.
    pub(super) fn is_lit(self) -> bool {
        matches!(self, Self::Cause | Self::Effect | Self::Centre | Self::Lit)
    }
}

/// From picture to screen, and the colours: the same for everything in a frame.
#[derive(Clone)]
pub(super) struct Stage {
    pub(super) zoom: f32,
    pub(super) offset: Vec2,
    pub(super) clip: Rect,
    /// A pixel of the screen, in px.
    pub(super) pixel: f32,
    /// Which font atlas is in use: texts laid out for another one show the wrong glyphs.
    pub(super) atlas: u32,
    /// Crossings and pills, where they can be seen.
    pub(super) details: Option<Arc<Details>>,
    /// The texture of dashed and dotted lines.
    pub(super) patterns: TextureId,
    /// Where items paint that nothing lifts above the rest.
    pub(super) layers: Rc<RefCell<Layers>>,
    /// Smallest text that may be drawn, in px of screen: larger on a whole screen, for a back row.
    pub(super) least_text: f32,
    /// Whether the whole screen is taken: then remarks that nobody could read are left out.
    pub(super) presents: bool,
    /// From 0, as the sources show it, to 1, as the article tells it.
    pub(super) told: f32,
    /// From 0, where things came from, to 1, where they belong.
    pub(super) arrived: f32,
    pub(super) palette: Arc<Palette>,
}

impl Stage {
    /// Whether labels are too small to be read, so that the overview is shown.
    pub(super) fn is_far(&self) -> bool {
        is_far(self.zoom, self.least_text)
    }

    /// The ground under a band.
    pub(super) fn ground(&self, band: usize) -> Color32 {
        color(if band.is_multiple_of(2) { self.palette.lane_a } else { self.palette.lane_b })
    }

    pub(super) fn to_screen(&self, world: egui::Pos2) -> egui::Pos2 {
        (world.to_vec2() * self.zoom + self.offset).to_pos2()
    }

    pub(super) fn rect_to_screen(&self, world: Rect) -> Rect {
        Rect::from_min_max(self.to_screen(world.min), self.to_screen(world.max))
    }

    /// Whether something that lies there can be seen.
    pub(super) fn shows(&self, world: Rect) -> bool {
        self.rect_to_screen(world).expand(12.0).intersects(self.clip)
    }

    /// A colour, faded towards the ground where the item is dimmed.
    pub(super) fn ink(&self, colour: Rgb, tone: Tone) -> Color32 {
        let colour = color(colour);
        let fade = match tone {
            Tone::Dim => 0.74,
            Tone::Ghost => 0.82,
            Tone::Plain | Tone::Centre | Tone::Cause | Tone::Effect | Tone::Lit => return colour,
        };
        colour.lerp_to_gamma(color(self.palette.lane_a), fade)
    }

    /// The colour of a line around or along an item: its tone's hue, else `plain`.
    pub(super) fn line(&self, look: Look, plain: Rgb) -> Color32 {
        match look.tone {
            _ if look.selected || look.picked => color(self.palette.accent),
            Tone::Cause => color(self.palette.cause),
            Tone::Effect => color(self.palette.effect),
            Tone::Lit => color(self.palette.accent),
            tone => self.ink(plain, tone),
        }
    }
}

/// Whether labels are smaller than `least` px of screen at a zoom.
pub(super) fn is_far(zoom: f32, least: f32) -> bool {
    // A hair of tolerance: a slide is made so that its labels are just large enough.
    LABEL_SIZE * zoom < least - 0.01
}

/// A theme's colour as egui has it.
pub(super) fn color(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// The look of every item, cards first, then wires, as the scene numbers them; and the tone of what nothing lights.
pub(super) fn looks(scene: &Scene, session: &Session, signal: &Signal) -> (Vec<Look>, Tone) {
    let (pathway, view, lens) = (session.drawn(), session.view(), session.lens());
    let lit = session.lit().filter(|_| view.hover.is_none());
    let centre = view.hover.as_ref().or(view.selected().filter(|_| lit.is_none()));
    let centre = centre.filter(|item| scene.place.contains_key(item));
    // A slide has nothing on it that is not part of the story, and a question is asked of all that can be seen.
    let steady = session.presents() || session.teaching().quiz.is_some();
    let dims = !steady && (centre.is_some() || lit.is_some());
    let plain = if dims { Tone::Dim } else { Tone::Plain };
    let mut looks = vec![Look { tone: plain, ..Look::default() }; scene.items.len()];
    if let Some(lit) = session.lit() {
        mark(&mut looks, scene, lit, session, signal);
    }
    let mut set = |item: &Item, change: &dyn Fn(&mut Look)| {
        if let Some(look) = scene.place.get(item).and_then(|&i| looks.get_mut(i)) {
            change(look);
        }
    };
    match centre {
        Some(Item::Node(id)) => {
            for link in pathway.causes_of(id) {
                set(&Item::Link(link.id.clone()), &|look| look.tone = Tone::Cause);
                set(&Item::Node(link.from.clone()), &|look| look.tone = Tone::Cause);
            }
            for link in pathway.effects_of(id) {
                set(&Item::Link(link.id.clone()), &|look| look.tone = Tone::Effect);
                set(&Item::Node(link.to.clone()), &|look| look.tone = Tone::Effect);
            }
        }
        Some(Item::Link(id)) => {
            if let Some(link) = pathway.link(id) {
                set(&Item::Node(link.from.clone()), &|look| look.tone = Tone::Cause);
                set(&Item::Node(link.to.clone()), &|look| look.tone = Tone::Effect);
            }
        }
        Some(Item::Lane(_) | Item::Bundle(_)) | None => {}
    }
    if let Some(item) = centre {
        set(item, &|look| look.tone = Tone::Centre);
    }
    if !lens.hidden.is_empty() {
        for (look, _) in looks.iter_mut().zip(scene.ghosts(&lens.hidden).iter()).filter(|(_, ghost)| **ghost) {
            look.tone = Tone::Ghost;
        }
    }
    if session.teaching().telling.is_some() {
        for (look, _) in looks.iter_mut().zip(&scene.items).filter(|(_, item)| session.is_untold(item)) {
            look.tone = Tone::Ghost;
        }
    }
    let mut set = |item: &Item, change: &dyn Fn(&mut Look)| {
        if let Some(look) = scene.place.get(item).and_then(|&i| looks.get_mut(i)) {
            change(look);
        }
    };
    for id in &view.picked {
        set(&Item::Node(id.clone()), &|look| look.picked = true);
    }
    if let Some(item) = view.selected() {
        set(item, &|look| look.selected = true);
    }
    if let Some(item) = &view.focus {
        set(item, &|look| look.focused = true);
    }
    (looks, plain)
}

/// Lights what an answer is about. The marks stay while something else is pointed at; the light does not.
fn mark(looks: &mut [Look], scene: &Scene, lit: &Lit, session: &Session, signal: &Signal) {
    let lights = session.view().hover.is_none();
    for (item, look) in scene.items.iter().zip(looks) {
        let is_lit = match item {
            Item::Link(id) => {
                look.mark = lit.link_marks.get(id).copied();
                lit.links.contains(id)
            }
            Item::Bundle(links) => links.iter().any(|id| lit.links.contains(id)),
            Item::Node(id) => {
                let mark = lit.nodes.get(id).copied();
                look.mark = mark.filter(|_| signal.has_reached(session, id));
                mark.is_some()
            }
            Item::Lane(_) => session.nodes_of(item).iter().any(|id| lit.nodes.contains_key(id)),
        };
        if is_lit && lights {
            look.tone = Tone::Lit;
        }
    }
}
