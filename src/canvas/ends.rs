//! The ends and lines of links, drawn as shapes: the end says the effect, the line says the grade.

use egui::{Color32, Pos2, Stroke, Vec2};

use super::brush::Brush;
use crate::model::{Effect, Grade};

/// Least scale of dashes and dots.
const FINEST: f32 = 0.75;

/// Width of a link's line, in px at zoom 1.
pub(super) fn width(grade: Grade) -> f32 {
    match grade {
        Grade::A => 3.4,
        Grade::B => 2.0,
        Grade::C | Grade::D => 1.8,
        Grade::X => 1.0,
    }
}

/// How much of the line an end covers, in px at scale 1.
fn length(effect: Effect) -> f32 {
    match effect {
        Effect::Raises => 9.0,
        Effect::Lowers => 0.0,
        Effect::Mixed => 13.0,
        Effect::NoEffect => 10.0,
        Effect::Unknown => 3.0,
    }
}

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
        line(brush, &shorten(points, length(effect) * scale), grade, scale, colour);
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
    if let Some((&tip, heading)) = points.last().zip(heading(points)) {
        let at = Place { tip, heading, scale, colour, ground };
        at.end(brush, effect, width(grade));
    }
}

/// The line alone: heavy solid A, solid B, dashed C, dotted D, a hairline X.
pub(super) fn line(brush: &mut Brush, points: &[Pos2], grade: Grade, scale: f32, colour: Color32) {
    let stroke = Stroke::new((width(grade) * scale).max(0.8), colour);
    // Patterns stay coarse where lines get thin: finer ones would run together.
    let pattern = scale.max(FINEST);
    match grade {
        Grade::A | Grade::B | Grade::X => brush.line(points, stroke),
        Grade::C => brush.dashes(points, stroke, 8.0 * pattern, 4.5 * pattern),
        Grade::D => brush.dots(points, (1.35 * scale).max(0.8), 5.2 * pattern, colour),
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
    fn back(&self, along: f32, across: f32) -> Pos2 {
        self.tip - self.heading * (along * self.scale) + self.heading.rot90() * (across * self.scale)
    }

    /// The end alone: arrow raises, bar lowers, open diamond mixed, ring no effect, dot unknown.
    fn end(&self, brush: &mut Brush, effect: Effect, width: f32) {
        let outline = Stroke::new(1.6 * self.scale, self.colour);
        match effect {
            Effect::Raises => {
                let half = 4.6 + width * 0.3;
                brush.polygon(&[self.tip, self.back(10.0, half), self.back(10.0, -half)], self.colour);
            }
            Effect::Lowers => {
                let corners = [(0.0, 7.0), (3.2, 7.0), (3.2, -7.0), (0.0, -7.0)];
                brush.polygon(&corners.map(|(along, across)| self.back(along, across)), self.colour);
            }
            Effect::Mixed => {
                let corners = [(0.8, 0.0), (6.8, 5.0), (12.8, 0.0), (6.8, -5.0)];
                let corners = corners.map(|(along, across)| self.back(along, across));
                brush.polygon(&corners, self.ground);
                brush.outline(&corners, outline);
            }
            Effect::NoEffect => {
                brush.disc(self.back(5.2, 0.0), 4.4 * self.scale, self.ground);
                brush.circle(self.back(5.2, 0.0), 4.4 * self.scale, outline);
            }
            Effect::Unknown => brush.disc(self.back(3.0, 0.0), 3.0 * self.scale, self.colour),
        }
    }
}

/// The direction in which a line arrives: over its last few px, so that one short segment cannot twist the end.
fn heading(points: &[Pos2]) -> Option<Vec2> {
    let tip = *points.last()?;
    let from = points.iter().rev().find(|p| p.distance(tip) > 2.0)?;
    Some((tip - *from).normalized())
}

/// The line without its last `by` px.
fn shorten(points: &[Pos2], by: f32) -> Vec<Pos2> {
    let mut kept = points.to_vec();
    let mut left = by;
    while let [.., before, last] = kept[..] {
        let length = before.distance(last);
        if length > left {
            if let Some(end) = kept.last_mut() {
                *end = last + (before - last) * (left / length);
            }
            break;
        }
        left -= length;
        kept.pop();
    }
    kept
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn lines_are_cut_by_length() {
        let line = [pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 4.0)];
        assert_eq!(shorten(&line, 2.0), [pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 2.0)]);
        assert_eq!(shorten(&line, 7.0), [pos2(0.0, 0.0), pos2(7.0, 0.0)]);
        assert_eq!(shorten(&line, 99.0).len(), 1);
    }

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
