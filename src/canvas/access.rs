//! The canvas for those who do not see it: every node and link by name, in one focus stop.

use egui::{Rect, Sense, Ui, WidgetInfo, WidgetType};

use super::{look::Stage, scene::Scene};
use crate::{
    session::{Action, Item, Session},
    words,
};

/// Puts every node and link into the accessibility tree, if anything reads it, and does what is asked there.
pub(super) fn describe(
    ui: &Ui,
    canvas: &egui::Response,
    scene: &Scene,
    stage: &Stage,
    session: &Session,
    actions: &mut Vec<Action>,
) {
    let pathway = session.drawn();
    let title = words::canvas::diagram(&pathway.about().title);
    let described = ui.ctx().accesskit_node_builder(canvas.id, |node| node.set_label(title));
    if described.is_none() {
        return;
    }
    for item in &scene.items {
        let Some(rect) = scene.rect_of(item) else { continue };
        let mut name = item.name_in(pathway, session.reading());
        if let Item::Link(id) = item
            && session.lens().hidden.contains(id)
        {
            name = words::canvas::hidden(&name);
        }
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
        response.widget_info(|| WidgetInfo::labeled(role, true, &name));
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
