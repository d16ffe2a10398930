//! Many edits at once: lines that are entered, and a text that is looked for and replaced. What they would do is found out
//! away from the window.

use std::sync::Arc;

use super::open::Version;
use crate::{
    editing::{Entry, Found, Search},
    model::Pathway,
    preview::{Previewed, Wanted},
    task::Task,
};

/// Lines that are entered at once, and what is looked for in texts.
#[derive(Debug, Default)]
pub struct Many {
    lines: String,
    entry: Option<Entry>,
    search: Search,
    with: String,
    found: Vec<Found>,
    /// Which request the next answer is to, and what it asks about which pathway.
    ticket: u64,
    asked: Option<(Version, Wanted)>,
    waits: bool,
}

impl Many {
    /// The lines as they are typed.
    pub fn lines(&self) -> &str {
        &self.lines
    }

    /// What they would do, as far as it is known.
    pub fn entry(&self) -> Option<&Entry> {
        self.entry.as_ref()
    }

    /// What is looked for.
    pub fn search(&self) -> &Search {
        &self.search
    }

    /// What takes its place.
    pub fn with(&self) -> &str {
        &self.with
    }

    /// Where it stands, as far as that is known.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// Whether what is shown is not yet of what is typed.
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// For another pathway: what is typed is not lost, and what it does is found out anew.
    pub(crate) fn anew(&mut self) {
        (self.entry, self.found, self.asked, self.waits) = (None, Vec::new(), None, false);
    }

    pub(crate) fn type_lines(&mut self, lines: String) {
        self.lines = lines;
    }

    pub(crate) fn look_for(&mut self, search: Search) {
        self.search = search;
    }

    pub(crate) fn replace_with(&mut self, with: String) {
        self.with = with;
    }

    /// The task that finds something out of a pathway, unless it has been asked for already.
    pub(crate) fn request(&mut self, version: Version, pathway: &Arc<Pathway>, wanted: Wanted) -> Option<Task> {
        if self.asked.as_ref().is_some_and(|(of, asked)| *of == version && *asked == wanted) {
            return None;
        }
        self.ticket += 1;
        (self.asked, self.waits) = (Some((version, wanted.clone())), true);
        Some(Task::Preview { ticket: self.ticket, pathway: Arc::clone(pathway), wanted })
    }

    /// Takes what was found out, unless something else has been asked for since.
    pub(crate) fn take(&mut self, ticket: u64, found: Previewed) {
        if ticket != self.ticket {
            return;
        }
        self.waits = false;
        match found {
            Previewed::Lines(entry) => self.entry = Some(entry),
            Previewed::Places(found) => self.found = found,
        }
    }
}
