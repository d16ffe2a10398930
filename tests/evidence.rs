//! The evidence in the shipped pathways: identifiers against a checked list, and proof that `check` catches what
//! it promises to catch.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use std::collections::BTreeMap;

use pathlight::{
    formats::{self, Problem},
    model::{Citation, Design, Grade, Pathway, Stance, ceiling},
    session::{atlas, library},
};

fn bundled(id: &str) -> Pathway {
    formats::open(library::find(id).expect("it is bundled").text().as_bytes()).expect("it opens").pathway
}

/// A checked list of citations: year, DOI, PMID, confirmed.
fn citations() -> BTreeMap<&'static str, (i32, &'static str, &'static str, bool)> {
    let lines = include_str!("citations.tsv").lines().filter(|line| !line.starts_with('#'));
    let read = |line: &'static str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, year, doi, pmid, check] = fields[..] else { return None };
        Some((id, (year.parse().ok()?, doi, pmid, check == "confirmed")))
    };
    lines.filter_map(read).collect()
}

#[test]
fn identifiers_are_those_of_the_checked_list() {
    let checked = citations();
    assert!(checked.len() > 190, "the list was read");
    for bundled in library::all() {
        let pathway = formats::open(bundled.text().as_bytes()).expect("it opens").pathway;
        for source in pathway.sources() {
            let name = format!("{}: {}", bundled.id, source.id);
            let &(year, doi, pmid, confirmed) = checked.get(source.id.as_str()).expect(&name);
            assert_eq!(source.year, year, "{name}");
            assert_eq!(source.citation == Citation::Confirmed, confirmed, "{name}");
            // An identifier of an unconfirmed citation may be left out, but never be another one.
            for (ours, theirs) in [(&source.doi, doi), (&source.pmid, pmid)] {
                match ours {
                    Some(ours) => assert_eq!(ours, theirs, "{name}"),
                    None => assert!(theirs.is_empty() || !confirmed, "{name} lacks {theirs}"),
                }
            }
        }
    }
}

#[test]
fn pathways_are_as_large_as_the_evidence_behind_them() {
    let wanted = [
        ("microglia", 26, 30),
        ("skull-marrow", 21, 27),
        ("depression-overview", 56, 88),
        ("inflammation-drive", 31, 36),
        ("antidepressants", 15, 17),
        ("atlas", 92, 165),
    ];
    for (id, nodes, links) in wanted {
        let pathway = bundled(id);
        assert!(pathway.nodes().len() >= nodes && pathway.links().len() >= links, "{id}");
    }
}

#[test]
fn the_atlas_is_what_its_parts_make() {
    let parts: Vec<Pathway> = atlas::PARTS.iter().map(|id| bundled(id)).collect();
    let merged = atlas::make(&parts.iter().collect::<Vec<_>>());
    let text = library::find(atlas::ID).expect("it is bundled").text();
    assert!(
        formats::save(&merged.pathway) == text,
        "graphs/atlas.pathway.ron is out of date: pathlight merge {} -o graphs/atlas.pathway.ron",
        atlas::PARTS.map(|id| format!("graphs/{id}.pathway.ron")).join(" ")
    );
    for part in &parts {
        for node in part.nodes() {
            assert!(merged.pathway.node(&node.id).is_some(), "{}", node.id);
        }
        for source in part.sources() {
            assert!(merged.pathway.source(&source.id).is_some(), "{}", source.id);
        }
        for link in part.links() {
            let joined =
                merged.pathway.links().find(|l| (&l.from, &l.to) == (&link.from, &link.to)).expect("it is there");
            for item in &link.evidence {
                let kept = joined
                    .evidence
                    .iter()
                    .any(|e| (&e.source, e.stance, &e.finding) == (&item.source, item.stance, &item.finding));
                assert!(kept, "{}: {}", link.id, item.source);
            }
        }
    }
}

#[test]
fn explanations_are_short_and_medicines_carry_the_warning() {
    for bundled in library::all() {
        let pathway = formats::open(bundled.text().as_bytes()).expect("it opens").pathway;
        let texts = pathway.nodes().map(|n| (n.id.to_string(), &n.explanation));
        let texts = texts.chain(pathway.links().map(|l| (l.id.to_string(), &l.explanation)));
        for (id, text) in texts {
            let words = text.split_whitespace().count();
            assert!((15..=100).contains(&words), "{}: {id} has {words} words", bundled.id);
        }
    }
    let drugs =
        bundled("skull-marrow").node(&"antiinflammatory_drugs".into()).expect("it is there").explanation.clone();
    assert!(drugs.contains("start or stop a medicine because of a diagram"), "{drugs}");
}

#[test]
fn no_grade_is_above_what_its_evidence_can_carry() {
    for bundled in library::all() {
        let pathway = formats::open(bundled.text().as_bytes()).expect("it opens").pathway;
        for link in pathway.links() {
            assert!(link.grade >= ceiling(&link.evidence), "{}: {}", bundled.id, link.id);
            let in_people = link.evidence.iter().any(|e| e.in_people() && e.stance != Stance::Near);
            let read = link.evidence.iter().any(|e| matches!(e.design, Design::Review | Design::SystematicReview));
            assert!(in_people || read || link.grade >= Grade::C, "{}: {} has no people behind it", bundled.id, link.id);
        }
    }
}

/// A change to a good file, and a word that the report about it must contain.
type Mutation = (&'static str, fn(&str) -> String, &'static str);

const MUTATIONS: [Mutation; 10] = [
    ("a source removed", |t| cut(t, "        Source(\n            id: \"kigar2025\"", "        ),\n"), "kigar2025"),
    ("a grade raised", |t| after(t, "id: \"stress_meningeal_neutrophils\"", "grade: C", "grade: A"), "grade"),
    (
        "evidence cut",
        |t| {
            let at = t.find("id: \"stress_meningeal_neutrophils\"").expect("it is there");
            t[..at].to_owned() + &cut(&t[at..], "            evidence: [\n", "            ],\n")
        },
        "evidence",
    ),
    (
        "an id broken",
        |t| after(t, "        Node(\n            id: \"", "chronic_stress", "Chronic Stress"),
        "Chronic Stress",
    ),
    ("an end broken", |t| after(t, "    links: [", "to: \"sympathetic_ns\"", "to: \"sympathetic\""), "sympathetic"),
    (
        "an explanation removed",
        |t| {
            let at = t.find("        Node(").expect("it is there");
            t[..at].to_owned() + &cut(&t[at..], "            explanation: ", "\n")
        },
        "explanation",
    ),
    (
        "an explanation too long",
        |t| after(t, "        Node(", "explanation: \"", &format!("explanation: \"{}", "word ".repeat(121))),
        "120",
    ),
    (
        "a citation unconfirmed",
        |t| after(t, "id: \"kigar2025\"", "citation: Confirmed", "citation: Unconfirmed"),
        "confirmed",
    ),
    (
        "a source nobody cites",
        |t| {
            after(
                t,
                "    sources: [\n",
                "        Source(",
                "        Source(\n            id: \"extra\",\n            authors: \"A\",\n            year: 2000,\n            title: \"T\",\n            venue: \"V\",\n            citation: Confirmed,\n        ),\n        Source(",
            )
        },
        "extra",
    ),
    (
        "a node nobody reaches",
        |t| {
            after(
                t,
                "    nodes: [\n",
                "        Node(",
                "        Node(\n            id: \"lonely\",\n            label: \"Lonely\",\n            kind: Other,\n            lane: \"outside\",\n            explanation: \"Nothing leads here and nothing leads away.\",\n        ),\n        Node(",
            )
        },
        "lonely",
    ),
];

#[test]
fn check_catches_every_kind_of_damage_with_its_line() {
    let good = library::find("skull-marrow").expect("it is bundled").text();
    assert_eq!(formats::open(good.as_bytes()).map(|opened| opened.problems), Ok(Vec::new()));
    for (name, change, word) in MUTATIONS {
        let bad = change(&good);
        assert_ne!(bad, good, "{name}");
        let problems: Vec<Problem> = formats::open(bad.as_bytes()).map_or_else(|p| p, |opened| opened.problems);
        let told = problems.iter().find(|p| p.to_string().contains(word));
        let told = told.unwrap_or_else(|| panic!("{name} was not caught: {problems:?}"));
        let line = bad.lines().nth(told.place.line - 1).unwrap_or_default();
        assert!(told.place.line > 1 && !line.trim().is_empty(), "{name}: {told}");
    }
}

/// The text without the part from `start` to the next `end`.
fn cut(text: &str, start: &str, end: &str) -> String {
    let from = text.find(start).expect("the part is there");
    let to = from + text[from..].find(end).expect("it ends") + end.len();
    text[..from].to_owned() + &text[to..]
}

/// The text with the first `old` after `mark` replaced.
fn after(text: &str, mark: &str, old: &str, new: &str) -> String {
    let at = text.find(mark).expect("the mark is there");
    text[..at].to_owned() + &text[at..].replacen(old, new, 1)
}
