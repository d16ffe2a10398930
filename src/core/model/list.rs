//! Records in the order of the file, shared between clones piece by piece.

use std::{ops::Index, sync::Arc};

/// How many records a piece holds. What a change copies is a piece and the list of pieces: 32 is best for hundreds of
/// records and near the best for thousands.
const PIECE: usize = 32;

type Piece<T> = Arc<Vec<Arc<T>>>;

/// A list that is cheap to clone and then to change: a clone shares every piece, and a change copies the pointers of
/// those pieces alone that it touches. Every piece but the last is full, so a place is found without counting.
#[derive(Clone, Debug)]
pub(super) struct List<T>(Arc<Vec<Piece<T>>>);

impl<T> List<T> {
    /// How many records there are.
    pub(super) fn len(&self) -> usize {
        self.0.last().map_or(0, |last| (self.0.len() - 1) * PIECE + last.len())
    }

    /// All records, the first first.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<T>> {
        (0..self.len()).map(|place| &self[place])
    }

    /// Adds a record at the end.
    pub(super) fn push(&mut self, record: Arc<T>) {
        let pieces = Arc::make_mut(&mut self.0);
        match pieces.last_mut() {
            Some(last) if last.len() < PIECE => Arc::make_mut(last).push(record),
            _ => pieces.push(Arc::new(vec![record])),
        }
    }

    /// Puts another record where one stands.
    pub(super) fn set(&mut self, place: usize, record: Arc<T>) {
        let piece = &mut Arc::make_mut(&mut self.0)[place / PIECE];
        Arc::make_mut(piece)[place % PIECE] = record;
    }

    /// Puts a record at a place; those from there on move up by one.
    pub(super) fn insert(&mut self, place: usize, record: Arc<T>) {
        let (mut at, mut carried) = (place % PIECE, record);
        let pieces = Arc::make_mut(&mut self.0);
        for piece in pieces.iter_mut().skip(place / PIECE) {
            let piece = Arc::make_mut(piece);
            // The last of a full piece is the first of the next.
            let pushed_out = if piece.len() == PIECE { piece.pop() } else { None };
            piece.insert(at, carried);
            let Some(last) = pushed_out else { return };
            (at, carried) = (0, last);
        }
        pieces.push(Arc::new(vec![carried]));
    }

    /// Takes the record at a place out; those behind it move down by one.
    pub(super) fn remove(&mut self, place: usize) {
        let first = place / PIECE;
        let pieces = Arc::make_mut(&mut self.0);
        Arc::make_mut(&mut pieces[first]).remove(place % PIECE);
        for next in first + 1..pieces.len() {
            let moved = Arc::make_mut(&mut pieces[next]).remove(0);
            Arc::make_mut(&mut pieces[next - 1]).push(moved);
        }
        pieces.pop_if(|last| last.is_empty());
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Index<usize> for List<T> {
    type Output = Arc<T>;

    fn index(&self, place: usize) -> &Arc<T> {
        &self.0[place / PIECE][place % PIECE]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever is done to it, it holds what a plain list holds, and its clones hold what they held.
        #[test]
        fn agrees_with_a_plain_list(first in 0u32..200, acts in proptest::collection::vec((0u8..4, 0usize..300), 0..120)) {
            let mut list = List::default();
            let mut plain: Vec<u32> = (0..first).collect();
            for &record in &plain {
                list.push(Arc::new(record));
            }
            for (number, (act, at)) in (1000u32..).zip(acts) {
                let (kept, before) = (list.clone(), plain.clone());
                match act {
                    0 => { let at = at.min(plain.len()); list.insert(at, Arc::new(number)); plain.insert(at, number); }
                    1 if at < plain.len() => { list.remove(at); plain.remove(at); }
                    2 if at < plain.len() => { list.set(at, Arc::new(number)); plain[at] = number; }
                    _ => { list.push(Arc::new(number)); plain.push(number); }
                }
                prop_assert!(list.iter().map(|record| **record).eq(plain.iter().copied()));
                prop_assert!(kept.iter().map(|record| **record).eq(before));
                prop_assert_eq!(list.len(), plain.len());
            }
        }
    }
}
