//! KGX: knowledge graphs in Biolink's words, as JSON.
//!
//! <https://biolink.github.io/biolink-model/>: `affects` alone has no sign; qualifiers say which side of a thing goes up or
//! down, and the signs of both ends multiply. What is negated stands against the statement.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::values::{describe, end, first, kind, list, notes, numbered, shown, text, truth};
use crate::{
    draft::{Draft, Heads, Said, ThingId},
    format::{Format, Knows},
    input::Input,
    json::parsed,
    model::{Effect, Stance},
    native::Problem,
    notice::{NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "kgx",
    name: "KGX JSON",
    about: "Knowledge graphs in Biolink's words; qualifiers give the effect, negated edges stand against it.",
    endings: &["json"],
    knows,
    read,
    write: None,
};

fn knows(input: &Input<'_>) -> Knows {
    let is_graph = input.shape().is_some_and(|shape| !shape.is_list && shape.has(&["nodes", "edges"]));
    let keys = ["\"subject\"", "\"predicate\"", "\"object\""];
    Knows::seen(is_graph && keys.iter().all(|key| input.text.contains(key)))
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let file: Value = parsed(input)?;
    let mut draft = Draft::default();
    draft.title = text(&file, "name");
    let empty = Map::new();
    let mut known: BTreeMap<String, ThingId> = BTreeMap::new();
    for node in list(&file, "nodes") {
        let fields = node.as_object().unwrap_or(&empty);
        let key = text(node, "id");
        let label = first(fields, &["name", "label"]);
        let id = draft.thing(&key, &label);
        describe(&mut draft, id, fields, &["id", "name", "label", "category", "providedby"]);
        let thing = &mut draft.things[id.0];
        let kinds = list(node, "category").iter().find_map(|category| kind(&shown(category)));
        thing.kind = kinds.unwrap_or(thing.kind);
        if key.contains(':') {
            thing.xrefs.push(key.clone());
        }
        known.insert(key, id);
    }
    for (number, edge) in list(&file, "edges").iter().enumerate() {
        read_edge(&mut draft, &known, number + 1, edge);
    }
    Ok(draft)
}

const SKIPPED: &[&str] = &[
    "id",
    "subject",
    "predicate",
    "object",
    "negated",
    "qualifiedpredicate",
    "publications",
    "category",
    "relation",
    "subjectdirectionqualifier",
    "objectdirectionqualifier",
    "subjectaspectqualifier",
    "objectaspectqualifier",
];

fn read_edge(draft: &mut Draft, known: &BTreeMap<String, ThingId>, number: usize, edge: &Value) {
    let predicate = bare(edge, "predicate");
    let (mut from, mut to) = (known.get(&text(edge, "subject")), known.get(&text(edge, "object")));
    let id = text(edge, "id");
    let spot = Spot::Element(if id.is_empty() { format!("edge {number}") } else { id });
    if STRUCTURE.contains(&predicate.as_str()) {
        if let (Some(from), Some(to)) = (from, to) {
            let other = draft.things[to.0].label.clone();
            draft.things[from.0].notes.push((format!("{predicate}: {other}"), Vec::new()));
        }
        let what = format!("“{predicate}” is structure and no effect: a note of the subject and no link.");
        return draft.notice(NoticeKind::NotKept, spot, what);
    }
    let is_negated = truth(edge, "negated");
    let (mut word, mut effect) = word(edge, &predicate);
    if predicate.ends_with("_by") {
        std::mem::swap(&mut from, &mut to);
        word.push_str(", turned round");
    }
    let said = said(draft, edge, is_negated);
    if is_negated && said.iter().all(|said| said.paper.is_none()) {
        word.push_str(", denied");
        effect = Effect::NoEffect;
    }
    let word = draft.word(&word, effect);
    let empty = Map::new();
    let rest = notes(edge.as_object().unwrap_or(&empty), SKIPPED);
    let arrow = draft.arrow(end(from), end(to), word, spot);
    if SYMMETRICAL.iter().any(|part| predicate.contains(part)) {
        arrow.heads = Heads::None;
    }
    arrow.said = said;
    arrow.notes = rest;
}

const STRUCTURE: &[&str] = &[
    "subclass_of",
    "superclass_of",
    "part_of",
    "has_part",
    "same_as",
    "close_match",
    "exact_match",
    "located_in",
    "location_of",
    "expressed_in",
    "expresses",
    "member_of",
    "has_member",
    "in_taxon",
    "has_attribute",
    "homologous_to",
    "orthologous_to",
    "has_gene_product",
    "gene_product_of",
    "broad_match",
    "narrow_match",
    "similar_to",
];

/// Parts of the names of predicates that have no direction.
const SYMMETRICAL: &[&str] =
    &["correlated_with", "associated_with", "interacts_with", "coexpressed_with", "related_to"];

fn bare(edge: &Value, key: &str) -> String {
    let said = text(edge, key);
    said.rsplit_once(':').map_or(said.as_str(), |(_, word)| word).replace(' ', "_")
}

/// The predicate with its qualifiers, and what they make of it.
fn word(edge: &Value, predicate: &str) -> (String, Effect) {
    let qualified = bare(edge, "qualified_predicate");
    let [subject, object] = ["subject", "object"]
        .map(|end| (bare(edge, &format!("{end}_aspect_qualifier")), bare(edge, &format!("{end}_direction_qualifier"))));
    let mut word = predicate.to_owned();
    if !qualified.is_empty() {
        word.push_str(&format!(", {qualified}"));
    }
    for ((aspect, direction), end) in [(&subject, "cause"), (&object, "effect")] {
        if !aspect.is_empty() || !direction.is_empty() {
            word.push_str(&format!(", {end}: {}", format!("{direction} {aspect}").trim()));
        }
    }
    let acts =
        matches!(qualified.as_str(), "" | "causes") && (predicate.contains("affect") || predicate.contains("regulat"));
    let effect = match (side(&subject, 1), side(&object, 0)) {
        (Some(cause), Some(effect)) if acts && effect != 0 => signed(cause * effect),
        _ if object.1.is_empty() && subject.1.is_empty() => older(predicate),
        _ => Effect::Unknown,
    };
    (word, effect)
}

/// Which way an end goes: up, down, or as nothing is said; none where it is about another side of it than how much there is.
fn side((aspect, direction): &(String, String), unsaid: i8) -> Option<i8> {
    let way = match direction.as_str() {
        "increased" | "upregulated" => 1,
        "decreased" | "downregulated" => -1,
        "" => unsaid,
        _ => return None,
    };
    match aspect.as_str() {
        ""
        | "activity"
        | "abundance"
        | "activity_or_abundance"
        | "expression"
        | "synthesis"
        | "stability"
        | "transcription"
        | "translation"
        | "secretion" => Some(way),
        // More of what breaks it down is less of it.
        "degradation" if !direction.is_empty() => Some(-way),
        _ => None,
    }
}

fn signed(sign: i8) -> Effect {
    if sign > 0 { Effect::Raises } else { Effect::Lowers }
}

/// Predicates of older graphs have the sign in their names.
fn older(predicate: &str) -> Effect {
    let acts = predicate.contains("regulate");
    if predicate.starts_with("increases_") || acts && predicate.contains("positively") {
        // What raises its degradation is not among these names' clear ones.
        if predicate.contains("degradation") { Effect::Lowers } else { Effect::Raises }
    } else if predicate.starts_with("decreases_") || acts && predicate.contains("negatively") || predicate == "prevents"
    {
        if predicate.contains("degradation") { Effect::Raises } else { Effect::Lowers }
    } else {
        Effect::Unknown
    }
}

/// Papers with the sentences: where there are as many of both, each has its own, else the sentences stand with the first.
fn said(draft: &mut Draft, edge: &Value, is_negated: bool) -> Vec<Said> {
    let stance = if is_negated { Stance::Disputes } else { Stance::Supports };
    let papers: Vec<_> = list(edge, "publications").iter().filter_map(|paper| numbered(&shown(paper))).collect();
    let texts: Vec<String> = list(edge, "supporting_text").iter().map(shown).filter(|text| !text.is_empty()).collect();
    let mut found: Vec<Said> =
        papers.into_iter().map(|paper| Said { paper: Some(draft.paper(paper)), stance, ..Said::default() }).collect();
    if found.is_empty() && !texts.is_empty() {
        found.push(Said { stance, ..Said::default() });
    }
    if found.len() == texts.len() {
        found.iter_mut().zip(texts).for_each(|(said, text)| said.sentence = text);
    } else if let Some(one) = found.first_mut() {
        one.sentence = texts.join(" ");
    }
    found
}
