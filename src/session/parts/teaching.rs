//! Teaching in the session: the tour that is told, the question that a class is asked, and the whole screen for it.

use std::{collections::BTreeSet, sync::Arc};

use super::{Action, Command, Item, Lit, Prediction, Quiz, Session, SidePanel, StudentMap, Task};
use crate::{
    lesson::{self, Difficulty, Telling, Told},
    model::{Level, NodeId, Pathway, Step, Tour},
    words,
};

/// What is being taught.
#[derive(Debug)]
pub struct Teaching {
    /// Which page of the panel is shown.
    pub page: TeachPage,
    /// The tour that is told.
    pub telling: Option<Telling>,
    /// What the class is asked.
    pub prediction: Option<Prediction>,
    /// The whole screen, while it is taken.
    pub stage: Option<OnStage>,
    /// The quiz that is being taken.
    pub quiz: Option<Quiz>,
    /// What the next quiz is drawn from, and how much help it gives.
    pub quiz_wanted: (u64, Difficulty),
    /// A student's own map.
    pub map: StudentMap,
    /// Tours that were made from routes, loops and answers, latest last.
    pub made: Vec<Arc<Tour>>,
    /// Every tour, with what is wrong with it.
    tours: Vec<ListedTour>,
    /// The levels that some text is written for.
    levels: BTreeSet<Level>,
    /// What the present step is about.
    pub(super) lit: Option<Lit>,
    /// What has been told so far.
    pub(super) told: Told,
    /// Which texts are shown.
    pub level: Option<Level>,
}

impl Default for Teaching {
    fn default() -> Self {
        Self {
            page: TeachPage::default(),
            telling: None,
            prediction: None,
            stage: None,
            quiz: None,
            quiz_wanted: (1, Difficulty::default()),
            map: StudentMap::default(),
            made: Vec::new(),
            tours: Vec::new(),
            levels: BTreeSet::new(),
            lit: None,
            told: Told::default(),
            level: None,
        }
    }
}

/// A tour in the list of those that can be told.
#[derive(Clone, Debug)]
pub struct ListedTour {
    /// The tour.
    pub tour: Arc<Tour>,
    /// The numbers, from 0, of its steps that name something that is not there.
    pub gone: BTreeSet<usize>,
}

impl ListedTour {
    fn new(pathway: &Pathway, tour: &Arc<Tour>) -> Self {
        let is_gone = |(_, step): &(usize, &Step)| !lesson::gone(pathway, step).is_empty();
        let gone = tour.steps.iter().enumerate().filter(is_gone).map(|(number, _)| number).collect();
        Self { tour: Arc::clone(tour), gone }
    }
}

/// A page of the teaching panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TeachPage {
    /// Tours and predictions.
    #[default]
    Tours,
    /// Questions that mark themselves.
    Quiz,
    /// A student's own map.
    Map,
}

impl TeachPage {
    /// Every page, in order.
    pub const ALL: [Self; 3] = [Self::Tours, Self::Quiz, Self::Map];
}

/// How the whole screen looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnStage {
    /// Nothing is shown.
    pub black: bool,
    /// Only what is around the pointer is bright.
    pub spotlight: bool,
    /// A second window has the speaker's notes.
    pub notes: bool,
}

/// What is done while teaching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeachAct {
    /// Shows a page of the panel.
    Page(TeachPage),
    /// Tells a tour from its beginning: those of the pathway first, then those that were made.
    Tell(usize),
    /// Stops telling.
    Stop,
    /// Reveals what was asked, or goes to the next step.
    Next,
    /// Hides an answer again, or goes to the step before.
    Back,
    /// Goes to a step, by its number from 0.
    Go(usize),
    /// Goes to the last step.
    Last,
    /// Takes a way out of the tour, by its number from 0.
    Branch(usize),
    /// A hand for an answer, by its number from 0; taken back where not `up`.
    Vote {
        /// Which of [`crate::lesson::ANSWERS`].
        answer: usize,
        /// Whether a hand goes up.
        up: bool,
    },
    /// Counts the hands anew.
    ClearVotes,
    /// Asks the class what becomes of a node under the present what-if.
    Ask(NodeId),
    /// Shows the answer to what was asked, or hides it.
    Reveal,
    /// Takes the question away.
    Drop,
    /// Takes the whole screen, or gives it back.
    Present,
    /// Shows nothing, or everything again.
    Black,
    /// Lights only what is around the pointer, or everything again.
    Spotlight,
    /// Opens or closes the window with the speaker's notes.
    Notes,
    /// A tour of the lit route or loop, of the what-if, or of the whole pathway.
    Make(Made),
    /// Shows texts for a level, or those for everybody.
    Level(Option<Level>),
}

/// What a tour is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// The route or loop that is lit in the answers.
    Row,
    /// The what-if that is open.
    WhatIf,
    /// The whole pathway.
    Whole,
}

impl Session {
    /// What is being taught.
    pub fn teaching(&self) -> &Teaching {
        &self.teaching
    }

    /// Whether the whole screen is taken.
    pub fn presents(&self) -> bool {
        self.teaching.stage.is_some()
    }

    /// The level whose texts are shown.
    pub fn level(&self) -> Option<Level> {
        self.teaching.level
    }

    /// Every tour that can be told: those of the pathway, then those that were made.
    pub fn tours(&self) -> &[ListedTour] {
        &self.teaching.tours
    }

    /// The levels that the open pathway has texts for.
    pub fn levels(&self) -> &BTreeSet<Level> {
        &self.teaching.levels
    }

    /// What is lit on the canvas: an answer, else what the present step is about.
    pub fn lit(&self) -> Option<&Lit> {
        self.asking.lit.as_ref().or(self.teaching.lit.as_ref())
    }

    /// Whether an item has not been told yet in the tour that is told.
    pub fn is_untold(&self, item: &Item) -> bool {
        let told = &self.teaching.told;
        if self.teaching.telling.is_none() || self.presents() {
            return false;
        }
        match item {
            Item::Link(id) => !told.links.contains(id),
            Item::Bundle(links) => !links.iter().any(|id| told.links.contains(id)),
            Item::Node(id) => !told.nodes.contains(id),
            item @ Item::Lane(_) => !self.nodes_of(item).iter().any(|id| told.nodes.contains(id)),
        }
    }

    /// For another pathway: nothing is told. The whole screen stays taken only if somebody takes it again.
    pub(super) fn teach_anew(&mut self) {
        let levels = self.document.pathway().levels();
        let level = self.teaching.level.filter(|level| levels.contains(level));
        // What a student has typed is not lost with the reference that it was compared with.
        let text = std::mem::take(&mut self.teaching.map.text);
        let map = StudentMap { text, ..StudentMap::default() };
        self.teaching = Teaching { level, levels, map, page: self.teaching.page, ..Teaching::default() };
        self.list_tours();
    }

    /// Looks over every tour that can be told.
    pub(super) fn list_tours(&mut self) {
        let pathway = self.document.pathway();
        let all = pathway.tours().iter().chain(&self.teaching.made);
        self.teaching.tours = all.map(|tour| ListedTour::new(pathway, tour)).collect();
    }

    /// Does what an action says that is about teaching.
    pub(super) fn carry_out_teaching(&mut self, action: Action) -> Vec<Task> {
        match action {
            Action::Teach(act) => return self.teach(act),
            Action::Map(act) => return self.map(act),
            Action::MapMarked { serial, marks } => self.map_marked(serial, marks),
            Action::Quiz(act) => return self.quiz(act),
            Action::QuizWanted(seed, difficulty) => self.teaching.quiz_wanted = (seed, difficulty),
            Action::SheetMade { serial, sheet } => return self.take_sheet(serial, sheet),
            Action::Written(result) => self.written(result),
            _ => {}
        }
        Vec::new()
    }

    /// Carries out a command that teaches; `None` if it is another one.
    pub(super) fn run_teaching(&mut self, command: Command) -> Option<Vec<Task>> {
        Some(match command {
            Command::Teach => {
                let hide = self.settings.outline && self.view.side_panel == SidePanel::Teach;
                if hide { self.set(|s| s.outline = false) } else { self.open_side(SidePanel::Teach) }
            }
            Command::Present => self.teach(TeachAct::Present),
            Command::NextStep => self.teach(TeachAct::Next),
            Command::PreviousStep => self.teach(TeachAct::Back),
            Command::AskTheClass => {
                if let Some(node) = self.looked_at() {
                    self.teach(TeachAct::Ask(node))
                } else {
                    self.note(words::teach::CHOOSE_FIRST);
                    Vec::new()
                }
            }
            Command::Level => {
                let next = self.teaching.levels.iter().copied().find(|level| Some(*level) > self.teaching.level);
                self.teach(TeachAct::Level(next))
            }
            _ => return None,
        })
    }

    /// Does what is asked of the teaching panel or of the whole screen.
    pub(super) fn teach(&mut self, act: TeachAct) -> Vec<Task> {
        match act {
            TeachAct::Page(page) => self.teaching.page = page,
            TeachAct::Tell(number) => return self.tell(number),
            TeachAct::Stop => return self.stop_telling(),
            TeachAct::Next => return self.next_step(),
            TeachAct::Back => return self.step_by(Telling::backward),
            TeachAct::Go(step) => return self.step_by(|telling| telling.go(step)),
            TeachAct::Last => return self.step_by(|telling| telling.go(telling.tour().steps.len() - 1)),
            TeachAct::Branch(number) => {
                let pathway = Arc::clone(self.document.pathway());
                return self.step_by(|telling| telling.branch(number, &pathway));
            }
            TeachAct::Vote { answer, up } => self.vote(answer, up),
            TeachAct::ClearVotes => self.teaching.prediction.iter_mut().for_each(|asked| asked.votes = [0; 4]),
            TeachAct::Ask(node) => return self.ask_the_class(node),
            TeachAct::Reveal => return self.reveal_or_hide(),
            TeachAct::Drop => return self.drop_prediction(),
            TeachAct::Present => return if self.presents() { self.leave_stage() } else { self.take_stage() },
            TeachAct::Black => self.on_stage(|stage| stage.black = !stage.black),
            TeachAct::Spotlight => self.on_stage(|stage| stage.spotlight = !stage.spotlight),
            TeachAct::Notes => self.on_stage(|stage| stage.notes = !stage.notes),
            TeachAct::Make(from) => return self.make_tour(from),
            TeachAct::Level(level) => self.teaching.level = level,
        }
        Vec::new()
    }

    fn on_stage(&mut self, change: impl FnOnce(&mut OnStage)) {
        if let Some(stage) = &mut self.teaching.stage {
            change(stage);
        }
    }

    /// Takes the whole screen: for the tour that is told, else for the first one, else for the pathway as it is.
    pub(super) fn take_stage(&mut self) -> Vec<Task> {
        let mut tasks = self.end_quiz();
        self.teaching.stage = Some(OnStage::default());
        self.view.message = None;
        tasks.push(Task::WholeScreen(true));
        tasks.extend(if self.teaching.telling.is_some() { self.show_step() } else { self.tell(0) });
        tasks
    }

    /// Gives the whole screen back; the tour stays where it is.
    pub(super) fn leave_stage(&mut self) -> Vec<Task> {
        self.teaching.stage = None;
        let mut tasks = vec![Task::WholeScreen(false)];
        self.keeps_seats = false;
        tasks.extend(self.lay_out());
        tasks
    }

    /// The node that is looked at, or that the keyboard's cursor is on.
    pub(super) fn looked_at(&self) -> Option<NodeId> {
        let item = self.view.focus.as_ref().or(self.view.selected())?;
        if let Item::Node(id) = item { Some(id.clone()) } else { None }
    }
}
