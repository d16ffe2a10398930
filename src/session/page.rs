//! What Details can show.

use crate::{
    editing::Text,
    item::Item,
    model::{LaneId, LinkId, Pathway, SourceId},
};

/// What Details can show: something of the drawing, or what is said beside it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// Something of the drawing.
    Item(Item),
    /// What is said of the pathway as a whole.
    About,
    /// A lane, as its authors named it.
    Lane(LaneId),
    /// A source.
    Source(SourceId),
}

impl Page {
    /// Whether the pathway has it.
    pub fn exists_in(&self, pathway: &Pathway) -> bool {
        match self {
            Self::Item(item) => item.exists_in(pathway),
            Self::About => true,
            Self::Lane(id) => pathway.lane(id).is_some(),
            Self::Source(id) => pathway.source(id).is_some(),
        }
    }

    /// What it shows of the drawing.
    pub fn item(&self) -> Option<&Item> {
        match self {
            Self::Item(item) => Some(item),
            Self::About | Self::Lane(_) | Self::Source(_) => None,
        }
    }
}

/// A field of Details that can be given the keyboard. Items are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The first of the page.
    First,
    /// A text.
    Text(Text),
    /// The lanes of the pathway.
    Lanes,
    /// How an item of evidence bears on its link.
    Stance(LinkId, usize),
    /// Where evidence is added to a link.
    NewEvidence(LinkId),
}
