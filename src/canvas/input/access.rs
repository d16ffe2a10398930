//! The canvas for those who do not see it: every node and link by name, in one focus stop.

use std::sync::Arc;

use egui::{Rect, Sense, Ui, WidgetInfo, WidgetType};

use super::{look::Stage, scene::Scene};
use crate::{
    model::{Pathway, Reading},
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
    /// The name of each item of the scene with this number.
    fn of(&mut self, scene: &Scene, number: u64, session: &Session) -> &[String] {
        let (pathway, reading) = (session.drawn(), session.reading());
        let still =
            |of: &(Arc<Pathway>, Reading, u64)| Arc::ptr_eq(&of.0, pathway) && (of.1, of.2) == (reading, number);
        if !self.of.as_ref().is_some_and(still) {
            self.names = scene.items.iter().map(|item| item.name_in(pathway, reading)).collect();
            self.of = Some((Arc::clone(pathway), reading, number));
        }
        &self.names
    }
}

/// Puts every node and link into the accessibility tree, if anything reads it, and does what is asked there.
pub(super) fn describe(
    ui: &Ui,
    canvas: &egui::Response,
    (scene, number): (&Scene, u64),
    stage: &Stage,
    session: &Session,
    names: &mut Names,
    actions: &mut Vec<Action>,
) {
    let pathway = session.drawn();
    let title = words::canvas::diagram(&pathway.about().title);
    let described = ui.ctx().accesskit_node_builder(canvas.id, |node| node.set_label(title));
    if described.is_none() {
        return;
    }
    for (item, name) in scene.items.iter().zip(names.of(scene, number, session)) {
        let Some(rect) = scene.rect_of(item) else { continue };
        let id = canvas.id.with(item);
        let rect = stage.rect_to_screen(rect).intersect(canvas.rect);
        let rect = if rect.is_positive() { rect } else { Rect::from_min_size(canvas.rect.min, egui::Vec2::ZERO) };
        // Hover only: the canvas as a whole takes clicks and the keyboard.
        let response = ui.interact(rect, id, Sense::hover());
        let role = match item {
            Item::Node(_) | Item::Lane(_) => WidgetType::Button,
            Item::Link(_) | Item::Bundle(_) => WidgetType::Link,
        };
        let selected = session.view().selected() == Some(item);
        response.widget_info(|| match item {
            Item::Link(id) if session.lens().hidden.contains(id) => {
                WidgetInfo::labeled(role, true, words::canvas::hidden(name))
            }
            _ => WidgetInfo::labeled(role, true, name),
        });
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
}
