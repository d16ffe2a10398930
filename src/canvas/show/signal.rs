//! The signal of a what-if: it runs along the links step by step, marks what it reaches, and comes to rest.

use egui::{Shape, Stroke, Ui};

use crate::{
    analysis::whatif::WhatIf,
    model::NodeId,
    paint::stage::{Stage, color},
    scene::records::Records,
    session::{Answer, Session},
    signs::line,
};

/// How long the signal takes along a link, in seconds.
const STEP_SECS: f32 = 0.8;

/// How far a signal has run.
#[derive(Debug, Default)]
pub(crate) struct Signal {
    /// The play that it belongs to.
    play: u64,
    /// In steps: at 1.5 it is halfway along the links of the second step.
    at: f32,
}

impl Signal {
    /// Lets it run on for so many seconds; says whether it is still running.
    pub(super) fn advance(&mut self, session: &Session, seconds: f32) -> bool {
        let Some(found) = answer(session) else { return false };
        let asking = session.asking();
        if self.play != asking.play {
            (self.play, self.at) = (asking.play, 0.0);
        }
        if asking.play == 0 {
            return false;
        }
        let goal = asking.steps.min(found.steps.len()) as f32;
        let step = if session.settings().reduced_motion { goal } else { seconds / STEP_SECS };
        self.at = if self.at > goal { goal } else { (self.at + step).min(goal) };
        self.at < goal
    }

    /// Whether it has come to a node; where nothing is played it has come everywhere.
    pub(super) fn has_reached(&self, session: &Session, node: &NodeId) -> bool {
        let Some(found) = answer(session).filter(|_| session.asking().play > 0) else { return true };
        let arrives = found.answer(node).and_then(|answer| answer.arrives);
        arrives.is_none_or(|arrives| arrives as f32 <= self.at + 0.01)
    }

    /// Draws it along the links of its present step.
    pub(crate) fn draw(&self, ui: &Ui, records: &Records, stage: &Stage, session: &Session) {
        let Some(found) = answer(session).filter(|_| session.asking().play > 0) else { return };
        let (step, along) = (self.at.floor() as usize, self.at.fract());
        if along <= 0.0 {
            return;
        }
        let radius = 6.0 * stage.zoom.clamp(0.5, 1.6);
        for (link, _) in found.steps.get(step).into_iter().flatten() {
            let Some(wire) = records.wire_of(link) else { continue };
            let at = stage.to_screen(line::along(&wire.points, along * line::length(&wire.points)));
            if stage.clip.contains(at) {
                let ring = Stroke::new(2.0, color(stage.palette.card));
                ui.painter().add(Shape::circle_filled(at, radius, color(stage.palette.accent)));
                ui.painter().add(Shape::circle_stroke(at, radius, ring));
            }
        }
    }
}

fn answer(session: &Session) -> Option<&WhatIf> {
    match session.asking().answer.as_ref()?.as_ref() {
        Ok(Answer::WhatIf { found, .. }) => Some(found),
        _ => None,
    }
}
