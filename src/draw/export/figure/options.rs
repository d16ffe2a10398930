//! What a figure shows, and how.

use std::collections::BTreeMap;

use crate::{
    analysis::diff::{Change, Item},
    lesson::Blanks,
    model::Reading,
    theme::Palette,
};

/// Two pathways that are drawn as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The title of the earlier one.
    pub before: String,
    /// The title of the later one.
    pub after: String,
    /// How each thing that differs does; everything else is in both.
    pub changes: BTreeMap<Item, Change>,
}

impl Compared {
    /// The title of a drawing of both.
    pub fn title(&self) -> String {
        format!("“{}” compared with “{}”", self.after, self.before)
    }

    /// What the sign of a change means.
    pub fn meaning(&self, change: Change) -> String {
        match change {
            Change::Added => format!("only in “{}”", self.after),
            Change::Removed => format!("only in “{}”", self.before),
            Change::Changed => "in both, but not the same".to_owned(),
        }
    }

    /// The sign of a change.
    pub fn sign(change: Change) -> &'static str {
        match change {
            Change::Added => "+",
            Change::Removed => "−",
            Change::Changed => "±",
        }
    }
}

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
    /// What is compared, where the pathway is two in one.
    pub compared: Option<&'a Compared>,
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
            compared: None,
            title: true,
            legend: true,
            details: true,
            sources: true,
            room: 1.0,
            fit: None,
        }
    }
}
