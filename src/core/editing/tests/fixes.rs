//! What is offered about problems: each offer puts its problem right and brings no other error.

use std::collections::BTreeSet;

use super::{mint, skull_marrow};
use crate::{
    analysis::problems::{Fix, Subject},
    editing::fix,
    formats::{self, Problem},
    model::{
        Branch, Citation, Extra, Grade, Kind, Lane, Link, Misfit, Node, Note, Pathway, Popular, Predict, Source, Step,
        Tour,
    },
};

/// What is said of a pathway as its file would be opened.
fn problems(pathway: &Pathway) -> Vec<Problem> {
    formats::open(formats::save(pathway).as_bytes()).expect("it can be opened").problems
}

/// Problems by what they say of what, and how often: twins may say the same.
fn told(problems: &[Problem], what: &str) -> usize {
    problems.iter().filter(|problem| problem.what == what).count()
}

/// Carries out every offer about a pathway, each by itself; gives which there were.
fn check(pathway: &Pathway) -> BTreeSet<String> {
    let before = problems(pathway);
    let mut offered = BTreeSet::new();
    for problem in &before {
        for offer in &problem.fixes {
            let subject = problem.subject.as_ref().expect("what can be put right is about something");
            let outcome = fix(pathway, &mut mint(pathway), subject, &offer.fix);
            let proposal = outcome.unwrap_or_else(|why| panic!("{}: {}: {why}", problem.what, offer.words));
            let after = pathway.apply(&proposal.edit).unwrap_or_else(|why| panic!("{}: {why}", offer.words));
            let after = problems(&after);
            let (was, is) = (told(&before, &problem.what), told(&after, &problem.what));
            assert!(is < was, "“{}” does not help: {}", offer.words, problem.what);
            // What goes on to be wrong may be told of another record, as where two nodes become one.
            let errors = |all: &[Problem]| all.iter().filter(|problem| problem.is_error()).count();
            let most = errors(&before) - usize::from(problem.is_error());
            assert!(errors(&after) <= most, "“{}” for “{}” brings others: {after:#?}", offer.words, problem.what);
            let name = format!("{:?}", offer.fix);
            offered.insert(name.split(['(', ' ']).next().unwrap_or_default().to_owned());
        }
    }
    offered
}

fn step(show: &str) -> Step {
    Step::new([show], "What is said.")
}

/// A pathway in which everything is wrong that something is offered for.
fn broken() -> Pathway {
    let mut parts = skull_marrow().parts();
    let lane = |id: &str, label: &str| Lane { id: id.into(), label: label.to_owned(), extra: Extra::new() };
    let first = parts.lanes[0].id.to_string();
    let twin = parts.lanes[0].label.replace('a', "а");
    parts.lanes.push(lane("alike", &format!("{twin}\u{200b}")));
    parts.lanes.push(lane(&first, "The same id"));
    let mut alike = Node::new("alike", &parts.nodes[0].label.to_uppercase(), Kind::Other, &first);
    alike.aliases = vec![parts.nodes[1].label.clone()];
    alike.notes = vec![
        Note { text: " ".to_owned(), sources: Vec::new(), extra: Extra::new() },
        Note { text: "N.".to_owned(), sources: vec!["kigar205".into(), "zzzzzz".into()], extra: Extra::new() },
    ];
    (parts.nodes[2].at, alike.at) = (Some((1.0, 2.0)), Some((2.0, 3.0)));
    parts.nodes.push(alike);
    parts.nodes.push(Node::new("nowhere", "Nowhere", Kind::Other, "no_such_lane"));
    parts.nodes.push(Node { label: "Twin node".to_owned(), ..parts.nodes[3].clone() });
    let good = parts.links[0].clone();
    let mut links = vec![
        Link { id: "loose".into(), to: "brand_new".into(), ..good.clone() },
        Link { id: "typo".into(), to: format!("{}x", good.to).as_str().into(), ..good.clone() },
        Link { id: "both".into(), from: "brand_new".into(), to: "other_new".into(), ..good.clone() },
        Link { explanation: "A twin.".to_owned(), ..good.clone() },
        Link { id: "heavy".into(), grade: Grade::A, ..good.clone() },
        Link { id: "light".into(), grade: Grade::X, ..good.clone() },
        Link { id: "searched".into(), no_source_found: Some("PubMed.".to_owned()), ..good.clone() },
    ];
    links[4].evidence.truncate(1);
    links[4].evidence[0].source = "nobody1999".into();
    links[6].popular =
        Some(Popular { effect: good.effect, says: "So.".to_owned(), note: String::new(), extra: Extra::new() });
    parts.links.extend(links);
    let source = |id: &str, doi: Option<&str>| Source {
        id: id.into(),
        doi: doi.map(str::to_owned),
        citation: Citation::Confirmed,
        ..parts.sources[0].clone()
    };
    let unused = source("unused", None);
    let spelled = Source {
        pmid: Some("PMID: 123".to_owned()),
        url: Some("example.org/a".to_owned()),
        ..source("spelled", Some("doi:10.1234/abc"))
    };
    let odd =
        Source { url: Some("ftp://x".to_owned()), pmid: Some("none".to_owned()), ..source("odd", Some("nothing")) };
    let same = source("same", parts.sources[1].doi.as_deref());
    let twin = Source { title: "A twin".to_owned(), ..source(parts.sources[2].id.as_str(), None) };
    parts.sources.extend([unused, spelled, odd, same, twin]);
    let ask = |ask: &str, raise: &[&str]| Predict {
        raise: raise.iter().map(|&id| id.into()).collect(),
        lower: Vec::new(),
        block: Vec::new(),
        ask: ask.into(),
        extra: Extra::new(),
    };
    let branch = Branch { tour: "no_tour".into(), text: "On.".to_owned(), extra: Extra::new() };
    let steps = vec![
        step("chronic_stres"),
        step("zzzzzzzzzzzz"),
        Step { text: String::new(), ..step("chronic_stress") },
        Step { predict: Some(ask("depressio", &["chronic_stress"])), ..step("chronic_stress") },
        Step { predict: Some(ask("depression", &[])), branches: vec![branch], ..step("chronic_stress") },
    ];
    let tour = Tour { id: "wrong".into(), title: "Wro\u{200b}ng".to_owned(), steps, extra: Extra::new() };
    parts.tours.push(tour);
    parts.tours.push(Tour { title: "Twin".to_owned(), ..parts.tours[0].clone() });
    let unread = Misfit::Unread { list: "nodes".to_owned(), text: "(id: 7)".to_owned() };
    Pathway::from_parts(parts, vec![unread])
}

#[test]
fn every_offer_puts_its_problem_right_and_brings_no_other_error() {
    let offered = check(&broken());
    let expected = [
        "CiteInstead",
        "Clean",
        "Doi",
        "Grade",
        "Instead",
        "JoinLane",
        "JoinNode",
        "JoinSource",
        "Lead",
        "MakeEnds",
        "MakeLane",
        "MakeSource",
        "NewId",
        "Pmid",
        "Remove",
        "RemoveAlias",
        "RemoveBranches",
        "RemoveNote",
        "RemovePopular",
        "RemoveQuestion",
        "RemoveSearch",
        "RemoveStep",
        "TakeOut",
        "ToLane",
        "Uncite",
        "Unpin",
        "Url",
    ];
    assert_eq!(offered.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

#[test]
fn a_loose_link_gets_its_nodes_or_goes() {
    let mut parts = skull_marrow().parts();
    let good = parts.links[0].clone();
    parts.links.push(Link { id: "loose".into(), to: "dream_recall".into(), ..good });
    let pathway = Pathway::from_parts(parts, Vec::new());
    let found = problems(&pathway);
    let loose = found.iter().find(|problem| problem.what.contains("loose")).expect("it is told");
    let words: Vec<&str> = loose.fixes.iter().map(|offer| offer.words.as_str()).collect();
    assert_eq!(words, ["Make the missing “dream_recall”", "Remove the link"]);
    let made = fix(&pathway, &mut mint(&pathway), &Subject::Misfit(0), &Fix::MakeEnds).expect("it can be made");
    let after = pathway.apply(&made.edit).expect("it fits");
    assert_eq!(after.label(&"dream_recall".into()), "Dream recall");
    assert!(after.link(&"loose".into()).is_some() && after.misfits().is_empty());
}

#[test]
fn what_has_changed_since_a_problem_was_found_is_not_mended_at_random() {
    let pathway = skull_marrow();
    for (subject, wanted) in [
        (Subject::Misfit(0), Fix::Remove),
        (Subject::Misfit(3), Fix::MakeEnds),
        (Subject::Node("nobody".into()), Fix::Unpin),
        (Subject::Tour("story".into()), Fix::TakeOut("chronic_stress".to_owned())),
        (Subject::Pathway, Fix::NewId),
    ] {
        assert!(fix(&pathway, &mut mint(&pathway), &subject, &wanted).is_err(), "{subject:?} {wanted:?}");
    }
}
