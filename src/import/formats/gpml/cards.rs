//! The cards of a GPML file, and what its arrows can end on.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::{
    elements::Elements,
    named::{ID, attribute},
    papers::Papers,
};
use crate::{
    brief::brief,
    draft::{ArrowId, Draft, End, ThingId},
    formats::places::{Area, MAX_AREAS, innermost},
    model::{Kind, one_line},
    notice::{NoticeKind, Spot},
    xml,
};

/// The most members of a group that its name tells; its card lists all.
const NAMED_MEMBERS: usize = 4;

/// What an id stands for.
#[derive(Clone, Copy)]
pub(super) enum Target<'a> {
    Thing(ThingId),
    /// A state of a thing, with what is written on it.
    State(ThingId, &'a str),
    /// An anchor on an interaction.
    Arrow(ArrowId),
    /// A group, by its place.
    Group(usize),
    /// A free text or a shape, by its place: a card only where an arrow ends on it.
    Drawn(usize),
}

/// What arrows can end on.
pub(super) struct Cards<'a, 'i> {
    by_id: BTreeMap<&'a str, Target<'a>>,
    /// Labels, then shapes, each with its card where it has one.
    drawn: Vec<(Node<'a, 'i>, Option<ThingId>)>,
    groups: Vec<Group<'a, 'i>>,
}

struct Group<'a, 'i> {
    element: Node<'a, 'i>,
    members: Vec<ThingId>,
    card: Option<ThingId>,
}

impl<'a, 'i> Cards<'a, 'i> {
    /// The data nodes as cards, and the ids of everything.
    pub(super) fn new(elements: &Elements<'a, 'i>, draft: &mut Draft, papers: &mut Papers<'a>) -> Self {
        let mut cards = Self { by_id: BTreeMap::new(), drawn: Vec::new(), groups: Vec::new() };
        let mut member_of: BTreeMap<&str, usize> = BTreeMap::new();
        for (place, &element) in elements.groups.iter().enumerate() {
            cards.groups.push(Group { element, members: Vec::new(), card: None });
            cards.know(element, Target::Group(place), draft);
            if let Some(id) = attribute(element, &["GroupId", "elementId"]) {
                member_of.entry(id).or_insert(place);
            }
        }
        for &element in &elements.nodes {
            // An alias stands for a group.
            let alias = attribute(element, &["elementRef"]).and_then(|id| member_of.get(id)).copied();
            if let Some(group) = alias {
                cards.know(element, Target::Group(group), draft);
                cards.group_card(group, draft);
                continue;
            }
            let thing = data_node(element, draft, papers);
            cards.know(element, Target::Thing(thing), draft);
            if let Some(group) = attribute(element, &["GroupRef", "groupRef"]).and_then(|id| member_of.get(id)) {
                cards.groups[*group].members.push(thing);
            }
        }
        for &state in &elements.states {
            let outside = attribute(state, &["GraphRef"]);
            let owner = outside.or_else(|| state.parent().and_then(|list| attribute(list.parent()?, ID)));
            let owner = owner.and_then(|id| cards.by_id.get(id)).copied();
            let text = attribute(state, &["TextLabel", "textLabel"]).unwrap_or_default();
            if let Some(Target::Thing(thing)) = owner {
                cards.know(state, Target::State(thing, text), draft);
                let cited = papers.cite(draft, state);
                draft.things[thing.0].notes.push((format!("State: {}", said(state, text)), cited));
            } else {
                let what = format!("The state “{text}” belongs to no data node.");
                draft.notice(NoticeKind::NotKept, spot(state), what);
            }
        }
        for &element in elements.labels.iter().chain(&elements.shapes) {
            cards.know(element, Target::Drawn(cards.drawn.len()), draft);
            cards.drawn.push((element, None));
        }
        for (place, &interaction) in elements.interactions.iter().enumerate() {
            let line = xml::child(interaction, "Waypoints").or_else(|| xml::child(interaction, "Graphics"));
            for anchor in line.into_iter().flat_map(|line| line.children()) {
                if anchor.tag_name().name() == "Anchor" {
                    cards.know(anchor, Target::Arrow(ArrowId(place)), draft);
                }
            }
        }
        cards
    }

    fn know(&mut self, element: Node<'a, 'i>, target: Target<'a>, draft: &mut Draft) {
        let Some(id) = attribute(element, ID) else { return };
        if self.by_id.contains_key(id) {
            let what = format!("Several elements have the id “{id}”: arrows that name it end on the first.");
            draft.notice(NoticeKind::Decided, Spot::Element(id.to_owned()), what);
        } else {
            self.by_id.insert(id, target);
        }
    }

    /// What an arrow ends on by an id, and the state that it touches there.
    pub(super) fn end(&mut self, id: Option<&str>, draft: &mut Draft) -> (End, Option<&'a str>) {
        let Some(target) = id.and_then(|id| self.by_id.get(id)).copied() else { return (End::Nothing, None) };
        match target {
            Target::Thing(thing) => (End::Thing(thing), None),
            Target::State(thing, text) => (End::Thing(thing), Some(text)),
            Target::Arrow(arrow) => (End::Arrow(arrow), None),
            Target::Group(place) => (End::Thing(self.group_card(place, draft)), None),
            Target::Drawn(place) => (End::Thing(self.drawn_card(place, draft)), None),
        }
    }

    fn drawn_card(&mut self, place: usize, draft: &mut Draft) -> ThingId {
        let (element, card) = self.drawn[place];
        card.unwrap_or_else(|| {
            let card = drawn(element, draft);
            self.drawn[place].1 = Some(card);
            card
        })
    }

    /// The card of a group, named by its members where it has no name.
    fn group_card(&mut self, place: usize, draft: &mut Draft) -> ThingId {
        let group = &self.groups[place];
        if let Some(card) = group.card {
            return card;
        }
        let key = attribute(group.element, &["GraphId", "elementId", "GroupId"]).unwrap_or("group");
        let card = draft.thing(key, "");
        self.groups[place].card = Some(card);
        card
    }

    /// Names the groups, tells members of them, puts cards into compartments and says what stayed on the drawing.
    pub(super) fn finish(&self, elements: &Elements<'a, 'i>, draft: &mut Draft) {
        for group in &self.groups {
            group.tell(draft);
        }
        let areas = compartments(elements, draft);
        for thing in &mut draft.things {
            thing.lane = thing.at.and_then(|at| innermost(&areas, at));
        }
        for (element, card) in &self.drawn {
            if card.is_some() || is_compartment(*element) {
                continue;
            }
            let text = attribute(*element, &["TextLabel", "textLabel"]).map(one_line);
            let what = match text {
                Some(text) => format!("The text “{text}” stands on the drawing by itself."),
                None => "A shape belongs to the drawing alone.".to_owned(),
            };
            draft.notice(NoticeKind::NotKept, spot(*element), what);
        }
    }
}

impl Group<'_, '_> {
    fn tell(&self, draft: &mut Draft) {
        let style = attribute(self.element, &["Style", "type"]).unwrap_or("Group");
        let members: Vec<String> = self.members.iter().map(|member| draft.things[member.0].label.clone()).collect();
        let named = attribute(self.element, &["TextLabel", "textLabel"]).map(brief);
        let name = named.unwrap_or_else(|| {
            let between = if style == "Complex" { " + " } else { ", " };
            let mut name = members.iter().take(NAMED_MEMBERS).cloned().collect::<Vec<_>>().join(between);
            if members.len() > NAMED_MEMBERS {
                name.push_str(&format!(" and {} more", members.len() - NAMED_MEMBERS));
            }
            if name.is_empty() { "An empty group".to_owned() } else { brief(&name) }
        });
        if members.len() > 1 || self.card.is_some() {
            for member in &self.members {
                draft.things[member.0].notes.push((format!("Drawn in a group ({style}): {name}"), Vec::new()));
            }
        }
        let Some(card) = self.card else { return };
        let places: Vec<(f64, f64)> = self.members.iter().filter_map(|member| draft.things[member.0].at).collect();
        let count = places.len() as f64;
        let thing = &mut draft.things[card.0];
        if count > 0.0 {
            let sum = places.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
            thing.at = Some((sum.0 / count, sum.1 / count));
        }
        thing.kind = if style == "Complex" { Kind::Molecule } else { Kind::Other };
        thing.explanation = format!("A group ({style}) of: {}.", members.join(", "));
        let what = format!("The group “{name}” is at an arrow's end: it is a card of its own, beside its members.");
        thing.label = name;
        draft.notice(NoticeKind::Decided, spot(self.element), what);
    }
}

fn data_node<'a>(element: Node<'a, '_>, draft: &mut Draft, papers: &mut Papers<'a>) -> ThingId {
    let id = attribute(element, ID).unwrap_or_default();
    let label = attribute(element, &["TextLabel", "textLabel"]).map(one_line).unwrap_or_default();
    let card = draft.thing(id, &label);
    let cited = papers.cite(draft, element);
    let terms = papers.notes(element);
    let kind = attribute(element, &["Type", "type"]).unwrap_or_default();
    let thing = &mut draft.things[card.0];
    thing.kind = match kind.to_ascii_lowercase().as_str() {
        "geneproduct" | "protein" | "rna" | "dna" | "metabolite" | "complex" => Kind::Molecule,
        "pathway" | "event" => Kind::Process,
        "disease" => Kind::Outcome,
        "cell" => Kind::Cell,
        "organ" => Kind::Tissue,
        _ => Kind::Other,
    };
    thing.at = area(element).map(|area| area.middle);
    thing.xrefs.extend(xref(element));
    if !kind.is_empty() {
        thing.notes.push((format!("Type: {kind}"), Vec::new()));
    }
    let mut said: Vec<String> = xml::children(element, "Comment").map(xml::text_in).chain(terms).collect();
    said.retain(|text| !text.is_empty());
    if said.is_empty() && !cited.is_empty() {
        said.push("The file cites this for it.".to_owned());
    }
    let mut cited = Some(cited);
    // Nothing says which of the comments the papers are for: they stand with the first.
    thing.notes.extend(said.into_iter().map(|text| (text, cited.take().unwrap_or_default())));
    card
}

/// The card of a free text or a shape.
fn drawn(element: Node<'_, '_>, draft: &mut Draft) -> ThingId {
    let shape =
        || xml::child(element, "Graphics").and_then(|graphics| attribute(graphics, &["ShapeType", "shapeType"]));
    let label = attribute(element, &["TextLabel", "textLabel"]).or_else(shape).unwrap_or("Shape");
    let card = draft.thing(attribute(element, ID).unwrap_or_default(), &one_line(label));
    draft.things[card.0].at = area(element).map(|area| area.middle);
    let what = if element.tag_name().name() == "Label" { "A text" } else { "A shape" };
    draft.things[card.0].notes.push((format!("{what} on the drawing, and no data node."), Vec::new()));
    card
}

fn said(element: Node<'_, '_>, text: &str) -> String {
    let comments = xml::children(element, "Comment").map(xml::text_in).filter(|comment| !comment.is_empty());
    let kind = attribute(element, &["type"]).map(str::to_owned);
    [text.to_owned()].into_iter().chain(kind).chain(comments).collect::<Vec<_>>().join("; ")
}

/// The identifier of an element as `database:id`.
pub(super) fn xref(element: Node<'_, '_>) -> Option<String> {
    let xref = xml::child(element, "Xref")?;
    let id = attribute(xref, &["ID", "identifier"])?;
    let database = attribute(xref, &["Database", "dataSource"])?.to_ascii_lowercase();
    let database = match database.as_str() {
        "entrez gene" => "ncbigene",
        "uniprot-trembl" | "uniprot-swissprot" => "uniprot",
        "hgnc accession number" => "hgnc",
        "hgnc" => "hgnc.symbol",
        other => other,
    };
    let database: String = database.chars().map(|c| if c.is_alphanumeric() { c } else { '.' }).collect();
    // Some identifiers carry the name of their database already: CHEBI:15377.
    let known = id.split_once(':').is_some_and(|(prefix, _)| prefix.eq_ignore_ascii_case(&database));
    Some(if known { id.to_owned() } else { format!("{database}:{id}") })
}

pub(super) fn spot(element: Node<'_, '_>) -> Spot {
    let id = attribute(element, &["GraphId", "elementId", "GroupId"]).map(str::to_owned);
    Spot::Element(id.unwrap_or_else(|| element.tag_name().name().to_owned()))
}

fn area(element: Node<'_, '_>) -> Option<Area> {
    let graphics = xml::child(element, "Graphics")?;
    let number = |names: &[&str]| attribute(graphics, names)?.parse::<f64>().ok().filter(|number| number.is_finite());
    let middle = (number(&["CenterX", "centerX"])?, number(&["CenterY", "centerY"])?);
    let size = |names| number(names).unwrap_or_default();
    Some(Area { middle, size: (size(&["Width", "width"]), size(&["Height", "height"])), lane: 0 })
}

/// Whether a shape is drawn for a part of a cell: it says so, and has an inside.
fn is_compartment(element: Node<'_, '_>) -> bool {
    component(element).is_some()
}

fn component<'a>(element: Node<'a, '_>) -> Option<&'a str> {
    const LINES: &[&str] = &["Arc", "Brace", "Line"];
    const DRAWN: &[&str] =
        &["Mitochondria", "Golgi Apparatus", "Endoplasmic Reticulum", "Sarcoplasmic Reticulum", "Nucleus", "Cell"];
    let shape = attribute(xml::child(element, "Graphics")?, &["ShapeType", "shapeType"]).unwrap_or_default();
    if element.tag_name().name() != "Shape" || LINES.contains(&shape) {
        return None;
    }
    let properties = element.children().filter(|child| matches!(child.tag_name().name(), "Attribute" | "Property"));
    let mut told = properties.filter(|property| {
        attribute(*property, &["Key", "key"]).is_some_and(|key| key.ends_with("CellularComponentProperty"))
    });
    let told = told.find_map(|property| attribute(property, &["Value", "value"])).filter(|part| *part != "None");
    told.or_else(|| DRAWN.contains(&shape).then_some(shape))
}

/// The compartments that are drawn, each with its lane.
fn compartments(elements: &Elements<'_, '_>, draft: &mut Draft) -> Vec<Area> {
    let mut areas = Vec::new();
    for &shape in &elements.shapes {
        let (Some(part), Some(area)) = (component(shape), area(shape)) else { continue };
        if areas.len() >= MAX_AREAS {
            draft.notice(NoticeKind::NotKept, spot(shape), format!("The compartment “{part}” is one too many."));
            continue;
        }
        let name = attribute(shape, &["TextLabel", "textLabel"]).unwrap_or(part);
        areas.push(Area { lane: draft.lane(&one_line(name)), ..area });
    }
    areas
}
