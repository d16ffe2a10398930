//! The session: everything that the window shows, as a struct of parts. What is done with several of them stands above,
//! in `acts`.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use super::{
    item::Item,
    library::{self, Bundled},
    lit::Lit,
    parts::{
        asking::{Asking, AskingState},
        citing::NewSource,
        comparison::Comparison,
        drawing::Drawing,
        entry::{Entry, EntryState},
        files::Files,
        importing::{ImportState, Importing},
        left::{LeftState, LeftWork},
        lens::LensView,
        many::Many,
        map::StudentMap,
        open::OpenDocument,
        picked::PickedStory,
        teaching::{ListedTour, Teaching, TeachingState},
        touring::Touring,
        view::{SidePanel, View, ViewState},
    },
    question::{Answer, Question, ToldLoop, Topic},
    search::Hit,
    settings::Settings,
    task::Task,
};
use crate::{
    analysis::{lens::Rests, loops::Loops, prose::Prose},
    document::{Revision, Step},
    formats::Problem,
    import::Report,
    lesson::Verdict,
    model::{LaneId, Level, NodeId, Pathway, Reading},
    picture::{self, Arrangement, Picture},
};

/// Everything that the window shows.
#[derive(Debug)]
pub struct Session {
    pub(super) open: OpenDocument,
    pub(super) files: Files,
    pub(super) left: LeftState,
    pub(super) drawing: Drawing,
    pub(super) view: ViewState,
    pub(super) entry: EntryState,
    pub(super) lens: LensView,
    pub(super) asking: AskingState,
    pub(super) comparison: Option<Comparison>,
    pub(super) teaching: TeachingState,
    pub(super) map: StudentMap,
    pub(super) picked: PickedStory,
    /// A source that is being added.
    pub(super) citing: Option<NewSource>,
    /// The tour that is being written.
    pub(super) touring: Option<Touring>,
    pub(super) many: Many,
    pub(super) importing: ImportState,
    /// Which bundled pathways have which nodes.
    pub(super) shared: library::Index,
    pub(super) settings: Settings,
    /// What the outside must do for the action that is being carried out.
    tasks: Vec<Task>,
}

impl Session {
    /// A session with nothing in it.
    pub(super) fn empty(settings: Settings) -> Self {
        Self {
            open: OpenDocument::empty(),
            files: Files::default(),
            left: LeftState::default(),
            drawing: Drawing::default(),
            view: ViewState::default(),
            entry: EntryState::default(),
            lens: LensView::default(),
            asking: AskingState::default(),
            comparison: None,
            teaching: TeachingState::default(),
            map: StudentMap::default(),
            picked: PickedStory::default(),
            citing: None,
            touring: None,
            many: Many::default(),
            importing: ImportState::default(),
            shared: library::Index::default(),
            settings,
            tasks: Vec::new(),
        }
    }

    /// Asks something of the outside world.
    pub(super) fn start(&mut self, task: Task) {
        self.tasks.push(task);
    }

    /// What has been asked of the outside world since the last call, in order.
    pub(super) fn take_tasks(&mut self) -> Vec<Task> {
        std::mem::take(&mut self.tasks)
    }

    /// The open pathway.
    pub fn pathway(&self) -> &Arc<Pathway> {
        self.open.pathway()
    }

    /// Its state.
    pub fn revision(&self) -> Revision {
        self.open.revision()
    }

    /// Which document this is: counts up with every file that is opened.
    pub fn serial(&self) -> u64 {
        self.open.serial()
    }

    /// Where it lies on disk, if it does.
    pub fn path(&self) -> Option<&Path> {
        self.open.path()
    }

    /// Its id in the library, where it came with the program.
    pub fn bundled(&self) -> Option<&'static str> {
        self.open.bundled()
    }

    /// What is wrong with the file, in its order.
    pub fn problems(&self) -> &[Problem] {
        self.open.problems()
    }

    /// Whether what is wrong is known of the pathway as it is now, and not of a state before.
    pub fn is_checked(&self) -> bool {
        self.open.is_checked()
    }

    /// Whether what is wrong is worth the reader's notice: errors always are, remarks are for whoever writes.
    pub fn tells_problems(&self) -> bool {
        self.open.errors() > 0 || self.bundled().is_none() && !self.problems().is_empty()
    }

    /// Why the file must not be saved over, where it must not: a newer version made it, another window has it open, or
    /// the system protects it.
    pub fn read_only(&self) -> Option<&str> {
        self.open.read_only()
    }

    /// Whether there is work that no file holds.
    pub fn is_changed(&self) -> bool {
        self.open.is_changed()
    }

    /// The steps of its history, the first first: those that have been made, then those that have been undone.
    pub fn steps(&self) -> &[Step] {
        self.open.history().steps()
    }

    /// How many of the steps have been made.
    pub fn position(&self) -> usize {
        self.open.history().position()
    }

    /// After how many steps the pathway is what its file holds, if any.
    pub fn saved_position(&self) -> Option<usize> {
        self.open.history().saved_position()
    }

    /// The papers of the open pathway, those on which most rests first.
    pub fn ranked_sources(&self) -> &[Rests] {
        self.open.ranked_sources()
    }

    /// Other bundled pathways that have a node.
    pub fn also_in(&self, node: &NodeId) -> impl Iterator<Item = &'static Bundled> {
        let here = self.pathway().about().id.clone();
        self.shared.with(node).filter(move |bundled| bundled.id != here)
    }

    /// Unsaved work of an earlier start that is offered now.
    pub fn left(&self) -> Option<&LeftWork> {
        self.left.offered()
    }

    /// Which file is picked.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// What the canvas shows: all that is shown, or the part of it that a quiz asks about, with blanks.
    pub fn drawn(&self) -> &Arc<Pathway> {
        self.teaching().quiz.as_ref().map_or_else(|| self.shown(), |quiz| quiz.drawn())
    }

    /// What can be looked at: the open pathway, and while it is compared what only the other one has beside it.
    pub fn shown(&self) -> &Arc<Pathway> {
        self.comparison.as_ref().map_or_else(|| self.pathway(), Comparison::both)
    }

    /// The picture, once it is drawn.
    pub fn picture(&self) -> Option<&Arc<Picture>> {
        self.drawing.picture()
    }

    /// Whether nothing is drawn, out of care.
    pub fn is_undrawn(&self) -> bool {
        self.drawing.is_off()
    }

    /// How the pathway is arranged.
    pub fn arrangement(&self) -> &Arrangement {
        self.drawing.arrangement()
    }

    /// How much of the drawing's refinement is done, from 0 to 1, while it is under way.
    pub fn drawing_share(&self) -> Option<f32> {
        self.drawing.share()
    }

    /// What is looked at, and how.
    pub fn view(&self) -> &View {
        self.view.shown()
    }

    /// The entry field over the drawing, while it is open.
    pub fn entry(&self) -> Option<&Entry> {
        self.entry.shown()
    }

    /// The palette's rows for what is typed, while it is open.
    pub fn palette_hits(&self) -> &[Hit] {
        self.view.palette_hits()
    }

    /// The node that the keyboard's cursor is on, or that Details show.
    pub(super) fn node_looked_at(&self) -> Option<NodeId> {
        match self.view().looked_at()? {
            Item::Node(id) => Some(id.clone()),
            Item::Link(_) | Item::Lane(_) | Item::Bundle(_) => None,
        }
    }

    /// What is picked, in words.
    pub fn picked_story(&self) -> Option<&Prose> {
        self.picked.story()
    }

    /// The nodes that an item stands for: itself, a link's ends, or all nodes of a folded lane.
    pub fn nodes_of(&self, item: &Item) -> Vec<NodeId> {
        let pathway = self.shown();
        match item {
            Item::Node(id) => vec![id.clone()],
            Item::Link(id) => pathway.link(id).map(|l| vec![l.from.clone(), l.to.clone()]).unwrap_or_default(),
            Item::Lane(lane) => self.nodes_in_lane(lane),
            Item::Bundle(links) => {
                let links = links.iter().filter_map(|id| pathway.link(id));
                links.flat_map(|l| [l.from.clone(), l.to.clone()]).collect()
            }
        }
    }

    /// The nodes of a lane of the present arrangement.
    pub fn nodes_in_lane(&self, lane: &LaneId) -> Vec<NodeId> {
        picture::nodes_in_lane(self.shown(), self.arrangement().lanes, lane)
    }

    /// The lens over the canvas, and what it hides.
    pub fn lens(&self) -> &LensView {
        &self.lens
    }

    /// Whose effects are shown.
    pub fn reading(&self) -> Reading {
        self.lens.lens.reading
    }

    /// The question that is open, and its answer.
    pub fn asking(&self) -> &Asking {
        self.asking.shown()
    }

    /// What is asked, if the question is complete.
    pub fn question(&self) -> Option<Question> {
        self.asking().question()
    }

    /// The feedback loops that are marked in the drawing: those that the panel of questions shows, and only while it does.
    /// Whatever else was asked or switched before, the same window always has the same marks.
    pub fn marked_loops(&self) -> Option<(&Loops, &[ToldLoop])> {
        let asked = self.settings.outline && self.view().side_panel == SidePanel::Ask;
        match self.asking().found().filter(|_| asked && self.asking().topic == Topic::Loops)? {
            Answer::Loops { found, told, .. } => Some((found, told)),
            Answer::Routes { .. } | Answer::WhatIf { .. } | Answer::Reach { .. } | Answer::Shared { .. } => None,
        }
    }

    /// What is being compared, if anything is.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.comparison.as_ref()
    }

    /// What is being taught.
    pub fn teaching(&self) -> &Teaching {
        self.teaching.shown()
    }

    /// Whether the whole screen is taken.
    pub fn presents(&self) -> bool {
        self.teaching().stage.is_some()
    }

    /// The level whose texts are shown.
    pub fn level(&self) -> Option<Level> {
        self.teaching().level
    }

    /// The levels that the open pathway has texts for.
    pub fn levels(&self) -> &BTreeSet<Level> {
        &self.teaching().levels
    }

    /// Every tour that can be told: those of the pathway, then those that were made.
    pub fn tours(&self) -> &[ListedTour] {
        &self.teaching().tours
    }

    /// Whether an item has not been told yet in the tour that is told.
    pub fn is_untold(&self, item: &Item) -> bool {
        let told = &self.teaching().told;
        if self.teaching().telling.is_none() || self.presents() {
            return false;
        }
        match item {
            Item::Link(id) => !told.links.contains(id),
            Item::Bundle(links) => !links.iter().any(|id| told.links.contains(id)),
            Item::Node(id) => !told.nodes.contains(id),
            item @ Item::Lane(_) => !self.nodes_of(item).iter().any(|id| told.nodes.contains(id)),
        }
    }

    /// The answer to what the class was asked, once it is to be shown and has been worked out.
    pub fn verdict(&self) -> Option<&Verdict> {
        self.teaching().prediction.as_ref().filter(|asked| asked.revealed)?;
        self.asking().found()?.verdict()
    }

    /// What is lit on the canvas: an answer, else what the present step is about.
    pub fn lit(&self) -> Option<&Lit> {
        // A slide tells the open pathway: how that differs from another one is not on it.
        let on_stage = |_: &&Lit| !self.presents() || self.asking().topic != Topic::Compare;
        self.asking().lit.as_ref().filter(on_stage).or(self.teaching().lit.as_ref())
    }

    /// The tour that is being written.
    pub fn touring(&self) -> Option<&Touring> {
        self.touring.as_ref()
    }

    /// Lines that are entered at once, and what is looked for in texts.
    pub fn many(&self) -> &Many {
        &self.many
    }

    /// A file of another program that waits to be taken.
    pub fn importing(&self) -> Option<&Importing> {
        self.importing.offered()
    }

    /// What came of the file that is open, where it was imported.
    pub fn import_report(&self) -> Option<&Arc<Report>> {
        self.importing.report(self.serial())
    }

    /// A student's own map.
    pub fn map(&self) -> &StudentMap {
        &self.map
    }

    /// The source that is being added, while it is asked for.
    pub fn new_source(&self) -> Option<&NewSource> {
        self.citing.as_ref()
    }

    /// What is kept between two starts.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}
