//! What may happen to the session.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use super::{
    acts::{
        asking::AskAct, changing::ChangeAct, citing::CiteAct, closing::CloseAct, editing::EditAct, entering::EntryAct,
        forming::FormAct, importing::ImportAct, many::ManyAct, mapping::MapAct, mending::MendAct, quizzing::QuizAct,
        teaching::TeachAct, touring::TourAct,
    },
    command::Command,
    item::Item,
    library,
    page::Page,
    parts::{
        files::{NotSaved, Replaces},
        left::LeftWork,
        view::{Camera, SidePanel},
    },
    preview::Previewed,
    question::Answer,
    task::Stretch,
    walk::Walk,
};
use crate::{
    analysis::lens::Lens,
    document::Revision,
    formats::{Opened, Problem},
    import::{Foreign, Report},
    lesson::{Difficulty, Marks, Sheet},
    model::{LaneId, NodeId, SourceId},
    picture::{Arrangement, Picture},
};

/// What may happen. Panels and canvas collect these while they draw; the shell adds what tasks bring back.
#[derive(Debug)]
pub enum Action {
    /// A named act.
    Run(Command),
    /// Looks at a node or a link in Details.
    Open(Item),
    /// Moves the keyboard's cursor to a node or a link, or away.
    Focus(Option<Item>),
    /// Opens what the keyboard's cursor is on.
    OpenFocused,
    /// Moves the keyboard's cursor along the graph.
    Walk(Walk),
    /// The pointer is over a node or a link, or over nothing.
    Hover(Option<Item>),
    /// Brings a node or a link into view.
    Reveal(Item),
    /// Returns Details to what it showed before.
    ShowEarlier,
    /// Closes Details, and lets go of what is picked.
    CloseDetails,
    /// The text of the outline's search box.
    Filter(String),
    /// The search box has taken the keyboard.
    SearchTaken,
    /// The text of the palette's box.
    PaletteText(String),
    /// Moves the palette's cursor by so many rows.
    PaletteMove(isize),
    /// Runs a row of the palette, by its number.
    PaletteRun(usize),
    /// Shows or hides the links of a node in the outline.
    Unfold(Item),
    /// Shows a panel on the left.
    SidePanel(SidePanel),
    /// Puts a lens over the canvas.
    SetLens(Lens),
    /// As if a paper did not exist; asked again, as if nothing had happened.
    KnockOut(SourceId),
    /// Which bundled pathways have which nodes.
    LibraryIndexed(library::Index),
    /// Opens a bundled pathway and a node in it.
    OpenThere {
        /// The pathway's id.
        pathway: String,
        /// The node.
        node: NodeId,
    },
    /// Opens a bundled pathway by its id.
    OpenBundled(String),
    /// Opens a file.
    OpenFile(PathBuf),
    /// A file dialog was closed, with or without a choice.
    Picked(Option<PathBuf>),
    /// There is no file dialog to be had.
    NoDialog,
    /// A file has been read.
    FileRead {
        /// Which file.
        path: PathBuf,
        /// What it holds, or all that is wrong with it.
        result: Result<Box<Opened>, Vec<Problem>>,
    },
    /// A file of another program has been read.
    ForeignRead {
        /// Which file.
        path: PathBuf,
        /// What it says, or what is wrong with it.
        result: Result<Box<Foreign>, Vec<Problem>>,
    },
    /// Does something with a file of another program.
    Import(ImportAct),
    /// A pathway was made of a file of another program, or why not.
    Imported {
        /// Which request it answers.
        ticket: u64,
        /// The pathway with the report.
        made: Result<(Box<Opened>, Arc<Report>), Problem>,
    },
    /// The path that is being typed where there is no file dialog.
    PathText(String),
    /// A picture has been drawn.
    LaidOut {
        /// Which request it answers.
        ticket: u64,
        /// The picture.
        picture: Arc<Picture>,
        /// Whether it is the last; a first picture may come before.
        finished: bool,
    },
    /// A stretch of a tour has been drawn.
    SlideLaid {
        /// Which request it answers.
        ticket: u64,
        /// The stretch.
        stretch: Arc<Stretch>,
    },
    /// A picture is being drawn.
    Drawing {
        /// Which request it answers.
        ticket: u64,
        /// How much of the work is done, from 0 to 1.
        share: f32,
    },
    /// The canvas has another size.
    CanvasSize {
        /// Its width and height, in px.
        canvas: (f32, f32),
        /// Height of the whole window, in px.
        window: f32,
        /// Whether somebody has moved the view since it showed everything.
        moved: bool,
    },
    /// Teaches.
    Teach(TeachAct),
    /// A pathway has been saved.
    Saved {
        /// Which document.
        serial: u64,
        /// Which state of it.
        revision: Revision,
        /// Where.
        path: PathBuf,
        /// What is in the file now.
        text: Arc<[u8]>,
        /// What must be said of it.
        remark: Option<String>,
    },
    /// A pathway could not be saved.
    NotSaved {
        /// Which document.
        serial: u64,
        /// Where.
        path: PathBuf,
        /// Why.
        why: NotSaved,
    },
    /// What is wrong with a state of a document has been found out.
    Checked {
        /// Which document.
        serial: u64,
        /// Which state of it.
        revision: Revision,
        /// What is wrong with it.
        problems: Vec<Problem>,
    },
    /// An open file may only be read, and why.
    MayOnlyRead(PathBuf, String),
    /// Work that is not saved is not kept either, and why.
    NotKept(String),
    /// Work was found that programs which did not end well have left, the latest first; and what must be said of it.
    Left(Vec<LeftWork>, Vec<String>),
    /// The program ended badly twice just before: nothing is opened or drawn by itself.
    Careful,
    /// Draws again what was not drawn out of care.
    DrawAgain,
    /// Does something where unsaved work is in the way.
    Close(CloseAct),
    /// Files have been written, with what must be said of them; or one sentence why not.
    Written(Result<(Vec<PathBuf>, Vec<String>), String>),
    /// Nothing was written, since files are there already that nobody has given up.
    WouldReplace(Replaces),
    /// What waits takes the place of what is there, or not.
    Replace(bool),
    /// A file that is watched has changed.
    ChangedOnDisk(PathBuf),
    /// Does something with a student's map.
    Map(MapAct),
    /// A student's map has been marked.
    MapMarked {
        /// Against which document.
        serial: u64,
        /// What came of it.
        marks: Arc<Marks>,
    },
    /// Takes a quiz.
    Quiz(QuizAct),
    /// The number that the next quiz is drawn from, and how much help it gives.
    QuizWanted(u64, Difficulty),
    /// Questions have been made.
    SheetMade {
        /// Of which document.
        serial: u64,
        /// The questions.
        sheet: Arc<Sheet>,
    },
    /// Arranges the pathway in another way.
    Arrange(Arrangement),
    /// Asks something, or does something with an answer.
    Ask(AskAct),
    /// An answer has come back.
    Answered {
        /// Which question it answers.
        ticket: u64,
        /// The answer, or one sentence why there is none.
        answer: Arc<Result<Answer, String>>,
    },
    /// Changes the open pathway.
    Edit(EditAct),
    /// Writes in a form of Details.
    Form(FormAct),
    /// Does something about a source that is to be added.
    Cite(CiteAct),
    /// Shows a page in Details.
    TurnTo(Page),
    /// Changes the open pathway by hand, on the drawing.
    Change(ChangeAct),
    /// Does something with the entry field.
    Entry(EntryAct),
    /// The nodes of the files that were opened last.
    FilesKnown(Vec<library::Known>),
    /// Does something about a problem.
    Mend(MendAct),
    /// Does something with a tour that is written.
    Tour(TourAct),
    /// Does something with many records at once.
    Many(ManyAct),
    /// What lines would do, or where a text stands.
    Previewed {
        /// Which request it answers.
        ticket: u64,
        /// What was found.
        found: Box<Previewed>,
    },
    /// Folds a lane to one card, or opens it.
    ToggleLane(LaneId),
    /// Picks nodes.
    Pick {
        /// The nodes.
        nodes: BTreeSet<NodeId>,
        /// Whether those that are picked already stay so.
        add: bool,
    },
    /// Picks what an item stands for, or lets go of it.
    TogglePicked(Item),
    /// Opens a web address in the browser.
    Browse(String),
    /// The browser could not be opened.
    BrowseFailed(String),
    /// Puts text on the clipboard.
    Copy(String),
    /// Takes the message away.
    Dismiss,
    /// The message of this number has lain over the drawing for as long as it takes to read.
    MessageRead(u64),
    /// A camera request has been carried out.
    CameraMoved(Camera),
}

impl Action {
    /// Whether somebody who does this has come to know what stands where, which is then to stay.
    pub(super) fn makes_known(&self) -> bool {
        matches!(
            self,
            Self::Open(_)
                | Self::OpenFocused
                | Self::Walk(_)
                | Self::Pick { .. }
                | Self::TogglePicked(_)
                | Self::Ask(_)
                | Self::Teach(_)
                | Self::Map(_)
                | Self::Edit(_)
                | Self::Form(_)
                | Self::Cite(_)
                | Self::Change(_)
                | Self::Entry(_)
                | Self::Mend(_)
                | Self::Tour(_)
                | Self::Many(_)
        )
    }
}
