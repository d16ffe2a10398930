//! Duplicates made one, and find and replace.

use std::collections::BTreeSet;

use super::{done, done_as, refused, skull_marrow, small};
use crate::{
    editing::{NodeText, Search, Text, find, merge_links, merge_nodes, merge_sources, replace},
    model::{
        Citation, Design, Evidence, Extra, Grade, Link, NodeId, Parts, Pathway, Source, SourceId, Stance, Step, Tour,
    },
};

fn evidence(source: &str, finding: &str) -> Evidence {
    Evidence {
        source: source.into(),
        stance: Stance::Supports,
        design: Design::Trial,
        species: vec!["human".to_owned()],
        sample: String::new(),
        finding: finding.to_owned(),
        locator: None,
        extra: Extra::new(),
    }
}

fn source(id: &str) -> Source {
    Source {
        id: id.into(),
        authors: String::new(),
        year: 0,
        title: id.to_owned(),
        venue: String::new(),
        doi: None,
        pmid: None,
        url: None,
        kind: None,
        citation: Citation::Confirmed,
        extra: Extra::new(),
    }
}

/// `a -> x` and `b -> x` with a trial each, `a -> b` between the two, and a tour of all.
fn doubled() -> Pathway {
    let mut parts = small("a -> x; b -> x; a -> b; b -| y; x -> b").parts();
    parts.sources = vec![source("s"), source("t")];
    for (link, source) in [(0, "s"), (1, "t")] {
        parts.links[link].evidence = vec![evidence(source, "It rose.")];
        parts.links[link].explanation = format!("Because of {source}.");
        parts.links[link].grade = Grade::B;
    }
    parts.nodes[0].explanation = "One.".to_owned();
    parts.nodes[2].explanation = "Other.".to_owned();
    let steps = vec![Step::new(["a", "b", "b_x"], "All."), Step::new(["a_b"], "Between.")];
    parts.tours = vec![Tour { id: "t".into(), title: "T".to_owned(), steps, extra: Extra::new() }];
    Pathway::from_parts(parts, Vec::new())
}

#[test]
fn two_nodes_become_one_with_the_evidence_of_both() {
    let pathway = doubled();
    assert_eq!(pathway.nodes().map(|node| node.id.to_string()).collect::<Vec<_>>(), ["a", "x", "b", "y"]);
    let told = "The link “a raises b” goes, since it joins the two; 1 link says the same as another and becomes one with it; \
        step 2 of the tour “T” shows nothing more and keeps its text.";
    let after = done_as(&pathway, &merge_nodes(&pathway, &"a".into(), &"b".into()), "make “b” one with “a”", told);
    let links: Vec<String> = after.links().map(|link| after.sentence(link)).collect();
    assert_eq!(links, ["a raises x", "a lowers y", "x raises a"]);
    let first = after.links().next().expect("it stays");
    assert_eq!((first.evidence.len(), first.explanation.as_str()), (2, "Because of s.\n\nBecause of t."));
    let node = after.node(&"a".into()).expect("it stays");
    assert_eq!((node.aliases.as_slice(), node.notes[0].text.as_str()), (["b".to_owned()].as_slice(), "Other."));
    assert_eq!(after.tours()[0].steps[0].show, ["a", "a_x"]);
    refused(&merge_nodes(&pathway, &"a".into(), &"a".into()), "it takes two to become one; choose another", false);
}

#[test]
fn two_links_become_one() {
    let mut parts = doubled().parts();
    let other = Link {
        id: "again".into(),
        evidence: vec![evidence("t", "It fell.")],
        grade: Grade::D,
        ..parts.links[0].clone()
    };
    parts.links.push(other);
    let pathway = Pathway::from_parts(parts, Vec::new());
    let after = done(&pathway, &merge_links(&pathway, &"a_x".into(), &"again".into()));
    let link = after.link(&"a_x".into()).expect("it stays");
    assert_eq!((link.evidence.len(), link.grade, link.explanation.as_str()), (2, Grade::D, "Because of s."));
    let why = "“b raises x” and “a raises x” join other nodes; make their nodes one first";
    refused(&merge_links(&pathway, &"a_x".into(), &"b_x".into()), why, false);
}

#[test]
fn two_sources_become_one_and_count_once() {
    let mut parts = doubled().parts();
    parts.links[0].evidence = vec![evidence("s", "It rose."), evidence("t", "It rose."), evidence("t", "It fell.")];
    parts.links[0].grade = Grade::A;
    parts.sources[0] = Source { year: 2020, doi: Some("10.1000/1".to_owned()), ..source("s") };
    parts.sources[1] = Source { year: 2021, pmid: Some("123".to_owned()), ..source("t") };
    let pathway = Pathway::from_parts(parts, Vec::new());
    let told = "The title and year of t 2021 are not kept; the grade of “a raises x” falls from A to B, since it studies \
        people, but has no meta-analysis of people, and no trials in people from two sources.";
    let after =
        done_as(&pathway, &merge_sources(&pathway, &"s".into(), &"t".into()), "make t 2021 one with s 2020", told);
    let kept = &after.sources()[0];
    assert_eq!((after.sources().len(), kept.year, kept.doi.is_some(), kept.pmid.is_some()), (1, 2020, true, true));
    assert_eq!(after.links().next().map(|link| link.evidence.len()), Some(2), "what both say is said once");
}

#[test]
fn bundled_nodes_and_sources_can_be_made_one() {
    let pathway = skull_marrow();
    let nodes: Vec<NodeId> = pathway.nodes().map(|node| node.id.clone()).collect();
    for pair in nodes.windows(2) {
        let after = done(&pathway, &merge_nodes(&pathway, &pair[0], &pair[1]));
        let items = |pathway: &Pathway| pathway.links().map(|link| link.evidence.len()).sum::<usize>();
        let between = pathway.links().filter(|link| pair.contains(&link.from) && pair.contains(&link.to));
        let gone: usize = between.map(|link| link.evidence.len()).sum();
        assert_eq!(items(&after) + gone, items(&pathway), "{pair:?}: no evidence is lost");
    }
    let sources: Vec<SourceId> = pathway.sources().iter().map(|source| source.id.clone()).collect();
    for pair in sources.windows(2) {
        done(&pathway, &merge_sources(&pathway, &pair[0], &pair[1]));
    }
}

/// A search by its marks: `w` for whole words, `c` for the same capitals.
fn search(text: &str, marks: &str) -> Search {
    Search { text: text.to_owned(), whole_words: marks.contains('w'), same_case: marks.contains('c') }
}

#[test]
fn words_are_found_as_asked() {
    let mut parts = small("Stress -> Distress").parts();
    parts.nodes[0].explanation = "STRESS, distress and stress. İstress".to_owned();
    let pathway = Pathway::from_parts(parts, Vec::new());
    let found = |search: &Search| find(&pathway, search).iter().map(|found| found.ranges.len()).collect::<Vec<_>>();
    assert_eq!(found(&search("stress", "")), [1, 4, 1]);
    assert_eq!(found(&search("stress", "w")), [1, 2]);
    assert_eq!(found(&search("stress", "wc")), [1]);
    assert_eq!(found(&search("", "")), [] as [usize; 0]);
    let places = find(&pathway, &search("STRESS", "wc"));
    assert_eq!((&places[0].text[places[0].ranges[0].clone()], places[0].ranges[0].start), ("STRESS", 0));
}

#[test]
fn what_is_found_is_replaced_in_one_step() {
    let pathway = skull_marrow();
    let asked = search("neutrophil", "");
    let places = find(&pathway, &asked);
    let count: usize = places.iter().map(|found| found.ranges.len()).sum();
    assert!(count > 50, "{count}");
    let outcome = replace(&pathway, &asked, "GRANULOCYTE", &BTreeSet::new());
    let label = format!("replace “neutrophil” by “GRANULOCYTE” in {count} places");
    let after = done_as(&pathway, &outcome, &label, "");
    assert_eq!(find(&after, &asked), []);
    assert_eq!(find(&after, &search("GRANULOCYTE", "c")).len(), places.len());
    let skip = places.iter().skip(1).map(|found| found.place.clone()).collect();
    let one = replace(&pathway, &asked, "x", &skip).expect("one is left").edit;
    assert_eq!(one.changes.len(), 1);
    let back = replace(&after, &search("GRANULOCYTE", "c"), "neutrophil", &BTreeSet::new());
    let sources = |pathway: &Pathway| pathway.sources().len();
    assert_eq!(sources(&done(&after, &back)), sources(&pathway));
}

#[test]
fn no_replacement_takes_a_name_away() {
    let pathway = small("Low mood -> Sleep; Mood");
    let all = BTreeSet::new();
    let why = "the name of “Low mood” cannot become that: “Mood” is there already, in the lane “All”; go there, or choose a name \
        of its own";
    refused(&replace(&pathway, &search("Low mood", ""), "mood", &all), why, true);
    let why = "“zebra” stands nowhere that is chosen; look for something else";
    refused(&replace(&pathway, &search("zebra", ""), "x", &all), why, false);
    let why = "the name of “Sleep” cannot become that: a node needs a name; write for example “Poor sleep”";
    refused(&replace(&pathway, &search("Sleep", "wc"), "", &all), why, false);
    let parts = Parts { ..small("Bad sleep -> Poor sleep").parts() };
    let two = Pathway::from_parts(parts, Vec::new());
    let label = |id: &str| Text::Node(id.into(), NodeText::Label);
    assert_eq!(
        find(&two, &search("sleep", "wc")).iter().map(|found| found.place.clone()).collect::<Vec<_>>(),
        [label("bad_sleep"), label("poor_sleep")]
    );
}
