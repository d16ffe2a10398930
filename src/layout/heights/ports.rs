//! Where links touch the sides of cards: spread by the order of their other ends, straight where they can be.

use crate::base::distances::{LEAST_PORT_GAP, PORT_CORNER, WIGGLE};
use crate::base::geometry::half;
use crate::base::lists::Lists;
use crate::base::open_lists::OpenLists;
use crate::base::settle::{Settler, Wish};
use crate::graph::Graph;
use crate::heights::doors::{Door, Doors};
use crate::heights::ends::{End, pitch};
use crate::heights::frame::Frame;
use crate::order::layers::Layers;

/// y of both ends of each link.
#[derive(Clone, Debug)]
pub(crate) struct Ports {
    /// y on the cause's right side, by link.
    pub exit: Vec<f64>,
    /// y on the effect's left side, by link.
    pub entry: Vec<f64>,
    /// Links at the right and at the left side of each card, top to bottom.
    right: OpenLists,
    left: OpenLists,
}

/// Finds all ports.
pub(crate) fn ports(graph: &Graph, frame: &Frame, doors: &Doors, y: &[f64]) -> Ports {
    let none = vec![0.0; graph.links.len()];
    let mut ports = Ports { exit: none.clone(), entry: none, right: room(&frame.right), left: room(&frame.left) };
    let mut spread = Spread { cards: graph.count(), ..Spread::default() };
    for card in 0..graph.count() {
        let side = (card, y[card], graph.size[card].1);
        spread.set(side, frame.right.of(card), &doors.exit, y, (&mut ports.exit, &mut ports.right));
        spread.set(side, frame.left.of(card), &doors.entry, y, (&mut ports.entry, &mut ports.left));
    }
    ports
}

/// Empty lists with room for the links of each card.
fn room(ends: &Lists<End>) -> OpenLists {
    OpenLists::new(&(0..ends.groups()).map(|card| ends.of(card).len() as u32).collect::<Vec<_>>())
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
        (ports, side): (&mut [f64], &mut OpenLists),
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
