//! Tests of problems of meaning.

mod doubts;

use super::*;
use crate::model::{
    Branch, Citation, Design, Effect, Evidence, Extra, Grade, Kind, Lane, Link, Node, NodeId, Note, Parts, Popular,
    Predict, Source, Stance, Step, Tour,
};

fn lane(id: &str, label: &str) -> Lane {
    Lane { id: id.into(), label: label.to_owned(), extra: Extra::new() }
}

fn node(id: &str) -> Node {
    Node { explanation: "Why.".to_owned(), ..Node::new(id, &format!("The {id}"), Kind::Cell, "l") }
}

fn evidence(design: Design, stance: Stance, species: &[&str]) -> Evidence {
    let species = species.iter().map(|&s| s.to_owned()).collect();
    let (sample, finding) = (String::new(), String::new());
    Evidence { source: "s".into(), stance, design, species, sample, finding, locator: None, extra: Extra::new() }
}

fn link(id: &str, from: &str, to: &str) -> Link {
    let evidence = vec![evidence(Design::CellStudy, Stance::Supports, &["mouse"])];
    Link { explanation: "Why.".to_owned(), grade: Grade::C, evidence, ..Link::new(id, from, to, Effect::Raises) }
}

fn source(id: &str) -> Source {
    let (authors, venue, title) = (String::new(), String::new(), "A study".to_owned());
    let (doi, pmid, url, citation) = (None, None, None, Citation::Confirmed);
    Source {
        id: id.into(),
        authors,
        year: 2025,
        title,
        venue,
        doi,
        pmid,
        url,
        kind: None,
        citation,
        extra: Extra::new(),
    }
}

/// A pathway with which nothing is wrong.
fn good() -> Parts {
    Parts {
        lanes: vec![lane("l", "Blood")],
        nodes: vec![node("a"), node("b")],
        links: vec![link("a_b", "a", "b")],
        sources: vec![source("s")],
        ..Parts::default()
    }
}

/// What is found once something has been changed.
#[track_caller]
fn check(change: impl FnOnce(&mut Parts), expected: &[&str]) {
    let mut parts = good();
    change(&mut parts);
    let told: Vec<String> = findings(&Pathway::from_parts(parts, Vec::new()))
        .into_iter()
        .map(|Finding { severity, subject, field, item, what, hint, .. }| {
            let item = item.map_or_else(String::new, |item| format!("[{item}]"));
            format!("{severity:?} {subject:?} {}{item}: {what}; {hint}", field.unwrap_or("-"))
        })
        .collect();
    assert_eq!(told, expected);
}

fn at_first<T>(list: &mut [T], change: impl FnOnce(&mut T)) {
    change(list.first_mut().expect("the good pathway has one"));
}

#[test]
fn a_good_pathway_has_no_problem() {
    check(|_| {}, &[]);
    check(|parts| parts.links.push(link("loop", "a", "a")), &[]);
}

#[test]
fn empty_and_long_texts() {
    check(
        |parts| {
            parts.about.title.clear();
            at_first(&mut parts.lanes, |lane| lane.label = " ".to_owned());
            at_first(&mut parts.nodes, |node| node.explanation.clear());
            at_first(&mut parts.links, |link| link.explanation = "word ".repeat(121));
            at_first(&mut parts.sources, |source| source.title.clear());
        },
        &[
            "Warning Pathway title: the title of the pathway is empty; write the title",
            "Warning Lane(\"l\") label: the label of the lane “l” is empty; write the label",
            "Warning Node(\"a\") explanation: the explanation of the node “a” is empty; write the explanation",
            "Warning Link(\"a_b\") explanation: the explanation of the link “a_b” has 121 words; shorten it to 120 words, or \
             move a part into a note or the evidence",
            "Warning Source(\"s\") title: the title of the source “s” is empty; write the title",
        ],
    );
    check(|parts| at_first(&mut parts.links, |link| link.explanation = "word ".repeat(120)), &[]);
}

#[test]
fn labels_that_look_alike() {
    let look = |label: &'static str| {
        move |parts: &mut Parts| {
            at_first(&mut parts.nodes, |node| node.label = "Bone marrow".to_owned());
            parts.nodes.push(Node { label: label.to_owned(), ..node("c") });
            parts.links.push(link("b_c", "b", "c"));
        }
    };
    for label in ["bone marrow", "Bone-marrow", "BONE\u{2013}MARROW", "Bone\u{a0}marrow", "Bonemarrow"] {
        let what = format!("the label “{}” looks like “Bone marrow”, the label of another node", shown(label));
        let told = format!("Warning Node(\"c\") label: {what}; give one node another label, or make them one node");
        check(look(label), &[&told]);
    }
    check(look("Bone marrows"), &[]);
    let what =
        "the label “Воne marrow” looks like “Bone marrow”, the label of another node; they differ in “В” (U+0412)";
    let told = format!("Warning Node(\"c\") label: {what}; give one node another label, or make them one node");
    check(look("Воne marrow"), &[&told]);
}

#[test]
fn what_nothing_uses() {
    check(
        |parts| {
            parts.nodes.push(node("lonely"));
            parts.sources.push(Source { citation: Citation::Unconfirmed, ..source("unread") });
        },
        &[
            "Warning Node(\"lonely\") -: no link touches the node “lonely”; add a link from or to it, or remove it",
            "Warning Source(\"unread\") -: nothing cites the source “unread”; cite it in an evidence or a note, or remove it",
            "Warning Source(\"unread\") citation: the citation of the source “unread” is not confirmed; look up title and \
             identifier together, then write Confirmed",
        ],
    );
    let note = Note { text: "n".to_owned(), sources: vec!["t".into()], extra: Extra::new() };
    check(
        |parts| {
            parts.sources.push(source("t"));
            at_first(&mut parts.nodes, |node| node.notes.push(note));
        },
        &[],
    );
}

#[test]
fn evidence_and_popular_readings() {
    check(
        |parts| at_first(&mut parts.links, |link| link.evidence.clear()),
        &[
            "Warning Link(\"a_b\") evidence: the link “a_b” has no evidence; add evidence, or say in no_source_found where you \
             looked",
            "Error Link(\"a_b\") grade: the link “a_b” has grade C, but its evidence carries D at most: no direct study is \
             among it; write grade: D, or add evidence that carries C (a direct study or a review)",
            "Warning Source(\"s\") -: nothing cites the source “s”; cite it in an evidence or a note, or remove it",
        ],
    );
    check(
        |parts| {
            at_first(&mut parts.links, |link| {
                link.evidence.push(evidence(Design::Trial, Stance::Null, &[]));
                link.evidence.push(evidence(Design::Trial, Stance::Near, &[]));
                link.evidence.push(evidence(Design::Opinion, Stance::Disputes, &[]));
                let (effect, says, note) = (Effect::Raises, "s".to_owned(), String::new());
                link.popular = Some(Popular { effect, says, note, extra: Extra::new() });
            });
        },
        &[
            "Warning Link(\"a_b\") evidence[1]: evidence 2 of the link “a_b” is a direct study but names no species; write the \
             species studied, such as species: [\"human\"]",
            "Warning Link(\"a_b\") popular: the popular reading of the link “a_b” tells the same effect and notes no \
             difference; say in its note what differs, or remove popular",
        ],
    );
    let told =
        |effect, note: &str| Popular { effect, says: "s".to_owned(), note: note.to_owned(), extra: Extra::new() };
    check(|parts| at_first(&mut parts.links, |link| link.popular = Some(told(Effect::Lowers, ""))), &[]);
    check(|parts| at_first(&mut parts.links, |link| link.popular = Some(told(Effect::Raises, "more"))), &[]);
}

#[test]
fn tours_show_what_exists() {
    let step = |show: &str, text: &str| {
        let show = show.split_whitespace().map(str::to_owned).collect();
        Step { show, text: text.to_owned(), ..Step::default() }
    };
    let steps = vec![step("a a_b", "x"), step("", "y"), step("b bb", "")];
    check(
        |parts| parts.tours.push(Tour { id: "t".into(), title: "T".to_owned(), steps, extra: Extra::new() }),
        &[
            "Error Tour(\"t\") steps[2]: step 3 of the tour “t” shows “bb”, which is no node or link; write “b”, or remove it",
            "Warning Tour(\"t\") steps[2]: step 3 of the tour “t” says nothing; write its text, or remove it",
        ],
    );
}

#[test]
fn predictions_and_branches_name_what_exists() {
    let predict = |raise: &[&str], block: &[&str], ask: &str| Predict {
        raise: raise.iter().map(|id| NodeId::new(id)).collect(),
        lower: Vec::new(),
        block: block.iter().map(|id| (*id).to_owned()).collect(),
        ask: ask.into(),
        extra: Extra::new(),
    };
    let asks = |predict| Step { predict: Some(predict), ..Step::new([], "Now?") };
    let branch = |tour: &str| Branch { tour: tour.into(), text: "Aside".to_owned(), extra: Extra::new() };
    let steps = vec![
        asks(predict(&["a"], &["a_b"], "b")),
        asks(predict(&["a"], &["bb"], "c")),
        asks(predict(&[], &[], "b")),
        asks(predict(&["a"], &[], "a")),
        asks(Predict { lower: vec!["a".into()], ..predict(&["a"], &[], "b") }),
        asks(predict(&["a"], &["a"], "b")),
        Step { branches: vec![branch("t"), branch("nowhere")], ..Step::new([], "Where to?") },
    ];
    check(
        |parts| parts.tours.push(Tour { id: "t".into(), title: "T".to_owned(), steps, extra: Extra::new() }),
        &[
            "Error Tour(\"t\") steps[1]: step 2 of the tour “t” asks about “c”, which is not there; write the id of an existing node or link, or remove it",
            "Error Tour(\"t\") steps[1]: step 2 of the tour “t” asks about “bb”, which is not there; write “b”, or remove it",
            "Error Tour(\"t\") steps[2]: step 3 of the tour “t” asks for a prediction, but nothing is raised or lowered; write raise: [\"...\"] or lower: [\"...\"]",
            "Warning Tour(\"t\") steps[3]: step 4 of the tour “t” asks about “a”, which it pushes itself; ask about another node",
            "Warning Tour(\"t\") steps[4]: step 5 of the tour “t” both raises and lowers “a”; keep one of the two",
            "Warning Tour(\"t\") steps[5]: step 6 of the tour “t” both pushes and blocks “a”; keep one of the two",
            "Error Tour(\"t\") steps[6]: step 7 of the tour “t” branches to “nowhere”, which is no tour; write the id of a tour of this pathway, or remove the branch",
        ],
    );
}

#[test]
fn misfits_are_checked_as_well() {
    check(
        |parts| {
            parts.lanes.push(lane("l", "Brain"));
            parts.nodes.push(Node { lane: "nowhere".into(), label: "Other".to_owned(), ..node("a") });
            parts.links.push(Link { grade: Grade::A, ..link("x", "a", "bee") });
        },
        &[
            "Error Misfit(0) id: the id “l” is taken by another lane already, so this one is set aside; give this lane an id \
             of its own, or remove it",
            "Error Misfit(1) id: the id “a” is taken by another node already, so this one is set aside; give this node an id \
             of its own, or remove it",
            "Error Misfit(1) lane: the node “a” lies in the lane “nowhere”, which does not exist; add a lane with that id, or \
             write the id of an existing one",
            "Error Misfit(2) to: the link “x” leads to “bee”, which is no node; add a node with that id, or write the id of \
             an existing one",
            "Error Misfit(2) grade: the link “x” has grade A, but its evidence carries C at most: no direct study of people \
             is among it; write grade: C, or add evidence that carries A (a meta-analysis of people, or trials in people from two sources)",
        ],
    );
}

#[test]
fn addresses_are_judged_by_their_shape() {
    let judge = |change: fn(&mut Source, &str), text: &str| {
        let mut parts = good();
        at_first(&mut parts.sources, |source| change(source, text));
        findings(&Pathway::from_parts(parts, Vec::new())).is_empty()
    };
    let doi = |source: &mut Source, text: &str| source.doi = Some(text.to_owned());
    for good in ["10.1038/s41467-025-62840-5", "10.1000.10/x", "10.1002/(SICI)1:2<3::AID>3.0.CO;2-2"] {
        assert!(judge(doi, good), "{good}");
    }
    for bad in
        ["", "10.1038", "10.1038/", "doi:10.1038/x", "https://doi.org/10.1038/x", "10.x/y", "10.1038/a b", "10.1/x"]
    {
        assert!(!judge(doi, bad), "{bad}");
    }
    let url = |source: &mut Source, text: &str| source.url = Some(text.to_owned());
    for good in ["https://example.org", "HTTP://example.org/a?b=c#d", "https://example.org/a@b"] {
        assert!(judge(url, good), "{good}");
    }
    for bad in [
        "",
        "example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "http:/x",
        "https://a@b/",
        "https://a b",
        "https:\\\\host\\x",
        "https://h\\x",
        " https://x",
        "data:text/html,x",
        "https://x\n",
    ] {
        assert!(!judge(url, bad), "{bad:?}");
    }
    let pmid = |source: &mut Source, text: &str| source.pmid = Some(text.to_owned());
    assert!(judge(pmid, "40890098") && !judge(pmid, "PMC40890098") && !judge(pmid, ""));
}

#[test]
fn thousands_of_loose_links_are_all_told() {
    let nodes = (0..5_000).map(|n| node(&format!("a_rather_long_name_of_a_node_{n}"))).collect();
    let links = (0..20_000).map(|n| link(&format!("l{n}"), "a_rather_long_name_of_no_node_at_all", "zebra")).collect();
    let pathway = Pathway::from_parts(Parts { nodes, links, ..good() }, Vec::new());
    let found = findings(&pathway);
    let suggests = |finding: &&Finding| finding.hint.contains("or write “");
    assert!(found.len() > 40_000);
    assert!(found.iter().filter(suggests).count() < 1_000, "looking for names must come to an end");
}

#[test]
fn what_a_bibliography_guesses_is_said() {
    let with = |change: fn(&mut Source)| move |parts: &mut Parts| at_first(&mut parts.sources, change);
    for clear in [
        with(|s| s.authors = "Doe, J. A., Roe, B., & Poe, C.".to_owned()),
        with(|s| s.venue = "Nat Commun. 2020;11(2):345-350".to_owned()),
        with(|s| (s.venue, s.kind) = ("The Lancet".to_owned(), Some(crate::model::SourceKind::Article))),
        with(|s| (s.venue, s.url) = ("WHO".to_owned(), Some("https://www.who.int/".to_owned()))),
    ] {
        check(clear, &[]);
    }
    check(
        with(|s| s.authors = "Doe J, Human Rights Watch".to_owned()),
        &[
            "Warning Source(\"s\") authors: “Human Rights Watch” among the authors of the source “s” is read as one name, such \
           as that of a group; write people as Family AB, with a comma between them",
        ],
    );
    check(
        with(|s| s.venue = "Somewhere".to_owned()),
        &[
            "Warning Source(\"s\") venue: the source “s” is taken for an article in a journal, since nothing says what it is; \
           write kind: Some(...) with one of Article, Book, Chapter, WebPage, Trial, Thesis, Preprint, Report",
        ],
    );
    check(
        with(|s| (s.venue, s.doi) = ("Nature, no. 7, x 2020 b".to_owned(), Some("10.1038/x".to_owned()))),
        &[
            "Warning Source(\"s\") venue: “Nature, no. 7, x 2020 b” is read as the name of a journal, with its numbers; write \
           the venue as Journal volume(issue):pages, such as Nat Commun 16(1):8153",
        ],
    );
}

#[test]
fn entries_of_one_work_are_one_trial() {
    let graded = |change: fn(&mut [Source])| {
        let trial = |id: &str| Evidence { source: id.into(), ..evidence(Design::Trial, Stance::Supports, &["human"]) };
        let mut sources = [source("s"), source("t"), source("u")];
        for source in &mut sources {
            (source.doi, source.pmid) = (None, None);
        }
        change(&mut sources);
        let evidence = vec![trial("s"), trial("t")];
        let parts = Parts {
            lanes: vec![lane("l", "Lane")],
            nodes: vec![node("a"), node("b")],
            links: vec![Link { grade: Grade::A, evidence, ..link("a_b", "a", "b") }],
            sources: sources.to_vec(),
            ..Parts::default()
        };
        let found = findings(&Pathway::from_parts(parts, Vec::new()));
        found.iter().any(|finding| finding.field == Some("grade"))
    };
    assert!(!graded(|_| {}), "two works carry an A");
    assert!(!graded(|s| (s[0].doi, s[1].doi) = (Some("10.1/a".into()), Some("10.1/b".into()))));
    assert!(graded(|s| (s[0].doi, s[1].doi) = (Some("10.1/a".into()), Some("10.1/A".into()))), "one DOI");
    assert!(graded(|s| (s[0].pmid, s[1].pmid) = (Some("7".into()), Some("7".into()))), "one PubMed number");
    let over_a_third = |s: &mut [Source]| {
        (s[0].doi, s[2].doi) = (Some("10.1/a".into()), Some("10.1/a".into()));
        (s[1].pmid, s[2].pmid) = (Some("7".into()), Some("7".into()));
    };
    assert!(graded(over_a_third), "a third entry says that the two are one");
}
