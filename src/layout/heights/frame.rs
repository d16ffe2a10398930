//! What all drawings of one order share: who stands above whom and how far apart, and the ends of links at each card.

use crate::base::distances::{COLUMN_CARD_GAP, COLUMN_LINE_GAP};
use crate::base::lists::Lists;
use crate::diagram::Options;
use crate::graph::Graph;
use crate::heights::ends::{End, caps, ends};
use crate::order::detours::{Detours, channel};
use crate::order::layers::Layers;

/// Stands for no item.
pub(crate) const NONE: u32 = u32::MAX;

/// What does not change with rows and doors.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// Free height at the top of a band in each column.
    pub strip: Vec<f64>,
    /// Highest allowed top of anything.
    pub ceiling: f64,
    /// Half heights of each item above and below its centre, loops included.
    pub extent: Vec<(f64, f64)>,
    /// The item above and the one below each item in its column, or `NONE`.
    pub beside: Vec<(u32, u32)>,
    /// Least distance of each item's centre from that of the item above.
    pub apart: Vec<f64>,
    /// Ends of links at the right and at the left side of each card, top to bottom.
    pub right: Lists<End>,
    pub left: Lists<End>,
    /// x offset from the cause's and from the effect's centre of ends on a top or bottom, by link.
    pub cap: Vec<(f64, f64)>,
    /// The chain of each link, or `NONE`.
    pub chain: Vec<u32>,
}

impl Frame {
    pub(crate) fn new(graph: &Graph, layers: &Layers, detours: &Detours, options: &Options) -> Self {
        let extent = |item: usize| match graph.size.get(item) {
            Some(size) => (size.1 / 2.0 + graph.headroom(item), size.1 / 2.0),
            None => (0.0, 0.0),
        };
        let extent: Vec<(f64, f64)> = (0..layers.at.len()).map(extent).collect();
        let (mut beside, mut apart) = (vec![(NONE, NONE); extent.len()], vec![0.0; extent.len()]);
        for pair in layers.columns.iter().flat_map(|c| c.windows(2)) {
            let (above, below) = (pair[0], pair[1]);
            beside[above].1 = below as u32;
            beside[below].0 = above as u32;
            let gap = match (layers.is_card(above), layers.is_card(below)) {
                (true, true) => options.node_gap,
                (false, false) => COLUMN_LINE_GAP,
                _ => COLUMN_CARD_GAP,
            };
            apart[below] = gap + extent[above].1 + extent[below].0;
        }
        let mut chain = vec![NONE; graph.links.len()];
        for (at, c) in layers.chains.iter().enumerate() {
            chain[c.link] = at as u32;
        }
        let (right, left) = ends(graph, layers, detours);
        Self {
            strip: strips(graph, layers, options),
            ceiling: options.label_strip + channel(detours.tracks.0),
            extent,
            beside,
            apart,
            right,
            left,
            cap: caps(graph, layers, detours),
            chain,
        }
    }
}

/// Free height at the top of a band for each column: the name's strip where the name may reach, else the usual pad.
fn strips(graph: &Graph, layers: &Layers, options: &Options) -> Vec<f64> {
    let mut x = options.margin;
    let mut strips = Vec::with_capacity(layers.columns.len());
    for column in &layers.columns {
        strips.push(if x < options.label_width { options.label_strip.max(options.lane_pad) } else { options.lane_pad });
        let cards = column.iter().filter(|&&i| layers.is_card(i));
        x += cards.map(|&i| graph.size[i].0).fold(0.0, f64::max) + options.rank_gap;
    }
    strips
}
