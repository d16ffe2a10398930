//! A student's own map: typed, pasted or opened, and what came of marking it.

use std::sync::Arc;

use crate::{
    lesson::{Marks, word_list},
    model::{Pathway, notation},
    words,
};

/// A student's map and what came of marking it.
#[derive(Debug, Default)]
pub struct StudentMap {
    text: String,
    file: Option<String>,
    marks: Option<Result<Arc<Marks>, String>>,
    word_list: Option<Vec<String>>,
    /// The map of the file.
    opened: Option<Arc<Pathway>>,
}

impl StudentMap {
    /// The lines as they are typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The name of the file, where the map came from one.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// What came of marking, or one sentence why it cannot be read.
    pub fn marks(&self) -> Option<&Result<Arc<Marks>, String>> {
        self.marks.as_ref()
    }

    /// The words that the reference knows, while they are shown.
    pub fn word_list(&self) -> Option<&[String]> {
        self.word_list.as_deref()
    }

    /// For another reference: what a student has typed is not lost with the one that it was compared with.
    pub(crate) fn anew(&mut self) {
        *self = Self { text: std::mem::take(&mut self.text), ..Self::default() };
    }

    /// The lines have become these.
    pub(crate) fn type_text(&mut self, text: String) {
        *self = Self { text, word_list: self.word_list.take(), ..Self::default() };
    }

    /// Takes the map of a file.
    pub(crate) fn open(&mut self, name: String, map: Pathway) {
        (self.file, self.opened, self.marks) = (Some(name), Some(Arc::new(map)), None);
    }

    /// Shows or hides the words that the reference knows.
    pub(crate) fn toggle_words(&mut self, reference: &Pathway) {
        self.word_list = match self.word_list.take() {
            Some(_) => None,
            None => Some(word_list(reference)),
        };
    }

    /// The map as a pathway. Where it cannot be marked it says why in the place of its marks, with an example from the
    /// reference.
    pub(crate) fn read(&mut self, reference: &Pathway) -> Option<Arc<Pathway>> {
        let read = match &self.opened {
            Some(opened) => Ok(Arc::clone(opened)),
            None => notation::parse_about(reference, &self.text).map(Arc::new),
        };
        if reference.links().len() == 0 {
            self.marks = Some(Err(words::map::NOTHING_TO_MARK.to_owned()));
            return None;
        }
        let empty = || words::map::empty(notation::example(reference).as_deref());
        let read = read
            .map_err(|error| words::map::unreadable(&error.to_string()))
            .and_then(|map| if map.nodes().len() > 0 { Ok(map) } else { Err(empty()) });
        read.map_err(|sentence| self.marks = Some(Err(sentence))).ok()
    }

    pub(crate) fn take_marks(&mut self, marks: Arc<Marks>) {
        self.marks = Some(Ok(marks));
    }
}
