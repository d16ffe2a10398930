//! Words that many formats share for what a cause does to its effect.

use crate::{model::Effect, table::plain};

/// The effect that a word or a sign stands for, where that is beyond doubt: `+`, `increases`, `inhibits`, `opposite`. None
/// where it says nothing about more or less, as `binds` or `relation`.
pub(crate) fn effect_of(word: &str) -> Option<Effect> {
    let word = word.trim();
    if let Some(sign) = signed(word) {
        return Some(sign);
    }
    let word = plain(word);
    let is = |list: &[&str]| list.contains(&word.as_str());
    if is(RAISES) {
        Some(Effect::Raises)
    } else if is(LOWERS) {
        Some(Effect::Lowers)
    } else if is(NO_EFFECT) {
        Some(Effect::NoEffect)
    } else if is(MIXED) {
        Some(Effect::Mixed)
    } else if is(UNKNOWN) {
        Some(Effect::Unknown)
    } else {
        None
    }
}

/// A sign or a number with one: `+`, `+1`, `1`, `−0.3`. What is no number and no sign is none; zero is no effect known.
pub(crate) fn signed(text: &str) -> Option<Effect> {
    let text: String = text.trim().chars().map(|c| if matches!(c, '−' | '–' | '‑') { '-' } else { c }).collect();
    match text.as_str() {
        "+" | "++" | "(+)" => return Some(Effect::Raises),
        "-" | "(-)" => return Some(Effect::Lowers),
        "±" | "+/-" | "+-" | "-+" => return Some(Effect::Mixed),
        "?" | "(?)" => return Some(Effect::Unknown),
        _ => {}
    }
    let number: f64 = text.replace(',', ".").parse().ok()?;
    match number {
        _ if !number.is_finite() => None,
        _ if number > 0.0 => Some(Effect::Raises),
        _ if number < 0.0 => Some(Effect::Lowers),
        _ => Some(Effect::Unknown),
    }
}

// As `plain` writes them: small letters and digits alone.
const RAISES: &[&str] = &[
    "raises",
    "raise",
    "increases",
    "increase",
    "activates",
    "activation",
    "activate",
    "stimulates",
    "stimulation",
    "stimulate",
    "induces",
    "induction",
    "positive",
    "pos",
    "promotes",
    "enhances",
    "up",
    "upregulates",
    "upregulation",
    "same",
    "addsto",
    "excites",
    "excitatory",
    "directlyincreases",
    "leadstomore",
];
const LOWERS: &[&str] = &[
    "lowers",
    "lower",
    "decreases",
    "decrease",
    "inhibits",
    "inhibition",
    "inhibit",
    "represses",
    "repression",
    "suppresses",
    "suppression",
    "negative",
    "neg",
    "reduces",
    "reduction",
    "blocks",
    "down",
    "downregulates",
    "downregulation",
    "opposite",
    "subtractsfrom",
    "inhibitory",
    "directlydecreases",
    "prevents",
    "leadstoless",
];
const NO_EFFECT: &[&str] = &["noeffect", "doesnotaffect", "causesnochange", "none"];
const MIXED: &[&str] = &["mixed", "dual", "both", "doesboth"];
const UNKNOWN: &[&str] = &[
    "unknown",
    "affects",
    "influences",
    "regulates",
    "regulation",
    "leadsto",
    "causes",
    "relation",
    "relatedto",
    "associatedwith",
    "association",
    "does",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_words_say_what_an_arrow_does() {
        for (word, effect) in [
            ("+", Some(Effect::Raises)),
            ("1", Some(Effect::Raises)),
            ("−0.3", Some(Effect::Lowers)),
            ("-0,5", Some(Effect::Lowers)),
            ("0", Some(Effect::Unknown)),
            ("NaN", None),
            ("Inhibits", Some(Effect::Lowers)),
            ("up-regulates", Some(Effect::Raises)),
            ("Opposite", Some(Effect::Lowers)),
            ("causes", Some(Effect::Unknown)),
            ("binds", None),
            ("", None),
        ] {
            assert_eq!(effect_of(word), effect, "{word}");
        }
    }
}
