//! Shortcuts: from the command table to egui's keys.

use egui::{Context, Event, Key as EguiKey, KeyboardShortcut, Modifiers};

use crate::session::{Action, Command, Key, Session, Shortcut};

/// Runs the commands whose shortcuts were pressed. `menu_was_open`: then Esc closed that menu and does nothing more.
/// While somebody presents, commands that would open panels or dialogs that cannot be seen wait.
pub fn shortcuts(ctx: &Context, session: &Session, menu_was_open: bool, actions: &mut Vec<Action>) {
    if menu_was_open {
        ctx.input_mut(|input| input.consume_key(Modifiers::NONE, EguiKey::Escape));
    }
    let mut commands: Vec<(Command, Shortcut)> =
        Command::ALL.iter().filter_map(|&c| Some((c, c.shortcut()?))).collect();
    commands.retain(|(command, _)| !session.presents() || command.works_on_stage());
    // egui lets a shortcut without Shift match with it, so those with Shift are asked first.
    commands.sort_by_key(|(_, shortcut)| !shortcut.shift);
    for (command, shortcut) in commands {
        let pressed = |key| ctx.input_mut(|input| input.consume_shortcut(&egui_shortcut(shortcut, key)));
        if egui_keys(shortcut.key).iter().any(|&key| pressed(key)) {
            actions.push(Action::Run(command));
        }
    }
}

/// Whether an event is the press of a command's shortcut.
pub(super) fn is_pressed(event: &Event, command: Command) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    let fits = |shortcut: Shortcut| {
        let wanted = egui_shortcut(shortcut, *key).modifiers;
        egui_keys(shortcut.key).contains(key) && modifiers.matches_exact(wanted)
    };
    command.shortcut().is_some_and(fits)
}

fn egui_shortcut(shortcut: Shortcut, key: EguiKey) -> KeyboardShortcut {
    let mut modifiers = if shortcut.ctrl { Modifiers::COMMAND } else { Modifiers::NONE };
    modifiers.shift = shortcut.shift;
    KeyboardShortcut::new(modifiers, key)
}

/// The keys that count as one: `+` lies beside `=` on many keyboards.
fn egui_keys(key: Key) -> Vec<EguiKey> {
    match key {
        Key::Char(c) => EguiKey::from_name(&c.to_ascii_uppercase().to_string()).into_iter().collect(),
        Key::F(n) => EguiKey::from_name(&format!("F{n}")).into_iter().collect(),
        Key::Escape => vec![EguiKey::Escape],
        Key::Plus => vec![EguiKey::Plus, EguiKey::Equals],
        Key::Minus => vec![EguiKey::Minus],
        Key::PageUp => vec![EguiKey::PageUp],
        Key::PageDown => vec![EguiKey::PageDown],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_has_a_key() {
        for shortcut in Command::ALL.iter().filter_map(|command| command.shortcut()) {
            assert!(!egui_keys(shortcut.key).is_empty(), "{}", shortcut.text());
        }
    }
}
