//! Many edits at once.

use super::*;
use crate::{
    editing::{Said, Search},
    model::notation,
};

fn opened(text: &str) -> Session {
    let mut session = session();
    let pathway = notation::parse(text).expect("notation");
    read(&mut session, "/x/many.pathway.ron", formats::save(&pathway).as_bytes());
    session
}

/// Does something, and what is to be found out for it.
fn act(session: &mut Session, action: Action) {
    for task in session.apply(action) {
        if let Task::Preview { ticket, pathway, wanted } = task {
            session.apply(Action::Previewed { ticket, found: Box::new(wanted.preview(&pathway)) });
        }
    }
}

fn said(session: &Session) -> &str {
    session.view().message.as_ref().map_or("", |message| message.text.as_str())
}

#[test]
fn lines_are_told_before_they_are_taken_and_are_one_step() {
    let mut session = opened("stress -> cortisol; sleep deep; sleep light");
    act(&mut session, Action::Run(Command::QuickEntry));
    let lines = "stress -> worry\ncortisol -> -> x\n\nworry -| sleep deep";
    act(&mut session, Action::Many(ManyAct::Lines(lines.to_owned())));
    let entry = session.many().entry().expect("it is told");
    let kinds: Vec<_> = entry.lines.iter().map(|line| (line.number, matches!(line.said, Said::Good { .. }))).collect();
    assert_eq!(kinds, [(1, true), (2, false), (4, true)]);
    let tasks = session.apply(Action::Many(ManyAct::Enter));
    assert!(tasks.iter().any(|task| matches!(task, Task::LayOut { .. })));
    assert_eq!(session.steps().len(), 1);
    assert!(said(&session).starts_with("Done: add 1 node and 2 links. Line 2 is left out."), "{}", said(&session));
    // What could not be read is still there.
    assert_eq!((session.many().lines(), session.view().text), ("cortisol -> -> x", Some(OpenText::Entry)));
    assert_eq!(session.view().picked.iter().map(|id| session.pathway().label(id)).collect::<Vec<_>>(), ["worry"]);
    act(&mut session, Action::Many(ManyAct::Lines("worry -> panic".to_owned())));
    act(&mut session, Action::Many(ManyAct::Enter));
    assert_eq!((session.many().lines(), session.view().text), ("", None));
}

#[test]
fn a_name_in_doubt_is_given_by_its_id_in_its_own_line() {
    let mut session = opened("stress -> cortisol");
    act(&mut session, Action::Many(ManyAct::Lines("a -> b\nsleep -> sleep".to_owned())));
    act(&mut session, Action::Many(ManyAct::Mean { line: 2, name: "sleep".to_owned(), node: "stress".into() }));
    assert_eq!(session.many().lines(), "a -> b\nstress -> sleep");
}

#[test]
fn an_answer_that_comes_too_late_is_dropped() {
    let mut session = opened("stress -> cortisol");
    act(&mut session, Action::Run(Command::Replace));
    let search = |text: &str| Action::Many(ManyAct::Search(Search { text: text.to_owned(), ..Search::default() }));
    let late = session.apply(search("stress"));
    assert!(session.many().waits());
    act(&mut session, search("nowhere"));
    for task in late {
        if let Task::Preview { ticket, pathway, wanted } = task {
            session.apply(Action::Previewed { ticket, found: Box::new(wanted.preview(&pathway)) });
        }
    }
    assert!(session.many().found().is_empty() && !session.many().waits());
}

#[test]
fn a_text_is_replaced_in_one_place_or_in_all() {
    let mut session = opened("stress -> stress hormone -| stress test");
    act(&mut session, Action::Run(Command::Replace));
    let search = Search { text: "stress".to_owned(), whole_words: true, same_case: false };
    act(&mut session, Action::Many(ManyAct::Search(search)));
    act(&mut session, Action::Many(ManyAct::With("strain".to_owned())));
    assert_eq!(session.many().found().len(), 3);
    let place = session.many().found()[1].place.clone();
    act(&mut session, Action::Many(ManyAct::ReplaceIn(place)));
    let labels = |session: &Session| session.pathway().nodes().map(|node| node.label.clone()).collect::<Vec<_>>();
    assert_eq!(labels(&session), ["stress", "strain hormone", "stress test"]);
    assert_eq!(session.many().found().len(), 2, "it is looked for anew");
    act(&mut session, Action::Many(ManyAct::ReplaceAll));
    assert_eq!(
        (labels(&session), session.steps().len()),
        (["strain", "strain hormone", "strain test"].map(String::from).to_vec(), 2)
    );
    act(&mut session, Action::Many(ManyAct::ReplaceAll));
    assert_eq!(said(&session), "Nothing was changed: “stress” stands nowhere that is chosen; look for something else.");
}

#[test]
fn two_picked_cards_become_one() {
    let mut session = opened("stress -> cortisol; strain -> sleep");
    act(&mut session, Action::Run(Command::Merge));
    assert!(said(&session).starts_with("Pick two cards first") && session.view().text.is_none());
    act(&mut session, Action::Pick { nodes: ["stress".into(), "strain".into()].into(), add: false });
    act(&mut session, Action::Run(Command::Merge));
    assert_eq!(session.view().text, Some(OpenText::Merge));
    act(&mut session, Action::Many(ManyAct::Merge("stress".into(), "strain".into())));
    assert_eq!((session.view().text, session.pathway().nodes().len(), session.pathway().links().len()), (None, 3, 2));
    assert_eq!(session.pathway().label(&"stress".into()), "stress");
    assert!(session.pathway().links().all(|link| link.from.as_str() == "stress"));
}
