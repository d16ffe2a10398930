//! Rungs of the ladder one by one: what each of them shows, and what is given back below it.

use super::{
    ladder::{OTHER, Walker},
    *,
};
use crate::{ladder::Rung, lesson::Difficulty};

#[test]
fn a_node_its_causes_and_its_effects_are_told_apart() {
    let mut walker = Walker::new(7);
    walker.act(Action::Ask(AskAct::From(Some("cortisol".into()))));
    walker.act(Action::Ask(AskAct::Topic(Topic::Reach)));
    let marks = |walker: &Walker| {
        let lit = walker.session.lit().expect("an answer is lit");
        ["cortisol", "exercise", "mood", "sleep"].map(|id| lit.nodes.get(&NodeId::new(id)).copied())
    };
    let expected = [Some(Mark::Asked), Some(Mark::Cause), Some(Mark::CauseAndEffect), Some(Mark::Effect)];
    assert_eq!(marks(&walker), expected, "exercise acts on the loop, sleep follows from it");
    walker.act(Action::Run(Command::Back));
    assert!(walker.session.lit().is_none());
}

/// The canvas beside panels and above another legend is no other window: what comes back is the drawing that was there.
#[test]
fn whoever_arranges_beside_a_panel_and_comes_back_finds_the_same_drawing() {
    let mut session = session();
    let mut aspect = |action: Action| {
        let tasks = session.apply(action);
        let asked = tasks.iter().find_map(|task| {
            let Task::LayOut { aspect, .. } = task else { return None };
            Some(*aspect)
        });
        draw(&mut session, tasks);
        asked
    };
    let canvas = |canvas: (f32, f32), moved: bool| Action::CanvasSize { canvas, window: 800.0, moved };
    let lane = || Action::ToggleLane("body".into());
    assert_eq!(aspect(canvas((1250.0, 500.0), false)), Some(2.5));
    for beside in [(800.0, 500.0), (1250.0, 700.0)] {
        assert_eq!(aspect(canvas(beside, true)), None);
        assert_eq!(aspect(lane()), Some(2.5));
        assert_eq!(aspect(Action::Run(Command::Back)), Some(2.5));
    }
    // Who wants it drawn anew gets it for the canvas as it is.
    assert_eq!(aspect(canvas((800.0, 500.0), true)), None);
    assert_eq!(aspect(Action::Run(Command::DrawAnew)), Some(1.6));
}

#[test]
fn a_lens_asks_nothing_that_nobody_asked() {
    let mut walker = Walker::new(7);
    walker.act(Action::Run(Command::HumanOnly));
    walker.act(Action::Run(Command::Reading));
    assert!(!walker.session.asking().is_asked());
    walker.act(Action::Run(Command::AskLoops));
    walker.act(Action::Run(Command::Reading));
    assert!(walker.session.asking().answer.is_some(), "what was asked is asked again");
}

/// What is asked in the window is put away for a whole screen, and its panel does not stand empty afterwards.
#[test]
fn a_panel_of_questions_does_not_stay_without_an_answer_when_the_whole_screen_is_left() {
    for ask in [Command::Ask, Command::AskLoops] {
        let mut walker = Walker::new(7);
        let before = walker.session.view().side_panel;
        walker.act(Action::Run(ask));
        assert!(walker.session.asking().answer.is_some());
        walker.act(Action::Run(Command::Present));
        walker.act(Action::Run(Command::Back));
        let session = &walker.session;
        assert_eq!((session.presents(), session.view().side_panel), (false, before), "{ask:?}");
        assert_eq!(Rung::topmost(session), Rung::Plain);
    }
}

#[test]
fn a_quiz_is_turned_by_keys_left_without_a_question_and_gone_on_with() {
    let mut walker = Walker::new(7);
    walker.act(Action::Quiz(QuizAct::Begin { seed: 1, difficulty: Difficulty::Easy }));
    let quiz = |walker: &Walker| walker.session.teaching().quiz.as_ref().map(|quiz| (quiz.at, quiz.chosen.clone()));
    walker.act(Action::Quiz(QuizAct::Choose(0)));
    walker.act(Action::Run(Command::NextStep));
    let before = quiz(&walker);
    assert_eq!(before.as_ref().map(|(at, chosen)| (*at, chosen[0])), Some((1, Some(0))));
    assert!(walker.session.teaching().telling.is_none() && !walker.session.presents(), "no tour begins over it");
    // Large, and small again.
    walker.act(Action::Run(Command::Present));
    assert!(walker.session.presents() && quiz(&walker) == before);
    walker.act(Action::Run(Command::Back));
    assert!(!walker.session.presents() && quiz(&walker) == before);
    walker.act(Action::Run(Command::Back));
    assert_eq!(quiz(&walker), None);
    assert!(Arc::ptr_eq(walker.session.drawn(), walker.session.pathway()));
    walker.act(Action::Quiz(QuizAct::Resume));
    assert_eq!(quiz(&walker), before);
}

#[test]
fn black_is_lifted_by_either_key_and_nothing_moves() {
    for key in [TeachAct::Next, TeachAct::Back] {
        let mut walker = Walker::new(7);
        walker.act(Action::Run(Command::Present));
        walker.act(Action::Teach(TeachAct::Last));
        let step = |walker: &Walker| walker.session.teaching().telling.as_ref().map(crate::lesson::Telling::number);
        let before = step(&walker);
        walker.act(Action::Teach(TeachAct::Black));
        walker.act(Action::Teach(key));
        assert!(walker.session.teaching().stage.is_some_and(|stage| !stage.black));
        assert_eq!((step(&walker), before), (Some(2), Some(2)));
    }
}

#[test]
fn a_comparison_gives_back_what_was_open_with_the_tours_that_were_made() {
    let mut walker = Walker::new(7);
    walker.act(Action::Teach(TeachAct::Make(Made::Whole)));
    let (before, revision) = (Arc::clone(walker.session.pathway()), walker.session.revision());
    let tasks = walker.session.apply(Action::Ask(AskAct::CompareFile));
    assert_eq!(tasks, [Task::PickFile]);
    walker.act(Action::Picked(Some(OTHER.into())));
    assert!(walker.session.comparison().is_some() && walker.session.teaching().telling.is_none());
    walker.act(Action::Run(Command::Back));
    assert!(walker.session.comparison().is_none());
    assert!(Arc::ptr_eq(walker.session.pathway(), &before) && walker.session.revision() == revision);
    assert_eq!(walker.session.teaching().made.len(), 1);
    assert!(walker.session.teaching().left_tour.is_some(), "the tour can be gone on with");
}
