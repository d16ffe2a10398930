//! The ladder: everything that the window can be in, from the topmost down to the plain picture.
//!
//! `Esc` leaves the topmost rung that holds (`acts/back.rs`), one a press, so that from everywhere as many presses as rungs
//! hold lead to the picture as it was when the pathway was opened. No more than [`Rung::MOST`] ever hold together: a text takes
//! the place of another, of the palette and of the entry field, what is picked that of Details, a quiz or a tour that is
//! written that of a tour that is told, and a
//! comparison begins without a lens and leaves with the arrangement that it had.

use super::{parts::view::SidePanel, question::Topic, state::Session};
use crate::{
    analysis::{lens::Lens, whatif::Push},
    picture::Arrangement,
};

/// Something that the window can be in, and that can be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// The palette is open: over everything.
    Palette,
    /// The entry field is open, over the drawing.
    Entry,
    /// A text is open: About, a list of problems, of messages or of steps, or a box for many edits at once.
    Text,
    /// A path is being typed, or it is asked whether something may take the place of what is there.
    Path,
    /// A source is being added.
    NewSource,
    /// The whole screen is black.
    Black,
    /// An error is to be read.
    Error,
    /// A node or a link is explained on the whole screen.
    Explanation,
    /// Nodes are picked.
    Picked,
    /// Details are open.
    Details,
    /// The keyboard's cursor is somewhere.
    Cursor,
    /// A row of an answer is lit.
    Row,
    /// Something is asked, of the pathway or of the class, beside what a step of a tour asks.
    Question,
    /// The whole screen is taken.
    Stage,
    /// A quiz is being taken.
    Quiz,
    /// A tour is being told.
    Tour,
    /// A tour is being written.
    Writing,
    /// Two pathways are being compared.
    Comparison,
    /// The picture is arranged otherwise than at the beginning.
    Arrangement,
    /// A lens is over the picture, or it is told as the article tells it.
    Lens,
    /// The left side shows something else than the whole outline.
    Panel,
    /// The plain picture: always, under everything. From here it is shown as a whole.
    Plain,
}

impl Rung {
    /// Every rung, the topmost first.
    pub const ALL: [Self; 22] = [
        Self::Palette,
        Self::Entry,
        Self::Text,
        Self::Path,
        Self::NewSource,
        Self::Black,
        Self::Error,
        Self::Explanation,
        Self::Picked,
        Self::Details,
        Self::Cursor,
        Self::Row,
        Self::Question,
        Self::Stage,
        Self::Quiz,
        Self::Tour,
        Self::Writing,
        Self::Comparison,
        Self::Arrangement,
        Self::Lens,
        Self::Panel,
        Self::Plain,
    ];

    /// Most rungs that hold together, the plain picture among them.
    pub const MOST: usize = 12;

    /// The topmost of what a session is in.
    pub fn topmost(session: &Session) -> Self {
        Self::ALL.into_iter().find(|rung| rung.holds(session)).unwrap_or(Self::Plain)
    }

    /// Whether a session is in it, whatever lies above. While the whole screen is taken nothing of the window is to be seen,
    /// and holds no sooner than that is given back.
    pub(super) fn holds(self, session: &Session) -> bool {
        let (view, teaching, presents) = (session.view(), session.teaching(), session.presents());
        match self {
            Self::Palette => !presents && view.palette.is_some(),
            Self::Entry => !presents && session.entry().is_some(),
            Self::Text => !presents && view.text.is_some(),
            Self::Path => {
                let files = session.files();
                !presents
                    && (files.path_text().is_some()
                        || files.replaces().is_some()
                        || files.waits()
                        || session.left().is_some())
            }
            Self::NewSource => !presents && session.new_source().is_some(),
            Self::Black => teaching.stage.is_some_and(|stage| stage.black),
            Self::Error => view.message.as_ref().is_some_and(|message| message.is_error),
            Self::Explanation => presents && view.page().is_some(),
            Self::Picked => !presents && !view.picked.is_empty(),
            Self::Details => !presents && view.page().is_some(),
            Self::Cursor => !presents && view.focus.is_some(),
            Self::Row => !presents && session.asking().row.is_some(),
            Self::Question => asks(session),
            Self::Stage => presents,
            Self::Quiz => teaching.quiz.is_some(),
            Self::Tour => teaching.telling.is_some(),
            Self::Writing => session.touring().is_some(),
            Self::Comparison => session.comparison().is_some(),
            Self::Arrangement => *session.arrangement() != Arrangement::default(),
            Self::Lens => session.lens().lens != Lens::default(),
            Self::Panel => {
                session.settings().outline && (view.side_panel != SidePanel::Outline || !view.filter.is_empty())
            }
            Self::Plain => true,
        }
    }
}

/// Whether something is asked that can be seen: answered or waited for, or in its panel. On a whole screen cards are pushed before
/// anything is asked of them. What a step of a tour asks belongs to the tour, what differs to the comparison.
fn asks(session: &Session) -> bool {
    let (asking, teaching) = (session.asking(), session.teaching());
    let by_hand = teaching.prediction.is_some() && !teaching.step_asks();
    let by_step = teaching.prediction.as_ref().filter(|_| teaching.step_asks());
    let of_tour = by_step.is_some_and(|asked| asking.topic == Topic::WhatIf && asking.push == asked.push);
    let of_comparison = session.comparison().is_some() && asking.topic == Topic::Compare;
    let in_sight = if session.presents() {
        asking.push != Push::default()
    } else {
        let settings = session.settings();
        asking.is_asked() || settings.outline && session.view().side_panel == SidePanel::Ask
    };
    by_hand || !of_tour && !of_comparison && (asking.lit.is_some() || in_sight)
}
