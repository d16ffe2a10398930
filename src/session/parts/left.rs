//! Work that was not saved when the program ended, and how it is offered.

use std::path::PathBuf;

use crate::formats::{Opened, Problem};

/// Work that a program which did not end well has left.
#[derive(Debug)]
pub struct LeftWork {
    /// By which number it is decided on.
    pub number: usize,
    /// The title of the pathway.
    pub title: String,
    /// The file that it was read from or saved in; nothing where it was never saved.
    pub path: Option<PathBuf>,
    /// How long ago it was kept, in seconds.
    pub age: u64,
    /// How its own file stands to it.
    pub on_disk: OnDisk,
    /// The pathway as it would have been saved; what is wrong where it cannot be read.
    pub work: Result<Box<Opened>, Vec<Problem>>,
    /// What is in its own file, where that is as it was.
    pub saved: Option<Box<Opened>>,
}

/// How the file of work that was left looks now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// It was never saved.
    Never,
    /// As it was when the work began.
    Unchanged,
    /// It was written since.
    Changed,
    /// It is not there any more.
    Gone,
}

/// What was left, the first of which is offered.
#[derive(Debug, Default)]
pub(crate) struct LeftState {
    left: Vec<LeftWork>,
}

impl LeftState {
    pub(crate) fn take_in(&mut self, left: Vec<LeftWork>) {
        self.left = left;
    }

    /// What is offered now.
    pub(crate) fn offered(&self) -> Option<&LeftWork> {
        self.left.first()
    }

    /// Takes what has this number.
    pub(crate) fn take(&mut self, number: usize) -> Option<LeftWork> {
        let at = self.left.iter().position(|left| left.number == number)?;
        Some(self.left.remove(at))
    }

    /// Nothing is offered any more; it is offered again at the next start.
    pub(crate) fn put_off(&mut self) {
        self.left.clear();
    }
}
