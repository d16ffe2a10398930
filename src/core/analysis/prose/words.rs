//! Words that fit together: verbs in singular and plural, labels inside a sentence, lists.

use crate::{
    grammar::{list, many},
    model::{Effect, Link, Pathway, Reading},
};

/// The claim of a link with a verb that fits its cause: `Neutrophils in the meninges raise sickness behaviour`.
pub fn claim(pathway: &Pathway, link: &Link, reading: Reading) -> String {
    let (cause, effect) = (pathway.label(&link.from), pathway.label(&link.to));
    format!("{cause} {} {}", verb(link.effect_in(reading), is_plural(cause)), inside(effect))
}

/// The verb between a cause and its effect.
pub(super) fn verb(effect: Effect, plural: bool) -> &'static str {
    if !plural {
        return effect.verb();
    }
    match effect {
        Effect::Raises => "raise",
        Effect::Lowers => "lower",
        Effect::Mixed => "sometimes raise, sometimes lower",
        Effect::NoEffect => "do not change",
        Effect::Unknown => "may affect",
    }
}

/// Whether a label takes a verb in the plural: `Sympathetic nerves`, `Loss and grief`, but `Loss of synapses`.
pub(super) fn is_plural(label: &str) -> bool {
    const PREPOSITIONS: [&str; 15] = [
        "in", "of", "for", "to", "from", "with", "without", "on", "at", "by", "near", "around", "between", "after",
        "into",
    ];
    const SINGULAR: [&str; 9] =
        ["always", "news", "diabetes", "rabies", "herpes", "mathematics", "physics", "genetics", "series"];
    const PLURAL: [&str; 7] = ["people", "mice", "children", "men", "women", "bacteria", "mitochondria"];
    // Doing something is one thing, whatever it is done to.
    const DOING: [&str; 8] = ["avoiding", "blocking", "feeling", "losing", "reducing", "seeing", "stopping", "taking"];
    let bare = label.split(['(', ',', ':']).next().unwrap_or_default();
    if bare.split_whitespace().next().is_some_and(|first| DOING.contains(&first.to_lowercase().as_str())) {
        return false;
    }
    let head: Vec<&str> =
        bare.split_whitespace().take_while(|word| !PREPOSITIONS.contains(&word.to_lowercase().as_str())).collect();
    if head.contains(&"and") {
        return true;
    }
    let last = head.last().map(|word| word.to_lowercase()).unwrap_or_default();
    let many = last.ends_with('s') && !["ss", "us", "is", "’s", "'s"].iter().any(|end| last.ends_with(end));
    PLURAL.contains(&last.as_str()) || (many && !SINGULAR.contains(&last.as_str()))
}

/// A label inside a sentence: its first letter is lowered, unless it begins with an abbreviation (`IL-6`, `T cells`).
pub fn inside(label: &str) -> String {
    let first: String = label.split_whitespace().next().unwrap_or_default().to_owned();
    let is_name = first.chars().count() == 1 && first != "A"
        || first.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit())
        || first.chars().nth(1) == Some('-');
    if is_name {
        return label.to_owned();
    }
    let mut chars = label.chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}

/// The species of a study as people speak of them: `mice`, `people`, `mice, rats, and gerbils`.
pub fn species(names: &[String]) -> String {
    list(&names.iter().map(|name| many(name)).collect::<Vec<_>>())
}
