//! One author's name as people write it: `Kigar SL`, `Smith, J. A.`, `Jane A. van der Berg`, a group.

/// The most letters that stand for first names.
const MOST_INITIALS: usize = 5;

/// Words with small letters that belong to the family name behind them.
const PARTICLES: [&str; 26] = [
    "al", "af", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn",
    "la", "le", "ten", "ter", "van", "von", "zu", "zum", "zur",
];

/// Words that only names of groups have; longer ones are beginnings.
const OF_GROUPS: [&str; 50] = [
    "academ",
    "agency",
    "alliance",
    "associat",
    "board",
    "bureau",
    "center",
    "centre",
    "clinic",
    "collaborat",
    "college",
    "commission",
    "committee",
    "company",
    "consort",
    "corporation",
    "council",
    "department",
    "federation",
    "foundation",
    "fund",
    "gmbh",
    "group",
    "health",
    "hospital",
    "inc",
    "initiative",
    "institut",
    "international",
    "investigator",
    "laborator",
    "ltd",
    "ministry",
    "national",
    "network",
    "office",
    "organis",
    "organiz",
    "panel",
    "partnership",
    "program",
    "project",
    "research",
    "royal",
    "service",
    "societ",
    "study",
    "team",
    "trial",
    "universit",
];

/// One author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A person.
    Person {
        /// The family name, with its particles: `van der Berg`.
        family: String,
        /// First names, or letters for them as `S. L.`.
        given: String,
        /// `Jr`, `III`.
        suffix: Option<String>,
    },
    /// A group, or a name that cannot be taken apart.
    Literal(String),
}

impl Name {
    /// A name whose parts are known: `Kigar` with `Stacey L.`, `S. L.` or `SL`. Without first names it is a name as it stands;
    /// one in a script without capitals stays in one piece.
    pub fn parted(family: &str, given: &str, suffix: Option<&str>) -> Self {
        let cased = |text: &str| text.chars().any(|c| c.is_lowercase() || c.is_uppercase());
        match (family, given) {
            ("", name) | (name, "") => return Self::Literal(name.to_owned()),
            _ if cased(family) || cased(given) => {}
            _ if family.chars().any(is_east_asian) => return Self::Literal(format!("{family}{given}")),
            _ => return Self::Literal(format!("{given} {family}")),
        }
        let name = Self::person(family, initials(given).unwrap_or_else(|| given.to_owned()));
        match suffix.filter(|suffix| !suffix.is_empty()) {
            Some(suffix) => name.with_suffix(suffix),
            None => name,
        }
    }

    /// The name as a short reference has it: `Kigar SL`.
    pub fn short(&self) -> String {
        let Self::Person { family, given, suffix } = self else {
            let Self::Literal(text) = self else { return String::new() };
            return text.clone();
        };
        let mut letters = String::new();
        let mut begins = true;
        for c in given.chars() {
            if begins && c.is_alphabetic() || c == '-' {
                letters.extend(c.to_uppercase());
            }
            begins = matches!(c, ' ' | '-' | '.');
        }
        let suffix = suffix.as_ref().map(|suffix| format!(" {suffix}")).unwrap_or_default();
        format!("{family} {letters}{suffix}")
    }

    pub(super) fn person(family: &str, given: String) -> Self {
        Self::Person { family: family.to_owned(), given, suffix: None }
    }

    /// The name with what stands behind it; a group stays as it is.
    pub(super) fn with_suffix(self, text: &str) -> Self {
        match self {
            Self::Person { family, given, .. } => Self::Person { family, given, suffix: Some(text.to_owned()) },
            group @ Self::Literal(_) => group,
        }
    }
}

/// `Kigar SL`, `de Witte LD`, `Smith J. A.`, `Zarate CA Jr`.
pub(super) fn family_first(text: &str) -> Option<Name> {
    if let Some((front, last)) = text.rsplit_once(' ')
        && is_suffix(last)
        && front.contains(' ')
    {
        return family_first(front).map(|name| name.with_suffix(last));
    }
    let words: Vec<&str> = text.split(' ').collect();
    let letters = words.iter().rev().take_while(|word| initials(word).is_some()).count();
    // Several groups of letters are one each: `Smith J. A.`, but not `Centre UK BB`.
    let several = words.iter().rev().take(letters).all(|word| word.chars().filter(|c| c.is_uppercase()).count() == 1);
    let letters = if several { letters } else { letters.min(1) };
    let (family, given) = words.split_at_checked(words.len() - letters).filter(|_| letters > 0)?;
    let family = family.join(" ");
    is_family(&family).then_some(())?;
    Some(Name::person(&family, initials(&given.join(" "))?))
}

/// `Smith, Jane A.` in its two parts.
pub(super) fn inverted(family: &str, given: &str) -> Option<Name> {
    let is_group = surname_words(family) > 1 && is_group(family);
    let fine = is_family(family) && !is_group && family_first(family).is_none();
    let spelled = initials(given).filter(|_| {
        // `World Bank, WB` is no person; `Smith, JA` and `World, J. A.` are.
        given.contains('.') || given.chars().count() == 1 || surname_words(family) == 1
    });
    let given = spelled.or_else(|| is_given(given).then(|| given.to_owned()))?;
    fine.then(|| Name::person(family, given))
}

/// `J. A. Smith` and `Jane A. van der Berg`, and whether it could as well be something else: `Jane Smith`.
pub(super) fn given_first(text: &str) -> Option<(Name, bool)> {
    let words: Vec<&str> = text.split(' ').collect();
    let fine = |word: &&str| initials(word).is_some() || PARTICLES.contains(word) || is_capitalised(word);
    if words.len() < 2 || words.len() > 5 || is_group(text) || !words.iter().all(fine) {
        return None;
    }
    let particle = words.iter().position(|word| PARTICLES.contains(word)).filter(|&at| at > 0);
    let (given, family) = words.split_at(particle.unwrap_or(words.len() - 1));
    let family = family.join(" ");
    if !is_family(&family) || !given.iter().all(|word| initials(word).is_some() || is_capitalised(word)) {
        return None;
    }
    let joined = given.join(" ");
    let one_letter = |word: &&str| word.trim_end_matches('.').chars().count() == 1 || word.contains('.');
    let sure = given.iter().any(|word| one_letter(word) && initials(word).is_some());
    let given = initials(&joined).filter(|_| given.iter().all(|word| initials(word).is_some())).unwrap_or(joined);
    Some((Name::person(&family, given), !sure))
}

/// Whether this may be a family name: a word with small letters, and nothing that a list of names would trip over.
pub(super) fn is_family(text: &str) -> bool {
    let joins = text.split(' ').any(|word| word.eq_ignore_ascii_case("and") || word == "&");
    text.chars().any(char::is_lowercase) && !joins && !text.contains([',', ';', '(', ')', '{', '}'])
}

/// Words of a family name without its particles.
fn surname_words(family: &str) -> usize {
    family.split(' ').filter(|word| !PARTICLES.contains(&word.to_lowercase().as_str())).count()
}

/// Whether this may be first names.
fn is_given(text: &str) -> bool {
    let words = text.split(' ');
    words.clone().count() <= 3
        && !is_group(text)
        && words.into_iter().all(|w| is_capitalised(w) || initials(w).is_some())
}

/// Whether a word is a capital with small letters: `Jane`, `Jean-Paul`, `O'Connor`.
fn is_capitalised(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    letters && word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// Whether only a group is called like that: by a word of groups, in capitals, or one that no Latin list divides.
pub(super) fn is_group(text: &str) -> bool {
    let lower = text.to_lowercase();
    let of_groups = |word: &str| {
        let singular = word.strip_suffix('s').unwrap_or(word);
        OF_GROUPS.iter().any(|start| singular == *start || start.len() > 5 && word.starts_with(start))
    };
    let acronym = !text.contains(' ') && text.chars().filter(|c| c.is_uppercase()).count() > 1;
    lower.split(|c: char| !c.is_alphanumeric()).any(of_groups) || acronym || text.chars().any(is_east_asian)
}

/// Han, kana and Hangul: names of people are written in one piece, the family first, and stay as they are.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}')
}

pub(super) fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV")
}

/// `S. L.` for `SL`, `M.-E.` for `M-E`, `J. A.` for itself; nothing where a word is no initials.
pub(super) fn initials(text: &str) -> Option<String> {
    let letters = text.chars().filter(|c| c.is_uppercase()).count();
    let fine = text.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '.' | ' '));
    if !fine || letters == 0 || letters > MOST_INITIALS || text.starts_with('-') || text.ends_with('-') {
        return None;
    }
    let mut spelled = String::new();
    for c in text.chars().filter(|c| !matches!(c, '.' | ' ')) {
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
