//! What a real window makes of a key, before the program hears of it.
//!
//! A `winit::event::KeyEvent` cannot be made outside winit 0.30 (it has a private field), so this says again what
//! `State::on_keyboard_input` of egui-winit 0.36.2 does (`src/lib.rs`): the key is named by the sign that it gives, or by its
//! place where that sign has no name; Ctrl with X, C and V is the clipboard's whatever else is held.

use egui::{Event, Key, Modifiers};

use crate::layouts::{Layout, PLACES};

/// Ctrl on Linux and Windows, where it gives commands.
pub(crate) const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
/// Ctrl and Shift there.
pub(crate) const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

/// What the key at a place gives. `Event::Paste` has what is on the clipboard, here nothing in particular.
pub(crate) fn key_at(layout: &Layout, at: usize, held: Modifiers) -> Event {
    let logical = layout.sign(at, held.shift).and_then(|sign| Key::from_name(&sign.to_string()));
    translated(logical.unwrap_or(PLACES[at]), PLACES[at], held)
}

/// What a key with a name of its own gives, such as Page Up: the same on every layout.
pub(crate) fn named(key: Key, held: Modifiers) -> Event {
    translated(key, key, held)
}

fn translated(key: Key, place: Key, modifiers: Modifiers) -> Event {
    match key {
        Key::X if modifiers.command => Event::Cut,
        Key::C if modifiers.command => Event::Copy,
        Key::V if modifiers.command => Event::Paste("copied".to_owned()),
        key => Event::Key { key, physical_key: Some(place), pressed: true, repeat: false, modifiers },
    }
}
