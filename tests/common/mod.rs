//! The real window without a screen, for tests that drive it through its accessible names.

use egui::Vec2;
use egui_kittest::Harness;
use pathlight::{
    app::{App, Inline},
    session::{Action, Settings},
};

/// The program's window.
pub(crate) type Window = Harness<'static, App>;

/// A window of a size, at rest.
pub(crate) fn open(size: Vec2, settings: Settings) -> Window {
    let mut window = Harness::builder()
        .with_size(size)
        .with_max_steps(200)
        .build_eframe(|creation| App::new(&creation.egui_ctx, settings, Box::new(Inline::default())));
    window.run();
    window
}

/// Does what an action says, and waits until the window rests.
pub(crate) fn apply(window: &mut Window, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().apply(action, &ctx);
    window.run();
}
