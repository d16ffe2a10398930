//! Dashed and dotted lines. A level or upright piece takes one rectangle whatever its length: a small texture that
//! repeats has the marks. As triangles, every dot would be copied in every frame.

use egui::{
    Color32, ColorImage, Context, Pos2, Rect, Stroke, TextureHandle, TextureId, TextureOptions, TextureWrapMode, Vec2,
    epaint::Vertex, pos2, vec2,
};

use super::brush::{Brush, length, on_pixel};
use crate::signs;

/// Width and height of the texture, in texels. A row is a period of a pattern: as many texels as the row's number are
/// the mark. The first row is all mark, for all that has no pattern.
const SIDE: usize = 256;
/// Marks from which a piece is painted by the texture.
const MANY: f32 = 3.0;
/// Largest dot that is a square, as a radius in pixels.
const SQUARE: f32 = 2.2;

/// The texture, which is made when it is first asked for.
#[derive(Default)]
pub(crate) struct Patterns(Option<TextureHandle>);

impl Patterns {
    /// The texture's number.
    pub(crate) fn texture(&mut self, ctx: &Context) -> TextureId {
        // Not smoothed: marks have the sharp edges of pixels, like level and upright lines in one piece.
        let options = TextureOptions { wrap_mode: TextureWrapMode::Repeat, ..TextureOptions::NEAREST };
        self.0.get_or_insert_with(|| ctx.load_texture(module_path!(), image(), options)).id()
    }
}

fn image() -> ColorImage {
    let texel = |row: usize, at: usize| if row == 0 || at < row { Color32::WHITE } else { Color32::TRANSPARENT };
    let texels = (0..SIDE).flat_map(|row| (0..SIDE).map(move |at| texel(row, at))).collect();
    ColorImage::new([SIDE, SIDE], texels)
}

impl Brush {
    /// A dashed line that begins and ends with a whole dash.
    pub(super) fn dashes(&mut self, points: &[Pos2], stroke: Stroke, dash: f32, gap: f32) {
        let stretch = fitted(points, dash, gap);
        let (dash, gap) = (dash * stretch, gap * stretch);
        let mut walk = Walk { on: true, left: dash, piece: Vec::new() };
        for pair in points.windows(2) {
            if self.sees(pair, stroke.width) && !self.dashed_at_once(pair, stroke, (dash, gap), &walk) {
                self.dashed_segment(pair, stroke, (dash, gap), &mut walk);
            } else {
                self.run(&std::mem::take(&mut walk.piece), false, stroke);
                walk.skip(length(pair), dash, gap);
            }
        }
        self.run(&walk.piece, false, stroke);
    }

    /// Paints a piece with many dashes by the texture; says whether that could be done.
    fn dashed_at_once(&mut self, pair: &[Pos2], stroke: Stroke, (dash, gap): (f32, f32), walk: &Walk) -> bool {
        let (period, long) = (dash + gap, length(pair));
        if long < MANY * period || stroke.width < self.pixel {
            return false;
        }
        let wide = (stroke.width / self.pixel).round() * self.pixel;
        let done = if walk.on { dash - walk.left } else { period - walk.left };
        let row = (dash / period * SIDE as f32).round();
        self.repeated([pair[0], pair[1]], wide, [done / period, (done + long) / period], row, stroke.color)
    }

    fn dashed_segment(&mut self, pair: &[Pos2], stroke: Stroke, (dash, gap): (f32, f32), walk: &mut Walk) {
        let (from, length) = (pair[0], length(pair));
        if length <= 0.0 {
            return;
        }
        let along = (pair[1] - from) / length;
        let mut at = 0.0;
        while at < length {
            if walk.on && walk.piece.is_empty() {
                walk.piece.push(from + along * at);
            }
            let step = walk.left.min(length - at);
            at += step;
            walk.left -= step;
            if walk.on {
                walk.piece.push(from + along * at);
            }
            if walk.left <= 0.01 {
                self.run(&walk.piece, false, stroke);
                walk.piece.clear();
                walk.on = !walk.on;
                walk.left = if walk.on { dash } else { gap };
            }
        }
    }

    /// A dotted line that begins and ends with a dot; a long one may end a little before its last dot.
    pub(super) fn dots(&mut self, points: &[Pos2], radius: f32, every: f32, colour: Color32) {
        let every = every * fitted(points, 0.0, every);
        let mut next = 0.0;
        for pair in points.windows(2) {
            let length = length(pair);
            let seen = self.sees(pair, 2.0 * radius);
            if seen && let Some(after) = self.dotted_at_once(pair, (next, every), radius, colour) {
                next = after;
            }
            if !seen {
                // At once: a large drawing has thousands of dots out of sight for each that can be seen.
                next += (((length + 0.01 - next) / every).floor() + 1.0).max(0.0) * every;
            }
            while next <= length + 0.01 && length > 0.0 {
                self.dot(pair[0].lerp(pair[1], next / length), radius, colour);
                next += every;
            }
            next -= length;
        }
    }

    /// Paints a piece with many small dots by the texture, if that can be done; gives the place of the next dot.
    fn dotted_at_once(
        &mut self,
        pair: &[Pos2],
        (first, every): (f32, f32),
        radius: f32,
        colour: Color32,
    ) -> Option<f32> {
        let long = length(pair);
        if radius > SQUARE * self.pixel || long - first < MANY * every {
            return None;
        }
        let size = self.square(radius);
        let row = (size / every * SIDE as f32).round();
        // A little nearer or farther, so that a dot is a whole number of texels and all dots get the same pixels.
        let every = size * SIDE as f32 / row;
        let gaps = ((long + 0.01 - first) / every).floor();
        let along = (pair[1] - pair[0]) / long;
        let start = self.snapped(pair[0] + along * first, size) - along * (size / 2.0);
        let end = start + along * (gaps * every + size);
        let periods = [0.0, gaps + size / every];
        self.repeated([start, end], size, periods, row, colour).then_some(first + (gaps + 1.0) * every)
    }

    /// A dot; a small one is a square, which no eye can tell from a disc.
    fn dot(&mut self, at: Pos2, radius: f32, colour: Color32) {
        if !self.clip.expand(radius).contains(at) {
            return;
        }
        if radius > SQUARE * self.pixel {
            self.disc(at, radius, colour);
        } else {
            let size = self.square(radius);
            self.hard(Rect::from_center_size(self.snapped(at, size), Vec2::splat(size)), colour);
        }
    }

    /// Side of the square that is painted for a small dot, in px: whole pixels.
    fn square(&self, radius: f32) -> f32 {
        (1.8 * radius / self.pixel).round().max(1.0) * self.pixel
    }

    /// The middle of a square on whole pixels: then it needs no soft edge, and all dots look alike.
    fn snapped(&self, at: Pos2, size: f32) -> Pos2 {
        pos2(on_pixel(at.x, size, self.pixel), on_pixel(at.y, size, self.pixel))
    }

    /// A level or upright line with a row of the texture along it, which has gone through so many periods at its ends.
    /// Says whether it is level or upright and there is a texture.
    fn repeated(&mut self, [from, to]: [Pos2; 2], wide: f32, periods: [f32; 2], row: f32, colour: Color32) -> bool {
        let across = if from.y == to.y {
            vec2(0.0, wide / 2.0)
        } else if from.x == to.x {
            vec2(wide / 2.0, 0.0)
        } else {
            return false;
        };
        if self.patterns.is_none() || row < 1.0 {
            return false;
        }
        self.patterned = true;
        let start = self.mesh.vertices.len() as u32;
        for (at, u) in [(from, periods[0]), (to, periods[1])] {
            let uv = pos2(u, (row + 0.5) / SIDE as f32);
            self.mesh.vertices.extend([at + across, at - across].map(|pos| Vertex { pos, uv, color: colour }));
        }
        self.quad(start, start + 1, start + 2, start + 3);
        true
    }
}

/// Where a dashed line stands.
struct Walk {
    on: bool,
    /// How much of the dash or the gap is left.
    left: f32,
    piece: Vec<Pos2>,
}

impl Walk {
    /// Goes on by `length` without drawing.
    fn skip(&mut self, length: f32, dash: f32, gap: f32) {
        let done = if self.on { dash - self.left } else { dash + gap - self.left };
        let at = (done + length).rem_euclid((dash + gap).max(0.01));
        self.on = at < dash;
        self.left = if self.on { dash - at } else { dash + gap - at };
    }
}

/// By how much a pattern is stretched so that a line begins and ends with its mark.
fn fitted(points: &[Pos2], mark: f32, gap: f32) -> f32 {
    signs::fitted(points.windows(2).map(length).sum(), mark, gap)
}

#[cfg(test)]
mod tests {
    use egui::{Mesh, Shape};

    use super::*;

    const RED: Color32 = Color32::RED;

    /// What a brush with the texture, or without it, paints along points.
    fn painted(textured: bool, paint: impl Fn(&mut Brush)) -> Mesh {
        let mut brush = Brush::unclipped(1.0);
        brush.patterns = textured.then_some(TextureId::User(7));
        paint(&mut brush);
        let Some(Shape::Mesh(mesh)) = brush.finish() else { panic!("nothing was painted") };
        (*mesh).clone()
    }

    /// Which of the pixels right of 0 at this height are painted, as the screen would sample the rectangles of a mesh.
    fn row_of_pixels(mesh: &Mesh, y: f32) -> Vec<bool> {
        let texture = image();
        let quads: Vec<&[Vertex]> = mesh.vertices.chunks(4).collect();
        let covers = |quad: &&[Vertex], x: f32| {
            let rect = Rect::from_points(&[quad[0].pos, quad[1].pos, quad[2].pos, quad[3].pos]);
            let (first, last) = (quad[0], quad[quad.len() - 1]);
            let share = if first.uv == last.uv { 0.0 } else { (x - first.pos.x) / (last.pos.x - first.pos.x) };
            let (u, v) = (first.uv.x + share * (last.uv.x - first.uv.x), first.uv.y);
            let texel = [u.rem_euclid(1.0) * SIDE as f32, v * SIDE as f32].map(|at| at as usize);
            rect.contains(pos2(x, y)) && texture[(texel[0], texel[1])] == Color32::WHITE
        };
        (0..420).map(|x| quads.iter().any(|quad| covers(quad, x as f32 + 0.5))).collect()
    }

    /// Lengths of the stretches of painted pixels.
    fn marks(pixels: &[bool]) -> Vec<usize> {
        pixels.chunk_by(|a, b| a == b).filter(|run| run[0]).map(<[bool]>::len).collect()
    }

    #[test]
    fn a_level_dashed_line_looks_the_same_by_the_texture() {
        let line = [pos2(10.0, 20.5), pos2(400.0, 20.5)];
        let paint = |brush: &mut Brush| brush.dashes(&line, Stroke::new(1.8, RED), 7.2, 4.05);
        let (one, many) = (painted(true, paint), painted(false, paint));
        assert!(one.vertices.len() == 4 && many.vertices.len() > 100, "{} {}", one.vertices.len(), many.vertices.len());
        assert_eq!((one.texture_id, many.texture_id), (TextureId::User(7), TextureId::default()));
        let (a, b) = (row_of_pixels(&one, 20.2), row_of_pixels(&many, 20.2));
        let differ = a.iter().zip(&b).filter(|(a, b)| a != b).count();
        assert!(differ <= 2 && marks(&a).len() == marks(&b).len(), "{differ} pixels differ");
    }

    #[test]
    fn a_dashed_line_goes_on_after_a_corner_where_it_was() {
        let corner = [pos2(10.0, 20.5), pos2(215.0, 20.5), pos2(215.0, 300.0)];
        let paint = |brush: &mut Brush| brush.dashes(&corner, Stroke::new(1.8, RED), 7.2, 4.05);
        let mesh = painted(true, paint);
        let [along, down] = [&mesh.vertices[..4], &mesh.vertices[mesh.vertices.len() - 4..]];
        let apart = (along[2].uv.x - down[0].uv.x).rem_euclid(1.0);
        assert!(apart.min(1.0 - apart) < 1e-3, "{apart}");
    }

    #[test]
    fn all_dots_of_a_line_have_the_same_pixels() {
        for (length, every) in [(390.0, 4.68), (377.3, 5.2), (151.0, 3.9)] {
            let line = [pos2(10.0, 20.0), pos2(10.0 + length, 20.0)];
            let paint = |brush: &mut Brush| brush.dots(&line, 1.215, every, RED);
            let (one, many) = (painted(true, paint), painted(false, paint));
            assert_eq!(one.vertices.len(), 4);
            let (a, b) = (marks(&row_of_pixels(&one, 19.5)), marks(&row_of_pixels(&many, 19.5)));
            assert!(a.iter().chain(&b).all(|&dot| dot == 2), "{a:?} {b:?}");
            assert!(a.len().abs_diff(b.len()) <= 1, "{} and {} dots", a.len(), b.len());
        }
    }

    #[test]
    fn dots_in_sight_lie_where_they_would_if_all_could_be_seen() {
        // Far out of sight, through it, and far out of it again, slanted so that each dot is one of its own.
        let line = [pos2(-90_000.0, -400.0), pos2(-30.0, -10.0), pos2(140.0, 60.0), pos2(90_000.0, 800.0)];
        let dots = |clip: Rect| {
            let mut brush = Brush::new(1.0, clip);
            brush.dots(&line, 1.2, 5.0, RED);
            let Some(Shape::Mesh(mesh)) = brush.finish() else { panic!("nothing was painted") };
            mesh.vertices.chunks(4).map(|dot| dot[0].pos).collect::<Vec<_>>()
        };
        let sight = Rect::from_min_size(Pos2::ZERO, Vec2::splat(100.0));
        let (seen, all) = (dots(sight), dots(Rect::from_min_max(pos2(-1e6, -1e6), pos2(1e6, 1e6))));
        assert!((15..30).contains(&seen.len()) && all.len() > 30_000, "{} of {}", seen.len(), all.len());
        // Within what so many sums lose of their last digits.
        let near = |dot: &Pos2| all.iter().any(|other| other.distance(*dot) < 5.0);
        assert!(seen.iter().all(near) && seen.windows(2).all(|pair| (pair[0].distance(pair[1]) - 5.0).abs() < 2.0));
    }

    #[test]
    fn curves_short_pieces_and_large_dots_need_no_texture() {
        let slanted = [pos2(0.0, 0.0), pos2(200.0, 150.0)];
        let short = [pos2(0.0, 0.0), pos2(15.0, 0.0)];
        for points in [&slanted[..], &short[..]] {
            let dashed = painted(true, |brush| brush.dashes(points, Stroke::new(2.0, RED), 8.0, 4.0));
            let dotted = painted(true, |brush| brush.dots(points, 1.2, 8.0, RED));
            assert_eq!([dashed.texture_id, dotted.texture_id], [TextureId::default(); 2]);
        }
        let large = painted(true, |brush| brush.dots(&[pos2(0.0, 0.0), pos2(200.0, 0.0)], 3.0, 8.0, RED));
        assert_eq!(large.texture_id, TextureId::default());
    }
}
