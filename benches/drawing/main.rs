//! How good and how quick drawings are, beside Graphviz's dot in the same run.
//!
//! `cargo bench --bench drawing` prints two tables, with and without lanes, for the graphs beside this file and for the
//! bundled pathways. Where `dot` is installed it draws the same cards from left to right, and its drawing is measured
//! by the same counts. Times are milliseconds of CPU. That clock may tick as seldom as every 4 ms, so a layout is
//! repeated until it has used 100 ms, and the median of seven such means is shown: a machine may be busy for a while.
//! A layout that takes longer than 250 ms runs once. dot is a process and is repeated at least ten times; what it takes
//! for an empty graph is subtracted.
#![expect(clippy::print_stdout, reason = "a table is what a bench is for")]
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

mod dot;
mod graph;

use std::time::Instant;

use dot::Dot;
use pathlight::layout::{Card, Diagram, Drawing, Options, layout, layout_first, measure};

use crate::graph::Graph;

/// A layout is repeated until it has used so many ms, so that a clock that ticks every 4 ms is off by 4 percent at most.
const ENOUGH: f64 = 100.0;
/// So many times.
const TIMES: usize = 7;
/// A layout that uses more ms than this is not repeated.
const LONG: f64 = 250.0;

const GRAPHS: [&str; 10] = ["a26", "b71", "wp4010", "c100", "c300", "m300", "c1000", "m1000", "c3000", "m3000"];

fn main() {
    // `cargo test --benches` asks benches to do nothing but start.
    if std::env::args().any(|word| word == "--test") {
        return;
    }
    // As the program does.
    pathlight::app::keep_freed_memory();
    let dot = Dot::find();
    if let Some(dot) = &dot {
        println!("\ndot on an empty graph: {} ms, which is subtracted from its times", ms(dot.idle));
    }
    for lanes in [true, false] {
        println!("\n{}", if lanes { "## Lanes in their own order" } else { "## Without lanes" });
        println!(
            "\n| graph | by | cards overlap | links through cards | outside lanes | crossings | below 30° | px of a 13 px label at 1600x900 | area, Mpx | length, px | first, ms | refined, ms |"
        );
        println!("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        let mut ratios = Ratios::default();
        for name in GRAPHS {
            let graph = Graph::read(name, lanes);
            row(&graph, dot.as_ref(), &mut ratios);
        }
        if lanes {
            for bundled in pathlight::session::library::all() {
                // dot would rather have these without lanes: they are shown, and not counted against it.
                row(&Graph::of_pathway(bundled.id, &bundled.text()), dot.as_ref(), &mut Ratios::default());
            }
        }
        ratios.print();
    }
    stability();
}

/// Prints what ours and dot's drawings of a graph come to.
fn row(graph: &Graph, dot: Option<&Dot>, ratios: &mut Ratios) {
    let options = Options { aspect: 1600.0 / 900.0, ..Options::default() };
    let (_, first) = timed(|| layout_first(&graph.diagram, &options));
    let (drawing, refined) = timed(|| layout(&graph.diagram, &options));
    let ours = Counts::of(&graph.diagram, &drawing);
    ours.print(&graph.name, "ours", (first, refined));
    if graph.diagram.cards.len() > 300 {
        return; // dot takes minutes there
    }
    if let Some((drawing, took)) = dot.and_then(|dot| dot.draw(graph)) {
        let theirs = Counts::of(&graph.diagram, &drawing);
        theirs.print(&graph.name, "dot", (took, took));
        ratios.add(&ours, &theirs);
    }
}

/// Counts on a drawing.
struct Counts {
    faults: [usize; 3],
    crossings: usize,
    shallow: usize,
    fit: f64,
    area: f64,
    length: f64,
}

impl Counts {
    fn of(diagram: &Diagram, drawing: &Drawing) -> Self {
        let metrics = measure(diagram, drawing);
        let lines = drawing.routes.iter().flat_map(|r| r.points.windows(2));
        let length = lines.map(|p| (p[1].0 - p[0].0).hypot(p[1].1 - p[0].1)).sum();
        let (width, height) = extent(diagram, drawing);
        let fit = 13.0 * (1600.0 / width.max(1.0)).min(900.0 / height.max(1.0)).min(1.0);
        Self {
            faults: [metrics.node_overlaps, metrics.links_through_nodes, metrics.lane_intruders],
            crossings: metrics.crossings,
            shallow: if diagram.cards.len() <= 300 { shallow(diagram, drawing) } else { 0 },
            fit,
            area: width * height / 1e6,
            length,
        }
    }

    fn print(&self, name: &str, by: &str, (first, refined): (f64, f64)) {
        let [overlaps, through, outside] = self.faults;
        // dot knows no lanes, so nothing of it can lie outside one.
        let outside = if by == "dot" { "-".to_owned() } else { outside.to_string() };
        println!(
            "| {name} | {by} | {overlaps} | {through} | {outside} | {} | {} | {:.1} | {:.2} | {:.0} | {} | {} |",
            self.crossings,
            self.shallow,
            self.fit,
            self.area,
            self.length,
            ms(first),
            ms(refined)
        );
    }
}

/// Width and height of all cards and lines, without the margins that only some engines add.
fn extent(diagram: &Diagram, drawing: &Drawing) -> (f64, f64) {
    let corners = |(card, &(x, y)): (&Card, &(f64, f64))| {
        let (w, h) = (card.width / 2.0, card.height / 2.0);
        [(x - w, y - h), (x + w, y + h)]
    };
    let cards = diagram.cards.iter().zip(&drawing.centres).flat_map(corners);
    let points = cards.chain(drawing.routes.iter().flat_map(|r| r.points.iter().copied()));
    let wide = |(low, high): (f64, f64), v: f64| (low.min(v), high.max(v));
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    let (x, y) = points.fold((none, none), |(x, y), p| (wide(x, p.0), wide(y, p.1)));
    ((x.1 - x.0).max(0.0), (y.1 - y.0).max(0.0))
}

/// Geometric means of ours against dot's.
#[derive(Default)]
struct Ratios {
    logs: [f64; 3],
    count: usize,
}

impl Ratios {
    fn add(&mut self, ours: &Counts, theirs: &Counts) {
        let pairs = [
            (ours.crossings.max(1) as f64, theirs.crossings.max(1) as f64),
            (ours.area, theirs.area),
            (ours.length, theirs.length),
        ];
        for (sum, (a, b)) in self.logs.iter_mut().zip(pairs) {
            *sum += (a / b.max(1e-9)).ln();
        }
        self.count += 1;
    }

    fn print(&self) {
        if self.count > 0 {
            let [crossings, area, length] = self.logs.map(|sum| (sum / self.count as f64).exp());
            println!(
                "\nagainst dot, geometric means of {}: crossings {crossings:.2}, area {area:.2}, length {length:.2}",
                self.count
            );
        }
    }
}

/// Crossings at less than 30 degrees, by looking at every pair of pieces.
fn shallow(diagram: &Diagram, drawing: &Drawing) -> usize {
    let mut pieces = Vec::new();
    for (i, route) in drawing.routes.iter().enumerate() {
        pieces.extend(route.points.windows(2).map(|p| (i, p[0], p[1])));
    }
    let shares_card = |a: usize, b: usize| {
        let (a, b) = (&diagram.wires[a], &diagram.wires[b]);
        a.from == b.from || a.to == b.to || a.from == b.to || a.to == b.from
    };
    let mut found = 0;
    for (i, &(a, p, q)) in pieces.iter().enumerate() {
        for &(b, r, s) in &pieces[i + 1..] {
            if a == b || p.0.max(q.0) < r.0.min(s.0) || r.0.max(s.0) < p.0.min(q.0) || shares_card(a, b) {
                continue;
            }
            let (u, v) = ((q.0 - p.0, q.1 - p.1), (s.0 - r.0, s.1 - r.1));
            let turned = u.0 * v.1 - u.1 * v.0;
            let sine = turned.abs() / (u.0.hypot(u.1) * v.0.hypot(v.1)).max(1e-9);
            let away = (r.0 - p.0, r.1 - p.1);
            let inside = |t: f64| t > 1e-6 && t < 1.0 - 1e-6;
            let crosses = turned.abs() > 1e-9
                && inside((away.0 * v.1 - away.1 * v.0) / turned)
                && inside((away.0 * u.1 - away.1 * u.0) / turned);
            found += usize::from(crosses && sine < 0.5);
        }
    }
    found
}

/// What stays where it was when one card with two links is added to b71.
fn stability() {
    let graph = Graph::read("b71", true);
    let options = Options { aspect: 1600.0 / 900.0, ..Options::default() };
    let before = layout(&graph.diagram, &options);
    let after_diagram = graph.with_one_more(&before);
    let after = layout(&after_diagram, &options);
    let kept = before.seats.iter().zip(&after.seats).filter(|(a, b)| a == b).count();
    println!(
        "\none card with two links added to b71: {kept} of {} others keep lane, order and rank",
        before.seats.len()
    );
}

/// The result of a run, and the CPU time of one, in ms: the median of a few means.
fn timed<T>(mut run: impl FnMut() -> T) -> (T, f64) {
    let start = cpu_ms();
    let result = run();
    let first = cpu_ms() - start;
    if first >= LONG {
        return (result, first);
    }
    let mut means: Vec<f64> = (0..TIMES).map(|_| mean(&mut run)).collect();
    means.sort_by(f64::total_cmp);
    (result, means[TIMES / 2])
}

/// The mean CPU time of as many runs as it takes to know it, in ms.
fn mean<T>(run: &mut impl FnMut() -> T) -> f64 {
    let start = cpu_ms();
    let mut runs = 0.0;
    loop {
        std::hint::black_box(run());
        runs += 1.0;
        let spent = cpu_ms() - start;
        if spent >= ENOUGH {
            return spent / runs;
        }
    }
}

/// Milliseconds with as many digits as there is something to tell by them.
fn ms(ms: f64) -> String {
    if ms < 10.0 { format!("{ms:.2}") } else { format!("{ms:.1}") }
}

/// Milliseconds of CPU that this thread has used (Linux), or of the clock elsewhere.
fn cpu_ms() -> f64 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let on_cpu = spent.split(' ').next().and_then(|ns| ns.parse::<f64>().ok());
    on_cpu.map_or_else(clock_ms, |ns| ns / 1e6)
}

/// Milliseconds of the clock.
fn clock_ms() -> f64 {
    START.with(|start| start.elapsed().as_secs_f64() * 1e3)
}

thread_local! {
    static START: Instant = Instant::now();
}
