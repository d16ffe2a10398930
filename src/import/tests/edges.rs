//! Edge lists: columns by many names, signs of many sorts, what spreadsheets make of them, numbers for names, the way back.

use super::{Imported, imported, noticed, refused, sentences};
use crate::{
    FORMATS, Input, NoticeKind, Spot, Wishes, build,
    model::{Effect, Stance},
    named, read, recognise,
};

const CLASS: &[u8] = include_bytes!("fixtures/edges/class.csv");
const PASTED: &[u8] = include_bytes!("fixtures/edges/pasted.txt");
const NAMED: &[u8] = include_bytes!("fixtures/edges/named.txt");
const BLANKS: &[u8] = include_bytes!("fixtures/edges/blanks.txt");
const WEIGHTS: &[u8] = include_bytes!("fixtures/edges/weights.csv");
const CLOT: &[u8] = include_bytes!("fixtures/edges/fcm-clot-edges.csv");
const CLOT_NAMES: &[u8] = include_bytes!("fixtures/edges/fcm-clot-names.csv");

fn said(found: &Imported, kind: NoticeKind, line: usize) -> String {
    let all = found.report.notices.iter().filter(|notice| notice.kind == kind && notice.spot == Spot::Line(line));
    all.map(|notice| notice.what.clone()).collect()
}

fn with(effects: &[(&str, Effect, &str)]) -> Vec<String> {
    effects.iter().map(|(from, effect, to)| format!("{from} {} {to}", effect.label())).collect()
}

#[test]
fn a_class_table_keeps_its_signs_and_says_which_rows_a_spreadsheet_ate() {
    use Effect::{Lowers, Raises, Unknown};
    let found = imported("edges", "class.csv", CLASS);
    assert_eq!(
        sentences(&found.pathway),
        with(&[
            ("stress", Raises, "cortisol"),
            ("sleep", Lowers, "stress"),
            ("mood", Unknown, "sleep"),
            ("mood", Unknown, "stress"),
            ("mood", Unknown, "cortisol"),
            ("mood", Unknown, "food"),
            ("food", Raises, "sleep"),
        ])
    );
    assert!(said(&found, NoticeKind::NotKept, 5).contains("Err:510"));
    assert!(said(&found, NoticeKind::LooseEnd, 6).contains("#NAME?"));
    assert!(said(&found, NoticeKind::NotKept, 7).contains("NaN"));
    assert!(said(&found, NoticeKind::NotKept, 8).contains("1e999"));
    assert!(said(&found, NoticeKind::NotKept, 10).contains("weight is 0"));
    assert!(said(&found, NoticeKind::LooseEnd, 13).contains("missing"));
    let first = found.pathway.links().next().expect("a link");
    assert_eq!((first.evidence.len(), first.evidence[0].finding.as_str()), (2, "Cortisol rose; twice."));
    assert!(first.explanation.contains("Its weight is 0,5.") && first.explanation.contains("Lehrer: A. B."));
    assert_eq!(found.report.untouched, 1);
}

#[test]
fn a_paste_without_headings_is_read_by_its_words() {
    let found = imported("edges", "", PASTED);
    let unknown = Effect::Unknown;
    assert_eq!(
        sentences(&found.pathway),
        with(&[
            ("stress", Effect::Raises, "cortisol"),
            ("poor sleep", Effect::Lowers, "mood"),
            ("mood", unknown, "stress")
        ])
    );
    assert_eq!(noticed(&found, NoticeKind::Decided), 1);
}

#[test]
fn names_in_the_same_file_stand_for_numbers() {
    let found = imported("edges", "named.txt", NAMED);
    assert_eq!(sentences(&found.pathway), ["poor sleep lowers mood", "work raises poor sleep", "mood raises mood"]);
    assert!(said(&found, NoticeKind::NotKept, 6).contains("what is this"));
    let found = imported("edges", "blanks.txt", BLANKS);
    assert_eq!(sentences(&found.pathway), ["poor sleep raises mood", "mood lowers poor sleep"]);
}

#[test]
fn a_published_map_whose_names_are_elsewhere_agrees_with_its_counts_and_says_so() {
    let found = imported("edges", "fcm-clot-edges.csv", CLOT);
    let count = |effect| found.pathway.links().filter(|link| link.effect == effect).count();
    assert_eq!((found.report.nodes, found.report.links, found.report.self_links), (12, 18, 1));
    assert_eq!((count(Effect::Raises), count(Effect::Lowers)), (15, 3));
    let all: String = found.report.lines().join(" ");
    assert!(all.contains("Numbers stand for names"), "{all}");
    let said = refused("fcm-clot-names.csv", CLOT_NAMES);
    assert!(said.contains("no links") && said.contains("above the links"), "{said}");
    let whole = [CLOT_NAMES, b"\n", CLOT].concat();
    let found = imported("edges", "clot.csv", &whole);
    assert_eq!((found.report.nodes, found.report.links), (12, 18));
    let lowering: Vec<String> = sentences(&found.pathway).into_iter().filter(|line| line.contains("lowers")).collect();
    assert_eq!(lowering, ["clop lowers ADP", "war lowers K", "aspi lowers cox"]);
}

#[test]
fn weights_without_a_minus_are_no_signs_and_denials_stay_denials() {
    let found = imported("edges", "weights.csv", WEIGHTS);
    let links: Vec<_> = found.pathway.links().collect();
    assert_eq!((links[0].effect, links[1].effect), (Effect::NoEffect, Effect::Unknown));
    assert_eq!(links[0].evidence[0].stance, Stance::Null);
    assert_eq!(found.pathway.sources()[0].doi.as_deref(), Some("10.1000/xyz"));
    assert!(links[1].evidence[0].finding.contains("hypothesis"));
    assert_eq!(noticed(&found, NoticeKind::Decided), 1);
}

#[test]
fn columns_that_cannot_be_told_are_asked_for() {
    let said = refused("people.csv", b"name,city,phone\nA,B,C\nD,E,F\n");
    assert!(said.contains("cause, relation, effect"), "{said}");
    let json = Input::new("x.json", b"[[1,2,3]]");
    assert_ne!(recognise(&json).map(|format| format.id), Some("edges"));
}

#[test]
fn evidence_comes_back_and_no_cell_begins_a_formula() {
    let text = "cause,relation,effect,PMID,paper,sentence,negated\n'=1+2,raises,'@b,123,,'-5 % less,\n'=1+2,raises,'@b,,10.1/x,No.,yes\n";
    let found = imported("edges", "x.csv", text.as_bytes());
    assert_eq!(sentences(&found.pathway), ["=1+2 raises @b"]);
    let format = named("edges").expect("it is in the table");
    let written = format.write.expect("it is written")(&found.pathway);
    let text = String::from_utf8(written.bytes.clone()).expect("it is text");
    assert!(
        text.contains("\"'=1+2\",\"raises\",\"'@b\",\"123\",\"\",\"'-5 % less\"") && !text.contains("=>"),
        "{text}"
    );
    let (format, draft) = read(&Input::new("x.csv", &written.bytes), Some(format)).expect("it is read");
    let back = build(format, draft, &Wishes::default()).expect("it is built");
    let evidence = |found: &crate::model::Pathway| found.links().map(|link| link.evidence.clone()).collect::<Vec<_>>();
    assert_eq!(evidence(&found.pathway), evidence(&back.pathway));
    assert!(FORMATS.iter().any(|format| format.id == "edges"));
}
