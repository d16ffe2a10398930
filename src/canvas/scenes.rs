//! The picture that is shown, and the scenes of it and of the one before.

use std::sync::Arc;

use super::{
    scene::{
        Scene,
        records::{Prepared, Records},
    },
    show::mirror::Mirror,
};
use crate::{picture::Picture, session::Session};

/// Most cards that glide; more would only be a blur.
const MOST_GLIDING: usize = 400;

/// A scene, and the graph that egui_graphs draws of it.
pub(super) struct Shown {
    pub(super) scene: Scene,
    pub(super) mirror: Mirror,
}

/// How a picture takes the place of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Nothing was shown before.
    First,
    /// What is in both glides to its new place.
    Glides,
    /// At once; or nothing is shown any more.
    AtOnce,
}

/// The scene of the picture that is shown, and what is on its way in and out.
#[derive(Default)]
pub(super) struct Scenes {
    shown: Option<Shown>,
    /// The picture that the scene was built from.
    picture: Option<Arc<Picture>>,
    /// What a worker has prepared of a picture that is on its way.
    prepared: Option<Prepared>,
    /// The scene before, which goes in the next frame: to let go of thousands of things takes a while.
    leaving: Option<Shown>,
    /// Counts scenes, so that shapes of another one are not kept.
    count: u64,
}

impl Scenes {
    /// Takes a picture that was prepared on a worker, so that the frame that shows it need not.
    pub(super) fn take_prepared(&mut self, prepared: Prepared) {
        self.prepared = Some(prepared);
    }

    /// The scene that is shown.
    pub(super) fn scene(&self) -> Option<&Scene> {
        self.shown.as_ref().map(|shown| &shown.scene)
    }

    /// Hands out what is shown, to be given back.
    pub(super) fn take(&mut self) -> Option<Shown> {
        self.shown.take()
    }

    /// Takes back what was handed out.
    pub(super) fn give_back(&mut self, shown: Shown) {
        self.shown = Some(shown);
    }

    /// Whether a scene still has to go.
    pub(super) fn is_leaving(&self) -> bool {
        self.leaving.is_some()
    }

    /// Builds the scene of a picture if it is another one. Of the same document it glides from the one before; without a
    /// picture the scene goes, since it is of another pathway. Lets the scene go that left in the last frame.
    pub(super) fn follow(&mut self, session: &Session) -> Option<Change> {
        self.leaving = None;
        let picture = session.picture();
        if self.picture.as_ref().map(Arc::as_ptr) == picture.map(Arc::as_ptr) {
            return None;
        }
        let before = self.shown.take();
        self.picture = picture.cloned();
        self.count += 1;
        self.shown = picture.map(|picture| {
            let scene = Scene::new(self.count, self.records(session, picture));
            Shown { scene, mirror: Mirror::default() }
        });
        Some(self.replace(before))
    }

    /// Lets what is shown take the place of what was.
    fn replace(&mut self, before: Option<Shown>) -> Change {
        match (&mut self.shown, before) {
            (Some(shown), Some(before)) if shown.scene.records.cards.len() <= MOST_GLIDING => {
                shown.scene.come_from(&before.scene);
                Change::Glides
            }
            (Some(_), None) => Change::First,
            (_, before) => {
                self.leaving = before;
                Change::AtOnce
            }
        }
    }

    /// What the scene of a picture is made of. What was prepared of another one stays: that one may be on its way.
    fn records(&mut self, session: &Session, picture: &Arc<Picture>) -> Records {
        let prepared = self.prepared.take_if(|prepared| prepared.is_of(picture));
        prepared.map_or_else(|| Records::new(session.drawn(), picture), |prepared| prepared.records)
    }
}
