//! Lists of authors in the forms that people paste: `Kigar SL, Lynall M-E, ... Clatworthy MR` (Vancouver, PubMed),
//! `Smith, J. A., & Jones, B.` (APA), `Smith, Jane and Jones, Bob` (BibTeX), `Smith J; Jones B`, `Jane A. Smith and
//! Bob Jones`; with particles, suffixes, groups, and names in other scripts.

use super::{
    name::{Name, family_first, given_first, initials, inverted, is_family, is_group, is_suffix},
    one_line::one_line,
};

/// The authors of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authors {
    /// Those who are named, in order.
    pub names: Vec<Name>,
    /// Whether there are more.
    pub others: bool,
    /// Whether they are the editors: `Fink G (ed.)`, `Fink G, Roe B, editors`.
    pub editors: bool,
    /// Pieces of the list that could be read otherwise, as they are written, each with how it was read.
    pub doubts: Vec<(String, Name)>,
}

impl Authors {
    /// Reads a list of authors as people write it.
    pub fn read(text: &str) -> Self {
        authors(text)
    }
}

/// Reads a list of authors. Names behind the dots are kept in order; that some are missing is said once.
pub(super) fn authors(text: &str) -> Authors {
    // APA writes the dots apart.
    let text = one_line(text).replace(". . .", "...");
    let bare = without_role(&text);
    let mut authors = Authors { editors: bare.len() < text.len(), ..Authors::default() };
    let text = bare.to_owned();
    if text.contains(';') && !text.contains('(') {
        for part in text.split(';') {
            let part = without_join(part.trim());
            match pair(part) {
                Some(name) => authors.names.push(name),
                None => list(part, &mut authors),
            }
        }
        return authors;
    }
    let parts = || joined(&text).map(|part| part.trim_end_matches(',')).filter(|part| !is_more(part));
    let pairs: Option<Vec<Name>> = parts().map(pair).collect();
    let spelt_out = initials(text.rsplit(", ").next().unwrap_or_default()).is_none();
    match pairs {
        // `Smith, Jane` alone may be two groups, and `Jane Smith, Bob Jones` is two people.
        Some(pairs) if pairs.len() == 1 && spelt_out && text.matches(' ').count() == 1 => {
            authors.doubts.extend(pairs.iter().map(|name| (text.clone(), name.clone())));
            authors.names = pairs;
        }
        Some(pairs) if !pairs.is_empty() && (pairs.len() > 1 || !spelt_out) => {
            authors.others = joined(&text).any(is_more);
            authors.names = pairs;
        }
        _ => list(&text, &mut authors),
    }
    authors
}

/// A list without the word for editors that it ends with. `Smith, Ed` is a person.
fn without_role(text: &str) -> &str {
    let whole = text.trim_end_matches(['.', ')', ' ']);
    let word = whole.rsplit([' ', '(']).next().unwrap_or_default();
    let front = whole.get(..whole.len() - word.len()).unwrap_or_default();
    let in_brackets = front.ends_with('(');
    let is_role = matches!(word.to_lowercase().as_str(), "ed" | "eds" | "editor" | "editors" | "hrsg" | "hg")
        && (in_brackets || front.ends_with(", ") && (word != "Ed" && word != "Hg"));
    if is_role { front.trim_end_matches([' ', ',', '(']) } else { text }
}

/// The parts of a text between `and` and `&`.
fn joined(text: &str) -> impl Iterator<Item = &str> {
    text.split(" and ").flat_map(|part| part.split(" & ")).map(str::trim)
}

/// A part without the `and` that it begins with.
fn without_join(part: &str) -> &str {
    part.strip_prefix("and ").or_else(|| part.strip_prefix("& ")).unwrap_or(part)
}

/// `Smith, Jane A.`, `King, M. L., Jr.` and `King, Jr., M. L.`: one person, and nothing else.
fn pair(text: &str) -> Option<Name> {
    match text.split(", ").collect::<Vec<_>>()[..] {
        [family, given] => inverted(family, given),
        [family, given, suffix] | [family, suffix, given] if is_suffix(suffix) => {
            inverted(family, given).map(|name| name.with_suffix(suffix))
        }
        _ => None,
    }
}

/// Reads a list that commas divide.
fn list(text: &str, authors: &mut Authors) {
    let parts: Vec<&str> = text.split(", ").flat_map(|part| part.split(['，', '、'])).collect();
    let mut pieces: Vec<&str> = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        let part = without_join(part.trim().trim_end_matches(','));
        pieces.extend(apart(part, parts.get(i + 1).copied().unwrap_or_default()));
    }
    let pieces: Vec<&str> = pieces.into_iter().filter_map(|piece| named(piece, &mut authors.others)).collect();
    // First names first, where all of a list are written so; one alone may be anything.
    let so_written = pieces.iter().filter(|piece| given_first(piece).is_some()).count();
    let all_given_first = so_written > 1 && pieces.iter().all(|p| given_first(p).is_some() || is_group(p));
    let mut rest = pieces.as_slice();
    while let [first, after @ ..] = rest {
        rest = if let Some((name, used)) = person(first, after) {
            authors.names.push(name);
            after.get(used..).unwrap_or_default()
        } else {
            one(first, all_given_first, authors);
            after
        };
    }
}

/// A part of a list at its `and`s, where both sides are people; `Research & Co` stays whole.
fn apart<'a>(part: &'a str, next: &str) -> Vec<&'a str> {
    let pieces: Vec<&str> = joined(part).collect();
    let follows = |i: usize| pieces.get(i + 1).copied().unwrap_or(next);
    let fine = |(i, piece): (usize, &&str)| {
        let is_person = family_first(piece).is_some() || given_first(piece).is_some() || initials(piece).is_some();
        is_person || is_more(piece) || is_family(piece) && !is_group(piece) && initials(follows(i)).is_some()
    };
    if pieces.iter().enumerate().all(fine) { pieces } else { vec![part] }
}

fn is_more(piece: &str) -> bool {
    matches!(piece, "others" | "et al" | "et al.")
}

/// What a piece names, without the dots and words that stand for further authors; nothing where that is all.
fn named<'a>(piece: &'a str, others: &mut bool) -> Option<&'a str> {
    let named = piece.trim_start_matches("...").trim_start_matches('…').trim();
    let named = if is_more(named) { "" } else { named };
    let alone = named.strip_suffix(" et al.").or_else(|| named.strip_suffix(" et al")).unwrap_or(named).trim();
    *others |= alone.len() < piece.trim().len();
    Some(without_join(alone)).filter(|alone| !alone.is_empty())
}

/// A person at the beginning of the pieces, and how many of those after the first belong to the name.
fn person(first: &str, after: &[&str]) -> Option<(Name, usize)> {
    let suffix = |at: usize| after.get(at).filter(|piece| is_suffix(piece));
    if let Some(name) =
        family_first(first).or_else(|| given_first(first).filter(|(_, open)| !open).map(|(name, _)| name))
    {
        return Some(match suffix(0) {
            Some(suffix) => (name.with_suffix(suffix), 1),
            None => (name, 0),
        });
    }
    let letters = |at: usize| after.get(at).filter(|piece| initials(piece).is_some());
    if let (Some(suffix), Some(given)) = (suffix(0), letters(1)) {
        return Some((inverted(first, given)?.with_suffix(suffix), 2));
    }
    let name = inverted(first, letters(0)?)?;
    Some(match suffix(1) {
        Some(suffix) => (name.with_suffix(suffix), 2),
        None => (name, 1),
    })
}

/// Adds a person and the group behind them in brackets, or a name as it stands.
fn one(text: &str, given_first_here: bool, authors: &mut Authors) {
    let split = text.strip_suffix(')').and_then(|text| text.split_once(" ("));
    if let Some((person, group)) = split.and_then(|(first, group)| Some((family_first(first)?, group))) {
        authors.names.extend([person, Name::Literal(group.to_owned())]);
        return;
    }
    let guess = given_first(text).filter(|_| given_first_here).map(|(name, _)| name);
    let name = guess.unwrap_or_else(|| Name::Literal(text.to_owned()));
    if !is_group(text) {
        authors.doubts.push((text.to_owned(), name.clone()));
    }
    authors.names.push(name);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names as BibTeX would have them, one after the other; `+` says that there are more.
    fn said(text: &str) -> String {
        let list = authors(text);
        let mut names: Vec<String> = list.names.iter().map(one_name).collect();
        names.extend(list.others.then(|| "+".to_owned()));
        names.join(" & ")
    }

    fn one_name(name: &Name) -> String {
        match name {
            Name::Person { family, given, suffix: None } => format!("{family}, {given}"),
            Name::Person { family, given, suffix: Some(suffix) } => format!("{family}, {suffix}, {given}"),
            Name::Literal(text) => format!("{{{text}}}"),
        }
    }

    #[test]
    fn lists_in_every_form_that_people_paste() {
        let long = "PREDDICT investigators (senior author Baune BT)";
        for (list, expected) in [
            // Vancouver and PubMed.
            ("Kigar SL", "Kigar, S. L."),
            ("de Witte LD, Carhart-Harris R", "de Witte, L. D. & Carhart-Harris, R."),
            ("van Putten MJAM, Cho JH-J", "van Putten, M. J. A. M. & Cho, J. H.-J."),
            ("Björklund Å, O'Connor J.C.", "Björklund, Å. & O'Connor, J. C."),
            ("Smith J. A., Jones B.", "Smith, J. A. & Jones, B."),
            ("Zarate CA Jr, Singh JB", "Zarate, Jr, C. A. & Singh, J. B."),
            ("Veltman DJ (ENIGMA-MDD)", "Veltman, D. J. & {ENIGMA-MDD}"),
            ("Smith JA, Jones B and Poe C", "Smith, J. A. & Jones, B. & Poe, C."),
            // APA.
            ("Doe, J. A., Roe, B., & Poe, C.", "Doe, J. A. & Roe, B. & Poe, C."),
            ("Smith, J. A., & Jones, B.", "Smith, J. A. & Jones, B."),
            ("Smith, J. A. & Jones, B.", "Smith, J. A. & Jones, B."),
            ("van der Berg, J.-P., & Ng, T. H.", "van der Berg, J.-P. & Ng, T. H."),
            ("King, M. L., Jr., & Poe, C.", "King, Jr., M. L. & Poe, C."),
            ("Doe, J., Roe, B., . . . Poe, C.", "Doe, J. & Roe, B. & Poe, C. & +"),
            ("Doe, J., et al.", "Doe, J. & +"),
            (
                "Mac Giollabhui, N., Royal, J., & World Health Organization",
                "Mac Giollabhui, N. & Royal, J. & {World Health Organization}",
            ),
            // `and`, BibTeX.
            ("Doe J and Roe B", "Doe, J. & Roe, B."),
            ("Doe J & Roe B", "Doe, J. & Roe, B."),
            ("Doe, Jane and Roe, Bob A.", "Doe, Jane & Roe, Bob A."),
            ("Doe, J. A. and Roe, B. and others", "Doe, J. A. & Roe, B. & +"),
            ("King, Jr., M. L. and Poe, C.", "King, Jr., M. L. & Poe, C."),
            // Semicolons.
            ("Doe J; Roe B", "Doe, J. & Roe, B."),
            ("Doe, J. A.; Roe, Bob; and Poe, C.", "Doe, J. A. & Roe, Bob & Poe, C."),
            ("Doe, J; NIMA Consortium; et al.", "Doe, J. & {NIMA Consortium} & +"),
            // First names first.
            ("J. A. Smith and B. Jones", "Smith, J. A. & Jones, B."),
            ("Jane A. Smith, Bob B. van der Berg", "Smith, Jane A. & van der Berg, Bob B."),
            ("Jane Smith, Bob Jones, and Ann Poe", "Smith, Jane & Jones, Bob & Poe, Ann"),
            // Groups, and names that no Latin list divides.
            ("UK ECT Review Group", "{UK ECT Review Group}"),
            ("NIMA Consortium, Miller AH", "{NIMA Consortium} & Miller, A. H."),
            (long, "{PREDDICT investigators (senior author Baune BT)}"),
            ("World Health Organization, UNICEF", "{World Health Organization} & {UNICEF}"),
            ("World Bank, WB", "{World Bank} & {WB}"),
            ("Centers for Disease Control and Prevention", "{Centers for Disease Control and Prevention}"),
            ("王小明、李華，張三", "{王小明} & {李華} & {張三}"),
            ("Smith and Jones AB", "{Smith and Jones AB}"),
            ("Research & Co", "{Research & Co}"),
            ("Smith,Jones AB", "{Smith,Jones AB}"),
            ("A} and {B", "{A} and {B}"),
            // Authors who are not named.
            ("Banks WA et al.", "Banks, W. A. & +"),
            ("Banks WA, et al", "Banks, W. A. & +"),
            ("Du Y, ..., Ma X", "Du, Y. & Ma, X. & +"),
            ("Du Y, … Ma X", "Du, Y. & Ma, X. & +"),
            ("...", "+"),
            (", ,", ""),
            ("", ""),
        ] {
            assert_eq!(said(list), expected, "{list:?}");
        }
    }

    #[test]
    fn what_is_guessed_is_said() {
        let doubts = |text: &str| authors(text).doubts.into_iter().map(|(text, _)| text).collect::<Vec<_>>();
        for clear in [
            "Kigar SL, Lynall M-E, ... Clatworthy MR",
            "Doe, J. A., Roe, B., & Poe, C.",
            "Doe, Jane and Roe, Bob",
            "UK ECT Review Group, UNICEF",
            "王小明、李華",
            "J. A. Smith",
            "",
        ] {
            assert_eq!(doubts(clear), [] as [String; 0], "{clear:?}");
        }
        assert_eq!(doubts("Jane Smith, Bob Jones"), ["Jane Smith", "Bob Jones"]);
        assert_eq!(doubts("Smith, Jane"), ["Smith, Jane"]);
        assert_eq!(doubts("Smith,Jones AB"), ["Smith,Jones AB"]);
        assert_eq!(doubts("Doe J, Human Rights Watch"), ["Human Rights Watch"]);
    }

    #[test]
    fn editors_are_said_to_be() {
        for (text, expected) in [
            ("Doe J (ed.)", "Doe, J."),
            ("Doe, J. A., & Roe, B. (Eds.)", "Doe, J. A. & Roe, B."),
            ("Doe J, Roe B, editors", "Doe, J. & Roe, B."),
            ("Doe J, Roe B, eds.", "Doe, J. & Roe, B."),
            ("World Health Organization (editor)", "{World Health Organization}"),
            ("Doe J; Roe B (Hrsg.)", "Doe, J. & Roe, B."),
        ] {
            assert_eq!((said(text).as_str(), authors(text).editors), (expected, true), "{text}");
        }
        for text in ["Smith, Ed", "Doe J", "Reed", "Veltman DJ (ENIGMA-MDD)", "ed"] {
            assert!(!authors(text).editors, "{text}");
        }
    }

    #[test]
    fn short_names_are_those_of_a_list() {
        for name in ["Kigar SL", "Lynall M-E", "Zarate CA Jr", "van Putten MJAM", "UK ECT Review Group"] {
            assert_eq!(authors(name).names[0].short(), name);
        }
        assert_eq!(authors("Doe, Jean-Paul A. and Roe, B.").names[0].short(), "Doe J-PA");
    }
}
