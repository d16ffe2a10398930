//! What the words of a table say of a link's effect. One table, to be looked at and changed by whoever opens a file: no
//! word claims a sign that it does not say, and an arrow alone says none.

use crate::model::Effect::{self, Lowers, Mixed, NoEffect, Raises, Unknown};

/// Words with their effects, in small letters, with a blank for each `_` and `-` between letters and without a prefix such
/// as `biolink:`. What SIGNOR, `OmniPath`, BEL, KGX/biolink, the Relation Ontology and PSI-MI's causal statements call them,
/// and what people write.
const WORDS: [(&str, Effect); 76] = [
    ("+", Raises),
    ("activate", Raises),
    ("activates", Raises),
    ("activation", Raises),
    ("consensus stimulation", Raises),
    ("directly increases", Raises),
    ("directly positively regulates", Raises),
    ("directlyincreases", Raises),
    ("enhances", Raises),
    ("increase", Raises),
    ("increased", Raises),
    ("increaseamount", Raises),
    ("increases", Raises),
    ("indirectly positively regulates", Raises),
    ("induces", Raises),
    ("induction", Raises),
    ("positive", Raises),
    ("positive influence", Raises),
    ("positive regulation", Raises),
    ("positively regulates", Raises),
    ("promotes", Raises),
    ("raises", Raises),
    ("stimulates", Raises),
    ("stimulation", Raises),
    ("up", Raises),
    ("upregulated", Raises),
    ("upregulates", Raises),
    ("-", Lowers),
    ("−", Lowers),
    ("-|", Lowers),
    ("--|", Lowers),
    ("⊣", Lowers),
    ("blocks", Lowers),
    ("consensus inhibition", Lowers),
    ("decrease", Lowers),
    ("decreaseamount", Lowers),
    ("decreased", Lowers),
    ("decreases", Lowers),
    ("directly decreases", Lowers),
    ("directly negatively regulates", Lowers),
    ("directlydecreases", Lowers),
    ("down", Lowers),
    ("downregulated", Lowers),
    ("downregulates", Lowers),
    ("indirectly negatively regulates", Lowers),
    ("inhibit", Lowers),
    ("inhibition", Lowers),
    ("inhibits", Lowers),
    ("lowers", Lowers),
    ("negative", Lowers),
    ("negative influence", Lowers),
    ("negative regulation", Lowers),
    ("negatively regulates", Lowers),
    ("prevents", Lowers),
    ("reduces", Lowers),
    ("represses", Lowers),
    ("repression", Lowers),
    ("suppresses", Lowers),
    ("both", Mixed),
    ("dual", Mixed),
    ("mixed", Mixed),
    ("no effect", NoEffect),
    ("causes no change", NoEffect),
    ("causesnochange", NoEffect),
    ("mi:2235", Raises),
    ("mi:2236", Raises),
    ("mi:2237", Raises),
    ("mi:2238", Raises),
    ("mi:2239", Raises),
    ("mi:2240", Lowers),
    ("mi:2241", Lowers),
    ("mi:2242", Lowers),
    ("mi:2243", Lowers),
    ("mi:2244", Lowers),
    ("ro:0002213", Raises),
    ("ro:0002212", Lowers),
];

/// What a relation's parts are joined with where several columns say it.
pub(super) const AND: &str = "; ";
/// What stands before the way in which the ends of a KGX row change.
pub(super) const SUBJECT: &str = "subject ";
pub(super) const OBJECT: &str = "object ";

/// Words that stand for numbers.
pub(super) const ABOVE: &str = "a number above 0";
pub(super) const BELOW: &str = "a number below 0";
pub(super) const NO_NUMBER: &str = "not a number (NaN)";

/// Numbers that are few enough to be words.
const COUNTED: [&str; 4] = ["0", "1", "+1", "-1"];

/// What a table's words say, each for itself but for numbers: of `0` and `1` alone nobody knows whether 1 stands for a sign,
/// for a link, or (as in signed tables of INDRA) for the opposite; and weights claim signs only where some are below 0.
pub(super) fn effects(words: &[&str]) -> Vec<Effect> {
    let signed = words.iter().any(|word| [BELOW, "-1"].contains(word));
    let agreed = words.iter().any(|word| word.contains("consensus"));
    let of = |word: &&str| match *word {
        "1" | "+1" | ABOVE if signed => Raises,
        "+1" => Raises,
        "-1" | BELOW => Lowers,
        "1" | ABOVE => Unknown,
        word => effect(word, agreed),
    };
    words.iter().map(of).collect()
}

/// The word for what a cell says: numbers that are no codes have one for each side of 0.
pub(super) fn word_of(cell: &str) -> &str {
    // A minus as word processors write it is one, too.
    let may_be = cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'n' | 'N' | 'i' | 'I'));
    if !may_be || COUNTED.contains(&cell) {
        return cell;
    }
    match cell.parse::<f64>() {
        Ok(number) if number.is_nan() => NO_NUMBER,
        Ok(number) if number > 0.0 => ABOVE,
        Ok(number) if number < 0.0 => BELOW,
        Ok(_) => "0",
        Err(_) => cell,
    }
}

/// What a word says, of one column or of several. Where a table says what its sources agree on, what any of them says
/// alone is no sign.
fn effect(word: &str, agreed: bool) -> Effect {
    let parts: Vec<String> = word.split(AND).map(plain).collect();
    let has = |name: &str| parts.iter().any(|part| part == name);
    if has("negated") {
        // Looked for, and said not to be so: whatever it is that is denied.
        return NoEffect;
    }
    let up = has("consensus stimulation") || !agreed && has("is stimulation");
    let down = has("consensus inhibition") || !agreed && has("is inhibition");
    if up || down {
        return if up && down { Mixed } else { [Lowers, Raises][usize::from(up)] };
    }
    // KGX: which way the object changes; a lack that acts turns the sign.
    let way = |end: &str| {
        let said = parts.iter().find_map(|part| part.strip_prefix(end));
        said.and_then(|word| single(word).sign())
    };
    if let Some(object) = way(OBJECT) {
        return if object * way(SUBJECT).unwrap_or(1) > 0 { Raises } else { Lowers };
    }
    let said: Vec<Effect> = parts.iter().map(|part| single(part)).filter(|effect| *effect != Unknown).collect();
    match said.as_slice() {
        [] => Unknown,
        [first, rest @ ..] if rest.iter().all(|other| other == first) => *first,
        _ => Mixed,
    }
}

/// What one word in plain letters says.
fn single(word: &str) -> Effect {
    // SIGNOR: `up-regulates activity`, `down-regulates quantity by repression`.
    let starts = |start: &str| word.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if starts("up regulates") {
        return Raises;
    }
    if starts("down regulates") {
        return Lowers;
    }
    WORDS.iter().find(|(known, _)| *known == word).map_or(Unknown, |(_, effect)| *effect)
}

/// A word as words are compared.
fn plain(word: &str) -> String {
    let word = word.trim();
    // `psi-mi:"MI:2236"(up-regulates activity)`: by its number.
    if let Some((_, rest)) = word.split_once("psi-mi:\"") {
        return rest.split('"').next().unwrap_or_default().to_lowercase();
    }
    let bare = word.strip_prefix("biolink:").unwrap_or(word).to_lowercase();
    if bare.chars().any(char::is_alphabetic) && !bare.contains(':') { bare.replace(['_', '-'], " ") } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[(&str, Effect)]) {
        let only: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        assert_eq!(only.iter().copied().zip(effects(&only)).collect::<Vec<_>>(), words);
    }

    #[test]
    fn words_of_knowledge_bases_have_the_effects_that_they_say() {
        check(&[
            ("up-regulates", Raises),
            ("up-regulates quantity by expression", Raises),
            ("down-regulates activity", Lowers),
            ("form complex", Unknown),
            ("unknown", Unknown),
            ("", Unknown),
            ("directlyDecreases", Lowers),
            ("positively_regulates", Raises),
            ("RO:0002212", Lowers),
            ("psi-mi:\"MI:2236\"(up-regulates activity)", Raises),
            ("psi-mi:\"MI:2245\"(causal regulatory mechanism)", Unknown),
            ("causesNoChange", NoEffect),
            ("Inhibits", Lowers),
            ("interacts-with", Unknown),
            ("pp", Unknown),
        ]);
    }

    #[test]
    fn an_arrow_alone_claims_no_sign_and_a_bar_does() {
        check(&[("->", Unknown), ("-->", Unknown), ("→", Unknown), ("-|", Lowers), ("+", Raises), ("−", Lowers)]);
    }

    #[test]
    fn numbers_are_signs_only_where_some_are_below_nought() {
        check(&[("1", Unknown), ("0", Unknown)]);
        check(&[("1", Raises), ("-1", Lowers), ("0", Unknown)]);
        check(&[(ABOVE, Unknown), (NO_NUMBER, Unknown)]);
        check(&[(ABOVE, Raises), (BELOW, Lowers), ("0", Unknown)]);
        check(&[("+1", Raises), ("0", Unknown)]);
        for (cell, word) in [
            ("0.5", ABOVE),
            ("-3e2", BELOW),
            ("1", "1"),
            ("0.0", "0"),
            ("NaN", NO_NUMBER),
            ("-inf", BELOW),
            ("-|", "-|"),
            ("activates", "activates"),
            ("inhibits", "inhibits"),
        ] {
            assert_eq!(word_of(cell), word, "{cell}");
        }
    }

    #[test]
    fn several_columns_say_one_effect() {
        check(&[
            ("is_stimulation; is_inhibition; consensus_stimulation", Raises),
            ("is_stimulation; is_inhibition; consensus_stimulation; consensus_inhibition", Mixed),
            ("is_stimulation", Unknown),
            ("consensus_inhibition", Lowers),
        ]);
        check(&[("is_stimulation", Raises), ("is_inhibition", Lowers), ("is_stimulation; is_inhibition", Mixed)]);
        check(&[
            ("biolink:affects", Unknown),
            ("biolink:affects; biolink:causes; object increased", Raises),
            ("biolink:affects; biolink:causes; subject decreased; object increased", Lowers),
            ("biolink:affects; biolink:causes; subject decreased; object downregulated", Raises),
            ("biolink:positively_regulates; negated", NoEffect),
        ]);
    }
}
