//! Lists of things, one for each group, side by side in one piece of memory.

use std::ops::Range;

/// A list of things for each of some groups: the links out of each node, the things in each cell of a grid.
///
/// This is the compressed row form of sparse matrices. Lists do not change; groups are numbered
/// from 0, and there may be 2³² things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists<T> {
    /// Where the list of each group begins, and one past the last.
    start: Vec<u32>,
    all: Vec<T>,
}

impl<T> Default for Lists<T> {
    /// No groups.
    fn default() -> Self {
        Self { start: Vec::new(), all: Vec::new() }
    }
}

impl<T: Copy> Lists<T> {
    /// Sorts things under their groups by counting, each list in the order in which its things come: O(groups +
    /// things).
    ///
    /// The iterator is walked twice, first to count. A group that is not below `groups` is a panic.
    pub fn new(groups: usize, things: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut start = vec![0_u32; groups + 1];
        // `for_each` and not `for`: chained iterators, as of the cells that areas touch, are several times quicker so.
        things.clone().for_each(|(group, _)| start[group + 1] += 1);
        for group in 0..groups {
            start[group + 1] += start[group];
        }
        let Some((_, any)) = things.clone().next() else { return Self { start, all: Vec::new() } };
        let mut next = start.clone();
        let mut all = vec![any; start[groups] as usize];
        things.for_each(|(group, thing)| {
            all[next[group] as usize] = thing;
            next[group] += 1;
        });
        Self { start, all }
    }
}

impl<T> Lists<T> {
    /// The list of a group.
    #[inline]
    pub fn of(&self, group: usize) -> &[T] {
        &self.all[self.range(group)]
    }

    /// The same to change what is in it.
    #[inline]
    pub fn of_mut(&mut self, group: usize) -> &mut [T] {
        let range = self.range(group);
        &mut self.all[range]
    }

    /// Where the list of a group lies in [`all`](Self::all).
    #[inline]
    pub fn range(&self, group: usize) -> Range<usize> {
        self.start[group] as usize..self.start[group + 1] as usize
    }

    /// All lists, one behind the other.
    pub fn all(&self) -> &[T] {
        &self.all
    }

    /// The same to change what is in them.
    pub fn all_mut(&mut self) -> &mut [T] {
        &mut self.all
    }

    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.start.len().saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_lie_under_their_groups_in_the_order_they_came() {
        let mut lists = Lists::new(4, [(2, 'a'), (0, 'b'), (2, 'c'), (0, 'd'), (2, 'e')].into_iter());
        assert_eq!(
            (0..4).map(|group| lists.of(group).iter().collect()).collect::<Vec<String>>(),
            ["bd", "", "ace", ""]
        );
        assert_eq!((lists.range(2), lists.groups(), lists.all().len()), (2..5, 4, 5));
        lists.of_mut(2).reverse();
        assert_eq!(lists.all(), ['b', 'd', 'e', 'c', 'a']);
    }

    #[test]
    fn nothing_may_be_sorted() {
        let none = Lists::new(2, std::iter::empty::<(usize, u8)>());
        assert_eq!((none.of(0), none.of(1), none.groups()), (&[][..], &[][..], 2));
        assert_eq!(Lists::<u8>::default().groups(), 0);
    }
}
