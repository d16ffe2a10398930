//! Marking by example, and by mutations of a reference.

use super::*;
use crate::model::{Effect, Grade, Link, Node, Parts, notation};

const REFERENCE: &str =
    "Chronic stress -> Sympathetic nerves -> Skull marrow -> Neutrophils -| Calm; Neutrophils -> Alarm";

fn small(text: &str) -> Pathway {
    notation::parse(text).expect("the test's own notation")
}

fn marked(student: &str, reference: &str) -> Marks {
    mark(&small(student), &small(reference), Reading::Shown)
}

/// The kinds of the remarks other than those on right and missing links, and the sentence of the first.
#[track_caller]
fn check(student: &str, kinds: &[RemarkKind], says: &str) {
    let marks = marked(student, REFERENCE);
    let found: Vec<&Remark> = marks
        .remarks
        .iter()
        .filter(|remark| !matches!(remark.kind, RemarkKind::Correct | RemarkKind::Missing))
        .collect();
    assert_eq!(found.iter().map(|remark| remark.kind).collect::<Vec<_>>(), kinds, "{student}");
    assert_eq!(found.first().map_or("", |remark| remark.sentence.as_str()), says);
}

#[test]
fn of_thousands_of_links_between_two_nodes_each_is_marked_once_and_a_dozen_are_quoted() {
    // 2,000 draw the first 2,000 of 3,000; comparing each with all would be millions of steps.
    let reference = small(&"Stress -> Calm\n".repeat(3_000));
    let student = small(&format!("{}Stress -> Other -> Calm\nStress -> Stress", "Stress -> Calm\n".repeat(2_000)));
    let marks = mark(&student, &reference, Reading::Shown);
    assert_eq!((marks.counts.correct, marks.counts.missing, marks.counts.unmarked), (2_000, 1_000, 2));
    let first = reference.links().next().expect("it has links");
    assert_eq!(marks.remarks.first().map(|remark| remark.links.as_slice()), Some(std::slice::from_ref(&first.id)));
    let many = "Stress -> Calm\n".repeat(20);
    let marks = mark(&small(&format!("{many}Stress -| Calm")), &small(&many), Reading::Shown);
    let extra = marks.remarks.iter().find(|remark| remark.kind == RemarkKind::Extra).expect("one too many");
    assert_eq!((marks.counts.correct, marks.counts.extra, extra.links.len()), (20, 1, 20));
    assert!(extra.sentence.matches("raises").count() == 12 && extra.sentence.ends_with("and 8 more."));
}

#[test]
fn each_mistake_is_named_with_what_to_look_at_next() {
    use RemarkKind as K;
    check("chronic stress -> sympathetic nerve", &[], "");
    check(
        "Chronic-Stress -| sympathetic nerves",
        &[K::WrongSign],
        "You saw the link from Chronic stress to Sympathetic nerves; now look at its sign again: you drew “lowers”, and the \
         reference says “Chronic stress raises Sympathetic nerves”.",
    );
    check(
        "Calm -| Neutrophils",
        &[K::Reversed],
        "The two belong together, but the other way round: “Neutrophils lower Calm”. Look at which of them comes first.",
    );
    check(
        "Chronic stress -> Skull marrow",
        &[K::Shortcut],
        "True on the whole, and the reference gets from Chronic stress to Skull marrow by way of Sympathetic nerves. Look \
         at the steps between: “Chronic stress raises Sympathetic nerves” and “Sympathetic nerves raise Skull marrow”.",
    );
    check(
        "Skull marrow -> Calm",
        &[K::ShortcutWrongSign],
        "The reference gets from Skull marrow to Calm by way of Neutrophils, and that does not come to “raises”: look at \
         the signs of “Skull marrow raises Neutrophils” and “Neutrophils lower Calm”.",
    );
    check(
        "Alarm -> Chronic stress",
        &[K::Extra],
        "The reference knows no way from Alarm to Chronic stress; look at what each of them is.",
    );
    check(
        "Neutrophils -> Chronic stress",
        &[K::Extra],
        "The reference knows no way from Neutrophils to Chronic stress; look at what is near: “Neutrophils lower Calm” \
         and “Neutrophils raise Alarm”.",
    );
    check(
        "Neutrophil -> Sunshine",
        &[K::UnknownNode],
        "The reference does not know “Sunshine”, so its links are not marked; look for another name in the word list.",
    );
    check(
        "Neutrofils -> Alarm",
        &[K::UnknownNode],
        "The reference does not know “Neutrofils”; if you mean “Neutrophils”, write that.",
    );
    check(
        "Neutrophils -> Alarm; Neutrophils -| Alarm",
        &[K::Extra],
        "You drew more links here than the reference has; look at what it says: “Neutrophils raise Alarm”.",
    );
}

#[test]
fn a_score_counts_what_is_there_and_forgives_true_shortcuts() {
    let score = |student: &str| marked(student, REFERENCE).score;
    assert_eq!(score(REFERENCE), 100);
    assert_eq!(score(""), 0);
    // One of five, a half of one of five, a quarter of one of five.
    assert_eq!(score("Neutrophils -> Alarm"), 20);
    assert_eq!(score("Neutrophils -| Alarm"), 10);
    assert_eq!(score("Alarm -> Neutrophils"), 5);
    // A shortcut over two links is worth a half for each, and nothing is lost by one beside its steps.
    assert_eq!(score("Chronic stress -> Skull marrow"), 20);
    assert_eq!(score(&format!("{REFERENCE}; Chronic stress -> Skull marrow")), 100);
    // Another sign, or a link out of nowhere, takes a quarter of one of five.
    assert_eq!(score(&format!("{REFERENCE}; Skull marrow -> Calm")), 95);
    assert_eq!(score(&format!("{REFERENCE}; Calm -> Alarm")), 95);
    assert_eq!(score("Calm -> Alarm"), 0);
    assert_eq!(score(&format!("{REFERENCE}; Calm -> Sunshine")), 100);
    assert_eq!((marked("a -> b", "a; b").score, marked("a", "a; b").score), (0, 100));
}

#[test]
fn the_summary_says_all_of_it() {
    let says = |student: &str| marked(student, REFERENCE).summary;
    assert_eq!(says(REFERENCE), "All 5 links of the reference are drawn and right.");
    assert_eq!(says("Neutrophils -> Alarm"), "Of 5 links of the reference, 1 is drawn and right; 4 are not drawn yet.");
    assert_eq!(
        says("Chronic stress -> Skull marrow; Alarm -> Neutrophils -> Calm -> Rain; Calm -> Alarm"),
        "Of 5 links of the reference, 0 are drawn and right; 1 has another sign, 1 points the other way, 2 are skipped by \
         shortcuts, and 1 is not drawn yet. The map also has 1 link that the reference does not have and 1 name that it \
         cannot place."
    );
    assert_eq!(marked("a", "a").summary, "The reference has no links.");
}

#[test]
fn the_reading_decides_which_effects_are_compared() {
    let mut link = Link::new("l", "a", "b", Effect::Mixed);
    let popular =
        |effect| crate::model::Popular { effect, says: String::new(), note: String::new(), extra: Vec::new() };
    link.popular = Some(popular(Effect::Raises));
    link.grade = Grade::C;
    let nodes = ["a", "b"].map(|id| Node::new(id, id, crate::model::Kind::Cell, "all")).to_vec();
    let reference = Pathway::from_parts(Parts { nodes, links: vec![link], ..Parts::default() }, Vec::new());
    let student = small("a -> b");
    assert_eq!(mark(&student, &reference, Reading::Told).counts.correct, 1);
    assert_eq!(mark(&student, &reference, Reading::Shown).counts.wrong_sign, 1);
    assert_eq!(mark(&reference, &reference, Reading::Told).score, 100);
}

#[test]
fn a_long_way_is_still_a_way() {
    let chain: Vec<String> = (0..30).map(|number| format!("n{number}")).collect();
    let marks = marked("n0 -> n29", &chain.join(" -> "));
    assert_eq!((marks.counts.extra, marks.counts.shortcuts_wrong_sign), (0, 0), "{:?}", marks.remarks.first());
    assert_eq!((marks.counts.shortcuts, marks.counts.skipped, marks.score), (1, 29, 50));
}

#[test]
fn a_map_with_thousands_of_wrong_links_is_still_marked() {
    let nodes: Vec<String> = (0..60).map(|number| format!("n{number}")).collect();
    let pairs = nodes.iter().flat_map(|a| nodes.iter().map(move |b| format!("{a} -| {b}\n")));
    let marks = marked(&pairs.collect::<String>(), &nodes.join(" -> "));
    assert_eq!(marks.counts.wrong_sign, 59);
    // What was not looked for is not said either.
    let last = marks.remarks.iter().rfind(|remark| remark.kind == RemarkKind::Extra).expect("there are many");
    assert!(last.sentence.starts_with("The reference has no link from n59 to n59;"), "{}", last.sentence);
}

#[test]
fn names_in_brackets_stand_for_one_node_only() {
    let marks = marked("tibia -> calm", "Tibia (leg) -> Calm");
    assert_eq!(marks.counts.correct, 1);
    let marks = marked("il6 -> calm", "IL-6 (blood) -> Calm; IL-6 (brain) -> Calm");
    assert_eq!((marks.counts.correct, marks.counts.unknown_nodes), (0, 1));
}

const CELLS: &str = "Stress -> Cortisol -| BDNF; Stress -> TNF-α";

#[test]
fn arrows_signs_and_greek_are_read_as_people_write_them() {
    for arrows in [
        "Stress → Cortisol\nCortisol ⊣ BDNF",
        "Stress –> cortisol –| bdnf",
        "Stress ⟶ Cortisol; Cortisol -> BDNF (-)",
        "Cortisol <- Stress; Cortisol -> BDNF: inhibits",
    ] {
        let marks = marked(&format!("{arrows}\nStress -> tnf alpha"), CELLS);
        assert_eq!((marks.score, marks.counts.correct), (100, 3), "{arrows}: {}", marks.summary);
    }
    assert_eq!(marked("Stress -> TNF-alpha", CELLS).counts.correct, 1);
    assert_eq!(marked("Cortisol -> BDNF (-)", CELLS).counts.correct, 1);
    assert_eq!(marked("Cortisol -> BDNF", CELLS).counts.wrong_sign, 1);
}

#[test]
fn a_line_that_is_said_twice_costs_nothing() {
    let once = marked("Stress -> Cortisol; Cortisol -> Stress; BDNF -> Stress; Stress -> BDNF", CELLS);
    let twice = "Stress -> Cortisol; Cortisol -> Stress; BDNF -> Stress; Stress -> BDNF\n".repeat(2);
    let twice = marked(&twice, CELLS);
    assert_eq!((twice.score, &twice.remarks.len()), (once.score, &once.remarks.len()));
    assert_eq!((once.counts.repeated, twice.counts.repeated), (0, 4));
    assert_eq!(
        marked("Stress -> Cortisol\nStress -> Cortisol", CELLS).score,
        marked("Stress -> Cortisol", CELLS).score
    );
}

#[test]
fn a_name_of_several_nodes_is_asked_back() {
    let mut parts = small("blood -> mood; brain -| mood").parts();
    parts.nodes[0].label = "Inflammation".to_owned();
    parts.nodes[2].label = "Inflammation".to_owned();
    let reference = Pathway::from_parts(parts, Vec::new());
    let marks = mark(&small("inflammation -> mood"), &reference, Reading::Shown);
    assert_eq!((marks.counts.unknown_nodes, marks.counts.unmarked, marks.counts.correct), (1, 1, 0));
    assert_eq!(
        marks.remarks[0].sentence,
        "The reference has several nodes of the name “inflammation”: “blood” (Inflammation, All) and “brain” \
         (Inflammation, All); write the id of the one that you mean."
    );
    assert_eq!(mark(&small("brain -| mood"), &reference, Reading::Shown).counts.correct, 1);
}

/// Two routes of nine and ten links, one of which lowers: neither is short enough to be looked at, and both signs occur.
#[test]
fn what_was_not_looked_for_is_not_held_against_a_shortcut() {
    let chain = |name: &str, count: usize| (0..count).map(|n| format!(" -> {name}{n}")).collect::<String>();
    let reference = format!("a{} -> z; a{} -| z", chain("p", 8), chain("q", 9));
    let marks = marked("a -| z", &reference);
    assert_eq!((marks.counts.shortcuts_open, marks.counts.shortcuts_wrong_sign), (1, 0), "{}", marks.summary);
    let open = marks.remarks.iter().find(|remark| remark.kind == RemarkKind::ShortcutOpen).expect("it is said");
    assert!(open.sentence.contains("none that was looked at comes to “lowers”"), "{}", open.sentence);
    assert_eq!(marked("a -> z", &reference).counts.shortcuts, 1);
    // Where every route has the same sign, it is certain without looking at any.
    let raising = format!("a{} -> z", chain("p", 30));
    assert_eq!(marked("a -| z", &raising).counts.shortcuts_wrong_sign, 1);
}

#[test]
fn the_word_list_has_every_label_once() {
    assert_eq!(word_list(&small("b -> Calm; alarm -> b")), ["alarm", "b", "Calm"]);
    assert_eq!(word_list(&Pathway::default()), Vec::<String>::new());
}
