//! What a frame of the canvas costs, drawing and tessellation on one thread, beside egui_graphs as it comes.
//!
//! `cargo bench --bench frame` prints a table of both by turns, and then every frame of ours. Both draw the same made-up
//! pathway at the same places with the real fonts, at 1600x900, labels on; milliseconds of two machines say nothing.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

mod beside;
mod made_up;
mod ours;
mod pictures;
mod stock;

use std::fmt;

use divan::Bencher;
use egui::{Context, Event, Pos2, RawInput, Rect, Ui, pos2, vec2};

fn main() {
    pathlight::app::keep_freed_memory();
    // Without a filter, and not where benches are only asked to start.
    if std::env::args().skip(1).all(|word| word == "--bench") {
        beside::table();
    }
    divan::main();
}

/// Size of the canvas, in px.
const SCREEN: Rect = Rect { min: Pos2::ZERO, max: pos2(1600.0, 900.0) };

/// How near the view is.
#[derive(Clone, Copy, PartialEq)]
enum Near {
    /// Everything in sight.
    Fitted,
    /// As far out as labels are still shown: the most that is ever drawn with labels.
    Labels,
    /// Where labels are read with ease.
    Reading,
    /// Where links carry their grade and the number of their sources.
    Close,
}

/// What happens from frame to frame.
#[derive(Clone, Copy, PartialEq)]
enum Motion {
    /// Nothing.
    Rest,
    /// The view moves in every frame.
    Pan,
    /// Another item is under the pointer in every frame.
    Hover,
    /// The view comes nearer or goes farther in every frame, so that texts change their size.
    Zoom,
}

/// A frame to measure.
#[derive(Clone, Copy)]
struct Case {
    nodes: usize,
    near: Near,
    motion: Motion,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let near = match self.near {
            Near::Fitted => "fitted",
            Near::Labels => "labels",
            Near::Reading => "reading",
            Near::Close => "close",
        };
        let motion = match self.motion {
            Motion::Rest => "rest",
            Motion::Pan => "pan",
            Motion::Hover => "hover",
            Motion::Zoom => "zoom",
        };
        write!(f, "{:>4} {near:<7} {motion}", self.nodes)
    }
}

fn cases(nears: &[Near], motions: &[Motion]) -> Vec<Case> {
    let mut cases = Vec::new();
    for nodes in [300, 1_000, 3_000] {
        for &near in nears {
            cases.extend(motions.iter().map(|&motion| Case { nodes, near, motion }));
        }
    }
    cases
}

fn cases_of_ours() -> Vec<Case> {
    let nears = [Near::Fitted, Near::Labels, Near::Reading, Near::Close];
    cases(&nears, &[Motion::Rest, Motion::Pan, Motion::Hover, Motion::Zoom])
}

fn cases_of_stock() -> Vec<Case> {
    cases(&[Near::Fitted, Near::Reading], &[Motion::Pan, Motion::Hover])
}

#[divan::bench(args = cases_of_ours(), sample_count = 60, sample_size = 1)]
fn ours(bencher: Bencher<'_, '_>, case: &Case) {
    let mut window = ours::Window::new(*case, false);
    bencher.bench_local(|| window.frame());
}

/// The same with a screen reader listening.
#[divan::bench(args = cases(&[Near::Fitted], &[Motion::Rest, Motion::Hover]), sample_count = 30, sample_size = 1)]
fn ours_spoken(bencher: Bencher<'_, '_>, case: &Case) {
    let mut window = ours::Window::new(*case, true);
    bencher.bench_local(|| window.frame());
}

#[divan::bench(args = cases_of_stock(), sample_count = 60, sample_size = 1)]
fn stock(bencher: Bencher<'_, '_>, case: &Case) {
    let mut window = stock::Window::new(*case);
    bencher.bench_local(|| window.frame());
}

/// Pointing: a point every few px of the canvas.
#[divan::bench(args = [300, 1_000, 3_000])]
fn hit_test(bencher: Bencher<'_, '_>, nodes: usize) {
    let case = Case { nodes, near: Near::Fitted, motion: Motion::Hover };
    let window = ours::Window::new(case, false);
    let mut i = 0_u32;
    bencher.bench_local(|| {
        i = i.wrapping_add(1);
        window.canvas.item_at(pos2((i * 37 % 1600) as f32, (i * 23 % 900) as f32))
    });
}

/// The first frame of a picture: everything that is worked out once.
#[divan::bench(args = cases(&[Near::Fitted, Near::Close], &[Motion::Rest]), sample_count = 10, sample_size = 1)]
fn first_frame(bencher: Bencher<'_, '_>, case: &Case) {
    bencher.with_inputs(|| ours::Window::new(*case, false)).bench_local_values(|mut window| {
        window.forget();
        window.frame();
    });
}

/// Runs a frame and tessellates it; gives back the number of triangles.
fn run(ctx: &Context, frame: u32, events: Vec<Event>, draw: impl FnMut(&mut Ui)) -> usize {
    let input =
        RawInput { screen_rect: Some(SCREEN), time: Some(f64::from(frame) / 60.0), events, ..RawInput::default() };
    let mut output = ctx.run_ui(input, draw);
    // There is no screen to send the texture to.
    output.textures_delta.clear();
    let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
    let triangles = primitives.iter().map(|clipped| match &clipped.primitive {
        egui::epaint::Primitive::Mesh(mesh) => mesh.indices.len() / 3,
        egui::epaint::Primitive::Callback(_) => 0,
    });
    triangles.sum()
}

/// A step of a view that runs to and fro, 12 px a frame: a brisk drag.
fn step(frame: u32) -> egui::Vec2 {
    let way = if frame % 80 < 40 { 1.0 } else { -1.0 };
    way * vec2(12.0, 4.0)
}
