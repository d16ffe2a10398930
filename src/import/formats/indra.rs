//! INDRA's statements as JSON.
//!
//! <https://indra.readthedocs.io>: the sign is the statement's type, and for an influence the two changes multiplied. That
//! something was denied stands in the evidence alone; a statement that nothing but denials speak of raises nothing.

use std::collections::BTreeMap;

use serde_json::Value;

use super::values::{inner, list, shown, text, truth};
use crate::{
    draft::{Draft, End, Heads, Paper, PaperId, Said, ThingId, WordId},
    format::{Format, Knows},
    input::Input,
    json::parsed,
    model::{Effect, Kind, Stance},
    native::Problem,
    notice::{NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "indra",
    name: "INDRA statements",
    about: "Statements with their papers and sentences; the sign is the type's, and denied evidence stands against it.",
    endings: &["json"],
    knows,
    read,
    write: None,
};

/// Of a complex with more members than these no pairs are drawn, as in INDRA's own networks.
const PAIRED: usize = 3;

fn knows(input: &Input<'_>) -> Knows {
    let Some(shape) = input.shape() else { return Knows::No };
    let is_statement = |shape: &crate::peek::Shape| {
        shape.has(&["type"])
            && ["evidence", "belief", "matches_hash", "subj", "enz", "obj_activity"].iter().any(|key| shape.has(&[key]))
            && ["subj", "obj", "enz", "sub", "members", "gef", "gap", "agent", "event", "id"]
                .iter()
                .any(|key| shape.has(&[key]))
    };
    let marks = ["\"db_refs\"", "\"source_api\"", "\"belief\"", "\"evidence\""];
    let marked = || marks.iter().any(|mark| input.text.contains(mark));
    Knows::seen((shape.is_list && is_statement(shape) || !shape.is_list && shape.has(&["statements"])) && marked())
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let file: Value = parsed(input)?;
    let mut reader = Reader::default();
    // A list, a list under its name, or as the database answers: an object by hashes.
    let statements: Vec<&Value> = match file.get("statements").unwrap_or(&file) {
        Value::Array(list) => list.iter().collect(),
        Value::Object(by_hash) => by_hash.values().collect(),
        _ => Vec::new(),
    };
    for (number, statement) in statements.iter().enumerate() {
        reader.statement(number + 1, statement);
    }
    Ok(reader.draft)
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    known: BTreeMap<String, ThingId>,
}

/// Someone in a statement, and in which state it takes part.
struct Actor {
    end: End,
    states: Vec<String>,
    is_inactive: bool,
}

impl Reader {
    fn statement(&mut self, number: usize, statement: &Value) {
        let kind = text(statement, "type");
        let id = text(statement, "id");
        let spot = Spot::Element(if id.is_empty() { format!("statement {number}") } else { id });
        let (one, other) = match kind.as_str() {
            "Complex" | "Association" => return self.members(&kind, statement, &spot),
            "Gef" => ("gef", "ras"),
            "Gap" => ("gap", "ras"),
            "Autophosphorylation" | "Transphosphorylation" => ("enz", "enz"),
            "Conversion" => return self.conversion(statement, &spot),
            _ if statement.get("enz").is_some() || statement.get("sub").is_some() => ("enz", "sub"),
            _ if statement.get("subj").is_some() || statement.get("obj").is_some() => ("subj", "obj"),
            _ => return self.alone(&kind, statement, spot),
        };
        let (from, to) = (self.actor(statement.get(one)), self.actor(statement.get(other)));
        let (said, notes) = self.evidence(statement);
        let (word, effect) = word(&kind, statement, &from);
        let word = self.denied(&said, &word, effect);
        self.note_of_missing(&kind, (&from, &to), &said);
        let arrow = self.draft.arrow(from.end, to.end, word, spot);
        arrow.said = said;
        arrow.notes.extend(states("cause", &from).chain(states("effect", &to)));
        let residue = format!("{}{}", text(statement, "residue"), text(statement, "position"));
        arrow.notes.extend(Some(residue).filter(|site| !site.is_empty()).map(|site| format!("At {site}")));
        let activity = text(statement, "obj_activity");
        if !matches!(activity.as_str(), "" | "activity") {
            arrow.notes.push(format!("It is about the effect's activity: {activity}"));
        }
        arrow.notes.extend(notes);
    }

    /// The card of an agent or a concept by its name; a missing one ends on nothing.
    fn actor(&mut self, found: Option<&Value>) -> Actor {
        let found = found.unwrap_or(&Value::Null);
        let named = found.get("concept").unwrap_or(found);
        let name = text(named, "name");
        if name.is_empty() {
            return Actor { end: End::Nothing, states: Vec::new(), is_inactive: false };
        }
        let draft = &mut self.draft;
        let id = *self.known.entry(name.clone()).or_insert_with(|| {
            let id = draft.thing(&name, &name);
            if let Some(Value::Object(refs)) = named.get("db_refs") {
                let thing = &mut draft.things[id.0];
                for (space, number) in refs {
                    let number = match number {
                        Value::Array(scored) => {
                            scored.first().map(|first| first.get(0).unwrap_or(first)).map_or(String::new(), shown)
                        }
                        one => shown(one),
                    };
                    match space.as_str() {
                        _ if number.is_empty() => {}
                        "TEXT" | "TEXT_NORM" => thing.aliases.push(number),
                        _ => thing.xrefs.push(format!("{}:{number}", space.to_lowercase())),
                    }
                    if matches!(space.as_str(), "HGNC" | "UP" | "CHEBI" | "FPLX" | "PUBCHEM") {
                        thing.kind = Kind::Molecule;
                    }
                }
            }
            id
        });
        Actor { end: End::Thing(id), states: conditions(found), is_inactive: is_inactive(found) }
    }

    /// Two or three members are lines without a direction; of more, each has a note.
    fn members(&mut self, kind: &str, statement: &Value, spot: &Spot) {
        let members: Vec<Actor> = list(statement, "members").iter().map(|member| self.actor(Some(member))).collect();
        let (said, notes) = self.evidence(statement);
        let named: Vec<ThingId> =
            members.iter().filter_map(|member| if let End::Thing(id) = member.end { Some(id) } else { None }).collect();
        if (2..=PAIRED).contains(&members.len()) {
            let word = self.denied(&said, kind, Effect::Unknown);
            for (place, one) in members.iter().enumerate() {
                for other in &members[place + 1..] {
                    let arrow = self.draft.arrow(one.end, other.end, word, spot.clone());
                    arrow.heads = Heads::None;
                    arrow.said.clone_from(&said);
                    arrow.notes.extend(states("one", one).chain(states("other", other)).chain(notes.iter().cloned()));
                }
            }
            return;
        }
        let labels: Vec<String> = named.iter().map(|id| self.draft.things[id.0].label.clone()).collect();
        let all = labels.join(", ");
        for id in named {
            self.draft.things[id.0].notes.push((format!("{kind} of {all}"), papers(&said)));
        }
        let what =
            format!("A statement of the type {kind} with {} members is a note of each and no link.", members.len());
        self.draft.notice(NoticeKind::NotKept, spot.clone(), what);
    }

    /// From what is used up to what is made; who brings it about acts on what is made.
    fn conversion(&mut self, statement: &Value, spot: &Spot) {
        let (said, notes) = self.evidence(statement);
        let by = self.actor(statement.get("subj"));
        let [used, made] = ["obj_from", "obj_to"]
            .map(|key| list(statement, key).iter().map(|agent| self.actor(Some(agent)).end).collect::<Vec<_>>());
        let causes = used.iter().map(|end| (*end, "Conversion, what is used up"));
        let causes: Vec<(End, &str)> =
            causes.chain([(by.end, "Conversion")]).filter(|(end, _)| *end != End::Nothing).collect();
        if causes.is_empty() || made.is_empty() || causes.len().saturating_mul(made.len()) > 100 {
            return self.alone("Conversion", statement, spot.clone());
        }
        for (from, word) in causes {
            let word = self.denied(&said, word, Effect::Unknown);
            for to in &made {
                let arrow = self.draft.arrow(from, *to, word, spot.clone());
                arrow.said.clone_from(&said);
                arrow.notes.clone_from(&notes);
            }
        }
    }

    /// A statement about one thing: a note of it.
    fn alone(&mut self, kind: &str, statement: &Value, spot: Spot) {
        let found = ["agent", "enz", "subj", "event"].iter().find_map(|key| statement.get(*key)).unwrap_or(statement);
        let actor = self.actor(Some(found));
        let (said, _) = self.evidence(statement);
        let mut note = kind.to_owned();
        for key in ["activity", "is_active", "from_location", "to_location", "residue", "position"] {
            let value = text(statement, key);
            if !value.is_empty() {
                note.push_str(&format!(", {}: {value}", key.replace('_', " ")));
            }
        }
        note.extend(actor.states.iter().map(|state| format!(", {state}")));
        if let End::Thing(id) = actor.end {
            self.draft.things[id.0].notes.push((note, papers(&said)));
        }
        let what = format!("A statement of the type {kind} is about one thing: a note and no link.");
        self.draft.notice(NoticeKind::NotKept, spot, what);
    }

    /// Where one side is missing, what is said stays with the other.
    fn note_of_missing(&mut self, kind: &str, (from, to): (&Actor, &Actor), said: &[Said]) {
        let (id, side) = match (from.end, to.end) {
            (End::Nothing, End::Thing(id)) => (id, "by something"),
            (End::Thing(id), End::Nothing) => (id, "of something"),
            _ => return,
        };
        self.draft.things[id.0].notes.push((format!("{kind} {side} that the file does not name."), papers(said)));
    }

    /// The word, and that nothing but denials speak of it.
    fn denied(&mut self, said: &[Said], word: &str, effect: Effect) -> WordId {
        let is_denied = !said.is_empty() && said.iter().all(|said| said.stance == Stance::Disputes);
        if is_denied {
            self.draft.word(&format!("{word}, denied"), Effect::NoEffect)
        } else {
            self.draft.word(word, effect)
        }
    }

    fn evidence(&mut self, statement: &Value) -> (Vec<Said>, Vec<String>) {
        let mut found = Vec::new();
        let mut readers: Vec<String> = Vec::new();
        for item in list(statement, "evidence") {
            let epistemics = item.get("epistemics").unwrap_or(&Value::Null);
            let stance = if truth(epistemics, "negated") { Stance::Disputes } else { Stance::Supports };
            let species = inner(item.get("context").unwrap_or(&Value::Null), "species", "name");
            found.push(Said {
                paper: self.paper(item),
                sentence: text(item, "text"),
                stance,
                hypothesis: truth(epistemics, "hypothesis"),
                species: Some(species).filter(|species| !species.is_empty()).into_iter().collect(),
                locator: Some(text(epistemics, "section_type")).filter(|section| !section.is_empty()),
            });
            let reader = text(item, "source_api");
            if !reader.is_empty() && !readers.contains(&reader) {
                readers.push(reader);
            }
        }
        let mut notes: Vec<String> = Vec::new();
        if !readers.is_empty() {
            notes.push(format!("Found by {}", readers.join(", ")));
        }
        if let Some(belief) = statement.get("belief").and_then(Value::as_f64).filter(|belief| *belief != 1.0) {
            notes.push(format!("INDRA's belief in it is {belief}"));
        }
        (found, notes)
    }

    /// The paper of an evidence: its number is a text or a number, and stands here or among the references.
    fn paper(&mut self, item: &Value) -> Option<PaperId> {
        let pmids = [text(item, "pmid"), inner(item, "text_refs", "PMID")];
        let doi = inner(item, "text_refs", "DOI");
        let pmid = pmids.iter().find_map(|number| Paper::pmid(number));
        let other =
            pmids.iter().find(|said| !super::values::is_missing(said)).and_then(|said| super::values::paper(said));
        let mut paper = pmid.or(other).unwrap_or_default();
        if paper.doi.is_empty() {
            paper.doi = doi;
        }
        (paper != Paper::default()).then(|| self.draft.paper(paper))
    }
}

/// The type with what turns its sign or takes it away, and the effect.
fn word(kind: &str, statement: &Value, from: &Actor) -> (String, Effect) {
    if kind == "Influence" {
        let polarity = |side: &str| statement.get(side).and_then(|side| side.get("delta")).map(polarity_of);
        let [one, other] = ["subj", "obj"].map(|side| polarity(side).unwrap_or(0));
        let sign = |polarity: i8| match polarity {
            1 => "+",
            -1 => "−",
            _ => "?",
        };
        let effect = match (one, other) {
            (0, 0) => Effect::Unknown,
            // Of one change alone the other is not said to fall.
            (0, one) | (one, 0) => effect(one),
            (one, other) => effect(one * other),
        };
        return (format!("Influence ({} brings {})", sign(one), sign(other)), effect);
    }
    let effect = match kind {
        "Activation" | "IncreaseAmount" | "GtpActivation" | "Gef" => Effect::Raises,
        "Inhibition" | "DecreaseAmount" | "Gap" => Effect::Lowers,
        _ => Effect::Unknown,
    };
    if from.is_inactive {
        (format!("{kind}, by its inactive form"), Effect::Unknown)
    } else {
        (kind.to_owned(), effect)
    }
}

fn polarity_of(delta: &Value) -> i8 {
    match delta.get("polarity").and_then(Value::as_f64) {
        Some(polarity) if polarity > 0.0 => 1,
        Some(polarity) if polarity < 0.0 => -1,
        _ => 0,
    }
}

fn effect(sign: i8) -> Effect {
    if sign > 0 { Effect::Raises } else { Effect::Lowers }
}

fn is_inactive(agent: &Value) -> bool {
    agent.get("activity").and_then(|activity| activity.get("is_active")) == Some(&Value::Bool(false))
}

/// The state in which an agent takes part.
fn conditions(agent: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for change in list(agent, "mods") {
        let not = if change.get("is_modified") == Some(&Value::Bool(false)) { "no " } else { "" };
        let site = format!("{}{}", text(change, "residue"), text(change, "position"));
        found.push(format!("{not}{} {site}", text(change, "mod_type")).trim().to_owned());
    }
    for change in list(agent, "mutations") {
        found.push(format!(
            "mutated {}{}{}",
            text(change, "residue_from"),
            text(change, "position"),
            text(change, "residue_to")
        ));
    }
    for bound in list(agent, "bound_conditions") {
        let not = if bound.get("is_bound") == Some(&Value::Bool(false)) { "not " } else { "" };
        found.push(format!("{not}bound to {}", inner(bound, "agent", "name")));
    }
    let activity = inner(agent, "activity", "activity_type");
    if !activity.is_empty() {
        found.push(format!("{}: {activity}", if is_inactive(agent) { "inactive" } else { "active" }));
    }
    found.extend(Some(text(agent, "location")).filter(|place| !place.is_empty()).map(|place| format!("in {place}")));
    found
}

fn states<'a>(end: &'a str, actor: &'a Actor) -> impl Iterator<Item = String> + 'a {
    actor.states.iter().map(move |state| format!("State of the {end}: {state}"))
}

fn papers(said: &[Said]) -> Vec<PaperId> {
    let mut papers: Vec<PaperId> = said.iter().filter_map(|said| said.paper).collect();
    papers.dedup();
    papers
}
