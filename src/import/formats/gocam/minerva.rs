//! A raw model as Minerva answers: individuals, and facts between them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::causes::{activity, cause, link, note, said, short};
use crate::{
    draft::{Draft, Said, ThingId},
    formats::values::{end, list, text},
    model::Kind,
    notice::{NoticeKind, Spot},
};

const ENABLED_BY: &str = "RO:0002333";
const OCCURS_IN: &str = "BFO:0000066";

/// Individuals by their ids.
type Individuals<'v> = BTreeMap<String, &'v Value>;

pub(super) fn read(draft: &mut Draft, model: &Value) {
    for said in list(model, "annotations") {
        match text(said, "key").as_str() {
            "title" => draft.title = text(said, "value"),
            "comment" | "rdfs:comment" => draft.summary = text(said, "value"),
            _ => {}
        }
    }
    let individuals: Individuals<'_> = list(model, "individuals").iter().map(|one| (text(one, "id"), one)).collect();
    let facts = list(model, "facts");
    let known = cards(draft, &individuals, facts);
    let owners = owners(facts, &known);
    for fact in facts {
        let predicate = short(&text(fact, "property"));
        let (subject, object) = (text(fact, "subject"), text(fact, "object"));
        let given = text(fact, "property-label");
        let said = evidence(draft, &individuals, fact);
        let spot = Spot::Element(format!("{subject} {predicate} {object}"));
        if cause(&predicate).is_some() {
            let ends = (end(known.get(&subject)), end(known.get(&object)));
            link(draft, ends, (&predicate, &given), said, spot);
            continue;
        }
        let word = if given.is_empty() { named(&predicate) } else { &given };
        let [one, other] = [&subject, &object].map(|id| individuals.get(id).map_or(id.clone(), |one| label(one)));
        match (known.get(&subject), owners.get(&subject)) {
            (Some(id), _) => note(draft, *id, &format!("{word}: {other}"), &said),
            (None, Some(id)) => note(draft, *id, &format!("{one}: {word} {other}"), &said),
            (None, None) => {
                draft.notice(NoticeKind::NotKept, spot, format!("“{one}” {word} “{other}” belongs to no card."));
            }
        }
    }
}

/// Of what stands behind a card, such as the complex that enables an activity or the process that it is part of, the card.
fn owners(facts: &[Value], known: &BTreeMap<String, ThingId>) -> BTreeMap<String, ThingId> {
    let mut of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| cause(&short(&text(fact, "property"))).is_none()) {
        of.entry(text(fact, "subject")).or_default().push(text(fact, "object"));
    }
    let mut owners = known.clone();
    let mut next: Vec<(String, ThingId)> = known.iter().map(|(key, id)| (key.clone(), *id)).collect();
    while let Some((key, id)) = next.pop() {
        for behind in of.remove(&key).unwrap_or_default() {
            if !owners.contains_key(&behind) {
                owners.insert(behind.clone(), id);
                next.push((behind, id));
            }
        }
    }
    owners
}

/// The names of relations that raw models often leave out.
fn named(predicate: &str) -> &str {
    match predicate {
        ENABLED_BY => "enabled by",
        OCCURS_IN => "occurs in",
        "BFO:0000050" => "part of",
        "BFO:0000051" => "has part",
        "RO:0001025" => "located in",
        "RO:0002092" => "happens during",
        "RO:0002233" => "has input",
        "RO:0002234" => "has output",
        other => other,
    }
}

/// A card for whatever causes or is caused, and for every activity; where an activity occurs is its lane.
fn cards(draft: &mut Draft, individuals: &Individuals<'_>, facts: &[Value]) -> BTreeMap<String, ThingId> {
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    let (mut enablers, mut places) = (BTreeMap::new(), BTreeMap::new());
    for fact in facts {
        let predicate = short(&text(fact, "property"));
        let (subject, object) = (text(fact, "subject"), text(fact, "object"));
        if predicate == ENABLED_BY {
            enablers.insert(subject.clone(), object);
            wanted.insert(subject);
        } else if predicate == OCCURS_IN {
            places.insert(subject, object);
        } else if cause(&predicate).is_some() {
            wanted.extend([subject, object]);
        }
    }
    if wanted.is_empty() {
        // Where nothing causes anything and nobody is named, whatever the facts are about.
        wanted.extend(facts.iter().map(|fact| text(fact, "subject")));
    }
    let mut known = BTreeMap::new();
    for (key, one) in individuals.iter().filter(|(key, _)| wanted.contains(*key)) {
        let enabler = enablers.get(key).and_then(|id| individuals.get(id));
        let id = draft.thing(key, &activity(&enabler.map(|one| label(one)).unwrap_or_default(), &label(one)));
        let place = places.get(key).and_then(|id| individuals.get(id));
        let lane = place.map(|place| draft.lane(&label(place)));
        let thing = &mut draft.things[id.0];
        thing.lane = lane;
        thing.xrefs.extend(enabler.into_iter().chain([one]).map(|one| term(one)).filter(|term| !term.is_empty()));
        let is_molecule = enabler.is_some() || term(one).starts_with("CHEBI:");
        thing.kind = if is_molecule { Kind::Molecule } else { Kind::Process };
        known.insert(key.clone(), id);
    }
    known
}

fn label(individual: &Value) -> String {
    let of = list(individual, "type").iter().map(|class| text(class, "label"));
    of.into_iter().find(|label| !label.is_empty()).unwrap_or_else(|| term(individual))
}

fn term(individual: &Value) -> String {
    list(individual, "type").first().map(|class| text(class, "id")).unwrap_or_default()
}

/// The evidence of a fact: individuals that its annotations name, each with its sources.
fn evidence(draft: &mut Draft, individuals: &Individuals<'_>, fact: &Value) -> Vec<Said> {
    let mut found = Vec::new();
    for said in list(fact, "annotations").iter().filter(|said| text(said, "key") == "evidence") {
        let Some(evidence) = individuals.get(&text(said, "value")) else { continue };
        let sources = list(evidence, "annotations").iter().filter(|said| text(said, "key") == "source");
        found.extend(sources.map(|source| (text(source, "value"), label(evidence))));
    }
    said(draft, &found)
}
