//! The rubber band: Shift and a drag pick every card that it touches.

use std::collections::BTreeSet;

use egui::{Pos2, Rect, Response, Stroke, StrokeKind};

use crate::{
    camera::View,
    frame::Frame,
    model::NodeId,
    paint::stage::color,
    scene::records::Records,
    session::{Action, Item, Session},
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
        frame: &mut Frame<'_>,
        response: &Response,
        view: View,
        records: &Records,
    ) -> bool {
        let Frame { ui, rect, session, actions, .. } = frame;
        let primary = egui::PointerButton::Primary;
        let modifiers = ui.input(|input| input.modifiers);
        if response.drag_started_by(primary) && modifiers.shift {
            let start = ui.input(|input| input.pointer.press_origin()).or(response.interact_pointer_pos());
            self.from = start.map(|at| view.to_world(at, *rect));
        }
        let Some(from) = self.from else { return false };
        if let Some(to) = response.interact_pointer_pos().filter(|_| response.drag_stopped_by(primary)) {
            let area = Rect::from_two_pos(from, view.to_world(to, *rect));
            actions.push(Action::Pick { nodes: inside(records, session, area), add: modifiers.command });
        }
        if !response.dragged_by(primary) {
            self.from = None;
        }
        true
    }

    /// Draws the band over everything.
    pub(super) fn draw(self, frame: &Frame<'_>, response: &Response, view: View) {
        let Some((from, to)) = self.from.zip(response.interact_pointer_pos()) else { return };
        let (painter, palette) = (frame.ui.painter(), frame.palette);
        let area = Rect::from_two_pos(view.to_screen(from, frame.rect), to).intersect(frame.rect);
        painter.rect_filled(area, 2.0, color(palette.accent_soft).gamma_multiply(0.5));
        painter.rect_stroke(area, 2.0, Stroke::new(1.0, color(palette.accent)), StrokeKind::Inside);
    }
}

/// The nodes whose cards a rectangle touches.
fn inside(records: &Records, session: &Session, area: Rect) -> BTreeSet<NodeId> {
    let touched = records.cards.iter().zip(&records.items).filter(|(card, _)| card.rect.intersects(area));
    let items: Vec<&Item> = touched.map(|(_, item)| item).collect();
    items.into_iter().flat_map(|item| session.nodes_of(item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{scene::records::tests::records, session::Settings};

    #[test]
    fn a_band_takes_the_cards_that_it_touches() {
        let (records, session) = (records("a -> b; c -> d"), Session::new(Settings::default()).0);
        let inside = |area: Rect| inside(&records, &session, area).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(inside(Rect::from_min_size(Pos2::ZERO, records.size)), ["a", "b", "c", "d"]);
        let card = records.cards[1].rect;
        assert_eq!(inside(Rect::from_two_pos(card.center(), card.max + egui::Vec2::splat(1.0))), ["b"]);
        assert!(
            inside(Rect::from_two_pos(card.min - egui::Vec2::splat(3.0), card.min - egui::Vec2::splat(1.0))).is_empty()
        );
    }
}
