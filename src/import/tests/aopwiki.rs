//! AOP-Wiki: a grade per pathway, actions of events, texts for and against; and a test file of others with its counts.

use super::{imported, noticed, sentences};
use crate::{NoticeKind, model::Kind};

const GRADED: &[u8] = include_bytes!("fixtures/aopwiki/graded-differently.xml");
const BARE: &[u8] = include_bytes!("fixtures/aopwiki/bare.xml");
const SAMPLE: &[u8] = include_bytes!("fixtures/aopwiki/sample.xml");

#[test]
fn a_link_keeps_the_grade_of_each_pathway_and_has_a_sign_only_by_its_events() {
    let found = imported("aopwiki", "aop.xml", GRADED);
    assert_eq!(
        sentences(&found.pathway),
        [
            "Oxidative stress raises Inflammation",
            "Inflammation unknown Survival",
            "Oxidative stress unknown Mixed event",
        ]
    );
    let words: Vec<&str> = found.report.meanings.iter().map(|meaning| meaning.word.as_str()).collect();
    assert!(words.contains(&"increased leads to increased, adjacent in one pathway and not in another"), "{words:?}");
    assert!(words.contains(&"increased leads to decreased, indirectly"), "{words:?}");
    assert_eq!([NoticeKind::LooseEnd, NoticeKind::Decided].map(|kind| noticed(&found, kind)), [1, 1]);
    let first = found.pathway.links().next().expect("there are links");
    for part in [
        "In “First pathway”: adjacent, evidence High, understanding Low.",
        "In “Second pathway”: non-adjacent, evidence Low, understanding not specified.",
        "The lowest grade of its evidence is Low.",
        "The file says: “It is plausible.”",
        "The file says: “It was measured.”",
        "Against it the file says: “One study saw none.”",
        "Applies to Danio rerio (evidence: High).",
    ] {
        assert!(first.explanation.contains(part), "{part}: {}", first.explanation);
    }
    assert!(
        found.pathway.about().summary.contains("First pathway: About it , dose <5 mg."),
        "{}",
        found.pathway.about().summary
    );
    let stress = found.pathway.nodes().next().expect("there are nodes");
    assert!(stress.notes.iter().any(|note| note.text == "Stressor: Ozone (evidence: High)"));
    assert!(stress.notes.iter().any(|note| note.text == "Molecular initiating event of “First pathway”."));
    assert_eq!(
        (stress.aliases.as_slice(), stress.xrefs.as_slice()),
        (&["Stress".to_owned()][..], &["UBERON:0002107".to_owned()][..])
    );
    assert!(found.pathway.nodes().any(|node| node.label == "Survival" && node.kind == Kind::Outcome));
}

#[test]
fn events_without_names_and_relationships_without_ends_are_said() {
    let found = imported("aopwiki", "bare.xml", BARE);
    assert_eq!((found.pathway.nodes().len(), found.pathway.links().len()), (2, 0));
    assert_eq!(noticed(&found, NoticeKind::LooseEnd), 1);
}

#[test]
fn the_test_file_of_a_converter_agrees_with_its_counts() {
    let found = imported("aopwiki", "sample.xml", SAMPLE);
    assert_eq!(sentences(&found.pathway), ["Activation of receptor unknown Cell death"]);
    let link = found.pathway.links().next().expect("there is one");
    assert!(link.explanation.contains("adjacent, evidence Moderate, understanding Low."), "{}", link.explanation);
    for text in ["Plausibility text.", "Empirical support text.", "Uncertainties text."] {
        assert!(link.explanation.contains(text), "{text}");
    }
}
