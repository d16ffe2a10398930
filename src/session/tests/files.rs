//! Files that are written, and files that change: what is asked before anything is lost.

use super::*;
use std::path::Path;

/// Types a path where there is no dialog, for what a command writes.
fn typed(session: &mut Session, command: Command, path: &str) -> Vec<Task> {
    session.apply(Action::Run(command));
    session.apply(Action::NoDialog);
    session.apply(Action::OpenFile(path.into()))
}

#[track_caller]
fn check_write(tasks: &[Task], expected: &str, may: MayReplace) {
    match tasks {
        [Task::Write { path, may_replace, .. }] => {
            assert_eq!((path.as_path(), *may_replace), (Path::new(expected), may));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_typed_name_gets_the_ending_that_it_lacks_and_replaces_nothing() {
    let mut session = session();
    for (command, name, path) in [
        (Command::SavePicture, "/x/figure", "/x/figure.svg"),
        (Command::SavePicture, "/x/figure.PNG", "/x/figure.PNG"),
        (Command::SavePicture, "/x/my.folder/figure", "/x/my.folder/figure.svg"),
        (Command::SaveWorksheet, "/x/sheet", "/x/sheet.pdf"),
    ] {
        check_write(&typed(&mut session, command, name), path, MayReplace::Nothing);
        assert_eq!(session.files().path_text(), None, "the box has closed");
    }
    assert_eq!(typed(&mut session, Command::SavePicture, "/x/figure.doc"), []);
    assert_eq!(session.files().path_text(), Some("/x/figure.doc"), "the box stays, with what was typed");
    check_write(&session.apply(Action::OpenFile("/x/figure.pdf".into())), "/x/figure.pdf", MayReplace::Nothing);
}

#[test]
fn the_systems_dialog_has_asked_about_the_name_that_was_picked_and_about_no_other() {
    let mut session = session();
    for (name, path, may) in [("/x/a.svg", "/x/a.svg", MayReplace::Picked), ("/x/a", "/x/a.svg", MayReplace::Nothing)] {
        session.apply(Action::Run(Command::SavePicture));
        check_write(&session.apply(Action::Picked(Some(name.into()))), path, may);
    }
}

#[test]
fn what_is_there_is_replaced_only_where_somebody_says_so() {
    let mut session = session();
    for (answer, writes) in [(Some(false), false), (None, false), (Some(true), true)] {
        let task = typed(&mut session, Command::SavePicture, "/x/a.svg").pop();
        let Some(Task::Write { path, what, .. }) = task else { panic!("{task:?}") };
        session.apply(Action::WouldReplace(Replaces { there: vec![path.clone()], path, what }));
        assert!(session.files().replaces().is_some());
        assert_eq!(session.view().message, None, "nothing is being written");
        let tasks = session.apply(answer.map_or(Action::Run(Command::Back), Action::Replace));
        assert!(session.files().replaces().is_none());
        if writes {
            check_write(&tasks, "/x/a.svg", MayReplace::Everything);
        } else {
            assert_eq!(tasks, []);
        }
    }
    assert_eq!(session.apply(Action::Replace(true)), [], "nothing waits any more");
}

#[test]
fn a_proposed_name_can_be_a_files_name_everywhere() {
    let mut session = session();
    let file = crate::formats::save(&crate::model::notation::parse("a -> b").expect("notation"));
    for (id, name) in [("../../etc/p\\u{202e}w d", "etcpwd.svg"), ("\\u{1b}/", "pathway.svg"), ("my-map", "my-map.svg")]
    {
        let text = file.replacen("id: \"notation\"", &format!("id: \"{id}\""), 1);
        let tasks = read(&mut session, "/x/odd.pathway.ron", text.as_bytes());
        draw(&mut session, tasks);
        assert_eq!(session.apply(Action::Run(Command::SavePicture)), [Task::PickPlace(name.to_owned())]);
        session.apply(Action::Picked(None));
    }
}

const MINE: &str = "/x/mine.pathway.ron";

fn changed(session: &mut Session, bytes: &[u8]) {
    let tasks = session.apply(Action::ChangedOnDisk(MINE.into()));
    assert_eq!(tasks, [Task::ReadFile(MINE.into())]);
    let result = formats::open(bytes).map(Box::new);
    session.apply(Action::FileRead { path: MINE.into(), result });
}

fn message(session: &Session) -> &str {
    session.view().message.as_ref().map_or("", |message| &message.text)
}

#[test]
fn a_file_that_changes_on_disk_is_shown_as_it_is_now() {
    let mut session = session();
    let text = library::all()[0].text();
    let tasks = read(&mut session, MINE, text.as_bytes());
    assert!(tasks.contains(&Task::Watch(Some(MINE.into()))), "{tasks:?}");
    session.apply(Action::Open(node("depression")));
    let serial = session.serial();
    changed(&mut session, text.as_bytes());
    assert_eq!((session.serial(), message(&session)), (serial, ""), "it was only touched");
    assert_eq!(session.view().selected(), Some(&node("depression")), "so nothing moves");
    changed(&mut session, text.replacen("label: \"Chronic stress\"", "label: \"Lasting strain\"", 1).as_bytes());
    assert_eq!(session.pathway().label(&NodeId::new("chronic_stress")), "Lasting strain");
    assert!(message(&session).contains("was read again"), "{}", message(&session));
    changed(&mut session, b"Pathway(");
    assert_eq!(session.pathway().label(&NodeId::new("chronic_stress")), "Lasting strain", "what was shown stays");
    assert!(session.view().message.as_ref().is_some_and(|message| message.is_error && !message.lines.is_empty()));
    // A file that is gone has no place in it that could be told.
    session.apply(Action::ChangedOnDisk(MINE.into()));
    let result = Err(vec![formats::Problem::at_start(formats::NO_SUCH_FILE, "check the path")]);
    session.apply(Action::FileRead { path: MINE.into(), result });
    assert_eq!(message(&session), "mine.pathway.ron is no longer there. What is shown is as it was.");
    assert!(session.view().message.as_ref().is_some_and(|message| message.is_error && message.lines.is_empty()));
    let tasks = session.apply(Action::OpenBundled("microglia".to_owned()));
    assert!(tasks.contains(&Task::Watch(None)), "{tasks:?}");
    assert_eq!(session.apply(Action::ChangedOnDisk(MINE.into())), [], "that one is not open any more");
}

#[test]
fn a_file_that_is_gone_is_told_without_a_place_in_it() {
    let mut session = session();
    read(&mut session, MINE, library::all()[0].text().as_bytes());
    session.apply(Action::ChangedOnDisk(MINE.into()));
    let gone = formats::Problem::at_start("no such file", "check its name");
    session.apply(Action::FileRead { path: MINE.into(), result: Err(vec![gone]) });
    let lines = session.view().message.as_ref().map(|message| message.lines.clone()).unwrap_or_default();
    assert_eq!(lines, ["no such file; check its name"]);
    // What is wrong inside of a file keeps its place.
    changed(&mut session, b"Pathway(\n  id: 1");
    let lines = session.view().message.as_ref().map(|message| message.lines.clone()).unwrap_or_default();
    assert!(lines.iter().any(|line| line.starts_with("2:")), "{lines:?}");
}

#[test]
fn a_lesson_is_not_interrupted_by_a_file_that_changes() {
    let mut session = session();
    read(&mut session, MINE, library::all()[0].text().as_bytes());
    session.apply(Action::Run(Command::NextStep));
    assert!(session.teaching().telling.is_some());
    assert_eq!(session.apply(Action::ChangedOnDisk(MINE.into())), []);
    assert!(message(&session).contains("Ctrl+R"), "{}", message(&session));
    assert!(session.teaching().telling.is_some());
}
