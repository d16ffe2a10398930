//! What may be written and is doubtful: contradictions, numbers that two records share, impossible years, pins.

use super::*;

#[test]
fn what_a_link_says_agrees_with_its_evidence() {
    check(
        |parts| at_first(&mut parts.links, |link| link.grade = Grade::X),
        &[
            "Warning Link(\"a_b\") grade: the link “a_b” has grade X, nothing found, but its evidence carries C; write grade: C, \
           or a lighter grade such as D",
        ],
    );
    check(|parts| at_first(&mut parts.links, |link| link.grade = Grade::D), &[]);
    check(
        |parts| at_first(&mut parts.links, |link| link.no_source_found = Some("Searched.".to_owned())),
        &[
            "Warning Link(\"a_b\") no_source_found: the link “a_b” says that no source was found, but has evidence that supports it; \
           remove no_source_found, or write stance: Near where a source did not test the link",
        ],
    );
    let near = |link: &mut Link| {
        (link.no_source_found, link.grade) = (Some("Searched.".to_owned()), Grade::X);
        link.evidence = vec![evidence(Design::Trial, Stance::Near, &["human"])];
    };
    check(|parts| at_first(&mut parts.links, near), &[]);
    let no_effect = |stances: &'static [Stance]| {
        move |parts: &mut Parts| {
            let link = parts.links.first_mut().expect("the good pathway has one");
            link.effect = Effect::NoEffect;
            link.evidence = stances.iter().map(|&stance| evidence(Design::CellStudy, stance, &["mouse"])).collect();
        }
    };
    check(
        no_effect(&[Stance::Supports, Stance::Near]),
        &[
            "Warning Link(\"a_b\") effect: the link “a_b” says that there is no effect, but all that its evidence says is that \
           there is one; write stance: Null where a source looked for the effect and found none, or another effect",
        ],
    );
    check(no_effect(&[Stance::Supports, Stance::Null]), &[]);
}

#[test]
fn one_trial_cited_twice_is_one_trial() {
    let trials = |sources: [&'static str; 2]| {
        move |parts: &mut Parts| {
            let link = parts.links.first_mut().expect("the good pathway has one");
            let trial = |source: &str| Evidence {
                source: source.into(),
                ..evidence(Design::Trial, Stance::Supports, &["human"])
            };
            (link.grade, link.evidence) = (Grade::A, sources.map(trial).to_vec());
            parts.sources.push(source("t"));
        }
    };
    check(trials(["s", "t"]), &[]);
    check(
        trials(["t", "t"]),
        &[
            "Error Link(\"a_b\") grade: the link “a_b” has grade A, but its evidence carries B at most: it studies people, but \
             has no meta-analysis of people, and no trials in people from two sources; write grade: B, or add evidence that \
             carries A (a meta-analysis of people, or trials in people from two sources)",
            "Warning Source(\"s\") -: nothing cites the source “s”; cite it in an evidence or a note, or remove it",
        ],
    );
}

#[test]
fn one_work_has_one_entry() {
    let twice = |change: fn(&mut Source, &str), one: &'static str, other: &'static str| {
        move |parts: &mut Parts| {
            let mut second = source("t");
            change(&mut parts.sources[0], one);
            change(&mut second, other);
            parts.sources.push(second);
            parts.links[0]
                .evidence
                .push(Evidence { source: "t".into(), ..evidence(Design::CellStudy, Stance::Supports, &["mouse"]) });
        }
    };
    let doi = |source: &mut Source, text: &str| source.doi = Some(text.to_owned());
    let pmid = |source: &mut Source, text: &str| source.pmid = Some(text.to_owned());
    check(twice(doi, "10.1234/x", "10.1234/y"), &[]);
    check(
        twice(doi, "10.1234/x", "10.1234/X"),
        &[
            "Warning Source(\"t\") doi: the sources “s” and “t” have the same DOI; make them one source, or correct the DOI",
        ],
    );
    check(
        twice(pmid, "12", "12"),
        &[
            "Warning Source(\"t\") pmid: the sources “s” and “t” have the same PubMed number; make them one source, or correct \
           the PubMed number",
        ],
    );
}

#[test]
fn other_names_lead_to_one_node() {
    let named = |alias: &'static str| {
        move |parts: &mut Parts| {
            at_first(&mut parts.nodes, |node| node.aliases = vec!["First".to_owned(), alias.to_owned()]);
            parts.nodes[1].aliases = vec!["Second".to_owned()];
        }
    };
    check(named("The a"), &[]);
    check(
        named("the B"),
        &[
            "Warning Node(\"a\") aliases[1]: “the B”, another name of the node “a”, is the label of the node “b”; give it to one \
           of the two only",
        ],
    );
    check(
        named("second"),
        &[
            "Warning Node(\"b\") aliases[0]: “Second”, another name of the node “b”, is another name of the node “a”; give it to \
           one of the two only",
        ],
    );
}

#[test]
fn years_and_days_are_possible() {
    let dated = |year: i32, reviewed: &'static str| {
        move |parts: &mut Parts| {
            at_first(&mut parts.sources, |source| source.year = year);
            reviewed.clone_into(&mut parts.about.reviewed);
        }
    };
    for year in [0, 1621, 2025, 2027] {
        check(dated(year, "2026-11-22"), &[]);
    }
    for (year, reviewed, why) in [
        (202, "2026-11-22", "which is no year of a publication"),
        (-5, "", "which is no year of a publication"),
        (2028, "2026-11-22", "which comes after the day of the last review"),
        (20255, "", "which is yet to come"),
    ] {
        let told = format!(
            "Warning Source(\"s\") year: the year of the source “s” is {year}, {why}; write the year of publication, such as \
             year: 2025"
        );
        check(dated(year, reviewed), &[&told]);
    }
    check(
        dated(2025, "2026-02-30"),
        &[
            "Warning Pathway reviewed: “2026-02-30” is no day of the calendar; write the day of the last review as year, month \
           and day, such as 2026-11-22",
        ],
    );
}

#[test]
fn pins_on_one_spot_are_named() {
    let pinned = |at: (f64, f64)| {
        move |parts: &mut Parts| {
            parts.nodes[0].at = Some((100.0, 100.0));
            parts.nodes[1].at = Some(at);
        }
    };
    check(pinned((100.0, 130.0)), &[]);
    for at in [(100.0, 100.0), (95.0, 110.0), (81.0, 119.0)] {
        check(
            pinned(at),
            &[
                "Warning Node(\"b\") at: the node “b” is pinned to the spot of the node “a”; move one of the two, or leave out its \
               at",
            ],
        );
    }
}

#[test]
fn addresses_and_findings_are_looked_at_for_what_nobody_sees() {
    let url = Some("https://example.org/\u{202E}gpj.exe".to_owned());
    let mut rose = link("a_b", "a", "b");
    rose.evidence[0].finding = "It ro\u{200B}se.".to_owned();
    let parts = Parts { sources: vec![Source { url, ..source("s") }], links: vec![rose], ..Parts::default() };
    let parts = Parts { nodes: vec![node("a"), node("b")], ..parts };
    let said: Vec<String> = findings(&Pathway::from_parts(parts, Vec::new())).into_iter().map(|one| one.what).collect();
    for expected in [
        "the url of the source “s” has the character U+202E, which cannot be seen",
        "evidence 1 of the link “a_b” has the character U+200B, which cannot be seen",
    ] {
        assert!(said.iter().any(|what| what == expected), "{expected}: {said:?}");
    }
}
