//! Small marks: a shape for every kind of node, and the badges on links.

use egui::{Color32, FontId, Pos2, Shape, Stroke, pos2, vec2};

use crate::{model::Kind, session::Mark};

/// The mark of a kind, about `r` px in radius around `at`.
pub(super) fn kind(kind: Kind, at: Pos2, r: f32, colour: Color32) -> Vec<Shape> {
    let outline = Stroke::new((r * 0.36).max(1.0), colour);
    let filled = |corners: Vec<Pos2>| vec![Shape::convex_polygon(corners, colour, Stroke::NONE)];
    let around = |sides: usize, turn: f32| polygon(at, r, sides, turn);
    let square = |r: f32| egui::Rect::from_center_size(at, egui::Vec2::splat(2.0 * r));
    match kind {
        // A warning triangle, a shield's point, a pill.
        Kind::Stressor => filled(around(3, -0.25)),
        Kind::Protective => filled(around(3, 0.25)),
        Kind::Treatment => {
            let pill = egui::Rect::from_center_size(at, vec2(2.1 * r, 1.2 * r));
            vec![Shape::rect_filled(pill, r * 0.6, colour)]
        }
        // Whole body: a ring; a system: a ring with a core.
        Kind::BodyState => vec![Shape::circle_stroke(at, r * 0.82, outline)],
        Kind::System => vec![Shape::circle_stroke(at, r * 0.82, outline), Shape::circle_filled(at, r * 0.34, colour)],
        Kind::Tissue => vec![Shape::rect_filled(square(r * 0.8), r * 0.2, colour)],
        Kind::Process => filled(around(4, 0.0)),
        Kind::Cell => vec![Shape::circle_filled(at, r * 0.92, colour)],
        Kind::Molecule => filled(around(6, 0.0)),
        Kind::Marker => {
            let mut corners = around(6, 0.0);
            corners.push(pos2(corners[0].x, corners[0].y));
            vec![Shape::line(corners, outline)]
        }
        Kind::Region => vec![Shape::rect_stroke(square(r * 0.74), r * 0.2, outline, egui::StrokeKind::Middle)],
        Kind::Circuit => vec![
            Shape::line_segment([at - vec2(r * 0.62, 0.0), at + vec2(r * 0.62, 0.0)], outline),
            Shape::circle_filled(at - vec2(r * 0.66, 0.0), r * 0.42, colour),
            Shape::circle_filled(at + vec2(r * 0.66, 0.0), r * 0.42, colour),
        ],
        Kind::Symptom => filled(around(5, -0.25)),
        Kind::Outcome => star(at, r * 1.1, colour),
        Kind::ModelOutcome => {
            let mut corners = around(5, -0.25);
            corners.push(corners[0]);
            vec![Shape::line(corners, outline)]
        }
        Kind::Other => vec![Shape::line_segment([at - vec2(r * 0.7, 0.0), at + vec2(r * 0.7, 0.0)], outline)],
    }
}

/// Corners of a regular polygon; `turn` is the angle of the first, in turns.
fn polygon(at: Pos2, r: f32, sides: usize, turn: f32) -> Vec<Pos2> {
    let corner = |i: usize| at + r * egui::Vec2::angled((i as f32 / sides as f32 + turn) * std::f32::consts::TAU);
    (0..sides).map(corner).collect()
}

/// A four-pointed star, as two crossed diamonds.
fn star(at: Pos2, r: f32, colour: Color32) -> Vec<Shape> {
    let diamond = |x: f32, y: f32| {
        let corners = vec![at - vec2(x, 0.0), at - vec2(0.0, y), at + vec2(x, 0.0), at + vec2(0.0, y)];
        Shape::convex_polygon(corners, colour, Stroke::NONE)
    };
    vec![diamond(r, r * 0.42), diamond(r * 0.42, r)]
}

/// Size of a badge's sign, in radii.
const SIGN: f32 = 1.45;

/// The radius of a badge whose sign is so large.
pub(super) fn radius_for(text: f32) -> f32 {
    text / SIGN
}

/// A badge on a link: a disc with a sign in it.
pub(super) fn badge(ctx: &egui::Context, at: Pos2, sign: &str, r: f32, colour: Color32, ground: Color32) -> Vec<Shape> {
    let font = FontId::new(r * SIGN, egui::FontFamily::Name(crate::text::BOLD.into()));
    let galley = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(sign.to_owned(), font, colour));
    let corner = at - galley.size() / 2.0;
    vec![
        Shape::circle_filled(at, r, ground),
        Shape::circle_stroke(at, r, Stroke::new((r * 0.16).max(1.0), colour)),
        Shape::galley(corner, galley, colour),
    ]
}

/// What becomes of a node, as a shape: up, down, a wave, a bar.
pub(super) fn outcome(mark: Mark, at: Pos2, colour: Color32) -> Vec<Shape> {
    let r = 4.0;
    let thin = Stroke::new(1.5, colour);
    let triangle = |up: f32| {
        let corners = vec![at + vec2(0.0, -r * up), at + vec2(r, r * 0.8 * up), at + vec2(-r, r * 0.8 * up)];
        vec![Shape::convex_polygon(corners, colour, Stroke::NONE)]
    };
    match mark {
        Mark::On => Vec::new(),
        Mark::More | Mark::Raised => triangle(1.0),
        Mark::Less | Mark::Lowered => triangle(-1.0),
        Mark::Undecided => vec![Shape::convex_polygon(
            vec![at + vec2(0.0, -r), at + vec2(r, 0.0), at + vec2(0.0, r), at + vec2(-r, 0.0)],
            Color32::TRANSPARENT,
            thin,
        )],
        Mark::Blocked => vec![
            Shape::line_segment([at + vec2(-r, -r), at + vec2(r, r)], thin),
            Shape::line_segment([at + vec2(-r, r), at + vec2(r, -r)], thin),
        ],
        Mark::Added => vec![
            Shape::line_segment([at + vec2(-r, 0.0), at + vec2(r, 0.0)], thin),
            Shape::line_segment([at + vec2(0.0, -r), at + vec2(0.0, r)], thin),
        ],
        Mark::Changed => vec![
            Shape::line_segment([at + vec2(-r, -1.8), at + vec2(r, -1.8)], thin),
            Shape::line_segment([at + vec2(-r, 1.8), at + vec2(r, 1.8)], thin),
        ],
        Mark::CutOff | Mark::Removed => vec![Shape::line_segment([at + vec2(-r, 0.0), at + vec2(r, 0.0)], thin)],
    }
}
