//! Lenses in the session: what they hide, what they say, and the commands that turn them.

use std::collections::BTreeSet;

use super::{Command, Message, Session, SidePanel};
use crate::{
    analysis::lens::{Lens, passing, summary, told_and_shown, told_line},
    model::{Grade, LinkId, Reading, SourceId},
};

/// A lens and what follows from it for the open pathway, worked out once for every change.
#[derive(Debug, Default)]
pub struct LensView {
    /// What is asked of a link.
    pub lens: Lens,
    /// The links that do not pass; drawn as ghosts.
    pub hidden: BTreeSet<LinkId>,
    /// What is left, in one line; empty while everything is shown.
    pub line: String,
}

impl Session {
    /// The lens over the canvas, and what it hides.
    pub fn lens(&self) -> &LensView {
        &self.lens
    }

    /// Whose effects are shown.
    pub fn reading(&self) -> Reading {
        self.lens.lens.reading
    }

    /// Puts a lens over the canvas.
    pub(super) fn set_lens(&mut self, lens: Lens) {
        let pathway = self.document.pathway();
        let passing = passing(pathway, &lens);
        let hidden = pathway.links().map(|link| link.id.clone()).filter(|id| !passing.contains(id)).collect();
        let line = if lens.shows_all() { String::new() } else { summary(pathway, &lens) };
        self.lens = LensView { lens, hidden, line };
    }

    /// Carries out a command that turns a lens; says whether it was one.
    pub(super) fn turn_lens(&mut self, command: Command) -> bool {
        let mut lens = self.lens.lens.clone();
        match command {
            Command::Reading => return self.switch_reading(),
            Command::HumanOnly => lens.human_only = !lens.human_only,
            Command::ContestedOnly => lens.contested_only = !lens.contested_only,
            Command::StrongerOnly => lens.weakest = beside(lens.weakest, -1),
            Command::WeakerToo => lens.weakest = beside(lens.weakest, 1),
            Command::ClearLenses => lens = Lens { reading: lens.reading, ..Lens::default() },
            _ => return false,
        }
        self.set_lens(lens);
        self.view.side_panel = SidePanel::Lenses;
        true
    }

    /// As if a paper did not exist, or, where it is knocked out already, as if nothing had happened.
    pub(super) fn knock_out(&mut self, source: SourceId) {
        let mut lens = self.lens.lens.clone();
        lens.without = if lens.without.as_ref() == Some(&source) { None } else { Some(source) };
        self.set_lens(lens);
        self.view.side_panel = SidePanel::Lenses;
    }

    fn switch_reading(&mut self) -> bool {
        let mut lens = self.lens.lens.clone();
        let told = told_line(&told_and_shown(self.document.pathway()));
        lens.reading = match lens.reading {
            Reading::Shown => Reading::Told,
            Reading::Told => Reading::Shown,
        };
        if lens.reading == Reading::Told {
            self.note(&told);
        } else if self.view.message == Some(Message::note(&told)) {
            self.view.message = None;
        }
        self.set_lens(lens);
        true
    }
}

/// The grade so many steps weaker, within the scale.
fn beside(grade: Grade, steps: isize) -> Grade {
    let at = Grade::ALL.iter().position(|g| *g == grade).unwrap_or_default();
    let next = at.saturating_add_signed(steps).min(Grade::ALL.len() - 1);
    Grade::ALL.get(next).copied().unwrap_or(grade)
}
