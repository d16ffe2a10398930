//! The rules of `ARCHITECTURE.md`, read off the source: who may use whom, what may touch the outside, how long a
//! file may be.
#![expect(clippy::expect_used, clippy::panic, reason = "what a test stands on may end it")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Longest source file, in lines.
const MAX_LINES: usize = 400;

/// Layers from the ground up. A module may use those of lower rows, never one beside it.
const LAYERS: [&[&str]; 8] = [
    &["address", "model", "text"],
    &["analysis", "layout", "signs", "theme"],
    &["lesson"],
    &["document", "export", "formats"],
    &["files", "session"],
    &["canvas", "ui"],
    &["app", "cli"],
    &["lib", "main"],
];

/// A crate and the only modules that may name it.
const CRATES: [(&str, &[&str]); 10] = [
    ("egui::", &["ui", "canvas", "app"]),
    ("egui_graphs", &["canvas"]),
    ("eframe", &["app"]),
    ("use epaint", &["text"]),
    ("clap", &["cli", "main"]),
    ("rfd", &["app"]),
    ("webbrowser", &["app"]),
    ("std::fs", &["files", "app"]),
    ("std::thread", &["app"]),
    ("std::time", &["app", "cli"]),
];

struct Source {
    path: PathBuf,
    module: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let inside = path.strip_prefix(&root).expect("it lies in src").to_owned();
                let first = inside.iter().next().expect("it has a name").to_string_lossy().into_owned();
                let module = first.trim_end_matches(".rs").to_owned();
                sources.push(Source { text: fs::read_to_string(&path).expect("it is text"), path: inside, module });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn layer(module: &str) -> usize {
    let found = LAYERS.iter().position(|row| row.contains(&module));
    found.unwrap_or_else(|| panic!("“{module}” has no layer: give it one here and in ARCHITECTURE.md"))
}

/// The code without its comments and without its tests at the end.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    let lines = text[..end].lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
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
        for used in uses(&code(&source.text)).iter().filter(|used| **used != source.module) {
            let fine = layer(used) < layer(&source.module);
            assert!(fine, "{}: {} may not use {used}", source.path.display(), source.module);
        }
    }
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
