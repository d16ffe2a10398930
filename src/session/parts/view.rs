//! What is looked at, and how: selection, the keyboard's cursor, what is open, what the camera should do.

use std::collections::BTreeSet;

use super::palette::PaletteState;
pub use super::{camera::Camera, message::Message, side_panel::SidePanel};
use crate::{
    item::Item,
    model::{NodeId, Pathway, Reading},
    page::{Field, Page},
    parts::open::Version,
    search::{Hit, Target},
    walk::Side,
};

/// Most steps that Back goes through.
const MAX_TRAIL: usize = 50;
/// Most messages in the list; the oldest makes room.
const MOST_SAID: usize = 100;

/// What is looked at, and how. It starts anew with every file.
#[derive(Debug, Default)]
pub struct View {
    /// What Details showed, latest last; the last is what it shows now.
    trail: Vec<Page>,
    details_open: bool,
    /// Whether Details are written in, while they show what can be written. It outlives the pathway.
    pub writing: bool,
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
    /// Which field of Details should take the keyboard.
    pub wants_field: Option<Field>,
    /// Whether the search box should take the keyboard.
    pub wants_search: bool,
    /// Which panel the left side shows.
    pub side_panel: SidePanel,
    /// Whether the left side was hidden before that panel was opened.
    pub(crate) side_came: bool,
    /// Nodes whose links the outline shows.
    pub unfolded: BTreeSet<Item>,
    /// The palette, while it is open.
    pub palette: Option<PaletteState>,
    /// The text that lies over the window, if one does.
    pub text: Option<OpenText>,
    /// The latest message, while it lies over the drawing.
    pub message: Option<Message>,
    /// Counts messages, so that each has its own time over the drawing.
    pub message_number: u64,
    /// The messages that matter, latest last. They outlive the pathway that they were about.
    pub said: Vec<Message>,
    /// What the camera should do in the next frame.
    pub camera: Option<Camera>,
}

/// A text that lies over the window: each takes the place of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenText {
    /// What the program is, and its keys.
    About,
    /// What is wrong with the pathway.
    Problems,
    /// The messages that there were.
    Messages,
    /// The steps that have been made, and those that have been undone.
    Steps,
    /// Lines that are entered at once.
    Entry,
    /// Find and replace in texts.
    Replace,
    /// Two nodes that become one.
    Merge,
    /// A file of another program that waits to be taken.
    Import,
}

impl View {
    /// What Details show, while they are open.
    pub fn page(&self) -> Option<&Page> {
        self.trail.last().filter(|_| self.details_open)
    }

    /// What Details show of the drawing, while they are open.
    pub fn selected(&self) -> Option<&Item> {
        self.page().and_then(Page::item)
    }

    /// Whether Back would return Details to something it showed before.
    pub fn has_earlier(&self) -> bool {
        self.details_open && self.trail.len() > 1
    }

    /// What the keyboard's cursor is on, else what Details shows.
    pub fn looked_at(&self) -> Option<&Item> {
        self.focus.as_ref().or(self.selected())
    }
}

/// The session's hold on its [`View`]: everybody reads that, and it changes by what is offered here.
#[derive(Debug, Default)]
pub(crate) struct ViewState {
    view: View,
}

impl ViewState {
    pub(crate) fn shown(&self) -> &View {
        &self.view
    }

    /// For another pathway: nothing is looked at.
    pub(crate) fn anew(&mut self) {
        let View { message_number, said, writing, .. } = std::mem::take(&mut self.view);
        self.view = View { writing, message_number, said, ..View::default() };
    }

    /// What a pathway does not have any more is not looked at any more.
    pub(crate) fn forget_what_is_gone(&mut self, pathway: &Pathway) {
        let view = &mut self.view;
        view.trail.retain(|page| page.exists_in(pathway));
        view.details_open &= !view.trail.is_empty();
        for at in [&mut view.focus, &mut view.hover] {
            at.take_if(|item| !item.exists_in(pathway));
        }
        view.picked.retain(|node| pathway.node(node).is_some());
        view.unfolded.retain(|item| item.exists_in(pathway));
    }

    /// Shows an item in Details, in the place of what is picked, and puts the keyboard's cursor on it.
    pub(crate) fn open(&mut self, item: Item) {
        self.turn_to(Page::Item(item.clone()));
        self.view.focus = Some(item);
    }

    /// Shows a page in Details, in the place of what is picked.
    pub(crate) fn turn_to(&mut self, page: Page) {
        self.view.picked.clear();
        let trail = &mut self.view.trail;
        if trail.last() != Some(&page) {
            trail.push(page);
        }
        if trail.len() > MAX_TRAIL {
            trail.remove(0);
        }
        self.view.details_open = true;
    }

    /// A field of Details should take the keyboard, or has taken it.
    pub(crate) fn want_field(&mut self, field: Option<Field>) {
        self.view.wants_field = field;
    }

    /// Details are written in, or read.
    pub(crate) fn write(&mut self, writing: bool) {
        self.view.writing = writing;
    }

    /// Returns Details to what it showed before.
    pub(crate) fn show_earlier(&mut self) {
        if self.view.has_earlier() {
            self.view.trail.pop();
            self.view.focus = self.view.trail.last().and_then(Page::item).cloned();
        }
    }

    /// Closes Details; Back starts afresh.
    pub(crate) fn close_details(&mut self) {
        self.view.details_open = false;
        self.view.trail.clear();
    }

    /// Closes Details; nothing is pointed at and the keyboard's cursor is nowhere.
    pub(crate) fn look_away(&mut self) {
        self.close_details();
        (self.view.focus, self.view.hover) = (None, None);
    }

    pub(crate) fn focus(&mut self, item: Option<Item>) {
        self.view.focus = item;
    }

    pub(crate) fn hover(&mut self, item: Option<Item>) {
        self.view.hover = item;
    }

    /// The keyboard's cursor has walked there, and comes into view.
    pub(crate) fn walk_to(&mut self, item: Option<Item>, side: Side) {
        self.view.side = side;
        self.view.camera = item.clone().map(Camera::Reveal);
        self.view.focus = item;
    }

    /// Asks the canvas to look elsewhere.
    pub(crate) fn look(&mut self, camera: Camera) {
        self.view.camera = Some(camera);
    }

    /// The canvas has done what it was asked, unless something else has been asked since.
    pub(crate) fn has_looked(&mut self, camera: &Camera) {
        self.view.camera.take_if(|asked| asked == camera);
    }

    /// Picks nodes, beside those that are picked already if `add`.
    pub(crate) fn pick(&mut self, nodes: impl IntoIterator<Item = NodeId>, add: bool) {
        if !add {
            self.view.picked.clear();
        }
        self.view.picked.extend(nodes);
        self.show_picked();
    }

    /// Picks each node, or lets go of it.
    pub(crate) fn toggle_picked(&mut self, nodes: Vec<NodeId>) {
        for node in nodes {
            if !self.view.picked.remove(&node) {
                self.view.picked.insert(node);
            }
        }
        self.show_picked();
    }

    /// What is picked takes the place of Details.
    fn show_picked(&mut self) {
        if !self.view.picked.is_empty() {
            self.close_details();
        }
    }

    /// Lets go of what is picked.
    pub(crate) fn let_go(&mut self) -> BTreeSet<NodeId> {
        std::mem::take(&mut self.view.picked)
    }

    pub(crate) fn show_panel(&mut self, panel: SidePanel) {
        self.view.side_panel = panel;
    }

    /// The left side has been brought in for a panel, or has been hidden or shown by itself.
    pub(crate) fn side_has_come(&mut self, came: bool) {
        self.view.side_came = came;
    }

    /// The outline as it was at the beginning takes the place of the panel; says whether the left side is to be hidden
    /// again.
    #[must_use]
    pub(crate) fn close_panel(&mut self) -> bool {
        (self.view.side_panel, self.view.filter) = (SidePanel::Outline, String::new());
        std::mem::take(&mut self.view.side_came)
    }

    pub(crate) fn filter(&mut self, text: String) {
        self.view.filter = text;
    }

    /// Shows the outline, with the cursor in its search box.
    pub(crate) fn search(&mut self) {
        (self.view.side_panel, self.view.wants_search) = (SidePanel::Outline, true);
    }

    /// The search box has taken the keyboard.
    pub(crate) fn search_taken(&mut self) {
        self.view.wants_search = false;
    }

    /// Shows or hides the links of a node in the outline.
    pub(crate) fn toggle_unfolded(&mut self, item: Item) {
        if !self.view.unfolded.remove(&item) {
            self.view.unfolded.insert(item);
        }
    }

    /// Shows a text in the place of another one, or closes it.
    pub(crate) fn toggle_text(&mut self, text: OpenText) {
        self.view.text = (self.view.text != Some(text)).then_some(text);
    }

    /// Shows a text in the place of another one.
    pub(crate) fn show_text(&mut self, text: OpenText) {
        self.view.text = Some(text);
    }

    /// Closes the text that is open.
    pub(crate) fn close_texts(&mut self) {
        self.view.text = None;
    }

    pub(crate) fn open_palette(&mut self) {
        self.close_texts();
        self.view.palette = Some(PaletteState::default());
    }

    pub(crate) fn close_palette(&mut self) {
        self.view.palette = None;
    }

    pub(crate) fn type_in_palette(&mut self, text: String) {
        if let Some(palette) = &mut self.view.palette {
            *palette = PaletteState::with_text(text);
        }
    }

    pub(crate) fn move_in_palette(&mut self, rows: isize) {
        if let Some(palette) = &mut self.view.palette {
            palette.move_by(rows);
        }
    }

    /// Finds the palette's rows, where it is open and they may be others.
    pub(crate) fn find_in_palette(&mut self, version: Version, pathway: &Pathway, reading: Reading) {
        if let Some(palette) = &mut self.view.palette {
            palette.find(version, pathway, reading);
        }
    }

    /// Closes the palette and gives what a row of it leads to; it stays open where there is no such row.
    pub(crate) fn choose_in_palette(&mut self, row: usize) -> Option<Target> {
        let target = self.palette_hits().get(row)?.target.clone();
        self.close_palette();
        Some(target)
    }

    pub(crate) fn palette_hits(&self) -> &[Hit] {
        self.view.palette.as_ref().map_or(&[], PaletteState::hits)
    }

    /// Says something, in the place of what was said before.
    pub(crate) fn say(&mut self, message: Message) {
        let view = &mut self.view;
        if message.is_kept {
            view.said.push(message.clone());
            let spare = view.said.len().saturating_sub(MOST_SAID);
            view.said.drain(..spare);
        }
        view.message_number += 1;
        view.message = Some(message);
    }

    /// Says something to know, unless there is an error to read.
    pub(crate) fn note(&mut self, text: &str) {
        if self.view.message.as_ref().is_none_or(|message| !message.is_error) {
            self.say(Message::note(text));
        }
    }

    /// Takes the message away.
    pub(crate) fn hush(&mut self) {
        self.view.message = None;
    }

    /// Takes a message away that has lain there long enough, unless another one has taken its place.
    pub(crate) fn has_been_read(&mut self, number: u64) {
        self.view.message.take_if(|_| number == self.view.message_number);
    }

    /// Takes this note away, where it is what was said last.
    pub(crate) fn take_back(&mut self, note: &str) {
        self.view.message.take_if(|message| *message == Message::note(note));
    }

    /// Takes the message away, unless it is an error to read.
    pub(crate) fn hush_note(&mut self) {
        self.view.message.take_if(|message| !message.is_error);
    }
}
