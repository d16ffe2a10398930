//! Badges of feedback loops: R, B or ? on the link that closes each loop, while loops are asked for. A click lights one.

use egui::{Sense, WidgetInfo, WidgetType};

use crate::{
    analysis::loops::LoopKind,
    frame::Frame,
    model::LinkId,
    paint::{
        marks,
        stage::{Stage, color},
    },
    scene::records::Records,
    session::{Action, Answer, AskAct, Topic},
    signs::line,
    words,
};

/// Most badges; beyond, the list says more than a picture could.
const MOST: usize = 24;
/// Distance between the badges of loops that one link closes, in px.
const STEP: f32 = 21.0;

/// Draws the badges, and takes clicks on them.
pub(crate) fn show(frame: &mut Frame<'_>, records: &Records, stage: &Stage) {
    let Frame { ui, session, actions, .. } = frame;
    let asking = session.asking();
    if asking.topic != Topic::Loops {
        return;
    }
    let Some(Ok(Answer::Loops { found, told, .. })) = asking.answer.as_deref() else {
        return;
    };
    let mut closed: Vec<&LinkId> = Vec::new();
    for (row, (one, told)) in found.loops.iter().zip(told).enumerate().take(MOST) {
        let Some(link) = &told.closing else { continue };
        let name = &told.name;
        let Some(wire) = records.wire_of(link) else { continue };
        // Loops that one link closes stand side by side on it: right of its middle, left of it, and so on.
        let before = closed.iter().filter(|id| **id == link).count();
        closed.push(link);
        let side = if before % 2 == 1 { 1.0 } else { -1.0 };
        let away = side * STEP * before.div_ceil(2) as f32 / stage.zoom;
        let length = line::length(&wire.points);
        let place = stage.to_screen(line::along(&wire.points, (length / 2.0 + away).max(0.0)));
        if !stage.clip.contains(place) {
            continue;
        }
        let lit = asking.row == Some(row);
        let (ink, ground) =
            if lit { (stage.palette.panel, stage.palette.accent) } else { (stage.palette.accent, stage.palette.card) };
        ui.painter().extend(marks::badge(ui.ctx(), place, letter(one.kind), 9.0, color(ink), color(ground)));
        let area = egui::Rect::from_center_size(place, egui::Vec2::splat(STEP));
        let response = ui.interact(area, ui.id().with(("loop", row)), Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Button, true, words::canvas::loop_badge(name, one.kind.name()))
        });
        if response.on_hover_text(format!("{name}: {}", one.kind.name())).clicked() {
            actions.push(Action::Ask(AskAct::Light(row)));
        }
    }
}

/// The letter of a badge.
pub(super) fn letter(kind: LoopKind) -> &'static str {
    match kind {
        LoopKind::Reinforcing => "R",
        LoopKind::Balancing => "B",
        LoopKind::Undecided => "?",
    }
}
