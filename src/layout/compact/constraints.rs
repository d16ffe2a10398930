//! x of everything: as narrow as order and distances allow, then everything drawn towards what it is linked with.
//!
//! One-dimensional compaction as in VLSI layout (Lengauer 1990): a sweep finds which posts see each other, longest
//! paths push them to the left. Heights and order stay, so no crossing is added and no line meets a card.

use crate::base::distances::{CROWDED_RISER_GAP, HEAD_GAP, RISER_CARD_GAP, RISER_GAP};
use crate::base::index::{Distance, Link, Place, Post};
use crate::base::lists::Lists;
use crate::compact::leads::{Arc, When, leads};
use crate::compact::posts::{Scene, Way, heads};
use crate::diagram::Options;
use crate::graph::Graph;
use crate::heights::task::Task;

/// Posts from which lines move closer together.
const CROWD: f64 = 2500.0;
/// Passes over all posts until distances must hold: at least, one more for so many posts, and at most.
const PASSES: (usize, usize, usize) = (12, 32, 40);
/// Rounds of pulling.
const PULLS: usize = 10;

/// A door: the arc that holds its riser at its card, its link, and whether it is at the cause.
type DoorArc = (Distance, Link, bool);

/// A distance as seen from one of its posts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Near {
    pub arc: Distance,
    /// The post at the other end.
    pub post: Post,
    pub gap: f64,
}

/// The distances between posts and where the posts stand.
pub(crate) struct Constraints {
    pub x: Vec<f64>,
    /// Right border of the last post.
    pub end: f64,
    /// Whether all distances hold.
    pub held: bool,
    /// Least distance between two lines.
    pub line_gap: f64,
    pub(crate) arcs: Vec<Arc>,
    /// How many of the arcs, from the first on, are between posts that see each other.
    pub(crate) seen: usize,
    doors: Vec<DoorArc>,
    /// Place of each post in the left-to-right order.
    pub(crate) place: Vec<Place>,
    /// Arcs into and out of each post.
    pub(crate) into: Lists<Near>,
    pub(crate) out: Lists<Near>,
}

impl Constraints {
    /// Finds all distances and pushes everything to the left; in `hope` without what keeps doors at their cards.
    pub(crate) fn new(task: Task, scene: &Scene, hope: bool) -> Self {
        let mut constraints = Self::empty(scene);
        let heads = if task.airy { heads(task, scene) } else { vec![(false, false); task.graph.count()] };
        constraints.see(scene, task.options, &heads);
        constraints.seen = constraints.arcs.len();
        for way in &scene.ways {
            constraints.follow(task, scene, way);
        }
        constraints.index(hope);
        constraints.push_left(scene);
        constraints
    }

    fn empty(scene: &Scene) -> Self {
        let mut place = vec![Place::default(); scene.posts.len()];
        for (at, &p) in Place::all(0..scene.order.len()).zip(&scene.order) {
            place[p] = at;
        }
        let x = scene.posts.iter().map(|p| p.least).collect();
        let (arcs, doors, into, out) = (Vec::new(), Vec::new(), Lists::default(), Lists::default());
        let line_gap = (RISER_GAP * CROWD / scene.posts.len().max(1) as f64).clamp(CROWDED_RISER_GAP, RISER_GAP);
        Self { x, end: 0.0, held: false, line_gap, arcs, seen: 0, doors, place, into, out }
    }

    /// Sweeps down over all posts and keeps those apart that stand next to each other at any height.
    fn see(&mut self, scene: &Scene, options: &Options, heads: &[(bool, bool)]) {
        let mut events: Vec<(i64, bool, Post)> = Vec::with_capacity(scene.posts.len() * 2);
        for (p, post) in scene.all().zip(&scene.posts).filter(|(_, p)| p.top < p.bottom) {
            events.push((ordered(post.top), true, p));
            events.push((ordered(post.bottom), false, p));
        }
        events.sort_unstable();
        let mut standing: Vec<Place> = Vec::new();
        // What a post saw last at its right: most pairs see each other again and again.
        let mut seen = vec![None; scene.posts.len()];
        let mut apart = |constraints: &mut Self, left: Option<Place>, right: Option<Place>| {
            let (Some(left), Some(right)) = (left, right) else { return };
            if seen[left].replace(right) != Some(right) {
                constraints.keep_apart(scene, options, heads, (scene.order[left], scene.order[right]));
            }
        };
        for (_, begins, p) in events {
            let at = self.place[p];
            let index = standing.partition_point(|&s| s < at);
            let left = index.checked_sub(1).map(|i| standing[i]);
            if begins {
                let right = standing.get(index).copied();
                standing.insert(index, at);
                apart(self, left, Some(at));
                apart(self, Some(at), right);
            } else {
                standing.remove(index);
                apart(self, left, standing.get(index).copied());
            }
        }
    }

    fn keep_apart(&mut self, scene: &Scene, options: &Options, heads: &[(bool, bool)], (from, to): (Post, Post)) {
        let (a, b) = (&scene.posts[from], &scene.posts[to]);
        let shared = a.lid.filter(|l| b.lid.is_some_and(|m| m.0 == l.0)).map_or(f64::INFINITY, |l| l.1);
        let gap = match (a.card, b.card) {
            (true, true) => options.node_gap,
            (false, false) => self.line_gap.min(shared),
            (false, true) if heads[to].0 => HEAD_GAP,
            (true, false) if heads[from].1 => HEAD_GAP,
            _ => RISER_CARD_GAP,
        };
        self.arcs.push(Arc { from, to, gap: gap + a.half + b.half });
    }

    /// Distances along a way.
    fn follow(&mut self, task: Task, scene: &Scene, way: &Way) {
        leads(task, scene, way, (false, false), |arc, when| {
            if let When::Held(exit) = when {
                self.doors.push((Distance::new(self.arcs.len()), way.link, exit));
            }
            self.arcs.push(arc);
        });
    }

    fn index(&mut self, hope: bool) {
        let mut skip = vec![false; self.arcs.len()];
        self.doors.iter().filter(|_| hope).for_each(|d| skip[d.0] = true);
        let arcs = Distance::all(0..self.arcs.len()).zip(&self.arcs);
        let kept = arcs.filter(|&(arc, _)| !skip[arc]);
        let into = kept.clone().map(|(arc, a)| (a.to.number(), Near { arc, post: a.from, gap: a.gap }));
        let out = kept.map(|(arc, a)| (a.from.number(), Near { arc, post: a.to, gap: a.gap }));
        (self.into, self.out) = (Lists::new(self.place.len(), into), Lists::new(self.place.len(), out));
    }

    /// Everything as far left as it can be.
    fn push_left(&mut self, scene: &Scene) {
        // After the first pass only posts behind one that moved may have to move.
        let mut due = vec![true; self.x.len()];
        for _ in 0..(PASSES.0 + self.x.len() / PASSES.1).min(PASSES.2) {
            let mut moved = false;
            for &p in &scene.order {
                if !std::mem::replace(&mut due[p], false) {
                    continue;
                }
                let low = self.low(p);
                if low > self.x[p] + 1e-6 {
                    self.x[p] = low;
                    moved = true;
                    self.out.of(p.number()).iter().for_each(|a| due[a.post] = true);
                }
            }
            if !moved {
                self.held = true;
                break;
            }
        }
        self.end = scene.posts.iter().zip(&self.x).map(|(p, x)| x + p.half).fold(0.0, f64::max);
    }

    fn low(&self, post: Post) -> f64 {
        let arcs = self.into.of(post.number()).iter();
        arcs.map(|a| self.x[a.post] + a.gap).fold(f64::NEG_INFINITY, f64::max)
    }

    fn high(&self, post: Post, x: &[f64]) -> f64 {
        self.out.of(post.number()).iter().map(|a| x[a.post] - a.gap).fold(f64::INFINITY, f64::min)
    }

    fn slack(&self, arc: Distance) -> f64 {
        let a = &self.arcs[arc];
        self.x[a.to] - self.x[a.from] - a.gap
    }

    /// Doors (link, at the cause) that could not be had without making the drawing wider.
    pub(crate) fn unreachable(&self, scene: &Scene) -> impl Iterator<Item = (Link, bool)> {
        let last = self.last(scene);
        let out_of_reach = move |d: &&DoorArc| {
            let arc = &self.arcs[d.0];
            self.x[arc.from] + arc.gap > last[arc.to] + 1e-6
        };
        self.doors.iter().filter(out_of_reach).map(|d| (d.1, d.2))
    }

    /// The rightmost place of each post that makes nothing wider.
    pub(crate) fn last(&self, scene: &Scene) -> Vec<f64> {
        let mut last: Vec<f64> = scene.posts.iter().map(|p| self.end - p.half).collect();
        for &p in scene.order.iter().rev() {
            last[p] = last[p].min(self.high(p, &last));
        }
        last
    }

    /// Which posts stand on a longest path.
    pub(crate) fn critical(&self, scene: &Scene) -> Vec<bool> {
        let mut critical = vec![false; self.x.len()];
        let last = |p: &Post| self.x[*p] + scene.posts[*p].half > self.end - 0.01;
        let mut walk: Vec<Post> = scene.all().filter(last).collect();
        while let Some(p) = walk.pop() {
            if !std::mem::replace(&mut critical[p], true) {
                let arcs = self.into.of(p.number()).iter();
                walk.extend(arcs.filter(|a| self.slack(a.arc) < 0.01).map(|a| a.post));
            }
        }
        critical
    }

    /// The lane with most cards on the longest paths, of those that are not closed.
    pub(crate) fn tight_lane(&self, graph: &Graph, scene: &Scene, closed: &[bool]) -> Option<usize> {
        let critical = self.critical(scene);
        let mut cards = vec![0; graph.lanes];
        graph.cards().filter(|&c| critical[c]).for_each(|c| cards[graph.lane[c]] += 1);
        let open = (0..graph.lanes).filter(|&l| !closed[l] && cards[l] > 1);
        open.max_by_key(|&l| (cards[l], std::cmp::Reverse(l)))
    }

    /// Length of all lines, in px.
    pub(crate) fn length(&self, graph: &Graph, scene: &Scene) -> f64 {
        let way = |way: &Way| {
            let stops = stops(graph, scene, way);
            let across: f64 = stops.clone().zip(stops.skip(1)).map(|(a, b)| (self.x[a] - self.x[b]).abs()).sum();
            across + scene.levels(way).windows(2).map(|l| (l[0] - l[1]).abs()).sum::<f64>()
        };
        scene.ways.iter().map(way).sum()
    }

    /// Sweeps to and fro, each post drawn to the middle of what it is linked with.
    pub(crate) fn pull(&mut self, graph: &Graph, scene: &Scene) {
        let mut linked: Vec<Vec<Post>> = vec![Vec::new(); self.x.len()];
        for way in &scene.ways {
            let stops: Vec<Post> = stops(graph, scene, way).collect();
            for pair in stops.windows(2) {
                linked[pair[0]].push(pair[1]);
                linked[pair[1]].push(pair[0]);
            }
        }
        for round in 0..PULLS {
            for step in 0..scene.order.len() {
                let at = if round % 2 == 0 { scene.order.len() - 1 - step } else { step };
                let p = scene.order[at];
                if linked[p].is_empty() {
                    continue;
                }
                let wish = linked[p].iter().map(|&o| self.x[o]).sum::<f64>() / linked[p].len() as f64;
                let low = self.low(p).max(scene.posts[p].least);
                let high = self.high(p, &self.x).min(self.end - scene.posts[p].half);
                self.x[p] = wish.min(high).max(low);
            }
        }
    }
}

/// The posts along a way: its cause's, its risers and its effect's.
fn stops<'a>(graph: &Graph, scene: &'a Scene, way: &Way) -> impl Iterator<Item = Post> + Clone + use<'a> {
    let ends = &graph.links[way.link];
    let risers = scene.risers(way).iter().copied();
    std::iter::once(ends.from.into()).chain(risers).chain(std::iter::once(ends.to.into()))
}

/// An integer for each number, in the same order.
fn ordered(v: f64) -> i64 {
    let bits = v.to_bits() as i64;
    if bits < 0 { i64::MIN - bits } else { bits }
}
