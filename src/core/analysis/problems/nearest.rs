//! The word that somebody probably meant: the nearest of a list, for hints.

use std::cell::Cell;

use crate::model::is_valid_id;

/// How much work may go into one list of problems, counted in characters looked at. A hostile file with thousands of
/// wrong names must not take long to be told so; the first hundred problems get their suggestion, the rest go without.
const BUDGET: usize = 10_000_000;

/// Words longer than this are compared with nothing.
const LONGEST: usize = 64;

/// Finds the nearest word of a list, within a budget that all questions share.
pub struct Nearest {
    left: Cell<usize>,
}

impl Default for Nearest {
    /// A fresh budget.
    fn default() -> Self {
        Self { left: Cell::new(BUDGET) }
    }
}

impl Nearest {
    /// The word of `among` that `word` most probably stands for, if any comes near.
    pub fn of<'a>(&self, word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        if word.is_empty() || word.len() > LONGEST || self.left.get() == 0 {
            return None;
        }
        let wanted: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        let mut best: Option<(usize, &str)> = None;
        for candidate in among {
            let (score, effort) = compare(&wanted, candidate);
            self.left.set(self.left.get().saturating_sub(effort));
            if let Some(score) = score
                && best.is_none_or(|(other, _)| score < other)
            {
                best = Some((score, candidate));
            }
            if self.left.get() == 0 {
                break;
            }
        }
        best.map(|(_, candidate)| candidate)
    }

    /// The id of `among` that `id` most probably stands for: one that may stand in a file, or following the hint would only
    /// lead to the next.
    pub fn id_of<'a>(&self, id: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        self.of(id, among.into_iter().filter(|near| is_valid_id(near)))
    }
}

/// How far `candidate` is from what was written, `None` where nobody would take one for the other;
/// and the effort it took.
fn compare(wanted: &[char], candidate: &str) -> (Option<usize>, usize) {
    if candidate.len() > LONGEST {
        return (None, 1);
    }
    let found: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
    let gap = wanted.len().abs_diff(found.len());
    let mut effort = 1 + wanted.len() + found.len();
    // Any letter is as near to a single one as any other.
    let allowed = if wanted.len() == 1 { 0 } else { (wanted.len() / 3).max(1) };
    if gap <= allowed {
        let (a, b) = differing(wanted, &found);
        effort += a.len() * b.len();
        let distance = distance(a, b);
        if distance <= allowed {
            return (Some(distance), effort);
        }
    }
    // A name cut short or drawn out, such as `tibia` for `tibia_marrow`.
    let (short, long) = if wanted.len() < found.len() { (wanted, &found[..]) } else { (&found[..], wanted) };
    ((short.len() >= 3 && long.starts_with(short)).then_some(LONGEST + gap), effort)
}

/// Two words without what they begin and end with in common, which no edit needs to touch.
fn differing<'a>(a: &'a [char], b: &'a [char]) -> (&'a [char], &'a [char]) {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default());
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (a.get(..a.len() - end).unwrap_or_default(), b.get(..b.len() - end).unwrap_or_default())
}

/// Edits (insert, delete, replace, swap of neighbours) that lead from one word to the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut left_char = None;
    for (i, &x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        let mut above_char = None;
        for (j, &y) in b.iter().enumerate() {
            let replace = cell(&last, j) + usize::from(x != y);
            let insert = cell(&row, j) + 1;
            let delete = cell(&last, j + 1) + 1;
            let mut fewest = replace.min(insert).min(delete);
            if j > 0 && left_char == Some(y) && above_char == Some(x) {
                fewest = fewest.min(cell(&before, j - 1) + 1);
            }
            row.push(fewest);
            above_char = Some(y);
        }
        left_char = Some(x);
        before = std::mem::replace(&mut last, row);
    }
    cell(&last, b.len())
}

fn cell(row: &[usize], index: usize) -> usize {
    row.get(index).copied().unwrap_or(usize::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, among: &str, expected: Option<&str>) {
        assert_eq!(Nearest::default().of(word, among.split(' ')), expected, "{word} among {among}");
    }

    #[test]
    fn typing_errors_and_cut_names_are_recognised() {
        check("Rises", "Raises Lowers Mixed NoEffect Unknown", Some("Raises"));
        check("raises", "Raises Lowers", Some("Raises"));
        check("Riases", "Raises Lowers", Some("Raises"));
        check("tibia", "skull tibia_marrow", Some("tibia_marrow"));
        check("chronic_stres", "acute_stress chronic_stress", Some("chronic_stress"));
        check("zebra", "skull tibia_marrow", None);
        check("", "a b", None);
        check("E", "A B", None);
        check("a", "A B", Some("A"));
    }

    #[test]
    fn the_budget_ends() {
        let nearest = Nearest::default();
        nearest.left.set(1);
        assert_eq!(nearest.of("abc", ["abd", "abc"]), Some("abd"));
        assert_eq!(nearest.of("abc", ["abc"]), None);
    }

    #[test]
    fn what_two_words_share_does_not_matter() {
        let chars = |word: &str| word.chars().collect::<Vec<_>>();
        let (kitten, sitting) = (chars("xkitteny"), chars("xsittingy"));
        let (a, b) = differing(&kitten, &sitting);
        assert_eq!((distance(a, b), distance(&kitten, &sitting)), (3, 3));
        let (a, b) = (chars("aab"), chars("aaab"));
        assert_eq!(differing(&a, &b), (&[][..], &['a'][..]));
    }
}
