//! What one has come for is in sight in small windows and with large text: rows of the outline, a question to a class.

use egui::{Order, Vec2, vec2};
use pathlight::session::{Action, Command, Settings, TeachAct};

use super::{
    overlap::{Thing, things},
    window::Window,
};

const SIZES: [Vec2; 3] = [vec2(800.0, 600.0), vec2(1024.0, 768.0), vec2(1280.0, 720.0)];
const TEXTS: [f32; 4] = [1.0, 1.5, 2.0, 2.5];

fn windows() -> impl Iterator<Item = (Window, String)> {
    SIZES.into_iter().flat_map(|size| {
        TEXTS.into_iter().map(move |text_scale| {
            let window = Window::new(size, Settings { text_scale, ..Settings::default() });
            (window, format!("{size}, text {text_scale}"))
        })
    })
}

fn is_whole(thing: &Thing) -> bool {
    thing.seen.is_positive() && thing.seen.expand(0.6).contains_rect(thing.rect)
}

#[test]
fn rows_of_the_outline_are_in_sight() {
    for (window, what) in windows() {
        let labels: Vec<&str> = window.session().pathway().nodes().map(|node| node.label.as_str()).collect();
        let things = things(&window);
        let is_row = |thing: &&Thing| is_whole(thing) && labels.iter().any(|label| thing.name.starts_with(label));
        let rows = things.iter().filter(is_row);
        let rows: Vec<&str> = rows.map(|row| row.name.as_str()).collect();
        assert!(rows.len() >= 3, "{what}: {rows:?}");
    }
}

#[test]
fn a_question_to_a_class_is_wholly_in_sight_with_its_answers() {
    for (mut window, what) in windows() {
        window.apply(Action::Run(Command::Present));
        let mut asked = 0;
        for _ in 0..30 {
            window.apply(Action::Teach(TeachAct::Next));
            let Some(prediction) = &window.session().teaching().prediction else { continue };
            if prediction.revealed {
                continue;
            }
            asked += 1;
            let things = things(&window);
            let question = things.iter().find(|thing| thing.name.contains(&prediction.text));
            assert!(question.is_some_and(is_whole), "{what}: {}", prediction.text);
            let answers = things.iter().filter(|thing| thing.name.ends_with(": 0 hands"));
            let cut: Vec<_> =
                answers.clone().filter(|thing| !is_whole(thing)).map(|thing| (&thing.name, thing.rect)).collect();
            assert!(answers.count() == 4 && cut.is_empty(), "{what}: {cut:?} are cut");
        }
        assert!(asked >= 3, "{what}");
    }
}

#[test]
fn what_is_said_of_a_thing_that_is_pointed_at_lies_in_the_window() {
    for (mut window, what) in windows() {
        // The line at the bottom is longer than most windows are wide: pointing at it shows all of it.
        let inside = window.0.ctx.content_rect();
        window.0.hover_at(inside.left_bottom() + vec2(60.0, -16.0));
        for _ in 0..40 {
            window.0.step();
        }
        let boxes: Vec<_> = window.0.ctx.memory(|memory| {
            let shown = memory.areas().visible_layer_ids();
            shown
                .iter()
                .filter(|layer| layer.order == Order::Tooltip)
                .filter_map(|layer| memory.area_rect(layer.id))
                .collect()
        });
        assert!(inside.width() > 800.0 || !boxes.is_empty(), "{what}: nothing is shown");
        assert!(boxes.iter().all(|shown| inside.expand(0.6).contains_rect(*shown)), "{what}: {boxes:?} in {inside:?}");
    }
}
