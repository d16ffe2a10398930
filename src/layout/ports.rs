//! Where links touch the sides of cards: spread by the order of their other ends, straight where they can be.

use super::clean::Graph;
use super::doors::{Door, Doors};
use super::geometry::{Wish, half, settle};
use super::layers::Layers;
use super::returning::{Detours, Gate};

/// Distance kept from a card's corner, in px.
const CORNER: f64 = 8.0;
/// Least distance between two ports that is kept when one gives way, in px.
const LEAST: f64 = 8.0;
/// Steps in a line up to this height are levelled if a port can give way, in px.
const WIGGLE: f64 = 9.0;
/// Usual distance between two ports, in px.
const PITCH: f64 = 10.0;

/// y of both ends of each link, and x of the ends that lie on a top or bottom.
#[derive(Clone, Debug)]
pub(super) struct Ports {
    /// y on the cause's right side, by link.
    pub exit: Vec<f64>,
    /// y on the effect's left side, by link.
    pub entry: Vec<f64>,
    /// x offset from the cause's and from the effect's centre for doors in top or bottom, by link.
    pub cap: Vec<(f64, f64)>,
    /// Links at the right and at the left side of each card, top to bottom.
    pub(super) sides: Vec<(Vec<usize>, Vec<usize>)>,
}

/// One end of a link at one side of a card.
#[derive(Clone, Copy)]
struct End {
    link: usize,
    /// Order of the other end, from the top.
    key: (i64, usize),
    /// y of the other end and whether it is a card.
    other: Option<(f64, bool)>,
}

/// Finds all ports.
pub(super) fn ports(graph: &Graph, layers: &Layers, detours: &Detours, doors: &Doors, y: &[f64]) -> Ports {
    let (mut right, mut left) = (vec![Vec::new(); graph.count()], vec![Vec::new(); graph.count()]);
    for chain in &layers.chains {
        let &[first, second, ..] = chain.items.as_slice() else {
            continue;
        };
        let (before, last) = (chain.items[chain.items.len() - 2], chain.items[chain.items.len() - 1]);
        let end = |item: usize| End {
            link: chain.link,
            key: (layers.at[item] as i64, chain.link),
            other: Some((y[item], layers.is_card(item))),
        };
        if doors.exit[chain.link] == Door::Side {
            right[first].push(end(second));
        }
        if doors.entry[chain.link] == Door::Side {
            left[last].push(end(before));
        }
    }
    let mut caps = vec![(Vec::new(), Vec::new()); graph.count()];
    for d in &detours.list {
        let link = &graph.links[d.link];
        // Outer risers turn in further out, so their order at the card is that of the risers.
        let end = |riser: usize| {
            let key = if d.above { riser as i64 - (1 << 40) } else { (1 << 40) - riser as i64 };
            End { link: d.link, key: (key, d.link), other: None }
        };
        let mut cap = |card: usize, leaves: bool, other: usize| {
            let list = if d.above { &mut caps[card].0 } else { &mut caps[card].1 };
            // Inner tracks turn first: nearest other ends stand outermost on both sides.
            let away = layers.column[other] as i64 - layers.column[card] as i64;
            let key = if away < 0 { (-1, -away) } else { (1, -away) };
            list.push((key, d.link, leaves));
        };
        match d.exit {
            Gate::Riser(riser) => right[link.from].push(end(riser)),
            Gate::Cap => cap(link.from, true, link.to),
        }
        match d.entry {
            Gate::Riser(riser) => left[link.to].push(end(riser)),
            Gate::Cap => cap(link.to, false, link.from),
        }
    }
    let none = vec![0.0; graph.links.len()];
    let mut ports =
        Ports { exit: none.clone(), entry: none, cap: vec![(0.0, 0.0); graph.links.len()], sides: Vec::new() };
    for card in 0..graph.count() {
        spread(&mut right[card], y[card], graph.size[card].1, &mut ports.exit);
        spread(&mut left[card], y[card], graph.size[card].1, &mut ports.entry);
        let links = |ends: &[End]| ends.iter().map(|e| e.link).collect();
        ports.sides.push((links(&right[card]), links(&left[card])));
        fan(&mut caps[card].0, graph.size[card].0, &mut ports.cap);
        fan(&mut caps[card].1, graph.size[card].0, &mut ports.cap);
    }
    ports
}

impl Ports {
    /// Takes small steps out of lines: a port moves to the height of what it leads to where its neighbours let it.
    pub(super) fn level(&mut self, graph: &Graph, layers: &Layers, y: &[f64]) {
        for chain in &layers.chains {
            let &[first, second, ..] = chain.items.as_slice() else {
                continue;
            };
            let (last, before) = (chain.items[chain.items.len() - 1], chain.items[chain.items.len() - 2]);
            let link = chain.link;
            let heights =
                if chain.items.len() == 2 { (self.entry[link], self.exit[link]) } else { (y[second], y[before]) };
            let span = |card: usize| (y[card], (graph.size[card].1 / 2.0 - CORNER).max(0.0));
            if fits(&self.sides[first].0, link, &self.exit, heights.0, span(first)) {
                self.exit[link] = heights.0;
            } else if fits(&self.sides[last].1, link, &self.entry, heights.1, span(last)) {
                self.entry[link] = heights.1;
            }
            if chain.items.len() > 2 && fits(&self.sides[last].1, link, &self.entry, heights.1, span(last)) {
                self.entry[link] = heights.1;
            }
        }
    }
}

/// Whether a link's port can move a little to `target` among its neighbours on a side of this centre and reach.
fn fits(side: &[usize], link: usize, ports: &[f64], target: f64, (centre, reach): (f64, f64)) -> bool {
    let Some(at) = side.iter().position(|&l| l == link) else {
        return false;
    };
    let above = at.checked_sub(1).map_or(f64::NEG_INFINITY, |a| ports[side[a]]);
    let below = side.get(at + 1).map_or(f64::INFINITY, |&l| ports[l]);
    let near = (target - ports[link]).abs() <= WIGGLE && (target - centre).abs() <= reach;
    near && target - above >= LEAST && below - target >= LEAST
}

/// Sets the y of the links' ends along one side.
fn spread(ends: &mut [End], centre: f64, height: f64, y: &mut [f64]) {
    ends.sort_by_key(|e| e.key);
    let room = (height - 2.0 * CORNER).max(0.0);
    let pitch = pitch(ends.len(), room);
    let first = centre - pitch * ends.len().saturating_sub(1) as f64 / 2.0;
    let wishes: Vec<Wish> = ends
        .iter()
        .enumerate()
        .map(|(i, end)| {
            let even = first + pitch * i as f64;
            // Between two cards both ends give way by half.
            let straight = match end.other {
                Some((y, true)) => f64::midpoint(y, centre),
                Some((y, false)) => y,
                None => f64::NAN,
            };
            let reach = (straight - centre).abs() <= room / 2.0;
            let (target, weight) = if reach { (straight, 4.0) } else { (even, 1.0) };
            Wish { target, weight, apart: pitch, low: centre - room / 2.0, high: centre + room / 2.0 }
        })
        .collect();
    for (end, value) in ends.iter().zip(settle(&wishes)) {
        y[end.link] = if pitch >= 1.0 { half(value) } else { value };
    }
}

/// Distance between ports when so many share `room` px.
fn pitch(count: usize, room: f64) -> f64 {
    if count < 2 { 0.0 } else { PITCH.min(room / (count - 1) as f64) }
}

/// Sets the x offsets of the ends on a top or bottom, in the order of their keys.
fn fan(ends: &mut [((i64, i64), usize, bool)], width: f64, x: &mut [(f64, f64)]) {
    ends.sort_unstable();
    let pitch = pitch(ends.len(), (width - 2.0 * CORNER).max(0.0));
    for (i, &(_, link, leaves)) in ends.iter().enumerate() {
        let offset = pitch * (i as f64 - (ends.len() - 1) as f64 / 2.0);
        if leaves { x[link].0 = offset } else { x[link].1 = offset }
    }
}
