//! Slides: on a whole screen a step gets a picture of its own, with as much of the story so far as can be read.

use std::{collections::BTreeSet, sync::Arc};

use super::{Session, Task, telling::needed};
use crate::{
    lesson::Told,
    model::{LinkId, NodeId},
    picture::{Arrangement, LanesBy},
};

/// Smallest text on a whole screen, in px of a window that is [`STAGE_HEIGHT`] high.
pub const STAGE_TEXT: f32 = 20.0;
/// The height of window that sizes on a whole screen are given for, in px; they grow with larger ones.
pub const STAGE_HEIGHT: f32 = 720.0;
/// Most cards on a slide: beyond, nobody follows.
const MOST_CARDS: usize = 12;

impl Session {
    /// Asks for a picture of the present step: the step itself, with as many of those before it as can be shown with
    /// labels that a back row reads.
    pub(super) fn lay_slide(&mut self) -> Vec<Task> {
        let Some(telling) = self.teaching.telling.clone() else { return self.lay_out() };
        let pathway = Arc::clone(self.document.pathway());
        let needed = needed(self, &telling);
        let mut links = self.teaching.told.links.clone();
        if let Some(verdict) = self.verdict() {
            links.extend(verdict.links.iter().cloned());
        }
        let steps: Vec<_> = telling.so_far().collect();
        let mut slides: Vec<BTreeSet<NodeId>> = vec![needed.clone()];
        for first in (0..steps.len().saturating_sub(1)).rev() {
            let mut nodes = Told::by(&pathway, steps.iter().skip(first).copied()).nodes;
            nodes.extend(needed.iter().cloned());
            if nodes.len() > MOST_CARDS {
                break;
            }
            if slides.last() != Some(&nodes) {
                slides.push(nodes);
            }
        }
        self.ticket += 1;
        self.drawing = Some(0.0);
        vec![Task::LaySlide {
            ticket: self.ticket,
            slides: slides.into_iter().map(|nodes| arrangement(nodes, &links)).collect(),
            pathway,
            canvas: self.stage_canvas,
            label: STAGE_TEXT * (self.window_height / STAGE_HEIGHT).max(1.0),
        }]
    }
}

fn arrangement(nodes: BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> Arrangement {
    Arrangement { lanes: LanesBy::Place, focus: Some(nodes), links: Some(links.clone()), ..Arrangement::default() }
}
