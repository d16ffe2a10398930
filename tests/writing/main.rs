//! Pathways written in the real window: by the keyboard alone, and by the mouse.
#![expect(clippy::expect_used, clippy::panic, reason = "what a test stands on may end it")]

mod author;
mod fields;
mod hand;
mod pointing;
mod sources;
mod tours;
mod whole;

use std::sync::Arc;

use egui::{Event, Key, vec2};
use egui_kittest::kittest::Queryable as _;
use hand::{CTRL, Hand, button, letter, node, press};
use pathlight::{
    model::LinkId,
    session::{Action, Item},
    words::touring,
};

#[test]
fn a_pathway_is_written_by_the_keyboard_alone() {
    let mut hand = Hand::new();
    hand.chord(CTRL, Key::N);
    hand.names("My own pathway");
    assert_eq!(hand.pathway().about().title, "My own pathway");
    hand.types("n");
    assert!(hand.window.query_by_label("Name of the new card").is_some(), "the field says what it asks for");
    hand.names("Stress");
    hand.types("l");
    hand.names("Sleep loss");
    hand.types("-");
    assert_eq!(hand.outline(), "Stress -| Sleep loss\n");
    hand.chord(CTRL, Key::Z);
    assert_eq!(hand.outline(), "Stress -> Sleep loss\n");
    hand.chord(CTRL, Key::Y);
    assert_eq!(hand.outline(), "Stress -| Sleep loss\n");
    // On along the arrow, to what is there already and to what is not.
    hand.key(Key::ArrowRight);
    hand.types("l");
    hand.names("Stress");
    hand.types("~");
    hand.key(Key::ArrowLeft);
    hand.types("L");
    hand.names("Noise");
    assert_eq!(hand.outline(), "Stress -| Sleep loss\nSleep loss -<> Stress\nNoise -> Sleep loss\n");
    hand.types("r");
    hand.types("c");
    hand.names("Stress");
    assert_eq!(hand.outline(), "Stress -| Sleep loss\nSleep loss -<> Stress\nSleep loss -> Stress\nNoise\n");
    hand.key(Key::Delete);
    assert!(hand.said().contains("Ctrl+Z brings it back"), "{}", hand.said());
    hand.key(Key::Insert);
    hand.names("noise");
    assert_eq!(hand.focus(), Some(node("noise")), "a name that is there is gone to");
    hand.types("e");
    hand.names("Loud noise");
    hand.key(Key::Backspace);
    assert_eq!(hand.outline(), "Stress -| Sleep loss\nSleep loss -<> Stress\n");
    // Escape closes the field and nothing else.
    hand.types("n");
    hand.types("Something");
    hand.key(Key::Escape);
    assert_eq!((hand.pathway().nodes().len(), hand.session().entry().is_none()), (2, true));
}

#[test]
fn whoever_types_faster_than_frames_come_loses_nothing() {
    let mut hand = Hand::new();
    let mut events =
        vec![Event::Key { key: Key::N, physical_key: None, pressed: true, repeat: false, modifiers: CTRL }];
    for text in ["Mine\n", "n", "Stress\n", "l", "Sleep loss\n", "-"] {
        events.extend(text.chars().flat_map(|sign| if sign == '\n' { vec![press(Key::Enter)] } else { letter(sign) }));
    }
    hand.events(events);
    assert_eq!((hand.pathway().about().title.as_str(), hand.outline().as_str()), ("Mine", "Stress -| Sleep loss\n"));
}

#[test]
fn plain_keys_do_nothing_where_text_is_typed() {
    let mut hand = Hand::new();
    let before = Arc::clone(hand.pathway());
    hand.chord(CTRL, Key::F);
    hand.types("nlertmu+-0?");
    hand.key(Key::Backspace);
    hand.key(Key::Delete);
    assert_eq!(*hand.pathway(), before);
    assert_eq!(hand.session().view().filter, "nlertmu+-0");
    assert!(hand.session().entry().is_none());
}

#[test]
fn a_pathway_is_written_by_the_mouse() {
    let mut hand = Hand::new();
    hand.chord(CTRL, Key::N);
    hand.names("By mouse");
    let middle = hand.canvas().center();
    hand.double_clicks(middle);
    hand.names("Stress");
    let free = hand.nowhere();
    hand.double_clicks(free);
    hand.names("Memory");
    let (dot, memory) = (hand.dot("Stress"), hand.card("Memory").center());
    hand.drags(dot, memory);
    assert_eq!(hand.outline(), "Stress -> Memory\n");
    let (dot, free) = (hand.dot("Memory"), hand.nowhere());
    hand.drags(dot, free);
    hand.names("Sleep");
    assert_eq!(hand.outline(), "Stress -> Memory\nMemory -> Sleep\n");
    // A click on the dot asks as the key does; so does a press before it is drawn.
    let dot = hand.dot("Sleep");
    hand.events([button(dot, true), button(dot, false)]);
    hand.names("Stress");
    hand.chord(CTRL, Key::Z);
    hand.points(free - vec2(1.0, 1.0));
    let (dot, stress) = (hand.card("Sleep").right_center() + vec2(3.0, 0.0), hand.card("Stress").center());
    hand.events([Event::PointerMoved(dot), button(dot, true), Event::PointerMoved(stress)]);
    hand.events([button(stress, false)]);
    assert_eq!(hand.outline(), "Stress -> Memory\nMemory -> Sleep\nSleep -> Stress\n");
    hand.chord(CTRL, Key::Z);
    // A card that is dragged stays where it is dropped; the others keep their places, and it is one step.
    let before = hand.card("Sleep");
    let at = before.center() + vec2(40.0, 60.0);
    hand.drags(before.center(), at);
    let pinned = hand.pathway().node(&"sleep".into()).and_then(|node| node.at);
    assert!(pinned.is_some(), "{}", hand.said());
    assert!(hand.session().view().selected().is_none(), "a drag opens nothing");
    let place =
        hand.session().picture().and_then(|picture| picture.card_of(&"sleep".into()).map(|card| (card.x, card.y)));
    assert_eq!(place, pinned);
    hand.chord(CTRL, Key::Z);
    assert!(hand.pathway().node(&"sleep".into()).is_some_and(|node| node.at.is_none()));
    hand.chord(CTRL, Key::Y);
    hand.types("t");
    assert!(hand.pathway().nodes().all(|node| node.at.is_none()));
    // A double click renames.
    let at = hand.card("Sleep").center();
    hand.double_clicks(at);
    hand.names("Deep sleep");
    assert!(hand.outline().contains("Memory -> Deep sleep"), "{}", hand.outline());
}

#[test]
fn a_drag_beside_cards_moves_the_picture_and_escape_takes_one_of_a_card_back() {
    let mut hand = Hand::new();
    let before = (Arc::clone(hand.pathway()), hand.card("Depression"));
    let free = hand.nowhere();
    hand.drags(free, free + vec2(50.0, 30.0));
    assert_eq!(*hand.pathway(), before.0);
    let moved = hand.card("Depression").min - before.1.min;
    assert!((moved - vec2(50.0, 30.0)).length() < 2.0, "{moved}");
    let card = hand.card("Depression");
    hand.points(card.center());
    let at = card.center() + vec2(60.0, 30.0);
    hand.events([button(card.center(), true)]);
    hand.events([Event::PointerMoved(card.center() + vec2(30.0, 30.0))]);
    hand.events([press(Key::Escape)]);
    hand.events([Event::PointerMoved(at)]);
    hand.events([button(at, false)]);
    assert_eq!(*hand.pathway(), before.0);
}

#[test]
fn the_field_lies_in_the_window_and_off_the_card_that_is_linked() {
    for size in [vec2(1280.0, 720.0), vec2(1024.0, 768.0), vec2(640.0, 480.0)] {
        let mut hand = Hand::at(size);
        let labels: Vec<String> = hand.pathway().nodes().map(|node| node.label.clone()).collect();
        let ids: Vec<_> = hand.pathway().nodes().map(|node| node.id.clone()).collect();
        for (label, id) in labels.iter().zip(ids) {
            let ctx = hand.window.ctx.clone();
            hand.window.state_mut().apply(Action::Focus(Some(Item::Node(id))), &ctx);
            hand.window.run();
            hand.types("l");
            let field = hand.window.get_by_label("Name of what this leads to").rect();
            let hint = hand.window.get_by_label_contains("Enter takes the marked row").rect();
            let whole = field.union(hint);
            assert!(ctx.content_rect().contains_rect(whole), "{label} at {size}: {whole}");
            let card = hand.card(label);
            assert!(!card.intersects(whole), "{label} at {size}: {whole} over {card}");
            hand.key(Key::Escape);
        }
    }
}

#[test]
fn a_link_that_is_looked_at_opens_its_fields_by_the_key_of_renaming() {
    let mut hand = Hand::new();
    let id = LinkId::new("stress_meningeal_neutrophils");
    let ctx = hand.window.ctx.clone();
    hand.window.state_mut().apply(Action::Focus(Some(Item::Link(id.clone()))), &ctx);
    hand.window.run();
    hand.types("e");
    assert_eq!(hand.session().view().selected(), Some(&Item::Link(id)));
}

#[test]
fn lines_are_pasted_on_the_drawing_and_cards_carried_into_another_pathway() {
    let mut hand = Hand::new();
    hand.chord(CTRL, Key::N);
    hand.names("From lines");
    hand.events([Event::Paste("stress -> sleep loss -| memory".to_owned())]);
    assert_eq!(hand.outline(), "stress -> sleep loss\nsleep loss -| memory\n");
    let copied = hand.copies();
    assert_eq!(hand.said(), "Copied.");
    hand.events([Event::Cut]);
    assert_eq!(hand.outline(), "");
    hand.chord(CTRL, Key::Z);
    hand.chord(CTRL, Key::N);
    // What is written so far is not saved: the second answer leaves it.
    hand.key(Key::Tab);
    hand.key(Key::Enter);
    hand.names("Another one");
    hand.events([Event::Paste(copied)]);
    assert_eq!(hand.outline(), "stress -> sleep loss\nsleep loss -| memory\n");
    // In a box for text it is text.
    hand.chord(CTRL, Key::F);
    let before = hand.outline();
    hand.events([Event::Paste("a -> b".to_owned())]);
    assert_eq!((hand.outline(), hand.session().view().filter.as_str()), (before, "a -> b"));
}

#[test]
fn a_step_asks_what_becomes_of_a_card_while_an_arrow_is_blocked() {
    let mut hand = Hand::new();
    hand.chord(CTRL, Key::H);
    hand.pushes(touring::NEW);
    let pathway = Arc::clone(hand.pathway());
    let link = pathway.link(&"stress_meningeal_neutrophils".into()).expect("it is there");
    hand.runs(&pathway.sentence(link));
    hand.pushes(touring::ADD_STEP);
    hand.pushes(touring::BLOCK_ARROW);
    let rows = [&link.from, &link.to].map(|node| pathway.label(node).to_owned());
    hand.picks_best(touring::RAISE, &rows, 0);
    hand.picks_best(touring::ASK, &rows, 1);
    let asked = hand.pathway().tours().last().and_then(|tour| tour.steps[0].predict.clone()).expect("it asks");
    assert_eq!(
        (asked.raise, asked.block, asked.ask),
        (vec![link.from.clone()], vec![link.id.to_string()], link.to.clone())
    );
}
