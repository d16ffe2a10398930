//! Hands on a keyboard: fields are found by Tab and their accessible names, and filled by what a keyboard sends.

use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::common::Window;

/// Most presses of Tab until a field must have come.
const MOST_TABS: usize = 400;

/// Ctrl on Linux and Windows.
pub(crate) const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// Presses a key with what is held beside it.
pub(crate) fn press(window: &mut Window, held: Modifiers, key: Key) {
    for pressed in [true, false] {
        window.event(Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers: held });
    }
    window.run();
}

/// Types a text, letter by letter.
pub(crate) fn type_text(window: &mut Window, text: &str) {
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
pub(crate) fn focused(window: &Window) -> Option<String> {
    // The last one: a reader is told of the canvas' own items, too.
    let focused = window.query_all(By::new()).filter(|node| node.accesskit_node().is_focused());
    focused.filter_map(|node| node.accesskit_node().label()).next_back()
}

/// Goes to a field by Tab, on from where the keyboard is.
#[track_caller]
pub(crate) fn go_to(window: &mut Window, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..MOST_TABS {
        let now = focused(window).unwrap_or_default();
        if now == name {
            return;
        }
        seen.push(now);
        press(window, Modifiers::NONE, Key::Tab);
    }
    panic!("{name:?} is not to be had by Tab: {seen:#?}");
}

/// Fills a field, in the place of what stands in it.
#[track_caller]
pub(crate) fn fill(window: &mut Window, name: &str, text: &str) {
    go_to(window, name);
    press(window, CTRL, Key::A);
    if text.is_empty() {
        press(window, Modifiers::NONE, Key::Backspace);
    }
    type_text(window, text);
}

/// Chooses the first row that has these letters.
#[track_caller]
pub(crate) fn pick(window: &mut Window, name: &str, letters: &str) {
    go_to(window, name);
    press(window, Modifiers::NONE, Key::Enter);
    type_text(window, letters);
    press(window, Modifiers::NONE, Key::Enter);
}

/// The same in a chooser that is still there afterwards, and has the keyboard.
#[track_caller]
pub(crate) fn choose(window: &mut Window, name: &str, letters: &str) {
    pick(window, name, letters);
    assert_eq!(focused(window).as_deref(), Some(name), "the keyboard stays where it chose {letters:?}");
}

/// Presses a button, or ticks a box.
#[track_caller]
pub(crate) fn push(window: &mut Window, name: &str) {
    go_to(window, name);
    press(window, Modifiers::NONE, Key::Space);
}

/// Opens a node or a link by the palette.
#[track_caller]
pub(crate) fn look_at(window: &mut Window, words: &str) {
    press(window, CTRL, Key::K);
    type_text(window, words);
    press(window, Modifiers::NONE, Key::Enter);
    assert!(window.query_by_role(Role::ListBox).is_none(), "{words:?} leads nowhere");
}
