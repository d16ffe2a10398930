//! Heights: the thinnest bands that hold every column, then y of cards and bends by pooling adjacent violators.

use crate::base::distances::{CHANNEL, EDGE, TRACK};
use crate::base::geometry::half;
use crate::base::settle::{Settler, add_slots};
use crate::diagram::Options;
use crate::graph::Graph;
use crate::heights::doors::Doors;
use crate::heights::frame::Frame;
use crate::heights::ports::{Ports, ports};
use crate::heights::rows::{Rows, Shelf};
use crate::heights::straight::straighten;
use crate::heights::swaps::part;
use crate::order::detours::{Detours, channel};
use crate::order::layers::{FREE, Layers};

/// Sweeps over all columns that find heights.
const ROUNDS: usize = 14;

/// y of everything, in px.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heights {
    /// Centre of each item.
    pub y: Vec<f64>,
    /// Top of each band, and the bottom of the last.
    pub tops: Vec<f64>,
    /// Innermost track of the channel above and of the one below.
    pub tracks: (f64, f64),
    /// How many rows the cards of each lane take, and all rows that there is room for.
    pub rows: Vec<usize>,
    pub shelves: Vec<Vec<Shelf>>,
    /// Height of the row that each card likes to stand in.
    pub home: Vec<Option<f64>>,
    /// Bottom of the last band, without the channel below.
    content: f64,
}

impl Heights {
    /// y of a track of a channel.
    pub(crate) fn track(&self, above: bool, track: usize) -> f64 {
        let out = TRACK * track as f64;
        if above { self.tracks.0 - out } else { self.tracks.1 + out }
    }
}

/// What is drawn once the order of the columns is known.
#[derive(Clone, Copy)]
pub(crate) struct Task<'a> {
    pub graph: &'a Graph,
    pub layers: &'a Layers,
    pub detours: &'a Detours,
    pub frame: &'a Frame,
    /// For each link, whether it is laid out from its effect to its cause.
    pub turned: &'a [bool],
    pub options: &'a Options,
    /// Whether foreign lines must keep clear of arrow heads, for which there may be no room.
    pub airy: bool,
}

/// Finds the bands and the y of every item, if all of it is less than this high.
pub(crate) fn heights_below(task: Task, rows: &Rows, most: f64) -> Option<Heights> {
    let mut room = Room::new(task);
    let mut cards = vec![Vec::new(); task.graph.lanes];
    for (card, &lane) in task.graph.lane.iter().enumerate() {
        cards[lane].push(card);
    }
    let (mut y, mut tops) = room.pack(rows, &cards);
    if tops.last().is_some_and(|t| *t >= most) {
        return None;
    }
    room.content = tops.last().copied().unwrap_or(0.0);
    let below = channel(task.detours.tracks.1);
    if let Some(bottom) = tops.last_mut().filter(|_| task.detours.tracks.1 > 0) {
        *bottom += below;
    }
    if rows.least.iter().any(|&least| least > 1) {
        let mut without = y.clone();
        room.pull(&mut without, &tops, ROUNDS - 2);
        room.choose_rows(rows, &cards, &without);
    }
    room.pull(&mut y, &tops, 0);
    room.straighten(&mut y);
    let tracks = (room.frame.ceiling - CHANNEL, room.content - task.options.lane_pad + CHANNEL);
    let Room { content, rows, shelves, home, .. } = room;
    Some(Heights { y, tops, tracks, rows, shelves, home, content })
}

/// Finds the bands and the y of every item.
pub(crate) fn heights(task: Task, rows: &Rows) -> Heights {
    // Nothing is infinitely high.
    heights_below(task, rows, f64::INFINITY).unwrap_or_default()
}

/// The same bands with a card in another row, as far as its neighbours let it.
pub(crate) fn in_row(task: Task, heights: &Heights, card: usize, row: f64) -> Heights {
    let mut moved = heights.clone();
    moved.home[card] = Some(row);
    let room = Room { content: heights.content, home: std::mem::take(&mut moved.home), ..Room::new(task) };
    room.pull(&mut moved.y, &moved.tops, ROUNDS - 4);
    room.straighten(&mut moved.y);
    Heights { home: room.home, ..moved }
}

/// Where links touch their cards.
#[derive(Clone, Debug)]
pub(crate) struct Touch {
    pub ports: Ports,
    /// Which links go through tops and bottoms.
    pub doors: Doors,
}

/// Finds doors and ports, but for doors that are shut (at the cause, at the effect), and straightens the links.
pub(crate) fn touch(task: Task, heights: &mut Heights, shut: &[(bool, bool)]) -> Touch {
    let Task { graph, layers, frame, .. } = task;
    let room = Room { content: heights.content, ..Room::new(task) };
    let y = &mut heights.y;
    let mut doors = Doors::open(task, y, shut);
    let mut found = ports(graph, frame, &doors, y);
    straighten(&room, Some((&found, &doors)), y);
    found.level(graph, layers, y);
    part(&room, &found, y);
    if doors.check(task, &found, y) {
        found = ports(graph, frame, &doors, y);
        found.level(graph, layers, y);
    }
    Touch { ports: found, doors }
}

/// The heights that are allowed.
pub(crate) struct Room<'a> {
    pub graph: &'a Graph,
    pub layers: &'a Layers,
    pub options: &'a Options,
    pub frame: &'a Frame,
    /// Bottom of the last band, without the channel below.
    content: f64,
    /// Height of the row that each card likes to stand in.
    pub home: Vec<Option<f64>>,
    /// How many rows the cards of each lane take, and their distance.
    pub rows: Vec<usize>,
    pub shelves: Vec<Vec<Shelf>>,
}

impl<'a> Room<'a> {
    fn new(task: Task<'a>) -> Self {
        let Task { graph, layers, frame, options, .. } = task;
        let (home, rows, shelves) = (vec![None; graph.count()], vec![1; graph.lanes], vec![Vec::new(); graph.lanes]);
        Self { graph, layers, options, frame, content: 0.0, home, rows, shelves }
    }

    /// The top-most position of every item and the earliest top of every band: the least total height there is, but
    /// for what cards need to stand in rows.
    fn pack(&mut self, rows: &Rows, cards: &[Vec<usize>]) -> (Vec<f64>, Vec<f64>) {
        let mut y = vec![0.0; self.layers.at.len()];
        let mut next = vec![0; self.layers.columns.len()];
        let (mut tops, mut top) = (vec![0.0], 0.0);
        for (lane, cards) in cards.iter().enumerate() {
            let bottom = self.pack_lane(lane, top, &mut y, &mut next);
            let bottom = self.give_rows(rows, cards, &y, (top, bottom));
            top = bottom.ceil();
            tops.push(top);
        }
        for (column, &next) in self.layers.columns.iter().zip(&next) {
            for at in next..column.len() {
                y[column[at]] = self.highest(column, at, &y);
                top = top.max((y[column[at]] + EDGE.max(self.options.lane_pad)).ceil());
            }
        }
        if let Some(bottom) = tops.last_mut() {
            *bottom = top;
        }
        (y, tops)
    }

    /// The highest centre for an item below the one before it.
    fn highest(&self, column: &[usize], at: usize, y: &[f64]) -> f64 {
        let item = column[at];
        let first = self.frame.ceiling + self.frame.extent[item].0;
        at.checked_sub(1).map_or(first, |b| first.max(y[column[b]] + self.frame.apart[item]))
    }

    /// Packs the items down to the last card of a lane in each column; gives the bottom of the lane's band.
    fn pack_lane(&self, lane: usize, top: f64, y: &mut [f64], next: &mut [usize]) -> f64 {
        let mut bottom = top + self.options.label_strip + self.options.lane_pad;
        for ((column, next), strip) in self.layers.columns.iter().zip(next).zip(&self.frame.strip) {
            let ours = |i: usize| self.layers.lane[i] == lane;
            let Some(last) = column.iter().rposition(|&i| ours(i)).filter(|l| l + 1 > *next) else {
                continue;
            };
            for at in *next..=last {
                let item = column[at];
                let own = if ours(item) { top + strip + self.frame.extent[item].0 } else { 0.0 };
                y[item] = self.highest(column, at, y).max(own);
            }
            *next = last + 1;
            bottom = bottom.max(y[column[last]] + self.frame.extent[column[last]].1 + self.options.lane_pad);
        }
        bottom
    }

    /// Sweeps over the columns, each item drawn towards its neighbours, cards held in their bands.
    fn pull(&self, y: &mut [f64], tops: &[f64], first: usize) {
        let columns = &self.layers.columns;
        let mut slots = Vec::with_capacity(y.len());
        let mut starts = Vec::with_capacity(columns.len());
        for column in columns {
            starts.push(slots.len());
            let slot = |&item: &usize| {
                let (low, high) = self.bounds(item, tops);
                (self.frame.apart[item], low, high)
            };
            add_slots(&mut slots, column.iter().map(slot));
        }
        let (mut settler, mut wishes) = (Settler::default(), Vec::new());
        for round in first..ROUNDS {
            let shares = match (round < 10, round % 2 == 0) {
                (false, _) => (1.0, 1.0),
                (true, true) => (1.0, 0.25),
                (true, false) => (0.25, 1.0),
            };
            for step in 0..columns.len() {
                let c = if round % 2 == 0 { step } else { columns.len() - 1 - step };
                wishes.clear();
                wishes.extend(columns[c].iter().map(|&item| self.wish(item, y, shares)));
                settler.pool(&slots[starts[c]..], wishes.iter().copied(), |at, value| y[columns[c][at]] = value);
            }
        }
    }

    /// Rounds heights and takes needless steps out of links.
    fn straighten(&self, y: &mut [f64]) {
        for v in &mut *y {
            *v = half(*v);
        }
        straighten(self, None, y);
    }

    /// The heights open to a bend.
    pub(crate) fn free(&self) -> (f64, f64) {
        (self.frame.ceiling, self.content - EDGE.max(self.options.lane_pad))
    }

    fn bounds(&self, item: usize, tops: &[f64]) -> (f64, f64) {
        let (up, down) = self.frame.extent[item];
        let lane = self.layers.lane[item];
        if lane == FREE {
            return self.free();
        }
        let bottom = if lane + 1 == self.graph.lanes { self.content } else { tops[lane + 1] };
        let low = (tops[lane] + self.frame.strip[self.layers.column[item]]).max(self.frame.ceiling) + up;
        (low, bottom - self.options.lane_pad - down)
    }

    /// Where an item would like to be, and how much: bends pull hardest so that long links run straight.
    fn wish(&self, item: usize, y: &[f64], shares: (f64, f64)) -> (f64, f64) {
        let (mut sum, mut weight) = (0.0, 0.0);
        let card = self.layers.is_card(item);
        let (to_card, to_bend) = if card { (1.0, 2.0) } else { (2.0, 8.0) };
        let neighbours = [(&self.layers.left, shares.0), (&self.layers.right, shares.1)];
        for (lists, share) in neighbours {
            for other in lists.of(item as u32).iter().map(|&other| other as usize) {
                let pull = if self.layers.is_card(other) { to_card } else { to_bend } * share;
                sum += pull * y[other];
                weight += pull;
            }
        }
        if card && let Some(row) = self.home[item] {
            sum += ROW_PULL * row;
            weight += ROW_PULL;
        }
        if weight > 0.0 { (sum / weight, weight) } else { (y[item], 0.1) }
    }
}

/// How strongly cards are drawn to the row of their band.
const ROW_PULL: f64 = 300.0;
