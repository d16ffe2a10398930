//! Tests of merging: each rule by a case, and random pathways that must lose nothing.

mod fields;
mod random;

use super::*;
use crate::model::{Branch, Citation, Delay, Design, Effect, Evidence, Extra, Grade, Level, LevelText, Link, Popular};
use crate::model::{Kind, Source, Stance, Step, notation};

fn parts(pathway: &Pathway) -> Parts {
    Parts {
        about: pathway.about().clone(),
        lanes: pathway.lanes().iter().map(|lane| (**lane).clone()).collect(),
        nodes: pathway.nodes().map(|node| (**node).clone()).collect(),
        links: pathway.links().map(|link| (**link).clone()).collect(),
        sources: pathway.sources().iter().map(|source| (**source).clone()).collect(),
        tours: pathway.tours().iter().map(|tour| (**tour).clone()).collect(),
    }
}

/// A pathway in notation with a name, changed.
fn pathway(id: &str, text: &str, change: impl FnOnce(&mut Parts)) -> Pathway {
    let mut parts = parts(&notation::parse(text).expect("the test's own notation"));
    id.clone_into(&mut parts.about.id);
    change(&mut parts);
    Pathway::from_parts(parts, Vec::new())
}

fn evidence(source: &str, stance: Stance, finding: &str) -> Evidence {
    let (design, species, sample) = (Design::Cohort, vec!["human".to_owned()], "40 people".to_owned());
    let (finding, locator, extra) = (finding.to_owned(), None, Extra::new());
    Evidence { source: source.into(), stance, design, species, sample, finding, locator, extra }
}

fn source(id: &str, title: &str, doi: Option<&str>) -> Source {
    let (authors, venue, year) = ("Kigar SL".to_owned(), String::new(), 2025);
    let (title, doi, citation) = (title.to_owned(), doi.map(str::to_owned), Citation::Confirmed);
    let (id, pmid, url, kind, extra) = (id.into(), None, None, None, Extra::new());
    Source { id, authors, year, title, venue, doi, pmid, url, kind, citation, extra }
}

fn tour(id: &str, title: &str, show: &str) -> Tour {
    let step = Step::new([show], "Look.");
    Tour { id: id.into(), title: title.to_owned(), steps: vec![step], extra: Extra::new() }
}

fn popular(effect: Effect, says: &str) -> Popular {
    Popular { effect, says: says.to_owned(), note: String::new(), extra: Extra::new() }
}

fn merged(pathways: &[&Pathway]) -> Merged {
    merge(pathways, About::default(), &[])
}

fn told(merged: &Merged) -> Vec<String> {
    merged.conflicts.iter().map(ToString::to_string).collect()
}

/// The one link of two pathways `a -> b`, each changed.
fn joined(one: impl FnOnce(&mut Link), other: impl FnOnce(&mut Link)) -> (Link, Vec<String>) {
    let one = pathway("one", "a -> b", |parts| one(&mut parts.links[0]));
    let other = pathway("two", "a -> b", |parts| other(&mut parts.links[0]));
    let merged = merged(&[&one, &other]);
    assert_eq!(merged.pathway.links().len(), 1);
    (parts(&merged.pathway).links.remove(0), told(&merged))
}

#[test]
fn nodes_and_lanes_keep_the_order_of_appearance() {
    let lane = |id: &str, label: &str| Lane { id: id.into(), label: label.to_owned(), extra: Extra::new() };
    let one = pathway("one", "b -> a", |_| {});
    let two = pathway("two", "c -> a; c -| b", |parts| {
        parts.lanes = vec![lane("body", "Body"), lane("all", "Everything")];
        parts.nodes[0].lane = "body".into();
    });
    let both = merged(&[&one, &two]);
    assert_eq!(notation::write(&both.pathway), "b -> a\nc -> a\nc -| b\n");
    assert_eq!(told(&both), ["the name of the lane “all” differs in “two”: “All” is kept, not “Everything”"]);
    let lanes = |merged: &Merged| -> Vec<String> {
        merged.pathway.lanes().iter().map(|lane| format!("{} {}", lane.id, lane.label)).collect()
    };
    assert_eq!(lanes(&both), ["all All", "body Body"]);
    let wanted = merge(&[&one, &two], About::default(), &[lane("x", "X"), lane("all", "Whole"), lane("x", "Y")]);
    assert_eq!(lanes(&wanted), ["x X", "all Whole", "body Body"]);
    assert_eq!(told(&wanted), [""; 0], "the lanes asked for are the answer");
}

#[test]
fn the_first_node_wins_and_lists_are_united() {
    let note = |text: &str, source: &str| Note { text: text.into(), sources: vec![source.into()], extra: Extra::new() };
    let one = pathway("one", "a", |parts| {
        let node = &mut parts.nodes[0];
        (node.aliases, node.notes) = (vec!["x".into()], vec![note("Doubt.", "s")]);
    });
    let two = pathway("two", "a", |parts| {
        let node = &mut parts.nodes[0];
        *node = Node { explanation: "Why.".into(), ..Node::new("a", "A cell", Kind::Cell, "blood") };
        (node.aliases, node.xrefs) = (vec!["y".into(), "x".into()], vec!["mesh:1".into()]);
        node.notes = vec![note("Doubt.", "t"), note("More.", "t")];
    });
    let three = pathway("three", "a", |parts| parts.nodes[0].explanation = "Otherwise.".into());
    let four = pathway("four", "a", |parts| parts.nodes[0].explanation = "Again.".into());
    let all = merged(&[&one, &two, &three, &four]);
    let expected = [
        "the name of “a” differs in “two”: “a” is kept, not “A cell”",
        "the kind of “a” differs in “two”: “other” is kept, not “cell”",
        "the lane of “a” differs in “two”: “all” is kept, not “blood”",
        "the explanation of “a” differs in “three”: the first is kept",
    ];
    assert_eq!(told(&all), expected);
    let node = parts(&all.pathway).nodes.remove(0);
    assert_eq!((node.label.as_str(), node.explanation.as_str()), ("a", "Why."));
    assert_eq!((node.aliases, node.xrefs), (vec!["x".to_owned(), "y".to_owned()], vec!["mesh:1".to_owned()]));
    let both = Note { sources: vec!["s".into(), "t".into()], ..note("Doubt.", "s") };
    assert_eq!(node.notes, [both, note("More.", "t")]);
}

#[test]
fn links_are_joined_by_their_ends() {
    let one = pathway("one", "a -> b", |parts| parts.links[0].id = "first".into());
    let two = pathway("two", "a -| b", |parts| {
        parts.links[0].id = "second".into();
        parts.tours = vec![tour("walk", "Walk", "second")];
    });
    let both = merged(&[&one, &two]);
    assert_eq!(notation::write(&both.pathway), "a -> b\n");
    assert_eq!(told(&both), ["the effect of the link “first” differs in “two”: “raises” is kept, not “lowers”"]);
    assert_eq!(both.pathway.tours()[0].steps[0].show, ["first"], "a tour shows the link under its id here");
}

#[test]
fn one_id_for_two_pairs_is_told_apart() {
    let one = pathway("one", "a -> b", |parts| parts.links[0].id = "l".into());
    let two = pathway("two", "a -> c; d -> e", |parts| {
        (parts.links[0].id, parts.links[1].id) = ("l".into(), "l_2".into());
        parts.tours = vec![tour("walk", "Walk", "l")];
    });
    let both = merged(&[&one, &two]);
    let ids: Vec<&str> = both.pathway.links().map(|link| link.id.as_str()).collect();
    assert_eq!(ids, ["l", "l_3", "l_2"]);
    let expected = "what is meant by the link “l” differs in “two”: “a -> b” is kept, not “a -> c (now l_3)”";
    assert_eq!(told(&both), [expected]);
    assert_eq!(both.pathway.tours()[0].steps[0].show, ["l_3"]);
}

#[test]
fn twin_links_of_one_pathway_stay_two() {
    let one = pathway("one", "a -> b; a -| b", |_| {});
    let two = pathway("two", "a -| b", |parts| parts.links[0].id = "other".into());
    let both = merged(&[&one, &two]);
    assert_eq!((notation::write(&both.pathway), told(&both)), ("a -> b\na -| b\n".to_owned(), Vec::new()));
    assert_eq!(notation::write(&merged(&[&two, &one]).pathway), "a -| b\na -> b\n");
}

#[test]
fn the_more_cautious_grade_stays() {
    use Grade::{A, B, C, D, X};
    let grades = |one: Grade, seen: bool, other: Grade, seen_too: bool| {
        let found =
            |seen: bool, name| if seen { vec![evidence(name, Stance::Supports, "It rose.")] } else { Vec::new() };
        let set = |link: &mut Link, grade, evidence| (link.grade, link.evidence) = (grade, evidence);
        let (link, told) = joined(|l| set(l, one, found(seen, "s")), |l| set(l, other, found(seen_too, "t")));
        (link.grade, told.first().map(|line| line.split(": ").last().unwrap_or_default().to_owned()))
    };
    let kept = |kept: Grade, other: Grade| (kept, Some(format!("“{}” is kept, not “{}”", kept.name(), other.name())));
    assert_eq!(grades(B, true, B, true), (B, None));
    assert_eq!(grades(A, true, C, true), kept(C, A));
    assert_eq!(grades(C, true, A, true), kept(C, A));
    assert_eq!(grades(D, false, B, true), kept(D, B));
    assert_eq!(grades(X, false, B, true), kept(B, X), "that nothing was found is not so any more");
    assert_eq!(grades(B, true, X, false), kept(B, X));
    assert_eq!(grades(X, true, B, true), kept(X, B), "not graded yet");
    assert_eq!(grades(D, false, X, false), kept(X, D));
}

#[test]
fn evidence_is_united_and_told_once() {
    let near = Evidence { locator: Some("fig. 2".into()), ..evidence("s", Stance::Near, "It rose.") };
    let (link, told) = joined(
        |link| {
            link.evidence = vec![evidence("s", Stance::Supports, "It rose."), evidence("s", Stance::Near, "It rose.")];
        },
        |link| link.evidence = vec![evidence("t", Stance::Supports, "It rose."), near.clone(), near.clone()],
    );
    let expected = [evidence("s", Stance::Supports, "It rose."), near, evidence("t", Stance::Supports, "It rose.")];
    assert_eq!((link.evidence, told), (expected.to_vec(), Vec::new()));
    let mice = Evidence { species: vec!["mouse".into()], ..evidence("s", Stance::Null, "Same.") };
    let people = evidence("s", Stance::Null, "Same.");
    let (link, told) = joined(|link| link.evidence = vec![people.clone()], |link| link.evidence = vec![mice]);
    assert_eq!(link.evidence, [people]);
    let (kept, other) =
        ("s, Cohort followed over time, human, 40 people", "s, Cohort followed over time, mouse, 40 people");
    let expected = format!("the evidence of the link “a_b” differs in “two”: “{kept}” is kept, not “{other}”");
    assert_eq!(told, [expected]);
}

#[test]
fn no_source_found_yields_to_evidence() {
    let searched = |link: &mut Link| link.no_source_found = Some("Searched.".into());
    let sourced = |link: &mut Link| link.evidence = vec![evidence("s", Stance::Supports, "It rose.")];
    let told =
        ["whether a source was found for the link “a_b” differs in “two”: “the evidence” is kept, not “Searched.”"];
    for (link, lines) in [joined(searched, sourced), joined(sourced, searched)] {
        assert_eq!((link.no_source_found, lines), (None, told.map(str::to_owned).to_vec()));
    }
    let both = |link: &mut Link| (searched(link), sourced(link)).0;
    for (link, lines) in
        [joined(both, sourced), joined(sourced, both), joined(searched, |_| {}), joined(|_| {}, searched)]
    {
        assert_eq!((link.no_source_found.as_deref(), lines), (Some("Searched."), Vec::new()));
    }
}

#[test]
fn the_rest_of_a_link_is_filled_in() {
    let (link, told) = joined(
        |link| link.holds_when = Some(String::new()),
        |link| {
            (link.holds_when, link.delay, link.returns) = (Some("in mice".into()), Some(Delay::Days), true);
            (link.explanation, link.extra) = ("Why.".into(), vec![("dose".into(), "3".into())]);
        },
    );
    assert_eq!((link.holds_when.as_deref(), link.delay, link.returns), (Some("in mice"), Some(Delay::Days), true));
    assert_eq!((link.explanation.as_str(), link.extra.len(), told.len()), ("Why.", 1, 0));
    let set = |text: &'static str, delay| {
        move |link: &mut Link| {
            (link.explanation, link.holds_when, link.delay) = (text.into(), Some(text.into()), Some(delay));
        }
    };
    let (link, told) = joined(set("One.", Delay::Days), set("Two.", Delay::Years));
    assert_eq!((link.explanation.as_str(), link.delay), ("One.", Some(Delay::Days)));
    let expected = [
        "the explanation of the link “a_b” differs in “two”: the first is kept",
        "the delay of the link “a_b” differs in “two”: “within days” is kept, not “within years”",
        "the condition of the link “a_b” differs in “two”: “One.” is kept, not “Two.”",
    ];
    assert_eq!(told, expected);
}

#[test]
fn the_first_popular_reading_stays_and_every_other_is_told() {
    let says = |one, other| {
        let (link, told) =
            joined(|link| link.popular = Some(popular(one, "One")), |link| link.popular = Some(popular(other, "Two")));
        (link.popular.map(|popular| popular.says), told.len())
    };
    assert_eq!(says(Effect::Raises, Effect::Lowers), (Some("One".to_owned()), 1));
    assert_eq!(says(Effect::Lowers, Effect::NoEffect), (Some("One".to_owned()), 1));
    assert_eq!(says(Effect::Raises, Effect::Raises), (Some("One".to_owned()), 1));
    let (link, _) = joined(|_| {}, |link| link.popular = Some(popular(Effect::Raises, "Two")));
    assert!(link.popular.is_some());
}

#[test]
fn another_work_under_the_same_id_is_kept_apart() {
    let cite = |title: &'static str, doi: Option<&'static str>| {
        move |parts: &mut Parts| {
            parts.sources = vec![source("s", title, doi)];
            parts.links[0].evidence = vec![evidence("s", Stance::Supports, title)];
            parts.nodes[0].notes = vec![Note { text: title.into(), sources: vec!["s".into()], extra: Extra::new() }];
        }
    };
    let one = pathway("one", "a -> b", cite("Sleep", Some("10.1/A")));
    let two = pathway("two", "a -> b", cite("Marrow", Some("10.1/b")));
    let both = merged(&[&one, &two, &two]);
    let expected = "the source “s” differs in “two”: “Sleep, 10.1/A” is kept, not “Marrow, 10.1/b (now s_2)”";
    assert_eq!(told(&both), [expected]);
    let ids: Vec<&str> = both.pathway.sources().iter().map(|source| source.id.as_str()).collect();
    assert_eq!(ids, ["s", "s_2"]);
    let Parts { nodes, links, .. } = parts(&both.pathway);
    assert_eq!(links[0].evidence[1].source.as_str(), "s_2");
    assert_eq!(nodes[0].notes[1].sources[0].as_str(), "s_2");
    for (title, doi, sources, lines) in [
        ("Sleep", Some("10.1/a"), 1, 0),
        ("Sleep", None, 1, 0),
        ("SLEEP.", Some("10.1/b"), 1, 1),
        ("Marrow", Some("10.1/A"), 1, 1),
        ("Marrow", None, 2, 1),
    ] {
        let both = merged(&[&one, &pathway("two", "a -> b", cite(title, doi))]);
        assert_eq!((both.pathway.sources().len(), told(&both).len()), (sources, lines), "{title} {doi:?}");
    }
}

#[test]
fn a_remembered_identifier_fills_no_gap_in_a_seen_entry() {
    let of = |citation, doi| pathway("p", "a", |p| p.sources = vec![Source { citation, ..source("s", "Sleep", doi) }]);
    let seen = of(Citation::Confirmed, None);
    let doi = |one: &Pathway, other: &Pathway| merged(&[one, other]).pathway.sources()[0].doi.clone();
    assert_eq!(doi(&seen, &of(Citation::Unconfirmed, Some("10.1/x"))), None);
    assert_eq!(doi(&seen, &of(Citation::Confirmed, Some("10.1/x"))).as_deref(), Some("10.1/x"));
}

#[test]
fn tours_and_misfits_are_kept() {
    let with = |id: &str, title: &'static str| {
        let tours = |parts: &mut Parts| {
            parts.tours = vec![tour("walk", title, "a")];
            parts.nodes.push(Node::new("a", title, Kind::Other, "all"));
        };
        pathway(id, "a", tours)
    };
    let (one, two) = (with("one", "One"), with("two", "Two"));
    let all = merged(&[&one, &two, &two, &one]);
    let ids: Vec<&str> = all.pathway.tours().iter().map(|tour| tour.id.as_str()).collect();
    assert_eq!(ids, ["walk", "two_walk"]);
    assert_eq!(all.pathway.misfits().len(), 2);
}

#[test]
fn what_one_pathway_says_twice_stays_twice() {
    let note = |source: &str| Note { text: "Doubt.".into(), sources: vec![source.into()], extra: Extra::new() };
    let twice = pathway("p", "a -> b", |parts| {
        let mice = Evidence { sample: "9 mice".into(), ..evidence("s", Stance::Null, "Same.") };
        parts.links[0].evidence = vec![evidence("s", Stance::Null, "Same."), mice];
        parts.links[0].extra = vec![("dose".into(), "1".into()), ("dose".into(), "2".into())];
        parts.nodes[0].notes = vec![note("s"), note("t")];
    });
    let again = merged(&[&twice, &twice]);
    assert_eq!((&again, told(&again)), (&merged(&[&twice]), Vec::new()));
    assert_eq!(parts(&again.pathway).links, parts(&twice).links);
    assert_eq!(parts(&again.pathway).nodes, parts(&twice).nodes);
}

#[test]
fn new_ids_keep_clear_of_those_in_use() {
    let one = pathway("one", "a -> b", |parts| {
        parts.links[0].id = "l".into();
        parts.sources = vec![source("s", "Sleep", Some("10.1/a"))];
        parts.tours = vec![tour("t", "One", "l")];
    });
    let two = pathway("two", "l -> m", |parts| {
        parts.links[0].id = "l".into();
        parts.sources = vec![source("s", "Marrow", Some("10.1/b")), source("s_2", "Marrow", None)];
        parts.tours = vec![tour("t", "Two", "l"), tour("two_t", "Two", "l")];
    });
    let both = merged(&[&one, &two]).pathway;
    let sources: Vec<&str> = both.sources().iter().map(|source| source.id.as_str()).collect();
    assert_eq!(sources, ["s", "s_3", "s_2"]);
    let tours: Vec<&str> = both.tours().iter().map(|tour| tour.id.as_str()).collect();
    assert_eq!(tours, ["t", "two_t_2", "two_t"]);
    assert!(both.tours().iter().all(|tour| tour.steps[0].show == ["l"]), "the step is about the node");
}

#[test]
fn an_identifier_of_another_title_is_not_taken_over() {
    let of = |title, doi| {
        let pmid = Some("1".to_owned());
        pathway("p", "a", |parts| parts.sources = vec![Source { pmid, ..source("s", title, doi) }])
    };
    let both = merged(&[&of("Sleep", None), &of("Marrow", Some("10.1/b"))]);
    assert_eq!((both.pathway.sources().len(), both.pathway.sources()[0].doi.as_ref()), (1, None));
    assert_eq!(told(&both), ["the source “s” differs in “p”: “Sleep” is kept, not “Marrow, 10.1/b”"]);
}

#[test]
fn numbers_keep_ids_short_enough() {
    let long = "x".repeat(crate::model::MAX_ID_BYTES);
    assert_eq!((numbered("a", 1), numbered("a", 2)), ("a".to_owned(), "a_2".to_owned()));
    assert_eq!((numbered(&long, 1).len(), numbered(&long, 12).len()), (long.len(), long.len()));
}

#[test]
fn branches_lead_to_the_same_tours_under_their_new_ids() {
    let tours = |parts: &mut Parts, title: &str| {
        let branch = Branch { tour: "aside".into(), text: "Aside".to_owned(), extra: Extra::new() };
        let mut walk = tour("walk", title, "a");
        walk.steps[0].branches = vec![branch];
        parts.tours = vec![walk, tour("aside", title, "a")];
    };
    let one = pathway("one", "a", |parts| tours(parts, "One"));
    let two = pathway("two", "a", |parts| tours(parts, "Two"));
    let both = merged(&[&one, &two]).pathway;
    let leads: Vec<(&str, &str)> = both
        .tours()
        .iter()
        .flat_map(|tour| tour.steps[0].branches.iter().map(|branch| (tour.id.as_str(), branch.tour.as_str())))
        .collect();
    assert_eq!(leads, [("walk", "aside"), ("two_walk", "two_aside")]);
}

#[test]
fn texts_for_levels_are_gathered_and_the_first_of_each_stays() {
    let text = |level, text: &str| LevelText { level, text: text.to_owned(), extra: Extra::new() };
    let one = pathway("one", "a", |parts| parts.nodes[0].levels = vec![text(Level::Pupil, "plain")]);
    let two = pathway("two", "a", |parts| {
        parts.nodes[0].levels = vec![text(Level::Pupil, "other"), text(Level::Student, "more")];
    });
    let both = merged(&[&one, &two]);
    let nodes: Vec<_> = both.pathway.nodes().collect();
    assert_eq!(nodes[0].levels, [text(Level::Pupil, "plain"), text(Level::Student, "more")]);
    assert_eq!(told(&both), ["the explanation of “a” differs in “two”: the first is kept"]);
}
