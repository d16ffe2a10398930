//! Quick entry, line by line.

use super::{done_as, mint, refused, small};
use crate::{
    editing::{Entry, Line, Said, free_ids, quick_entry},
    model::{Kind, Node, NodeId, Pathway, notation},
};

fn entered(pathway: &Pathway, text: &str) -> Entry {
    quick_entry(pathway, &mut mint(pathway), text, None)
}

/// A preview as text, a line each.
fn preview(entry: &Entry) -> Vec<String> {
    let said = |Line { number, said }: &Line| match said {
        Said::Good { new, known, links, repeated } => {
            let known: Vec<&str> = known.iter().map(NodeId::as_str).collect();
            format!("{number}: new {}; known {}; {links} links, {repeated} there", new.join(", "), known.join(", "))
        }
        Said::InDoubt { column, name, candidates } => {
            let candidates: Vec<&str> = candidates.iter().map(NodeId::as_str).collect();
            format!("{number}:{column}: {name}? {}", candidates.join(" or "))
        }
        Said::Wrong { column, why } => format!("{number}:{column}: {why}"),
    };
    entry.lines.iter().map(said).collect()
}

/// Two nodes have one name in small letters.
fn twins() -> Pathway {
    let mut parts = small("Stress -> Sleep").parts();
    parts.nodes.extend(
        [("il6_blood", "IL-6 (blood)"), ("il6_brain", "IL-6 (brain)")]
            .map(|(id, label)| Node::new(id, label, Kind::Other, "all")),
    );
    Pathway::from_parts(parts, Vec::new())
}

#[test]
fn lines_are_told_before_they_are_taken() {
    let pathway = twins();
    let text = "stress -> Sleep -| Mood # known\n\n# only a comment\nmood -> Anger; Anger -> mood\n  Sleep -> IL6\nAnger -> -> b\n\
        a <-> b\nLonely\nAnger -> –\nAnger -> mood";
    let entry = entered(&pathway, text);
    assert_eq!(
        preview(&entry),
        [
            "1: new Mood; known stress, sleep; 1 links, 1 there",
            "4: new Anger; known ; 2 links, 0 there",
            "5:12: IL6? il6_blood or il6_brain",
            "6:1: a name is missing beside an arrow; write for example “stress -> sleep”",
            "7:3: “<->” points both ways; write a line for each direction",
            "8: new Lonely; known ; 0 links, 0 there",
            "9:10: “–” has no letter or digit; give the node a name",
            "10: new ; known ; 0 links, 1 there",
        ]
    );
    let told = "4 lines are left out, the first of them line 5.";
    let after = done_as(&pathway, &entry.outcome, "add 3 nodes and 3 links", told);
    let written = notation::write(&after);
    assert!(written.starts_with("Stress -> Sleep\nSleep -| Mood\nMood -> Anger\nAnger -> Mood\n"), "{written}");
    assert!(written.ends_with("Lonely\n"), "{written}");
}

#[test]
fn an_id_settles_a_doubt() {
    let pathway = twins();
    let after = done_as(&pathway, &entered(&pathway, "Sleep -| il6_brain").outcome, "add 1 link", "");
    assert_eq!(after.links().last().map(|link| link.to.to_string()).as_deref(), Some("il6_brain"));
}

#[test]
fn what_gives_nothing_is_refused_in_one_sentence() {
    let pathway = twins();
    for (text, why) in [
        ("# nothing", "there is no line to read; write for example “stress -> sleep”"),
        ("stress -> sleep", "all that these lines say is there already; write what is new"),
        ("x -> y -> ", "line 1, column 1: a name is missing beside an arrow; write for example “stress -> sleep”"),
    ] {
        refused(&entered(&pathway, text).outcome, why, false);
    }
    let why = "line 1, column 1: “IL6” may be several nodes; choose one of them";
    refused(&entered(&pathway, "IL6").outcome, why, false);
    let why = "more than 1 MB is too much to be read as lines; save it as a file and open that";
    refused(&entered(&pathway, &"a".repeat(1024 * 1024 + 1)).outcome, why, false);
}

#[test]
fn a_hundred_kilobytes_are_read_at_once() {
    let pathway = small("n0 -> n1");
    let text: String = (0..6_000).map(|n| format!("n{n} -> n{}\n", n + 1)).collect();
    assert!(text.len() > 80_000, "{}", text.len());
    let entry = entered(&pathway, &text);
    assert_eq!(entry.lines.len(), 6_000);
    let why = "the pathway would have 6001 nodes, more than 5000; split it into several files";
    refused(&entry.outcome, why, false);
    let one_line = "stress ".repeat(15_000);
    let entry = entered(&pathway, &one_line);
    assert!(
        matches!(&entry.lines[0].said, Said::Wrong { column: 1, why } if why.starts_with("a name of 104999 characters"))
    );
}

#[test]
fn ids_are_those_that_the_caller_gives() {
    let pathway = small("a -> b");
    let mut ids = free_ids(&pathway);
    assert_eq!([ids("c"), ids("c"), ids("a")], ["c", "c_2", "a_2"]);
    let entry = quick_entry(&pathway, &mut ids, "C -> b", None);
    let after = pathway.apply(&entry.outcome.expect("done").edit).expect("it fits");
    assert_eq!(after.nodes().last().map(|node| node.id.to_string()).as_deref(), Some("c_3"));
}
