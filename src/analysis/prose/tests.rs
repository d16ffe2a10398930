//! Prose by example.

use super::*;
use crate::{
    analysis::{
        lens::Lens,
        whatif::{Push, whatif as ask},
    },
    model::notation,
};

fn bundled(name: &str) -> Pathway {
    let path = format!("{}/graphs/{name}.pathway.ron", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("a pathway that comes with the program");
    crate::formats::open(&bytes).expect("it opens").pathway
}

fn texts(prose: &Prose) -> Vec<&str> {
    prose.sentences.iter().map(|sentence| sentence.text.as_str()).collect()
}

fn ids(text: &str) -> Vec<LinkId> {
    text.split_whitespace().map(LinkId::new).collect()
}

#[test]
fn show() {
    let skull = bundled("skull-marrow");
    let prose = walk(
        &skull,
        Reading::Shown,
        &ids("stress_sympathetic sympathetic_noradrenaline noradrenaline_blood_cells blood_cells_blood_neutrophils"),
        false,
    );
    eprintln!("{}", to_markdown(&prose, "A route"));
    let prose = walk(&skull, Reading::Told, &ids("sympathetic_skull_marrow skull_marrow_channels"), false);
    eprintln!("{}", to_markdown(&prose, "Told"));
    for (title, raise, block) in [
        ("Raise", "chronic_stress", ""),
        ("Block", "", "meningeal_neutrophils"),
        ("Both", "chronic_stress", "meningeal_neutrophils"),
    ] {
        for reading in [Reading::Shown, Reading::Told] {
            let set = |id: &str| if id.is_empty() { BTreeSet::new() } else { BTreeSet::from([id.into()]) };
            let push = Push { raise: set(raise), block_nodes: set(block), ..Push::default() };
            let answer = ask(&skull, &Lens { reading, ..Lens::default() }, &push).expect("a question");
            eprintln!("{}", to_markdown(&whatif(&skull, &answer), &format!("{title} {reading:?}")));
        }
    }
}
