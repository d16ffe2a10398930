//! Pathways made by hand: names that are entered, links, drags, and what is deleted.

use super::*;
use crate::{
    lesson::Difficulty,
    model::{Effect, notation},
    parts::view::Camera,
};

fn run(session: &mut Session, command: Command) {
    let tasks = session.apply(Action::Run(command));
    draw(session, tasks);
}

fn act(session: &mut Session, action: Action) {
    let tasks = session.apply(action);
    draw(session, tasks);
}

/// Opens the field with a command, types, and takes what the cursor is on.
fn enter(session: &mut Session, command: Command, text: &str) {
    run(session, command);
    act(session, Action::Entry(EntryAct::Text(text.to_owned())));
    act(session, Action::Entry(EntryAct::Take(None)));
}

/// A pathway of one's own.
fn fresh() -> Session {
    let mut session = session();
    enter(&mut session, Command::New, "My pathway");
    session
}

fn outline(session: &Session) -> String {
    notation::write(session.pathway())
}

fn said(session: &Session) -> &str {
    session.view().message.as_ref().map_or("", |message| message.text.as_str())
}

fn focus(session: &Session) -> Option<Item> {
    session.view().focus.clone()
}

fn link(id: &str) -> Item {
    Item::Link(LinkId::new(id))
}

fn rows(session: &Session) -> Vec<&str> {
    session.entry().expect("the field is open").offers().iter().map(|offer| offer.text.as_str()).collect()
}

#[test]
fn names_and_signs_make_a_pathway_and_the_cursor_is_on_what_was_made_last() {
    let mut session = fresh();
    let about = session.pathway().about();
    assert_eq!((about.title.as_str(), about.id.as_str()), ("My pathway", "my_pathway"));
    enter(&mut session, Command::AddNode, " Stress ");
    assert_eq!((focus(&session), session.entry().is_none()), (Some(node("stress")), true));
    enter(&mut session, Command::LinkTo, "Sleep loss");
    assert_eq!(
        (outline(&session).as_str(), focus(&session)),
        ("Stress -> Sleep loss\n", Some(link("stress_sleep_loss")))
    );
    assert!(said(&session).starts_with("Stress raises Sleep loss. Press -"), "{}", said(&session));
    run(&mut session, Command::SetLowers);
    assert_eq!((outline(&session).as_str(), said(&session)), ("Stress -| Sleep loss\n", "Stress lowers Sleep loss."));
    run(&mut session, Command::SetLowers);
    assert_eq!(said(&session), "It is so already: Stress lowers Sleep loss.");
    // A node and the link to it are one step.
    run(&mut session, Command::Undo);
    run(&mut session, Command::Undo);
    assert_eq!(outline(&session), "Stress\n");
    run(&mut session, Command::Redo);
    run(&mut session, Command::Redo);
    assert_eq!(outline(&session), "Stress -| Sleep loss\n");
    for (command, effect) in [
        (Command::SetMixed, Effect::Mixed),
        (Command::SetNoEffect, Effect::NoEffect),
        (Command::SetUnknown, Effect::Unknown),
        (Command::SetRaises, Effect::Raises),
    ] {
        act(&mut session, Action::Focus(Some(link("stress_sleep_loss"))));
        run(&mut session, command);
        assert_eq!(session.pathway().links().next().map(|link| link.effect), Some(effect));
    }
    act(&mut session, Action::Focus(Some(node("stress"))));
    enter(&mut session, Command::LinkFrom, "Noise");
    assert_eq!(outline(&session), "Stress -> Sleep loss\nNoise -> Stress\n");
}

#[test]
fn a_name_that_is_there_is_gone_to_and_one_that_is_known_comes_with_what_is_said_of_it() {
    let mut session = fresh();
    act(&mut session, Action::LibraryIndexed(library::index()));
    enter(&mut session, Command::AddNode, "Stress");
    enter(&mut session, Command::AddNode, "stress");
    assert_eq!((session.pathway().nodes().len(), focus(&session)), (1, Some(node("stress"))));
    run(&mut session, Command::AddNode);
    act(&mut session, Action::Entry(EntryAct::Text("stres".to_owned())));
    assert_eq!(rows(&session)[..2], ["New card “stres”", "Stress"]);
    act(&mut session, Action::Entry(EntryAct::Move(1)));
    act(&mut session, Action::Entry(EntryAct::Take(None)));
    assert_eq!((session.pathway().nodes().len(), focus(&session)), (1, Some(node("stress"))));
    let known = library::index().known().iter().find(|known| !known.node.notes.is_empty()).cloned();
    let known = known.expect("some node has a note").node;
    enter(&mut session, Command::LinkTo, &known.label);
    let pathway = session.pathway();
    let taken = pathway.nodes().last().expect("a node");
    assert_eq!((&taken.label, &taken.explanation, &taken.aliases), (&known.label, &known.explanation, &known.aliases));
    assert_eq!((taken.kind, taken.notes.len()), (known.kind, known.notes.len()));
    let cited = taken.notes.iter().flat_map(|note| &note.sources);
    assert!(cited.clone().count() > 0 && cited.clone().all(|id| pathway.source(id).is_some()));
    assert_eq!(pathway.links().len(), 1);
}

#[test]
fn files_that_were_opened_last_are_read_once_for_their_nodes() {
    let mut session = session();
    session.apply(Action::OpenFile("/x/mine.pathway.ron".into()));
    let bytes = formats::save(&notation::parse("zebra -> yak").expect("notation"));
    read(&mut session, "/x/mine.pathway.ron", bytes.as_bytes());
    act(&mut session, Action::Run(Command::New));
    let asked = |tasks: Vec<Task>| {
        tasks.into_iter().find_map(|task| if let Task::KnowFiles(paths) = task { Some(paths) } else { None })
    };
    let tasks = session.apply(Action::Run(Command::AddNode));
    assert_eq!(asked(tasks), Some(vec![PathBuf::from("/x/mine.pathway.ron")]));
    let known = library::known_in(notation::parse("zebra -> yak").expect("notation"));
    act(&mut session, Action::FilesKnown(known));
    act(&mut session, Action::Entry(EntryAct::Text("zebr".to_owned())));
    assert_eq!(rows(&session), ["New card “zebr”", "zebra"]);
    // A bundled pathway that is among the last files offers nothing twice.
    act(&mut session, Action::LibraryIndexed(library::index()));
    act(&mut session, Action::Entry(EntryAct::Text("Noradrenaline".to_owned())));
    let once: Vec<String> = rows(&session).into_iter().map(str::to_owned).collect();
    let bundled = formats::open(library::find("skull-marrow").expect("it is there").text().as_bytes());
    act(&mut session, Action::FilesKnown(library::known_in(bundled.expect("it can be read").pathway)));
    assert_eq!(rows(&session), once);
    // Taken into a lane of this pathway, it brings none along and says so by saying nothing of one.
    let lanes = session.pathway().lanes().len();
    act(&mut session, Action::Entry(EntryAct::Take(None)));
    assert_eq!((session.pathway().nodes().len(), session.pathway().lanes().len()), (1, lanes));
    assert!(!said(&session).contains("lane"), "{}", said(&session));
    act(&mut session, Action::Entry(EntryAct::Close));
    assert_eq!(asked(session.apply(Action::Run(Command::AddNode))), None);
}

#[test]
fn an_empty_name_and_one_that_is_taken_make_nothing_and_the_field_stays() {
    let mut session = fresh();
    enter(&mut session, Command::AddNode, "Stress");
    enter(&mut session, Command::AddNode, "  ");
    assert!(said(&session).starts_with("Type a name first") && session.entry().is_some());
    act(&mut session, Action::Run(Command::Back));
    assert!(session.entry().is_none());
    enter(&mut session, Command::AddNode, "Sleep");
    enter(&mut session, Command::Rename, "stress");
    assert!(said(&session).contains("“Stress” is there already"), "{}", said(&session));
    act(&mut session, Action::Entry(EntryAct::Text("Rest".to_owned())));
    act(&mut session, Action::Entry(EntryAct::Take(None)));
    let sleep = session.pathway().node(&"sleep".into()).expect("the id stays");
    assert_eq!((sleep.label.as_str(), session.entry().is_none()), ("Rest", true));
}

#[test]
fn the_title_of_a_new_pathway_is_kept_or_left() {
    let mut session = session();
    run(&mut session, Command::New);
    assert_eq!(session.entry().map(|entry| &entry.kind), Some(&EntryKind::Title));
    run(&mut session, Command::Back);
    assert_eq!((session.pathway().about().title.as_str(), session.entry().is_none()), ("Untitled pathway", true));
}

#[test]
fn an_end_is_led_elsewhere_and_a_link_is_turned_round_with_its_evidence() {
    let mut session = session();
    let id = LinkId::new("stress_meningeal_neutrophils");
    let evidence = session.pathway().link(&id).expect("a link").evidence.clone();
    act(&mut session, Action::Focus(Some(Item::Link(id.clone()))));
    enter(&mut session, Command::MoveEffect, "Skull bone marrow");
    let now = Arc::clone(session.pathway().link(&id).expect("it stays"));
    assert_eq!((now.to.as_str(), &now.evidence), ("skull_marrow", &evidence));
    assert!(said(&session).contains("copy"), "{}", said(&session));
    run(&mut session, Command::Reverse);
    let now = Arc::clone(session.pathway().link(&id).expect("it stays"));
    assert_eq!((now.from.as_str(), &now.evidence), ("skull_marrow", &evidence));
    enter(&mut session, Command::MoveEffect, "Something new");
    let now = session.pathway().link(&id).expect("it stays");
    assert_eq!((now.to.as_str(), focus(&session)), ("something_new", Some(Item::Link(id))));
}

#[test]
fn what_is_deleted_is_told_with_what_went_along_and_the_cursor_goes_on_beside_it() {
    let mut session = fresh();
    enter(&mut session, Command::AddNode, "a");
    enter(&mut session, Command::LinkTo, "b");
    act(&mut session, Action::Focus(Some(node("b"))));
    enter(&mut session, Command::LinkTo, "c");
    act(&mut session, Action::Focus(Some(node("b"))));
    run(&mut session, Command::Delete);
    assert_eq!(said(&session), "Deleted “b”. 2 links go with it. Ctrl+Z brings it back.");
    assert_eq!((outline(&session).as_str(), focus(&session)), ("a\nc\n", Some(node("a"))));
    run(&mut session, Command::Undo);
    assert_eq!(outline(&session), "a -> b\nb -> c\n");
    act(&mut session, Action::Pick { nodes: ["a".into(), "b".into()].into(), add: false });
    run(&mut session, Command::Delete);
    assert_eq!((outline(&session).as_str(), said(&session).starts_with("Deleted 2 nodes.")), ("c\n", true));
    act(&mut session, Action::Focus(None));
    run(&mut session, Command::Delete);
    assert!(said(&session).starts_with("Click a card"));
}

#[test]
fn a_drag_pins_in_one_step_and_into_the_lane_below_it_and_tidy_sets_free() {
    let mut session = session();
    let stress = NodeId::new("chronic_stress");
    let lane = session.pathway().node(&stress).expect("a node").lane.clone();
    let bands = session.picture().expect("a picture").bands.clone();
    let own = bands.iter().find(|band| band.id == lane).expect("its band");
    let other = bands.iter().find(|band| band.id != lane).expect("another band");
    let middle = |band: &crate::picture::PlacedBand| (300.0, (band.y + band.h / 2.0).round());
    for band in [own, other] {
        act(&mut session, Action::Change(ChangeAct::Drag(vec![(stress.clone(), middle(band))])));
        let card = session.picture().and_then(|picture| picture.card_of(&stress)).expect("a card");
        assert_eq!((card.x, card.y), middle(band));
        assert_eq!(
            session.pathway().node(&stress).map(|node| (&node.lane, node.at)),
            Some((&band.id, Some(middle(band))))
        );
    }
    assert!(said(&session).contains("lies in the lane"), "{}", said(&session));
    run(&mut session, Command::Undo);
    assert_eq!(session.pathway().node(&stress).map(|node| (&node.lane, node.at)), Some((&lane, Some(middle(own)))));
    run(&mut session, Command::Tidy);
    assert!(session.pathway().nodes().all(|node| node.at.is_none()));
    run(&mut session, Command::Tidy);
    assert!(said(&session).starts_with("No card is pinned"));
}

#[test]
fn cards_are_linked_by_hand_and_what_is_there_already_is_told() {
    let mut session = fresh();
    enter(&mut session, Command::AddNode, "a");
    enter(&mut session, Command::AddNode, "b");
    for _ in 0..2 {
        act(&mut session, Action::Change(ChangeAct::Connect("a".into(), "b".into())));
        assert_eq!((outline(&session).as_str(), focus(&session)), ("a -> b\n", Some(link("a_b"))));
    }
    assert!(said(&session).contains("is there already"), "{}", said(&session));
    // A line that ends beside all cards asks for a new one there.
    act(&mut session, Action::Entry(EntryAct::Link("b".into(), Some((400.0, 20.0)), None)));
    act(&mut session, Action::Entry(EntryAct::Text("c".to_owned())));
    act(&mut session, Action::Entry(EntryAct::Take(None)));
    assert_eq!(outline(&session), "a -> b\nb -> c\n");
}

#[test]
fn while_a_quiz_is_taken_keys_of_editing_say_that_it_must_be_left_first() {
    let mut session = session();
    let sheet = crate::lesson::sheet(session.pathway(), model::Reading::Shown, 1, Difficulty::Easy);
    session.apply(Action::Quiz(QuizAct::Begin { seed: 1, difficulty: Difficulty::Easy }));
    let serial = session.serial();
    act(&mut session, Action::SheetMade { serial, sheet: Arc::new(sheet) });
    assert!(session.teaching().quiz.is_some());
    let before = Arc::clone(session.pathway());
    let first = session.drawn().nodes().next().map(|node| Item::Node(node.id.clone()));
    act(&mut session, Action::Focus(first));
    for command in [Command::AddNode, Command::Rename, Command::LinkTo, Command::Delete, Command::Undo] {
        run(&mut session, command);
        assert!(said(&session).starts_with("Leave the quiz first"), "{command:?}: {}", said(&session));
        assert!(session.entry().is_none() && session.teaching().quiz.is_some());
        act(&mut session, Action::Dismiss);
    }
    assert!(Arc::ptr_eq(&before, session.pathway()));
}

#[test]
fn an_edit_shows_what_it_made_and_fits_nothing_anew() {
    let mut session = session();
    run(&mut session, Command::AddNode);
    act(&mut session, Action::Entry(EntryAct::Text("Something new".to_owned())));
    let tasks = session.apply(Action::Entry(EntryAct::Take(None)));
    let asked = session.view().camera.clone().expect("it is to be seen");
    session.apply(Action::CameraMoved(asked));
    draw(&mut session, tasks);
    assert_eq!(session.view().camera, Some(Camera::Reveal(node("something_new"))));
    // Where only some nodes are shown, the new one is too.
    act(&mut session, Action::Pick { nodes: ["chronic_stress".into()].into(), add: false });
    run(&mut session, Command::Focus);
    enter(&mut session, Command::AddNode, "Another one");
    let card = session.picture().and_then(|picture| picture.card_of(&"another_one".into()));
    assert!(card.is_some(), "{:?}", session.arrangement());
}

#[test]
fn a_new_card_comes_into_the_lane_that_was_asked_for() {
    let mut session = session();
    let lanes: Vec<_> = session.pathway().lanes().iter().map(|lane| lane.id.clone()).collect();
    act(&mut session, Action::Entry(EntryAct::Node((0.0, 0.0), Some(lanes[1].clone()))));
    act(&mut session, Action::Entry(EntryAct::Lane(1)));
    act(&mut session, Action::Entry(EntryAct::Text("New".to_owned())));
    act(&mut session, Action::Entry(EntryAct::Take(None)));
    assert_eq!(session.pathway().node(&"new".into()).map(|node| &node.lane), Some(&lanes[2]));
    act(&mut session, Action::Focus(None));
    enter(&mut session, Command::AddNode, "Newer");
    assert_eq!(session.pathway().node(&"newer".into()).map(|node| &node.lane), Some(&lanes[2]), "the one used last");
}

#[test]
fn lines_and_what_was_copied_are_pasted_as_one_step_and_cut_takes_away() {
    let mut session = fresh();
    act(&mut session, Action::Change(ChangeAct::Paste("stress -> sleep loss -| memory".to_owned())));
    assert_eq!(outline(&session), "stress -> sleep loss\nsleep loss -| memory\n");
    assert_eq!(session.view().picked.len(), 3, "what is new is picked");
    act(&mut session, Action::Pick { nodes: ["stress".into(), "sleep_loss".into()].into(), add: false });
    let tasks = session.apply(Action::Change(ChangeAct::Cut));
    let copied = tasks.into_iter().find_map(|task| if let Task::Copy(text) = task { Some(text) } else { None });
    let copied = copied.expect("something is copied");
    assert_eq!(outline(&session), "memory\n");
    run(&mut session, Command::New);
    act(&mut session, Action::Close(CloseAct::Discard));
    run(&mut session, Command::Back);
    act(&mut session, Action::Change(ChangeAct::Paste(copied)));
    assert_eq!(outline(&session), "stress -> sleep loss\n");
    run(&mut session, Command::Undo);
    assert_eq!(outline(&session), "");
    act(&mut session, Action::Change(ChangeAct::Paste("Nothing that this could be.".to_owned())));
    assert!(said(&session).starts_with("Nothing was changed"), "{}", said(&session));
    act(&mut session, Action::Dismiss);
    act(&mut session, Action::Change(ChangeAct::Copy));
    assert!(said(&session).starts_with("Click a card first"), "{}", said(&session));
}
