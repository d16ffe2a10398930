//! Work that was not saved when the program ended, and how it is offered.

use std::path::{Path, PathBuf};

use crate::{
    formats::{Opened, Problem},
    outlook::Outlook,
};

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
    /// What the window showed of it.
    pub outlook: Outlook,
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
    /// The number of the one whose file is being opened in its place.
    opens: Option<usize>,
}

impl LeftState {
    pub(crate) fn take_in(&mut self, left: Vec<LeftWork>) {
        (self.left, self.opens) = (left, None);
    }

    /// What is offered now; nothing while the file of one is being opened in its place.
    pub(crate) fn offered(&self) -> Option<&LeftWork> {
        self.left.first().filter(|_| self.opens.is_none())
    }

    /// The file of what has this number is being opened in its place; gives that file.
    pub(crate) fn open_instead(&mut self, number: usize) -> Option<PathBuf> {
        let path = self.left.iter().find(|left| left.number == number)?.path.clone()?;
        self.opens = Some(number);
        Some(path)
    }

    /// Whatever was being opened in its place does not come any more.
    pub(crate) fn offer_again(&mut self) {
        self.opens = None;
    }

    /// A file has been opened, or none could be. Gives the number of what that settles; all else is offered again.
    pub(crate) fn settled_by(&mut self, opened: Option<&Path>) -> Option<usize> {
        let number = self.opens.take()?;
        let at = self.left.iter().position(|left| left.number == number && left.path.as_deref() == opened)?;
        opened.map(|_| self.left.remove(at).number)
    }

    /// Takes what has this number.
    pub(crate) fn take(&mut self, number: usize) -> Option<LeftWork> {
        let at = self.left.iter().position(|left| left.number == number)?;
        Some(self.left.remove(at))
    }

    /// Nothing is offered any more; it is offered again at the next start.
    pub(crate) fn put_off(&mut self) {
        (self.left, self.opens) = (Vec::new(), None);
    }
}
