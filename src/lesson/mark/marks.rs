//! What comes of marking: remarks, how many there are of each sort, and a score.

use crate::model::{LinkId, NodeId, SourceId};

/// What came of marking a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    /// A remark on each link and each unknown node: links of the student's map in their order, then what it lacks in
    /// the order of the reference.
    pub remarks: Vec<Remark>,
    /// How many there are of each sort.
    pub counts: Counts,
    /// Out of 100; [`Counts::score`] says how it comes about.
    pub score: u32,
    /// All of it in one or two sentences.
    pub summary: String,
}

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub kind: RemarkKind,
    /// One kind sentence, or two, with what to look at next.
    pub sentence: String,
    /// The links of the student's map that it is about.
    pub drawn: Vec<LinkId>,
    /// The links of the reference to look at.
    pub links: Vec<LinkId>,
    /// The nodes of the reference to look at.
    pub nodes: Vec<NodeId>,
    /// The papers that those links rest on.
    pub sources: Vec<SourceId>,
}

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemarkKind {
    /// The reference has the same link with the same effect.
    Correct,
    /// The reference has the link with another effect.
    WrongSign,
    /// The reference has the link the other way round.
    Reversed,
    /// The reference gets there in several steps, and with that effect.
    Shortcut,
    /// The reference gets there in several steps, but not with that effect.
    ShortcutWrongSign,
    /// The reference gets there in several steps, on more routes than can be looked at; none of those that were has that
    /// effect.
    ShortcutOpen,
    /// The reference does not get there.
    Extra,
    /// The map lacks a link of the reference.
    Missing,
    /// The reference does not know a node of the map, or has several of its name; its links are not marked.
    UnknownNode,
}

impl RemarkKind {
    /// Every kind, in the order of a summary.
    pub const ALL: [Self; 9] = [
        Self::Correct,
        Self::WrongSign,
        Self::Reversed,
        Self::Shortcut,
        Self::ShortcutWrongSign,
        Self::ShortcutOpen,
        Self::Extra,
        Self::Missing,
        Self::UnknownNode,
    ];

    /// The words on screen and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Correct => "correct",
            Self::WrongSign => "other sign",
            Self::Reversed => "reversed",
            Self::Shortcut => "shortcut",
            Self::ShortcutWrongSign => "shortcut with another sign",
            Self::ShortcutOpen => "shortcut that is left open",
            Self::Extra => "extra",
            Self::Missing => "missing",
            Self::UnknownNode => "unknown node",
        }
    }
}

/// How many links, or nodes, there are of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Links of the reference.
    pub reference: usize,
    /// Links that are right.
    pub correct: usize,
    /// Links with another effect.
    pub wrong_sign: usize,
    /// Links the other way round.
    pub reversed: usize,
    /// Links that skip steps, with the right net effect.
    pub shortcuts: usize,
    /// Links that skip steps, with another net effect.
    pub shortcuts_wrong_sign: usize,
    /// Links that skip steps on more routes than can be looked at, none of which was seen to have that effect; they cost
    /// nothing.
    pub shortcuts_open: usize,
    /// Links of the reference that are not drawn themselves but skipped by a shortcut with the right net effect.
    pub skipped: usize,
    /// Links that the reference does not have in any form.
    pub extra: usize,
    /// Links of the reference that are neither drawn in any form nor skipped by a right shortcut.
    pub missing: usize,
    /// Nodes that the reference does not know.
    pub unknown_nodes: usize,
    /// Links that touch such a node; they are not marked.
    pub unmarked: usize,
    /// Links that were drawn before and are not in the reference as often; they are not marked again.
    pub repeated: usize,
}

impl Counts {
    /// Out of 100, rounded. Each link of the reference is worth one point: a whole one where it is right, a half where
    /// only its sign differs or where a right shortcut skips it, a quarter where it points the other way. A link that the
    /// reference does not have in any form, or a shortcut that comes to another sign, takes a quarter off. A right
    /// shortcut beside links that are drawn costs nothing, nor do links of nodes that the reference does not know. The
    /// sum never falls below 0; where the reference has no links it is 100 without extra ones and 0 with them.
    pub fn score(&self) -> u32 {
        let taken = self.extra + self.shortcuts_wrong_sign;
        if self.reference == 0 {
            return if taken == 0 { 100 } else { 0 };
        }
        let quarters = 4 * self.correct + 2 * (self.wrong_sign + self.skipped) + self.reversed;
        let all = 4 * self.reference;
        ((200 * quarters.saturating_sub(taken) + all) / (2 * all)) as u32
    }
}
