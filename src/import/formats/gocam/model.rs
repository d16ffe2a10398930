//! A model as the gocam library writes it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::causes::{activity, cause, evidence, link, note, short};
use crate::{
    draft::{Draft, ThingId},
    formats::values::{end, inner, list, text},
    model::Kind,
    notice::Spot,
};

pub(super) fn read(draft: &mut Draft, model: &Value) {
    let title = text(model, "title");
    draft.title = if draft.title.is_empty() { title } else { format!("{}; {title}", draft.title) };
    draft.summary = text(model, "comments");
    let labels: BTreeMap<String, String> =
        list(model, "objects").iter().map(|object| (text(object, "id"), text(object, "label"))).collect();
    let name = |id: &str| labels.get(id).filter(|label| !label.is_empty()).map_or(id, String::as_str).to_owned();
    let mut known: BTreeMap<String, ThingId> = BTreeMap::new();
    for found in list(model, "activities") {
        let (enabler, function) = (inner(found, "enabled_by", "term"), inner(found, "molecular_function", "term"));
        let key = text(found, "id");
        let id = draft.thing(&key, &activity(&name(&enabler), &name(&function)));
        draft.things[id.0].kind = Kind::Molecule;
        draft.things[id.0].xrefs.extend([enabler, function].into_iter().filter(|id| !id.is_empty()));
        known.insert(key, id);
        let place = inner(found, "occurs_in", "term");
        if !place.is_empty() {
            draft.things[id.0].lane = Some(draft.lane(&name(&place)));
        }
        for (key, word) in [
            ("enabled_by", "Enabled by"),
            ("molecular_function", "Does"),
            ("occurs_in", "Occurs in"),
            ("part_of", "Part of"),
            ("happens_during", "Happens during"),
        ] {
            let Some(association) = found.get(key).filter(|association| association.is_object()) else { continue };
            let what = format!("{word}: {}", name(&text(association, "term")));
            let said = evidence(draft, association);
            note(draft, id, &what, &said);
        }
    }
    let molecules: BTreeMap<String, String> =
        list(model, "molecules").iter().map(|node| (text(node, "id"), text(node, "term"))).collect();
    for found in list(model, "activities") {
        let own = text(found, "id");
        let from = end(known.get(&own));
        for association in list(found, "causal_associations") {
            let to = end(known.get(&text(association, "downstream_activity")));
            let predicate = short(&text(association, "predicate"));
            let said = evidence(draft, association);
            let given = labels.get(&predicate).map_or("", String::as_str);
            link(draft, (from, to), (&predicate, given), said, Spot::Element(own.clone()));
        }
        for association in list(found, "molecular_associations") {
            let molecule = text(association, "molecule");
            let term = molecules.get(&molecule).unwrap_or(&molecule);
            let predicate = short(&text(association, "predicate"));
            let said = evidence(draft, association);
            let given = labels.get(&predicate).map_or("", String::as_str);
            if cause(&predicate).is_some() {
                let to = *known.entry(molecule.clone()).or_insert_with(|| {
                    let id = draft.thing(&molecule, &name(term));
                    draft.things[id.0].kind = Kind::Molecule;
                    draft.things[id.0].xrefs.push(term.clone());
                    id
                });
                link(draft, (from, end(Some(&to))), (&predicate, given), said, Spot::Element(own.clone()));
            } else if let Some(id) = known.get(&own) {
                let word = match predicate.as_str() {
                    "RO:0002233" | "RO:0004009" => "Has input",
                    "RO:0002234" | "RO:0004008" => "Has output",
                    other => other,
                };
                note(draft, *id, &format!("{word}: {}", name(term)), &said);
            }
        }
    }
}
