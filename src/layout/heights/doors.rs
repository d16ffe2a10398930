//! Doors: which links leave or reach their card through its top or bottom instead of its side.

use crate::base::distances::{PORT_CORNER, STEP_IN, STEP_OUT};
use crate::graph::Graph;
use crate::heights::ends::End;
use crate::heights::task::Task;
use crate::order::layers::Layers;

/// How an end of a link touches its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// The right side of the cause or the left side of the effect.
    Side,
    /// The top.
    Lid,
    /// The bottom.
    Base,
}

/// The doors of each link at its cause and at its effect.
#[derive(Clone, Debug)]
pub(crate) struct Doors {
    pub exit: Vec<Door>,
    pub entry: Vec<Door>,
}

impl Doors {
    /// Everything through the sides.
    pub(crate) fn sides(links: usize) -> Self {
        Self { exit: vec![Door::Side; links], entry: vec![Door::Side; links] }
    }

    /// Opens tops and bottoms for the outermost links of each side that turn away from the card at once: a step to
    /// another band then needs little more width than a line. `shut` tells which links (exit, entry) must not.
    pub(crate) fn open(task: Task, y: &[f64], shut: &[(bool, bool)]) -> Self {
        let Task { graph, layers, frame, .. } = task;
        let mut doors = Self::sides(graph.links.len());
        let chain_of = |link: usize| layers.chains.get(frame.chain[link] as usize);
        for card in 0..graph.count() {
            let exit = |link: usize, down: bool| {
                let chain = chain_of(link)?;
                let least = step(task.turned[link]);
                let free = !shut[link].0 && turns(graph, layers, y, (card, chain.items[1]), (down, least));
                free.then_some(if down { Door::Base } else { Door::Lid })
            };
            open_outer(frame.right.of(card), &mut doors.exit, exit);
            let taken = &doors.exit;
            let entry = |link: usize, down: bool| {
                let chain = chain_of(link)?;
                let before = chain.items[chain.items.len() - 2];
                let direct = chain.items.len() == 2 && taken[link] != Door::Side;
                let least = step(!task.turned[link]);
                let free = !direct && !shut[link].1 && turns(graph, layers, y, (card, before), (down, least));
                free.then_some(if down { Door::Base } else { Door::Lid })
            };
            open_outer(frame.left.of(card), &mut doors.entry, entry);
        }
        doors.settle_direct(layers);
        doors
    }

    /// A link from column to column has one door: leaving downwards and arriving from the left reads best.
    fn settle_direct(&mut self, layers: &Layers) {
        for chain in layers.chains.iter().filter(|c| c.items.len() == 2) {
            if self.exit[chain.link] != Door::Side {
                self.entry[chain.link] = Door::Side;
            }
        }
    }
}

/// Free height that a line needs at least between a card's top or bottom and its first turn, in px.
pub(crate) fn step(head: bool) -> f64 {
    if head { STEP_IN } else { STEP_OUT }
}

/// Opens the doors of the links at the lower and at the upper end of a side, as far as all of them turn away.
fn open_outer(side: &[End], doors: &mut [Door], door: impl Fn(usize, bool) -> Option<Door>) {
    for link in side.iter().rev().map(|e| e.link) {
        let Some(found) = door(link, true) else { break };
        doors[link] = found;
    }
    for link in side.iter().map(|e| e.link) {
        let Some(found) = door(link, false) else { break };
        doors[link] = found;
    }
}

/// Whether a line from a card runs wholly below (above) the card at an item of a neighbouring column.
fn turns(graph: &Graph, layers: &Layers, y: &[f64], (card, other): (usize, usize), (down, least): (bool, f64)) -> bool {
    if !down && !graph.loops[card].is_empty() {
        return false;
    }
    let reach =
        |item: usize| if layers.is_card(item) { (graph.size[item].1 / 2.0 - PORT_CORNER).max(0.0) } else { 0.0 };
    let sign = if down { 1.0 } else { -1.0 };
    sign * y[other] - reach(other) >= sign * y[card] + graph.size[card].1 / 2.0 + least
}
