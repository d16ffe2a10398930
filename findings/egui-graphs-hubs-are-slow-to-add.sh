#!/usr/bin/env bash
# egui_graphs 0.32.0 (crates.io) with petgraph 0.8.
#
# `Graph::add_edge` finds out which edges already lead between the same two nodes by walking over those of a node. So
# adding n edges to one hub takes time that grows with n * n, where petgraph alone takes the same for each; edges that
# are all parallel cost some fifteen times more on top. Ten thousand links between two things, which petgraph holds
# without ado, keep a window waiting for seconds before anything is drawn. A chain of as many edges costs nothing.
#
# Output seen (ms differ from machine to machine; what is checked is the growth):
#   chain: 2000 edges 0.2 ms, 8000 edges 0.9 ms: grows linearly
#   hub: 2000 edges 7.8 ms, 8000 edges 122.9 ms: grows faster
#   parallel: 2000 edges 116.9 ms, 8000 edges 1892.4 ms: grows faster
#
# Needs cargo and crates.io. Fails if the behaviour has changed.
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "hubs"
version = "0.0.0"
edition = "2024"
[dependencies]
egui_graphs = { version = "=0.32.0", default-features = false }
TOML
cat >src/main.rs <<'RUST'
use std::time::Instant;

use egui_graphs::Graph;

/// The least of three times that so many edges take, in ms.
fn least(edges: usize, ends: fn(usize) -> (usize, usize)) -> f64 {
    let once = || {
        let mut graph: Graph<(), ()> = Graph::new();
        let nodes: Vec<_> = (0..=edges).map(|_| graph.add_node(())).collect();
        let start = Instant::now();
        for edge in 0..edges {
            let (from, to) = ends(edge);
            graph.add_edge(nodes[from], nodes[to], ());
        }
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
}

fn main() {
    let shapes: [(&str, fn(usize) -> (usize, usize)); 3] =
        [("chain", |edge| (edge, edge + 1)), ("hub", |edge| (0, edge + 1)), ("parallel", |_| (0, 1))];
    for (name, ends) in shapes {
        let (few, many) = (least(2000, ends), least(8000, ends));
        let growth = if many / few < 8.0 { "grows linearly" } else { "grows faster" };
        println!("{name}: 2000 edges {few:.1} ms, 8000 edges {many:.1} ms: {growth}");
    }
}
RUST
CARGO_TARGET_DIR=$scratch/target cargo run --release --quiet >found
cat found
grep -q "^chain: .* grows linearly$" found
grep -q "^hub: .* grows faster$" found
grep -q "^parallel: .* grows faster$" found
