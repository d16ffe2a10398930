//! Every text that a pathway has a place for, in the order of the file.

use super::text::{AboutText, EvidenceText, LinkText, NodeText, SourceText, StepText, Text};
use crate::model::{Link, Node, Pathway, Tour};

/// The places of all texts of a pathway, empty ones too; those for a level and of a popular claim where there is one.
pub fn texts(pathway: &Pathway) -> Vec<Text> {
    use AboutText as A;
    use SourceText as S;
    let mut places: Vec<Text> =
        [A::Id, A::Title, A::Summary, A::Language, A::License, A::Reviewed].map(Text::About).into();
    places.extend(pathway.lanes().iter().map(|lane| Text::Lane(lane.id.clone())));
    pathway.nodes().for_each(|node| of_node(node, &mut places));
    pathway.links().for_each(|link| of_link(link, &mut places));
    for source in pathway.sources() {
        let fields = [S::Authors, S::Title, S::Venue, S::Year, S::Doi, S::Pmid, S::Url];
        places.extend(fields.map(|field| Text::Source(source.id.clone(), field)));
    }
    pathway.tours().iter().for_each(|tour| of_tour(tour, &mut places));
    places
}

fn of_node(node: &Node, places: &mut Vec<Text>) {
    let text = |field| Text::Node(node.id.clone(), field);
    places.extend([NodeText::Label, NodeText::Explanation].map(text));
    places.extend(node.levels.iter().map(|level| text(NodeText::Level(level.level))));
    places.extend([NodeText::Aliases, NodeText::Xrefs].map(text));
    places.extend((0..node.notes.len()).map(|at| Text::Note(node.id.clone(), at)));
}

fn of_link(link: &Link, places: &mut Vec<Text>) {
    use EvidenceText as E;
    let text = |field| Text::Link(link.id.clone(), field);
    places.push(text(LinkText::Explanation));
    places.extend(link.levels.iter().map(|level| text(LinkText::Level(level.level))));
    places.extend([LinkText::HoldsWhen, LinkText::NoSourceFound].map(text));
    if link.popular.is_some() {
        places.extend([LinkText::PopularSays, LinkText::PopularNote].map(text));
    }
    for at in 0..link.evidence.len() {
        let fields = [E::Finding, E::Sample, E::Species, E::Locator];
        places.extend(fields.map(|field| Text::Evidence(link.id.clone(), at, field)));
    }
}

fn of_tour(tour: &Tour, places: &mut Vec<Text>) {
    places.push(Text::Tour(tour.id.clone()));
    for (at, step) in tour.steps.iter().enumerate() {
        let text = |field| Text::Step(tour.id.clone(), at, field);
        places.push(text(StepText::Text));
        places.extend(step.levels.iter().map(|level| text(StepText::Level(level.level))));
        places.push(text(StepText::Notes));
        places.extend((0..step.branches.len()).map(|way| Text::Branch(tour.id.clone(), at, way)));
    }
}
