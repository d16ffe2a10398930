//! The rules of `ARCHITECTURE.md`, read off the source: who may use whom, what may touch the outside, how long a
//! file may be.
#![expect(clippy::expect_used, clippy::panic, reason = "what a test stands on may end it")]

mod circles;
mod sources;
mod words;

use circles::Uses;
use sources::{Source, code, sources};

/// Longest source file, in lines.
const MAX_LINES: usize = 400;

/// Layers from the ground up. A module may use those of lower rows, never one beside it.
const LAYERS: [&[&str]; 11] = [
    &["grammar"],
    &["address", "layout", "model", "packed", "words"],
    &["text"],
    &["analysis", "picture", "signs", "theme"],
    &["lesson"],
    &["citing", "document", "export", "formats"],
    &["editing", "import", "quarry"],
    &["files", "session"],
    &["canvas", "ui"],
    &["app", "cli"],
    &["build", "lib", "main", "pack"],
];

/// A crate and the only modules that may name it.
const CRATES: [(&str, &[&str]); 11] = [
    ("egui::", &["ui", "canvas", "app"]),
    ("egui_graphs", &["canvas"]),
    ("eframe", &["app"]),
    ("use epaint", &["signs", "text"]),
    ("clap", &["cli", "main"]),
    ("rfd", &["app"]),
    ("rustix", &["app"]),
    ("webbrowser", &["app"]),
    ("std::fs", &["files", "app"]),
    ("std::thread", &["files", "app"]),
    ("std::time", &["files", "app", "cli"]),
];

/// The floors of folders with many files, from the ground up: a part uses those of lower floors only.
const LAYOUT: [&[&str]; 9] = [
    &["diagram"],
    &["drawing"],
    &["base"],
    &["graph"],
    &["measure", "order", "rank", "ring"],
    &["heights"],
    &["compact", "pins"],
    &["fit"],
    &["choose"],
];
const CANVAS: [&[&str]; 6] = [&["camera", "frame", "scene"], &["paint"], &["show"], &["scenes"], &["input"], &["rest"]];

fn layer(module: &str) -> usize {
    let found = LAYERS.iter().position(|row| row.contains(&module));
    found.unwrap_or_else(|| panic!("“{module}” has no layer: give it one here and in ARCHITECTURE.md"))
}

/// The modules that code names through `crate::`, also in nested braces.
fn uses(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in code.split("crate::").skip(1) {
        let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        let Some(braces) = part.strip_prefix('{') else {
            names.push(word(part));
            continue;
        };
        let mut depth = 1;
        let mut start = true;
        for (at, c) in braces.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => start = true,
                c if depth == 1 && start && c.is_alphabetic() => {
                    names.push(word(&braces[at..]));
                    start = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    names
}

#[test]
fn modules_use_only_what_lies_below_them() {
    for source in sources().iter().filter(|source| source.module != "main") {
        // In a member that is one module, names after `crate::` may be of its own parts, too.
        let known = |used: &&String| source.package != source.module || LAYERS.concat().contains(&used.as_str());
        let used = uses(&code(&source.text));
        for used in used.iter().filter(|used| **used != source.module).filter(known) {
            let fine = layer(used) < layer(&source.module);
            assert!(fine, "{}: {} may not use {used}", source.path.display(), source.module);
        }
    }
}

#[test]
fn no_files_use_each_other() {
    assert_eq!(Uses::of(&sources()).circles(), [] as [Vec<String>; 0]);
}

#[test]
fn children_do_not_name_what_their_parents_define() {
    assert_eq!(Uses::of(&sources()).children_that_name_parents(), []);
}

#[test]
fn folders_are_used_downwards() {
    let uses = Uses::of(&sources());
    assert_eq!(uses.climbs(&["layout"], &LAYOUT), []);
    assert_eq!(uses.climbs(&["canvas"], &CANVAS), []);
}

#[test]
fn the_outside_is_touched_in_few_places() {
    for source in sources() {
        let code = code(&source.text);
        for (name, allowed) in CRATES {
            let names_it = code.contains(name) && !allowed.contains(&source.module.as_str());
            // `egui::` also ends `use eframe::egui::`, which the row on eframe forbids.
            assert!(!names_it, "{}: only {allowed:?} may name {name}", source.path.display());
        }
    }
}

#[test]
fn colours_have_numbers_only_in_the_theme() {
    let shades = ["Color32::from_rgb(", "Color32::from_gray(", "Color32::RED", "Color32::BLUE", "Rgba::from"];
    for source in sources() {
        for line in code(&source.text).lines() {
            let made = shades.iter().any(|shade| line.contains(shade)) && !line.contains("from_rgb(r, g, b)");
            assert!(!made, "{}: take colours from the theme: {line}", source.path.display());
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    for Source { path, text, .. } in sources() {
        let lines = text.lines().count();
        assert!(lines <= MAX_LINES, "{} has {lines} lines, more than {MAX_LINES}", path.display());
        assert!(text.starts_with("//! "), "{} does not open by saying what it is for", path.display());
    }
}

#[test]
fn the_rules_can_be_broken() {
    let found = uses("use crate::{\n    model::{Edit, Node},\n    session::Action,\n};\ncrate::text::BOLD");
    assert_eq!(found, ["model", "session", "text"]);
    assert!(!code("let a = 1; // std::fs\n#[cfg(test)]\nmod tests { std::fs }").contains("std::fs"));
}
