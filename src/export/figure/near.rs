//! What the window shows from near: gaps where links cross, and a place on each link to say its grade. The same rules
//! as the window's; a test there compares the two.

use std::collections::BTreeMap;

use super::diagram::Wire;
use crate::{
    export::{
        page::{Area, Point},
        pen::{along, distance, length, lerp},
    },
    layout::Picture,
    signs,
};

/// Size of a pill's text, in px.
pub(super) const PILL_TEXT: f32 = 9.5;
/// Height of a pill, in px.
const PILL_HEIGHT: f32 = 14.0;
/// Free length that a pill leaves to a link's end, where the arrow is.
const END_ROOM: f32 = 22.0;
/// Half the side of the place that a badge takes.
const BADGE: f32 = 10.0;
/// Side of a cell of the grid, in px.
const CELL: f32 = 96.0;
/// Most cells that one place takes.
const MOST_CELLS: usize = 20_000;
/// Most pairs of pieces that are looked at: beyond, nobody could see a gap.
const MOST: usize = 6_000_000;
/// Least distance of two crossings of a line that both get a gap.
const CLEAR: f32 = 13.0;
/// Least sine of an angle at which two lines cross rather than touch.
const STEEP: f32 = 0.5;
/// How far a point may be from the line without it to be left out, in px.
const SMOOTH: f32 = 0.12;

/// Where a line crosses another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Crossing {
    /// Where it is.
    pub(super) at: Point,
    /// The other line.
    pub(super) other: usize,
    /// The band whose ground lies there.
    pub(super) band: usize,
    /// From there along the line as far as the gap needs.
    pub(super) along: Point,
}

/// Crossings and pills of every line.
pub(super) struct Near {
    crossings: Vec<Vec<Crossing>>,
    pills: Vec<Option<Area>>,
}

impl Near {
    pub(super) fn new(picture: &Picture, wires: &[Wire<'_>], with_pills: bool) -> Self {
        let grid = Grid::new(picture, wires);
        let crossings = uncrowded(crossings(picture, wires, &grid));
        Self { crossings, pills: if with_pills { pills(wires, &grid) } else { Vec::new() } }
    }

    pub(super) fn crossings(&self, wire: usize) -> impl Iterator<Item = &Crossing> {
        self.crossings.get(wire).into_iter().flatten()
    }

    pub(super) fn pill(&self, wire: usize) -> Option<Area> {
        self.pills.get(wire).copied().flatten()
    }
}

/// A piece of a line: the line's number and the piece's.
type Piece = (usize, usize);

/// Cards and pieces of lines by where they lie.
struct Grid {
    pieces: BTreeMap<(i32, i32), Vec<Piece>>,
    cards: BTreeMap<(i32, i32), Vec<Area>>,
}

impl Grid {
    fn new(picture: &Picture, wires: &[Wire<'_>]) -> Self {
        let mut grid = Self { pieces: BTreeMap::new(), cards: BTreeMap::new() };
        for card in &picture.cards {
            let area = Area::around((card.x as f32, card.y as f32), card.w as f32, card.h as f32);
            for cell in cells(area) {
                grid.cards.entry(cell).or_default().push(area);
            }
        }
        for (i, wire) in wires.iter().enumerate() {
            for (k, pair) in wire.points.windows(2).enumerate() {
                for cell in cells(spanned(pair[0], pair[1])) {
                    grid.pieces.entry(cell).or_default().push((i, k));
                }
            }
        }
        grid
    }
}

/// The cells that a place touches; not all of them where it is huge, as only the way to a card that is pinned far away
/// can be.
fn cells(area: Area) -> impl Iterator<Item = (i32, i32)> {
    let cell = |at: f32| (at / CELL).floor().clamp(-9_999.0, 9_999.0) as i32;
    let rows = cell(area.y)..=cell(area.bottom());
    (cell(area.x)..=cell(area.right())).flat_map(move |x| rows.clone().map(move |y| (x, y))).take(MOST_CELLS)
}

fn spanned(a: Point, b: Point) -> Area {
    Area { x: a.0.min(b.0), y: a.1.min(b.1), w: (a.0 - b.0).abs(), h: (a.1 - b.1).abs() }
}

fn piece(wires: &[Wire<'_>], (wire, piece): Piece) -> Option<[Point; 2]> {
    let points = &wires.get(wire)?.points;
    Some([*points.get(piece)?, *points.get(piece + 1)?])
}

fn crossings(picture: &Picture, wires: &[Wire<'_>], grid: &Grid) -> Vec<Vec<Crossing>> {
    let mut found = vec![Vec::new(); wires.len()];
    let mut looked = 0;
    for (cell, pieces) in &grid.pieces {
        for (i, &a) in pieces.iter().enumerate() {
            for &b in pieces.iter().skip(i + 1).filter(|b| b.0 != a.0) {
                looked += 1;
                if looked > MOST {
                    return found;
                }
                let Some((p, q)) = piece(wires, a).zip(piece(wires, b)) else { continue };
                // Each crossing belongs to one cell.
                let Some((at, sine)) = cross(p, q).filter(|(at, _)| cells(spanned(*at, *at)).any(|c| c == *cell))
                else {
                    continue;
                };
                let band = picture.bands.iter().position(|band| at.1 < (band.y + band.h) as f32);
                let band = band.unwrap_or(picture.bands.len().saturating_sub(1));
                for (one, pair, other) in [(a.0, p, b.0), (b.0, q, a.0)] {
                    let reach = ((signs::width(wires[other].grade) / 2.0 + 2.0) / sine).min(14.0);
                    let long = distance(pair[0], pair[1]).max(1e-3);
                    let along = ((pair[1].0 - pair[0].0) / long * reach, (pair[1].1 - pair[0].1) / long * reach);
                    found[one].push(Crossing { at, other, band, along });
                }
            }
        }
    }
    found
}

/// Crossings without those where a line passes through a bundle: with a gap for each it would not be seen at all.
fn uncrowded(mut found: Vec<Vec<Crossing>>) -> Vec<Vec<Crossing>> {
    let sum = |at: Point| at.0 + at.1;
    let mut points: Vec<Vec<Point>> = found.iter().map(|list| list.iter().map(|c| c.at).collect()).collect();
    for points in &mut points {
        points.sort_by(|a, b| sum(*a).total_cmp(&sum(*b)));
    }
    // Points that lie near have sums that are near, so only a few are looked at.
    let is_alone = |crossing: &Crossing| {
        let there = &points[crossing.other];
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
fn cross([a, b]: [Point; 2], [c, d]: [Point; 2]) -> Option<(Point, f32)> {
    let (p, q) = ((b.0 - a.0, b.1 - a.1), (d.0 - c.0, d.1 - c.1));
    let turned = p.0 * q.1 - p.1 * q.0;
    let sine = turned.abs() / (p.0.hypot(p.1) * q.0.hypot(q.1)).max(1e-6);
    if sine < STEEP {
        return None;
    }
    let away = (c.0 - a.0, c.1 - a.1);
    let t = (away.0 * q.1 - away.1 * q.0) / turned;
    let u = (away.0 * p.1 - away.1 * p.0) / turned;
    let inside = |at: f32| (0.0..1.0).contains(&at);
    (inside(t) && inside(u)).then(|| (lerp(a, b, t), sine))
}

/// A place for every line's pill, where there is one: on its longest straight pieces, clear of cards, other lines,
/// badges and other pills.
fn pills(wires: &[Wire<'_>], grid: &Grid) -> Vec<Option<Area>> {
    let mut taken: BTreeMap<(i32, i32), Vec<Area>> = BTreeMap::new();
    let take = |taken: &mut BTreeMap<_, Vec<Area>>, area: Area| {
        for cell in cells(area) {
            taken.entry(cell).or_default().push(area);
        }
    };
    for wire in wires.iter().filter(|wire| wire.badge().is_some()) {
        let middle = along(&wire.points, length(&wire.points) / 2.0);
        take(&mut taken, Area::around(middle, 2.0 * BADGE, 2.0 * BADGE));
    }
    let mut pills = Vec::with_capacity(wires.len());
    for (i, wire) in wires.iter().enumerate() {
        let size = (22.0 + 4.0 * wire.carries().chars().count() as f32, PILL_HEIGHT);
        let place = places(&wire.points, size).find(|area| {
            let clear = area.grown(2.0);
            let meets =
                |list: Option<&Vec<Area>>| list.is_some_and(|list| list.iter().any(|other| other.meets(&clear)));
            let crossed = |list: Option<&Vec<Piece>>| {
                list.into_iter()
                    .flatten()
                    .any(|&other| other.0 != i && piece(wires, other).is_some_and(|pair| touches(clear, pair)))
            };
            cells(clear).all(|cell| {
                !meets(taken.get(&cell)) && !meets(grid.cards.get(&cell)) && !crossed(grid.pieces.get(&cell))
            })
        });
        if let Some(area) = place {
            take(&mut taken, area);
        }
        pills.push(place);
    }
    pills
}

/// Places for a pill on a line, the best first: on its longest pieces, first at their middle.
fn places(points: &[Point], size: (f32, f32)) -> impl Iterator<Item = Area> {
    let last = points.len().saturating_sub(2);
    let mut pieces: Vec<(Point, Point, f32)> = Vec::new();
    for (i, pair) in points.windows(2).enumerate() {
        let long = distance(pair[0], pair[1]);
        let kept = if i == last { (long - END_ROOM).max(0.0) } else { long };
        pieces.push((pair[0], lerp(pair[0], pair[1], kept / long.max(1e-3)), kept));
    }
    let needs = move |a: Point, b: Point| {
        if (a.0 - b.0).abs() > (a.1 - b.1).abs() { size.0 + 8.0 } else { size.1 + 8.0 }
    };
    pieces.retain(|&(a, b, long)| long >= needs(a, b));
    pieces.sort_by(|a, b| b.2.total_cmp(&a.2));
    pieces.truncate(4);
    pieces.into_iter().flat_map(move |(a, b, long)| {
        // The whole pill stays on the piece.
        let margin = needs(a, b) / 2.0 / long;
        [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9]
            .into_iter()
            .map(move |t: f32| Area::around(lerp(a, b, t.clamp(margin, (1.0 - margin).max(margin))), size.0, size.1))
    })
}

/// Whether a piece of a line passes through a rectangle.
fn touches(area: Area, [a, b]: [Point; 2]) -> bool {
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (start, step, low, high) in [(a.0, b.0 - a.0, area.x, area.right()), (a.1, b.1 - a.1, area.y, area.bottom())] {
        if step.abs() < 1e-6 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (enter, leave) = ((low - start) / step, (high - start) / step);
        from = from.max(enter.min(leave));
        to = to.min(enter.max(leave));
    }
    from <= to
}

/// A line with fewer points that goes nowhere else (Douglas and Peucker).
pub(super) fn simplified(points: &[Point]) -> Vec<Point> {
    let Some(&first) = points.first().filter(|_| points.len() > 1) else { return points.to_vec() };
    let mut kept = vec![first];
    // Pieces still to be looked at, the next one on top; no recursion, however long the line is.
    let mut open = vec![(0, points.len() - 1)];
    while let Some((from, to)) = open.pop() {
        let away = |i: &usize| off_line(points[*i], points[from], points[to]);
        let farthest = (from + 1..to).max_by(|a, b| away(a).total_cmp(&away(b)));
        match farthest.filter(|i| away(i) > SMOOTH) {
            Some(i) => open.extend([(i, to), (from, i)]),
            None => kept.push(points[to]),
        }
    }
    kept
}

/// How far a point is from a piece of a line.
fn off_line(point: Point, a: Point, b: Point) -> f32 {
    let (x, y) = (b.0 - a.0, b.1 - a.1);
    let long = x * x + y * y;
    let t = if long > 0.0 { (((point.0 - a.0) * x + (point.1 - a.1) * y) / long).clamp(0.0, 1.0) } else { 0.0 };
    distance(point, lerp(a, b, t))
}
