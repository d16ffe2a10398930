//! BEL as node-link JSON, as pybel writes it.
//!
//! <https://language.bel.bio> and <https://pybel.readthedocs.io>: ends are places in the list of nodes; activity, degradation
//! and translocation stand on the link and not on the node. What acts by its own degradation acts the other way round.
//! A link without a citation is structure (a variant, a part), and two symmetrical links with one key are one statement.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::values::{inner, kind, list, shown, text};
use crate::{
    draft::{Draft, End, Heads, Paper, PaperId, Said, ThingId},
    format::{Format, Knows},
    input::Input,
    json::parsed,
    model::{Effect, Stance},
    native::Problem,
    notice::{NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "bel",
    name: "BEL node-link JSON",
    about: "BEL statements with their papers and sentences, as pybel writes them; degradation turns the sign.",
    endings: &["json"],
    knows,
    read,
    write: None,
};

fn knows(input: &Input<'_>) -> Knows {
    let is_graph = input.shape().is_some_and(|shape| shape.has(&["nodes", "links"]) || shape.has(&["nodes", "edges"]));
    let has = |key: &str| input.text.contains(key);
    let marks = ["\"bel\"", "\"pybel_version\"", "\"source_modifier\"", "\"annotation_list\"", "\"concept\""];
    Knows::seen(is_graph && has("\"relation\"") && has("\"source\"") && marks.into_iter().any(has))
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let file: Value = parsed(input)?;
    let mut reader = Reader::default();
    let about = file.get("graph").unwrap_or(&Value::Null);
    let about = about.get("document_metadata").unwrap_or(about);
    reader.draft.title = text(about, "name");
    reader.draft.summary = text(about, "description");
    for node in list(&file, "nodes") {
        let id = thing(&mut reader.draft, node);
        reader.by_id.insert(text(node, "id"), id);
        reader.places.push(id);
    }
    let links = if file.get("links").is_some() { list(&file, "links") } else { list(&file, "edges") };
    for (number, link) in links.iter().enumerate() {
        reader.link(number + 1, link);
    }
    Ok(reader.draft)
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    places: Vec<ThingId>,
    by_id: BTreeMap<String, ThingId>,
    /// The symmetrical statements that were read, by their ends, relation and key.
    seen: BTreeSet<(String, String, String, String)>,
}

/// A card of a node. A gene, its messenger and its protein have one name; the first two say what they are.
fn thing(draft: &mut Draft, node: &Value) -> ThingId {
    let (function, bel) = (text(node, "function"), text(node, "bel"));
    let concept = node.get("concept").unwrap_or(node);
    let name = [text(concept, "name"), text(concept, "identifier")].into_iter().find(|name| !name.is_empty());
    let is_whole = list(node, "variants").is_empty();
    let label = match (name.filter(|_| is_whole), function.as_str()) {
        (Some(name), "Gene") => format!("{name} (gene)"),
        (Some(name), "RNA") => format!("{name} (RNA)"),
        (Some(name), "miRNA") => format!("{name} (miRNA)"),
        (Some(name), _) => name,
        (None, _) if !bel.is_empty() => bel.clone(),
        (None, _) => text(concept, "name"),
    };
    let id = draft.thing(&text(node, "id"), &label);
    let thing = &mut draft.things[id.0];
    thing.kind = kind(&function).unwrap_or(thing.kind);
    thing.aliases.extend(Some(bel).filter(|bel| !bel.is_empty() && *bel != label));
    let (space, number) = (text(concept, "namespace"), text(concept, "identifier"));
    if !space.is_empty() && !number.is_empty() {
        thing.xrefs.push(format!("{}:{number}", space.to_lowercase()));
    }
    id
}

impl Reader {
    /// The node of an end: a number is a place in the list, a text an id.
    fn end(&self, link: &Value, key: &str) -> End {
        let found = match link.get(key) {
            Some(Value::Number(place)) => {
                let place = place.as_u64().and_then(|place| usize::try_from(place).ok());
                place.and_then(|place| self.places.get(place)).or_else(|| self.by_id.get(&text(link, key)))
            }
            Some(other) => self.by_id.get(&shown(other)),
            None => None,
        };
        super::values::end(found)
    }

    fn link(&mut self, number: usize, link: &Value) {
        let spot = Spot::Element(format!("link {number}"));
        let relation = text(link, "relation");
        let (from, to) = (self.end(link, "source"), self.end(link, "target"));
        if list(link, "citation").is_empty() && text(link, "evidence").is_empty() {
            return self.structure((from, to), &relation, spot);
        }
        let is_symmetrical = SYMMETRICAL.contains(&relation.as_str());
        if is_symmetrical {
            let mut ends = [text(link, "source"), text(link, "target")];
            ends.sort();
            let [one, other] = ends;
            if !self.seen.insert((one, other, relation.clone(), text(link, "key"))) {
                return;
            }
        }
        let (by, of) = (modifier(link, "source_modifier", "subject"), modifier(link, "target_modifier", "object"));
        let (word, effect) = word(&relation, (&by.kind, &of.kind));
        let word = self.draft.word(&word, effect);
        let stance = if matches!(relation.as_str(), "causesNoChange" | "noCorrelation") {
            Stance::Null
        } else {
            Stance::Supports
        };
        let (species, notes) = annotations(link.get("annotations"));
        let paper = cited(&mut self.draft, link);
        let said = Said { paper, sentence: text(link, "evidence"), stance, species, ..Said::default() };
        let arrow = self.draft.arrow(from, to, word, spot);
        if is_symmetrical {
            arrow.heads = Heads::None;
        }
        arrow.said.push(said);
        arrow.notes.extend([("cause", by), ("effect", of)].into_iter().filter_map(|(end, found)| found.note(end)));
        arrow.notes.extend(notes);
    }

    /// A variant, a part or a member: a note of the first, and no link.
    fn structure(&mut self, (from, to): (End, End), relation: &str, spot: Spot) {
        let name = |end: End| match end {
            End::Thing(id) => self.draft.things[id.0].label.clone(),
            End::Arrow(_) | End::Nothing => "nothing".to_owned(),
        };
        let (one, other) = (name(from), name(to));
        let what = format!("“{one}” {relation} “{other}” has no citation: it is a note and no link.");
        if let End::Thing(id) = from {
            self.draft.things[id.0].notes.push((format!("{relation}: {other}"), Vec::new()));
        }
        self.draft.notice(NoticeKind::NotKept, spot, what);
    }
}

const SYMMETRICAL: &[&str] =
    &["association", "correlation", "positiveCorrelation", "negativeCorrelation", "noCorrelation", "binds"];

/// What of an end takes part: its activity, its degradation, its way to another place.
struct Modifier {
    kind: String,
    more: String,
}

fn modifier(link: &Value, key: &str, older: &str) -> Modifier {
    let found = link.get(key).or_else(|| link.get(older)).unwrap_or(&Value::Null);
    let effect = found.get("effect").unwrap_or(&Value::Null);
    let named =
        |value: &Value| [text(value, "name"), text(value, "identifier")].into_iter().find(|name| !name.is_empty());
    let mut more: Vec<String> = named(effect).into_iter().collect();
    for (key, word) in [("fromLoc", "from"), ("from_loc", "from"), ("toLoc", "to"), ("to_loc", "to")] {
        more.extend(effect.get(key).and_then(named).map(|place| format!("{word} {place}")));
    }
    more.extend(found.get("location").and_then(named).map(|place| format!("in {place}")));
    Modifier { kind: text(found, "modifier"), more: more.join(" ") }
}

impl Modifier {
    fn note(&self, end: &str) -> Option<String> {
        let said = format!("{} {}", self.kind, self.more);
        let said = said.trim();
        (!said.is_empty()).then(|| format!("Of the {end}: {said}"))
    }
}

/// The word of a relation with what turns its sign or takes it away. To raise what breaks a thing down is to lower the thing.
fn word(relation: &str, (by, of): (&str, &str)) -> (String, Effect) {
    let mut word = relation.to_owned();
    let mut effect = match relation {
        "increases" | "directlyIncreases" => Effect::Raises,
        "decreases" | "directlyDecreases" => Effect::Lowers,
        "causesNoChange" => Effect::NoEffect,
        _ => Effect::Unknown,
    };
    for (modifier, how) in [(by, "by"), (of, "of")] {
        if modifier == "Degradation" {
            word = format!("{word}, {how} its degradation");
            effect = match effect {
                Effect::Raises => Effect::Lowers,
                Effect::Lowers => Effect::Raises,
                other => other,
            };
        }
    }
    if of == "Translocation" {
        // More of it elsewhere is neither more nor less of it.
        word = format!("{word}, of its translocation");
        effect = Effect::Unknown;
    }
    (word, effect)
}

fn cited(draft: &mut Draft, link: &Value) -> Option<PaperId> {
    let space = [inner(link, "citation", "namespace"), inner(link, "citation", "type")].concat().to_lowercase();
    let number = [inner(link, "citation", "identifier"), inner(link, "citation", "reference")].concat();
    let title = inner(link, "citation", "name");
    let by_number = match space.as_str() {
        "pubmed" | "pmid" => Paper::pmid(&number),
        "doi" => super::values::paper(&format!("doi:{number}")),
        _ => super::values::paper(&number),
    };
    let other = format!("{space} {number} {title}");
    let reference = Some(other.trim().to_owned()).filter(|other| !other.is_empty());
    let paper = by_number.or_else(|| reference.map(|reference| Paper { reference, ..Paper::default() }))?;
    Some(draft.paper(paper))
}

/// Species, and all other annotations as notes. Values are lists of terms, or keys of an object as older files have them.
fn annotations(found: Option<&Value>) -> (Vec<String>, Vec<String>) {
    let (mut species, mut notes) = (Vec::new(), Vec::new());
    let Some(Value::Object(found)) = found else { return (species, notes) };
    for (key, value) in found {
        let named = |value: &Value| match value {
            Value::Object(_) => {
                [text(value, "name"), text(value, "identifier")].into_iter().find(|name| !name.is_empty())
            }
            other => Some(shown(other)),
        };
        let values: Vec<String> = match value {
            Value::Object(keys) => keys.keys().cloned().collect(),
            Value::Array(values) => values.iter().filter_map(named).collect(),
            other => vec![shown(other)],
        };
        if key.eq_ignore_ascii_case("species") {
            species.extend(values.iter().map(|value| taxon(value)));
        } else {
            notes.push(format!("{key}: {}", values.join(", ")));
        }
    }
    (species, notes)
}

/// A species in plain words by its number in NCBI's taxonomy.
fn taxon(number: &str) -> String {
    let number = number.rsplit(':').next().unwrap_or(number).trim();
    match number {
        "9606" => "human".to_owned(),
        "10090" => "mouse".to_owned(),
        "10116" => "rat".to_owned(),
        _ if number.bytes().all(|b| b.is_ascii_digit()) => format!("taxon {number}"),
        _ => number.to_owned(),
    }
}
