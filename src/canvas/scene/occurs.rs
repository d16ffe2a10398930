//! What occurs in a picture, for the legend: all of it, and nothing else.

use std::collections::BTreeSet;

use super::records::{Records, WireRecord};
use crate::{
    model::{Effect, Grade, Kind, Reading},
    signs::links::Badge,
};

/// Which signs a picture has.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Occurs {
    shown: BTreeSet<Effect>,
    told: BTreeSet<Effect>,
    /// The grades of its lines.
    pub(crate) grades: BTreeSet<Grade>,
    /// The kinds of its nodes.
    pub(crate) kinds: BTreeSet<Kind>,
    /// Whether a line stands for links of several kinds.
    pub(crate) mixes: bool,
    /// A number of links that one line stands for.
    pub(crate) several: Option<usize>,
    /// Whether the article tells a link otherwise, and whether there is evidence against one.
    pub(crate) told_otherwise: bool,
    pub(crate) disputed: bool,
    /// A pill, as it stands on one of the lines.
    pub(crate) pill: Option<String>,
    /// A number of links of a card that lead to what is not drawn.
    pub(crate) unseen: Option<usize>,
}

impl Occurs {
    /// What occurs in a picture.
    pub(super) fn new(records: &Records) -> Self {
        let mut occurs = Self::default();
        for card in &records.cards {
            if !card.folded {
                occurs.kinds.insert(card.kind);
            }
            let unseen = card.unseen.0.max(card.unseen.1);
            occurs.unseen = occurs.unseen.or(Some(unseen).filter(|&unseen| unseen > 0));
        }
        for wire in &records.wires {
            occurs.add(wire);
        }
        occurs
    }

    fn add(&mut self, wire: &WireRecord) {
        self.shown.extend(&wire.shown);
        self.told.extend(&wire.told);
        self.grades.insert(wire.grade);
        self.mixes |= wire.shown.len() > 1 || wire.told.len() > 1;
        // A badge without a place is not drawn; the name of its link tells it.
        match wire.badge.filter(|_| wire.badge_at.is_some()) {
            Some(Badge::Several(count)) => self.several = self.several.or(Some(count)),
            Some(Badge::ToldOtherwise) => self.told_otherwise = true,
            Some(Badge::Disputed) => self.disputed = true,
            None => {}
        }
        if self.pill.is_none() && !wire.carries.is_empty() {
            self.pill = Some(wire.carries.clone());
        }
    }

    /// The effects that occur in a reading.
    pub(crate) fn effects(&self, reading: Reading) -> &BTreeSet<Effect> {
        match reading {
            Reading::Shown => &self.shown,
            Reading::Told => &self.told,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{super::records::tests::records, *};

    #[test]
    fn what_occurs_is_all_that_is_there_and_nothing_else() {
        let occurs = Occurs::new(&records("a -> b -| c"));
        assert_eq!(
            occurs.effects(Reading::Shown).iter().copied().collect::<Vec<_>>(),
            [Effect::Raises, Effect::Lowers]
        );
        assert_eq!(occurs.effects(Reading::Told), occurs.effects(Reading::Shown));
        assert_eq!(occurs.kinds.iter().copied().collect::<Vec<_>>(), [Kind::Other]);
        assert_eq!(occurs.grades.len(), 1);
        assert!(!occurs.mixes && !occurs.told_otherwise && !occurs.disputed);
        assert_eq!((occurs.several, occurs.unseen), (None, None));
        let grade = occurs.grades.first().map_or("", |grade: &Grade| grade.name());
        assert_eq!(occurs.pill, Some(format!("{grade} · 0")));
    }

    #[test]
    fn a_badge_that_is_not_drawn_is_not_explained() {
        let mut records = records("a -> b");
        for place in [None, Some(crate::signs::Area::around((0.0, 0.0), 19.0, 19.0))] {
            let wire = Arc::make_mut(&mut records.wires[0]);
            (wire.badge, wire.badge_at) = (Some(Badge::ToldOtherwise), place);
            assert_eq!(Occurs::new(&records).told_otherwise, place.is_some());
        }
    }
}
