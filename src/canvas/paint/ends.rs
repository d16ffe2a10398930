//! The ends and lines of links, drawn as shapes: the end says the effect, the line says the grade.

use egui::{Color32, Pos2, Stroke, Vec2, vec2};

use super::brush::Brush;
pub(super) use crate::signs::width;
use crate::{
    model::{Effect, Grade},
    signs::{
        self, Pattern,
        line::{heading, shortened},
    },
};

/// Least scale of dashes and dots.
const FINEST: f32 = 0.75;

/// Paints a link's line and end along `points` (in screen px), scaled by `scale`.
pub(super) fn draw(
    brush: &mut Brush,
    points: &[Pos2],
    effect: Effect,
    grade: Grade,
    scale: f32,
    colour: Color32,
    ground: Color32,
) {
    // Too short to have a direction: there is nothing to see either.
    if heading(points).is_some() {
        line(brush, &shortened(points, signs::covered(effect) * scale), grade, scale, colour);
        tip(brush, points, effect, grade, scale, colour, ground);
    }
}

/// The end alone, at the end of a line.
pub(super) fn tip(
    brush: &mut Brush,
    points: &[Pos2],
    effect: Effect,
    grade: Grade,
    scale: f32,
    colour: Color32,
    ground: Color32,
) {
    if let Some((&tip, (x, y))) = points.last().zip(heading(points)) {
        let at = Place { tip, heading: vec2(x, y), scale, colour, ground };
        at.end(brush, effect, grade);
    }
}

/// The line alone: heavy solid A, solid B, dashed C, dotted D, a hairline X.
pub(super) fn line(brush: &mut Brush, points: &[Pos2], grade: Grade, scale: f32, colour: Color32) {
    let stroke = Stroke::new((width(grade) * scale).max(0.8), colour);
    // Patterns stay coarse where lines get thin: finer ones would run together.
    let pattern = scale.max(FINEST);
    match signs::pattern(grade) {
        Pattern::Solid => brush.line(points, stroke),
        Pattern::Dashes(dash, gap) => brush.dashes(points, stroke, dash * pattern, gap * pattern),
        Pattern::Dots(radius, every) => brush.dots(points, (radius * scale).max(0.8), every * pattern, colour),
    }
}

/// Where an end is drawn, and how.
struct Place {
    tip: Pos2,
    heading: Vec2,
    scale: f32,
    colour: Color32,
    ground: Color32,
}

impl Place {
    /// The point so far back from the tip and so far to its side, in px at scale 1.
    fn back(&self, (along, across): signs::Point) -> Pos2 {
        self.tip - self.heading * (along * self.scale) + self.heading.rot90() * (across * self.scale)
    }

    /// The end alone: arrow raises, bar lowers, open diamond mixed, ring no effect, dot unknown.
    fn end(&self, brush: &mut Brush, effect: Effect, grade: Grade) {
        let outline = Stroke::new(signs::OUTLINE * self.scale, self.colour);
        match effect {
            Effect::Raises => brush.polygon(&signs::arrow(grade).map(|at| self.back(at)), self.colour),
            Effect::Lowers => brush.polygon(&signs::BAR.map(|at| self.back(at)), self.colour),
            Effect::Mixed => {
                let corners = signs::DIAMOND.map(|at| self.back(at));
                brush.polygon(&corners, self.ground);
                brush.outline(&corners, outline);
            }
            Effect::NoEffect => {
                let (at, radius) = signs::RING;
                brush.disc(self.back(at), radius * self.scale, self.ground);
                brush.circle(self.back(at), radius * self.scale, outline);
            }
            Effect::Unknown => {
                let (at, radius) = signs::DOT;
                brush.disc(self.back(at), radius * self.scale, self.colour);
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
        let painted = |points: &[Pos2], effect, grade| {
            let mut brush = Brush::unclipped(1.0);
            draw(&mut brush, points, effect, grade, 1.0, Color32::WHITE, Color32::BLACK);
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
