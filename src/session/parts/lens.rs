//! The lens over the canvas, and what follows from it.

use std::collections::BTreeSet;

use crate::{
    analysis::lens::{Lens, passing, summary},
    model::{LinkId, Pathway},
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

impl LensView {
    /// A lens over a pathway.
    pub(crate) fn over(pathway: &Pathway, lens: Lens) -> Self {
        let line = if lens.shows_all() { String::new() } else { summary(pathway, &lens) };
        let mut view = Self { lens, hidden: BTreeSet::new(), line };
        view.hide_in(pathway);
        view
    }

    /// Hides what does not pass of a pathway that is drawn.
    pub(crate) fn hide_in(&mut self, drawn: &Pathway) {
        if self.lens.shows_all() {
            self.hidden.clear();
            return;
        }
        let passing = passing(drawn, &self.lens);
        self.hidden = drawn.links().map(|link| link.id.clone()).filter(|id| !passing.contains(id)).collect();
    }
}
