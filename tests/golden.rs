//! Answers about the bundled pathways that were checked by reading the files.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use std::collections::BTreeSet;

use pathlight::{
    analysis::{
        lens::Lens,
        loops::{Limits, loops},
        prose::{Prose, selection, walk},
        whatif::{Outcome, Push, WhatIf, whatif},
    },
    formats,
    model::{LinkId, NodeId, Pathway, Reading},
    session::library,
};

fn bundled(id: &str) -> Pathway {
    formats::open(library::find(id).expect("it is bundled").text().as_bytes()).expect("it opens").pathway
}

fn texts(prose: &Prose) -> Vec<&str> {
    prose.sentences.iter().map(|sentence| sentence.text.as_str()).collect()
}

fn link_ids(text: &str) -> Vec<LinkId> {
    text.split_whitespace().map(LinkId::new).collect()
}

/// `+` raises, `-` lowers, anything else blocks.
fn push(pathway: &Pathway, text: &str) -> Push {
    let mut push = Push::default();
    for word in text.split_whitespace() {
        let (mark, id) = word.split_at(1);
        match mark {
            "+" => drop(push.raise.insert(id.into())),
            "-" => drop(push.lower.insert(id.into())),
            _ if pathway.link(&id.into()).is_some() => drop(push.block_links.insert(id.into())),
            _ => drop(push.block_nodes.insert(id.into())),
        }
    }
    push
}

fn ids(nodes: &[NodeId]) -> String {
    nodes.iter().map(NodeId::as_str).collect::<Vec<_>>().join(" ")
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

#[test]
fn what_the_article_tells_stands_beside_what_is_shown() {
    let prose = walk(&bundled("skull-marrow"), Reading::Told, &link_ids("sympathetic_skull_marrow"), false);
    assert_eq!(
        texts(&prose)[..3],
        [
            "As the article tells it: Sympathetic nerves raise Skull bone marrow.",
            "As the sources show it: Sympathetic nerves may affect Skull bone marrow.",
            "There is reason to doubt it from work on male mice [1]; the nearest evidence, not a direct test, is from \
             work on mice [2].",
        ]
    );
}

#[test]
fn a_selection_introduces_its_nodes_and_tells_the_links_among_them() {
    let skull = bundled("skull-marrow");
    let nodes = BTreeSet::from(["chronic_stress".into(), "sympathetic_ns".into()]);
    let prose = selection(&skull, Reading::Shown, &nodes, &BTreeSet::new());
    assert!(texts(&prose)[0].starts_with("Chronic stress (stressor): Strain that lasts"));
    assert_eq!(prose.sentences.iter().filter(|s| s.link.is_some()).count(), 2);
    let only = selection(&skull, Reading::Shown, &BTreeSet::new(), &BTreeSet::from(["stress_sympathetic".into()]));
    assert_eq!(only.sentences.len(), 2);
}

/// Whatever is told of the bundled pathways: every reference is cited, in the order of the numbers, and every sentence
/// is one.
#[test]
fn references_are_numbered_by_first_citation() {
    for name in ["skull-marrow", "antidepressants", "atlas"] {
        let pathway = bundled(name);
        for reading in [Reading::Shown, Reading::Told] {
            let links: Vec<LinkId> = pathway.links().map(|link| link.id.clone()).collect();
            let prose = walk(&pathway, reading, &links, false);
            let mut next = 1;
            for sentence in &prose.sentences {
                assert!(sentence.text.ends_with(['.', '”', '!', '?']), "{}", sentence.text);
                let named = sentence.nodes.iter().any(|id| sentence.text.starts_with(pathway.label(id)));
                assert!(named || sentence.text.starts_with(|c: char| !c.is_lowercase()), "{}", sentence.text);
                for &cite in &sentence.cites {
                    assert!(cite <= next, "{cite} before {next}");
                    next = next.max(cite + 1);
                    assert!(sentence.text.contains(&cite.to_string()));
                }
            }
            assert_eq!(prose.references.len(), next - 1);
        }
    }
}

/// Each loop's kind with its links, shortest first.
fn kinds(id: &str, reading: Reading) -> Vec<(&'static str, usize)> {
    let lens = Lens { reading, ..Lens::default() };
    let found = loops(&bundled(id), &lens, Limits::default());
    assert!(found.complete);
    found.loops.iter().map(|one| (one.kind.name(), one.links.len())).collect()
}

#[test]
fn the_loops_of_the_small_pathways() {
    let reinforcing = "reinforcing";
    let shown = [(reinforcing, 2), ("undecided", 4), ("undecided", 5), ("undecided", 7)];
    assert_eq!(kinds("skull-marrow", Reading::Shown), shown);
    assert_eq!(kinds("skull-marrow", Reading::Told), [2, 4, 5, 7].map(|links| (reinforcing, links)));
    assert_eq!(kinds("microglia", Reading::Shown), [(reinforcing, 2)]);
    assert_eq!(kinds("inflammation-drive", Reading::Shown), []);
    assert_eq!(kinds("antidepressants", Reading::Shown), []);
    // The brake on the stress hormones is the textbook's balancing loop.
    assert!(kinds("depression-overview", Reading::Shown).contains(&("balancing", 3)));
}
