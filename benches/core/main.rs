//! How long the core takes, on the first bundled pathway and on a large made-up one, side by side in one run.
//!
//! `cargo bench` prints a table. Compare rows of one run; milliseconds of two machines say nothing.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

#[path = "../../tests/history/edits.rs"]
mod edits;
mod history;

use std::fmt::Write as _;

use divan::{AllocProfiler, Bencher, black_box};
use pathlight::{
    analysis::{
        lens::Lens,
        loops::{Limits, loops},
    },
    formats,
    model::{Change, Design, Edit, Effect, Evidence, Kind, Lane, Link, Node, Parts, Pathway, Stance, notation},
    picture::picture,
    session::library,
    text::Measure,
};

/// Says how much memory each row takes.
#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn atlas() -> Pathway {
    let text = library::all().iter().find(|bundled| bundled.id == "atlas").expect("the atlas is bundled").text();
    formats::open(text.as_bytes()).expect("bundled files open").pathway
}

/// As many nodes and links as a file may have, with texts and evidence; links lead to nodes near by.
fn largest() -> Pathway {
    let name = |number: usize| format!("n{}", number % 5_000);
    let nodes = (0..5_000).map(|n| Node {
        explanation: format!("Some words about node {n}, as somebody would write them: a sentence or two."),
        ..Node::new(&name(n), &format!("Node number {n}"), Kind::Process, "all")
    });
    let links = (0..20_000).map(|n| {
        let mut link = Link::new(&format!("l{n}"), &name(n * 7), &name(n * 7 + 1 + n % 40), Effect::Raises);
        link.explanation = format!("Why link {n} holds, in some words.");
        link.evidence = vec![Evidence {
            source: format!("s{}", n % 50).as_str().into(),
            stance: Stance::Supports,
            design: Design::AnimalIntervention,
            species: vec!["mouse".to_owned()],
            sample: String::new(),
            finding: format!("What was found in study {n}."),
            locator: None,
            extra: Vec::new(),
        }];
        link
    });
    let lanes = vec![Lane { id: "all".into(), label: "All".into(), extra: Vec::new() }];
    Pathway::from_parts(Parts { lanes, nodes: nodes.collect(), links: links.collect(), ..Parts::default() }, Vec::new())
}

/// A pathway by name: `bundled`, `largest`, or a chain of so many nodes with side links every few steps.
fn pathway(name: &str) -> Pathway {
    if name == "largest" {
        return largest();
    }
    if name == "bundled" {
        return formats::open(library::all()[0].text().as_bytes()).expect("bundled files open").pathway;
    }
    let nodes: usize = name.parse().expect("a number of nodes");
    let mut text = String::new();
    for i in 1..nodes {
        writeln!(text, "n{} -> n{i}", i - 1).expect("writing to a string");
        if i % 5 == 0 {
            writeln!(text, "n{} -| n{i}", i * 7 / 10).expect("writing to a string");
        }
        if i % 11 == 0 {
            writeln!(text, "n{i} -> n{}", i - 6).expect("writing to a string");
        }
    }
    notation::parse(&text).expect("good notation")
}

const SIZES: [&str; 4] = ["bundled", "100", "300", "1000"];
/// Those of files.
const FILES: [&str; 5] = ["bundled", "100", "300", "1000", "largest"];

#[divan::bench(args = FILES)]
fn open(bencher: Bencher<'_, '_>, name: &str) {
    let text = formats::save(&pathway(name));
    bencher.bench(|| formats::open(black_box(text.as_bytes())));
}

#[divan::bench(args = FILES)]
fn save(bencher: Bencher<'_, '_>, name: &str) {
    let pathway = pathway(name);
    bencher.bench(|| formats::save(black_box(&pathway)));
}

/// A file of which one node says something else.
#[divan::bench(args = FILES)]
fn save_over(bencher: Bencher<'_, '_>, name: &str) {
    let before = pathway(name);
    let text = formats::save(&before);
    let mut node = before.nodes().next().expect("a node").as_ref().clone();
    node.label.push('x');
    let after = before.apply(&Edit::one("", Change::SetNode(node))).expect("it is there");
    bencher.bench(|| formats::save_over(black_box(text.as_bytes()), &after));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn draw(bencher: Bencher<'_, '_>, name: &str) {
    let pathway = pathway(name);
    bencher.bench_local({
        let mut measure = Measure::default();
        move || picture(black_box(&pathway), &mut measure, 1.75)
    });
}

#[divan::bench(args = SIZES)]
fn find_loops(bencher: Bencher<'_, '_>, name: &str) {
    let pathway = pathway(name);
    bencher.bench(|| loops(black_box(&pathway), &Lens::default(), Limits::default()));
}

#[divan::bench(args = SIZES)]
fn clone_for_undo(bencher: Bencher<'_, '_>, name: &str) {
    let pathway = pathway(name);
    bencher.bench(|| black_box(&pathway).clone());
}
