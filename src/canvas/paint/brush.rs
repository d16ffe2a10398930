//! A brush that paints straight into one mesh: soft-edged lines, dots and boxes, several times cheaper than shapes,
//! and only where they can be seen.

use std::f32::consts::FRAC_1_SQRT_2;

use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, TextureId, Vec2, pos2, vec2};

/// Sharpest corner that is drawn to a point: beyond, a line would shoot out past its corner.
const SHARPEST: f32 = 2.5;
/// Directions of a rounded corner, from 0 to 90 degrees, and the radius in pixels up to which these look round.
const ROUND: [(f32, &[Vec2]); 3] = [
    (5.0, &[vec2(1.0, 0.0), vec2(FRAC_1_SQRT_2, FRAC_1_SQRT_2), vec2(0.0, 1.0)]),
    (9.0, &[vec2(1.0, 0.0), vec2(0.866_025, 0.5), vec2(0.5, 0.866_025), vec2(0.0, 1.0)]),
    (
        f32::INFINITY,
        &[
            vec2(1.0, 0.0),
            vec2(0.923_88, 0.382_683),
            vec2(FRAC_1_SQRT_2, FRAC_1_SQRT_2),
            vec2(0.382_683, 0.923_88),
            vec2(0.0, 1.0),
        ],
    ),
];

/// A mesh in the making.
pub(crate) struct Brush {
    pub(super) mesh: Mesh,
    /// Width of the soft edge: a pixel of the screen.
    pub(super) pixel: f32,
    /// What lies wholly outside is left out.
    pub(super) clip: Rect,
    /// The texture with patterns, if they may be painted by it, and whether any was.
    pub(crate) patterns: Option<TextureId>,
    pub(super) patterned: bool,
}

impl Brush {
    /// A brush for a screen whose pixels are so large; what lies outside `clip` is not painted.
    pub(crate) fn new(pixel: f32, clip: Rect) -> Self {
        Self { mesh: Mesh::default(), pixel, clip, patterns: None, patterned: false }
    }

    /// A brush for small drawings that are seen whole.
    pub(crate) fn unclipped(pixel: f32) -> Self {
        Self::new(pixel, Rect::EVERYTHING)
    }

    /// Makes room, so that a large mesh is not moved about while it grows.
    pub(crate) fn reserve(&mut self, vertices: usize) {
        self.mesh.vertices.reserve(vertices);
        self.mesh.indices.reserve(2 * vertices);
    }

    /// How many vertices were painted.
    pub(crate) fn vertices(&self) -> usize {
        self.mesh.vertices.len()
    }

    /// What was painted, unless it is nothing.
    pub(crate) fn finish(mut self) -> Option<Shape> {
        if let Some(patterns) = self.patterns.filter(|_| self.patterned) {
            self.mesh.texture_id = patterns;
        }
        (!self.mesh.is_empty()).then(|| Shape::mesh(self.mesh))
    }

    /// A line along points.
    pub(crate) fn line(&mut self, points: &[Pos2], stroke: Stroke) {
        let mut start = None;
        for (i, pair) in points.windows(2).enumerate() {
            match (self.sees(pair, stroke.width), start) {
                (true, None) => start = Some(i),
                (false, Some(from)) => {
                    self.run(points.get(from..=i).unwrap_or_default(), false, stroke);
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            self.run(points.get(from..).unwrap_or_default(), false, stroke);
        }
    }

    /// A line around points.
    pub(super) fn outline(&mut self, corners: &[Pos2], stroke: Stroke) {
        self.run(corners, true, stroke);
    }

    /// A rectangle without soft edges.
    pub(super) fn hard(&mut self, rect: Rect, colour: Color32) {
        self.mesh.add_colored_rect(rect, colour);
    }

    /// A level or upright piece on whole pixels, which needs no soft edges; gives back whether it is one.
    fn straight(&mut self, points: &[Pos2], stroke: Stroke) -> bool {
        let &[a, b] = points else { return false };
        let (level, upright) = (a.y == b.y, a.x == b.x);
        if !(level || upright) || stroke.width < self.pixel {
            return false;
        }
        let half = whole(stroke.width, self.pixel) / 2.0;
        self.hard(
            Rect::from_two_pos(a, b).expand2(if level { vec2(0.0, half) } else { vec2(half, 0.0) }),
            stroke.color,
        );
        true
    }

    /// A filled disc.
    pub(super) fn disc(&mut self, at: Pos2, radius: f32, colour: Color32) {
        self.polygon(&around(at, radius, self.pixel), colour);
    }

    /// A circle.
    pub(super) fn circle(&mut self, at: Pos2, radius: f32, stroke: Stroke) {
        self.run(&around(at, radius, self.pixel), true, stroke);
    }

    /// A filled convex polygon.
    pub(super) fn polygon(&mut self, corners: &[Pos2], colour: Color32) {
        let Some(&first) = corners.first() else { return };
        let turn: f32 = corners.windows(2).map(|pair| cross(pair[0] - first, pair[1] - first)).sum();
        let outward = 0.5 * self.pixel.copysign(turn);
        let start = self.mesh.vertices.len() as u32;
        for (corner, normal) in with_normals(corners, true) {
            self.mesh.colored_vertex(corner - normal * outward, colour);
            self.mesh.colored_vertex(corner + normal * outward, Color32::TRANSPARENT);
        }
        let count = corners.len() as u32;
        for i in 0..count {
            let (here, next) = (start + 2 * i, start + 2 * ((i + 1) % count));
            self.quad(here, here + 1, next, next + 1);
            if (2..count).contains(&i) {
                self.mesh.add_triangle(start, here - 2, here);
            }
        }
    }

    /// A rectangle with rounded corners and a border inside its edge.
    pub(crate) fn rounded(&mut self, rect: Rect, radius: f32, fill: Color32, border: Stroke) {
        let soft = self.pixel / 2.0;
        let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
        let (width, colour) = (border.width, border.color);
        let plain = width <= 0.0 || colour == fill;
        if plain {
            self.rings(rect, radius, &[(-soft, Color32::TRANSPARENT), (soft, fill)]);
        } else if width <= self.pixel {
            self.rings(rect, radius, &[(-soft, Color32::TRANSPARENT), (soft, colour), (width + soft, fill)]);
        } else {
            let rings = [(-soft, Color32::TRANSPARENT), (soft, colour), (width - soft, colour), (width + soft, fill)];
            self.rings(rect, radius, &rings);
        }
    }

    /// Rings inside one another, each so far inside the edge; the last one is filled.
    fn rings(&mut self, rect: Rect, radius: f32, rings: &[(f32, Color32)]) {
        let start = self.mesh.vertices.len() as u32;
        let inner = rect.shrink(radius);
        let round = ROUND.iter().find(|(most, _)| radius <= most * self.pixel).map_or(ROUND[0].1, |round| round.1);
        let count = 4 * round.len() as u32;
        for &(inset, colour) in rings {
            let r = radius - inset;
            for (corner, [right, down]) in [
                (inner.max, [1.0, 1.0]),
                (inner.left_bottom(), [-1.0, 1.0]),
                (inner.min, [-1.0, -1.0]),
                (inner.right_top(), [1.0, -1.0]),
            ] {
                for &along in round {
                    // Every second corner is walked the other way, so that the ring goes round.
                    let along = if right == down { along } else { vec2(along.y, along.x) };
                    self.mesh.colored_vertex(corner + vec2(along.x * right, along.y * down) * r, colour);
                }
            }
        }
        for ring in 1..rings.len() as u32 {
            for i in 0..count {
                let (outer, next) = (start + (ring - 1) * count + i, start + (ring - 1) * count + (i + 1) % count);
                self.quad(outer, outer + count, next, next + count);
            }
        }
        let last = start + (rings.len() as u32 - 1) * count;
        for i in 2..count {
            self.mesh.add_triangle(last, last + i - 1, last + i);
        }
    }

    /// A rectangle with hard edges.
    pub(crate) fn rect(&mut self, rect: Rect, colour: Color32) {
        if rect.intersects(self.clip) {
            self.mesh.add_colored_rect(rect, colour);
        }
    }

    /// A line whose every piece is in sight.
    pub(super) fn run(&mut self, points: &[Pos2], closed: bool, stroke: Stroke) {
        if points.len() < 2 || stroke.width <= 0.0 || self.straight(points, stroke) {
            return;
        }
        let (soft, half) = (self.pixel / 2.0, stroke.width / 2.0);
        let clear = Color32::TRANSPARENT;
        if half > soft {
            let colour = stroke.color;
            let across = [(half + soft, clear), (half - soft, colour), (soft - half, colour), (-half - soft, clear)];
            self.ribbon(points, closed, &across);
        } else {
            // Thinner than a pixel: as wide as one, and fainter.
            let colour = stroke.color.gamma_multiply(half / soft);
            self.ribbon(points, closed, &[(self.pixel, clear), (0.0, colour), (-self.pixel, clear)]);
        }
    }

    /// A band along points: at every point a row of vertices across it.
    fn ribbon(&mut self, points: &[Pos2], closed: bool, across: &[(f32, Color32)]) {
        let start = self.mesh.vertices.len() as u32;
        let row = across.len() as u32;
        for (point, normal) in with_normals(points, closed) {
            for &(offset, colour) in across {
                self.mesh.colored_vertex(point + normal * offset, colour);
            }
        }
        let count = points.len() as u32;
        let pieces = if closed { count } else { count - 1 };
        for i in 0..pieces {
            let (here, next) = (start + i * row, start + (i + 1) % count * row);
            for k in 0..row - 1 {
                self.quad(here + k, here + k + 1, next + k, next + k + 1);
            }
        }
    }

    /// Two triangles between two edges.
    pub(super) fn quad(&mut self, a: u32, b: u32, c: u32, d: u32) {
        self.mesh.add_triangle(a, b, c);
        self.mesh.add_triangle(c, b, d);
    }

    pub(super) fn sees(&self, pair: &[Pos2], width: f32) -> bool {
        Rect::from_two_pos(pair[0], pair[1]).expand(width).intersects(self.clip)
    }
}

/// Points with the direction across the line there, longer at corners so that the line keeps its width.
fn with_normals(points: &[Pos2], closed: bool) -> impl Iterator<Item = (Pos2, Vec2)> {
    let across = |from: Option<&Pos2>, to: Option<&Pos2>| from.zip(to).map(|(from, to)| unit(*to - *from).rot90());
    let mut before = if closed { across(points.last(), points.first()) } else { None };
    points.iter().enumerate().map(move |(i, point)| {
        let next = points.get(i + 1).or(points.first().filter(|_| closed));
        let after = across(Some(point), next);
        let normal = match (before, after) {
            (Some(before), Some(after)) => joined(before, after),
            (one, other) => one.or(other).unwrap_or_default(),
        };
        before = after.or(before);
        (*point, normal)
    })
}

/// The direction alone. Not `Vec2::normalized`: that guards against lengths that no screen has, at four times the time.
fn unit(way: Vec2) -> Vec2 {
    let long = way.length_sq();
    if long > 0.0 { way / long.sqrt() } else { Vec2::ZERO }
}

/// How far it is between two points.
pub(super) fn length(pair: &[Pos2]) -> f32 {
    (pair[1] - pair[0]).length_sq().sqrt()
}

fn joined(a: Vec2, b: Vec2) -> Vec2 {
    let sum = a + b;
    let long = sum.length_sq();
    if long < 1e-3 { a } else { (sum * (2.0 / long)).clamp(Vec2::splat(-SHARPEST), Vec2::splat(SHARPEST)) }
}

/// Points of a circle, as many as its size needs.
fn around(at: Pos2, radius: f32, pixel: f32) -> Vec<Pos2> {
    let count = (6.0 + 3.0 * (radius / pixel).max(0.0).sqrt()) as usize;
    (0..count).map(|i| at + radius * Vec2::angled(i as f32 / count as f32 * std::f32::consts::TAU)).collect()
}

fn cross(a: Vec2, b: Vec2) -> f32 {
    a.x * b.y - a.y * b.x
}

/// A width in whole pixels, at least one: what is left over would only be fainter.
pub(crate) fn whole(width: f32, pixel: f32) -> f32 {
    (width / pixel).round().max(1.0) * pixel
}

/// The pixel that a point lies in or on: for a line of odd width its middle, for one of even width its corner.
pub(super) fn on_pixel(at: f32, width: f32, pixel: f32) -> f32 {
    let odd = (whole(width, pixel) / pixel).round() as i32 % 2 == 1;
    if odd { ((at / pixel).floor() + 0.5) * pixel } else { (at / pixel).round() * pixel }
}

/// Level and upright pieces of a line moved onto whole pixels, so that they are sharp.
pub(crate) fn sharpened(points: &mut [Pos2], width: f32, pixel: f32) {
    for i in 1..points.len() {
        let (a, b) = (points[i - 1], points[i]);
        if (a.y - b.y).abs() < 0.02 && (a.x - b.x).abs() > 2.0 * pixel {
            let y = on_pixel(a.y, width, pixel);
            (points[i - 1].y, points[i].y) = (y, y);
        } else if (a.x - b.x).abs() < 0.02 && (a.y - b.y).abs() > 2.0 * pixel {
            let x = on_pixel(a.x, width, pixel);
            (points[i - 1].x, points[i].x) = (x, x);
        }
    }
}

/// A rectangle moved onto whole pixels.
pub(crate) fn pixel_rect(rect: Rect, pixel: f32) -> Rect {
    let whole = |at: Pos2| pos2((at.x / pixel).round() * pixel, (at.y / pixel).round() * pixel);
    Rect::from_min_max(whole(rect.min), whole(rect.max))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: Color32 = Color32::RED;

    /// The corners of what a brush paints that sees the 100 px right of and below 0.
    fn painted(paint: impl Fn(&mut Brush)) -> Vec<Pos2> {
        let mut brush = Brush::new(1.0, Rect::from_min_size(Pos2::ZERO, Vec2::splat(100.0)));
        paint(&mut brush);
        assert_eq!(brush.vertices(), brush.mesh.vertices.len());
        match brush.finish() {
            Some(Shape::Mesh(mesh)) => mesh.vertices.iter().map(|vertex| vertex.pos).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn only_pieces_that_can_be_seen_are_painted() {
        let stroke = Stroke::new(2.0, RED);
        let far = [pos2(200.0, 0.0), pos2(300.0, 40.0)];
        assert_eq!(painted(|brush| brush.line(&far, stroke)), []);
        // Out of sight, through it, and out of it again.
        let through = [pos2(-50.0, 500.0), pos2(-50.0, 20.0), pos2(150.0, 60.0), pos2(150.0, 900.0)];
        let corners = painted(|brush| brush.line(&through, stroke));
        assert_eq!(corners, painted(|brush| brush.line(&through[1..3], stroke)));
        assert!(!corners.is_empty());
        let rect = Rect::from_min_size(pos2(120.0, 0.0), Vec2::splat(5.0));
        assert_eq!(painted(|brush| brush.rect(rect, RED)), []);
    }

    #[test]
    fn level_and_upright_lines_are_sharp() {
        for (width, points) in [(1.0, [(10.3, 20.4), (50.0, 20.41)]), (2.0, [(20.4, 10.3), (20.41, 50.0)])] {
            let mut points = points.map(|(x, y)| pos2(x, y));
            sharpened(&mut points, width, 1.0);
            let corners = painted(|brush| brush.line(&points, Stroke::new(width, RED)));
            assert_eq!(corners.len(), 4, "one rectangle");
            let across = |at: &Pos2| if points[0].y == points[1].y { at.y } else { at.x };
            assert!(corners.iter().all(|corner| across(corner).fract() == 0.0), "{corners:?}");
        }
        let mut slanted = [pos2(0.3, 0.4), pos2(10.0, 7.7)];
        sharpened(&mut slanted, 1.0, 1.0);
        assert_eq!(slanted, [pos2(0.3, 0.4), pos2(10.0, 7.7)]);
    }

    #[test]
    fn a_line_has_its_width_also_at_a_corner() {
        let corner = [pos2(10.0, 10.0), pos2(50.0, 10.0), pos2(50.0, 50.0)];
        let bounds = |points: &[Pos2]| Rect::from_points(&painted(|brush| brush.line(points, Stroke::new(4.0, RED))));
        // Half its width and half a soft pixel beyond its middle on every side.
        assert_eq!(bounds(&corner), Rect::from_min_max(pos2(10.0, 7.5), pos2(52.5, 50.0)));
    }
}
