//! Whether a label is one thing or many, so that a verb can go with it.

/// Words that begin what only says more of the thing before them.
const PREPOSITIONS: [&str; 34] = [
    "in", "of", "for", "to", "from", "with", "without", "on", "at", "by", "near", "around", "between", "after", "into",
    "against", "during", "under", "within", "across", "over", "per", "than", "through", "via", "towards", "before",
    "among", "outside", "inside", "that", "which", "who", "versus",
];
/// Singulars that end like plurals.
const SINGULAR: [&str; 24] = [
    "always",
    "news",
    "diabetes",
    "rabies",
    "scabies",
    "caries",
    "herpes",
    "ascites",
    "series",
    "bias",
    "gas",
    "pancreas",
    "atlas",
    "lens",
    "measles",
    "mumps",
    "rickets",
    "shingles",
    "biceps",
    "triceps",
    "hydrops",
    "bacteroides",
    "cannabis",
    "ethics",
];
/// Fields of study, and what they are named after: one thing each, unlike `antibiotics`.
const FIELDS: [&str; 6] = ["omics", "netics", "namics", "matics", "physics", "mechanics"];
/// Plurals that do not end in an s. `Data` are many, as everywhere in our own texts.
const PLURAL: [&str; 42] = [
    "people",
    "mice",
    "lice",
    "children",
    "men",
    "women",
    "feet",
    "teeth",
    "data",
    "bacteria",
    "archaea",
    "mitochondria",
    "microglia",
    "macroglia",
    "glia",
    "astroglia",
    "ganglia",
    "nuclei",
    "stimuli",
    "fungi",
    "loci",
    "foci",
    "villi",
    "alveoli",
    "bacilli",
    "lactobacilli",
    "cocci",
    "bronchi",
    "thrombi",
    "emboli",
    "gyri",
    "sulci",
    "criteria",
    "phenomena",
    "cilia",
    "flagella",
    "fimbriae",
    "fibrillae",
    "amygdalae",
    "vertebrae",
    "larvae",
    "antennae",
];
/// Doing something is one thing, whatever it is done to.
const DOING: [&str; 26] = [
    "activating",
    "adding",
    "avoiding",
    "being",
    "blocking",
    "changing",
    "drinking",
    "eating",
    "feeling",
    "giving",
    "having",
    "increasing",
    "inhibiting",
    "losing",
    "lowering",
    "meeting",
    "missing",
    "preventing",
    "raising",
    "reducing",
    "removing",
    "seeing",
    "stopping",
    "taking",
    "treating",
    "using",
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
    // `Neutrophils entering the brain` are neutrophils.
    let doing = head.windows(2).find(|pair| pair[1].ends_with("ing") && is_many(pair[0]));
    doing.map(|pair| pair[0]).or(head.last().copied()).is_some_and(is_many)
}

/// Whether a word is a plural.
fn is_many(word: &str) -> bool {
    let small = word.to_lowercase();
    // A capital S at the end is a letter of an abbreviation, a small one after a capital makes it many: `CNS`, `SSRIs`.
    let Some(stem) = word.strip_suffix('s') else {
        // `Neuroinflammatory-bacteria` is as many as `bacteria`.
        return PLURAL.contains(&small.rsplit(['-', '–']).next().unwrap_or_default());
    };
    let one = ["s", "u", "i", "’", "'"].iter().any(|end| stem.ends_with(end))
        || SINGULAR.contains(&small.as_str())
        || FIELDS.iter().any(|field| small.ends_with(field));
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
            "Data",
            "Human data",
            "Bacteria",
            "Gut bacteria in mice",
            "Mitochondria",
            "Criteria",
            "Stimuli",
            "Cytokines",
            "Reward circuits",
            "Nuclei of the brain stem",
            "Neutrophils entering the brain",
            "Cells expressing TrkB",
            "Cells per litre",
            "Neurons that fire",
            "Antibiotics",
            "Psychedelics",
            "Diagnoses",
            "Older antidepressants",
            "TNF blockers (infliximab)",
            "Omega-3 fatty acids",
            "IgGs",
            "Parents",
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
            "Stress",
            "Sepsis",
            "Apoptosis",
            "Psoriasis",
            "IgG",
            "TNF-α",
            "Series",
            "Bias",
            "Locus",
            "Thymus",
            "Microbiota",
            "Genetics",
            "Metabolomics",
            "Pharmacokinetics",
            "Data set",
            "Criterion",
            "Raising cytokines",
            "Blocking neutrophils or IFNAR",
            "Crohn’s",
            "Changed state of microglia",
            "Trouble concentrating",
            "CSF1 from stressed neurons",
            "Cannabis",
            "Lupus",
            "",
        ];
        assert_eq!(many.into_iter().filter(|label| !is_plural(label)).collect::<Vec<_>>(), [""; 0]);
        assert_eq!(one.into_iter().filter(|label| is_plural(label)).collect::<Vec<_>>(), [""; 0]);
    }
}
