//! Lists that are searched by id and keep their order, and what is done to lists in a merge.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::MAX_ID_BYTES;

/// Records in order of appearance, found by id.
pub(super) struct Table<K, T> {
    list: Vec<T>,
    place: BTreeMap<K, usize>,
}

impl<K, T> Default for Table<K, T> {
    fn default() -> Self {
        Self { list: Vec::new(), place: BTreeMap::new() }
    }
}

impl<K: Ord, T> Table<K, T> {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn place(&self, id: &K) -> Option<usize> {
        self.place.get(id).copied()
    }

    pub(super) fn get(&self, id: &K) -> Option<&T> {
        self.place(id).and_then(|at| self.list.get(at))
    }

    pub(super) fn get_mut(&mut self, id: &K) -> Option<&mut T> {
        self.place(id).and_then(|at| self.list.get_mut(at))
    }

    pub(super) fn at_mut(&mut self, place: usize) -> Option<&mut T> {
        self.list.get_mut(place)
    }

    pub(super) fn list(&self) -> &[T] {
        &self.list
    }

    /// Adds a record under an id that is not in use, and says at which place.
    pub(super) fn push(&mut self, id: K, record: T) -> usize {
        let place = self.list.len();
        self.place.insert(id, place);
        self.list.push(record);
        place
    }

    pub(super) fn into_list(self) -> Vec<T> {
        self.list
    }
}

/// Adds what is not there yet.
pub(super) fn unite<T: Clone + Ord>(list: &mut Vec<T>, more: &[T]) {
    let mut seen: BTreeSet<T> = list.iter().cloned().collect();
    list.extend(more.iter().filter(|item| seen.insert((*item).clone())).cloned());
}

/// `base`, then `base_2`, `base_3`, ..., cut where it would be too long for an id.
pub(super) fn numbered(base: &str, n: usize) -> String {
    let suffix = if n > 1 { format!("_{n}") } else { String::new() };
    let end = base.floor_char_boundary(MAX_ID_BYTES.saturating_sub(suffix.len()));
    format!("{}{suffix}", base.get(..end).unwrap_or(base))
}
