//! Authors as a reference list gives them: `Kigar SL, Lynall M-E, ... Clatworthy MR`.

use super::plain::one_line;

/// The most letters that stand for first names.
const MOST_INITIALS: usize = 5;

/// The authors of a source.
pub(super) struct Authors {
    /// Those who are named, in order.
    pub(super) names: Vec<Name>,
    /// Whether there are more.
    pub(super) others: bool,
}

/// One author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// A person, with first names as `S. L.`.
    Person { family: String, initials: String, suffix: Option<String> },
    /// A group, or a name that cannot be taken apart.
    Literal(String),
}

/// Reads a list of authors. Names behind the dots are kept in order; that some are missing is said once.
pub(super) fn authors(text: &str) -> Authors {
    let (mut names, mut others) = (Vec::new(), false);
    for part in one_line(text).split(", ") {
        let part = part.trim().trim_end_matches(',');
        let named = part.trim_start_matches("...").trim_start_matches('…').trim();
        let alone = named.strip_suffix("et al.").or_else(|| named.strip_suffix("et al")).unwrap_or(named).trim();
        others |= alone.len() < part.len();
        if !alone.is_empty() {
            add(alone, &mut names);
        }
    }
    Authors { names, others }
}

/// Adds a person, a person and the group behind them in brackets, or a name as it stands.
fn add(text: &str, names: &mut Vec<Name>) {
    if let Some(person) = person(text) {
        names.push(person);
        return;
    }
    let split = text.strip_suffix(')').and_then(|text| text.split_once(" ("));
    match split.and_then(|(first, group)| Some((person(first)?, group))) {
        Some((person, group)) => names.extend([person, Name::Literal(group.to_owned())]),
        None => names.push(Name::Literal(text.to_owned())),
    }
}

/// `Kigar SL`, `de Witte LD`, `Zarate CA Jr`.
fn person(text: &str) -> Option<Name> {
    let (front, last) = text.rsplit_once(' ')?;
    let suffixed = matches!(last, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV") && front.contains(' ');
    if suffixed && let Some((family, letters)) = front.rsplit_once(' ') {
        let initials = initials(letters)?;
        return is_family(family).then(|| Name::Person {
            family: family.to_owned(),
            initials,
            suffix: Some(last.to_owned()),
        });
    }
    let initials = initials(last)?;
    is_family(front).then(|| Name::Person { family: front.to_owned(), initials, suffix: None })
}

/// Whether this may be a family name: a word with small letters, and nothing that a list of names would trip over.
fn is_family(text: &str) -> bool {
    let joins = text.split(' ').any(|word| word.eq_ignore_ascii_case("and") || word == "&");
    text.chars().any(char::is_lowercase) && !joins && !text.contains([',', '(', ')', '{', '}'])
}

/// `S. L.` for `SL` and `M.-E.` for `M-E`; nothing where the word is no initials.
fn initials(word: &str) -> Option<String> {
    let letters = word.chars().filter(|c| c.is_uppercase()).count();
    let fine = word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '.'));
    if !fine || letters == 0 || letters > MOST_INITIALS || word.starts_with('-') || word.ends_with('-') {
        return None;
    }
    let mut spelled = String::new();
    for c in word.chars().filter(|&c| c != '.') {
        if c != '-' && !spelled.is_empty() && !spelled.ends_with('-') {
            spelled.push(' ');
        }
        spelled.push(c);
        if c != '-' {
            spelled.push('.');
        }
    }
    Some(spelled)
}
