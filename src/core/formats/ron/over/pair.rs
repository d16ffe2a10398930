//! Which item of a list has become which.

use std::collections::{BTreeMap, VecDeque};

use super::super::tree::{Layout, Value, print};

/// For each item that there is now the one of before that it was: first those that are the same, wherever they stand, then
/// those with the same first field, then what followed the same item.
pub(super) fn pairs(before: &[Value<'_>], after: &[Value<'_>]) -> Vec<Option<usize>> {
    let same = before.iter().zip(after).take_while(|(before, after)| before == after).count();
    let mut pairs = Pairs { found: (0..after.len()).map(|at| (at < same).then_some(at)).collect(), free: Vec::new() };
    pairs.free = (0..before.len()).map(|at| at >= same).collect();
    pairs.by(before, after, |value| Some(said(value)));
    pairs.by(before, after, |value| match value {
        Value::Record(record) => record.fields.first().map(|(_, value)| said(value)),
        _ => None,
    });
    pairs.by_neighbour();
    pairs.found
}

struct Pairs {
    found: Vec<Option<usize>>,
    free: Vec<bool>,
}

impl Pairs {
    fn by(&mut self, before: &[Value<'_>], after: &[Value<'_>], key: impl Fn(&Value<'_>) -> Option<String>) {
        let mut known: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (at, value) in before.iter().enumerate().filter(|(at, _)| self.free.get(*at) == Some(&true)) {
            if let Some(key) = key(value) {
                known.entry(key).or_default().push_back(at);
            }
        }
        for (found, value) in self.found.iter_mut().zip(after).filter(|(found, _)| found.is_none()) {
            *found = key(value).and_then(|key| known.get_mut(&key)?.pop_front());
            if let Some(free) = found.and_then(|at| self.free.get_mut(at)) {
                *free = false;
            }
        }
    }

    fn by_neighbour(&mut self) {
        let mut next = 0;
        for found in &mut self.found {
            if found.is_none() && self.free.get(next) == Some(&true) {
                *found = Some(next);
                self.free[next] = false;
            }
            next = found.map_or(next, |at| at + 1);
        }
    }
}

fn said(value: &Value<'_>) -> String {
    print(value, &Layout { indent: None, unit: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str, expected: &[Option<usize>]) {
        let values = |text: &str| text.split_whitespace().map(|word| Value::Plain(word.to_owned())).collect::<Vec<_>>();
        assert_eq!(pairs(&values(before), &values(after)), expected);
    }

    #[test]
    fn items_are_found_again() {
        check("a b c", "a b c", &[Some(0), Some(1), Some(2)]);
        check("a b c", "c a b", &[Some(2), Some(0), Some(1)]);
        check("a b c", "a x c y", &[Some(0), Some(1), Some(2), None]);
        check("a b c d", "a c y", &[Some(0), Some(2), Some(3)]);
        check("a a b", "b a", &[Some(2), Some(0)]);
        check("", "a", &[None]);
    }
}
