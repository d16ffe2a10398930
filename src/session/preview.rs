//! What many edits at once would do, found out away from the window.

use crate::{
    editing::{Entry, Found, Search, find, quick_entry},
    model::Pathway,
};

/// What is to be found out.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// What lines of notation would do.
    Lines(String),
    /// Where a text stands.
    Places(Search),
}

/// What was found out.
#[derive(Debug)]
pub enum Previewed {
    /// What lines of notation would do.
    Lines(Entry),
    /// Where a text stands.
    Places(Vec<Found>),
}

impl Wanted {
    /// Finds it out. Ids are made only by the act itself.
    pub fn preview(&self, pathway: &Pathway) -> Previewed {
        match self {
            Self::Lines(text) => Previewed::Lines(quick_entry(pathway, &mut |base| base.to_owned(), text, None)),
            Self::Places(search) => Previewed::Places(find(pathway, search)),
        }
    }
}
