//! Heights: the thinnest bands that hold every column, then y of cards and bends by pooling adjacent violators.

use crate::base::distances::{CHANNEL, EDGE, TRACK};
use crate::base::geometry::half;
use crate::heights::room::{ROUNDS, Room, Shelf};
use crate::heights::rows::{Rows, choose_rows, give_rows};
use crate::heights::straight::straighten;
use crate::heights::task::Task;
use crate::order::detours::channel;

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
    pub content: f64,
}

impl Heights {
    /// y of a track of a channel.
    pub(crate) fn track(&self, above: bool, track: usize) -> f64 {
        let out = TRACK * track as f64;
        if above { self.tracks.0 - out } else { self.tracks.1 + out }
    }
}

/// Finds the bands and the y of every item, if all of it is less than this high.
pub(crate) fn heights_below(task: Task, rows: &Rows, most: f64) -> Option<Heights> {
    let mut room = Room::new(task);
    let mut cards = vec![Vec::new(); task.graph.lanes];
    for (card, &lane) in task.graph.lane.iter().enumerate() {
        cards[lane].push(card);
    }
    let (mut y, mut tops) = pack(&mut room, rows, &cards);
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
        choose_rows(&mut room, rows, &cards, &without);
    }
    room.pull(&mut y, &tops, 0);
    settle(&room, &mut y);
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
    settle(&room, &mut moved.y);
    Heights { home: room.home, ..moved }
}

/// The top-most position of every item and the earliest top of every band: the least total height there is, but
/// for what cards need to stand in rows.
fn pack(room: &mut Room, rows: &Rows, cards: &[Vec<usize>]) -> (Vec<f64>, Vec<f64>) {
    let mut y = vec![0.0; room.layers.at.len()];
    let mut next = vec![0; room.layers.columns.len()];
    let (mut tops, mut top) = (vec![0.0], 0.0);
    for (lane, cards) in cards.iter().enumerate() {
        let bottom = pack_lane(room, lane, top, &mut y, &mut next);
        let bottom = give_rows(room, rows, cards, &y, (top, bottom));
        top = bottom.ceil();
        tops.push(top);
    }
    for (column, &next) in room.layers.columns.iter().zip(&next) {
        for at in next..column.len() {
            y[column[at]] = room.highest(column, at, &y);
            top = top.max((y[column[at]] + EDGE.max(room.options.lane_pad)).ceil());
        }
    }
    if let Some(bottom) = tops.last_mut() {
        *bottom = top;
    }
    (y, tops)
}

/// Packs the items down to the last card of a lane in each column; gives the bottom of the lane's band.
fn pack_lane(room: &Room, lane: usize, top: f64, y: &mut [f64], next: &mut [usize]) -> f64 {
    let mut bottom = top + room.options.label_strip + room.options.lane_pad;
    for ((column, next), strip) in room.layers.columns.iter().zip(next).zip(&room.frame.strip) {
        let ours = |i: usize| room.layers.lane[i] == lane;
        let Some(last) = column.iter().rposition(|&i| ours(i)).filter(|l| l + 1 > *next) else {
            continue;
        };
        for at in *next..=last {
            let item = column[at];
            let own = if ours(item) { top + strip + room.frame.extent[item].0 } else { 0.0 };
            y[item] = room.highest(column, at, y).max(own);
        }
        *next = last + 1;
        bottom = bottom.max(y[column[last]] + room.frame.extent[column[last]].1 + room.options.lane_pad);
    }
    bottom
}

/// Rounds heights and takes needless steps out of links.
fn settle(room: &Room, y: &mut [f64]) {
    for v in &mut *y {
        *v = half(*v);
    }
    straighten(room, None, y);
}
