//! The ends and lines of links, drawn as shapes: the end says the effect, the line says the grade.

use egui::{Color32, Pos2, Stroke, Vec2, vec2};

use super::brush::{self, Brush};
use crate::{
    model::{Effect, Grade},
    signs::{
        self, Pattern,
        line::{heading, shortened},
        width,
    },
};

/// Least radius of a dot, in pixels of the screen: wherever it lies, it fills one.
const DOT: f32 = 1.2;
/// Least scale of dashes and dots.
const FINEST: f32 = 0.75;

/// How large a link is drawn, and in which colours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inks {
    /// Px of screen for a px at scale 1.
    pub(crate) scale: f32,
    /// Of its line and its end.
    pub(crate) colour: Color32,
    /// Inside ends that are open.
    pub(crate) ground: Color32,
}

/// Paints a link's line and its ends along `points`, in px of screen: one, or one of each kind of several links.
pub(crate) fn draw(brush: &mut Brush, points: &[Pos2], effects: &[Effect], grade: Grade, inks: Inks) {
    // Too short to have a direction: there is nothing to see either.
    if heading(points).is_some() {
        line(brush, &shortened(points, signs::covered_by(effects) * inks.scale), grade, inks.scale, inks.colour);
        tips(brush, points, effects, grade, inks);
    }
}

/// The ends alone, at the end of a line.
pub(super) fn tips(brush: &mut Brush, points: &[Pos2], effects: &[Effect], grade: Grade, inks: Inks) {
    for (effect, begins) in signs::in_a_row(effects) {
        let points = if begins > 0.0 { &shortened(points, begins * inks.scale)[..] } else { points };
        if let Some((&tip, (x, y))) = points.last().zip(heading(points)) {
            Place { tip, heading: vec2(x, y), inks }.end(brush, effect, grade);
        }
    }
}

/// The line alone: heavy solid A, solid B, dashed C, dotted D, a hairline X.
pub(crate) fn line(brush: &mut Brush, points: &[Pos2], grade: Grade, scale: f32, colour: Color32) {
    let stroke = Stroke::new(brush::whole(width(grade) * scale, brush.pixel), colour);
    // Patterns stay coarse where lines get thin: finer ones would run together.
    let pattern = scale.max(FINEST);
    match signs::pattern(grade) {
        Pattern::Solid => brush.line(points, stroke),
        Pattern::Dashes(dash, gap) => brush.dashes(points, stroke, dash * pattern, gap * pattern),
        Pattern::Dots(radius, every) => {
            brush.dots(points, (radius * scale).max(DOT * brush.pixel), every * pattern, colour);
        }
    }
}

/// Where an end is drawn, and how.
struct Place {
    tip: Pos2,
    heading: Vec2,
    inks: Inks,
}

impl Place {
    /// The point so far back from the tip and so far to its side, in px at scale 1.
    fn back(&self, (along, across): signs::Point) -> Pos2 {
        self.tip - self.heading * (along * self.inks.scale) + self.heading.rot90() * (across * self.inks.scale)
    }

    /// The end alone: arrow raises, bar lowers, open diamond mixed, ring no effect, dot unknown.
    fn end(&self, brush: &mut Brush, effect: Effect, grade: Grade) {
        let Inks { scale, colour, ground } = self.inks;
        let outline = Stroke::new(signs::OUTLINE * scale, colour);
        match effect {
            Effect::Raises => brush.polygon(&signs::arrow(grade).map(|at| self.back(at)), colour),
            Effect::Lowers => brush.polygon(&signs::BAR.map(|at| self.back(at)), colour),
            Effect::Mixed => {
                let corners = signs::DIAMOND.map(|at| self.back(at));
                brush.polygon(&corners, ground);
                brush.outline(&corners, outline);
            }
            Effect::NoEffect => {
                let (at, radius) = signs::RING;
                brush.disc(self.back(at), radius * scale, ground);
                brush.circle(self.back(at), radius * scale, outline);
            }
            Effect::Unknown => {
                let (at, radius) = signs::DOT;
                brush.disc(self.back(at), radius * scale, colour);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn every_effect_and_grade_draws_something_different() {
        let inks = Inks { scale: 1.0, colour: Color32::WHITE, ground: Color32::BLACK };
        let painted = |points: &[Pos2], effect, grade| {
            let mut brush = Brush::unclipped(1.0);
            draw(&mut brush, points, &[effect], grade, inks);
            brush.finish()
        };
        let line = [pos2(0.0, 0.0), pos2(50.0, 0.0)];
        let mut seen: Vec<String> = Vec::new();
        for effect in Effect::ALL {
            seen.extend(Grade::ALL.map(|grade| format!("{:?}", painted(&line, effect, grade))));
        }
        let all = seen.len();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), all);
        assert_eq!(painted(&[], Effect::Raises, Grade::A), None);
    }
}
