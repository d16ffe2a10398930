//! The canvas for those who do not see it: every node and link by name, in one focus stop.

use std::sync::Arc;

use egui::{Rect, Response, Sense, WidgetInfo, WidgetType};

use crate::{
    frame::Frame,
    model::{Pathway, Reading},
    paint::stage::Stage,
    scene::Scene,
    session::{Action, Item, Session},
    words,
};

/// The spoken names of a scene's items: they are long, and a reader asks for all of them in every frame.
#[derive(Default)]
pub(super) struct Names {
    /// What they were made of.
    of: Option<(Arc<Pathway>, Reading, u64)>,
    names: Vec<String>,
}

impl Names {
    /// The name of each item of a scene.
    fn of(&mut self, scene: &Scene, session: &Session) -> &[String] {
        let (pathway, reading) = (session.drawn(), session.reading());
        let still =
            |of: &(Arc<Pathway>, Reading, u64)| Arc::ptr_eq(&of.0, pathway) && (of.1, of.2) == (reading, scene.number);
        if !self.of.as_ref().is_some_and(still) {
            self.names = scene.records.items.iter().map(|item| item.name_in(pathway, reading)).collect();
            self.of = Some((Arc::clone(pathway), reading, scene.number));
        }
        &self.names
    }
}

/// Puts every node and link into the accessibility tree, if anything reads it, and does what is asked there.
pub(super) fn describe(frame: &mut Frame<'_>, canvas: &Response, scene: &Scene, stage: &Stage, names: &mut Names) {
    let session = frame.session;
    let title = words::canvas::diagram(&session.drawn().about().title);
    let described = frame.ui.ctx().accesskit_node_builder(canvas.id, |node| node.set_label(title));
    if described.is_none() {
        return;
    }
    for (item, name) in scene.records.items.iter().zip(names.of(scene, session)) {
        let Some(rect) = scene.records.rect_of(item) else { continue };
        let rect = stage.rect_to_screen(rect).intersect(canvas.rect);
        let rect = if rect.is_positive() { rect } else { Rect::from_min_size(canvas.rect.min, egui::Vec2::ZERO) };
        describe_item(frame, canvas, item, name, rect);
    }
}

/// Puts an item that lies there on the screen into the accessibility tree, and opens it if that is asked there.
fn describe_item(frame: &mut Frame<'_>, canvas: &Response, item: &Item, name: &str, rect: Rect) {
    let Frame { ui, session, actions, .. } = frame;
    let id = canvas.id.with(item);
    // Hover only: the canvas as a whole takes clicks and the keyboard.
    let response = ui.interact(rect, id, Sense::hover());
    let role = match item {
        Item::Node(_) | Item::Lane(_) => WidgetType::Button,
        Item::Link(_) | Item::Bundle(_) => WidgetType::Link,
    };
    response.widget_info(|| match item {
        Item::Link(id) if session.lens().hidden.contains(id) => {
            WidgetInfo::labeled(role, true, words::canvas::hidden(name))
        }
        _ => WidgetInfo::labeled(role, true, name),
    });
    let selected = session.view().selected() == Some(item);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.add_action(egui::accesskit::Action::Click);
        if selected {
            node.set_selected(true);
        }
    });
    if ui.input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click)) {
        actions.push(Action::Open(item.clone()));
    }
    if session.view().focus.as_ref() == Some(item) {
        ui.ctx().accesskit_node_builder(canvas.id, |node| node.set_active_descendant(id.accesskit_id()));
    }
}
