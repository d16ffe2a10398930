//! The ends of links at each card, in the order in which they meet it.

use crate::base::distances::{PORT_CORNER, PORT_GAP};
use crate::base::lists::Lists;
use crate::graph::Graph;
use crate::order::detours::{Detours, Gate};
use crate::order::layers::Layers;

/// One end of a link at one side of a card.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    pub link: usize,
    /// The item at the other end of its first piece; none if it comes from the outside.
    pub other: Option<usize>,
}

/// The ends at the right and at the left side of each card, from top to bottom by their other ends.
pub(crate) fn ends(graph: &Graph, layers: &Layers, detours: &Detours) -> (Lists<End>, Lists<End>) {
    let (mut right, mut left) = (Vec::new(), Vec::new());
    for chain in &layers.chains {
        let &[first, second, ..] = chain.items.as_slice() else {
            continue;
        };
        let (before, last) = (chain.items[chain.items.len() - 2], chain.items[chain.items.len() - 1]);
        let end = |card: usize, item: usize| {
            ((card, layers.at[item] as i64, chain.link), End { link: chain.link, other: Some(item) })
        };
        right.push(end(first, second));
        left.push(end(last, before));
    }
    for d in &detours.list {
        let link = &graph.links[d.link];
        // Outer risers turn in further out, so their order at the card is that of the risers.
        let end = |card: usize, riser: usize| {
            let key = if d.above { riser as i64 - (1 << 40) } else { (1 << 40) - riser as i64 };
            ((card, key, d.link), End { link: d.link, other: None })
        };
        if let Gate::Riser(riser) = d.exit {
            right.push(end(link.from, riser));
        }
        if let Gate::Riser(riser) = d.entry {
            left.push(end(link.to, riser));
        }
    }
    let sorted = |mut ends: Vec<((usize, i64, usize), End)>| {
        ends.sort_by_key(|end| end.0);
        Lists::new(graph.count(), ends.iter().map(|end| (end.0.0, end.1)))
    };
    (sorted(right), sorted(left))
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

/// Distance between ports when so many share `room` px.
pub(crate) fn pitch(count: usize, room: f64) -> f64 {
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
