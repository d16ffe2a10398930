//! A line of a drawing on a page, with its links.

use super::options::FigureOptions;
use crate::{
    analysis::diff::{Change, Item},
    model::{Effect, Grade, Link, Pathway, Reading},
    picture::PlacedWire,
    signs::{
        Point,
        links::{self, Badge},
    },
    words,
};

/// A line that is drawn, with its links.
#[derive(Debug)]
pub(super) struct Wire<'a> {
    pub(super) placed: &'a PlacedWire,
    pub(super) points: Vec<Point>,
    pub(super) links: Vec<&'a Link>,
    pub(super) grade: Grade,
    /// Of which kinds its links are, in the reading that is drawn.
    pub(super) effects: Vec<Effect>,
    pub(super) badge: Option<Badge>,
    /// What its pill says.
    pub(super) carries: String,
}

impl<'a> Wire<'a> {
    pub(super) fn new(pathway: &'a Pathway, placed: &'a PlacedWire, reading: Reading) -> Self {
        let links: Vec<&Link> = placed.links.iter().filter_map(|id| pathway.link(id)).map(|link| &**link).collect();
        Self {
            placed,
            points: placed.points.iter().map(|&(x, y)| (x as f32, y as f32)).collect(),
            grade: links::grade(&links),
            effects: links::effects(&links, reading),
            badge: Badge::of(&links),
            carries: links::carries(&links),
            links,
        }
    }

    /// How its links differ between two pathways that are compared: the first change of any.
    pub(super) fn change(&self, options: &FigureOptions<'_>) -> Option<Change> {
        let changes = &options.compared?.changes;
        self.links.iter().find_map(|link| changes.get(&Item::Link(link.id.clone())).copied())
    }

    /// The number of the question that asks for its effect.
    pub(super) fn asked(&self, options: &FigureOptions<'_>) -> Option<u32> {
        self.placed.links.iter().find_map(|id| options.blanks.signs.get(id)).copied()
    }

    /// Whether a question asks for its effect.
    pub(super) fn asks(&self, options: &FigureOptions<'_>) -> bool {
        self.asked(options).is_some()
    }
}

/// What a badge means in a reading.
pub(super) fn meaning(badge: Badge, reading: Reading) -> &'static str {
    match (badge, reading) {
        (Badge::Several(_), _) => words::canvas::SEVERAL,
        (Badge::ToldOtherwise, Reading::Shown) => words::names::ARTICLE_OTHERWISE,
        (Badge::ToldOtherwise, Reading::Told) => words::names::SOURCES_OTHERWISE,
        (Badge::Disputed, _) => words::canvas::DISPUTED,
    }
}
