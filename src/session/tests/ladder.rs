//! The ladder: wherever somebody has come, as many presses of `Esc` as it has rungs lead back to the picture as it was.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::{
    analysis::{lens::Lens, whatif::Push},
    lesson::{Difficulty, Sheet, Told},
    model::{Branch, Edit, Extra, Pathway, Predict, Reading, Step, Tour, notation},
    picture::{Arrangement, Picture},
    task::Stretch,
};

/// A loop with a way in and a way out, with a tour that asks and branches, and one that branches back.
fn pathway() -> Pathway {
    let mut parts = notation::parse("stress -> cortisol -| bdnf -> mood -| stress; exercise -> bdnf; mood -> sleep")
        .expect("notation")
        .parts();
    let branch = |tour: &str| Branch { tour: tour.into(), text: "On.".to_owned(), extra: Extra::new() };
    let predict =
        Predict { raise: vec!["stress".into()], lower: vec![], block: vec![], ask: "mood".into(), extra: Extra::new() };
    let asks = Step { predict: Some(predict), branches: vec![branch("aside")], ..Step::new(["cortisol"], "What now?") };
    let back = Step { branches: vec![branch("story"), branch("aside")], ..Step::new(["sleep"], "Aside.") };
    let tour = |id: &str, steps| Tour { id: id.into(), title: id.to_owned(), steps, extra: Extra::new() };
    let story = vec![Step::new(["stress"], "One."), asks, Step::new(["mood"], "Three.")];
    parts.tours = vec![tour("story", story), tour("aside", vec![back])];
    Pathway::from_parts(parts, Vec::new())
}

/// Numbers that look random: xorshift64*, S. Vigna, "An experimental exploration of Marsaglia's xorshift generators,
/// scrambled", ACM TOMS 42(4), 2016.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize) % n
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// A session with whoever carries out what it asks of the outside. Drawings are not what this is about: there is one.
pub(super) struct Walker {
    pub(super) session: Session,
    dice: Dice,
    file: Vec<u8>,
    other: Vec<u8>,
    picture: Arc<Picture>,
    sheets: BTreeMap<(u64, bool), Arc<Sheet>>,
    /// What was done since the last start picture.
    trail: Vec<String>,
}

const FILE: &str = "/x/story.pathway.ron";
pub(super) const OTHER: &str = "/x/other.pathway.ron";

impl Walker {
    pub(super) fn new(seed: u64) -> Self {
        let pathway = pathway();
        let file = formats::save(&pathway).into_bytes();
        let first: Vec<_> = pathway.links().skip(1).map(|link| link.id.clone()).take(2).collect();
        let changes = first.into_iter().map(crate::model::Change::RemoveLink).collect();
        let edit = Edit { label: String::new(), merge: None, changes };
        let other = formats::save(&pathway.apply(&edit).expect("the links are there")).into_bytes();
        let mut session = session();
        read(&mut session, FILE, &file);
        let arrangement = Arrangement::default();
        let brief = Brief { arrangement: &arrangement, aspect: 1.6, before: None };
        let go_on = &mut |_| std::ops::ControlFlow::Continue(());
        let picture = picture_watched(&pathway, &mut Measure::default(), brief, go_on).expect("a picture");
        let (dice, sheets) = (Dice(seed), BTreeMap::new());
        Self { session, dice, file, other, picture: Arc::new(picture), sheets, trail: Vec::new() }
    }

    pub(super) fn act(&mut self, action: Action) {
        self.trail.push(format!("{action:?}").chars().take(60).collect());
        let mut tasks = self.session.apply(action);
        while let Some(task) = (!tasks.is_empty()).then(|| tasks.remove(0)) {
            if let Some(back) = self.carry_out(task) {
                tasks.extend(self.session.apply(back));
            }
        }
    }

    fn carry_out(&mut self, task: Task) -> Option<Action> {
        Some(match task {
            Task::LayOut { ticket, .. } | Task::LayQuestion { ticket, .. } => {
                Action::LaidOut { ticket, picture: Arc::clone(&self.picture), finished: true }
            }
            Task::LaySlide { ticket, .. } => {
                let stretch = Stretch { picture: (*self.picture).clone(), parts: Vec::new() };
                Action::SlideLaid { ticket, stretch: Arc::new(stretch) }
            }
            Task::Answer { ticket, question, pathway, lens } => {
                Action::Answered { ticket, answer: Arc::new(answer(&pathway, &lens, &question)) }
            }
            Task::MakeSheet { serial, pathway, reading, seed, difficulty } => {
                let key = (seed, reading == Reading::Told);
                let make = || Arc::new(crate::lesson::sheet(&pathway, reading, seed, difficulty));
                Action::SheetMade { serial, sheet: Arc::clone(self.sheets.entry(key).or_insert_with(make)) }
            }
            Task::Preview { ticket, pathway, wanted } => {
                Action::Previewed { ticket, found: Box::new(wanted.preview(&pathway)) }
            }
            Task::Import { ticket, foreign, wishes } => {
                Action::Imported { ticket, made: crate::made(&foreign, &wishes) }
            }
            Task::MarkMap { serial, student, reference, reading } => {
                Action::MapMarked { serial, marks: Arc::new(crate::lesson::mark(&student, &reference, reading)) }
            }
            Task::PickFile | Task::PickPlace(_) => match self.dice.below(3) {
                0 => Action::NoDialog,
                1 => Action::Picked(None),
                _ => Action::Picked(Some(OTHER.into())),
            },
            Task::ReadFile(path) => {
                let bytes = if *path == *OTHER { &self.other } else { &self.file };
                Action::FileRead { path, result: formats::open(bytes).map(Box::new) }
            }
            Task::Write { path, what, may_replace, .. } => {
                if may_replace != crate::MayReplace::Everything && self.dice.below(2) == 0 {
                    Action::WouldReplace(crate::Replaces { there: vec![path.clone()], path, what })
                } else {
                    Action::Written(Ok((vec![path], Vec::new())))
                }
            }
            Task::IndexLibrary
            | Task::KnowFiles(_)
            | Task::Browse(_)
            | Task::SaveSettings(_)
            | Task::Watch(_)
            | Task::Hold(_)
            | Task::Keep(_)
            | Task::Forget(_)
            | Task::Discard(_)
            | Task::FindLeft
            | Task::Decided(_)
            | Task::FullScreen
            | Task::WholeScreen(_)
            | Task::Copy(_)
            | Task::Quit => return None,
        })
    }

    fn item(&mut self) -> Item {
        let pathway = Arc::clone(self.session.drawn());
        let nodes: Vec<Item> = pathway.nodes().map(|node| Item::Node(node.id.clone())).collect();
        let links: Vec<Item> = pathway.links().map(|link| Item::Link(link.id.clone())).collect();
        if self.dice.below(3) > 0 || links.is_empty() { self.dice.one(&nodes) } else { self.dice.one(&links) }.clone()
    }

    fn node(&mut self) -> NodeId {
        let nodes: Vec<NodeId> = self.session.pathway().nodes().map(|node| node.id.clone()).collect();
        self.dice.one(&nodes).clone()
    }

    /// Anything that a hand can do, but open another pathway.
    fn anything(&mut self) -> Action {
        let (item, node, n) = (self.item(), self.node(), self.dice.below(4));
        match self.dice.below(31) {
            0..=8 => {
                let commands: Vec<Command> = Command::ALL.iter().filter(|command| stays(**command)).copied().collect();
                Action::Run(*self.dice.one(&commands))
            }
            9 => Action::Open(item),
            10 => Action::Focus(Some(item)),
            11 => Action::OpenFocused,
            12 => Action::Walk(*self.dice.one(&[Walk::Left, Walk::Right, Walk::Up, Walk::Down])),
            13 => Action::TogglePicked(item),
            14 => Action::Filter("stress".to_owned()),
            15 if n == 0 => Action::TurnTo(Page::About),
            15 if n == 1 => Action::Change(ChangeAct::Paste("dag { stress -> mood }".to_owned())),
            15 => Action::PaletteText("mo".to_owned()),
            16 => Action::SidePanel(*self.dice.one(&[
                SidePanel::Outline,
                SidePanel::Ask,
                SidePanel::Lenses,
                SidePanel::Teach,
                SidePanel::Sources,
                SidePanel::Report,
            ])),
            17..=19 => Action::Ask(match self.dice.below(18) {
                0..=3 => AskAct::Topic(if n > 1 { Topic::Loops } else { *self.dice.one(&Topic::ALL) }),
                4 => AskAct::From(Some(node)),
                5 => AskAct::To(Some(node)),
                6 => AskAct::Raise(node),
                7 => AskAct::Block(item),
                8 => AskAct::Step,
                9 => AskAct::CompareFile,
                10 => AskAct::EndComparison,
                _ => AskAct::Light(n / 2),
            }),
            20..=22 => Action::Teach(match self.dice.below(18) {
                0 => TeachAct::Tell(n),
                1 => TeachAct::Stop,
                2 => TeachAct::Back,
                3 => TeachAct::Go(n),
                4 => TeachAct::Branch(n),
                5 => TeachAct::Vote { answer: n, up: true },
                6 => TeachAct::Ask(node),
                7 => TeachAct::Reveal,
                8 => TeachAct::Drop,
                9 => TeachAct::Present,
                10 => TeachAct::Black,
                11 => TeachAct::Make(*self.dice.one(&[Made::Row, Made::WhatIf, Made::Whole])),
                12 => TeachAct::Resume,
                13 => TeachAct::Page(*self.dice.one(&TeachPage::ALL)),
                14 => TeachAct::Last,
                _ => TeachAct::Next,
            }),
            23 | 24 => Action::Quiz(match self.dice.below(5) {
                0 => QuizAct::Begin { seed: 1, difficulty: Difficulty::Easy },
                1 => QuizAct::Choose(n),
                2 => QuizAct::Show(n),
                3 => QuizAct::End,
                _ => QuizAct::Resume,
            }),
            25 => Action::Map(match n {
                0 => MapAct::Text("stress -> mood".to_owned()),
                1 => MapAct::Words,
                _ => MapAct::Mark,
            }),
            26 => match n {
                0 => Action::Copy("x".to_owned()),
                1 => Action::Edit(EditAct::GoTo(0)),
                2 => Action::Many(ManyAct::Lines("stress -> mood".to_owned())),
                _ => Action::Tour(TourAct::Open((*self.dice.one(&["story", "aside"])).into())),
            },
            27 => match n {
                0 => Action::BrowseFailed("https://example.org".to_owned()),
                1 => Action::ShowEarlier,
                2 => Action::CloseDetails,
                _ => Action::PathText("/x".to_owned()),
            },
            28 => Action::SetLens(Lens { contested_only: n > 1, human_only: n % 2 == 1, ..Lens::default() }),
            29 => enters(n, node),
            _ => Action::Arrange(Arrangement { focus: Some(BTreeSet::from([node])), ..Arrangement::default() }),
        }
    }

    /// Everything that a picture and what is around it come from, in so far as it is not as at the beginning.
    #[track_caller]
    fn check_plain(&self) {
        let (session, trail) = (&self.session, &self.trail);
        let (view, asking, teaching) = (session.view(), session.asking(), session.teaching());
        assert_eq!(Rung::topmost(session), Rung::Plain, "{trail:#?}");
        assert_eq!(view.camera, Some(Camera::Fit), "{trail:#?}");
        assert!(session.lit().is_none() && session.lens().hidden.is_empty(), "{trail:#?}");
        assert_eq!(session.reading(), Reading::Shown, "{trail:#?}");
        assert_eq!(*session.arrangement(), Arrangement::default(), "{trail:#?}");
        assert!(Arc::ptr_eq(session.drawn(), session.pathway()), "{trail:#?}");
        assert_eq!((view.selected(), &view.focus, &view.message), (None, &None, &None), "{trail:#?}");
        assert!(view.picked.is_empty() && view.palette.is_none() && session.entry().is_none(), "{trail:#?}");
        assert!(view.text.is_none() && session.files().path_text().is_none(), "{trail:#?}");
        let panel = session.settings().outline && view.side_panel != SidePanel::Outline;
        assert!(!panel && (view.filter.is_empty() || !session.settings().outline), "{trail:#?}");
        assert!(session.comparison().is_none(), "{trail:#?}");
        let asked = (&asking.from, &asking.to, &asking.push, &asking.watched, asking.row, asking.waiting);
        assert_eq!(asked, (&None, &None, &Push::default(), &None, None, false), "{trail:#?}");
        assert!(asking.answer.is_none(), "{trail:#?}");
        assert_eq!(
            (teaching.stage, &teaching.prediction, &teaching.told),
            (None, &None, &Told::default()),
            "{trail:#?}"
        );
        assert!(teaching.telling.is_none() && teaching.quiz.is_none(), "{trail:#?}");
    }
}

/// Whether a command leaves what is open as it is: which file it is is not what one is in, nor what it says.
fn stays(command: Command) -> bool {
    use Command::{
        AddLane, Delete, New, Open, Reverse, SetLowers, SetMixed, SetNoEffect, SetRaises, SetUnknown, ShowInStep,
    };
    let signs = matches!(command, SetLowers | SetMixed | SetNoEffect | SetRaises | SetUnknown);
    let edits = signs || matches!(command, Delete | Reverse | ShowInStep);
    !edits && !matches!(command, AddLane | Open | New)
}

/// Opens the entry field, or types into it.
fn enters(n: usize, node: NodeId) -> Action {
    Action::Entry(match n {
        0 => EntryAct::Node((0.0, 0.0), None),
        1 => EntryAct::Rename(node),
        2 => EntryAct::Link(node, None, None),
        _ => EntryAct::Text("mo".to_owned()),
    })
}

#[test]
fn from_wherever_a_walk_leads_thirteen_steps_back_find_the_start_picture() {
    let mut walker = Walker::new(0x9E37_79B9_7F4A_7C15);
    let start = Arc::clone(walker.session.pathway());
    let mut left: BTreeMap<Rung, usize> = BTreeMap::new();
    for _ in 0..10_000 {
        walker.trail.clear();
        let made = walker.session.teaching().made.len();
        for _ in 0..=walker.dice.below(20) {
            let action = walker.anything();
            walker.act(action);
        }
        let map = walker.session.map().text().to_owned();
        for step in 0.. {
            let rung = Rung::topmost(&walker.session);
            *left.entry(rung).or_default() += 1;
            walker.act(Action::Run(Command::Back));
            if rung == Rung::Plain {
                break;
            }
            assert!(step < Rung::MOST, "{:#?}", walker.trail);
            assert!(!rung.holds(&walker.session), "{rung:?} was not left: {:#?}", walker.trail);
        }
        walker.check_plain();
        assert_eq!(**walker.session.pathway(), *start, "{:#?}", walker.trail);
        assert_eq!(walker.session.map().text(), map, "{:#?}", walker.trail);
        let reread = walker.trail.iter().any(|act| act.contains("Reload"));
        assert!(reread || walker.session.teaching().made.len() >= made, "{:#?}", walker.trail);
    }
    for rung in Rung::ALL {
        assert!(left.get(&rung).is_some_and(|times| *times > 20), "{rung:?} was hardly ever left: {left:?}");
    }
}

#[test]
fn no_more_rungs_hold_together_than_is_said() {
    let mut walker = Walker::new(7);
    let all = [
        Action::Teach(TeachAct::Tell(0)),
        Action::Arrange(Arrangement { lanes: crate::picture::LanesBy::Scale, ..Arrangement::default() }),
        Action::SetLens(Lens { reading: Reading::Told, ..Lens::default() }),
        Action::Ask(AskAct::From(Some("stress".into()))),
        Action::Ask(AskAct::To(Some("sleep".into()))),
        Action::Ask(AskAct::Topic(Topic::Routes)),
        Action::Ask(AskAct::Light(0)),
        Action::SidePanel(SidePanel::Sources),
        Action::Open(node("mood")),
        Action::BrowseFailed("https://example.org".to_owned()),
        Action::Run(Command::Open),
        Action::NoDialog,
        Action::Run(Command::AddSource),
        Action::Run(Command::About),
    ];
    for action in all {
        walker.act(action);
    }
    let mut rungs = Vec::new();
    while rungs.last() != Some(&Rung::Plain) {
        rungs.push(Rung::topmost(&walker.session));
        walker.act(Action::Run(Command::Back));
    }
    let expected = [
        Rung::Text,
        Rung::NewSource,
        Rung::Error,
        Rung::Details,
        Rung::Cursor,
        Rung::Row,
        Rung::Question,
        Rung::Tour,
        Rung::Arrangement,
        Rung::Lens,
        Rung::Panel,
        Rung::Plain,
    ];
    assert_eq!(rungs, expected);
    assert_eq!(rungs.len(), Rung::MOST);
    walker.check_plain();
}
