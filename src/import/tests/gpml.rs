//! GPML of both dialects, and real drawings of WikiPathways with the counts that were made from their XML.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::{imported, imported_with, noticed, refused, sentences};
use crate::{
    Draft, End, Heads, Input, NoticeKind, Wishes,
    model::{Grade, Kind, Node, Pathway},
    read,
};

const OLD: &[u8] = include_bytes!("fixtures/gpml/heads-and-anchors.gpml");
const NEW: &[u8] = include_bytes!("fixtures/gpml/dialect-2021.gpml");
const LOOSE: &[u8] = include_bytes!("fixtures/gpml/loose-and-clashing.gpml");

#[track_caller]
fn node<'p>(pathway: &'p Pathway, label: &str) -> &'p Node {
    pathway.nodes().find(|node| node.label == label).expect("it is there")
}

fn notes(pathway: &Pathway, label: &str) -> Vec<String> {
    node(pathway, label).notes.iter().map(|note| note.text.clone()).collect()
}

#[test]
fn heads_say_where_an_arrow_leads_and_only_bars_and_words_have_a_sign() {
    let found = imported("gpml", "heads.gpml", OLD);
    assert_eq!(
        sentences(&found.pathway),
        [
            "Stress raises Cortisol",
            "Cortisol lowers IL6 + TNF",
            "IL6 + TNF lowers Sleep loss",
            "Sleep loss unknown Stress",
            "Cortisol unknown Sleep loss",
            "Stress unknown Sleep loss",
            "Cortisol unknown IL6",
            "Sleep loss unknown Fatigue",
            "TNF unknown mim-degradation",
        ]
    );
    let kinds = [NoticeKind::LooseEnd, NoticeKind::OnArrow, NoticeKind::Undirected, NoticeKind::TwoWay];
    assert_eq!(kinds.map(|kind| noticed(&found, kind)), [2, 2, 1, 1]);
    // The line at the edge, a free text, and the arc that has no inside.
    assert_eq!(noticed(&found, NoticeKind::NotKept), 3);
    assert_eq!(noticed(&found, NoticeKind::Decided), 1, "the group is a card");
    assert_eq!(found.pathway.nodes().len(), 5 + 1 + 2);
}

#[test]
fn an_arrow_onto_an_arrow_is_a_note_and_no_link_of_a_node() {
    let pathway = imported("gpml", "heads.gpml", OLD).pathway;
    let acts = "Acts on the arrow from “Cortisol” to “IL6 + TNF” (“mim-catalysis”).";
    let note = node(&pathway, "Stress").notes.iter().find(|note| note.text == acts).expect("it is kept");
    assert_eq!(note.sources.len(), 1, "with its paper");
    let branch = "Branches off the arrow from “Cortisol” to “IL6 + TNF” (“Arrow”).";
    assert!(notes(&pathway, "Sleep loss").iter().any(|note| note == branch));
}

#[test]
fn papers_comments_states_and_compartments_come_along() {
    let found = imported_with("gpml", "heads.gpml", OLD, &Wishes { positions: true, ..Wishes::default() });
    let pathway = &found.pathway;
    let first = pathway.links().next().expect("there are links");
    assert_eq!((first.grade, first.evidence.len()), (Grade::D, 2));
    assert!(first.explanation.contains("The line is broken.") && first.explanation.contains("rhea:21432"));
    let cited: Vec<_> =
        pathway.sources().iter().map(|source| (source.pmid.as_deref(), source.url.as_deref(), source.year)).collect();
    assert_eq!(cited, [(Some("11111111"), None, 2019), (None, Some("https://example.org/entry"), 0)]);
    assert!(pathway.sources().first().is_some_and(|source| source.authors.contains("Rivers")));
    let summary = &pathway.about().summary;
    for part in ["How stress may reach sleep.", "Homo sapiens", "PMID 22222222", "stress response pathway (PW:0000000)"]
    {
        assert!(summary.contains(part), "{summary}");
    }
    assert!(pathway.links().any(|link| link.explanation.contains("Comment: In most cells.")));
    assert!(pathway.links().any(|link| link.explanation.contains("It ends at a state of that, “P”.")));
    assert_eq!(notes(pathway, "Cortisol"), ["Type: Metabolite", "Rises in the morning."]);
    assert_eq!(node(pathway, "Cortisol").notes[1].sources.len(), 1);
    assert!(notes(pathway, "IL6").contains(&"State: P".to_owned()));
    assert_eq!(node(pathway, "Cortisol").xrefs, ["CHEBI:17650"]);
    assert_eq!(node(pathway, "IL6").xrefs, ["ncbigene:3569"]);
    let lane = |label: &str| node(pathway, label).lane.as_str().to_owned();
    let lanes = ["Cortisol", "IL6", "IL6 + TNF", "Stress", "Sleep loss"].map(lane);
    assert_eq!(lanes, ["nucleus", "cell", "cell", "elsewhere", "elsewhere"], "the innermost, and an arc has no inside");
    assert_eq!(node(pathway, "IL6 + TNF").at, Some((300.0, 310.0)));
}

#[test]
fn the_newer_dialect_says_the_same_in_other_words() {
    let found = imported("gpml", "new.gpml", NEW);
    let pathway = &found.pathway;
    assert_eq!(
        sentences(pathway),
        ["Drug lowers Kinase", "Kinase pair raises Growth", "Kinase pair unknown Growth", "Kinase unknown Growth",]
    );
    assert_eq!(pathway.nodes().len(), 5, "an alias is the card of its group");
    assert_eq!(noticed(&found, NoticeKind::OnArrow), 1);
    let first = pathway.links().next().expect("there are links");
    assert!(first.explanation.contains("Kind of evidence: experimental evidence, ECO:0000006."));
    let cited: Vec<_> =
        pathway.sources().iter().map(|source| (source.pmid.as_deref(), source.doi.as_deref())).collect();
    assert_eq!(cited, [(None, Some("10.1000/Made.up")), (Some("33333333"), None)]);
    assert!(pathway.about().summary.contains("https://example.org/page"));
    assert!(pathway.about().summary.contains("signalling pathway, PW:0000003"));
    assert!(notes(pathway, "Kinase").contains(&"State: P; Phosphorylated".to_owned()));
    assert!(notes(pathway, "Drug").contains(&"Term: approved drug".to_owned()));
    assert_eq!(node(pathway, "Kinase").lane.as_str(), "nucleus");
    assert_eq!(node(pathway, "Kinase pair").kind, Kind::Molecule);
}

#[test]
fn clashing_ids_and_empty_things_are_said() {
    let found = imported("gpml", "loose.gpml", LOOSE);
    assert_eq!(
        sentences(&found.pathway),
        ["First raises blank", "First unknown blank", "blank unknown First", "An empty group unknown First"]
    );
    let kinds = [NoticeKind::LooseEnd, NoticeKind::OnArrow, NoticeKind::TwoWay, NoticeKind::Decided];
    assert_eq!(kinds.map(|kind| noticed(&found, kind)), [2, 1, 1, 2]);
    assert_eq!(found.pathway.about().title, "loose", "a drawing without a name is called as its file");
    let bomb = b"<!DOCTYPE Pathway [<!ENTITY a \"aa\">]><Pathway xmlns='http://pathvisio.org/GPML/2013a' Name='&a;'/>";
    assert!(refused("bomb.gpml", bomb).contains("declares entities"));
    assert!(refused("cut.gpml", &OLD[..OLD.len() / 2]).contains("breaks off"));
}

/// Facts that were counted straight from the XML of a real file.
#[derive(Deserialize)]
struct Expected {
    file: String,
    data_nodes: usize,
    labels: usize,
    interactions: usize,
    both_ends: usize,
    one_end: usize,
    no_end: usize,
    on_anchor: usize,
    on_group: usize,
    cited: usize,
    pubmed: usize,
    heads: BTreeMap<String, usize>,
}

#[test]
fn real_drawings_agree_with_their_counts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/gpml/wikipathways");
    let rows = std::fs::read_to_string(folder.join("expected.jsonl")).expect("the counts are there");
    for row in rows.lines() {
        let expected: Expected = serde_json::from_str(row).expect("a row of counts");
        let bytes = std::fs::read(folder.join(&expected.file)).expect("a drawing with counts is there");
        let (_, draft) = read(&Input::new(&expected.file, &bytes), None).expect("it can be read");
        agree(&draft, &expected);
        let made = imported("gpml", &expected.file, &bytes);
        let gone = [NoticeKind::LooseEnd, NoticeKind::OnArrow, NoticeKind::Double, NoticeKind::Opposed];
        let gone: usize = gone.map(|kind| noticed(&made, kind)).iter().sum();
        let both = made.report.notices.iter().filter(|notice| notice.kind == NoticeKind::TwoWay).count();
        assert_eq!(
            made.report.links + gone,
            expected.interactions + both,
            "{}: each arrow is a link or said",
            expected.file
        );
    }
}

fn agree(draft: &Draft, expected: &Expected) {
    let file = &expected.file;
    let noted = |text: &str| {
        draft.things.iter().filter(|thing| thing.notes.iter().any(|note| note.0.starts_with(text))).count()
    };
    let free = draft.notices.iter().filter(|notice| notice.what.starts_with("The text")).count();
    assert_eq!(noted("Type: "), expected.data_nodes, "{file}: data nodes");
    assert_eq!(free + noted("A text on the drawing"), expected.labels, "{file}: labels");
    assert_eq!(draft.arrows.len(), expected.interactions, "{file}: interactions");
    // The counts take an end on a state for a loose one; here it is an end on the state's owner.
    let on_state = |arrow: &crate::Arrow| arrow.notes.iter().filter(|note| note.contains("a state of that")).count();
    let ends = |arrow: &crate::Arrow| {
        [arrow.from, arrow.to].iter().filter(|end| **end != End::Nothing).count() - on_state(arrow)
    };
    let with = |count: usize| draft.arrows.iter().filter(|arrow| ends(arrow) == count).count();
    assert_eq!([with(2), with(1), with(0)], [expected.both_ends, expected.one_end, expected.no_end], "{file}: ends");
    let any =
        |holds: &dyn Fn(End) -> bool| draft.arrows.iter().filter(|arrow| holds(arrow.from) || holds(arrow.to)).count();
    assert_eq!(any(&|end| matches!(end, End::Arrow(_))), expected.on_anchor, "{file}: on anchors");
    let is_group = |end| matches!(end, End::Thing(thing) if draft.things[thing.0].explanation.starts_with("A group ("));
    assert_eq!(any(&is_group), expected.on_group, "{file}: on groups");
    let cited = draft.arrows.iter().filter(|arrow| !arrow.said.is_empty()).count();
    assert_eq!(cited, expected.cited, "{file}: cited");
    let papers = draft.papers().iter().filter(|paper| !paper.pmid.is_empty()).count();
    assert_eq!(papers + draft.summary.matches("PMID ").count(), expected.pubmed, "{file}: papers");
    let mut heads: BTreeMap<String, usize> = BTreeMap::new();
    for arrow in &draft.arrows {
        let word = &draft.words()[arrow.word.0].0;
        let word = word.split(", onto").next().unwrap_or(word);
        // The counts are of heads at last points.
        let word = word.split_once(" at one end and ").map_or(word, |(_, last)| last.trim_end_matches(" at the other"));
        let is_turned = arrow.notes.iter().any(|note| note.starts_with("It was drawn from its effect"));
        let word = if arrow.heads == Heads::None || is_turned { "Line" } else { word };
        *heads.entry(word.to_owned()).or_default() += 1;
    }
    assert_eq!(heads, expected.heads, "{file}: heads");
}
