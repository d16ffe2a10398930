//! The lists of a pathway: their records are known by their ids, and by their place in the file that was read.

use std::{
    collections::{BTreeMap, VecDeque},
    ops::Range,
};

use super::{
    super::{
        tree::{Layout, Value, print},
        write::{self, Item},
    },
    bracket::{Bracket, Old},
    compose::{Entry, Form, compose},
    merge::{Fate, replaced, value},
    rope::Rope,
    weave::weave,
};
use crate::{analysis::problems::Subject, model::Pathway};

/// The lists of the pathway that a text said, and of the one that it is to say.
pub(super) struct Lists<'a> {
    pub(super) old: Old<'a>,
    /// What stands where: each record by the offset of its first character.
    pub(super) places: &'a BTreeMap<usize, Subject>,
    pub(super) before: &'a Pathway,
    pub(super) after: &'a Pathway,
}

/// A record of the old text.
#[derive(Clone, Copy)]
struct Was<'a> {
    item: Item<'a>,
    is_misfit: bool,
}

impl<'a> Lists<'a> {
    /// What becomes of the `nth` list of that name.
    pub(super) fn fate(&self, list: &str, nth: usize, place: Range<usize>, layout: &Layout) -> Fate {
        let [before, after] = [self.before, self.after].map(|pathway| Content::of(pathway, list));
        if before == after {
            return Fate::Becomes(Rope::old(place));
        }
        let is_empty = after.good.is_empty() && after.misfits.is_empty();
        let merged = self.merged(&before, &after, place.clone(), layout);
        match merged {
            Some(rope) if is_empty && !write::is_needed(list) && !rope.olds().any(|old| self.old.has_comments(old)) => {
                Fate::Goes
            }
            Some(rope) => Fate::Becomes(rope),
            // A list that the file has twice is read as one, and written as one.
            None if nth > 0 => Fate::Joins,
            None => {
                let items = after.good.iter().chain(&after.misfits);
                let text = print(&Value::List(items.map(|item| write::value(*item)).collect()), layout);
                Fate::Becomes(replaced(self.old, place, text, layout))
            }
        }
    }

    fn merged(&self, before: &Content<'a>, after: &Content<'a>, place: Range<usize>, layout: &Layout) -> Option<Rope> {
        let bracket = Bracket::of(self.old, place.start)?;
        let form = Form::of(self.old, &bracket, layout, layout.indent.is_some());
        let was = bracket.chunks.iter().map(|chunk| self.was(before, chunk.piece.start)).collect::<Option<Vec<_>>>()?;
        if was.len() != before.good.len() + before.misfits.len() {
            return None;
        }
        let good = was.iter().enumerate().filter(|(_, was)| !was.is_misfit);
        let by_id: BTreeMap<&str, usize> = good.filter_map(|(at, was)| Some((was.item.id()?, at))).collect();
        let mut order = Vec::with_capacity(after.good.len());
        for item in &after.good {
            let at = item.id().and_then(|id| by_id.get(id)).copied();
            let entry = match at.and_then(|at| Some((at, was.get(at)?.item, bracket.chunks.get(at)?))) {
                Some((at, was, chunk)) if was == *item => Entry::Old(at, Rope::old(chunk.piece.clone())),
                Some((at, was, chunk)) => {
                    let values = [&write::value(was), &write::value(*item)];
                    Entry::Old(at, value(self.old, chunk.piece.clone(), values, &form.layout))
                }
                None => Entry::New(print(&write::value(*item), &form.fresh)),
            };
            order.push((at, entry));
        }
        // What could not take its place stays where it is, behind the one that took it.
        let mut left: VecDeque<Item<'_>> = after.misfits.iter().copied().collect();
        let mut staying = Vec::new();
        for (at, (was, chunk)) in was.iter().zip(&bracket.chunks).enumerate().filter(|(_, (was, _))| was.is_misfit) {
            if let Some(found) = left.iter().position(|item| *item == was.item) {
                left.remove(found);
                let twin = was.item.id().and_then(|id| by_id.get(id)).copied();
                staying.push((at, twin, Entry::Old(at, Rope::old(chunk.piece.clone()))));
            }
        }
        let mut entries = weave(order, staying);
        entries.extend(left.into_iter().map(|item| Entry::New(print(&write::value(item), &form.fresh))));
        Some(compose(self.old, &bracket, &form, entries))
    }

    /// Which record stands there.
    fn was(&self, before: &Content<'a>, at: usize) -> Option<Was<'a>> {
        let subject = self.places.get(&at)?;
        if let Subject::Misfit(at) = subject {
            let item = write::misfit(self.before.misfits().get(*at)?);
            return Some(Was { item, is_misfit: true });
        }
        let id = match subject {
            Subject::Lane(id) => id.as_str(),
            Subject::Node(id) => id.as_str(),
            Subject::Link(id) => id.as_str(),
            Subject::Source(id) => id.as_str(),
            Subject::Tour(id) => id.as_str(),
            Subject::Pathway | Subject::Misfit(_) => return None,
        };
        let item = *before.by_id.get(id).and_then(|&at| before.good.get(at))?;
        Some(Was { item, is_misfit: false })
    }
}

/// What a pathway has in a list.
struct Content<'a> {
    good: Vec<Item<'a>>,
    misfits: Vec<Item<'a>>,
    by_id: BTreeMap<&'a str, usize>,
}

impl<'a> Content<'a> {
    fn of(pathway: &'a Pathway, list: &str) -> Self {
        let good: Vec<Item<'a>> = write::good(pathway, list).collect();
        let by_id = good.iter().enumerate().filter_map(|(at, item)| Some((item.id()?, at))).collect();
        Self { good, misfits: write::misfits(pathway, list).collect(), by_id }
    }
}

impl PartialEq for Content<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.good == other.good && self.misfits == other.misfits
    }
}
