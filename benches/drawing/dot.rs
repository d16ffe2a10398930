//! Graphviz's dot on the same cards, where it is installed.

use std::{
    fmt::Write as _,
    io::Write as _,
    process::{Command, Stdio},
};

use pathlight::layout::{Drawing, Route};

use crate::{ENOUGH, LONG, clock_ms, graph::Graph};

/// Points of Graphviz in an inch; a point is a px here.
const INCH: f64 = 72.0;

/// Least runs: the system tells the time of processes that have ended in steps of 10 ms.
const RUNS: f64 = 10.0;

/// dot as it is installed.
pub(crate) struct Dot {
    /// What an empty graph takes, in ms: what starting a process costs, which a layout in our own does not pay.
    pub(crate) idle: f64,
}

impl Dot {
    /// Looks for it, and measures what it takes to do nothing.
    pub(crate) fn find() -> Option<Self> {
        Some(Self { idle: timed("digraph g {}")?.1 })
    }

    /// dot's drawing, and how many ms of CPU it took beyond its start.
    pub(crate) fn draw(&self, graph: &Graph) -> Option<(Drawing, f64)> {
        let mut text =
            String::from("digraph g { rankdir=LR; nodesep=0.333; ranksep=0.972; node [shape=box, fixedsize=true];\n");
        for (i, card) in graph.diagram.cards.iter().enumerate() {
            writeln!(text, "n{i} [width={}, height={}];", card.width / INCH, card.height / INCH).ok()?;
        }
        for (i, wire) in graph.diagram.wires.iter().enumerate() {
            writeln!(text, "n{} -> n{} [label=\"\", comment={i}];", wire.from, wire.to).ok()?;
        }
        text.push('}');
        let (plain, ms) = timed(&text)?;
        Some((drawing(graph, &plain)?, (ms - self.idle).max(0.0)))
    }
}

/// What dot says to a text, and the mean CPU time of as many runs as it takes to know it, in ms.
fn timed(text: &str) -> Option<(String, f64)> {
    let start = children_ms();
    let mut runs = 0.0;
    loop {
        let plain = said(text)?;
        let spent = children_ms() - start;
        runs += 1.0;
        if spent >= LONG && runs == 1.0 || spent >= ENOUGH && runs >= RUNS {
            return Some((plain, spent / runs));
        }
    }
}

/// Milliseconds of CPU that processes used which we have started and which have ended (Linux), or of the clock elsewhere.
fn children_ms() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The program's name stands in brackets and may hold anything; 14 and 15 after it are hundredths of a second.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let spent: Vec<f64> = fields.skip(13).take(2).filter_map(|ticks| ticks.parse().ok()).collect();
    if spent.len() == 2 { spent.iter().sum::<f64>() * 10.0 } else { clock_ms() }
}

/// What dot says to a text.
fn said(text: &str) -> Option<String> {
    let mut child = Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    String::from_utf8(child.wait_with_output().ok()?.stdout).ok()
}

/// Reads the plain format: inches, y upwards; a link is a chain of Bézier curves.
fn drawing(graph: &Graph, plain: &str) -> Option<Drawing> {
    let mut drawing = Drawing { centres: vec![(0.0, 0.0); graph.diagram.cards.len()], ..Drawing::default() };
    let mut routes: Vec<Vec<(f64, f64)>> = vec![Vec::new(); graph.diagram.wires.len()];
    for line in plain.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |at: usize| words.get(at).and_then(|w| w.parse::<f64>().ok()).map(|v| v * INCH);
        let card = |at: usize| words.get(at)?.strip_prefix('n')?.parse::<usize>().ok();
        match words.first().copied() {
            Some("graph") => (drawing.width, drawing.height) = (number(2)?, number(3)?),
            Some("node") => *drawing.centres.get_mut(card(1)?)? = (number(2)?, number(3)?),
            Some("edge") => {
                let ends = (card(1)?, card(2)?);
                let count = words.get(3)?.parse::<usize>().ok()?;
                let points: Option<Vec<(f64, f64)>> =
                    (0..count).map(|i| Some((number(4 + 2 * i)?, number(5 + 2 * i)?))).collect();
                let mut same = graph.diagram.wires.iter().enumerate().filter(|(_, w)| (w.from, w.to) == ends);
                let free = same.find(|(i, _)| routes[*i].is_empty()).map(|(i, _)| i)?;
                routes[free] = flattened(&points?);
            }
            _ => {}
        }
    }
    drawing.routes = routes.into_iter().map(|points| Route { points, returns: false }).collect();
    Some(drawing)
}

/// Twelve straight pieces for each curve.
fn flattened(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut line: Vec<(f64, f64)> = points.first().copied().into_iter().collect();
    let mut at = 0;
    while let Some(&[a, b, c, d]) = points.get(at..at + 4) {
        for step in 1..=12 {
            let t = f64::from(step) / 12.0;
            let u = 1.0 - t;
            let mix = |a: f64, b: f64, c: f64, d: f64| {
                u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
            };
            line.push((mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1)));
        }
        at += 3;
    }
    line
}
