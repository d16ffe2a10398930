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
fn a_new_pathway_has_a_lane_and_nothing_else() {
    let mut session = session();
    session.apply(Action::Run(Command::New));
    let pathway = session.pathway();
    assert_eq!((pathway.nodes().len(), pathway.lanes().len(), session.path()), (0, 1, None));
}
