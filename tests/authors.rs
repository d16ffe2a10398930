//! What authors have beside the drawing, through the real window by keyboard: the steps so far, offers about problems, tours
//! that are written, many lines at once, texts that are replaced, cards that become one.
#![expect(clippy::expect_used, clippy::panic, reason = "what a test stands on may end it")]

mod common;

use egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{AccessKitNode, By, NodeT as _, Queryable as _};
use pathlight::{
    model::{NodeId, Pathway, notation},
    session::{Action, Command, OpenText, Session, Settings, SidePanel},
    words,
};

use common::{Window, apply, open};

/// Most presses of Tab until something must have come.
const MOST_TABS: usize = 300;
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

fn window() -> Window {
    open(vec2(1280.0, 720.0), Settings { reduced_motion: true, ..Settings::default() })
}

fn session(window: &Window) -> &Session {
    window.state().session()
}

fn pathway(window: &Window) -> &Pathway {
    session(window).pathway()
}

/// A window on a pathway from a file.
fn opened(name: &str, pathway: &Pathway) -> Window {
    let mut window = window();
    let path = std::env::temp_dir().join(format!("pathlight-{name}-{}.pathway.ron", std::process::id()));
    std::fs::write(&path, pathlight::formats::save(pathway)).expect("a file for the test");
    apply(&mut window, Action::OpenFile(path.clone()));
    std::fs::remove_file(&path).expect("the test's file");
    window
}

fn press(window: &mut Window, held: Modifiers, key: Key) {
    for pressed in [true, false] {
        window.event(Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers: held });
    }
    window.run();
}

fn type_text(window: &mut Window, text: &str) {
    for letter in text.chars() {
        if letter == '\n' {
            press(window, Modifiers::NONE, Key::Enter);
        } else {
            window.event(Event::Text(letter.to_string()));
            window.run();
        }
    }
}

/// The accessible name of what has the keyboard.
fn focused(window: &Window) -> String {
    let nodes = window.query_all(By::new()).map(|node| node.accesskit_node());
    nodes.filter(AccessKitNode::is_focused).filter_map(|node| node.label()).next_back().unwrap_or_default()
}

/// Goes by Tab to what has a name that begins so.
#[track_caller]
fn go_to(window: &mut Window, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..MOST_TABS {
        let now = focused(window);
        if now.starts_with(name) {
            return;
        }
        seen.push(now);
        press(window, Modifiers::NONE, Key::Tab);
    }
    panic!("{name:?} is not to be had by Tab: {seen:#?}");
}

/// Presses a button by keyboard.
#[track_caller]
fn push(window: &mut Window, name: &str) {
    go_to(window, name);
    press(window, Modifiers::NONE, Key::Space);
}

/// Fills a field, in the place of what stands in it.
#[track_caller]
fn fill(window: &mut Window, name: &str, text: &str) {
    go_to(window, name);
    press(window, CTRL, Key::A);
    type_text(window, text);
}

/// Chooses a card in a chooser by its first letters.
#[track_caller]
fn choose(window: &mut Window, name: &str, letters: &str) {
    push(window, name);
    type_text(window, letters);
    press(window, Modifiers::NONE, Key::Enter);
}

fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// Everything that is there to be used has a name.
#[track_caller]
fn all_named(window: &Window) {
    for role in [Role::TextInput, Role::MultilineTextInput, Role::ComboBox, Role::Button, Role::CheckBox] {
        for node in window.query_all_by_role(role) {
            let node = node.accesskit_node();
            let label = node.label().unwrap_or_default();
            assert!(
                !label.trim().is_empty() || node.value().is_some_and(|_| role == Role::ComboBox),
                "{role:?} {node:?}"
            );
        }
    }
}

#[test]
fn any_step_is_gone_to_from_the_list_of_steps_and_said_by_a_word() {
    let mut window = opened("steps", &notation::parse("stress -> cortisol -| sleep").expect("notation"));
    for lines in ["sleep -> mood", "mood -> work"] {
        apply(&mut window, Action::Run(Command::QuickEntry));
        type_text(&mut window, lines);
        push(&mut window, words::many::ENTER);
    }
    assert_eq!((session(&window).steps().len(), pathway(&window).nodes().len()), (2, 5));
    press(&mut window, CTRL_SHIFT, Key::H);
    assert_eq!(session(&window).view().text, Some(OpenText::Steps));
    assert!(says(&window, "2  add 1 node and 1 link · here now"), "the present step has a word");
    assert!(says(&window, "0  as it was opened · saved"));
    all_named(&window);
    push(&mut window, "1  add 1 node and 1 link");
    assert_eq!((session(&window).position(), pathway(&window).nodes().len()), (1, 4));
    assert!(says(&window, "2  add 1 node and 1 link · undone"));
    go_to(&mut window, "0  as it was opened");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!((session(&window).position(), pathway(&window).nodes().len()), (0, 3));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(session(&window).view().text, None);
}

#[test]
fn an_offer_about_a_problem_is_taken_by_keyboard_and_the_problem_is_gone() {
    let mut parts = notation::parse("stress -> cortisol -| sleep").expect("notation").parts();
    parts.links[1].to = "dream_recall".into();
    let mut window = opened("offer", &Pathway::from_parts(parts, Vec::new()));
    assert_eq!(pathway(&window).links().len(), 1);
    press(&mut window, CTRL, Key::E);
    all_named(&window);
    assert!(says(&window, words::problems::REMARKS), "remarks stand under a heading of their own");
    push(&mut window, "Make the missing “dream_recall”");
    assert_eq!((pathway(&window).links().len(), pathway(&window).misfits().len()), (2, 0));
    assert_eq!(pathway(&window).label(&NodeId::new("dream_recall")), "Dream recall");
    assert!(!says(&window, "Make the missing") && session(&window).is_checked());
    assert!(!session(&window).problems().iter().any(pathlight::formats::Problem::is_error));
}

#[test]
fn remarks_for_authors_are_told_from_the_first_edit_on() {
    let mut window = window();
    let bundled = pathlight::session::library::all().iter().find(|bundled| {
        apply(&mut window, Action::OpenBundled(bundled.id.to_owned()));
        !session(&window).problems().is_empty()
    });
    assert!(bundled.is_some(), "there are remarks on one of them");
    let remarks = words::counts::remarks(session(&window).problems().len());
    assert!(window.query_by_label(&remarks).is_none());
    apply(&mut window, Action::Run(Command::QuickEntry));
    type_text(&mut window, "depression -> something new");
    push(&mut window, words::many::ENTER);
    let remarks = words::counts::remarks(session(&window).problems().len());
    assert!(window.query_by_label(&remarks).is_some(), "{remarks}");
}

#[test]
fn a_tour_is_written_by_keyboard_alone() {
    let mut window = opened("tour", &notation::parse("stress -> cortisol -| sleep; mood -> work").expect("notation"));
    apply(&mut window, Action::Run(Command::Teach));
    assert_eq!(session(&window).view().side_panel, SidePanel::Teach);
    push(&mut window, words::touring::NEW);
    fill(&mut window, words::touring::TITLE, "How it begins");
    // What is looked at is what a step shows.
    apply(&mut window, Action::Focus(Some(pathlight::session::Item::Node("stress".into()))));
    push(&mut window, words::touring::ADD_STEP);
    fill(&mut window, words::touring::TEXT, "It begins with stress.");
    fill(&mut window, words::touring::NOTES, "Wait for an answer.");
    choose(&mut window, words::touring::RAISE, "stress");
    assert!(says(&window, words::touring::INCOMPLETE));
    choose(&mut window, words::touring::ASK, "sleep");
    fill(&mut window, &words::touring::text_for("pupil"), "Stress comes first.");
    all_named(&window);
    push(&mut window, words::touring::ADD_STEP);
    fill(&mut window, words::touring::TEXT, "And then?");
    push(&mut window, words::touring::STEP_UP);
    let tour = std::sync::Arc::clone(pathway(&window).tours().first().expect("it is there"));
    assert_eq!((tour.title.as_str(), tour.id.as_str(), tour.steps.len()), ("How it begins", "untitled_tour", 2));
    let [second, first] = tour.steps.as_slice() else { panic!("{:?}", tour.steps) };
    assert_eq!((first.show.concat(), first.text.as_str()), ("stress".to_owned(), "It begins with stress."));
    assert_eq!((first.notes.as_str(), first.levels[0].text.as_str()), ("Wait for an answer.", "Stress comes first."));
    let predict = first.predict.as_ref().expect("it asks");
    assert_eq!((predict.raise.as_slice(), &predict.ask), ([NodeId::new("stress")].as_slice(), &NodeId::new("sleep")));
    assert_eq!(second.text, "And then?");
    // A title cannot be empty: what is typed stays in its field, with the reason.
    go_to(&mut window, words::touring::TITLE);
    press(&mut window, CTRL, Key::A);
    press(&mut window, Modifiers::NONE, Key::Backspace);
    assert!(says(&window, "cannot be empty") && pathway(&window).tours()[0].title == "How it begins");
    // Out of the field, away from the card that the cursor was on, out of the writing.
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
    push(&mut window, &words::touring::write("How it begins"));
    push(&mut window, words::touring::TELL);
    assert!(session(&window).teaching().telling.is_some() && session(&window).touring().is_none());
}

#[test]
fn lines_are_entered_by_keyboard_with_what_they_would_do_in_sight() {
    let mut window = opened("lines", &notation::parse("stress -> cortisol").expect("notation"));
    press(&mut window, CTRL, Key::M);
    assert_eq!(focused(&window), words::many::LINES);
    type_text(&mut window, "stress -> worry\nworry -> -> x\nworry -| sleep");
    for text in
        ["Line 1: new: “worry”; known: “stress”; 1 new link", "Line 2, column", "Together: add 2 nodes and 2 links."]
    {
        assert!(says(&window, text), "{text}");
    }
    all_named(&window);
    push(&mut window, words::many::ENTER);
    assert_eq!(
        (pathway(&window).nodes().len(), pathway(&window).links().len(), session(&window).steps().len()),
        (4, 3, 1)
    );
    assert_eq!(session(&window).many().lines(), "worry -> -> x", "what cannot be read stays");
}

#[test]
fn texts_are_replaced_and_cards_become_one_by_keyboard() {
    let mut window = opened("texts", &notation::parse("stress -> stress hormone; strain -> sleep").expect("notation"));
    press(&mut window, CTRL_SHIFT, Key::K);
    assert_eq!(focused(&window), words::many::FIND);
    type_text(&mut window, "stress");
    fill(&mut window, words::many::WITH, "load");
    assert!(says(&window, &words::many::found(2, 2)));
    all_named(&window);
    push(&mut window, &words::many::replace_in("the name of “stress hormone”"));
    assert!(says(&window, &words::many::found(1, 1)));
    push(&mut window, words::many::REPLACE_ALL);
    let labels: Vec<&str> = pathway(&window).nodes().map(|node| node.label.as_str()).collect();
    assert_eq!(labels, ["load", "load hormone", "strain", "sleep"]);
    press(&mut window, Modifiers::NONE, Key::Escape);
    apply(&mut window, Action::Pick { nodes: ["stress".into(), "strain".into()].into(), add: false });
    apply(&mut window, Action::Run(Command::Merge));
    push(&mut window, &words::many::keep("load"));
    assert_eq!((pathway(&window).nodes().len(), pathway(&window).links().len()), (3, 2));
}
