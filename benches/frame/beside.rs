//! Ours and egui_graphs' own frames by turns: a machine that gets slower for a while does so for both.

use std::time::Instant;

use crate::{Case, Motion, cases_of_stock, ours, stock};

/// Frames of each that are timed, and frames before that.
const TIMED: usize = 121;
const BEFORE: usize = 8;

/// Prints the median frame of both for every case that egui_graphs can do, in ms, and their ratio.
#[expect(clippy::print_stdout, reason = "a table is what a bench is for")]
pub(crate) fn table() {
    println!("\n| nodes | view | what happens | ours, ms | egui_graphs as it comes, ms | ours / its |");
    println!("|--:|---|---|--:|--:|--:|");
    for case in cases_of_stock() {
        let (mut ours, mut theirs) = (ours::Window::new(case, false), stock::Window::new(case));
        let (mut of_ours, mut of_theirs) = (Vec::new(), Vec::new());
        for i in 0..BEFORE + TIMED {
            let (a, b) = (timed(|| ours.frame()), timed(|| theirs.frame()));
            if i >= BEFORE {
                of_ours.push(a);
                of_theirs.push(b);
            }
        }
        let (a, b) = (median(of_ours), median(of_theirs));
        let what = if case.motion == Motion::Pan { "panning" } else { "pointing" };
        println!("| {} | {} | {what} | {a:.2} | {b:.2} | {:.2} |", case.nodes, near(case), a / b);
    }
}

fn near(case: Case) -> &'static str {
    if case.near == crate::Near::Fitted { "everything" } else { "near enough to read" }
}

/// How long a frame takes, in ms.
fn timed(frame: impl FnOnce() -> usize) -> f64 {
    let start = Instant::now();
    std::hint::black_box(frame());
    start.elapsed().as_secs_f64() * 1e3
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
