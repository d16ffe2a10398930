//! Asking and arranging in the real window, without a screen: by accessible names, and at rest afterwards.

mod common;

use std::sync::Arc;

use egui::{Event, Modifiers, PointerButton, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use pathlight::{
    analysis::{loops::LoopKind, whatif::Outcome},
    lesson,
    model::NodeId,
    picture::LanesBy,
    session::{Action, AskAct, Command, Item, Settings, TeachAct},
    signs::{links::Badge, places::Faults},
    words,
};

use common::{Window, apply, open};

fn window() -> Window {
    open(vec2(1360.0, 850.0), Settings { reduced_motion: true, ..Settings::default() })
}

fn click(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).click();
    window.run();
}

#[test]
fn loops_are_listed_and_lit_by_mouse() {
    let mut window = window();
    click(&mut window, Role::Button, "Ask");
    assert!(window.query_by_label("4 loops").is_some());
    let row = "R Chronic stress – Depression loop, reinforcing";
    window.get_by_label(row).click();
    window.run();
    let lit = window.state().session().asking().lit.clone().map(|lit| lit.links.len());
    assert_eq!(lit, Some(2));
    assert!(window.query_by_label("No link lowers, so it is reinforcing.").is_some());
    click(&mut window, Role::Button, "Draw as a circle");
    assert_eq!(window.state().session().picture().map(|picture| picture.cards.len()), Some(2));
    click(&mut window, Role::Button, "Show everything");
    let session = window.state().session();
    assert_eq!(session.picture().map(|picture| picture.cards.len()), Some(session.pathway().nodes().len()));
}

#[test]
fn a_what_if_is_asked_and_played_by_keyboard() {
    let mut window = window();
    apply(&mut window, Action::Focus(Some(Item::Node(NodeId::new("chronic_stress")))));
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, egui::Key::I);
    window.run();
    assert!(window.query_by_label("Chronic stress: raised  ×").is_some());
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, egui::Key::T);
    window.run();
    assert_eq!(window.state().session().asking().steps, 1);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, egui::Key::P);
    window.run();
    assert_eq!(window.state().session().asking().steps, usize::MAX);
    window.get_by_label("Chronic stress: raised  ×").click();
    window.run();
    assert!(window.state().session().question().is_none());
}

#[test]
fn routes_are_asked_from_details() {
    let mut window = window();
    for (node, command) in [("skull_marrow", Command::RoutesFrom), ("depression", Command::RoutesTo)] {
        apply(&mut window, Action::Open(Item::Node(NodeId::new(node))));
        window.get_by_label("Ask ▾").click();
        window.run();
        let name = command.label();
        window.get_by_label_contains(name).click();
        window.run();
    }
    assert!(window.query_by_label("It hangs on one link").is_some());
    assert!(window.query_by_label("Every route passes here").is_some());
}

#[test]
fn lanes_change_their_meaning_by_the_menu() {
    let mut window = window();
    window.get_by_label("Arrange ▾").click();
    window.run();
    click(&mut window, Role::Button, LanesBy::Scale.label());
    assert_eq!(window.state().session().arrangement().lanes, LanesBy::Scale);
    let bands = window.state().session().picture().map(|picture| picture.bands.len());
    assert!(bands.is_some_and(|bands| bands > 2), "{bands:?}");
}

#[test]
fn another_pathway_is_compared_and_left_again() {
    let mut window = window();
    apply(&mut window, Action::Ask(AskAct::Compare("microglia".to_owned())));
    let session = window.state().session();
    let compared = session.comparison().map(|comparison| comparison.rows.len());
    assert!(compared.is_some_and(|rows| rows > 20), "{compared:?}");
    assert!(session.drawn().nodes().len() > 26, "both are on one canvas");
    assert_eq!(session.pathway().nodes().len(), 21, "what is open stays open");
    assert!(window.query_by_label_contains("− only in “Stress, microglia and lost synapses”").is_some(), "it says so");
    click(&mut window, Role::Button, "End the comparison");
    assert_eq!(window.state().session().bundled(), Some("skull-marrow"));
}

#[test]
fn a_rubber_band_picks_cards_and_a_focus_shows_only_them() {
    let mut window = window();
    let shift = Modifiers::SHIFT;
    let card = window.get_by_role_and_label(Role::Button, "Skull bone marrow, tissue, 1 cause, 2 effects").rect();
    let (from, to) = (card.left_top() - vec2(14.0, 14.0), card.right_bottom() + vec2(8.0, 8.0));
    let button = |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: shift };
    window.event(Event::ModifiersChanged(shift));
    for event in [Event::PointerMoved(from), button(from, true)] {
        window.event(event);
        window.step();
    }
    for share in [0.3, 0.7, 1.0] {
        window.event(Event::ModifiersChanged(shift));
        window.event(Event::PointerMoved(from + (to - from) * share));
        window.step();
    }
    window.event(button(to, false));
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    let picked = window.state().session().view().picked.clone();
    assert!(picked.contains(&NodeId::new("skull_marrow")), "{picked:?}");
    assert!(window.query_by_label("SELECTION").is_some());
    apply(&mut window, Action::Run(Command::Focus));
    let cards = window.state().session().picture().map(|picture| picture.cards.len());
    assert_eq!(cards, Some(picked.len()));
    let pathway = Arc::clone(window.state().session().pathway());
    apply(&mut window, Action::Run(Command::Focus));
    assert_eq!(window.state().session().picture().map(|p| p.cards.len()), Some(pathway.nodes().len()));
}

#[test]
fn a_badge_on_the_closing_link_lights_its_loop() {
    let mut window = window();
    apply(&mut window, Action::Run(Command::AskLoops));
    window.get_by_role_and_label(Role::Button, "Loop: Chronic stress – Depression loop, reinforcing").click();
    window.run();
    assert_eq!(window.state().session().asking().row, Some(0));
}

#[test]
fn reach_is_asked_in_the_panel() {
    let mut window = window();
    apply(&mut window, Action::Ask(AskAct::From(Some(NodeId::new("meningeal_inflammation")))));
    click(&mut window, Role::Button, "Ask");
    click(&mut window, Role::Button, "Reach");
    assert!(window.query_by_label_contains("Brings it about (").is_some());
    assert!(window.query_by_label_contains("Follows from it (").is_some());
}

#[test]
fn one_sign_and_one_word_mean_one_thing() {
    let kinds = [LoopKind::Reinforcing, LoopKind::Balancing, LoopKind::Undecided];
    for (kind, badge) in kinds.into_iter().flat_map(|kind| [Badge::Disputed, Badge::ToldOtherwise].map(|b| (kind, b))) {
        assert_ne!(kind.letter(), badge.sign(), "{kind:?} {badge:?}");
    }
    let word = lesson::answer_word(Outcome::Undecided);
    assert_eq!((word, words::canvas::UNDECIDED), ("cannot say", "cannot say"));
    assert_eq!(words::answer::far_from_both(1, 2), "1 link and 2 links away");
    assert_eq!([1, 2].map(words::answer::at_least), ["At least 1 is needed.", "At least 2 are needed."]);
    assert_eq!(words::lenses::how_much_rests(1, 1), "cited by 1 link; 1 link rests on it alone");
}

/// The states in which marks lay on arrow heads and on each other, in windows of three sizes.
#[test]
fn marks_cover_nothing_in_the_window() {
    for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0), vec2(1920.0, 1080.0)] {
        let mut window = window();
        window.set_size(size);
        window.run();
        let mut check = |actions: Vec<Action>, state: &str| {
            for action in actions {
                apply(&mut window, action);
            }
            assert_eq!(window.state().marks_over(), Faults::default(), "{state} at {size}");
        };
        let node = |id: &str| Item::Node(NodeId::new(id));
        check(vec![], "plain");
        check(vec![Action::Open(node("meningeal_neutrophils"))], "a card open");
        check(vec![Action::CloseDetails, Action::Run(Command::AskLoops)], "loops");
        check(vec![Action::Ask(AskAct::Raise(NodeId::new("chronic_stress")))], "a what-if");
        let alone = [Action::TogglePicked(node("meningeal_neutrophils")), Action::Run(Command::Focus)];
        check(alone.into(), "one card alone");
        check(vec![Action::Run(Command::Focus), Action::Run(Command::LanesByTime)], "lanes by time");
        check(vec![Action::Run(Command::LanesByScale)], "lanes by scale");
        check(vec![Action::OpenBundled("microglia".to_owned()), Action::Teach(TeachAct::Tell(0))], "a tour");
        for turn in 0..8 {
            check(vec![Action::Teach(TeachAct::Next)], &format!("turn {turn} of a tour"));
        }
    }
}

/// What `+1 cause` at a card means is said to those who hear it.
#[test]
fn what_leads_out_of_a_part_is_told_in_words() {
    let mut window = window();
    apply(&mut window, Action::TogglePicked(Item::Node(NodeId::new("skull_marrow"))));
    apply(&mut window, Action::Run(Command::Focus));
    for told in [
        "Skull bone marrow: 1 link more, from causes that are not shown here.",
        "Skull bone marrow: 2 links more, to effects that are not shown here.",
    ] {
        assert!(window.query_by_label(told).is_some(), "{told}");
    }
}

/// A page that lays out every row would take a frame of a second where each of many nodes leads to each.
#[test]
fn an_answer_with_hundreds_of_rows_lays_out_those_that_somebody_may_read() {
    let mut links = String::new();
    for i in 0..24 {
        (0..24).filter(|j| i != *j).for_each(|j| links.push_str(&format!("n{i} -> n{j}\n")));
    }
    let pathway = pathlight::model::notation::parse(&links).expect("notation");
    let path = std::env::temp_dir().join(format!("pathlight-complete-{}.pathway.ron", std::process::id()));
    std::fs::write(&path, pathlight::formats::save(&pathway)).expect("a file for the test");
    let mut window = window();
    apply(&mut window, Action::OpenFile(path.clone()));
    std::fs::remove_file(&path).expect("the test's file");
    let rows = |window: &Window| window.query_all_by_label_contains(" · ").count();
    let before = rows(&window);
    apply(&mut window, Action::Run(Command::AskLoops));
    let listed = rows(&window) - before;
    assert!((40..=80).contains(&listed), "{listed} of the links that break all loops");
    let more = window.query_all_by_label_contains("more").count();
    assert!(more > 0, "and how many more there are");
}
