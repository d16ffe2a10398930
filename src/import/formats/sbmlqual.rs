//! SBML with its package for qualitative models: species, and transitions with the signs of their inputs.
//!
//! <https://sbml.org/specifications/sbml-level-3/version-1/qual/>: `positive`, `negative`, `dual` or `unknown`, or nothing at
//! all; a word that is none of them is as good as nothing. How inputs combine stands in formulas, which are not kept.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::miriam;
use crate::{
    brief::brief,
    draft::{Draft, End, Said, ThingId},
    format::{Format, Knows},
    input::Input,
    model::{Effect, Kind, one_line},
    native::Problem,
    notice::{NoticeKind, Spot},
    xml,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "sbml-qual",
    name: "SBML-qual",
    about: "Species of a logical model and the signs of what they act on; compartments become lanes, formulas are not kept.",
    endings: &["sbml", "xml"],
    knows: |input| {
        let tag = xml::root_tag(&input.text).unwrap_or_default();
        Knows::seen(input.root() == Some("sbml") && tag.contains("/qual/"))
    },
    read,
    write: None,
};

/// The most arrows of one transition.
const MAX_FAN: usize = 10_000;

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let document = xml::parsed(input)?;
    let Some(model) = xml::child(document.root_element(), "model") else {
        return Err(Problem::at_start("this SBML file has no model", "export it again from the program that made it"));
    };
    let mut draft = Draft::default();
    draft.title =
        xml::attribute(model, "name").or_else(|| xml::attribute(model, "id")).map(one_line).unwrap_or_default();
    draft.summary = xml::child(model, "notes").map(xml::text_in).unwrap_or_default();
    let compartments: BTreeMap<&str, &str> = listed(model, "listOfCompartments")
        .filter_map(|entry| {
            Some((xml::attribute(entry, "id")?, xml::attribute(entry, "name").or(xml::attribute(entry, "id"))?))
        })
        .collect();
    let mut species = BTreeMap::new();
    for entry in listed(model, "listOfQualitativeSpecies") {
        let card = card(&mut draft, entry);
        if compartments.len() > 1 {
            let lane = xml::attribute(entry, "compartment").and_then(|id| compartments.get(id));
            draft.things[card.0].lane = lane.map(|lane| draft.lane(&one_line(lane)));
        }
        species.insert(xml::attribute(entry, "id").unwrap_or_default(), card);
    }
    let mut formulas = 0;
    for transition in listed(model, "listOfTransitions") {
        formulas += usize::from(xml::child(transition, "listOfFunctionTerms").is_some());
        arrows(&mut draft, transition, &species);
    }
    if formulas > 0 {
        let transitions = crate::grammar::count(formulas, "transition", "transitions");
        let what = format!("How the inputs of {transitions} combine stands in formulas, which are not kept.");
        draft.notice(NoticeKind::NotKept, Spot::Whole, what);
    }
    Ok(draft)
}

fn listed<'a, 'i: 'a>(node: Node<'a, 'i>, list: &str) -> impl Iterator<Item = Node<'a, 'i>> {
    xml::child(node, list).into_iter().flat_map(|list| list.children()).filter(Node::is_element)
}

fn card(draft: &mut Draft, entry: Node<'_, '_>) -> ThingId {
    let id = xml::attribute(entry, "id").unwrap_or_default();
    let card = draft.thing(id, &xml::attribute(entry, "name").map(one_line).unwrap_or_default());
    let named = miriam::named(draft, entry);
    let thing = &mut draft.things[card.0];
    thing.kind = Kind::Other;
    thing.xrefs = named.xrefs;
    thing.explanation = xml::child(entry, "notes").map(xml::text_in).unwrap_or_default();
    if !named.papers.is_empty() {
        thing.notes.push(("The file cites this for it.".to_owned(), named.papers));
    }
    if xml::attribute(entry, "constant") == Some("true") {
        thing.notes.push(("It is constant.".to_owned(), Vec::new()));
    }
    for (field, what) in [("initialLevel", "Level at the beginning"), ("maxLevel", "Highest level")] {
        thing.notes.extend(xml::attribute(entry, field).map(|level| (format!("{what}: {level}"), Vec::new())));
    }
    card
}

fn arrows(draft: &mut Draft, transition: Node<'_, '_>, species: &BTreeMap<&str, ThingId>) {
    let id = xml::attribute(transition, "id").unwrap_or("transition").to_owned();
    let named = miriam::named(draft, transition);
    let notes = xml::child(transition, "notes").map(xml::text_in).filter(|notes| !notes.is_empty());
    let end = |node| {
        xml::attribute(node, "qualitativeSpecies")
            .and_then(|id| species.get(id))
            .map_or(End::Nothing, |thing| End::Thing(*thing))
    };
    let outputs: Vec<End> = listed(transition, "listOfOutputs").map(end).collect();
    let mut made = 0;
    for input in listed(transition, "listOfInputs") {
        let sign = xml::attribute(input, "sign").unwrap_or("no sign");
        let effect = match sign {
            "positive" => Effect::Raises,
            "negative" => Effect::Lowers,
            "dual" => Effect::Mixed,
            _ => Effect::Unknown,
        };
        let word = draft.word(&brief(sign), effect);
        let own = xml::child(input, "notes").map(xml::text_in);
        let notes = own.as_deref().or(notes.as_deref()).map(brief);
        for &to in &outputs {
            if made >= MAX_FAN {
                let what = "The transition has too many inputs and outputs to make an arrow of each pair.";
                return draft.notice(NoticeKind::NotKept, Spot::Element(id), what);
            }
            made += 1;
            let arrow = draft.arrow(end(input), to, word, Spot::Element(id.clone()));
            arrow.said = named.papers.iter().map(|&paper| Said { paper: Some(paper), ..Said::default() }).collect();
            arrow.notes.extend(notes.clone());
            let threshold = xml::attribute(input, "thresholdLevel").filter(|level| !matches!(*level, "0" | "1"));
            arrow.notes.extend(threshold.map(|level| format!("It acts from level {level} on")));
        }
    }
}
