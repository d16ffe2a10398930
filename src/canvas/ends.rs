//! The ends and lines of links, drawn as shapes: the end says the effect, the line says the grade.

use egui::{Color32, Pos2, Shape, Stroke, Vec2};

use crate::model::{Effect, Grade};

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

/// A link's line and end along `points` (in screen px), scaled by `scale`.
pub(super) fn draw(
    points: &[Pos2],
    effect: Effect,
    grade: Grade,
    scale: f32,
    colour: Color32,
    ground: Color32,
) -> Vec<Shape> {
    let end = tip(points, effect, grade, scale, colour, ground);
    if end.is_empty() {
        return end; // too short to have a direction
    }
    let mut shapes = line(&shorten(points, length(effect) * scale), grade, scale, colour);
    shapes.extend(end);
    shapes
}

/// The end alone, at the end of a line.
pub(super) fn tip(
    points: &[Pos2],
    effect: Effect,
    grade: Grade,
    scale: f32,
    colour: Color32,
    ground: Color32,
) -> Vec<Shape> {
    let Some((&tip, heading)) = points.last().zip(heading(points)) else { return Vec::new() };
    end(tip, heading, effect, width(grade), scale, colour, ground)
}

/// The line alone: heavy solid A, solid B, dashed C, dotted D, a hairline X.
pub(super) fn line(points: &[Pos2], grade: Grade, scale: f32, colour: Color32) -> Vec<Shape> {
    let stroke = Stroke::new((width(grade) * scale).max(0.8), colour);
    match grade {
        Grade::A | Grade::B | Grade::X => vec![Shape::line(points.to_vec(), stroke)],
        Grade::C => Shape::dashed_line(points, stroke, 8.0 * scale, 4.5 * scale),
        Grade::D => Shape::dotted_line(points, colour, 5.2 * scale, (1.35 * scale).max(0.6)),
    }
}

/// The end alone: arrow raises, bar lowers, open diamond mixed, ring no effect, dot unknown.
fn end(
    tip: Pos2,
    heading: Vec2,
    effect: Effect,
    width: f32,
    scale: f32,
    colour: Color32,
    ground: Color32,
) -> Vec<Shape> {
    let side = heading.rot90();
    let back = |along: f32, across: f32| tip - heading * (along * scale) + side * (across * scale);
    let outline = Stroke::new(1.6 * scale, colour);
    match effect {
        Effect::Raises => {
            let half = 4.6 + width * 0.3;
            let corners = vec![tip, back(10.0, half), back(10.0, -half)];
            vec![Shape::convex_polygon(corners, colour, Stroke::NONE)]
        }
        Effect::Lowers => {
            let bar = [back(1.5, 7.0), back(1.5, -7.0)];
            vec![Shape::line_segment(bar, Stroke::new(3.2 * scale, colour))]
        }
        Effect::Mixed => {
            let corners = vec![back(0.8, 0.0), back(6.8, 5.0), back(12.8, 0.0), back(6.8, -5.0)];
            vec![Shape::convex_polygon(corners, ground, outline)]
        }
        Effect::NoEffect => vec![
            Shape::circle_filled(back(5.2, 0.0), 4.4 * scale, ground),
            Shape::circle_stroke(back(5.2, 0.0), 4.4 * scale, outline),
        ],
        Effect::Unknown => vec![Shape::circle_filled(back(3.0, 0.0), 3.0 * scale, colour)],
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
        let line = [pos2(0.0, 0.0), pos2(50.0, 0.0)];
        let mut seen: Vec<String> = Vec::new();
        for effect in Effect::ALL {
            for grade in Grade::ALL {
                let shapes = draw(&line, effect, grade, 1.0, Color32::WHITE, Color32::BLACK);
                seen.push(format!("{shapes:?}"));
            }
        }
        let all = seen.len();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), all);
        assert!(draw(&[], Effect::Raises, Grade::A, 1.0, Color32::WHITE, Color32::BLACK).is_empty());
    }
}
