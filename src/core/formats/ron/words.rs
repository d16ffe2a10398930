//! The words of the format: every enum that a field can hold.

use crate::model::{Citation, Delay, Design, Effect, Grade, Kind, Level, SourceKind, Stance};

/// An enum whose values are bare words in files.
pub(super) trait Word: Copy + Sized + 'static {
    /// What it is called in messages.
    const NOUN: &'static str;

    /// Every value.
    fn all() -> &'static [Self];

    /// The word in files.
    fn word(self) -> &'static str;
}

macro_rules! word {
    ($type:ident, $noun:literal) => {
        impl Word for $type {
            const NOUN: &'static str = $noun;

            fn all() -> &'static [Self] {
                &Self::ALL
            }

            fn word(self) -> &'static str {
                self.name()
            }
        }
    };
}

word!(Kind, "kind of node");
word!(Effect, "effect");
word!(Delay, "delay");
word!(Grade, "grade");
word!(Level, "level");
word!(Stance, "stance");
word!(Design, "design");
word!(SourceKind, "kind of source");
word!(Citation, "state of a citation");
