//! The picture that is shown, and the scenes of it and of the one before.

use std::sync::Arc;

use super::{
    scene::{Scene, prepared::Prepared, records::Records},
    show::mirror::Mirror,
};
use crate::{picture::Picture, session::Session};

/// Most cards and most lines that glide; more would only be a blur, and every frame of it is drawn anew.
const MOST_GLIDING: [usize; 2] = [400, 2_000];

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
            let scene = self.scene_of(session, picture);
            Shown { scene, mirror: Mirror::default() }
        });
        Some(self.replace(before))
    }

    /// Lets what is shown take the place of what was.
    fn replace(&mut self, before: Option<Shown>) -> Change {
        match (&mut self.shown, before) {
            (Some(shown), Some(before)) if may_glide(&shown.scene.records) => {
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

    /// The scene of a picture. What was prepared of another one stays: that one may be on its way.
    fn scene_of(&mut self, session: &Session, picture: &Arc<Picture>) -> Scene {
        match self.prepared.take_if(|prepared| prepared.is_of(picture)) {
            Some(Prepared { records, more, .. }) => Scene::with(self.count, records, more),
            None => Scene::new(self.count, Records::new(session.drawn(), picture)),
        }
    }
}

fn may_glide(records: &Records) -> bool {
    let [cards, lines] = MOST_GLIDING;
    records.cards.len() <= cards && records.wires.len() <= lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        picture::picture,
        session::{Action, Command, Settings, Task},
        text::Measure,
    };

    /// Does what an action says; gives the pictures that are then asked for, to be taken.
    fn act(session: &mut Session, action: Action) -> Vec<Action> {
        drawn(session.apply(action))
    }

    fn drawn(tasks: Vec<Task>) -> Vec<Action> {
        let draw = |task| match task {
            Task::LayOut { ticket, pathway, .. } => {
                let picture = Arc::new(picture(&pathway, &mut Measure::default(), 1.6));
                Some(Action::LaidOut { ticket, picture, finished: true })
            }
            _ => None,
        };
        tasks.into_iter().filter_map(draw).collect()
    }

    fn take(session: &mut Session, pictures: Vec<Action>) {
        for picture in pictures {
            session.apply(picture);
        }
    }

    #[test]
    fn a_picture_glides_from_the_one_before_it_and_another_pathway_begins_anew() {
        let (mut session, tasks) = Session::new(Settings::default());
        let mut scenes = Scenes::default();
        assert_eq!((scenes.follow(&session), scenes.scene().is_none()), (None, true));
        take(&mut session, drawn(tasks));
        assert_eq!((scenes.follow(&session), scenes.follow(&session)), (Some(Change::First), None));
        let first = scenes.scene().map(|scene| scene.number);
        let glides =
            |scenes: &Scenes| scenes.scene().expect("a scene").records.cards.iter().all(|card| card.before.is_some());
        assert!(!glides(&scenes));
        let pictures = act(&mut session, Action::Run(Command::LanesWithout));
        take(&mut session, pictures);
        assert_eq!(
            (scenes.follow(&session), glides(&scenes), scenes.is_leaving()),
            (Some(Change::Glides), true, false)
        );
        assert_ne!(scenes.scene().map(|scene| scene.number), first);
        // The scene of another pathway goes at once, but is let go of a frame later.
        let pictures = act(&mut session, Action::OpenBundled("microglia".to_owned()));
        assert_eq!((scenes.follow(&session), scenes.scene().is_none()), (Some(Change::AtOnce), true));
        assert!(scenes.is_leaving());
        assert_eq!((scenes.follow(&session), scenes.is_leaving()), (None, false));
        take(&mut session, pictures);
        assert_eq!(scenes.follow(&session), Some(Change::First));
    }

    #[test]
    fn what_was_prepared_is_taken_for_its_own_picture_only() {
        let (mut session, tasks) = Session::new(Settings::default());
        take(&mut session, drawn(tasks));
        let mut scenes = Scenes::default();
        let prepared = |picture: &Arc<Picture>| {
            let prepared = Prepared::new(session.drawn(), picture);
            let card = Arc::clone(&prepared.records.cards[0]);
            (prepared, card)
        };
        let shown = session.picture().expect("a picture");
        let is_taken =
            |scenes: &Scenes, card| scenes.scene().is_some_and(|scene| Arc::ptr_eq(&scene.records.cards[0], card));
        let (other, card) = prepared(&Arc::new(Picture::clone(shown)));
        scenes.take_prepared(other);
        assert_eq!((scenes.follow(&session), is_taken(&scenes, &card)), (Some(Change::First), false));
        let (own, card) = prepared(shown);
        let mut scenes = Scenes::default();
        scenes.take_prepared(own);
        assert_eq!((scenes.follow(&session), is_taken(&scenes, &card)), (Some(Change::First), true));
    }
}
