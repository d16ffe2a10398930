//! Runs the stages with several balances of slack and keeps the best drawing.

use super::clean::Graph;
use super::columns::widths;
use super::layers::Layers;
use super::measure::crossings;
use super::order::arrange;
use super::place::heights;
use super::rank::ranks;
use super::reroute::reroute;
use super::returning::Detours;
use super::risers::Risers;
use super::route::Frame;
use super::spread::spread;
use super::{Band, Drawing, Options};

/// px that one rank of link length is worth, for each try; the first suits most diagrams.
const PULLS: [f64; 4] = [20.0, 12.0, 6.0, 40.0];
/// Items in all tries together; a diagram that is larger has one try.
const MOST_TRIED: usize = 600;

/// The best drawing of some tries.
pub(super) fn best(graph: &Graph, returning: &[bool], options: &Options) -> Drawing {
    let forward: Vec<(usize, usize)> =
        graph.links.iter().zip(returning).filter(|(_, r)| !**r).map(|(l, _)| (l.from, l.to)).collect();
    let shortest = ranks(graph.count(), &forward);
    let tries = (MOST_TRIED / (graph.count() + graph.links.len()).max(1)).clamp(1, 12);
    let budget = i64::try_from(options.effort).unwrap_or(i64::MAX) / tries as i64;
    let mut candidates: Vec<Vec<usize>> = Vec::new();
    for pull in PULLS.into_iter().take(tries) {
        for ranks in spread(graph, &forward, &shortest, pull, options, budget / 4) {
            if !candidates.contains(&ranks) {
                candidates.push(ranks);
            }
        }
    }
    let mut best: Option<(f64, Drawing)> = None;
    for ranks in candidates {
        let drawing = draw(graph, returning, &ranks, options, budget);
        let score = if tries > 1 { score(graph, &drawing, options) } else { 0.0 };
        if best.as_ref().is_none_or(|b| score < b.0) {
            best = Some((score, drawing));
        }
        if tries == 1 {
            break;
        }
    }
    best.map(|b| b.1).unwrap_or_default()
}

/// One drawing with the given ranks.
fn draw(graph: &Graph, returning: &[bool], ranks: &[usize], options: &Options, budget: i64) -> Drawing {
    let mut layers = Layers::new(graph, returning, ranks);
    arrange(&mut layers, 8, 60, budget);
    let mut detours = Detours::new(graph, &layers);
    let mut found = heights(graph, &layers, &detours, options);
    let mut spare = budget / 4;
    for _ in 0..4 {
        if !reroute(&mut layers, &found, &mut spare) {
            break;
        }
        detours = Detours::new(graph, &layers);
        found = heights(graph, &layers, &detours, options);
    }
    let heights = found;
    let risers = Risers::new(graph, &layers, &heights.ports, &heights.y);
    let widths = widths(graph, &layers, &detours, &risers, options);
    let frame =
        Frame { graph, layers: &layers, detours: &detours, heights: &heights, widths: &widths, risers: &risers };
    let lanes = heights.tops.windows(2).map(|t| Band { x: 0.0, y: t[0], w: widths.width, h: t[1] - t[0] }).collect();
    Drawing {
        centres: frame.centres(),
        routes: frame.routes(returning),
        lanes,
        seats: Vec::new(),
        width: widths.width,
        height: heights.tops.last().copied().unwrap_or(0.0),
    }
}

/// What a drawing costs its reader: crossings, the size when fitted to the window, and length of lines.
fn score(graph: &Graph, drawing: &Drawing, options: &Options) -> f64 {
    let mut ends = vec![(0, 0); drawing.routes.len()];
    for link in &graph.links {
        ends[link.wire] = (link.from, link.to);
    }
    let crossings = crossings(&ends, &graph.size, drawing) as f64;
    let (width, height) = (drawing.width, drawing.height * options.aspect);
    let length: f64 =
        drawing.routes.iter().flat_map(|r| r.points.windows(2)).map(|p| (p[1].0 - p[0].0).hypot(p[1].1 - p[0].1)).sum();
    50.0 * crossings + width.max(height) + 0.8 * (width + height) + 0.05 * length
}
