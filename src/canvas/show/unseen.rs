//! What `+2 causes` at a card means, for those who point at it and for those who hear it.

use egui::{Sense, WidgetInfo, WidgetType};

use crate::{
    frame::Frame,
    paint::{places::Unseen, stage::Stage},
    scene::records::{Records, rect},
    words,
};

/// Says in a sentence how many links lead to or from what is not shown, where that is pointed at.
pub(crate) fn explain(frame: &mut Frame<'_>, records: &Records, stage: &Stage) {
    for (&card, counts) in &stage.places.unseen {
        let Some(label) = records.cards.get(card).map(|card| card.lines.join(" ")) else { continue };
        for &Unseen { area, count, causes, .. } in counts {
            let area = stage.rect_to_screen(rect(area)).intersect(stage.clip);
            if !area.is_positive() {
                continue;
            }
            let says = words::canvas::unseen_told(&label, count, causes);
            let response = frame.ui.interact(area, frame.ui.id().with(("unseen", card, causes)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &says));
            response.on_hover_text(says);
        }
    }
}
