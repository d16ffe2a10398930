//! The drawing as posts: cards and the vertical pieces of links, from left to right, and the ways along them.

use crate::base::distances::{CARD_PAD, LID_CORNER, LINE_PAD};
use crate::compact::risers::{Riser, order};
use crate::graph::Graph;
use crate::heights::doors::Door;
use crate::heights::place::Heights;
use crate::heights::task::Task;
use crate::heights::touch::Touch;
use crate::order::detours::{Detour, Gate};
use crate::order::layers::Chain;

/// A card or a vertical piece of a link.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Post {
    /// The heights it stands at, with the free room it needs.
    pub top: f64,
    pub bottom: f64,
    /// Half of its width.
    pub half: f64,
    /// Least x of its centre.
    pub least: f64,
    pub card: bool,
    /// The card whose top or bottom it shares with others, and how near they may stand there.
    pub lid: Option<(usize, f64)>,
    /// Where it stands in the left-to-right order: gap or column, then within that.
    key: (usize, i64, usize),
}

/// A link's way: it leaves its cause at the first height and takes the risers from height to height.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub link: usize,
    /// Runs from left to right.
    pub forward: bool,
    pub exit: Door,
    pub entry: Door,
    /// Which of the scene's steps are its own: from the first number to before the second.
    steps: (usize, usize),
    /// Where its levels begin: there is one more than steps.
    levels: usize,
}

/// All posts, cards first, and all ways.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    pub posts: Vec<Post>,
    pub ways: Vec<Way>,
    /// The posts from left to right.
    pub order: Vec<usize>,
    /// Posts of the risers of all ways, and the heights between them.
    steps: Vec<usize>,
    levels: Vec<f64>,
}

impl Scene {
    pub(crate) fn new(task: Task, heights: &Heights, touch: &Touch) -> Self {
        let room = task.graph.count() + task.layers.at.len() + 2 * task.detours.list.len();
        let mut scene = Self {
            posts: Vec::with_capacity(room),
            ways: Vec::with_capacity(task.graph.links.len()),
            order: Vec::new(),
            steps: Vec::with_capacity(room),
            levels: Vec::with_capacity(room + task.graph.links.len()),
        };
        scene.add_cards(task, heights);
        scene.add_chains(task, heights, touch);
        let caps = caps(task);
        for detour in &task.detours.list {
            scene.add_detour(task, heights, touch, (detour, &caps));
        }
        scene.order = (0..scene.posts.len()).collect();
        let posts = &scene.posts;
        scene.order.sort_unstable_by_key(|&p| posts[p].key);
        scene
    }

    /// The risers of a way, from its cause on.
    pub(crate) fn risers(&self, way: &Way) -> &[usize] {
        &self.steps[way.steps.0..way.steps.1]
    }

    /// The heights of a way: it leaves its cause at the first and takes the risers from height to height.
    pub(crate) fn levels(&self, way: &Way) -> &[f64] {
        &self.levels[way.levels..=way.levels + way.steps.1 - way.steps.0]
    }

    /// Number of a way's first level among all levels.
    pub(crate) fn first_level(way: &Way) -> usize {
        way.levels
    }

    /// Number of all levels.
    pub(crate) fn level_count(&self) -> usize {
        self.levels.len()
    }

    /// Moves each level down by so much; the posts stay as they are.
    pub(crate) fn lower(&mut self, by: impl Fn(usize) -> f64) {
        for (i, level) in self.levels.iter_mut().enumerate() {
            *level += by(i);
        }
    }

    fn add_cards(&mut self, task: Task, heights: &Heights) {
        let Task { graph, layers, options, .. } = task;
        let pad = CARD_PAD.min(options.node_gap / 2.0);
        for (card, &(width, height)) in graph.size.iter().enumerate() {
            let y = heights.y[card];
            let top = y - height / 2.0 - graph.headroom(card);
            let under_name = top < heights.tops[graph.lane[card]] + options.label_strip.max(options.lane_pad);
            let left = if under_name { options.label_width.max(options.margin) } else { options.margin };
            self.posts.push(Post {
                top: top - pad,
                bottom: y + height / 2.0 + pad,
                half: width / 2.0,
                least: left + width / 2.0,
                card: true,
                lid: None,
                key: (2 * layers.column[card] + 1, layers.at[card] as i64, card),
            });
        }
    }

    fn add_chains(&mut self, task: Task, heights: &Heights, touch: &Touch) {
        let layers = task.layers;
        let mut gaps: Vec<Vec<(Riser, usize)>> = vec![Vec::new(); layers.columns.len()];
        for chain in &layers.chains {
            let (exit, entry) = (touch.doors.exit[chain.link], touch.doors.entry[chain.link]);
            let (first, from) = (self.steps.len(), self.levels.len());
            let mut heights = levels(task.graph, chain, heights, touch);
            let mut height = heights.next().unwrap_or(0.0);
            self.levels.push(height);
            for (next, &item) in heights.zip(&chain.items) {
                if height != next {
                    let gap = layers.column[item];
                    gaps[gap].push((Riser { from: height, to: next }, self.posts.len()));
                    self.steps.push(self.posts.len());
                    self.levels.push(next);
                    self.posts.push(riser(height, next, (2 * gap + 2, 0, self.posts.len())));
                }
                height = next;
            }
            let steps = (first, self.steps.len());
            let way = Way { link: chain.link, forward: true, exit, entry, steps, levels: from };
            self.clear_doors(&way);
            self.ways.push(way);
        }
        for gap in gaps {
            let risers: Vec<Riser> = gap.iter().map(|g| g.0).collect();
            for (slot, at) in order(&risers).into_iter().enumerate() {
                self.posts[gap[at].1].key.1 = slot as i64;
            }
        }
    }

    /// At a top or bottom the riser's free room begins where the card's own ends.
    fn clear_doors(&mut self, way: &Way) {
        let ends = [self.risers(way).first(), self.risers(way).last()].map(Option::<&usize>::copied);
        for (door, riser) in [way.exit, way.entry].into_iter().zip(ends) {
            let Some(post) = riser.and_then(|r| self.posts.get_mut(r)) else { continue };
            match door {
                Door::Side => {}
                Door::Base => post.top += LINE_PAD + CARD_PAD,
                Door::Lid => post.bottom -= LINE_PAD + CARD_PAD,
            }
        }
    }

    fn add_detour(&mut self, task: Task, heights: &Heights, touch: &Touch, (detour, caps): (&Detour, &[usize])) {
        let Task { graph, layers, .. } = task;
        let link = &graph.links[detour.link];
        let track = heights.track(detour.above, detour.track);
        let mut end = |card: usize, gate: Gate, leaves: bool| {
            let (y, column) = (heights.y[card], 2 * layers.column[card]);
            let id = self.posts.len();
            let (door, level, key) = match (gate, leaves) {
                (Gate::Cap, _) => {
                    let half = graph.size[card].1 / 2.0;
                    let cap = task.frame.cap[detour.link];
                    let key = (column + 1, ((if leaves { cap.0 } else { cap.1 }) * 16.0) as i64, id);
                    if detour.above { (Door::Lid, y - half, key) } else { (Door::Base, y + half, key) }
                }
                (Gate::Riser(n), true) => {
                    (Door::Side, touch.ports.exit[detour.link], (column + 2, n as i64 - (1 << 40), id))
                }
                (Gate::Riser(n), false) => {
                    (Door::Side, touch.ports.entry[detour.link], (column, (1 << 40) - n as i64, id))
                }
            };
            let room = (graph.size[card].0 - 2.0 * LID_CORNER).max(0.0) / caps[card].max(1) as f64;
            let lid = (gate == Gate::Cap).then_some((card, room));
            self.posts.push(Post { lid, ..riser(level, track, key) });
            (door, level, id)
        };
        let (exit, from, first) = end(link.from, detour.exit, true);
        let (entry, to, last) = end(link.to, detour.entry, false);
        let steps = (self.steps.len(), self.steps.len() + 2);
        let way = Way { link: detour.link, forward: false, exit, entry, steps, levels: self.levels.len() };
        self.steps.extend([first, last]);
        self.levels.extend([from, track, to]);
        self.clear_doors(&way);
        self.ways.push(way);
    }
}

/// Whether arrows enter each card from the left (right), through its side.
pub(crate) fn heads(task: Task, scene: &Scene) -> Vec<(bool, bool)> {
    let mut heads = vec![(false, false); task.graph.count()];
    for way in &scene.ways {
        let link = &task.graph.links[way.link];
        if task.turned[way.link] {
            heads[link.from].1 |= way.exit == Door::Side;
        } else {
            heads[link.to].0 |= way.entry == Door::Side;
        }
    }
    heads
}

/// Number of outside links at the top or bottom of each card.
fn caps(task: Task) -> Vec<usize> {
    let mut caps = vec![0; task.graph.count()];
    for detour in &task.detours.list {
        let link = &task.graph.links[detour.link];
        caps[link.from] += usize::from(detour.exit == Gate::Cap);
        caps[link.to] += usize::from(detour.entry == Gate::Cap);
    }
    caps
}

fn riser(from: f64, to: f64, key: (usize, i64, usize)) -> Post {
    Post {
        top: from.min(to) - LINE_PAD,
        bottom: from.max(to) + LINE_PAD,
        half: 0.0,
        least: 0.0,
        card: false,
        lid: None,
        key,
    }
}

/// The heights of a chain from column to column, from the cause's border to the effect's.
fn levels(graph: &Graph, chain: &Chain, heights: &Heights, touch: &Touch) -> impl Iterator<Item = f64> {
    let ends = &graph.links[chain.link];
    let border = |card: usize, door: Door, port: f64| match door {
        Door::Side => port,
        Door::Lid => heights.y[card] - graph.size[card].1 / 2.0,
        Door::Base => heights.y[card] + graph.size[card].1 / 2.0,
    };
    let last = chain.items.len() - 1;
    let exit = border(ends.from, touch.doors.exit[chain.link], touch.ports.exit[chain.link]);
    let entry = border(ends.to, touch.doors.entry[chain.link], touch.ports.entry[chain.link]);
    chain.items.iter().enumerate().map(move |(i, &item)| match i {
        0 => exit,
        i if i == last => entry,
        _ => heights.y[item],
    })
}
