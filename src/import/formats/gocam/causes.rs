//! What models of both kinds share: the relations by number, papers, and the names of activities.

use serde_json::Value;

use crate::{
    draft::{Draft, End, PaperId, Said, ThingId},
    formats::values::{list, numbered, text},
    model::Effect,
    notice::Spot,
};

/// The relations that cause something: by number what each does, its name, and whether the effect stands first.
const CAUSES: &[(&str, Effect, &str, bool)] = &[
    ("RO:0002211", Effect::Unknown, "regulates", false),
    ("RO:0002212", Effect::Lowers, "negatively regulates", false),
    ("RO:0002213", Effect::Raises, "positively regulates", false),
    ("RO:0002304", Effect::Raises, "causally upstream of, positive effect", false),
    ("RO:0002305", Effect::Lowers, "causally upstream of, negative effect", false),
    ("RO:0002407", Effect::Raises, "indirectly positively regulates", false),
    ("RO:0002409", Effect::Lowers, "indirectly negatively regulates", false),
    ("RO:0002411", Effect::Unknown, "causally upstream of", false),
    ("RO:0002412", Effect::Unknown, "immediately causally upstream of", false),
    ("RO:0002413", Effect::Unknown, "provides input for", false),
    ("RO:0002418", Effect::Unknown, "causally upstream of or within", false),
    ("RO:0002578", Effect::Unknown, "directly regulates", false),
    ("RO:0002629", Effect::Raises, "directly positively regulates", false),
    ("RO:0002630", Effect::Lowers, "directly negatively regulates", false),
    ("RO:0004046", Effect::Lowers, "causally upstream of or within, negative effect", false),
    ("RO:0004047", Effect::Raises, "causally upstream of or within, positive effect", false),
    ("RO:0012001", Effect::Raises, "has small molecule activator", true),
    ("RO:0012002", Effect::Lowers, "has small molecule inhibitor", true),
    ("RO:0012004", Effect::Unknown, "is small molecule regulator of", false),
    ("RO:0012005", Effect::Raises, "is small molecule activator of", false),
    ("RO:0012006", Effect::Lowers, "is small molecule inhibitor of", false),
    ("RO:0012009", Effect::Unknown, "constitutively upstream of", false),
    ("RO:0012010", Effect::Unknown, "removes input for", false),
];

/// A relation's number in its short form: `RO:0002629`, whether it came so or as an address.
pub(super) fn short(predicate: &str) -> String {
    predicate.rsplit('/').next().unwrap_or(predicate).replacen('_', ":", 1)
}

pub(super) fn cause(predicate: &str) -> Option<&'static (&'static str, Effect, &'static str, bool)> {
    CAUSES.iter().find(|(number, ..)| *number == predicate)
}

/// Draws what a relation says between two cards, the right way round; `given` is the name that the file has for it.
pub(super) fn link(
    draft: &mut Draft,
    (from, to): (End, End),
    (predicate, given): (&str, &str),
    said: Vec<Said>,
    spot: Spot,
) {
    let (effect, name, turned) = match cause(predicate) {
        Some((_, effect, name, turned)) => (*effect, *name, *turned),
        None => (Effect::Unknown, given, false),
    };
    let word = format!("{predicate} {name}");
    let word = draft.word(word.trim(), effect);
    let (from, to) = if turned { (to, from) } else { (from, to) };
    let arrow = draft.arrow(from, to, word, spot);
    arrow.said = said;
    if !given.is_empty() && given != name {
        arrow.notes.push(format!("The file calls {predicate} “{given}”"));
    }
}

/// Evidence as the library has it: the papers of an association, with the kind of evidence as the place.
pub(super) fn evidence(draft: &mut Draft, association: &Value) -> Vec<Said> {
    let items = list(association, "evidence").iter();
    let found: Vec<(String, String)> = items.map(|item| (text(item, "reference"), text(item, "term"))).collect();
    said(draft, &found)
}

/// Papers by references; rules and batches that curators name as references are none.
pub(super) fn said(draft: &mut Draft, references: &[(String, String)]) -> Vec<Said> {
    let mut found = Vec::new();
    for (reference, kind) in references {
        let kind = if kind.is_empty() { String::new() } else { format!("Kind of evidence: {kind}") };
        for reference in reference.split(['|', ',']) {
            if let Some(paper) = numbered(reference) {
                let paper = Some(draft.paper(paper));
                found.push(Said { paper, ..Said::default() });
            } else if !reference.trim().is_empty() {
                let sentence = format!("{}. {kind}", reference.trim());
                found.push(Said { sentence: sentence.trim().to_owned(), ..Said::default() });
            }
        }
    }
    found.dedup();
    found
}

/// A note of a card, with the papers for it alone.
pub(super) fn note(draft: &mut Draft, id: ThingId, what: &str, said: &[Said]) {
    let papers: Vec<PaperId> = said.iter().filter_map(|said| said.paper).collect();
    draft.things[id.0].notes.push((what.to_owned(), papers));
}

/// The name of an activity: who carries it out, and what is done.
pub(super) fn activity(enabler: &str, function: &str) -> String {
    match (enabler.is_empty(), function.is_empty()) {
        (false, false) => format!("{enabler}: {function}"),
        (false, true) => enabler.to_owned(),
        (true, _) => function.to_owned(),
    }
}
