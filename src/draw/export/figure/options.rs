//! What a figure shows, and how.

use crate::{lesson::Blanks, model::Reading, theme::Palette};

/// What a figure shows, and how.
#[derive(Clone, Debug)]
pub struct FigureOptions<'a> {
    /// Its colours.
    pub palette: &'a Palette,
    /// Whose effects are drawn.
    pub reading: Reading,
    /// What is left out, for somebody to fill in.
    pub blanks: Blanks,
    /// Whether what is left out is shown after all, with the number of its question beside it.
    pub answered: bool,
    /// Whether it has a title.
    pub title: bool,
    /// Whether it says what ends, lines and marks mean.
    pub legend: bool,
    /// Whether links say their grade and the number of their sources, and what is odd about them.
    pub details: bool,
    /// Whether the sources stand under it.
    pub sources: bool,
    /// How much wider than in our fonts the text around the drawing may be shown: 1 where the fonts are sure to be used.
    pub room: f32,
    /// The width and height that it is scaled to fit, in the unit of its page; its natural size, in px, where there is
    /// none.
    pub fit: Option<(f32, f32)>,
}

impl<'a> FigureOptions<'a> {
    /// All of it, as the sources show it, at its natural size.
    pub fn new(palette: &'a Palette) -> Self {
        Self {
            palette,
            reading: Reading::Shown,
            blanks: Blanks::default(),
            answered: false,
            title: true,
            legend: true,
            details: true,
            sources: true,
            room: 1.0,
            fit: None,
        }
    }
}
