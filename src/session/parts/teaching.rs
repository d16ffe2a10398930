//! What is being taught: the tour that is told, the question that a class is asked, the quiz, and the whole screen for it.

use std::{collections::BTreeSet, sync::Arc};

use super::{prediction::Prediction, quiz::Quiz};
use crate::{
    lesson::{self, Difficulty, Phase, Sheet, Telling, Told},
    lit::Lit,
    model::{Level, Pathway, Step, Tour},
};

/// Most tours that are made in a sitting; the oldest makes room.
const MOST_MADE: usize = 20;

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
    /// The tour that was told last, where it was left: it can be gone on with.
    pub left_tour: Option<Telling>,
    /// The quiz that was taken last, where it was left: it can be gone on with.
    pub left_quiz: Option<Quiz>,
    /// What the next quiz is drawn from, and how much help it gives.
    pub quiz_wanted: (u64, Difficulty),
    /// Tours that were made from routes, loops and answers, latest last.
    pub made: Vec<Arc<Tour>>,
    /// Every tour that can be told: those of the pathway, then those that were made.
    pub tours: Vec<ListedTour>,
    /// The levels that some text is written for.
    pub levels: BTreeSet<Level>,
    /// Which texts are shown.
    pub level: Option<Level>,
    /// What the present step or question is about.
    pub lit: Option<Lit>,
    /// What has been told so far.
    pub told: Told,
}

impl Default for Teaching {
    fn default() -> Self {
        Self {
            page: TeachPage::default(),
            telling: None,
            prediction: None,
            stage: None,
            quiz: None,
            left_tour: None,
            left_quiz: None,
            quiz_wanted: (1, Difficulty::default()),
            made: Vec::new(),
            tours: Vec::new(),
            levels: BTreeSet::new(),
            level: None,
            lit: None,
            told: Told::default(),
        }
    }
}

impl Teaching {
    /// Whether an answer is kept back: on a whole screen the class answers first.
    pub fn keeps_answer_back(&self) -> bool {
        self.stage.is_some() && !self.prediction.as_ref().is_some_and(|asked| asked.revealed)
    }

    /// Whether the step that is told asks something of its own.
    pub fn step_asks(&self) -> bool {
        self.telling.as_ref().is_some_and(|telling| telling.phase() != Phase::Said)
    }

    /// The next level that some text is written for, or those for everybody.
    pub fn next_level(&self) -> Option<Level> {
        self.levels.iter().copied().find(|level| Some(*level) > self.level)
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

/// What became of going on in a tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gone {
    /// There was nowhere to go.
    Nowhere,
    /// The answer to the question of this step is to be shown, or hidden again.
    ToAnswer,
    /// Another step is told, or this one again.
    ToStep,
}

/// The session's hold on what is taught: everybody reads [`Teaching`], and it changes by what is offered here.
#[derive(Debug, Default)]
pub(crate) struct TeachingState {
    teaching: Teaching,
}

impl TeachingState {
    pub(crate) fn shown(&self) -> &Teaching {
        &self.teaching
    }

    /// For another pathway: nothing is told. The whole screen stays taken only if somebody takes it again.
    pub(crate) fn anew(&mut self, pathway: &Pathway) {
        let levels = pathway.levels();
        let level = self.teaching.level.filter(|level| levels.contains(level));
        self.teaching = Teaching { level, levels, page: self.teaching.page, ..Teaching::default() };
        self.list_tours(pathway);
    }

    /// The open pathway has changed: its tours and levels are listed anew. Says whether the tour that is told is not among
    /// them any more as it was. What was left of another one, and of a quiz, cannot be gone on with.
    #[must_use]
    pub(crate) fn follow(&mut self, pathway: &Pathway) -> bool {
        let levels = pathway.levels();
        self.teaching.level = self.teaching.level.filter(|level| levels.contains(level));
        self.teaching.levels = levels;
        self.list_tours(pathway);
        self.teaching.left_quiz = None;
        let tours = &self.teaching.tours;
        let is_listed = |telling: &Telling| tours.iter().any(|listed| listed.tour == *telling.tour());
        self.teaching.left_tour.take_if(|telling| !is_listed(telling));
        let is_gone = self.teaching.telling.as_ref().is_some_and(|telling| !is_listed(telling));
        if let Some(telling) = &self.teaching.telling {
            self.teaching.told = Told::by(pathway, telling.so_far());
        }
        is_gone
    }

    /// Looks over every tour that can be told.
    fn list_tours(&mut self, pathway: &Pathway) {
        let all = pathway.tours().iter().chain(&self.teaching.made);
        self.teaching.tours = all.map(|tour| ListedTour::new(pathway, tour)).collect();
    }

    /// Takes a tour that was made; gives its number.
    pub(crate) fn add_made(&mut self, tour: Tour, pathway: &Pathway) -> usize {
        if self.teaching.made.len() == MOST_MADE {
            self.teaching.made.remove(0);
        }
        self.teaching.made.push(Arc::new(tour));
        self.list_tours(pathway);
        self.teaching.tours.len() - 1
    }

    pub(crate) fn show_page(&mut self, page: TeachPage) {
        self.teaching.page = page;
    }

    pub(crate) fn set_level(&mut self, level: Option<Level>) {
        self.teaching.level = level;
    }

    /// Begins a tour, by its number; says whether there is such a one with something to tell.
    #[must_use]
    pub(crate) fn begin(&mut self, number: usize) -> bool {
        let telling = self.teaching.tours.get(number).and_then(|listed| Telling::begin(&listed.tour));
        let begins = telling.is_some();
        if begins {
            (self.teaching.telling, self.teaching.left_tour) = (telling, None);
        }
        begins
    }

    /// Nothing is told any more; what was told is kept where it was left.
    pub(crate) fn stop(&mut self) {
        if let Some(telling) = self.teaching.telling.take() {
            self.teaching.left_tour = Some(telling);
        }
        self.teaching.told = Told::default();
    }

    /// Goes on with the tour that was left; says whether there is one.
    #[must_use]
    pub(crate) fn resume_tour(&mut self) -> bool {
        let left = self.teaching.left_tour.take();
        let resumes = left.is_some();
        if resumes {
            self.teaching.telling = left;
        }
        resumes
    }

    /// Goes on in the tour that is told.
    pub(crate) fn go(&mut self, go: impl FnOnce(&mut Telling) -> bool) -> Gone {
        let Some(telling) = &mut self.teaching.telling else { return Gone::Nowhere };
        let place = |telling: &Telling| (Arc::clone(telling.tour()), telling.number());
        let (before, phase) = (place(telling), telling.phase());
        if !go(telling) {
            return Gone::Nowhere;
        }
        let phases = (phase, telling.phase());
        let turns = matches!(phases, (Phase::Asked, Phase::Revealed) | (Phase::Revealed, Phase::Asked));
        if turns && before == place(telling) { Gone::ToAnswer } else { Gone::ToStep }
    }

    /// Takes what has been told so far, and what the present step asks.
    pub(crate) fn take_step(&mut self, pathway: &Pathway) {
        if let Some(telling) = &self.teaching.telling {
            self.teaching.told = Told::by(pathway, telling.so_far());
            self.teaching.prediction = Prediction::of_step(pathway, telling.step());
        }
    }

    pub(crate) fn light(&mut self, lit: Option<Lit>) {
        self.teaching.lit = lit;
    }

    /// Asks the class.
    pub(crate) fn ask(&mut self, prediction: Prediction) {
        self.teaching.prediction = Some(prediction);
    }

    /// Takes the question to the class away.
    pub(crate) fn drop_prediction(&mut self) -> Option<Prediction> {
        self.teaching.prediction.take()
    }

    /// Shows the answer to the question, or hides it again.
    pub(crate) fn turn_prediction(&mut self) -> Option<&Prediction> {
        let asked = self.teaching.prediction.as_mut()?;
        asked.revealed = !asked.revealed;
        Some(asked)
    }

    /// Counts a hand for an answer, by its number from 0, or takes one back.
    pub(crate) fn vote(&mut self, answer: usize, up: bool) {
        if let Some(asked) = &mut self.teaching.prediction {
            asked.vote(answer, up);
        }
    }

    /// Counts the hands anew.
    pub(crate) fn clear_votes(&mut self) {
        if let Some(asked) = &mut self.teaching.prediction {
            asked.votes = [0; 4];
        }
    }

    /// Takes the whole screen.
    pub(crate) fn take_stage(&mut self) {
        self.teaching.stage = Some(OnStage::default());
    }

    /// Gives the whole screen back.
    pub(crate) fn leave_stage(&mut self) {
        self.teaching.stage = None;
    }

    /// Changes how the whole screen looks, where it is taken.
    pub(crate) fn on_stage(&mut self, change: impl FnOnce(&mut OnStage)) {
        self.teaching.stage.as_mut().map(change);
    }

    /// Shows everything again where nothing is shown; says whether that was so.
    pub(crate) fn lighten(&mut self) -> bool {
        let black = self.teaching.stage.as_mut().filter(|stage| stage.black);
        black.map(|stage| stage.black = false).is_some()
    }

    /// The number that the next quiz is drawn from, and how much help it gives.
    pub(crate) fn want_quiz(&mut self, seed: u64, difficulty: Difficulty) {
        self.teaching.quiz_wanted = (seed, difficulty);
    }

    /// Begins a quiz, or with no questions goes on with the one that was left; says whether there is one.
    #[must_use]
    pub(crate) fn take_quiz(&mut self, sheet: Option<Arc<Sheet>>) -> bool {
        let left = self.teaching.left_quiz.take();
        self.teaching.quiz = sheet.map(Quiz::new).or(left);
        self.light_question();
        self.teaching.quiz.is_some()
    }

    /// Shows a question of the quiz, by its number from 0.
    pub(crate) fn show_question(&mut self, number: usize) {
        if let Some(quiz) = &mut self.teaching.quiz {
            quiz.show(number);
            self.light_question();
        }
    }

    /// Chooses an answer in the quiz, as [`Quiz::choose`].
    pub(crate) fn choose(&mut self, choice: usize) -> Option<bool> {
        let fills = self.teaching.quiz.as_mut()?.choose(choice)?;
        self.light_question();
        Some(fills)
    }

    /// Leaves the quiz, which can be gone on with; says whether there was one.
    #[must_use]
    pub(crate) fn leave_quiz(&mut self) -> bool {
        let left = self.teaching.quiz.take();
        let leaves = left.is_some();
        if leaves {
            (self.teaching.left_quiz, self.teaching.lit) = (left, None);
        }
        leaves
    }

    /// Lights what the question of the quiz is about.
    pub(crate) fn light_question(&mut self) {
        self.teaching.lit = self.teaching.quiz.as_ref().and_then(Quiz::lit);
    }
}
