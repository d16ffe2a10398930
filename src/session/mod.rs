//! The program without a window: what is open, what is looked at, and what every act does to it.
//!
//! Panels and canvas read a [`Session`] and collect [`Action`]s; [`Session::apply`] is the one place that changes it.
//! What needs the outside world (files, threads, the browser) comes back as [`Task`]s.

mod action;
mod arranging;
mod asking;
pub mod atlas;
mod command;
mod comparing;
mod item;
mod lenses;
pub mod library;
mod making;
mod mapping;
mod opening;
mod palette;
mod predicting;
mod question;
mod quizzing;
mod running;
mod saving;
pub mod search;
mod settings;
mod slides;
mod teaching;
mod telling;
mod view;
mod walk;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

pub use action::{Action, Task};
pub use asking::{AskAct, Asking, Lit, Mark};
pub use command::{Command, Key, Shortcut};
pub use comparing::Comparison;
pub use item::{Item, link_name, node_name};
pub use lenses::LensView;
pub use mapping::{MapAct, StudentMap};
pub use palette::PaletteState;
pub use predicting::Prediction;
pub use question::{Answer, Question, ToldLoop, Topic, answer};
pub use quizzing::{Quiz, QuizAct};
pub use saving::{FileUse, Written};
pub use settings::{Settings, ThemeChoice};
pub use slides::{STAGE_HEIGHT, STAGE_TEXT};
pub use teaching::{ListedTour, Made, OnStage, TeachAct, TeachPage, Teaching};
pub use view::{Camera, Message, SidePanel, View};
pub use walk::{Side, Walk, item_of_card, item_of_wire};

use crate::{
    analysis::{lens::Rests, prose::Prose},
    document::{Document, Revision},
    formats::Problem,
    model::{NodeId, Pathway, Reading},
    picture::{Arrangement, Picture},
    words,
};

/// Largest and smallest size of all text, as a factor.
const TEXT_SCALES: (f32, f32) = (0.7, 2.5);

/// Everything that the window shows.
#[derive(Debug)]
pub struct Session {
    document: Document,
    /// Counts up with every file that is opened, so that a late picture of the last one is dropped.
    serial: u64,
    /// The file that is being read; what comes back of any other is too late.
    awaited: Option<PathBuf>,
    problems: Vec<Problem>,
    read_only: bool,
    bundled: Option<&'static str>,
    picture: Option<Arc<Picture>>,
    arrangement: Arrangement,
    /// Counts the pictures that were asked for, so that a late one is dropped.
    ticket: u64,
    /// How much of the latest picture is done, until it is.
    drawing: Option<f32>,
    /// Whether the cards of the next picture may stay where they sit in this one.
    keeps_seats: bool,
    /// Width and height of the canvas, in px.
    canvas: (f32, f32),
    /// Width over height of the canvas that the last picture was asked for.
    drawn_for: f32,
    /// Whether somebody has done something with what is drawn since it was opened.
    is_known: bool,
    /// The same while somebody presents.
    stage_canvas: (f32, f32),
    /// Height of the window, in px.
    window_height: f32,
    view: View,
    lens: LensView,
    asking: Asking,
    teaching: Teaching,
    comparison: Option<Comparison>,
    /// The file that is read for something else than to be opened, and for what.
    reads: Option<(PathBuf, FileUse)>,
    /// What is picked, as it is read, in words.
    picked_story: Option<(BTreeSet<NodeId>, Reading, Prose)>,
    ranked: Vec<Rests>,
    shared: BTreeMap<NodeId, Vec<&'static str>>,
    settings: Settings,
}

impl Session {
    /// A session that shows the first bundled pathway.
    pub fn new(settings: Settings) -> (Self, Vec<Task>) {
        let mut session = Self {
            document: Document::new(Pathway::default(), None),
            serial: 0,
            awaited: None,
            problems: Vec::new(),
            read_only: false,
            bundled: None,
            picture: None,
            arrangement: Arrangement::default(),
            ticket: 0,
            drawing: None,
            keeps_seats: false,
            canvas: arranging::USUAL_CANVAS,
            drawn_for: 1.0,
            is_known: false,
            stage_canvas: arranging::USUAL_CANVAS,
            window_height: STAGE_HEIGHT,
            view: View::default(),
            lens: LensView::default(),
            asking: Asking::default(),
            teaching: Teaching::default(),
            comparison: None,
            reads: None,
            picked_story: None,
            ranked: Vec::new(),
            shared: BTreeMap::new(),
            settings,
        };
        let first = library::all().first().map_or("", |bundled| bundled.id);
        let tasks = session.open_bundled(first);
        (session, tasks)
    }

    /// The open pathway.
    pub fn pathway(&self) -> &Arc<Pathway> {
        self.document.pathway()
    }

    /// Its state.
    pub fn revision(&self) -> Revision {
        self.document.revision()
    }

    /// Which document this is: counts up with every file that is opened.
    pub fn serial(&self) -> u64 {
        self.serial
    }

    /// Where it lies on disk, if it does.
    pub fn path(&self) -> Option<&Path> {
        self.document.path()
    }

    /// Its id in the library, where it came with the program.
    pub fn bundled(&self) -> Option<&'static str> {
        self.bundled
    }

    /// What is wrong with the file, in its order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether the file was made by a newer major version and must not be saved over.
    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// The picture, once it is drawn.
    pub fn picture(&self) -> Option<&Arc<Picture>> {
        self.picture.as_ref()
    }

    /// What is looked at, and how.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// What is kept between two starts.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Does what an action says and returns what the outside must do.
    pub fn apply(&mut self, action: Action) -> Vec<Task> {
        self.is_known |= arranging::makes_known(&action);
        let tasks = self.carry_out(action);
        self.tell_picked();
        tasks
    }

    fn carry_out(&mut self, action: Action) -> Vec<Task> {
        match action {
            Action::Run(command) => return self.run(command),
            Action::Open(item) => self.open_item(item),
            Action::Focus(item) => self.view.focus = item.filter(|i| i.exists_in(self.document.pathway())),
            Action::OpenFocused => {
                if let Some(item) = self.view.focus.clone() {
                    self.open_item(item);
                }
            }
            Action::Walk(walk) => self.walk(walk),
            Action::Hover(item) => self.view.hover = item,
            Action::Reveal(item) => self.view.camera = Some(Camera::Reveal(item)),
            Action::CloseDetails => self.view.close_details(),
            Action::Filter(text) => self.view.filter = text,
            Action::SearchTaken => self.view.wants_search = false,
            Action::PaletteText(_) | Action::PaletteMove(_) | Action::PaletteRun(_) => return self.palette(action),
            Action::Unfold(item) => self.view.toggle_unfolded(item),
            Action::SidePanel(panel) => return self.open_side(panel),
            Action::SetLens(lens) => {
                self.set_lens(lens);
                return self.ask();
            }
            Action::KnockOut(source) => {
                self.knock_out(source);
                return self.ask();
            }
            Action::Ask(act) => return self.ask_act(act),
            Action::Answered { ticket, answer } => {
                self.answered(ticket, answer);
                return self.show_verdict();
            }
            Action::LibraryIndexed(shared) => self.shared = shared,
            Action::OpenThere { pathway, node } => return self.open_there(&pathway, node),
            Action::OpenBundled(id) => return self.open_bundled(&id),
            Action::OpenFile(path) => return self.take_file(path),
            Action::Picked(path) => return self.picked(path),
            Action::NoDialog => {
                self.view.picking = false;
                self.view.path_text = Some(String::new());
            }
            Action::PathText(text) => self.view.path_text = Some(text),
            Action::FileRead { path, result } => {
                let other = self.reads.take_if(|(other, _)| *other == path);
                return match other {
                    Some((_, FileUse::Compare)) => {
                        self.view.message = None;
                        self.compare_with_file(&path, result)
                    }
                    Some((_, FileUse::Map)) => self.take_map(&path, result),
                    _ => self.file_read(&path, result),
                };
            }
            Action::LaidOut { ticket, picture, finished } => return self.laid_out(ticket, picture, finished),
            Action::Drawing { ticket, share } => {
                if ticket == self.ticket && self.drawing.is_some() {
                    self.drawing = Some(share);
                }
            }
            Action::CanvasSize { canvas, window, moved } => return self.canvas_size(canvas, window, moved),
            Action::Arrange(arrangement) => return self.arrange(arrangement),
            Action::ToggleLane(lane) => return self.toggle_lane(lane),
            Action::Pick { nodes, add } => self.pick(nodes, add),
            Action::TogglePicked(item) => self.toggle_picked(&item),
            Action::Browse(address) => return self.browse(&address),
            Action::BrowseFailed(address) => {
                self.view.message = Some(Message::error(&words::messages::no_browser(&address)));
            }
            Action::Copy(text) => {
                self.note(words::messages::COPIED);
                return vec![Task::Copy(text)];
            }
            Action::Dismiss => self.view.message = None,
            Action::CameraMoved(request) => {
                if self.view.camera == Some(request) {
                    self.view.camera = None;
                }
            }
            action => return self.carry_out_teaching(action),
        }
        Vec::new()
    }

    /// Says something to know, unless there is an error to read.
    fn note(&mut self, text: &str) {
        if self.view.message.as_ref().is_none_or(|message| !message.is_error) {
            self.view.message = Some(Message::note(text));
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Settings)) -> Vec<Task> {
        change(&mut self.settings);
        vec![Task::SaveSettings(self.settings.to_text())]
    }

    fn open_item(&mut self, item: Item) {
        if self.may_open(&item) {
            self.view.open(item);
        }
    }

    /// Shows a panel on the left; the questions are asked when they are first looked at.
    pub(super) fn open_side(&mut self, panel: SidePanel) -> Vec<Task> {
        let shown = self.settings.outline && self.view.side_panel == panel;
        self.view.side_panel = panel;
        self.settings.outline = true;
        let asks = panel == SidePanel::Ask && !shown && self.asking.answer.is_none();
        if asks { self.ask() } else { Vec::new() }
    }

    /// Shows a panel on the left, or hides the left side where that panel is shown already.
    fn show_side(&mut self, panel: SidePanel) -> Vec<Task> {
        let hide = self.settings.outline && self.view.side_panel == panel;
        self.view.side_panel = panel;
        self.set(|s| s.outline = !hide)
    }

    /// The papers of the open pathway, those on which most rests first.
    pub fn ranked_sources(&self) -> &[Rests] {
        &self.ranked
    }

    /// Other bundled pathways that have a node, by id.
    pub fn also_in(&self, node: &NodeId) -> impl Iterator<Item = &'static library::Bundled> {
        let ids = self.shared.get(node).map_or(&[][..], Vec::as_slice);
        let here = self.document.pathway().about().id.clone();
        ids.iter().filter_map(|id| library::find(id)).filter(move |bundled| bundled.id != here)
    }

    fn open_there(&mut self, pathway: &str, node: NodeId) -> Vec<Task> {
        let tasks = self.open_bundled(pathway);
        self.open_item(Item::Node(node));
        tasks
    }

    fn walk(&mut self, walk: Walk) {
        let Some(picture) = self.picture.clone() else { return };
        let at = self.view.focus.clone().or_else(|| self.view.selected().cloned());
        let (next, side) = walk::step(self.drawn(), &picture, at.as_ref(), self.view.side, walk);
        self.view.side = side;
        self.view.camera = next.clone().map(Camera::Reveal);
        self.view.focus = next;
    }

    fn browse(&mut self, address: &str) -> Vec<Task> {
        let Some(url) = crate::address::checked_address(address) else {
            self.view.message = Some(Message::error(&words::messages::unsafe_address(address)));
            return Vec::new();
        };
        vec![Task::Browse(url.to_string())]
    }
}

#[cfg(test)]
mod tests;
