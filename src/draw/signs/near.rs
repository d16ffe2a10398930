//! What is seen from near: gaps where lines cross, and a place on each line to say its grade and its sources.

use super::{
    Area,
    ends::HALO,
    grid::{Grid, Piece, spanned},
    line::{Spot, distance, lerp},
    taken::Taken,
};

/// Size of a pill's text, in px at scale 1.
pub const PILL_TEXT: f32 = 9.5;
/// Height of a pill, in px at scale 1.
pub const PILL_HEIGHT: f32 = 14.0;
/// Free length that a pill leaves to a line's end, where the arrow is.
const END_ROOM: f32 = 22.0;
/// Most pairs of pieces that are looked at, and most crossings that are kept: beyond, nobody could see them.
const MOST: (usize, usize) = (6_000_000, 60_000);
/// Least distance of two crossings of a line that both get a gap.
const CLEAR: f32 = 13.0;
/// Least sine of an angle at which two lines cross rather than touch.
const STEEP: f32 = 0.5;

/// A line of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a, P> {
    /// Its points, in px at scale 1.
    pub points: &'a [P],
    /// How wide it is drawn, in px at scale 1.
    pub width: f32,
    /// How many letters its pill has.
    pub letters: usize,
}

/// Where a line crosses another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing<P> {
    /// Where it is, in px at scale 1.
    pub at: P,
    /// The other line, by number.
    pub other: u32,
    /// The band whose ground lies there, by number.
    pub band: u32,
    /// From there along the line as far as the gap needs, in px at scale 1.
    pub along: (f32, f32),
}

/// A picture's cards and lines by where they lie.
#[derive(Clone, Debug)]
pub struct Near<'a, P> {
    lines: &'a [Line<'a, P>],
    cards: &'a [Area],
    grid: &'a Grid,
}

impl<'a, P: Spot> Near<'a, P> {
    /// Looks at cards and lines by the grid that they were sorted into.
    pub fn new(cards: &'a [Area], lines: &'a [Line<'a, P>], grid: &'a Grid) -> Self {
        Self { lines, cards, grid }
    }

    /// Where each line crosses others, without those where it passes through a bundle: with a gap for each it would not
    /// be seen at all, and without those whose gap would hide an end or a start of a line. `floors` are the lower edges
    /// of the bands, top to bottom, in px at scale 1.
    pub fn crossings(&self, floors: &[f32], ends: &Taken) -> Vec<Vec<Crossing<P>>> {
        let mut found: Vec<Vec<Crossing<P>>> = vec![Vec::new(); self.lines.len()];
        let (mut looked, mut kept) = (0, 0);
        for number in 0..self.grid.count() {
            let pieces = self.grid.pieces_in(number);
            for (i, &a) in pieces.iter().enumerate() {
                for &b in pieces.iter().skip(i + 1).filter(|b| b.0 != a.0) {
                    looked += 1;
                    if looked > MOST.0 || kept > MOST.1 {
                        return uncrowded(found);
                    }
                    let Some((p, q)) = self.piece(a).zip(self.piece(b)) else { continue };
                    // Each crossing belongs to one cell.
                    let Some((at, sine)) = cross(p, q).filter(|(at, _)| self.grid.number(*at) == number) else {
                        continue;
                    };
                    let y = at.xy().1;
                    let band = floors.iter().position(|floor| y < *floor);
                    let band = band.unwrap_or(floors.len().saturating_sub(1)) as u32;
                    for (one, pair, other) in [(a.0, p, b.0), (b.0, q, a.0)] {
                        let reach = ((self.lines[other as usize].width / 2.0 + 2.0) / sine).min(14.0);
                        let long = distance(pair[0], pair[1]).max(1e-3);
                        let ((ax, ay), (bx, by)) = (pair[0].xy(), pair[1].xy());
                        let along = ((bx - ax) / long * reach, (by - ay) / long * reach);
                        let wide = self.lines[one as usize].width + 2.0 * HALO;
                        let gap = Area::around(at.xy(), 2.0 * along.0.abs() + wide, 2.0 * along.1.abs() + wide);
                        if !ends.is_free(&gap) {
                            continue;
                        }
                        found[one as usize].push(Crossing { at, other, band, along });
                        kept += 1;
                    }
                }
            }
        }
        uncrowded(found)
    }

    /// A place for every line's pill in px at scale 1, where there is one: on its longest straight pieces, clear of
    /// cards, other lines, and what is taken: ends, badges, the lanes' names; and of other pills.
    pub fn pills(&self, others: &[&Taken]) -> Vec<Option<Area>> {
        let mut taken = Taken::default();
        let mut pills = Vec::with_capacity(self.lines.len());
        for (i, line) in self.lines.iter().enumerate() {
            let size = (22.0 + 4.0 * line.letters as f32, PILL_HEIGHT);
            let says = line.letters > 0;
            let place = places(line.points, size).filter(|_| says).find(|area| {
                let clear = area.grown(2.0);
                let free = |taken: &&Taken| taken.is_free(&clear);
                free(&&taken) && others.iter().all(free) && self.is_free(&clear, i)
            });
            if let Some(area) = place {
                taken.add(area);
            }
            pills.push(place);
        }
        pills
    }

    /// Whether no card and no line but the one of that number lies there.
    fn is_free(&self, area: &Area, line: usize) -> bool {
        let touched = |piece: Piece| piece.0 as usize != line && self.piece(piece).is_some_and(|p| touches(area, p));
        !self.grid.any_card(area, |card| self.cards[card].meets(area)) && !self.grid.any_piece(area, touched)
    }

    fn piece(&self, (line, piece): Piece) -> Option<[P; 2]> {
        let points = self.lines.get(line as usize)?.points;
        Some([*points.get(piece as usize)?, *points.get(piece as usize + 1)?])
    }
}

/// Crossings without those that lie close to another one with the same line.
fn uncrowded<P: Spot>(mut found: Vec<Vec<Crossing<P>>>) -> Vec<Vec<Crossing<P>>> {
    let sum = |at: P| at.xy().0 + at.xy().1;
    let mut points: Vec<Vec<P>> = found.iter().map(|list| list.iter().map(|crossing| crossing.at).collect()).collect();
    for points in &mut points {
        points.sort_by(|a, b| sum(*a).total_cmp(&sum(*b)));
    }
    // Points that lie near have sums that are near, so only a few are looked at.
    let is_alone = |crossing: &Crossing<P>| {
        let there = &points[crossing.other as usize];
        let here = sum(crossing.at);
        let from = there.partition_point(|at| sum(*at) < here - 2.0 * CLEAR);
        let near = there.iter().skip(from).take_while(|at| sum(**at) <= here + 2.0 * CLEAR);
        near.filter(|at| distance(**at, crossing.at) < CLEAR).count() < 2
    };
    for crossings in &mut found {
        crossings.retain(is_alone);
    }
    found
}

/// Where two pieces cross, and the sine of the angle between them.
fn cross<P: Spot>([a, b]: [P; 2], [c, d]: [P; 2]) -> Option<(P, f32)> {
    let ((ax, ay), (bx, by), (cx, cy), (dx, dy)) = (a.xy(), b.xy(), c.xy(), d.xy());
    let (p, q) = ((bx - ax, by - ay), (dx - cx, dy - cy));
    let turned = p.0 * q.1 - p.1 * q.0;
    // Squares: nearly all pairs end here.
    let (steep, long) = (turned * turned, (p.0 * p.0 + p.1 * p.1) * (q.0 * q.0 + q.1 * q.1));
    if steep < STEEP * STEEP * long || long <= 0.0 {
        return None;
    }
    let away = (cx - ax, cy - ay);
    let t = (away.0 * q.1 - away.1 * q.0) / turned;
    let u = (away.0 * p.1 - away.1 * p.0) / turned;
    let inside = |at: f32| (0.0..1.0).contains(&at);
    (inside(t) && inside(u)).then(|| (lerp(a, b, t), (steep / long).sqrt()))
}

/// Places for a pill on a line, the best first: on its longest pieces, first at their middle.
fn places<P: Spot>(points: &[P], size: (f32, f32)) -> impl Iterator<Item = Area> + use<P> {
    let last = points.len().saturating_sub(2);
    let mut pieces: Vec<(P, P, f32)> = Vec::new();
    for (i, pair) in points.windows(2).enumerate() {
        let long = distance(pair[0], pair[1]);
        let kept = if i == last { (long - END_ROOM).max(0.0) } else { long };
        pieces.push((pair[0], lerp(pair[0], pair[1], kept / long.max(1e-3)), kept));
    }
    let needs = move |a: P, b: P| {
        let across = spanned(a, b);
        if across.w > across.h { size.0 + 8.0 } else { size.1 + 8.0 }
    };
    pieces.retain(|&(a, b, long)| long >= needs(a, b));
    pieces.sort_by(|a, b| b.2.total_cmp(&a.2));
    pieces.truncate(4);
    pieces.into_iter().flat_map(move |(a, b, long)| {
        // The whole pill stays on the piece.
        let margin = needs(a, b) / 2.0 / long;
        [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9].into_iter().map(move |t: f32| {
            let t = t.clamp(margin, (1.0 - margin).max(margin));
            Area::around(lerp(a, b, t).xy(), size.0, size.1)
        })
    })
}

/// Whether a piece of a line passes through a rectangle.
pub fn touches<P: Spot>(area: &Area, piece: [P; 2]) -> bool {
    inside(area, piece).is_some()
}

/// From where to where a piece of a line lies in a rectangle, as shares of its length.
pub(super) fn inside<P: Spot>(area: &Area, [a, b]: [P; 2]) -> Option<(f32, f32)> {
    let ((ax, ay), (bx, by)) = (a.xy(), b.xy());
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (start, step, low, high) in [(ax, bx - ax, area.x, area.right()), (ay, by - ay, area.y, area.bottom())] {
        if step.abs() < 1e-6 {
            if start < low || start > high {
                return None;
            }
            continue;
        }
        let (enter, leave) = ((low - start) / step, (high - start) / step);
        from = from.max(enter.min(leave));
        to = to.min(enter.max(leave));
    }
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_inside_and_at_a_fair_angle_only() {
        let level = [(0.0, 0.0), (10.0, 0.0)];
        assert_eq!(cross(level, [(4.0, -3.0), (4.0, 3.0)]), Some(((4.0, 0.0), 1.0)));
        assert_eq!(cross(level, [(14.0, -3.0), (14.0, 3.0)]), None);
        assert_eq!(cross(level, [(0.0, -0.5), (10.0, 0.5)]), None);
        assert_eq!(cross(level, [(0.0, 1.0), (10.0, 1.0)]), None);
    }

    #[test]
    fn gaps_are_where_lines_cross_alone() {
        let crossing = |other: u32, x: f32| Crossing { at: (x, 0.0), other, band: 0, along: (0.0, 0.0) };
        let line = vec![crossing(1, 0.0), crossing(2, 5.0), crossing(3, 60.0)];
        let others = [0.0, 5.0, 60.0].map(|x| vec![crossing(0, x)]);
        let kept = uncrowded([vec![line], others.to_vec()].concat());
        assert_eq!(kept.iter().map(Vec::len).collect::<Vec<_>>(), [3, 0, 0, 1]);
    }

    #[test]
    fn a_crossing_is_found_once_wherever_it_lies() {
        // The lines cross at the border of cells; a far card makes the cells large.
        let lines = [[(0.0, 96.0), (500.0, 96.0)], [(192.0, 0.0), (192.0, 300.0)]];
        let points = lines.each_ref().map(|points| &points[..]);
        let lines = points.map(|points| Line { points, width: 2.0, letters: 3 });
        let cards = [Area { x: 1e7, y: 1e7, w: 10.0, h: 10.0 }];
        for cards in [&cards[..], &[]] {
            let grid = Grid::new(cards, &points);
            let found = Near::new(cards, &lines, &grid).crossings(&[50.0, 400.0], &Taken::default());
            assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
            assert_eq!((found[0][0].at, found[0][0].band), ((192.0, 96.0), 1));
        }
    }
}
