//! The real window without a screen, of any size and in any text size.

use egui::{Rect, Vec2, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use pathlight::{
    app::{App, Inline},
    model::NodeId,
    session::{Action, Item, Session, Settings},
};

pub(crate) struct Window(pub(crate) Harness<'static, App>);

impl Window {
    /// A window of `size` real px.
    pub(crate) fn new(size: Vec2, settings: Settings) -> Self {
        let settings = Settings { reduced_motion: true, ..settings };
        let scale = settings.text_scale;
        let mut harness = Harness::builder().with_size(size).with_max_steps(200).build_eframe(|creation| {
            // Small discs would be painted as letters are; drawings are kept from the first frame on.
            creation.egui_ctx.tessellation_options_mut(|options| options.prerasterized_discs = false);
            App::new(&creation.egui_ctx, settings, Box::new(Inline::default()))
        });
        // Larger text leaves fewer of its own px in the same window.
        harness.set_size(size / scale);
        harness.run();
        Self(harness)
    }

    pub(crate) fn session(&self) -> &Session {
        self.0.state().session()
    }

    pub(crate) fn apply(&mut self, action: Action) {
        let ctx = self.0.ctx.clone();
        self.0.state_mut().apply(action, &ctx);
        self.0.run();
    }

    /// Where the card of a node lies, as far as it can be seen.
    pub(crate) fn card(&self, id: &NodeId) -> Option<Rect> {
        let name = Item::Node(id.clone()).spoken_in(self.session().drawn(), self.session().reading());
        self.0.query_by_role_and_label(Role::Button, &name).map(|card| card.rect())
    }
}
