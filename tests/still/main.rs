//! Nothing moves by itself: whatever opens or closes, the cards stay where they are on the screen.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

mod clicked;
#[path = "../common/mod.rs"]
mod common;
mod told;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use egui::{
    Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2,
    accesskit::{Live, Role},
    vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use pathlight::{
    lesson::{Difficulty, QuestionKind},
    model::{LinkId, NodeId},
    session::{
        Action, AskAct, Command, EntryAct, Item, QuizAct, Settings, SidePanel, TeachAct, TeachPage, Topic, library,
    },
    words,
};

use common::{Window, apply, open};

fn window(size: Vec2) -> Window {
    open(size, Settings::default())
}

fn node(id: &str) -> Item {
    Item::Node(NodeId::new(id))
}

fn link(id: &str) -> Item {
    Item::Link(LinkId::new(id))
}

fn canvas(window: &Window) -> Rect {
    window.get_by_label_contains("Diagram of").rect()
}

/// Where every card lies that is wholly in sight, by its name.
fn cards(window: &Window) -> BTreeMap<String, Rect> {
    let session = window.state().session();
    let within = canvas(window).shrink(1.0);
    let cards = session.drawn().nodes().filter_map(|node| {
        let name = Item::Node(node.id.clone()).spoken_in(session.drawn(), session.reading());
        let rect = window.query_by_role_and_label(Role::Button, &name)?.rect();
        Some((name, rect)).filter(|(_, rect)| within.contains_rect(*rect))
    });
    cards.collect()
}

/// How far a card that is in sight before and after has moved at most, in px, and how many there are.
fn moved(before: &BTreeMap<String, Rect>, after: &BTreeMap<String, Rect>) -> (f32, usize) {
    let both: Vec<f32> = before
        .iter()
        .filter_map(|(name, rect)| {
            after.get(name).map(|now| (rect.min - now.min).abs().max((rect.max - now.max).abs()))
        })
        .map(Vec2::max_elem)
        .collect();
    (both.iter().copied().fold(0.0, f32::max), both.len())
}

/// What opens or closes something, one after the other.
fn opens_and_closes() -> Vec<Action> {
    let command = Action::Run;
    let side = Action::SidePanel;
    let ask = Action::Ask;
    let teach = Action::Teach;
    vec![
        Action::Open(node("skull_marrow")),
        Action::Open(link("stress_meningeal_neutrophils")),
        command(Command::EditDetails),
        Action::Open(node("poor_sleep")),
        command(Command::EditDetails),
        command(Command::Back),
        command(Command::EditDetails),
        command(Command::EditDetails),
        Action::CloseDetails,
        command(Command::About),
        command(Command::About),
        command(Command::Problems),
        command(Command::Problems),
        command(Command::Messages),
        command(Command::Messages),
        command(Command::Palette),
        Action::PaletteText("neutrophils".to_owned()),
        command(Command::Back),
        Action::Copy("a text".to_owned()),
        Action::BrowseFailed("https://example.org".to_owned()),
        Action::Dismiss,
        command(Command::Outline),
        command(Command::Outline),
        command(Command::Search),
        Action::Filter("interferon".to_owned()),
        Action::Unfold(node("ifn1_signalling")),
        Action::Filter(String::new()),
        command(Command::Legend),
        command(Command::Legend),
        command(Command::Minimap),
        command(Command::Minimap),
        command(Command::Lenses),
        command(Command::HumanOnly),
        command(Command::HumanOnly),
        command(Command::ContestedOnly),
        command(Command::StrongerOnly),
        command(Command::ClearLenses),
        command(Command::Sources),
        command(Command::Reading),
        command(Command::Reading),
        command(Command::Theme),
        command(Command::Theme),
        command(Command::AskLoops),
        ask(AskAct::Light(0)),
        ask(AskAct::Light(0)),
        ask(AskAct::Topic(Topic::Routes)),
        ask(AskAct::From(Some(NodeId::new("chronic_stress")))),
        ask(AskAct::To(Some(NodeId::new("depression")))),
        ask(AskAct::Topic(Topic::Reach)),
        ask(AskAct::Topic(Topic::Compare)),
        ask(AskAct::Topic(Topic::WhatIf)),
        Action::Focus(Some(node("chronic_stress"))),
        command(Command::Raise),
        command(Command::PlaySignal),
        command(Command::StepSignal),
        command(Command::Block),
        ask(AskAct::Clear),
        command(Command::Teach),
        teach(TeachAct::Page(TeachPage::Quiz)),
        Action::QuizWanted(3, Difficulty::default()),
        teach(TeachAct::Page(TeachPage::Map)),
        teach(TeachAct::Page(TeachPage::Tours)),
        teach(TeachAct::Level(None)),
        side(SidePanel::Outline),
        command(Command::PickNeighbours),
        Action::Pick { nodes: BTreeSet::new(), add: false },
        Action::TogglePicked(node("depression")),
        Action::TogglePicked(node("depression")),
        command(Command::Open),
        Action::NoDialog,
        Action::PathText("no file".to_owned()),
        command(Command::Back),
    ]
}

/// What opens and closes the field for names.
fn entries() -> Vec<Action> {
    let command = Action::Run;
    vec![
        Action::Focus(Some(node("ifn1_signalling"))),
        command(Command::AddNode),
        Action::Entry(EntryAct::Text("neutr".to_owned())),
        Action::Entry(EntryAct::Close),
        command(Command::LinkTo),
        Action::Entry(EntryAct::Move(1)),
        command(Command::Back),
        command(Command::LinkFrom),
        command(Command::Rename),
        Action::Entry(EntryAct::Close),
        Action::Focus(None),
    ]
}

#[test]
fn whatever_opens_or_closes_no_card_moves() {
    for size in [vec2(1280.0, 720.0), vec2(1024.0, 768.0), vec2(1920.0, 1080.0)] {
        let mut window = window(size);
        let actions: Vec<Action> = entries().into_iter().chain(opens_and_closes()).collect();
        assert!(actions.len() >= 50, "{}", actions.len());
        let home = cards(&window);
        let canvas = canvas(&window);
        assert_eq!(home.len(), window.state().session().pathway().nodes().len(), "all are in {canvas}: {home:?}");
        for action in actions {
            let (text, before) = (format!("{action:?}"), cards(&window));
            apply(&mut window, action);
            let (far, both) = moved(&before, &cards(&window));
            assert!(far <= 1.0 && both >= 6, "{text} at {size}: {both} cards moved by up to {far} px");
        }
        // And in the end everything stands where it stood.
        apply(&mut window, Action::CloseDetails);
        assert_eq!(moved(&home, &cards(&window)).1, home.len());
        assert!(moved(&home, &cards(&window)).0 <= 1.0);
    }
}

/// A click where nobody moves the pointer away.
fn click_at(window: &mut Window, at: Pos2) {
    for pressed in [true, false] {
        window.event(egui::Event::PointerMoved(at));
        let button = PointerButton::Primary;
        window.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        window.step();
    }
    window.run();
}

#[test]
fn what_is_opened_by_the_keyboard_does_not_lie_under_details() {
    let mut window = window(vec2(1024.0, 768.0));
    let ids: Vec<NodeId> = window.state().session().pathway().nodes().map(|node| node.id.clone()).collect();
    for id in ids {
        let item = Item::Node(id);
        apply(&mut window, Action::CloseDetails);
        apply(&mut window, Action::Focus(Some(item.clone())));
        apply(&mut window, Action::OpenFocused);
        let session = window.state().session();
        let name = item.spoken_in(session.pathway(), session.reading());
        let card = window.get_by_role_and_label(Role::Button, &name).rect();
        assert!(canvas(&window).contains_rect(card) && card.width() > 40.0, "{name}: {card}");
    }
}

#[test]
fn a_message_lies_over_the_drawing_goes_by_itself_and_is_kept_where_it_matters() {
    let mut window = window(vec2(1280.0, 720.0));
    let before = canvas(&window);
    for (action, text, kept) in [
        (Action::Copy("a text".to_owned()), "Copied.", 0),
        (Action::Run(Command::Theme), "Theme: light.", 0),
        (Action::Written(Ok((vec!["picture.svg".into()], Vec::new()))), "picture.svg", 1),
        (Action::Written(Err("The disk is full.".to_owned())), "The disk is full.", 2),
    ] {
        apply(&mut window, action);
        let said = window.get_by_label_contains(text);
        assert!(before.contains_rect(said.rect()) && canvas(&window) == before, "{text}");
        let live = said.accesskit_node().live();
        assert_eq!(live == Live::Assertive, text.contains("full"), "{text}");
        assert_ne!(live, Live::Off, "{text} is heard");
        // A step is a quarter of a second.
        for _ in 0..60 {
            window.step();
        }
        assert!(window.query_by_label_contains(text).is_none(), "{text} goes");
        assert_eq!(window.state().session().view().said.len(), kept, "{text}");
    }
    window.get_by_label("2 messages").click();
    window.run();
    assert!(window.query_by_label_contains("Failed: The disk is full.").is_some());
    assert!(window.query_by_label_contains("picture.svg").is_some());
}

#[test]
fn what_is_typed_right_after_the_palettes_shortcut_is_not_lost() {
    let key =
        |pressed| Event::Key { key: Key::K, physical_key: None, pressed, repeat: false, modifiers: Modifiers::COMMAND };
    for frames in
        [vec![vec!["k", "tib", "ia"]], vec![vec!["k"], vec!["tib"], vec!["ia"]], vec![vec!["k", "tib"], vec!["ia"]]]
    {
        let mut window = window(vec2(1280.0, 720.0));
        for typed in &frames {
            let events = typed.iter().flat_map(|&text| match text {
                "k" => vec![key(true), key(false)],
                text => vec![Event::Text(text.to_owned())],
            });
            let events: Vec<Event> = events.collect();
            window.input_mut().events.extend(events);
            window.step();
        }
        window.run();
        let palette = window.state().session().view().palette.clone().expect("it is open");
        assert_eq!(palette.text, "tibia", "{frames:?}");
    }
}

#[test]
fn a_click_on_a_loops_mark_lights_the_loop_and_tells_it() {
    let mut window = window(vec2(1280.0, 720.0));
    apply(&mut window, Action::Run(Command::AskLoops));
    let before = cards(&window);
    let (found, told) = window.state().session().marked_loops().expect("loops are marked");
    let (links, reason) = (found.loops[0].links.clone(), told[0].reason.clone());
    let name = words::canvas::loop_badge(&told[0].name, found.loops[0].kind.name());
    let at = window.get_by_role_and_label(Role::Button, &name).rect().center();
    click_at(&mut window, at);
    let session = window.state().session();
    assert_eq!((session.asking().row, &session.view().hover), (Some(0), &None));
    assert!(links.len() > 1 && session.lit().is_some_and(|lit| links.iter().all(|link| lit.links.contains(link))));
    assert!(window.query_by_label(&reason).is_some(), "{reason}");
    assert!(moved(&before, &cards(&window)).0 <= 1.0);
}

#[test]
fn the_map_is_there_while_something_is_out_of_sight_and_never_on_a_card() {
    let map = |window: &Window| window.query_by_label_contains("Map of the diagram").map(|map| map.rect());
    let mut seen = 0;
    for size in [vec2(1280.0, 720.0), vec2(1024.0, 768.0), vec2(1920.0, 1080.0)] {
        let mut window = window(size);
        assert_eq!(map(&window), None);
        for action in [
            Action::Open(node("skull_marrow")),
            Action::CloseDetails,
            Action::Run(Command::ZoomIn),
            Action::Run(Command::ZoomIn),
            Action::Open(node("depression")),
            Action::Reveal(node("chronic_stress")),
            Action::Run(Command::ZoomIn),
        ] {
            apply(&mut window, action);
            let Some(map) = map(&window) else { continue };
            seen += 1;
            let within = canvas(&window);
            let cards = window.state().session().drawn().nodes().map(|node| {
                let session = window.state().session();
                let name = Item::Node(node.id.clone()).spoken_in(session.drawn(), session.reading());
                window.get_by_role_and_label(Role::Button, &name).rect()
            });
            assert!(
                cards.filter(|card| within.intersects(*card)).all(|card| !card.shrink(1.0).intersects(map)),
                "{map}"
            );
        }
    }
    assert!(seen > 0);
}

/// Another picture may have a legend of more rows or of fewer: it is fitted above that, and so is the one that comes back.
#[test]
fn another_picture_is_whole_above_its_own_legend() {
    let mut heights = BTreeSet::new();
    for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0), vec2(1920.0, 1080.0)] {
        let mut window = window(size);
        let before = cards(&window);
        heights.insert(canvas(&window).bottom() as i32);
        for action in [
            Action::Ask(AskAct::Compare("atlas".to_owned())),
            Action::Run(Command::Back),
            Action::Teach(TeachAct::Present),
            Action::Run(Command::Back),
        ] {
            apply(&mut window, action);
            if !window.state().session().presents() {
                assert_eq!(
                    cards(&window).len(),
                    window.state().session().drawn().nodes().len(),
                    "{size}: all in sight"
                );
                heights.insert(canvas(&window).bottom() as i32);
            }
        }
        let (moved, all) = moved(&before, &cards(&window));
        assert!(moved <= 1.0 && all == before.len(), "{size}: {moved}");
    }
    assert!(heights.len() > 3, "some of the legends differ");
}

/// What is below the drawing does not grow over it: no card that could be seen is cut.
#[test]
fn the_drawing_keeps_its_height() {
    for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0), vec2(1920.0, 1080.0)] {
        let mut window = window(size);
        let height = canvas(&window).y_range();
        for action in [
            Action::Run(Command::HumanOnly),
            Action::Run(Command::AskLoops),
            Action::Run(Command::HumanOnly),
            Action::Hover(Some(Item::Node(NodeId::new("skull_marrow")))),
            Action::Run(Command::Reading),
            Action::Teach(TeachAct::Tell(0)),
            Action::Copy("a text".to_owned()),
        ] {
            let what = format!("{action:?} at {size}");
            apply(&mut window, action);
            assert_eq!(canvas(&window).y_range(), height, "{what}");
        }
    }
}

/// A quiz takes links out of the picture, and with them perhaps signs out of the legend.
#[test]
fn the_legend_is_as_high_in_a_quiz_as_before_and_after() {
    for bundled in library::all() {
        for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0), vec2(1920.0, 1080.0)] {
            let mut window = window(size);
            apply(&mut window, Action::OpenBundled(bundled.id.to_owned()));
            let before = canvas(&window).y_range();
            for action in [
                Action::Quiz(QuizAct::Begin { seed: 1, difficulty: Difficulty::Hard }),
                Action::Quiz(QuizAct::Show(1)),
                Action::Quiz(QuizAct::Choose(0)),
                Action::Quiz(QuizAct::End),
            ] {
                let text = format!("{action:?}");
                apply(&mut window, action);
                assert_eq!(canvas(&window).y_range(), before, "{}: {text} at {size}", bundled.id);
            }
        }
    }
}

/// A blank card is as large as any of the labels that are asked for: it tells none, and stays where it is once it has its own.
#[test]
fn answers_of_a_quiz_move_nothing_but_a_link_that_was_missing() {
    for bundled in ["skull-marrow", "microglia"] {
        let mut window = window(vec2(1280.0, 720.0));
        apply(&mut window, Action::OpenBundled(bundled.to_owned()));
        apply(&mut window, Action::Quiz(QuizAct::Begin { seed: 1, difficulty: Difficulty::Easy }));
        let sheet = Arc::clone(&window.state().session().teaching().quiz.as_ref().expect("a quiz").sheet);
        let places = |window: &Window| {
            let picture = window.state().session().picture().expect("a picture");
            picture.cards.iter().map(|card| (card.stands.clone(), card.x, card.y, card.w, card.h)).collect::<Vec<_>>()
        };
        let mut widths: Vec<f64> = sheet
            .blanks
            .labels
            .keys()
            .filter_map(|id| window.state().session().picture()?.card_of(id).map(|card| card.w))
            .collect();
        widths.dedup();
        assert_eq!(widths.len(), 1, "{bundled}");
        for (number, question) in sheet.questions.iter().enumerate() {
            apply(&mut window, Action::Quiz(QuizAct::Show(number)));
            let before = places(&window);
            apply(&mut window, Action::Quiz(QuizAct::Choose(question.answer)));
            if question.kind != QuestionKind::MissingLink {
                assert_eq!(places(&window), before, "{bundled}: {}", question.prompt);
            }
        }
    }
}
