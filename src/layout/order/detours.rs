//! Links around the outside: each has a track in a channel above the first or below the last lane's cards.

use crate::base::distances::{CHANNEL, TRACK};
use crate::graph::Graph;
use crate::order::layers::Layers;

/// How an outside link leaves or reaches its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// Straight through the card's top or bottom, because nothing stands between it and the channel.
    Cap,
    /// Through the side and up or down a gap, on the riser with this number.
    Riser(usize),
}

/// The way of one outside link.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Detour {
    /// Index of the link.
    pub link: usize,
    pub above: bool,
    pub exit: Gate,
    pub entry: Gate,
    /// Track number, from the cards outwards.
    pub track: usize,
}

/// All outside links and the room they need.
#[derive(Clone, Debug, Default)]
pub(crate) struct Detours {
    pub list: Vec<Detour>,
    /// Tracks above and below.
    pub tracks: (usize, usize),
    /// For each gap (0 is left of the first column) the risers at its left and at its right side.
    pub risers: Vec<(usize, usize)>,
}

impl Detours {
    /// Chooses side, doors and tracks for all outside links.
    pub(crate) fn new(graph: &Graph, layers: &Layers) -> Self {
        let mut detours = Self { risers: vec![(0, 0); layers.columns.len() + 1], ..Self::default() };
        // Short ones first, so that their risers stand nearest to the cards and longer ones around them.
        let length = |l: usize| layers.column[graph.links[l].from].abs_diff(layers.column[graph.links[l].to]);
        let mut order = layers.outside.clone();
        order.sort_by_key(|&l| (length(l), l));
        for link in order {
            let (from, to) = (graph.links[link].from, graph.links[link].to);
            let above = layers.above[link];
            let open = |card: usize| {
                let last = layers.columns[layers.column[card]].len() - 1;
                if above { layers.at[card] == 0 && graph.loops[card].is_empty() } else { layers.at[card] == last }
            };
            let exit = if open(from) { Gate::Cap } else { Gate::Riser(detours.exit_riser(layers.column[from] + 1)) };
            let entry = if open(to) { Gate::Cap } else { Gate::Riser(detours.entry_riser(layers.column[to])) };
            detours.list.push(Detour { link, above, exit, entry, track: 0 });
        }
        detours.tracks = (detours.assign(graph, layers, true), detours.assign(graph, layers, false));
        detours
    }

    fn exit_riser(&mut self, gap: usize) -> usize {
        self.risers[gap].0 += 1;
        self.risers[gap].0 - 1
    }

    fn entry_riser(&mut self, gap: usize) -> usize {
        self.risers[gap].1 += 1;
        self.risers[gap].1 - 1
    }

    /// Gives tracks to the links of one channel, short ones nearest to the cards, and tells how many there are.
    fn assign(&mut self, graph: &Graph, layers: &Layers, above: bool) -> usize {
        let span = |d: &Detour| {
            let link = &graph.links[d.link];
            let (a, b) = (layers.column[link.from] * 2, layers.column[link.to] * 2);
            let a = if d.exit == Gate::Cap { a + 1 } else { a + 2 };
            let b = if d.entry == Gate::Cap { b + 1 } else { b };
            (a.min(b), a.max(b))
        };
        let mut order: Vec<usize> = (0..self.list.len()).filter(|&i| self.list[i].above == above).collect();
        order.sort_by_key(|&i| (span(&self.list[i]).1 - span(&self.list[i]).0, i));
        let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
        for i in order {
            let (low, high) = span(&self.list[i]);
            let free = |t: &Vec<(usize, usize)>| t.iter().all(|&(l, h)| h < low || high < l);
            let track = taken.iter().position(free).unwrap_or(taken.len());
            if track == taken.len() {
                taken.push(Vec::new());
            }
            taken[track].push((low, high));
            self.list[i].track = track;
        }
        taken.len()
    }
}

/// Height of a channel with so many tracks, in px.
pub(crate) fn channel(tracks: usize) -> f64 {
    if tracks == 0 { 0.0 } else { CHANNEL + TRACK * (tracks - 1) as f64 }
}
