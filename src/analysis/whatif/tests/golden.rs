//! What-if on the pathways that come with the program: answers that were checked by reading the files.

use super::*;

fn bundled(name: &str) -> Pathway {
    let path = format!("{}/graphs/{name}.pathway.ron", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("a pathway that comes with the program");
    crate::formats::open(&bytes).expect("it opens").pathway
}

fn answer(pathway: &Pathway, reading: Reading, asked: &str) -> WhatIf {
    whatif(pathway, &Lens { reading, ..Lens::default() }, &push(pathway, asked))
        .expect("a question that can be answered")
}

fn first(answer: &WhatIf, outcome: Outcome) -> String {
    let mut found: Vec<&str> = answer.with_first(outcome).into_iter().map(NodeId::as_str).collect();
    found.sort_unstable();
    found.join(" ")
}

#[test]
fn chronic_stress_in_the_skull_marrow_map() {
    let skull = bundled("skull-marrow");
    let shown = answer(&skull, Reading::Shown, "+chronic_stress");
    assert_eq!(
        first(&shown, Outcome::More),
        "chronic_stress haematopoiesis neutrophils_blood noradrenaline sympathetic_ns"
    );
    assert_eq!(first(&shown, Outcome::Less), "");
    assert_eq!(
        first(&shown, Outcome::Undecided),
        "depression frontolimbic_regulation meningeal_inflammation meningeal_neutrophils mouse_depression_like \
         skull_channels skull_marrow"
    );
    let told = answer(&skull, Reading::Told, "+chronic_stress");
    assert_eq!(
        (first(&told, Outcome::Less), first(&told, Outcome::Undecided)),
        ("frontolimbic_regulation".into(), String::new())
    );
    assert!(told.answers.values().all(|a| a.feedback == a.first), "as told, every loop is reinforcing");
}

#[test]
fn holding_the_neutrophils_of_the_meninges() {
    let skull = bundled("skull-marrow");
    let held = answer(&skull, Reading::Shown, "+chronic_stress !meningeal_neutrophils");
    assert_eq!(ids(&held.cut_off), "mouse_depression_like");
    assert_eq!(ids(&held.still_reached), "depression frontolimbic_regulation meningeal_inflammation");
    let way = held.way_round(&"depression".into()).expect("it is still reached");
    assert_eq!(ids(&way.nodes), "chronic_stress depression");
    assert_eq!(held.broken_loops.len(), 2);
    let alone = answer(&skull, Reading::Shown, "!meningeal_neutrophils");
    assert_eq!(
        ids(&alone.roots),
        "antiinflammatory_drugs chronic_stress exercise ifn1_signalling mindfulness_breathwork neutrophil_blockade \
         poor_sleep social_support tibia_marrow"
    );
    assert_eq!(ids(&alone.cut_off), "");
    let way = alone.way_round(&"mouse_depression_like".into()).expect("it is still reached");
    assert_eq!(ids(&way.nodes), "ifn1_signalling mouse_depression_like");
}

/// Every first response on every bundled pathway agrees with a list of all routes, where that list is complete.
#[test]
fn every_answer_agrees_with_all_routes() {
    let names = ["skull-marrow", "antidepressants", "inflammation-drive", "microglia", "depression-overview", "atlas"];
    let mut checked = 0;
    for name in names {
        let pathway = bundled(name);
        let few = if name == "atlas" { 9 } else { 1 };
        for (node, reading) in pathway.nodes().step_by(few).flat_map(|n| [(n, Reading::Shown), (n, Reading::Told)]) {
            let asked = Push { raise: BTreeSet::from([node.id.clone()]), ..Push::default() };
            let lens = Lens { reading, ..Lens::default() };
            let answer = whatif(&pathway, &lens, &asked).expect("a question that can be answered");
            assert!(answer.exact, "{name} {node:?}");
            for (id, given) in answer.answers.iter().step_by(few) {
                let Some(watch) = answer.watch(&pathway, id).filter(|watch| watch.complete) else { continue };
                let expected = match (watch.more.is_empty(), watch.less.is_empty(), watch.unsigned.is_empty()) {
                    (false, true, true) => Outcome::More,
                    (true, false, true) => Outcome::Less,
                    _ => Outcome::Undecided,
                };
                assert_eq!(given.first, expected, "{name}: {} -> {id}", node.id);
                checked += 1;
            }
        }
    }
    assert!(checked > 2_000, "{checked}");
}
