//! Files of other programs: offered first, then taken, unsaved and with a report.

use super::*;
use crate::{
    import::{Foreign, Input},
    model::{Effect, notation},
};

const CHART: &str = "flowchart LR\n  a[Stress] -->|raises| b[Cortisol]\n  b ==> c[Mood]\n  c --> d\n";

fn foreign(name: &str, text: &str) -> Foreign {
    let input = Input::new(name, text.as_bytes());
    let (format, draft) = crate::import::read(&input, None).expect("it can be read");
    Foreign { name: name.to_owned(), format, draft }
}

/// A session in which a file of another program has just been read.
fn offered(session: &mut Session) {
    let path = PathBuf::from("/x/stress.mmd");
    session.apply(Action::OpenFile(path.clone()));
    session.apply(Action::ForeignRead { path, result: Ok(Box::new(foreign("stress.mmd", CHART))) });
}

/// Does something, and what is to be done for it.
fn act(session: &mut Session, action: Action) -> Vec<Task> {
    let tasks = session.apply(action);
    for task in &tasks {
        if let Task::Import { ticket, foreign, wishes } = task {
            let made = crate::made(foreign, wishes);
            return session.apply(Action::Imported { ticket: *ticket, made });
        }
    }
    tasks
}

#[test]
fn nothing_is_taken_before_its_arrows_were_shown() {
    let mut session = session();
    let before = Arc::clone(session.pathway());
    offered(&mut session);
    assert_eq!(session.view().text, Some(OpenText::Import));
    assert!(Arc::ptr_eq(session.pathway(), &before), "what was open stays");
    let importing = session.importing().expect("it is offered");
    let rows: Vec<_> = importing.rows().iter().map(|row| (row.word.as_str(), row.count, row.effect)).collect();
    assert_eq!(rows, [("-->", 1, Effect::Unknown), ("==>", 1, Effect::Unknown), ("raises", 1, Effect::Raises)]);
    session.apply(Action::Run(Command::Back));
    assert!(session.importing().is_none() && session.view().text.is_none(), "Esc leaves it");
    assert!(Arc::ptr_eq(session.pathway(), &before));
}

#[test]
fn what_is_taken_is_not_saved_and_has_its_report_beside_it() {
    let mut session = session();
    offered(&mut session);
    let tasks = session.apply(Action::Import(ImportAct::Mean("==>".to_owned(), Effect::Lowers)));
    assert!(tasks.iter().any(|task| matches!(task, Task::SaveSettings(text) if text.contains("mermaid"))));
    let tasks = act(&mut session, Action::Import(ImportAct::Take));
    assert!(tasks.iter().any(|task| matches!(task, Task::Keep(_))), "a crash would lose nothing");
    assert!(session.is_changed() && session.path().is_none() && session.view().text.is_none());
    let effects: Vec<Effect> = session.pathway().links().map(|link| link.effect).collect();
    assert_eq!(effects, [Effect::Raises, Effect::Lowers, Effect::Unknown]);
    assert_eq!(session.view().side_panel, SidePanel::Report);
    assert_eq!(session.import_report().map(|report| (report.links, report.signed)), Some((3, 2)));
    // What was decided holds for the next file of the format, once it is known what becomes of this one.
    let path = PathBuf::from("/x/other.mmd");
    session.apply(Action::OpenFile(path.clone()));
    session.apply(Action::Close(CloseAct::Discard));
    session.apply(Action::ForeignRead { path, result: Ok(Box::new(foreign("other.mmd", CHART))) });
    let effect = session.importing().and_then(|importing| importing.rows().iter().find(|row| row.word == "==>"));
    assert_eq!(effect.map(|row| (row.effect, row.decided)), Some((Effect::Lowers, true)));
}

#[test]
fn a_pasted_text_of_another_program_is_offered_and_unsaved_work_is_asked_for() {
    let mut session = session();
    let own = notation::parse("stress -> sleep").expect("notation");
    read(&mut session, "/x/own.pathway.ron", formats::save(&own).as_bytes());
    act(&mut session, Action::Change(ChangeAct::Paste("stress -> worry".to_owned())));
    assert!(session.is_changed() && session.importing().is_none(), "notation is no foreign format");
    act(&mut session, Action::Change(ChangeAct::Paste("dag { a -> b }".to_owned())));
    assert_eq!(session.importing().map(|importing| importing.foreign().format.id), Some("dagitty"));
    let before = Arc::clone(session.pathway());
    act(&mut session, Action::Import(ImportAct::Take));
    assert!(session.files().waits() && Arc::ptr_eq(session.pathway(), &before), "the work is not saved yet");
    act(&mut session, Action::Close(CloseAct::Discard));
    assert_eq!(session.pathway().links().len(), 1);
    assert!(session.import_report().is_some());
}

#[test]
fn a_file_that_cannot_be_read_leaves_what_was_open() {
    let mut session = session();
    let before = Arc::clone(session.pathway());
    let path = PathBuf::from("/x/broken.json");
    session.apply(Action::OpenFile(path.clone()));
    let input = Input::new("broken.json", b"{\"elements\": [], \"connections\": 5}");
    let format = crate::import::named("kumu");
    let problem = crate::import::read(&input, format).expect_err("it is broken");
    session.apply(Action::ForeignRead { path, result: Err(vec![problem]) });
    assert!(Arc::ptr_eq(session.pathway(), &before));
    assert!(session.view().message.as_ref().is_some_and(|message| message.is_error));
}
