//! Unsaved work: what is asked before it could be lost, how it is saved, and how it comes back.

use super::*;
use crate::{
    analysis::lens::Lens,
    document::Revision,
    model::{Change, Edit, Node},
    picture::{Arrangement, LanesBy},
};

const FILE: &str = "/x/mine.pathway.ron";

/// A file that is open and has one change.
fn changed() -> Session {
    let mut session = session();
    let text = formats::save(session.pathway());
    read(&mut session, FILE, text.as_bytes());
    change(&mut session);
    session
}

fn change(session: &mut Session) -> Vec<Task> {
    let node = session.pathway().nodes().next().expect("a node");
    let explanation = format!("{} Mine.", node.explanation);
    let change = Change::SetNode(Node { explanation, ..Node::clone(node) });
    session.apply(Action::Edit(EditAct::Apply(Edit::one("explain", change))))
}

/// What is to be saved by these tasks, and where.
fn saving(tasks: Vec<Task>) -> Option<(PathBuf, Box<Saving>, MayReplace)> {
    tasks.into_iter().find_map(|task| {
        let Task::Write { path, what, may_replace, .. } = task else { return None };
        let Written::Pathway(saving) = *what else { return None };
        Some((path, saving, may_replace))
    })
}

fn saved(session: &mut Session, path: &str, revision: Revision) -> Vec<Task> {
    let text = formats::save(session.pathway()).into_bytes().into();
    session.apply(Action::Saved { serial: session.serial(), revision, path: path.into(), text, remark: None })
}

#[test]
fn saving_writes_over_the_file_that_was_opened_and_nothing_is_changed_then() {
    let mut session = changed();
    let (path, what, may) = saving(session.apply(Action::Run(Command::Save))).expect("it is saved");
    assert_eq!((path.as_path(), may), (std::path::Path::new(FILE), MayReplace::Nothing));
    assert_eq!(what.open_as.as_deref(), Some(std::path::Path::new(FILE)));
    assert!(session.is_changed());
    let tasks = saved(&mut session, FILE, what.revision);
    assert!(tasks.contains(&Task::Forget(session.serial())) && !session.is_changed());
    assert_eq!(saving(session.apply(Action::Run(Command::Save))), None, "there is nothing to save");
    // An edit after it is a change again, and taking it back is none.
    assert!(change(&mut session).iter().any(|task| matches!(task, Task::Keep(_))));
    session.apply(Action::Run(Command::Undo));
    assert!(!session.is_changed());
}

#[test]
fn what_was_written_while_it_was_being_saved_is_still_a_change() {
    let mut session = changed();
    let (_, what, _) = saving(session.apply(Action::Run(Command::Save))).expect("it is saved");
    let node = session.pathway().nodes().nth(1).map(|node| Node::clone(node)).expect("a node");
    let later = Change::SetNode(Node { explanation: "Later.".to_owned(), ..node });
    session.apply(Action::Edit(EditAct::Apply(Edit::one("explain", later))));
    let tasks = saved(&mut session, FILE, what.revision);
    assert!(session.is_changed() && !tasks.contains(&Task::Forget(session.serial())));
}

#[test]
fn a_copy_and_a_new_pathway_ask_where_to() {
    let mut session = session();
    change(&mut session);
    let tasks = session.apply(Action::Run(Command::Save));
    assert_eq!(tasks, [Task::PickPlace("skull-marrow.pathway.ron".to_owned())]);
    let (path, what, may) = saving(session.apply(Action::Picked(Some("/x/own".into())))).expect("it is saved");
    assert_eq!((path.as_path(), may), (std::path::Path::new("/x/own.pathway.ron"), MayReplace::Nothing));
    saved(&mut session, "/x/own.pathway.ron", what.revision);
    assert_eq!(session.path(), Some(std::path::Path::new("/x/own.pathway.ron")));
    assert!(!session.is_changed());
}

#[test]
fn every_way_out_asks_and_none_loses_anything_until_it_is_answered() {
    let ways = || {
        [
            Action::Run(Command::Quit),
            Action::Run(Command::New),
            Action::Run(Command::Reload),
            Action::OpenBundled("atlas".to_owned()),
            Action::OpenThere { pathway: "atlas".to_owned(), node: "chronic_stress".into() },
            Action::OpenFile("/x/other.pathway.ron".into()),
        ]
    };
    for (number, way) in ways().into_iter().enumerate() {
        let mut session = changed();
        let before = (Arc::clone(session.pathway()), session.serial());
        let tasks = session.apply(way);
        assert_eq!(tasks, [], "{number}");
        assert!(session.files().leaves().is_some(), "{number}");
        for stay in [Action::Close(CloseAct::Stay), Action::Run(Command::Back)] {
            session.apply(stay);
            assert_eq!((session.pathway(), session.serial()), (&before.0, before.1), "{number}");
            session.apply(ways().into_iter().nth(number).expect("it is there"));
        }
        let tasks = session.apply(Action::Close(CloseAct::Discard));
        assert!(tasks.contains(&Task::Discard(before.1)), "{number}");
        let goes =
            session.serial() != before.1 || tasks.iter().any(|task| matches!(task, Task::ReadFile(_) | Task::Quit));
        assert!(goes, "{number}: {tasks:?}");
    }
}

#[test]
fn whoever_closes_the_window_while_somebody_presents_is_asked_where_it_can_be_seen() {
    let mut session = session();
    change(&mut session);
    session.apply(Action::Teach(TeachAct::Present));
    assert!(session.presents());
    let tasks = session.apply(Action::Run(Command::Quit));
    assert!(!session.presents() && session.files().leaves().is_some() && !tasks.contains(&Task::Quit));
    assert_eq!(Rung::topmost(&session), Rung::Path);
}

#[test]
fn saving_first_goes_on_when_it_is_saved_and_stays_when_it_cannot_be() {
    let mut session = changed();
    session.apply(Action::Run(Command::Quit));
    let (_, what, _) = saving(session.apply(Action::Close(CloseAct::Save))).expect("it is saved");
    assert!(saved(&mut session, FILE, what.revision).contains(&Task::Quit) && session.files().quits());

    let mut session = changed();
    session.apply(Action::Run(Command::Quit));
    let (path, what, _) = saving(session.apply(Action::Close(CloseAct::Save))).expect("it is saved");
    let why = NotSaved::Failed("There is no room.".to_owned());
    session.apply(Action::NotSaved { serial: what.serial, path, why });
    let tasks = saved(&mut session, FILE, what.revision);
    assert!(!tasks.contains(&Task::Quit), "the next save is no reason to quit");
}

#[test]
fn a_file_that_another_program_has_changed_is_never_saved_over() {
    let mut session = changed();
    let fail = |session: &mut Session, is_gone| {
        let (path, what, _) = saving(session.apply(Action::Run(Command::Save))).expect("it is saved");
        session.apply(Action::NotSaved { serial: what.serial, path, why: NotSaved::Changed { is_gone } });
        assert_eq!(session.files().conflict().map(|(_, is_gone)| is_gone), Some(is_gone));
    };
    fail(&mut session, false);
    session.apply(Action::Close(CloseAct::Stay));
    assert!(session.files().conflict().is_none() && session.is_changed());
    fail(&mut session, false);
    assert!(matches!(session.apply(Action::Close(CloseAct::KeepCopy))[..], [Task::PickPlace(_)]));
    session.apply(Action::Picked(None));
    fail(&mut session, false);
    let tasks = session.apply(Action::Close(CloseAct::Compare));
    assert!(tasks.contains(&Task::ReadFile(FILE.into())) && session.is_changed());
    fail(&mut session, false);
    let tasks = session.apply(Action::Close(CloseAct::Reload));
    assert!(tasks.contains(&Task::ReadFile(FILE.into())) && tasks.contains(&Task::Discard(session.serial())));
    fail(&mut session, true);
    let (_, _, may) = saving(session.apply(Action::Close(CloseAct::WriteAgain))).expect("it is saved");
    assert_eq!(may, MayReplace::Everything);
}

/// Work that was left, over a file that looks like this now.
fn left(number: usize, on_disk: OnDisk) -> LeftWork {
    let mut pathway = model::notation::parse("stress -> sleep loss").expect("notation").parts();
    let saved = formats::open(formats::save(&model::Pathway::from_parts(pathway.clone(), Vec::new())).as_bytes());
    pathway.nodes[0].explanation = "Work.".to_owned();
    let text = formats::save(&model::Pathway::from_parts(pathway, Vec::new()));
    LeftWork {
        number,
        title: "Left".to_owned(),
        path: (on_disk != OnDisk::Never).then(|| FILE.into()),
        age: 90,
        on_disk,
        work: formats::open(text.as_bytes()).map(Box::new),
        saved: saved.ok().filter(|_| on_disk == OnDisk::Unchanged).map(Box::new),
        outlook: Outlook::default(),
    }
}

#[test]
fn work_that_was_left_is_taken_up_as_it_was_and_is_not_saved_yet() {
    for on_disk in [OnDisk::Never, OnDisk::Unchanged, OnDisk::Changed, OnDisk::Gone] {
        let mut session = session();
        session.apply(Action::Left(vec![left(7, on_disk), left(8, OnDisk::Never)], Vec::new()));
        let tasks = session.apply(Action::Close(CloseAct::Recover(7)));
        assert!(tasks.contains(&Task::Decided(7)) && tasks.iter().any(|task| matches!(task, Task::Keep(_))));
        assert_eq!(session.pathway().nodes().next().expect("a node").explanation, "Work.");
        assert!(session.is_changed(), "{on_disk:?}");
        assert_eq!(session.path().is_some(), on_disk != OnDisk::Never);
        // What follows is offered then, and taking it up asks what becomes of this one.
        assert_eq!(session.left().map(|left| left.number), Some(8));
        for act in [CloseAct::Recover(8), CloseAct::RecoverAndCompare(8)] {
            let before = session.serial();
            session.apply(Action::Close(act));
            assert!(session.files().leaves().is_some() && session.serial() == before, "{act:?}");
            session.apply(Action::Close(CloseAct::Stay));
        }
    }
}

#[test]
fn what_is_taken_up_looks_as_it_did_as_far_as_it_still_has_that() {
    // What is kept with an edit, and not what was looked at before it.
    let mut session = changed();
    session.apply(Action::Open(node("poor_sleep")));
    session.apply(Action::Run(Command::EditDetails));
    session.apply(Action::SidePanel(SidePanel::Ask));
    session.apply(Action::Arrange(Arrangement { lanes: LanesBy::Scale, ..Arrangement::default() }));
    let lens = Lens { human_only: true, ..Lens::default() };
    session.apply(Action::SetLens(lens.clone()));
    let kept = change(&mut session)
        .into_iter()
        .find_map(|task| if let Task::Keep(saving) = task { Some(saving) } else { None });
    let kept = kept.expect("it is kept");
    let camera = Camera::Near { item: node("poor_sleep"), offset: (1.0, 2.0), zoom: 1.5 };
    let view = Outlook { camera: Some(camera.clone()), ..kept.outlook }.to_text();
    let text = formats::save(session.pathway());
    let recover = |text: &str, outlook: Outlook| {
        let mut session = self::session();
        let work = formats::open(text.as_bytes()).map(Box::new);
        session.apply(Action::Left(vec![LeftWork { work, outlook, ..left(1, OnDisk::Never) }], Vec::new()));
        let tasks = session.apply(Action::Close(CloseAct::Recover(1)));
        draw(&mut session, tasks);
        session
    };
    let session = recover(&text, Outlook::from_text(&view));
    let view = session.view();
    assert_eq!((view.selected(), view.writing, view.side_panel), (Some(&node("poor_sleep")), true, SidePanel::Ask));
    assert_eq!((session.arrangement().lanes, &session.lens().lens), (LanesBy::Scale, &lens));
    assert_eq!(view.camera, Some(camera));
    // Of another pathway nothing is left to look at.
    let gone = Outlook {
        page: Some(Page::Source("gone".into())),
        picked: ["gone".into()].into(),
        focus: Some(node("gone")),
        arrangement: Arrangement {
            ring: vec!["gone".into()],
            focus: Some(["gone".into()].into()),
            ..Arrangement::default()
        },
        lens: Lens { without: Some("gone".into()), ..Lens::default() },
        ..Outlook::default()
    };
    let session = recover(&text, gone);
    assert_eq!((session.view().page(), session.view().focus.as_ref(), session.view().picked.len()), (None, None, 0));
    assert_eq!((session.arrangement(), &session.lens().lens), (&Arrangement::default(), &Lens::default()));
}

#[test]
fn what_was_left_and_is_not_wanted_now_is_set_aside_or_offered_again() {
    let mut session = session();
    let offer = |session: &mut Session| session.apply(Action::Left(vec![left(3, OnDisk::Unchanged)], Vec::new()));
    offer(&mut session);
    assert_eq!(session.apply(Action::Close(CloseAct::GiveUp(3))), [Task::Decided(3)]);
    assert!(session.left().is_none());
    offer(&mut session);
    assert_eq!(session.apply(Action::Close(CloseAct::Later)), []);
    assert!(session.left().is_none());
    offer(&mut session);
    let tasks = session.apply(Action::Close(CloseAct::OpenSaved(3)));
    assert_eq!(tasks, [Task::ReadFile(FILE.into())]);
    let text = formats::save(session.pathway());
    assert!(read(&mut session, FILE, text.as_bytes()).contains(&Task::Decided(3)));
    assert!(session.left().is_none());
    offer(&mut session);
    let tasks = session.apply(Action::Close(CloseAct::RecoverAndCompare(3)));
    assert!(tasks.contains(&Task::ReadFile(FILE.into())) && session.is_changed());
    offer(&mut session);
    session.apply(Action::Run(Command::Back));
    assert!(session.left().is_none(), "later, at the next start");
}

#[test]
fn what_was_left_is_only_set_aside_for_its_file_once_that_is_open() {
    let mut session = changed();
    session.apply(Action::Left(vec![left(3, OnDisk::Changed)], Vec::new()));
    let number = |session: &Session| session.left().map(|left| left.number);
    // What is open now comes first, and whoever stays has decided nothing.
    assert_eq!(session.apply(Action::Close(CloseAct::OpenSaved(3))), []);
    assert!(session.files().leaves().is_some());
    session.apply(Action::Close(CloseAct::Stay));
    assert_eq!(number(&session), Some(3));
    session.apply(Action::Close(CloseAct::OpenSaved(3)));
    let tasks = session.apply(Action::Close(CloseAct::Discard));
    assert!(tasks.contains(&Task::ReadFile(FILE.into())) && !tasks.contains(&Task::Decided(3)), "{tasks:?}");
    assert_eq!(number(&session), None, "it is on its way");
    // A file that cannot be read settles nothing, nor does another one, nor what is opened in between.
    assert!(!read(&mut session, FILE, b"(").contains(&Task::Decided(3)));
    assert_eq!(number(&session), Some(3));
    let mut session = self::session();
    session.apply(Action::Left(vec![left(3, OnDisk::Changed)], Vec::new()));
    session.apply(Action::Close(CloseAct::OpenSaved(3)));
    let text = formats::save(session.pathway());
    assert!(!read(&mut session, "/x/other.pathway.ron", text.as_bytes()).contains(&Task::Decided(3)));
    assert_eq!(number(&session), Some(3));
    session.apply(Action::Close(CloseAct::OpenSaved(3)));
    session.apply(Action::OpenBundled("atlas".to_owned()));
    assert_eq!(number(&session), Some(3));
    session.apply(Action::Close(CloseAct::OpenSaved(3)));
    assert!(read(&mut session, FILE, text.as_bytes()).contains(&Task::Decided(3)));
    assert_eq!(number(&session), None);
}

#[test]
fn a_file_that_is_open_elsewhere_can_be_read_and_its_first_change_makes_a_copy() {
    let mut session = session();
    let text = formats::save(session.pathway());
    read(&mut session, FILE, text.as_bytes());
    session.apply(Action::MayOnlyRead("/x/another.ron".into(), "No.".to_owned()));
    assert_eq!(session.read_only(), None);
    session.apply(Action::MayOnlyRead(FILE.into(), "It is open elsewhere.".to_owned()));
    assert_eq!(session.read_only(), Some("It is open elsewhere."));
    change(&mut session);
    assert_eq!((session.read_only(), session.path()), (None, None));
}

#[test]
fn a_start_with_care_draws_nothing_until_somebody_asks_for_it() {
    let mut session = session();
    session.apply(Action::Careful);
    assert!(session.is_undrawn() && session.picture().is_none());
    let tasks = session.apply(Action::OpenBundled("skull-marrow".to_owned()));
    assert!(!tasks.iter().any(|task| matches!(task, Task::LayOut { .. })));
    let tasks = session.apply(Action::DrawAgain);
    assert!(tasks.iter().any(|task| matches!(task, Task::LayOut { .. })) && !session.is_undrawn());
}
