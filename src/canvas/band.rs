//! The rubber band: Shift and a drag pick every card that it touches.

use std::collections::BTreeSet;

use egui::{Pos2, Rect, Response, Stroke, StrokeKind, Ui};

use super::{camera::View, look::color, scene::Scene};
use crate::{
    session::{Action, Item, Session},
    theme::Palette,
};

/// A band, while it is drawn: where it began, in px of picture, so that it holds while the view moves.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Band {
    from: Option<Pos2>,
}

impl Band {
    /// Takes the pointer while a band is drawn; says whether it has it.
    pub(super) fn pointer(
        &mut self,
        ui: &Ui,
        response: &Response,
        (view, canvas): (View, Rect),
        scene: &Scene,
        session: &Session,
        actions: &mut Vec<Action>,
    ) -> bool {
        let primary = egui::PointerButton::Primary;
        let modifiers = ui.input(|input| input.modifiers);
        if response.drag_started_by(primary) && modifiers.shift {
            let start = ui.input(|input| input.pointer.press_origin()).or(response.interact_pointer_pos());
            self.from = start.map(|at| view.to_world(at, canvas));
        }
        let Some(from) = self.from else { return false };
        if let Some(to) = response.interact_pointer_pos().filter(|_| response.drag_stopped_by(primary)) {
            let area = Rect::from_two_pos(from, view.to_world(to, canvas));
            actions.push(Action::Pick { nodes: inside(scene, session, area), add: modifiers.command });
        }
        if !response.dragged_by(primary) {
            self.from = None;
        }
        true
    }

    /// Draws the band over everything.
    pub(super) fn draw(self, ui: &Ui, response: &Response, canvas: Rect, view: View, palette: &Palette) {
        let Some((from, to)) = self.from.zip(response.interact_pointer_pos()) else { return };
        let area = Rect::from_two_pos(view.to_screen(from, canvas), to).intersect(canvas);
        ui.painter().rect_filled(area, 2.0, color(palette.accent_soft).gamma_multiply(0.5));
        ui.painter().rect_stroke(area, 2.0, Stroke::new(1.0, color(palette.accent)), StrokeKind::Inside);
    }
}

/// The nodes whose cards a rectangle touches.
fn inside(scene: &Scene, session: &Session, area: Rect) -> BTreeSet<crate::model::NodeId> {
    let touched = scene.cards.iter().zip(&scene.items).filter(|(card, _)| card.rect.intersects(area));
    let items: Vec<&Item> = touched.map(|(_, item)| item).collect();
    items.into_iter().flat_map(|item| session.nodes_of(item)).collect()
}
