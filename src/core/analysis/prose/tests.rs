//! Prose by example.

use super::*;
use crate::{
    analysis::{
        lens::Lens,
        whatif::{Push, whatif as ask},
    },
    model::{Citation, Design, Evidence, Extra, Grade, Link, Parts, Source, Stance, notation},
};

fn texts(prose: &Prose) -> Vec<&str> {
    prose.sentences.iter().map(|sentence| sentence.text.as_str()).collect()
}

fn ids(text: &str) -> Vec<LinkId> {
    text.split_whitespace().map(LinkId::new).collect()
}

fn small(text: &str) -> Pathway {
    notation::parse(text).expect("the test's own notation")
}

/// The sentence on the whole of a route or loop, which stands before the last.
#[track_caller]
fn check_whole(text: &str, links: &str, closed: bool, expected: &str) {
    let prose = walk(&small(text), Reading::Shown, &ids(links), closed);
    let said = texts(&prose);
    assert_eq!(said[said.len() - 2], expected);
}

#[test]
fn the_whole_says_why() {
    let go = "Taken together, a rise in Stress leads to a ";
    check_whole(
        "Stress -> Calm",
        "stress_calm",
        false,
        &format!("{go}rise in Calm by this route, because its only link raises."),
    );
    check_whole(
        "Stress -| b -| c",
        "stress_b b_c",
        false,
        &format!("{go}rise in c by this route, because 2 of its 2 links lower, and two lowerings cancel out."),
    );
    check_whole(
        "Stress -> b -| c",
        "stress_b b_c",
        false,
        &format!("{go}fall in c by this route, because exactly one of its 2 links lowers."),
    );
    check_whole(
        "Stress -? b",
        "stress_b",
        false,
        "Whether a rise in Stress leads to a rise or a fall in b by this route is undecided, because “Stress may affect b” has no sign.",
    );
    check_whole(
        "Stress -0 b",
        "stress_b",
        false,
        "By this route a change in Stress does not arrive in b, because “Stress does not change b” carries nothing.",
    );
    check_whole("Stress -> b; c -> d", "stress_b c_d", false, "These links do not join up end to end.");
    check_whole(
        "Stress -> b -| Stress",
        "stress_b b_stress",
        true,
        "The loop is balancing: a change in Stress comes back and weakens itself, because exactly one of its 2 links lowers.",
    );
    check_whole(
        "Stress -> b -> Stress",
        "stress_b b_stress",
        true,
        "The loop is reinforcing: a change in Stress comes back and strengthens itself, because every link on the way raises.",
    );
    check_whole(
        "Stress -? b -> Stress",
        "stress_b b_stress",
        true,
        "Whether the loop is reinforcing or balancing is undecided, because “Stress may affect b” has no sign.",
    );
}

fn evidence(source: &str, stance: Stance, species: &str, sample: &str) -> Evidence {
    Evidence {
        source: source.into(),
        stance,
        design: Design::Trial,
        species: species.split_whitespace().map(str::to_owned).collect(),
        sample: sample.to_owned(),
        finding: String::new(),
        locator: None,
        extra: Extra::new(),
    }
}

#[test]
fn evidence_is_told_by_whom_it_looked_at() {
    let whole = small("Sympathetic nerves -> IL-6");
    let mut link: Link = whole.links().next().map(|link| (**link).clone()).expect("a link");
    link.grade = Grade::B;
    link.evidence = vec![
        evidence("s1", Stance::Supports, "mouse", "male mice, stressed"),
        evidence("s3", Stance::Null, "human", ""),
        evidence("s2", Stance::Supports, "rat", ""),
        evidence("s4", Stance::Near, "human mouse rat", ""),
    ];
    let source = |id: &str, citation| Source {
        id: id.into(),
        authors: format!("{id} A, B"),
        year: 2020,
        title: "T".to_owned(),
        venue: "V".to_owned(),
        doi: None,
        pmid: None,
        url: None,
        kind: None,
        citation,
        extra: Extra::new(),
    };
    let parts = Parts {
        nodes: whole.nodes().map(|node| (**node).clone()).collect(),
        links: vec![link],
        sources: vec![source("s1", Citation::Confirmed), source("s2", Citation::Unconfirmed)],
        ..Parts::default()
    };
    let pathway = Pathway::from_parts(parts, Vec::new());
    let id = pathway.links().next().map(|link| link.id.clone()).expect("a link");
    let prose = walk(&pathway, Reading::Shown, &[id], false);
    assert_eq!(
        texts(&prose),
        [
            "Sympathetic nerves raise IL-6 [1, 2 (not confirmed)].",
            "This was shown in male mice [1] and in rats [2 (not confirmed)]; this was looked for and not found in people \
             [3]; the nearest evidence, not a direct test, is from work on people, mice, and rats [4].",
            "Taken together, a rise in Sympathetic nerves leads to a rise in IL-6 by this route, because its only link raises.",
            "The link is weighed as grade B, people, indirect: it rests on 2 sources [1, 2 (not confirmed)].",
        ]
    );
    assert_eq!(prose.references.len(), 4);
    assert_eq!(prose.sentences[1].cites, [1, 2, 3, 4]);
    assert_eq!(prose.references[2], "s3 (no record of this source)");
}

#[test]
fn a_what_if_is_told_in_groups() {
    let pathway = small("a -> b -| c; a -> c -? d; c -? e; a -> f -| a");
    let push = Push { raise: BTreeSet::from(["a".into()]), ..Push::default() };
    let answer = ask(&pathway, &Lens::default(), &push).expect("a question that can be answered");
    assert_eq!(
        texts(&whatif(&pathway, &answer)),
        [
            "If a is raised, the change can reach 5 other nodes.",
            "More of: b and f.",
            "c: undecided, because the routes disagree. For more: a raises c. For less: a raises b, which lowers c.",
            "Undecided, because “c may affect d” has no sign and lies on the way: d.",
            "Undecided, because “c may affect e” has no sign and lies on the way: e.",
            "Once feedback is counted, these are undecided too: a, b, and f. For a, the change comes back with the opposite \
             sign: a raises f, which lowers a.",
        ]
    );
    let block = Push { block_nodes: BTreeSet::from(["c".into()]), ..Push::default() };
    let answer = ask(&pathway, &Lens::default(), &block).expect("a question that can be answered");
    let prose = whatif(&pathway, &answer);
    assert_eq!(texts(&prose), ["If c is held, the question is what can still be reached from a.", "Cut off: d and e."]);
}

#[test]
fn markdown_is_a_numbered_list_in_which_no_text_makes_a_link() {
    let sentence = |text: &str| Sentence { text: text.to_owned(), link: None, nodes: Vec::new(), cites: vec![1] };
    let prose =
        Prose { sentences: vec![sentence("One [1]."), sentence("[x](y) *z*\n<b>")], references: vec!["R".to_owned()] };
    assert_eq!(
        to_markdown(&prose, "Title"),
        "# Title\n\n1. One [1].\n2. [x\\](y) \\*z\\* \\<b\\>\n\n## References\n\n1. R\n"
    );
}

#[test]
fn labels_stand_as_they_are_written() {
    let pathway = small("Western diet -> Alzheimer pathology -> T cells -> mRNA -| TrkB receptor");
    let links: Vec<LinkId> = pathway.links().map(|link| link.id.clone()).collect();
    let prose = walk(&pathway, Reading::Shown, &links, false);
    let claims: Vec<&str> = texts(&prose).into_iter().filter(|text| !text.starts_with("No source")).take(4).collect();
    let expected = [
        "Western diet raises Alzheimer pathology.",
        "Alzheimer pathology raises T cells.",
        "T cells raise mRNA.",
        "mRNA lowers TrkB receptor.",
    ];
    assert_eq!(claims, expected);
    let push = Push { raise: BTreeSet::from(["mrna".into()]), ..Push::default() };
    let answer = ask(&pathway, &Lens::default(), &push).expect("a question that can be answered");
    let expected = ["If mRNA is raised, the change can reach 1 other node.", "Less of: TrkB receptor."];
    assert_eq!(texts(&whatif(&pathway, &answer)), expected);
}

#[test]
fn what_authors_say_begins_as_they_wrote_it() {
    let whole = small("mTOR -> Calm");
    let mut parts = whole.parts();
    parts.nodes[0].explanation = "mTOR senses nutrients".to_owned();
    parts.links[0].no_source_found = Some("p11 was searched for.".to_owned());
    let said = |parts: Parts| {
        let pathway = Pathway::from_parts(parts, Vec::new());
        let (nodes, links) = (pathway.nodes().map(|node| node.id.clone()).collect(), BTreeSet::new());
        let prose = selection(&pathway, Reading::Shown, &nodes, &links);
        texts(&prose).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let expected =
        ["mTOR (other): mTOR senses nutrients.", "Calm (other).", "mTOR raises Calm.", "p11 was searched for."];
    assert_eq!(said(parts.clone()), expected);
    // Where somebody looked is no sentence.
    parts.links[0].no_source_found = Some("looked in PubMed ".to_owned());
    assert_eq!(said(parts).last().map(String::as_str), Some("No source was found: looked in PubMed."));
}
