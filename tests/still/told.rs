//! Cards of a tour stay where they are, or glide no farther than they must.

use std::collections::BTreeMap;

use egui::{Rect, vec2};
use pathlight::{
    lesson::Phase,
    session::{Action, Command, TeachAct, library},
};

use super::{
    cards,
    common::{Window, apply},
    moved, window,
};

/// A press of "next" through a tour.
struct Press {
    /// The step that it led to, from 1, and how much of it is shown.
    to: (usize, Phase),
    /// How far each card moved that was in sight before and after, in px.
    ways: Vec<f32>,
    /// How far one of them moved at most, in px.
    far: f32,
}

/// Presses "next" to the end of the tour that is told.
fn told(window: &mut Window) -> Vec<Press> {
    let mut presses = Vec::new();
    for _ in 0..60 {
        let before = cards(window);
        let place = |window: &Window| {
            let telling = window.state().session().teaching().telling.clone().expect("a tour is told");
            (telling.number() + 1, telling.phase())
        };
        let from = place(window);
        apply(window, Action::Teach(TeachAct::Next));
        let to = place(window);
        if to == from {
            break;
        }
        let after = cards(window);
        presses.push(Press { to, ways: ways(&before, &after), far: moved(&before, &after).0 });
    }
    presses
}

fn ways(before: &BTreeMap<String, Rect>, after: &BTreeMap<String, Rect>) -> Vec<f32> {
    let both = before.iter().filter_map(|(name, rect)| Some((rect, after.get(name)?)));
    both.map(|(before, after)| (before.center() - after.center()).length()).collect()
}

/// How far cards go that are in sight before and after a new stretch, on average over all tours, in px.
#[test]
fn where_a_new_stretch_begins_cards_go_no_farther_than_they_must() {
    let mut window = window(vec2(1280.0, 720.0));
    let mut ways = Vec::new();
    for bundled in library::all() {
        apply(&mut window, Action::OpenBundled(bundled.id.to_owned()));
        for tour in 0..window.state().session().pathway().tours().len() {
            apply(&mut window, Action::Teach(TeachAct::Tell(tour)));
            apply(&mut window, Action::Run(Command::Present));
            let far = told(&mut window).into_iter().filter(|press| press.far > 1.0);
            ways.extend(far.flat_map(|press| press.ways));
            apply(&mut window, Action::Run(Command::Present));
        }
    }
    let mean = ways.iter().sum::<f32>() / ways.len() as f32;
    assert!(ways.len() > 60 && mean < 180.0, "{} cards, {mean} px on average", ways.len());
}

#[test]
fn cards_of_a_tour_keep_their_places_from_step_to_step() {
    for id in ["skull-marrow", "microglia", "inflammation-drive", "antidepressants", "depression-overview"] {
        for presents in [true, false] {
            let mut window = window(vec2(1280.0, 720.0));
            apply(&mut window, Action::OpenBundled(id.to_owned()));
            apply(&mut window, if presents { Action::Run(Command::Present) } else { Action::Teach(TeachAct::Tell(0)) });
            let presses = told(&mut window);
            assert!(presses.len() > 10, "{id}");
            let moves = presses.iter().filter(|press| press.far > 1.0).count();
            let answers = presses.iter().filter(|press| press.to.1 == Phase::Revealed);
            assert!(answers.map(|press| press.far).fold(0.0, f32::max) <= 1.0, "{id}: an answer is no other drawing");
            if !presents && ["skull-marrow", "microglia", "antidepressants"].contains(&id) {
                assert_eq!(moves, 0, "{id} can be read whole, and stays as it is");
            }
        }
    }
}
