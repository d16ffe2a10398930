//! Arrangements in the session: lanes by something else, a focus, folded lanes, a circle; and the picture of each.

use std::{collections::BTreeSet, sync::Arc};

use super::{Action, Camera, Command, Item, Message, Session, Task};
use crate::{
    analysis::prose::{self, Prose},
    model::{LaneId, NodeId},
    picture::{Arrangement, LanesBy, Picture},
    words,
};

/// The size that is drawn for until the canvas has told its own: a wide screen less the panels.
pub(super) const USUAL_CANVAS: (f32, f32) = (1050.0, 600.0);

/// How much wider or narrower than the one it was drawn for the canvas must be for another drawing, as a share.
const OTHER_SHAPE: f32 = 0.2;

/// Whether somebody who does this has come to know what stands where, which is then to stay.
pub(super) fn makes_known(action: &Action) -> bool {
    matches!(
        action,
        Action::Open(_)
            | Action::OpenFocused
            | Action::Walk(_)
            | Action::Pick { .. }
            | Action::TogglePicked(_)
            | Action::Ask(_)
            | Action::Teach(_)
            | Action::Map(_)
    )
}

impl Session {
    /// How the pathway is arranged.
    pub fn arrangement(&self) -> &Arrangement {
        &self.arrangement
    }

    /// How much of the drawing's refinement is done, from 0 to 1, while it is under way.
    pub fn drawing_share(&self) -> Option<f32> {
        self.drawing
    }

    /// Asks for a picture of what is open; what comes of earlier requests is then too late.
    pub(super) fn lay_out(&mut self) -> Vec<Task> {
        self.ticket += 1;
        self.drawing = Some(0.0);
        // For about the same shape the same drawing: whoever leaves a whole screen finds what was there.
        if self.picture.is_none() || self.has_other_shape() {
            self.drawn_for = self.aspect();
        }
        vec![Task::LayOut {
            ticket: self.ticket,
            pathway: Arc::clone(self.drawn()),
            arrangement: self.arrangement.clone(),
            before: self.picture.clone().filter(|_| self.keeps_seats),
            aspect: self.drawn_for,
        }]
    }

    /// Width over height of the canvas.
    fn aspect(&self) -> f32 {
        (self.canvas.0 / self.canvas.1.max(1.0)).clamp(0.3, 4.0)
    }

    /// Whether the canvas has become clearly wider or narrower than the one that was drawn for.
    fn has_other_shape(&self) -> bool {
        (self.aspect() / self.drawn_for - 1.0).abs() > OTHER_SHAPE
    }

    /// Takes the size of the canvas and the height of the window; a slide is made for just that size.
    pub(super) fn canvas_size(&mut self, canvas: (f32, f32), window: f32, moved: bool) -> Vec<Task> {
        self.window_height = window;
        if self.presents() {
            self.stage_canvas = canvas;
            return self.lay_slide();
        }
        self.canvas = canvas;
        // The first pathway is drawn before there is a window, and windows are made larger and panels folded away: each
        // shape deserves a drawing of its own, until somebody has found their way about in one.
        if self.has_other_shape() && !moved && !self.is_known && self.ticket > 0 {
            self.keeps_seats = false;
            return self.lay_out();
        }
        Vec::new()
    }

    /// Arranges the pathway anew, if that changes anything.
    pub(super) fn arrange(&mut self, arrangement: Arrangement) -> Vec<Task> {
        if arrangement == self.arrangement {
            return Vec::new();
        }
        // Seats are places among the same lanes; a circle has none.
        self.keeps_seats = arrangement.lanes == self.arrangement.lanes
            && arrangement.ring.is_empty()
            && self.arrangement.ring.is_empty();
        self.arrangement = arrangement;
        self.lay_out()
    }

    /// Carries out a command that arranges or picks; `None` if it is another one.
    pub(super) fn run_arranging(&mut self, command: Command) -> Option<Vec<Task>> {
        let lanes = |lanes| Arrangement { lanes, ..Arrangement::default() };
        Some(match command {
            Command::LanesByPlace => self.arrange(lanes(LanesBy::Place)),
            Command::LanesByTime => self.arrange(lanes(LanesBy::Time)),
            Command::LanesByScale => self.arrange(lanes(LanesBy::Scale)),
            Command::LanesWithout => self.arrange(lanes(LanesBy::Without)),
            Command::DrawAnew => {
                self.keeps_seats = false;
                self.drawn_for = self.aspect();
                self.view.camera = Some(Camera::Fit);
                self.lay_out()
            }
            Command::FoldLane => self.fold_or_open_lane(),
            Command::OpenLanes => self.arrange(Arrangement { folded: BTreeSet::new(), ..self.arrangement.clone() }),
            Command::PickNeighbours => {
                self.pick_neighbours();
                Vec::new()
            }
            Command::Focus => self.focus_or_all(),
            _ => return None,
        })
    }

    /// Takes a picture that has come back, unless it is too late.
    pub(super) fn laid_out(&mut self, ticket: u64, picture: Arc<Picture>, finished: bool) -> Vec<Task> {
        if ticket == self.ticket {
            // A view that shows all keeps showing all; one that somebody has moved stays.
            let another = self.picture.as_ref().is_none_or(|old| old.cards.len() != picture.cards.len());
            if another || self.presents() {
                self.view.camera = Some(Camera::Fit);
            }
            self.picture = Some(picture);
            self.drawing = if finished { None } else { self.drawing };
        }
        // The library is read once there is something to look at, so that it delays no first picture.
        if self.shared.is_empty() && finished { vec![Task::IndexLibrary] } else { Vec::new() }
    }

    /// Picks nodes, beside those that are picked already if `add`.
    pub(super) fn pick(&mut self, nodes: BTreeSet<NodeId>, add: bool) {
        if !add {
            self.view.picked.clear();
        }
        let pathway = self.document.pathway();
        self.view.picked.extend(nodes.into_iter().filter(|id| pathway.node(id).is_some()));
    }

    /// Picks a node, or lets go of it.
    pub(super) fn toggle_picked(&mut self, item: &Item) {
        for node in self.nodes_of(item) {
            if !self.view.picked.remove(&node) {
                self.view.picked.insert(node);
            }
        }
    }

    /// What is picked, in words.
    pub fn picked_story(&self) -> Option<&Prose> {
        self.picked_story.as_ref().map(|(_, _, story)| story)
    }

    /// Puts what is picked into words, where it is not the same as before.
    pub(super) fn tell_picked(&mut self) {
        let (picked, reading) = (&self.view.picked, self.reading());
        if picked.is_empty() {
            self.picked_story = None;
        } else if self.picked_story.as_ref().is_none_or(|(nodes, read, _)| nodes != picked || *read != reading) {
            let story = prose::selection(self.document.pathway(), reading, picked, &BTreeSet::new());
            self.picked_story = Some((picked.clone(), reading, story));
        }
    }

    /// The nodes that an item stands for: itself, a link's ends, or all nodes of a folded lane.
    pub fn nodes_of(&self, item: &Item) -> Vec<NodeId> {
        let pathway = self.document.pathway();
        match item {
            Item::Node(id) => vec![id.clone()],
            Item::Link(id) => pathway.link(id).map(|l| vec![l.from.clone(), l.to.clone()]).unwrap_or_default(),
            Item::Lane(lane) => self.nodes_in_lane(lane),
            Item::Bundle(links) => {
                let links = links.iter().filter_map(|id| pathway.link(id));
                links.flat_map(|l| [l.from.clone(), l.to.clone()]).collect()
            }
        }
    }

    /// The nodes of a lane of the present arrangement.
    pub fn nodes_in_lane(&self, lane: &LaneId) -> Vec<NodeId> {
        crate::picture::nodes_in_lane(self.document.pathway(), self.arrangement.lanes, lane)
    }

    /// What is picked, else what is looked at.
    fn picked_or_looked_at(&self) -> BTreeSet<NodeId> {
        if !self.view.picked.is_empty() {
            return self.view.picked.clone();
        }
        let item = self.view.focus.as_ref().or(self.view.selected());
        item.map(|item| self.nodes_of(item).into_iter().collect()).unwrap_or_default()
    }

    fn pick_neighbours(&mut self) {
        let mut nodes = self.picked_or_looked_at();
        if nodes.is_empty() {
            self.note(words::messages::NEIGHBOURS_OF_WHAT);
            return;
        }
        let pathway = self.document.pathway();
        let inner: Vec<NodeId> = nodes.iter().cloned().collect();
        for id in &inner {
            nodes.extend(pathway.causes_of(id).into_iter().map(|link| link.from.clone()));
            nodes.extend(pathway.effects_of(id).into_iter().map(|link| link.to.clone()));
        }
        let text = words::messages::picked(nodes.len());
        self.view.picked = nodes;
        self.note(&text);
    }

    /// Shows only what is picked, or everything again.
    fn focus_or_all(&mut self) -> Vec<Task> {
        if self.arrangement.focus.is_some() || !self.arrangement.ring.is_empty() {
            return self.arrange(Arrangement { focus: None, ring: Vec::new(), ..self.arrangement.clone() });
        }
        if self.view.picked.is_empty() {
            // One card alone is no picture: what it is linked to belongs to it.
            self.pick_neighbours();
        }
        if self.view.picked.is_empty() {
            self.view.message = Some(Message::note(words::messages::PICK_FIRST));
            return Vec::new();
        }
        let focus = std::mem::take(&mut self.view.picked);
        let left_out = self.pathway().nodes().len() - focus.len();
        let text = words::messages::focused(focus.len(), left_out);
        self.note(&text);
        self.arrange(Arrangement { focus: Some(focus), ring: Vec::new(), ..self.arrangement.clone() })
    }

    /// Folds a lane to one card, or opens it.
    pub(super) fn toggle_lane(&mut self, lane: LaneId) -> Vec<Task> {
        let mut arrangement = self.arrangement.clone();
        if !arrangement.folded.remove(&lane) {
            arrangement.folded.insert(lane);
        }
        self.arrange(arrangement)
    }

    /// Folds the lane of what is looked at, or opens the folded lane that is looked at.
    fn fold_or_open_lane(&mut self) -> Vec<Task> {
        let item = self.view.focus.clone().or_else(|| self.view.selected().cloned());
        let lane = item.and_then(|item| match item {
            Item::Lane(lane) => Some(lane),
            item => {
                let node = self.nodes_of(&item).into_iter().next()?;
                let picture = self.picture.as_ref()?;
                let band = picture.card_of(&node)?.band;
                picture.bands.get(band).map(|band| band.id.clone())
            }
        });
        if let Some(lane) = lane {
            self.toggle_lane(lane)
        } else {
            self.note(words::messages::FOLD_WHICH);
            Vec::new()
        }
    }
}
