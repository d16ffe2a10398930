//! The real program in a window: how soon it draws, what memory it holds, whether it rests, and how it takes a large
//! file.
//!
//! `cargo bench --bench window` starts the program again and again under Xvfb with software OpenGL, each time with
//! settings of its own, and prints a table. Times are on the clock and count from the start of the process; memory is
//! what the system counts, shared libraries and the software renderer included. Without Xvfb it says so and ends.
#![expect(clippy::print_stdout, reason = "a table is what a bench is for")]
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

mod display;
#[path = "../frame/made_up.rs"]
mod made_up;
mod program;

use std::{
    fs,
    path::{Path, PathBuf},
};

use display::Display;
use pathlight::formats;
use program::{Frame, Program};

/// Nodes of the large file.
const LARGE: usize = 3_000;

fn main() {
    // `cargo test --benches` asks benches to do nothing but start.
    if std::env::args().any(|word| word == "--test") {
        return;
    }
    let Some(display) = Display::start() else {
        println!("\nXvfb is not installed: the window was left out");
        return;
    };
    let scratch = Scratch::new();
    println!("\n| what | on | runs | median | least | greatest |");
    println!("|---|---|--:|--:|--:|--:|");
    starts(&display.name, &scratch.0);
    memory(&display.name, &scratch.0);
    rest(&display.name, &scratch.0);
    large(&display.name, &scratch.0);
}

/// How soon the first frames of the pathway that opens by itself are drawn.
fn starts(display: &str, scratch: &Path) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        let program = Program::start(display, scratch, None);
        first.extend(program.until(|frames| !frames.is_empty()));
        second.extend(program.until(|frames| frames.len() > 1));
    }
    row("start to the first frame, ms", "start screen", first);
    row("start to the second frame, ms", "start screen", second);
}

/// What the program holds with the largest bundled pathway.
fn memory(display: &str, scratch: &Path) {
    let atlas = Path::new(env!("CARGO_MANIFEST_DIR")).join("graphs/atlas.pathway.ron");
    let (mut soon, mut later, mut peak) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..5 {
        let program = Program::start(display, scratch, Some(&atlas));
        program.rest_until(2.0);
        soon.push(program.memory("VmRSS"));
        program.rest_until(10.0);
        later.push(program.memory("VmRSS"));
        peak.push(program.memory("VmHWM"));
    }
    row("resident after 2 s, MiB", "atlas", soon);
    row("resident after 10 s, MiB", "atlas", later);
    row("greatest in 10 s, MiB", "atlas", peak);
}

/// What the program does while nobody does anything.
fn rest(display: &str, scratch: &Path) {
    let program = Program::start(display, scratch, None);
    program.rest_until(4.0);
    let before = program.frames().len();
    row("resident after 4 s, MiB", "start screen", vec![program.memory("VmRSS")]);
    program.rest_until(14.0);
    let after = program.frames().len();
    row("frames in ten idle seconds", "start screen", vec![(after - before) as f64]);
}

/// How soon a large file is drawn, and whether the window can be used meanwhile.
fn large(display: &str, scratch: &Path) {
    let pathway = made_up::pathway(LARGE);
    let on = format!("{} nodes, {} links", pathway.nodes().count(), pathway.links().count());
    let path = scratch.join("large.pathway.ron");
    fs::write(&path, formats::save(&pathway)).expect("the temporary folder can be written to");
    let is_drawn = |frame: &Frame| frame.cards == LARGE;
    let (mut drawn, mut longest, mut peak) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..5 {
        let program = Program::start(display, scratch, Some(&path));
        drawn.extend(program.until(|frames| frames.iter().any(is_drawn)));
        program.rest_until(8.0);
        peak.push(program.memory("VmHWM"));
        let frames = program.frames();
        let at = frames.iter().position(is_drawn).unwrap_or(frames.len());
        // The first, those before the drawing, the one that shows it, those after it.
        let mut parts = [0.0_f64; 4];
        for (i, ms) in painted(&frames).into_iter().enumerate() {
            let part = if i == 0 { 0 } else { 1 + usize::from(i >= at) + usize::from(i > at) };
            parts[part] = parts[part].max(ms);
        }
        longest.push(parts);
    }
    row("start to the first laid-out frame, ms", &on, drawn);
    let names = [
        "first frame, which may wait for a picture, ms",
        "longest frame until the drawing is there, ms",
        "frame that shows the first drawing, ms",
        "longest frame from there to rest, ms",
    ];
    for (part, name) in names.into_iter().enumerate() {
        row(name, &on, longest.iter().map(|parts| parts[part]).collect());
    }
    row("greatest in 8 s, MiB", &on, peak);
}

/// What each frame took with its painting, in ms; the last one, of which that is not known yet, without it.
fn painted(frames: &[Frame]) -> Vec<f64> {
    let known = frames.iter().skip(1).map(|next| next.before);
    known.chain(frames.last().map(|last| last.took)).collect()
}

fn row(what: &str, on: &str, mut values: Vec<f64>) {
    values.sort_by(f64::total_cmp);
    let at = |at: usize| values.get(at).map_or_else(|| "-".to_owned(), |value| format!("{value:.0}"));
    let (middle, last) = (values.len() / 2, values.len().saturating_sub(1));
    println!("| {what} | {on} | {} | {} | {} | {} |", values.len(), at(middle), at(0), at(last));
}

/// A temporary folder, which goes when the bench ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("pathlight-window-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder can be written to");
        Self(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}
