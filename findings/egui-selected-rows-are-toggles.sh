#!/usr/bin/env bash
# egui 0.36.2 (crates.io), accesskit 0.24.
#
# A row drawn as `Button::selectable(true, ..)` or `selectable_label(true, ..)` is told to screen readers as a button
# that is toggled on; the property `selected` is set on neither row, and no row is an option of a list. A reader that
# follows the selection of a list (AT-SPI's selected state, UI Automation's selection) hears of none, however the
# cursor moves.
#
# Output seen:
#   chosen: role Button, toggled Some(True), selected None
#   other: role Button, toggled Some(False), selected None
#
# Needs cargo and crates.io. Fails if the behaviour has changed.
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "rows"
version = "0.0.0"
edition = "2024"
[dependencies]
egui = { version = "=0.36.2", default-features = false, features = ["default_fonts"] }
TOML
cat >src/main.rs <<'RUST'
fn main() {
    let context = egui::Context::default();
    context.enable_accesskit();
    let mut output = context.run_ui(egui::RawInput::default(), |ui| {
        ui.add(egui::Button::selectable(true, "chosen"));
        ui.add(egui::Button::selectable(false, "other"));
    });
    output.textures_delta.clear();
    let update = output.platform_output.accesskit_update.expect("a tree");
    for name in ["chosen", "other"] {
        let (_, node) = update.nodes.iter().find(|(_, node)| node.label() == Some(name)).expect("a row");
        println!("{name}: role {:?}, toggled {:?}, selected {:?}", node.role(), node.toggled(), node.is_selected());
    }
}
RUST
CARGO_TARGET_DIR=$scratch/target cargo run --quiet >found
cat found
grep -qx "chosen: role Button, toggled Some(True), selected None" found
grep -qx "other: role Button, toggled Some(False), selected None" found
