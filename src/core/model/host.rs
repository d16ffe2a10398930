//! The book that a chapter stands in, as people write it after `In`: its title, its editors, the pages, who brought it out.

use super::{
    authors::{Authors, authors},
    imprint::{Imprint, imprint},
    name::Name,
    one_line::one_line,
    venue::is_year,
};

/// The book that a chapter stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// Its title.
    pub title: String,
    /// Its editors.
    pub editors: Authors,
    /// The pages of the chapter.
    pub pages: Option<String>,
    /// Who brought it out.
    pub imprint: Imprint,
}

/// Whether a venue is a book with chapters: it begins with `In:`, or with `In` and says who edited it.
pub(crate) fn stands_in_a_book(venue: &str) -> bool {
    let Some(rest) = venue.get(..2).filter(|start| start.eq_ignore_ascii_case("in")).and_then(|_| venue.get(2..))
    else {
        return false;
    };
    rest.starts_with(':') || rest.starts_with(' ') && edited(rest.trim()).is_some()
}

/// Reads where a chapter stands: APA's `In J. Smith (Ed.), Handbook of stress (pp. 1–20). Academic Press`, Vancouver's
/// `In: Smith J, editor. Handbook of stress. London: Academic Press; 2010. p. 1-20`, and the like with the editors behind
/// the title.
pub(super) fn host(text: &str) -> Host {
    let text = one_line(text);
    let text = text.strip_prefix("In:").or_else(|| text.strip_prefix("In ")).unwrap_or(&text).trim();
    let (text, pages) = pages(text);
    let (editors, rest) = edited(&text).unwrap_or((String::new(), text));
    let (title, publisher) = titled(&rest);
    Host { title, editors: authors(&editors), pages, imprint: imprint(&publisher) }
}

/// The title with its volume and edition, and who brought it out.
fn titled(text: &str) -> (String, String) {
    let belongs = |part: &str| {
        let small = part.to_lowercase();
        small.starts_with("vol") || small.trim_end_matches('.').ends_with(" ed") || small.ends_with("edition")
    };
    let mut parts = text.split(". ");
    let mut title = parts.next().unwrap_or_default().to_owned();
    let mut publisher: Vec<&str> = Vec::new();
    for part in parts {
        if publisher.is_empty() && belongs(part) {
            title.extend([". ", part]);
        } else {
            publisher.push(part);
        }
    }
    (title.trim_matches(['.', ',', ' ']).to_owned(), publisher.join(". "))
}

/// A text without the pages in it, and the pages: `(pp. 1–20)`, `p. 1-20`, `pp 3–11`, `2016:3-11`, `, 3–11.`
fn pages(text: &str) -> (String, Option<String>) {
    let of_pages = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–');
    let run = |from: usize| -> Option<&str> {
        let rest = text.get(from..)?;
        rest.get(..rest.chars().take_while(of_pages).map(char::len_utf8).sum())
    };
    let marks = ["(pp. ", "(p. ", "(pp ", " pp. ", " pp ", " p. ", "pages "];
    let marked = marks.into_iter().find_map(|mark| {
        let (at, _) = text.match_indices(mark).find(|(at, _)| run(at + mark.len()).is_some_and(holds_digit))?;
        Some((at, at + mark.len()))
    });
    let bare = || {
        let year = |at: usize| at.checked_sub(4).and_then(|from| text.get(from..at)).is_some_and(is_year);
        let behind_year = text.rmatch_indices(':').find(|(at, _)| year(*at)).map(|(at, _)| (at, at + 1));
        let range = |at: usize| {
            run(at + 2).filter(|run| run.contains(['-', '–']) && run.bytes().all(|b| !b.is_ascii_alphabetic()))
        };
        behind_year
            .or_else(|| text.match_indices(", ").find(|(at, _)| range(*at).is_some()).map(|(at, _)| (at, at + 2)))
    };
    let found = marked.or_else(bare).and_then(|(at, from)| Some((at, from, run(from).filter(|run| holds_digit(run))?)));
    let Some((at, from, run)) = found else { return (text.to_owned(), None) };
    let front = text.get(..at).unwrap_or_default().trim_end_matches([' ', ',', ';']);
    let behind = text.get(from + run.len()..).unwrap_or_default();
    let bracket = text.get(at..).is_some_and(|mark| mark.starts_with("(p"));
    let behind = behind.strip_prefix(')').filter(|_| bracket).unwrap_or(behind);
    let behind = if front.ends_with('.') { behind.trim_start_matches('.') } else { behind };
    (format!("{front}{behind}"), Some(run.to_owned()))
}

fn holds_digit(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// The editors, and the text without them; nothing where it does not say who edited the book.
fn edited(text: &str) -> Option<(String, String)> {
    roles(text).into_iter().find_map(|(from, to)| {
        let (before, after) = (text.get(..from)?, text.get(to..)?);
        // `2nd ed.` is an edition.
        let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
        let ordinal = last.starts_with(|c: char| c.is_ascii_digit()) && last.ends_with(|c: char| c.is_alphabetic());
        if ordinal || ["rev.", "revised", "int.", "intl."].contains(&last.as_str()) {
            return None;
        }
        let by = after.trim_start().strip_prefix("by ");
        let front = before.trim_end();
        if by.is_some() || front.is_empty() || front.ends_with('.') {
            let (names, rest) = leading(by.unwrap_or_else(|| after.trim_start_matches([' ', '.', ':'])), by.is_some())?;
            return Some((names, joined(front.trim_end_matches(['(', ',', ' ']), rest)));
        }
        let names = front.strip_suffix('(').or_else(|| front.strip_suffix(','))?.trim_end();
        let (title, names) = trailing(names);
        Some((names.to_owned(), joined(title, after)))
    })
}

/// Where the words for editors stand.
fn roles(text: &str) -> Vec<(usize, usize)> {
    const ROLES: [&str; 5] = ["ed", "eds", "editor", "editors", "edited"];
    let mut places = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if ROLES.contains(&bare.to_ascii_lowercase().as_str()) {
            places.push((at, at + bare.len()));
        }
        at += word.len();
    }
    places
}

/// The names that a text ends with, and what stands before them: all of it, where no part of it is more of a list.
fn trailing(text: &str) -> (&str, &str) {
    let starts = std::iter::once(0).chain(text.match_indices(". ").map(|(at, _)| at + 2));
    let splits = starts.filter_map(|at| text.split_at_checked(at));
    splits.into_iter().find(|(_, names)| are_people(names)).unwrap_or(("", text))
}

/// The names that a text begins with, the longest list of them, and what stands behind; `said` where anything else that
/// stands there is a name, too.
fn leading(text: &str, said: bool) -> Option<(String, &str)> {
    let ends = text.char_indices().filter(|(_, c)| matches!(c, '.' | ',' | ')' | ';')).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    let sound = ends.iter().rev().find(|&&end| text.get(..end).is_some_and(are_people));
    let end = sound.or(ends.first().filter(|_| said))?;
    Some((text.get(..*end)?.to_owned(), text.get(*end..)?))
}

/// Whether a text is a list of people and nothing else.
fn are_people(text: &str) -> bool {
    let list = authors(text);
    let plain = |name: &Name| match name {
        Name::Person { family, given, .. } => !family.contains(". ") && !given.contains(':'),
        Name::Literal(_) => false,
    };
    list.doubts.is_empty() && !list.names.is_empty() && list.names.iter().all(plain)
}

/// What stood before and behind the editors.
fn joined(before: &str, behind: &str) -> String {
    let behind = behind.trim_start_matches([')', '.', ',', ':', ' ']);
    let before = before.trim();
    match (before.is_empty(), behind.is_empty()) {
        (true, _) => behind.to_owned(),
        (_, true) => before.to_owned(),
        _ => format!("{}. {behind}", before.trim_end_matches('.')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn books_with_chapters_are_read_in_every_style() {
        for (text, expected) in [
            (
                "In J. Smith (Ed.), Handbook of stress (pp. 1–20). Academic Press",
                "Handbook of stress|Smith J|1–20||Academic Press",
            ),
            (
                "In: Smith J, editor. Handbook of stress. London: Academic Press; 2010. p. 1-20.",
                "Handbook of stress|Smith J|1-20|London|Academic Press",
            ),
            (
                "In: Stress: Concepts and Cognition. Vol 1. ed. Fink G. London: Academic Press; 2016. p. 3-11",
                "Stress: Concepts and Cognition. Vol 1|Fink G|3-11|London|Academic Press",
            ),
            (
                "In: Handbook of stress. Fink G, ed. Academic Press; 2016:3-11.",
                "Handbook of stress|Fink G|3-11||Academic Press",
            ),
            ("In: Fink G (ed) Stress. Academic Press, London, pp 3–11", "Stress|Fink G|3–11||Academic Press, London"),
            (
                "In Handbook of Stress, edited by George Fink, 3–11. London: Academic Press, 2016",
                "Handbook of Stress|George Fink|3–11|London|Academic Press",
            ),
            (
                "In Fink, G., & Roe, B. (Eds.), Stress (2nd ed., pp. 3–11). Elsevier",
                "Stress (2nd ed.)|Fink G & Roe B|3–11||Elsevier",
            ),
            (
                "In: Fink G, Roe B, editors. Stress. 2nd ed. New York: Elsevier; 2010. p. 3-11.",
                "Stress. 2nd ed|Fink G & Roe B|3-11|New York|Elsevier",
            ),
            ("In: The marrow. New York: Elsevier", "The marrow|||New York|Elsevier"),
            ("In:", "||||"),
        ] {
            let Host { title, editors, pages, imprint } = host(text);
            let people: Vec<String> = editors.names.iter().map(Name::short).collect();
            let (pages, place) = (pages.unwrap_or_default(), imprint.place.unwrap_or_default());
            assert_eq!(
                format!("{title}|{}|{pages}|{place}|{}", people.join(" & "), imprint.publisher),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn what_begins_with_in_is_a_book_where_somebody_edited_it() {
        for venue in
            ["In: The marrow", "in J. Smith (Ed.), Stress", "In Stress, edited by G. Fink", "In Fink G, ed. Stress"]
        {
            assert!(stands_in_a_book(venue), "{venue}");
        }
        for venue in ["In Vitro 5:3", "In Vivo, 2nd ed. Springer", "Indian J Med Res", "I", ""] {
            assert!(!stands_in_a_book(venue), "{venue}");
        }
    }
}
