//! What is said of the merged pathway as a whole.

use super::conflict::{ConflictKind, Conflicts};
use crate::model::About;

/// What is said of the whole so far, and what was given beforehand: that is not up for discussion.
#[derive(Default)]
pub(super) struct Gathered {
    about: About,
    given: About,
}

impl Gathered {
    pub(super) fn under(about: About) -> Self {
        Self { given: about.clone(), about }
    }

    /// Fills what is empty yet, and tells where a pathway says otherwise than one before it.
    pub(super) fn take(&mut self, other: &About, conflicts: &mut Conflicts) {
        let (id, given, kept) = (self.about.id.clone(), &self.given, &mut self.about);
        for (field, given, kept, other) in [
            ("language", &given.language, &mut kept.language, &other.language),
            ("licence", &given.license, &mut kept.license, &other.license),
            ("day of review", &given.reviewed, &mut kept.reviewed, &other.reviewed),
            ("summary", &given.summary, &mut kept.summary, &other.summary),
        ] {
            if kept.is_empty() {
                kept.clone_from(other);
            } else if given.is_empty() && !other.is_empty() && kept != other {
                let [kept, other] = [&*kept, other].map(|text| format!("{field}: {text}"));
                conflicts.add(ConflictKind::About, &id, &kept, &other);
            }
        }
        conflicts.extra(&id, &mut kept.extra, &other.extra);
    }

    pub(super) fn into_about(self) -> About {
        self.about
    }
}
