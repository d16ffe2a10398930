//! History under fire: thousands of random edits of every shipped pathway, all undone, all made again.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

mod edits;

use std::{collections::BTreeSet, sync::Arc};

use edits::{Act, Random, edit};
use pathlight::{
    document::{Document, Step},
    formats,
    model::{Link, Pathway},
    session::library,
};

/// Edits of each pathway: as many as somebody makes in a year.
const EDITS: usize = 10_000;

fn bundled() -> impl Iterator<Item = (&'static str, Pathway)> {
    library::all().iter().map(|bundled| {
        let opened = formats::open(bundled.text().as_bytes()).expect("bundled files open");
        (bundled.id, opened.pathway)
    })
}

/// `count` random edits, each one step. Every `every` steps the state is kept.
fn edited(pathway: &Pathway, count: usize, every: usize) -> (Document, Vec<(usize, Arc<Pathway>)>) {
    let mut document = Document::new(pathway.clone(), None);
    let (mut random, mut number, mut kept) = (Random(count as u64), 0, Vec::new());
    while document.position() < count {
        number += 1;
        let act = Act::any(&mut random);
        if let Some(edit) = edit(document.pathway(), act, number, &mut random) {
            let position = document.position();
            document.apply(&edit).expect("it names what is there");
            if document.position() > position && document.position().is_multiple_of(every) {
                kept.push((document.position(), Arc::clone(document.pathway())));
            }
        }
    }
    (document, kept)
}

/// Undoing every edit gives the first bytes, making them again the last, and every state between is as it was.
#[test]
fn ten_thousand_edits_are_undone_and_made_again_to_the_byte() {
    for (id, pathway) in bundled() {
        let (mut document, kept) = edited(&pathway, EDITS, 1_000);
        let last = formats::save(document.pathway());
        assert_ne!(last, formats::save(&pathway), "{id}");
        for (position, state) in kept.iter().rev() {
            while document.position() > *position {
                assert!(document.undo());
            }
            assert_eq!(document.pathway(), state, "{id} after {position} steps, undone");
        }
        while document.undo() {}
        assert_eq!(**document.pathway(), pathway, "{id}");
        assert_eq!(formats::save(document.pathway()), formats::save(&pathway), "{id}");
        assert!(!document.is_changed());
        for (position, state) in &kept {
            while document.position() < *position {
                assert!(document.redo());
            }
            assert_eq!(document.pathway(), state, "{id} after {position} steps, made again");
        }
        assert!(!document.redo());
        assert_eq!(formats::save(document.pathway()), last, "{id}");
    }
}

/// From any step to any other in one go.
#[test]
fn every_step_can_be_gone_to() {
    for (id, pathway) in bundled() {
        let (mut document, kept) = edited(&pathway, 600, 25);
        let revisions: Vec<_> = document.steps().iter().map(Step::revision).collect();
        let mut random = Random(7);
        for _ in 0..200 {
            let (position, state) = &kept[random.below(kept.len())];
            document.go_to(*position);
            assert_eq!(document.pathway(), state, "{id} at {position}");
            assert_eq!((document.position(), document.revision()), (*position, revisions[position - 1]));
        }
        assert_eq!(document.steps().len(), 600, "looking around forgets nothing");
    }
}

/// However a pathway came about, it answers as one that was read from a file.
#[test]
fn an_edited_pathway_answers_as_one_that_was_read() {
    for (id, pathway) in bundled() {
        let (document, kept) = edited(&pathway, 2_000, 100);
        let undone = {
            let mut document = document.clone();
            document.go_to(777);
            Arc::clone(document.pathway())
        };
        for state in kept.iter().map(|(_, state)| state).chain([&undone]) {
            let read = Pathway::from_parts(state.parts(), state.misfits().to_vec());
            assert_eq!(**state, read, "{id}");
            let ids = |links: Vec<&Arc<Link>>| links.iter().map(|link| link.id.clone()).collect::<Vec<_>>();
            for node in state.nodes() {
                assert_eq!(state.node(&node.id), Some(node), "{id}");
                assert_eq!(
                    ids(state.causes_of(&node.id)),
                    ids(read.causes_of(&node.id)),
                    "{id}: causes of {}",
                    node.id
                );
                assert_eq!(
                    ids(state.effects_of(&node.id)),
                    ids(read.effects_of(&node.id)),
                    "{id}: effects of {}",
                    node.id
                );
            }
            assert!(state.links().all(|link| state.link(&link.id) == Some(link)), "{id}");
            let names: BTreeSet<_> = state.nodes().map(|node| &node.id).collect();
            assert_eq!(names.len(), state.nodes().len(), "{id}");
        }
    }
}

/// Ten thousand edits of the largest pathway, with somebody else looking at the last state, as the window does. What a
/// process holds is only known of the whole, so this one is measured in one of its own.
#[test]
#[cfg(target_os = "linux")]
fn ten_thousand_edits_take_at_most_fifty_megabytes() {
    let this = std::env::current_exe().expect("a test is a program");
    let run = std::process::Command::new(this).args(["measured_alone", "--exact", "--ignored", "--nocapture"]).output();
    let run = run.expect("it runs");
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
#[ignore = "run by the test above"]
#[cfg(target_os = "linux")]
#[expect(clippy::print_stdout, reason = "the figure is worth reading")]
fn measured_alone() {
    let (_, atlas) = bundled().find(|(id, _)| *id == "atlas").expect("the atlas is bundled");
    let before = resident();
    let (document, _) = edited(&atlas, EDITS, EDITS);
    let more = resident() - before;
    assert_eq!(document.steps().len(), EDITS);
    println!("{EDITS} edits of the atlas take {more:.1} MB");
    assert!(more <= 50.0, "{more:.1} MB");
}

/// What the process holds of the machine's memory, in MB of 10^6 bytes.
#[cfg(target_os = "linux")]
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux says it");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("it names what is resident");
    let kibibytes: f64 = line.trim_end_matches("kB").trim().parse().expect("a number");
    kibibytes * 1024.0 / 1e6
}
