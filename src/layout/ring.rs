//! Cards on an ellipse, for one feedback loop: clockwise from the top, links along the rim or through the middle.
//!
//! The ellipse grows until nothing overlaps and the lines are clear of foreign cards: those along the rim only pass
//! from one card to the next, the others go inwards first and then through the middle, where no card reaches.

use std::f64::consts::TAU;

use crate::base::distances::{RING_CLEAR, RING_INNER, RING_LEAST, RING_LINE_GAP, RING_PAD, RING_SIDE};
use crate::base::geometry::{Point, half, length, push};
use crate::base::own_loop::own_loop;
use crate::base::rect::Rect;
use crate::base::turn::sin_cos;

use crate::diagram::Options;
use crate::drawing::{Drawing, Route};
use crate::graph::Graph;

/// Growth of the ellipse from one try to the next.
const GROWTH: f64 = 1.06;
/// Tries; beyond the last one cards are millions of px apart.
const MOST_TRIES: usize = 300;
/// Pieces of a curve.
const PIECES: usize = 32;
/// Cards on either side that a card is compared with; those further along the rim are further away.
const NEAR: usize = 12;

/// Draws the cards on an ellipse in their order.
pub(crate) fn draw(graph: &Graph, options: &Options) -> Drawing {
    let mut ring = Ring::new(graph, options);
    for _ in 0..MOST_TRIES {
        if ring.is_clear() {
            break;
        }
        ring.grow();
    }
    ring.settle();
    let mut routes = vec![Route::default(); graph.wires];
    let sides = ring.sides();
    for (i, link) in graph.links.iter().enumerate() {
        let points = if ring.follows(link.from, link.to) {
            ring.arc(link.from, link.to, sides[i].0)
        } else {
            ring.chord(i, sides[i])
        };
        routes[link.wire] = Route { points, returns: link.returns };
    }
    for (card, wires) in graph.loops.iter().enumerate() {
        for (number, &wire) in wires.iter().enumerate() {
            routes[wire].points = own_loop(ring.centres[card], graph.size[card], 0.0, number);
        }
    }
    ring.finish(routes)
}

/// An ellipse around the origin with cards at equal steps of its angle.
struct Ring<'a> {
    graph: &'a Graph,
    options: &'a Options,
    /// Half width and half height.
    radii: (f64, f64),
    /// How far cards reach inwards at most.
    depth: f64,
    centres: Vec<Point>,
}

impl<'a> Ring<'a> {
    fn new(graph: &'a Graph, options: &'a Options) -> Self {
        let most = |side: fn(&(f64, f64)) -> f64| graph.size.iter().map(side).fold(0.0, f64::max);
        let depth = most(|s| s.0).max(most(|s| s.1)) / 2.0 + RING_CLEAR;
        let mut ring = Self { graph, options, radii: (depth, depth), depth, centres: Vec::new() };
        if graph.count() > 1 {
            ring.radii = (1.0 + depth * options.aspect.clamp(0.6, 2.2), 1.0 + depth);
        }
        ring.place();
        ring
    }

    fn angle(&self, card: usize) -> f64 {
        TAU * card as f64 / self.graph.count().max(1) as f64
    }

    /// The point of the rim at an angle, clockwise from the top, `out` px outside it.
    fn rim(&self, angle: f64, out: f64) -> Point {
        let (sin, cos) = sin_cos(angle);
        ((self.radii.0 + out) * sin, -(self.radii.1 + out) * cos)
    }

    fn place(&mut self) {
        let alone = self.graph.count() < 2;
        let centre = |c: usize| if alone { (0.0, 0.0) } else { self.rim(self.angle(c), 0.0) };
        self.centres = (0..self.graph.count()).map(centre).collect();
    }

    fn grow(&mut self) {
        self.radii = (self.radii.0 * GROWTH, self.radii.1 * GROWTH);
        self.place();
    }

    /// Rounds the centres.
    fn settle(&mut self) {
        for c in &mut self.centres {
            *c = (half(c.0), half(c.1));
        }
    }

    /// The box of a card, loops included, with so much space around.
    fn rect(&self, card: usize, space: f64) -> Rect {
        let card_box = Rect::around(self.centres[card], self.graph.size[card]);
        Rect { top: card_box.top - self.graph.headroom(card), ..card_box }.grown(space)
    }

    /// Cards that may be near to a card on the rim.
    fn neighbours(&self, card: usize) -> impl Iterator<Item = usize> + use<> {
        let count = self.graph.count();
        (1..=NEAR.min(count.saturating_sub(1))).flat_map(move |d| [(card + d) % count, (card + count - d) % count])
    }

    /// Whether cards keep apart, stay out of the middle, and out of the way of lines.
    fn is_clear(&self) -> bool {
        let count = self.graph.count();
        count < 2
            || (0..count).all(|card| {
                let space = self.options.node_gap / 2.0 + RING_PAD;
                let own = self.rect(card, space);
                let away = |o: usize| !own.overlaps(self.rect(o, space));
                let stub = (self.rim(self.angle(card), 0.0), self.rim(self.angle(card), -self.depth));
                let clear = |o: usize| !self.rect(o, RING_LINE_GAP * 2.0).is_entered(stub.0, stub.1);
                self.is_outside(card) && self.rim_is_clear(card) && self.neighbours(card).all(|o| away(o) && clear(o))
            })
    }

    /// Whether the card reaches nowhere into the middle.
    fn is_outside(&self, card: usize) -> bool {
        let r = self.rect(card, RING_INNER);
        let inner = (self.radii.0 - self.depth, self.radii.1 - self.depth);
        let (x, y) = (0.0_f64.clamp(r.left, r.right) / inner.0, 0.0_f64.clamp(r.top, r.bottom) / inner.1);
        inner.0 > 0.0 && inner.1 > 0.0 && length((x, y)) >= 1.0
    }

    /// Whether the rim to the next card is clear of others, and long enough for an arrow head.
    fn rim_is_clear(&self, card: usize) -> bool {
        let next = (card + 1) % self.graph.count();
        let line = self.arc(card, next, 0.0);
        let along: f64 = line.windows(2).map(|p| length((p[1].0 - p[0].0, p[1].1 - p[0].1))).sum();
        let foreign = |o: &usize| *o != card && *o != next;
        along >= RING_LEAST
            && self
                .neighbours(card)
                .filter(foreign)
                .all(|o| line.windows(2).all(|p| !self.rect(o, RING_SIDE + RING_LINE_GAP).is_entered(p[0], p[1])))
    }

    /// Whether one card comes right after the other.
    fn follows(&self, from: usize, to: usize) -> bool {
        (from + 1) % self.graph.count() == to
    }

    /// For each link how far its line is moved to the side at its cause and at its effect, in px.
    fn sides(&self) -> Vec<(f64, f64)> {
        let links = &self.graph.links;
        let count = self.graph.count();
        let mut sides = vec![(0.0, 0.0); links.len()];
        let (mut arcs, mut chords) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for (i, link) in links.iter().enumerate() {
            if self.follows(link.from, link.to) {
                arcs[link.from].push(i);
            } else {
                // Those that turn left stand left, seen from the card towards the middle.
                chords[link.from].push(((count + link.to - link.from) % count, i, true));
                chords[link.to].push(((count + link.from - link.to) % count, i, false));
            }
        }
        for list in arcs {
            for (k, &i) in list.iter().enumerate() {
                sides[i].0 = side(k, list.len(), 1.0);
            }
        }
        for (card, mut list) in chords.into_iter().enumerate() {
            list.sort_unstable();
            let (w, h) = self.graph.size[card];
            let reach = (w.min(h) / 2.0 - 6.0).max(0.0);
            let share = reach / (RING_LINE_GAP * list.len() as f64 / 2.0).max(reach).max(1.0);
            for (k, &(_, i, leaves)) in list.iter().enumerate() {
                let off = side(k, list.len(), share);
                if leaves { sides[i].0 = off } else { sides[i].1 = off }
            }
        }
        sides
    }

    /// Along the rim from one card to the next.
    fn arc(&self, from: usize, to: usize, out: f64) -> Vec<Point> {
        let (start, mut end) = (self.angle(from), self.angle(to));
        if end <= start {
            end += TAU;
        }
        let at = |share: f64| self.rim(start + (end - start) * share, out);
        self.between(from, to, at)
    }

    /// Inwards, through the middle and out again.
    fn chord(&self, link: usize, sides: (f64, f64)) -> Vec<Point> {
        let (from, to) = (self.graph.links[link].from, self.graph.links[link].to);
        let end = |card: usize, inwards: f64, side: f64| {
            let angle = self.angle(card);
            let (c, (sin, cos)) = (self.rim(angle, -inwards), sin_cos(angle));
            (c.0 - side * cos, c.1 - side * sin)
        };
        let (a, b) = (end(from, 0.0, sides.0), end(from, self.depth, sides.0));
        let (c, d) = (end(to, self.depth, sides.1), end(to, 0.0, sides.1));
        let middle = (f64::midpoint(b.0, c.0) * 0.6, f64::midpoint(b.1, c.1) * 0.6);
        self.between(from, to, |share| {
            let mix = |p: Point, q: Point, s: f64| (p.0 + (q.0 - p.0) * s, p.1 + (q.1 - p.1) * s);
            if share < 0.25 {
                mix(a, b, share * 4.0)
            } else if share > 0.75 {
                mix(c, d, share * 4.0 - 3.0)
            } else {
                let s = share * 2.0 - 0.5;
                mix(mix(b, middle, s), mix(middle, c, s), s)
            }
        })
    }

    /// The part of a curve from the border of one card to that of another.
    fn between(&self, from: usize, to: usize, at: impl Fn(f64) -> Point) -> Vec<Point> {
        let inside = |card: usize, p: Point| {
            let ((x, y), (w, h)) = (self.centres[card], self.graph.size[card]);
            (p.0 - x).abs() < w / 2.0 && (p.1 - y).abs() < h / 2.0
        };
        let share = |k: usize| k as f64 / (2 * PIECES) as f64;
        let first = (0..=PIECES).rev().find(|&k| inside(from, at(share(k)))).unwrap_or(0);
        let last = (PIECES..=2 * PIECES).find(|&k| inside(to, at(share(k)))).unwrap_or(2 * PIECES);
        let start = border(|s| inside(from, at(s)), share(first), share(first + 1));
        let end = border(|s| inside(to, at(s)), share(last), share(last.max(1) - 1));
        let mut line = Vec::new();
        push(&mut line, at(start));
        for k in first + 1..last {
            push(&mut line, at(share(k)));
        }
        push(&mut line, at(end));
        line
    }

    /// Moves everything so that the origin is at the top left.
    fn finish(self, mut routes: Vec<Route>) -> Drawing {
        let rects = (0..self.graph.count()).map(|c| self.rect(c, 0.0));
        let lines = routes.iter().flat_map(|r| &r.points).map(|p| Rect::between(*p, *p));
        let Some(all) = rects.chain(lines).reduce(Rect::joined) else {
            return Drawing::default();
        };
        let margin = self.options.margin;
        let (dx, dy) = ((margin - all.left).ceil(), (margin - all.top).ceil());
        for p in routes.iter_mut().flat_map(|r| &mut r.points) {
            *p = (p.0 + dx, p.1 + dy);
        }
        Drawing {
            centres: self.centres.iter().map(|c| (c.0 + dx, c.1 + dy)).collect(),
            routes,
            width: (all.right + dx + margin).ceil(),
            height: (all.bottom + dy + margin).ceil(),
            ..Drawing::default()
        }
    }
}

/// Offset of one of some lines side by side, in px.
fn side(number: usize, count: usize, share: f64) -> f64 {
    (RING_LINE_GAP * share * (number as f64 - (count - 1) as f64 / 2.0))
        .clamp(-2.0 * RING_LINE_GAP, 2.0 * RING_LINE_GAP)
}

/// Where a curve leaves a card, between a share inside it and one outside, by halving.
fn border(inside: impl Fn(f64) -> bool, mut within: f64, mut without: f64) -> f64 {
    for _ in 0..24 {
        let middle = f64::midpoint(within, without);
        if inside(middle) {
            within = middle;
        } else {
            without = middle;
        }
    }
    without
}
