//! How large words are: larger text is larger text in the drawing, too.

use egui::{Vec2, vec2};
use pathlight::{
    model::NodeId,
    session::{Action, Command, Settings},
};

use super::window::Window;

/// Width of a card in real px, in a window with text of a size.
fn card(size: Vec2, text_scale: f32) -> f32 {
    let window = Window::new(size, Settings { text_scale, ..Settings::default() });
    width(&window, text_scale)
}

fn width(window: &Window, text_scale: f32) -> f32 {
    let id = NodeId::new("chronic_stress");
    window.card(&id).expect("the story begins with it").width() * text_scale
}

#[test]
fn words_of_the_drawing_grow_with_all_text() {
    for size in [vec2(1280.0, 720.0), vec2(1920.0, 1080.0)] {
        let usual = card(size, 1.0);
        for text_scale in [1.25, 1.5, 2.0] {
            let grown = card(size, text_scale) / usual / text_scale;
            assert!((0.9..1.2).contains(&grown), "{size}: {grown} of what {text_scale} asks for");
        }
    }
    // A small window leaves room for less, but never makes words smaller.
    let sizes = [1.0, 1.5, 2.0].map(|text_scale| card(vec2(1024.0, 768.0), text_scale));
    assert!(sizes[0] < sizes[1] && sizes[1] < sizes[2], "{sizes:?}");
}

#[test]
fn a_step_of_larger_text_makes_the_words_of_the_drawing_larger() {
    let mut window = Window::new(vec2(1280.0, 720.0), Settings::default());
    let mut last = width(&window, 1.0);
    for _ in 0..3 {
        window.apply(Action::Run(Command::LargerText));
        let scale = window.session().settings().text_scale;
        window.0.set_size(vec2(1280.0, 720.0) / scale);
        window.0.run();
        let now = width(&window, scale);
        assert!(now > last, "{scale}: {now} after {last}");
        last = now;
    }
}
