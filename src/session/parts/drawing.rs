//! The picture: how it is arranged, for which canvas, and which request it answers.

use std::sync::Arc;

use crate::{
    analysis::lens::Lens,
    lesson::Told,
    model::Pathway,
    parts::camera::Camera,
    picture::{Arrangement, Part, Picture, Room},
    task::{SlideStep, Stretch, Task},
};

/// Smallest text on a whole screen, in px of a window that is [`STAGE_HEIGHT`] high.
pub const STAGE_TEXT: f32 = 20.0;
/// The height of window that sizes on a whole screen are given for, in px; they grow with larger ones.
pub const STAGE_HEIGHT: f32 = 720.0;

/// The size that is drawn for until the canvas has told its own, in px: a wide screen less the panels.
const USUAL_CANVAS: (f32, f32) = (1050.0, 600.0);

/// Most drawings of tours that are kept.
const MOST_SLIDES: usize = 32;

/// How much wider or narrower than the one it was drawn for the canvas must be for another drawing, as a share.
const OTHER_SHAPE: f32 = 0.2;

/// The picture and what it was asked for with.
#[derive(Debug)]
pub(crate) struct Drawing {
    picture: Option<Arc<Picture>>,
    arrangement: Arrangement,
    /// Counts the pictures that were asked for, so that a late one is dropped.
    ticket: u64,
    /// How much of the latest picture is done, from 0 to 1, until it is.
    share: Option<f32>,
    /// Whether the cards of the next picture may stay where they sit in this one.
    keeps_seats: bool,
    /// Whether the next picture follows an edit: then nobody asked to see anything else.
    follows_edit: bool,
    /// Where to look when it is drawn.
    awaited: Option<Camera>,
    /// Width and height of the canvas, in px.
    canvas: (f32, f32),
    /// The canvas that drawings are made for, in px: as it was when the window took its size, the pathway was opened or all was
    /// drawn anew. Panels and legends come and go, and whoever comes back finds the drawing that was there.
    home: (f32, f32),
    /// Width over height of the canvas that the last picture was asked for.
    drawn_for: f32,
    /// Whether somebody has come to know what stands where, which is then to stay.
    is_known: bool,
    /// Drawings of stretches of tours, each with the id of its tour; the one that is shown comes first.
    slides: Vec<(String, Arc<Stretch>)>,
    /// The sheet of the stretch that is shown.
    sheet: Option<Part>,
    /// Width and height of the canvas while somebody presents, in px.
    stage_canvas: (f32, f32),
    /// Height of the window, in px.
    window_height: f32,
    /// Whether nothing is drawn, out of care.
    is_off: bool,
}

impl Default for Drawing {
    fn default() -> Self {
        Self {
            picture: None,
            arrangement: Arrangement::default(),
            ticket: 0,
            share: None,
            keeps_seats: false,
            follows_edit: false,
            awaited: None,
            canvas: USUAL_CANVAS,
            home: USUAL_CANVAS,
            drawn_for: 1.0,
            is_known: false,
            slides: Vec::new(),
            sheet: None,
            stage_canvas: USUAL_CANVAS,
            window_height: STAGE_HEIGHT,
            is_off: false,
        }
    }
}

impl Drawing {
    pub(crate) fn picture(&self) -> Option<&Arc<Picture>> {
        self.picture.as_ref()
    }

    pub(crate) fn arrangement(&self) -> &Arrangement {
        &self.arrangement
    }

    pub(crate) fn share(&self) -> Option<f32> {
        self.share
    }

    /// For another pathway: there is no picture, and nobody knows it.
    pub(crate) fn anew(&mut self) {
        (self.picture, self.arrangement) = (None, Arrangement::default());
        (self.keeps_seats, self.is_known) = (false, false);
        (self.follows_edit, self.awaited) = (false, None);
        self.forget_slides();
    }

    /// Draws nothing out of care, or again.
    pub(crate) fn turn_off(&mut self, off: bool) {
        self.is_off = off;
        if off {
            self.picture = None;
        }
    }

    /// Whether nothing is drawn, out of care.
    pub(crate) fn is_off(&self) -> bool {
        self.is_off
    }

    /// Somebody has come to know what stands where.
    pub(crate) fn become_known(&mut self) {
        self.is_known = true;
    }

    /// Whether the cards of the next picture may stay where they sit in this one.
    pub(crate) fn keep_seats(&mut self, keeps: bool) {
        self.keeps_seats = keeps;
        self.follows_edit = false;
    }

    /// The next picture is of the pathway after an edit: its cards stay where they sit, and nothing else is looked at.
    pub(crate) fn follow_edit(&mut self) {
        (self.keeps_seats, self.follows_edit) = (true, true);
    }

    /// Looks there as soon as it is drawn.
    pub(crate) fn wait_for(&mut self, camera: Camera) {
        self.awaited = Some(camera);
    }

    /// What was waited for, when a picture has come; once and for all, when it is the last one.
    pub(crate) fn arrived(&mut self, finished: bool) -> Option<Camera> {
        if finished { self.awaited.take() } else { self.awaited.clone() }
    }

    /// Arranges another way; says whether that changes anything.
    #[must_use]
    pub(crate) fn arrange(&mut self, arrangement: Arrangement) -> bool {
        if arrangement == self.arrangement {
            return false;
        }
        self.follows_edit = false;
        // Seats are places among the same lanes; a circle has none.
        self.keeps_seats = arrangement.lanes == self.arrangement.lanes
            && arrangement.ring.is_empty()
            && self.arrangement.ring.is_empty();
        self.arrangement = arrangement;
        true
    }

    /// As it is when a pathway is opened, with all cards where they fit best.
    pub(crate) fn arrange_as_usual(&mut self) {
        (self.arrangement, self.keeps_seats) = (Arrangement::default(), false);
    }

    /// The next picture is made for the canvas as it is now, with all cards where they fit best.
    pub(crate) fn fit_canvas(&mut self) {
        (self.keeps_seats, self.follows_edit) = (false, false);
        self.home = self.canvas;
        self.drawn_for = self.aspect();
    }

    /// Asks for a picture; what comes of earlier requests is then too late. `room` is kept on some cards.
    pub(crate) fn request(&mut self, pathway: Arc<Pathway>, room: Room) -> Task {
        self.begin();
        if self.picture.is_none() {
            self.home = self.canvas;
        }
        // For about the same shape the same drawing: whoever leaves a whole screen finds what was there.
        if self.picture.is_none() || self.has_other_shape() {
            self.drawn_for = self.aspect();
        }
        Task::LayOut {
            ticket: self.ticket,
            pathway,
            arrangement: Arrangement { room, ..self.arrangement.clone() },
            before: self.picture.clone().filter(|_| self.keeps_seats),
            aspect: self.drawn_for,
        }
    }

    /// Asks for a picture of the question of a quiz: of the largest of these slides whose labels a back row can read.
    pub(crate) fn request_question(&mut self, pathway: Arc<Pathway>, slides: Vec<Arrangement>) -> Task {
        self.begin();
        let label = self.stage_label();
        Task::LayQuestion { ticket: self.ticket, pathway, slides, canvas: self.stage_canvas, label }
    }

    /// Asks for the longest stretch of a tour about its step `at` whose labels a back row can read, as close to the one that
    /// is shown as can be.
    pub(crate) fn request_slide(
        &mut self,
        pathway: Arc<Pathway>,
        lens: Lens,
        steps: Vec<SlideStep>,
        at: usize,
    ) -> Task {
        self.begin();
        let label = self.stage_label();
        let before = self.slides.first().map(|(_, stretch)| Arc::clone(stretch));
        Task::LaySlide { ticket: self.ticket, pathway, lens, steps, at, before, canvas: self.stage_canvas, label }
    }

    /// Turns to a drawing of a tour that has all of this, the one that is shown if it can be; says whether there is one.
    #[must_use]
    pub(crate) fn turn_to(&mut self, tour: &str, needed: &Told) -> bool {
        let fits =
            |(of, stretch): &(String, Arc<Stretch>)| of == tour && stretch.picture.has(&needed.nodes, &needed.links);
        let found = self.slides.iter().position(fits);
        if let Some(at) = found {
            self.slides[..=at].rotate_right(1);
            // What is still being drawn is not wanted any more.
            self.ticket += 1;
            self.share = None;
        }
        found.is_some()
    }

    /// Takes the drawing of a stretch of a tour; says whether it is not too late.
    #[must_use]
    pub(crate) fn take_slide(&mut self, ticket: u64, tour: &str, stretch: Arc<Stretch>) -> bool {
        let fits = ticket == self.ticket;
        if fits {
            self.slides.insert(0, (tour.to_owned(), stretch));
            self.slides.truncate(MOST_SLIDES);
            self.share = None;
        }
        fits
    }

    /// Drawings of tours are of a pathway that has changed since.
    pub(crate) fn forget_slides(&mut self) {
        self.slides.clear();
        self.sheet = None;
    }

    /// Shows of the stretch that was turned to the sheet of a step, with as much of what has been told as has room on it. The
    /// sheet moves only where it must.
    pub(crate) fn show_slide(&mut self, step: usize, told: &Told, needed: &Told) {
        let Some((_, stretch)) = self.slides.first() else { return };
        let picture = &stretch.picture;
        let size = picture.sheet_size(self.stage_canvas, self.stage_label());
        let own = stretch.parts.get(step).copied().flatten();
        let now = picture.part_of(&needed.nodes, &needed.links);
        let part = own.into_iter().chain(now).reduce(Part::and);
        // What cannot be read at all is shown whole.
        let size = if part.is_none_or(|part| part.fits(size)) { size } else { (picture.width, picture.height) };
        self.sheet = part.map(|part| picture.sheet_about(part, size, self.sheet)).or(self.sheet);
        let shown = picture.part(&told.nodes, &told.links);
        self.picture = Some(Arc::new(match self.sheet {
            Some(sheet) => shown.on_sheet(sheet),
            None => shown,
        }));
    }

    /// Size of a label on a whole screen, in px.
    fn stage_label(&self) -> f32 {
        STAGE_TEXT * (self.window_height / STAGE_HEIGHT).max(1.0)
    }

    fn begin(&mut self) {
        self.ticket += 1;
        self.share = Some(0.0);
    }

    /// Takes the size of the canvas and the height of the window while somebody presents.
    pub(crate) fn resize_stage(&mut self, canvas: (f32, f32), window: f32) {
        if (canvas, window) != (self.stage_canvas, self.window_height) {
            self.forget_slides();
        }
        (self.stage_canvas, self.window_height) = (canvas, window);
    }

    /// Takes the size of the canvas and the height of the window; says whether another picture is wanted.
    ///
    /// The first pathway is drawn before there is a window, and windows are made larger and panels folded away: each
    /// shape deserves a drawing of its own, until somebody has found their way about in one, or has `moved` the view.
    #[must_use]
    pub(crate) fn resize(&mut self, canvas: (f32, f32), window: f32, moved: bool) -> bool {
        (self.canvas, self.window_height) = (canvas, window);
        if !moved {
            self.home = canvas;
        }
        let wanted = self.has_other_shape() && !moved && !self.is_known && self.ticket > 0;
        if wanted {
            self.keeps_seats = false;
        }
        wanted
    }

    /// Width over height of the canvas that drawings are made for.
    fn aspect(&self) -> f32 {
        (self.home.0 / self.home.1.max(1.0)).clamp(0.3, 4.0)
    }

    /// Whether the canvas has become clearly wider or narrower than the one that was drawn for.
    fn has_other_shape(&self) -> bool {
        (self.aspect() / self.drawn_for - 1.0).abs() > OTHER_SHAPE
    }

    /// Takes how much of a picture is done, unless it is too late.
    pub(crate) fn go_on(&mut self, ticket: u64, share: f32) {
        if ticket == self.ticket && self.share.is_some() {
            self.share = Some(share);
        }
    }

    /// Takes a picture. Says whether it has another number of cards than the last one and not because of an edit, or nothing
    /// where it is too late.
    pub(crate) fn take(&mut self, ticket: u64, picture: Arc<Picture>, finished: bool) -> Option<bool> {
        if ticket != self.ticket {
            return None;
        }
        let differs = |old: &Arc<Picture>| old.cards.len() != picture.cards.len() && !self.follows_edit;
        let another = self.picture.as_ref().is_none_or(differs);
        self.picture = Some(picture);
        if finished {
            self.share = None;
        }
        Some(another)
    }
}
