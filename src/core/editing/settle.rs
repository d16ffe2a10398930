//! Grades after an edit: none stays heavier than what the evidence that is left can carry.

use super::words::link_name;
use crate::{
    analysis::problems::{Carrying, reason},
    model::{Link, Pathway},
};

/// Lowers the grades of links to what their evidence carries, where the edit takes away what carried them, and tells so.
pub(super) fn settle<'l>(pathway: &Pathway, links: impl Iterator<Item = &'l mut Link>, told: &mut Vec<String>) {
    let mut carrying = None;
    for link in links {
        let stored = pathway.link(&link.id);
        if stored.is_some_and(|stored| stored.evidence == link.evidence && stored.grade == link.grade) {
            continue;
        }
        let carrying = carrying.get_or_insert_with(|| Carrying::of(pathway));
        let most = carrying.grade(&link.evidence);
        // What was too heavy before is for the checker to tell, and for its author to put right.
        let was_too_heavy = stored.is_some_and(|stored| stored.grade < carrying.grade(&stored.evidence));
        if link.grade < most && !was_too_heavy {
            let (was, is, why) = (link.grade.name(), most.name(), reason(most));
            told.push(format!("the grade of {} falls from {was} to {is}, since {why}", link_name(pathway, &link.id)));
            link.grade = most;
        }
    }
}
