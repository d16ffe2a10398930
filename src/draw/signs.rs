//! The signs of a drawing as plain geometry: ends and lines of links, marks of kinds. The window and the exports paint
//! the same signs, each in its own way.

mod area;
pub mod cut;
pub mod ends;
pub mod fixed;
pub mod grid;
pub mod line;
pub mod links;
pub mod names;
pub mod near;
pub mod places;
mod spot;
pub mod taken;

pub use area::{Area, Point};
pub use ends::{BAR, DIAMOND, DOT, OUTLINE, RING, arrow, covered, covered_by, gap, in_a_row, width};

use crate::model::{Grade, Kind};

/// How a link's line is drawn, in px at scale 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pattern {
    /// In one piece.
    Solid,
    /// In dashes of one length, with gaps of another.
    Dashes(f32, f32),
    /// In dots of a radius, at a distance from middle to middle.
    Dots(f32, f32),
}

/// The pattern of a grade: heavy solid A, solid B, dashed C, dotted D, a hairline X.
pub fn pattern(grade: Grade) -> Pattern {
    match grade {
        Grade::A | Grade::B | Grade::X => Pattern::Solid,
        Grade::C => Pattern::Dashes(8.0, 4.5),
        Grade::D => Pattern::Dots(1.35, 5.2),
    }
}

/// By how much a pattern of marks and gaps, which begins with a mark, is stretched for a line of a length. All in px,
/// or all in another unit; a `mark` of 0 is a dot.
///
/// Marks and gaps are stretched alike, so that as many of both as come nearest to their own size fill the line and one
/// gap more. Dots end with the line. The last dash ends `gap * (1 - stretch)` behind the line's end (before it, where
/// that is negative), so that it is cut, or followed, by at most a quarter of a gap; where a line is so short that it
/// has one dash alone, by at most a gap.
pub fn fitted(length: f32, mark: f32, gap: f32) -> f32 {
    let times = ((length + gap) / (mark + gap)).round().max(1.0);
    let fitting =
        if mark > 0.0 { (length + gap) / (times * (mark + gap)) } else { length / ((times - 1.0).max(1.0) * gap) };
    fitting.max(0.1)
}

/// A part of a kind's mark, about 1 px in radius around its middle.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A filled convex shape.
    Filled(Vec<Point>),
    /// A line.
    Line(Vec<Point>),
    /// A filled disc: middle and radius.
    Disc(Point, f32),
    /// A circle: radius.
    Circle(f32),
    /// A filled rectangle: half its width and height, and the radius of its corners.
    Box(Point, f32),
    /// The outline of a square: half its side, and the radius of its corners.
    Frame(f32, f32),
}

/// Width of the lines in a kind's mark, as a share of its radius.
pub const MARK_LINE: f32 = 0.36;

/// The mark of a kind: shapes tell kinds of one colour apart.
pub fn mark(kind: Kind) -> Vec<Part> {
    let filled = |sides: usize, turn: f32| vec![Part::Filled(polygon(sides, turn))];
    let outlined = |sides: usize, turn: f32| {
        let mut corners = polygon(sides, turn);
        corners.extend(corners.first().copied());
        vec![Part::Line(corners)]
    };
    match kind {
        // A warning triangle, a shield's point, a pill.
        Kind::Stressor => filled(3, -0.25),
        Kind::Protective => filled(3, 0.25),
        Kind::Treatment => vec![Part::Box((1.05, 0.6), 0.6)],
        // Whole body: a ring; a system: a ring with a core.
        Kind::BodyState => vec![Part::Circle(0.82)],
        Kind::System => vec![Part::Circle(0.82), Part::Disc((0.0, 0.0), 0.34)],
        Kind::Tissue => vec![Part::Box((0.8, 0.8), 0.2)],
        Kind::Process => filled(4, 0.0),
        Kind::Cell => vec![Part::Disc((0.0, 0.0), 0.92)],
        Kind::Molecule => filled(6, 0.0),
        Kind::Marker => outlined(6, 0.0),
        Kind::Region => vec![Part::Frame(0.74, 0.2)],
        Kind::Circuit => vec![
            Part::Line(vec![(-0.62, 0.0), (0.62, 0.0)]),
            Part::Disc((-0.66, 0.0), 0.42),
            Part::Disc((0.66, 0.0), 0.42),
        ],
        Kind::Symptom => filled(5, -0.25),
        // A four-pointed star, as two crossed diamonds.
        Kind::Outcome => vec![diamond(1.1, 0.462), diamond(0.462, 1.1)],
        Kind::ModelOutcome => outlined(5, -0.25),
        Kind::Other => vec![Part::Line(vec![(-0.7, 0.0), (0.7, 0.0)])],
    }
}

/// Corners of a regular polygon; `turn` is the angle of the first, in turns.
fn polygon(sides: usize, turn: f32) -> Vec<Point> {
    let corner = |i: usize| {
        let (sin, cos) = ((i as f32 / sides as f32 + turn) * std::f32::consts::TAU).sin_cos();
        (cos, sin)
    };
    (0..sides).map(corner).collect()
}

fn diamond(x: f32, y: f32) -> Part {
    Part::Filled(vec![(-x, 0.0), (0.0, -y), (x, 0.0), (0.0, y)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_mark_of_its_own() {
        let mut seen: Vec<String> = Kind::ALL.iter().map(|&kind| format!("{:?}", mark(kind))).collect();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), Kind::ALL.len());
    }

    #[test]
    fn dashes_fill_a_line_and_a_gap() {
        let (dash, gap) = (8.0, 4.5);
        for length in (1..4_000).map(|tenths| tenths as f32 / 10.0) {
            let stretch = fitted(length, dash, gap);
            let periods = ((length + gap) / (stretch * (dash + gap))).round();
            assert!((periods * stretch * (dash + gap) - length - gap).abs() < 1e-3, "{length}");
            // No other number of dashes leaves them nearer to their own size.
            assert!((1.0 - stretch).abs() * periods <= 0.5 + 1e-4 || periods == 1.0 && stretch < 1.0, "{length}");
            let last_ends = periods * stretch * (dash + gap) - stretch * gap;
            let most = if periods > 1.0 { gap / 4.0 } else { gap };
            assert!((last_ends - length).abs() <= most + 1e-3, "{length}: {last_ends}");
        }
    }

    #[test]
    fn dots_begin_and_end_a_line() {
        let every = 5.2;
        for length in (6..4_000).map(|tenths| tenths as f32 / 10.0) {
            let apart = every * fitted(length, 0.0, every);
            let steps = (length / apart).round();
            assert!(steps >= 1.0 && (steps * apart - length).abs() < 1e-3, "{length}: {apart}");
            assert!((apart - every).abs() * steps <= every / 2.0 + 1e-3 || steps == 1.0, "{length}: {apart}");
        }
    }
}
