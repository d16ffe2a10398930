//! Cards of a tour stay where they are, or glide no farther than they must.

use std::collections::BTreeMap;

use egui::{Rect, Vec2, vec2};
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
    /// How far each card moved that was in sight before and after, in relation to the others, in px.
    apart: Vec<f32>,
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
        presses.push(Press { to, apart: apart(&before, &after), far: moved(&before, &after).0 });
    }
    presses
}

/// How far cards move in relation to each other where "next" is pressed, in px: beside the way of the middle one, which is
/// the camera's.
fn apart(before: &BTreeMap<String, Rect>, after: &BTreeMap<String, Rect>) -> Vec<f32> {
    let both = before.iter().filter_map(|(name, rect)| Some(after.get(name)?.center() - rect.center()));
    let ways: Vec<Vec2> = both.collect();
    let middle = |of: fn(&Vec2) -> f32| {
        let mut all: Vec<f32> = ways.iter().map(of).collect();
        all.sort_by(f32::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or_default()
    };
    let camera = vec2(middle(|way| way.x), middle(|way| way.y));
    ways.iter().map(|way| (*way - camera).length()).collect()
}

/// How far cards go in relation to each other in all tours of all pathways, and how many of all presses move any.
fn all_told(size: Vec2) -> (Vec<f32>, usize, usize) {
    let mut window = window(size);
    let (mut ways, mut moving, mut all) = (Vec::new(), 0, 0);
    for bundled in library::all() {
        apply(&mut window, Action::OpenBundled(bundled.id.to_owned()));
        for tour in 0..window.state().session().pathway().tours().len() {
            apply(&mut window, Action::Teach(TeachAct::Tell(tour)));
            apply(&mut window, Action::Run(Command::Present));
            for press in told(&mut window) {
                let moves = press.apart.iter().any(|way| *way > 1.0);
                (moving, all) = (moving + usize::from(moves), all + 1);
                ways.extend(press.apart);
            }
            apply(&mut window, Action::Run(Command::Present));
        }
    }
    (ways, moving, all)
}

#[test]
fn cards_of_a_tour_keep_their_places_in_relation_to_each_other() {
    // A whole screen of 1920x1080 shows what one of 1280x720 does, by half larger.
    for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0)] {
        let (ways, moving, all) = all_told(size);
        let mean = ways.iter().sum::<f32>() / ways.len() as f32;
        let found = format!("{size}: {mean} px on average, {moving} of {all} steps move something");
        // Only tours that no drawing can show in letters that can be read are told in more than one.
        assert!(ways.len() > 1_000 && mean < 15.0 && moving * 12 < all, "{found}");
    }
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
            if ["skull-marrow", "microglia", "antidepressants"].contains(&id) {
                let apart = presses.iter().flat_map(|press| &press.apart).copied().fold(0.0, f32::max);
                assert!(apart <= 1.0, "{id}: cards of one drawing, {apart} px");
            }
            let moves = presses.iter().filter(|press| press.far > 1.0).count();
            let answers = presses.iter().filter(|press| press.to.1 == Phase::Revealed);
            assert!(answers.map(|press| press.far).fold(0.0, f32::max) <= 1.0, "{id}: an answer is no other drawing");
            if !presents && ["skull-marrow", "microglia", "antidepressants"].contains(&id) {
                assert_eq!(moves, 0, "{id} can be read whole, and stays as it is");
            }
        }
    }
}
