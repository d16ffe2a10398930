//! Tours that are written, step by step.

use super::*;
use crate::{
    editing::{List, StepText, Text},
    model::{Tour, TourId},
    parts::touring::Draft,
};

fn act(session: &mut Session, act: TourAct) {
    session.apply(Action::Tour(act));
}

fn write(session: &mut Session, place: Text, text: &str, run: u64) {
    session.apply(Action::Form(FormAct::Write { place, text: text.to_owned(), run }));
}

fn written(session: &Session) -> Tour {
    session.touring().and_then(|touring| touring.tour(session.pathway())).expect("a tour is written").clone()
}

fn said(session: &Session) -> &str {
    session.view().message.as_ref().map_or("", |message| message.text.as_str())
}

fn id(session: &Session) -> TourId {
    session.touring().expect("a tour is written").tour.clone()
}

#[test]
fn a_tour_is_written_from_nothing_step_by_step() {
    let mut session = session();
    act(&mut session, TourAct::New(TourFrom::Nothing));
    assert_eq!((written(&session).title.as_str(), written(&session).steps.len()), ("Untitled tour", 0));
    assert_eq!((session.view().side_panel, session.teaching().page), (SidePanel::Teach, TeachPage::Tours));
    let tour = id(&session);
    for text in ["T", "Th", "The way"] {
        write(&mut session, Text::Tour(tour.clone()), text, 1);
    }
    session.apply(Action::Open(node("chronic_stress")));
    act(&mut session, TourAct::AddStep);
    write(&mut session, Text::Step(tour.clone(), 0, StepText::Text), "It begins.", 2);
    session.apply(Action::Pick { nodes: ["depression".into(), "poor_sleep".into()].into(), add: false });
    act(&mut session, TourAct::AddStep);
    act(&mut session, TourAct::Show);
    assert_eq!(said(&session), "The step shows that already.");
    act(&mut session, TourAct::Hide("poor_sleep".to_owned()));
    let tour = written(&session);
    assert_eq!(tour.title, "The way");
    let steps: Vec<_> = tour.steps.iter().map(|step| (step.show.join(" "), step.text.as_str())).collect();
    assert_eq!(steps, [("chronic_stress".to_owned(), "It begins."), ("depression".to_owned(), "")]);
    // A run of typing is one step, and what is written is lit.
    let labels: Vec<&str> = session.steps().iter().map(crate::document::Step::label).collect();
    assert_eq!(labels.len(), 6, "{labels:?}");
    let lit = session.lit().expect("the step is lit");
    assert!(lit.nodes.contains_key(&NodeId::new("depression")) && !lit.nodes.contains_key(&NodeId::new("poor_sleep")));
    let steps = List::Steps(id(&session));
    act(&mut session, TourAct::MoveItem(steps, 1, 0));
    assert_eq!(
        (written(&session).steps[0].show.join(" "), session.touring().map(|now| now.step)),
        ("depression".to_owned(), Some(0))
    );
    act(&mut session, TourAct::Close);
    assert!(session.touring().is_none() && session.lit().is_none());
}

#[test]
fn what_is_looked_at_is_shown_in_the_step_that_is_written_by_a_command() {
    let mut session = session();
    session.apply(Action::Open(node("depression")));
    session.apply(Action::Run(Command::ShowInStep));
    assert_eq!(said(&session), words::touring::NO_STEP);
    act(&mut session, TourAct::New(TourFrom::Nothing));
    session.apply(Action::Run(Command::ShowInStep));
    assert_eq!((said(&session), written(&session).steps.len()), (words::touring::NO_STEP, 0));
    act(&mut session, TourAct::AddStep);
    session.apply(Action::Open(node("poor_sleep")));
    session.apply(Action::Run(Command::ShowInStep));
    assert_eq!(written(&session).steps[0].show, ["depression", "poor_sleep"]);
}

#[test]
fn a_question_is_asked_as_soon_as_it_is_complete() {
    let mut session = session();
    let tour = session.pathway().tours()[0].id.clone();
    act(&mut session, TourAct::Open(tour));
    act(&mut session, TourAct::Step(1));
    act(&mut session, TourAct::DropQuestion);
    let asked = |session: &Session| written(session).steps[1].predict.clone();
    let draft = Draft { raise: vec!["chronic_stress".into()], ..Draft::default() };
    act(&mut session, TourAct::Ask(draft.clone()));
    assert_eq!((asked(&session), session.touring().and_then(|now| now.draft.clone())), (None, Some(draft.clone())));
    // What is pushed is no question.
    act(&mut session, TourAct::Ask(Draft { ask: Some("chronic_stress".into()), ..draft.clone() }));
    assert_eq!(asked(&session), None);
    act(&mut session, TourAct::Ask(Draft { ask: Some("depression".into()), ..draft }));
    assert_eq!(asked(&session).map(|predict| predict.ask), Some("depression".into()));
    assert!(session.touring().is_some_and(|now| now.draft.is_none()));
    act(&mut session, TourAct::DropQuestion);
    assert_eq!(asked(&session), None);
}

#[test]
fn a_tour_begins_with_what_is_picked_or_with_an_answer() {
    let mut session = session();
    act(&mut session, TourAct::New(TourFrom::Picked));
    assert_eq!(said(&session), "Nothing was changed: a tour needs something to show; select nodes or links first.");
    assert!(session.touring().is_none());
    session.apply(Action::Dismiss);
    act(&mut session, TourAct::New(TourFrom::Made(Made::Row)));
    assert!(said(&session).starts_with("There is nothing to make a tour of yet"), "{}", said(&session));
    let link = session.pathway().links().next().expect("a link").id.clone();
    session.apply(Action::Open(Item::Link(link.clone())));
    act(&mut session, TourAct::New(TourFrom::Picked));
    assert!(written(&session).steps.iter().any(|step| step.show.contains(&link.to_string())));
    act(&mut session, TourAct::New(TourFrom::Made(Made::Whole)));
    assert!(written(&session).steps.len() > 3);
    let count = session.pathway().tours().len();
    act(&mut session, TourAct::Move(-1));
    assert_eq!(session.pathway().tours()[count - 2].id, id(&session));
    act(&mut session, TourAct::Remove);
    assert_eq!((session.pathway().tours().len(), session.touring()), (count - 1, None));
}

#[test]
fn a_tour_that_is_gone_or_told_or_in_the_way_of_a_quiz_is_not_written() {
    let mut session = session();
    act(&mut session, TourAct::New(TourFrom::Nothing));
    session.apply(Action::Run(Command::Undo));
    assert!(session.touring().is_none() && session.lit().is_none());
    let tour = session.pathway().tours()[0].id.clone();
    act(&mut session, TourAct::Open(tour.clone()));
    session.apply(Action::Teach(TeachAct::Tell(0)));
    assert!(session.touring().is_none() && session.teaching().telling.is_some());
    act(&mut session, TourAct::Open(tour.clone()));
    assert!(session.touring().is_some() && session.teaching().telling.is_none());
    session.apply(Action::Run(Command::Back));
    assert!(session.touring().is_none());
    let revision = session.revision();
    session.apply(Action::Run(Command::Present));
    act(&mut session, TourAct::New(TourFrom::Nothing));
    assert_eq!((session.revision(), session.touring()), (revision, None), "nothing is edited on a whole screen");
}
