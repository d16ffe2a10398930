//! How an item is to be drawn in a frame: what it is to the one that is pointed at, and what holds it beside that.

use crate::session::Mark;

/// How an item is to be drawn. It has one tone; the rest holds beside any tone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Look {
    pub(crate) tone: Tone,
    /// Its details are open.
    pub(crate) selected: bool,
    /// The keyboard is there.
    pub(crate) focused: bool,
    /// Picked together with others.
    pub(crate) picked: bool,
    /// What an answer says of it.
    pub(crate) mark: Option<Mark>,
}

impl Look {
    /// How it is drawn under what is lit: as if nothing lit it, picked it or stood on it.
    pub(crate) fn unlit(self, plain: Tone) -> Self {
        let tone = if self.tone.is_lit() { plain } else { self.tone };
        Self { tone, mark: self.mark, ..Self::default() }
    }

    /// Whether it must lie above the rest.
    pub(crate) fn on_top(self) -> bool {
        self.selected || self.focused || self.picked || self.tone.is_lit()
    }

    /// Takes a tone, unless it has one that goes before it.
    pub(crate) fn raise_to(&mut self, tone: Tone) {
        self.tone = self.tone.max(tone);
    }
}

/// What an item is to the one that is pointed at. Where several hold, the last of them in this order is its tone: the
/// thing itself is never drawn as its own cause, and what is hidden or not told yet is a trace whatever is pointed at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tone {
    /// Nothing is pointed at.
    #[default]
    Plain,
    /// It has nothing to do with it.
    Dim,
    /// An answer is about it.
    Lit,
    /// It leads there.
    Cause,
    /// It follows from there; in a feedback loop it may lead there as well.
    Effect,
    /// It is the one.
    Centre,
    /// A lens hides it, or it is not told yet: only a trace is left.
    Ghost,
}

impl Tone {
    /// Whether it is less than one among the others.
    pub(crate) fn is_quiet(self) -> bool {
        matches!(self, Self::Dim | Self::Ghost)
    }

    /// Whether it is more than one among the others.
    pub(crate) fn is_lit(self) -> bool {
        matches!(self, Self::Cause | Self::Effect | Self::Centre | Self::Lit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_tone_stays_whatever_came_first() {
        let tones = [Tone::Plain, Tone::Dim, Tone::Lit, Tone::Cause, Tone::Effect, Tone::Centre, Tone::Ghost];
        for (i, weaker) in tones.into_iter().enumerate() {
            for stronger in tones.into_iter().skip(i) {
                for [first, second] in [[weaker, stronger], [stronger, weaker]] {
                    let mut look = Look { tone: first, ..Look::default() };
                    look.raise_to(second);
                    assert_eq!(look.tone, stronger);
                }
            }
        }
    }

    #[test]
    fn what_is_drawn_underneath_shows_no_light_and_keeps_its_mark() {
        let (mark, lit) = (Some(Mark::More), Look { tone: Tone::Cause, selected: true, ..Look::default() });
        assert_eq!(Look { mark, ..lit }.unlit(Tone::Dim), Look { tone: Tone::Dim, mark, ..Look::default() });
        assert_eq!(Look { picked: true, ..Look::default() }.unlit(Tone::Plain), Look::default());
        // A trace is one under everything, too.
        let ghost = Look { tone: Tone::Ghost, focused: true, ..Look::default() };
        assert_eq!(ghost.unlit(Tone::Dim), Look { tone: Tone::Ghost, ..Look::default() });
        assert!(ghost.on_top() && !ghost.unlit(Tone::Dim).on_top());
    }
}
