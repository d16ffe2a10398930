//! What a step of the history costs: edits of the atlas and of a large pathway. Whoever looks at the state before keeps
//! it, as the window does, so nothing can be changed in place.

use std::{fmt, sync::Arc};

use divan::{Bencher, black_box};
use pathlight::{
    document::Document,
    model::{Edit, Effect, Kind, Lane, Link, Node, Parts, Pathway},
};

use crate::{
    atlas,
    edits::{Act, Random, edit},
};

/// A pathway, and what is done to it.
#[derive(Clone, Copy)]
struct Case(&'static str, Act);

const CASES: [Case; 10] = [
    Case("atlas", Act::NodeText),
    Case("atlas", Act::LinkText),
    Case("atlas", Act::Ends),
    Case("atlas", Act::AddNode),
    Case("atlas", Act::RemoveNode),
    Case("atlas", Act::Sources),
    Case("atlas", Act::Tours),
    Case("large", Act::LinkText),
    Case("large", Act::AddNode),
    Case("large", Act::RemoveNode),
];

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {:?}", self.0, self.1)
    }
}

impl Case {
    fn document(self) -> Document {
        Document::new(if self.0 == "atlas" { atlas() } else { large() }, None)
    }

    /// Edits of the first state, all different.
    fn edits(self, pathway: &Pathway) -> Vec<Edit> {
        let mut random = Random(1);
        (0..500).filter_map(|number| edit(pathway, self.1, number, &mut random)).collect()
    }
}

/// 3,000 nodes and 4,800 links between any of them.
fn large() -> Pathway {
    let (mut random, name) = (Random(3), |number: usize| format!("n{number}"));
    let nodes = (0..3_000).map(|n| Node::new(&name(n), &format!("Node {n}"), Kind::Cell, "all")).collect();
    let lanes = vec![Lane { id: "all".into(), label: "All".into(), extra: Vec::new() }];
    let mut end = || name(random.below(3_000));
    let links = (0..4_800).map(|n| Link::new(&format!("l{n}"), &end(), &end(), Effect::Raises)).collect();
    Pathway::from_parts(Parts { lanes, nodes, links, ..Parts::default() }, Vec::new())
}

/// One step is made.
#[divan::bench(args = CASES)]
fn step(bencher: Bencher<'_, '_>, case: Case) {
    let document = case.document();
    let edits = case.edits(document.pathway());
    let mut next = edits.iter().cycle();
    bencher.with_inputs(|| (document.clone(), next.next())).bench_local_values(|(mut document, edit)| {
        document.apply(black_box(edit.expect("a cycle has no end"))).expect("it names what is there");
        document
    });
}

/// One step is undone; after it the causes of a node are asked for, as every drawing does.
#[divan::bench(args = CASES)]
fn undo(bencher: Bencher<'_, '_>, case: Case) {
    let document = case.document();
    let asked = document.pathway().nodes().next().expect("it has nodes").id.clone();
    let edits = case.edits(document.pathway());
    let mut next = edits.iter().cycle();
    let stepped = || {
        let mut document = document.clone();
        document.apply(next.next().expect("a cycle has no end")).expect("it names what is there");
        let looking = Arc::clone(document.pathway());
        (document, looking)
    };
    bencher.with_inputs(stepped).bench_local_values(|(mut document, looking)| {
        document.undo();
        black_box(document.pathway().causes_of(&asked).len());
        (document, looking)
    });
}

/// 400 steps of all sorts, one after another; `max alloc` is what they keep, all told.
#[divan::bench(args = ["atlas", "large"], sample_count = 10)]
fn keep_400_steps(bencher: Bencher<'_, '_>, name: &str) {
    let first = Document::new(if name == "atlas" { atlas() } else { large() }, None);
    let (mut document, mut random, mut edits, mut number) = (first.clone(), Random(5), Vec::new(), 0);
    while edits.len() < 400 {
        number += 1;
        let act = Act::any(&mut random);
        if let Some(next) = edit(document.pathway(), act, number, &mut random) {
            document.apply(&next).expect("it names what is there");
            edits.push(next);
        }
    }
    bencher.with_inputs(|| first.clone()).bench_local_values(|mut document| {
        for edit in &edits {
            document.apply(edit).expect("it names what is there");
        }
        document
    });
}
