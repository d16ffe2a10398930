//! How long each question takes: on the atlas, and on random pathways of three sizes.

use std::fmt;

use divan::{Bencher, black_box};
use pathlight::{
    analysis::{
        cuts,
        lens::Lens,
        loops::{self, Limits},
        reach, routes,
        web::Web,
    },
    formats,
    model::{Effect, Grade, Kind, Link, Node, NodeId, Parts, Pathway},
};

const ATLAS: &str = include_str!("../graphs/atlas.pathway.ron");

fn main() {
    divan::main();
}

/// What is asked about.
#[derive(Clone, Copy)]
enum Case {
    /// The atlas that comes with the program.
    Atlas,
    /// Random: so many nodes and links.
    Random(u32, u32),
}

const CASES: [Case; 4] = [Case::Atlas, Case::Random(300, 480), Case::Random(300, 900), Case::Random(3_000, 4_800)];

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Atlas => f.write_str("atlas"),
            Self::Random(nodes, links) => write!(f, "{nodes} nodes, {links} links"),
        }
    }
}

impl Case {
    /// The pathway, and two nodes to ask about.
    fn open(self) -> (Pathway, NodeId, NodeId) {
        match self {
            Self::Atlas => {
                let pathway = formats::open(ATLAS.as_bytes()).map(|opened| opened.pathway).unwrap_or_default();
                (pathway, "chronic_stress".into(), "depression".into())
            }
            Self::Random(nodes, links) => {
                let pathway = random(nodes, links);
                let (from, to) = far_apart(&pathway);
                (pathway, from, to)
            }
        }
    }
}

/// A causal pathway by lot: most links lead a little further on, one in ten leads back, and one in three lowers.
fn random(nodes: u32, links: u32) -> Pathway {
    let mut lot = Lot(u64::from(nodes) * 31 + u64::from(links));
    let mut parts = Parts {
        nodes: (0..nodes).map(|n| Node::new(&name(n), &format!("Node {n}"), Kind::Process, "all")).collect(),
        ..Parts::default()
    };
    parts.links = (0..links)
        .map(|index| {
            let cause = lot.below(nodes);
            let far = 1 + lot.below(nodes.min(60) / 2);
            let effect = if lot.below(10) == 0 { cause.saturating_sub(far) } else { (cause + far).min(nodes - 1) };
            let sign = if lot.below(3) == 0 { Effect::Lowers } else { Effect::Raises };
            let mut link = Link::new(&format!("l{index:05}"), &name(cause), &name(effect), sign);
            link.grade = Grade::ALL[lot.below(5) as usize];
            link
        })
        .collect();
    Pathway::from_parts(parts, Vec::new())
}

fn name(node: u32) -> String {
    format!("n{node:05}")
}

/// The first node from which something takes six steps, and the last node that does.
fn far_apart(pathway: &Pathway) -> (NodeId, NodeId) {
    let lens = Lens::default();
    for node in pathway.nodes() {
        let found = reach::effects(pathway, &lens, &node.id);
        if let Some((to, _)) = found.iter().rfind(|(_, steps)| **steps == 6) {
            return (node.id.clone(), to.clone());
        }
    }
    (name(0).as_str().into(), name(1).as_str().into())
}

/// Numbers by lot, the same on every run (Marsaglia's xorshift of 2003).
struct Lot(u64);

impl Lot {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) % u64::from(bound.max(1))) as u32
    }
}

#[divan::bench(args = CASES)]
fn web(bencher: Bencher, case: Case) {
    let ((pathway, ..), lens) = (case.open(), Lens::default());
    bencher.bench_local(|| Web::new(black_box(&pathway), &lens).link_count());
}

#[divan::bench(args = CASES)]
fn find_loops(bencher: Bencher, case: Case) {
    let ((pathway, ..), lens) = (case.open(), Lens::default());
    bencher.bench_local(|| loops::survey(&Web::new(black_box(&pathway), &lens), Limits::default()).len());
}

#[divan::bench(args = CASES)]
fn all_loops(bencher: Bencher, case: Case) {
    let ((pathway, ..), lens) = (case.open(), Lens::default());
    bencher.bench_local(|| loops::loops(black_box(&pathway), &lens, Limits::default()));
}

#[divan::bench(args = CASES)]
fn break_loops(bencher: Bencher, case: Case) {
    let ((pathway, ..), lens) = (case.open(), Lens::default());
    bencher.bench_local(|| cuts::break_loops(black_box(&pathway), &lens, Limits::default()));
}

#[divan::bench(args = CASES)]
fn all_routes(bencher: Bencher, case: Case) {
    let ((pathway, from, to), lens) = (case.open(), Lens::default());
    bencher.bench_local(|| routes::routes(black_box(&pathway), &lens, &from, &to, routes::Limits::default()));
}

#[divan::bench(args = CASES)]
fn smallest_cuts(bencher: Bencher, case: Case) {
    let ((pathway, from, to), lens) = (case.open(), Lens::default());
    bencher.bench_local(|| cuts::cuts(black_box(&pathway), &lens, &from, &to));
}

#[divan::bench(args = CASES)]
fn effects_of_a_node(bencher: Bencher, case: Case) {
    let ((pathway, from, _), lens) = (case.open(), Lens::default());
    bencher.bench_local(|| reach::effects(black_box(&pathway), &lens, &from));
}

#[divan::bench(args = CASES)]
fn common_causes(bencher: Bencher, case: Case) {
    let ((pathway, from, to), lens) = (case.open(), Lens::default());
    bencher.bench_local(|| reach::common_causes(black_box(&pathway), &lens, &from, &to));
}
