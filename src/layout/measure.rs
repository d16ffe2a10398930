//! Honest numbers about a drawing: overlaps, links through cards, cards outside their lane, crossings.

use crate::base::geometry::Point;
use crate::base::lists::Lists;
use crate::base::rect::Rect;
use crate::diagram::Diagram;
use crate::drawing::Drawing;
use crate::graph::size;

/// Faults of a drawing; all but the crossings should be 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metrics {
    /// Pairs of cards that overlap by more than half a px both ways.
    pub node_overlaps: usize,
    /// Pairs of a link and a foreign card, shrunk by 1 px, that the link's line enters.
    pub links_through_nodes: usize,
    /// Cards not wholly inside their own band, or with their centre at the height of another lane's cards.
    pub lane_intruders: usize,
    /// Proper crossings of the drawn lines of two links, but for those hidden by a card both end at;
    /// a lower bound in drawings so crowded that 40 million pairs of near segments do not suffice.
    pub crossings: usize,
}

/// Measures a drawing of the diagram.
#[must_use]
pub fn measure(diagram: &Diagram, drawing: &Drawing) -> Metrics {
    let sizes: Vec<(f64, f64)> = diagram.cards.iter().map(|c| size(c.width, c.height)).collect();
    let ends: Vec<(usize, usize)> = diagram.wires.iter().map(|w| (w.from, w.to)).collect();
    let rects = rects(&sizes, drawing);
    Metrics {
        node_overlaps: overlaps(&rects),
        links_through_nodes: through(&ends, &rects, drawing, -1.0),
        lane_intruders: intruders(diagram, &rects, drawing),
        crossings: crossings(&ends, &sizes, drawing),
    }
}

fn rects(sizes: &[(f64, f64)], drawing: &Drawing) -> Vec<Rect> {
    sizes.iter().zip(&drawing.centres).map(|(&size, &centre)| Rect::around(centre, size)).collect()
}

fn overlaps(rects: &[Rect]) -> usize {
    let mut order: Vec<&Rect> = rects.iter().collect();
    order.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut count = 0;
    for (i, a) in order.iter().enumerate() {
        let near = order[i + 1..].iter().take_while(|b| b.left < a.right - 0.5);
        count += near.filter(|b| a.top.max(b.top) + 0.5 < a.bottom.min(b.bottom)).count();
    }
    count
}

/// Pairs of a link and a foreign card, grown by `margin` px, that meet.
fn through(ends: &[(usize, usize)], rects: &[Rect], drawing: &Drawing, margin: f64) -> usize {
    let grid = Grid::new(rects.iter().flat_map(|r| [(r.left, r.top), (r.right, r.bottom)]));
    let cells_of = |r: &Rect| {
        let r = r.grown(margin);
        grid.range((r.left, r.top), (r.right, r.bottom))
    };
    let cards = rects.iter().enumerate().flat_map(|(i, r)| cells_of(r).map(move |at| (at, i)));
    let cells = Lists::new(grid.columns * grid.rows, cards);
    let mut count = 0;
    for (route, &(from, to)) in drawing.routes.iter().zip(ends) {
        let mut met: Vec<usize> = Vec::new();
        for pair in route.points.windows(2) {
            let near = grid.along(pair[0], pair[1]).flat_map(|at| cells.of(at));
            let foreign = near.copied().filter(|&i| i != from && i != to);
            met.extend(foreign.filter(|&i| rects[i].grown(margin).is_entered(pair[0], pair[1])));
        }
        met.sort_unstable();
        met.dedup();
        count += met.len();
    }
    count
}

fn intruders(diagram: &Diagram, rects: &[Rect], drawing: &Drawing) -> usize {
    let last = drawing.lanes.len().saturating_sub(1);
    let lane = |card: usize| diagram.cards[card].lane.min(last);
    let mut extent = vec![(f64::INFINITY, f64::NEG_INFINITY); last + 1];
    for (card, r) in rects.iter().enumerate() {
        let e = &mut extent[lane(card)];
        *e = (e.0.min(r.top), e.1.max(r.bottom));
    }
    let foreign = |card: usize, r: &Rect| {
        let y = r.centre().1;
        extent.iter().enumerate().any(|(l, e)| l != lane(card) && y > e.0 && y < e.1)
    };
    let outside = |card: usize, r: &Rect| {
        drawing.lanes.get(lane(card)).is_none_or(|b| r.top < b.y - 0.5 || r.bottom > b.y + b.h + 0.5)
    };
    rects.iter().enumerate().filter(|(card, r)| outside(*card, r) || foreign(*card, r)).count()
}

/// A segment of a link's line.
#[derive(Clone, Copy)]
struct Segment {
    a: Point,
    b: Point,
    link: usize,
}

impl Segment {
    /// Whether the boxes around two segments have nothing in common, which is quickly seen of most pairs.
    fn is_apart(self, other: Self) -> bool {
        let beside = |a: (f64, f64), b: (f64, f64)| a.0.max(a.1) < b.0.min(b.1) || b.0.max(b.1) < a.0.min(a.1);
        beside((self.a.0, self.b.0), (other.a.0, other.b.0)) || beside((self.a.1, self.b.1), (other.a.1, other.b.1))
    }
}

/// Most cells of the grid that segments are sorted into.
const MOST_CELLS: f64 = 250_000.0;
/// Most pairs of segments that are compared.
const MOST_TESTS: usize = 40_000_000;

/// Crossings of the drawn lines.
pub(crate) fn crossings(ends: &[(usize, usize)], sizes: &[(f64, f64)], drawing: &Drawing) -> usize {
    let rects = rects(sizes, drawing);
    let mut segments = Vec::new();
    for (link, route) in drawing.routes.iter().enumerate().take(ends.len()) {
        let finite = route.points.windows(2).filter(|p| [p[0].0, p[0].1, p[1].0, p[1].1].iter().all(|v| v.is_finite()));
        segments.extend(finite.map(|p| Segment { a: p[0], b: p[1], link }));
    }
    let grid = Grid::new(segments.iter().flat_map(|s| [s.a, s.b]));
    let pieces = segments.iter().enumerate().flat_map(|(i, s)| grid.along(s.a, s.b).map(move |at| (at, i)));
    let cells = Lists::new(grid.columns * grid.rows, pieces);
    let hidden = |p: Point, one: usize, two: usize| {
        let (e, f) = (ends[one], ends[two]);
        let near = |r: &Rect| {
            let r = r.grown(1.0);
            p.0 > r.left && p.0 < r.right && p.1 > r.top && p.1 < r.bottom
        };
        [e.0, e.1].iter().any(|n| (*n == f.0 || *n == f.1) && rects.get(*n).is_some_and(near))
    };
    let (mut count, mut tests) = (0, 0);
    for at in 0..cells.groups() {
        let cell = cells.of(at);
        for (k, &i) in cell.iter().enumerate() {
            tests += cell.len() - k;
            if tests > MOST_TESTS {
                return count;
            }
            for &j in &cell[k + 1..] {
                let (s, t) = (segments[i], segments[j]);
                if s.link == t.link || s.is_apart(t) {
                    continue;
                }
                // A pair that shares several cells counts in the one that holds the crossing.
                let met = meeting(s, t).filter(|p| grid.row(p.1) * grid.columns + grid.column(p.0) == at);
                count += usize::from(met.is_some_and(|p| !hidden(p, s.link, t.link)));
            }
        }
    }
    count
}

/// Where two segments cross properly; touching ends and pieces on one line do not count.
fn meeting(s: Segment, t: Segment) -> Option<Point> {
    let turn = |a: Point, b: Point, c: Point| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    let (d1, d2) = (turn(s.a, s.b, t.a), turn(s.a, s.b, t.b));
    let (d3, d4) = (turn(t.a, t.b, s.a), turn(t.a, t.b, s.b));
    let apart = |u: f64, v: f64| u.abs() > 1e-7 && v.abs() > 1e-7 && (u > 0.0) != (v > 0.0);
    (apart(d1, d2) && apart(d3, d4)).then(|| {
        let share = d3 / (d3 - d4);
        (s.a.0 + (s.b.0 - s.a.0) * share, s.a.1 + (s.b.1 - s.a.1) * share)
    })
}

/// A uniform grid over all points; what lies outside counts to the cells at its edge.
struct Grid {
    left: f64,
    top: f64,
    cell: f64,
    columns: usize,
    rows: usize,
}

impl Grid {
    fn new(points: impl Iterator<Item = Point>) -> Self {
        let (mut low, mut high) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for p in points.filter(|p| p.0.is_finite() && p.1.is_finite()) {
            low = (low.0.min(p.0), low.1.min(p.1));
            high = (high.0.max(p.0), high.1.max(p.1));
        }
        if low.0 > high.0 {
            return Self { left: 0.0, top: 0.0, cell: 1.0, columns: 1, rows: 1 };
        }
        let (width, height) = ((high.0 - low.0).max(1.0), (high.1 - low.1).max(1.0));
        let cell = (width * height / MOST_CELLS).sqrt().max(width.max(height) / MOST_CELLS * 2.0).max(40.0);
        let (columns, rows) = ((width / cell) as usize + 1, (height / cell) as usize + 1);
        Self { left: low.0, top: low.1, cell, columns, rows }
    }

    /// The cells of the box between two points.
    fn range(&self, a: Point, b: Point) -> impl Iterator<Item = usize> + Clone + use<> {
        let (left, right) = (self.column(a.0.min(b.0)), self.column(a.0.max(b.0)));
        let (top, bottom) = (self.row(a.1.min(b.1)), self.row(a.1.max(b.1)));
        let columns = self.columns;
        (top..=bottom).flat_map(move |row| row * columns + left..=row * columns + right)
    }

    /// The cells that a segment runs through, row by row: of the box around a slanted one they are a small part.
    fn along(&self, a: Point, b: Point) -> impl Iterator<Item = usize> + Clone + use<> {
        let (upper, lower) = if a.1 <= b.1 { (a, b) } else { (b, a) };
        let (left, right) = (a.0.min(b.0), a.0.max(b.0));
        let slope = (lower.0 - upper.0) / (lower.1 - upper.1).max(1e-9);
        let (first, last) = (self.row(upper.1), self.row(lower.1));
        let Self { left: x, top: y, cell, columns, .. } = *self;
        // Where it is at the upper edge of a row.
        let at = move |row: usize| (upper.0 + (y + row as f64 * cell - upper.1) * slope).max(left).min(right);
        let column = move |v: f64| (((v - x) / cell).max(0.0) as usize).min(columns - 1);
        (first..=last).flat_map(move |row| {
            let from = if row == first { upper.0 } else { at(row) };
            let to = if row == last { lower.0 } else { at(row + 1) };
            // What rounding takes is given back.
            row * columns + column(from.min(to) - 1e-6)..=row * columns + column(from.max(to) + 1e-6)
        })
    }

    fn column(&self, x: f64) -> usize {
        (((x - self.left) / self.cell).max(0.0) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f64) -> usize {
        (((y - self.top) / self.cell).max(0.0) as usize).min(self.rows - 1)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::drawing::{Band, Route};
    use crate::samples::plain;

    /// Pairs of a link and a foreign card that come within 4 px of each other.
    pub(crate) fn grazes(diagram: &Diagram, drawing: &Drawing) -> usize {
        let sizes: Vec<(f64, f64)> = diagram.cards.iter().map(|c| size(c.width, c.height)).collect();
        let ends: Vec<(usize, usize)> = diagram.wires.iter().map(|w| (w.from, w.to)).collect();
        through(&ends, &rects(&sizes, drawing), drawing, 4.0)
    }

    /// Three cards of 120 x 44 px in two lanes, with the given lines.
    fn drawn(centres: [(f64, f64); 3], lines: &[&[(f64, f64)]]) -> Drawing {
        Drawing {
            centres: centres.to_vec(),
            routes: lines.iter().map(|l| Route { points: l.to_vec(), returns: false }).collect(),
            lanes: [0.0, 100.0].map(|y| Band { x: 0.0, y, w: 800.0, h: 100.0 }).to_vec(),
            width: 800.0,
            height: 200.0,
            seats: Vec::new(),
        }
    }

    const APART: [(f64, f64); 3] = [(100.0, 50.0), (300.0, 150.0), (500.0, 50.0)];

    #[test]
    fn a_good_drawing_has_no_faults() {
        let diagram = plain(3, 2, &[(0, 2)]);
        let drawing = drawn(APART, &[&[(160.0, 50.0), (440.0, 50.0)]]);
        assert_eq!(measure(&diagram, &drawing), Metrics::default());
    }

    #[test]
    fn overlaps_and_intruders_are_found() {
        let diagram = plain(3, 2, &[]);
        let drawing = drawn([(100.0, 50.0), (150.0, 80.0), (500.0, 50.0)], &[]);
        let metrics = measure(&diagram, &drawing);
        assert_eq!((metrics.node_overlaps, metrics.lane_intruders), (1, 1));
        let touching = drawn([(100.0, 50.0), (300.0, 150.0), (220.0, 50.0)], &[]);
        assert_eq!(measure(&diagram, &touching).node_overlaps, 0);
        assert_eq!(measure(&diagram, &drawn([(100.0, 90.0), APART[1], APART[2]], &[])).lane_intruders, 1);
    }

    #[test]
    fn lines_through_cards_are_found_once() {
        let diagram = plain(3, 2, &[(0, 2)]);
        let line: &[(f64, f64)] = &[(160.0, 50.0), (250.0, 150.0), (350.0, 140.0), (440.0, 50.0)];
        assert_eq!(measure(&diagram, &drawn(APART, &[line])).links_through_nodes, 1);
        let near: &[(f64, f64)] = &[(160.0, 50.0), (300.0, 125.5), (440.0, 50.0)];
        assert_eq!(measure(&diagram, &drawn(APART, &[near])).links_through_nodes, 0);
        assert_eq!(grazes(&diagram, &drawn(APART, &[near])), 1);
    }

    #[test]
    fn crossings_are_counted_except_at_shared_cards() {
        let diagram = plain(3, 2, &[(0, 2), (0, 1)]);
        let (one, two): (&[_], &[_]) = (&[(160.0, 40.0), (440.0, 60.0)], &[(160.0, 60.0), (240.0, 20.0)]);
        assert_eq!(measure(&diagram, &drawn(APART, &[one, two])).crossings, 1);
        let (one, two): (&[_], &[_]) = (&[(150.0, 40.0), (440.0, 60.0)], &[(150.0, 44.0), (160.0, 30.0)]);
        assert_eq!(measure(&diagram, &drawn(APART, &[one, two])).crossings, 0);
    }

    #[test]
    fn slanted_lines_are_counted_as_every_pair_says() {
        let mut dice = crate::base::dice::Dice::new(7);
        let mut point = || (dice.below(4000) as f64, dice.below(3000) as f64);
        let lines: Vec<[Point; 2]> = (0..200).map(|_| [point(), point()]).collect();
        let segment = |link: usize| Segment { a: lines[link][0], b: lines[link][1], link };
        let pairs = (0..lines.len()).flat_map(|one| (0..one).map(move |two| (one, two)));
        let every = pairs.filter(|&(one, two)| meeting(segment(one), segment(two)).is_some()).count();
        let routes = lines.iter().map(|line| crate::drawing::Route { points: line.to_vec(), returns: false }).collect();
        let ends: Vec<(usize, usize)> = (0..lines.len()).map(|line| (2 * line, 2 * line + 1)).collect();
        assert_eq!(crossings(&ends, &[], &Drawing { routes, ..Drawing::default() }), every);
    }
}
