//! Where links touch the sides of cards: spread by the order of their other ends, straight where they can be.

use crate::base::distances::{LEAST_PORT_GAP, PORT_CORNER, PORT_GAP, WIGGLE};
use crate::base::geometry::half;
use crate::base::lists::Lists;
use crate::base::settle::{Settler, Wish};
use crate::graph::Graph;
use crate::heights::doors::{Door, Doors};
use crate::heights::frame::Frame;
use crate::order::detours::{Detours, Gate};
use crate::order::layers::Layers;

/// y of both ends of each link.
#[derive(Clone, Debug)]
pub(crate) struct Ports {
    /// y on the cause's right side, by link.
    pub exit: Vec<f64>,
    /// y on the effect's left side, by link.
    pub entry: Vec<f64>,
    /// Links at the right and at the left side of each card, top to bottom.
    right: Lists,
    left: Lists,
}

/// One end of a link at one side of a card.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    pub link: usize,
    /// The item at the other end of its first piece; none if it comes from the outside.
    other: Option<usize>,
}

/// The ends at one side of each card, top to bottom.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ends {
    start: Vec<usize>,
    ends: Vec<End>,
}

impl Ends {
    fn new(cards: Vec<Vec<((i64, usize), End)>>) -> Self {
        let mut all = Self::default();
        for mut ends in cards {
            ends.sort_by_key(|e| e.0);
            all.start.push(all.ends.len());
            all.ends.extend(ends.into_iter().map(|e| e.1));
        }
        all.start.push(all.ends.len());
        all
    }

    pub(crate) fn of(&self, card: usize) -> &[End] {
        &self.ends[self.start[card]..self.start[card + 1]]
    }

    /// Empty lists with room for the links of each card.
    fn lists(&self) -> Lists {
        Lists::new(&self.start.windows(2).map(|p| (p[1] - p[0]) as u32).collect::<Vec<_>>())
    }
}

/// The ends at the right and at the left sides, in the order of their other ends.
pub(crate) fn ends(graph: &Graph, layers: &Layers, detours: &Detours) -> (Ends, Ends) {
    let (mut right, mut left) = (vec![Vec::new(); graph.count()], vec![Vec::new(); graph.count()]);
    for chain in &layers.chains {
        let &[first, second, ..] = chain.items.as_slice() else {
            continue;
        };
        let (before, last) = (chain.items[chain.items.len() - 2], chain.items[chain.items.len() - 1]);
        let end = |item: usize| ((layers.at[item] as i64, chain.link), End { link: chain.link, other: Some(item) });
        right[first].push(end(second));
        left[last].push(end(before));
    }
    for d in &detours.list {
        let link = &graph.links[d.link];
        // Outer risers turn in further out, so their order at the card is that of the risers.
        let end = |riser: usize| {
            let key = if d.above { riser as i64 - (1 << 40) } else { (1 << 40) - riser as i64 };
            ((key, d.link), End { link: d.link, other: None })
        };
        if let Gate::Riser(riser) = d.exit {
            right[link.from].push(end(riser));
        }
        if let Gate::Riser(riser) = d.entry {
            left[link.to].push(end(riser));
        }
    }
    (Ends::new(right), Ends::new(left))
}

/// x offsets from their card's centre of the ends on tops and bottoms.
pub(crate) fn caps(graph: &Graph, layers: &Layers, detours: &Detours) -> Vec<(f64, f64)> {
    let mut caps = vec![(Vec::new(), Vec::new()); graph.count()];
    for d in &detours.list {
        let link = &graph.links[d.link];
        let mut cap = |card: usize, leaves: bool, other: usize| {
            let list = if d.above { &mut caps[card].0 } else { &mut caps[card].1 };
            // Inner tracks turn first: nearest other ends stand outermost on both sides.
            let away = layers.column[other] as i64 - layers.column[card] as i64;
            let key = if away < 0 { (-1, -away) } else { (1, -away) };
            list.push((key, d.link, leaves));
        };
        if d.exit == Gate::Cap {
            cap(link.from, true, link.to);
        }
        if d.entry == Gate::Cap {
            cap(link.to, false, link.from);
        }
    }
    let mut x = vec![(0.0, 0.0); graph.links.len()];
    for (card, (above, below)) in caps.iter_mut().enumerate() {
        fan(above, graph.size[card].0, &mut x);
        fan(below, graph.size[card].0, &mut x);
    }
    x
}

/// Finds all ports.
pub(crate) fn ports(graph: &Graph, frame: &Frame, doors: &Doors, y: &[f64]) -> Ports {
    let none = vec![0.0; graph.links.len()];
    let mut ports = Ports { exit: none.clone(), entry: none, right: frame.right.lists(), left: frame.left.lists() };
    let mut spread = Spread { cards: graph.count(), ..Spread::default() };
    for card in 0..graph.count() {
        let side = (card, y[card], graph.size[card].1);
        spread.set(side, frame.right.of(card), &doors.exit, y, (&mut ports.exit, &mut ports.right));
        spread.set(side, frame.left.of(card), &doors.entry, y, (&mut ports.entry, &mut ports.left));
    }
    ports
}

impl Ports {
    /// Takes small steps out of lines: a port moves to the height of what it leads to where its neighbours let it.
    pub(crate) fn level(&mut self, graph: &Graph, layers: &Layers, y: &[f64]) {
        for chain in &layers.chains {
            let &[first, second, ..] = chain.items.as_slice() else {
                continue;
            };
            let (last, before) = (chain.items[chain.items.len() - 1], chain.items[chain.items.len() - 2]);
            let link = chain.link;
            let heights =
                if chain.items.len() == 2 { (self.entry[link], self.exit[link]) } else { (y[second], y[before]) };
            let span = |card: usize| (y[card], (graph.size[card].1 / 2.0 - PORT_CORNER).max(0.0));
            if fits(self.right.of(first as u32), link, &self.exit, heights.0, span(first)) {
                self.exit[link] = heights.0;
            } else if fits(self.left.of(last as u32), link, &self.entry, heights.1, span(last)) {
                self.entry[link] = heights.1;
            }
            if chain.items.len() > 2 && fits(self.left.of(last as u32), link, &self.entry, heights.1, span(last)) {
                self.entry[link] = heights.1;
            }
        }
    }
}

/// Whether a link's port can move a little to `target` among its neighbours on a side of this centre and reach.
fn fits(side: &[u32], link: usize, ports: &[f64], target: f64, (centre, reach): (f64, f64)) -> bool {
    let Some(at) = side.iter().position(|&l| l as usize == link) else {
        return false;
    };
    let above = at.checked_sub(1).map_or(f64::NEG_INFINITY, |a| ports[side[a] as usize]);
    let below = side.get(at + 1).map_or(f64::INFINITY, |&l| ports[l as usize]);
    let near = (target - ports[link]).abs() <= WIGGLE && (target - centre).abs() <= reach;
    near && target - above >= LEAST_PORT_GAP && below - target >= LEAST_PORT_GAP
}

/// Sets ports side by side; it keeps its buffers.
#[derive(Default)]
struct Spread {
    cards: usize,
    wishes: Vec<Wish>,
    settler: Settler,
}

impl Spread {
    /// Sets the y of the links' ends along one side of a card (its number, centre and height).
    fn set(
        &mut self,
        (card, centre, height): (usize, f64, f64),
        ends: &[End],
        doors: &[Door],
        y: &[f64],
        (ports, side): (&mut [f64], &mut Lists),
    ) {
        for end in ends.iter().filter(|e| doors[e.link] == Door::Side) {
            side.add(card as u32, end.link as u32);
        }
        let links = side.of(card as u32);
        if links.is_empty() {
            return;
        }
        let room = (height - 2.0 * PORT_CORNER).max(0.0);
        let pitch = pitch(links.len(), room);
        let first = centre - pitch * (links.len() - 1) as f64 / 2.0;
        let ends = ends.iter().filter(|e| doors[e.link] == Door::Side);
        self.wishes.clear();
        self.wishes.extend(ends.enumerate().map(|(i, end)| {
            let even = first + pitch * i as f64;
            // Between two cards both ends give way by half.
            let straight = match end.other {
                Some(item) if item < self.cards => f64::midpoint(y[item], centre),
                Some(item) => y[item],
                None => f64::NAN,
            };
            let reach = (straight - centre).abs() <= room / 2.0;
            let (target, weight) = if reach { (straight, 4.0) } else { (even, 1.0) };
            Wish { target, weight, apart: pitch, low: centre - room / 2.0, high: centre + room / 2.0 }
        }));
        self.settler.settle(&self.wishes, |i, value| {
            ports[links[i] as usize] = if pitch >= 1.0 { half(value) } else { value };
        });
    }
}

/// Distance between ports when so many share `room` px.
fn pitch(count: usize, room: f64) -> f64 {
    if count < 2 { 0.0 } else { PORT_GAP.min(room / (count - 1) as f64) }
}

/// Sets the x offsets of the ends on a top or bottom, in the order of their keys.
fn fan(ends: &mut [((i64, i64), usize, bool)], width: f64, x: &mut [(f64, f64)]) {
    ends.sort_unstable();
    let pitch = pitch(ends.len(), (width - 2.0 * PORT_CORNER).max(0.0));
    for (i, &(_, link, leaves)) in ends.iter().enumerate() {
        let offset = pitch * (i as f64 - (ends.len() - 1) as f64 / 2.0);
        if leaves { x[link].0 = offset } else { x[link].1 = offset }
    }
}
