//! Reading JSON whose fields are now a text, now a number and now missing, and what attributes of networks often say.

use serde_json::{Map, Value};

use crate::{
    draft::{Draft, End, Paper, PaperId, Said, ThingId},
    model::{Effect, Kind},
    relations::effect_of,
};

/// A field as text: numbers as they are written, lists with commas, and nothing where it is missing.
pub(super) fn text(value: &Value, key: &str) -> String {
    value.get(key).map(shown).unwrap_or_default()
}

/// A field of a field as text.
pub(super) fn inner(value: &Value, key: &str, inner: &str) -> String {
    value.get(key).map(|value| text(value, inner)).unwrap_or_default()
}

/// A list, or one value as a list of its own; empty where it is missing.
pub(super) fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    match value.get(key) {
        None | Some(Value::Null) => &[],
        Some(Value::Array(list)) => list,
        Some(one) => std::slice::from_ref(one),
    }
}

/// Whether a field is true, as a truth or as its word.
pub(super) fn truth(value: &Value, key: &str) -> bool {
    value.get(key).is_some_and(|value| *value == Value::Bool(true) || shown(value).eq_ignore_ascii_case("true"))
}

/// A value as text.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        Value::Array(list) => list.iter().map(shown).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// What programs write where they have nothing: the words of Python and R for it.
pub(super) fn is_missing(text: &str) -> bool {
    matches!(text.trim(), "" | "None" | "NaN" | "nan" | "null" | "NA" | "N/A")
}

/// A paper by what a field calls it: `PMID:1`, `pubmed:1`, `DOI:10.1/x`, an address, or any other words.
pub(super) fn paper(said: &str) -> Option<Paper> {
    let said = said.trim();
    let lower = said.to_ascii_lowercase();
    let after = |prefix: &str| lower.strip_prefix(prefix).map(|_| said[prefix.len()..].trim());
    if is_missing(said) {
        return None;
    }
    if let Some(paper) = after("pubmed:").and_then(Paper::pmid).or_else(|| Paper::pmid(said)) {
        return Some(paper);
    }
    let doi = ["doi:", "https://doi.org/", "http://doi.org/", "http://dx.doi.org/"].iter().find_map(|p| after(p));
    if let Some(doi) = doi.or_else(|| lower.starts_with("10.").then_some(said)).filter(|doi| doi.contains('/')) {
        return Some(Paper { doi: doi.to_owned(), ..Paper::default() });
    }
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return Some(Paper { url: said.to_owned(), ..Paper::default() });
    }
    Some(Paper { reference: said.to_owned(), ..Paper::default() })
}

/// A paper only where it has a number or an address: what curators call references are often rules and batches.
pub(super) fn numbered(said: &str) -> Option<Paper> {
    paper(said).filter(|paper| paper.reference.is_empty())
}

/// The papers that attributes name, under the names that networks have for them.
pub(super) fn papers(draft: &mut Draft, attributes: &Map<String, Value>) -> Vec<PaperId> {
    let mut found = Vec::new();
    for (key, value) in attributes.iter().filter(|(key, _)| is_paper_key(key)) {
        let all = shown(value);
        for said in all.split([',', ';', '|', ' ']).map(str::trim).filter(|said| !said.is_empty()) {
            let said = if plain(key).contains("doi") { said.to_owned() } else { said.replace("pmid=", "PMID:") };
            found.extend(numbered(&said).map(|paper| draft.paper(paper)));
        }
    }
    found.dedup();
    found
}

fn is_paper_key(key: &str) -> bool {
    let key = plain(key);
    ["pmid", "pmids", "pubmed", "pubmedid", "doi", "dois", "publications", "publication", "references", "citation"]
        .contains(&key.as_str())
}

/// The sentence that attributes have for what they say.
pub(super) fn sentence(attributes: &Map<String, Value>) -> String {
    first(attributes, SENTENCES)
}

const SENTENCES: &[&str] = &["sentence", "evidence_text", "supporting_text", "evidence", "statement"];

/// A sentence with each of its papers, or alone; nothing where there is neither.
pub(super) fn said(papers: Vec<PaperId>, sentence: &str) -> Vec<Said> {
    let papers =
        if papers.is_empty() && !sentence.is_empty() { vec![None] } else { papers.into_iter().map(Some).collect() };
    let said = |paper| Said { paper, sentence: sentence.to_owned(), ..Said::default() };
    papers.into_iter().map(said).collect()
}

/// The first of these keys, in any writing, that has a text.
pub(super) fn first(attributes: &Map<String, Value>, keys: &[&str]) -> String {
    let found = keys.iter().find_map(|wanted| {
        let of = attributes.iter().filter(|(key, _)| same(key, wanted));
        of.map(|(_, value)| shown(value)).find(|text| !is_missing(text))
    });
    found.unwrap_or_default()
}

/// Whether two keys are one but for case, blanks and underscores.
fn same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// A key as it is compared.
pub(super) fn plain(key: &str) -> String {
    crate::table::plain(key)
}

/// How the numbers on the edges of a file are to be read: by themselves a 1 or a weight says nothing about more or less.
#[derive(Clone, Copy, Default)]
pub(super) struct Signs {
    /// Some weight is below zero, so that weights have signs.
    pub(super) weights: bool,
    /// The field `sign` has zeros and ones alone: programs differ in which of the two is which.
    pub(super) in_doubt: bool,
}

const SIGNS: &[&str] = &["effect", "polarity", "sign", "interaction", "shared interaction", "relation", "relationship"];
const WORDS: &[&str] = &["type", "edge type", "kind", "predicate", "label", "name", "v_name", "title", "value"];

impl Signs {
    /// What the edges of a file have.
    pub(super) fn of<'m>(edges: impl Iterator<Item = &'m Map<String, Value>>) -> Self {
        let (mut weights, mut zero, mut below) = (false, false, false);
        for edge in edges {
            for (key, value) in edge {
                let number = || shown(value).parse::<f64>().ok();
                match plain(key).as_str() {
                    "weight" => weights |= number().is_some_and(|weight| weight < 0.0),
                    "sign" => {
                        zero |= number() == Some(0.0);
                        below |= number().is_some_and(|sign| sign < 0.0);
                    }
                    _ => {}
                }
            }
        }
        Self { weights, in_doubt: zero && !below }
    }

    /// The word of an edge and its effect: the first field that says more or less, else the first that says anything.
    pub(super) fn word(self, edge: &Map<String, Value>) -> (String, Effect) {
        let fields =
            || SIGNS.iter().chain(WORDS).map(|key| (*key, first(edge, &[key]))).filter(|(_, said)| !said.is_empty());
        for (key, said) in fields() {
            if key == "sign" && self.in_doubt {
                continue;
            }
            let is_number = said.parse::<f64>().is_ok();
            if let Some(effect) = effect_of(&said).filter(|effect| *effect != Effect::Unknown)
                && (key == "sign" || key == "effect" || key == "polarity" || !is_number)
            {
                return (if is_number { format!("{key} {said}") } else { said }, effect);
            }
        }
        let weight = first(edge, &["weight"]).parse::<f64>().ok().filter(|_| self.weights);
        match weight {
            Some(weight) if weight < 0.0 => return ("weight below zero".to_owned(), Effect::Lowers),
            Some(weight) if weight > 0.0 => return ("weight above zero".to_owned(), Effect::Raises),
            _ => {}
        }
        let other = fields().find(|(_, said)| said.parse::<f64>().is_err()).or_else(|| fields().next());
        let said = other.map(|(key, said)| if said.parse::<f64>().is_ok() { format!("{key} {said}") } else { said });
        (said.unwrap_or_else(|| "no word".to_owned()), Effect::Unknown)
    }

    /// What was decided about the numbers of this file, where there was something to decide.
    pub(super) fn decided(self) -> Vec<&'static str> {
        let mut said = Vec::new();
        if self.weights {
            said.push("Some weights are below zero, so that a weight is read as a sign: above zero raises.");
        }
        if self.in_doubt {
            said.push(
                "The field sign has 0 and 1 alone: some programs mean by 0 what raises, others no sign. It stays unknown.",
            );
        }
        said
    }
}

/// The ends of edges by the keys of nodes.
pub(super) fn end(found: Option<&ThingId>) -> End {
    found.map_or(End::Nothing, |thing| End::Thing(*thing))
}

/// What the attributes of a node say: its kind, its lane, other names, and notes of all that is left.
pub(super) fn describe(draft: &mut Draft, id: ThingId, attributes: &Map<String, Value>, skip: &[&str]) {
    let lane = first(attributes, &["lane", "compartment"]);
    let lane = (!lane.is_empty()).then(|| draft.lane(&lane));
    let papers = papers(draft, attributes);
    let thing = &mut draft.things[id.0];
    thing.lane = thing.lane.or(lane);
    thing.explanation = first(attributes, &["description", "explanation"]);
    if let Some(kind) = kind(&first(attributes, &["kind", "type", "node type", "category"])) {
        thing.kind = kind;
    }
    for (key, value) in attributes {
        let (is, said) = (plain(key), shown(value));
        if is_missing(&said) || skip.contains(&is.as_str()) || is_paper_key(key) {
            continue;
        }
        match is.as_str() {
            "lane" | "compartment" | "description" | "explanation" | "kind" => {}
            "alias" | "aliases" | "synonym" | "synonyms" => thing.aliases.extend(values(value)),
            "xref" | "xrefs" | "represents" => thing.xrefs.extend(values(value)),
            _ => thing.notes.push((format!("{key}: {said}"), Vec::new())),
        }
    }
    if !papers.is_empty() {
        thing.notes.push(("Papers that the file names for it.".to_owned(), papers));
    }
}

/// What else attributes say, a line each.
pub(super) fn notes(attributes: &Map<String, Value>, skip: &[&str]) -> Vec<String> {
    let told = |(key, value): (&String, &Value)| {
        let (is, said) = (plain(key), shown(value));
        let is_said = is_paper_key(key) || SENTENCES.iter().any(|sentence| plain(sentence) == is);
        (!is_missing(&said) && !is_said && !skip.contains(&is.as_str())).then(|| format!("{key}: {said}"))
    };
    attributes.iter().filter_map(told).collect()
}

/// A list of texts, or one text.
pub(super) fn values(value: &Value) -> Vec<String> {
    let all: Vec<String> = match value {
        Value::Array(list) => list.iter().map(shown).collect(),
        one => shown(one).split(['|', ';']).map(|text| text.trim().to_owned()).collect(),
    };
    all.into_iter().filter(|text| !is_missing(text)).collect()
}

/// The kind that a word of a vocabulary or of our own stands for.
pub(super) fn kind(word: &str) -> Option<Kind> {
    let word = word.rsplit_once(':').map_or(word, |(_, word)| word);
    if let Some(own) = Kind::ALL.into_iter().find(|kind| plain(kind.name()) == plain(word)) {
        return Some(own);
    }
    match plain(word).as_str() {
        "protein" | "gene" | "rna" | "mirna" | "abundance" | "complex" | "composite" | "smallmolecule" | "chemical"
        | "chemicalentity" | "geneproduct" | "proteinfamily" | "metabolite" => Some(Kind::Molecule),
        "biologicalprocess" | "pathway" | "process" | "molecularactivity" => Some(Kind::Process),
        "drug" => Some(Kind::Treatment),
        "phenotypicfeature" | "symptom" => Some(Kind::Symptom),
        "celltype" => Some(Kind::Cell),
        "anatomicalentity" | "grossanatomicalstructure" => Some(Kind::Tissue),
        _ => None,
    }
}
