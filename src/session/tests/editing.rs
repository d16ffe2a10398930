//! Edits, and what follows from them for everything that is shown.

use super::*;
use crate::model::{Change, Edit, Effect, Link};

fn apply(session: &mut Session, label: &str, changes: Vec<Change>) -> Vec<Task> {
    let edit = Edit { label: label.to_owned(), merge: None, changes };
    session.apply(Action::Edit(EditAct::Apply(edit)))
}

fn draws(tasks: &[Task]) -> bool {
    tasks.iter().any(|task| matches!(task, Task::LayOut { before: Some(_), .. }))
}

fn said(session: &Session) -> &str {
    session.view().message.as_ref().map_or("", |message| message.text.as_str())
}

#[test]
fn the_first_edit_of_a_bundled_pathway_makes_a_copy_of_it_and_says_so() {
    let mut session = session();
    let link = Link::new("made", "neutrophils_blood", "chronic_stress", Effect::Raises);
    let tasks = apply(&mut session, "link", vec![Change::AddLink(link)]);
    assert!(draws(&tasks), "cards keep their seats: {tasks:?}");
    assert_eq!((session.bundled(), session.path()), (None, None));
    assert!(said(&session).contains("copy"), "{}", said(&session));
    let text = Arc::clone(session.pathway());
    session.apply(Action::Run(Command::Undo));
    assert_eq!(said(&session), "Undone: link.");
    session.apply(Action::Run(Command::Redo));
    assert_eq!(*session.pathway(), text);
    session.apply(Action::Run(Command::Redo));
    assert_eq!(said(&session), "There is nothing to do again.");
}

#[test]
fn what_is_gone_is_not_looked_at_any_more_and_what_was_asked_is_asked_again() {
    let mut session = session();
    let stress = NodeId::new("chronic_stress");
    session.apply(Action::Open(node("chronic_stress")));
    session.apply(Action::Run(Command::Raise));
    let tasks = apply(&mut session, "remove", vec![Change::RemoveNode(stress.clone())]);
    assert!(draws(&tasks));
    assert_eq!((session.view().selected(), session.view().focus.as_ref()), (None, None));
    assert!(!session.asking().push.raise.contains(&stress));
    let tasks = session.apply(Action::Run(Command::Undo));
    assert!(draws(&tasks) && session.pathway().node(&stress).is_some());
}

#[test]
fn an_edit_of_a_text_needs_no_other_picture() {
    let mut session = session();
    let mut link = Link::clone(session.pathway().links().next().expect("a link"));
    link.explanation.push_str(" More.");
    let tasks = apply(&mut session, "explain", vec![Change::SetLink(link.clone())]);
    assert!(!draws(&tasks));
    link.effect = Effect::Mixed;
    assert!(draws(&apply(&mut session, "mixed", vec![Change::SetLink(link)])));
}

#[test]
fn an_edit_that_cannot_be_made_changes_nothing_and_says_why() {
    let mut session = session();
    let before = Arc::clone(session.pathway());
    apply(&mut session, "x", vec![Change::RemoveNode("nobody".into())]);
    assert_eq!(*session.pathway(), before);
    assert_eq!(
        (session.bundled(), said(&session)),
        (
            Some("skull-marrow"),
            "Nothing was changed: there is no “nobody” here; add it first or choose one that is here."
        )
    );
}

#[test]
fn a_tour_that_is_told_goes_on_unless_it_was_changed_itself() {
    let mut session = session();
    session.apply(Action::Teach(TeachAct::Tell(0)));
    let mut link = Link::clone(session.pathway().links().next().expect("a link"));
    link.explanation.push_str(" More.");
    apply(&mut session, "explain", vec![Change::SetLink(link)]);
    assert!(session.teaching().telling.is_some());
    let mut tour = model::Tour::clone(&session.pathway().tours()[0]);
    tour.title.push('!');
    apply(&mut session, "title", vec![Change::SetTour(tour)]);
    assert!(session.teaching().telling.is_none());
}

#[test]
fn any_step_of_the_list_can_be_gone_to_and_come_back_from() {
    let mut session = session();
    let mut states = vec![Arc::clone(session.pathway())];
    let first = Arc::clone(session.pathway());
    for (number, link) in first.links().take(5).enumerate() {
        let mut link = Link::clone(link);
        link.explanation.push_str(" More.");
        apply(&mut session, &format!("change {number}"), vec![Change::SetLink(link)]);
        states.push(Arc::clone(session.pathway()));
    }
    let labels: Vec<&str> = session.steps().iter().map(crate::document::Step::label).collect();
    assert_eq!(labels, ["change 0", "change 1", "change 2", "change 3", "change 4"]);
    // What came with the program can always be had again.
    assert_eq!(session.saved_position(), Some(0));
    for (position, expected) in
        [(2, "3 steps undone."), (4, "2 steps made again."), (0, "4 steps undone."), (5, "5 steps made again.")]
    {
        session.apply(Action::Edit(EditAct::GoTo(position)));
        assert_eq!((said(&session), session.position()), (expected, position));
        assert_eq!(**session.pathway(), *states[position]);
    }
    for nowhere in [5, 6] {
        session.apply(Action::Edit(EditAct::GoTo(nowhere)));
        assert_eq!((said(&session), session.position()), ("The pathway is at this step already.", 5));
    }
}

#[test]
fn a_new_pathway_has_a_lane_and_nothing_else() {
    let mut session = session();
    session.apply(Action::Run(Command::New));
    let pathway = session.pathway();
    assert_eq!((pathway.nodes().len(), pathway.lanes().len(), session.path()), (0, 1, None));
}
