//! Where a line of a reference list can be cut: at the ends of sentences, at quotation marks, behind the authors.

use crate::model::{Authors, Name};

/// The most places at which a line is tried to be cut.
const MOST_CUTS: usize = 600;

/// Every place where a sentence may end: the length of it with its mark (without a full stop), and where the next begins.
pub(super) fn ends(text: &str) -> Vec<(usize, usize)> {
    let marks = text.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!'));
    let ends = marks.filter_map(|(at, mark)| {
        let behind = text.get(at + 1..)?;
        let closed = behind.trim_start_matches(['”', '"', '’', '\'', ']', ')']);
        let gap = closed.trim_start();
        let is_end = gap.len() < closed.len() && !gap.is_empty();
        let length = if mark == '.' && closed.len() == behind.len() { at } else { text.len() - closed.len() };
        is_end.then(|| (length, text.len() - gap.len()))
    });
    ends.take(MOST_CUTS).collect()
}

/// The authors that a line begins with, and what stands behind them: the longest list of people and groups up to the end
/// of a sentence. No authors, where it does not begin with any.
pub(super) fn authors_first(text: &str) -> (Authors, &str) {
    /// After that many ends of sentences that are no list, none will come.
    const PATIENCE: usize = 12;
    let mut found = (Authors::default(), text);
    let mut since = 0;
    for (end, next) in ends(text) {
        // A full stop belongs to letters for first names.
        let head = text.get(..end).unwrap_or_default();
        let dotted = text.get(..end + 1).filter(|head| head.ends_with('.')).unwrap_or(head);
        if let Some(list) = sound(head).or_else(|| sound(dotted)) {
            found = (list, text.get(next..).unwrap_or_default());
            since = 0;
        } else {
            since += 1;
            if since > PATIENCE {
                break;
            }
        }
    }
    found
}

/// A list in which everybody is a person with letters for first names, or a group.
pub(super) fn sound(text: &str) -> Option<Authors> {
    let list = Authors::read(text.trim_end_matches([',', ':', ' ']));
    let short = |given: &str| given.split([' ', '-']).all(|letter| letter.trim_end_matches('.').chars().count() == 1);
    let fine = |name: &Name| match name {
        Name::Person { family, given, .. } => {
            let words = family.split(' ');
            short(given) && words.clone().count() <= 4 && !family.replace("St. ", "").contains(['.', ':', '?'])
        }
        Name::Literal(text) => text.split(' ').count() <= 8 && !text.contains([':', '?']) && !text.contains(". "),
    };
    let known = list.doubts.is_empty() && !list.names.is_empty() && list.names.iter().all(fine);
    known.then_some(list)
}

/// A line at the title in quotation marks: what stands before, the title, and what stands behind.
pub(super) fn quoted(text: &str) -> Option<(&str, &str, &str)> {
    [("“", "”"), ("\"", "\""), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“")].into_iter().find_map(|(open, close)| {
        // An apostrophe stands between letters, a mark that opens does not.
        let starts = |at: usize| text.get(..at).is_some_and(|front| front.ends_with([' ', ',', '(']));
        let from = text.match_indices(open).map(|(at, _)| at).find(|&at| starts(at))?;
        let inside = text.get(from + open.len()..)?;
        let closes = |at: usize| {
            let behind = inside.get(at + close.len()..).unwrap_or_default();
            let front = inside.get(..at).unwrap_or_default();
            behind.is_empty()
                || behind.starts_with([',', '.'])
                || behind.starts_with(' ') && front.ends_with(['.', ',', '?', '!'])
        };
        let to = inside.match_indices(close).map(|(at, _)| at).find(|&at| closes(at))?;
        let (title, behind) = (inside.get(..to)?, inside.get(to + close.len()..)?);
        let is_title = title.split_whitespace().count() > 1 || title.len() > 8;
        is_title.then(|| (text.get(..from).unwrap_or_default(), title, behind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_another_begins() {
        let text = "A study. Is it so? “Yes.” See J. Smith. End.";
        let parts: Vec<(&str, &str)> = ends(text)
            .into_iter()
            .map(|(end, next)| (&text[..end], text[next..].split(' ').next().unwrap_or("")))
            .collect();
        assert_eq!(
            parts,
            [
                ("A study", "Is"),
                ("A study. Is it so?", "“Yes.”"),
                ("A study. Is it so? “Yes.”", "See"),
                ("A study. Is it so? “Yes.” See J", "Smith."),
                ("A study. Is it so? “Yes.” See J. Smith", "End."),
            ]
        );
    }

    #[test]
    fn authors_end_where_the_title_begins() {
        for (text, names, rest) in [
            ("Kigar SL, Lynall M-E. Stress. Nature", "Kigar SL & Lynall M-E", "Stress. Nature"),
            (
                "Kigar, S. L., Lynall, M.-E. & Herkenham, M. Sleep. Nature",
                "Kigar SL & Lynall M-E & Herkenham M",
                "Sleep. Nature",
            ),
            ("Kigar, S. L. et al. Chronic stress. Nat.", "Kigar SL & +", "Chronic stress. Nat."),
            ("UK ECT Review Group. Efficacy of ECT. Lancet", "UK ECT Review Group", "Efficacy of ECT. Lancet"),
            ("Kigar SL. Role of TNF. Nature", "Kigar SL", "Role of TNF. Nature"),
            ("Stress and the brain. Nature. 2020", "", "Stress and the brain. Nature. 2020"),
        ] {
            let (list, behind) = authors_first(text);
            let mut said: Vec<String> = list.names.iter().map(Name::short).collect();
            said.extend(list.others.then(|| "+".to_owned()));
            assert_eq!((said.join(" & ").as_str(), behind), (names, rest), "{text}");
        }
    }

    #[test]
    fn titles_stand_in_quotation_marks() {
        let read = quoted("Doe, J. (2020) 'Crohn's disease', Gut, 3(1)");
        assert_eq!(read, Some(("Doe, J. (2020) ", "Crohn's disease", ", Gut, 3(1)")));
        assert_eq!(quoted("Doe J, “A “b” study.” Gut"), Some(("Doe J, ", "A “b” study.", " Gut")));
        assert_eq!(quoted("O'Connor J. Crohn's disease. Gut"), None);
    }
}
