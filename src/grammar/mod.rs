//! The grammar of sentences that are built: numbers with what they count, plurals, lists, capitals and full stops. The
//! one place that knows how many forms a noun has; what is said stands in `words` and, of answers, in `analysis`.
//! Labels stand in a sentence as they are written: which of their letters are capitals is for their author to say.

mod number;

pub use number::is_plural;

/// `1 cause`, `2 causes`, `0 causes`.
pub fn count(n: usize, one: &str, more: &str) -> String {
    format!("{n} {}", form(n, one, more))
}

/// The form that goes with a number.
pub fn form<'a>(n: usize, one: &'a str, more: &'a str) -> &'a str {
    if n == 1 { one } else { more }
}

/// A species in the plural, as a sentence needs it: `people`, `mice`. Files name species in English and in the singular.
pub fn many(species: &str) -> String {
    match species {
        "human" => "people".to_owned(),
        "mouse" => "mice".to_owned(),
        "sheep" | "zebrafish" | "fish" => species.to_owned(),
        other if other.ends_with('s') => other.to_owned(),
        other => format!("{other}s"),
    }
}

/// A list as people write it: `a`, `a and b`, `a, b, and c`.
pub fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} and {second}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}

/// A list of whole clauses, which a comma always parts: `a`, `a, and b`, `a, b, and c`.
pub fn clauses(parts: &[String]) -> String {
    match parts {
        [first, second] => format!("{first}, and {second}"),
        _ => list(parts),
    }
}

/// A sentence in words of our own: a capital first, and [ended].
pub fn sentence(text: &str) -> String {
    let mut chars = text.trim().chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    ended(&first.chain(chars).collect::<String>())
}

/// A text with a full stop last, unless it ends with a mark of its own. It begins as it is written, since it may begin
/// with a name: `mTOR`, `p11`.
pub fn ended(text: &str) -> String {
    let text = text.trim();
    let stop =
        if text.is_empty() || text.ends_with(['.', '!', '?', '…']) || text.ends_with(".”") { "" } else { "." };
    format!("{text}{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn numbers_have_the_form_that_goes_with_them() {
        assert_eq!([0, 1, 2].map(|n| count(n, "cause", "causes")), ["0 causes", "1 cause", "2 causes"]);
        assert_eq!([1, 7].map(|n| form(n, "is", "are")), ["is", "are"]);
    }

    #[test]
    fn species_are_many() {
        let species = ["human", "mouse", "rat", "zebrafish", "cells", "rhesus"];
        assert_eq!(species.map(many), ["people", "mice", "rats", "zebrafish", "cells", "rhesus"]);
    }

    #[test]
    fn lists_are_written_as_people_write_them() {
        assert_eq!(["", "a", "a b", "a b c"].map(|text| list(&parts(text))), ["", "a", "a and b", "a, b, and c"]);
        assert_eq!(["", "a", "a b", "a b c"].map(|text| clauses(&parts(text))), ["", "a", "a, and b", "a, b, and c"]);
    }

    #[test]
    fn sentences_begin_and_end_once() {
        let texts = ["none of it is left", "ähnlich so ", "is it?", "he said “so.”"];
        assert_eq!(texts.map(sentence), ["None of it is left.", "Ähnlich so.", "Is it?", "He said “so.”"]);
        assert_eq!(["mTOR rises ", "p11", "", "Is it?"].map(ended), ["mTOR rises.", "p11.", "", "Is it?"]);
    }
}
