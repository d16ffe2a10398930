//! Small marks: a shape for every kind of node, and the badges on links.

use egui::{Color32, FontId, Pos2, Rect, Shape, Stroke, vec2};

use super::brush::Brush;
use crate::{
    model::Kind,
    session::Mark,
    signs::{self, Part},
};

/// Paints the mark of a kind, about `r` px in radius around `at`.
pub(crate) fn kind(brush: &mut Brush, kind: Kind, at: Pos2, r: f32, colour: Color32) {
    let width = (r * signs::MARK_LINE).max(1.0);
    let outline = Stroke::new(width, colour);
    let place = |(x, y): signs::Point| at + r * vec2(x, y);
    let around = |(x, y): signs::Point| Rect::from_center_size(at, 2.0 * r * vec2(x, y));
    let places = |points: Vec<signs::Point>| points.into_iter().map(place).collect::<Vec<_>>();
    for part in signs::mark(kind) {
        match part {
            Part::Filled(corners) => brush.polygon(&places(corners), colour),
            Part::Line(points) => brush.line(&places(points), outline),
            Part::Disc(middle, radius) => brush.disc(place(middle), r * radius, colour),
            Part::Circle(radius) => brush.circle(at, r * radius, outline),
            Part::Box(half, round) => brush.rounded(around(half), r * round, colour, Stroke::NONE),
            Part::Frame(half, round) => {
                // The brush has borders inside the edge, this one lies on it.
                let edge = around((half, half)).expand(width / 2.0);
                brush.rounded(edge, r * round + width / 2.0, Color32::TRANSPARENT, outline);
            }
        }
    }
}

/// Size of a badge's sign, in radii.
const SIGN: f32 = 1.45;

/// The radius of a badge whose sign is so large.
pub(super) fn radius_for(text: f32) -> f32 {
    text / SIGN
}

/// A badge on a link: a disc with a sign in it.
pub(crate) fn badge(ctx: &egui::Context, at: Pos2, sign: &str, r: f32, colour: Color32, ground: Color32) -> Vec<Shape> {
    let font = FontId::new(r * SIGN, egui::FontFamily::Name(crate::text::BOLD.into()));
    let galley = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(sign.to_owned(), font, colour));
    let corner = at - galley.size() / 2.0;
    vec![
        Shape::circle_filled(at, r, ground),
        Shape::circle_stroke(at, r, Stroke::new((r * 0.16).max(1.0), colour)),
        Shape::galley(corner, galley, colour),
    ]
}

/// What is said of a node, as a shape: up, down, a diamond, a bar; a ring for what is asked about, an arrow to a bar for what
/// leads there, from one for what follows, both ways for both.
pub(super) fn outcome(mark: Mark, at: Pos2, colour: Color32) -> Vec<Shape> {
    let r = 4.0;
    let thin = Stroke::new(1.5, colour);
    let triangle = |up: f32| {
        let corners = vec![at + vec2(0.0, -r * up), at + vec2(r, r * 0.8 * up), at + vec2(-r, r * 0.8 * up)];
        vec![Shape::convex_polygon(corners, colour, Stroke::NONE)]
    };
    // A level arrow, with heads at its right, its left, or both.
    let arrow = |left: bool, right: bool| {
        let mut shapes = vec![Shape::line_segment([at - vec2(r, 0.0), at + vec2(r, 0.0)], thin)];
        for (there, way) in [(left, -1.0), (right, 1.0)] {
            let tip = at + vec2(r * way, 0.0);
            let back = |up: f32| tip + vec2(-3.0 * way, 3.0 * up);
            shapes.extend(there.then(|| Shape::line(vec![back(1.0), tip, back(-1.0)], thin)));
        }
        shapes
    };
    let bar = |x: f32| Shape::line_segment([at + vec2(x, -r), at + vec2(x, r)], thin);
    match mark {
        Mark::Asked => vec![Shape::circle_stroke(at, r - 0.5, thin), Shape::circle_filled(at, 1.5, colour)],
        Mark::Cause => [arrow(false, true), vec![bar(r + 1.0)]].concat(),
        Mark::Effect => [arrow(false, true), vec![bar(-r - 1.0)]].concat(),
        Mark::CauseAndEffect => arrow(true, true),
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
            Shape::line_segment([at + vec2(-r, -1.2), at + vec2(r, -1.2)], thin),
            Shape::line_segment([at + vec2(0.0, -r - 1.2), at + vec2(0.0, r - 1.2)], thin),
            Shape::line_segment([at + vec2(-r, r + 0.8), at + vec2(r, r + 0.8)], thin),
        ],
        Mark::CutOff | Mark::Removed => vec![Shape::line_segment([at + vec2(-r, 0.0), at + vec2(r, 0.0)], thin)],
    }
}
