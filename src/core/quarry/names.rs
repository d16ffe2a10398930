//! The names of a table, each kept once in one text, and found by number, by name, or by a part of it.

use std::borrow::Cow;

use ahash::RandomState;

use crate::model::written::spelled;

/// Marks a place of the index that no name has.
const FREE: u32 = u32::MAX;

/// Names by number, in the order of their first mention.
///
/// The index is a table with open addresses: half of a name's hash and its number instead of a copy of the name, so that other
/// names are seldom looked at. The hash has
/// keys of its own at each start, so that no file can be made to fill one corner of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    text: String,
    ends: Vec<u32>,
    index: Vec<(u32, u32)>,
    hash: RandomState,
}

impl Names {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The name of a number; empty where there is none.
    pub(super) fn name(&self, number: u32) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before as usize)).copied().unwrap_or(0);
        let end = self.ends.get(number as usize).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The number of a name, letter for letter.
    pub(super) fn find(&self, name: &str) -> Option<u32> {
        let (place, _) = self.place(name)?;
        self.index.get(place).map(|&(_, number)| number).filter(|&number| number != FREE)
    }

    /// The number of a name, which is added where it is new.
    pub(super) fn add(&mut self, name: &str) -> u32 {
        if self.len() * 2 >= self.index.len() {
            self.grow();
        }
        let Some((place, half)) = self.place(name) else { return FREE };
        if self.index[place].1 == FREE {
            self.index[place] = (half, self.len() as u32);
            self.text.push_str(name);
            self.ends.push(self.text.len() as u32);
        }
        self.index[place].1
    }

    /// The numbers of a block of names, which are added where they are new. All places are looked at before the first name is
    /// compared: so the waits for memory, which are most of the work, overlap.
    pub(super) fn add_all(&mut self, names: &[Cow<'_, str>], numbers: &mut Vec<u32>) {
        while (self.len() + names.len()) * 2 >= self.index.len() {
            self.grow();
        }
        let mask = self.index.len() - 1;
        let hashes = names.iter().map(|name| self.hash.hash_one(&**name));
        let met: Vec<(u32, (u32, u32))> =
            hashes.map(|hash| ((hash >> 32) as u32, self.index[hash as usize & mask])).collect();
        for (name, (half, (other, number))) in names.iter().zip(met) {
            let is_it = number != FREE && other == half && self.name(number) == &**name;
            numbers.push(if is_it { number } else { self.add(name) });
        }
    }

    /// Gives back room that no further name needs.
    pub(super) fn settle(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Where a name stands in the index, or would, and half of its hash.
    fn place(&self, name: &str) -> Option<(usize, u32)> {
        let mask = self.index.len().checked_sub(1)?;
        let hash = self.hash.hash_one(name);
        let (mut place, half) = (hash as usize & mask, (hash >> 32) as u32);
        loop {
            let (other, number) = self.index[place];
            if number == FREE || other == half && self.name(number) == name {
                return Some((place, half));
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.index.len() * 2).max(1 << 10);
        self.index = vec![(0, FREE); size];
        for number in 0..self.len() as u32 {
            if let Some((place, half)) = self.place(self.name(number)) {
                self.index[place] = (half, number);
            }
        }
    }
}

/// How well a name answers to what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// Letter for letter.
    Same,
    /// But for capitals, blanks, hyphens, and Greek letters that are spelled out.
    Alike,
    /// It begins so.
    Begins,
    /// A part of it is so.
    Holds,
}

/// Compares names with what was typed, as people write them.
pub(super) struct Typed {
    text: String,
    folded: String,
    /// Room for a name that is compared.
    room: String,
}

impl Typed {
    pub(super) fn new(text: &str) -> Self {
        let mut folded = String::new();
        fold(text, &mut folded);
        Self { text: text.trim().to_owned(), folded, room: String::new() }
    }

    /// How well a name answers, where it does. What has neither letters nor digits is answered by all names that hold it.
    pub(super) fn matches(&mut self, name: &str) -> Option<Match> {
        if name == self.text {
            return Some(Match::Same);
        }
        if self.folded.is_empty() {
            return name.contains(&self.text).then_some(Match::Holds);
        }
        fold(name, &mut self.room);
        match self.room.find(&self.folded)? {
            0 if self.room.len() == self.folded.len() => Some(Match::Alike),
            0 => Some(Match::Begins),
            _ => Some(Match::Holds),
        }
    }
}

/// Writes a name in small plain letters and digits alone: `TNF-α` as `tnfalpha`.
fn fold(name: &str, folded: &mut String) {
    folded.clear();
    if name.is_ascii() {
        folded.extend(name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
    } else {
        folded.extend(spelled(name).chars().filter(|c| c.is_alphanumeric()));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_answer_as_people_write_them() {
        for (typed, name, found) in [
            ("IL6", "IL6", Some(Match::Same)),
            ("il-6", "IL6", Some(Match::Alike)),
            ("TNF alpha", "TNF-α", Some(Match::Alike)),
            ("il", "IL6", Some(Match::Begins)),
            ("6", "IL6", Some(Match::Holds)),
            ("il8", "IL6", None),
            ("->", "a->b", Some(Match::Holds)),
            ("", "IL6", Some(Match::Holds)),
        ] {
            assert_eq!(Typed::new(typed).matches(name), found, "{typed} and {name}");
        }
    }

    proptest! {
        /// It gives the numbers that a map of the standard library gives.
        #[test]
        fn agrees_with_a_map(names in proptest::collection::vec("[ab]{0,9}", 0..2000)) {
            let (mut own, mut map) = (Names::default(), BTreeMap::new());
            for name in &names {
                let next = map.len() as u32;
                let number = *map.entry(name.clone()).or_insert(next);
                prop_assert_eq!(own.add(name), number);
            }
            prop_assert_eq!(own.len(), map.len());
            for (name, number) in &map {
                prop_assert_eq!((own.find(name), own.name(*number)), (Some(*number), name.as_str()));
            }
            prop_assert_eq!(own.find("not there"), None);
        }
    }
}
