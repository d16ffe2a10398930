//! Where everything lies that is painted over the drawing in a frame, in px of picture.

use std::collections::BTreeMap;

use crate::signs::Area;

/// The places of a frame's marks; what is not in here is not painted.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// How many links lead to or from what is not shown: on which card, in which words, where.
    pub(crate) unseen: BTreeMap<usize, Vec<Unseen>>,
    /// The badge of each wire that has one only while two pathways are compared.
    pub(crate) badges: BTreeMap<usize, Area>,
    /// The word or the sign of each lit card.
    pub(crate) roles: BTreeMap<usize, Role>,
    /// The lanes' names.
    pub(crate) names: Vec<Name>,
    /// The marks of loops, by their row in the answer.
    pub(crate) loops: Vec<(usize, Area)>,
    /// What must be seen through the ring of each card, and through the bed of each wire, that is selected or has the
    /// keyboard: ends, starts and marks near it.
    pub(crate) card_gaps: BTreeMap<usize, Vec<Area>>,
    pub(crate) wire_gaps: BTreeMap<usize, Vec<Area>>,
}

/// Links that lead to or from what is not shown.
#[derive(Clone, Debug)]
pub(crate) struct Unseen {
    pub(crate) area: Area,
    pub(crate) words: String,
    /// How many, and whether they come from causes.
    pub(crate) count: usize,
    pub(crate) causes: bool,
}

/// What a lit card is, beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Role {
    pub(crate) area: Area,
    /// Whether there was no room for the word.
    pub(crate) short: bool,
}

/// A lane's name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Name {
    /// Its band, by number.
    pub(crate) band: usize,
    pub(crate) area: Area,
    /// Size of its text, in px of screen.
    pub(crate) size: f32,
    /// How many of its letters are shown.
    pub(crate) letters: usize,
}
