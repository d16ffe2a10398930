//! What is seen from near only, worked out once for a picture: where links cross, and where a link has room to say
//! its grade and the number of its sources.

use std::{collections::BTreeMap, sync::Arc};

use egui::{Pos2, Rect, Vec2, vec2};

use super::{
    ends,
    hit::Grid,
    scene::{Band, CardRecord, WireRecord},
};

/// From this zoom on links say their grade and the number of their sources.
pub(super) const PILL_ZOOM: f32 = 1.1;
/// Size of a pill's text, in px at zoom 1.
pub(super) const PILL_TEXT: f32 = 9.5;
/// Height of a pill, in px at zoom 1.
const PILL_HEIGHT: f32 = 14.0;
/// Free length that a pill leaves to a link's end, where the arrow is.
const END_ROOM: f32 = 22.0;
/// Half the side of the place that a badge takes.
const BADGE: f32 = 10.0;
/// Most pairs of pieces that are looked at, and most crossings that are kept: beyond, nobody could see them.
const MOST: (usize, usize) = (6_000_000, 60_000);
/// Least distance of two crossings of a line that both get a gap.
const CLEAR: f32 = 13.0;
/// Least sine of an angle at which two lines cross rather than touch.
const STEEP: f32 = 0.5;

/// Where a wire crosses another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Crossing {
    /// Where it is.
    pub(super) at: Pos2,
    /// The other wire.
    pub(super) other: u32,
    /// The band whose ground lies there.
    pub(super) band: u32,
    /// From there along the wire as far as the gap needs, in px at scale 1.
    pub(super) along: Vec2,
}

/// Crossings and pills of every wire.
#[derive(Debug, Default)]
pub(super) struct Details {
    crossings: Vec<Vec<Crossing>>,
    pills: Vec<Option<Rect>>,
}

impl Details {
    /// Works them out; pills only where they are asked for, since they take the longest.
    pub(super) fn new(
        cards: &[Arc<CardRecord>],
        wires: &[Arc<WireRecord>],
        bands: &[Band],
        grid: &Grid,
        with_pills: bool,
    ) -> Self {
        let pills = if with_pills { pills(cards, wires, grid) } else { Vec::new() };
        Self { crossings: crossings(wires, bands, grid), pills }
    }

    /// Where a wire crosses others.
    pub(super) fn crossings(&self, wire: usize) -> &[Crossing] {
        self.crossings.get(wire).map_or(&[], Vec::as_slice)
    }

    /// Where a wire's pill lies, if there is room for one.
    pub(super) fn pill(&self, wire: usize) -> Option<Rect> {
        self.pills.get(wire).copied().flatten()
    }

    /// Whether pills were placed.
    pub(super) fn has_pills(&self) -> bool {
        !self.pills.is_empty()
    }
}

fn crossings(wires: &[Arc<WireRecord>], bands: &[Band], grid: &Grid) -> Vec<Vec<Crossing>> {
    let mut found: Vec<Vec<Crossing>> = vec![Vec::new(); wires.len()];
    let (mut looked, mut kept) = (0, 0);
    for (cell, segments) in grid.cells() {
        for (i, &a) in segments.iter().enumerate() {
            for &b in segments.iter().skip(i + 1).filter(|b| b.0 != a.0) {
                looked += 1;
                if looked > MOST.0 || kept > MOST.1 {
                    return uncrowded(found);
                }
                let Some((p, q)) = piece(wires, a).zip(piece(wires, b)) else { continue };
                let Some((at, sine)) = cross(p, q).filter(|(at, _)| cell.contains(*at)) else { continue };
                let band = band_at(bands, at.y);
                for (here, pair, there) in [(a, p, b), (b, q, a)] {
                    let (one, other) = (here.0 as usize, there.0 as usize);
                    let reach = ((ends::width(wires[other].grade) / 2.0 + 2.0) / sine).min(14.0);
                    let along = (pair[1] - pair[0]).normalized() * reach;
                    found[one].push(Crossing { at, other: there.0, band, along });
                    kept += 1;
                }
            }
        }
    }
    uncrowded(found)
}

/// Crossings without those where a line passes through a bundle: with a gap for each it would not be seen at all.
fn uncrowded(mut found: Vec<Vec<Crossing>>) -> Vec<Vec<Crossing>> {
    let sum = |at: &Pos2| at.x + at.y;
    let mut points: Vec<Vec<Pos2>> =
        found.iter().map(|crossings| crossings.iter().map(|crossing| crossing.at).collect()).collect();
    for points in &mut points {
        points.sort_by(|a, b| sum(a).total_cmp(&sum(b)));
    }
    // Points that lie near have sums that are near, so only a few are looked at.
    let is_alone = |crossing: &Crossing| {
        let there = &points[crossing.other as usize];
        let from = there.partition_point(|at| sum(at) < sum(&crossing.at) - 2.0 * CLEAR);
        let near = there.iter().skip(from).take_while(|at| sum(at) <= sum(&crossing.at) + 2.0 * CLEAR);
        near.filter(|at| at.distance_sq(crossing.at) < CLEAR * CLEAR).count() < 2
    };
    for crossings in &mut found {
        crossings.retain(is_alone);
    }
    found
}

fn piece(wires: &[Arc<WireRecord>], (wire, segment): (u32, u32)) -> Option<[Pos2; 2]> {
    let points = &wires.get(wire as usize)?.points;
    Some([*points.get(segment as usize)?, *points.get(segment as usize + 1)?])
}

/// Where two pieces cross, and the sine of the angle between them.
fn cross([a, b]: [Pos2; 2], [c, d]: [Pos2; 2]) -> Option<(Pos2, f32)> {
    let (p, q) = (b - a, d - c);
    let turned = p.x * q.y - p.y * q.x;
    let sine = turned.abs() / (p.length() * q.length()).max(1e-6);
    if sine < STEEP {
        return None;
    }
    let away = c - a;
    let t = (away.x * q.y - away.y * q.x) / turned;
    let u = (away.x * p.y - away.y * p.x) / turned;
    let inside = |at: f32| (0.0..1.0).contains(&at);
    (inside(t) && inside(u)).then(|| (a + p * t, sine))
}

/// The band that lies under a height; the outermost go on for ever.
fn band_at(bands: &[Band], y: f32) -> u32 {
    let at = bands.iter().position(|band| y < band.rect.bottom());
    at.unwrap_or(bands.len().saturating_sub(1)) as u32
}

/// A place for every wire's pill, where there is one: on its longest straight pieces, clear of cards, other wires,
/// badges and other pills.
fn pills(cards: &[Arc<CardRecord>], wires: &[Arc<WireRecord>], grid: &Grid) -> Vec<Option<Rect>> {
    let mut taken = Taken::default();
    for wire in wires.iter().filter(|wire| wire.told_otherwise || wire.disputed) {
        taken.add(Rect::from_center_size(wire.middle, Vec2::splat(2.0 * BADGE)));
    }
    let place = |(i, wire): (usize, &Arc<WireRecord>)| {
        let size = vec2(22.0 + 4.0 * wire.carries.chars().count() as f32, PILL_HEIGHT);
        let free = |rect: &Rect| {
            let clear = rect.expand(2.0);
            taken.is_free(clear)
                && !grid.any_card(clear, |card| cards.get(card).is_some_and(|card| card.rect.intersects(clear)))
                && !grid.any_segment(clear, |other, segment| {
                    other != i && piece(wires, (other as u32, segment)).is_some_and(|pair| touches(clear, pair))
                })
        };
        let found = places(&wire.points, size).find(free);
        if let Some(rect) = found {
            taken.add(rect);
        }
        found
    };
    wires.iter().enumerate().map(place).collect()
}

/// Places for a pill on a line, the best first: on its longest pieces, first at their middle.
fn places(points: &[Pos2], size: Vec2) -> impl Iterator<Item = Rect> {
    let last = points.len().saturating_sub(2);
    let mut pieces: Vec<(Pos2, Pos2, f32)> = Vec::new();
    for (i, pair) in points.windows(2).enumerate() {
        let (a, length) = (pair[0], pair[0].distance(pair[1]));
        let kept = if i == last { (length - END_ROOM).max(0.0) } else { length };
        pieces.push((a, a + (pair[1] - a) * (kept / length.max(1e-3)), kept));
    }
    let needs = move |a: Pos2, b: Pos2| if (a.x - b.x).abs() > (a.y - b.y).abs() { size.x + 8.0 } else { size.y + 8.0 };
    pieces.retain(|&(a, b, length)| length >= needs(a, b));
    pieces.sort_by(|a, b| b.2.total_cmp(&a.2));
    pieces.truncate(4);
    pieces.into_iter().flat_map(move |(a, b, length)| {
        // The whole pill stays on the piece.
        let margin = needs(a, b) / 2.0 / length;
        [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9]
            .into_iter()
            .map(move |t: f32| Rect::from_center_size(a.lerp(b, t.clamp(margin, (1.0 - margin).max(margin))), size))
    })
}

/// Whether a piece of a line passes through a rectangle.
fn touches(rect: Rect, [a, b]: [Pos2; 2]) -> bool {
    let mut from = 0.0_f32;
    let mut to = 1.0_f32;
    let way = b - a;
    for (start, step, low, high) in [(a.x, way.x, rect.left(), rect.right()), (a.y, way.y, rect.top(), rect.bottom())] {
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

/// Places that are taken, by where they lie.
#[derive(Default)]
struct Taken(BTreeMap<(i32, i32), Vec<Rect>>);

impl Taken {
    /// Larger than any place, so that each touches four cells at most.
    const CELL: f32 = 128.0;

    fn cells(rect: Rect) -> impl Iterator<Item = (i32, i32)> {
        let cell = |at: f32| (at / Self::CELL).floor() as i32;
        let rows = cell(rect.top())..=cell(rect.bottom());
        (cell(rect.left())..=cell(rect.right())).flat_map(move |x| rows.clone().map(move |y| (x, y)))
    }

    fn add(&mut self, rect: Rect) {
        for cell in Self::cells(rect) {
            self.0.entry(cell).or_default().push(rect);
        }
    }

    fn is_free(&self, rect: Rect) -> bool {
        let clear = |cell| self.0.get(&cell).is_none_or(|there| !there.iter().any(|r| r.intersects(rect)));
        Self::cells(rect).all(clear)
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;
    use crate::{
        canvas::scene::Scene,
        export::{self, FigureOptions, Form, figure},
        layout::{Picture, picture},
        model::{Pathway, notation},
        text::{Measure, Shaper},
        theme::Themes,
    };

    fn drawn() -> (Pathway, Picture) {
        let text = "a -> b -> c -> d -> e; a -> d; d -| a; b -> e; c -> c; x -> c; x -> e; a -> y -> e; x -> d; y -> b";
        let pathway = notation::parse(text).expect("notation");
        let picture = picture(&pathway, &mut Measure::default(), 1.6);
        (pathway, picture)
    }

    fn scene() -> Scene {
        let (pathway, picture) = drawn();
        Scene::new(&pathway, &picture)
    }

    /// Middles of pills and of gaps on a figure, from the top left of its drawing.
    fn exported(pathway: &Pathway, picture: &Picture) -> [Vec<(i32, i32)>; 2] {
        let palette = Themes::bundled().light;
        let options = FigureOptions { title: false, legend: false, sources: false, ..FigureOptions::new(&palette) };
        let page = figure(pathway, picture, &options, &Shaper::default());
        let Some(export::Item::Group(_, parts)) = page.items.first() else { panic!("no drawing") };
        let mut shapes = parts.iter().flat_map(|part| match part {
            export::Item::Group(_, items) => items.as_slice(),
            item => std::slice::from_ref(item),
        });
        let Some(export::Item::Shape(export::Shape { form: Form::Box(ground, _), .. })) = shapes.next() else {
            panic!("no ground")
        };
        let at = |x: f32, y: f32| near(pos2(x - ground.x, y - ground.y));
        let (mut pills, mut gaps) = (Vec::new(), Vec::new());
        for shape in shapes {
            let export::Item::Shape(shape) = shape else { continue };
            match (&shape.form, shape.stroke) {
                (Form::Box(area, _), Some(_)) if area.h == PILL_HEIGHT => {
                    pills.push(at(area.middle().0, area.middle().1));
                }
                (Form::Line(points), Some(stroke)) if stroke.colour == palette.lane_a => {
                    gaps.push(at(points[0].0.midpoint(points[1].0), points[0].1.midpoint(points[1].1)));
                }
                _ => {}
            }
        }
        pills.sort_unstable();
        gaps.sort_unstable();
        [pills, gaps]
    }

    /// A place, to compare.
    fn near(at: Pos2) -> (i32, i32) {
        (at.x.round() as i32, at.y.round() as i32)
    }

    #[test]
    fn exports_have_the_same_pills_and_gaps() {
        let (pathway, picture) = drawn();
        let scene = Scene::new(&pathway, &picture);
        let details = Details::new(&scene.cards, &scene.wires, &scene.bands, &scene.grid, true);
        let wires = 0..scene.wires.len();
        let mut pills: Vec<_> = wires.clone().filter_map(|i| details.pill(i)).map(|rect| near(rect.center())).collect();
        let over = |i: usize| details.crossings(i).iter().filter(move |crossing| (crossing.other as usize) < i);
        let mut gaps: Vec<_> = wires.flat_map(over).map(|crossing| near(crossing.at)).collect();
        pills.sort_unstable();
        gaps.sort_unstable();
        assert!(pills.len() > 3 && !gaps.is_empty());
        assert_eq!(exported(&pathway, &picture), [pills, gaps]);
    }

    #[test]
    fn lines_cross_inside_and_at_a_fair_angle_only() {
        let level = [pos2(0.0, 0.0), pos2(10.0, 0.0)];
        assert_eq!(cross(level, [pos2(4.0, -3.0), pos2(4.0, 3.0)]), Some((pos2(4.0, 0.0), 1.0)));
        assert_eq!(cross(level, [pos2(14.0, -3.0), pos2(14.0, 3.0)]), None);
        assert_eq!(cross(level, [pos2(0.0, -0.5), pos2(10.0, 0.5)]), None);
        assert_eq!(cross(level, [pos2(0.0, 1.0), pos2(10.0, 1.0)]), None);
    }

    #[test]
    fn gaps_are_where_lines_cross_alone() {
        let crossing = |other: u32, x: f32| Crossing { at: pos2(x, 0.0), other, band: 0, along: Vec2::ZERO };
        let line = vec![crossing(1, 0.0), crossing(2, 5.0), crossing(3, 60.0)];
        let others = [0.0, 5.0, 60.0].map(|x| vec![crossing(0, x)]);
        let kept = uncrowded([vec![line], others.to_vec()].concat());
        assert_eq!(kept.iter().map(Vec::len).collect::<Vec<_>>(), [3, 0, 0, 1]);
    }

    #[test]
    fn pills_lie_on_nothing() {
        let scene = scene();
        let pills = pills(&scene.cards, &scene.wires, &scene.grid);
        assert!(pills.iter().flatten().count() >= 3, "{pills:?}");
        for (i, pill) in pills.iter().enumerate().filter_map(|(i, pill)| Some((i, (*pill)?))) {
            assert!(scene.cards.iter().all(|card| !card.rect.intersects(pill)));
            assert!(pills.iter().flatten().filter(|other| other.intersects(pill)).count() == 1);
            for (j, wire) in scene.wires.iter().enumerate().filter(|(j, _)| *j != i) {
                assert!(!wire.points.windows(2).any(|pair| touches(pill, [pair[0], pair[1]])), "{i} on {j}");
            }
        }
    }
}
