//! What sheets are made with.

use crate::{
    export::paper::Paper,
    lesson::Sheet,
    model::Pathway,
    text::{Faces, Shaper},
    theme::{Palette, Themes},
};

/// Size of the text of questions, in points.
pub(super) const TEXT: f32 = 10.5;

/// What sheets are made with.
pub(super) struct Maker<'a> {
    pub(super) sheet: &'a Sheet,
    /// What is drawn.
    pub(super) part: &'a Pathway,
    pub(super) is_key: bool,
    pub(super) paper: Paper,
    pub(super) palette: Palette,
    pub(super) shaper: Shaper,
}

impl<'a> Maker<'a> {
    pub(super) fn new(sheet: &'a Sheet, paper: Paper, part: &'a Pathway, is_key: bool, faces: &Faces) -> Self {
        Self { sheet, part, is_key, paper, palette: Themes::bundled().light, shaper: Shaper::with(faces) }
    }
}
