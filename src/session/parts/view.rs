//! What is looked at, and how: selection, the keyboard's cursor, what is open, what the camera should do.

use std::collections::BTreeSet;

use super::{FileUse, Item, PaletteState, Side};
use crate::model::NodeId;

/// Most steps that Back goes through.
const MAX_TRAIL: usize = 50;

/// What is looked at, and how. It starts anew with every file.
#[derive(Debug, Default)]
pub struct View {
    /// What Details showed, latest last; the last is what it shows now.
    trail: Vec<Item>,
    details_open: bool,
    /// Where the keyboard's cursor is.
    pub focus: Option<Item>,
    /// Nodes that were picked together.
    pub picked: BTreeSet<NodeId>,
    /// Which siblings the walk moves among.
    pub side: Side,
    /// What the pointer is over.
    pub hover: Option<Item>,
    /// The text of the outline's search box.
    pub filter: String,
    /// Whether the search box should take the keyboard.
    pub wants_search: bool,
    /// Which panel the left side shows.
    pub side_panel: SidePanel,
    /// Nodes whose links the outline shows.
    pub unfolded: BTreeSet<Item>,
    /// The palette, while it is open.
    pub palette: Option<PaletteState>,
    /// Whether the list of problems is open.
    pub problems_open: bool,
    /// Whether the About text is open.
    pub about_open: bool,
    /// Whether a file dialog is open.
    pub picking: bool,
    /// What the file that is being picked is for.
    pub picks: FileUse,
    /// A path that is being typed, where there is no file dialog.
    pub path_text: Option<String>,
    /// The latest message.
    pub message: Option<Message>,
    /// What the camera should do in the next frame.
    pub camera: Option<Camera>,
}

/// What the left side shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SidePanel {
    /// The pathway as text.
    #[default]
    Outline,
    /// Questions about what follows from the pathway.
    Ask,
    /// Which links are shown.
    Lenses,
    /// Tours, quizzes and students' maps.
    Teach,
    /// The bibliography, by how much rests on each paper.
    Sources,
}

/// What the camera should do.
#[derive(Clone, Debug, PartialEq)]
pub enum Camera {
    /// Show everything.
    Fit,
    /// Go nearer or farther by a factor, about the middle.
    Zoom(f32),
    /// Zoom 1, about the middle.
    ActualSize,
    /// Show some items, as near as they can be read.
    Show(Vec<Item>),
    /// Move as little as needed to show an item.
    Reveal(Item),
}

/// A message, until it is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Whether something went wrong.
    pub is_error: bool,
    /// One sentence.
    pub text: String,
    /// What is wrong, line by line.
    pub lines: Vec<String>,
}

impl Message {
    /// Something to know.
    pub fn note(text: &str) -> Self {
        Self { is_error: false, text: text.to_owned(), lines: Vec::new() }
    }

    /// Something went wrong.
    pub fn error(text: &str) -> Self {
        Self { is_error: true, text: text.to_owned(), lines: Vec::new() }
    }

    /// Something could not be opened, and why.
    pub fn refusal(text: &str, lines: Vec<String>) -> Self {
        Self { is_error: true, text: text.to_owned(), lines }
    }
}

impl View {
    /// What Details shows, while it is open.
    pub fn selected(&self) -> Option<&Item> {
        self.trail.last().filter(|_| self.details_open)
    }

    /// Shows an item in Details and puts the keyboard's cursor on it.
    pub fn open(&mut self, item: Item) {
        if self.trail.last() != Some(&item) {
            self.trail.push(item.clone());
        }
        if self.trail.len() > MAX_TRAIL {
            self.trail.remove(0);
        }
        self.details_open = true;
        self.focus = Some(item);
    }

    /// Closes Details; Back starts afresh.
    pub fn close_details(&mut self) {
        self.details_open = false;
        self.trail.clear();
    }

    /// Whether Back would return Details to something it showed before.
    pub fn has_earlier(&self) -> bool {
        self.details_open && self.trail.len() > 1
    }

    /// Shows or hides the links of a node in the outline.
    pub fn toggle_unfolded(&mut self, item: Item) {
        if !self.unfolded.remove(&item) {
            self.unfolded.insert(item);
        }
    }

    /// One step back: the topmost thing that is open closes, then Details goes back through what it showed.
    pub fn back(&mut self) {
        if self.palette.take().is_some() {
        } else if self.path_text.take().is_some() {
            self.picks = FileUse::Open;
        } else if self.about_open || self.problems_open {
            (self.about_open, self.problems_open) = (false, false);
        } else if self.message.take().is_some() {
        } else if self.side_panel == SidePanel::Outline && !self.filter.is_empty() {
            self.filter.clear();
        } else if !self.picked.is_empty() {
            self.picked.clear();
        } else if self.has_earlier() {
            self.trail.pop();
            self.focus = self.trail.last().cloned();
        } else if self.details_open {
            self.close_details();
        } else {
            self.focus = None;
        }
    }
}
