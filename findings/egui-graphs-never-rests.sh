#!/usr/bin/env bash
# egui_graphs 0.32.0 (crates.io) under egui 0.36.2.
#
# A GraphView over a graph that nobody touches, laid out by hand, asks for another frame at once at the end of every
# call of `show`, for ever; egui itself, showing a label in the same way, asks for none. A program that draws only when
# something changes (a laptop on battery, a test that waits until the window rests) never comes to rest while a
# GraphView is shown, without any animation being switched on.
#
# Output seen:
#   label: repaint after frame 5 in 18446744073709551615 s or never
#   graph: repaint after frame 5 in 0 s
#   graph: repaint after frame 50 in 0 s
#
# Needs cargo and crates.io. Fails if the behaviour has changed.
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "rests"
version = "0.0.0"
edition = "2024"
[dependencies]
egui = { version = "=0.36.2", default-features = false, features = ["default_fonts"] }
egui_graphs = { version = "=0.32.0", default-features = false }
TOML
cat >src/main.rs <<'RUST'
use egui_graphs::{DefaultGraphView, Graph};

fn last_delay(name: &str, frames: &[usize], mut draw: impl FnMut(&mut egui::Ui)) {
    let context = egui::Context::default();
    for frame in 1..=frames[frames.len() - 1] {
        let mut output = context.run_ui(egui::RawInput::default(), |ui| draw(ui));
        output.textures_delta.clear();
        if frames.contains(&frame) {
            let delay = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
            let never = if delay > std::time::Duration::from_secs(3600) { " or never" } else { "" };
            println!("{name}: repaint after frame {frame} in {} s{never}", delay.as_secs());
        }
    }
}

fn main() {
    last_delay("label", &[5], |ui| drop(ui.label("still")));
    let mut graph: Graph<(), ()> = Graph::new();
    let (a, b) = (graph.add_node(()), graph.add_node(()));
    graph.add_edge(a, b, ());
    last_delay("graph", &[5, 50], |ui| drop(DefaultGraphView::new().show(ui, &mut graph)));
}
RUST
CARGO_TARGET_DIR=$scratch/target cargo run --quiet >found
cat found
grep -q "^label: repaint after frame 5 in .* or never$" found
grep -q "^graph: repaint after frame 5 in 0 s$" found
grep -q "^graph: repaint after frame 50 in 0 s$" found
