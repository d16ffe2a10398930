//! GraphML of several programs, and the way back.

use proptest::prelude::*;

use super::{imported, noticed, sentences};
use crate::{
    FORMATS, Input, NoticeKind, Wishes, build,
    model::{Kind, Lane, LaneId, Node, Parts, Pathway, notation},
    read,
};

const NETWORKX: &[u8] = include_bytes!("fixtures/graphml/networkx.graphml");
const IGRAPH: &[u8] = include_bytes!("fixtures/graphml/igraph.graphml");
const INDRA: &[u8] = include_bytes!("fixtures/graphml/signs-of-indra.graphml");
const YED: &[u8] = include_bytes!("fixtures/graphml/yed.graphml");

#[test]
fn networkx_has_several_keys_of_one_name_and_writes_what_is_missing() {
    let found = imported("graphml", "nx.graphml", NETWORKX);
    assert_eq!(
        sentences(&found.pathway),
        ["Stress & strain mixed 8", "8 unknown sleep", "sleep unknown sleep"],
        "weights on either side of zero are signs, and nan is none"
    );
    assert_eq!([NoticeKind::LooseEnd, NoticeKind::Opposed].map(|kind| noticed(&found, kind)), [1, 1]);
    let papers: Vec<_> = found.pathway.sources().iter().map(|source| source.pmid.clone().unwrap_or_default()).collect();
    assert_eq!(papers, ["11111111", "22222222"]);
}

#[test]
fn igraph_keeps_names_in_its_data_and_writes_none_as_text() {
    let found = imported("graphml", "ig.graphml", IGRAPH);
    assert_eq!(
        sentences(&found.pathway),
        ["Stress raises il6", "il6 lowers Mood", "Mood lowers Stress", "Stress unknown Mood", "Mood unknown il6",]
    );
    assert_eq!(found.pathway.about().title, "From igraph");
    assert_eq!(noticed(&found, NoticeKind::Undirected), 1);
    assert_eq!(found.pathway.nodes().next().map(|node| node.aliases.clone()), Some(vec!["stress".to_owned()]));
}

#[test]
fn signs_of_zero_and_one_alone_are_asked_for() {
    let found = imported("graphml", "indra.graphml", INDRA);
    assert_eq!(sentences(&found.pathway), ["IL6 unknown STAT3", "TNF unknown STAT3"]);
    assert_eq!([NoticeKind::Decided, NoticeKind::NotKept].map(|kind| noticed(&found, kind)), [1, 1]);
}

#[test]
fn yed_has_empty_labels_bars_groups_and_heads_at_either_end() {
    let found = imported("graphml", "drawn.graphml", YED);
    let mut told = sentences(&found.pathway);
    told.sort();
    assert_eq!(
        told,
        [
            "Amygdala lowers Sleep",
            "Amygdala unknown Stress",
            "Sleep unknown Stress",
            "Stress raises Amygdala",
            "Stress unknown Amygdala",
            "Stress unknown Brain",
        ]
    );
    let kinds = [NoticeKind::Undirected, NoticeKind::TwoWay, NoticeKind::Decided, NoticeKind::Double];
    assert_eq!(kinds.map(|kind| noticed(&found, kind)), [1, 1, 1, 1]);
    let stress = found.pathway.nodes().next().expect("there are nodes");
    assert_eq!((stress.label.as_str(), stress.explanation.as_str()), ("Stress", "What acts first."));
    assert!(stress.notes.iter().any(|note| note.text == "Second label: at work"));
    let lanes: Vec<&str> = found.pathway.lanes().iter().map(|lane| lane.label.as_str()).collect();
    assert_eq!(lanes, ["Brain", "Elsewhere"], "a group is the active one of its pictures");
}

proptest! {
    /// Names, kinds, lanes, explanations, places, effects and numbers of papers come back as they went.
    #[test]
    fn what_is_written_is_read_again(
        links in proptest::collection::vec(("[a-zA-Zα-ω]{1,6}( [a-z0-9&<>\"-]{1,5})?", 0usize..5, "[a-z]{1,6}"), 1..12),
        kinds in proptest::collection::vec(0usize..16, 24),
        explanation in "[A-Za-z&<>\"' α-ω]{0,20}",
        at in (-1e4f64..1e4, -1e4f64..1e4),
    ) {
        let names = links.iter().flat_map(|(from, _, to)| [from, to]);
        prop_assume!(!names.chain([&explanation]).any(|name| super::reads_as_missing(name)));
        let text: Vec<String> = links.iter().map(|(from, effect, to)| {
            let arrow = ["->", "-|", "-<>", "-0", "-?"][*effect];
            format!("{from} {arrow} {to}")
        }).collect();
        let Ok(pathway) = notation::parse(&text.join("\n")) else { return Ok(()) };
        let lanes = ["Up & out", "Down"].map(|label| Lane { id: LaneId::new(&notation::id_from(label)), label: label.to_owned(), extra: Vec::new() });
        let nodes = pathway.nodes().enumerate().map(|(place, node)| {
            let mut node = (**node).clone();
            node.kind = Kind::ALL[kinds[place % kinds.len()]];
            node.lane = lanes[place % 2].id.clone();
            node.explanation = explanation.trim().to_owned();
            node.at = Some(at).filter(|_| place % 3 > 0);
            node
        }).collect();
        let links = pathway.links().map(|link| (**link).clone()).collect();
        let parts = Parts { about: pathway.about().clone(), lanes: lanes.to_vec(), nodes, links, sources: Vec::new(), tours: Vec::new() };
        let pathway = Pathway::from_parts(parts, Vec::new());
        let format = FORMATS.iter().find(|format| format.id == "graphml").expect("it is there");
        let written = (format.write.expect("it is written"))(&pathway);
        let (format, draft) = read(&Input::new("x.graphml", &written.bytes), None).expect("it can be read");
        let back = build(format, draft, &Wishes { positions: true, ..Wishes::default() }).expect("it can be built");
        prop_assume!(back.report.notices.iter().all(|notice| notice.kind != NoticeKind::Opposed));
        let all = |pathway| { let mut all = sentences(pathway); all.sort(); all.dedup(); all };
        prop_assert_eq!(all(&pathway), all(&back.pathway));
        prop_assert_eq!(cards(&pathway), cards(&back.pathway));
        prop_assert_eq!(written.lost.len(), 1);
    }
}

/// A label, a kind, an explanation, a lane and a place.
type Card = (String, Kind, String, String, Option<(f64, f64)>);

/// What the format holds of cards.
fn cards(pathway: &Pathway) -> Vec<Card> {
    let lane = |id: &LaneId| {
        pathway.lanes().iter().find(|lane| lane.id == *id).map_or(String::new(), |lane| lane.label.clone())
    };
    let card = |node: &std::sync::Arc<Node>| {
        (node.label.clone(), node.kind, node.explanation.clone(), lane(&node.lane), node.at)
    };
    pathway.nodes().map(card).collect()
}

#[test]
fn papers_go_out_and_come_back_by_their_numbers() {
    let found = imported("graphml", "nx.graphml", NETWORKX);
    let written =
        (FORMATS.iter().find(|format| format.id == "graphml").and_then(|format| format.write).expect("it is written"))(
            &found.pathway,
        );
    let back = imported("graphml", "back.graphml", &written.bytes);
    let numbers = |pathway: &Pathway| pathway.links().map(|link| link.evidence.len()).collect::<Vec<_>>();
    assert_eq!(numbers(&back.pathway), numbers(&found.pathway));
    assert_eq!(back.pathway.sources().len(), 2);
    let text = String::from_utf8(written.bytes).expect("it is text");
    assert!(
        !text.contains("attr.name=\"id\"") && !text.contains("attr.name=\"name\"") && !text.contains("<edge id=\"n")
    );
}
