//! Edits by their words and their outcomes, and every edit against the rules that hold for all.

mod entering;
mod fields;
mod fixes;
mod joining;
mod pasting;
mod random;
mod records;

use super::{Outcome, Proposal, free_ids};
use crate::{
    analysis::problems::{Severity, findings},
    document::Document,
    formats,
    model::{Pathway, notation},
};

/// The bundled pathway about stress and the marrow of the skull: 21 nodes, 27 links, evidence, notes, levels and tours.
fn skull_marrow() -> Pathway {
    formats::open(include_bytes!("../../../graphs/skull-marrow.pathway.ron")).expect("it is bundled").pathway
}

fn small(text: &str) -> Pathway {
    notation::parse(text).expect("the test's own notation")
}

/// Every problem of severity error, without its place.
fn errors(pathway: &Pathway) -> Vec<String> {
    let found = findings(pathway).into_iter().filter(|finding| finding.severity == Severity::Error);
    found.map(|finding| finding.what).collect()
}

/// The pathway after an edit, which must fit, be one step, come back by undo, and bring no error.
#[track_caller]
fn done(before: &Pathway, outcome: &Outcome) -> Pathway {
    let Proposal { edit, told, .. } = outcome.as_ref().unwrap_or_else(|why| panic!("refused: {why}"));
    assert!(told.as_ref().is_none_or(|told| told.ends_with('.') && !told.contains('\n')), "{told:?}");
    assert!(!edit.label.contains('\n') && !edit.label.is_empty(), "{}", edit.label);
    let mut document = Document::new(before.clone(), None);
    document.apply(edit).unwrap_or_else(|why| panic!("{}: {why}", edit.label));
    let after = Pathway::clone(document.pathway());
    assert_ne!(after, *before, "{} changes nothing", edit.label);
    let (old, new) = (errors(before), errors(&after));
    let fresh: Vec<&String> = new.iter().filter(|error| !old.contains(error)).collect();
    assert!(fresh.is_empty(), "{}: {fresh:?}", edit.label);
    assert!(document.undo());
    assert_eq!(**document.pathway(), *before, "{}", edit.label);
    after
}

/// The same, and its words: the label, and what is told.
#[track_caller]
fn done_as(before: &Pathway, outcome: &Outcome, label: &str, told: &str) -> Pathway {
    let after = done(before, outcome);
    let proposal = outcome.as_ref().expect("it is done");
    assert_eq!((proposal.edit.label.as_str(), proposal.told.as_deref().unwrap_or_default()), (label, told));
    after
}

/// A refusal in one sentence, and that it leads to something where it should.
#[track_caller]
fn refused(outcome: &Outcome, why: &str, leads: bool) {
    let refusal = outcome.as_ref().expect_err("it should be refused");
    assert_eq!((refusal.why.as_str(), refusal.see.is_some()), (why, leads));
    assert!(!refusal.why.contains('\n') && refusal.why.chars().count() < 300, "{why}");
}

fn mint(pathway: &Pathway) -> impl FnMut(&str) -> String + use<> {
    free_ids(pathway)
}
