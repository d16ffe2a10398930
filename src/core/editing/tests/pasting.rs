//! Copy and paste, within a pathway, between two, and from any text.

use std::collections::BTreeSet;

use super::{done, done_as, errors, mint, refused, skull_marrow, small};
use crate::{
    editing::{blank, copied, copy_node, paste, pathway_from_text},
    formats,
    model::{LinkId, NodeId, Pathway, notation},
};

fn ids(names: &[&str]) -> BTreeSet<NodeId> {
    names.iter().map(|name| NodeId::new(name)).collect()
}

/// A copy of some nodes, as text.
fn copy(pathway: &Pathway, nodes: &[&str]) -> String {
    copied(pathway, &ids(nodes), &BTreeSet::new()).expect("something is copied")
}

#[test]
fn a_copy_is_a_pathway_file_of_its_own() {
    let pathway = skull_marrow();
    let text = copy(&pathway, &["poor_sleep", "haematopoiesis"]);
    let opened = formats::open(text.as_bytes()).expect("it opens");
    assert!(opened.problems.iter().all(|problem| !problem.is_error()), "{:?}", opened.problems);
    let piece = opened.pathway;
    assert_eq!((piece.nodes().len(), piece.links().len(), piece.lanes().len()), (2, 1, 2));
    assert_eq!(piece.link(&"poor_sleep_blood_cells".into()), pathway.link(&"poor_sleep_blood_cells".into()));
    assert!(!piece.sources().is_empty());
    let link: LinkId = "poor_sleep_blood_cells".into();
    assert_eq!(copied(&pathway, &BTreeSet::new(), &[link].into()), Ok(text), "a link takes its ends along");
    assert!(copied(&pathway, &BTreeSet::new(), &BTreeSet::new()).is_err());
}

#[test]
fn what_is_pasted_where_it_came_from_becomes_a_copy() {
    let pathway = skull_marrow();
    let text = copy(&pathway, &["poor_sleep", "haematopoiesis"]);
    let twice = done_as(&pathway, &paste(&pathway, &mut mint(&pathway), &text, None), "paste 2 nodes and 1 link", "");
    assert_eq!((twice.nodes().len(), twice.links().len()), (pathway.nodes().len() + 2, pathway.links().len() + 1));
    assert_eq!((twice.sources(), twice.lanes()), (pathway.sources(), pathway.lanes()), "nothing is cited twice");
    let link = twice.links().last().expect("the copy");
    let first = pathway.link(&"poor_sleep_blood_cells".into()).expect("it is there");
    assert_eq!((&link.evidence, link.grade), (&first.evidence, first.grade));
    assert_eq!(twice.label(&link.from), "Poor sleep (copy)");
    let thrice = done(&twice, &paste(&twice, &mut mint(&twice), &text, None));
    assert_eq!(thrice.nodes().last().map(|node| node.label.ends_with(" (copy 2)")), Some(true));
}

#[test]
fn what_is_pasted_elsewhere_meets_what_is_known() {
    let from = skull_marrow();
    let text = copy(&from, &["poor_sleep", "haematopoiesis"]);
    let mut parts = small("poor sleep -> Tiredness").parts();
    parts.sources = vec![crate::model::Source {
        id: "mine".into(),
        ..from
            .sources()
            .iter()
            .find(|s| text.contains(&format!("id: \"{}\"", s.id)))
            .map(|s| (**s).clone())
            .expect("one is cited")
    }];
    let here = Pathway::from_parts(parts, Vec::new());
    let label = from.lane(&from.node(&"haematopoiesis".into()).expect("there").lane).expect("it has one").label.clone();
    let told = format!("The lane “{label}” comes with it; “poor sleep” is there already and stays as it is.");
    let after = done_as(&here, &paste(&here, &mut mint(&here), &text, None), "paste 2 nodes and 1 link", &told);
    assert_eq!((after.nodes().len(), after.links().len(), after.lanes().len()), (3, 2, 2));
    let link = after.links().last().expect("it came");
    assert_eq!(link.from.as_str(), "poor_sleep");
    assert!(link.evidence.iter().any(|item| item.source.as_str() == "mine"), "one DOI is one source");
    let cited = link.evidence.iter().map(|item| &item.source).collect::<BTreeSet<_>>().len();
    assert_eq!(after.sources().len(), cited);
    let again = paste(&after, &mut mint(&after), &text, None);
    refused(&again, "nothing changes: it is so already", false);
}

#[test]
fn a_whole_pathway_can_be_pasted_into_an_empty_one() {
    let from = skull_marrow();
    let empty = blank("Mine");
    let outcome = paste(&empty, &mut mint(&empty), &formats::save(&from), None);
    let after = done(&empty, &outcome);
    assert_eq!(
        (after.nodes().len(), after.links().len(), after.sources().len()),
        (from.nodes().len(), from.links().len(), from.sources().len())
    );
    assert!(
        after.nodes().zip(from.nodes()).all(|(a, b)| a == b) && after.links().zip(from.links()).all(|(a, b)| a == b)
    );
    assert!(outcome.expect("done").told.is_some_and(|told| told.contains(" stay out.")));
}

#[test]
fn a_node_of_another_pathway_is_taken_whole() {
    let from = skull_marrow();
    let noted =
        from.nodes().find(|node| node.notes.iter().any(|note| !note.sources.is_empty())).expect("one has notes");
    let here = small("a -> b");
    let outcome = copy_node(&here, &mut mint(&here), &from, &noted.id, None);
    let after = done(&here, &outcome);
    let taken = after.nodes().last().expect("it came");
    assert_eq!(
        (&taken.explanation, &taken.kind, &taken.aliases, &taken.notes),
        (&noted.explanation, &noted.kind, &noted.aliases, &noted.notes)
    );
    assert!(taken.notes.iter().flat_map(|note| &note.sources).all(|id| after.source(id).is_some()));
    assert!(outcome.expect("done").edit.label.ends_with("from “Chronic stress, skull marrow and mood”"));
    // Or into a lane that is there.
    let lane = here.lanes()[0].id.clone();
    let outcome = copy_node(&here, &mut mint(&here), &from, &noted.id, Some(&lane));
    let after_lane = done(&here, &outcome);
    assert_eq!((after_lane.lanes(), &after_lane.nodes().last().expect("it came").lane), (here.lanes(), &lane));
    assert!(outcome.expect("done").told.is_none_or(|told| !told.contains("lane")));
    assert!(copy_node(&after, &mut mint(&after), &from, &noted.id, None).is_err_and(|why| why.see.is_some()));
}

#[test]
fn any_other_text_is_lines_or_refused() {
    let pathway = small("a -> b");
    let pasted = |text: &str| paste(&pathway, &mut mint(&pathway), text, None);
    done_as(&pathway, &pasted("b -> c\nc -| a"), "add 1 node and 2 links", "");
    let neither = "the text is neither a pathway file nor lines such as “stress -> sleep”: line 1, column";
    for text in ["The mouse sleeps in its nest.", "{ \"a\": 1 -> }", "a <-> b", "x -> -> y"] {
        let refusal = pasted(text).expect_err(text);
        assert!(refusal.why.starts_with(neither), "{text}: {refusal}");
    }
    for text in ["Pathway(", "Pathway(id: 3)", "(nodes: [Node(id: 1)"] {
        let refusal = pasted(text).expect_err(text);
        assert!(
            refusal.why.starts_with("the pathway in the clipboard cannot be read: ") && !refusal.why.contains('\n'),
            "{refusal}"
        );
    }
    refused(&pasted(""), "there is no line to read; write for example “stress -> sleep”", false);
}

#[test]
fn what_would_bring_an_error_is_refused() {
    let pathway = small("a -> b");
    let text = formats::save(&small("x -> y"))
        .replace("evidence: [", "evidence: [Evidence(source: \"z\", stance: Supports, design: Trial),");
    let text = if text.contains("\"z\"") {
        text
    } else {
        text.replace("effect: Raises", "effect: Raises, grade: D, explanation: \"\", evidence: [Evidence(source: \"z\", stance: Supports, design: Trial)]")
    };
    let refusal = paste(&pathway, &mut mint(&pathway), &text, None).expect_err("it cites nothing");
    assert!(
        refusal
            .why
            .starts_with("what is pasted has an error: evidence 1 of the link “x_y” cites “z”, which is no source"),
        "{refusal}"
    );
}

#[test]
fn lines_become_a_pathway_of_their_own() {
    let pathway = pathway_from_text("Poor sleep -> Low mood\nLow mood -| Exercise").expect("it can be read");
    assert_eq!(
        (pathway.nodes().len(), pathway.lanes().len(), pathway.about().title.as_str()),
        (3, 1, "Untitled pathway")
    );
    assert_eq!(notation::write(&pathway), "Poor sleep -> Low mood\nLow mood -| Exercise\n");
    assert_eq!(errors(&pathway), [] as [String; 0]);
    let whole = skull_marrow();
    assert_eq!(pathway_from_text(&formats::save(&whole)), Ok(whole));
    assert!(pathway_from_text("").is_err() && pathway_from_text("(").is_err());
}
