//! Lays out a graph of the layout benchmark and writes the drawing, so that other engines can be measured beside it.
//!
//! `bench_layout [--lanes] [--first] GRAPH RUNS OUT.lay` reads `GRAPH.nodes` (id, width, height, lane, label; tab
//! separated) and `GRAPH.edges` (source, target, sign), lays the graph out RUNS times and prints one line: engine,
//! graph, nodes, edges, first, median and least ms on the clock, median ms of CPU, greatest resident MB.
//! OUT.lay gets a line `N id cx cy w h` for each card, `E index x1 y1 x2 y2 ...` for each link and, with lanes,
//! `L lane x y w h` for each band. `--first` measures the first drawing, which the window shows at once.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program whose output is its purpose")]

use std::{collections::BTreeMap, time::Instant};

use pathlight::layout::{Card, Diagram, Drawing, Options, Wire, layout, layout_first};

fn main() {
    let (flags, rest): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let flag = |name: &str| flags.iter().any(|f| f == name);
    let [graph, runs, out] = rest.as_slice() else {
        eprintln!("usage: bench_layout [--lanes] [--first] GRAPH RUNS OUT.lay");
        std::process::exit(2);
    };
    match run(graph, runs.parse().unwrap_or(1), out, [flag("--lanes"), flag("--first")]) {
        Ok(line) => println!("{line}"),
        Err(error) => {
            eprintln!("{graph}: {error}");
            std::process::exit(1);
        }
    }
}

/// A graph of the benchmark, with what its drawing is written with.
struct Graph {
    ids: Vec<String>,
    lanes: Vec<String>,
    diagram: Diagram,
}

fn run(path: &str, runs: usize, out: &str, [lanes, first]: [bool; 2]) -> Result<String, String> {
    let graph = read(path, lanes)?;
    let defaults = Options::default();
    let options = Options { aspect: 1600.0 / 900.0, ..defaults };
    let (mut wall, mut cpu, mut drawing) = (Vec::new(), Vec::new(), Drawing::default());
    for _ in 0..runs.max(1) {
        let (clock, work) = (Instant::now(), cpu_ms());
        drawing = if first { layout_first(&graph.diagram, &options) } else { layout(&graph.diagram, &options) };
        wall.push(clock.elapsed().as_secs_f64() * 1e3);
        cpu.push(cpu_ms() - work);
    }
    std::fs::write(out, written(&graph, &drawing, lanes)).map_err(|e| format!("{out}: {e}"))?;
    let first_run = wall[0];
    wall.sort_by(f64::total_cmp);
    cpu.sort_by(f64::total_cmp);
    let engine = if lanes { "pathlight-lanes" } else { "pathlight" };
    let name = path.rsplit('/').next().unwrap_or(path);
    let (nodes, edges) = (graph.diagram.cards.len(), graph.diagram.wires.len());
    let times = format!("{first_run:.3}\t{:.3}\t{:.3}\t{:.3}", wall[wall.len() / 2], wall[0], cpu[cpu.len() / 2]);
    Ok(format!("{engine}\t{name}\t{nodes}\t{edges}\t{times}\t{:.1}", resident_mb()))
}

fn read(path: &str, lanes: bool) -> Result<Graph, String> {
    let text = |end: &str| std::fs::read_to_string(format!("{path}.{end}")).map_err(|e| format!("{end}: {e}"));
    let (mut ids, mut names, mut cards) = (Vec::new(), Vec::<String>::new(), Vec::new());
    let mut index = BTreeMap::new();
    for line in text("nodes")?.lines() {
        let mut words = line.split('\t');
        let mut word = || words.next().unwrap_or_default();
        let (id, width, height, lane) = (word(), word(), word(), word());
        let number = |text: &str| text.parse::<f64>().map_err(|_| format!("`{text}` should be a number"));
        let at = names.iter().position(|n| n == lane).unwrap_or(names.len());
        if at == names.len() {
            names.push(lane.to_owned());
        }
        index.insert(id.to_owned(), ids.len());
        ids.push(id.to_owned());
        let lane = if lanes { at } else { 0 };
        cards.push(Card { width: number(width)?, height: number(height)?, lane, at: None, seat: None });
    }
    let mut wires = Vec::new();
    for line in text("edges")?.lines() {
        let ends: Vec<&str> = line.split('\t').collect();
        let end = |at: usize| {
            ends.get(at).and_then(|id| index.get(*id)).copied().ok_or_else(|| format!("`{line}` names no such node"))
        };
        wires.push(Wire { from: end(0)?, to: end(1)?, returns: false, weight: 1.0 });
    }
    let count = if lanes { names.len() } else { 1 };
    Ok(Graph { ids, lanes: names, diagram: Diagram { cards, wires, lanes: count } })
}

fn written(graph: &Graph, drawing: &Drawing, lanes: bool) -> String {
    let mut text = String::new();
    for ((id, card), (x, y)) in graph.ids.iter().zip(&graph.diagram.cards).zip(&drawing.centres) {
        text += &format!("N\t{id}\t{x}\t{y}\t{}\t{}\n", card.width, card.height);
    }
    for (i, route) in drawing.routes.iter().enumerate().filter(|(_, r)| !r.points.is_empty()) {
        text += &format!("E\t{i}");
        for (x, y) in &route.points {
            text += &format!("\t{x:.2}\t{y:.2}");
        }
        text.push('\n');
    }
    if lanes {
        for (name, b) in graph.lanes.iter().zip(&drawing.lanes) {
            text += &format!("L\t{name}\t{}\t{}\t{}\t{}\n", b.x, b.y, b.w, b.h);
        }
    }
    text
}

/// Milliseconds of CPU that this process has used (Linux; 0 elsewhere).
fn cpu_ms() -> f64 {
    let spent = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    spent.split(' ').next().and_then(|ns| ns.parse::<f64>().ok()).unwrap_or(0.0) / 1e6
}

/// The most memory that this process has held, in MB (Linux; 0 elsewhere).
fn resident_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default().to_owned();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
