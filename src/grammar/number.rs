//! Whether a label is one thing or many, so that a verb can go with it.

/// Words that begin what only says more of the thing before them.
const PREPOSITIONS: [&str; 18] = [
    "in", "of", "for", "to", "from", "with", "without", "on", "at", "by", "near", "around", "between", "after", "into",
    "against", "during", "under",
];
/// Singulars that end like plurals.
const SINGULAR: [&str; 14] = [
    "always",
    "news",
    "diabetes",
    "rabies",
    "herpes",
    "mathematics",
    "physics",
    "genetics",
    "series",
    "bias",
    "gas",
    "pancreas",
    "lens",
    "measles",
];
/// Plurals that do not end in an s.
const PLURAL: [&str; 17] = [
    "people",
    "mice",
    "children",
    "men",
    "women",
    "bacteria",
    "mitochondria",
    "microglia",
    "glia",
    "ganglia",
    "nuclei",
    "stimuli",
    "fungi",
    "criteria",
    "phenomena",
    "feet",
    "teeth",
];
/// Doing something is one thing, whatever it is done to.
const DOING: [&str; 12] = [
    "avoiding", "being", "blocking", "eating", "feeling", "having", "losing", "reducing", "seeing", "stopping",
    "taking", "using",
];

/// Whether a label takes a verb in the plural: `Sympathetic nerves`, `Loss and grief`, but `Loss of synapses`.
pub fn is_plural(label: &str) -> bool {
    let bare = label.split(['(', ',', ':']).next().unwrap_or_default();
    let mut words = bare.split_whitespace().map(|word| word.trim_matches(['“', '”', '"']));
    if words.clone().next().is_some_and(|first| DOING.contains(&first.to_lowercase().as_str())) {
        return false;
    }
    let head: Vec<&str> =
        words.by_ref().take_while(|word| !PREPOSITIONS.contains(&word.to_lowercase().as_str())).collect();
    if head.contains(&"and") {
        return true;
    }
    let Some(last) = head.last() else { return false };
    let small = last.to_lowercase();
    // A capital S at the end is a letter of an abbreviation, a small one after a capital makes it many: `CNS`, `SSRIs`.
    let Some(stem) = last.strip_suffix('s') else { return PLURAL.contains(&small.as_str()) };
    let one = ["s", "u", "i", "’", "'"].iter().any(|end| stem.ends_with(end)) || SINGULAR.contains(&small.as_str());
    stem.ends_with(char::is_uppercase) || !one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_one_thing_or_many() {
        let many = [
            "Sympathetic nerves",
            "Neutrophils in the meninges",
            "Anti-inflammatory drugs",
            "Loss and grief",
            "Mice",
            "T cells (CD4)",
            "SSRIs",
            "Microglia",
        ];
        let one = [
            "Chronic stress",
            "Loss of synapses",
            "Microbiota–gut axis",
            "Depression",
            "Virus",
            "Type 2 diabetes",
            "IL-6",
            "CNS",
            "Stopping antidepressants",
            "Diet without fats",
            "",
        ];
        assert_eq!(many.into_iter().filter(|label| !is_plural(label)).collect::<Vec<_>>(), [""; 0]);
        assert_eq!(one.into_iter().filter(|label| is_plural(label)).collect::<Vec<_>>(), [""; 0]);
    }
}
