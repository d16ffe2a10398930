//! Keys of the drawing: plain ones, which act while it has the keyboard and no text is typed.
//!
//! Letters and keys with names are taken as keys, signs as they are typed: where `~` lies, and whether it needs Shift or
//! `AltGr`, is the keyboard's own affair. Where a sign is dead or missing a letter does the same.

use super::{command::Command, shortcut::Shortcut};
use crate::words::commands;

/// A key of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainKey {
    /// A letter, in lower case.
    Letter(char),
    /// The same with Shift.
    Shifted(char),
    /// A sign that has been typed.
    Sign(char),
    /// Insert.
    Insert,
    /// Delete.
    Delete,
    /// Backspace.
    Backspace,
}

use PlainKey::{Backspace, Delete, Insert, Letter, Shifted, Sign};

/// Every command that has such keys, with them.
const KEYS: [(Command, &[PlainKey]); 15] = [
    (Command::AddNode, &[Letter('n'), Insert]),
    (Command::Rename, &[Letter('e')]),
    (Command::LinkTo, &[Letter('l')]),
    (Command::LinkFrom, &[Shifted('l')]),
    (Command::SetRaises, &[Sign('+')]),
    (Command::SetLowers, &[Sign('-')]),
    (Command::SetMixed, &[Sign('~'), Letter('m')]),
    (Command::SetNoEffect, &[Sign('0')]),
    (Command::SetUnknown, &[Sign('?'), Letter('u')]),
    (Command::Reverse, &[Letter('r')]),
    (Command::MoveEffect, &[Letter('c')]),
    (Command::MoveCause, &[Shifted('c')]),
    (Command::Delete, &[Delete, Backspace]),
    (Command::Tidy, &[Letter('t')]),
    (Command::ShowInStep, &[Letter('s')]),
];

impl PlainKey {
    /// The command that it gives.
    pub fn command(self) -> Option<Command> {
        KEYS.into_iter().find(|(_, keys)| keys.contains(&self)).map(|(command, _)| command)
    }

    /// As people read it.
    fn text(self) -> String {
        match self {
            Letter(letter) => letter.to_ascii_uppercase().to_string(),
            Shifted(letter) => format!("{}{}", commands::SHIFT, letter.to_ascii_uppercase()),
            Sign(sign) => sign.to_string(),
            Insert => commands::INSERT.to_owned(),
            Delete => commands::DELETE_KEY.to_owned(),
            Backspace => commands::BACKSPACE.to_owned(),
        }
    }
}

/// The keys of a command as people read them: its shortcuts, or its keys on the drawing; nothing where it has none.
pub fn keys_text(command: Command) -> String {
    keys(command).into_iter().reduce(|one, other| commands::either(&one, &other)).unwrap_or_default()
}

/// The first of them, where there is little room.
pub(crate) fn key_text(command: Command) -> String {
    keys(command).into_iter().next().unwrap_or_default()
}

fn keys(command: Command) -> Vec<String> {
    let shortcuts = command.shortcut().into_iter().chain(command.also()).map(Shortcut::text);
    let plain = KEYS.into_iter().filter(|(of, _)| *of == command).flat_map(|(_, keys)| keys);
    shortcuts.chain(plain.map(|key| key.text())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_the_drawing_means_one_command_and_that_has_no_other() {
        let keys: Vec<PlainKey> = KEYS.iter().flat_map(|(_, keys)| keys.iter().copied()).collect();
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{key:?}");
        }
        for (command, _) in KEYS {
            assert_eq!(command.shortcut(), None, "{command:?}");
        }
        assert_eq!(keys_text(Command::SetMixed), "~, M");
        assert_eq!(keys_text(Command::Undo), "Ctrl+Z");
        assert_eq!(Shifted('l').command(), Some(Command::LinkFrom));
    }
}
