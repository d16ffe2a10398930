//! Badges of feedback loops: R, B or U on the link that closes each loop, while loops are asked for. A click lights one.

use std::sync::Arc;

use egui::{Pos2, Sense, WidgetInfo, WidgetType};

use crate::{
    frame::Frame,
    paint::{
        marks,
        stage::{Stage, color},
    },
    scene::records::{Records, rect},
    session::{Action, Answer, AskAct, Session, ToldLoop},
    signs::{
        Area,
        names::mark_places,
        places::{Of, Placing},
    },
    words,
};

/// Most badges; beyond, the list says more than a picture could.
const MOST: usize = 24;
/// Side of a badge's place and radius of the badge, in px of screen, and how much smaller it may be.
const STEP: f32 = 21.0;
const RADIUS: f32 = 9.0;
const SMALL: f32 = 0.8;

/// The answer whose loops are marked, while loops are asked for.
pub(super) fn answer(session: &Session) -> Option<&Arc<Result<Answer, String>>> {
    session.marked_loops().and(session.asking().answer.as_ref())
}

/// Where the badges stand: on the links that close the loops, side by side where one closes several. A loop whose badge
/// finds no place is told in the list alone.
pub(super) fn places(
    answer: Option<&Result<Answer, String>>,
    records: &Records,
    stage: &Stage,
    placing: &mut Placing<'_, Pos2>,
) -> Vec<(usize, Area)> {
    let Some(Ok(Answer::Loops { told, .. })) = answer else { return Vec::new() };
    let place = |(row, told): (usize, &ToldLoop)| {
        let (line, wire) = records.numbered_wire_of(told.closing.as_ref()?)?;
        let side = STEP / stage.zoom;
        let places = [side, side * SMALL].into_iter().flat_map(|side| mark_places(&wire.points, side));
        Some((row, placing.place(Of::Line(line), places)?))
    };
    told.iter().take(MOST).enumerate().filter_map(place).collect()
}

/// Draws the badges, and takes clicks on them.
pub(crate) fn show(frame: &mut Frame<'_>, stage: &Stage) {
    let Frame { ui, session, actions, .. } = frame;
    let Some((found, told)) = session.marked_loops() else { return };
    for &(row, area) in &stage.places.loops {
        let Some((one, ToldLoop { name, .. })) = found.loops.get(row).zip(told.get(row)) else { continue };
        let area = stage.rect_to_screen(rect(area));
        if !stage.clip.contains(area.center()) {
            continue;
        }
        let lit = session.asking().row == Some(row);
        let (ink, ground) =
            if lit { (stage.palette.panel, stage.palette.accent) } else { (stage.palette.accent, stage.palette.card) };
        let radius = RADIUS * area.width() / STEP;
        let sign = one.kind.letter();
        ui.painter().extend(marks::badge(ui.ctx(), area.center(), sign, radius, color(ink), color(ground)));
        // Drags too: else what lies under the badge would count as pointed at, and be lit in the place of the loop.
        let response = ui.interact(area, ui.id().with(("loop", row)), Sense::click_and_drag());
        response.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Button, true, words::canvas::loop_badge(name, one.kind.name()))
        });
        if response.on_hover_text(format!("{name}: {}", one.kind.name())).clicked() {
            actions.push(Action::Ask(AskAct::Light(row)));
        }
    }
}
