//! The keyboard over the drawing: arrows walk, Enter opens, and plain keys change what is looked at.

use egui::{Event, EventFilter, Key, Modifiers, Popup, Response, Ui, text_selection::LabelSelectionState};

use crate::{
    frame::Frame,
    session::{Action, ChangeAct, PlainKey, Walk},
};

/// Takes the keyboard while the canvas has it and nothing lies over it that is chosen from. `opens` says whether Space opens now: it may be held to move the picture.
pub(super) fn keyboard(frame: &mut Frame<'_>, response: &Response, opens: bool) {
    let Frame { ui, session, actions, .. } = frame;
    let lies_below = session.view().palette.is_some() || session.entry().is_some() || Popup::is_any_open(ui.ctx());
    if !response.has_focus() || lies_below {
        return;
    }
    let walks = [
        (Key::ArrowLeft, Walk::Left),
        (Key::ArrowRight, Walk::Right),
        (Key::ArrowUp, Walk::Up),
        (Key::ArrowDown, Walk::Down),
    ];
    ui.input_mut(|input| {
        for (key, walk) in walks {
            if input.consume_key(Modifiers::NONE, key) {
                actions.push(Action::Walk(walk));
            }
        }
        if input.consume_key(Modifiers::NONE, Key::Enter) || opens {
            actions.push(Action::OpenFocused);
        }
    });
    if !session.presents() {
        actions.extend(changes(ui));
    }
}

/// What plain keys and the clipboard ask for.
fn changes(ui: &Ui) -> Vec<Action> {
    let has_selection = ui.ctx().plugin::<LabelSelectionState>().lock().has_selection();
    let mut asked = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let act = match event {
                // Text that is selected in a panel is what is copied.
                Event::Copy if !has_selection => Some(Action::Change(ChangeAct::Copy)),
                Event::Cut if !has_selection => Some(Action::Change(ChangeAct::Cut)),
                Event::Paste(text) => Some(Action::Change(ChangeAct::Paste(text.clone()))),
                event => plain_key(event).and_then(PlainKey::command).map(Action::Run),
            };
            let keep = act.is_none();
            asked.extend(act);
            keep
        });
    });
    asked
}

/// The plain key that an event tells of.
pub(super) fn plain_key(event: &Event) -> Option<PlainKey> {
    match event {
        Event::Key { key, pressed: true, repeat: false, modifiers, .. } => {
            if modifiers.ctrl || modifiers.command || modifiers.alt {
                return None;
            }
            let mut letters = key.name().chars();
            match (key, letters.next()?, letters.next()) {
                (Key::Insert, ..) => Some(PlainKey::Insert),
                (Key::Delete, ..) => Some(PlainKey::Delete),
                (Key::Backspace, ..) => Some(PlainKey::Backspace),
                (_, letter, None) if letter.is_ascii_alphabetic() => {
                    let letter = letter.to_ascii_lowercase();
                    Some(if modifiers.shift { PlainKey::Shifted(letter) } else { PlainKey::Letter(letter) })
                }
                _ => None,
            }
        }
        Event::Text(text) => {
            let mut signs = text.chars();
            let sign = signs.next().filter(|sign| !sign.is_alphabetic() && signs.next().is_none())?;
            Some(PlainKey::Sign(if matches!(sign, '−' | '–') { '-' } else { sign }))
        }
        _ => None,
    }
}

/// Takes the keyboard where nobody has it.
pub(super) fn take_focus(ui: &Ui, response: &Response) {
    ui.memory_mut(|memory| {
        if memory.focused().is_none() {
            memory.request_focus(response.id);
        }
    });
}

/// Arrow keys stay with the canvas while it has the keyboard, and it takes the keyboard where nobody has it.
pub(super) fn keep_focus(ui: &Ui, response: &Response) {
    take_focus(ui, response);
    ui.memory_mut(|memory| {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        memory.set_focus_lock_filter(response.id, arrows);
    });
}
