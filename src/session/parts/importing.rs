//! A file of another program: what it says, what its words are to mean, and what came of the last one.

use std::sync::Arc;

use crate::{
    import::{Foreign, Meaning, Meanings, Report, Wishes},
    model::Effect,
    task::Task,
};

/// A file of another program that waits to be taken.
#[derive(Clone, Debug)]
pub struct Importing {
    foreign: Arc<Foreign>,
    wishes: Wishes,
    rows: Vec<Meaning>,
    waits: bool,
}

impl Importing {
    /// The file.
    pub fn foreign(&self) -> &Foreign {
        &self.foreign
    }

    /// The words of its arrows, each with its count and the effect that it will get.
    pub fn rows(&self) -> &[Meaning] {
        &self.rows
    }

    /// Whether its cards will be pinned where the file has them.
    pub fn positions(&self) -> bool {
        self.wishes.positions
    }

    /// Whether it is being taken.
    pub fn waits(&self) -> bool {
        self.waits
    }

    fn new(foreign: Arc<Foreign>, meanings: Meanings) -> Self {
        let rows = foreign.draft.meanings(&meanings);
        Self { foreign, wishes: Wishes { meanings, positions: false }, rows, waits: false }
    }
}

/// What is imported, and what came of it.
#[derive(Debug, Default)]
pub(crate) struct ImportState {
    offered: Option<Importing>,
    /// Whether it was asked already what becomes of the pathway that is open.
    asked: bool,
    /// Which request the next answer is to.
    ticket: u64,
    report: Option<(u64, Arc<Report>)>,
}

impl ImportState {
    /// The file that waits to be taken.
    pub(crate) fn offered(&self) -> Option<&Importing> {
        self.offered.as_ref()
    }

    /// What came of the file that is open, where it was imported.
    pub(crate) fn report(&self, serial: u64) -> Option<&Arc<Report>> {
        self.report.as_ref().filter(|(of, _)| *of == serial).map(|(_, report)| report)
    }

    /// Offers a file, with what was decided for its format before.
    pub(crate) fn offer(&mut self, foreign: Foreign, meanings: Meanings, asked: bool) {
        self.ticket += 1;
        self.asked = asked;
        self.offered = Some(Importing::new(Arc::new(foreign), meanings));
    }

    /// Whether it was asked already what becomes of the pathway that is open.
    pub(crate) fn asked(&self) -> bool {
        self.asked
    }

    /// Decides what a word means; gives all that is decided for the format.
    pub(crate) fn mean(&mut self, word: String, effect: Effect) -> Option<(&'static str, &Meanings)> {
        let offered = self.offered.as_mut()?;
        offered.wishes.meanings.insert(word, effect);
        offered.rows = offered.foreign.draft.meanings(&offered.wishes.meanings);
        Some((offered.foreign.format.id, &offered.wishes.meanings))
    }

    /// Pins the cards where the file has them, or not.
    pub(crate) fn pin(&mut self, positions: bool) {
        if let Some(offered) = &mut self.offered {
            offered.wishes.positions = positions;
        }
    }

    /// The task that makes a pathway of it.
    pub(crate) fn take(&mut self) -> Option<Task> {
        let offered = self.offered.as_mut().filter(|offered| !offered.waits)?;
        offered.waits = true;
        let (foreign, wishes) = (Arc::clone(&offered.foreign), offered.wishes.clone());
        Some(Task::Import { ticket: self.ticket, foreign, wishes })
    }

    /// Takes what came of it, unless something else is offered since; says whether it did.
    pub(crate) fn has_come(&mut self, ticket: u64) -> bool {
        let waited = self.ticket == ticket && self.offered.as_ref().is_some_and(Importing::waits);
        if waited {
            self.offered = None;
        }
        waited
    }

    /// Keeps what came of the file that is open now.
    pub(crate) fn tell(&mut self, serial: u64, report: Arc<Report>) {
        self.report = Some((serial, report));
    }

    /// Nothing waits any more.
    pub(crate) fn drop(&mut self) {
        self.offered = None;
    }
}
