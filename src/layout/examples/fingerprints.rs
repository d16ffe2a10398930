//! A number for every bit of the drawing of each benchmark graph, with the least of some times that it took: two
//! versions of the engine draw the same where these numbers are the same.
//!
//! `fingerprints [--first] [--runs N] [GRAPH...]` takes all graphs but the largest where none is named.
#![expect(clippy::print_stdout, reason = "a program whose output is its purpose")]

use std::{collections::BTreeMap, time::Instant};

use pathlight_layout::{Card, Diagram, Drawing, Options, Wire, layout, layout_first};

macro_rules! graphs {
    ($($name:literal)*) => {
        [$((
            $name,
            include_str!(concat!("../../../benches/drawing/graphs/", $name, ".nodes")),
            include_str!(concat!("../../../benches/drawing/graphs/", $name, ".edges")),
        )),*]
    };
}

/// Name, cards (id, width, height, lane, label) and links (cause, effect, sign), separated by tabs.
const GRAPHS: [(&str, &str, &str); 10] =
    graphs!["a26" "wp4010" "b71" "c100" "c300" "m300" "c1000" "m1000" "c3000" "m3000"];

fn main() {
    let mut words = std::env::args().skip(1).peekable();
    let first = words.next_if(|word| word == "--first").is_some();
    let runs = words.next_if(|word| word == "--runs").and_then(|_| words.next()?.parse().ok()).unwrap_or(1_u32);
    let named: Vec<String> = words.collect();
    let wanted = |name: &str| named.iter().any(|n| n == name) || named.is_empty() && !name.ends_with("3000");
    for (name, nodes, edges) in GRAPHS.into_iter().filter(|graph| wanted(graph.0)) {
        for with_lanes in [false, true] {
            let Some(diagram) = diagram(nodes, edges, with_lanes) else { continue };
            let options = Options { aspect: 1600.0 / 900.0, ..Options::default() };
            let (mut least, mut drawing) = (f64::INFINITY, Drawing::default());
            for _ in 0..runs.max(1) {
                let clock = Instant::now();
                drawing = if first { layout_first(&diagram, &options) } else { layout(&diagram, &options) };
                least = least.min(clock.elapsed().as_secs_f64() * 1e3);
            }
            let lanes = if with_lanes { "lanes" } else { "plain" };
            println!("{name}\t{lanes}\t{:016x}\t{least:.1} ms", fingerprint(&drawing));
        }
    }
}

/// The graph, or None if it is not as it should be.
fn diagram(nodes: &str, edges: &str, with_lanes: bool) -> Option<Diagram> {
    let (mut lanes, mut index, mut cards) = (Vec::new(), BTreeMap::new(), Vec::new());
    for line in nodes.lines() {
        let mut fields = line.split('\t');
        let (id, width, height) = (fields.next()?, fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        let name = fields.next().filter(|_| with_lanes);
        let lane = lanes.iter().position(|lane| *lane == name).unwrap_or(lanes.len());
        if lane == lanes.len() {
            lanes.push(name);
        }
        index.insert(id, cards.len());
        cards.push(Card { width, height, lane, at: None, seat: None });
    }
    let mut wires = Vec::new();
    for line in edges.lines() {
        let mut fields = line.split('\t');
        let (from, to) = (*index.get(fields.next()?)?, *index.get(fields.next()?)?);
        wires.push(Wire { from, to, returns: false, weight: 1.0 });
    }
    Some(Diagram { cards, wires, lanes: lanes.len() })
}

/// FNV-1a (Fowler, Noll and Vo) over all coordinates.
fn fingerprint(drawing: &Drawing) -> u64 {
    let bands = drawing.lanes.iter().flat_map(|b| [b.x, b.y, b.w, b.h]);
    let points = drawing.centres.iter().chain(drawing.routes.iter().flat_map(|r| &r.points)).flat_map(|p| [p.0, p.1]);
    let seats = drawing.seats.iter().flat_map(|s| [s.rank, s.order]).map(|v| v as u64);
    let words = points.chain(bands).chain([drawing.width, drawing.height]).map(f64::to_bits).chain(seats);
    words
        .flat_map(u64::to_le_bytes)
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
