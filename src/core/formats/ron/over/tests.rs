//! Saving over files that people wrote.

mod edits;
mod layouts;
mod random;

use super::{Saved, save_over};
use crate::{
    formats::ron::open,
    model::{Change, Edit, Pathway, Tour},
};

fn read(text: &str) -> Pathway {
    open(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}\n{text}")).pathway
}

/// The text after changes; it says what they say.
#[track_caller]
fn after(text: &str, changes: Vec<Change>) -> String {
    let edit = Edit { label: String::new(), merge: None, changes };
    over(text, &read(text).apply(&edit).expect("it can be changed"))
}

#[track_caller]
fn over(text: &str, pathway: &Pathway) -> String {
    let Saved { text: saved, is_anew } = save_over(text.as_bytes(), pathway);
    assert!(!is_anew, "it was written anew over\n{text}");
    assert_eq!(read(&saved), *pathway, "{saved}");
    saved
}

/// Line by line, what has gone and what has come.
fn difference(before: &str, after: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let start = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let [old, new] = [&before[start..], &after[start..]];
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let lines = |sign: &str, lines: &[&str]| lines.iter().map(|line| format!("{sign}{line}\n")).collect::<String>();
    lines("-", &old[..old.len() - end]) + &lines("+", &new[..new.len() - end])
}

#[track_caller]
fn check(before: &str, changes: Vec<Change>, expected: &str) {
    assert_eq!(difference(before, &after(before, changes)), expected);
}

const COMMENTS: &str = include_str!("../../../../../tests/cases/comments.pathway.ron");
const SKULL: &str = include_str!("../../../../../graphs/skull-marrow.pathway.ron");

#[test]
fn what_nobody_changed_stays_byte_for_byte() {
    for (name, text) in layouts::all(COMMENTS).into_iter().chain(layouts::all(SKULL)) {
        let saved = save_over(text.as_bytes(), &read(&text));
        assert_eq!(saved, Saved { text, is_anew: false }, "{name}");
    }
}

#[test]
fn an_edited_record_keeps_its_comments_and_all_else() {
    let pathway = read(COMMENTS);
    let mut a = pathway.nodes().next().expect("the node").as_ref().clone();
    a.label = "Strain".into();
    a.aliases.push("pressure".into());
    check(
        COMMENTS,
        vec![Change::SetNode(a)],
        "-        Node(id: \"a\", label: \"Stress\", kind: Process, lane: \"x\", explanation: \"E.\"), // end of line\n\
         +        Node(id: \"a\", label: \"Strain\", kind: Process, lane: \"x\", explanation: \"E.\", aliases: \
         [\"pressure\"]), // end of line\n",
    );
}

#[test]
fn a_record_that_goes_takes_its_comments_with_it() {
    check(
        COMMENTS,
        vec![Change::RemoveNode("a".into())],
        "-        // TODO ask the lab about this node\n\
         -        Node(id: \"a\", label: \"Stress\", kind: Process, lane: \"x\", explanation: \"E.\"), // end of line\n\
         -        Node(id: \"b\", label: \"Cortisol\", kind: Process, lane: \"x\", explanation: \"E.\", colour: \"red\"),\n\
         -    ],\n-    links: [\n\
         -        Link(id: \"l\", from: \"a\", to: \"b\", effect: Raises, explanation: \"W.\", grade: D, no_source_found: \
         Some(\"looked in PubMed\")),\n\
         +        Node(id: \"b\", label: \"Cortisol\", kind: Process, lane: \"x\", explanation: \"E.\", colour: \"red\"),\n\
         +    ],\n+    links: [\n",
    );
}

#[test]
fn new_records_stand_where_they_belong_in_the_layout_of_the_file() {
    let tour = Tour { id: "t".into(), title: "T".into(), steps: Vec::new(), extra: Vec::new() };
    check(
        COMMENTS,
        vec![Change::AddTour(tour.clone())],
        "+    tours: [\n+        Tour(\n+            id: \"t\",\n+            title: \"T\",\n+        ),\n+    ],\n",
    );
    let narrow = COMMENTS.replace("    ", "\t").replace('\n', "\r\n");
    let saved = after(&narrow, vec![Change::AddTour(tour.clone())]);
    assert!(saved.contains("\ttours: [\r\n\t\tTour(\r\n\t\t\tid: \"t\",\r\n"), "{saved}");
    let line = "Pathway(format: (1, 0), id: \"p\", title: \"T\", nodes: [], links: [])";
    let saved = after(line, vec![Change::AddTour(tour)]);
    assert_eq!(saved, line.replace("[])", "[], tours: [Tour(id: \"t\", title: \"T\")])"));
}

#[test]
fn an_item_of_a_list_changes_its_own_lines() {
    let pathway = read(SKULL);
    let mut link = pathway.links().find(|link| link.evidence.len() > 2).expect("a link").as_ref().clone();
    link.evidence[1].sample = "nobody".into();
    let kept = link.evidence[1].clone();
    let said = difference(SKULL, &after(SKULL, vec![Change::SetLink(link.clone())]));
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.ends_with("+                    sample: \"nobody\",\n"), "{said}");
    link.evidence.remove(0);
    link.evidence.push(kept);
    link.evidence.swap(0, 1);
    after(SKULL, vec![Change::SetLink(link)]);
}

#[test]
fn lists_in_another_order_take_their_comments_along() {
    let text = "Pathway(\n  format: (1, 0), id: \"p\", title: \"T\",\n  lanes: [\n    // one\n    Lane(id: \"a\", label: \
                \"A\"), // a\n\n    // apart\n\n    Lane(id: \"b\", label: \"B\") // b\n  ],\n  nodes: [],\n  links: [],\n)\n";
    let mut parts = read(text).parts();
    parts.lanes.reverse();
    let saved = over(text, &Pathway::from_parts(parts, Vec::new()));
    assert_eq!(
        saved,
        "Pathway(\n  format: (1, 0), id: \"p\", title: \"T\",\n  lanes: [\n    Lane(id: \"b\", label: \"B\"), // b\n\n    \
         // apart\n\n    // one\n    Lane(id: \"a\", label: \"A\"), // a\n  ],\n  nodes: [],\n  links: [],\n)\n"
    );
}

const MISFITS: &str = "Pathway(
    format: (1, 0), id: \"m\", title: \"M\",
    lanes: [Lane(id: \"l\", label: \"L\")],
    nodes: [
        3, // no node
        Node(id: \"a\", label: \"A\", kind: Cell, lane: \"l\"),
        // the same again
        Node(id: \"a\", label: \"Other\", kind: Cell, lane: \"l\"),
        Node(id: \"b\", label: \"B\", kind: Blue, lane: \"l\"), // set aside
        Node(id: \"c\", label: \"C\", kind: Cell, lane: \"l\", aliases: [1, /* no text */ \"x\", two], at: (1, 2)),
    ],
    links: [
        Link(id: \"x\", from: \"a\", to: \"nowhere\", effect: Raises, grade: D), // loose
        Link(id: \"y\", from: \"a\", to: \"c\", effect: Raises, grade: D, evidence: [
            Evidence(source: \"s\", stance: Maybe, design: Review), // unsure
            Evidence(source: \"s\", stance: Near, design: Review),
        ]),
    ],
)
";

#[test]
fn what_could_not_take_its_place_stays_where_it_stands() {
    let pathway = read(MISFITS);
    let mut c = pathway.node(&"c".into()).expect("the node").as_ref().clone();
    c.aliases = vec!["y".into(), "z".into()];
    let mut y = pathway.links().next().expect("the link").as_ref().clone();
    y.evidence[0].sample = "nobody".into();
    check(
        MISFITS,
        vec![Change::SetNode(c)],
        "-        Node(id: \"c\", label: \"C\", kind: Cell, lane: \"l\", aliases: [1, /* no text */ \"x\", two], at: (1, \
         2)),\n+        Node(id: \"c\", label: \"C\", kind: Cell, lane: \"l\", aliases: [1, /* no text */ \"y\", two, \
         \"z\"], at: (1, 2)),\n",
    );
    check(
        MISFITS,
        vec![Change::SetLink(y)],
        "-            Evidence(source: \"s\", stance: Near, design: Review),\n\
         +            Evidence(source: \"s\", stance: Near, design: Review, sample: \"nobody\"),\n",
    );
    // A record that leaves its place to come back at the end still comes before its twin.
    let mut parts = pathway.parts();
    parts.nodes.rotate_left(1);
    let moved = over(MISFITS, &Pathway::from_parts(parts, pathway.misfits().to_vec()));
    assert!(moved.find("label: \"A\"") < moved.find("// the same again"), "{moved}");
}

#[test]
fn a_list_that_stands_twice_becomes_one_and_its_comments_stay() {
    let text = COMMENTS.replace("    links: [", "    nodes: [ /* more */ ],\n    links: [");
    let mut a = read(&text).nodes().next().expect("the node").as_ref().clone();
    a.label = "Strain".into();
    let saved = after(&text, vec![Change::SetNode(a)]);
    for comment in ["TODO ask the lab", "// end of line", "/* more */"] {
        assert!(saved.contains(comment), "{saved}");
    }
    assert_eq!(saved.matches("nodes: [").count(), 1, "{saved}");
    // So does one within a record.
    let text = COMMENTS.replace("explanation: \"E.\"),", "aliases: [\"p\" /* 1 */], aliases: [\"q\" /* 2 */]),");
    let mut a = read(&text).nodes().next().expect("the node").as_ref().clone();
    assert_eq!(a.aliases.len(), 2);
    a.aliases.push("r".into());
    let saved = after(&text, vec![Change::SetNode(a)]);
    assert!(saved.contains("aliases: [\"p\", \"q\", \"r\"] /* 1 */ /* 2 */), // end of line\n"), "{saved}");
}

#[test]
fn what_is_no_pathway_is_written_anew_and_says_so() {
    let pathway = read(SKULL);
    for bytes in [&b""[..], b"[1, 2]", b"Pathway(", b"\xFF"] {
        assert_eq!(save_over(bytes, &pathway), Saved { text: SKULL.to_owned(), is_anew: true });
    }
}
