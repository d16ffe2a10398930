//! The legend: what ends, lines, marks and badges mean, of those that occur. It lives beside the drawing so that the two
//! cannot differ.

use std::sync::Arc;

use egui::{FontId, Galley, Rect, Sense, Stroke, TextStyle, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};

use crate::{
    analysis::loops::LoopKind,
    model::{Effect, Grade, Reading},
    paint::{
        brush::Brush,
        card,
        ends::{self, Inks},
        label, marks,
        stage::color,
    },
    scene::occurs::Occurs,
    session::Session,
    signs::near::{PILL_HEIGHT, PILL_TEXT},
    theme::{Palette, Rgb, Shades},
    words,
};

/// Height of a row, in px.
const ROW: f32 = 16.0;
/// Widths of samples, in px: of a line, a badge, a pill.
const LINE: f32 = 32.0;
const BADGE: f32 = 15.0;
const PILL: f32 = 36.0;
/// Space between a sample and its word, in px.
const GAP: f32 = 6.0;
/// The kinds of loops.
const LOOPS: [LoopKind; 3] = [LoopKind::Reinforcing, LoopKind::Balancing, LoopKind::Undecided];

/// The room that the legend needed before a quiz, which takes links out: it keeps that as long as the quiz is taken, so that
/// nothing beside it moves when one begins and when it is left.
#[derive(Debug, Default)]
pub(crate) struct Needed {
    /// At which width and size of text, in px.
    of: (f32, f32),
    /// What it was without a quiz, in px.
    height: f32,
}

/// The legend of what occurs, in as many rows as it needs.
pub(crate) fn legend_ui(ui: &mut Ui, occurs: &Occurs, session: &Session, shades: &Shades, needed: &mut Needed) {
    // Rows stand as close as their entries allow.
    ui.spacing_mut().interact_size.y = ROW;
    let of = (ui.available_width(), ui.text_style_height(&TextStyle::Small));
    if needed.of != of {
        *needed = Needed { of, height: 0.0 };
    }
    let rows = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 4.0);
        Legend { occurs, session, shades, palette: &shades.plain, ui }.show();
    });
    let height = rows.response.rect.height();
    if session.teaching().quiz.is_none() {
        needed.height = height;
    }
    ui.add_space((needed.height - height).max(0.0));
}

/// The legend in the making.
struct Legend<'a> {
    occurs: &'a Occurs,
    session: &'a Session,
    shades: &'a Shades,
    palette: &'a Palette,
    ui: &'a mut Ui,
}

impl Legend<'_> {
    fn show(&mut self) {
        let (occurs, palette) = (self.occurs, self.palette);
        for &effect in occurs.effects(self.session.reading()) {
            self.line(&[effect], Grade::B, effect.label());
        }
        if occurs.mixes {
            self.line(&[Effect::Raises, Effect::Lowers], Grade::B, words::canvas::SEVERAL_KINDS);
        }
        for &grade in &occurs.grades {
            self.line(&[], grade, &format!("{} {}", grade.name(), grade.short()));
        }
        if let Some(pill) = &occurs.pill {
            self.entry(PILL, words::canvas::PILL, |ui, rect| pill_sample(ui, rect, pill, palette));
        }
        for (sign, text, colour) in self.badges() {
            self.badge(&sign, text, colour, palette.card);
        }
        self.unseen();
        for &kind in &occurs.kinds {
            self.entry(12.0, kind.label(), |ui, rect| {
                paint(ui, |brush| marks::kind(brush, kind, rect.center(), 5.6, color(palette.kinds.of(kind))));
            });
        }
        self.passing();
    }

    /// What comes and goes while the picture stays: the kinds of loops that are marked, and what is only a trace. Room is
    /// kept for it, so that the legend does not grow over the drawing.
    fn passing(&mut self) {
        let (card, accent) = (self.palette.card, self.palette.accent);
        let (loops, traces) = (self.loops(), self.traces());
        for kind in &loops {
            self.badge(kind.letter(), kind.name(), accent, card);
        }
        for text in &traces {
            self.trace(text);
        }
        for kind in LOOPS.iter().skip(loops.len() + traces.len()) {
            let size = self.laid_out(BADGE, kind.name()).0;
            self.ui.allocate_space(size);
        }
    }

    /// What stands on links, with its meaning and its colour.
    fn badges(&self) -> Vec<(String, &'static str, Rgb)> {
        let (occurs, palette) = (self.occurs, self.palette);
        let otherwise = match self.session.reading() {
            Reading::Shown => words::names::ARTICLE_OTHERWISE,
            Reading::Told => words::names::SOURCES_OTHERWISE,
        };
        let several = occurs.several.map(|count| (count.to_string(), words::canvas::SEVERAL, palette.link));
        let otherwise = occurs.told_otherwise.then(|| ("!".to_owned(), otherwise, palette.accent));
        let disputed = occurs.disputed.then(|| ("?".to_owned(), words::canvas::DISPUTED, palette.link));
        [several, otherwise, disputed].into_iter().flatten().collect()
    }

    /// The kinds of loops whose badges are shown.
    fn loops(&self) -> Vec<LoopKind> {
        let Some((found, _)) = self.session.marked_loops() else { return Vec::new() };
        let is_shown = |kind: &LoopKind| found.loops.iter().any(|one| one.kind == *kind);
        LOOPS.into_iter().filter(is_shown).collect()
    }

    /// How many links lead to what is not drawn.
    fn unseen(&mut self) {
        let weak = self.palette.weak;
        if let Some(count) = self.occurs.unseen {
            self.entry(22.0, words::canvas::UNSEEN, |ui, rect| {
                let text = ui.painter().layout_no_wrap(format!("+{count}"), FontId::proportional(11.0), color(weak));
                ui.painter().galley(rect.center() - text.size() / 2.0, text, color(weak));
            });
        }
    }

    /// Why something is only a trace.
    fn traces(&self) -> Vec<&'static str> {
        let hides = (!self.session.lens().hidden.is_empty()).then_some(words::canvas::HIDDEN);
        let waits = self.session.teaching().telling.is_some().then_some(words::canvas::UNTOLD);
        hides.into_iter().chain(waits).collect()
    }

    fn trace(&mut self, text: &str) {
        let trace = color(self.shades.trace.card_line);
        self.entry(26.0, text, |ui, rect| {
            let rect = Rect::from_center_size(rect.center(), vec2(24.0, 12.0));
            paint(ui, |brush| card::trace(brush, rect, 4.0, Stroke::new(1.0, trace)));
        });
    }

    /// A line, with ends or without.
    fn line(&mut self, effects: &[Effect], grade: Grade, text: &str) {
        let palette = self.palette;
        let ink = if grade == Grade::X { palette.faint_link } else { palette.link };
        self.entry(LINE, text, |ui, rect| {
            let y = rect.center().y.floor() + 0.5;
            let line = [pos2(rect.left(), y), pos2(rect.right() - 1.0, y)];
            let inks = Inks { scale: 1.0, colour: color(ink), ground: color(palette.panel) };
            paint(ui, |brush| ends::draw(brush, &line, effects, grade, inks));
        });
    }

    fn badge(&mut self, sign: &str, text: &str, colour: Rgb, ground: Rgb) {
        self.entry(BADGE, text, |ui, rect| {
            let shapes = marks::badge(ui.ctx(), rect.center(), sign, 7.0, color(colour), color(ground));
            ui.painter().extend(shapes);
        });
    }

    /// A sample and its word as one piece, so that a row never breaks between them.
    fn entry(&mut self, width: f32, text: &str, draw: impl FnOnce(&Ui, Rect)) {
        let (size, galley) = self.laid_out(width, text);
        let ui = &mut *self.ui;
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        draw(ui, Rect::from_min_size(rect.min, vec2(width, size.y)));
        let at = pos2(rect.left() + width + GAP, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ui.visuals().text_color());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    }

    /// The size of an entry, and its word.
    fn laid_out(&self, width: f32, text: &str) -> (Vec2, Arc<Galley>) {
        let font = TextStyle::Small.resolve(self.ui.style());
        let galley = self.ui.painter().layout_no_wrap(text.to_owned(), font, self.ui.visuals().text_color());
        (vec2(width + GAP + galley.size().x, galley.size().y.max(ROW)), galley)
    }
}

/// A pill as it stands on a link.
fn pill_sample(ui: &Ui, rect: Rect, text: &str, palette: &Palette) {
    let rect = Rect::from_center_size(rect.center(), vec2(PILL, PILL_HEIGHT));
    let border = Stroke::new(1.0, color(palette.link));
    paint(ui, |brush| brush.rounded(rect, PILL_HEIGHT / 2.0, color(palette.card), border));
    ui.painter().add(label::bold(ui.ctx(), rect.center(), text, PILL_TEXT, color(palette.card_text)));
}

fn paint(ui: &Ui, draw: impl FnOnce(&mut Brush)) {
    let mut brush = Brush::unclipped(1.0 / ui.ctx().pixels_per_point());
    draw(&mut brush);
    ui.painter().extend(brush.finish());
}
