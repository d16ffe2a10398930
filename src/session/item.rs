//! What can be pointed at, and how it is spoken of.

use crate::{
    model::{LaneId, Link, LinkId, Node, NodeId, Pathway, Reading},
    words,
};

/// What can be pointed at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A node, by name.
    Node(NodeId),
    /// A link, by name.
    Link(LinkId),
    /// A lane that is folded to one card.
    Lane(LaneId),
    /// All links between two cards of which one is a folded lane.
    Bundle(Vec<LinkId>),
}

impl Item {
    /// Whether the pathway has it.
    pub fn exists_in(&self, pathway: &Pathway) -> bool {
        match self {
            Self::Node(id) => pathway.node(id).is_some(),
            Self::Link(id) => pathway.link(id).is_some(),
            Self::Lane(_) => true,
            Self::Bundle(links) => links.iter().all(|id| pathway.link(id).is_some()),
        }
    }

    /// Its spoken name: [`node_name`] or [`link_name`]; empty where the pathway lacks it.
    pub fn name_in(&self, pathway: &Pathway, reading: Reading) -> String {
        match self {
            Self::Node(id) => pathway.node(id).map(|node| node_name(pathway, node)).unwrap_or_default(),
            Self::Link(id) => pathway.link(id).map(|link| link_name(pathway, link, reading)).unwrap_or_default(),
            Self::Lane(id) => words::names::folded_lane(pathway.lane(id).map_or(id.as_str(), |lane| &lane.label)),
            Self::Bundle(links) => bundle_name(pathway, links, reading),
        }
    }

    /// The same as a voice should say it: short names letter by letter.
    pub fn spoken_in(&self, pathway: &Pathway, reading: Reading) -> String {
        words::names::aloud(&self.name_in(pathway, reading))
    }
}

/// Several links in one breath: `3 links: Stress raises cortisol; …`.
fn bundle_name(pathway: &Pathway, links: &[LinkId], reading: Reading) -> String {
    let sentences: Vec<String> =
        links.iter().filter_map(|id| pathway.link(id)).map(|link| pathway.sentence_in(link, reading)).collect();
    words::names::links(&sentences)
}

/// A node in one breath: `Chronic stress, stressor, 1 cause, 4 effects`.
pub fn node_name(pathway: &Pathway, node: &Node) -> String {
    let (causes, effects) = (pathway.causes_of(&node.id).len(), pathway.effects_of(&node.id).len());
    words::names::node(&node.label, node.kind.label(), causes, effects)
}

/// A link in one breath: `Chronic stress raises Neutrophils in the meninges, grade C, mice, 1 source`.
pub fn link_name(pathway: &Pathway, link: &Link, reading: Reading) -> String {
    let mut parts = vec![words::names::grade(link.grade.name())];
    let species = link.species();
    if !species.is_empty() {
        parts.push(words::names::studied_in(&species));
    }
    let mut sources: Vec<_> = link.evidence.iter().map(|e| &e.source).collect();
    sources.sort();
    sources.dedup();
    parts.push(match sources.len() {
        0 if link.no_source_found.is_some() => words::names::NO_SOURCE_FOUND.to_owned(),
        0 => words::names::NO_SOURCE_GIVEN.to_owned(),
        n => words::counts::sources(n),
    });
    if link.told_otherwise() {
        let who = match reading {
            Reading::Shown => words::names::ARTICLE_OTHERWISE,
            Reading::Told => words::names::SOURCES_OTHERWISE,
        };
        parts.push(who.to_owned());
    } else if link.disputed() {
        parts.push(words::canvas::DISPUTED.to_owned());
    }
    words::names::link(&pathway.sentence_in(link, reading), &parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Change, Design, Edit, Evidence, Extra, Grade, SourceId, Stance, notation};

    #[test]
    fn links_are_spoken_as_sentences() {
        let pathway = notation::parse("Chronic stress -> Neutrophils in the meninges").expect("notation");
        let mut link = (**pathway.links().next().expect("one link")).clone();
        link.grade = Grade::C;
        link.evidence.push(Evidence {
            source: SourceId::new("kigar2025"),
            stance: Stance::Supports,
            design: Design::AnimalIntervention,
            species: vec!["mouse".to_owned()],
            sample: String::new(),
            finding: String::new(),
            locator: None,
            extra: Extra::new(),
        });
        let pathway = pathway.apply(&Edit::one("", Change::SetLink(link))).expect("the link exists");
        let item = Item::Link(pathway.links().next().expect("one link").id.clone());
        assert_eq!(
            item.name_in(&pathway, Reading::Shown),
            "Chronic stress raises Neutrophils in the meninges, grade C, mice, 1 source"
        );
        let node = Item::Node("chronic_stress".into());
        assert_eq!(node.name_in(&pathway, Reading::Shown), "Chronic stress, other, 0 causes, 1 effect");
    }
}
