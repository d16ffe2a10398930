//! Tours that make themselves in the session: from what is lit, from a what-if, from the whole pathway.

use std::sync::Arc;

use super::{Answer, Made, Session, SidePanel, Task, TeachPage};
use crate::{lesson, words};

/// Most tours that are made in a sitting; the oldest makes room.
const MOST_MADE: usize = 20;

impl Session {
    /// Makes a tour, and tells it.
    pub(super) fn make_tour(&mut self, from: Made) -> Vec<Task> {
        let pathway = Arc::clone(self.document.pathway());
        let answer = self.asking.answer.clone();
        let answer = answer.as_ref().and_then(|answer| answer.as_ref().as_ref().ok());
        let row = self.asking.row;
        let tour = match (from, answer, row) {
            (Made::Whole, ..) => Some(lesson::made::of_whole(&pathway)),
            (Made::Row, Some(Answer::Loops { found, .. }), Some(row)) => {
                let links = found.loops.get(row).map(|one| one.links_from_start(&pathway));
                links.and_then(|links| lesson::made::along(&pathway, self.reading(), &links, true))
            }
            (Made::Row, Some(Answer::Routes { found, .. }), Some(row)) => {
                let links = found.routes.get(row).map(|one| one.links.clone());
                links.and_then(|links| lesson::made::along(&pathway, self.reading(), &links, false))
            }
            (Made::WhatIf, Some(Answer::WhatIf { found, .. }), _) => {
                let ask = self.looked_at().filter(|node| found.answer(node).is_some());
                Some(lesson::made::of_push(&pathway, &self.asking.push, found, ask.as_ref()))
            }
            _ => None,
        };
        let Some(tour) = tour.filter(|tour| !tour.steps.is_empty()) else {
            self.note(words::teach::NOTHING_TO_MAKE);
            return Vec::new();
        };
        if self.teaching.made.len() == MOST_MADE {
            self.teaching.made.remove(0);
        }
        self.teaching.made.push(Arc::new(tour));
        self.list_tours();
        self.asking = self.asking.anew();
        let number = self.tours().len() - 1;
        let mut tasks = self.open_side(SidePanel::Teach);
        self.teaching.page = TeachPage::Tours;
        tasks.extend(self.tell(number));
        tasks
    }
}
