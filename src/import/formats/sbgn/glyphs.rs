//! The glyphs of a map: cards, hubs, compartments, and which id belongs to which of them.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::spot::spot;
use crate::{
    draft::{Draft, ThingId},
    formats::miriam,
    model::{Kind, one_line},
    notice::NoticeKind,
    xml,
};

/// What an id of a glyph or of a port stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role<'a> {
    Thing(ThingId),
    /// A logic operator, by the id of its glyph.
    Operator(&'a str),
    /// A process, by the id of its glyph.
    Process(&'a str),
    /// The empty set that things come from and go to.
    Nothing,
}

/// The glyphs of a map.
pub(super) struct Glyphs<'a> {
    roles: BTreeMap<&'a str, Role<'a>>,
    /// The operators that turn a sign.
    nots: std::collections::BTreeSet<&'a str>,
}

impl<'a> Glyphs<'a> {
    /// Makes cards and lanes of a map's glyphs.
    pub(super) fn new(map: Node<'a, '_>, draft: &mut Draft) -> Self {
        let mut found = Self { roles: BTreeMap::new(), nots: std::collections::BTreeSet::new() };
        let mut top: Vec<Node<'a, '_>> = xml::children(map, "glyph").collect();
        top.reverse();
        let mut compartments: BTreeMap<&str, usize> = BTreeMap::new();
        let mut rows = Vec::new();
        while let Some(glyph) = top.pop() {
            let class = xml::attribute(glyph, "class").unwrap_or_default();
            if class == "compartment" {
                let id = xml::attribute(glyph, "id").unwrap_or("compartment");
                compartments.insert(id, draft.lane(&label(glyph).unwrap_or_else(|| id.to_owned())));
                top.extend(xml::children(glyph, "glyph").filter(|inner| !is_part(*inner)));
            } else {
                rows.push((glyph, class));
            }
        }
        for (glyph, class) in rows {
            found.add(glyph, class, draft, &compartments);
        }
        found
    }

    fn add(&mut self, glyph: Node<'a, '_>, class: &str, draft: &mut Draft, compartments: &BTreeMap<&str, usize>) {
        let id = xml::attribute(glyph, "id").unwrap_or_default();
        let role = match class {
            "and" | "or" | "not" | "delay" => {
                if class == "not" {
                    self.nots.insert(id);
                }
                Role::Operator(id)
            }
            "process" | "omitted process" | "uncertain process" | "association" | "dissociation" => Role::Process(id),
            "source and sink" | "empty set" => Role::Nothing,
            "annotation" | "tag" | "terminal" => {
                let what =
                    format!("A glyph of the class {class} (“{}”) is no thing.", label(glyph).unwrap_or_default());
                return draft.notice(NoticeKind::NotKept, spot(glyph), what);
            }
            _ => {
                let card = card(glyph, class, draft);
                let lane = xml::attribute(glyph, "compartmentRef").and_then(|id| compartments.get(id));
                draft.things[card.0].lane = lane.copied();
                Role::Thing(card)
            }
        };
        // Ports, and parts such as the subunits of a complex, stand for what they belong to.
        for part in glyph.descendants().filter(|part| matches!(part.tag_name().name(), "glyph" | "port")) {
            let Some(id) = xml::attribute(part, "id") else { continue };
            if self.roles.contains_key(id) {
                let what = format!("Several elements have the id “{id}”: arcs that name it end on the first.");
                draft.notice(NoticeKind::Decided, spot(part), what);
            } else {
                self.roles.insert(id, role);
            }
        }
    }

    /// What an id stands for.
    pub(super) fn role(&self, id: &str) -> Option<Role<'a>> {
        self.roles.get(id).copied()
    }

    /// Whether an operator turns a sign.
    pub(super) fn turns(&self, operator: &str) -> bool {
        self.nots.contains(operator)
    }
}

fn is_part(glyph: Node<'_, '_>) -> bool {
    matches!(xml::attribute(glyph, "class"), Some("unit of information" | "state variable" | "cardinality"))
}

fn label(glyph: Node<'_, '_>) -> Option<String> {
    let text = xml::attribute(xml::child(glyph, "label")?, "text").map(one_line);
    text.filter(|text| !text.is_empty())
}

fn card(glyph: Node<'_, '_>, class: &str, draft: &mut Draft) -> ThingId {
    let card = draft.thing(xml::attribute(glyph, "id").unwrap_or_default(), &label(glyph).unwrap_or_default());
    let named = miriam::named(draft, glyph);
    let thing = &mut draft.things[card.0];
    thing.kind = match class.trim_end_matches(" multimer") {
        "biological activity" | "macromolecule" | "simple chemical" | "complex" | "nucleic acid feature" => {
            Kind::Molecule
        }
        "phenotype" => Kind::Process,
        "perturbation" | "perturbing agent" => Kind::Stressor,
        _ => Kind::Other,
    };
    thing.at = middle(glyph);
    thing.xrefs = named.xrefs;
    thing.explanation = xml::child(glyph, "notes").map(xml::text_in).unwrap_or_default();
    thing.notes.push((format!("Class: {class}"), named.papers));
    thing.notes.extend(xml::children(glyph, "glyph").filter_map(part).map(|part| (part, Vec::new())));
    card
}

/// What a glyph inside of another says of it: `State: P@T185`, `Part: RAF`.
fn part(glyph: Node<'_, '_>) -> Option<String> {
    let state = || {
        let state = xml::child(glyph, "state")?;
        let (value, variable) = (xml::attribute(state, "value"), xml::attribute(state, "variable"));
        let said: Vec<&str> = value.into_iter().chain(variable).collect();
        (!said.is_empty()).then(|| said.join("@"))
    };
    match xml::attribute(glyph, "class").unwrap_or_default() {
        "state variable" => Some(format!("State: {}", state()?)),
        "unit of information" => Some(format!("Information: {}", label(glyph)?)),
        class => Some(format!("Part ({class}): {}", label(glyph)?)),
    }
}

fn middle(glyph: Node<'_, '_>) -> Option<(f64, f64)> {
    let bbox = xml::child(glyph, "bbox")?;
    let number = |name| xml::attribute(bbox, name)?.parse::<f64>().ok().filter(|number| number.is_finite());
    Some((number("x")? + number("w")? / 2.0, number("y")? + number("h")? / 2.0))
}
