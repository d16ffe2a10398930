//! Good files: read right, written in one layout, nothing lost.

use super::{HEAD, PAIR, check_round, lines, open, opened};
use crate::{
    analysis::problems::Severity,
    formats::loses_comments,
    model::{Citation, Delay, Effect, Grade, Kind, Misfit, NodeId, Pathway},
};

const SAMPLE: &str = include_str!("../../../../../tests/bad/good.pathway.ron");

#[test]
fn a_canonical_file_comes_back_byte_for_byte() {
    let opened = opened(SAMPLE);
    let said = "5:14: warning: the summary of the pathway has the character U+200B, which cannot be seen; type the text anew \
                without it\n";
    assert_eq!(lines(&opened.problems), said);
    assert!(!opened.read_only && !loses_comments(SAMPLE.as_bytes(), &opened.pathway));
    assert_eq!(check_round(&opened.pathway), SAMPLE);
}

#[test]
fn every_field_is_read() {
    let pathway = opened(SAMPLE).pathway;
    let about = pathway.about();
    assert_eq!((about.format, about.id.as_str(), about.language.as_str()), ((1, 0), "skull-marrow", "en-GB"));
    let node = pathway.node(&NodeId::new("chronic_stress")).expect("the node");
    assert_eq!((node.kind, node.lane.as_str(), node.at), (Kind::Stressor, "experience", Some((120.0, -80.5))));
    assert_eq!((node.aliases.len(), node.xrefs.len(), node.notes.len()), (2, 1, 1));
    let link = pathway.links().next().expect("the link");
    assert_eq!(
        (link.effect, link.delay, link.grade, link.returns),
        (Effect::Raises, Some(Delay::Weeks), Grade::C, true)
    );
    assert_eq!(link.popular.as_ref().map(|popular| popular.effect), Some(Effect::Lowers));
    assert_eq!(link.evidence.first().map(|evidence| evidence.species.join(" ")), Some("mouse human".to_owned()));
    let source = pathway.sources().first().expect("the source");
    assert_eq!((source.year, source.citation, source.pmid.as_deref()), (2025, Citation::Confirmed, Some("40890098")));
    assert_eq!(pathway.tours().first().map(|tour| tour.steps.len()), Some(1));
}

#[test]
fn layout_marks_and_line_ends_of_hand_written_files_do_not_matter() {
    let expected = opened(SAMPLE).pathway;
    let dos = SAMPLE.replace('\n', "\r\n");
    let narrow: String = SAMPLE.lines().map(str::trim_start).collect::<Vec<_>>().join(" ");
    let bare = SAMPLE.replace("Node(\n", "(\n").replacen("Pathway(", "(", 1);
    let spaced = SAMPLE.replace(": ", " : /* why */ ").replace(',', " ,\n\t// because\n");
    for text in [format!("\u{FEFF}{SAMPLE}"), dos, narrow, bare, format!("#![enable(implicit_some)]\n{SAMPLE}")] {
        assert_eq!(opened(&text).pathway, expected, "{text}");
    }
    assert_eq!(opened(&spaced).pathway.nodes().len(), expected.nodes().len());
    assert_eq!(
        opened("Pathway(format: (1, 0), id: \"p\", title: r#\"a\"b\"#, nodes: [], links: [])").pathway.about().title,
        "a\"b"
    );
}

#[test]
fn an_empty_pathway_round_trips() {
    let text = check_round(&Pathway::default());
    assert_eq!(lines(&opened(&text).problems), "");
    let expected = "Pathway(\n    format: (1, 0),\n    id: \"untitled\",\n    title: \"Untitled pathway\",\n    language: \"en\",\n    nodes: [],\n    links: [],\n)\n";
    assert_eq!(text, expected);
}

#[test]
fn comments_are_noticed_unless_they_are_kept() {
    let has = |text: &str| loses_comments(text.as_bytes(), &opened(text).pathway);
    assert!(!has(&format!("{HEAD} nodes: [], links: [], summary: \"http://x /* no */\")")));
    assert!(has(&format!("// why\n{HEAD} nodes: [], links: [])")));
    assert!(has(&format!("{HEAD} nodes: [ /* none */ ], links: []) // end")));
    assert!(has(&format!("#![type = \"Pathway\"]\n{HEAD} nodes: [], links: [])")));
    assert!(!has(&format!("{HEAD} nodes: [], links: [], mood: (1, /* kept */ 2))")));
    assert!(has(&format!("{HEAD} nodes: [], links: [], mood: (1, /* kept */ 2), /* lost */)")));
}

#[test]
fn unknown_fields_of_every_shape_survive() {
    let shapes = [
        "3",
        "-1.5e3",
        "'c'",
        "true",
        "()",
        "None",
        "Blue",
        "Some(Some(Blue))",
        "\"a \\\"quoted\\\" text\"",
        "r#\"raw \"text\" \\ \"#",
        "b\"bytes\"",
        "(1, \"two\", Three)",
        "[1, [2, [3]]]",
        "{ \"a\": 1, 2: (x: 1) }",
        "Deep(a: Deeper(b: [Deepest(c: \"}\")]))",
        "(\n                // why\n                a: 1, /* ) */\n            )",
        "Rgb(1, 2, 3)",
        "1..=5",
    ];
    for shape in shapes {
        for place in [
            "title: \"T\",",
            "label: \"L\"",
            "label: \"A\",",
            "grade: X,",
            "text: \"n\"",
            "design: Review",
            "says: \"s\"",
        ] {
            let base = format!(
                "{PAIR} links: [Link(id: \"l\", from: \"a\", to: \"b\", effect: Raises, grade: X, evidence: [Evidence(source: \"s\",
                 stance: Near, design: Review)], popular: Some(Popular(effect: Mixed, says: \"s\")))],
                 sources: [Source(id: \"s\", title: \"T\",)], tours: [Tour(id: \"t\", title: \"T\", steps: [Step(text: \"n\")])])"
            );
            let with = base.replacen(
                place,
                &format!("{} new_field: {shape}, r#new-er: {shape},", place.trim_end_matches(',').to_owned() + ","),
                1,
            );
            let opened = opened(&with);
            assert!(
                opened.problems.iter().all(|problem| problem.severity == Severity::Warning),
                "{}",
                lines(&opened.problems)
            );
            let saved = check_round(&opened.pathway);
            assert!(saved.contains(&format!("new_field: {shape}")), "{shape} at {place}: {saved}");
            assert!(saved.contains(&format!("r#new-er: {shape}")), "{shape} at {place}: {saved}");
        }
    }
}

#[test]
fn lists_that_only_look_known_are_unknown_fields() {
    let text = format!("{HEAD} nodes: [], links: [], evidence: [1, 2], steps: [\"x\"])");
    let saved = check_round(&opened(&text).pathway);
    assert!(saved.contains("    evidence: [1, 2],\n    steps: [\"x\"],\n"), "{saved}");
}

#[test]
fn what_cannot_be_read_goes_back_to_its_place() {
    let text = format!(
        "{PAIR} links: [Link(id: \"l\", from: \"a\", to: \"b\", effect: Raises, grade: X, delay: Weeks, evidence: [
        Evidence(source: \"s\", stance: Maybe, design: Review),
        Evidence(source: \"s\", stance: Near, design: Review, species: [rat, \"mouse\"]),
    ])], lanes: [Lane(id: \"m\"), Lane(id: \"n\", label: \"N\")])"
    );
    let opened = opened(&text);
    let saved = check_round(&opened.pathway);
    let link = opened.pathway.links().next().expect("the link");
    assert_eq!((link.evidence.len(), link.extra.len(), link.delay), (1, 2, None));
    assert!(saved.contains("species: [\"mouse\", rat],"), "{saved}");
    assert!(saved.contains("                ),\n                Evidence(source: \"s\", stance: Maybe, design: Review),\n            ],"), "{saved}");
    assert!(saved.contains("            delay: Weeks,\n        ),"), "{saved}");
    assert!(saved.contains("        Lane(id: \"n\", label: \"N\"),\n        Lane(id: \"m\"),\n    ],"), "{saved}");
    assert!(
        opened.pathway.misfits().iter().any(|misfit| matches!(misfit, Misfit::Unread { list, .. } if list == "lanes"))
    );
}

#[test]
fn versions_decide_what_may_be_saved() {
    let version = |format: &str| {
        open(format!("Pathway(format: {format}, id: \"p\", title: \"T\", nodes: [], links: [])").as_bytes())
    };
    let read_only = |format: &str| version(format).map(|opened| opened.read_only);
    assert_eq!(read_only("(1, 0)"), Ok(false));
    assert_eq!(read_only("(1, 99)"), Ok(false));
    assert_eq!(read_only("(2, 0)"), Ok(true));
    assert_eq!(read_only("(4294967295, 0)"), Ok(true));
    assert_eq!(version("(1, 99)").map(|opened| opened.problems.len()), Ok(0));
    assert!(version("(1, 99)").is_ok_and(|opened| super::save(&opened.pathway).contains("format: (1, 99)")));
}
