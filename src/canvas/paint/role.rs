//! What a lit card is: a word at it, so that its hue is not the only sign, or a sign where a word has no room.

use egui::{Color32, Context, FontId, Rect, Shape, Vec2, pos2, vec2};

use super::{
    label,
    look::{Look, Tone},
    marks,
    places::Role,
    stage::{Stage, color},
};
use crate::{picture::MARK_WIDTH, scene::records::CardRecord, session::Mark, signs::Area, theme::Rgb, words};

/// Size of a word, in px of screen.
const TEXT: f32 = 11.0;
/// Room for the shape of an outcome before its word, and the side of a sign alone, in px of screen.
const SIGN: f32 = 12.0;
const ALONE: f32 = 15.0;

/// What is said of a card.
#[derive(Clone, Copy)]
pub(crate) struct Tag {
    word: &'static str,
    ground: fn(&Stage) -> Rgb,
    mark: Option<Mark>,
}

impl Tag {
    /// What is said of a card that looks like this.
    pub(crate) fn of(look: Look) -> Option<Self> {
        let (word, ground): (&str, fn(&Stage) -> Rgb) = match (look.tone, look.mark) {
            _ if !look.on_top() => return None,
            (Tone::Cause, None) => (words::canvas::CAUSE, |stage| stage.palette.cause),
            (Tone::Effect, None) => (words::canvas::EFFECT, |stage| stage.palette.effect),
            (_, Some(mark)) => match mark {
                Mark::On => return None,
                Mark::More => (words::canvas::MORE, |stage| stage.palette.effect),
                Mark::Less => (words::canvas::LESS, |stage| stage.palette.cause),
                Mark::Undecided => (words::canvas::UNDECIDED, |stage| stage.palette.weak),
                Mark::Raised => (words::canvas::RAISED, |stage| stage.palette.accent),
                Mark::Lowered => (words::canvas::LOWERED, |stage| stage.palette.accent),
                Mark::Blocked => (words::canvas::BLOCKED, |stage| stage.palette.error),
                Mark::CutOff => (words::canvas::CUT_OFF, |stage| stage.palette.weak),
                Mark::Added => (words::canvas::ADDED, |stage| stage.palette.effect),
                Mark::Removed => (words::canvas::REMOVED, |stage| stage.palette.cause),
                Mark::Changed => (words::canvas::CHANGED, |stage| stage.palette.accent),
                Mark::Asked => (words::canvas::ASKED, |stage| stage.palette.accent),
                Mark::Cause => (words::canvas::CAUSE, |stage| stage.palette.cause),
                Mark::Effect => (words::canvas::EFFECT, |stage| stage.palette.effect),
                Mark::CauseAndEffect => (words::canvas::CAUSE_AND_EFFECT, |stage| stage.palette.weak),
            },
            _ => return None,
        };
        Some(Self { word, ground, mark: look.mark })
    }

    /// Its size with its word and without it, in px of screen.
    pub(crate) fn sizes(self, stage: &Stage, ctx: &Context) -> [Vec2; 2] {
        let sign = if self.mark.is_some() { SIGN } else { 0.0 };
        let alone = Vec2::splat(ALONE * text_size(stage) / TEXT);
        [self.galley(stage, ctx, Color32::PLACEHOLDER).size() + vec2(8.0 + sign, 2.0), alone]
    }

    /// Its place on the card itself, in px of picture: where the mark of the card's kind is.
    pub(crate) fn inside(card: Area) -> Area {
        let side = (MARK_WIDTH + 2.0).min(card.h - 8.0).max(1.0);
        Area::around((card.x + MARK_WIDTH / 2.0 + 5.0, card.middle().1), side, side)
    }

    /// Paints it in its place, which moves with its card.
    pub(crate) fn paint(self, role: Role, record: &CardRecord, stage: &Stage, ctx: &Context) -> Vec<Shape> {
        let ink = color(stage.palette.panel);
        let area = Rect::from_min_size(pos2(role.area.x, role.area.y), vec2(role.area.w, role.area.h));
        let way = record.rect_at(stage.arrived).min - record.rect.min;
        let rect = stage.rect_to_screen(area.translate(way));
        let mut shapes = vec![Shape::rect_filled(rect, 3.0, color((self.ground)(stage)))];
        if role.short {
            if let Some(mark) = self.mark {
                shapes.extend(marks::outcome(mark, rect.center(), ink));
            } else {
                let initial: String = self.word.chars().take(1).collect();
                shapes.push(label::bold(ctx, rect.center(), &initial, rect.height() * 0.8, ink));
            }
            return shapes;
        }
        let sign = if self.mark.is_some() { SIGN } else { 0.0 };
        let at = label::snap(rect.min + vec2(4.0 + sign, 1.0), stage.pixel);
        shapes.push(Shape::galley(at, self.galley(stage, ctx, ink), ink));
        if let Some(mark) = self.mark {
            shapes.extend(marks::outcome(mark, rect.left_center() + vec2(9.0, 0.0), ink));
        }
        shapes
    }

    fn galley(self, stage: &Stage, ctx: &Context, ink: Color32) -> std::sync::Arc<egui::Galley> {
        let font = FontId::proportional(text_size(stage));
        ctx.fonts_mut(|fonts| fonts.layout_no_wrap(self.word.to_owned(), font, ink))
    }
}

fn text_size(stage: &Stage) -> f32 {
    if stage.presents { stage.least_text } else { TEXT }
}
