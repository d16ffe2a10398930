//! What must be said of a file that was written well.

use std::fmt;

use super::paper::{Paper, Print};
use crate::{
    model::Pathway,
    text::{Faces, missing_glyphs_with},
};

/// Least size of letters that most people can read on paper, in points.
const READABLE: f32 = 6.0;
/// Most characters that are listed.
const LISTED: usize = 12;

/// What must be said of a file that was written well.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// Labels are so small, in points; the smallest paper of ISO 216 on which they would not be, if any.
    SmallLetters(f32, Option<Paper>),
    /// No font has these characters: boxes stand for them.
    NoLetters(Vec<char>),
}

impl Remark {
    /// What is to be said of labels of a size, in points; `on` says how large they would be on another paper.
    pub(super) fn on_size(labels: f32, print: Print, on: impl Fn(Print) -> f32) -> Option<Self> {
        let fits = |paper: &Paper| on(Print { paper: *paper, tiles: false, ..print }) >= READABLE;
        let is_small = labels < READABLE && !print.tiles;
        is_small.then(|| Self::SmallLetters(labels, Paper::ISO.into_iter().find(fits)))
    }

    /// What is to be said of the characters of a pathway's names and sources.
    pub(super) fn on_letters(pathway: &Pathway, faces: &Faces) -> Option<Self> {
        let about = pathway.about();
        let mut text = about.title.clone();
        text.extend(pathway.nodes().map(|node| node.label.as_str()));
        text.extend(pathway.lanes().iter().map(|lane| lane.label.as_str()));
        text.extend(pathway.sources().iter().map(|source| source.reference()));
        let missing = missing_glyphs_with(&text, faces);
        (!missing.is_empty()).then_some(Self::NoLetters(missing))
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SmallLetters(points, fits) => {
                let small = (points * 10.0).floor() / 10.0;
                let paper = fits.map(|paper| format!("with --paper {}, or ", paper.name().to_ascii_lowercase()));
                write!(
                    f,
                    "labels are {small} pt high on this paper, too small to read; pathlight export makes them larger {}with \
                     --tiles, in parts to be glued together",
                    paper.unwrap_or_default()
                )
            }
            Self::NoLetters(missing) => {
                let list: Vec<String> = missing.iter().take(LISTED).map(char::to_string).collect();
                let more = if missing.len() > LISTED { " and more" } else { "" };
                let list = list.join(" ");
                write!(
                    f,
                    "no font here has {list}{more}: boxes stand for them; install a font of that script, such as Noto"
                )
            }
        }
    }
}
