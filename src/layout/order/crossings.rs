//! Crossings between two columns, counted with an accumulator tree (Barth, Jünger and Mutzel 2002): O(links · log
//! places).

/// Counts the crossings in one gap after the other; it keeps its buffer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counter {
    /// How many lines end at each place, as a binary indexed tree (Fenwick 1994).
    tree: Vec<u32>,
    lines: u32,
    crossings: u64,
}

impl Counter {
    /// Begins a gap whose right column has so many places.
    pub(crate) fn begin(&mut self, places: usize) {
        self.tree.clear();
        self.tree.resize(places + 1, 0);
        (self.lines, self.crossings) = (0, 0);
    }

    /// Adds the lines that begin at the next place of the left column, by the places where they end; they cross those
    /// that begin above and end below, but not each other.
    pub(crate) fn add(&mut self, ends: impl Iterator<Item = usize> + Clone) {
        for end in ends.clone() {
            let (mut before, mut i) = (0, end + 1);
            while i > 0 {
                before += self.tree[i];
                i &= i - 1;
            }
            self.crossings += u64::from(self.lines - before);
        }
        for end in ends {
            let mut i = end + 1;
            while i < self.tree.len() {
                self.tree[i] += 1;
                i += i & i.wrapping_neg();
            }
            self.lines += 1;
        }
    }

    /// Crossings of all lines that were added in this gap.
    pub(crate) fn crossings(&self) -> u64 {
        self.crossings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dice::Dice;

    /// Crossings of lines given as the ends of each left place.
    fn count(places: usize, lines: &[Vec<usize>]) -> u64 {
        let mut counter = Counter::default();
        counter.begin(places);
        for ends in lines {
            counter.add(ends.iter().copied());
        }
        counter.crossings()
    }

    #[test]
    fn crossings_are_those_counted_by_hand() {
        // Parallel lines, one pair swapped, and all of three by three.
        assert_eq!(count(3, &[vec![0], vec![1], vec![2]]), 0);
        assert_eq!(count(3, &[vec![1], vec![0], vec![2]]), 1);
        assert_eq!(count(3, &[vec![0, 1, 2], vec![0, 1, 2], vec![0, 1, 2]]), 9);
        // Lines that share an end do not cross there.
        assert_eq!(count(2, &[vec![1, 1], vec![1], vec![0]]), 3);
    }

    #[test]
    fn crossings_are_those_of_every_pair() {
        let mut dice = Dice::new(3);
        for _ in 0..500 {
            let (left, right) = (1 + dice.below(8), 1 + dice.below(8));
            let lines: Vec<Vec<usize>> =
                (0..left).map(|_| (0..dice.below(4)).map(|_| dice.below(right)).collect()).collect();
            let flat: Vec<(usize, usize)> =
                lines.iter().enumerate().flat_map(|(from, ends)| ends.iter().map(move |&to| (from, to))).collect();
            let crosses = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.0 && a.1 > b.1;
            let expected: usize = flat.iter().map(|a| flat.iter().filter(|b| crosses(a, b)).count()).sum();
            assert_eq!(count(right, &lines), expected as u64, "{lines:?}");
        }
    }
}
