//! y once more when x is known: what stands above something else in the finished drawing keeps its distance, all else
//! gives its height back.
//!
//! Columns are too coarse to tell what needs room above what: cards of one column end up side by side, and lines turn
//! long before they meet. So heights get the same one-dimensional compaction as x (see `constraints`), with the bands
//! as one more kind of thing that is pushed. Order stays, so no crossing is added and no line meets a card.

use crate::base::distances::{CARD_REACH, EDGE, LINE_REACH, PRESSED_CARD_GAP, PRESSED_LINE_GAP};
use crate::base::geometry::half;
use crate::base::index::{Item, Post};
use crate::compact::constraints::Constraints;
use crate::compact::posts::{Scene, Way};
use crate::diagram::Options;
use crate::graph::Graph;
use crate::heights::doors::{Door, step};
use crate::heights::place::Heights;
use crate::heights::task::Task;

/// Most passes over all distances.
const MOST_PASSES: usize = 60;

/// A card or a level piece of a line.
#[derive(Clone, Copy, Debug)]
struct Piece {
    group: usize,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    card: bool,
}

/// `to` stands below `from` and may come nearer by `slack`.
#[derive(Clone, Copy, Debug)]
struct Arc {
    from: usize,
    to: usize,
    slack: f64,
}

/// What moves up and down, and how far.
struct Press {
    /// What each card, each level of a line and each edge of a band moves with.
    groups: Vec<usize>,
    /// Number of the first level and of the first edge of a band.
    levels: usize,
    edges: usize,
    /// Cards first.
    pieces: Vec<Piece>,
    arcs: Vec<Arc>,
}

/// Takes needless height out of a drawing.
pub(crate) fn press(task: Task, heights: &mut Heights, scene: &mut Scene, constraints: &Constraints) {
    let mut press = Press::new(task, heights, scene);
    press.add_cards(task.graph, heights, constraints);
    for way in &scene.ways {
        press.add_line(task, scene, way, constraints);
    }
    press.see(task.options);
    press.bound(task, heights);
    let Some(moves) = press.moves(&heights.tops) else { return };
    let by = |i: usize| moves[press.groups[i]];
    for card in task.graph.cards() {
        heights.y[card] += by(card.number());
    }
    for (edge, top) in heights.tops.iter_mut().enumerate() {
        *top += by(press.edges + edge);
    }
    scene.lower(|level| by(press.levels + level));
}

impl Press {
    /// Cards move with the ends of their links, and with the cards that straight links tie them to.
    fn new(task: Task, heights: &Heights, scene: &Scene) -> Self {
        let levels = task.graph.count();
        let edges = levels + scene.level_count();
        let mut groups: Vec<usize> = (0..edges + heights.tops.len()).collect();
        for way in &scene.ways {
            let (link, first) = (&task.graph.links[way.link], levels + Scene::first_level(way));
            join(&mut groups, first, link.from.number());
            join(&mut groups, first + scene.levels(way).len() - 1, link.to.number());
        }
        for i in 0..groups.len() {
            groups[i] = root(&groups, i);
        }
        Self { groups, levels, edges, pieces: Vec::new(), arcs: Vec::new() }
    }

    fn add_cards(&mut self, graph: &Graph, heights: &Heights, constraints: &Constraints) {
        for (card, &(width, height)) in graph.cards().zip(&graph.size) {
            let (x, y) = (constraints.x[card], heights.y[card]);
            self.pieces.push(Piece {
                group: self.groups[card],
                left: x - width / 2.0,
                right: x + width / 2.0,
                top: y - height / 2.0 - graph.headroom(card),
                bottom: y + height / 2.0,
                card: true,
            });
        }
    }

    /// The level pieces of a link, with the distances between those that follow each other.
    fn add_line(&mut self, task: Task, scene: &Scene, way: &Way, constraints: &Constraints) {
        let (ends, levels, risers) = (&task.graph.links[way.link], scene.levels(way), scene.risers(way));
        let first = self.levels + Scene::first_level(way);
        let side = |card: Item, sign: f64| constraints.x[card] + sign * task.graph.size[card].0 / 2.0;
        // At its own card a piece must not hide that card from what is above and below both.
        let stub = |riser: Option<&Post>, side: f64| {
            riser.map_or(CARD_REACH, |&r| ((constraints.x[r] - side).abs() / 2.0).clamp(LINE_REACH, CARD_REACH))
        };
        let start = (way.exit == Door::Side).then(|| side(ends.from, 1.0)).map(|x| x + stub(risers.first(), x));
        let end = (way.entry == Door::Side).then(|| side(ends.to, -1.0)).map(|x| x - stub(risers.last(), x));
        let turns = || risers.iter().map(|&r| Some(constraints.x[r]));
        let pieces = [start].into_iter().chain(turns()).zip(turns().chain([end]));
        for ((i, &y), piece) in levels.iter().enumerate().zip(pieces) {
            if let (Some(a), Some(b)) = piece {
                let group = self.groups[first + i];
                self.pieces.push(Piece { group, left: a.min(b), right: a.max(b), top: y, bottom: y, card: false });
            }
        }
        let turned = task.turned[way.link];
        for (i, pair) in levels.windows(2).enumerate() {
            let exit = if i == 0 && way.exit != Door::Side { step(turned) } else { PRESSED_LINE_GAP };
            let entry = if i + 2 == levels.len() && way.entry != Door::Side { step(!turned) } else { PRESSED_LINE_GAP };
            let (a, b) = (self.groups[first + i], self.groups[first + i + 1]);
            let ends = if pair[0] <= pair[1] { (a, b) } else { (b, a) };
            self.apart(ends, (pair[0] - pair[1]).abs(), exit.max(entry));
        }
    }

    /// Lets two things come as near as need be, but no nearer than they are if that is too near already.
    fn apart(&mut self, (from, to): (usize, usize), distance: f64, least: f64) {
        if from != to {
            self.arcs.push(Arc { from, to, slack: (distance - least).max(0.0) });
        }
    }

    /// Goes down over all pieces and keeps those apart that see each other.
    fn see(&mut self, options: &Options) {
        let pieces = std::mem::take(&mut self.pieces);
        let middle = |p: usize| pieces[p].top + pieces[p].bottom;
        let mut order: Vec<usize> = (0..pieces.len()).collect();
        order.sort_by(|&a, &b| middle(a).total_cmp(&middle(b)).then(a.cmp(&b)));
        // What is seen from below: parts of the width, from left to right, with the piece that stands there.
        let mut skyline: Vec<(f64, f64, usize)> = Vec::new();
        let mut above = Vec::new();
        for p in order {
            let own = pieces[p];
            let low = skyline.partition_point(|s| s.1 <= own.left - CARD_REACH);
            let high = skyline.partition_point(|s| s.0 < own.right + CARD_REACH);
            above.clear();
            above.extend(skyline.drain(low..high));
            let mut next = low;
            let mut put = |part: (f64, f64, usize)| {
                if part.0 < part.1 {
                    skyline.insert(next, part);
                    next += 1;
                }
            };
            for &(left, right, other) in &above {
                put((left, right.min(own.left), other));
            }
            put((own.left, own.right, p));
            for &(left, right, other) in &above {
                put((left.max(own.right), right, other));
            }
            for &(left, right, other) in &above {
                let other = pieces[other];
                let (reach, least) = match (own.card, other.card) {
                    (true, true) => (CARD_REACH, options.node_gap),
                    (false, false) => (LINE_REACH, PRESSED_LINE_GAP),
                    _ => (LINE_REACH, PRESSED_CARD_GAP),
                };
                if left < own.right + reach && own.left - reach < right {
                    self.apart((other.group, own.group), own.top - other.bottom, least);
                }
            }
        }
        self.pieces = pieces;
    }

    /// Keeps cards in their bands and everything inside the drawing.
    fn bound(&mut self, task: Task, heights: &Heights) {
        let (options, tops) = (task.options, &heights.tops);
        let strip = options.label_strip.max(options.lane_pad);
        for card in task.graph.cards() {
            let (piece, lane) = (self.pieces[card], task.graph.lane[card]);
            let pad = if piece.left < options.label_width { strip } else { options.lane_pad };
            let (top, bottom) = (self.groups[self.edges + lane], self.groups[self.edges + lane + 1]);
            self.apart((top, piece.group), piece.top - tops[lane], pad);
            self.apart((piece.group, bottom), tops[lane + 1] - piece.bottom, options.lane_pad);
        }
        let last = tops.len() - 1;
        let (roof, floor) = (self.groups[self.edges], self.groups[self.edges + last]);
        for i in task.graph.count()..self.pieces.len() {
            let piece = self.pieces[i];
            self.apart((roof, piece.group), piece.top - tops[0], options.label_strip);
            self.apart((piece.group, floor), tops[last] - piece.bottom, EDGE.max(options.lane_pad));
        }
        for (lane, pair) in tops.windows(2).enumerate() {
            let ends = (self.groups[self.edges + lane], self.groups[self.edges + lane + 1]);
            self.apart(ends, pair[1] - pair[0], options.label_strip + options.lane_pad);
        }
    }

    /// How far each group moves down (most move up), or None if distances do not settle.
    fn moves(&self, old: &[f64]) -> Option<Vec<f64>> {
        let edge = |i: usize| self.groups[self.edges + i];
        let mut first = vec![f64::NEG_INFINITY; self.groups.len()];
        first[edge(0)] = 0.0;
        self.push(&mut first)?;
        let new: Vec<f64> = old.iter().enumerate().map(|(i, top)| top + first[edge(i)]).collect();
        let mut last = vec![f64::INFINITY; self.groups.len()];
        (0..new.len()).for_each(|i| last[edge(i)] = first[edge(i)]);
        self.pull(&mut last)?;
        let mut moves = self.wishes(old, &new);
        for ((wish, low), high) in moves.iter_mut().zip(&first).zip(&last) {
            *wish = half(*wish).min(*high).max(*low);
        }
        self.push(&mut moves)?;
        moves.iter().all(|m| m.is_finite()).then_some(moves)
    }

    /// Moves down whatever is too near to something above it.
    fn push(&self, moves: &mut [f64]) -> Option<()> {
        for _ in 0..MOST_PASSES {
            let mut moved = false;
            for arc in &self.arcs {
                let least = moves[arc.from] - arc.slack;
                if least > moves[arc.to] + 1e-6 {
                    // Bands begin at whole px.
                    moves[arc.to] = if arc.to >= self.edges { least.ceil() } else { least };
                    moved = true;
                }
            }
            if !moved {
                return Some(());
            }
        }
        None
    }

    /// Moves up whatever is too near to something below it.
    fn pull(&self, moves: &mut [f64]) -> Option<()> {
        for _ in 0..MOST_PASSES {
            let mut moved = false;
            for arc in self.arcs.iter().rev() {
                let most = moves[arc.to] + arc.slack;
                if most < moves[arc.from] - 1e-6 {
                    moves[arc.from] = most;
                    moved = true;
                }
            }
            if !moved {
                return Some(());
            }
        }
        None
    }

    /// How far each group would like to move: to where it stood in its band.
    fn wishes(&self, old: &[f64], new: &[f64]) -> Vec<f64> {
        let moved = |y: f64| {
            let band = old.partition_point(|t| *t <= y).clamp(1, old.len() - 1) - 1;
            let share = (new[band + 1] - new[band]) / (old[band + 1] - old[band]).max(1.0);
            new[band] + (y - old[band]) * share - y
        };
        let mut wishes = vec![(0.0, 0.0); self.groups.len()];
        for piece in &self.pieces {
            let weight = if piece.card { 100.0 } else { 1.0 };
            let wish = &mut wishes[piece.group];
            wish.0 += weight * moved(f64::midpoint(piece.top, piece.bottom));
            wish.1 += weight;
        }
        for (i, top) in new.iter().enumerate() {
            wishes[self.groups[self.edges + i]] = (top - old[i], 1.0);
        }
        wishes.into_iter().map(|(sum, weight)| if weight > 0.0 { sum / weight } else { 0.0 }).collect()
    }
}

fn root(groups: &[usize], mut i: usize) -> usize {
    while groups[i] != i {
        i = groups[i];
    }
    i
}

/// Lets two things move as one.
fn join(groups: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(groups, a), root(groups, b));
    groups[a.max(b)] = a.min(b);
}
