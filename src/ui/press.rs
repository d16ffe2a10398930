//! What was pressed, as shortcuts name it, on whatever layout a keyboard has.
//!
//! The toolkit names a key by the character that it gives, or by its place on an American keyboard where it has no name for
//! that character. So `*` over `+` on a German keyboard comes as `]`, which lies there on an American one.

use egui::{Context, Event, Key as EguiKey, Modifiers};

use crate::session::{Key, Shortcut};

/// The keys of digits, by number.
const DIGITS: [EguiKey; 10] = [
    EguiKey::Num0,
    EguiKey::Num1,
    EguiKey::Num2,
    EguiKey::Num3,
    EguiKey::Num4,
    EguiKey::Num5,
    EguiKey::Num6,
    EguiKey::Num7,
    EguiKey::Num8,
    EguiKey::Num9,
];

/// A key that went down.
#[derive(Clone, Copy)]
pub(super) struct Press {
    key: EguiKey,
    /// Where it lies, named by an American keyboard; nothing where that is not known.
    place: Option<EguiKey>,
    modifiers: Modifiers,
}

impl Press {
    /// What an event tells, if it tells of a key that went down.
    pub(super) fn of(event: &Event) -> Option<Self> {
        match *event {
            Event::Key { key, physical_key: place, pressed: true, modifiers, .. } => {
                Some(Self { key, place, modifiers })
            }
            _ => None,
        }
    }

    /// The digit on the key, by the place where digits lie on every keyboard, whatever else is written on it and above which
    /// of both Shift stands.
    pub(super) fn digit(self) -> Option<usize> {
        let number = |wanted: EguiKey| DIGITS.iter().position(|key| *key == wanted);
        self.place.and_then(number).or_else(|| number(self.key))
    }

    /// Whether Shift is held.
    pub(super) fn shift(self) -> bool {
        self.modifiers.shift
    }

    /// Whether nothing that makes a command of a key is held.
    pub(super) fn is_plain(self) -> bool {
        !self.modifiers.command && !self.modifiers.ctrl && !self.modifiers.alt
    }

    /// The shortcuts that this may mean, the likeliest first. A key with Alt means none: on some keyboards that writes signs.
    pub(super) fn shortcuts(self) -> Vec<Shortcut> {
        if self.modifiers.alt {
            return Vec::new();
        }
        let signs = self.sign().into_iter();
        let digit = self.digit().and_then(|digit| char::from_digit(u32::try_from(digit).ok()?, 10)).map(Key::Char);
        let keys = signs.chain(digit.map(|key| (key, self.shift())));
        let exact: Vec<_> = keys.map(|(key, shift)| Shortcut { ctrl: self.modifiers.command, shift, key }).collect();
        // Shift that has no meaning of its own beside a key is no obstacle.
        exact.iter().copied().chain(exact.iter().map(|&shortcut| Shortcut { shift: false, ..shortcut })).collect()
    }

    /// What the key is called, and whether Shift counts beside it.
    fn sign(self) -> Option<(Key, bool)> {
        let (shift, at) = (self.shift(), |place| self.place == Some(place));
        Some(match self.key {
            // Above a digit it cannot be had without Shift.
            EguiKey::Plus => (Key::Plus, shift && self.place.is_none_or(|place| !DIGITS.contains(&place))),
            // A sign without a name over `-`, in Turkey.
            EguiKey::Equals if shift && at(EguiKey::Equals) => (Key::Minus, true),
            // It lies below `+` on many keyboards.
            EguiKey::Equals => (Key::Plus, shift),
            EguiKey::Minus => (Key::Minus, shift),
            // Signs without names over `+` and `-`, in Germany; an American keyboard has names for these two with Shift.
            EguiKey::CloseBracket if shift && at(EguiKey::CloseBracket) => (Key::Plus, true),
            EguiKey::Slash if shift && at(EguiKey::Slash) => (Key::Minus, true),
            EguiKey::Escape => (Key::Escape, shift),
            EguiKey::PageUp => (Key::PageUp, shift),
            EguiKey::PageDown => (Key::PageDown, shift),
            key => (named(key.name())?, shift),
        })
    }
}

/// A letter, or a key of the upper row.
fn named(name: &str) -> Option<Key> {
    let mut letters = name.chars();
    match (letters.next()?, letters.next()) {
        (letter, None) if letter.is_ascii_alphabetic() => Some(Key::Char(letter.to_ascii_lowercase())),
        ('F', Some(_)) => name.get(1..)?.parse().ok().map(Key::F),
        _ => None,
    }
}

/// Takes every press that `wanted` makes something of, in order.
pub(super) fn take<T>(ctx: &Context, mut wanted: impl FnMut(Press) -> Option<T>) -> Vec<T> {
    let mut taken = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let found = Press::of(event).and_then(&mut wanted);
            let keep = found.is_none();
            taken.extend(found);
            keep
        });
    });
    taken
}
