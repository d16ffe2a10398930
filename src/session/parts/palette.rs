//! The palette: one box that finds everything and runs every command.

use super::open::Version;
use crate::{
    model::{Pathway, Reading},
    search::{self, Hit},
};

/// The palette while it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteState {
    /// What is typed.
    pub text: String,
    /// Which row the cursor is on.
    pub row: usize,
    hits: Vec<Hit>,
    /// What the hits were found in; nothing where they are to be found again.
    found_in: Option<(Version, Reading)>,
}

impl PaletteState {
    /// Its rows for what is typed.
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// With another text, and the cursor on the best row.
    pub(crate) fn with_text(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Moves the cursor by so many rows.
    pub(crate) fn move_by(&mut self, rows: isize) {
        let last = self.hits.len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(rows).min(last);
    }

    /// Finds its rows, where the text, the pathway or the reading is another: they stay from frame to frame.
    pub(crate) fn find(&mut self, version: Version, pathway: &Pathway, reading: Reading) {
        if self.found_in != Some((version, reading)) {
            self.hits = search::everything(pathway, reading, &self.text);
            self.found_in = Some((version, reading));
        }
    }
}
