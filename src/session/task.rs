//! What the session asks of the outside world.

use std::{path::PathBuf, sync::Arc};

use super::{outlook::Outlook, preview::Wanted, question::Question, settings::ThemeChoice};
use crate::{
    analysis::{lens::Lens, whatif::Push},
    document::Revision,
    export::Compared,
    import::{Foreign, Wishes},
    lesson::{Difficulty, Told},
    model::{NodeId, Pathway, Reading},
    picture::{Arrangement, Part, Picture},
};

/// What the outside must do. A task's result comes back as an [`Action`](crate::Action).
#[derive(Debug, PartialEq)]
pub enum Task {
    /// Ask for a file; answer `Action::Picked` or `Action::NoDialog`.
    PickFile,
    /// Ask for a place for a file, with a name to begin with; answer `Action::Picked` or `Action::NoDialog`.
    PickPlace(String),
    /// Write something into a file; answer `Action::Written`.
    Write {
        /// Which file.
        path: PathBuf,
        /// What.
        what: Box<Written>,
        /// Which files that are there already it may take the place of; where there are others, the answer is
        /// `Action::WouldReplace`.
        may_replace: MayReplace,
        /// The file of what is open, which is never written over by something else.
        reads: Option<PathBuf>,
    },
    /// Look now and then whether a file changes, and no other any more; answer `Action::ChangedOnDisk`.
    Watch(Option<PathBuf>),
    /// Take a file for this window alone, and let go of the one before; answer `Action::MayOnlyRead` where another one has
    /// it or it cannot be saved.
    Hold(Option<PathBuf>),
    /// Keep work that no file holds yet, should the program end before it is saved, and look what may be wrong with it; answer
    /// `Action::Checked`.
    Keep(Box<Saving>),
    /// The work on a document is saved, or as it was read; nothing needs to be kept of it.
    Forget(u64),
    /// The work on a document was given up.
    Discard(u64),
    /// Look for work that programs which did not end well have left; answer `Action::Left`.
    FindLeft,
    /// Somebody has decided on work that was left, by its number.
    Decided(usize),
    /// Read and check a file; answer `Action::FileRead`.
    ReadFile(PathBuf),
    /// Make a pathway of a file of another program; answer `Action::Imported`.
    Import {
        /// Which request this is.
        ticket: u64,
        /// The file.
        foreign: Arc<Foreign>,
        /// What its words mean.
        wishes: Wishes,
    },
    /// Draw a pathway; answer `Action::LaidOut`, perhaps twice: a first picture, then the refined one.
    LayOut {
        /// The number of this request; a later one makes it void.
        ticket: u64,
        /// What to draw.
        pathway: Arc<Pathway>,
        /// How.
        arrangement: Arrangement,
        /// The picture that the new one should stay close to.
        before: Option<Arc<Picture>>,
        /// Width over height of the canvas.
        aspect: f32,
    },
    /// Draw the question of a quiz: the last of some arrangements whose labels can be read; answer `Action::LaidOut` once.
    LayQuestion {
        /// The number of this request; a later one makes it void.
        ticket: u64,
        /// Of which pathway.
        pathway: Arc<Pathway>,
        /// From the smallest to the largest. Where even the first cannot be read, it is drawn all the same.
        slides: Vec<Arrangement>,
        /// Width and height that they are for, in px.
        canvas: (f32, f32),
        /// Smallest size of a label, in px.
        label: f32,
    },
    /// Draw the longest stretch of a tour about one of its steps whose labels can be read; answer `Action::SlideLaid`.
    LaySlide {
        /// The number of this request; a later one makes it void.
        ticket: u64,
        /// Of which pathway.
        pathway: Arc<Pathway>,
        /// Through which lens questions of the tour are answered.
        lens: Lens,
        /// What each step of the tour needs.
        steps: Vec<SlideStep>,
        /// The number of the step, from 0. Where that alone cannot be read either, it is drawn all the same.
        at: usize,
        /// The stretch that is shown, which the new one should stay close to.
        before: Option<Arc<Stretch>>,
        /// Width and height that they are for, in px.
        canvas: (f32, f32),
        /// Smallest size of a label, in px.
        label: f32,
    },
    /// Look at what lines would do, or where a text stands; answer `Action::Previewed`.
    Preview {
        /// Which request this is.
        ticket: u64,
        /// The pathway.
        pathway: Arc<Pathway>,
        /// What is wanted.
        wanted: Wanted,
    },
    /// Mark a student's map; answer `Action::MapMarked`.
    MarkMap {
        /// Against which document.
        serial: u64,
        /// The map.
        student: Arc<Pathway>,
        /// What it is compared with.
        reference: Arc<Pathway>,
        /// Whose effects count.
        reading: Reading,
    },
    /// Make the questions of a quiz; answer `Action::SheetMade`.
    MakeSheet {
        /// Of which document.
        serial: u64,
        /// The pathway.
        pathway: Arc<Pathway>,
        /// Whose effects count.
        reading: Reading,
        /// What the questions are drawn from.
        seed: u64,
        /// How much help they give.
        difficulty: Difficulty,
    },
    /// Answer a question about a pathway; answer `Action::Answered`.
    Answer {
        /// The number of this question; a later one makes it void.
        ticket: u64,
        /// What is asked.
        question: Question,
        /// Of which pathway.
        pathway: Arc<Pathway>,
        /// Through which lens.
        lens: Lens,
    },
    /// Find out which bundled pathways have which nodes; answer `Action::LibraryIndexed`.
    IndexLibrary,
    /// Read these files, so that their nodes can be offered; answer `Action::FilesKnown`.
    KnowFiles(Vec<PathBuf>),
    /// Open an address, already checked to be http or https, in the browser.
    Browse(String),
    /// Put text on the clipboard.
    Copy(String),
    /// Keep the settings.
    SaveSettings(String),
    /// Switch between window and whole screen.
    FullScreen,
    /// Take the whole screen to present, or give it back as it was.
    WholeScreen(bool),
    /// End the program.
    Quit,
}

/// Which files that are there already may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayReplace {
    /// None: nobody was asked.
    Nothing,
    /// The one that was picked: the system's dialog has asked.
    Picked,
    /// All: somebody has said so.
    Everything,
}

/// What a step of a tour needs on its slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideStep {
    /// What it shows.
    pub told: Told,
    /// What it asks a class: what is pushed, and which node then changes.
    pub asks: Option<(Push, NodeId)>,
}

/// A drawing of some steps of a tour that follow each other, of which each is shown on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Whatever the steps need.
    pub picture: Picture,
    /// For each step of the tour where it shows what it needs, with its answer; `None` for one that shows nothing and those
    /// before and behind the stretch.
    pub parts: Vec<Option<Part>>,
}

/// A state of a document on its way to disk.
#[derive(Clone, Debug, PartialEq)]
pub struct Saving {
    /// Which document.
    pub serial: u64,
    /// Which state of it.
    pub revision: Revision,
    /// What it says.
    pub pathway: Arc<Pathway>,
    /// The file that it is written over, of which everything stays that nobody touched.
    pub text: Arc<[u8]>,
    /// The path of that file, where it lies on disk.
    pub open_as: Option<PathBuf>,
    /// What the window shows of it, for the case that it is recovered.
    pub outlook: Outlook,
}

/// What is written into a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// The pathway itself; answer `Action::Saved` or `Action::NotSaved`.
    Pathway(Box<Saving>),
    /// The pathway as it is drawn.
    Picture {
        /// The pathway.
        pathway: Arc<Pathway>,
        /// Its picture.
        picture: Arc<Picture>,
        /// Its colours.
        theme: ThemeChoice,
        /// Whose effects are drawn.
        reading: Reading,
        /// What is compared, where the pathway is two in one.
        compared: Option<Arc<Compared>>,
    },
    /// Questions, and a second file beside it with the answers.
    Worksheet {
        /// The pathway.
        pathway: Arc<Pathway>,
        /// Whose effects are asked about.
        reading: Reading,
        /// What the questions are drawn from.
        seed: u64,
        /// How much help they give.
        difficulty: Difficulty,
    },
}
