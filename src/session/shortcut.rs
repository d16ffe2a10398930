//! Keys of shortcuts, named apart from any window library.

use crate::words;

/// A key that shortcuts use, named apart from any window library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A letter or a digit, in lower case.
    Char(char),
    /// F1 to F12.
    F(u8),
    /// Escape.
    Escape,
    /// Plus.
    Plus,
    /// Minus.
    Minus,
    /// Page up, as clickers send it.
    PageUp,
    /// Page down, as clickers send it.
    PageDown,
}

/// A key with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shortcut {
    /// Ctrl, or Cmd on a Mac.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// The key.
    pub key: Key,
}

impl Shortcut {
    /// As people read it: `Ctrl+Shift+O`.
    pub fn text(self) -> String {
        let key = match self.key {
            Key::Char(c) => c.to_ascii_uppercase().to_string(),
            Key::F(n) => format!("F{n}"),
            Key::Escape => words::commands::ESCAPE.to_owned(),
            Key::Plus => "+".to_owned(),
            Key::Minus => "-".to_owned(),
            Key::PageUp => words::commands::PAGE_UP.to_owned(),
            Key::PageDown => words::commands::PAGE_DOWN.to_owned(),
        };
        let ctrl = if self.ctrl { words::commands::CTRL } else { "" };
        let shift = if self.shift { words::commands::SHIFT } else { "" };
        format!("{ctrl}{shift}{key}")
    }
}
