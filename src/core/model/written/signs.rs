//! Signs beside names: `BDNF (-)`, `[+] BDNF`, `BDNF: inhibits`.

use crate::model::Effect;

/// Brackets that a sign may stand in.
const BRACKETS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('（', '）'), ('【', '】')];

/// The signs, dashes being hyphens and letters small.
const SIGNS: [(Effect, &[&str]); 5] = [
    (
        Effect::Raises,
        &[
            "+",
            "++",
            "+1",
            "->",
            "plus",
            "pos",
            "positive",
            "raises",
            "raise",
            "raised",
            "increases",
            "increase",
            "increased",
            "activates",
            "activate",
            "activation",
            "stimulates",
            "stimulation",
            "promotes",
            "enhances",
            "induces",
            "excites",
            "up",
            "upregulates",
            "more",
        ],
    ),
    (
        Effect::Lowers,
        &[
            "-",
            "--",
            "-1",
            "-|",
            "minus",
            "neg",
            "negative",
            "lowers",
            "lower",
            "lowered",
            "decreases",
            "decrease",
            "decreased",
            "inhibits",
            "inhibit",
            "inhibition",
            "inhibitory",
            "suppresses",
            "suppression",
            "reduces",
            "reduction",
            "blocks",
            "down",
            "downregulates",
            "less",
        ],
    ),
    (Effect::Mixed, &["±", "∓", "+/-", "-/+", "+-", "-+", "<>", "mixed", "both"]),
    (Effect::NoEffect, &["0", "∅", "none", "no effect", "nothing"]),
    (Effect::Unknown, &["?", "??", "unknown", "unclear"]),
];

/// A text without the signs at its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed<'t> {
    /// What is left.
    pub name: &'t str,
    /// The sign before it.
    pub before: Option<Effect>,
    /// The sign behind it.
    pub after: Option<Effect>,
}

/// Takes the signs off the ends of a text. What stands in brackets and is no sign stays: `IL-6 (blood)`.
pub fn signed(text: &str) -> Signed<'_> {
    let (name, after) = sign_behind(text.trim());
    let (name, before) = sign_before(name);
    Signed { name, before, after }
}

/// Where a sign in brackets begins that stands between two names.
pub fn sign_between(text: &str) -> Option<usize> {
    let names = |text: &str| text.chars().any(char::is_alphanumeric);
    text.match_indices(is_opening).map(|(place, _)| place).find(|&place| {
        let (before, rest) = text.split_at(place);
        let in_brackets = BRACKETS.iter().find_map(|&(opens, closes)| rest.strip_prefix(opens)?.split_once(closes));
        in_brackets.is_some_and(|(inside, after)| names(before) && names(after) && sign(inside).is_some())
    })
}

/// Whether a character opens brackets.
pub fn is_opening(c: char) -> bool {
    BRACKETS.iter().any(|&(opens, _)| opens == c)
}

/// Whether a character closes brackets.
pub fn is_closing(c: char) -> bool {
    BRACKETS.iter().any(|&(_, closes)| closes == c)
}

/// The effect that a sign or a word stands for.
pub fn sign(text: &str) -> Option<Effect> {
    let is_dash = |c: char| matches!(c, '‐'..='―' | '−' | '﹣' | '－');
    let plain = |c: char| match c {
        '＋' => '+',
        '？' => '?',
        c if is_dash(c) => '-',
        c => c,
    };
    let text: String = text.trim().chars().map(plain).flat_map(char::to_lowercase).collect();
    // `up-regulates` and `up regulates` are one word; a sign may have spaces, too: `+ / -`.
    let joined = |apart: &[char]| text.replace(|c| apart.contains(&c), "");
    let spellings = [joined(&[' ', '-']), joined(&[' ']), text.clone()];
    SIGNS.iter().find(|(_, signs)| signs.iter().any(|sign| spellings.iter().any(|s| s == sign))).map(|found| found.0)
}

fn sign_behind(text: &str) -> (&str, Option<Effect>) {
    let in_brackets = BRACKETS.iter().find_map(|&(opens, closes)| text.strip_suffix(closes)?.rsplit_once(opens));
    let after_colon = || text.rsplit_once([':', '：']);
    let apart = || text.rsplit_once(char::is_whitespace).filter(|(_, last)| is_bare(last));
    let taken = |(name, text): (&'_ str, &str)| (!name.trim().is_empty()).then(|| sign(text)).flatten().is_some();
    let found = in_brackets.filter(|&pair| taken(pair)).or_else(|| after_colon().filter(|&pair| taken(pair)));
    match found.or_else(|| apart().filter(|&pair| taken(pair))) {
        Some((name, found)) => (name.trim_end(), sign(found)),
        None => (text, None),
    }
}

fn sign_before(text: &str) -> (&str, Option<Effect>) {
    let in_brackets = BRACKETS.iter().find_map(|&(opens, closes)| text.strip_prefix(opens)?.split_once(closes));
    let apart = || text.split_once(char::is_whitespace).filter(|(first, _)| is_bare(first));
    let taken = |(text, name): (&str, &'_ str)| (!name.trim().is_empty()).then(|| sign(text)).flatten().is_some();
    match in_brackets.filter(|&pair| taken(pair)).or_else(|| apart().filter(|&pair| taken(pair))) {
        Some((found, name)) => (name.trim_start(), sign(found)),
        None => (text, None),
    }
}

/// Whether a word is a sign without brackets: no letters, and no number that may belong to the name.
fn is_bare(word: &str) -> bool {
    !word.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: &str, before: Option<Effect>, after: Option<Effect>) {
        assert_eq!(signed(text), Signed { name, before, after }, "{text}");
    }

    #[test]
    fn signs_are_taken_off_in_any_bracket_and_behind_a_colon() {
        let (raises, lowers) = (Some(Effect::Raises), Some(Effect::Lowers));
        for sign in [
            "(-)",
            "[-]",
            "{–}",
            "（−）",
            "( — )",
            ": -",
            ": inhibits",
            "(inhibits)",
            "[Inhibition]",
            "-",
            "(down-regulates)",
        ] {
            check(&format!("BDNF {sign}"), "BDNF", None, lowers);
        }
        for sign in ["(+)", "[ + ]", ":+", ": raises", "(Activates)", "+", "(up)"] {
            check(&format!("BDNF {sign}"), "BDNF", None, raises);
        }
        check("BDNF(-)", "BDNF", None, lowers);
        check("(-) BDNF", "BDNF", lowers, None);
        check("[+]BDNF", "BDNF", raises, None);
        check("BDNF (+/-)", "BDNF", None, Some(Effect::Mixed));
        check("BDNF (±)", "BDNF", None, Some(Effect::Mixed));
        check("BDNF (0)", "BDNF", None, Some(Effect::NoEffect));
        check("BDNF: no effect", "BDNF", None, Some(Effect::NoEffect));
        check("BDNF (?)", "BDNF", None, Some(Effect::Unknown));
    }

    #[test]
    fn what_is_no_sign_belongs_to_the_name() {
        for name in [
            "IL-6 (blood)",
            "T cells (CD4+)",
            "Calcium (2+)",
            "Complement: C3",
            "(-)",
            "Vitamin D",
            "IL-6",
            "CD4+",
            "Factor 0",
        ] {
            check(name, name, None, None);
        }
    }
}
