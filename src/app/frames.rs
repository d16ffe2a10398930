//! A log of frames, for whoever wants to see that the program rests, when a picture is there, and what a frame takes.

use std::{
    fs::File,
    io::Write as _,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use crate::picture::Picture;

/// A file that gets a line of six numbers for every frame: its own number; how many ms ago the program started; how many
/// ms the interface took on the window's thread, without painting; which picture it shows, counted from 1 (0 before
/// there is one); how many cards that has; and how many ms the frame *before* took with its painting, which is not known
/// any sooner (0 in the first line).
#[derive(Debug)]
pub struct FrameLog {
    file: Option<File>,
    start: Instant,
    frames: u64,
    pictures: u64,
    shown: Option<Arc<Picture>>,
}

impl FrameLog {
    /// Starts a log of a program that has started at `start`. Where the file cannot be made, frames are only counted.
    pub fn new(path: &Path, start: Instant) -> Self {
        Self { file: File::create(path).ok(), start, frames: 0, pictures: 0, shown: None }
    }

    /// Counts a frame that took so long and shows a picture; `before` is what the one before took, painted.
    pub fn count(&mut self, took: Duration, before: Duration, picture: Option<&Arc<Picture>>) {
        self.frames += 1;
        if let Some(picture) = picture.filter(|new| self.shown.as_ref().is_none_or(|old| !Arc::ptr_eq(old, new))) {
            self.pictures += 1;
            self.shown = Some(Arc::clone(picture));
        }
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        let (number, since) = (self.frames, ms(self.start.elapsed()));
        let (which, cards) = picture.map_or((0, 0), |picture| (self.pictures, picture.cards.len()));
        if let Some(file) = &mut self.file {
            writeln!(file, "{number} {since:.1} {:.1} {which} {cards} {:.1}", ms(took), ms(before)).ok();
        }
    }
}
