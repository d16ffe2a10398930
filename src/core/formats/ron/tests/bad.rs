//! Bad files, and exactly what is said about them.

use super::{HEAD, PAIR, check_round, lines, opened, problems};
use crate::{
    analysis::problems::{Severity, Subject},
    formats::{MAX_BYTES, Opened, Place},
    model::{MAX_ID_BYTES, Misfit},
};

const CASES: &str = include_str!("../../../../../tests/bad/cases.txt");

/// Every case: its title, its text, and the problems expected.
fn cases() -> Vec<(&'static str, String, String)> {
    let mut all = Vec::new();
    for case in CASES.split("\n## ").skip(1) {
        let (title, rest) = case.split_once('\n').unwrap_or((case, ""));
        let (input, expected): (Vec<&str>, Vec<&str>) = rest.lines().partition(|line| !line.starts_with("=> "));
        let input = input.join("\n").replace("HEAD", HEAD).replace("PAIR", PAIR);
        let expected = expected.iter().map(|line| line.trim_start_matches("=> ").to_owned() + "\n").collect();
        all.push((title, input, expected));
    }
    all
}

fn told(title: &str, input: &str) -> String {
    let mut problems = problems(input.as_bytes());
    problems.retain(|problem| problem.severity == Severity::Error || title.starts_with("warning"));
    lines(&problems)
}

#[test]
fn every_case_is_told_as_expected() {
    let mut wrong = String::new();
    for (title, input, expected) in cases() {
        let told = told(title, &input);
        if told != expected {
            wrong += &["## ", title, "\n", &input, "\n--- expected\n", &expected, "--- told\n", &told, "\n"].concat();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(cases().len() >= 65, "{}", cases().len());
}

#[test]
fn what_can_be_opened_loses_nothing() {
    for (title, input, _) in cases() {
        if super::open(input.as_bytes()).is_ok() && !title.starts_with("the same id") {
            check_round(&opened(&input).pathway);
        }
    }
}

#[track_caller]
fn check(bytes: &[u8], expected: &str) {
    assert_eq!(lines(&problems(bytes)).trim_end(), expected);
}

#[test]
fn what_is_no_text_is_refused() {
    let start = "start it with Pathway( and the fields format, id, title, nodes and links";
    check(b"", &format!("1:1: error: the file is empty; {start}"));
    check(b" \r\n\t\n", &format!("1:1: error: the file is empty; {start}"));
    check(b"\xEF\xBB\xBF", &format!("1:1: error: the file is empty; {start}"));
    let utf16 = "1:1: error: the file is UTF-16 text; save it as UTF-8 in your editor";
    check(b"\xFF\xFEP\0a\0", utf16);
    check(b"\xFE\xFF\0P\0a", utf16);
    check(b"P\0a\0t\0h\0", utf16);
    check(b"\0P\0a\0t\0h", utf16);
    let restore = "choose a file that ends in .pathway.ron, or restore this one from a backup";
    check(b"Pathway(\n  i\0", &format!("2:4: error: there is a NUL byte here, so this is no text file; {restore}"));
    check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &format!("1:1: error: the file is no text; {restore}"));
    let latin = "save the file as UTF-8 in your editor, or type this character again";
    check(b"Pathway(\n \xC3\xA9 \xE9", &format!("2:4: error: the byte 0xE9 here is not UTF-8; {latin}"));
    check(b"\xF0\x9F\x98", &format!("1:1: error: the byte 0xF0 here is not UTF-8; {latin}"));
}

#[test]
fn what_is_too_large_is_refused_at_its_limit() {
    let spaces = |count: usize| vec![b' '; count];
    let split = "split the pathway into several files";
    check(&spaces(MAX_BYTES + 1), &format!("1:1: error: the file is 21 MB long, more than 20 MB; {split}"));
    let list = |name: &str, record: &str, count: usize| {
        let other = if name == "nodes" { "links" } else { "nodes" };
        format!("{HEAD} {other}: [], {name}: [{}])", record.repeat(count))
    };
    let node = "\nNode(id: \"a\", label: \"\", kind: Cell, lane: \"\"),";
    let link = "\nLink(id: \"a\", from: \"\", to: \"\", effect: Mixed, grade: X),";
    let refused = |name: &str, most: usize| {
        let what = format!("the file has {} {name}, more than {most}; this is the first too many", most + 1);
        format!("{}:1: error: {what}; {split}", most + 2)
    };
    check(list("nodes", node, 5_001).as_bytes(), &refused("nodes", 5_000));
    check(list("links", link, 20_001).as_bytes(), &refused("links", 20_000));
    assert_eq!(opened(&list("nodes", node, 5_000)).pathway.misfits().len(), 4_999);
    assert_eq!(opened(&list("links", link, 20_000)).pathway.misfits().len(), 20_000);
    let lane = "\nLane(id: \"a\", label: \"\"),";
    check(list("lanes", lane, 501).replace("nodes: []", "nodes: [], links: []").as_bytes(), &refused("lanes", 500));
}

#[test]
fn texts_and_ids_have_their_limits() {
    let node = |id: &str, text: &str| {
        let node = format!("Node(id: \"{id}\", label: \"A\", kind: Cell, lane: \"l\", explanation: \"{text}\")");
        format!("{HEAD} lanes: [Lane(id: \"l\", label: \"L\")], links: [],\nnodes: [{node}])")
    };
    let errors = |text: &str| {
        let mut problems = problems(text.as_bytes());
        problems.retain(|problem| problem.severity == Severity::Error);
        lines(&problems)
    };
    let long = "é".repeat(50 * 1024);
    assert_eq!(errors(&node("a", &long)), "");
    let told = errors(&node("a", &format!("{long}x")));
    assert_eq!(
        told,
        "2:71: error: “explanation” is 101 KB long, more than 100 KB; shorten it, or split it into notes\n"
    );
    check_round(&opened(&node("a", &format!("{long}x"))).pathway);
    assert_eq!(errors(&node(&"a".repeat(MAX_ID_BYTES), "x")), "");
    assert_ne!(errors(&node(&"a".repeat(MAX_ID_BYTES + 1), "x")), "");
}

#[test]
fn bombs_end_with_an_error() {
    let deep = "the brackets are nested too deeply to be read";
    for bracket in ["[", "(", "{", "Some(", "a(b:", "[[[[{1:"] {
        let told = lines(&problems(format!("{HEAD} x: {}", bracket.repeat(200_000)).as_bytes()));
        assert!(told.contains(deep), "{bracket}: {told}");
    }
    let told = lines(&problems(format!("{HEAD} x: {}1{})", "[".repeat(300), "]".repeat(300)).as_bytes()));
    assert!(told.contains(deep), "{told}");
    for (bomb, expected) in [("/*", "never ends"), ("\"", "comma"), ("\"\\", "never ends"), ("'", "comma"), ("r#", "")]
    {
        let told = lines(&problems(format!("{HEAD} x: {}", bomb.repeat(200_000)).as_bytes()));
        assert!(told.contains(expected) && told.lines().count() == 1, "{bomb}: {told}");
    }
}

#[test]
fn many_problems_are_cut_short_and_errors_come_first() {
    let nodes = |field: &str, count: usize| {
        format!("{HEAD} links: [], nodes: [{}])", format!("Node({field}),\n").repeat(count))
    };
    let told = problems(nodes("id: 3", 5_000).as_bytes());
    assert_eq!(told.len(), 1_001);
    assert!(told.iter().take(1_000).all(|problem| problem.severity == Severity::Error));
    assert_eq!(told.last().map(|last| last.what.as_str()), Some("19000 more problems are not listed"));
    assert_eq!(problems(format!("{HEAD} nodes: [], links: [{}])", "x,".repeat(20_000)).as_bytes()).len(), 1_001);
}

#[test]
fn hopeless_files_are_given_up() {
    let aliases = |count: usize| {
        let node = format!("Node(id: \"a\", label: \"A\", kind: Cell, lane: \"l\", aliases: [{}])", "3,".repeat(count));
        lines(&problems(format!("{HEAD} links: [], nodes: [{node}])").as_bytes()))
    };
    let told = aliases(100_001);
    assert!(
        told.starts_with("1:124: error: the file has more than 100000 errors, the first of them here: an item"),
        "{told}"
    );
    let told = aliases(1_000_001);
    assert!(told.contains("the file has more than 1000000 values"), "{told}");
}

#[test]
fn problems_know_their_records() {
    let text = format!(
        "{PAIR} links: [
    Link(id: \"x\", from: \"a\", to: \"b\", effect: Up, grade: D),
    Link(id: \"y\", from: \"a\", to: \"nowhere\", effect: Raises, grade: D),
    Link(id: \"y\", from: \"a\", to: \"b\", effect: Raises, grade: D, delay: Soon),
    Link(id: \"y\", from: \"b\", to: \"a\", effect: Raises, grade: D, returns: 1),
])"
    );
    let Opened { pathway, mut problems, .. } = opened(&text);
    problems.retain(|problem| problem.severity == Severity::Error);
    let subjects: Vec<_> = problems.iter().map(|problem| (problem.place.line, problem.subject.clone())).collect();
    let misfit = |index| Some(Subject::Misfit(index));
    let y = Some(Subject::Link("y".into()));
    assert_eq!(subjects, [(6, misfit(0)), (7, misfit(1)), (8, y), (9, misfit(2)), (9, misfit(2))]);
    assert!(matches!(pathway.misfits(), [Misfit::Unread { .. }, Misfit::LooseLink(_), Misfit::TwinLink(_)]));
    assert_eq!(problems.first().map(|problem| problem.place), Some(Place { line: 6, column: 47 }));
}
