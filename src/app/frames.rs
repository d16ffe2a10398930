//! A count of frames, for whoever wants to see that the program rests.

use std::{fs::File, io::Write as _, path::Path};

/// A file that gets a line for every frame: its number.
#[derive(Debug)]
pub struct FrameLog {
    file: Option<File>,
    frames: u64,
}

impl FrameLog {
    /// Starts a log. Where the file cannot be made, frames are only counted.
    pub fn new(path: &Path) -> Self {
        Self { file: File::create(path).ok(), frames: 0 }
    }

    /// Counts a frame.
    pub fn count(&mut self) {
        self.frames += 1;
        if let Some(file) = &mut self.file {
            writeln!(file, "{}", self.frames).ok();
        }
    }
}
