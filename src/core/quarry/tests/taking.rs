//! What is taken is a pathway without errors that says no more than the table, and a newer table is compared with it.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{SIGNOR, quarry};
use crate::{
    formats,
    model::{Citation, Effect, Grade, LinkId, NodeId, Pathway, Stance},
    quarry::*,
};

fn part(table: &Quarry, names: &[&str]) -> Part {
    Part::between(table, names.iter().map(|name| table.node(name).expect("it is named")).collect())
}

/// The pathway as it is opened from its file, which must have no errors.
#[track_caller]
fn sound(pathway: &Pathway) -> Pathway {
    let opened = formats::open(formats::save(pathway).as_bytes()).expect("it opens");
    let errors: Vec<String> =
        opened.problems.iter().filter(|problem| problem.is_error()).map(ToString::to_string).collect();
    assert_eq!(errors, [] as [String; 0]);
    assert_eq!(opened.pathway, *pathway);
    opened.pathway
}

#[test]
fn rows_become_evidence_and_papers_become_sources_that_nobody_has_confirmed() {
    let table = quarry(SIGNOR);
    let taken =
        table.take(&part(&table, &["IL6", "STAT3", "SOCS3", "BCL2"]), "signor.tsv", "STAT3").expect("it is taken");
    let taken = sound(&taken);
    assert_eq!((taken.nodes().len(), taken.links().len(), taken.sources().len()), (4, 5, 6));
    assert!(taken.sources().iter().all(|source| source.citation == Citation::Unconfirmed));
    let link = |from: &str, to: &str| {
        taken
            .links()
            .find(|link| taken.label(&link.from) == from && taken.label(&link.to) == to)
            .map(|link| crate::model::Link::clone(link))
            .expect("a link")
    };
    let stat3 = link("IL6", "STAT3");
    assert_eq!((stat3.effect, stat3.grade, stat3.evidence.len()), (Effect::Raises, Grade::D, 2));
    assert_eq!(stat3.evidence[0].finding, "IL-6 activates STAT3.");
    assert_eq!(
        stat3.explanation,
        "It stands in signor.tsv as “up-regulates” (line 3) and as “up-regulates activity” (line 2)."
    );
    // Rows that say the opposite: both are kept, and that they disagree is said. A row without a paper cites the table.
    let divided = link("SOCS3", "STAT3");
    assert_eq!((divided.effect, divided.evidence.len()), (Effect::Mixed, 2));
    assert!(divided.explanation.ends_with("Its rows disagree about the sign."), "{}", divided.explanation);
    assert_eq!(taken.source(&divided.evidence[0].source).map(|source| source.title.as_str()), Some("signor.tsv"));
    // Neither a paper nor a sentence, and a word that says no sign.
    let complex = link("STAT3", "BCL2");
    assert_eq!((complex.effect, complex.grade, complex.evidence.len()), (Effect::Unknown, Grade::X, 0));
    assert!(complex.no_source_found.is_some());
    let il6 = taken.nodes().find(|node| node.label == "IL6").expect("IL6");
    assert_eq!(il6.xrefs, ["P05231"]);
    assert_eq!(il6.explanation, "The table signor.tsv knows 0 causes and 2 effects of it.");
}

#[test]
fn what_is_denied_is_evidence_against() {
    let table = quarry(
        "subject\tpredicate\tobject\tnegated\tpublications\tsupporting_text\n\
         A\tbiolink:positively_regulates\tB\tfalse\tPMID:11\tA raises B.\n\
         A\tbiolink:positively_regulates\tB\ttrue\tPMID:22\tA does not raise B.\n\
         A\tbiolink:positively_regulates\tC\ttrue\tPMID:33\tA does not raise C.\n",
    );
    let taken = sound(&table.take(&part(&table, &["A", "B", "C"]), "kgx.tsv", "A").expect("it is taken"));
    let said: Vec<(Effect, Vec<Stance>)> =
        taken.links().map(|link| (link.effect, link.evidence.iter().map(|item| item.stance).collect())).collect();
    assert_eq!(said, [(Effect::Raises, vec![Stance::Supports, Stance::Null]), (Effect::NoEffect, vec![Stance::Null])]);
}

#[test]
fn too_little_and_too_much_are_refused() {
    let table = quarry(SIGNOR);
    let why = table.take(&Part::default(), "t", "t").expect_err("nothing is taken");
    assert!(why.starts_with("nothing is taken; ") || why.starts_with("nothing is taken: "), "{why}");
    let many: String = (0..=MOST_TAKEN).map(|n| format!("hub\tn{n}\n")).collect();
    let table = quarry(&many);
    let all = Part::between(&table, (0..table.node_count() as u32).collect());
    let why = table.take(&all, "t", "t").expect_err("it is too much");
    assert!(
        why.starts_with(
            "3002 things with 3001 links in 3001 rows are more than a pathway of at most 3000, 12000 and 10000; take"
        ),
        "{why}"
    );
}

#[test]
fn rows_and_papers_that_no_file_holds_are_refused_before_it_is_written() {
    let row = |n: usize| format!("a\tb\tPMID:{};PMID:{}\n", 100_000 + 2 * n, 100_001 + 2 * n);
    let table = |rows: usize| quarry(&format!("source\ttarget\tpmid\n{}", (0..rows).map(row).collect::<String>()));
    let taken = |table: &Quarry| table.take(&part(table, &["a", "b"]), "t", "t");
    assert!(taken(&table(5_000)).is_ok_and(|pathway| pathway.sources().len() == 10_000));
    let why = taken(&table(5_001)).expect_err("it cites too much");
    assert_eq!(why, "the part names 10002 papers, more than the 10000 of a pathway; take a smaller one");
    assert!(
        taken(&table(10_001)).is_err_and(|why| why.starts_with("2 things with 1 link in 10001 rows are more than"))
    );
}

#[test]
fn what_a_link_leaves_unsaid_is_counted() {
    let words: String = (1..=7).map(|n| format!("a\tb\tword{n}\n")).collect();
    let table = quarry(&format!("source\ttarget\teffect\n{words}"));
    let taken = table.take(&part(&table, &["a", "b"]), "t.tsv", "t").expect("it is taken");
    let said = &taken.links().next().expect("a link").explanation;
    assert!(said.ends_with("as “word5” (line 6), and 2 other words. That says no sign."), "{said}");
}

#[test]
fn a_newer_table_says_what_it_has_beyond_what_was_taken() {
    let old = quarry(SIGNOR);
    let taken = old.take(&part(&old, &["IL6", "STAT3", "SOCS3"]), "signor.tsv", "STAT3").expect("it is taken");
    assert!(old.changed(&taken).is_empty());
    let newer = SIGNOR
        .replace("33333333", "99999999")
        .lines()
        .filter(|line| !line.contains("SIGNOR-4") && !line.contains("SIGNOR-1\t"))
        .map(|line| format!("{line}\n"))
        .collect::<String>()
        + "SOCS3\tprotein\tO14543\tUNIPROT\tIL6\tprotein\tP05231\tUNIPROT\tdown-regulates\t\t66666666\tt\t\tSIGNOR-8\n";
    let table = quarry(&newer);
    let changed = table.changed(&taken);
    assert_eq!(
        changed.links.iter().map(|&link| table.ends(link).map(|end| table.name(end))).collect::<Vec<_>>(),
        [["SOCS3", "IL6"]]
    );
    let papers: Vec<(&str, &[Paper])> =
        changed.papers.iter().map(|(id, _, papers)| (id.as_str(), papers.as_slice())).collect();
    assert_eq!(papers, [("stat3_socs3", &[Paper::Pmid("99999999".to_owned())][..])]);
    assert_eq!(
        changed.effects.iter().map(|(id, effect)| (id.as_str(), *effect)).collect::<Vec<_>>(),
        [("socs3_stat3", Effect::Raises)]
    );
    assert_eq!((changed.gone.len(), changed.unknown.len()), (0, 0));
    let other = quarry("source\ttarget\nIL6\tBCL2\nSTAT3\tBCL2\n").changed(&taken);
    assert_eq!(other.unknown.iter().map(NodeId::as_str).collect::<Vec<_>>(), ["socs3"]);
    assert_eq!(other.gone.iter().map(LinkId::as_str).collect::<Vec<_>>(), ["il6_stat3"]);
    let part = changed.part();
    assert_eq!((part.links.len(), part.nodes), (2, BTreeSet::new()));
}

proptest! {
    /// Whatever names and sentences a table has, what is taken from it is a sound file, and the same table has nothing more.
    #[test]
    fn what_is_taken_is_sound(rows in proptest::collection::vec(
        ("[aAéβ压 .-]{1,4}x", "[aAéβ压 .-]{1,4}y", "(increases|inhibits|binds)", "(PMID:[1-9]{2,8})?", "[a-c \u{202e}“\\\\]{0,6}"), 1..20)) {
        let line = |(a, b, word, paper, text): &(String, String, String, String, String)| format!("{a}\t{b}\t{word}\t{paper}\t{text}\n");
        let text = format!("source\ttarget\teffect\tpmid\tsentence\n{}", rows.iter().map(line).collect::<String>());
        let table = quarry(&text);
        let all = Part::between(&table, (0..table.node_count() as u32).collect());
        let taken = table.take(&all, "a.tsv", "A").expect("it is taken");
        sound(&taken);
        prop_assert_eq!((taken.nodes().len(), taken.links().len()), (table.node_count(), table.link_count()));
        prop_assert!(taken.links().all(|link| link.grade >= Grade::D));
        let changed = table.changed(&taken);
        prop_assert!(changed.is_empty(), "{:?}", changed);
    }
}
